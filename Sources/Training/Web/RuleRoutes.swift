import AlisDomain

/// The rules as they are in use, for everybody: what is asked, how sure it is, where it stands, and how it has been read.
package struct RuleRoutes: Sendable {
    let book: RuleBook

    package var routes: [Route] { [.open(.get, Addresses.rules, list), .open(.get, Addresses.ruleSet, show)] }

    private func list(_ visit: Visit) async throws -> Reply {
        let items = book.sets.map { set in
            """
            <li><a href="\(Addresses.ruleSet(set.code.text))">\(visit.frame[set.name])</a> <span class="note">\(RuleTexts.period(set, visit.frame))</span></li>
            """ as Html
        }
        return visit.page(
            visit.frame[RuleTexts.title],
            """
            <div class="narrow"><h1>\(visit.frame[RuleTexts.title])</h1><p class="lede">\(visit.frame[RuleTexts.lede])</p><ul>\(items)</ul>
            <p><a href="\(Addresses.catalogue())">\(visit.frame[ObjectiveTexts.catalogueTitle])</a></p></div>
            """)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        guard let set = book.set(visit.parameter("sett")) else { throw PageRefusal.notFound }
        let frame = visit.frame
        let requirements = set.requirements.map { requirement -> [Html] in
            row(
                frame[requirement.name], amount(requirement, frame),
                frame[requirement.isRequired ? RuleTexts.required : RuleTexts.recommended],
                requirement.certainty, requirement.isEnabled, RuleTexts.source(requirement, set, frame), id: RuleTexts.anchor(requirement),
                frame)
        }
        let conditions = set.conditions.map { condition -> [Html] in
            row(
                frame[condition.name], value(condition), frame[RuleTexts.condition], condition.certainty, condition.isEnabled,
                RuleTexts.source(condition.source, paragraph: set.paragraphs[condition.code.text], frame), id: RuleTexts.anchor(condition),
                frame)
        }
        let readings = set.interpretations.map { reading -> Html in
            """
            <dt id="\(RuleTexts.anchor(reading))">\(frame[reading.name])</dt><dd>\(frame[reading.reason]) <span class="note">\(frame[RuleTexts.readingFrom(reading.from)]) \(RuleTexts.source(reading.source, frame)).</span></dd>
            """
        }
        let proofs = set.proofs.map { proof in
            let only = proof.isOnlyForConverted ? " (\(frame[RuleTexts.converted]))" : ""
            let sure = proof.certainty == .unverified ? " (\(frame[RuleTexts.name(.unverified)]))" : ""
            return
                "<li>\(frame[proof.name])\(only)\(sure) <span class=\"note\">\(frame[PlanTexts.ruleSource]): \(RuleTexts.source(proof.source, frame))</span></li>"
                as Html
        }
        // Going over leads to the new scheme, and is asked about by those in the old: told with both.
        let converting = set.specialty == .generalPractice ? conversion(frame) : .empty
        return visit.page(
            frame[set.name],
            """
            <p class="crumb"><a href="\(Addresses.rules())">\(frame[RuleTexts.title])</a></p><h1>\(frame[set.name])</h1>
            <p class="lede">\(frame[RuleTexts.holds]) \(RuleTexts.period(set, frame)). \(frame[PlanTexts.ruleSource]): \(RuleTexts.source(set.source, frame))</p>
            <h2 id="krav">\(frame[PlanTexts.requirements])</h2>\(table(requirements, PlanTexts.requirements, frame))
            <h2>\(frame[RuleTexts.conditions])</h2>\(table(conditions, RuleTexts.conditions, frame))
            <h2>\(frame[PlanTexts.readings])</h2><dl class="readings">\(readings)</dl>
            <h2>\(frame[PlanTexts.proofs])</h2>\(proofs.isEmpty ? "<p class=\"empty\">\(frame[RuleTexts.noProofs])</p>" as Html : "<ul>\(proofs)</ul>")\(converting)
            """)
    }

    private func conversion(_ frame: Frame) -> Html {
        let rows = book.conversion.map { rule -> [Html] in
            let value =
                switch rule.kind {
                case .begunBefore(let day): day.norwegian
                case .leastMonths(let months): "≥ \(months) \(frame[PlanTexts.months])"
                case .leastFraction(let percent): "≥ \(Format.percent(percent))"
                case .enterpriseRegistered, .statement: "–"
                }
            return row(
                frame[rule.name], value, frame[RuleTexts.condition], rule.certainty, true, RuleTexts.source(rule.source, frame),
                id: RuleTexts.anchor(rule), frame)
        }
        return "<h2>\(frame[RuleTexts.conversion])</h2>\(table(rows, RuleTexts.conversion, frame))"
    }

    private static let heads = [RuleTexts.rule, RuleTexts.amount, RuleTexts.kind, RuleTexts.certainty, PlanTexts.ruleSource]

    private func table(_ rows: [[Html]], _ title: Text, _ frame: Frame) -> Html { ListTable(title, Self.heads, frame).html(rows) }

    private func row(
        _ name: String, _ amount: String, _ kind: String, _ certainty: RuleCertainty, _ isEnabled: Bool, _ source: Html, id: String,
        _ frame: Frame
    ) -> [Html] {
        let sure = frame[RuleTexts.name(certainty)] + (isEnabled ? "" : ", \(frame[RuleTexts.off])")
        return ["<span id=\"\(id)\">\(name)</span>", "\(amount)", "\(kind)", "\(sure)", "<span>\(source)</span>"]
    }

    private func amount(_ requirement: Requirement, _ frame: Frame) -> String {
        switch requirement.kind {
        case .serviceTime(_, let minimum, let maximum):
            [minimum.map { "≥ \($0.decimalText)" }, maximum.map { "≤ \($0.decimalText)" }].compactMap { $0 }.joined(separator: ", ")
                + " \(frame[PlanTexts.months])"
        case .supervision(_, let minutes): "\(HoursText.hours(minutes)) t / \(frame[PlanTexts.months])"
        case .activityMinutes(_, let minutes): "\(HoursText.hours(minutes)) t"
        case .activityMonths(_, let amount, _): "\(amount.decimalText)\u{00A0}\(frame[PlanTexts.months])"
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
    static let seeRule = Text("se regelen", nn: "sjå regelen")
    static let conversion = Text("Konvertering til ny ordning", nn: "Konvertering til ny ordning")
    static let noProofs = Text("Ingen liste er funnet for denne ordningen.", nn: "Inga liste er funnen for denne ordninga.")
    static func readingFrom(_ day: CalendarDay) -> Text {
        Text("Lest slik fra \(day.norwegian).", nn: "Lesen slik frå \(day.norwegian).")
    }
    static func startUnknown(_ period: String) -> Text {
        Text("\(period) (første dag er ikke slått opp)", nn: "\(period) (første dag er ikkje slått opp)")
    }

    /// When a rule set holds; a first day that nobody has looked up is not shown as one.
    static func period(_ set: RuleSet, _ frame: Frame) -> String {
        if set.isStartKnown { return Format.period(set.period, frame.language) }
        let end = Period(from: .earliest, to: set.period.to) ?? set.period
        return frame[startUnknown(Format.period(end, frame.language))]
    }

    // MARK: Places on the page of a rule set

    static func anchor(_ requirement: Requirement) -> String { "krav-\(requirement.code.text)" }
    static func anchor(_ condition: CountingCondition) -> String { "vilkaar-\(condition.code.text)" }
    static func anchor(_ reading: Interpretation) -> String { "lesning-\(reading.question.rawValue)" }
    static func anchor(_ rule: ConversionRule) -> String { "konvertering-\(rule.code.text)" }
    static func link(_ set: RuleSet, requirement: Requirement) -> String { "\(Addresses.ruleSet(set.code.text))#\(anchor(requirement))" }
    static func link(_ set: RuleSet, condition: CountingCondition) -> String { "\(Addresses.ruleSet(set.code.text))#\(anchor(condition))" }
    static func link(_ set: RuleSet, _ reading: Interpretation) -> String { "\(Addresses.ruleSet(set.code.text))#\(anchor(reading))" }

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

    /// A requirement's paragraph, where one is known, and its source.
    static func source(_ requirement: Requirement, _ set: RuleSet, _ frame: Frame) -> Html {
        source(requirement.source, paragraph: set.paragraphs[requirement.code.text], frame)
    }

    private static let decisions = "docs/decisions/"
    /// How the data say that a page was read whose whole address is not in the notes.
    private static let unknownAddress = "(hele adressen er ikke kjent)"
    /// What stands for a source where nobody has looked.
    private static let notLookedUp = "ikke slått opp"

    /// A source as a link when it is an address, told by its site and page; else as it is written. What is our own choice says so: the
    /// regulation has nothing to point to.
    static func source(_ source: String, paragraph: String? = nil, _ frame: Frame) -> Html {
        let before: Html = paragraph.map { "\($0), " } ?? .empty
        if source == notLookedUp { return "\(before)–" }
        if let range = source.firstRange(of: decisions) {
            let number = source[range.upperBound...].prefix { $0.isNumber }
            let own = Text("vårt eget valg, begrunnet i vedtak \(number)", nn: "vårt eige val, grunngjeve i vedtak \(number)")
            return "\(before)\(frame[own])"
        }
        if source.hasSuffix(unknownAddress) {
            let rest = String(source.dropLast(unknownAddress.count))
            return "\(before)\(rest)\(frame[Text("(hele adressen er ikke kjent)", nn: "(heile adressa er ikkje kjend)")])"
        }
        guard source.hasPrefix("https://"), !source.contains(" ") else { return "\(before)\(source)" }
        let path = source.dropFirst(8).prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
        let host = path.first.map { $0.hasPrefix("www.") ? $0.dropFirst(4) : $0 } ?? ""
        let page = path.count > 1 ? path.last.map { "\(path.count > 2 ? "/…" : "")/\($0)" } ?? "" : ""
        return "\(before)<a href=\"\(source)\">\(String(host) + page)</a>"
    }
}
