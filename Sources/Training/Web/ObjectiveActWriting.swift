import AlisDomain

/// What a form about objectives came to, ready to be written.
struct ObjectiveWriting: Sendable {
    let reason: String
    let write: @Sendable (FactWriter, ObjectiveDesk.Opened) throws -> Bool
    /// The request a link is to be made for, with whom it is for.
    var invitation: (request: RecordID, name: String)?
}

/// Reads each act's form, and says what is to be written. Rules of approval are the domain's; a refusal names its objective.
struct ObjectiveActReading {
    let opened: ObjectiveDesk.Opened
    let act: ObjectiveAct
    let codes: [Objective.Code]
    let viewer: Viewer
    /// The names of those who are assigned to her as supervisors.
    let supervisors: [String]
    let newID: @Sendable () -> RecordID

    func read(_ reader: inout FieldReader) -> ObjectiveWriting? {
        switch act {
        case .status: status(&reader)
        case .arena: arena(&reader)
        case .ask: ask(&reader)
        case .invite: invite(&reader)
        case .recommend: recommend(&reader)
        case .decide: decide(&reader)
        case .confirm: confirm(&reader)
        case .withdraw: withdraw(&reader)
        }
    }

    // MARK: Status and arena

    private enum Said: Sendable { case status(ObjectiveStatus), removed }

    private func said(_ reader: inout FieldReader, _ code: Objective.Code) -> Said? {
        let own = reader.form["status.\(code.text)"]
        let field = own.isEmpty ? "status" : "status.\(code.text)"
        let dayField = reader.form["dag.\(code.text)"].isEmpty ? "dag" : "dag.\(code.text)"
        let typed = reader.form[field]
        if typed == "slett" { return .removed }
        guard ObjectiveActFields.statuses.contains(where: { $0.code == typed }) else {
            add(FieldProblem(field, FieldTexts.choose(ObjectiveTexts.status)), &reader)
            return nil
        }
        let needsDay = typed == "recommended" || typed == "approved"
        guard needsDay else { return ObjectiveStatus(code: typed, day: nil).map { .status($0) } }
        let before = reader.problems.count
        let day = reader.optionalDay(dayField)
        if reader.problems.count > before {
            if reader.problems.dropLast().contains(where: { $0.field == dayField }) { reader.problems.removeLast() }
            return nil
        }
        guard let day else {
            let isAlone = codes.count == 1 || dayField == "dag" && field == "status"
            add(FieldProblem(dayField, isAlone ? ObjectiveActTexts.needsDay : Self.named(code, ObjectiveActTexts.needsDay)), &reader)
            return nil
        }
        if day > opened.today {
            let isOwn = dayField != "dag"
            add(FieldProblem(dayField, isOwn ? Self.named(code, ObjectiveActTexts.notYet) : ObjectiveActTexts.notYet), &reader)
            return nil
        }
        if let wrong = impossible(day, code) {
            let isOwn = dayField != "dag"
            add(FieldProblem(dayField, isOwn || codes.count > 1 ? Self.named(code, wrong) : wrong), &reader)
            return nil
        }
        return ObjectiveStatus(code: typed, day: day).map { .status($0) }
    }

    /// Why nobody can have recommended or approved an objective on a day: it was not asked of anybody then, or she was a child.
    private func impossible(_ day: CalendarDay, _ code: Objective.Code) -> Text? {
        let first = opened.catalogue.objectives.filter { $0.code == code }.map(\.period.from).min()
        if let first, day < first { return ObjectiveActTexts.before(first) }
        // Nobody is a doctor before she is twenty.
        if let year = opened.trainee.birthYear, day.year < year + 20 { return ObjectiveActTexts.asChild(year) }
        return nil
    }

    /// Several objectives share a field: each problem is said once.
    func add(_ problem: FieldProblem, _ reader: inout FieldReader) {
        if !reader.problems.contains(problem) { reader.problems.append(problem) }
    }

