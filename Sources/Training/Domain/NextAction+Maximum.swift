extension NextAction {
    /// That planned service counts nothing since a maximum is reached, while other service is lacking or comes later: the end waits for the
    /// other part, and would come earlier if that did. Nil when less than a month is lost, or nothing can come earlier.
    static func exhausted(_ training: TrainingCase, _ evaluation: Evaluation) -> NextAction? {
        let asOf = training.asOf
        let open = evaluation.outcomes.filter { outcome in
            guard case .serviceTime = evaluation.requirement(outcome).kind, evaluation.requirement(outcome).isBinding else { return false }
            return outcome.verdict == .lacking || outcome.verdict == .metByPlan
        }
        // What is served after the service is enough is no loss; nor is a position without an end that nobody has planned further.
        guard !open.isEmpty, let ahead = Period(from: asOf, to: evaluation.serviceDone.map { max($0, asOf.adding(days: 1)) }) else {
            return nil
        }
        var lost: [Int: ServiceAmount] = [:]
        for part in evaluation.parts where part.isPlanned {
            guard case .overCap(let requirement) = part.outcome, let days = part.period.intersection(ahead),
                evaluation.serviceDone != nil || !training.services[part.service].period.isOpen
            else { continue }
            lost[requirement, default: .zero] += part.amount(in: days)
        }
        guard let most = lost.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= ServiceAmount(months: 1) else {
            return nil
        }
        let code = evaluation.rules.requirements[most.key].code.text
        let hospital = ServicePlan(training, evaluation.rules).nextInstitution
        guard let hospital else {
            return NextAction(.useOtherService(requirement: most.key, lost: most.value, from: nil), rule: code)
        }
        // Half-years are what hospitals offer places in.
        let first = HalfYear(containing: asOf).next.start
        if hospital.period.from <= first { return nil }
        return NextAction(.useOtherService(requirement: most.key, lost: most.value, from: first), rule: code)
    }
}
