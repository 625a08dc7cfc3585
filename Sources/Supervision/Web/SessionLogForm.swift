import AlisDomain

/// Opens those whom the one who logs a session may choose between: on the doctor's page, and on the supervisor's own.
struct SessionLogDesk: FormDesk {
    let desk: SupervisionDesk
    let isSupervisorsPage: Bool

    var database: Database { desk.database }
    var surroundings: Surroundings { desk.surroundings }

    func subject(_ visit: Visit, _ viewer: Viewer) async throws -> Counterparts {
        let scope = try await desk.scope(visit, viewer)
        if isSupervisorsPage { return try Counterparts(scope, supervisor: visit.recordID("id")) }
        return Counterparts(scope, person: try desk.party(visit, scope))
    }

    func again(_ parties: Counterparts, _ visit: Visit, _ viewer: Viewer, on connection: Connection) -> Counterparts { parties }
}

extension SupervisionDesk {
    /// The two whose sessions are theirs to log and to correct.
    static let twoParties: Set<Role> = [.alis, .supervisor]

    /// The doctor in the address, for herself and her supervisor only.
    func party(_ visit: Visit, _ scope: SupervisionScope) throws -> RegisterIndex.Ordinal {
        let person = try person(visit, scope)
        guard scope.ownPersons.contains(person) || scope.supervises(person) else { throw PageRefusal.notFound }
        return person
    }
}

extension Counterparts: FormSubject {
    func crumbs(_ frame: Frame) -> [Crumb] { [back] }
    var newest: ChangeNumber? { nil }
    func recorder(for viewer: Viewer) -> Recorder { scope.recorder }
}

/// Logging a session (*veiledningsøkt*): the same short form for the doctor and the supervisor.
struct SessionLogForm: EditForm {
    typealias Desk = SessionLogDesk
    let parties: Counterparts
    let today: CalendarDay
    let now: Instant
    let id: RecordID

    static let contested = "dag"
    var title: Text { SessionTexts.logTitle }

    init(_ parties: Counterparts, thing: RecordID?, visit: Visit, newID: RecordID) {
        (self.parties, today, now, id) = (parties, visit.today, visit.now, newID)
    }

    static func routes(_ desk: SupervisionDesk) -> [Route] {
        let act = Text("Lagrer en veiledningsøkt", nn: "Lagrar ei rettleiingsøkt")
        return EditFormRoutes<Self>(
            desk: SessionLogDesk(desk: desk, isSupervisorsPage: false), path: Addresses.newSession.pattern,
            roles: SupervisionDesk.twoParties,
            act: act
        ).routes
            + EditFormRoutes<Self>(
                desk: SessionLogDesk(desk: desk, isSupervisorsPage: true), path: Addresses.newSupervisorSession.pattern,
                roles: [.supervisor], act: act
            ).routes
    }

    var initial: FormData { FormData([("dag", today.norwegian), ("minutter", "60")]) }

    /// Without anybody to have a session with there is nothing to fill in.
    var isPossible: Bool { !parties.choices.isEmpty }
    func lede(_ frame: Frame) -> Html { isPossible ? .empty : "<p class=\"empty\">\(frame[SessionTexts.noCounterpart])</p>" }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html { parties.fields(values, problems, frame) }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        guard let session = parties.read(&reader, on: today) else { return nil }
        let note = reader.optional("notat", longest: 4000)
        let (id, now, scope) = (id, now, parties.scope)
        let trainings = scope.view.register.index.personsByTraining().filter { $0.value == session.person }.map(\.key).sorted()
        let account = scope.view.book.supervisors[session.value.supervisor]?.account ?? ""
        let trainee = scope.view.personID(session.person)
        return Writing(act: .sessionLogged) { writer in
            let logged = try SupervisionStore.minutesLogged(
                trainings: trainings, supervisor: session.value.supervisor, day: session.value.day, on: writer.connection)
            if logged > 0 { throw WriteRefused(FieldProblem("dag", SupervisionProblem.alreadyLogged(minutes: logged).text)) }
            try writer.add(id: id.text, session.value, in: Period(startingOn: session.value.day))
            if !note.isEmpty {
                _ = try SupervisionNotes.add(
                    note, id: id, session: id, trainee: trainee, supervisorAccount: account, by: scope.viewer, at: now,
                    on: writer.connection)
            }
            return true
        }
    }

    static func saved(_ visit: Visit, _ viewer: Viewer, in change: ChangeNumber?, _ desk: SessionLogDesk) async throws -> Reply {
        let id = try visit.recordID("id")
        return .seeOther("\(desk.isSupervisorsPage ? Addresses.supervisor(id) : Addresses.supervision(id))?lagret=1")
    }
}
