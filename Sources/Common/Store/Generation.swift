import AlisDomain
import GRDBSQLite
import Synchronization

/// The state the whole database is in: equal as long as nobody, in this program or another, has committed anything. What was worked
/// out from one state may be given again while the database is in it, and is never stale.
package enum Generation: Hashable, Sendable {
    case sqlite(Int64)
    case postgres(String)
}

/// Asks a SQLite file whether anything was committed, in microseconds: a connection that does nothing else, for its `data_version`
/// changes with every commit of any other connection, this program's own among them.
final class SQLiteWatch: Sendable {
    private struct Handle: @unchecked Sendable {
        var connection: OpaquePointer?
        var statement: OpaquePointer?
    }

    /// A SQLite connection may be used from any thread, by one at a time.
    private let handle: Mutex<Handle>

    init(path: String, isReadOnly: Bool = false) {
        SQLitePatience.install()
        var connection: OpaquePointer?
        var statement: OpaquePointer?
        if sqlite3_open_v2(path, &connection, (isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX, nil)
            == SQLITE_OK
        {
            sqlite3_prepare_v2(connection, "PRAGMA data_version", -1, &statement, nil)
        }
        handle = Mutex(Handle(connection: connection, statement: statement))
    }

    deinit { close() }

    /// Nil when it cannot be said at once, as while another program holds the log's locks: then nothing kept may be used.
    func generation() -> Generation? {
        SQLitePatience.$deadline.withValue(.now) {
            handle.withLock { handle in
                guard let statement = handle.statement else { return nil }
                defer { sqlite3_reset(statement) }
                return sqlite3_step(statement) == SQLITE_ROW ? .sqlite(sqlite3_column_int64(statement, 0)) : nil
            }
        }
    }

    func close() {
        handle.withLock { handle in
            sqlite3_finalize(handle.statement)
            sqlite3_close_v2(handle.connection)
            handle = Handle()
        }
    }
}

extension Connection {
    /// The state a PostgreSQL transaction sees, as text: which transactions are visible to it. Two with the same text see the same.
    func visibleTransactions() throws -> Generation? {
        try first("SELECT CAST(pg_current_snapshot() AS TEXT)") { .postgres($0.text(0)) }
    }
}
