import AlisDomain

/// Supervisors: the list, one supervisor, and every way to correct what is registered of her.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /veiledere, .csv, .xlsx | writers; a supervisor is led to herself, the Directorate to the figures |
/// | GET, POST | /veiledere/ny | writers, in their own municipalities |
/// | GET | /veiledere/:id | those in whose scope she is, and she herself |
/// | GET, POST | /veiledere/:id/rett, /kapasitet | her own municipality, its office, and she herself |
struct SupervisorRoutes {
    let desk: SupervisionDesk

    var routes: [Route] {
        let list = Route.list(Addresses.supervisors, to: .writers, others: [.supervisor, .directorate], led: lead) {
            visit, viewer in
            let scope = try await desk.scope(visit, viewer)
            return SupervisorList(scope, visit.query).page(scope, visit)
        }
        return list + NewSupervisorForm.routes(desk) + [Route.restricted(.get, Addresses.supervisor, to: SupervisionDesk.parties, show)]
            + SupervisorForm.routes(desk) + CapacityForm.routes(desk)
    }

    /// Those who do not keep the list are led to what is theirs.
    private func lead(_ visit: Visit, _ viewer: Viewer) async throws -> Reply? {
        let scope = try await desk.scope(visit, viewer)
        if scope.isWriter { return nil }
        if let own = scope.ownSupervisors.min() { return .seeOther(Addresses.supervisor(own)) }
        if viewer.has(.directorate) { return .seeOther(Addresses.shortage()) }
        return visit.page(
            visit.frame[SupervisionTexts.supervision],
            "<h1>\(visit.frame[SupervisionTexts.supervision])</h1><p class=\"empty\">\(visit.frame[SupervisorTexts.ownMissing])</p>")
    }

    private func find(_ visit: Visit, _ scope: SupervisionScope) throws -> (id: RecordID, supervisor: Supervisor) {
        let id = try visit.recordID("id")
        guard let supervisor = scope.view.book.supervisors[id], scope.sees(supervisor: id) else { throw PageRefusal.notFound }
        return (id, supervisor)
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let (id, supervisor) = try find(visit, scope)
        let changes = try await desk.database.read { try SupervisionStore.changes(of: id, on: $0) }
        let page = SupervisorPage(
            id: id, supervisor: supervisor, scope: scope, changes: changes, frame: visit.frame)
        return visit.page(supervisor.name, visit.notice(SupervisionTexts.saved) + page.html())
    }
}
