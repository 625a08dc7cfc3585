import AlisDomain

/// Opens a doctor for saying who supervises her; for those who may correct her record.
struct AssignmentDesk: FormDesk {
    let desk: SupervisionDesk

    struct Opened: FormSubject {
        let scope: SupervisionScope
        let person: RegisterIndex.Ordinal
        /// What the address names, to be corrected; nil for a new one.
        let thing: RecordID?
        /// The newest change of it; 0 for a new one.
        var newest: ChangeNumber?

        var path: String { Addresses.supervision(scope.view.personID(person)) }
        func crumbs(_ frame: Frame) -> [Crumb] { [Crumb(path, scope.view.name(person))] }
        func recorder(for viewer: Viewer) -> Recorder { scope.recorder }
    }

    var database: Database { desk.database }
    var surroundings: Surroundings { desk.surroundings }

    func subject(_ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let scope = try await desk.scope(visit, viewer)
        let person = try desk.person(visit, scope)
        guard scope.mayAssign(person) else { throw PageRefusal.notFound }
        let thing = visit.parameter("fact").isEmpty ? nil : try visit.recordID("fact")
        let newest = try await database.read { try Self.newest(thing, on: $0) }
        return Opened(scope: scope, person: person, thing: thing, newest: newest)
    }

    func again(_ opened: Opened, _ visit: Visit, _ viewer: Viewer, on connection: Connection) throws -> Opened {
        var fresh = opened
        fresh.newest = try Self.newest(opened.thing, on: connection)
        return fresh
    }

    private static func newest(_ thing: RecordID?, on connection: Connection) throws -> ChangeNumber {
        try thing.map { try FactStore.lastChange(SupervisionAssignment.self, id: $0.text, on: connection) } ?? 0
    }
}

/// Saying who supervises a doctor, how much of her and for how long.
struct AssignmentForm: EditForm {
    typealias Desk = AssignmentDesk
    let opened: Desk.Opened
    /// What is corrected; nil for a new one.
    let old: SupervisionBook.Assignment?
    let asked: String
    let newID: RecordID

    static let contested = "veileder"
    var title: Text { old == nil ? SessionTexts.assign : SessionTexts.editAssignment }

    init(_ opened: Desk.Opened, thing: RecordID?, visit: Visit, newID: RecordID) throws {
        self.opened = opened
        self.newID = newID
        asked = visit.query["veileder"]
        old = try thing.map { thing in
            let known = opened.scope.view.book.assignments(ofPerson: opened.person)
            guard let old = known.first(where: { $0.id == thing }) else { throw PageRefusal.notFound }
            return old
        }
    }

    static func routes(_ desk: SupervisionDesk) -> [Route] {
        let new = Text("Gir legen en veileder", nn: "Gir legen ein rettleiar")
        let changed = Text("Endrer hvem som veileder legen", nn: "Endrar kven som rettleier legen")
        return [(Addresses.newAssignment.pattern, new), (Addresses.assignment.pattern, changed)].flatMap { path, act in
            EditFormRoutes<Self>(
                desk: AssignmentDesk(desk: desk), path: path, roles: .writers, act: act
            ).routes
        }
    }

    var initial: FormData {
        let today = opened.scope.view.today
        return FormData([
            ("veileder", old?.value.supervisor.text ?? asked), ("andel", old?.value.share.text() ?? "100"),
            ("fra", (old?.period.from ?? today).norwegian), ("til", old?.period.lastDay?.norwegian ?? ""), ("gjelder", "slutt"),
        ])
    }

