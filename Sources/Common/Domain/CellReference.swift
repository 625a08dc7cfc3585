/// Names of cells as spreadsheet programs write them: `A1`, `XFD1048576`.
package enum CellReference {
    /// The last row that the file format allows.
    package static let lastRow = 1_048_576
    /// The number of columns that the file format allows.
    package static let columnCount = 16_384

    /// Row from 1 and column from 0; `$` is allowed. Nil for anything that is not a cell of a sheet.
    package static func parse(_ bytes: some Sequence<UInt8>) -> (row: Int, column: Int)? {
        var (column, row) = (0, 0)
        var inDigits = false
        for byte in bytes {
            switch byte {
            case 0x24: continue
            case 0x41...0x5A where !inDigits: column = column * 26 + Int(byte - 0x40)
            case 0x61...0x7A where !inDigits: column = column * 26 + Int(byte - 0x60)
            case 0x30...0x39 where column > 0:
                inDigits = true
                row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
            guard column <= columnCount, row <= lastRow else { return nil }
        }
        return column > 0 && row > 0 ? (row, column - 1) : nil
    }

    /// The letters of a column from 0: `A`, `Z`, `AA`. Empty for a negative number.
    package static func letters(ofColumn column: Int) -> String {
        var (rest, letters) = (column, "")
        while rest >= 0 {
            letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
            rest = rest / 26 - 1
        }
        return letters
    }
}

/// A rectangle of cells, both ends included; rows from 1, columns from 0.
package struct CellRange: Hashable, Sendable {
    /// From 1.
    package let rows: ClosedRange<Int>
    /// From 0.
    package let columns: ClosedRange<Int>

    /// The rectangle of these rows and columns.
    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// Reads `A1:F2` (or one cell, `A1`); the corners may come in any order.
    package init?(_ text: some StringProtocol) {
        let corners = text.utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard let first = corners.first, let last = corners.last, corners.count <= 2,
            let one = CellReference.parse(first), let other = CellReference.parse(last)
        else { return nil }
        rows = min(one.row, other.row)...max(one.row, other.row)
        columns = min(one.column, other.column)...max(one.column, other.column)
    }
}
