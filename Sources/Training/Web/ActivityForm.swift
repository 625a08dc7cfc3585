import AlisDomain

/// Writing down a course, group supervision, duty shifts or a confirmation, done or planned.
struct ActivityForm: PlanForm {
    let opened: PlanDesk.Opened
    let thing: PlanFile.RecordThing<ActivityRecord>?
    let newID: RecordID
    /// The kind the page was opened for.
    let wanted: String

    var title: Text { thing == nil ? PlanTexts.addActivity : PlanTexts.changeActivity }

    init(_ opened: PlanDesk.Opened, thing id: RecordID?, visit: Visit, newID: RecordID) throws {
        self.opened = opened
        self.newID = newID
        wanted = visit.query["slag"]
        thing = try id.map { id in
            guard let found = opened.file.activities.first(where: { $0.id == id }) else { throw PageRefusal.notFound }
            return found
        }
    }

    /// The kinds her scheme asks for; individual supervision is logged as sessions.
    private var kinds: [TrainingActivity] {
        let supervised = opened.rules.requirements.flatMap { requirement -> [ActivityCode] in
            if case .supervision(let codes, _) = requirement.kind { codes } else { [] }
        }
        var codes: [ActivityCode] = []
        for code in opened.rules.requirements.flatMap(\.activities) where !supervised.contains(code) && !codes.contains(code) {
            codes.append(code)
        }
        return codes.compactMap { opened.rules.activity($0) }
    }

    var initial: FormData {
        let value = thing?.value
        return FormData([
            ("slag", value?.activity.text ?? wanted), ("emne", value?.topic ?? ""),
            ("timer", value.map { $0.minutes > 0 ? PlanAmounts.field($0.minutes) : "" } ?? ""),
            ("antall", value.map { String($0.count) } ?? "1"), ("fra", thing?.period.from.norwegian ?? ""),
            ("til", thing?.period.lastDay?.norwegian ?? ""), ("status", value.map { $0.isDone ? "gjort" : "plan" } ?? "gjort"),
        ])
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let options = [(value: "", text: "–")] + kinds.map { (value: $0.code.text, text: frame[$0.name]) }
        return """
            \(Form.select("slag", frame[PlanTexts.activity], value: values["slag"], options: options, problems: problems, frame))
            \(Form.text("emne", frame[PlanTexts.topic], value: values["emne"], hint: frame[CommonTexts.optional], problems: problems, frame))
            <div class="pair">\(Form.text("timer", frame[PlanTexts.hours], value: values["timer"], hint: frame[PlanTexts.hoursHint], problems: problems, frame))
            \(Form.text("antall", frame[PlanTexts.number], value: values["antall"], hint: frame[Self.numberHint], problems: problems, frame))</div>
            \(PeriodFields.html(values, problems, frame))
            \(Form.radios("status", frame[PlanTexts.verdict], value: values["status"], options: [("gjort", frame[PlanTexts.isDone]), ("plan", frame[PlanTexts.isPlanned])], problems: problems, frame))
            \(RemoveBox.html(isShown: thing != nil, values, frame))
            """
    }

    private static let numberHint = Text("For eksempel antall legevakter.", nn: "Til dømes talet på legevakter.")

