import AlisDomain

/// A first plan in minutes: from a day, a fraction, a municipality and when the hospital service is wanted.
struct DraftForm: PlanForm {
    let opened: PlanDesk.Opened
    let today: CalendarDay
    /// Where the new periods' identities come from.
    private let newIDs: PlanIdentities

    var title: Text { PlanTexts.draftTitle }

    init(_ opened: PlanDesk.Opened, thing: RecordID?, visit: Visit, newID: RecordID) throws {
        guard opened.file.isAssumed, opened.end == nil else { throw PageRefusal.notFound }
        self.opened = opened
        today = visit.today
        newIDs = PlanIdentities(newID)
    }

    private var work: (main: ServicePeriod, others: [PlanDraft.Position])? { PlanDraft.work(of: opened.file.trainingCase, on: today) }
    private var wish: HospitalWish? {
        opened.record.record.wishes.compactMap(\.last).filter { $0.period.contains(today) }.max { $0.period.from < $1.period.from }?.value
    }

    var initial: FormData {
        let begun = opened.file.trainingCase.course.map(\.period.from).min() ?? today
        let current = work?.main
        return FormData([
            ("fra", max(begun, today).norwegian), ("prosent", current?.percent.text() ?? "100"),
            ("kommune", (current?.place.municipality).map(opened.placeName) ?? ""), ("halvaar", wish?.earliest.code ?? ""),
            ("maaneder", wish.map { String($0.months) } ?? "6"), ("foretak", wish?.choices.first?.trust.code ?? ""),
        ])
    }

    private func halfYears(_ frame: Frame) -> [(value: String, text: String)] {
        [(value: "", text: frame[Self.proposed])]
            + HalfYear.starting(today, count: 14).map { (value: $0.code, text: Format.halfYear($0, frame.language)) }
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let trusts =
            [(value: "", text: frame[PlanTexts.undecidedTrust])]
            + opened.record.view.reference.trusts(on: today).filter { !$0.isRegion }.map { (value: $0.code.code, text: $0.name) }
        return """
            <p>\(frame[Self.lede])</p>
            <div class="pair">\(Form.text("fra", frame[Self.from], value: values["fra"], hint: frame[FieldTexts.dayHint], problems: problems, isRequired: true, frame))
            \(Form.text("prosent", frame[TraineeTexts.percent], value: values["prosent"], hint: frame[FieldTexts.percentHint], problems: problems, isRequired: true, frame))</div>
            \(Form.text("kommune", frame[TraineeTexts.municipality], value: values["kommune"], problems: problems, isRequired: true, frame))
            \(others(frame))
            <div class="pair">\(Form.select("halvaar", frame[Self.hospital], value: values["halvaar"], options: halfYears(frame), problems: problems, frame))
            \(Form.text("maaneder", frame[TraineeTexts.months], value: values["maaneder"], problems: problems, frame))</div>
            \(Form.select("foretak", frame[MunicipalityTexts.trust], value: values["foretak"], options: trusts, problems: problems, frame))
            """
    }

    /// What she has beside the position in the fields, which the draft takes along.
    private func others(_ frame: Frame) -> Html {
        let others = (work?.others ?? []).map { "\(opened.placeName($0.municipality)) \(Format.percent($0.percent))" }
        return others.isEmpty ? .empty : "<p class=\"note\">\(frame[Self.takesAlong]) \(others.joined(separator: ", ")).</p>"
    }

    private static let takesAlong = Text("Utkastet tar også med stillingen ved siden av:", nn: "Utkastet tek òg med stillinga ved sida av:")
    private static let tooMuch = Text(
        "Sammen med stillingen ved siden av blir det over 100 prosent.", nn: "Saman med stillinga ved sida av blir det over 100 prosent.")
    private static let lede = Text(
        "Alis legger inn praksis og sykehustjeneste fram til tjenestetiden er nådd. Etterpå kan hver periode endres.",
        nn: "Alis legg inn praksis og sjukehusteneste fram til tenestetida er nådd. Etterpå kan kvar periode endrast.")
    private static let from = Text("Planen gjelder fra", nn: "Planen gjeld frå")
    private static let hospital = Text("Sykehustjenesten begynner tidligst", nn: "Sjukehustenesta tek til tidlegast")
    private static func tooEarly(_ day: CalendarDay) -> Text {
        Text(
            "Utdanningsløpet er registrert fra \(day.norwegian). La planen gjelde fra da eller senere.",
            nn: "Utdanningsløpet er registrert frå \(day.norwegian). Lat planen gjelde frå då eller seinare.")
    }
    private static let proposed = Text("Foreslå (etter to år)", nn: "Føreslå (etter to år)")

