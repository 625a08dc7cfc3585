import AlisDomain

/// The fields of a supervisor's own facts, shared by registering and correcting.
enum SupervisorFields {
    static func values(_ supervisor: Supervisor, place: String) -> FormData {
        var values = FormData([
            ("navn", supervisor.name), ("hpr", supervisor.hpr?.digits ?? ""), ("spesialist", supervisor.specialist.rawValue),
            ("kilde", supervisor.specialistSource), ("sett", supervisor.specialistSeenOn?.norwegian ?? ""),
            ("unntak", supervisor.exemptThrough?.norwegian ?? ""), ("kommune", place), ("kurs", supervisor.courses),
            ("interesser", supervisor.interests), ("moter", meeting(supervisor)), ("reise", String(supervisor.travelKilometres)),
            ("epost", supervisor.email?.text ?? ""), ("telefon", supervisor.phone), ("konto", supervisor.account),
        ])
        for language in supervisor.languages { values.append("spraak", language.rawValue) }
        return values
    }

    private static func meeting(_ supervisor: Supervisor) -> String {
        supervisor.meetsInPerson ? (supervisor.meetsDigitally ? "begge" : "fysisk") : "digitalt"
    }

    static func html(_ values: FormData, _ problems: [FieldProblem], _ opened: OpenedSupervisor, _ frame: Frame) -> Html {
        let judges = opened.judges
        let chosen = Set(values.all("spraak"))
        let languages = SupervisorLanguage.allCases.enumerated().map { index, language -> Html in
            """
            <label class="radio"><input type="checkbox" id="spraak\(index == 0 ? "" : "-\(index)")" name="spraak" value="\(language.rawValue)" \
            \(flag: "checked", chosen.contains(language.rawValue))> \(frame[SupervisionTexts.name(language)])</label>
            """
        }
        let statuses = SpecialistStatus.allCases.map { (value: $0.rawValue, text: frame[SupervisionTexts.name($0)]) }
        let judged: Html =
            judges
            ? """
            \(Form.radios("spesialist", frame[SupervisorTexts.specialist], value: values["spesialist"].isEmpty ? "unknown" : values["spesialist"], options: statuses, hint: frame[SupervisorTexts.specialistHint], problems: problems, frame))
            <div class="pair">\(Form.text("kilde", frame[SupervisorTexts.source], value: values["kilde"], hint: frame[SupervisorTexts.sourceHint], problems: problems, frame))
            \(Form.text("sett", frame[SupervisorTexts.seenOn], value: values["sett"], hint: frame[FieldTexts.dayHint], problems: problems, frame))
            \(Form.text("unntak", frame[SupervisorTexts.exemption], value: values["unntak"], hint: frame[SupervisorTexts.exemptionHint], problems: problems, frame))</div>
            """ : .empty
        let account: Html =
            judges
            ? Form.select(
                "konto", frame[SupervisorTexts.account], value: values["konto"],
                options: [("", frame[SupervisorTexts.noAccount])] + opened.choices(frame),
                hint: frame[SupervisorTexts.accountHint], problems: problems, frame) : .empty
        let meetings = [
            ("fysisk", SupervisorTexts.inPerson), ("digitalt", SupervisorTexts.digital),
            ("begge", Text("Begge deler", nn: "Begge delar")),
        ].map { (value: $0.0, text: frame[$0.1]) }
        return """
            <div class="pair">\(Form.text("navn", frame[SupervisorTexts.name], value: values["navn"], problems: problems, isRequired: true, frame))
            \(Form.text("hpr", frame[TraineeTexts.hpr], value: values["hpr"], hint: frame[CommonTexts.optional], problems: problems, frame))
            \(Form.text("kommune", frame[SupervisionTexts.municipality], value: values["kommune"], problems: problems, isRequired: true, frame))</div>
            \(judged)
            \(Form.radios("moter", frame[SupervisionTexts.meets], value: values["moter"].isEmpty ? "fysisk" : values["moter"], options: meetings, problems: problems, frame))
            \(Form.text("reise", frame[SupervisorTexts.travel], value: values["reise"], hint: frame[SupervisorTexts.travelHint], problems: problems, width: 6, frame))
            <fieldset class="field"><legend>\(frame[SupervisionTexts.languages])</legend><div class="checks">\(languages)</div></fieldset>
            \(Form.area("kurs", frame[SupervisorTexts.courses], value: values["kurs"], hint: frame[SupervisorTexts.coursesHint], problems: problems, rows: 3, frame))
            \(Form.text("interesser", frame[SupervisorTexts.interests], value: values["interesser"], hint: frame[CommonTexts.optional], problems: problems, frame))
            <div class="pair">\(Form.text("epost", frame[TraineeTexts.email], value: values["epost"], hint: frame[CommonTexts.optional], problems: problems, type: "email", frame))
            \(Form.text("telefon", frame[TraineeTexts.phone], value: values["telefon"], hint: frame[CommonTexts.optional], problems: problems, type: "tel", frame))</div>
            \(account)
            """
    }

