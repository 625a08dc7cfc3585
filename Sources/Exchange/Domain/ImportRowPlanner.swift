/// What one row changes. Works on copies of the records it touches; the register itself is changed only when the row is taken in.
struct ImportRowPlanner {
    var row: ImportRow
    let trainee: RecordID
    let siblingWorkplaces: Set<String>
    let settings: ImportSettings
    let state: ImportState
    /// The day from which changes hold: what the row says, else the day the file speaks of.
    let day: CalendarDay

    var problems: [RowProblem]
    var changes: [FieldChange] = []
    var operations: [ImportOperation] = []
    /// The doctor is somebody else's to change: nothing is refused that she will be asked about first.
    let isClosed: Bool
    /// The engagement the row is about, so that no other row is taken to be about it too.
    var engagement: RecordID?

    init(
        row: ImportRow, trainee: RecordID, isClosed: Bool, siblingWorkplaces: Set<String>, settings: ImportSettings, state: ImportState
    ) {
        self.row = row
        self.trainee = trainee
        self.isClosed = isClosed
        self.siblingWorkplaces = siblingWorkplaces
        self.settings = settings
        self.state = state
        day = row.validFrom ?? settings.day
        problems = row.problems
    }

    mutating func plan(claimed: Set<RecordID>, newID: () -> RecordID) {
        if row.municipality == nil, problems.contains(where: { $0.field?.nature == .place && $0.severity != .notice }) {
            // Which one is meant is asked already; nothing more can be said of the row before that is answered.
            return
        }
        let municipality = row.municipality ?? onlyMunicipality()
        if let municipality, !settings.mayWrite(municipality) {
            problems = [RowProblem(row, .outsideScope(municipality), .municipality)]
            return
        }
        // A doctor without a place of work, as our own lists have her, needs none to say what is known of her.
        let isKnown = state.register.trainees[trainee] != nil
        guard municipality != nil || row.isSilentOnPlace && isKnown else {
            problems.append(RowProblem(row, .missing(.municipality), .municipality))
            return
        }
        planTrainee()
        guard let training = planTraining(newID: newID) else { return }
        if let municipality, training.isNew || !row.isSilentOnPlace {
            planEngagement(in: municipality, training: training, claimed: claimed, newID: newID)
            checkTotal(of: training)
        }
        planAbsence(training: training, newID: newID)
        planWish(training: training, newID: newID)
        dropVain()
        // Whether somebody may change her depends on where she works; what changes nothing needs no leave.
        if municipality == nil, training.isNew || settings.writable != nil && !operations.isEmpty {
            operations = []
            problems.append(RowProblem(row, .missing(.municipality), .municipality))
        }
    }

    /// What only goes round and comes back to what the register has is no change.
    private mutating func dropVain() {
        guard !operations.isEmpty else { return }
        let fresh = Set(operations.lazy.filter(\.isNew).map(\.id))
        for id in Set(operations.map(\.id)).subtracting(fresh) {
            let own = operations.filter { $0.id == id }
            let register = state.register
            let isVain =
                isSame(register.trainees[id], own) { if case .trainee(let value) = $0 { value } else { nil } }
                || isSame(register.trainings[id], own) { if case .training(let value) = $0 { value } else { nil } }
                || isSame(register.engagements[id], own) { if case .engagement(let value) = $0 { value } else { nil } }
                || isSame(register.absences[id], own) { if case .absence(let value) = $0 { value } else { nil } }
                || isSame(register.wishes[id], own) { if case .wish(let value) = $0 { value } else { nil } }
            if isVain { operations.removeAll { $0.id == id } }
        }
    }

    private func isSame<Value>(_ known: KnownRecord<Value>?, _ own: [ImportOperation], _ value: (ImportOperation.Fact) -> Value?) -> Bool {
        guard let known else { return false }
        var after = known
        for operation in own { after.set(operation.period, to: value(operation.fact)) }
        return after == known
    }

    /// Where the person works, when that is one place only.
    private func onlyMunicipality() -> MunicipalityID? {
        var found: Set<MunicipalityID> = []
        for training in state.register.trainings(of: trainee) {
            for engagement in state.register.engagements(of: training.id) {
                if let place = engagement.value(on: day)?.municipality { found.insert(place) }
            }
        }
        return found.count == 1 ? found.first : nil
    }

