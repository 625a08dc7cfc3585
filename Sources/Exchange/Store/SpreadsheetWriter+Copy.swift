import AlisDomain
import CXlsxWriter

extension SpreadsheetWriter {
    /// Begins a sheet that has no heading of its own and whose rows are put where they are said to stand: a file that goes back to
    /// the one who sent it. Rows must come in order.
    package mutating func beginCopy(named name: String, widths: [Int: Double], headingRow: Int?) {
        begin(ExportTable(name: name, columns: []))
        guard let sheet else { return }
        for (column, width) in widths {
            let column = UInt16(clamping: column)
            worksheet_set_column(sheet, column, column, width, nil)
        }
        if let headingRow { worksheet_freeze_panes(sheet, UInt32(clamping: headingRow), 0) } else { worksheet_freeze_panes(sheet, 0, 0) }
    }

    /// Writes one row of a copy, numbered from 1 as spreadsheet programs do.
    package mutating func append(_ row: [ExportValue], atRow number: Int) {
        nextRow = UInt32(clamping: max(0, number - 1))
        append(row)
    }
}
