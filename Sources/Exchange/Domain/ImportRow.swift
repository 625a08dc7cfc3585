/// What one row of a sheet says, cell by cell; nil is "not said".
struct ImportRow {
    let place: RowReference
    let sheetName: String
    var problems: [RowProblem] = []
    /// All that stands in the columns that are read, to know a row that is there twice.
    var contents = ""
    /// The cells that were read as somebody has answered.
    var answers: [CellAnswer] = []

    var name: ImportPersonReading.Name?
    var hpr: HPRNumber?
    var birthYear: Int?
    var email: EmailAddress?
    var phone: String?
    var municipality: MunicipalityID?
    /// What the municipality's name may mean, when that is not clear.
    var placeCandidates: [MunicipalityID] = []
    /// The sheet has columns for where doctors work, and this row has nothing in them: nothing is said of any place of work.
    var isSilentOnPlace = false
    var specialty: Training.Specialty?
    var scheme: Training.Scheme?
    var trainingStart: CalendarDay?
    var conversion: ImportWordReading.Conversion?
    var expectedEnd: CalendarDay?
    var standing: Training.Standing?
    /// The last day of the training.
    var endDay: CalendarDay?
    var endReason: Training.EndReason?
    var workplace: String?
    var form: Engagement.Form?
    var percent: PositionPercent?
    /// A start of which the sheet does not say whether it is the training's or the job's.
    var started: CalendarDay?
    var engagedFrom: CalendarDay?
    /// The last day of the engagement.
    var engagedTo: CalendarDay?
    var absence: Absence.Kind?
    var absenceFrom: CalendarDay?
    /// The last day of the absence.
    var absenceTo: CalendarDay?
    var absencePercent: PositionPercent?
    var earliest: HalfYear?
    var latest: HalfYear?
    /// In order of the columns; nil where a cell is empty.
    var wishes: [HospitalWish.Choice?] = [nil, nil, nil]
    var months: Int?
    var wishPercent: PositionPercent?
    var note: String?
    var validFrom: CalendarDay?

    var saysWish: Bool { earliest != nil || latest != nil || months != nil || wishPercent != nil || wishes.contains { $0 != nil } }
    var saysAbsence: Bool { absence != nil || absenceFrom != nil || absenceTo != nil || absencePercent != nil }
    /// Doctors whom the row may be about and whom the importer may not see.
    var strangers: [RecordID] = []
    /// Whether it meets any such doctor, also where nobody can be asked.
    var meetsStranger = false

    /// All by which somebody may be met: two rows that say the same of a doctor have the same.
    var description: String {
        [name.map { Folding.fold("\($0.given) \($0.family)") }, hpr?.digits, birthYear.map(String.init), email?.text]
            .map { $0 ?? "" }.joined(separator: "|")
    }

    /// Who is meant, as the row says it; nil when it names nobody.
    var described: TransferRequest.Described? {
        guard let name else { return nil }
        let full = name.given.isEmpty ? name.family : "\(name.given) \(name.family)"
        return TransferRequest.Described(name: full, hpr: hpr, birthYear: birthYear)
    }

    /// What the row asks leave for; nil when it does not say for whom, or where.
    func leave(of doctors: [RecordID]) -> PlannedRow.Leave? {
        guard let municipality, let described else { return nil }
        return PlannedRow.Leave(municipality: municipality, described: described, doctors: doctors)
    }

    /// Reads the start that may mean two things as the one it is.
    mutating func take(start field: ImportField) {
        if field == .engagedFrom { engagedFrom = engagedFrom ?? started } else { trainingStart = trainingStart ?? started }
        started = nil
    }

    /// Whether the row points to a person at all.
    var hasIdentity: Bool { name != nil || hpr != nil || email != nil }
    /// Nothing is done with the row, and nothing is wrong with it: it is about nobody, or stands in the sheet already.
    var isPassedOver: Bool {
        problems.contains { if case .sameAsRow = $0.kind { true } else { $0.kind == .notAboutAPerson } }
    }
    var worst: RowProblem.Severity? { problems.map(\.severity).max() }
}
