import AlisDomain

/// The office that holds a gathering puts people on its list and takes them off: those who have no account, and those who rang.
///
/// | method | address | who |
/// |---|---|---|
/// | POST | /veiledere/samlinger/:samling/deltakere | the office that holds it |
/// | POST | /veiledere/samlinger/:samling/deltakere/fjern | the office that holds it |
struct GatheringPeopleRoutes {
    let desk: SupervisionDesk
    let gatherings: GatheringRoutes

    var routes: [Route] {
        [
            .restricted(.post, Addresses.gatheringPeople, to: .offices, add),
            .restricted(.post, Addresses.gatheringPeopleRemoval, to: .offices, remove),
        ]
    }

    struct Choice: Sendable {
        let participant: GatheringSignUp.Participant
        let name: String
        /// The name with what tells it from others'.
        let label: String
    }

    /// Whom an office may put on a list: the supervisors and doctors it sees in its own area. Those a gathering is for come first.
    static func choices(_ scope: SupervisionScope, _ gathering: Gathering) -> [Choice] {
        let view = scope.view
        func isNear(_ place: MunicipalityID?) -> Bool {
            place.flatMap { view.register.directory.nearestFacts(of: $0, on: view.today)?.office } == gathering.office
        }
        let supervisors = scope.supervisors.filter { isNear($0.supervisor.municipality) }.map { id, supervisor in
            Choice(
                participant: .supervisor(id), name: supervisor.name,
                label: "\(supervisor.name), \(view.placeName(supervisor.municipality))")
        }
        let persons = scope.doctors.filter { isNear(view.homes[$0]) }
        let labels = scope.labels(persons)
        let doctors = persons.map { person in
            Choice(participant: .trainee(view.personID(person)), name: view.name(person), label: labels[person] ?? "")
        }
        return gathering.kind == .supervisorCourse ? supervisors + doctors : doctors + supervisors
    }

    private func add(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let (id, gathering) = try await gatherings.held(visit, viewer)
        let saved = Reply.seeOther("\(Addresses.gathering(id))?lagret=1#deltakere")
        if try visit.carriedOut != nil { return saved }
        guard let chosen = Self.choices(scope, gathering).first(where: { $0.participant.code == visit.form["deltaker"] }) else {
            let problem = FieldProblem("deltaker", FieldTexts.choose(GatheringTexts.participant))
            return try await gatherings.page(visit, scope, id, gathering, ShownForm(visit.form, [problem]))
        }
        let (entry, today) = (desk.surroundings.newID(), visit.today)
        let outcome = try await desk.write(visit, by: scope.recorder, act: .signedUp) { writer in
            let roster = try GatheringStore.rosters(of: [(id, gathering)], on: writer.connection)[id]
            if roster?.entry(of: chosen.participant) != nil { return false }
            try writer.add(
                id: entry.text, GatheringSignUp(gathering: id, participant: chosen.participant, name: chosen.name),
                in: Period(startingOn: today))
            return true
        }
        guard case .done = outcome else {
            let problem = FieldProblem("deltaker", GatheringTexts.alreadyIn(chosen.name))
            return try await gatherings.page(visit, scope, id, gathering, ShownForm(visit.form, [problem], status: 409))
        }
        return saved
    }

    private func remove(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let (id, gathering) = try await gatherings.held(visit, viewer)
        let saved = Reply.seeOther("\(Addresses.gathering(id))?lagret=1#deltakere")
        if try visit.carriedOut != nil { return saved }
        let roster = try await gatherings.roster(id, gathering)
        guard let entry = (roster.attending + roster.waiting).first(where: { $0.id.text == visit.form["fjern"] }) else {
            let problem = FieldProblem("fjern", FieldTexts.choose(GatheringTexts.participant))
            return try await gatherings.page(visit, scope, id, gathering, ShownForm(visit.form, [problem]))
        }
        // Hours somebody has been at count in her plan, and are not lost with a click.
        if let minutes = entry.signUp.attendedMinutes, minutes > 0 {
            let problem = FieldProblem("fjern", GatheringTexts.hasAttended(entry.signUp.name, minutes))
            return try await gatherings.page(visit, scope, id, gathering, ShownForm(visit.form, [problem]))
        }
        _ = try await desk.write(visit, by: scope.recorder, act: .signedOff) {
            try $0.replace(GatheringSignUp.self, id: entry.id.text, with: [])
        }
        return saved
    }
}
