import AlisDomain

/// Who may ask for a doctor registered elsewhere, and who may answer.
struct TransferDesk: Sendable {
    let desk: RecordDesk

    /// A request with what its reader may know and do.
    struct Seen: Sendable {
        let id: RecordID
        let request: TransferRequest
        /// When it came to be as it is, by whom and why.
        let change: Change
        let asked: Change
        /// The reader may change the doctor's record, and answers.
        let isAnswerer: Bool
        /// The reader works for the municipality that asks.
        let isAsker: Bool
        /// The doctor it is about, where the reader may see her.
        let doctor: (id: RecordID, trainee: Trainee, place: String)?
        let municipality: String
        /// The asker's own record, where the reader may see it.
        let own: RecordID?
        /// The asking municipality has registered work of hers, and sees her for that now.
        let restsOnWork: Bool

        var waitsForReader: Bool { isAnswerer && request.state == .asked }
        /// Answered with a yes: the reader registers the work that lets the doctor stay.
        var waitsForWork: Bool { isAsker && request.state == .granted && !restsOnWork && doctor != nil }
    }

    /// All that the reader has to do with, what waits first, newest first.
    func all(_ visit: Visit, _ viewer: Viewer) async throws -> [Seen] {
        let view = try await desk.register.current()
        let now = view.index.transfers.filter { $0.supersededIn == nil }
        let first = Dictionary(grouping: view.index.transfers, by: \.id).compactMapValues { $0.map(\.recordedIn).min() }
        let changes = try await desk.database.read { connection in
            try ChangeLog.changes(Set(now.map(\.recordedIn)).union(first.values), on: connection)
        }
        let seen = now.compactMap { version -> Seen? in
            guard let id = RecordID(version.id), let change = changes[version.recordedIn],
                let asked = first[version.id].flatMap({ changes[$0] })
            else { return nil }
            return Self.see(id, version.value, change, asked: asked, view, viewer, on: visit.today)
        }
        // One request may be about several; whoever only asks sees one line, and learns nothing of how many.
        var lines: Set<String> = []
        return seen.filter { one in
            one.isAnswerer || one.doctor != nil || lines.insert("\(one.asked.number) \(one.request.described.name)").inserted
        }.sorted {
            ($0.waitsForReader ? 0 : 1, $1.change.recordedAt, $0.id) < ($1.waitsForReader ? 0 : 1, $0.change.recordedAt, $1.id)
        }
    }

    func find(_ visit: Visit, _ viewer: Viewer) async throws -> Seen {
        let id = try visit.recordID("id")
        guard let found = try await all(visit, viewer).first(where: { $0.id == id }) else { throw PageRefusal.notFound }
        return found
    }

    /// Those who may change the doctor's record answer; where the register knows nobody like her, the asker's own office does. Never the
    /// account that asked.
    static func isAnswerer(_ request: TransferRequest, _ view: RegisterView, _ viewer: Viewer, on day: CalendarDay) -> Bool {
        let scope = view.scope(viewer, on: day)
        guard viewer.account != request.account, scope.seesNames else { return false }
        guard let trainee = request.trainee else {
            return !viewer.roles.isDisjoint(with: Set<Role>.offices) && view.mayWrite(request.municipality, scope, on: day)
        }
        return view.index.ordinal(of: trainee).map { view.editable(scope, on: day)[Int(view.index.keptPersons?[Int($0)] ?? $0)] } ?? false
    }