    /// The supervisors to choose between: those on the viewer's list who may supervise, and the one there is.
    private var choices: [(id: RecordID, supervisor: Supervisor)] {
        let view = opened.scope.view
        var choices = opened.scope.supervisors.filter { $0.supervisor.standing(on: view.today).allowsSupervision }
        if let old = old?.value.supervisor, !choices.contains(where: { $0.id == old }), let supervisor = view.book.supervisors[old] {
            choices.append((old, supervisor))
        }
        return choices
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let view = opened.scope.view
        let options = choices.map { id, supervisor -> (value: String, text: String) in
            let free = view.book.load(of: id, on: view.today).free.minutes
            return (id.text, frame[SessionTexts.freeChoice(supervisor.name, view.placeName(supervisor.municipality), free)])
        }
        // What has been ticked stays ticked: one may be asked for after the other.
        func tick(_ name: String, _ label: Text) -> Html {
            guard values[name] == "1" || problems.contains(where: { $0.field == name }) else { return .empty }
            return """
                <p class="field"><label class="radio"><input type="checkbox" id="\(name)" name="\(name)" value="1" \
                \(flag: "checked", values[name] == "1")> \(frame[label])</label></p>
                """
        }
        let takenOver = CalendarDay(typed: values["fra"]).map { names(before($0)) } ?? ""
        let what: Html =
            old == nil
            ? .empty
            : Form.radios(
                "gjelder", frame[SessionTexts.whatToDo], value: values["gjelder"],
                options: [
                    ("slutt", frame[SessionTexts.endAssignment]), ("rett", frame[SessionTexts.correct]),
                    ("slett", frame[SessionTexts.removeAssignment]),
                ], problems: problems, frame
            )
        return """
            \(what)\(Form.select("veileder", frame[SupervisionTexts.supervisor], value: values["veileder"], options: [("", frame[SessionTexts.choose])] + options, problems: problems, frame))
            <p class="hint"><a href="\(Addresses.findSupervisor())?lege=\(view.personID(opened.person).text)">\(frame[PoolTexts.find])</a></p>
            \(tick("likevel", SessionTexts.anyway))\(tick("avslutt", SessionTexts.endOthers(takenOver)))\
            \(Form.text("andel", frame[SessionTexts.share], value: values["andel"], hint: frame[SessionTexts.shareHint], problems: problems, width: 6, frame))
            \(PeriodFields.html(values, problems, frame))
            """
    }

    /// Those who have her from before a day and on it: a new one takes over from them.
    private func before(_ day: CalendarDay) -> [SupervisionBook.Assignment] {
        opened.scope.view.book.assignments(ofPerson: opened.person).filter {
            $0.id != old?.id && $0.period.from < day && $0.period.contains(day)
        }
    }

    private func names(_ assignments: [SupervisionBook.Assignment]) -> String {
        assignments.compactMap { opened.scope.view.book.supervisors[$0.value.supervisor]?.name }.sorted().joined(separator: ", ")
    }

