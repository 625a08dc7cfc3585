import AlisDomain

/// Saying who supervises a doctor, how much of her and for how long.
///
/// | method | address | who |
/// |---|---|---|
/// | GET, POST | /alis/:id/veiledning/veileder/ny, /:fact | those who may correct the doctor's record |
struct AssignmentRoutes {
    let desk: SupervisionDesk

    var routes: [Route] {
        [
            .restricted(.get, "/alis/:id/veiledning/veileder/ny", to: .writers, show),
            .restricted(.post, "/alis/:id/veiledning/veileder/ny", to: .writers, send).kept(
                as: Text("Gir legen en veileder", nn: "Gir legen ein rettleiar")),
            .restricted(.get, "/alis/:id/veiledning/veileder/:fact", to: .writers, show),
            .restricted(.post, "/alis/:id/veiledning/veileder/:fact", to: .writers, send).kept(
                as: Text("Endrer hvem som veileder legen", nn: "Endrar kven som rettleier legen")),
        ]
    }

    private struct Opened {
        let scope: SupervisionScope
        let person: RegisterIndex.Ordinal
        /// What is corrected; nil for a new one.
        let old: SupervisionBook.Assignment?
    }

    private func open(_ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let scope = try await desk.scope(visit, viewer)
        let person = try desk.person(visit, scope)
        guard scope.mayAssign(person) else { throw PageRefusal.notFound }
        if visit.parameter("fact").isEmpty { return Opened(scope: scope, person: person, old: nil) }
        let fact = try visit.recordID("fact")
        guard let old = scope.view.book.assignments(ofPerson: person).first(where: { $0.id == fact }) else { throw PageRefusal.notFound }
        return Opened(scope: scope, person: person, old: old)
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await open(visit, viewer)
        let old = opened.old
        let values = FormData([
            ("veileder", old?.value.supervisor.text ?? visit.query["veileder"]), ("andel", old?.value.share.text() ?? "100"),
            ("fra", (old?.period.from ?? visit.today).norwegian), ("til", old?.period.lastDay?.norwegian ?? ""), ("gjelder", "rett"),
        ])
        return try await page(visit, opened, ShownForm(values))
    }

    /// The supervisors to choose between: those on the viewer's list who may supervise, and the one there is.
    private func choices(_ opened: Opened) -> [(id: RecordID, supervisor: Supervisor)] {
        let view = opened.scope.view
        var choices = opened.scope.supervisors.filter { $0.supervisor.standing(on: view.today).allowsSupervision }
        if let old = opened.old?.value.supervisor, !choices.contains(where: { $0.id == old }), let supervisor = view.book.supervisors[old] {
            choices.append((old, supervisor))
        }
        return choices
    }

    private func page(
        _ visit: Visit, _ opened: Opened, _ shown: ShownForm, isOver: Bool = false
    ) async throws -> Reply {
        let (frame, view, values, problems) = (visit.frame, opened.scope.view, shown.values, shown.problems)
        let back = "/alis/\(view.personID(opened.person).text)/veiledning"
        let last = try await lastChange(opened.old)
        let form = SupervisionForm(
            title: frame[opened.old == nil ? SessionTexts.assign : SessionTexts.editAssignment], back: (back, view.name(opened.person)),
            action: visit.path, newest: last)
        let options = choices(opened).map { id, supervisor -> (value: String, text: String) in
            let free = view.book.load(of: id, on: view.today).free.minutes
            return (id.text, frame[SessionTexts.freeChoice(supervisor.name, view.placeName(supervisor.municipality), free)])
        }
        let anyway: Html =
            isOver
            ? """
            <p class="field"><label class="radio"><input type="checkbox" name="likevel" value="1"> \(frame[SessionTexts.anyway])</label></p>
            """ : .empty
        let what: Html =
            opened.old == nil
            ? .empty
            : Form.radios(
                "gjelder", frame[SessionTexts.whatToDo], value: values["gjelder"],
                options: [("rett", frame[SessionTexts.correct]), ("slett", frame[SessionTexts.removeAssignment])], problems: problems, frame
            )
        let fields: Html = """
            \(Form.select("veileder", frame[SupervisionTexts.supervisor], value: values["veileder"], options: [("", frame[SessionTexts.choose])] + options, problems: problems, frame))
            <p class="hint"><a href="/veiledere/finn?lege=\(view.personID(opened.person).text)">\(frame[PoolTexts.find])</a></p>
            \(anyway)\(Form.text("andel", frame[SessionTexts.share], value: values["andel"], hint: frame[SessionTexts.shareHint], problems: problems, width: 6, frame))
            \(PeriodFields.html(values, problems, frame))\(what)
            """
        return form.page(visit, shown, fields)
    }