    private func status(_ reader: inout FieldReader) -> ObjectiveWriting? {
        let note = reader.optional("merknad", longest: 200)
        var wanted: [(code: Objective.Code, said: Said)] = []
        for code in codes {
            guard let said = said(&reader, code) else { continue }
            // What lies with the leader is not approved past her.
            if case .status(.approved) = said, opened.chain(code).isOpen, !opened.mayDecide {
                let own = "status.\(code.text)"
                add(
                    FieldProblem(reader.form[own].isEmpty ? "status" : own, Self.named(code, ObjectiveActTexts.withLeader)), &reader)
                continue
            }
            wanted.append((code, said))
        }
        guard reader.problems.isEmpty else { return nil }
        let (newID, today, entries) = (newID, opened.today, wanted)
        return ObjectiveWriting(reason: note) { writer, opened in
            var isDifferent = false
            var values: [TrainingObjective] = []
            for (code, said) in entries {
                let known = opened.file.record(of: code, on: today)
                switch said {
                case .removed:
                    if try ObjectiveStore.remove(code, known: opened.file, writer) { isDifferent = true }
                case .status(let status):
                    // The same as before says nothing new: it keeps where it came from.
                    if known?.record.status == status, known?.note == note || note.isEmpty { continue }
                    values.append(
                        TrainingObjective(
                            training: opened.training,
                            record: ObjectiveRecord(objective: code, status: status, origin: .entered, reportedOn: today), note: note))
                }
                // What is said by hand ends what was under way, or approved, here.
                let chain = opened.chain(code)
                if Self.ends(said, chain) {
                    try Self.step(.withdrawn, code, opened, by: viewer, words: note, newID: newID, writer)
                    isDifferent = true
                }
            }
            let changed = try ObjectiveStore.record(values, known: opened.file, newID: newID, writer)
            return changed > 0 || isDifferent
        }
    }

    private static func ends(_ said: Said, _ chain: ObjectiveChain) -> Bool {
        switch said {
        case .removed: chain.isOpen || chain.approval.isApproved
        case .status(let status): chain.approval.isApproved ? status.rank < 3 : chain.isOpen && (status.rank == 0 || status.rank == 3)
        }
    }

    private func arena(_ reader: inout FieldReader) -> ObjectiveWriting? {
        let service = RecordID(reader.form["periode"]).flatMap { id in opened.services.first { $0.id == id }?.id }
        let arena = reader.optional("arena", longest: 120)
        let day = reader.optionalDay("dag")
        let half = HalfYear(code: reader.form["halvaar"])
        guard reader.problems.isEmpty else { return nil }
        let due = day ?? half?.period.lastDay
        let (isEmpty, isHalf) = (service == nil && arena.isEmpty && due == nil, day == nil && half != nil)
        let (codes, newID, today) = (codes, newID, opened.today)
        return ObjectiveWriting(reason: "") { writer, opened in
            var isDifferent = false
            for code in codes {
                let known = opened.file.arenas[code]
                let id = known?.id ?? newID().text
                let value = ObjectiveArena(
                    training: known?.value.training ?? opened.training, objective: code, service: service, arena: arena, due: due,
                    isHalfYear: isHalf)
                if known?.value == value { continue }
                let stretches = isEmpty ? [] : [(Period(startingOn: today), value)]
                if try writer.replace(ObjectiveArena.self, id: id, with: stretches) { isDifferent = true }
            }
            return isDifferent
        }
    }

    // MARK: The way to approval

    private func ask(_ reader: inout FieldReader) -> ObjectiveWriting? {
        let words = reader.optional("merknad", longest: 500)
        refuse(&reader, "merknad") { chain in
            if chain.approval.isApproved || isApproved(chain.approval.objective) { return ObjectiveTexts.sentence(.alreadyApproved) }
            return chain.asked == nil ? nil : ObjectiveActTexts.alreadyAsked
        }
        guard reader.problems.isEmpty else { return nil }
        return steps(words) { writer, opened, code in
            try Self.step(.asked, code, opened, by: viewer, words: words, newID: newID, writer)
            return .inProgress
        }
    }

    private func invite(_ reader: inout FieldReader) -> ObjectiveWriting? {
        let name = reader.required("navn", ObjectiveActTexts.name, longest: 80)
        let place = reader.optional("sted", longest: 80)
        let own = Folding.fold(name) == Folding.fold(opened.trainee.fullName)
        let person = own ? opened.record.id : ObjectiveApproval.person(named: name)
        let (trainee, today) = (opened.record.id, opened.today)
        if supervisors.contains(where: { Folding.fold($0) == Folding.fold(name) }) {
            reader.problems.append(FieldProblem("navn", ObjectiveActTexts.isSupervisor(name)))
        } else if !name.isEmpty {
            refuse(&reader, "navn") { chain in
                if isApproved(chain.approval.objective) { return ObjectiveTexts.sentence(.alreadyApproved) }
                var approval = chain.approval
                do throws(ObjectiveApproval.Refusal) {
                    try approval.recommend(as: .clinicalSupervisor, by: person, trainee: trainee, on: today)
                    return nil
                } catch { return ObjectiveTexts.sentence(error) }
            }
        }
        guard reader.problems.isEmpty else { return nil }
        let (request, shown) = (newID(), place.isEmpty ? name : "\(name), \(place)")
        var writing = steps("") { writer, opened, code in
            try writer.add(
                id: newID().text,
                ObjectiveStep(
                    training: opened.training, objective: code, kind: .invited, role: .clinicalSupervisor, person: person,
                    personName: shown, account: viewer.account, day: opened.today, request: request),
                in: Period(startingOn: opened.today))
            return .inProgress
        }
        writing.invitation = (request, shown)
        return writing
    }

