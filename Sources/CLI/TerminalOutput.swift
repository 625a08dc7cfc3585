import Foundation

/// What commands print for people and for scripts.
enum TerminalOutput {
    /// A table with columns as wide as what stands in them.
    static func table(_ heads: [String], _ rows: [[String]]) -> String {
        let widths = heads.indices.map { column in
            ([heads] + rows).map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            let padded = zip(cells, widths).map { cell, width in cell + String(repeating: " ", count: max(0, width - cell.count)) }
            var text = padded.joined(separator: "  ")
            while text.last == " " { text.removeLast() }
            return text
        }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        return ([line(heads), rule] + rows.map(line)).joined(separator: "\n")
    }

    /// JSON with its keys in order, so that scripts and people can compare two runs.
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