    /// It ends, or never was: the other fields are as they were.
    private func ending(_ old: SupervisionBook.Assignment, _ reader: inout FieldReader) -> Writing? {
        if reader.form["gjelder"] == "slett" {
            return Writing(act: .supervisionEnded) { try $0.replace(SupervisionAssignment.self, id: old.id.text, with: []) }
        }
        guard let last = reader.day("til", FieldTexts.through) else { return nil }
        guard let period = Period(from: old.period.from, to: last.adding(days: 1)) else {
            reader.problems.append(FieldProblem("til", FieldTexts.endBeforeStart))
            return nil
        }
        // To let it last longer is another thing, and is judged as one.
        if let end = old.period.lastDay, last > end { reader.problems.append(FieldProblem("til", SessionTexts.endsAlready(end))) }
        return Writing(act: .supervisionEnded) {
            try $0.replace(SupervisionAssignment.self, id: old.id.text, with: [(period, old.value)])
        }
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        if let old, ["slutt", "slett"].contains(reader.form["gjelder"]) { return ending(old, &reader) }
        let view = opened.scope.view
        let chosen = reader.choice(
            "veileder", SupervisionTexts.supervisor, choices.first { $0.id.text == reader.form["veileder"] })
        let share = reader.percent("andel")
        let period = reader.period()
        guard let chosen, let share, let period, let training = old?.value.training ?? view.trainings[opened.person] else { return nil }
        let value = SupervisionAssignment(training: training, supervisor: chosen.id, share: share)
        if reader.problems.isEmpty, let over = overCapacity(value, period), reader.form["likevel"] != "1" {
            reader.problems.append(FieldProblem("likevel", over.text))
        }
        let (id, old, before) = (old?.id ?? newID, old, self.before(period.from))
        let (ended, names) = (reader.form["avslutt"] == "1" ? before : [], before.isEmpty ? nil : self.names(before))
        let trainings = view.register.index.personsByTraining().filter { $0.value == opened.person }.map(\.key).sorted()
        let service = view.book.service(of: opened.person)
        return Writing(act: old == nil ? .supervisionAssigned : .supervisionEnded) { writer in
            for other in ended {
                try writer.revise(SupervisionAssignment.self, id: other.id.text, in: Period(startingOn: period.from), to: nil)
            }
            // Sessions are those two's: whoever takes over from a day does not get what was before.
            if let old, old.value.supervisor != value.supervisor,
                try SupervisionStore.sessions(trainings: trainings, supervisor: nil, on: writer.connection)
                    .contains(where: { $0.value.supervisor == old.value.supervisor && old.period.contains($0.value.day) })
            {
                throw WriteRefused(FieldProblem("veileder", SessionTexts.hasSessions))
            }
            let known = try SupervisionStore.assignments(trainings: trainings, leavingOut: id, on: writer.connection)
            let problems = AssignmentCheck.problems(value, in: period, supervisor: chosen.supervisor, others: known, service: service)
            if !problems.isEmpty {
                throw WriteRefused(problems.map { Self.placed($0, names: ended.isEmpty ? names : nil) })
            }
            return try writer.replace(SupervisionAssignment.self, id: id.text, with: [(period, value)])
        }
    }

    static func saved(_ visit: Visit, _ viewer: Viewer, in change: ChangeNumber?, _ desk: AssignmentDesk) async throws -> Reply {
        .seeOther("\(Addresses.supervision(try visit.recordID("id")))?lagret=1")
    }

    static func removal(of thing: RecordID?, from opened: Subject, on connection: Connection) throws -> ChangeNumber? {
        let persons = opened.scope.view.register.index.personsByTraining()
        return try FactStore.removal(of: thing, SupervisionAssignment.self, on: connection) { persons[$0.training] == opened.person }
    }

    /// What she would have promised to a month on the first day from now that both hold, when it is more than she can give.
    private func overCapacity(_ value: SupervisionAssignment, _ period: Period) -> SupervisionProblem? {
        let view = opened.scope.view
        let day = max(period.from, view.today)
        guard period.contains(day), let position = view.book.service(of: opened.person).position(on: day) else { return nil }
        let load = view.book.load(of: value.supervisor, on: day)
        let minutes = view.book.rates.monthlyMinutes(on: day)
        var needed = load.needed + SupervisionTime(aMonthOf: minutes, position: position, share: value.share)
        if let old = old, old.value.supervisor == value.supervisor, old.period.contains(day) {
            needed = needed - SupervisionTime(aMonthOf: minutes, position: position, share: old.value.share)
        }
        return needed > load.capacity ? .overCapacity(needed: needed.minutes, capacity: load.capacity.minutes) : nil
    }

    /// - Parameter names: those a new one can take over from; nil when there is nobody.
    private static func placed(_ problem: SupervisionProblem, names: String?) -> FieldProblem {
        switch problem {
        case .sharesAboveWhole(let hundredths):
            names.map { FieldProblem("avslutt", SessionTexts.takesOver(hundredths / 100, $0)) } ?? FieldProblem("andel", problem.text)
        case .outsideService, .alreadyAssigned: FieldProblem("fra", problem.text)
        case .endBeforeStart: FieldProblem("til", problem.text)
        default: FieldProblem("veileder", problem.text)
        }
    }
}
