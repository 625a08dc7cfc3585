import AlisDomain

/// Adding or correcting where a doctor works. A correction sets a whole stretch right; a change from a day leaves what was before it.
struct EngagementForm: RecordForm {
    let opened: RecordDesk.Opened
    let thing: TraineeRecord.Thing<Engagement>?
    /// The stretch that is corrected.
    let stretch: Version<Engagement>?
    let training: RecordID
    let scope: Scope
    let today: CalendarDay
    let newID: RecordID
    /// What a new one starts from: what the address brings along, as when it was filled in before she was let over.
    let brought: FormData

    static let allowsOwn = false
    var title: Text { thing == nil ? TraineeTexts.addEngagement : EditTexts.changeEngagement }

    init(_ opened: RecordDesk.Opened, thing id: RecordID?, visit: Visit, newID: RecordID) throws {
        self.opened = opened
        today = visit.today
        guard let viewer = visit.session?.viewer, let training = opened.record.trainings.last?.id else { throw PageRefusal.notFound }
        scope = opened.view.scope(viewer, on: visit.today)
        self.newID = newID
        brought = FormData(Self.fieldNames.map { ($0, visit.query[$0]) })
        if let id {
            guard let found = opened.record.engagements.first(where: { $0.id == id }) else { throw PageRefusal.notFound }
            thing = found
            let from = visit.form.contains("_stretch") ? visit.form["_stretch"] : visit.query["fra"]
            stretch =
                found.timeline.stretches.first { $0.period.from.iso == from }
                ?? found.timeline.stretches.first { $0.period.contains(visit.today) } ?? found.last
            self.training = found.last?.value.training ?? training
            // Whoever is let in to a doctor registers work of her own, and leaves another municipality's alone.
            guard stretch.map({ opened.mayChangeWork(in: $0.value.municipality, on: visit.today) }) ?? false else {
                throw PageRefusal.notFound
            }
        } else {
            thing = nil
            stretch = nil
            self.training = training
        }
    }

    private func placeName(_ id: MunicipalityID) -> String { opened.view.directory.nearestFacts(of: id, on: today)?.name ?? id.key }

    static func removal(of thing: RecordID?, from opened: Subject, on connection: Connection) throws -> ChangeNumber? {
        try FactStore.removal(of: thing, Engagement.self, on: connection) { fact in
            opened.record.trainings.contains { $0.id == fact.training }
        }
    }

    /// The fields of work that a request takes along and brings back.
    static let fieldNames = ["kommune", "arbeidssted", "form", "prosent", "fra", "til"]

    var initial: FormData {
        if thing == nil { return brought }
        return FormData([
            ("kommune", stretch.map { placeName($0.value.municipality) } ?? ""), ("arbeidssted", stretch?.value.workplace ?? ""),
            ("form", stretch.map { QuestionAddress.code($0.value.form) } ?? ""), ("prosent", stretch?.value.percent.text() ?? ""),
            ("fra", stretch?.period.from.norwegian ?? ""), ("til", stretch?.period.lastDay?.norwegian ?? ""), ("gjelder", "rettelse"),
            ("endret-fra", ""),
        ])
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let choice: Html =
            stretch == nil
            ? .empty
            : Form.radios(
                "gjelder", frame[EditTexts.whatKind], value: values["gjelder"].isEmpty ? "rettelse" : values["gjelder"],
                options: [
                    ("rettelse", frame[EditTexts.correction]), ("endring", frame[EditTexts.changeFromDay]),
                    ("slett", "\(frame[FieldTexts.remove]). \(frame[FieldTexts.removeHint])"),
                ],
                problems: problems, frame)
                + Form.text(
                    "endret-fra", frame[EditTexts.changedFrom], value: values["endret-fra"], hint: frame[EditTexts.changedFromHint],
                    problems: problems, frame)
                + "<input type=\"hidden\" name=\"_stretch\" value=\"\(stretch?.period.from.iso ?? "")\">"
        return EngagementFields.html(values, problems, frame) + choice
    }

    var reasons: [Text]? { thing == nil ? [] : ReasonTexts.corrections }

