/// The tables of supervision. Facts lie in versions as in the register (RegisterMigration.swift). What was said in a session lies in a
/// table of its own, outside the versions: it is in no history, no export and no list.
package enum SupervisionMigration {
    /// The tables of versions, with their own columns.
    static let factTables: [FactTable] = [
        FactTable(
            "supervisor",
            """
            name {text} NOT NULL, hpr {text}, specialist {text} NOT NULL, specialistSource {text} NOT NULL, specialistSeenOn {text},
            exemptThrough {text}, courses {text} NOT NULL, municipality {text} NOT NULL, interests {text} NOT NULL,
            languages {text} NOT NULL, meetsInPerson {integer} NOT NULL, meetsDigitally {integer} NOT NULL,
            travelKilometres {integer} NOT NULL, email {text}, phone {text} NOT NULL, account {text} NOT NULL, isSynthetic {integer} NOT NULL
            """,
            indexes: ["municipality", "account", "hpr"]
        ),
        FactTable(
            "supervisorCapacity", "supervisor {text} NOT NULL, hours {integer} NOT NULL CHECK (hours BETWEEN 0 AND 8000)",
            indexes: ["supervisor"]
        ),
        FactTable(
            "supervisionAssignment",
            "training {text} NOT NULL, supervisor {text} NOT NULL, share {integer} NOT NULL CHECK (share BETWEEN 1 AND 10000)",
            indexes: ["training", "supervisor"]
        ),
        FactTable(
            "supervisionSession",
            """
            training {text} NOT NULL, supervisor {text} NOT NULL, day {text} NOT NULL, minutes {integer} NOT NULL CHECK (minutes BETWEEN 1 AND 720),
            isDigital {integer} NOT NULL, isGroup {integer} NOT NULL, preparationMinutes {integer} NOT NULL
            """,
            indexes: ["training", "supervisor"]
        ),
        FactTable(
            "supervisionRequest",
            """
            training {text} NOT NULL, supervisor {text} NOT NULL, share {integer} NOT NULL, wantedFrom {text} NOT NULL, answerBy {text} NOT NULL,
            message {text} NOT NULL, askedBy {text} NOT NULL, state {text} NOT NULL, answer {text} NOT NULL
            """,
            indexes: ["training", "supervisor"]
        ),
        FactTable(
            "gathering",
            """
            kind {text} NOT NULL, title {text} NOT NULL, place {text} NOT NULL, isDigital {integer} NOT NULL, firstDay {text} NOT NULL,
            lastDay {text} NOT NULL, places {integer} NOT NULL, hours {integer} NOT NULL, office {text} NOT NULL, note {text} NOT NULL
            """
        ),
        FactTable(
            "gatheringSignUp",
            "gathering {text} NOT NULL, participant {text} NOT NULL, name {text} NOT NULL, attendedMinutes {integer}",
            indexes: ["gathering", "participant"]
        ),
    ]

    package static let migration = Migration(number: 12, name: "supervision", script: script)

    private static var script: String {
        FactTable.script(factTables)
            + """
            CREATE TABLE supervisionNote (
                id {text} PRIMARY KEY,
                session {text} NOT NULL,
                trainee {text} NOT NULL,
                supervisorAccount {text} NOT NULL,
                author {text} NOT NULL,
                byName {text} NOT NULL,
                writtenAt {text} NOT NULL,
                body {text} NOT NULL
            ){strict};
            CREATE INDEX supervisionNote_session ON supervisionNote(session);
            CREATE TABLE supervisionLink (
                tokenHash {text} PRIMARY KEY,
                request {text} NOT NULL,
                createdBy {text} NOT NULL,
                expiresAt {text} NOT NULL,
                usedAt {text}
            ){strict};

            """
    }
}
