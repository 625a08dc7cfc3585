import Foundation
import GRDBSQLite

/// Values handed to a SQLite statement.
enum SQLiteBinding {
    /// Tells SQLite to copy the bytes before the call returns: the address -1, a macro in C that Swift does not import.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    static func bind(_ values: [SQLValue], to statement: OpaquePointer) throws {
        guard Int(sqlite3_bind_parameter_count(statement)) == values.count else {
            throw StoreFailure.other("the statement takes \(sqlite3_bind_parameter_count(statement)) values, not \(values.count)")
        }
        for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1), to: statement) }
    }

    private static func bind(_ value: SQLValue, at index: Int32, to statement: OpaquePointer) throws {
        let code: Int32
        switch value {
        case .null: code = sqlite3_bind_null(statement, index)
        case .integer(let number): code = sqlite3_bind_int64(statement, index, number)
        case .real(let number): code = sqlite3_bind_double(statement, index, number)
        case .text(var text):
            try text.refuseNul()
            // A literal for the empty text: its buffer may have no address, and no address means NULL.
            code =
                text.isEmpty
                ? sqlite3_bind_text(statement, index, "", 0, transient)
                : text.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        sqlite3_bind_text64(statement, index, $0.baseAddress, UInt64($0.count), transient, UInt8(SQLITE_UTF8))
                    }
                }
        case .blob(let bytes):
            code =
                bytes.isEmpty
                ? sqlite3_bind_zeroblob(statement, index, 0)
                : bytes.withUnsafeBytes { sqlite3_bind_blob64(statement, index, $0.baseAddress, UInt64($0.count), transient) }
        }
        if code != SQLITE_OK { throw SQLiteFailure.last(on: sqlite3_db_handle(statement), code: code, statement: "value \(index)") }
    }
}

extension String {
    /// PostgreSQL cannot store the character NUL and SQLite stops reading at it, so neither takes it.
    mutating func refuseNul() throws {
        let hasNul = withUTF8 { bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
        if hasNul { throw StoreFailure.other("a text with the character NUL cannot be stored") }
    }
}
