/// A supervisor of one doctor, with what she has free besides (*veileders tid*): what a change to the doctor's plan is held against.
package struct SupervisorTime: Hashable, Sendable {
    package let name: String
    /// When she supervises the doctor, and how much of her.
    package let assignments: [Assignment]
    /// Minutes free in each half-year as things stand, below nothing when too much is promised; nil when the reader may not know.
    package let free: [HalfYear: Int]?

    package init(name: String, assignments: [Assignment], free: [HalfYear: Int]?) {
        self.name = name
        self.assignments = assignments
        self.free = free
    }

    /// A stretch of the doctor's supervision, or a share of it.
    package struct Assignment: Hashable, Sendable {
        package let period: Period
        package let share: PositionPercent

        package init(period: Period, share: PositionPercent) {
            self.period = period
            self.share = share
        }
    }

    /// Minutes the doctor is due from her in a period, by an evaluation of the doctor's plan.
    func due(in period: Period, _ evaluation: Evaluation) -> Int {
        assignments.reduce(0) { sum, assignment in
            guard let part = assignment.period.intersection(period) else { return sum }
            return sum + evaluation.supervisionMinutes(in: part) * assignment.share.hundredths / 10_000
        }
    }
}

/// What a change to a plan does to one supervisor (*berørt veileder*), half-year by half-year.
package struct AffectedSupervisor: Hashable, Sendable {
    package let name: String
    package let halves: [Half]

    /// The minutes the doctor is due from her, and what she has free, before and after.
    package struct Half: Hashable, Sendable {
        package let halfYear: HalfYear
        package let before: Int
        package let after: Int
        package let freeBefore: Int?
        package var freeAfter: Int? { freeBefore.map { $0 - (after - before) } }
        /// More is promised after the change than she can give.
        package var isOver: Bool { freeAfter.map { $0 < 0 } ?? false }
    }

    /// Those of the doctor's supervisors whose hours change, in order of name, with the half-years in which they do.
    package static func all(_ supervisors: [SupervisorTime], _ comparison: PlanComparison) -> [AffectedSupervisor] {
        let asOf = comparison.before.asOf
        let halves = comparison.supervision.filter { $0.before != $0.after }.map(\.halfYear)
        return supervisors.compactMap { supervisor in
            let changed = halves.compactMap { half -> Half? in
                guard let ahead = Period(from: max(half.start, asOf), to: half.next.start) else { return nil }
                let (before, after) = (supervisor.due(in: ahead, comparison.before), supervisor.due(in: ahead, comparison.after))
                return before == after
                    ? nil : Half(halfYear: half, before: before, after: after, freeBefore: supervisor.free.map { $0[half] ?? 0 })
            }
            return changed.isEmpty ? nil : AffectedSupervisor(name: supervisor.name, halves: changed)
        }.sorted { $0.name < $1.name }
    }
}

/// What the supervisors who live in a municipality can give (*tilgang på veiledning*), and what its doctors need, in minutes to a month.
package struct SupervisorSupply: Hashable, Sendable {
    package let supervisors: Int
    package let capacity: Int
    package let needed: Int

    package init(supervisors: Int, capacity: Int, needed: Int) {
        self.supervisors = supervisors
        self.capacity = capacity
        self.needed = needed
    }
}

/// Where and when a plan has hospital service that has not begun (*planlagt sykehustjeneste*): a trust, and the half-year it begins in.
package struct HospitalSlot: Hashable, Sendable {
    package let trust: TrustCode
    package let halfYear: HalfYear

    package init(trust: TrustCode, halfYear: HalfYear) {
        self.trust = trust
        self.halfYear = halfYear
    }

    /// The slots of a case.
    ///
    /// - Parameter wished: the trust that service at one not decided yet is taken to be at.
    package static func all(_ training: TrainingCase, _ rules: RuleSet, wished: TrustCode?) -> Set<HospitalSlot> {
        let plan = ServicePlan(training, rules)
        return Set(
            training.services.compactMap { service in
                guard plan.isInstitution(service), service.period.from >= training.asOf else { return nil }
                let half = HalfYear(containing: service.period.from)
                switch service.place {
                case .trust(let code): return HospitalSlot(trust: code, halfYear: half)
                case .undecidedTrust: return wished.map { HospitalSlot(trust: $0, halfYear: half) }
                case .municipality, .other: return nil
                }
            })
    }
}
