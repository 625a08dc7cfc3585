/// The register's tables. Every fact is kept in versions: `validFrom`/`validTo` say when it was true (half-open, an open end is
/// 9999-12-31), `recordedIn`/`supersededIn` from which change to which the register held it. Rows are only ever added, and closed
/// once by setting `supersededIn`; triggers refuse anything else.
package enum RegisterMigration {
    /// The tables of versions, with their own columns: what verification, backup and export walk through.
    static let factTables: [FactTable] = [
        FactTable(
            "trainee",
            """
            givenName {text} NOT NULL, familyName {text} NOT NULL, hpr {text}, birthYear {integer}, email {text}, phone {text},
            isSynthetic {integer} NOT NULL, sortName {text} NOT NULL
            """,
            indexes: ["hpr", "sortName"]
        ),
        FactTable(
            "training",
            """
            trainee {text} NOT NULL, specialty {text} NOT NULL, scheme {text} NOT NULL CHECK (scheme IN ('new', 'old')),
            standing {text} NOT NULL, expectedEnd {text}
            """,
            indexes: ["trainee"]
        ),
        FactTable(
            "engagement",
            """
            training {text} NOT NULL, municipality {text} NOT NULL, workplace {text} NOT NULL, form {text} NOT NULL,
            percent {integer} NOT NULL CHECK (percent BETWEEN 1 AND 10000)
            """,
            indexes: ["training", "municipality"]
        ),
        FactTable(
            "absence",
            "training {text} NOT NULL, kind {text} NOT NULL, share {integer} NOT NULL CHECK (share BETWEEN 1 AND 10000)",
            indexes: ["training"]
        ),
        FactTable(
            "wish",
            """
            training {text} NOT NULL, choices {text} NOT NULL, earliest {text} NOT NULL, latest {text} NOT NULL,
            months {integer} NOT NULL, percent {integer} NOT NULL, note {text} NOT NULL
            """,
            indexes: ["training"]
        ),
        FactTable("traineeMerge", "duplicate {text} NOT NULL, kept {text} NOT NULL", indexes: ["duplicate", "kept"]),
        FactTable(
            "confirmation",
            """
            municipality {text} NOT NULL, personName {text} NOT NULL, account {text} NOT NULL, day {text} NOT NULL,
            note {text} NOT NULL
            """,
            indexes: ["municipality"]
        ),
    ]

    package static let migration = Migration(number: 1, name: "register", script: script)

    private static var script: String {
        var script = """
            CREATE TABLE change (
                number {integer} PRIMARY KEY,
                recordedAt {text} NOT NULL,
                act {text} NOT NULL,
                account {text} NOT NULL CHECK (account <> ''),
                byName {text} NOT NULL CHECK (byName <> ''),
                organisation {text} NOT NULL,
                reason {text} NOT NULL,
                formToken {text} UNIQUE
            ){strict};
            CREATE UNIQUE INDEX changeRecordedAt ON change(recordedAt);

            """
        script += FactTable.script(factTables)
        script += """
            CREATE TABLE traineeWord (word {text} NOT NULL, trainee {text} NOT NULL, PRIMARY KEY (word, trainee)){strict};
            CREATE INDEX traineeWord_trainee ON traineeWord(trainee);

            """
        return script
    }
}
