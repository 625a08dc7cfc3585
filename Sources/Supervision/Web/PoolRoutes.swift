import AlisDomain

/// Finding a supervisor across municipal borders, and asking her.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /veiledere/finn | writers; `?lege=` chooses a doctor of theirs |
/// | GET, POST | /veiledere/foresporsler/ny | writers, for a doctor of theirs; POST shows the one-time link once |
/// | POST | /veiledere/foresporsler/:fact/trekk | those who may say who supervises the doctor |
struct PoolRoutes {
    let desk: SupervisionDesk
    /// Where Alis is found from outside, for the link.
    let publicAddress: String

    var routes: [Route] {
        [
            .restricted(.get, Addresses.findSupervisor, to: .writers, show),
            .restricted(.post, Addresses.requestWithdrawal, to: .writers, withdraw),
        ] + RequestForm.routes(RequestDesk(desk: desk, publicAddress: publicAddress))
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let frame = visit.frame
        guard !visit.query["lege"].isEmpty else {
            return visit.page(frame[PoolTexts.title], PoolPage.choose(scope, frame))
        }
        guard let id = RecordID(visit.query["lege"]), let person = scope.view.register.index.ordinal(of: id), scope.mayAssign(person) else {
            throw PageRefusal.notFound
        }
        let language = SupervisorLanguage(rawValue: visit.query["spraak"])
        return visit.page(
            frame[PoolTexts.title],
            PoolPage(
                scope: scope, person: person, showsAll: visit.query["vis"] == "alle", language: language,
                frame: frame
            ).html())
    }

    private func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let fact = try visit.recordID("fact")
        let persons = scope.view.register.index.personsByTraining()
        guard let request = scope.view.requests.first(where: { $0.id == fact.text }), let person = persons[request.value.training],
            scope.mayAssign(person)
        else { throw PageRefusal.notFound }
        let today = visit.today
        _ = try await desk.write(visit, by: scope.recorder, act: .supervisionRequested) { writer in
            guard var value = try FactStore.timeline(SupervisionRequest.self, id: fact.text, on: writer.connection).stretches.last,
                value.value.state == .pending
            else { return false }
            var withdrawn = value.value
            withdrawn.state = .withdrawn
            value = Version(id: value.id, value: withdrawn, period: value.period, recordedIn: value.recordedIn)
            return try writer.revise(
                SupervisionRequest.self, id: fact.text, in: Period(startingOn: max(today, value.period.from)), to: value.value)
        }
        return .seeOther("\(Addresses.findSupervisor())?lege=\(scope.view.personID(person).text)")
    }
}
