/// Reads the rows of one sheet, by the mapping of its columns. What has been read once is remembered: lists repeat themselves.
struct ImportRowReader {
    let settings: ImportSettings
    let mapping: SheetMapping
    private let columns: [(field: ImportField, mapping: ColumnMapping)]
    private let unbound: [ImportField]
    private let startDates: [ImportField: ImportDateReading]
    private let hasMonthFirst: Bool

    var places: ImportPlaceReading
    private var days: [[CellValue: ImportReading<CalendarDay>]] = [[:], [:]]
    private var percents: [CellValue: ImportReading<PositionPercent>] = [:]
    private var trusts: [CellValue: ImportReading<HospitalWish.Choice>] = [:]
    private var halves: [CellValue: ImportReading<HalfYear>] = [:]

    /// - Parameter hasMonthFirst: any date of the file makes sense only with the month first: that is how its program writes dates.
    init(settings: ImportSettings, mapping: SheetMapping, hasMonthFirst: Bool) {
        self.settings = settings
        self.mapping = mapping
        places = ImportPlaceReading(settings)
        var columns: [(ImportField, ColumnMapping)] = []
        var dates: [ImportField: ImportDateReading] = [:]
        for column in mapping.columns {
            guard case .field(let field) = column.meaning else { continue }
            columns.append((field, column))
            guard field.nature == .day else { continue }
            dates[field] = ImportDateReading(
                isEnd: Self.isEnd(field), hasMonthFirst: hasMonthFirst, isMonthFirst: settings.answers.isMonthFirst)
        }
        self.columns = columns
        self.hasMonthFirst = hasMonthFirst
        startDates = dates
        let bound = Set(columns.map(\.0))
        unbound = ImportField.allCases.filter { !bound.contains($0) }
    }

    private static func isEnd(_ field: ImportField) -> Bool {
        field == .engagedTo || field == .endDay || field == .expectedEnd || field == .absenceTo
    }

    /// Nil for rows that are no row of the table: blank, a repeated heading, a sum, a line of text.
    mutating func read(_ source: SheetRow) -> ImportRow? {
        let place = RowReference(sheet: mapping.sheet, row: source.number)
        var row = ImportRow(place: place, sheetName: mapping.name)
        var said = 0
        var repeated = 0
        var byNumber: MunicipalityID?
        var names = 0
        // Which municipality a name means may depend on the row's dates.
        var named: [(field: ImportField, cell: CellValue, column: ColumnMapping?)] = []
        for (field, column) in columns {
            guard let cell = source.cell(at: column.column) else { continue }
            if ImportText.isBlank(cell.value) { continue }
            if cell.origin != .merged { said += 1 }
            if case .text(let text) = cell.value {
                if !column.heading.isEmpty, ImportText.clean(text) == column.heading { repeated += 1 }
            }
            if field.nature == .name, ImportPersonReading.name(cell.value).value != nil, !ImportSumRow.isLabel(cell.value) { names += 1 }
            row.contents += "\(column.column)\u{1F}\(cell.value.shownText)\u{1E}"
            var value = cell.value
            if field.nature == .place, !ImportIdentityNumber.isOne(value) || settings.answers.isOwn(row: place, field: field) {
                named.append((field, value, column))
                continue
            }
            if !settings.answers.isEmpty,
                let text = settings.answers.text(row: place, field: field, found: ImportText.clean(value.shownText))
            {
                row.answers.append(answer(field, column, found: value, text))
                value = .text(text)
            }
            if ImportIdentityNumber.isOne(value) {
                row.problems.append(problem(.nationalIdentityNumber, field, column, found: "", place))
                continue
            }
            take(field, value, column, place, &row)
        }
        if said == 0 || repeated >= 2 { return nil }
        // One cell alone is a line of text or the name of a part of the list; it says nothing of a doctor.
        let isSum = names == 0 && row.hpr == nil && row.email == nil && source.cells.contains { ImportSumRow.isLabel($0.value) }
        if said == 1 || isSum {
            row = ImportRow(place: place, sheetName: mapping.name)
            row.problems.append(problem(.notAboutAPerson, nil, nil, found: "", place))
            return row
        }
        if !settings.answers.isEmpty {
            for field in unbound {
                guard let text = settings.answers.text(row: place, field: field, found: "") else { continue }
                if field.nature == .place {
                    named.append((field, .empty, nil))
                } else {
                    row.answers.append(answer(field, nil, found: .empty, text))
                    take(field, .text(text), nil, place, &row)
                }
            }
            for (field, column) in columns where source[column: column.column].isBlank {
                guard let text = settings.answers.text(row: place, field: field, found: "") else { continue }
                if field.nature == .place {
                    named.append((field, .empty, column))
                } else {
                    row.answers.append(answer(field, column, found: .empty, text))
                    take(field, .text(text), column, place, &row)
                }
            }
        }
        for (field, cell, column) in named { takePlace(field, cell, column, &row, &byNumber) }
        row.isSilentOnPlace =
            named.isEmpty && columns.contains { $0.field.nature == .place } && row.workplace == nil && row.form == nil && row.percent == nil
            && row.started == nil && row.engagedFrom == nil && row.engagedTo == nil
        settlePlace(&row, byNumber)
        settleName(&row)
        settleStart(&row)
        if !row.hasIdentity, !row.problems.contains(where: { $0.severity == .stops }) { return withoutPerson(row, said: said) }
        return row
    }

