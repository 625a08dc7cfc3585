import AlisDomain

/// What a reader must know about supervision in a plan: hours that are not known, plans that wait to be registered, and time that counts
/// by the assignment alone. The same sentences on screen, on paper and on the page of supervision.
struct SupervisionFigures {
    let opened: PlanDesk.Opened
    let frame: Frame

    private var evaluation: Evaluation { opened.evaluation }

    // MARK: At a requirement

    /// Sentences at a requirement, besides what would meet it.
    func notes(_ outcome: RequirementOutcome) -> [Text] {
        var notes: [Text] = []
        if outcome.awaiting.size > 0 {
            notes.append(SupervisionFigureTexts.awaiting(PlanAmounts.text(outcome.awaiting, frame)))
        }
        if case .activityMinutes(let codes, _) = evaluation.requirement(outcome).kind {
            let (sessions, attended) = (registered(codes, .session), registered(codes, .attendance))
            if sessions + attended > 0 { notes.append(SupervisionFigureTexts.registered(sessions: sessions, attended: attended)) }
        }
        guard case .supervision = evaluation.requirement(outcome).kind, let due = evaluation.supervision else { return notes }
        if due.unknown > 0, let day = due.knownFrom { notes.append(SupervisionFigureTexts.unknown(due.unknown, before: day)) }
        if evaluation.parts.contains(where: { $0.isPlanned && $0.assumesSupervision && $0.outcome == .counted }) {
            notes.append(SupervisionFigureTexts.assumesSupervisor)
        }
        return notes
    }

    /// Minutes of some activities that have been registered outside the plan.
    private func registered(_ codes: [ActivityCode], _ origin: ActivityEntry.Origin) -> Int {
        opened.file.trainingCase.activities.reduce(0) { sum, entry in
            entry.isDone && entry.origin == origin && codes.contains(entry.activity) ? sum + entry.minutes : sum
        }
    }

    /// How the amounts of a requirement are counted, for whoever folds it out.
    func rule(_ requirement: Requirement) -> Text? {
        switch requirement.kind {
        case .supervision: SupervisionFigureTexts.individualRule
        case .activityMinutes, .activityMonths: SupervisionFigureTexts.groupRule
        default: nil
        }
    }

    /// What is missing, and beside it what nobody knows.
    func missing(_ outcome: RequirementOutcome) -> String {
        let missing = PlanAmounts.text(outcome.missing, frame)
        guard case .supervision = evaluation.requirement(outcome).kind, let due = evaluation.supervision, due.unknown > 0 else {
            return missing
        }
        return "\(missing) (+\u{00A0}\(PlanAmounts.text(.minutes(due.unknown), frame)) \(frame[SupervisionFigureTexts.unknownWord]))"
    }

    /// What is planned, and on paper what of it has passed without being registered.
    func planned(_ outcome: RequirementOutcome) -> String {
        let planned = PlanAmounts.text(outcome.planned, frame)
        if outcome.awaiting.size == 0 { return planned }
        return "\(planned) (\(frame[SupervisionFigureTexts.hasPassed(PlanAmounts.text(outcome.awaiting, frame))]))"
    }

    // MARK: At a period and at the top

    /// What to mind about the supervision of a period that counts, with the days it holds for, and the reading by which it counts.
    static func lines(_ parts: [ServicePart], _ frame: Frame) -> [(text: String, reading: Interpretation.Question)] {
        let marks: [(SupervisionMarks, Text, Interpretation.Question)] = [
            (.assignmentAlone, SupervisionFigureTexts.assignmentAlone, .assignmentAlone),
            (.lapsedExemption, SupervisionFigureTexts.lapsedExemption, .lapsedExemption),
            (.unconfirmedPlace, SupervisionFigureTexts.unconfirmedPlace, .unconfirmedPlace),
        ]
        return marks.flatMap { mark, text, reading -> [(text: String, reading: Interpretation.Question)] in
            var periods: [Period] = []
            for part in parts where part.marks.contains(mark) && part.outcome == .counted {
                if let last = periods.last, part.period.from <= last.end,
                    let joined = Period(from: last.from, to: max(last.end, part.period.end))
                {
                    periods[periods.count - 1] = joined
                } else {
                    periods.append(part.period)
                }
            }
            return periods.map { ("\(frame[text]), \(Format.period($0, frame.language))", reading) }
        }
    }

