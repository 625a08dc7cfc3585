/// Puts together an evaluation: the service of a sweep, and the requirements that look at activities and objectives.
struct Evaluator {
    let training: TrainingCase
    let rules: RuleSet
    private var sweep: ServiceSweep
    private let bits: [UInt64]
    private var problems: [CaseProblem] = []
    private var supervision: SupervisionAccount?

    init(_ training: TrainingCase, _ rules: RuleSet) {
        self.training = training
        self.rules = rules
        sweep = ServiceSweep(training, rules.compiled)
        bits = training.activities.map { rules.compiled.activityBit($0.activity) }
    }

    mutating func evaluation() -> Evaluation {
        let minima = rules.compiled.during.map { rule in
            if case .activityMonths(_, let minimum, _) = rules.requirements[rule.requirement].kind { minimum.units } else { 0 }
        }
        sweep.run(groupMinima: minima)
        checkActivities()
        var outcomes: [RequirementOutcome] = []
        outcomes.reserveCapacity(rules.requirements.count)
        var (total, group) = (0, 0)
        for (index, requirement) in rules.requirements.enumerated() where requirement.isEnabled {
            switch requirement.kind {
            case .serviceTime(_, let minimum, _):
                // A row with a maximum alone limits what counts, and asks for nothing.
                if minimum != nil { outcomes.append(service(index, requirement, total)) }
                total += 1
            case .activityMonths(_, let minimum, _):
                outcomes.append(months(index, requirement, minimum, group))
                group += 1
            default: outcomes.append(other(index, requirement))
            }
        }
        return finished(outcomes)
    }

    private func finished(_ outcomes: [RequirementOutcome]) -> Evaluation {
        var completion: CalendarDay? = training.course.isEmpty ? nil : .earliest
        var serviceDone: CalendarDay? = completion
        for outcome in outcomes where isBinding(outcome) {
            completion = later(completion, outcome.metOn)
            if case .serviceTime = rules.requirements[outcome.requirement].kind { serviceDone = later(serviceDone, outcome.metOn) }
        }
        if serviceDone == .earliest { serviceDone = nil }
        if completion == .earliest { completion = nil }
        let bounds = outcomes.filter { isBinding($0) && $0.metOn == completion }.map(\.requirement)
        var found = sweep.problems + problems
        for part in sweep.parts {
            switch part.outcome {
            case .notCounted(.above100Percent):
                found.append(.aboveFullPosition(training.services[part.service].id, part.period))
            case .notCounted(.beforeAuthorisation):
                if let day = training.authorisedOn {
                    found.append(.beforeAuthorisation(training.services[part.service].id, authorisedOn: day))
                }
            default: break
            }
        }
        return Evaluation(
            rules: rules, asOf: training.asOf, outcomes: outcomes, parts: sweep.parts, completion: completion, serviceDone: serviceDone,
            bounds: bounds, supervision: supervision, problems: found)
    }

    /// Whether completion waits for it. What cannot be judged is shown and holds nobody back; hours behind do so only when a reading says so.
    private func isBinding(_ outcome: RequirementOutcome) -> Bool {
        let requirement = rules.requirements[outcome.requirement]
        if case .supervision = requirement.kind, !rules.compiled.shortfallBlocks { return false }
        return requirement.isBinding && outcome.verdict != .unverified
    }

    private func later(_ left: CalendarDay?, _ right: CalendarDay?) -> CalendarDay? {
        guard let left, let right else { return nil }
        return max(left, right)
    }

    // MARK: Service

    private func service(_ index: Int, _ requirement: Requirement, _ total: Int) -> RequirementOutcome {
        let (served, planned) = (sweep.served[total], sweep.planned[total])
        let minimum = rules.compiled.totals[total].minimum ?? 0
        let missing = max(0, minimum - served - planned)
        let metOn = minimum == 0 ? training.asOf : sweep.metOn[total]
        let possible = metOn ?? MonthMeter.firstDay(at: MonthMeter.mark(training.planEnd) + (missing + 99_999_999) / 100_000_000)
        return outcome(
            index, requirement, .months(.init(units: minimum)), .months(.init(units: served)), .months(.init(units: planned)),
            .months(.init(units: missing)), metOn, possible)
    }

    private func months(_ index: Int, _ requirement: Requirement, _ minimum: ServiceAmount, _ group: Int) -> RequirementOutcome {
        let (served, planned) = (sweep.groupServed[group], sweep.groupPlanned[group])
        let missing = max(0, minimum.units - served - planned)
        return outcome(
            index, requirement, .months(minimum), .months(.init(units: served)), .months(.init(units: planned)),
            .months(.init(units: missing)), sweep.groupMetOn[group], sweep.groupMetOn[group])
    }

