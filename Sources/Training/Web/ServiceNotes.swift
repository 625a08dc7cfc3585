import AlisDomain

/// What there is to say about a service period: why some of it does not count, and by which rule and reading.
struct ServiceNotes {
    let opened: PlanDesk.Opened
    let frame: Frame

    /// One thing to say, with the rule it comes from.
    struct Note {
        var text: String
        /// The rule's name, with the paragraph where one is known, and its place on the page of rules.
        var rule: (name: String, link: String)?
        var reading: Interpretation?
    }

    /// Each reason once, with the days it holds for.
    func notes(_ service: ServicePeriod, _ parts: [ServicePart]) -> [Note] {
        var over: [Int: ServiceAmount] = [:]
        for part in parts { if case .overCap(let requirement) = part.outcome { over[requirement, default: .zero] += part.amount } }
        var notes = UncountedStretch.all(in: parts).map(note)
        // A position without an end goes on when the service is done: that is no loss.
        let lost = service.period.isOpen ? [:] : over.filter { $0.value.decimalText != ServiceAmount.zero.decimalText }
        for (index, amount) in lost.sorted(by: { $0.key < $1.key }) {
            let requirement = opened.rules.requirements[index]
            notes.append(
                Note(
                    text: frame[PlanTexts.overCap(amount.decimalText)],
                    rule: (name(frame[requirement.name], requirement.code.text), RuleTexts.link(opened.rules, requirement: requirement))))
        }
        let counted = parts.filter { $0.outcome == .counted }
        if counted.contains(where: \.assumesSupervision) {
            let rule = rule(.noSupervision)
            notes.append(Note(text: frame[PlanTexts.assumesSupervisor], rule: rule, reading: reading(.plannedSupervision)))
        }
        if !counted.isEmpty, case .trust = service.place, !opened.rules.conditions.allSatisfy({ $0.kind != .enterpriseRegistered }) {
            notes.append(Note(text: frame[Self.trustAssumed], reading: reading(.trustApproval)))
        }
        notes += SupervisionFigures.lines(parts, frame).map {
            Note(text: $0.text, rule: rule(.noSupervision), reading: reading($0.reading))
        }
        if service.period.isOpen { notes.append(Note(text: frame[Self.openEnd], reading: reading(.openEnd))) }
        return notes
    }

    private func note(_ stretch: UncountedStretch) -> Note {
        let hindrance = stretch.hindrance
        let question: Interpretation.Question? =
            switch hindrance {
            case .noSupervision: .lateSupervisor
            case .above100Percent: .engagementAboveFull
            case .belowMinimumFraction: .fractionOf
            case .outsideTraining: .serviceBeforeTraining
            case .notAccepted, .beforeAuthorisation, .trainingEnded, .paused, .enterpriseNotRegistered, .absent: nil
            }
        return Note(
            text:
                "\(frame[PlanTexts.why(hindrance)]), \(Format.period(stretch.period, frame.language)): \(stretch.amount.decimalText)\u{00A0}\(frame[PlanTexts.months])",
            rule: rule(hindrance), reading: question.flatMap(reading))
    }

    /// The condition that hindered it; the requirements themselves when they have no place for such service.
    private func rule(_ hindrance: Hindrance) -> (name: String, link: String) {
        let code = NextAction.rule(hindrance, opened.evaluation)
        guard let condition = opened.rules.conditions.first(where: { $0.code.text == code }) else {
            return (frame[Self.categories], "\(Addresses.ruleSet(opened.rules.code.text))#krav")
        }
        return (name(frame[condition.name], code), RuleTexts.link(opened.rules, condition: condition))
    }

    private func name(_ name: String, _ code: String) -> String {
        opened.rules.paragraphs[code].map { "\(name), \($0)" } ?? name
    }

    private func reading(_ question: Interpretation.Question) -> Interpretation? {
        opened.rules.interpretations.first { $0.question == question }
    }

    // MARK: On screen and on paper

    func html(_ service: ServicePeriod, _ parts: [ServicePart]) -> Html {
        let lines = notes(service, parts).map { note -> Html in
            var behind: [Html] = []
            if let rule = note.rule { behind.append("\(frame[Self.ruleLabel]) <a href=\"\(rule.link)\">\(rule.name)</a>") }
            if let reading = note.reading {
                behind.append(
                    "\(frame[Self.readingLabel]) <a href=\"\(RuleTexts.link(opened.rules, reading))\">\(frame[reading.name])</a> (\(reading.from.norwegian))"
                )
            }
            let why: Html = behind.isEmpty ? .empty : "<br><span class=\"note\">\(Html.join(behind.map { "\($0). " as Html }))</span>"
            return "<li>\(note.text)\(why)</li>"
        }
        return lines.isEmpty ? .empty : "<ul class=\"plain\">\(lines)</ul>"
    }

    func lines(_ service: ServicePeriod, _ parts: [ServicePart]) -> [String] {
        notes(service, parts).flatMap { note in
            let rule = note.rule.map { " (\($0.name))" } ?? ""
            let reading = note.reading.map { ["\(frame[Self.readingLabel]) \(frame[$0.name]) (\($0.from.norwegian))"] } ?? []
            return [note.text + rule] + reading
        }
    }

    private static let ruleLabel = Text("Regel:", nn: "Regel:")
    private static let readingLabel = Text("Vår lesning:", nn: "Vår lesing:")
    private static let categories = Text("Kravene til tjenestetid", nn: "Krava til tenestetid")
    private static let trustAssumed = Text("sykehuset regnes som godkjent", nn: "sjukehuset blir rekna som godkjent")
    private static let openEnd = Text("perioden har ingen sluttdato", nn: "perioden har ingen sluttdato")
}
