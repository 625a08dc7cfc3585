/// What a training comes to under a rule set on a day (*beregning*): every requirement, every period, and when the doctor is done.
package struct Evaluation: Hashable, Sendable {
    package let rules: RuleSet
    package let asOf: CalendarDay
    /// One for each requirement that is switched on, in the rule set's order.
    package let outcomes: [RequirementOutcome]
    /// What each service period came to, in order of time.
    package let parts: [ServicePart]
    /// The first day on which every binding requirement is met (*beregnet ferdig*); nil when the plan does not reach it.
    package let completion: CalendarDay?
    /// The first day on which every binding requirement of service time is met; nil when the plan does not reach it.
    package let serviceDone: CalendarDay?
    /// The requirements, by place in `rules.requirements`, that decide `completion`: those met last, or those the plan does not meet.
    package let bounds: [Int]
    /// Individual supervision so far and ahead; nil when the rule set asks for none.
    package let supervision: SupervisionDue?
    package let problems: [CaseProblem]

    package init(_ training: TrainingCase, under rules: RuleSet) {
        var evaluator = Evaluator(training, rules)
        self = evaluator.evaluation()
    }

    init(
        rules: RuleSet, asOf: CalendarDay, outcomes: [RequirementOutcome], parts: [ServicePart], completion: CalendarDay?,
        serviceDone: CalendarDay?, bounds: [Int], supervision: SupervisionDue?, problems: [CaseProblem]
    ) {
        self.rules = rules
        self.asOf = asOf
        self.outcomes = outcomes
        self.parts = parts
        self.completion = completion
        self.serviceDone = serviceDone
        self.bounds = bounds
        self.supervision = supervision
        self.problems = problems
    }

    /// The binding requirements of which nothing is concluded, since what they need is not known: `completion` does not wait for them, and
    /// whoever reads it must be told. Hours of supervision have an account of their own.
    package var unjudged: [Requirement] {
        outcomes.filter { $0.verdict == .unverified }.map(requirement).filter { requirement in
            if case .supervision = requirement.kind { false } else { requirement.isBinding }
        }
    }

    /// Whether what is not judged is every binding set of objectives, and nothing else.
    package var isWithoutObjectives: Bool {
        func isObjectives(_ requirement: Requirement) -> Bool { if case .objectives = requirement.kind { true } else { false } }
        let asked = rules.requirements.filter { $0.isBinding && isObjectives($0) }.count
        return asked > 0 && unjudged.count == asked && unjudged.allSatisfy(isObjectives)
    }

    /// Whether every binding requirement is met on the as-of day.
    package var isComplete: Bool { completion.map { $0 <= asOf } ?? false }

    package func requirement(_ outcome: RequirementOutcome) -> Requirement { rules.requirements[outcome.requirement] }
    package func outcome(_ code: String) -> RequirementOutcome? { outcomes.first { requirement($0).code.text == code } }
    /// The requirements that decide when she is done.
    package var boundingRequirements: [Requirement] { bounds.map { rules.requirements[$0] } }
    /// What one service period came to, by its place in the case.
    package func parts(ofService index: Int) -> [ServicePart] { parts.filter { $0.service == index } }
}

/// How one requirement stands (*status for et krav*).
package struct RequirementOutcome: Hashable, Sendable {
    /// Its place in the rule set's requirements.
    package let requirement: Int
    package let required: Quantity
    /// Before the as-of day.
    package let counted: Quantity
    /// From the as-of day on, as far as planned.
    package let planned: Quantity
    /// What neither has been done nor is planned.
    package let missing: Quantity
    package let verdict: Verdict
    /// The day it was met, or will be by the plan.
    package let metOn: CalendarDay?
    /// The earliest day it can be met: by the plan, or with full-time service after it. Nil when that cannot be worked out.
    package let earliest: CalendarDay?
    /// What of `planned` is for days that have passed, and nobody has registered as done.
    package var awaiting = Quantity.none

    /// An amount in the requirement's own unit.
    package enum Quantity: Hashable, Sendable {
        case months(ServiceAmount)
        case minutes(Int)
        case count(Int)
        /// The requirement sets no amount.
        case none

        /// The bare number, for comparing two of one unit.
        package var size: Int {
            switch self {
            case .months(let amount): amount.units
            case .minutes(let number), .count(let number): number
            case .none: 0
            }
        }
    }

    /// How it stands.
    package enum Verdict: String, CaseIterable, Sendable {
        case met
        case metByPlan
        case lacking
        /// The rule is not looked up, or what it needs is not known: nothing is concluded.
        case unverified
    }
}