    // MARK: Activities and objectives

    private mutating func other(_ index: Int, _ requirement: Requirement) -> RequirementOutcome {
        let account = ActivityAccount(training, bits)
        let mask = rules.compiled.activityMask(requirement.activities)
        switch requirement.kind {
        case .supervision(_, let perMonth):
            let given = account.minutes(mask)
            let due = ServiceAmount(units: sweep.expectedServed).minutes(perMonth: perMonth)
            let ahead = ServiceAmount(units: sweep.expectedPlanned).minutes(perMonth: perMonth)
            supervision = SupervisionAccount(expected: due, expectedAhead: ahead, given: given.done, minutesPerMonth: perMonth)
            let missing = max(0, due - given.done)
            return outcome(
                index, requirement, .minutes(due), .minutes(given.done), .minutes(given.planned), .minutes(missing),
                missing == 0 ? training.asOf : nil, missing == 0 ? training.asOf : nil)
        case .activityMinutes(_, let minimum):
            let sum = account.minutes(mask, reaching: minimum)
            return outcome(
                index, requirement, .minutes(minimum), .minutes(sum.done), .minutes(sum.planned),
                .minutes(max(0, minimum - sum.done - sum.planned)), sum.metOn, sum.metOn)
        case .activityCount(_, let minimum): return counted(index, requirement, minimum, account.counts(mask, reaching: minimum))
        case .confirmation: return counted(index, requirement, 1, account.counts(mask, reaching: 1))
        case .distinctTopics(_, let minimum, let each):
            return counted(index, requirement, minimum, account.topics(mask, each: each, reaching: minimum))
        case .objectives(let set): return objectives(index, requirement, set)
        case .serviceTime, .activityMonths:
            return outcome(index, requirement, .none, .none, .none, .none, nil, nil)
        }
    }

    private func counted(_ index: Int, _ requirement: Requirement, _ minimum: Int, _ sum: ActivityAccount.Sum) -> RequirementOutcome {
        outcome(
            index, requirement, .count(minimum), .count(sum.done), .count(sum.planned), .count(max(0, minimum - sum.done - sum.planned)),
            sum.metOn, sum.metOn)
    }

    private func objectives(_ index: Int, _ requirement: Requirement, _ set: ObjectiveSet) -> RequirementOutcome {
        guard let tally = training.objectives.first(where: { $0.set == set }), tally.asked > 0 else {
            return RequirementOutcome(
                requirement: index, required: .none, counted: .none, planned: .none, missing: .none, verdict: .unverified, metOn: nil,
                earliest: nil)
        }
        let approved = max(0, min(tally.approved, tally.asked))
        let rest = tally.asked - approved
        let planned = tally.plannedBy.map { $0 >= training.asOf } ?? false ? rest : 0
        let metOn = rest == 0 ? tally.lastApprovedOn.map { min($0.adding(days: 1), training.asOf) } ?? training.asOf
            : planned > 0 ? tally.plannedBy?.adding(days: 1) : nil
        return outcome(
            index, requirement, .count(tally.asked), .count(approved), .count(planned), .count(rest - planned), metOn, metOn)
    }

    private func outcome(
        _ index: Int, _ requirement: Requirement, _ required: RequirementOutcome.Quantity, _ counted: RequirementOutcome.Quantity,
        _ planned: RequirementOutcome.Quantity, _ missing: RequirementOutcome.Quantity, _ metOn: CalendarDay?, _ earliest: CalendarDay?
    ) -> RequirementOutcome {
        let verdict: RequirementOutcome.Verdict =
            if requirement.certainty == .unverified { .unverified } else if let metOn {
                metOn <= training.asOf ? .met : .metByPlan
            } else { .lacking }
        return RequirementOutcome(
            requirement: index, required: required, counted: counted, planned: planned, missing: missing, verdict: verdict, metOn: metOn,
            earliest: earliest)
    }

    private mutating func checkActivities() {
        for (entry, bit) in zip(training.activities, bits) {
            if bit == 0 { problems.append(.unknownActivity(entry.activity)) }
            if !(0...6_000_000).contains(entry.minutes) || !(0...10_000).contains(entry.count) {
                problems.append(.impossibleNumber(entry.activity))
            }
            if !entry.isDone, entry.period.end <= training.asOf {
                problems.append(.overdueActivity(entry.activity, entry.period.lastDay ?? entry.period.from))
            }
        }
    }
}
