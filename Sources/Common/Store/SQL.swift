import AlisDomain

/// A value bound to a statement or read from a row.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// What may be written into an `SQL` literal: it is bound, never pasted.
package protocol SQLBindable {
    /// The value as it is bound.
    var sqlValue: SQLValue { get }
}

extension String: SQLBindable { package var sqlValue: SQLValue { .text(self) } }
extension Int: SQLBindable { package var sqlValue: SQLValue { .integer(Int64(self)) } }
extension Int64: SQLBindable { package var sqlValue: SQLValue { .integer(self) } }
extension Bool: SQLBindable { package var sqlValue: SQLValue { .integer(self ? 1 : 0) } }
extension Double: SQLBindable { package var sqlValue: SQLValue { .real(self) } }
extension CalendarDay: SQLBindable { package var sqlValue: SQLValue { .text(iso) } }
extension Instant: SQLBindable { package var sqlValue: SQLValue { .text(iso) } }
extension RecordID: SQLBindable { package var sqlValue: SQLValue { .text(text) } }
extension SQLValue: SQLBindable { package var sqlValue: SQLValue { self } }
extension Optional: SQLBindable where Wrapped: SQLBindable {
    package var sqlValue: SQLValue { map(\.sqlValue) ?? .null }
}

/// A statement in the dialect both engines share, with its values apart from its text.
///
/// `"SELECT name FROM trainee WHERE id = \(id)"` binds `id`. Names of tables and columns, which cannot be bound, come in by
/// `\(name: …)` and must be written in the program (checked: letters, digits and underscore only).
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text between the bound values; one piece more than there are values.
    package private(set) var pieces: [String]
    /// The bound values, in order.
    package private(set) var values: [SQLValue]

    /// A literal without values.
    package init(stringLiteral value: String) {
        pieces = [value]
        values = []
    }

    /// A literal with values.
    package init(stringInterpolation interpolation: StringInterpolation) {
        pieces = interpolation.sql.pieces
        values = interpolation.sql.values
    }

    /// Text without values that the program itself wrote, such as a migration.
    package init(program text: String) {
        pieces = [text]
        values = []
    }

    /// Two parts in one.
    package static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum.append(right)
        return sum
    }

    /// Adds a part at the end.
    package static func += (left: inout SQL, right: SQL) { left.append(right) }

    /// Adds a part at the end.
    package mutating func append(_ other: SQL) {
        pieces[pieces.count - 1] += other.pieces[0]
        pieces.append(contentsOf: other.pieces.dropFirst())
        values.append(contentsOf: other.values)
    }

    /// Whether a text may stand as the name of a table or a column: letters, digits and underscore only.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { ($0 | 32 >= 97 && $0 | 32 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 95 }
    }

    /// Gathers the pieces and values of a literal.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sql = SQL(stringLiteral: "")

        /// Starts empty.
        package init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds text that stands in the program.
        package mutating func appendLiteral(_ literal: String) { sql.pieces[sql.pieces.count - 1] += literal }

        /// Binds a value.
        package mutating func appendInterpolation(_ value: some SQLBindable) {
            sql.values.append(value.sqlValue)
            sql.pieces.append("")
        }

        /// Binds a value, or `NULL`.
        package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            sql.values.append(value.sqlValue)
            sql.pieces.append("")
        }

        /// Puts in another statement or a part of one.
        package mutating func appendInterpolation(_ part: SQL) { sql.append(part) }

        /// Puts in a table's or column's name.
        package mutating func appendInterpolation(name: String) {
            precondition(SQL.isName(name), "no name: \(name)")
            sql.pieces[sql.pieces.count - 1] += name
        }

        /// Binds each value, separated by commas; an empty list becomes `NULL`, which `IN` matches with nothing.
        package mutating func appendInterpolation(list values: some Sequence<some SQLBindable>) {
            var isFirst = true
            for value in values {
                if !isFirst { appendLiteral(", ") }
                appendInterpolation(value)
                isFirst = false
            }
            if isFirst { appendLiteral("NULL") }
        }
    }
}
