import AlisDomain

/// Gatherings: what is coming, signing up, the waiting list, and who was there.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /veiledere/samlinger, .csv, .xlsx | writers, supervisors, doctors in training, the Directorate |
/// | GET | /veiledere/samlinger/:samling | writers, supervisors, doctors in training |
/// | GET, POST | /veiledere/samlinger/ny, /:samling/rett | offices, their own |
/// | POST | /veiledere/samlinger/:samling/pamelding, /avmelding | a supervisor or a doctor, herself |
/// | POST | /veiledere/samlinger/:samling/frammote | the office that holds it |
struct GatheringRoutes {
    let desk: SupervisionDesk

    private static let participants: Set<Role> = [.alis, .supervisor]

    var routes: [Route] {
        Route.list(Addresses.gatherings, to: SupervisionDesk.parties.union([.directorate]), list) + GatheringForm.routes(self) + [
            .restricted(.get, Addresses.gathering, to: SupervisionDesk.parties, show),
            .restricted(.post, Addresses.signUp, to: Self.participants, signUp),
            .restricted(.post, Addresses.signOff, to: Self.participants, signOff),
            .restricted(.post, Addresses.attendance, to: .offices, attend).kept(
                as: Text("Lagrer hvem som møtte på samlingen", nn: "Lagrar kven som møtte på samlinga")),
        ] + GatheringPeopleRoutes(desk: desk, gatherings: self).routes
    }

    private func find(_ visit: Visit) async throws -> (id: RecordID, gathering: Gathering) {
        let id = try visit.recordID("samling")
        guard let gathering = try await desk.database.read({ try FactStore.find(Gathering.self, id, on: $0) }) else {
            throw PageRefusal.notFound
        }
        return (id, gathering)
    }

    private static func holds(_ viewer: Viewer, _ gathering: Gathering) -> Bool {
        viewer.has(.administrator)
            || viewer.grants.contains { ($0.role == .adviser || $0.role == .coordinator) && $0.organisation == .office(gathering.office) }
    }

    /// The gathering in the address, for the office that holds it only.
    func held(_ visit: Visit, _ viewer: Viewer) async throws -> (id: RecordID, gathering: Gathering) {
        let found = try await find(visit)
        guard Self.holds(viewer, found.gathering) else { throw PageRefusal.notFound }
        return found
    }

