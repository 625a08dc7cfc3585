import AlisDomain

/// Supervisors: the list, one supervisor, and every way to correct what is registered of her. The files lie in Exchange.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /veiledere | writers; a supervisor is led to herself, the Directorate to the figures |
/// | GET, POST | /veiledere/ny | writers, in their own municipalities |
/// | GET | /veiledere/:id | those in whose scope she is, and she herself |
/// | GET, POST | /veiledere/:id/rett, /kapasitet | her own municipality, its office, and she herself |
struct SupervisorRoutes {
    let desk: SupervisionDesk

    var routes: [Route] {
        [.restricted(.get, Addresses.supervisors, to: SupervisionDesk.readers.union([.directorate]), list)] + NewSupervisorForm.routes(desk)
            + [.restricted(.get, Addresses.supervisor, to: SupervisionDesk.parties, show)] + SupervisorForm.routes(desk)
            + CapacityForm.routes(desk)
    }

    private func list(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        if !scope.isWriter {
            if let own = scope.ownSupervisors.min() { return .seeOther(Addresses.supervisor(own)) }
            if viewer.has(.directorate) { return .seeOther(Addresses.shortage()) }
            return visit.page(
                visit.frame[SupervisionTexts.supervision],
                "<h1>\(visit.frame[SupervisionTexts.supervision])</h1><p class=\"empty\">\(visit.frame[SupervisorTexts.ownMissing])</p>")
        }
        let list = SupervisorList(scope, visit.query)
        return visit.page(visit.frame[SupervisionTexts.supervisors], SupervisorListPage.html(list, scope, visit.frame)).reusable()
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
        let saved: Html =
            visit.query.contains("lagret") ? "<p class=\"done\" role=\"status\">\(visit.frame[SupervisionTexts.saved])</p>" : .empty
        return visit.page(supervisor.name, saved + page.html())
    }
}
