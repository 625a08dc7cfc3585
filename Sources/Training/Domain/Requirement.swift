/// One requirement of a rule set (*krav*), as a row of `Reference/rules/requirements.csv`.
package struct Requirement: Hashable, Sendable {
    package let code: RuleCode<Requirement>
    package let name: Text
    package let kind: Kind
    package let isRequired: Bool
    package let certainty: RuleCertainty
    /// Rows that are switched off are shown to administrators only, and decide nothing.
    package let isEnabled: Bool
    package let source: String
    /// What would meet it, in words.
    package let remedy: Text

    package init(
        code: RuleCode<Requirement>, name: Text, kind: Kind, isRequired: Bool, certainty: RuleCertainty, isEnabled: Bool, source: String,
        remedy: Text
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
        self.certainty = certainty
        self.isEnabled = isEnabled
        self.source = source
        self.remedy = remedy
    }

    /// Whether completion waits for it: required, switched on and looked up.
    package var isBinding: Bool { isRequired && isEnabled && certainty != .unverified }

    /// What is asked for. The numbers are the rule data's, never the program's.
    package enum Kind: Hashable, Sendable {
        /// Full-time months in some categories: at least a minimum, and counted up to a maximum.
        case serviceTime([CategoryCode], minimum: ServiceAmount?, maximum: ServiceAmount?)
        /// Minutes of individual supervision for each full-time month served under the scheme.
        case supervision([ActivityCode], minutesPerMonth: Int)
        /// Minutes of an activity in all.
        case activityMinutes([ActivityCode], Int)
        /// Calendar months of an activity; with categories, only while serving in one of them.
        case activityMonths([ActivityCode], ServiceAmount, during: [CategoryCode])
        /// How many of an activity.
        case activityCount([ActivityCode], Int)
        /// Different topics of an activity, each of so many minutes.
        case distinctTopics([ActivityCode], Int, eachMinutes: Int)
        /// All objectives of a set that are asked of the doctor.
        case objectives(ObjectiveSet)
        /// Something to confirm with yes; its quantity is not known to us.
        case confirmation([ActivityCode])
    }

    /// The kind's name in the rule data.
    package enum KindName: String, CaseIterable, Sendable {
        case serviceTime, supervision, activityMinutes, activityMonths, activityCount, distinctTopics, objectives, confirmation
    }

    /// The activities it looks at.
    package var activities: [ActivityCode] {
        switch kind {
        case .serviceTime, .objectives: []
        case .supervision(let codes, _), .activityMinutes(let codes, _), .activityMonths(let codes, _, _), .activityCount(let codes, _),
            .distinctTopics(let codes, _, _), .confirmation(let codes):
            codes
        }
    }

    /// The categories of service it looks at.
    package var categories: [CategoryCode] {
        switch kind {
        case .serviceTime(let codes, _, _), .activityMonths(_, _, let codes): codes
        default: []
        }
    }
}
