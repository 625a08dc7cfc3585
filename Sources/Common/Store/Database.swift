import Foundation

/// Which engine a database runs on.
package enum DatabaseEngineKind: String, Sendable {
    case sqlite
    case postgres
}

/// The register's database. All work on it happens inside a `read` or a `write`, one transaction each.
package final class Database: Sendable {
    private enum Engine {
        case sqlite(SQLiteEngine)
        case postgres(PostgresEngine)
    }

    /// What a program opens a database for.
    package enum Use: Sendable {
        /// To write. With a name, no other program that writes by name may have the file open: see `WritingLock`.
        case writing(as: String?)
        /// To read only: nothing is written, nor is what others have written moved.
        case reading
    }

    private let engine: Engine
    private let lock: WritingLock?

    private init(_ engine: Engine, lock: WritingLock? = nil) {
        self.engine = engine
        self.lock = lock
    }

    /// Opens a SQLite file, made when it is not there. A write waits `busyTimeout` seconds for another program's before it is `busy`.
    package static func sqlite(path: String, for use: Use = .writing(as: nil), readers: Int = 4, busyTimeout: Double = 5) throws -> Database
    {
        switch use {
        case .writing(let name):
            let lock = try name.map { try WritingLock(beside: path, as: $0) }
            return Database(.sqlite(try SQLiteEngine(path: path, readers: readers, busyTimeout: busyTimeout)), lock: lock)
        case .reading:
            return Database(.sqlite(try SQLiteEngine(path: path, isReadOnly: true, readers: readers, busyTimeout: busyTimeout)))
        }
    }

    /// Prepares for a PostgreSQL server; nothing is connected before the first use. Of the connections a quarter, at least one,
    /// is for writing, so that writers who wait for each other keep no reader waiting.
    package static func postgres(_ connectionString: String, connections: Int = 4) throws -> Database {
        Database(.postgres(try PostgresEngine(connectionString, connections: connections)))
    }

    /// Opens `postgres://…`, `postgresql://…`, or the path of a SQLite file.
    package static func open(_ address: String, for use: Use = .writing(as: nil)) throws -> Database {
        if address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") { return try postgres(address) }
        return try sqlite(path: address, for: use)
    }

    /// Which engine it runs on.
    package var kind: DatabaseEngineKind {
        switch engine {
        case .sqlite: .sqlite
        case .postgres: .postgres
        }
    }

    /// The version of SQLite it runs on, where that has not got the mend of the race that `WritingLock` keeps out (3.51.3, 3.50.7, 3.44.6);
    /// nil where it has, and on PostgreSQL.
    package var unpatchedSQLite: String? {
        guard case .sqlite = engine else { return nil }
        let version = SQLiteEngine.version
        return SQLiteEngine.isPatched(version) ? nil : version
    }

    /// Runs `body` in a transaction that sees the database as it is at its first query, whatever is written meanwhile.
    package func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        switch engine {
        case .sqlite(let engine): try await engine.read(body)
        case .postgres(let engine): try await engine.read(body)
        }
    }

    /// Runs `body` in a transaction, committed and on the disk when it returns, undone when it throws.
    ///
    /// On PostgreSQL `body` runs again from the start, in a new transaction, when the server asks for that (a deadlock, a
    /// serialisation failure): it must have no effect but on its connection.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        switch engine {
        case .sqlite(let engine): try await engine.write(body)
        case .postgres(let engine): try await engine.write(body)
        }
    }

    /// The state the database is in; nil when the engine cannot say. Ask before reading what is to be kept under it.
    package func generation() async -> Generation? {
        switch engine {
        case .sqlite(let engine): engine.watch.generation()
        case .postgres(let engine): try? await engine.read { try $0.visibleTransactions() }
        }
    }

    /// Copies the whole database, as it is now, to a file that is not there yet: a SQLite database, or an archive for `pg_restore`.
    package func backup(to path: String) async throws {
        guard !FileManager.default.fileExists(atPath: path) else { throw StoreFailure.other("\(path) is there already") }
        // Under another name until it is whole, so that half a backup is never taken for one.
        let part = path + ".part"
        SQLiteRestore.removeAll(part)
        do {
            switch engine {
            case .sqlite(let engine): try await engine.backup(to: part)
            case .postgres(let engine): try await engine.backup(to: part)
            }
            try FileManager.default.moveItem(atPath: part, toPath: path)
        } catch {
            // With the journal that a full disk stopped.
            SQLiteRestore.removeAll(part)
            throw error
        }
    }

    /// Closes every connection once what is under way is done. What comes after fails.
    package func close() async {
        switch engine {
        case .sqlite(let engine): engine.close()
        case .postgres(let engine): await engine.close()
        }
    }
}