    /// A plan of somebody's own takes the place of the draft.
    static func removal(of thing: RecordID?, from opened: Subject, on connection: Connection) throws -> ChangeNumber? {
        opened.file.isAssumed ? nil : opened.file.lastChange
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        let start = reader.day("fra", Self.from)
        let percent = reader.percent("prosent")
        let municipality = reader.municipality("kommune", directory: opened.record.view.directory, on: today)
        let half = HalfYear(code: reader.form["halvaar"])
        if !reader.form["halvaar"].isEmpty { _ = reader.choice("halvaar", Self.hospital, half) }
        let months = Int(reader.form["maaneder"]).flatMap { HospitalWish.possibleMonths.contains($0) ? $0 : nil }
        // Left empty it is as much as the rules ask for, when nothing else is said of the hospital.
        if months == nil, half != nil || !reader.form["maaneder"].isEmpty {
            reader.problems.append(FieldProblem("maaneder", FieldTexts.fewMonths))
        }
        let trust = opened.record.view.reference.trusts(on: today).first { $0.code.code == reader.form["foretak"] }?.code
        if !reader.form["foretak"].isEmpty { _ = reader.choice("foretak", MunicipalityTexts.trust, trust) }
        let begun = opened.file.trainingCase.course.map(\.period.from).min() ?? today
        if let start, start < begun { reader.problems.append(FieldProblem("fra", Self.tooEarly(begun))) }
        if let start, start > today.adding(months: 120) {
            reader.problems.append(FieldProblem("fra", WhatIfTexts.refusal(.outsideCalendar)))
        }
        let others = work?.others ?? []
        if let percent, PositionSum(atOnce: others.map(\.percent) + [percent]).firstAboveWhole() != nil {
            reader.problems.append(FieldProblem("prosent", Self.tooMuch))
        }
        guard let start, let percent, let municipality, reader.problems.isEmpty else { return nil }
        let wish = months.map { PlanDraft.Wish(earliest: half, months: $0, trust: trust) }
        let draft = PlanDraft(start: start, percent: percent, municipality: municipality, others: others, wish: wish)
        do {
            // Tried here, so that what cannot be drafted is said at the field and not while it is written.
            _ = try Self.edits(draft, opened.file, opened.rules, newIDs)
        } catch {
            reader.problems.append(FieldProblem("fra", WhatIfTexts.refusal(error)))
            return nil
        }
        let name = visit.session?.viewer.name ?? ""
        let account = visit.session?.viewer.account ?? ""
        let (ids, review, day) = (newIDs, newIDs.review, today)
        return Writing(act: .planned) { writer, opened in
            guard opened.file.isAssumed else { return false }
            for service in try Self.edits(draft, opened.file, opened.rules, ids) {
                try writer.add(
                    id: service.id.text,
                    Service(
                        training: opened.file.training, category: service.category, percent: service.percent, place: service.place),
                    in: service.period)
            }
            try writer.add(
                id: review.text,
                PlanReview(training: opened.file.training, kind: .drafted, personName: name, account: account),
                in: Period(startingOn: day))
            return true
        }
    }

    /// The whole plan: what has been served, as it was read off her work, and the draft from the day on.
    private static func edits(
        _ draft: PlanDraft, _ file: PlanFile, _ rules: RuleSet, _ ids: PlanIdentities
    ) throws(PlanRefusal) -> [ServicePeriod] {
        guard let kinds = PlanDraft.Kinds(rules) else { throw .noRuleSet }
        var known = file.trainingCase
        known.services = known.services.compactMap { service in
            Period(from: service.period.from, to: min(service.period.end, draft.start)).map {
                ServicePeriod(
                    id: service.id, category: service.category, period: $0, percent: service.percent, place: service.place)
            }
        }
        var generator = ids
        let edits = try draft.edits(for: known, rules: rules, kinds: kinds, using: &generator)
        return known.applying(edits).services
    }
}

/// Identities drawn from one, so that the same form makes the same periods each time it is worked out.
struct PlanIdentities: RandomNumberGenerator, Sendable {
    private var state: UInt64
    let review: RecordID

    init(_ seed: RecordID) {
        state = seed.high ^ seed.low
        review = seed
    }

    /// SplitMix64; the seed is the secret, so that addresses cannot be guessed.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
