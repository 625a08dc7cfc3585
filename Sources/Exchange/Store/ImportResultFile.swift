import AlisDomain

/// The file as it was sent, with two columns added: what became of each row, and why. Values only: no formula goes back.
package enum ImportResultFile {
    package static func bytes(
        of workbook: Workbook, mapping: ImportMapping, headings: (result: String, explanation: String),
        said: (RowReference) -> (result: String, explanation: String)?, madeAt: Instant
    ) throws(SpreadsheetWriteFailure) -> [UInt8] {
        let cells = workbook.sheets.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.cells.count } }
        var writer = try SpreadsheetWriter(keepsRowsInMemory: cells <= 100_000, madeAt: madeAt)
        for (place, sheet) in workbook.sheets.enumerated() {
            let understood = mapping.sheets.first { $0.sheet == place && $0.isRead }
            let width = min(sheet.columnCount, 16_382)
            writer.beginCopy(
                named: sheet.name, widths: understood == nil ? [:] : [width: 18, width + 1: 70],
                headingRow: understood?.headerRow)
            for row in sheet.rows {
                var values = [ExportValue](repeating: .empty, count: width)
                for cell in row.cells where cell.column < width { values[cell.column] = ExportValue(cell.value) }
                if understood != nil {
                    if row.number == understood?.headerRow {
                        values += [.text(headings.result), .text(headings.explanation)]
                    } else if let said = said(RowReference(sheet: place, row: row.number)) {
                        values += [.text(said.result), .text(said.explanation)]
                    }
                }
                writer.append(values, atRow: row.number)
            }
        }
        return try writer.finish()
    }
}