    /// A sentence above the requirements, and whether somebody should do something about it.
    struct Warning {
        let text: Text
        let isUrgent: Bool
    }

    /// How much counts by the assignment alone, or under a supervisor whose exemption has run out. That nothing was logged before sessions
    /// were kept here is to be expected, unless nothing is logged since.
    var warnings: [Warning] {
        func amount(_ include: (SupervisionMarks) -> Bool) -> ServiceAmount {
            evaluation.parts.filter { include($0.marks) && $0.outcome == .counted }.reduce(.zero) { $0 + $1.amount }
        }
        var texts: [Warning] = []
        let all = amount { $0.contains(.assignmentAlone) }
        let silent = amount { $0.contains(.assignmentAlone) && !$0.contains(.unloggedHours) }
        if all > .zero, evaluation.supervision?.given == 0 {
            texts.append(Warning(text: SupervisionFigureTexts.aloneWarning(all.decimalText), isUrgent: true))
        } else if all > .zero {
            texts.append(Warning(text: SupervisionFigureTexts.partlyAlone(all.decimalText), isUrgent: silent > .zero))
        }
        let lapsed = evaluation.parts.filter { $0.marks.contains(.lapsedExemption) && $0.outcome == .counted }
        let served = lapsed.filter { !$0.isPlanned }.reduce(ServiceAmount.zero) { $0 + $1.amount }
        if served > .zero {
            texts.append(Warning(text: SupervisionFigureTexts.lapsedWarning(served.decimalText), isUrgent: true))
        } else if let day = lapsed.map(\.period.from).min() {
            texts.append(Warning(text: SupervisionFigureTexts.lapsesOn(day), isUrgent: true))
        }
        return texts
    }

    var warningList: Html {
        let link = opened.supervision.map { "<a href=\"\($0)\">\(frame[PlanTexts.seeSupervision])</a>" as Html }
        return Html.join(
            warnings.map { "<p class=\"\($0.isUrgent ? "next-plain" : "note")\">\(frame[$0.text]) \(link)</p>" as Html })
    }
}

