/// The tables of learning objectives. Facts lie in versions as in the register; a link keeps only its secret's hash, and an uploaded file
/// only its cells as text, without what looks like a national identity number.
package enum ObjectiveMigration {
    static let factTables = [
        FactTable(
            "objectiveRecord",
            """
            training {text} NOT NULL, objective {text} NOT NULL, status {text} NOT NULL, day {text}, origin {text} NOT NULL,
            reportedOn {text} NOT NULL, note {text} NOT NULL
            """,
            indexes: ["training"]),
        FactTable(
            "objectiveArena",
            """
            training {text} NOT NULL, objective {text} NOT NULL, service {text}, arena {text} NOT NULL, due {text},
            isHalfYear {integer} NOT NULL
            """,
            indexes: ["training"]),
        FactTable(
            "objectiveStep",
            """
            training {text} NOT NULL, objective {text} NOT NULL, kind {text} NOT NULL, role {text}, person {text} NOT NULL,
            personName {text} NOT NULL, account {text} NOT NULL, words {text} NOT NULL, day {text} NOT NULL, request {text}
            """,
            indexes: ["training", "request"]),
        FactTable(
            "catalogueEntry",
            """
            version {text} NOT NULL, objectiveSet {text} NOT NULL, nb {text} NOT NULL, nn {text} NOT NULL, replaces {text} NOT NULL,
            source {text} NOT NULL, isSample {integer} NOT NULL, code {text} NOT NULL
            """),
    ]

    package static let migration = Migration(number: 13, name: "objectives", script: script)

    private static var script: String {
        FactTable.script(factTables)
            + """
            CREATE TABLE objectiveLink (
                tokenHash {text} PRIMARY KEY,
                request {text} NOT NULL,
                createdBy {text} NOT NULL,
                expiresAt {text} NOT NULL,
                usedAt {text}
            ){strict};
            CREATE INDEX objectiveLink_request ON objectiveLink(request);
            CREATE TABLE objectiveFile (
                id {text} PRIMARY KEY,
                account {text} NOT NULL,
                kind {text} NOT NULL,
                fileName {text} NOT NULL,
                cells {text} NOT NULL,
                choices {text} NOT NULL,
                reportDay {text} NOT NULL,
                trainee {text},
                uploadedAt {text} NOT NULL,
                changeNumber {integer},
                taken {integer} NOT NULL
            ){strict};
            CREATE INDEX objectiveFile_account ON objectiveFile(account);

            """
    }
}
