// How one line of each rule file is read.

private func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
private func yesNo(_ text: String) -> Bool? { text == "yes" ? true : text == "no" ? false : nil }

/// A row that belongs to one rule set.
struct InSet<Value> {
    let set: String
    let value: Value
}

/// What a line of `sets.csv` says, before its rows are gathered.
struct RuleSetHead {
    let code: RuleSetCode
    let specialty: Training.Specialty
    let scheme: Training.Scheme
    let period: Period
    let isStartKnown: Bool
    let name: Text
    let source: String
}

/// What a line of `paragraphs.csv` says: the paragraph behind a requirement or condition.
struct ParagraphLine {
    let code: String
    let paragraph: String
}

/// Reads lines that name categories and activities, which must exist.
struct RuleLines {
    let categories: Set<CategoryCode>
    let activities: Set<ActivityCode>

    static func names(_ line: inout ReferenceLine) -> Text? {
        guard let nb = line.required("nb", filled), let nn = line.required("nn", filled) else { return nil }
        return Text(nb, nn: nn)
    }

    static func category(_ line: inout ReferenceLine) -> ServiceCategory? {
        guard let code = line.required("code", { CategoryCode($0) }),
            let arena = line.required("arena", { ServiceCategory.Arena(rawValue: $0) }), line.required("source", filled) != nil,
            let name = names(&line)
        else { return nil }
        return ServiceCategory(code: code, name: name, arena: arena)
    }

    static func activity(_ line: inout ReferenceLine) -> TrainingActivity? {
        guard let code = line.required("code", { ActivityCode($0) }),
            let measure = line.required("measure", { TrainingActivity.Measure(rawValue: $0) }), line.required("source", filled) != nil,
            let name = names(&line)
        else { return nil }
        return TrainingActivity(code: code, name: name, measure: measure)
    }

    static func set(_ line: inout ReferenceLine) -> RuleSetHead? {
        guard let code = line.required("code", { RuleSetCode($0) }),
            let specialty = line.required("specialty", { Training.Specialty(rawValue: $0) }),
            let scheme = line.required("scheme", { Training.Scheme(rawValue: $0) }), let period = line.period(),
            let certainty = line.required("from_certainty", { RuleCertainty(rawValue: $0) }), let name = names(&line),
            let source = line.required("source", filled)
        else { return nil }
        return RuleSetHead(
            code: code, specialty: specialty, scheme: scheme, period: period, isStartKnown: certainty != .unverified, name: name,
            source: source)
    }

    static func interpretation(_ line: inout ReferenceLine) -> InSet<Interpretation>? {
        guard let question = line.required("question", { Interpretation.Question(rawValue: $0) }),
            let value = line.required("value", { question.values.contains($0) ? $0 : nil }),
            let from = line.required("from", { CalendarDay(iso: $0) }), let source = line.required("source", filled),
            let name = names(&line), let reasonNB = line.required("reason_nb", filled), let reasonNN = line.required("reason_nn", filled)
        else { return nil }
        return InSet(
            set: line.text("set"),
            value: Interpretation(
                question: question, value: value, from: from, name: name, reason: Text(reasonNB, nn: reasonNN), source: source))
    }

    static func paragraph(_ line: inout ReferenceLine) -> InSet<ParagraphLine>? {
        guard let code = line.required("code", filled), let paragraph = line.required("paragraph", filled),
            line.required("source", filled) != nil
        else { return nil }
        return InSet(set: line.text("set"), value: ParagraphLine(code: code, paragraph: paragraph))
    }

    static func conversion(_ line: inout ReferenceLine) -> ConversionRule? {
        guard let code = line.required("code", { RuleCode<ConversionRule>($0) }),
            let name = line.required("kind", { ConversionRule.KindName(rawValue: $0) }), let kind = kind(name, &line),
            let period = line.period(), let certainty = line.required("certainty", { RuleCertainty(rawValue: $0) }),
            let source = line.required("source", filled), let title = names(&line), let remedyNB = line.required("remedy_nb", filled),
            let remedyNN = line.required("remedy_nn", filled)
        else { return nil }
        return ConversionRule(
            code: code, name: title, kind: kind, period: period, certainty: certainty, source: source,
            remedy: Text(remedyNB, nn: remedyNN))
    }

    private static func kind(_ name: ConversionRule.KindName, _ line: inout ReferenceLine) -> ConversionRule.Kind? {
        switch name {
        case .begunBefore: line.required("value") { CalendarDay(iso: $0) }.map { .begunBefore($0) }
        case .leastMonths: line.required("value") { Int($0).flatMap { (1...60).contains($0) ? $0 : nil } }.map { .leastMonths($0) }
        case .leastFraction: line.required("value") { PositionPercent(typed: $0) }.map { .leastFraction($0) }
        case .enterpriseRegistered: line.required("value") { $0.isEmpty ? .enterpriseRegistered : nil }
        case .statement: line.required("value") { $0.isEmpty ? .statement : nil }
        }
    }

    static func proof(_ line: inout ReferenceLine) -> InSet<Proof>? {
        guard let code = line.required("code", { RuleCode<Proof>($0) }),
            let when = line.required("when", { ["always", "converted"].contains($0) ? $0 : nil }),
            let certainty = line.required("certainty", { RuleCertainty(rawValue: $0) }), let source = line.required("source", filled),
            let name = names(&line)
        else { return nil }
        return InSet(
            set: line.text("set"),
            value: Proof(code: code, name: name, isOnlyForConverted: when == "converted", certainty: certainty, source: source))
    }

    static func objective(_ line: inout ReferenceLine) -> Objective? {
        guard let code = line.required("code", { Objective.Code($0) }), let version = line.required("version", filled),
            let set = line.required("set", { ObjectiveSet(rawValue: $0) }), let period = line.period(),
            let isSample = line.required("sample", yesNo), let source = line.required("source", filled), let title = names(&line),
            let replaces: [Objective.Code] = line.required("replaces", { Self.list($0) { Objective.Code($0) } })
        else { return nil }
        return Objective(
            code: code, version: version, set: set, title: title, period: period, replaces: replaces, source: source, isSample: isSample)
    }

    /// Codes with semicolons between; nil when one of them cannot be read.
    static func list<Code>(_ text: String, _ read: (Substring) -> Code?) -> [Code]? {
        var codes: [Code] = []
        for part in text.split(separator: ";") {
            guard let code = read(part) else { return nil }
            codes.append(code)
        }
        return codes
    }

    func categoryList(_ line: inout ReferenceLine) -> [CategoryCode]? {
        line.required("categories") { text in
            Self.list(text) { CategoryCode($0).flatMap { categories.contains($0) ? $0 : nil } }
        }
    }

    func activityList(_ line: inout ReferenceLine) -> [ActivityCode]? {
        line.required("activities") { text in
            Self.list(text) { ActivityCode($0).flatMap { activities.contains($0) ? $0 : nil } }
        }
    }
}
