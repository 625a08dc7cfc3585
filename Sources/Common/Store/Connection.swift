/// One transaction's view of the database. Only valid inside the `read` or `write` closure that handed it out.
///
/// The statements are written once, in the dialect that both engines share. What differs has a named function in
/// `Connection+Dialect.swift`; beyond that:
/// - conditions have no numbers: write `flag = 1`, and `CASE WHEN a > b THEN 1 ELSE 0 END` to count;
/// - say `NULLS FIRST` or `NULLS LAST` where a sorted column may be empty;
/// - `LIKE` tells capital letters from small ones on both engines;
/// - column names come without quotation marks.
///
/// A statement that fails dooms its transaction on both engines: every later statement fails in the same way and nothing is
/// committed, even when the error was caught. Wrap what may fail in `attempt`.
package struct Connection {
    /// The engine's own half of a transaction.
    enum Engine {
        case sqlite(SQLiteTransaction)
        case postgres(PostgresTransaction)
    }

    let engine: Engine

    /// Which engine the database runs on. Only dialect functions should need to ask.
    package var kind: DatabaseEngineKind {
        switch engine {
        case .sqlite: .sqlite
        case .postgres: .postgres
        }
    }

    /// Runs a query and hands rows to `body`, in order, until it returns false. The row is only valid during the call.
    package func scan(_ sql: SQL, _ body: (borrowing Row) throws -> Bool) throws {
        switch engine {
        case .sqlite(let transaction): try transaction.scan(sql, body)
        case .postgres(let transaction): try transaction.scan(sql, body)
        }
    }

    /// Runs a query and hands each row to `body`, in order. The row is only valid during the call.
    package func forEach(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        try scan(sql) { row in
            try body(row)
            return true
        }
    }

    /// All rows of a query, each read by `body`.
    package func rows<Value>(_ sql: SQL, _ body: (borrowing Row) throws -> Value) throws -> [Value] {
        var result: [Value] = []
        try scan(sql) { row in
            result.append(try body(row))
            return true
        }
        return result
    }

    /// The first row of a query, or nil when there is none.
    package func first<Value>(_ sql: SQL, _ body: (borrowing Row) throws -> Value) throws -> Value? {
        var result: Value?
        try scan(sql) { row in
            result = try body(row)
            return false
        }
        return result
    }

    /// The single integer a query gives, or 0.
    package func count(_ sql: SQL) throws -> Int { try first(sql) { $0.int(0) } ?? 0 }

    /// Runs a statement and returns how many rows it changed.
    @discardableResult
    package func execute(_ sql: SQL) throws -> Int {
        switch engine {
        case .sqlite(let transaction): try transaction.execute(sql)
        case .postgres(let transaction): try transaction.execute(sql)
        }
    }

    /// Runs several statements without values, separated by semicolons: migrations.
    package func run(script: String) throws {
        switch engine {
        case .sqlite(let transaction): try transaction.run(script: script)
        case .postgres(let transaction): try transaction.run(script: script)
        }
    }

    /// Inserts many rows: one prepared statement with raw binding on SQLite, `COPY` on PostgreSQL.
    /// Each row has one value for each column.
    package func insert(into table: String, columns: [String], rows: some Sequence<[SQLValue]>) throws {
        guard ([table] + columns).allSatisfy(SQL.isName) else { throw StoreFailure.other("no name of a table or column") }
        switch engine {
        case .sqlite(let transaction): try transaction.insert(into: table, columns: columns, rows: rows)
        case .postgres(let transaction): try transaction.insert(into: table, columns: columns, rows: rows)
        }
    }

    /// Runs `body` as a part that may fail by itself: what it wrote is undone when it throws, and the transaction goes on.
    @discardableResult
    package func attempt<Value>(_ body: () throws -> Value) throws -> Value {
        try run(script: "SAVEPOINT attempt")
        do {
            let value = try body()
            try run(script: "RELEASE SAVEPOINT attempt")
            return value
        } catch {
            // A full disk or a lost server ends the whole transaction; then there is nothing to go back to.
            let isRestored = (try? restore()) != nil
            if !isRestored, let failure = error as? StoreFailure { doom(failure) }
            throw error
        }
    }

    private func restore() throws {
        switch engine {
        case .sqlite(let transaction): transaction.failure = nil
        case .postgres(let transaction): transaction.failure = nil
        }
        try run(script: "ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt")
    }

    private func doom(_ failure: StoreFailure) {
        switch engine {
        case .sqlite(let transaction): transaction.failure = failure
        case .postgres(let transaction): transaction.failure = failure
        }
    }
}
