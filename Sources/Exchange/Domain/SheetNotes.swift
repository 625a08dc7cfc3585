/// What is put into one sheet of a file that goes back to its sender (*tilbakemelding i arket*): two columns, beside what stands there.
package struct SheetNotes: Hashable, Sendable {
    /// What became of a row, and why.
    package struct Line: Hashable, Sendable {
        package let result: String
        package let explanation: String

        package init(result: String, explanation: String) {
            self.result = result
            self.explanation = explanation
        }
    }

    /// The first of the two columns, from 0.
    package let column: Int
    package let headingRow: Int?
    /// By the rows' numbers, the heading's own among them.
    package let lines: [Int: Line]

    /// How wide the two columns are, in characters.
    package static let widths = (result: 22.0, explanation: 80.0)

    package init(column: Int, headingRow: Int?, lines: [Int: Line]) {
        self.column = column
        self.headingRow = headingRow
        self.lines = lines
    }

    /// Notes for a sheet that was read. A file that has been given back before has its two columns written again; else they come after
    /// the last column in use, and after what is merged below the heading, so that nothing is covered. Nil when there is no room.
    package init?(_ sheet: Sheet, headingRow: Int?, heading: Line, said: (Int) -> Line?) {
        var lines: [Int: Line] = [:]
        for row in sheet.rows where row.number != headingRow { lines[row.number] = said(row.number) }
        var column = sheet.columnCount
        if let headingRow { lines[headingRow] = heading }
        let headings = headingRow.flatMap { sheet.row(number: $0)?.cells } ?? []
        let written = zip(headings, headings.dropFirst()).first { cell, next in
            Self.isSame(cell.value, heading.result) && Self.isSame(next.value, heading.explanation) && next.column == cell.column + 1
        }
        if let written {
            column = written.0.column
        } else {
            let rows = lines.keys.sorted()
            for range in sheet.mergedRanges where range.columns.upperBound + 2 < CellReference.columnCount {
                if Self.isAny(of: rows, in: range.rows) { column = max(column, range.columns.upperBound + 1) }
            }
        }
        guard column + 1 < CellReference.columnCount else { return nil }
        self.init(column: column, headingRow: headingRow, lines: lines)
    }

    /// As a heading is recognised: whatever the space and the case.
    private static func isSame(_ cell: CellValue, _ heading: String) -> Bool {
        guard case .text(let text) = cell, text.utf8.count <= 100 else { return false }
        return ImportText.key(text) == ImportText.key(heading)
    }

    /// By halving: a hostile file may have very many merged ranges of very many rows.
    private static func isAny(of sorted: [Int], in range: ClosedRange<Int>) -> Bool {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && range.contains(sorted[low])
    }
}
