import Foundation

/// One step of the schema, never changed once it has been released.
///
/// The script is written once for both engines, with these marks where they differ:
/// `{integer}` `{text}` `{blob}` `{real}` for the types, `{strict}` after a table's last parenthesis.
package struct Migration: Sendable {
    /// Its place in the order.
    package let number: Int
    /// What it does, for people.
    package let name: String
    /// The statements, separated by semicolons.
    package let script: String

    /// A piece of script after which the schema itself refuses to delete from `table` and to change any column but `columns`,
    /// on both engines, also for columns that later migrations add. The constraint that refuses is called `table is append-only`.
    package static func appendOnly(table: String, except columns: [String] = []) -> String {
        "\n{appendOnly \(([table] + columns).joined(separator: " "))}\n"
    }

    /// The script in an engine's own words, without the append-only marks.
    func statements(for kind: DatabaseEngineKind) -> String {
        let words: KeyValuePairs =
            switch kind {
            case .sqlite: ["{integer}": "INTEGER", "{text}": "TEXT", "{blob}": "BLOB", "{real}": "REAL", "{strict}": " STRICT"]
            case .postgres:
                // Byte order, as SQLite has it: identities, days and codes sort and compare alike on both.
                [
                    "{integer}": "BIGINT", "{text}": "TEXT COLLATE \"C\"", "{blob}": "BYTEA", "{real}": "DOUBLE PRECISION", "{strict}": "",
                ]
            }
        var result = words.reduce(script) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
        while let mark = Self.mark(in: result) { result.removeSubrange(mark) }
        return result
    }

    /// The tables that the script marks as append-only, with the columns that may change.
    var appendOnlyTables: [AppendOnlyTable] {
        var rest = Substring(script)
        var tables: [AppendOnlyTable] = []
        while let mark = Self.mark(in: rest) {
            let words = rest[mark].dropFirst("{appendOnly ".count).dropLast().split(separator: " ").map(String.init)
            if let name = words.first { tables.append(AppendOnlyTable(name: name, changing: Array(words.dropFirst()))) }
            rest = rest[mark.upperBound...]
        }
        return tables
    }

    private static func mark(in text: some StringProtocol) -> Range<String.Index>? {
        guard let start = text.range(of: "{appendOnly "), let end = text.range(of: "}", range: start.upperBound..<text.endIndex)
        else { return nil }
        return start.lowerBound..<end.upperBound
    }
}
