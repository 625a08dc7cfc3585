/// A plan before and after a change, requirement by requirement (*sammenligning*).
package struct PlanComparison: Hashable, Sendable {
    package let before: Evaluation
    package let after: Evaluation

    package init(before: Evaluation, after: Evaluation) {
        self.before = before
        self.after = after
    }

    /// Days the completion moves: above 0 is later. Nil when one of the two does not reach it.
    package var completionShift: Int? {
        guard let old = before.completion, let new = after.completion else { return nil }
        return new.days(since: old)
    }

    /// Days the end of service moves.
    package var serviceShift: Int? {
        guard let old = before.serviceDone, let new = after.serviceDone else { return nil }
        return new.days(since: old)
    }

    /// One line of the comparison; a requirement that only one of two rule sets has stands alone.
    package struct Row: Hashable, Sendable {
        package let requirement: Requirement
        package let before: RequirementOutcome?
        package let after: RequirementOutcome?
        /// Whether anything but its place in the rule set differs.
        package var isChanged: Bool {
            before?.counted != after?.counted || before?.planned != after?.planned || before?.verdict != after?.verdict
                || before?.metOn != after?.metOn
        }
    }

    /// Every requirement of either rule set, those of the one after first.
    package var rows: [Row] {
        let now = after.outcomes.map { outcome in
            let requirement = after.requirement(outcome)
            return Row(requirement: requirement, before: before.outcome(requirement.code.text), after: outcome)
        }
        let gone = before.outcomes.filter { after.outcome(before.requirement($0).code.text) == nil }
        return now + gone.map { Row(requirement: before.requirement($0), before: $0, after: nil) }
    }

    /// What would be wrong with the plan after, and was not before.
    package var newProblems: [CaseProblem] {
        let found = after.problems.filter { problem in
            if case .aboveFullPosition(_, let period) = problem {
                // Which of the periods is named depends on which began first.
                return !before.problems.contains {
                    if case .aboveFullPosition(_, let old) = $0 { old.intersection(period) == period } else { false }
                }
            }
            return !before.problems.contains(problem)
        }
        return Self.joined(found)
    }

    /// The same, with stretches above a full position that meet as one: where another period begins inside it is nothing to act on.
    private static func joined(_ problems: [CaseProblem]) -> [CaseProblem] {
        var joined: [CaseProblem] = []
        for problem in problems {
            if case .aboveFullPosition(_, let period) = problem, case .aboveFullPosition(let first, let last)? = joined.last,
                last.to == period.from, let both = Period(from: last.from, to: period.to)
            {
                joined[joined.count - 1] = .aboveFullPosition(first, both)
            } else {
                joined.append(problem)
            }
        }
        return joined
    }

    /// Those of them that the forms of the plan refuse too. What only another rule set does not know is for whoever reads the plan.
    package var refusedProblems: [CaseProblem] {
        newProblems.filter { problem in
            switch problem {
            case .endsBeforeStart, .beforeAuthorisation, .aboveFullPosition, .overlappingCourse, .outsideCalculation: true
            case .unknownCategory, .unknownActivity, .overdueActivity, .impossibleNumber: false
            }
        }
    }

    /// Minutes of individual supervision due in each half-year, before and after, from the first to the last with any.
    package var supervision: [(halfYear: HalfYear, before: Int, after: Int)] {
        let (old, new) = (before.supervisionByHalfYear, after.supervisionByHalfYear)
        let days = (old + new).map(\.halfYear)
        guard var half = days.min(), let last = days.max() else { return [] }
        var rows: [(halfYear: HalfYear, before: Int, after: Int)] = []
        while half <= last {
            rows.append((half, old.first { $0.halfYear == half }?.minutes ?? 0, new.first { $0.halfYear == half }?.minutes ?? 0))
            half = half.next
        }
        return rows
    }
}

extension Evaluation {
    /// Minutes of individual supervision due in a period, rounded down.
    package func supervisionMinutes(in period: Period) -> Int {
        guard let rate = supervision?.minutesPerMonth else { return 0 }
        let sum = parts.filter(\.expectsSupervision).reduce(ServiceAmount.zero) { $0 + $1.amount(in: period) }
        return sum.minutes(perMonth: rate)
    }

    /// Minutes of individual supervision due in each half-year, served and planned, rounded down; in order of time.
    package var supervisionByHalfYear: [(halfYear: HalfYear, minutes: Int)] {
        guard let rate = supervision?.minutesPerMonth else { return [] }
        var sums: [HalfYear: ServiceAmount] = [:]
        for part in parts where part.expectsSupervision {
            var half = HalfYear(containing: part.period.from)
            while half.start < part.period.end, half.year < 10_000 {
                if half.period.overlaps(part.period) { sums[half, default: .zero] += part.amount(in: half.period) }
                half = half.next
            }
        }
        return sums.map { (halfYear: $0.key, minutes: $0.value.minutes(perMonth: rate)) }.sorted { $0.halfYear < $1.halfYear }
    }
}

extension ServicePart {
    /// What of it lies in a period: exact, since a part has one rate; a part of a single day of two outcomes lies in it whole or not.
    func amount(in other: Period) -> ServiceAmount {
        guard let days = other.intersection(period) else { return .zero }
        return rate > 0 ? ServiceAmount(units: rate * (MonthMeter.mark(days.end) - MonthMeter.mark(days.from))) : amount
    }
}