    private func recommend(_ reader: inout FieldReader) -> ObjectiveWriting? {
        let words = reader.optional("merknad", longest: 500)
        guard let supervisor = opened.supervisor else { return nil }
        let person = opened.isOwn ? opened.record.id : supervisor.supervisor
        refuse(&reader, "merknad") { chain in
            if isApproved(chain.approval.objective) { return ObjectiveTexts.sentence(.alreadyApproved) }
            return Self.recommending(chain, as: .supervisor, person, opened).refusal
        }
        guard reader.problems.isEmpty else { return nil }
        return steps(words) { writer, opened, code in
            let (approval, refusal) = Self.recommending(opened.chain(code), as: .supervisor, person, opened)
            if let refusal { throw WriteRefused(FieldProblem("merknad", refusal)) }
            try writer.add(
                id: newID().text,
                ObjectiveStep(
                    training: opened.training, objective: code, kind: .recommended, role: .supervisor, person: person,
                    personName: supervisor.name, account: viewer.account, words: words, day: opened.today),
                in: Period(startingOn: opened.today))
            return approval.status
        }
    }

    static func recommending(
        _ chain: ObjectiveChain, as role: ObjectiveApproval.Role, _ person: RecordID, _ opened: ObjectiveDesk.Opened
    ) -> (approval: ObjectiveApproval, refusal: Text?) {
        var approval = chain.approval
        do throws(ObjectiveApproval.Refusal) {
            try approval.recommend(as: role, by: person, trainee: opened.record.id, on: opened.today)
            return (approval, nil)
        } catch { return (approval, ObjectiveTexts.sentence(error)) }
    }

    private func decide(_ reader: inout FieldReader) -> ObjectiveWriting? {
        let isApproval = reader.choice(
            "avgjorelse", ObjectiveActTexts.decision, ["godkjent": true, "tilbake": false][reader.form["avgjorelse"]])
        let words = reader.optional("grunn", longest: 1000)
        let day = reader.optionalDay("dag") ?? opened.today
        if day > opened.today { reader.problems.append(FieldProblem("dag", ObjectiveActTexts.notYet)) }
        guard let isApproval, reader.problems.isEmpty else { return nil }
        let person = opened.isOwn ? opened.record.id : ObjectiveApproval.person(named: viewer.account)
        let decided: @Sendable (ObjectiveChain, ObjectiveDesk.Opened) -> (ObjectiveApproval, FieldProblem?) = { chain, opened in
            var approval = chain.approval
            do throws(ObjectiveApproval.Refusal) {
                if isApproval {
                    try approval.approve(as: .leader, by: person, trainee: opened.record.id, on: day)
                } else {
                    try approval.sendBack(as: .leader, by: person, trainee: opened.record.id, on: opened.today, reason: words)
                }
                return (approval, nil)
            } catch {
                let field = error == .reasonMissing ? "grunn" : error == .beforeRecommendation ? "dag" : "avgjorelse"
                let text = ObjectiveTexts.sentence(error)
                // What is missing is written once for all of them.
                return (approval, FieldProblem(field, error == .reasonMissing ? text : Self.named(chain.approval.objective, text)))
            }
        }
        for code in codes { if let problem = decided(opened.chain(code), opened).1 { add(problem, &reader) } }
        guard reader.problems.isEmpty else { return nil }
        return steps(words) { writer, opened, code in
            let (approval, problem) = decided(opened.chain(code), opened)
            if let problem { throw WriteRefused(problem) }
            try writer.add(
                id: newID().text,
                ObjectiveStep(
                    training: opened.training, objective: code, kind: isApproval ? .approved : .returned, role: .leader, person: person,
                    personName: viewer.name, account: viewer.account, words: words, day: isApproval ? day : opened.today),
                in: Period(startingOn: opened.today))
            return approval.status
        }
    }

    private func withdraw(_ reader: inout FieldReader) -> ObjectiveWriting? {
        let words = reader.optional("merknad", longest: 500)
        refuse(&reader, "merknad") { $0.isOpen ? nil : ObjectiveActTexts.nothingOpen }
        guard reader.problems.isEmpty else { return nil }
        return steps(words) { writer, opened, code in
            try Self.step(.withdrawn, code, opened, by: viewer, words: words, newID: newID, writer)
            return .inProgress
        }
    }
}