/// Texts of the hours of supervision, for plans and for the pages of supervision.
enum SupervisionFigureTexts {
    static let groupRule = Text(
        "Økter i gruppe og frammøte på samlinger teller som gitt. Det planen selv fører, legger til det som ikke alt er ført der i de samme dagene. Timer spres jevnt over dagene, og en ført gruppeøkt teller for sin måned. Det som er planlagt og i gang, er plan til det føres som gjennomført.",
        nn:
            "Økter i gruppe og frammøte på samlingar tel som gitt. Det planen sjølv fører, legg til det som ikkje alt er ført der i dei same dagane. Timar blir spreidde jamt over dagane, og ei ført gruppeøkt tel for månaden sin. Det som er planlagt og i gang, er plan til det blir ført som gjennomført."
    )
    static let individualRule = Text(
        "Regnet for hele tjenesten som skal veiledes, uansett om noen var tildelt, etter stilling og uten fravær. «Har» er øktene som er ført. «Planlagt» er timene som hører til tjenesten framover.",
        nn:
            "Rekna for heile tenesta som skal rettleiast, same om nokon var tildelt, etter stilling og utan fråvær. «Har» er øktene som er førte. «Planlagt» er timane som høyrer til tenesta framover."
    )
    static func registered(sessions: Int, attended: Int) -> Text {
        let (sessions, attended) = (HoursText.hours(sessions), HoursText.hours(attended))
        return Text(
            "Ført utenom planen: \(sessions) t i gruppeøkter, \(attended) t frammøte i veiledningsgruppe.",
            nn: "Ført utanom planen: \(sessions) t i gruppeøkter, \(attended) t frammøte i rettleiingsgruppe.")
    }
    static func awaiting(_ amount: String) -> Text {
        Text(
            "\(amount) av det planlagte er dager som har gått, men ikke er ført som gjennomført. Det står som plan så lenge perioden varer. Før det som er gitt: når perioden er over, faller resten bort.",
            nn:
                "\(amount) av det planlagde er dagar som har gått, men ikkje er førte som gjennomførte. Det står som plan så lenge perioden varer. Før det som er gitt: når perioden er over, fell resten bort."
        )
    }
    static func hasPassed(_ amount: String) -> Text {
        Text("herav \(amount) gått, ikke ført", nn: "av dette \(amount) gått, ikkje ført")
    }
    static let unknownWord = Text("ukjent", nn: "ukjent")
    static func unknown(_ minutes: Int, before day: CalendarDay) -> Text {
        Text(
            "\(HoursText.hours(minutes)) timer hører til tiden før \(day.norwegian), da øktene ikke ble ført her. De er ukjent, og regnes ikke som manglende.",
            nn:
                "\(HoursText.hours(minutes)) timar høyrer til tida før \(day.norwegian), då øktene ikkje blei førte her. Dei er ukjende, og blir ikkje rekna som manglande."
        )
    }
    static let assumesSupervisor = Text(
        "Timene framover forutsetter at en veileder blir tildelt.", nn: "Timane framover føreset at ein rettleiar blir tildelt.")
    static let assignmentAlone = Text(
        "teller fordi en veileder er tildelt; ingen økter er ført", nn: "tel fordi ein rettleiar er tildelt; inga økt er ført")
    static let unconfirmedPlace = Text(
        "teller hvis stedet oppfyller vilkårene for sykehjem og døgnenhet og er meldt som læringsarena",
        nn: "tel dersom staden oppfyller vilkåra for sjukeheim og døgneining og er meld som læringsarena")
    static let lapsedExemption = Text(
        "teller, men veilederen var verken spesialist eller på unntak", nn: "tel, men rettleiaren var korkje spesialist eller på unntak")
    static func aloneWarning(_ months: String) -> Text {
        Text(
            "\(months) md. teller bare fordi en veileder er tildelt: ingen økter er ført. Vilkåret er at veiledning blir gitt. Før øktene, så det kan dokumenteres.",
            nn:
                "\(months) md. tel berre fordi ein rettleiar er tildelt: inga økt er ført. Vilkåret er at rettleiing blir gitt. Før øktene, så det kan dokumenterast."
        )
    }
    static func partlyAlone(_ months: String) -> Text {
        Text(
            "\(months) md. teller fordi en veileder var tildelt; fra den tiden er ingen økter ført her. Ta vare på annen dokumentasjon på veiledningen.",
            nn:
                "\(months) md. tel fordi ein rettleiar var tildelt; frå den tida er inga økt ført her. Ta vare på annan dokumentasjon på rettleiinga."
        )
    }
    static func lapsesOn(_ day: CalendarDay) -> Text {
        Text(
            "Fra \(day.norwegian) er veilederen verken spesialist eller på unntak. Tjenesten etter det er regnet med i planen: få unntaket forlenget, eller få tildelt en annen veileder.",
            nn:
                "Frå \(day.norwegian) er rettleiaren korkje spesialist eller på unntak. Tenesta etter det er rekna med i planen: få unntaket forlengt, eller få tildelt ein annan rettleiar."
        )
    }
    static func lapsedWarning(_ months: String) -> Text {
        Text(
            "\(months) md. er tjeneste mens veilederen verken var spesialist eller på unntak. Det er regnet med, men avklar det: få unntaket forlenget, eller få tildelt en annen veileder.",
            nn:
                "\(months) md. er teneste medan rettleiaren korkje var spesialist eller på unntak. Det er rekna med, men avklar det: få unntaket forlengt, eller få tildelt ein annan rettleiar."
        )
    }
}
