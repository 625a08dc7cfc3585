import Foundation
import GRDB
import GRDBSQLite

/// SQLite's result codes as what a person can act on.
enum SQLiteFailure {
    /// The failure of the last call on a connection. `statement` is the program's own text, without values.
    static func last(on handle: OpaquePointer?, code: Int32, statement: String) -> any Error {
        let extended = sqlite3_extended_errcode(handle)
        let message = sqlite3_errmsg(handle).map { String(cString: $0) } ?? "no message"
        return failure(
            code: extended & 0xFF == code & 0xFF ? extended : code, message: message, statement: statement,
            systemCode: sqlite3_system_errno(handle))
    }

    /// What GRDB threw, as a failure of the store; anything else stays as it is.
    static func translated(_ error: any Error) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        // GRDB's way to say that the connection is closed.
        if error.resultCode == .SQLITE_MISUSE { return StoreFailure.unreachable("the database is closed") }
        return failure(
            code: error.extendedResultCode.rawValue, message: error.message ?? "no message", statement: error.sql ?? "", systemCode: 0)
    }

    private static func failure(code: Int32, message: String, statement: String, systemCode: Int32) -> any Error {
        switch code & 0xFF {
        // The last is what SQLite says when it has tried for long to take part in its log's locks.
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: return StoreFailure.busy
        case SQLITE_FULL: return StoreFailure.full
        case SQLITE_READONLY: return StoreFailure.readOnly
        case SQLITE_IOERR:
            // A quota that is used up is reported as a plain write error.
            return systemCode == ENOSPC || systemCode == EDQUOT ? StoreFailure.full : StoreFailure.damaged("\(message) (\(code))")
        case SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_CORRUPT: return StoreFailure.damaged("\(message) (\(code))")
        case SQLITE_CONSTRAINT: return StoreFailure.constraint(name: name(ofConstraint: message))
        // Only a cancelled task interrupts a statement.
        case SQLITE_INTERRUPT: return CancellationError()
        default: return StoreFailure.other("\(message) (\(code)) in: \(statement)")
        }
    }

    /// `UNIQUE constraint failed: trainee.hpr` and `cannot store TEXT value in INTEGER column trainee.birthYear` name it last.
    private static func name(ofConstraint message: String) -> String {
        if message.hasPrefix("FOREIGN KEY") { return "foreign key" }
        if let range = message.range(of: "constraint failed: ") { return message[range.upperBound...].lowercased() }
        if let range = message.range(of: " column ", options: .backwards) { return message[range.upperBound...].lowercased() }
        return message.lowercased()
    }
}
