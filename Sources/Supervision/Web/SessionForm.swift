import AlisDomain

/// Whom the one who logs a session may choose between: a doctor her supervisors, a supervisor her doctors.
struct Counterparts: Sendable {
    struct Choice: Sendable {
        let value: String
        let name: String
        let person: RegisterIndex.Ordinal
        let supervisor: RecordID
    }

    let scope: SupervisionScope
    let label: Text
    let choices: [Choice]
    let back: Crumb
    /// Whether the one who logs is the supervisor: then preparation is asked for.
    let isSupervisor: Bool

    /// The doctor's page: she herself, or one of her supervisors.
    ///
    /// - Parameter only: the supervisor there is no choice but, when a session is corrected.
    init(_ scope: SupervisionScope, person: RegisterIndex.Ordinal, only: RecordID? = nil) {
        let view = scope.view
        let isOwn = scope.ownPersons.contains(person)
        let supervisors = Set(
            view.book.assignments(ofPerson: person).map(\.value.supervisor).filter { isOwn || scope.ownSupervisors.contains($0) }
                .filter { only == nil || $0 == only })
        self.scope = scope
        label = SupervisionTexts.supervisor
        choices = supervisors.compactMap { id in
            view.book.supervisors[id].map { Choice(value: id.text, name: $0.name, person: person, supervisor: id) }
        }.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
        back = Crumb(Addresses.supervision(view.personID(person)), view.name(person))
        isSupervisor = !isOwn
    }

    /// The supervisor's own page: her doctors.
    init(_ scope: SupervisionScope, supervisor id: RecordID) throws {
        let view = scope.view
        guard scope.ownSupervisors.contains(id), let supervisor = view.book.supervisors[id] else { throw PageRefusal.notFound }
        let persons = Set(view.book.assignments(of: id).map(\.person)).filter { scope.supervises($0) }
        self.scope = scope
        label = SessionTexts.who
        choices = persons.map { Choice(value: view.personID($0).text, name: view.name($0), person: $0, supervisor: id) }
            .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
        back = Crumb(Addresses.supervisor(id), supervisor.name)
        isSupervisor = true
    }

    /// - Parameter hasNote: whether something may be written about what was said; not when a session is corrected.
    func fields(_ values: FormData, _ problems: [FieldProblem], hasNote: Bool = true, _ frame: Frame) -> Html {
        let options = choices.map { (value: $0.value, text: $0.name) }
        let who: Html =
            choices.count == 1
            ? "<input type=\"hidden\" name=\"hvem\" value=\"\(choices[0].value)\"><p>\(frame[label]): <b>\(choices[0].name)</b></p>"
            : Form.select("hvem", frame[label], value: values["hvem"], options: [("", "–")] + options, problems: problems, frame)
        func radios(_ name: String, _ legend: Text, _ choices: [(String, Text)]) -> Html {
            Form.radios(
                name, frame[legend], value: values[name].isEmpty ? choices[0].0 : values[name],
                options: choices.map { ($0.0, frame[$0.1]) },
                problems: problems, frame)
        }
        let preparation: Html =
            isSupervisor
            ? Form.text(
                "forberedelse", frame[SessionTexts.preparation], value: values["forberedelse"], hint: frame[SessionTexts.preparationHint],
                problems: problems, width: 6, frame) : .empty
        return """
            \(who)<div class="pair">\(Form.text("dag", frame[SupervisionTexts.day], value: values["dag"], hint: frame[FieldTexts.dayHint], problems: problems, isRequired: true, frame))
            \(Form.text("minutter", frame[SessionTexts.minutes], value: values["minutter"], problems: problems, width: 6, isRequired: true, frame))</div>
            <div class="pair">\(radios("hvordan", SessionTexts.how, [("fysisk", SupervisionTexts.inPerson), ("digitalt", SupervisionTexts.digital)]))
            \(radios("slag", SessionTexts.kind, [("individuell", SessionTexts.individual), ("gruppe", SessionTexts.group)]))</div>
            \(preparation)
            \(hasNote ? Form.area("notat", frame[SessionTexts.note], value: values["notat"], hint: frame[SessionTexts.noteHint], problems: problems, frame) : .empty)
            """
    }

    func read(_ reader: inout FieldReader, on today: CalendarDay) -> (value: SupervisionSession, person: RegisterIndex.Ordinal)? {
        let chosen = reader.choice("hvem", label, choices.first { $0.value == reader.form["hvem"] })
        let day = reader.day("dag", SupervisionTexts.day)
        let minutes = reader.number("minutter", in: 1...SupervisionSession.longestMinutes, SupervisionProblem.badMinutes.text)
        let isPrepared = isSupervisor && !reader.form["forberedelse"].isEmpty
        let preparation = isPrepared ? reader.number("forberedelse", in: 0...600, SessionTexts.badPreparation) : 0
        _ = reader.optional("notat", longest: 4000)
        if let day, day > today { reader.problems.append(FieldProblem("dag", SupervisionProblem.sessionAhead.text)) }
        guard let chosen, let day, let minutes, let preparation else { return nil }
        let assignment = scope.view.book.assignments(ofPerson: chosen.person).first {
            $0.value.supervisor == chosen.supervisor && $0.period.contains(day)
        }
        guard let assignment else {
            let later = scope.view.book.assignments(ofPerson: chosen.person).filter {
                choices.count > 1 && $0.value.supervisor == chosen.supervisor
            }
            .map(\.period.from).filter { $0 > day }.min()
            reader.problems.append(
                later.map {
                    FieldProblem("hvem", SessionTexts.supervisesFrom(scope.view.book.supervisors[chosen.supervisor]?.name ?? "", $0))
                }
                    ?? FieldProblem("dag", SupervisionProblem.noAssignmentThatDay.text))
            return nil
        }
        let value = SupervisionSession(
            training: assignment.value.training, supervisor: chosen.supervisor, day: day, minutes: minutes,
            isDigital: reader.form["hvordan"] == "digitalt", isGroup: reader.form["slag"] == "gruppe", preparationMinutes: preparation)
        return (value, chosen.person)
    }
}
