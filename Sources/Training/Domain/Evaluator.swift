/// Puts together an evaluation: the service of a sweep, and the requirements that look at activities and objectives.
struct Evaluator {
    private var sweep: ServiceSweep
    private let bits: [UInt64]
    private let account: ActivityAccount
    private var problems: [CaseProblem] = []
    private var supervision: SupervisionDue?

    init(_ training: TrainingCase, _ rules: RuleSet) {
        sweep = ServiceSweep(training, rules)
        bits = rules.compiled.bits(training.activities)
        account = ActivityAccount(training, bits, rules.compiled)
    }

    private var training: TrainingCase { sweep.training }
    private var rules: RuleSet { sweep.ruleSet }

    mutating func evaluation() -> Evaluation {
        sweep.run(activityBits: bits)
        checkActivities()
        var outcomes: [RequirementOutcome] = []
        outcomes.reserveCapacity(rules.compiled.asks.count)
        for ask in rules.compiled.asks { outcomes.append(outcome(ask)) }
        return finished(outcomes)
    }

    private func finished(_ outcomes: [RequirementOutcome]) -> Evaluation {
        let asks = rules.compiled.asks
        var completion: CalendarDay? = sweep.course.isEmpty ? nil : .earliest
        var serviceDone: CalendarDay? = completion
        // What cannot be judged is shown and holds nobody back.
        for (ask, outcome) in zip(asks, outcomes) where ask.isBinding && outcome.verdict != .unverified {
            completion = later(completion, outcome.metOn)
            if case .service = ask.kind { serviceDone = later(serviceDone, outcome.metOn) }
        }
        if serviceDone == .earliest { serviceDone = nil }
        if completion == .earliest { completion = nil }
        // Nobody is done under the new scheme before she is in it.
        if rules.scheme == .new, let day = training.convertedOn { completion = completion.map { max($0, day) } }
        var bounds: [Int] = []
        for (ask, outcome) in zip(asks, outcomes)
        where ask.isBinding && outcome.verdict != .unverified && outcome.metOn == completion {
            bounds.append(outcome.requirement)
        }
        var found = sweep.problems
        if !problems.isEmpty { found += problems }
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

    private func later(_ left: CalendarDay?, _ right: CalendarDay?) -> CalendarDay? {
        guard let left, let right else { return nil }
        return max(left, right)
    }

    // MARK: One requirement

    private mutating func outcome(_ ask: CompiledRules.Ask) -> RequirementOutcome {
        switch ask.kind {
        case .service(let total, let minimum):
            let sum = sweep.totals[total]
            let missing = max(0, minimum - sum.served - sum.planned)
            let metOn = minimum == 0 ? training.asOf : sum.metOn
            // With full-time service after the plan; and never before what is left could be served in full from the as-of day, which a
            // plan without an end would otherwise promise.
            let (after, rest) = (MonthMeter.mark(training.planEnd), max(0, minimum - sum.served))
            let mark = max(after + Self.parts(missing), MonthMeter.mark(training.asOf) + Self.parts(rest))
            let possible = metOn ?? MonthMeter.firstDay(at: mark)
            return months(ask, minimum, sum.served, sum.planned, metOn, possible)
        case .months(let group, let minimum):
            let sum = sweep.groupTotals[group]
            var outcome = months(ask, minimum, sum.served, sum.planned, sum.metOn, sum.metOn)
            outcome.awaiting = .months(.init(units: sum.awaiting))
            return outcome
        case .supervision(let perMonth): return hours(ask, perMonth)
        case .minutes(let minimum):
            let sum = account.minutes(ask.activities, reaching: minimum)
            var outcome = made(
                ask, .minutes(minimum), .minutes(sum.done), .minutes(sum.planned), .minutes(max(0, minimum - sum.done - sum.planned)),
                sum.metOn, sum.metOn)
            outcome.awaiting = .minutes(sum.awaiting)
            return outcome
        case .count(let minimum): return counted(ask, minimum, account.counts(ask.activities, reaching: minimum))
        case .topics(let minimum, let each):
            return counted(ask, minimum, account.topics(ask.activities, each: each, reaching: minimum))
        case .objectives(let set): return objectives(ask, set)
        }
    }

    /// Calendar time for an amount served in full, rounded up to whole parts of a month.
    private static func parts(_ units: Int) -> Int { (units + 99_999_999) / 100_000_000 }

    private func months(
        _ ask: CompiledRules.Ask, _ minimum: Int, _ served: Int, _ planned: Int, _ metOn: CalendarDay?, _ earliest: CalendarDay?
    ) -> RequirementOutcome {
        made(
            ask, .months(.init(units: minimum)), .months(.init(units: served)), .months(.init(units: planned)),
            .months(.init(units: max(0, minimum - served - planned))), metOn, earliest)
    }

    /// Asked for are the hours of the whole service until it is enough. What has been given beyond what is due lessens what is planned.
    private mutating func hours(_ ask: CompiledRules.Ask, _ perMonth: Int) -> RequirementOutcome {
        func minutes(_ units: Int) -> Int { ServiceAmount(units: units).minutes(perMonth: perMonth) }
        let given = account.minutes(ask.activities)
        let ahead = aheadToFinish()
        let isUnknown = !rules.compiled.unloggedIsMissing && sweep.expectedUnlogged > 0
        var (begins, knownFrom, countsFrom): (CalendarDay?, CalendarDay?, CalendarDay?) = (nil, nil, nil)
        for part in sweep.parts where part.expectsSupervision {
            begins = min(begins ?? .latest, part.period.from)
            if isUnknown, part.marks.contains(.unloggedHours) {
                knownFrom = max(knownFrom ?? .earliest, part.period.end)
            } else {
                countsFrom = min(countsFrom ?? .latest, part.period.from)
            }
        }
        let due = SupervisionDue(
            expected: minutes(sweep.expectedServed), unknown: isUnknown ? minutes(sweep.expectedUnlogged) : 0,
            expectedAhead: minutes(sweep.expectedPlanned), toFinish: minutes(ahead.units), given: given.done, minutesPerMonth: perMonth,
            begins: begins, knownFrom: knownFrom, countsFrom: countsFrom)
        supervision = due
        let required = due.expected + due.toFinish
        let rest = max(0, required - due.unknown - due.given - due.behind)
        // Nothing is asked before a conversion to come, and so nothing is met before it either.
        let start = rules.scheme == .new ? training.convertedOn.map { max($0, training.asOf) } ?? training.asOf : training.asOf
        let metOn = due.behind > 0 ? nil : rest == 0 ? start : ahead.end
        // What is not known may have been given or not: nothing is concluded, unless it does not matter.
        let isJudged = due.unknown == 0 || due.behind > 0 || due.given >= due.expected
        return made(
            ask, .minutes(required), .minutes(given.done), .minutes(max(given.planned, rest)), .minutes(due.behind),
            isJudged ? metOn : nil, isJudged ? metOn : nil, isJudged: isJudged)
    }

    /// Planned service that counts and is to be supervised, until the service is enough, and the day that ends.
    private func aheadToFinish() -> (units: Int, end: CalendarDay) {
        var done: CalendarDay? = training.asOf
        for ask in rules.compiled.asks where ask.isBinding {
            if case .service(let total, let minimum) = ask.kind, minimum > 0 { done = later(done, sweep.totals[total].metOn) }
        }
        guard let period = Period(from: training.asOf, to: done ?? .latest) else { return (0, training.asOf) }
        var (units, end) = (0, training.asOf)
        for part in sweep.parts where part.isPlanned && part.expectsSupervision && part.outcome == .counted {
            guard let days = part.period.intersection(period) else { continue }
            units += part.amount(in: days).units
            end = max(end, days.end)
        }
        return (units, end)
    }

    private func counted(_ ask: CompiledRules.Ask, _ minimum: Int, _ sum: ActivityAccount.Sum) -> RequirementOutcome {
        made(
            ask, .count(minimum), .count(sum.done), .count(sum.planned), .count(max(0, minimum - sum.done - sum.planned)), sum.metOn,
            sum.metOn)
    }

    private func objectives(_ ask: CompiledRules.Ask, _ set: ObjectiveSet) -> RequirementOutcome {
        guard let tally = training.objectives.first(where: { $0.set == set }), tally.asked > 0 else {
            return RequirementOutcome(
                requirement: ask.requirement, required: .none, counted: .none, planned: .none, missing: .none, verdict: .unverified,
                metOn: nil, earliest: nil)
        }
        let approved = max(0, min(tally.approved, tally.asked))
        let rest = tally.asked - approved
        let planned = tally.plannedBy.map { $0 >= training.asOf } ?? false ? rest : 0
        let metOn =
            rest == 0
            ? tally.lastApprovedOn.map { min($0.adding(days: 1), training.asOf) } ?? training.asOf
            : planned > 0 ? tally.plannedBy?.adding(days: 1) : nil
        return made(ask, .count(tally.asked), .count(approved), .count(planned), .count(rest - planned), metOn, metOn)
    }

    private func made(
        _ ask: CompiledRules.Ask, _ required: RequirementOutcome.Quantity, _ counted: RequirementOutcome.Quantity,
        _ planned: RequirementOutcome.Quantity, _ missing: RequirementOutcome.Quantity, _ metOn: CalendarDay?, _ earliest: CalendarDay?,
        isJudged: Bool = true
    ) -> RequirementOutcome {
        let verdict: RequirementOutcome.Verdict =
            ask.isUnverified || !isJudged ? .unverified : metOn.map { $0 <= training.asOf ? .met : .metByPlan } ?? .lacking
        return RequirementOutcome(
            requirement: ask.requirement, required: required, counted: counted, planned: planned, missing: missing, verdict: verdict,
            metOn: metOn, earliest: earliest)
    }

    private mutating func checkActivities() {
        let (activities, asOf) = (training.activities, training.asOf)
        for index in activities.indices {
            if bits[index] == 0 { problems.append(.unknownActivity(activities[index].activity)) }
            if !(0...6_000_000).contains(activities[index].minutes) || !(0...10_000).contains(activities[index].count) {
                problems.append(.impossibleNumber(activities[index].activity))
            }
            if !activities[index].isDone, activities[index].period.end <= asOf {
                let period = activities[index].period
                problems.append(.overdueActivity(activities[index].activity, period.lastDay ?? period.from))
            }
        }
    }
}
