/// Every reason for refusing a spreadsheet file as a whole. Nothing of a refused file is used.
package enum SpreadsheetRefusal: Error, Hashable, Sendable {
    /// The file has no bytes, or no cells with anything in them.
    case empty
    /// The content is no spreadsheet: a picture, a document, a web page, random bytes.
    case notASpreadsheet
    /// The file is protected by a password.
    case encrypted
    /// A workbook from Excel 97–2003 (`.xls`); save it as `.xlsx`.
    case oldXlsFormat
    /// A binary workbook (`.xlsb`); save it as `.xlsx`.
    case binaryWorkbook
    /// An OpenDocument spreadsheet (`.ods`); save it as `.xlsx`.
    case openDocument
    /// The end of the file is missing, as after an interrupted upload.
    case truncated
    /// The file is larger than this many bytes.
    case tooLarge(limit: Int)
    /// Unpacked, the file is larger than is allowed, or larger than any honest file of its size (a zip bomb).
    case expandsTooMuch
    /// More sheets than this.
    case tooManySheets(limit: Int)
    /// More rows with something in them than this, in one sheet.
    case tooManyRows(limit: Int)
    /// Something stands beyond this many columns.
    case tooManyColumns(limit: Int)
    /// More cells (or different texts) than this in all.
    case tooManyCells(limit: Int)
    /// A cell, or all cells together, have more text than is allowed. For CSV often a quotation mark that is never closed.
    case tooMuchText
    /// The file declares XML entities or refers to a document type; no spreadsheet program writes that.
    case entityDeclarations
    /// A part of the file cannot be understood; `part` is its name inside the file, for the log and for support.
    case damaged(part: String)
}
