import AlisDomain

/// A supervisor opened for a form about her, or what a new one is registered with.
struct OpenedSupervisor: FormSubject {
    let scope: SupervisionScope
    /// Nil when she is to be registered.
    let known: (id: RecordID, supervisor: Supervisor)?
    /// The accounts to choose between. Not the viewer's own: a supervisor sees doctors of other municipalities too, and nobody makes
    /// herself one. Her office, or a colleague, does it.
    let accounts: [(id: String, name: String)]
    var newest: ChangeNumber?

    /// Whether the viewer may say that she is a specialist, and which account is hers.
    var judges: Bool { known.map { scope.mayJudge(supervisor: $0.id) } ?? true }

    /// The accounts as the form offers them; the one that is hers stands there also when the viewer may not choose it.
    func choices(_ frame: Frame) -> [(value: String, text: String)] {
        let offered = accounts.map { (value: $0.id, text: $0.name) }
        guard let own = known?.supervisor.account, !own.isEmpty, !accounts.contains(where: { $0.id == own }) else { return offered }
        return [(own, frame[SupervisorTexts.sameAccount])] + offered
    }

    func crumbs(_ frame: Frame) -> [Crumb] {
        [
            known.map { Crumb(Addresses.supervisor($0.id), $0.supervisor.name) }
                ?? Crumb(Addresses.supervisors(), frame[SupervisionTexts.supervisors])
        ]
    }
    func recorder(for viewer: Viewer) -> Recorder { scope.recorder }

    /// That another supervisor has this HPR number: one number is one person's. Whom, only to whoever may see her. It is asked when all else
    /// is right: a number that is not taken is then saved, in the viewer's name, so that none is tried without a trace.
    func refuseTaken(_ hpr: HPRNumber?, on connection: Connection) throws {
        guard let hpr, let holder = try SupervisionStore.find(hpr: hpr, except: known?.id, on: connection) else { return }
        let name = scope.sees(supervisor: holder) ? scope.view.book.supervisors[holder]?.name : nil
        throw WriteRefused(FieldProblem("hpr", SupervisorTexts.taken(hpr.digits, by: name)))
    }
}

extension SupervisionDesk: FormDesk {
    func subject(_ visit: Visit, _ viewer: Viewer) async throws -> OpenedSupervisor {
        let scope = try await scope(visit, viewer)
        let id = visit.parameter("id").isEmpty ? nil : try visit.recordID("id")
        let municipalities = scope.municipalities
        let (accounts, newest) = try await database.read { connection in
            (
                try SupervisionStore.accounts(in: municipalities, on: connection).filter { $0.id != viewer.account },
                try id.map { try SupervisionStore.lastChange(of: $0, on: connection) }
            )
        }
        let known = try id.map { id in
            guard let supervisor = scope.view.book.supervisors[id], scope.sees(supervisor: id), scope.mayEdit(supervisor: id) else {
                throw PageRefusal.notFound
            }
            return (id: id, supervisor: supervisor)
        }
        return OpenedSupervisor(scope: scope, known: known, accounts: accounts, newest: newest)
    }

    func again(_ opened: OpenedSupervisor, _ visit: Visit, _ viewer: Viewer, on connection: Connection) throws -> OpenedSupervisor {
        var fresh = opened
        fresh.newest = try opened.known.map { try SupervisionStore.lastChange(of: $0.id, on: connection) }
        return fresh
    }
}

extension EditForm where Desk == SupervisionDesk {
    static var meetsStrangers: Bool { true }

    func told(_ form: FormData, _ problems: [FieldProblem]) -> String? {
        guard let hpr = HPRNumber(form["hpr"])?.digits else { return nil }
        return problems.contains(FieldProblem("hpr", SupervisorTexts.taken(hpr, by: nil))) ? "veileder \(hpr)" : nil
    }
}

/// Registering a supervisor.
struct NewSupervisorForm: EditForm {
    typealias Desk = SupervisionDesk
    let opened: OpenedSupervisor
    let newID: RecordID

    static let contested = "hpr"
    var title: Text { SupervisorTexts.registerTitle }

    init(_ opened: OpenedSupervisor, thing: RecordID?, visit: Visit, newID: RecordID) {
        (self.opened, self.newID) = (opened, newID)
    }

    static func routes(_ desk: SupervisionDesk) -> [Route] {
        EditFormRoutes<Self>(
            desk: desk, path: Addresses.newSupervisor(), roles: .writers,
            act: Text("Registrerer en veileder", nn: "Registrerer ein rettleiar")
        ).routes
    }