    static func removal(of thing: RecordID?, from opened: Subject, on connection: Connection) throws -> ChangeNumber? {
        try FactStore.removal(of: thing, ActivityRecord.self, on: connection) { $0.training == opened.file.training }
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        let id = thing?.id ?? newID
        if thing != nil, reader.form["slett"] == "ja" {
            return Writing(act: .activityRecorded) { writer, _ in try writer.replace(ActivityRecord.self, id: id.text, with: []) }
        }
        let kind = reader.choice("slag", PlanTexts.activity, kinds.first { $0.code.text == reader.form["slag"] })
        let topic = reader.optional("emne")
        let minutes = reader.form["timer"].isEmpty ? 0 : PlanAmounts.minutes(typed: reader.form["timer"])
        if minutes == nil { reader.problems.append(FieldProblem("timer", Self.noHours(reader.form["timer"]))) }
        if kind?.measure == .hours, minutes == 0 { reader.problems.append(FieldProblem("timer", FieldTexts.missing(PlanTexts.hours))) }
        let typed = reader.form["antall"]
        let count = typed.isEmpty ? 1 : reader.number("antall", in: 1...500, Self.noCount(typed))
        let first = reader.day("fra", FieldTexts.from)
        let last = reader.optionalDay("til") ?? first
        let isDone = reader.choice("status", PlanTexts.verdict, ["gjort": true, "plan": false][reader.form["status"]])
        guard let kind, let minutes, let count, let first, let last, let isDone else { return nil }
        guard let period = Period(from: first, to: last.adding(days: 1)) else {
            reader.problems.append(FieldProblem("til", FieldTexts.endBeforeStart))
            return nil
        }
        if isDone, first > visit.today { reader.problems.append(FieldProblem("fra", Self.notYet)) }
        if kind.code == ActivityCode("groupSupervision") { checkGroup(period, minutes, &reader) }
        guard reader.problems.isEmpty else { return nil }
        let code = kind.code
        return Writing(act: .activityRecorded) { writer, opened in
            try writer.replace(
                ActivityRecord.self, id: id.text,
                with: [
                    (
                        period,
                        ActivityRecord(
                            training: opened.file.training, activity: code, minutes: minutes, count: count, topic: topic, isDone: isDone)
                    )
                ])
        }
    }

    /// The most hours of a group that are believed for one day: our own limit.
    private static let mostHoursADay = 8

    /// Group supervision is given to doctors, and no day has room for more of it than a working day.
    private func checkGroup(_ period: Period, _ minutes: Int, _ reader: inout FieldReader) {
        if let day = opened.file.trainingCase.authorisedOn, period.from < day {
            reader.problems.append(FieldProblem("fra", Self.beforeAuthorisation(day)))
        }
        let days = period.end.days(since: period.from)
        if minutes > days * Self.mostHoursADay * 60 {
            reader.problems.append(FieldProblem("timer", Self.tooMany(HoursText.hours(minutes), days)))
        }
    }

    private static func beforeAuthorisation(_ day: CalendarDay) -> Text {
        Text(
            "Gruppen begynner før autorisasjonen \(day.norwegian). Før timene fra da, eller rett autorisasjonsdagen.",
            nn: "Gruppa byrjar før autorisasjonen \(day.norwegian). Før timane frå då, eller rett autorisasjonsdagen.")
    }
    private static func tooMany(_ hours: String, _ days: Int) -> Text {
        let most = days * mostHoursADay
        let (nb, nn) = days == 1 ? ("1 dag", "1 dag") : ("\(days) dager", "\(days) dagar")
        return Text(
            "\(hours) timer er mer enn det er plass til på \(nb). Skriv høyst \(most), \(mostHoursADay) om dagen, eller rett dagene gruppen varte.",
            nn:
                "\(hours) timar er meir enn det er plass til på \(nn). Skriv høgst \(most), \(mostHoursADay) om dagen, eller rett dagane gruppa varte."
        )
    }
    private static func noHours(_ text: String) -> Text {
        Text(
            "«\(text)» er ikke et antall timer. Skriv for eksempel 15 eller 1,5.",
            nn: "«\(text)» er ikkje eit tal på timar. Skriv til dømes 15 eller 1,5.")
    }
    private static func noCount(_ text: String) -> Text {
        Text("«\(text)» er ikke et antall fra 1 til 500.", nn: "«\(text)» er ikkje eit tal frå 1 til 500.")
    }
    private static let notYet = Text(
        "Dagen er ikke kommet. Velg «Planlagt», eller rett dagen.", nn: "Dagen er ikkje komen. Vel «Planlagt», eller rett dagen.")
}
