/// One row of one sheet: `sheet` counts from 0 in the file's order, `row` is the number seen beside it in the spreadsheet program.
package struct RowReference: Hashable, Sendable, Comparable {
    package let sheet: Int
    package let row: Int

    package init(sheet: Int, row: Int) {
        self.sheet = sheet
        self.row = row
    }

    package static func < (left: RowReference, right: RowReference) -> Bool { (left.sheet, left.row) < (right.sheet, right.row) }
}

/// Something to be said about one row of an imported sheet (*avvik i rad*): where it is, what was found, and what to do.
package struct RowProblem: Hashable, Sendable {
    package let place: RowReference
    package let sheetName: String
    /// The field it is about; nil when it is about the row as a whole.
    package let field: ImportField?
    /// The column's letters, `C`; nil when the sheet has no such column.
    package let columnLetters: String?
    /// The column's heading as the user wrote it.
    package let heading: String?
    /// The text found in the cell; empty when there is none, and for national identity numbers, which are never repeated.
    package let found: String
    package let kind: Kind
    /// What may be meant. One: "did you mean"; several: a choice to be made.
    package let choices: [ImportChoice]

    package init(
        place: RowReference, sheetName: String, field: ImportField? = nil, columnLetters: String? = nil, heading: String? = nil,
        found: String = "", kind: Kind, choices: [ImportChoice] = []
    ) {
        self.place = place
        self.sheetName = sheetName
        self.field = field
        self.columnLetters = columnLetters
        self.heading = heading
        self.found = found
        self.kind = kind
        self.choices = choices
    }

    package var severity: Severity { kind.severity }

    /// What a problem means for its row.
    package enum Severity: Int, Sendable, Comparable {
        /// To be known; the row is taken in.
        case notice
        /// The row waits until somebody has answered.
        case question
        /// The row waits until the sheet is corrected (or the cell answered).
        case stops

        package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
    }
}

/// One way of answering a question about a row.
package enum ImportChoice: Hashable, Sendable {
    /// Read the cell as if this stood in it.
    case value(String)
    /// Read the day as this: the start of the training, or of the job.
    case meaning(ImportField)
    /// It is this person. The label is what the one who imports may see of her.
    case person(RecordID, label: String)
    /// It is somebody who is not in the register.
    case newPerson
    /// Yes: do what the question describes.
    case accept
    /// No: leave this row out.
    case leaveOut
}
