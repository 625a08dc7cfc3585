/// A spreadsheet file as it was read: its sheets in the user's order.
package struct Workbook: Hashable, Sendable {
    /// The kind of file it was read from.
    package let format: WorkbookFormat
    /// In the order of their tabs, hidden ones included.
    package let sheets: [Sheet]
    /// What the user should know about how the file was read; none of it stopped the reading.
    package let warnings: [WorkbookWarning]
    /// Where a national identity number stands beside the cells, in a note or a text box: the cell, or the part of the file.
    package let identityNotes: [String]
    /// Parts of the file with a national identity number in what is not read and often repeats cells: texts that no cell has any more,
    /// pivot tables, formulas, filters, headers.
    package let identityParts: [String]

    /// A workbook as a reader found it.
    package init(
        format: WorkbookFormat, sheets: [Sheet], warnings: [WorkbookWarning] = [], identityNotes: [String] = [],
        identityParts: [String] = []
    ) {
        self.format = format
        self.sheets = sheets
        self.identityNotes = identityNotes
        self.identityParts = identityParts
        self.warnings = warnings
    }
}

/// What kind of file a workbook was read from, found from its content.
package enum WorkbookFormat: Hashable, Sendable {
    case xlsx
    /// The separator is the character between fields: `;`, `,` or a tab.
    case csv(separator: Character, encoding: TextEncoding)
}

/// Something the reader did that the user may want to know; never a reason to refuse the file.
package enum WorkbookWarning: Hashable, Sendable {
    /// The file has macros; they were not run and are not kept.
    case macrosIgnored
    /// Formulas may take values from other files; the values last calculated were read.
    case linksToOtherFiles
    /// Formulas without a calculated result were read as empty: how many, and the first one's place (row from 1, column from 0).
    case formulasWithoutResult(sheet: String, count: Int, firstRow: Int, firstColumn: Int)
    /// A sheet that holds no cells, such as a chart, was left out.
    case sheetWithoutCells(name: String)
    /// Bytes that are no text in the file's encoding were read as the replacement character.
    case unreadableCharacters
    /// A quotation mark in a CSV file was never closed; the field that began in this row took the rest of the file.
    case quoteNeverClosed(row: Int)
}