    /// What was written, upon what was there: a part that was not to be filled in stays.
    static func read(_ reader: inout FieldReader, _ opened: OpenedSupervisor, on today: CalendarDay) -> Supervisor? {
        let (old, judges) = (opened.known?.supervisor, opened.judges)
        let name = reader.required("navn", SupervisorTexts.name)
        let hpr = reader.hpr("hpr")
        let municipality = reader.municipality("kommune", directory: opened.scope.view.register.directory, on: today)
        // A municipality that cannot be read is stood in for by any other: the rest is read too, so that every problem is told at once.
        guard let stand = municipality ?? old?.municipality ?? MunicipalityID("0") else { return nil }
        var value = old ?? Supervisor(name: name, municipality: stand)
        (value.name, value.hpr, value.municipality) = (name, hpr, stand)
        if judges {
            value.specialist =
                reader.choice("spesialist", SupervisorTexts.specialist, SpecialistStatus(rawValue: reader.form["spesialist"])) ?? .unknown
            value.specialistSource = reader.optional("kilde")
            value.specialistSeenOn = reader.optionalDay("sett")
            value.exemptThrough = reader.optionalDay("unntak")
            if value.specialist == .generalPractice, value.specialistSource.isEmpty {
                reader.problems.append(FieldProblem("kilde", SupervisorTexts.sourceNeeded))
            }
            if value.specialist == .generalPractice { value.exemptThrough = nil }
        }
        let meeting = reader.form["moter"]
        if !["fysisk", "digitalt", "begge"].contains(meeting) { reader.problems.append(FieldProblem("moter", SupervisorTexts.badMeeting)) }
        (value.meetsInPerson, value.meetsDigitally) = (meeting != "digitalt", meeting != "fysisk")
        let typed = reader.form["reise"]
        if let kilometres = typed.isEmpty ? 0 : Int(typed), (0...2000).contains(kilometres) {
            value.travelKilometres = kilometres
        } else {
            reader.problems.append(FieldProblem("reise", SupervisorTexts.badTravel))
        }
        value.languages = SupervisorLanguage.allCases.filter { reader.form.all("spraak").contains($0.rawValue) }
        value.courses = reader.optional("kurs", longest: 2000)
        value.interests = reader.optional("interesser", longest: 300)
        value.email = reader.email("epost")
        value.phone = reader.optional("telefon", longest: 30)
        if judges {
            // A form that says nothing of it leaves it.
            let chosen = reader.form.contains("konto") ? reader.form["konto"] : old?.account ?? ""
            if chosen.isEmpty || chosen == old?.account || opened.accounts.contains(where: { $0.id == chosen }) {
                value.account = chosen
            } else {
                reader.problems.append(FieldProblem("konto", FieldTexts.choose(SupervisorTexts.account)))
            }
        }
        guard let municipality else { return nil }
        if judges, municipality != old?.municipality, !opened.scope.mayRegister(in: municipality) {
            reader.problems.append(FieldProblem("kommune", FieldTexts.notYourMunicipality))
        }
        return value
    }

    /// Hours a month in a field.
    static func hours(_ reader: inout FieldReader, _ field: String) -> MonthlyHours? {
        guard let hours = MonthlyHours(typed: reader.form[field]) else {
            reader.problems.append(FieldProblem(field, SupervisorTexts.noHours(reader.form[field])))
            return nil
        }
        return hours
    }
}
