// Lines of requirements.csv and conditions.csv, whose numbers mean different things by kind.

extension RuleLines {
    private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
    private static func yesNo(_ text: String) -> Bool? { text == "yes" ? true : text == "no" ? false : nil }

    private static func months(_ text: String) -> ServiceAmount? {
        ExactNumber(written: text).flatMap { ServiceAmount(months: $0) }
    }

    private static func minutes(_ text: String) -> Int? { ExactNumber(written: text).flatMap { $0.whole(times: 60) } }

    private static func count(_ text: String) -> Int? {
        ExactNumber(written: text).flatMap { $0.whole(times: 1) }.flatMap { $0 > 0 ? $0 : nil }
    }

    func requirement(_ line: inout ReferenceLine) -> InSet<Requirement>? {
        guard let code = line.required("code", { RuleCode<Requirement>($0) }),
            let kindName = line.required("kind", { Requirement.KindName(rawValue: $0) }), let kind = kind(kindName, &line),
            let binding = line.required("binding", { ["required", "recommended"].contains($0) ? $0 : nil }),
            let certainty = line.required("certainty", { RuleCertainty(rawValue: $0) }),
            let isEnabled = line.required("enabled", { Self.yesNo($0) }),
            let source = line.required("source", Self.filled), let name = Self.names(&line),
            let remedyNB = line.required("remedy_nb", Self.filled), let remedyNN = line.required("remedy_nn", Self.filled)
        else { return nil }
        return InSet(
            set: line.text("set"),
            value: Requirement(
                code: code, name: name, kind: kind, isRequired: binding == "required", certainty: certainty, isEnabled: isEnabled,
                source: source, remedy: Text(remedyNB, nn: remedyNN)))
    }

    private func kind(_ name: Requirement.KindName, _ line: inout ReferenceLine) -> Requirement.Kind? {
        guard let categories = categoryList(&line), let activities = activityList(&line) else { return nil }
        switch name {
        case .serviceTime:
            guard line.required("categories", { $0.isEmpty ? nil : $0 }) != nil, let minimum = line.optional("minimum", Self.months),
                let maximum = line.optional("maximum", Self.months),
                minimum != nil || line.required("maximum", { $0.isEmpty ? nil : $0 }) != nil
            else { return nil }
            return .serviceTime(categories, minimum: minimum, maximum: maximum)
        case .supervision: return line.required("minimum", Self.minutes).map { .supervision(activities, minutesPerMonth: $0) }
        case .activityMinutes: return line.required("minimum", Self.minutes).map { .activityMinutes(activities, $0) }
        case .activityMonths: return line.required("minimum", Self.months).map { .activityMonths(activities, $0, during: categories) }
        case .activityCount: return line.required("minimum", Self.count).map { .activityCount(activities, $0) }
        case .distinctTopics:
            guard let minimum = line.required("minimum", Self.count), let each = line.required("each_minimum", Self.minutes) else {
                return nil
            }
            return .distinctTopics(activities, minimum, eachMinutes: each)
        case .objectives: return line.required("objectives") { ObjectiveSet(rawValue: $0) }.map { .objectives($0) }
        case .confirmation: return line.required("minimum") { $0.isEmpty ? .confirmation(activities) : nil }
        }
    }

    func condition(_ line: inout ReferenceLine) -> InSet<CountingCondition>? {
        let isForAll = line.text("categories") == "*"
        guard let code = line.required("code", { RuleCode<CountingCondition>($0) }),
            let kindName = line.required("kind", { CountingCondition.KindName(rawValue: $0) }), let kind = kind(kindName, &line),
            let categories = isForAll ? [] : categoryList(&line),
            let scope = line.required("scope", { ["always", "underScheme"].contains($0) ? $0 : nil }),
            let certainty = line.required("certainty", { RuleCertainty(rawValue: $0) }),
            let isEnabled = line.required("enabled", { Self.yesNo($0) }), let source = line.required("source", Self.filled),
            let name = Self.names(&line), let remedyNB = line.required("remedy_nb", Self.filled),
            let remedyNN = line.required("remedy_nn", Self.filled)
        else { return nil }
        return InSet(
            set: line.text("set"),
            value: CountingCondition(
                code: code, name: name, kind: kind, categories: isForAll ? nil : categories, isOnlyUnderScheme: scope == "underScheme",
                certainty: certainty, isEnabled: isEnabled, source: source, remedy: Text(remedyNB, nn: remedyNN)))
    }

    private func kind(_ name: CountingCondition.KindName, _ line: inout ReferenceLine) -> CountingCondition.Kind? {
        switch name {
        case .minimumFraction: return line.required("value") { PositionPercent(typed: $0) }.map { .minimumFraction($0) }
        case .acceptedFrom: return line.required("value") { CalendarDay(iso: $0) }.map { .acceptedFrom($0) }
        case .enterpriseRegistered: return line.required("value") { $0.isEmpty ? .enterpriseRegistered : nil }
        case .supervisionGiven: return line.required("value") { $0.isEmpty ? .supervisionGiven : nil }
        case .authorised: return line.required("value") { $0.isEmpty ? .authorised : nil }
        case .atMostFullTime: return line.required("value") { $0.isEmpty ? .atMostFullTime : nil }
        case .standingActive: return line.required("value") { $0.isEmpty ? .standingActive : nil }
        case .confirmed: return line.required("value") { $0.isEmpty ? .confirmed : nil }
        case .presence: return line.required("value") { $0.isEmpty ? .presence : nil }
        }
    }
}