    // MARK: Looking

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let (id, gathering) = try await find(visit)
        let roster = try await roster(id, gathering)
        let last = try await desk.database.read { try GatheringStore.lastChange(id, on: $0) }
        let page = GatheringPage(
            id: id, gathering: gathering, roster: roster, scope: scope, me: Self.participant(scope), holds: Self.holds(viewer, gathering),
            based: last, frame: visit.frame)
        return visit.page(gathering.title, visit.notice(SupervisionTexts.saved) + page.html())
    }

    /// The page of the office that holds it again, with what was typed and what is wrong with it.
    func page(
        _ visit: Visit, _ scope: SupervisionScope, _ id: RecordID, _ gathering: Gathering, _ shown: ShownForm
    ) async throws -> Reply {
        let last = try await desk.database.read { try GatheringStore.lastChange(id, on: $0) }
        let page = GatheringPage(
            id: id, gathering: gathering, roster: try await roster(id, gathering), scope: scope, me: nil, holds: true,
            based: last, frame: visit.frame, typed: shown.values, problems: shown.problems)
        return visit.page(gathering.title, status: shown.status, page.html())
    }

    func roster(_ id: RecordID, _ gathering: Gathering) async throws -> GatheringRoster {
        let rosters = try await desk.database.read { try GatheringStore.rosters(of: [(id, gathering)], on: $0) }
        return rosters[id] ?? GatheringRoster(places: gathering.places, entries: [])
    }

    /// Who the viewer is on a list of participants; nil for those who are neither doctor nor supervisor.
    private static func participant(_ scope: SupervisionScope) -> GatheringSignUp.Participant? {
        if let person = scope.ownPerson { return .trainee(scope.view.personID(person)) }
        return scope.ownSupervisors.min().map { .supervisor($0) }
    }

    /// The newest change, to compare with the one the form was shown with; nil for a form that is based on none.
    private static func newest(_ id: RecordID?, _ visit: Visit) -> (@Sendable (Connection) throws -> ChangeNumber)? {
        guard let id, visit.form.contains("_based") else { return nil }
        return { try GatheringStore.lastChange(id, on: $0) }
    }

    // MARK: Taking part

    private func signUp(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let (id, gathering) = try await find(visit)
        guard let me = Self.participant(scope) else { throw PageRefusal.notFound }
        let saved = Reply.seeOther("\(Addresses.gathering(id))?lagret=1")
        if try visit.carriedOut != nil { return saved }
        if gathering.last < visit.today { throw PageRefusal.badRequest(GatheringTexts.over) }
        let (entry, today) = (desk.surroundings.newID(), visit.today)
        _ = try await desk.write(visit, by: scope.recorder, act: .signedUp) { writer in
            let roster = try GatheringStore.rosters(of: [(id, gathering)], on: writer.connection)[id]
            if roster?.entry(of: me) != nil { return false }
            try writer.add(
                id: entry.text, GatheringSignUp(gathering: id, participant: me, name: viewer.name), in: Period(startingOn: today))
            return true
        }
        return saved
    }

    private func signOff(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let (id, gathering) = try await find(visit)
        guard let me = Self.participant(scope) else { throw PageRefusal.notFound }
        _ = try await desk.write(visit, by: scope.recorder, act: .signedOff) { writer in
            let roster = try GatheringStore.rosters(of: [(id, gathering)], on: writer.connection)[id]
            guard let entry = roster?.entry(of: me) else { return false }
            // Hours she has been at count in her plan, and are not lost with a click.
            if let minutes = entry.signUp.attendedMinutes, minutes > 0 {
                throw PageRefusal.badRequest(GatheringTexts.youHaveAttended(minutes))
            }
            return try writer.replace(GatheringSignUp.self, id: entry.id.text, with: [])
        }
        return .seeOther("\(Addresses.gathering(id))?lagret=1")
    }

    private func attend(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let (id, gathering) = try await held(visit, viewer)
        let saved = Reply.seeOther("\(Addresses.gathering(id))?lagret=1")
        if try visit.carriedOut != nil { return saved }
        let form = visit.form
        var hours: [RecordID: Int?] = [:]
        var problems: [FieldProblem] = []
        for entry in try await roster(id, gathering).attending {
            guard let typed = form.raw("timer-\(entry.id.text)") else { continue }
            let trimmed = typed.filter { !$0.isWhitespace }
            let minutes =
                Int(trimmed).map { $0.multipliedReportingOverflow(by: 60) }.flatMap { $0.overflow ? nil : $0.partialValue }
                ?? MonthlyHours(typed: trimmed).map { $0.hundredths * 60 / 100 }
            guard trimmed.isEmpty || (minutes.map { (0...24_000).contains($0) } ?? false) else {
                problems.append(FieldProblem("timer-\(entry.id.text)", GatheringTexts.badAttendance(typed)))
                continue
            }
            if let minutes, minutes > 0, let problem = GatheringTexts.impossible(minutes, gathering, on: visit.today) {
                problems.append(FieldProblem("timer-\(entry.id.text)", problem))
                continue
            }
            hours.updateValue(minutes, forKey: entry.id)
        }
        if !problems.isEmpty { return try await page(visit, scope, id, gathering, ShownForm(visit.form, problems)) }
        let wanted = hours
        let outcome = try await desk.write(
            visit, by: scope.recorder, act: .attendanceRecorded, lastChange: Self.newest(id, visit)
        ) { writer in
            var isDifferent = false
            for (entry, minutes) in wanted.sorted(by: { $0.key < $1.key }) {
                let timeline = try FactStore.timeline(GatheringSignUp.self, id: entry.text, on: writer.connection)
                let stretches = timeline.stretches.map { stretch -> (Period, GatheringSignUp) in
                    var value = stretch.value
                    value.attendedMinutes = minutes
                    return (stretch.period, value)
                }
                if try writer.replace(GatheringSignUp.self, id: entry.text, with: stretches) { isDifferent = true }
            }
            return isDifferent
        }
        guard let again = outcome.again(visit.form, at: "frammote") else { return saved }
        return try await page(visit, scope, id, gathering, again)
    }
}
