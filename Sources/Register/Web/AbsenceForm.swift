import AlisDomain

/// Recording or correcting absence: kind and length, never why.
struct AbsenceForm: RecordForm {
    let opened: RecordDesk.Opened
    let thing: TraineeRecord.Thing<Absence>?
    let training: RecordID
    let newID: RecordID

    static let allowsOwn = false
    var title: Text { thing == nil ? TraineeTexts.addAbsence : EditTexts.changeAbsence }

    init(_ opened: RecordDesk.Opened, thing id: RecordID?, visit: Visit, newID: RecordID) throws {
        self.opened = opened
        self.newID = newID
        thing = try id.map { id in
            guard let found = opened.record.absences.first(where: { $0.id == id }) else { throw PageRefusal.notFound }
            return found
        }
        guard let training = thing?.last?.value.training ?? opened.record.trainings.last?.id else { throw PageRefusal.notFound }
        self.training = training
    }

    static func removal(of thing: RecordID?, from opened: Subject, on connection: Connection) throws -> ChangeNumber? {
        try FactStore.removal(of: thing, Absence.self, on: connection) { fact in
            opened.record.trainings.contains { $0.id == fact.training }
        }
    }

    var initial: FormData {
        let last = thing?.last
        return FormData([
            ("slag", last?.value.kind.rawValue ?? ""), ("prosent", last?.value.share.text() ?? "100"),
            ("fra", last?.period.from.norwegian ?? ""), ("til", last?.period.lastDay?.norwegian ?? ""),
        ])
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let kinds = [(value: "", text: "–")] + Absence.Kind.allCases.map { (value: $0.rawValue, text: frame[TraineeTexts.name($0)]) }
        return """
            \(Form.select("slag", frame[TraineeTexts.absenceKind], value: values["slag"], options: kinds, hint: frame[TraineeTexts.absenceKindHint], problems: problems, frame))
            \(Form.text("prosent", frame[TraineeTexts.share], value: values["prosent"], hint: frame[FieldTexts.percentHint], problems: problems, frame))
            \(PeriodFields.html(values, problems, frame))\(problems.isEmpty ? .empty : waysOut(values, frame))\
            \(RemoveBox.html(isShown: thing != nil, values, frame))
            """
    }

    var reasons: [Text]? { thing == nil ? [] : ReasonTexts.corrections }

    /// That it lasts longer, or ends before, is news.
    func needsReason(_ form: FormData) -> Bool {
        thing != nil && (form["slett"] == "ja" || corrects(["slag", "prosent", "fra"], in: form))
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        if let thing, reader.form["slett"] == "ja" {
            return Writing(act: .corrected) { try $0.replace(Absence.self, id: thing.id.text, with: []) }
        }
        let kind = reader.choice("slag", TraineeTexts.absenceKind, Absence.Kind(rawValue: reader.form["slag"]))
        let share = reader.percent("prosent")
        let period = reader.period()
        guard let kind, let share, let period else { return nil }
        let value = Absence(training: training, kind: kind, share: share)
        check(period, share, &reader)
        guard reader.problems.isEmpty else { return nil }
        let id = thing?.id ?? newID
        return Writing(act: thing == nil ? .absenceRecorded : .corrected) {
            try $0.replace(Absence.self, id: id.text, with: [(period, value)])
        }
    }

    // MARK: What cannot be

    private func check(_ period: Period, _ share: PositionPercent, _ reader: inout FieldReader) {
        let others = others(in: period).map { PositionSum.Part($0.stretch.period, $0.stretch.value.share) }
        let course = opened.record.course(ofTraining: training)
        for refusal in AbsenceRefusal.all(of: period, share: share, from: course, besides: others) {
            switch refusal {
            case .beforeTraining(let begins):
                reader.problems.append(FieldProblem("fra", AbsenceTexts.beforeTraining(period.from, begins: begins)))
            case .afterTraining(let last): reader.problems.append(FieldProblem("til", AbsenceTexts.afterTraining(last)))
            case .aboveWhole: reader.problems.append(FieldProblem("prosent", AbsenceTexts.tooMuch))
            }
        }
    }

    /// Her other absences that touch a period.
    private func others(in period: Period) -> [(id: RecordID, stretch: Version<Absence>)] {
        opened.record.absences.filter { $0.id != thing?.id }.flatMap { other in
            other.timeline.stretches.filter { $0.period.overlaps(period) }.map { (other.id, $0) }
        }
    }

    /// The ways out of what was refused: the other absences in the same time, and the training's own days.
    private func waysOut(_ values: FormData, _ frame: Frame) -> Html {
        var reader = FieldReader(values)
        guard let period = reader.period() else { return .empty }
        var items = others(in: period).map { other -> Html in
            let what =
                "\(frame[TraineeTexts.name(other.stretch.value.kind)]) \(Format.percent(other.stretch.value.share)), "
                + Format.period(other.stretch.period, frame.language)
            return "<li><a href=\"\(Addresses.absence(opened.record.id, other.id))\">\(frame[CommonTexts.change]): \(what)</a></li>"
        }
        if let span = opened.record.span(ofTraining: training), period.from < span.from || period.end > span.end {
            let what = "\(frame[TraineeTexts.training]), \(Format.period(span, frame.language))"
            items.append("<li><a href=\"\(Addresses.training(opened.record.id, training))\">\(frame[CommonTexts.change]): \(what)</a></li>")
        }
        return items.isEmpty ? .empty : "<p class=\"hint\">\(frame[AbsenceTexts.orChange])</p><ul>\(items)</ul>"
    }
}

/// What is said of absence that cannot be as written.
enum AbsenceTexts {
    static let tooMuch = Text(
        "Legen har alt fravær i denne tiden, og samlet blir det over 100 prosent. Sett prosenten eller dagene ned, eller endre det andre fraværet.",
        nn:
            "Legen har alt fråvær i denne tida, og samla blir det over 100 prosent. Set prosenten eller dagane ned, eller endre det andre fråværet."
    )
    static func beforeTraining(_ day: CalendarDay, begins: CalendarDay) -> Text {
        Text(
            "\(day.norwegian) er før utdanningsløpet, som begynte \(begins.norwegian). Fravær føres bare mens løpet varer. Rett dagen, eller startdatoen i løpet.",
            nn:
                "\(day.norwegian) er før utdanningsløpet, som tok til \(begins.norwegian). Fråvær blir berre ført medan løpet varer. Rett dagen, eller startdatoen i løpet."
        )
    }
    static func afterTraining(_ last: CalendarDay) -> Text {
        Text(
            "Utdanningsløpet varte til og med \(last.norwegian). Skriv en siste dag som ikke er senere, eller rett løpet.",
            nn: "Utdanningsløpet varte til og med \(last.norwegian). Skriv ein siste dag som ikkje er seinare, eller rett løpet.")
    }
    static let orChange = Text("Eller rett det andre:", nn: "Eller rett det andre:")
}
