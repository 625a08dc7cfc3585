import Foundation
import GRDB
import GRDBSQLite

/// A SQLite file: one writer, several readers beside it that each see a snapshot (write-ahead log).
final class SQLiteEngine: Sendable {
    private let pool: DatabasePool
    private let writers = WaitingLine(places: 1)
    let watch: SQLiteWatch

    init(path: String, isReadOnly: Bool = false, readers: Int, busyTimeout: TimeInterval) throws {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = max(1, readers)
        configuration.busyMode = .callback { SQLitePatience.mayTryAgain(after: $0, busyTimeout) }
        configuration.label = "alis"
        configuration.prepareDatabase { database in
            // A committed write survives a power cut. REPLACE fires the triggers that keep history from being deleted. LIKE is as
            // in PostgreSQL. A schema that someone else prepared may not call functions with effects.
            // Readers go through the system's own cache; the writer, of which there is one, changes many pages at once.
            let pages = database.configuration.readonly ? -2000 : -16000
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    PRAGMA recursive_triggers = ON;
                    PRAGMA case_sensitive_like = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = \(pages);
                    """)
        }
        SQLitePatience.install()
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
        } catch {
            throw SQLiteFailure.translated(error)
        }
        watch = SQLiteWatch(path: path, isReadOnly: isReadOnly)
    }

    /// The library's version, such as `3.40.1`.
    static var version: String { String(cString: sqlite3_libversion()) }

    /// Whether a version has the mend of the race between a checkpoint and a commit (sqlite.org, release logs).
    static func isPatched(_ version: String) -> Bool {
        let parts = version.split(separator: ".").compactMap { Int($0) }
        guard parts.count >= 3, parts[0] == 3 else { return parts.first.map { $0 > 3 } ?? false }
        switch parts[1] {
        case 44: return parts[2] >= 6
        case 50: return parts[2] >= 7
        case 51: return parts[2] >= 3
        default: return parts[1] > 51
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        do {
            return try await SQLitePatience.$deadline.withValue(Patience.deadline(isWriting: false)) {
                try await pool.read { try Self.run(body, on: $0) }
            }
        } catch {
            throw SQLiteFailure.translated(error)
        }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        let deadline = Patience.deadline(isWriting: true)
        try await writers.enter(until: deadline)
        defer { writers.leave() }
        do {
            return try await SQLitePatience.$deadline.withValue(deadline) { try await pool.write { try Self.run(body, on: $0) } }
        } catch {
            throw SQLiteFailure.translated(error)
        }
    }

    private static func run<T>(_ body: (Connection) throws -> T, on database: GRDB.Database) throws -> T {
        let transaction = SQLiteTransaction(database)
        let value = try body(Connection(engine: .sqlite(transaction)))
        if let failure = transaction.failure { throw failure }
        return value
    }

    /// Copies the database as it is now while others read and write, by SQLite's backup interface.
    func backup(to path: String) async throws {
        do {
            try await pool.read { source in
                let target = try DatabaseQueue(path: path)
                try target.writeWithoutTransaction { try source.backup(to: $0) }
                // One file, without a log beside it.
                try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
                try target.close()
            }
        } catch {
            throw SQLiteFailure.translated(error)
        }
    }

    func close() {
        watch.close()
        try? pool.close()
    }
}