    private static func see(
        _ id: RecordID, _ request: TransferRequest, _ change: Change, asked: Change, _ view: RegisterView, _ viewer: Viewer,
        on day: CalendarDay
    ) -> Seen? {
        let scope = view.scope(viewer, on: day)
        let isAnswerer = isAnswerer(request, view, viewer, on: day)
        // A question names a doctor: whoever sees nobody by name reads none.
        let isAsker = scope.seesNames && view.mayWrite(request.municipality, scope, on: day)
        let (visible, people) = (view.visible(scope, on: day), view.people(on: day, knownAfter: .max))
        func ordinal(_ id: RecordID?) -> RegisterIndex.Ordinal? {
            guard let person = id.flatMap({ view.index.ordinal(of: $0) }) else { return nil }
            let kept = view.index.keptPersons?[Int(person)] ?? person
            return visible[Int(kept)] ? kept : nil
        }
        let doctor = ordinal(request.trainee).flatMap { person in
            people[person].map { trainee in
                let home = view.members(OverviewQuestion(asOf: day), counting: nil).first { $0.person == person }?.municipality
                let place = home.flatMap { view.directory.nearestFacts(of: $0, on: day)?.name } ?? ""
                return (id: view.index.personIDs[Int(person)], trainee: trainee, place: place)
            }
        }
        // Whoever sees the doctor still sees what was answered when she has gone on to work elsewhere.
        guard isAnswerer || isAsker || request.state != .asked && doctor != nil else { return nil }
        return Seen(
            id: id, request: request, change: change, asked: asked, isAnswerer: isAnswerer, isAsker: isAsker,
            // The asker is not told whom the register knows until she is let in.
            doctor: isAnswerer || !isAsker || request.state == .granted ? doctor : nil,
            municipality: view.directory.nearestFacts(of: request.municipality, on: day)?.name ?? request.municipality.key,
            own: ordinal(request.own).map { view.index.personIDs[Int($0)] },
            restsOnWork: restsOnWork(request, view, on: day))
    }

    // MARK: Asking

    /// What is asked, and about whom.
    struct Question: Sendable {
        let request: TransferRequest
        let doctors: [RecordID]
    }

    /// The question in a form: about a record by its identity, or about somebody who is described; nil with problems said.
    func question(_ visit: Visit, _ viewer: Viewer, _ reader: inout FieldReader) async throws -> Question? {
        let view = try await desk.register.current()
        let (scope, today) = (view.scope(viewer, on: visit.today), visit.today)
        let message = reader.optional("melding", longest: 1000)
        let work = FormData(urlEncoded: reader.optional("arbeid", longest: 2000))
        let brought = FormData(EngagementForm.fieldNames.filter { !work[$0].isEmpty }.map { ($0, String(work[$0].prefix(200))) }).urlEncoded
        func request(_ described: TransferRequest.Described, for place: MunicipalityID, own: RecordID? = nil) -> TransferRequest {
            TransferRequest(
                trainee: nil, municipality: place, own: own, described: described, message: message, work: brought,
                askedBy: viewer.name, account: viewer.account)
        }
        if !reader.form["lege"].isEmpty {
            guard let id = RecordID(reader.form["lege"]) else { throw PageRefusal.notFound }
            let opened = try await desk.open(id, visit, viewer)
            let described = TransferRequest.Described(opened.trainee)
            guard opened.mayEdit else {
                // Seen, since she worked here once, and somebody else's now.
                guard let place = place(&reader, view, scope, on: today) else { return nil }
                return Question(request: request(described, for: place), doctors: [opened.record.id])
            }
            let editable = view.editable(scope, on: today)
            let own = opened.record.id
            // Those she is listed as like, and those her description meets.
            let like = view.possibleDuplicates.filter { $0.first == own || $0.second == own }
                .compactMap { view.index.ordinal(of: $0.first == own ? $0.second : $0.first) }.filter { !editable[Int($0)] }
            let strangers = Set(like).union(view.strangers(met: opened.trainee, by: scope, on: today)).sorted()
            let homes = opened.record.workingMunicipalities(on: today).sorted()
                .map { view.directory.currentSuccessor(of: $0, on: today) ?? $0 }.filter { scope.mayWrite($0) }
            let home: MunicipalityID
            if let own = homes.first {
                home = own
            } else if let asked = place(&reader, view, scope, on: today) {
                home = asked
            } else {
                return nil
            }
            return Question(
                request: request(described, for: home, own: opened.record.id),
                doctors: strangers.map { view.index.personIDs[Int($0)] })
        }
        var described = Trainee(givenName: "", familyName: "")
        PersonFields.readIdentity(&reader, into: &described, today: today)
        described.email = reader.email("epost")
        guard let place = place(&reader, view, scope, on: today), reader.problems.isEmpty else { return nil }
        var own: RecordID?
        if let id = RecordID(reader.form["egen"]) {
            let opened = try await desk.open(id, visit, viewer)
            guard opened.mayEdit else { throw PageRefusal.notFound }
            own = opened.record.id
        }
        let strangers = view.strangers(met: described, by: scope, on: today)
        return Question(
            request: request(TransferRequest.Described(described), for: place, own: own),
            doctors: strangers.map { view.index.personIDs[Int($0)] })
    }

