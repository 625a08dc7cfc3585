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
        [
            .restricted(.get, "/veiledere", to: SupervisionDesk.readers.union([.directorate]), list),
            .restricted(.get, "/veiledere/ny", to: .writers, showNew),
            .restricted(.post, "/veiledere/ny", to: .writers, sendNew).kept(
                as: Text("Registrerer en veileder", nn: "Registrerer ein rettleiar")),
            .restricted(.get, "/veiledere/:id", to: SupervisionDesk.parties, show),
            .restricted(.get, "/veiledere/:id/rett", to: SupervisionDesk.readers, showEdit),
            .restricted(.post, "/veiledere/:id/rett", to: SupervisionDesk.readers, sendEdit).kept(
                as: Text("Retter det som står om veilederen", nn: "Rettar det som står om rettleiaren")),
            .restricted(.get, "/veiledere/:id/kapasitet", to: SupervisionDesk.readers, showCapacity),
            .restricted(.post, "/veiledere/:id/kapasitet", to: SupervisionDesk.readers, sendCapacity).kept(
                as: Text("Lagrer kapasiteten til veilederen", nn: "Lagrar kapasiteten til rettleiaren")),
        ]
    }

    private func list(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        if !scope.isWriter {
            if let own = scope.ownSupervisors.min() { return .seeOther("/veiledere/\(own.text)") }
            if viewer.has(.directorate) { return .seeOther("/veiledere/mangel") }
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

    /// That another supervisor has this HPR number: one number is one person's. Whom, only to whoever may see her; to others nothing
    /// but when all else is `right`: a number that is not taken is then saved, in the viewer's name, so that none is tried without a trace.
    private static func taken(
        _ hpr: HPRNumber?, by own: RecordID?, right: Bool = true, _ scope: SupervisionScope, on connection: Connection
    ) throws -> FieldProblem? {
        guard let hpr, let holder = try SupervisionStore.find(hpr: hpr, except: own, on: connection) else { return nil }
        let name = scope.sees(supervisor: holder) ? scope.view.book.supervisors[holder]?.name : nil
        return name == nil && !right ? nil : FieldProblem("hpr", SupervisorTexts.taken(hpr.digits, by: name))
    }

    // MARK: Registering

    /// The accounts to choose between. Not the viewer's own: a supervisor sees doctors of other municipalities too, and nobody makes herself
    /// one. Her office, or a colleague, does it.
    private func accounts(_ scope: SupervisionScope) async throws -> [(id: String, name: String)] {
        let municipalities = scope.municipalities
        let own = scope.viewer.account
        return try await desk.database.read { try SupervisionStore.accounts(in: municipalities, on: $0) }.filter { $0.id != own }
    }

    private func newPage(
        _ visit: Visit, _ shown: ShownForm, accounts: [(id: String, name: String)]
    ) -> Reply {
        let (frame, values, problems) = (visit.frame, shown.values, shown.problems)
        let form = SupervisionForm(
            title: frame[SupervisorTexts.registerTitle], back: ("/veiledere", frame[SupervisionTexts.supervisors]), action: "/veiledere/ny")
        let fields =
            SupervisorFields.html(values, problems, judges: true, accounts: accounts, frame)
            + Form.text(
                "timer", frame[SupervisorTexts.capacityNow], value: values["timer"], hint: frame[SupervisorTexts.capacityHint],
                problems: problems,
                width: 6, frame)
        return form.page(visit, shown, fields)
    }

    private func showNew(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let place = scope.municipalities.flatMap { $0.count == 1 ? $0.first : nil }.map { scope.view.placeName($0) } ?? ""
        return newPage(
            visit, ShownForm(FormData([("kommune", place), ("reise", "50"), ("timer", "3,5")])), accounts: try await accounts(scope))
    }

    private func sendNew(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        if let change = try visit.carriedOut { return try await registered(in: change) }
        let scope = try await desk.scope(visit, viewer)
        let choices = try await accounts(scope)
        var reader = FieldReader(visit.form)
        let value = SupervisorFields.read(
            &reader, upon: nil, judges: true, accounts: choices, directory: scope.view.register.directory, on: visit.today)
        let hours = SupervisorFields.hours(&reader, "timer")
        if let value {
            if !scope.mayRegister(in: value.municipality) {
                reader.problems.append(FieldProblem("kommune", FieldTexts.notYourMunicipality))
            }
            let isRight = reader.problems.isEmpty && hours != nil
            if let taken = try await desk.database.read({ try Self.taken(value.hpr, by: nil, right: isRight, scope, on: $0) }) {
                reader.problems.append(taken)
            }
        }
        guard let value, let hours, reader.problems.isEmpty else {
            return newPage(visit, ShownForm(visit.form, reader.problems), accounts: choices)
        }
        let (id, today) = (desk.surroundings.newID(), visit.today)
        let outcome = try await desk.write(visit, by: await desk.recorder(scope), act: .supervisorRegistered) { writer in
            // Two at once with the same number: the second is told.
            if let taken = try Self.taken(value.hpr, by: nil, scope, on: writer.connection) { throw WriteRefused(taken) }
            try writer.add(id: id.text, value, in: .always)
            try writer.add(id: id.text, SupervisorCapacity(supervisor: id, hours: hours), in: Period(startingOn: today))
            return true
        }
        if let again = outcome.again(visit.form, at: "hpr") { return newPage(visit, again, accounts: choices) }
        guard case .done = outcome else { return .seeOther("/veiledere") }
        return .seeOther("/veiledere/\(id.text)?lagret=1")
    }

    /// To the supervisor whom a change registered.
    private func registered(in change: ChangeNumber) async throws -> Reply {
        let id = try await desk.database.read { try FactStore.added(Supervisor.self, in: change, on: $0) }
        return .seeOther(id.map { "/veiledere/\($0)?lagret=1" } ?? "/veiledere")
    }

    // MARK: Correcting

    private func editPage(
        _ visit: Visit, _ scope: SupervisionScope, _ id: RecordID, _ shown: ShownForm
    ) async throws -> Reply {
        let (frame, values, problems) = (visit.frame, shown.values, shown.problems)
        let judges = scope.mayJudge(supervisor: id)
        let choices = judges ? try await accounts(scope) : nil
        let last = try await desk.database.read { try SupervisionStore.lastChange(of: id, on: $0) }
        let form = SupervisionForm(
            title: frame[SupervisorTexts.editTitle], back: ("/veiledere/\(id.text)", scope.view.book.supervisors[id]?.name ?? ""),
            action: "/veiledere/\(id.text)/rett", newest: last)
        let reason = Form.text(
            "hvorfor", frame[TraineeTexts.reason], value: values["hvorfor"], hint: frame[TraineeTexts.reasonHint], problems: problems, frame
        )
        return form.page(visit, shown, SupervisorFields.html(values, problems, judges: judges, accounts: choices, frame) + reason)
    }

    private func showEdit(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let (id, supervisor) = try find(visit, scope)
        guard scope.mayEdit(supervisor: id) else { throw PageRefusal.notFound }
        let values = SupervisorFields.values(supervisor, place: scope.view.placeName(supervisor.municipality))
        return try await editPage(visit, scope, id, ShownForm(values))
    }

    private func sendEdit(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let (id, supervisor) = try find(visit, scope)
        guard scope.mayEdit(supervisor: id) else { throw PageRefusal.notFound }
        let saved = Reply.seeOther("/veiledere/\(id.text)?lagret=1")
        if try visit.carriedOut != nil { return saved }
        let judges = scope.mayJudge(supervisor: id)
        var reader = FieldReader(visit.form)
        _ = reader.optional("hvorfor", longest: 500)
        let value = SupervisorFields.read(
            &reader, upon: supervisor, judges: judges, accounts: judges ? try await accounts(scope) : nil,
            directory: scope.view.register.directory, on: visit.today)
        if let value {
            if value.municipality != supervisor.municipality, judges, !scope.mayRegister(in: value.municipality) {
                reader.problems.append(FieldProblem("kommune", FieldTexts.notYourMunicipality))
            }
            let isRight = reader.problems.isEmpty
            if value.hpr != supervisor.hpr,
                let taken = try await desk.database.read({ try Self.taken(value.hpr, by: id, right: isRight, scope, on: $0) })
            {
                reader.problems.append(taken)
            }
        }
        guard let value, reader.problems.isEmpty else {
            return try await editPage(visit, scope, id, ShownForm(visit.form, reader.problems))
        }
        let isNewNumber = value.hpr != supervisor.hpr
        let outcome = try await desk.write(
            visit, by: await desk.recorder(scope), act: .supervisorChanged, lastChange: { try SupervisionStore.lastChange(of: id, on: $0) }
        ) { writer in
            if isNewNumber, let taken = try Self.taken(value.hpr, by: id, scope, on: writer.connection) { throw WriteRefused(taken) }
            return try writer.revise(Supervisor.self, id: id.text, in: .always, to: value)
        }
        guard let again = outcome.again(visit.form, at: "hvorfor") else { return saved }
        return try await editPage(visit, scope, id, again)
    }

    // MARK: Capacity

    private func capacityPage(
        _ visit: Visit, _ scope: SupervisionScope, _ id: RecordID, _ shown: ShownForm
    ) async throws -> Reply {
        let (frame, values, problems) = (visit.frame, shown.values, shown.problems)
        let last = try await desk.database.read { try SupervisionStore.lastChange(of: id, on: $0) }
        let form = SupervisionForm(
            title: frame[SupervisorTexts.capacityTitle], back: ("/veiledere/\(id.text)", scope.view.book.supervisors[id]?.name ?? ""),
            action: "/veiledere/\(id.text)/kapasitet", newest: last)
        let fields: Html = """
            \(Form.text("timer", frame[SupervisionTexts.hours], value: values["timer"], hint: frame[SupervisorTexts.capacityHint], problems: problems, width: 6, isRequired: true, frame))
            <p class="hint">\(frame[SupervisorTexts.capacityPeriodHint])</p>\(PeriodFields.html(values, problems, frame))
            """
        return form.page(visit, shown, fields)
    }

    private func showCapacity(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let (id, _) = try find(visit, scope)
        guard scope.mayEdit(supervisor: id) else { throw PageRefusal.notFound }
        let now = scope.view.book.capacities[id]?.value(on: visit.today)?.hours.text ?? ""
        return try await capacityPage(visit, scope, id, ShownForm(FormData([("timer", now), ("fra", visit.today.norwegian)])))
    }

    private func sendCapacity(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let (id, _) = try find(visit, scope)
        guard scope.mayEdit(supervisor: id) else { throw PageRefusal.notFound }
        let saved = Reply.seeOther("/veiledere/\(id.text)?lagret=1")
        if try visit.carriedOut != nil { return saved }
        var reader = FieldReader(visit.form)
        let hours = SupervisorFields.hours(&reader, "timer")
        let period = reader.period()
        guard let hours, let period, reader.problems.isEmpty else {
            return try await capacityPage(visit, scope, id, ShownForm(visit.form, reader.problems))
        }
        let outcome = try await desk.write(
            visit, by: await desk.recorder(scope), act: .capacityChanged, lastChange: { try SupervisionStore.lastChange(of: id, on: $0) }
        ) { try $0.revise(SupervisorCapacity.self, id: id.text, in: period, to: SupervisorCapacity(supervisor: id, hours: hours)) }
        guard let again = outcome.again(visit.form, at: "timer") else { return saved }
        return try await capacityPage(visit, scope, id, again)
    }
}
