import AlisDomain

/// One doctor's supervision, and logging sessions: the same short form for the doctor and the supervisor.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /alis/:id/veiledning | those in whose scope she is, her supervisor, she herself; notes only the last two |
/// | GET, POST | /alis/:id/veiledning/okt | she herself and her supervisor |
/// | GET | /veiledere/:id/okter | the supervisor, and those who may correct her |
/// | GET, POST | /veiledere/:id/okter/ny | the supervisor |
struct DoctorSupervisionRoutes {
    let desk: SupervisionDesk

    var routes: [Route] {
        [
            .restricted(.get, Addresses.supervision, to: SupervisionDesk.parties, show),
            .restricted(.get, Addresses.supervisorSessions, to: SupervisionDesk.readers, list),
        ] + SessionLogForm.routes(desk)
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let person = try desk.person(visit, scope)
        let trainings = trainings(of: person, scope.view)
        let (sessions, notes) = try await desk.database.read { connection in
            let sessions = try SupervisionStore.sessions(trainings: trainings, supervisor: nil, on: connection)
            return (sessions, try SupervisionNotes.read(sessions: sessions.map(\.id), for: viewer, on: connection))
        }
        let page = DoctorSupervisionPage(
            person: person, scope: scope, sessions: sessions, notes: notes, frame: visit.frame)
        return visit.page(visit.frame[SessionTexts.title(scope.view.name(person))], visit.notice(SupervisionTexts.saved) + page.html())
    }

    private func trainings(of person: RegisterIndex.Ordinal, _ view: SupervisionView) -> [RecordID] {
        view.register.index.personsByTraining().filter { $0.value == person }.map(\.key).sorted()
    }

    private func list(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let id = try visit.recordID("id")
        guard let supervisor = scope.view.book.supervisors[id], scope.mayEdit(supervisor: id) else { throw PageRefusal.notFound }
        let sessions = try await desk.database.read { try SupervisionStore.sessions(trainings: [], supervisor: id, on: $0) }
        let (frame, persons) = (visit.frame, scope.view.register.index.personsByTraining())
        let items = sessions.prefix(100).compactMap { session -> Html? in
            guard let person = persons[session.value.training], scope.sees(person) else { return nil }
            let doctor = scope.view.personID(person)
            let correct: Html =
                scope.ownSupervisors.contains(id)
                ? "<br><a class=\"note\" href=\"\(Addresses.session(doctor, session.id))\">\(frame[SessionTexts.correctOrWithdraw])<span class=\"hidden-visually\">, \(session.value.day.norwegian)</span></a>"
                : .empty
            return "<li>\(DoctorSupervisionPage.line(session.value, who: scope.view.name(person), frame))\(correct)</li>"
        }
        let log: Html =
            scope.ownSupervisors.contains(id)
            ? "<a class=\"btn\" href=\"\(Addresses.newSupervisorSession(id))\">\(frame[SessionTexts.log])</a>" : .empty
        return visit.page(
            "\(frame[SessionTexts.sessions]) – \(supervisor.name)",
            """
            <p class="crumb"><a href="\(Addresses.supervisor(id))">\(supervisor.name)</a></p>
            <div class="head"><div><h1>\(frame[SessionTexts.sessions])</h1></div><p class="acts">\(log)</p></div>
            \(items.isEmpty ? "<p class=\"empty\">\(frame[SessionTexts.noSessions])</p>" as Html : "<ul class=\"sessions\">\(items)</ul>")
            """)
    }
}
