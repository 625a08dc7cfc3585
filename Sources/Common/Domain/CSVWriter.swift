/// Writes a table as CSV, row by row, so that a long table need not be in memory.
///
/// Text that could be taken for a formula gets an apostrophe in front (`FormulaGuard`); numbers, also negative ones, stay numbers.
/// Days are written `2026-11-22`, which spreadsheet programs understand in every language. Rows end with CR LF (RFC 4180).
package struct CSVWriter: Sendable {
    /// For whom the file is.
    package enum Style: Hashable, Sendable {
        /// Opens properly by a double click in a Norwegian Excel: semicolon, decimal comma, byte order mark, `80 %`.
        case norwegianExcel
        /// For programs: comma, decimal point, no byte order mark, 0.8.
        case machine
    }

    private let style: Style
    private var bytes: [UInt8]

    private init(style: Style) {
        self.style = style
        bytes = style == .norwegianExcel ? [0xEF, 0xBB, 0xBF] : []
    }

    /// Begins a file with its heading.
    package init(columns: [String], style: Style = .norwegianExcel) {
        self.style = style
        bytes = style == .norwegianExcel ? [0xEF, 0xBB, 0xBF] : []
        append(columns.map(ExportValue.text))
    }

    /// A whole table at once; its notes are left out, so that the first line is the heading.
    ///
    /// - Parameter comments: rows above the heading, each a single cell; they begin with `#` where programs are to pass them over.
    package static func bytes(of table: ExportTable, style: Style = .norwegianExcel, comments: [String] = []) -> [UInt8] {
        var writer = CSVWriter(style: style)
        for comment in comments { writer.append([.text(comment)]) }
        writer.append(table.columns.map { .text($0.title) })
        for row in table.rows { writer.append(row) }
        return writer.take()
    }

    /// Adds one row; its values stand under the columns in order.
    package mutating func append(_ row: [ExportValue]) {
        for (place, value) in row.enumerated() {
            if place > 0 { bytes.append(separator) }
            append(value)
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    /// What was written since the last call, to be sent on.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private var separator: UInt8 { style == .norwegianExcel ? 0x3B : 0x2C }

    private mutating func append(_ value: ExportValue) {
        switch value {
        case .empty: break
        case .text(let text): appendQuoted(FormulaGuard.neutralised(text))
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .decimal(let number): appendNumber(number, form: .general)
        case .percent(let fraction): appendNumber(fraction, form: .percent)
        case .day(let day): bytes.append(contentsOf: day.iso.utf8)
        }
    }

    private mutating func appendNumber(_ number: Double, form: SheetNumber.Form) {
        guard let number = SheetNumber(number, form: form) else { return }
        appendQuoted(style == .norwegianExcel ? number.shownText : number.plainText)
    }

    private mutating func appendQuoted(_ text: String) {
        let needsQuotes =
            text.utf8.contains {
                $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B || $0 == 0x2C || $0 == 0x09
            } || text.utf8.first == 0x20 || text.utf8.last == 0x20
        // A decimal comma needs no quotes where the semicolon separates.
        guard needsQuotes, !(style == .norwegianExcel && isPlainNumber(text)) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    private func isPlainNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2D }
    }
}
