/// Makes the plan of an import: reads the rows, finds out who they are about, and compares what they say with the register.
package enum ImportPlanner {
    /// - Parameters:
    ///   - reach: whom the one who imports may see and change.
    ///   - newID: draws an identity for something new; called once for each new person and thing that the file may bring.
    package static func plan(
        _ workbook: Workbook, mapping: ImportMapping, register: RegisterSnapshot, settings: ImportSettings, reach: ImportReach,
        newID: () -> RecordID
    ) -> ImportPlan {
        var people = ImportPeople(register, on: settings.day)
        var rows = read(workbook, mapping, settings)
        var found: [RecordID?] = []
        found.reserveCapacity(rows.count)
        for index in rows.indices { found.append(match(&rows[index], &people, settings, reach, newID)) }
        // A row that is left out stands in no other's way.
        let siblings = ImportSiblings(rows: rows, people: rows.indices.map { settings.answers.isLeftOut(rows[$0].place) ? nil : found[$0] })
        siblings.reportDoubles(in: &rows)
        siblings.reportDisagreements(in: &rows)
        siblings.share(in: &rows)

        let state = ImportState(register)
        var claimed: Set<RecordID> = []
        var plans: [PlannedRow] = []
        plans.reserveCapacity(rows.count)
        func planned(at index: Int) -> PlannedRow {
            let isClosed = found[index].map { people.isRegistered($0) && !reach.mayChange($0) } ?? false
            let result = plan(
                rows[index], found[index],
                closed: isClosed ? RowProblem(rows[index], .needsLeave(reach.standing(rows[index])), nil, choices: [.leaveOut]) : nil,
                siblings.workplaces(besides: index, in: rows), state, &claimed, settings, newID)
            for operation in result.operations { state.register.apply(operation) }
            return result
        }
        for index in rows.indices { plans.append(planned(at: index)) }
        // What is too much may have ended, or become less, in a row further down.
        for index in rows.indices where plans[index].problems.contains(where: \.kind.isTooMuchWork) { plans[index] = planned(at: index) }
        let absent = notInFile(rows: rows, found: Set(found.compactMap { $0 }), register: register, day: settings.day)
        return ImportPlan(rows: plans, notInFile: absent)
    }

    private static func read(_ workbook: Workbook, _ mapping: ImportMapping, _ settings: ImportSettings) -> [ImportRow] {
        var rows: [ImportRow] = []
        let hasMonthFirst = hasMonthFirst(workbook, mapping)
        for sheetMapping in mapping.sheets where sheetMapping.isRead {
            guard workbook.sheets.indices.contains(sheetMapping.sheet) else { continue }
            let sheet = workbook.sheets[sheetMapping.sheet]
            var reader = ImportRowReader(settings: settings, mapping: sheetMapping, hasMonthFirst: hasMonthFirst)
            var places: [String: RowReference] = [:]
            for source in sheet.rows where source.number > sheetMapping.headerRow ?? 0 {
                guard var row = reader.read(source) else { continue }
                if let first = places[row.contents], row.hasIdentity {
                    row.problems = [RowProblem(row, .sameAsRow(first), nil)]
                } else if !row.isPassedOver {
                    places[row.contents] = row.place
                }
                rows.append(row)
            }
        }
        return rows
    }

    /// Whether a day in any of the file's columns of days makes sense only with the month first.
    private static func hasMonthFirst(_ workbook: Workbook, _ mapping: ImportMapping) -> Bool {
        mapping.sheets.contains { sheet in
            guard sheet.isRead, workbook.sheets.indices.contains(sheet.sheet) else { return false }
            let columns = sheet.columns.filter { if case .field(let field) = $0.meaning { field.nature == .day } else { false } }
            return workbook.sheets[sheet.sheet].rows.contains { row in
                columns.contains { ImportDateReading.isMonthFirst(row[column: $0.column]) }
            }
        }
    }

    /// Who the row is about. Adds a question to the row when that is not clear.
    private static func match(
        _ row: inout ImportRow, _ people: inout ImportPeople, _ settings: ImportSettings, _ reach: ImportReach,
        _ newID: () -> RecordID
    ) -> RecordID? {
        guard row.hasIdentity, !row.isPassedOver else { return nil }
        func new(_ people: inout ImportPeople) -> RecordID? {
            guard row.name != nil else { return nil }
            let id = newID()
            people.learn(id, from: row)
            return id
        }
        let finding = people.find(row, besides: reach.toldApart(row))
        let strangers = finding.candidates.filter { people.isRegistered($0) && !reach.sees($0) }
        if !strangers.isEmpty {
            // Nothing is said of her, nor of anything the register has on her. Without a place nobody knows for whom to ask.
            row.meetsStranger = true
            row.strangers = row.municipality == nil ? [] : strangers
            row.problems.append(
                row.municipality == nil
                    ? RowProblem(row, .missing(.municipality), .municipality)
                    : RowProblem(row, .needsLeave(reach.standing(row)), nil, choices: [.leaveOut]))
            return nil
        }
        switch finding {
        case .one(let id):
            settlePlace(&row, id, people, settings)
            people.learn(id, from: row)
            return id
        case .nobody:
            // A row whose number cannot be read may be about someone who is there: nobody new is made of it.
            if row.worst == .stops { return nil }
            if row.name == nil { row.problems.append(RowProblem(row, .missing(.fullName), .fullName)) }
            return new(&people)
        case .ask(let kind, let candidates):
            switch settings.answers.choice(row: row.place, code: kind.code) {
            case .person(let id, label: _) where candidates.contains(id):
                people.learn(id, from: row)
                return id
            case .accept:
                guard candidates.count == 1 else { break }
                people.learn(candidates[0], from: row)
                return candidates[0]
            case .newPerson: if mayBeNew(kind) { return new(&people) }
            default: break
            }
            var choices = candidates.prefix(10).map { id -> ImportChoice in
                guard let known = people.traits[id] else { return .person(id, label: "") }
                let details = [known.birthYear.map(String.init), known.hpr.map { "HPR \($0.digits)" }].compactMap { $0 }
                return .person(id, label: details.isEmpty ? known.name : "\(known.name) (\(details.joined(separator: ", ")))")
            }
            var field: ImportField?
            if case .hprDiffers(let registered) = kind {
                // The file may be the one that is wrong: then its cell is read as the number that is registered.
                field = .hpr
                choices.append(.value(registered))
            }
            if mayBeNew(kind) { choices.append(.newPerson) }
            row.problems.append(RowProblem(row, kind, field, choices: choices + [.leaveOut]))
            return nil
        }
    }

    /// A doctor who is known by more than her name works in one of the municipalities that share the row's name: that one is meant.
    /// Only where the importer may write, since it tells where she works.
    private static func settlePlace(_ row: inout ImportRow, _ id: RecordID, _ people: ImportPeople, _ settings: ImportSettings) {
        guard row.municipality == nil, !row.placeCandidates.isEmpty else { return }
        let homes = people.homes(of: id).intersection(row.placeCandidates)
        guard homes.count == 1, let home = homes.first, settings.mayWrite(home) else { return }
        row.municipality = home
        row.problems.removeAll { $0.kind == .ambiguousMunicipality }
    }

    private static func mayBeNew(_ kind: RowProblem.Kind) -> Bool {
        switch kind {
        case .perhaps, .hprDiffers, .severalPeople: true
        default: false
        }
    }

    private static func plan(
        _ row: ImportRow, _ trainee: RecordID?, closed: RowProblem?, _ siblingWorkplaces: Set<String>, _ state: ImportState,
        _ claimed: inout Set<RecordID>,
        _ settings: ImportSettings, _ newID: () -> RecordID
    ) -> PlannedRow {
        let name = row.name.map { $0.given.isEmpty ? $0.family : "\($0.given) \($0.family)" } ?? ""
        var leave = row.strangers.isEmpty ? nil : row.leave(of: row.strangers)
        func result(_ outcome: PlannedRow.Outcome, _ problems: [RowProblem], _ operations: [ImportOperation] = []) -> PlannedRow {
            PlannedRow(
                place: row.place, sheetName: row.sheetName, name: name, trainee: trainee, municipality: row.municipality, outcome: outcome,
                problems: problems.sorted { $0.severity > $1.severity }, operations: operations, answers: row.answers,
                leave: leave, meeting: row.meetsStranger ? row.description : nil)
        }
        if settings.answers.isLeftOut(row.place) { return result(.blocked, [RowProblem(row, .leftOut, nil)]) }
        if row.isPassedOver { return result(.passedOver, row.problems) }
        if let municipality = row.municipality, !settings.mayWrite(municipality) {
            // Nothing more is said: it could tell what the register holds about others.
            return result(.blocked, [RowProblem(row, .outsideScope(municipality), .municipality)])
        }
        guard let trainee, row.worst != .stops else {
            return result(row.worst == .stops ? .blocked : .question, row.problems)
        }
        var planner = ImportRowPlanner(
            row: row, trainee: trainee, isClosed: closed != nil, siblingWorkplaces: siblingWorkplaces, settings: settings, state: state)
        planner.plan(claimed: claimed, newID: newID)
        switch planner.problems.map(\.severity).max() {
        case .stops: return result(.blocked, planner.problems)
        case .question: return result(.question, planner.problems)
        case .notice, nil: break
        }
        if let engagement = planner.engagement { claimed.insert(engagement) }
        if planner.operations.isEmpty { return result(.unchanged, planner.problems) }
        if let closed {
            // Seen, since she worked here once; she is somebody else's to change now.
            leave = row.leave(of: [trainee])
            return result(.blocked, [closed])
        }
        let isAdded = planner.operations.contains { $0.isNew }
        return result(isAdded ? .add(planner.changes) : .change(planner.changes), planner.problems, planner.operations)
    }

    private static func notInFile(rows: [ImportRow], found: Set<RecordID>, register: RegisterSnapshot, day: CalendarDay) -> [ImportPlan
        .NotInFile]
    {
        let municipalities = Set(rows.compactMap(\.municipality))
        guard !municipalities.isEmpty else { return [] }
        var absent: [ImportPlan.NotInFile] = []
        for person in register.people where !found.contains(person.id) {
            for training in register.trainings(of: person.id) {
                guard let now = training.value(on: day), !now.standing.isEnded else { continue }
                for engagement in register.engagements(of: training.id) {
                    guard let place = engagement.value(on: day)?.municipality, municipalities.contains(place) else { continue }
                    let name = person.nearest(to: day)?.value.fullName ?? ""
                    absent.append(ImportPlan.NotInFile(trainee: person.id, name: name, municipality: place))
                }
            }
        }
        return Set(absent).sorted { ($0.municipality, $0.name, $0.trainee) < ($1.municipality, $1.name, $1.trainee) }
    }
}

/// The register as it will be after the rows so far. A class, so that rows can look at it without copying it.
final class ImportState {
    var register: RegisterSnapshot
    /// The trainings that were there before the file.
    private let registered: Set<RecordID>

    init(_ register: RegisterSnapshot) {
        self.register = register
        registered = Set(register.trainings.keys)
    }

    func isRegistered(_ training: RecordID) -> Bool { registered.contains(training) }
}

extension RowProblem {
    /// A problem with a row as a whole, or with something it does not say.
    init(_ row: ImportRow, _ kind: Kind, _ field: ImportField?, choices: [ImportChoice] = []) {
        self.init(place: row.place, sheetName: row.sheetName, field: field, kind: kind, choices: choices)
    }

    /// A day that something in the register stands before: the register's own day can be kept, where there is one to keep.
    static func afterHistory(_ row: ImportRow, _ field: ImportField, registered: CalendarDay) -> RowProblem {
        let keeps: [ImportChoice] = field == .engagedTo ? [] : [.value(registered.norwegian)]
        return RowProblem(row, .startAfterHistory(field, registered: registered), field, choices: keeps + [.leaveOut])
    }
}