    private static func saved(_ person: RegisterIndex.Ordinal, _ scope: SupervisionScope) -> String {
        "/alis/\(scope.view.personID(person).text)/veiledning?lagret=1"
    }

    private func lastChange(_ old: SupervisionBook.Assignment?) async throws -> ChangeNumber {
        guard let id = old?.id.text else { return 0 }
        return try await desk.database.read { try FactStore.lastChange(SupervisionAssignment.self, id: id, on: $0) }
    }

    private func send(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        if try visit.carriedOut != nil {
            // Before it is opened: it may be the one that the form took away.
            let scope = try await desk.scope(visit, viewer)
            return .seeOther(Self.saved(try desk.person(visit, scope), scope))
        }
        let opened = try await open(visit, viewer)
        let (scope, view) = (opened.scope, opened.scope.view)
        let back = Self.saved(opened.person, scope)
        if let old = opened.old, visit.form["gjelder"] == "slett" {
            let outcome = try await desk.write(
                visit, by: await desk.recorder(scope), act: .supervisionEnded,
                lastChange: { try FactStore.lastChange(SupervisionAssignment.self, id: old.id.text, on: $0) }
            ) { try $0.replace(SupervisionAssignment.self, id: old.id.text, with: []) }
            // Somebody has changed it since the form was shown: nobody removes what she has not seen.
            guard let again = outcome.again(visit.form, at: "veileder") else { return .seeOther(back) }
            return try await page(visit, opened, again)
        }
        var reader = FieldReader(visit.form)
        let chosen = reader.choice(
            "veileder", SupervisionTexts.supervisor, choices(opened).first { $0.id.text == reader.form["veileder"] })
        let share = reader.percent("andel")
        let period = reader.period()
        guard let chosen, let share, let period, let training = opened.old?.value.training ?? view.trainings[opened.person],
            reader.problems.isEmpty
        else {
            return try await page(visit, opened, ShownForm(visit.form, reader.problems))
        }
        let value = SupervisionAssignment(training: training, supervisor: chosen.id, share: share)
        if let over = overCapacity(value, period, opened), visit.form["likevel"] != "1" {
            return try await page(visit, opened, ShownForm(visit.form, [FieldProblem("veileder", over.text)]), isOver: true)
        }
        let id = opened.old?.id ?? desk.surroundings.newID()
        let trainings = view.register.index.personsByTraining().filter { $0.value == opened.person }.map(\.key).sorted()
        let service = view.book.service(of: opened.person)
        let last: (@Sendable (Connection) throws -> ChangeNumber) = {
            try FactStore.lastChange(SupervisionAssignment.self, id: id.text, on: $0)
        }
        let outcome = try await desk.write(
            visit, by: await desk.recorder(scope), act: opened.old == nil ? .supervisionAssigned : .supervisionEnded,
            lastChange: last
        ) { writer in
            let others = try SupervisionStore.assignments(trainings: trainings, leavingOut: id, on: writer.connection)
            let problems = AssignmentCheck.problems(value, in: period, supervisor: chosen.supervisor, others: others, service: service)
            if !problems.isEmpty { throw WriteRefused(problems.map(Self.placed)) }
            return try writer.replace(SupervisionAssignment.self, id: id.text, with: [(period, value)])
        }
        guard let again = outcome.again(visit.form, at: "veileder") else { return .seeOther(back) }
        return try await page(visit, opened, again)
    }

    /// What she would have promised to a month on the first day from now that both hold, when it is more than she can give.
    private func overCapacity(_ value: SupervisionAssignment, _ period: Period, _ opened: Opened) -> SupervisionProblem? {
        let view = opened.scope.view
        let day = max(period.from, view.today)
        guard period.contains(day), let position = view.book.service(of: opened.person).position(on: day) else { return nil }
        let load = view.book.load(of: value.supervisor, on: day)
        let minutes = view.book.rates.monthlyMinutes(on: day)
        var needed = load.needed + SupervisionTime(aMonthOf: minutes, position: position, share: value.share)
        if let old = opened.old, old.value.supervisor == value.supervisor, old.period.contains(day) {
            needed = needed - SupervisionTime(aMonthOf: minutes, position: position, share: old.value.share)
        }
        return needed > load.capacity ? .overCapacity(needed: needed.minutes, capacity: load.capacity.minutes) : nil
    }

    private static func placed(_ problem: SupervisionProblem) -> FieldProblem {
        switch problem {
        case .sharesAboveWhole: FieldProblem("andel", problem.text)
        case .outsideService, .alreadyAssigned: FieldProblem("fra", problem.text)
        case .endBeforeStart: FieldProblem("til", problem.text)
        default: FieldProblem("veileder", problem.text)
        }
    }
}
