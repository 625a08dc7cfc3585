/// One cell with where in its row it stands.
package struct SheetCell: Hashable, Sendable {
    /// Where the value comes from.
    package enum Origin: UInt8, Hashable, Sendable {
        /// Typed into the cell.
        case typed
        /// The result of a formula, as the spreadsheet program last calculated it.
        case formula
        /// A formula whose result the file does not hold; the value is `.empty`.
        case formulaWithoutResult
        /// The cell is covered by a merged range and repeats the value of the range's first cell.
        case merged
    }

    /// From 0: column A is 0.
    package let column: Int
    /// What the cell holds.
    package let value: CellValue
    /// Where the value comes from.
    package let origin: Origin

    /// `column` is from 0.
    package init(column: Int, value: CellValue, origin: Origin = .typed) {
        self.column = column
        self.value = value
        self.origin = origin
    }
}

/// One row that has at least one cell with something in it.
package struct SheetRow: Hashable, Sendable {
    /// From 1, the number the user sees beside the row in the spreadsheet program.
    package let number: Int
    /// Cells with something in them, in column order, at most one per column.
    package let cells: [SheetCell]

    /// `cells` must be in column order, at most one per column.
    package init(number: Int, cells: [SheetCell]) {
        self.number = number
        self.cells = cells
    }

    /// The cell in a column (from 0); nil when there is nothing in it.
    package func cell(at column: Int) -> SheetCell? {
        // Most rows have no gaps, so that the place is the column.
        if cells.indices.contains(column), cells[column].column == column { return cells[column] }
        var (low, high) = (0, cells.count)
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].column < column { low = middle + 1 } else { high = middle }
        }
        return low < cells.count && cells[low].column == column ? cells[low] : nil
    }

    /// The value in a column (from 0); `.empty` when there is nothing in it.
    package subscript(column column: Int) -> CellValue { cell(at: column)?.value ?? .empty }
}
