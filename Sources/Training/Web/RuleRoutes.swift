import AlisDomain

/// The rules as they are in use, for everybody: what is asked, how sure it is, where it stands, and how it has been read.
package struct RuleRoutes: Sendable {
    let book: RuleBook

    package init(book: RuleBook) { self.book = book }

    package var routes: [Route] { [.open(.get, "/regler", list), .open(.get, "/regler/:sett", show)] }

    private func list(_ visit: Visit) async throws -> Reply {
        let items = book.sets.map { set in
            """
            <li><a href="/regler/\(set.code.text)">\(visit.frame[set.name])</a> <span class="note">\(Format.period(set.period, visit.language))</span></li>
            """ as Html
        }
        return visit.page(
            visit.frame[RuleTexts.title],
            """
            <div class="narrow"><h1>\(visit.frame[RuleTexts.title])</h1><p class="lede">\(visit.frame[RuleTexts.lede])</p><ul>\(items)</ul>
            <p><a href="/laeringsmal">\(visit.frame[ObjectiveTexts.catalogueTitle])</a></p></div>
            """)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        guard let set = book.set(visit.parameter("sett")) else { throw PageRefusal.notFound }
        let frame = visit.frame
        let requirements = set.requirements.map { requirement -> Html in
            row(
                frame[requirement.name], amount(requirement, frame),
                frame[requirement.isRequired ? RuleTexts.required : RuleTexts.recommended],
                requirement.certainty, requirement.isEnabled, requirement.source, frame)
        }
        let conditions = set.conditions.map { condition -> Html in
            row(
                frame[condition.name], value(condition), frame[RuleTexts.condition], condition.certainty, condition.isEnabled,
                condition.source, frame)
        }
        let readings = set.interpretations.map { "<dt>\(frame[$0.name])</dt><dd>\(frame[$0.reason])</dd>" as Html }
        let proofs = set.proofs.map { proof in
            let only = proof.isOnlyForConverted ? " (\(frame[RuleTexts.converted]))" : ""
            return "<li>\(frame[proof.name])\(only)</li>" as Html
        }
        return visit.page(
            frame[set.name],
            """
            <p class="crumb"><a href="/regler">\(frame[RuleTexts.title])</a></p><h1>\(frame[set.name])</h1>
            <p class="lede">\(frame[RuleTexts.holds]) \(Format.period(set.period, visit.language)). \(RuleTexts.source(set.source, frame))</p>
            <h2>\(frame[PlanTexts.requirements])</h2>\(table(requirements, PlanTexts.requirements, frame))
            <h2>\(frame[RuleTexts.conditions])</h2>\(table(conditions, RuleTexts.conditions, frame))
            <h2>\(frame[PlanTexts.readings])</h2><dl class="readings">\(readings)</dl>
            <h2>\(frame[PlanTexts.proofs])</h2><ul>\(proofs)</ul>
            """)
    }

    private static let heads = [RuleTexts.rule, RuleTexts.amount, RuleTexts.kind, RuleTexts.certainty, PlanTexts.ruleSource]

    private func table(_ rows: [Html], _ title: Text, _ frame: Frame) -> Html {
        """
        <div class="scroll" tabindex="0" role="region" aria-label="\(frame[title])"><table class="texts cards"><thead><tr>\
        \(Self.heads.map { "<th scope=\"col\">\(frame[$0])</th>" as Html })</tr></thead><tbody>\(rows)</tbody></table></div>
        """
    }

    private func row(
        _ name: String, _ amount: String, _ kind: String, _ certainty: RuleCertainty, _ isEnabled: Bool, _ source: String, _ frame: Frame
    ) -> Html {
        let labels = Self.heads.map { frame[$0] }
        let sure = frame[RuleTexts.name(certainty)] + (isEnabled ? "" : ", \(frame[RuleTexts.off])")
        return """
            <tr><th scope="row">\(name)</th><td data-label="\(labels[1])">\(amount)</td><td data-label="\(labels[2])">\(kind)</td>\
            <td data-label="\(labels[3])">\(sure)</td><td data-label="\(labels[4])">\(RuleTexts.source(source, frame))</td></tr>
            """
    }

    private func amount(_ requirement: Requirement, _ frame: Frame) -> String {
        switch requirement.kind {
        case .serviceTime(_, let minimum, let maximum):
            [minimum.map { "≥ \($0.decimalText)" }, maximum.map { "≤ \($0.decimalText)" }].compactMap { $0 }.joined(separator: ", ")
                + " \(frame[PlanTexts.months])"
        case .supervision(_, let minutes): "\(HoursText.hours(minutes)) t / \(frame[PlanTexts.months])"
        case .activityMinutes(_, let minutes): "\(HoursText.hours(minutes)) t"
        case .activityMonths(_, let amount, _): "\(amount.decimalText) \(frame[PlanTexts.months])"
        case .activityCount(_, let count): "\(count)"
        case .distinctTopics(_, let count, let minutes): "\(count) × \(HoursText.hours(minutes)) t"
        case .objectives, .confirmation: "–"
        }
    }

    private func value(_ condition: CountingCondition) -> String {
        switch condition.kind {
        case .minimumFraction(let percent): Format.percent(percent)
        case .acceptedFrom(let day): day.norwegian
        default: "–"
        }
    }
}

