/// Individual supervision in hours due and given (*veiledningsregnskap*), in minutes. Preparation stands apart and is not counted here.
///
/// Hours are due through the whole service that is to be supervised, whether or not somebody was assigned (domain.md §1.2): an average, so
/// that what is given beyond what is due lessens what is left.
package struct SupervisionDue: Hashable, Sendable {
    /// Due for the service before the as-of day.
    package let expected: Int
    /// What of `expected` is from before sessions were kept here: nobody knows how much was given.
    package let unknown: Int
    /// Due for what is planned.
    package let expectedAhead: Int
    /// What of `expectedAhead` is for counted service until the service is enough.
    package let toFinish: Int
    /// Given before the as-of day, and on it.
    package let given: Int
    package let minutesPerMonth: Int
    /// The first day hours are due for; nil when none are.
    package let begins: CalendarDay?
    /// The first day after those whose hours are unknown; nil when none are.
    package let knownFrom: CalendarDay?
    /// The first day whose hours are known, and may be missing; time without a supervisor before the unknown days is.
    package let countsFrom: CalendarDay?

    /// Minutes behind what is due by now, without what is unknown; 0 when ahead.
    package var behind: Int { max(0, expected - unknown - given) }
    /// Minutes short before we say so: two full-time months' (our own limit, `behindHours` in docs/decisions/0010).
    package var isBehind: Bool { behind > 2 * minutesPerMonth }
}

/// One doctor's supervision by her plan (*veiledningsregnskap*): the same figures wherever they are shown.
package struct SupervisionAccount: Hashable, Sendable {
    /// Nil when the scheme asks for no individual supervision.
    package let due: SupervisionDue?
    /// Nil when the scheme asks for no hours in a group.
    package let group: Group?

    /// Minutes of supervision in a group (*gruppeveiledning*).
    package struct Group: Hashable, Sendable {
        package let required: Int
        package let given: Int
        package let planned: Int
        package let missing: Int
        /// What of `planned` is for days that have passed, and nobody has registered.
        package let awaiting: Int
    }

    package init(_ evaluation: Evaluation) {
        due = evaluation.supervision
        group =
            evaluation.outcomes.lazy.compactMap { outcome -> Group? in
                guard case .activityMinutes = evaluation.requirement(outcome).kind else { return nil }
                return Group(
                    required: outcome.required.size, given: outcome.counted.size, planned: outcome.planned.size,
                    missing: outcome.missing.size, awaiting: outcome.awaiting.size)
            }.first
    }
}
