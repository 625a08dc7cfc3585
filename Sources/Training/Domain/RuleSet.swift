/// What one scheme asks of one specialty in a stretch of time (*regelsett*). All of it is data from `Reference/rules/`.
///
/// It never changes, and every evaluation holds one: thousands of them share the same object.
package final class RuleSet: Sendable {
    package let code: RuleSetCode
    package let specialty: Training.Specialty
    package let scheme: Training.Scheme
    package let period: Period
    /// Whether the first day is known; when it is not, it only stands for as far back as anybody asks.
    package let isStartKnown: Bool
    package let name: Text
    package let source: String
    /// The paragraph of the regulation behind a requirement or condition, by its code, where one has been found.
    package let paragraphs: [String: String]
    package let requirements: [Requirement]
    package let conditions: [CountingCondition]
    package let interpretations: [Interpretation]
    package let proofs: [Proof]
    package let categories: [ServiceCategory]
    package let activities: [TrainingActivity]
    /// The rules as numbers, made once.
    let compiled: CompiledRules

    package init(
        code: RuleSetCode, specialty: Training.Specialty, scheme: Training.Scheme, period: Period, name: Text, source: String,
        requirements: [Requirement], conditions: [CountingCondition], interpretations: [Interpretation] = [], proofs: [Proof] = [],
        categories: [ServiceCategory], activities: [TrainingActivity], isStartKnown: Bool = true, paragraphs: [String: String] = [:]
    ) {
        self.isStartKnown = isStartKnown
        self.paragraphs = paragraphs
        self.code = code
        self.specialty = specialty
        self.scheme = scheme
        self.period = period
        self.name = name
        self.source = source
        self.requirements = requirements
        self.conditions = conditions
        self.interpretations = interpretations
        self.proofs = proofs
        self.categories = categories
        self.activities = activities
        compiled = CompiledRules(
            scheme: scheme, requirements: requirements, conditions: conditions, readings: Readings(interpretations), categories: categories,
            activities: activities)
    }

    package func requirement(_ code: String) -> Requirement? { requirements.first { $0.code.text == code } }
    package func category(_ code: CategoryCode) -> ServiceCategory? { categories.first { $0.code == code } }
    package func activity(_ code: ActivityCode) -> TrainingActivity? { activities.first { $0.code == code } }

    /// The documents that go with an application (*bevisliste*).
    package func proofs(isConverted: Bool) -> [Proof] { proofs.filter { isConverted || !$0.isOnlyForConverted } }
}

extension RuleSet: Hashable {
    package static func == (left: RuleSet, right: RuleSet) -> Bool {
        // What is worked out from these (`compiled`) needs no comparing.
        left === right
            || left.code == right.code && left.specialty == right.specialty && left.scheme == right.scheme && left.period == right.period
                && left.isStartKnown == right.isStartKnown && left.name == right.name && left.source == right.source
                && left.paragraphs == right.paragraphs && left.requirements == right.requirements && left.conditions == right.conditions
                && left.interpretations == right.interpretations && left.proofs == right.proofs && left.categories == right.categories
                && left.activities == right.activities
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(period)
    }
}

/// A document to enclose with the application for approval (*vedlegg, bevis*).
package struct Proof: Hashable, Sendable {
    package let code: RuleCode<Proof>
    package let name: Text
    /// Only those who came over from the old scheme.
    package let isOnlyForConverted: Bool
    package let certainty: RuleCertainty
    package let source: String

    package init(code: RuleCode<Proof>, name: Text, isOnlyForConverted: Bool, certainty: RuleCertainty, source: String) {
        self.code = code
        self.name = name
        self.isOnlyForConverted = isOnlyForConverted
        self.certainty = certainty
        self.source = source
    }
}

/// All rule sets there are (*regelverk*), with the categories and activities they speak of.
package struct RuleBook: Hashable, Sendable {
    package var sets: [RuleSet]
    package var categories: [ServiceCategory]
    package var activities: [TrainingActivity]
    /// What must hold for going over from the old scheme to the new.
    package var conversion: [ConversionRule]

    package init(
        sets: [RuleSet], categories: [ServiceCategory], activities: [TrainingActivity], conversion: [ConversionRule] = []
    ) {
        self.conversion = conversion
        self.sets = sets
        self.categories = categories
        self.activities = activities
    }

    package func set(_ code: String) -> RuleSet? { sets.first { $0.code.text == code } }

    /// The set for a specialty and scheme on a day; the one that was last in force when none is any more.
    package func set(_ specialty: Training.Specialty, _ scheme: Training.Scheme, on day: CalendarDay) -> RuleSet? {
        func isOwn(_ set: RuleSet) -> Bool { set.specialty == specialty && set.scheme == scheme }
        if let inForce = sets.first(where: { isOwn($0) && $0.period.contains(day) }) { return inForce }
        let own = sets.filter(isOwn)
        return own.filter { $0.period.from <= day }.max { $0.period.end < $1.period.end }
            ?? own.min { $0.period.from < $1.period.from }
    }

    /// The set a training will be finished under. A conversion that is registered for a later day is followed, unless the set's reading
    /// `plannedConversion` says that it counts only when the day has come.
    package func set(for training: TrainingCase) -> RuleSet? {
        let course = training.courseInOrder
        guard let last = course.last(where: { !$0.standing.isEnded }) ?? course.last,
            let set = set(training.specialty, last.scheme, on: training.asOf)
        else { return nil }
        let current = course.last { $0.period.from <= training.asOf } ?? course.first
        if let current, current.scheme != last.scheme, Readings(set.interpretations).departs(on: .plannedConversion) {
            return self.set(training.specialty, current.scheme, on: training.asOf) ?? set
        }
        return set
    }

    /// The evaluation of a training under the set it will be finished under; nil when no set is known for it.
    package func evaluate(_ training: TrainingCase) -> Evaluation? { set(for: training).map { Evaluation(training, under: $0) } }

    /// What a training comes to in the old scheme, as if nobody converted; nil unless a conversion is still to come.
    package func evaluateUntilConversion(_ training: TrainingCase) -> Evaluation? {
        guard let day = training.convertedOn, day > training.asOf,
            training.course.contains(where: { $0.scheme == .old && $0.period.contains(training.asOf) })
        else { return nil }
        var old = training
        for index in old.course.indices { old.course[index].scheme = .old }
        return evaluate(old)
    }
}