    /// A last day, or another one, is news, as is a change from a day.
    func needsReason(_ form: FormData) -> Bool {
        guard thing != nil, form["gjelder"] != "endring" else { return false }
        return form["gjelder"] == "slett" || corrects(["kommune", "arbeidssted", "form", "prosent", "fra"], in: form)
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        if let thing, let stretch, reader.form["gjelder"] == "slett" {
            return Writing(act: .corrected) { try $0.revise(Engagement.self, id: thing.id.text, in: stretch.period, to: nil) }
        }
        if thing != nil, !["", "rettelse", "endring"].contains(reader.form["gjelder"]) {
            reader.problems.append(FieldProblem("gjelder", FieldTexts.choose(EditTexts.whatKind)))
        }
        let value = EngagementFields.read(&reader, training: training, directory: opened.view.directory, today: today)
        let period = reader.period()
        guard let value, let period else { return nil }
        if value.municipality != stretch?.value.municipality, !mayWrite(value.municipality) {
            reader.problems.append(FieldProblem("kommune", FieldTexts.notYourMunicipality))
            return nil
        }
        guard let thing, let stretch else {
            checkTotal(value, period, &reader, leavingOut: nil)
            let id = newID
            return reader.problems.isEmpty
                ? Writing(act: .engaged) { writer in
                    try writer.add(id: id.text, value, in: period)
                    return true
                } : nil
        }
        checkTotal(value, period, &reader, leavingOut: thing.id)
        if reader.form["gjelder"] == "endring" {
            guard let day = reader.day("endret-fra", EditTexts.changedFrom) else { return nil }
            guard day > stretch.period.from, day < period.end, let rest = Period(from: day, to: period.to) else {
                reader.problems.append(FieldProblem("endret-fra", EditTexts.outsideStretch))
                return nil
            }
            return Writing(act: .engagementChanged) { writer in try Self.write(writer, thing, stretch, from: day, rest, value) }
        }
        return reader.problems.isEmpty
            ? Writing(act: period.isOpen ? .corrected : .engagementEnded) { writer in
                let others = thing.timeline.stretches.filter { $0.period != stretch.period }
                    .flatMap { other in other.period.subtracting(period).map { ($0, other.value) } }
                return try writer.replace(Engagement.self, id: thing.id.text, with: others + [(period, value)])
            } : nil
    }

    /// Keeps the stretch up to the day, and lets the new value hold from it.
    private static func write(
        _ writer: FactWriter, _ thing: TraineeRecord.Thing<Engagement>, _ stretch: Version<Engagement>, from day: CalendarDay,
        _ rest: Period,
        _ value: Engagement
    ) throws -> Bool {
        var wanted = thing.timeline.stretches.filter { $0.period != stretch.period }.flatMap { other in
            other.period.subtracting(rest).map { ($0, other.value) }
        }
        if let before = Period(from: stretch.period.from, to: day) { wanted.append((before, stretch.value)) }
        wanted.append((rest, value))
        return try writer.replace(Engagement.self, id: thing.id.text, with: wanted)
    }

    private func mayWrite(_ id: MunicipalityID) -> Bool { opened.view.mayWrite(id, scope, on: today) }

    /// All her work together may not be above 100 % on any day.
    private func checkTotal(_ value: Engagement, _ period: Period, _ reader: inout FieldReader, leavingOut: RecordID?) {
        let others = opened.record.work(besides: leavingOut)
        guard let day = TraineeRecord.sum(value, in: period, with: others).firstAboveWhole(in: period) else { return }
        let named = others.filter { $0.period.contains(day) }.map {
            FieldTexts.work($0.value.percent.text(), placeName($0.value.municipality), $0.period)
        }
        reader.problems.append(FieldProblem("prosent", FieldTexts.tooMuchWork(named, from: day)))
    }
}

/// The fields about work, shared by adding, correcting and registering.
enum EngagementFields {
    static func html(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let forms = [("", "–")] + Engagement.Form.allCases.map { (QuestionAddress.code($0), frame[OverviewTexts.name($0)]) }
        return """
            <div class="pair">\(Form.text("kommune", frame[TraineeTexts.municipality], value: values["kommune"], problems: problems, isRequired: true, frame))
            \(Form.text("arbeidssted", frame[TraineeTexts.workplace], value: values["arbeidssted"], hint: frame[CommonTexts.optional], problems: problems, frame))</div>
            <div class="pair">\(Form.select("form", frame[TraineeTexts.form], value: values["form"], options: forms.map { ($0.0, $0.1) }, problems: problems, frame))
            \(Form.text("prosent", frame[TraineeTexts.percent], value: values["prosent"], hint: frame[FieldTexts.percentHint], problems: problems, isRequired: true, frame))</div>
            \(PeriodFields.html(values, problems, frame))
            """
    }

    static func read(
        _ reader: inout FieldReader, training: RecordID, directory: MunicipalityDirectory, today: CalendarDay
    ) -> Engagement? {
        let municipality = reader.municipality("kommune", directory: directory, on: today)
        let workplace = reader.optional("arbeidssted")
        let form = reader.choice("form", TraineeTexts.form, QuestionAddress.form(reader.form["form"]))
        let percent = reader.percent("prosent")
        guard let municipality, let form, let percent else { return nil }
        return Engagement(training: training, municipality: municipality, workplace: workplace, form: form, percent: percent)
    }
}
