/// One sheet of a workbook, read whole: rows with something in them, in order, with gaps where the user left rows blank.
package struct Sheet: Hashable, Sendable {
    /// The name on the sheet's tab; the file's name without its ending for CSV.
    package let name: String
    /// The user hid the sheet; it often holds lists for drop-downs.
    package let isHidden: Bool
    /// Ascending by `number`.
    package let rows: [SheetRow]
    /// Ranges that the user merged; every cell they cover already repeats the value.
    package let mergedRanges: [CellRange]

    /// `rows` must be ascending by number.
    package init(name: String, isHidden: Bool = false, rows: [SheetRow], mergedRanges: [CellRange] = []) {
        self.name = name
        self.isHidden = isHidden
        self.rows = rows
        self.mergedRanges = mergedRanges
    }

    /// One more than the last column with something in it; 0 for an empty sheet.
    package var columnCount: Int { rows.reduce(0) { max($0, ($1.cells.last?.column ?? -1) + 1) } }

    /// The row with a number from 1; nil when it is blank.
    package func row(number: Int) -> SheetRow? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].number == number ? rows[low] : nil
    }
}