/// Texts about the rules.
enum RuleTexts {
    static let title = Text("Reglene Alis regner etter", nn: "Reglane Alis reknar etter")
    static let lede = Text(
        "Hva hver ordning krever, hvor det står, hvor sikre vi er, og hvordan det er lest. Reglene er data med dato og kilde.",
        nn: "Kva kvar ordning krev, kvar det står, kor sikre vi er, og korleis det er lese. Reglane er data med dato og kjelde.")
    static let seeRules = Text("Alle reglene med kilder", nn: "Alle reglane med kjelder")
    static let holds = Text("Gjelder", nn: "Gjeld")
    static let conditions = Text("Når tid teller", nn: "Når tid tel")
    static let rule = Text("Regel", nn: "Regel")
    static let amount = Text("Mengde", nn: "Mengd")
    static let kind = Text("Slag", nn: "Slag")
    static let certainty = Text("Hvor sikkert", nn: "Kor sikkert")
    static let required = Text("bindende", nn: "bindande")
    static let recommended = Text("anbefalt", nn: "tilrådd")
    static let condition = Text("vilkår", nn: "vilkår")
    static let off = Text("slått av", nn: "slått av")
    static let converted = Text("bare ved konvertering", nn: "berre ved konvertering")

    static func name(_ certainty: RuleCertainty) -> Text {
        switch certainty {
        case .stated: Text("står i grunnlagsdokument", nn: "står i grunnlagsdokument")
        case .found: Text("funnet hos kilden", nn: "funne hos kjelda")
        case .derived: Text("utledet", nn: "utleidd")
        case .unverified: Text("ikke slått opp", nn: "ikkje slått opp")
        }
    }

    /// A source as a link when it is an address, else as it is written.
    /// Where a rule stands. Our own readings and what is not looked up have no address, and are named in the reader's words.
    static func source(_ source: String, _ frame: Frame) -> Html {
        if source.hasPrefix("docs/decisions/") { return "\(frame[ownReading])" }
        if source == "ikke slått opp" { return "\(frame[notLookedUp])" }
        if source == "eksempel, ikke forskriftens inndeling" { return "\(frame[sampleDivision])" }
        guard source.hasPrefix("https://"), !source.contains(" ") else { return "\(source)" }
        let host = source.dropFirst(8).prefix { $0 != "/" }
        return "<a href=\"\(source)\">\(String(host))</a>"
    }
    private static let ownReading = Text("vår egen tolkning", nn: "vår eiga tolking")
    private static let notLookedUp = Text("ikke slått opp", nn: "ikkje slått opp")
    private static let sampleDivision = Text("eksempel, ikke forskriftens inndeling", nn: "eksempel, ikkje inndelinga i forskrifta")
}