    /// The municipality that asks: the viewer's only one, or the one that is named.
    private func place(_ reader: inout FieldReader, _ view: RegisterView, _ scope: Scope, on day: CalendarDay) -> MunicipalityID? {
        if reader.form["kommune"].isEmpty, !scope.writesEverything, scope.writableMunicipalities.count == 1 {
            return scope.writableMunicipalities.first
        }
        guard let place = reader.municipality("kommune", directory: view.directory, on: day) else { return nil }
        guard scope.mayWrite(place) else {
            reader.problems.append(FieldProblem("kommune", FieldTexts.notYourMunicipality))
            return nil
        }
        return place
    }

    /// What came of asking.
    enum Outcome: Sendable { case asked, tooMany }

    /// Asks, in one recorded change; what is asked already, or was sent before, is not asked again.
    func ask(_ questions: [Question], _ visit: Visit, _ viewer: Viewer) async throws -> Outcome {
        let view = try await desk.register.current()
        let recorder = view.recorder(for: viewer)
        let (today, newID) = (visit.today, desk.surroundings.newID)
        let form = visit.act(.transferAsked, by: recorder, reason: questions.first?.request.message ?? "")
        do {
            _ = try await desk.database.carryOut(form) { writer in
                var isAsked = false
                for question in questions {
                    if try TransferStore.ask(question.request, about: question.doctors, on: today, newID: newID, writer) { isAsked = true }
                }
                let waiting = isAsked ? try TransferStore.waiting(of: viewer.account, on: today, on: writer.connection) : 0
                if waiting > TransferRequest.mostWaiting { throw TooMany() }
                return isAsked
            }
            return .asked
        } catch is TooMany {
            return .tooMany
        }
    }

    private struct TooMany: Error {}

    // MARK: Answering

    /// Work with the answerer's own municipality that a yes may end: a doctor who moves leaves it.
    struct OwnWork: Sendable {
        let id: RecordID
        let begins: CalendarDay
        let place: String
    }

    /// The doctor's work without a last day in the municipalities that the reader writes for, the asking one aside.
    func ownWork(_ seen: Seen, _ visit: Visit, _ viewer: Viewer) async throws -> [OwnWork] {
        guard seen.waitsForReader, let doctor = seen.doctor else { return [] }
        let opened = try await desk.open(doctor.id, visit, viewer)
        let (directory, scope, today) = (opened.view.directory, opened.view.scope(viewer, on: visit.today), visit.today)
        return opened.record.engagements.compactMap { thing in
            guard let last = thing.last, last.period.isOpen else { return nil }
            let place = directory.currentSuccessor(of: last.value.municipality, on: today) ?? last.value.municipality
            guard place != seen.request.municipality, scope.mayWrite(place) else { return nil }
            return OwnWork(id: thing.id, begins: last.period.from, place: directory.nearestFacts(of: place, on: today)?.name ?? place.key)
        }
    }

    /// Sets a request's state in one recorded change; nothing where it no longer stands as it did.
    ///
    /// - Parameter ending: work that ends with it, and its last day.
    func set(
        _ seen: Seen, from states: Set<TransferRequest.State>, to state: TransferRequest.State, reason: String,
        ending: (work: [OwnWork], last: CalendarDay)? = nil, _ visit: Visit, _ viewer: Viewer
    ) async throws -> Bool {
        let view = try await desk.register.current()
        let recorder = view.recorder(for: viewer)
        let (today, newID) = (visit.today, desk.surroundings.newID())
        let outcome = try await desk.database.carryOut(visit.act(.transferAnswered, by: recorder, reason: reason)) { writer in
            guard try TransferStore.set(seen.id, from: states, to: state, on: today, writer) else { return false }
            if state == .withdrawn { try TransferStore.withdraw(all: seen.request, on: today, writer) }
            // Two doctors: the asker's own record is no possible duplicate of this one.
            if state == .another, let own = seen.request.own, let doctor = seen.request.trainee {
                let pair = DuplicateDismissal(own, doctor)
                if try DuplicateDismissals.find(pair, on: writer.connection) == nil { try writer.add(id: newID.text, pair, in: .always) }
            }
            if let ending {
                let after = Period(startingOn: ending.last.adding(days: 1))
                for work in ending.work { try writer.revise(Engagement.self, id: work.id.text, in: after, to: nil) }
            }
            return true
        }
        if case .nothingDifferent = outcome { return false }
        return true
    }
}
