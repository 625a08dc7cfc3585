/// When a training's individual plan was last revised (*individuell utdanningsplan*), which should be once a year at least.
package struct PlanRecord: Hashable, Sendable {
    package var revisedOn: CalendarDay

    package init(revisedOn: CalendarDay) { self.revisedOn = revisedOn }

    /// The last day of the year within which it is to be revised again (alis.no, individuell utdanningsplan).
    package var dueOn: CalendarDay { revisedOn.adding(months: 12) }
    package func isOverdue(on day: CalendarDay) -> Bool { dueOn < day }
    /// Whether the day it is due lies within two months: our own limit, for being reminded in time.
    package func isDueSoon(on day: CalendarDay) -> Bool { dueOn >= day && dueOn <= day.adding(months: 2) }
}

/// Something in a training that calls for somebody (*arbeidsliste*): each is a list with a count on the start page of those who can act.
package enum CourseWork: String, CaseIterable, Sendable {
    case noPlan
    /// More than a year since the plan was revised.
    case stalePlan
    /// New, looked through or changed since the municipality approved it.
    case planToApprove
    /// No supervisor is assigned for the service under way, or what comes within half a year.
    case noSupervisor
    /// More than two months' hours behind.
    case supervisionBehind
    /// The municipality is not registered for service under way or ahead.
    case registrationMissing
    /// Some period, served or ahead, does not count.
    case periodNotCounting
    /// Objectives are recommended here, and the leader has not decided.
    case objectivesWaiting
    /// Every binding requirement is met within six months, by the plan, and in the old scheme while there is time to apply.
    case doneSoon
    /// The service is, or will within six months be, enough; something else is not planned within that time.
    case restMissing
    /// In the old scheme, and not done by the last day to apply.
    case oldSchemeTooLate

    /// All lists a training stands in by its facts; what it waits for the municipality with is told by `ApprovalWait`.
    ///
    /// - Parameter untilConversion: what it comes to in the old scheme, while a conversion is still to come.
    package static func all(
        _ training: TrainingCase, _ evaluation: Evaluation, plan: PlanRecord?, deadline: CalendarDay?, untilConversion: Evaluation? = nil
    ) -> [CourseWork] {
        guard training.isUnderWay else { return [] }
        return allCases.filter {
            $0.concerns(training, evaluation, plan: plan, deadline: deadline, untilConversion: untilConversion)
        }
    }

    /// Whether a training that is under way stands in this list.
    package func concerns(
        _ training: TrainingCase, _ evaluation: Evaluation, plan: PlanRecord?, deadline: CalendarDay?, untilConversion: Evaluation? = nil
    ) -> Bool {
        let asOf = training.asOf
        switch self {
        case .noPlan: return plan == nil
        case .stalePlan: return plan?.isOverdue(on: asOf) ?? false
        // Told by how the plan came to be, and not by what it comes to.
        case .planToApprove: return false
        case .noSupervisor:
            guard evaluation.rules.conditions.contains(where: { $0.isBinding && $0.kind == .supervisionGiven }) else { return false }
            let soon = asOf.adding(months: 6)
            return evaluation.parts.contains { part in
                part.isPlanned && part.period.from < soon
                    && (part.assumesSupervision || part.hindrances.contains(HindranceSet(.noSupervision)))
            }
        case .supervisionBehind: return evaluation.supervision?.isBehind ?? false
        case .registrationMissing:
            return evaluation.parts.contains { $0.isPlanned && $0.hindrances.contains(HindranceSet(.enterpriseNotRegistered)) }
        case .periodNotCounting: return !Self.notCounting(training, evaluation).isEmpty
        case .objectivesWaiting: return training.objectives.contains { $0.waiting > 0 }
        case .doneSoon:
            let isOld = evaluation.rules.scheme == .old
            let last = isOld ? deadline.map { min($0, asOf.adding(months: 6)) } : nil
            return evaluation.completion.map { $0 <= last ?? asOf.adding(months: 6) } ?? false
        case .restMissing:
            let soon = asOf.adding(months: 6)
            guard let service = evaluation.serviceDone, service <= soon else { return false }
            return evaluation.completion.map { $0 > soon } ?? true
        case .oldSchemeTooLate:
            // Whoever is to convert is in the old scheme until she has.
            let old = untilConversion ?? evaluation
            guard old.rules.scheme == .old, let deadline else { return false }
            // The last day itself is in time, and what is met as of a day was done before it.
            return old.completion.map { $0 > deadline } ?? true
        }
    }

    /// The binding requirements, by place in the rule set, that are not met by a day: what remains when the service is enough.
    package static func openRequirements(_ evaluation: Evaluation, by day: CalendarDay) -> [Requirement] {
        evaluation.outcomes.filter { outcome in
            guard outcome.verdict == .lacking || outcome.verdict == .metByPlan else { return false }
            if case .supervision = evaluation.requirement(outcome).kind { return false }
            return evaluation.requirement(outcome).isBinding && outcome.metOn.map { $0 > day } ?? true
        }.map { evaluation.requirement($0) }
    }

    /// The lists from what is most pressing to what is least: for putting trainings in order of urgency.
    package static let byUrgency: [CourseWork] = [
        .oldSchemeTooLate, .registrationMissing, .noSupervisor, .periodNotCounting, .noPlan, .planToApprove, .stalePlan,
        .supervisionBehind, .objectivesWaiting, .restMissing, .doneSoon,
    ]

    /// The stretches of service that do not count, and why, in order of time; absence and maxima left out, since they are as they should be.
    /// Services at once, or one after the other, that are hindered by the same are told as one.
    package static func notCounting(_ training: TrainingCase, _ evaluation: Evaluation) -> [UncountedStretch] {
        let all = training.services.indices.flatMap { UncountedStretch.all(in: evaluation.parts(ofService: $0)) }
        var found: [UncountedStretch] = []
        for stretch in all.filter({ $0.hindrance != .absent }).sorted(by: { $0.period.from < $1.period.from }) {
            if let same = found.firstIndex(where: { $0.joins(stretch) }) { found[same].take(stretch) } else { found.append(stretch) }
        }
        return found
    }

    /// What hinders some parts and can be cured, in the order they are named.
    static func curable(_ parts: [ServicePart]) -> [Hindrance] {
        var found = HindranceSet()
        for part in parts {
            if case .notCounted(let hindrance) = part.outcome, hindrance != .absent {
                found.formUnion(part.hindrances.union(HindranceSet(hindrance)))
            }
        }
        return found.all.filter(\.isCurable)
    }
}

extension TrainingCase {
    /// Whether it runs on the as-of day, paused or not, or is still to begin.
    package var isUnderWay: Bool {
        guard let last = course.max(by: { $0.period.from < $1.period.from }) else { return false }
        let current = course.last { $0.period.contains(asOf) } ?? last
        return !current.standing.isEnded && current.period.end > asOf
    }

    /// Why and from when it has ended; nil while it is under way. No reason is known where the course only stops.
    package var end: (reason: Training.EndReason?, from: CalendarDay)? {
        guard !isUnderWay, let last = course.max(by: { $0.period.from < $1.period.from }) else { return nil }
        let current = course.last { $0.period.contains(asOf) } ?? last
        if case .ended(let reason) = current.standing { return (reason, current.period.from) }
        return (nil, current.period.end)
    }
}
