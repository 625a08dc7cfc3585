import AlisDomain

/// A doctor's wish for hospital service: up to three ranked places, when, how long, how much. Her own to make, change and withdraw.
struct WishForm: RecordForm {
    let opened: RecordDesk.Opened
    let thing: TraineeRecord.Thing<HospitalWish>?
    let training: RecordID
    let today: CalendarDay
    let newID: RecordID

    static let allowsOwn = true
    static let choices = 3
    var title: Text { thing == nil ? TraineeTexts.addWish : EditTexts.changeWish }

    init(_ opened: RecordDesk.Opened, thing id: RecordID?, visit: Visit, newID: RecordID) throws {
        self.opened = opened
        self.newID = newID
        today = visit.today
        thing = try id.map { id in
            guard let found = opened.record.wishes.first(where: { $0.id == id }) else { throw PageRefusal.notFound }
            return found
        }
        guard let training = thing?.last?.value.training ?? opened.record.trainings.last?.id else { throw PageRefusal.notFound }
        self.training = training
    }

    private var trusts: [Trust] {
        opened.view.reference.trusts(on: today).filter { !$0.isRegion }.sorted { $0.name < $1.name }
    }

    static func removal(of thing: RecordID?, from opened: Subject, on connection: Connection) throws -> ChangeNumber? {
        try FactStore.removal(of: thing, HospitalWish.self, on: connection) { fact in
            opened.record.trainings.contains { $0.id == fact.training }
        }
    }

    var initial: FormData {
        let value = thing?.last?.value
        var pairs: [(name: String, value: String)] = []
        for place in 0..<Self.choices {
            let choice = value.flatMap { place < $0.choices.count ? $0.choices[place] : nil }
            pairs.append(("sted\(place + 1)", choice?.trust.code ?? ""))
            pairs.append(("avdeling\(place + 1)", choice?.department ?? ""))
        }
        pairs.append(("tidligst", value?.earliest.code ?? ""))
        pairs.append(("senest", value?.latest.code ?? ""))
        pairs.append(("maneder", value.map { String($0.months) } ?? "6"))
        pairs.append(("prosent", value?.percent.text() ?? "100"))
        pairs.append(("merknad", value?.note ?? ""))
        return FormData(pairs)
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let places = [(value: "", text: "–")] + trusts.map { (value: $0.code.code, text: $0.name) }
        let names = [TraineeTexts.choice1, TraineeTexts.choice2, TraineeTexts.choice3]
        let choices = (0..<Self.choices).map { index -> Html in
            let (place, department) = ("sted\(index + 1)", "avdeling\(index + 1)")
            return """
                <div class="pair">\(Form.select(place, frame[names[index]], value: values[place], options: places, problems: problems, frame))
                \(Form.text(department, frame[TraineeTexts.department], value: values[department], hint: frame[CommonTexts.optional], problems: problems, frame))</div>
                """
        }
        var halves = [(value: "", text: "–")]
        halves += HalfYear.starting(today, count: 14).map { (value: $0.code, text: Format.halfYear($0, frame.language)) }
        for name in ["tidligst", "senest"] where !values[name].isEmpty && !halves.contains(where: { $0.value == values[name] }) {
            if let past = HalfYear(code: values[name]) {
                halves.insert((value: past.code, text: Format.halfYear(past, frame.language)), at: 1)
            }
        }
        return """
            \(twinLink(values, problems, frame))\(choices)
            <div class="pair">\(Form.select("tidligst", frame[TraineeTexts.earliest], value: values["tidligst"], options: halves, problems: problems, frame))
            \(Form.select("senest", frame[TraineeTexts.latest], value: values["senest"], options: halves, problems: problems, frame))</div>
            <div class="pair">\(Form.text("maneder", frame[TraineeTexts.months], value: values["maneder"], problems: problems, frame))
            \(Form.text("prosent", frame[TraineeTexts.percent], value: values["prosent"], hint: frame[FieldTexts.percentHint], problems: problems, frame))</div>
            \(Form.area("merknad", frame[TraineeTexts.note], value: values["merknad"], hint: frame[TraineeTexts.noteHint], problems: problems, frame))
            \(withdrawBox(values, frame))
            """
    }

