/// One value in a table that is taken out (*uttrekk*), with its type, so that a spreadsheet can calculate with it.
package enum ExportValue: Hashable, Sendable {
    case empty
    /// Always text, whatever it begins with: never a formula.
    case text(String)
    case integer(Int)
    case decimal(Double)
    /// A fraction: 0.8 is shown as 80 %.
    case percent(Double)
    case day(CalendarDay)

    /// A day, or nothing when it is not known.
    package init(_ day: CalendarDay?) { self = day.map { .day($0) } ?? .empty }
}

/// A column of a table that is taken out, or of a template that is filled in.
package struct ExportColumn: Hashable, Sendable {
    /// What the column's empty cells expect; only for templates that people fill in.
    package enum Entry: Hashable, Sendable {
        case general
        /// Keeps leading zeros: municipality numbers.
        case text
        case day
        case percent
    }

    /// The heading.
    package var title: String
    /// In characters; nil makes room for the title.
    package var width: Double?
    /// What the empty cells expect.
    package var entry: Entry
    /// Offered as a drop-down; other values can still be written, after a question.
    package var choices: [String]
    /// Shown as a comment on the heading.
    package var explanation: String?

    /// A column; only the heading is needed.
    package init(_ title: String, width: Double? = nil, entry: Entry = .general, choices: [String] = [], explanation: String? = nil) {
        self.title = title
        self.width = width
        self.entry = entry
        self.choices = choices
        self.explanation = explanation
    }
}

/// A table as it is taken out: one sheet of a workbook, or one CSV file.
package struct ExportTable: Hashable, Sendable {
    /// The sheet's name; what Excel does not allow in it is replaced and it is cut to 31 characters.
    package var name: String
    /// Lines above the heading: title, as-of day, definition, coverage. Left out of CSV.
    package var notes: [String]
    /// The headings, in order.
    package var columns: [ExportColumn]
    /// Each row's values stand under the columns in order; a short row leaves the rest empty.
    package var rows: [[ExportValue]]

    /// A table with its rows, or the beginning of one that is written row by row.
    package init(name: String, notes: [String] = [], columns: [ExportColumn], rows: [[ExportValue]] = []) {
        self.name = name
        self.notes = notes
        self.columns = columns
        self.rows = rows
    }
}