    /// A line of text, a sum or a heading between is passed over; a row that says something of a doctor lacks her name.
    private func withoutPerson(_ row: ImportRow, said: Int) -> ImportRow? {
        var row = row
        let facts = [
            row.scheme != nil, row.trainingStart != nil, row.started != nil, row.form != nil, row.birthYear != nil, row.phone != nil,
            row.endDay != nil,
        ]
        if facts.contains(true) {
            row.problems.append(problem(.missing(.fullName), .fullName, nil, found: "", row.place))
        } else {
            row.problems.append(problem(.notAboutAPerson, nil, nil, found: "", row.place))
        }
        return row
    }

    /// Which start a day is, as the row's other days or an answer tell.
    private func settleStart(_ row: inout ImportRow) {
        guard row.started != nil else { return }
        switch (
            settings.answers.choice(row: row.place, code: RowProblem.Kind.startOfWhat(registered: nil).code), row.trainingStart,
            row.engagedFrom
        ) {
        case (.meaning(let field), _, _): row.take(start: field)
        case (_, nil, .some): row.take(start: .trainingStart)
        case (_, .some, nil): row.take(start: .engagedFrom)
        case (_, .some, .some): row.started = nil
        case (_, nil, nil): break
        }
    }

    /// Half a name is enough to check against an HPR number, but not to find or make a person by.
    private func settleName(_ row: inout ImportRow) {
        guard let name = row.name, name.given.isEmpty || name.family.isEmpty else { return }
        if row.hpr == nil {
            let field: ImportField = name.given.isEmpty ? .givenName : .familyName
            row.problems.append(problem(.nameIncomplete, field, mapping.column(of: field), found: "", row.place))
        }
        row.name = nil
    }

    private mutating func take(
        _ field: ImportField, _ cell: CellValue, _ column: ColumnMapping?, _ place: RowReference, _ row: inout ImportRow
    ) {
        func keep<Value>(_ reading: ImportReading<Value>, _ problems: inout [RowProblem]) -> Value? {
            switch reading {
            case .nothing: return nil
            case .value(let value): return value
            case .noted(let value, let kind):
                problems.append(problem(kind, field, column, found: ImportText.clean(cell.shownText), place))
                return value
            case .refused(let kind, let choices):
                problems.append(problem(kind, field, column, found: ImportText.clean(cell.shownText), place, choices))
                return nil
            }
        }
        switch field {
        case .fullName: row.name = keep(ImportPersonReading.fullName(cell), &row.problems) ?? row.name
        case .familyName:
            if let text = keep(ImportPersonReading.name(cell), &row.problems) {
                row.name = .init(given: row.name?.given ?? "", family: text)
            }
        case .givenName:
            if let text = keep(ImportPersonReading.name(cell), &row.problems) {
                row.name = .init(given: text, family: row.name?.family ?? "")
            }
        case .hpr: row.hpr = keep(ImportPersonReading.hpr(cell), &row.problems)
        case .birthYear: row.birthYear = keep(ImportPersonReading.birthYear(cell, asOf: settings.day), &row.problems)
        case .email: row.email = keep(ImportPersonReading.email(cell), &row.problems)
        case .phone: row.phone = keep(ImportPersonReading.phone(cell), &row.problems)
        // Read by `takePlace`, when the row's dates are known.
        case .municipality, .municipalityNumber: break
        case .specialty: row.specialty = keep(ImportWordReading.specialty(cell), &row.problems)
        case .scheme: row.scheme = keep(ImportWordReading.scheme(cell), &row.problems)
        case .trainingStart: row.trainingStart = keep(day(cell, field), &row.problems)
        case .converted:
            row.conversion = keep(ImportWordReading.conversion(cell, dates: startDates[field] ?? ImportDateReading()), &row.problems)
        case .expectedEnd: row.expectedEnd = keep(day(cell, field), &row.problems)
        case .status: row.standing = keep(ImportWordReading.standing(cell), &row.problems)
        case .endDay: row.endDay = keep(day(cell, field), &row.problems)
        case .endReason: row.endReason = keep(ImportWordReading.endReason(cell), &row.problems)
        case .started: row.started = keep(day(cell, field), &row.problems)
        case .workplace: row.workplace = keep(text(cell, limit: 200), &row.problems)
        case .form: row.form = keep(ImportWordReading.form(cell), &row.problems)
        case .percent: row.percent = keep(percent(cell), &row.problems)
        case .engagedFrom: row.engagedFrom = keep(day(cell, field), &row.problems)
        case .engagedTo: row.engagedTo = keep(day(cell, field), &row.problems)
        case .absence:
            if let absent = keep(ImportAbsenceReading.read(cell), &row.problems) {
                row.absence = absent.kind
                row.absenceFrom = row.absenceFrom ?? absent.from
                row.absenceTo = row.absenceTo ?? absent.through
            }
        case .absenceFrom: row.absenceFrom = keep(day(cell, field), &row.problems)
        case .absenceTo: row.absenceTo = keep(day(cell, field), &row.problems)
        case .absencePercent: row.absencePercent = keep(percent(cell), &row.problems)
        case .wishFrom: row.earliest = keep(half(cell), &row.problems)
        case .wishTo: row.latest = keep(half(cell), &row.problems)
        case .firstWish: row.wishes[0] = keep(trust(cell), &row.problems)
        case .secondWish: row.wishes[1] = keep(trust(cell), &row.problems)
        case .thirdWish: row.wishes[2] = keep(trust(cell), &row.problems)
        case .wishMonths: row.months = keep(ImportPersonReading.months(cell), &row.problems)
        case .wishPercent: row.wishPercent = keep(percent(cell), &row.problems)
        case .note: row.note = keep(text(cell, limit: 1_000), &row.problems)
        case .validFrom: row.validFrom = keep(day(cell, field), &row.problems)
        }
    }