    private func withdrawBox(_ values: FormData, _ frame: Frame) -> Html {
        guard thing != nil else { return .empty }
        return """
            <div class="field"><label class="radio"><input type="checkbox" name="trekk" value="ja" \(flag: "checked", values["trekk"] == "ja")> \
            \(frame[TraineeTexts.withdrawWish])</label></div>
            """
    }

    var reasons: [Text]? { thing == nil ? [] : ReasonTexts.withdrawals }
    /// Another wish from today is news; that there is none any more needs a word, since a trust may have counted on it.
    func needsReason(_ form: FormData) -> Bool { thing != nil && form["trekk"] == "ja" }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        if let thing, let last = thing.last, reader.form["trekk"] == "ja" {
            let rest = Period(startingOn: max(today, last.period.from))
            return Writing(act: .wishWithdrawn) { try $0.revise(HospitalWish.self, id: thing.id.text, in: rest, to: nil) }
        }
        guard let value = readWish(&reader) else { return nil }
        let (id, from) = (thing?.id ?? newID, Period(startingOn: max(today, thing?.last?.period.from ?? today)))
        let isThere = twin(of: value) != nil
        return Writing(act: thing == nil ? .wished : .wishChanged) {
            // Not before it is known that the form is not one that was sent before and made that very wish.
            if isThere { throw WriteRefused(Self.twinProblem) }
            return try $0.revise(HospitalWish.self, id: id.text, in: from, to: value)
        }
    }

    /// Another standing wish for the same places, half-years and percent: counted twice it would be two stays.
    private func twin(of wish: HospitalWish) -> RecordID? {
        opened.record.wishes.first { other in
            guard other.id != thing?.id, let last = other.last, last.period.end > today else { return false }
            return last.value.choices == wish.choices && last.value.earliest == wish.earliest && last.value.latest == wish.latest
                && last.value.percent == wish.percent
        }?.id
    }

    private static let twinProblem = FieldProblem("sted1", FieldTexts.sameWish)

    /// The way to the wish that is there already.
    private func twinLink(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        var reader = FieldReader(values)
        guard problems.contains(Self.twinProblem), let wish = readWish(&reader), let twin = twin(of: wish) else { return .empty }
        return "<p><a href=\"\(Addresses.wish(opened.record.id, twin))\">\(frame[EditTexts.changeWish])</a></p>"
    }

    private func readWish(_ reader: inout FieldReader) -> HospitalWish? {
        let known = Set(trusts.map(\.code))
        var choices: [HospitalWish.Choice] = []
        for index in 1...Self.choices {
            if reader.form["sted\(index)"].isEmpty { continue }
            guard let trust = TrustCode(reader.form["sted\(index)"]), known.contains(trust) else {
                reader.problems.append(FieldProblem("sted\(index)", FieldTexts.choose(TraineeTexts.choice1)))
                continue
            }
            let department = reader.optional("avdeling\(index)")
            let choice = HospitalWish.Choice(trust: trust, department: department)
            if choices.contains(choice) { reader.problems.append(FieldProblem("sted\(index)", FieldTexts.sameChoice)) }
            choices.append(choice)
        }
        if choices.isEmpty { reader.problems.append(FieldProblem("sted1", FieldTexts.choose(TraineeTexts.choice1))) }
        let earliest = reader.choice("tidligst", TraineeTexts.earliest, HalfYear(code: reader.form["tidligst"]))
        let latest = reader.choice("senest", TraineeTexts.latest, HalfYear(code: reader.form["senest"]))
        if let earliest, let latest, latest < earliest { reader.problems.append(FieldProblem("senest", FieldTexts.latestBeforeEarliest)) }
        let months = reader.number("maneder", in: HospitalWish.possibleMonths, FieldTexts.fewMonths)
        let percent = reader.percent("prosent")
        let note = reader.optional("merknad", longest: 500)
        guard let earliest, let latest, let months, let percent, reader.problems.isEmpty else { return nil }
        return HospitalWish(
            training: training, choices: choices, earliest: earliest, latest: latest, months: months, percent: percent, note: note)
    }
}
