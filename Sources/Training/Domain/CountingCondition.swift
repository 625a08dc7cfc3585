/// What must hold for a day of service to count (*vilkår for tellende tjeneste*), a row of `Reference/rules/conditions.csv`.
package struct CountingCondition: Hashable, Sendable {
    package let code: RuleCode<CountingCondition>
    package let name: Text
    package let kind: Kind
    /// Which categories it concerns; nil for all.
    package let categories: [CategoryCode]?
    /// Only for days on which the training runs under the rule set's own scheme. So a doctor who has converted keeps her earlier service.
    package let isOnlyUnderScheme: Bool
    package let certainty: RuleCertainty
    package let isEnabled: Bool
    package let source: String
    /// What would meet it, in words.
    package let remedy: Text

    package init(
        code: RuleCode<CountingCondition>, name: Text, kind: Kind, categories: [CategoryCode]?, isOnlyUnderScheme: Bool,
        certainty: RuleCertainty, isEnabled: Bool, source: String, remedy: Text
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.categories = categories
        self.isOnlyUnderScheme = isOnlyUnderScheme
        self.certainty = certainty
        self.isEnabled = isEnabled
        self.source = source
        self.remedy = remedy
    }

    /// What is asked of the day.
    package enum Kind: Hashable, Sendable {
        /// The place is registered as a training enterprise on the day.
        case enterpriseRegistered
        /// A supervisor is assigned on the day.
        case supervisionGiven
        /// At least so large a position.
        case minimumFraction(PositionPercent)
        /// The doctor is authorised.
        case authorised
        /// No more than a full position in all.
        case atMostFullTime
        /// The training is neither paused nor ended.
        case standingActive
        /// Absence is taken out.
        case presence
        /// This kind of service was accepted from a day on.
        case acceptedFrom(CalendarDay)
        /// Something about the place that its municipality confirms and reports (*meldt læringsarena*): not kept here. A reading says
        /// whether the time counts meanwhile.
        case confirmed
    }

    /// The kind's name in the rule data.
    package enum KindName: String, CaseIterable, Sendable {
        case enterpriseRegistered, supervisionGiven, minimumFraction, authorised, atMostFullTime, standingActive, presence, acceptedFrom
        case confirmed
    }

    /// Whether days are judged by it: switched on and looked up.
    package var isBinding: Bool { isEnabled && certainty != .unverified }
}
