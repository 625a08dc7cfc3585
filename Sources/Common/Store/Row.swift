import AlisDomain
import CPQ
import GRDBSQLite

/// One row of a query's answer, read by position, straight from the engine's memory. It cannot be copied, so it cannot outlive
/// its query.
///
/// `NULL` reads as 0, an empty text or false unless an `optional…` function is used, as in SQLite.
package struct Row: ~Copyable {
    enum Source {
        case sqlite(OpaquePointer)
        case postgres(OpaquePointer, row: Int32)
    }

    let source: Source

    /// Whether there is nothing at `position`.
    package func isNull(_ position: Int) -> Bool {
        switch source {
        case .sqlite(let statement): sqlite3_column_type(statement, Int32(position)) == SQLITE_NULL
        case .postgres(let result, let row): PQgetisnull(result, row, Int32(position)) == 1
        }
    }

    /// An integer.
    package func int64(_ position: Int) -> Int64 {
        switch source {
        case .sqlite(let statement): return sqlite3_column_int64(statement, Int32(position))
        case .postgres: return withBytes(position, DecimalDigits.integer)
        }
    }

    /// An integer.
    package func int(_ position: Int) -> Int { Int(int64(position)) }
    /// An integer, or nil.
    package func optionalInt(_ position: Int) -> Int? { isNull(position) ? nil : int(position) }
    /// An integer, or nil.
    package func optionalInt64(_ position: Int) -> Int64? { isNull(position) ? nil : int64(position) }
    /// Whether the integer is not 0. PostgreSQL's own truth values count too.
    package func bool(_ position: Int) -> Bool {
        switch source {
        case .sqlite: int64(position) != 0
        case .postgres: withBytes(position) { $0.first == UInt8(ascii: "t") || DecimalDigits.integer($0) != 0 }
        }
    }
    /// Whether the integer is not 0, or nil.
    package func optionalBool(_ position: Int) -> Bool? { isNull(position) ? nil : bool(position) }

    /// A number with a fraction.
    package func real(_ position: Int) -> Double {
        switch source {
        case .sqlite(let statement): sqlite3_column_double(statement, Int32(position))
        case .postgres: Double(text(position)) ?? 0
        }
    }
    /// A number with a fraction, or nil.
    package func optionalReal(_ position: Int) -> Double? { isNull(position) ? nil : real(position) }

    /// A text.
    package func text(_ position: Int) -> String { withBytes(position) { String(decoding: $0, as: UTF8.self) } }
    /// A text, or nil.
    package func optionalText(_ position: Int) -> String? { isNull(position) ? nil : text(position) }

    /// Bytes.
    package func blob(_ position: Int) -> [UInt8] {
        switch source {
        case .sqlite(let statement):
            guard let start = sqlite3_column_blob(statement, Int32(position)) else { return [] }
            return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(position)))))
        case .postgres: return withBytes(position, PostgresText.bytes(fromHex:))
        }
    }
    /// Bytes, or nil.
    package func optionalBlob(_ position: Int) -> [UInt8]? { isNull(position) ? nil : blob(position) }

    /// A day; throws when the column holds none.
    package func day(_ position: Int) throws -> CalendarDay {
        guard let day = withBytes(position, DecimalDigits.day) else { throw damaged(position, "day") }
        return day
    }
    /// A day, or nil; throws when the column holds something else.
    package func optionalDay(_ position: Int) throws -> CalendarDay? { isNull(position) ? nil : try day(position) }

    /// An instant; throws when the column holds none.
    package func instant(_ position: Int) throws -> Instant {
        guard let instant = withBytes(position, DecimalDigits.instant) else { throw damaged(position, "instant") }
        return instant
    }
    /// An instant, or nil; throws when the column holds something else.
    package func optionalInstant(_ position: Int) throws -> Instant? { isNull(position) ? nil : try instant(position) }

    /// An identity; throws when the column holds none.
    package func recordID(_ position: Int) throws -> RecordID {
        guard let id = RecordID(text(position)) else { throw damaged(position, "identity") }
        return id
    }
    /// An identity, or nil; throws when the column holds something else.
    package func optionalRecordID(_ position: Int) throws -> RecordID? { isNull(position) ? nil : try recordID(position) }

    /// The value's UTF-8 bytes where the engine keeps them, for writing a page without making a `String`.
    package func withBytes<Value>(_ position: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value) rethrows -> Value {
        switch source {
        case .sqlite(let statement):
            // The text first: asking for it may convert the value, and only then is its length known.
            let start = sqlite3_column_text(statement, Int32(position))
            let length = start == nil ? 0 : sqlite3_column_bytes(statement, Int32(position))
            return try body(UnsafeBufferPointer(start: start, count: Int(length)))
        case .postgres(let result, let row):
            let start = UnsafeRawPointer(PQgetvalue(result, row, Int32(position)))?.assumingMemoryBound(to: UInt8.self)
            return try body(UnsafeBufferPointer(start: start, count: Int(PQgetlength(result, row, Int32(position)))))
        }
    }

    private func damaged(_ position: Int, _ what: String) -> StoreFailure { .damaged("column \(position) holds no \(what)") }
}