    func problem(
        _ kind: RowProblem.Kind, _ field: ImportField?, _ column: ColumnMapping?, found: String, _ place: RowReference,
        _ choices: [ImportChoice] = []
    ) -> RowProblem {
        // What stands in a cell about absence may be why somebody is away, and is never repeated.
        RowProblem(
            place: place, sheetName: mapping.name, field: field, columnLetters: column?.letters, heading: column?.heading,
            found: field == .absence ? "" : String(found.prefix(200)), kind: kind, choices: choices)
    }

    /// What stood in the cell is told beside the answer, unless it is never repeated.
    func answer(_ field: ImportField, _ column: ColumnMapping?, found: CellValue, _ text: String) -> CellAnswer {
        let isSecret = field == .absence || ImportIdentityNumber.isOne(found)
        let shown = isSecret ? "" : String(ImportText.clean(found.shownText).prefix(200))
        return CellAnswer(field: field, heading: column?.heading ?? "", found: shown, text: text)
    }

    private func text(_ cell: CellValue, limit: Int) -> ImportReading<String> {
        if case .error = cell { return .refused(.formulaFailed) }
        let text = ImportText.clean(cell.shownText)
        if ImportText.isPlaceholder(text) { return .nothing }
        return text.utf8.count <= limit ? .value(text) : .refused(.tooLong(limit: limit))
    }

    private mutating func day(_ cell: CellValue, _ field: ImportField) -> ImportReading<CalendarDay> {
        let isEnd = Self.isEnd(field)
        let reading =
            startDates[field]
            ?? ImportDateReading(isEnd: isEnd, hasMonthFirst: hasMonthFirst, isMonthFirst: settings.answers.isMonthFirst)
        if let known = days[isEnd ? 1 : 0][cell] { return known }
        let found = reading.read(cell)
        days[isEnd ? 1 : 0][cell] = found
        return found
    }

    private mutating func percent(_ cell: CellValue) -> ImportReading<PositionPercent> {
        if let known = percents[cell] { return known }
        let found = ImportPercentReading.read(cell)
        percents[cell] = found
        return found
    }

    private mutating func half(_ cell: CellValue) -> ImportReading<HalfYear> {
        if let known = halves[cell] { return known }
        let found = ImportHalfYearReading.read(cell)
        halves[cell] = found
        return found
    }

    private mutating func trust(_ cell: CellValue) -> ImportReading<HospitalWish.Choice> {
        if let known = trusts[cell] { return known }
        let found = settings.trusts.read(cell)
        trusts[cell] = found
        return found
    }
}
