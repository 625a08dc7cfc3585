/// What to do next in a training (*neste steg*), each with the rule it comes from and the day it should be done by.
package struct NextAction: Hashable, Sendable {
    package let act: Act
    /// The code of the requirement, condition or deadline behind it.
    package let rule: String
    /// Nil when it should be done, but no day is set.
    package let due: CalendarDay?

    package init(_ act: Act, rule: String, due: CalendarDay? = nil) {
        self.act = act
        self.rule = rule
        self.due = due
    }

    /// What there is to do.
    package enum Act: Hashable, Sendable {
        /// Correct what is wrong in the record.
        case correctRecord(CaseProblem)
        /// Get a service period to count.
        case cure(Hindrance, service: RecordID)
        case assignSupervisor
        /// Served time that does not count, since no supervisor is registered for it: somebody may have supervised all the same.
        case registerEarlierSupervisor(ServiceAmount, Period)
        case catchUpSupervision(minutes: Int)
        case makePlan
        case revisePlan
        /// Agree on the institution service the rules ask for.
        case planInstitution
        /// Planned service counts nothing since a maximum is reached, while other service is still to come: begin that on this day instead;
        /// nil when it is not planned at all.
        case useOtherService(requirement: Int, lost: ServiceAmount, from: CalendarDay?)
        case convertOrApply
        /// The plan falls short, as after leave, and would not if its last practice lasted this long.
        case prolongService(RecordID, Period)
        case planRequirement(Int)
        case doRequirement(Int)
        case applyForApproval
        /// The old scheme's requirements are met, and the last day to apply has passed: whoever did not apply has to convert.
        case convertUnlessApplied
    }

    /// The acts of a training, most pressing first: mistakes, time being lost now, what is behind, then what comes in order of day.
    package static func list(_ training: TrainingCase, _ evaluation: Evaluation, plan: PlanRecord?, deadline: CalendarDay?) -> [NextAction]
    {
        let asOf = training.asOf
        if evaluation.isComplete {
            guard evaluation.rules.scheme == .old, let deadline else {
                return [NextAction(.applyForApproval, rule: evaluation.rules.code.text, due: nil)]
            }
            return [
                NextAction(asOf > deadline ? .convertUnlessApplied : .applyForApproval, rule: "oldSchemeLastApplication", due: deadline)
            ]
        }
        var actions = evaluation.problems.map { NextAction(.correctRecord($0), rule: "record", due: asOf) }
        for (index, service) in training.services.enumerated() where service.period.end > asOf {
            for hindrance in CourseWork.curable(evaluation.parts(ofService: index).filter { $0.period.end > asOf }) {
                actions.append(NextAction(.cure(hindrance, service: service.id), rule: rule(hindrance, evaluation), due: asOf))
            }
        }
        let work = CourseWork.all(training, evaluation, plan: plan, deadline: deadline)
        if work.contains(.noSupervisor) {
            actions.append(NextAction(.assignSupervisor, rule: rule(.noSupervision, evaluation), due: firstAssumed(evaluation) ?? asOf))
        }
        if let wasted = exhausted(training, evaluation) { actions.append(wasted) }
        if let (amount, period) = unsupervised(evaluation) {
            actions.append(NextAction(.registerEarlierSupervisor(amount, period), rule: rule(.noSupervision, evaluation), due: nil))
        }
        if work.contains(.oldSchemeTooLate) { actions.append(NextAction(.convertOrApply, rule: "oldSchemeLastApplication", due: deadline)) }
        if let behind = evaluation.supervision?.behind, work.contains(.supervisionBehind) {
            actions.append(NextAction(.catchUpSupervision(minutes: behind), rule: "individualSupervision", due: nil))
        }
        if work.contains(.noPlan) { actions.append(NextAction(.makePlan, rule: "plan", due: asOf)) }
        if work.contains(.stalePlan) { actions.append(NextAction(.revisePlan, rule: "plan", due: plan?.dueOn)) }
        if plan != nil, let longer = prolonged(training, evaluation) {
            actions.append(NextAction(.prolongService(longer.id, longer.period), rule: evaluation.rules.code.text, due: nil))
        }
        return actions + requirements(evaluation)
    }

    /// The last practice as long as the service needs it to be; nil when it is enough, or no length would do.
    private static func prolonged(_ training: TrainingCase, _ evaluation: Evaluation) -> ServicePeriod? {
        guard evaluation.serviceDone == nil, let services = WhatIf.prolonged(training, evaluation.rules) else { return nil }
        return services.first { training.service($0.id) != $0 }
    }

    /// Requirements that are not met: those without a plan first, then those with, by their day; recommended ones last.
    private static func requirements(_ evaluation: Evaluation) -> [NextAction] {
        let open = evaluation.outcomes.filter { $0.verdict == .lacking || $0.verdict == .metByPlan }
        let sorted = open.sorted { left, right in
            let (first, second) = (evaluation.requirement(left), evaluation.requirement(right))
            if first.isRequired != second.isRequired { return first.isRequired }
            let days = (left.metOn ?? .earliest, right.metOn ?? .earliest)
            return days.0 != days.1 ? days.0 < days.1 : left.requirement < right.requirement
        }
        return sorted.compactMap { outcome in
            let requirement = evaluation.requirement(outcome)
            let code = requirement.code.text
            if case .supervision = requirement.kind { return nil }
            if outcome.verdict == .metByPlan { return NextAction(.doRequirement(outcome.requirement), rule: code, due: outcome.metOn) }
            if case .serviceTime(let codes, _, _) = requirement.kind,
                codes.allSatisfy({ evaluation.rules.category($0)?.arena == .institution })
            {
                return NextAction(.planInstitution, rule: code, due: nil)
            }
            return NextAction(.planRequirement(outcome.requirement), rule: code, due: nil)
        }
    }

    /// How much served time is lost for want of a supervisor alone, from the first day to the last of it.
    private static func unsupervised(_ evaluation: Evaluation) -> (ServiceAmount, Period)? {
        let lost = evaluation.parts.filter { !$0.isPlanned && $0.outcome == .notCounted(.noSupervision) }
        guard let from = lost.map(\.period.from).min(), let to = lost.map(\.period.end).max(), let period = Period(from: from, to: to)
        else {
            return nil
        }
        return (lost.reduce(.zero) { $0 + $1.amount }, period)
    }

    private static func firstAssumed(_ evaluation: Evaluation) -> CalendarDay? {
        evaluation.parts.filter(\.assumesSupervision).map(\.period.from).min()
    }

    /// The code of the condition that hindered it.
    package static func rule(_ hindrance: Hindrance, _ evaluation: Evaluation) -> String {
        let kinds: (CountingCondition.Kind) -> Bool = { kind in
            switch (kind, hindrance) {
            case (.enterpriseRegistered, .enterpriseNotRegistered), (.supervisionGiven, .noSupervision),
                (.authorised, .beforeAuthorisation),
                (.minimumFraction, .belowMinimumFraction), (.atMostFullTime, .above100Percent), (.presence, .absent),
                (.standingActive, .paused), (.standingActive, .outsideTraining), (.standingActive, .trainingEnded),
                (.acceptedFrom, .notAccepted):
                true
            default: false
            }
        }
        return evaluation.rules.conditions.first { $0.isBinding && kinds($0.kind) }?.code.text ?? "categories"
    }
}
