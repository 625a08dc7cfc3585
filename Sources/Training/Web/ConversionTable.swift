import AlisDomain

/// Whether a doctor can go over to the new scheme: each condition with what the register says, and what is to be enclosed.
struct ConversionTable {
    let check: ConversionCheck
    let proofs: [Proof]
    let opened: PlanDesk.Opened
    let frame: Frame

    func html() -> Html {
        let rows = check.items.map { item -> [Html] in
            let mark =
                switch item.verdict {
                case .met: "ok"
                case .notMet: "warn"
                case .notKnown: "soft"
                }
            return [
                """
                <a href="\(Addresses.ruleSet("gp-new"))#\(RuleTexts.anchor(item.rule))">\(frame[item.rule.name])</a>\(asks(item.rule))\
                <br><span class="note">\(frame[item.rule.remedy])</span>
                """,
                "<span class=\"verdict \(mark)\">\(frame[Self.name(item.verdict)])</span>", "\(text(item.figure))",
                RuleTexts.source(item.rule.source, frame),
            ]
        }
        let heads = [Self.condition, PlanTexts.verdict, Self.figure, PlanTexts.ruleSource]
        let enclosed = proofs.map { proof -> Html in
            let unsure = proof.certainty == .unverified ? " (\(frame[PlanTexts.unverifiedRule]))" : ""
            return "<li>\(frame[proof.name])\(unsure) <span class=\"note\">\(RuleTexts.source(proof.source, frame))</span></li>"
        }
        return """
            <h3>\(frame[Self.title])</h3><p>\(frame[Self.lede])</p>\
            \(ListTable(Self.title, heads, frame).html(rows))
            <h3>\(frame[Self.proofs])</h3><ul>\(enclosed)</ul>
            """
    }

    /// What the condition asks for, from the rule data.
    private func asks(_ rule: ConversionRule) -> String {
        switch rule.kind {
        case .begunBefore(let day): ": \(day.norwegian)"
        case .leastMonths(let months): ": \(frame[Self.atLeast]) \(months) \(frame[PlanTexts.months])"
        case .leastFraction(let percent): ": \(frame[Self.atLeast]) \(Format.percent(percent))"
        case .enterpriseRegistered, .statement: ""
        }
    }

    private func text(_ figure: ConversionCheck.Figure) -> String {
        switch figure {
        case .firstService(let day): frame[Self.firstService(day)]
        case .longest(let period):
            "\(MonthMeter.amount(period).decimalText)\u{00A0}\(frame[PlanTexts.months]) (\(Format.period(period, frame.language)))"
        case .percent(let percent): Format.percent(percent)
        case .registered(let place, let day): frame[Self.registered(opened.placeName(place), day)]
        case .notRegistered(let place): frame[Self.notRegistered(opened.placeName(place))]
        case .nothing: frame[Self.nothing]
        }
    }

    private static let title = Text("Vilkårene for å konvertere", nn: "Vilkåra for å konvertere")
    private static let lede = Text(
        "Slik Alis kjenner tjenesten. Det registeret ikke har, må dere selv vite.",
        nn: "Slik Alis kjenner tenesta. Det registeret ikkje har, må de sjølve vite.")
    private static let condition = Text("Vilkår", nn: "Vilkår")
    private static let figure = Text("Det registeret sier", nn: "Det registeret seier")
    private static let atLeast = Text("minst", nn: "minst")
    private static let proofs = Text("Dette legges ved søknaden etter konvertering", nn: "Dette blir lagt ved søknaden etter konvertering")
    private static let nothing = Text("Ikke registrert her", nn: "Ikkje registrert her")
    private static func firstService(_ day: CalendarDay) -> Text {
        Text("Første tjeneste i allmennmedisin: \(day.norwegian)", nn: "Første teneste i allmennmedisin: \(day.norwegian)")
    }
    private static func registered(_ place: String, _ day: CalendarDay) -> Text {
        Text("\(place) er registrert fra \(day.norwegian)", nn: "\(place) er registrert frå \(day.norwegian)")
    }
    private static func notRegistered(_ place: String) -> Text {
        Text("\(place) er ikke registrert den dagen", nn: "\(place) er ikkje registrert den dagen")
    }

    private static func name(_ verdict: ConversionCheck.Verdict) -> Text {
        switch verdict {
        case .met: Text("oppfylt", nn: "oppfylt")
        case .notMet: Text("ikke oppfylt", nn: "ikkje oppfylt")
        case .notKnown: Text("ikke kjent", nn: "ikkje kjent")
        }
    }
}
