/// Makes the value of each merged range visible in every cell that the range covers.
package enum MergedRanges {
    /// The same rows with covered cells filled in and marked `.merged`.
    ///
    /// A range is cut to the rows and columns in use, so that a title merged across the whole sheet costs nothing.
    /// - Parameters:
    ///   - rows: ascending, without repetition.
    ///   - cellsLeft: how many cells may be added.
    /// - Throws: `tooManyCells` when the ranges cover more than that.
    package static func apply(
        _ ranges: [CellRange], to rows: [SheetRow], cellsLeft: Int, limits: SpreadsheetLimits
    ) throws(SpreadsheetRefusal) -> [SheetRow] {
        guard let lastRow = rows.last?.number, !ranges.isEmpty else { return rows }
        let lastColumn = rows.reduce(0) { max($0, $1.cells.last?.column ?? 0) }
        var places: [Int: Int] = [:]
        for (place, row) in rows.enumerated() { places[row.number] = place }

        var added: [Int: [SheetCell]] = [:]
        var count = 0
        for range in ranges {
            let (firstRow, firstColumn) = (range.rows.lowerBound, range.columns.lowerBound)
            guard let place = places[firstRow], let source = rows[place].cell(at: firstColumn) else { continue }
            let height = min(range.rows.upperBound, lastRow) - firstRow + 1
            let width = min(range.columns.upperBound, lastColumn) - firstColumn + 1
            // Both are below 2^21, so that the product cannot overflow.
            count += max(0, height) * max(0, width)
            guard count <= cellsLeft else { throw .tooManyCells(limit: limits.cells) }
            guard height > 0, width > 0 else { continue }
            for number in firstRow..<(firstRow + height) {
                for column in firstColumn..<(firstColumn + width) where number != firstRow || column != firstColumn {
                    added[number, default: []].append(SheetCell(column: column, value: source.value, origin: .merged))
                }
            }
        }
        guard !added.isEmpty else { return rows }

        var result: [SheetRow] = []
        result.reserveCapacity(rows.count)
        for row in rows {
            guard let extra = added.removeValue(forKey: row.number) else {
                result.append(row)
                continue
            }
            result.append(SheetRow(number: row.number, cells: merge(row.cells, extra)))
        }
        for (number, extra) in added { result.append(SheetRow(number: number, cells: merge([], extra))) }
        result.sort { $0.number < $1.number }
        guard result.count <= limits.rows else { throw .tooManyRows(limit: limits.rows) }
        return result
    }

    /// What the user wrote in a covered cell stays: overlapping ranges occur only in damaged files.
    private static func merge(_ own: [SheetCell], _ extra: [SheetCell]) -> [SheetCell] {
        var cells = own
        var taken = Set(own.map(\.column))
        for cell in extra where taken.insert(cell.column).inserted { cells.append(cell) }
        return cells.sorted { $0.column < $1.column }
    }
}
