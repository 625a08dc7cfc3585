import AlisCast
import AlisDomain

/// How the practice data of a database were made, and how close they come to public figures.
package struct PracticeData: Sendable {
    package let seed: UInt64
    package let scale: Int
    /// The day up to which something has happened; after it there are only plans.
    package let historyEnds: CalendarDay
    package let madeAt: Instant
    /// In the order a page shows them.
    package let comparisons: [Calibration.Comparison]
}

/// Keeps it: counted once, while the practice data are written, since counting means going through every version.
package enum PracticeDataStore {
    package static func add(_ data: PracticeData, on connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO practiceOrigin (id, seed, scale, historyEnds, madeAt)
            VALUES (1, \(String(data.seed)), \(data.scale), \(data.historyEnds), \(data.madeAt))
            """)
        for comparison in data.comparisons {
            try connection.execute("INSERT INTO practiceFigure (code, own) VALUES (\(comparison.figure.key), \(comparison.own))")
        }
    }

    /// Whether a database, which may be without tables yet, holds practice data.
    package static func isPractice(on connection: Connection) throws -> Bool {
        try connection.hasTable("practiceOrigin") && connection.count("SELECT COUNT(*) FROM practiceOrigin") > 0
    }

    /// Nil in a database that is no practice database.
    package static func find(on connection: Connection) throws -> PracticeData? {
        let own = Dictionary(
            try connection.rows("SELECT code, own FROM practiceFigure") { ($0.text(0), $0.real(1)) },
            uniquingKeysWith: { first, _ in first })
        // Figures the program has learnt of since were not counted, and are left out.
        let comparisons = AlisCast.PublicFigure.all.compactMap { figure in
            own[figure.key].map { Calibration.Comparison(figure: figure, own: $0) }
        }
        return try connection.first("SELECT seed, scale, historyEnds, madeAt FROM practiceOrigin WHERE id = 1") { row in
            PracticeData(
                seed: UInt64(row.text(0)) ?? 0, scale: row.int(1), historyEnds: try row.day(2), madeAt: try row.instant(3),
                comparisons: comparisons)
        }
    }
}
