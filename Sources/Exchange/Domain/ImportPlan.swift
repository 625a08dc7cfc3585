/// What an import would do, row by row (*prøvekjøring*): nothing is done until its operations are given to the store.
package struct ImportPlan: Sendable {
    /// Every row of the sheets that are read, in the file's order; blank rows and repeated headings are not among them.
    package let rows: [PlannedRow]
    /// Doctors the register has in the file's municipalities on the day, whom the file does not mention. Nothing is done with them.
    package let notInFile: [NotInFile]

    package init(rows: [PlannedRow], notInFile: [NotInFile]) {
        self.rows = rows
        self.notInFile = notInFile
    }

    /// What the store is to do, in order, for all rows that are ready.
    package var operations: [ImportOperation] { rows.flatMap(\.operations) }

    package var counts: Counts {
        var counts = Counts()
        for row in rows {
            switch row.outcome {
            case .add: counts.added += 1
            case .change: counts.changed += 1
            case .unchanged: counts.unchanged += 1
            case .blocked: counts.blocked += 1
            case .question: counts.questions += 1
            case .passedOver: counts.passedOver += 1
            }
        }
        return counts
    }

    /// How many rows came out how.
    package struct Counts: Hashable, Sendable {
        package var added = 0, changed = 0, unchanged = 0, blocked = 0, questions = 0, passedOver = 0

        package init() {}
    }

    /// A doctor whom the file does not mention.
    package struct NotInFile: Hashable, Sendable {
        package let trainee: RecordID
        package let name: String
        package let municipality: MunicipalityID
    }
}

/// One row of the file and what becomes of it.
package struct PlannedRow: Sendable {
    package let place: RowReference
    package let sheetName: String
    /// The person's name as the file has it; empty when it has none.
    package let name: String
    /// Who it is: a person in the register, or the identity a new one will get. Nil when that is not known.
    package let trainee: RecordID?
    package let municipality: MunicipalityID?
    package let outcome: Outcome
    /// Everything there is to say about the row, what stops it first.
    package let problems: [RowProblem]
    package let operations: [ImportOperation]
    /// The cells that were read as somebody has answered.
    package let answers: [CellAnswer]
    /// Who must be asked about, before the row can be taken in; nil when nobody must.
    package let leave: Leave?
    /// How the row describes somebody, in one line, where that meets a doctor out of the importer's sight; nil where it meets none.
    package let meeting: String?

    package init(
        place: RowReference, sheetName: String, name: String, trainee: RecordID?, municipality: MunicipalityID?, outcome: Outcome,
        problems: [RowProblem], operations: [ImportOperation], answers: [CellAnswer] = [], leave: Leave? = nil, meeting: String? = nil
    ) {
        self.place = place
        self.sheetName = sheetName
        self.name = name
        self.trainee = trainee
        self.municipality = municipality
        self.outcome = outcome
        self.problems = problems
        self.operations = operations
        self.answers = answers
        self.leave = leave
        self.meeting = meeting
    }

    /// What a row asks leave for: for which municipality, and whom. The doctors are for those who answer, never for the importer's page.
    package struct Leave: Sendable, Equatable {
        package let municipality: MunicipalityID
        package let described: TransferRequest.Described
        package let doctors: [RecordID]
    }

    /// What became of a row.
    package enum Outcome: Hashable, Sendable {
        /// Someone or something new: what is added.
        case add([FieldChange])
        case change([FieldChange])
        case unchanged
        /// Waits until the sheet is corrected.
        case blocked
        /// Waits until somebody has answered.
        case question
        /// Not about a person: a sum, a line of text.
        case passedOver
    }
}

/// One field before and after (*endring*).
package struct FieldChange: Hashable, Sendable {
    package let field: ImportField
    package let old: ImportValue
    package let new: ImportValue

    package init(_ field: ImportField, old: ImportValue, new: ImportValue) {
        self.field = field
        self.old = old
        self.new = new
    }
}

/// A value to be shown; `ImportTexts` puts it in words.
package enum ImportValue: Hashable, Sendable {
    case nothing
    case text(String)
    case day(CalendarDay)
    case percent(PositionPercent)
    case scheme(Training.Scheme)
    case specialty(Training.Specialty)
    case standing(Training.Standing)
    case form(Engagement.Form)
    case absence(Absence.Kind)
    case municipality(MunicipalityID)
    case halfYear(HalfYear)
    case months(Int)
    case trust(TrustCode, department: String)

    static func day(_ day: CalendarDay?) -> ImportValue { day.map { .day($0) } ?? .nothing }
    static func text(_ text: String?) -> ImportValue { text.map { $0.isEmpty ? .nothing : .text($0) } ?? .nothing }
}