    mutating func ask(_ kind: RowProblem.Kind, _ field: ImportField?, _ choices: [ImportChoice]) {
        problems.append(RowProblem(row, kind, field, choices: choices))
    }

    /// A yes to a question of this kind.
    func accepted(_ kind: RowProblem.Kind) -> Bool { settings.answers.choice(row: row.place, code: kind.code) == .accept }

    mutating func note(_ field: ImportField, old: ImportValue, new: ImportValue) {
        guard old != new else { return }
        changes.append(FieldChange(field, old: old, new: new))
    }

    mutating func add(_ id: RecordID, _ period: Period, _ fact: ImportOperation.Fact, isNew: Bool = false) {
        operations.append(ImportOperation(id: id, period: period, fact: fact, isNew: isNew, row: row.place))
    }

    // MARK: The person

    private mutating func planTrainee() {
        guard let known = state.register.trainees[trainee], let stretch = known.nearest(to: day) else {
            addTrainee()
            return
        }
        // HPR number and birth year do not change in the world: a new one corrects all of the record.
        var current = known
        for part in known.stretches {
            var value = part.value
            if let hpr = row.hpr { value.hpr = hpr }
            if let birthYear = row.birthYear { value.birthYear = birthYear }
            guard value != part.value else { continue }
            current.set(part.period, to: value)
            add(trainee, part.period, .trainee(value))
        }
        if let hpr = row.hpr { note(.hpr, old: .text(stretch.value.hpr?.digits), new: .text(hpr.digits)) }
        if let year = row.birthYear { note(.birthYear, old: .text(stretch.value.birthYear.map(String.init)), new: .text("\(year)")) }

        guard let now = current.nearest(to: day) else { return }
        var value = now.value
        // Case, accents and how a name is split are not worth a change.
        if let name = row.name, ImportText.nameKey("\(name.given) \(name.family)") != ImportText.nameKey(value.fullName) {
            note(.fullName, old: .text(value.fullName), new: .text("\(name.given) \(name.family)"))
            (value.givenName, value.familyName) = (name.given, name.family)
        }
        if let email = row.email, email.text.lowercased() != value.email?.text.lowercased() {
            note(.email, old: .text(value.email?.text), new: .text(email.text))
            value.email = email
        }
        if let phone = row.phone, ImportPersonReading.phone(.text(value.phone ?? "")).value != phone {
            note(.phone, old: .text(value.phone), new: .text(phone))
            value.phone = phone
        }
        if value != now.value { add(trainee, rest(of: now.period), .trainee(value)) }
    }

    /// From the day changes hold to the end of a stretch; the whole of a stretch that lies before or after the day.
    func rest(of stretch: Period, from day: CalendarDay? = nil) -> Period {
        let day = day ?? self.day
        return stretch.contains(day) ? Period(from: day, to: stretch.to) ?? stretch : stretch
    }

    private mutating func addTrainee() {
        guard let name = row.name else {
            problems.append(RowProblem(row, .missing(.fullName), .fullName))
            return
        }
        let first = [row.trainingStart, row.engagedFrom, row.started, day].compactMap { $0 }.min() ?? day
        let value = Trainee(
            givenName: name.given, familyName: name.family, hpr: row.hpr, birthYear: row.birthYear, email: row.email, phone: row.phone,
            isSynthetic: settings.isSynthetic)
        add(trainee, Period(startingOn: first), .trainee(value), isNew: true)
        note(.fullName, old: .nothing, new: .text(value.fullName))
        note(.hpr, old: .nothing, new: .text(value.hpr?.digits))
        note(.birthYear, old: .nothing, new: .text(value.birthYear.map(String.init)))
        note(.email, old: .nothing, new: .text(value.email?.text))
        note(.phone, old: .nothing, new: .text(value.phone))
    }
}

/// A training as the row has left it so far.
struct PlannedTraining {
    var known: KnownRecord<Training>
    let isNew: Bool
}
