import Foundation
import GRDB
import GRDBSQLite

/// A transaction on a SQLite connection. GRDB opens, pools, locks and caches; values go past it, straight to the statement.
final class SQLiteTransaction {
    private let database: GRDB.Database
    /// The first failure, which dooms the rest of the transaction, as PostgreSQL does.
    var failure: StoreFailure?

    init(_ database: GRDB.Database) { self.database = database }

    func scan(_ sql: SQL, _ body: (borrowing Row) throws -> Bool) throws {
        let text = sql.text
        try withStatement(text, isKept: sql.isWorthKeeping) { statement in
            try SQLiteBinding.bind(sql.values, to: statement)
            while true {
                let code = sqlite3_step(statement)
                if code == SQLITE_DONE { return }
                guard code == SQLITE_ROW else { throw fail(code, text) }
                if try !body(Row(source: .sqlite(statement))) { return }
            }
        }
    }

    func execute(_ sql: SQL) throws -> Int {
        let text = sql.text
        let before = sqlite3_total_changes(database.sqliteConnection)
        try withStatement(text, isKept: sql.isWorthKeeping) { statement in
            try SQLiteBinding.bind(sql.values, to: statement)
            try finish(statement, text)
        }
        // `changes` keeps an earlier statement's figure when this one changes nothing by its nature; `total_changes` also counts
        // what triggers and cascades changed.
        return sqlite3_total_changes(database.sqliteConnection) == before ? 0 : Int(sqlite3_changes(database.sqliteConnection))
    }

    func run(script: String) throws {
        if let failure { throw failure }
        let code = sqlite3_exec(database.sqliteConnection, script, nil, nil, nil)
        if code != SQLITE_OK { throw fail(code, script) }
    }

    func insert(into table: String, columns: [String], rows: some Sequence<[SQLValue]>) throws {
        let text = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
        try withStatement(text, isKept: true) { statement in
            for row in rows {
                guard row.count == columns.count else { throw StoreFailure.other("\(row.count) values for \(columns.count) columns") }
                try SQLiteBinding.bind(row, to: statement)
                try finish(statement, text)
                sqlite3_reset(statement)
            }
        }
    }

    /// Lends the cached statement for `text` and leaves it ready for the next use, without holding on to the values.
    private func withStatement(_ text: String, isKept: Bool, _ body: (OpaquePointer) throws -> Void) throws {
        if let failure { throw failure }
        var statement: Statement
        do {
            statement = try isKept ? database.cachedStatement(sql: text) : database.makeStatement(sql: text)
            // A query run inside its own loop needs a statement of its own.
            if sqlite3_stmt_busy(statement.sqliteStatement) != 0 { statement = try database.makeStatement(sql: text) }
        } catch {
            throw remember(SQLiteFailure.translated(error))
        }
        let handle = statement.sqliteStatement
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        // The statement must not be freed while its handle is in use.
        try withExtendedLifetime(statement) { try body(handle) }
    }

    private func finish(_ statement: OpaquePointer, _ text: String) throws {
        var code = SQLITE_ROW
        // A statement with RETURNING gives rows that nobody asked for.
        while code == SQLITE_ROW { code = sqlite3_step(statement) }
        if code != SQLITE_DONE { throw fail(code, text) }
    }

    private func fail(_ code: Int32, _ text: String) -> any Error {
        remember(SQLiteFailure.last(on: database.sqliteConnection, code: code, statement: text))
    }

    private func remember(_ error: any Error) -> any Error {
        failure = error as? StoreFailure
        return error
    }
}

extension SQL {
    /// The statement with `$1`, `$2`, … where the values go, which both engines read.
    var text: String {
        guard !values.isEmpty else { return pieces[0] }
        var result = pieces[0]
        for index in values.indices {
            result += "$"
            result += String(index + 1)
            result += pieces[index + 1]
        }
        return result
    }

    /// Whether the prepared statement should be kept: one with a long list of values hardly ever comes again with as many.
    var isWorthKeeping: Bool { values.count <= 40 }
}
