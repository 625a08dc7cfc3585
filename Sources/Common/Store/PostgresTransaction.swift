import CPQ

/// A transaction on a PostgreSQL session.
final class PostgresTransaction {
    private let session: PostgresSession
    /// The first failure, which dooms the rest of the transaction: the server takes no more statements.
    var failure: StoreFailure?
    /// The last failure with what only the engine needs to know.
    private(set) var cause: PostgresFailure?

    init(_ session: PostgresSession) { self.session = session }

    func scan(_ sql: SQL, _ body: (borrowing Row) throws -> Bool) throws {
        let result = try noting { try session.perform(sql) }
        guard let pointer = result.pointer else { return }
        try withExtendedLifetime(result) {
            for row in 0..<PQntuples(pointer) {
                if try !body(Row(source: .postgres(pointer, row: row))) { return }
            }
        }
    }

    func execute(_ sql: SQL) throws -> Int {
        let result = try noting { try session.perform(sql) }
        // A SELECT also says how many rows, but has changed none.
        guard PQresultStatus(result.pointer) == PGRES_COMMAND_OK || !isSelect(result) else { return 0 }
        return PQcmdTuples(result.pointer).flatMap { Int(String(cString: $0)) } ?? 0
    }

    func run(script: String) throws { _ = try noting { try session.run(script) } }

    func insert(into table: String, columns: [String], rows: some Sequence<[SQLValue]>) throws {
        var iterator = rows.makeIterator()
        try noting {
            try session.copy("COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN") { buffer in
                guard let row = iterator.next() else { return false }
                guard row.count == columns.count else { throw StoreFailure.other("\(row.count) values for \(columns.count) columns") }
                for (index, value) in row.enumerated() {
                    if index > 0 { buffer.append(UInt8(ascii: "\t")) }
                    try PostgresText.appendForCopy(value, to: &buffer)
                }
                buffer.append(UInt8(ascii: "\n"))
                return true
            }
        }
    }

    private func isSelect(_ result: PostgresResult) -> Bool {
        PQcmdStatus(result.pointer).map { String(cString: $0).hasPrefix("SELECT") } ?? false
    }

    private func noting<Value>(_ body: () throws -> Value) throws -> Value {
        if let failure { throw failure }
        do {
            return try body()
        } catch let error as PostgresFailure {
            failure = error.failure
            cause = error
            throw error.failure
        } catch let error as StoreFailure {
            failure = error
            throw error
        }
    }
}
