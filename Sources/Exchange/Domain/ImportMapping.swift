/// How a file's columns were understood: shown to a person, who may change it, before anything is read.
package struct ImportMapping: Hashable, Sendable {
    package var sheets: [SheetMapping]

    package init(sheets: [SheetMapping]) { self.sheets = sheets }

    /// Whether any sheet is to be read.
    package var readsAnything: Bool { sheets.contains { $0.isRead } }
    /// Whether a person should look at it first: a column was guessed, refused, or could not be understood.
    package var needsALook: Bool {
        sheets.contains { sheet in sheet.isRead && sheet.columns.contains { $0.sureness == .guessed || $0.isUnused } }
    }
}

/// How one sheet was understood.
package struct SheetMapping: Hashable, Sendable {
    /// Its place in the file, from 0.
    package let sheet: Int
    package let name: String
    package var isRead: Bool
    /// Why it is not read; nil when it is.
    package var whyNot: Reason?
    /// The row with the headings, as numbered in the spreadsheet program; nil when there is none.
    package var headerRow: Int?
    package var columns: [ColumnMapping]
    /// The municipality of every row without one of its own: from the sheet's name, or because the importer has only one.
    package var municipality: MunicipalityID?

    package init(
        sheet: Int, name: String, isRead: Bool, whyNot: Reason? = nil, headerRow: Int?, columns: [ColumnMapping],
        municipality: MunicipalityID? = nil
    ) {
        self.sheet = sheet
        self.name = name
        self.isRead = isRead
        self.whyNot = whyNot
        self.headerRow = headerRow
        self.columns = columns
        self.municipality = municipality
    }

    /// Why a sheet is left alone.
    package enum Reason: Hashable, Sendable {
        case empty
        /// No row looks like headings, and the contents like no list of doctors.
        case noTable
        case hidden
        /// A person said so.
        case chosen
    }

    /// The column that holds a field.
    package func column(of field: ImportField) -> ColumnMapping? { columns.first { $0.meaning == .field(field) } }
}

/// How one column was understood.
package struct ColumnMapping: Hashable, Sendable {
    /// From 0.
    package let column: Int
    /// As the user wrote it; empty when there is none.
    package let heading: String
    package var meaning: Meaning
    package var sureness: Sureness
    /// The first texts in the column, to recognise it by; none for columns that may not be read.
    package let examples: [String]

    package init(column: Int, heading: String, meaning: Meaning, sureness: Sureness, examples: [String] = []) {
        self.column = column
        self.heading = heading
        self.meaning = meaning
        self.sureness = sureness
        self.examples = examples
    }

    package var letters: String { CellReference.letters(ofColumn: column) }
    /// Something stands in it that will not be read, and nobody has said so.
    package var isUnused: Bool {
        switch meaning {
        case .field: false
        case .ignored(.chosen), .ignored(.ours): false
        case .ignored: true
        }
    }

    package enum Meaning: Hashable, Sendable {
        case field(ImportField)
        case ignored(Reason)
    }

    /// Why a column is not read.
    package enum Reason: Hashable, Sendable {
        case notUnderstood
        /// National identity numbers: refused, whatever a person says.
        case identityNumbers
        /// Diagnoses and the like: refused too.
        case health
        /// Alis has put the column there itself.
        case ours
        /// Another column (from 0) was taken for the same.
        case sameAs(column: Int, ImportField)
        /// A person said so.
        case chosen
    }

    /// How sure the understanding is.
    package enum Sureness: Int, Hashable, Sendable, Comparable {
        /// From the look of the contents, or from a part of the heading.
        case guessed
        /// The heading is spelled nearly as one that is known.
        case likely
        /// The heading is known.
        case certain
        /// A person said so.
        case chosen

        package static func < (left: Sureness, right: Sureness) -> Bool { left.rawValue < right.rawValue }
    }
}

/// What a person has said about how a file is to be understood.
package struct ImportMappingChoices: Hashable, Sendable {
    /// By the sheet's place in the file.
    package var sheets: [Int: SheetChoices]

    package init(sheets: [Int: SheetChoices] = [:]) { self.sheets = sheets }

    package struct SheetChoices: Hashable, Sendable {
        /// Whether to read it; nil: as found.
        package var isRead: Bool?
        /// The row of the headings; nil: as found.
        package var headerRow: HeaderRow?
        /// By column from 0: what it holds.
        package var columns: [Int: ColumnMapping.Meaning]
        package var municipality: MunicipalityID?

        package init(
            isRead: Bool? = nil, headerRow: HeaderRow? = nil, columns: [Int: ColumnMapping.Meaning] = [:],
            municipality: MunicipalityID? = nil
        ) {
            self.isRead = isRead
            self.headerRow = headerRow
            self.columns = columns
            self.municipality = municipality
        }
    }

    package enum HeaderRow: Hashable, Sendable {
        case row(Int)
        case none
    }
}
