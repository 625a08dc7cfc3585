/// The tables of training plans. Facts lie in versions as in the register.
package enum TrainingMigration {
    static let factTables = [
        FactTable(
            "service",
            """
            training {text} NOT NULL, category {text} NOT NULL, percent {integer} NOT NULL CHECK (percent BETWEEN 1 AND 10000),
            place {text} NOT NULL, arena {text} NOT NULL
            """,
            indexes: ["training"]),
        FactTable(
            "enterpriseRegistration", "municipality {text} NOT NULL, specialty {text} NOT NULL, status {text} NOT NULL",
            indexes: ["municipality"]),
        FactTable(
            "activityRecord",
            """
            training {text} NOT NULL, activity {text} NOT NULL, minutes {integer} NOT NULL CHECK (minutes >= 0),
            count {integer} NOT NULL CHECK (count >= 0), topic {text} NOT NULL, isDone {integer} NOT NULL
            """,
            indexes: ["training"]),
        FactTable(
            "planReview",
            """
            training {text} NOT NULL, kind {text} NOT NULL, personName {text} NOT NULL, account {text} NOT NULL, note {text} NOT NULL
            """,
            indexes: ["training"]),
        FactTable("authorisation", "trainee {text} NOT NULL", indexes: ["trainee"]),
        FactTable(
            "generalPlan", "municipality {text} NOT NULL, specialty {text} NOT NULL, texts {text} NOT NULL", indexes: ["municipality"]),
    ]

    /// Plans that are being written, beside those that are published.
    static let draftTables = [
        FactTable(
            "generalPlanDraft", "municipality {text} NOT NULL, specialty {text} NOT NULL, texts {text} NOT NULL",
            indexes: ["municipality"])
    ]

    package static let drafts = Migration(number: 18, name: "generalPlanDrafts", script: FactTable.script(draftTables))

    package static let migration = Migration(number: 11, name: "training", script: FactTable.script(factTables))
}
