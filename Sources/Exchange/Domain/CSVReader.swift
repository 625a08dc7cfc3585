/// Reads comma-, semicolon- or tab-separated text, as municipalities' programs write it, into a workbook of one sheet.
///
/// Understands UTF-8 with and without byte order mark, UTF-16 with one, and Windows-1252; every kind of line break;
/// quoted fields with line breaks inside; and a first line `sep=;`, which is not counted as a row, as in Excel.
/// All values are text. An apostrophe that `CSVWriter` put before a text so that it is no formula is taken off again.
package enum CSVReader {
    /// - Parameter fileName: gives the sheet its name and decides nothing else.
    /// - Throws: `empty`, `notASpreadsheet` (control characters), `tooLarge`, `tooManyRows`, `tooManyColumns`, `tooManyCells`, `tooMuchText`.
    package static func read(
        _ bytes: [UInt8], fileName: String, limits: SpreadsheetLimits = SpreadsheetLimits()
    ) throws(SpreadsheetRefusal) -> Workbook {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= limits.fileBytes else { throw .tooLarge(limit: limits.fileBytes) }
        let decoded = TextEncoding.decode(bytes)
        guard !decoded.utf8.contains(0) else { throw .notASpreadsheet }

        let declared = CSVSeparator.declared(in: decoded.utf8)
        let text = declared?.rest ?? decoded.utf8[...]
        let separator = declared?.separator ?? CSVSeparator.detect(in: text)
        let (rows, unclosedRow) = try rows(of: text, separator: separator, limits: limits)
        guard !rows.isEmpty else { throw .empty }

        var warnings: [WorkbookWarning] = []
        if decoded.hasReplacements { warnings.append(.unreadableCharacters) }
        if let unclosedRow { warnings.append(.quoteNeverClosed(row: unclosedRow)) }
        return Workbook(
            format: .csv(separator: Character(UnicodeScalar(separator)), encoding: decoded.encoding),
            sheets: [Sheet(name: sheetName(from: fileName), rows: rows)],
            warnings: warnings
        )
    }

    private static func rows(
        of text: ArraySlice<UInt8>, separator: UInt8, limits: SpreadsheetLimits
    ) throws(SpreadsheetRefusal) -> (rows: [SheetRow], unclosedRow: Int?) {
        var scanner = CSVScanner(text, separator: separator)
        var rows: [SheetRow] = []
        var cells: [SheetCell] = []
        var field: [UInt8] = []
        var (number, column, cellCount) = (1, 0, 0)
        while !scanner.isAtEnd || column > 0 {
            let end = scanner.next(into: &field, limit: limits.cellTextBytes)
            if !field.isEmpty {
                guard field.count <= limits.cellTextBytes else { throw .tooMuchText }
                guard column < limits.columns else { throw .tooManyColumns(limit: limits.columns) }
                cellCount += 1
                guard cellCount <= limits.cells else { throw .tooManyCells(limit: limits.cells) }
                cells.append(SheetCell(column: column, value: .text(FormulaGuard.restored(String(decoding: field, as: UTF8.self)))))
            }
            if end == .separator {
                column += 1
                continue
            }
            if !cells.isEmpty {
                guard rows.count < limits.rows else { throw .tooManyRows(limit: limits.rows) }
                rows.append(SheetRow(number: number, cells: cells))
                cells.removeAll(keepingCapacity: true)
            }
            if end == .file { break }
            (number, column) = (number + 1, 0)
        }
        return (rows, scanner.isQuoteOpen ? number : nil)
    }

    private static func sheetName(from fileName: String) -> String {
        let last = fileName.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? fileName
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
        return String(last[..<dot])
    }
}
