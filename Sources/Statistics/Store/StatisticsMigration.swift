/// What is kept of how the practice data were made (*øvingsdata*). Nothing else of the statistics is stored: figures are worked out
/// from the register when asked for.
package enum StatisticsMigration {
    package static let migration = Migration(
        number: 5, name: "statistics",
        script: """
            CREATE TABLE practiceOrigin (
                id {integer} PRIMARY KEY CHECK (id = 1),
                seed {text} NOT NULL,
                scale {integer} NOT NULL,
                historyEnds {text} NOT NULL,
                madeAt {text} NOT NULL
            ){strict};
            CREATE TABLE practiceFigure (
                code {text} PRIMARY KEY,
                own {real} NOT NULL
            ){strict};

            """ + Migration.appendOnly(table: "practiceOrigin") + Migration.appendOnly(table: "practiceFigure"))
}
