/// A comma-separated file with a header line, as the files in `Reference/` are: UTF-8, quoted cells where needed (RFC 4180).
struct ReferenceCSV {
    struct Line {
        /// Where it begins in the file, the first line being 1.
        let number: Int
        let cells: [String]
    }

    let header: [String]
    let lines: [Line]

    /// Nil when a quoted cell never ends, or there is not even a header.
    init?(_ text: String) {
        var lines: [Line] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        var number = 1
        var start = 1

        func decoded(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        func endLine() {
            cells.append(decoded(cell))
            if cells.count > 1 || !cells[0].isEmpty { lines.append(Line(number: start, cells: cells)) }
            (cells, cell, wasQuoted) = ([], [], false)
        }

        for byte in text.utf8 {
            if byte == 10 { number += 1 }
            switch (byte, isQuoted) {
            case (34, false):
                // A quotation mark just after a closed one is one that belongs to the text.
                if wasQuoted { cell.append(34) }
                isQuoted = true
            case (34, true): (isQuoted, wasQuoted) = (false, true)
            case (_, true): cell.append(byte)
            case (44, false):
                cells.append(decoded(cell))
                (cell, wasQuoted) = ([], false)
            case (10, false):
                endLine()
                start = number
            case (13, false): continue
            default:
                wasQuoted = false
                cell.append(byte)
            }
        }
        if isQuoted { return nil }
        endLine()
        guard let first = lines.first else { return nil }
        header = first.cells.map { $0.hasPrefix("\u{FEFF}") ? String($0.dropFirst()) : $0 }
        self.lines = Array(lines.dropFirst())
    }
}

/// One line of a reference file being read: gives cells as values and notes what is wrong with them.
struct ReferenceLine {
    let file: String
    let number: Int
    let cells: [String: String]
    var problems: [ReferenceProblem] = []

    init(file: String, number: Int, cells: [String: String]) {
        self.file = file
        self.number = number
        self.cells = cells
    }

    func text(_ column: String) -> String { cells[column] ?? "" }

    /// A cell that must be readable as a value.
    mutating func required<Value>(_ column: String, _ read: (String) -> Value?) -> Value? {
        if let value = read(text(column)) { return value }
        problems.append(ReferenceProblem(file: file, line: number, kind: .badValue(column: column, value: text(column))))
        return nil
    }

    /// A cell that may be empty, else must be readable. The outer nil means that it was not.
    mutating func optional<Value>(_ column: String, _ read: (String) -> Value?) -> Value?? {
        if text(column).isEmpty { return .some(nil) }
        return required(column, read).map { .some($0) }
    }

    /// The half-open period in `from` and `to`.
    mutating func period() -> Period? {
        guard let from = required("from", { CalendarDay(iso: $0) }), let to = optional("to", { CalendarDay(iso: $0) }) else { return nil }
        return required("to") { _ in Period(from: from, to: to) }
    }

    /// The value with this line's source and certainty; stated when the file does not say.
    mutating func sourced<Value>(_ value: Value) -> Sourced<Value>? {
        guard let certainty = optional("certainty", { Certainty(rawValue: $0) }),
            let source = required("source", { $0.isEmpty ? nil : $0 })
        else { return nil }
        return Sourced(value, certainty: certainty ?? .stated, source: source)
    }
}
