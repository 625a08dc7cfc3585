import AlisDomain

/// The invariants as queries: each finds what breaks it, one row with an `example` in words for each case.
enum RegisterInvariants {
    struct Invariant: Sendable {
        let name: String
        let says: String
        var severity = InvariantResult.Severity.violation
        /// One query for each table concerned.
        let find: [SQL]
    }

    /// All of them; `tables` are those of versions.
    static func all(_ tables: [String]) -> [Invariant] { versions(tables) + changes + things }

    private static func versions(_ versionTables: [String]) -> [Invariant] {
        [
            Invariant(
                name: "overlap", says: "no two versions of one thing, known at the same time, hold on the same day",
                find: versionTables.map(overlaps)),
            Invariant(
                name: "period", says: "every period is half-open: it begins before it ends",
                find: versionTables.map { table in
                    "SELECT '\(name: table) ' || id || ' ' || validFrom || '–' || validTo AS example FROM \(name: table) WHERE validFrom >= validTo"
                }),
            Invariant(
                name: "superseded", says: "a version is superseded in a later change than it was recorded in",
                find: versionTables.map { table in
                    """
                    SELECT '\(name: table) ' || id || ' recorded in ' || recordedIn || ', superseded in ' || supersededIn AS example
                    FROM \(name: table) WHERE supersededIn <= recordedIn
                    """
                }),
            Invariant(
                name: "recorded", says: "every version was recorded in a change that is there",
                find: versionTables.map { missing("recordedIn", in: $0) }),
            Invariant(
                name: "supersededBy", says: "every superseded version was superseded in a change that is there",
                find: versionTables.map { missing("supersededIn", in: $0) }),
        ]
    }

    private static var changes: [Invariant] {
        [
            Invariant(
                name: "recorder", says: "every change was made by somebody: account and name",
                find: ["SELECT 'change ' || number AS example FROM change WHERE TRIM(account) = '' OR TRIM(byName) = ''"]),
            Invariant(
                name: "order", says: "every change was recorded later than the one before it",
                find: [
                    """
                    SELECT 'change ' || number AS example FROM (
                        SELECT number, recordedAt, LAG(recordedAt) OVER (ORDER BY number) AS timeBefore FROM change
                    ) AS pair
                    WHERE timeBefore >= recordedAt
                    """
                ]),
        ]
    }

    private static var things: [Invariant] {
        [
            Invariant(
                name: "trainee", says: "the doctor a training belongs to is there",
                find: [unknown("trainee", of: "training", in: "trainee", column: "id")]),
            Invariant(
                name: "training", says: "the training an engagement, an absence or a wish belongs to is there",
                find: ["engagement", "absence", "wish"].map { unknown("training", of: $0, in: "training", column: "id") }),
            Invariant(
                name: "merge", says: "both records of a merge are there, and are two",
                find: ["duplicate", "kept"].map { unknown($0, of: "traineeMerge", in: "trainee", column: "id") }
                    + [
                        "SELECT 'traineeMerge ' || id || ' of ' || kept || ' with itself' AS example FROM traineeMerge WHERE duplicate = kept"
                    ]),
            Invariant(
                name: "municipality", says: "the municipality of an engagement or a confirmation is in the reference data",
                find: ["engagement", "confirmation"].map {
                    unknown("municipality", of: $0, in: "referenceMunicipality", column: "municipality")
                }),
            Invariant(
                name: "percent", says: "the engagements of one training are not more than a whole position on any day", severity: .warning,
                find: [tooMuch]),
        ]
    }

    /// The primary key begins with `id`, so the pairs of one thing are found without going through the table for each.
    private static func overlaps(_ table: String) -> SQL {
        """
        SELECT '\(name: table) ' || a.id || ' from ' || a.validFrom || ' and from ' || b.validFrom AS example
        FROM \(name: table) AS a JOIN \(name: table) AS b ON a.id = b.id
        WHERE (a.recordedIn < b.recordedIn OR (a.recordedIn = b.recordedIn AND a.validFrom < b.validFrom))
            AND a.validFrom < b.validTo AND b.validFrom < a.validTo AND (a.supersededIn IS NULL OR b.recordedIn < a.supersededIn)
        """
    }

    private static func missing(_ column: String, in table: String) -> SQL {
        """
        SELECT '\(name: table) ' || id || ' in change ' || \(name: column) AS example FROM \(name: table) AS version
        WHERE \(name: column) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM change WHERE change.number = version.\(name: column))
        """
    }

    private static func unknown(_ reference: String, of table: String, in other: String, column: String) -> SQL {
        """
        SELECT DISTINCT '\(name: table) ' || id || ' of ' || \(name: reference) AS example FROM \(name: table) AS version
        WHERE NOT EXISTS (SELECT 1 FROM \(name: other) AS target WHERE target.\(name: column) = version.\(name: reference))
        """
    }

    /// Only what the register holds now, on the days an engagement begins: a sum rises on no other day.
    private static var tooMuch: SQL {
        """
        SELECT 'training ' || start.training || ' from ' || start.validFrom || ': ' || CAST(SUM(engagement.percent) / 100 AS INTEGER) || ' %' AS example
        FROM (SELECT DISTINCT training, validFrom FROM engagement WHERE supersededIn IS NULL) AS start
        JOIN engagement ON engagement.training = start.training AND engagement.supersededIn IS NULL
            AND engagement.validFrom <= start.validFrom AND start.validFrom < engagement.validTo
        GROUP BY start.training, start.validFrom HAVING SUM(engagement.percent) > 10000
        """
    }
}
