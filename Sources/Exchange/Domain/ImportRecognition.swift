/// Finds the tables in a workbook and what their columns hold.
package struct ImportRecognition: Sendable {
    /// Rows from the top in which headings are looked for.
    static let rowsLookedAt = 60
    /// Columns looked at; nobody's list of doctors is wider.
    static let columnsLookedAt = 200
    /// Rows whose contents are looked at to tell what a column holds.
    static let sampleRows = 60

    private let municipalities: MunicipalityDirectory
    private let day: CalendarDay
    private let only: MunicipalityID?

    /// - Parameters:
    ///   - day: the day the file speaks of.
    ///   - only: the importer's municipality when she has just one.
    package init(municipalities: MunicipalityDirectory, on day: CalendarDay, only: MunicipalityID? = nil) {
        self.municipalities = municipalities
        self.day = day
        self.only = only
    }

    package func mapping(of workbook: Workbook, choices: ImportMappingChoices = ImportMappingChoices()) -> ImportMapping {
        ImportMapping(sheets: workbook.sheets.indices.map { mapping(of: workbook.sheets[$0], at: $0, choices: choices.sheets[$0]) })
    }

    private func mapping(of sheet: Sheet, at place: Int, choices: ImportMappingChoices.SheetChoices?) -> SheetMapping {
        guard !sheet.rows.isEmpty else {
            return SheetMapping(sheet: place, name: sheet.name, isRead: false, whyNot: .empty, headerRow: nil, columns: [])
        }
        let headerRow: Int?
        switch choices?.headerRow {
        case .row(let row): headerRow = row
        case .some(.none): headerRow = nil
        case nil: headerRow = findHeaderRow(sheet)
        }
        var columns = understand(sheet, headerRow: headerRow)
        for (column, meaning) in choices?.columns ?? [:] { choose(meaning, for: column, in: &columns) }

        let fields = columns.filter { if case .field = $0.meaning { true } else { false } }.count
        let hasPerson = columns.contains { [.field(.hpr), .field(.fullName), .field(.familyName), .field(.email)].contains($0.meaning) }
        var whyNot: SheetMapping.Reason?
        if !(hasPerson && fields >= 2) { whyNot = .noTable } else if sheet.isHidden { whyNot = .hidden }
        if let wanted = choices?.isRead { whyNot = wanted ? nil : .chosen }
        return SheetMapping(
            sheet: place, name: sheet.name, isRead: whyNot == nil, whyNot: whyNot, headerRow: headerRow, columns: columns,
            municipality: choices?.municipality ?? municipality(named: sheet.name) ?? only)
    }

    /// The municipality that a sheet is named after; a name that several have had says nothing.
    private func municipality(named name: String) -> MunicipalityID? {
        municipalities.isSharedName(name, on: day) ? nil : municipalities.find(name, on: day).municipality
    }

    /// What a person says goes before what was found, but not before the refusal of identity numbers, health and our own columns.
    private func choose(_ meaning: ColumnMapping.Meaning, for column: Int, in columns: inout [ColumnMapping]) {
        guard let place = columns.firstIndex(where: { $0.column == column }) else { return }
        switch columns[place].meaning {
        case .ignored(.identityNumbers), .ignored(.health), .ignored(.ours): return
        default: break
        }
        if case .field(let field) = meaning {
            for other in columns.indices where other != place && columns[other].meaning == .field(field) {
                columns[other].meaning = .ignored(.sameAs(column: column, field))
            }
        }
        columns[place].meaning = meaning
        columns[place].sureness = .chosen
    }

    /// The row with most headings that are known; nil when no row has two.
    private func findHeaderRow(_ sheet: Sheet) -> Int? {
        findHeaderRow(sheet, isForgiving: false) ?? findHeaderRow(sheet, isForgiving: true)
    }

    private func findHeaderRow(_ sheet: Sheet, isForgiving: Bool) -> Int? {
        var known: [String: ImportHeading.Meaning] = [:]
        func meaning(of text: String) -> ImportHeading.Meaning {
            if let meaning = known[text] { return meaning }
            let meaning = ImportHeading.meaning(of: text, isForgiving: isForgiving)
            known[text] = meaning
            return meaning
        }
        var best: (row: Int, score: Int)?
        for row in sheet.rows.prefix(Self.rowsLookedAt) {
            var fields: Set<ImportField> = []
            var score = 0
            for cell in row.cells.prefix(Self.columnsLookedAt) {
                guard case .text(let text) = cell.value else { continue }
                switch meaning(of: text) {
                case .field(let field, let sureness) where fields.insert(field).inserted:
                    score += sureness == .certain ? 4 : sureness == .likely ? 3 : 1
                case .identityNumbers: score += 1
                default: break
                }
            }
            guard fields.count >= 2, score >= 6 else { continue }
            if score > best?.score ?? 0 { best = (row.number, score) }
        }
        return best?.row
    }

    private func understand(_ sheet: Sheet, headerRow: Int?) -> [ColumnMapping] {
        let header = headerRow.flatMap { sheet.row(number: $0) }
        let above = headerRow.flatMap { $0 > 1 ? sheet.row(number: $0 - 1) : nil }
        let sample = sheet.rows.lazy.filter { $0.number > headerRow ?? 0 }.prefix(Self.sampleRows)
        let width = min(sheet.columnCount, Self.columnsLookedAt)
        var columns: [ColumnMapping] = []
        for column in 0..<width {
            let cells = sample.compactMap { $0.cell(at: column) }.filter { !$0.value.isBlank && $0.origin != .merged }.map(\.value)
            let title = header.map { $0[column: column] } ?? .empty
            let heading = ImportIdentityNumber.isOne(title) ? "" : ImportText.clean(title.shownText)
            if cells.isEmpty, heading.isEmpty { continue }
            columns.append(understand(column, heading: heading, above: above.map { $0[column: column] } ?? .empty, cells: Array(cells)))
        }
        settleDoubles(&columns)
        settleStart(&columns)
        // `Navn` beside `Etternavn` is the given name.
        if columns.contains(where: { $0.meaning == .field(.familyName) }), !columns.contains(where: { $0.meaning == .field(.givenName) }),
            let name = columns.firstIndex(where: { $0.meaning == .field(.fullName) })
        {
            columns[name].meaning = .field(.givenName)
        }
        return columns
    }

    private func understand(_ column: Int, heading: String, above: CellValue, cells: [CellValue]) -> ColumnMapping {
        var meaning = ImportHeading.meaning(of: heading)
        if case .text(let parent) = above, parent.utf8.count <= 60, !heading.isEmpty {
            // A heading in two lines: `Ønsker sykehus` over `fra` and `til`.
            let both = ImportHeading.meaning(of: "\(parent) \(heading)")
            if case .field(_, .certain) = both, isWeak(meaning) { meaning = both }
        }
        if meaning == .ours { return ColumnMapping(column: column, heading: heading, meaning: .ignored(.ours), sureness: .certain) }
        let isKnown: Bool =
            if case .field(_, let sureness) = meaning { sureness == .certain } else { false }
        if meaning == .identityNumbers || ImportContents.areIdentityNumbers(cells, isHeadingKnown: isKnown) {
            return ColumnMapping(column: column, heading: heading, meaning: .ignored(.identityNumbers), sureness: .certain)
        }
        if meaning == .health { return ColumnMapping(column: column, heading: heading, meaning: .ignored(.health), sureness: .certain) }

        let examples = Array(
            cells.lazy.filter { !ImportIdentityNumber.isOne($0) }.map { String(ImportText.clean($0.shownText).prefix(60)) }.prefix(3))
        var found: (ImportField, ColumnMapping.Sureness)?
        if case .field(let field, let sureness) = meaning { found = (ImportContents.settle(field, by: cells), sureness) }
        if found == nil || found?.1 == .guessed, let guess = ImportContents.guess(cells, municipalities: municipalities, on: day) {
            found = (guess, .guessed)
        }
        // Known, and yet to be looked at: it may be either of two.
        if found?.0 == .started { found?.1 = .guessed }
        guard let (field, sureness) = found else {
            return ColumnMapping(
                column: column, heading: heading, meaning: .ignored(.notUnderstood), sureness: .certain, examples: examples)
        }
        return ColumnMapping(column: column, heading: heading, meaning: .field(field), sureness: sureness, examples: examples)
    }

    private func isWeak(_ meaning: ImportHeading.Meaning) -> Bool {
        switch meaning {
        case .unknown, .field(_, .guessed), .field(_, .likely): true
        case .field(let field, _): [.phone, .percent, .municipality, .status, .note, .wishMonths].contains(field)
        case .identityNumbers, .health, .ours: false
        }
    }

    /// A start beside a column for one of the two starts is the other one.
    private func settleStart(_ columns: inout [ColumnMapping]) {
        guard let place = columns.firstIndex(where: { $0.meaning == .field(.started) }) else { return }
        let others = [ImportField.trainingStart, .engagedFrom].filter { field in columns.contains { $0.meaning == .field(field) } }
        guard others.count == 1 else { return }
        columns[place].meaning = .field(others[0] == .trainingStart ? .engagedFrom : .trainingStart)
        columns[place].sureness = .likely
    }

    /// Of several columns with one meaning, the surest is kept, then the first.
    private func settleDoubles(_ columns: inout [ColumnMapping]) {
        var holders: [ImportField: Int] = [:]
        for place in columns.indices {
            guard case .field(let field) = columns[place].meaning else { continue }
            guard let holder = holders[field] else {
                holders[field] = place
                continue
            }
            let loser = columns[place].sureness > columns[holder].sureness ? holder : place
            let winner = loser == place ? holder : place
            holders[field] = winner
            columns[loser].meaning = .ignored(.sameAs(column: columns[winner].column, field))
        }
    }
}