    var initial: FormData {
        let scope = opened.scope
        let place = scope.municipalities.flatMap { $0.count == 1 ? $0.first : nil }.map { scope.view.placeName($0) } ?? ""
        return FormData([("kommune", place), ("reise", "50"), ("timer", "3,5")])
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        SupervisorFields.html(values, problems, opened, frame)
            + Form.text(
                "timer", frame[SupervisorTexts.capacityNow], value: values["timer"], hint: frame[SupervisorTexts.capacityHint],
                problems: problems, width: 6, frame)
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        let value = SupervisorFields.read(&reader, opened, on: visit.today)
        let hours = SupervisorFields.hours(&reader, "timer")
        guard let value, let hours else { return nil }
        let (id, today) = (newID, visit.today)
        return Writing(act: .supervisorRegistered) { writer, opened in
            // In the transaction, so that of two at once with the same number the second is told.
            try opened.refuseTaken(value.hpr, on: writer.connection)
            try writer.add(id: id.text, value, in: .always)
            try writer.add(id: id.text, SupervisorCapacity(supervisor: id, hours: hours), in: Period(startingOn: today))
            return true
        }
    }

    static func saved(_ visit: Visit, _ viewer: Viewer, in change: ChangeNumber?, _ desk: SupervisionDesk) async throws -> Reply {
        let id = try await desk.database.read { connection in
            try change.flatMap { try FactStore.added(Supervisor.self, in: $0, on: connection) }
        }
        return .seeOther(id.map { "\(Addresses.supervisor($0))?lagret=1" } ?? Addresses.supervisors())
    }
}

/// A form about a supervisor who is registered, for her own municipality, its office and herself.
protocol KnownSupervisorForm: EditForm where Desk == SupervisionDesk {}

extension KnownSupervisorForm {
    static func saved(_ visit: Visit, _ viewer: Viewer, in change: ChangeNumber?, _ desk: SupervisionDesk) async throws -> Reply {
        .seeOther("\(Addresses.supervisor(try visit.recordID("id")))?lagret=1")
    }
}

/// Correcting who a supervisor is.
struct SupervisorForm: KnownSupervisorForm {
    let opened: OpenedSupervisor
    let id: RecordID
    let supervisor: Supervisor

    var title: Text { SupervisorTexts.editTitle }
    var reasons: [Text]? { [] }

    init(_ opened: OpenedSupervisor, thing: RecordID?, visit: Visit, newID: RecordID) throws {
        guard let known = opened.known else { throw PageRefusal.notFound }
        self.opened = opened
        (id, supervisor) = known
    }

    static func routes(_ desk: SupervisionDesk) -> [Route] {
        EditFormRoutes<Self>(
            desk: desk, path: Addresses.supervisorFacts.pattern, roles: SupervisionDesk.readers,
            act: Text("Retter det som står om veilederen", nn: "Rettar det som står om rettleiaren")
        ).routes
    }

    var initial: FormData { SupervisorFields.values(supervisor, place: opened.scope.view.placeName(supervisor.municipality)) }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        SupervisorFields.html(values, problems, opened, frame)
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        guard let value = SupervisorFields.read(&reader, opened, on: visit.today) else { return nil }
        let (id, isNewNumber) = (id, value.hpr != supervisor.hpr)
        return Writing(act: .supervisorChanged) { writer, opened in
            if isNewNumber { try opened.refuseTaken(value.hpr, on: writer.connection) }
            return try writer.revise(Supervisor.self, id: id.text, in: .always, to: value)
        }
    }
}

/// How many hours a month a supervisor can give, and when.
struct CapacityForm: KnownSupervisorForm {
    let id: RecordID
    let now: String
    let today: CalendarDay

    static let contested = "timer"
    var title: Text { SupervisorTexts.capacityTitle }

    init(_ opened: OpenedSupervisor, thing: RecordID?, visit: Visit, newID: RecordID) throws {
        guard let known = opened.known else { throw PageRefusal.notFound }
        (id, today) = (known.id, visit.today)
        now = opened.scope.view.book.capacities[known.id]?.value(on: visit.today)?.hours.text ?? ""
    }

    static func routes(_ desk: SupervisionDesk) -> [Route] {
        EditFormRoutes<Self>(
            desk: desk, path: Addresses.capacity.pattern, roles: SupervisionDesk.readers,
            act: Text("Lagrer kapasiteten til veilederen", nn: "Lagrar kapasiteten til rettleiaren")
        ).routes
    }

    var initial: FormData { FormData([("timer", now), ("fra", today.norwegian)]) }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        """
        \(Form.text("timer", frame[SupervisionTexts.hours], value: values["timer"], hint: frame[SupervisorTexts.capacityHint], problems: problems, width: 6, isRequired: true, frame))
        <p class="hint">\(frame[SupervisorTexts.capacityPeriodHint])</p>\(PeriodFields.html(values, problems, frame))
        """
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        let hours = SupervisorFields.hours(&reader, "timer")
        let period = reader.period()
        guard let hours, let period else { return nil }
        let id = id
        return Writing(act: .capacityChanged) {
            try $0.revise(SupervisorCapacity.self, id: id.text, in: period, to: SupervisorCapacity(supervisor: id, hours: hours))
        }
    }
}
