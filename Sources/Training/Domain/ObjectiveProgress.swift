/// How many objectives of a set stand where (*framdrift i læringsmål*), for a figure.
package struct ObjectiveProgress: Hashable, Sendable {
    package let asked: Int
    package let approved: Int
    package let recommended: Int
    package let inProgress: Int
    /// Not approved, but everything it came instead of was approved before.
    package let approvedBefore: Int

    package init(_ standings: [ObjectiveStanding]) {
        asked = standings.count
        let ranks = standings.map(\.status.rank)
        approved = ranks.filter { $0 == 3 }.count
        recommended = ranks.filter { $0 == 2 }.count
        inProgress = ranks.filter { $0 == 1 }.count
        approvedBefore = standings.filter { $0.status.rank < 3 && $0.isApprovedBefore }.count
    }

    package var notStarted: Int { asked - approved - recommended - inProgress }
}

/// What the replacement of a set's objectives means for one doctor (*overgang til nye læringsmål*): on 1 March 2026 the common objectives
/// were replaced (domain.md §2.3). What she had approved stays approved; it does not approve the new ones.
package struct ObjectiveTransition: Hashable, Sendable {
    package let set: ObjectiveSet
    /// The first day of the objectives that came instead.
    package let day: CalendarDay
    /// Approved objectives that are no longer asked for, and that others came instead of; in order of code.
    package let kept: [ObjectiveRecord]
    /// How many objectives came instead.
    package let replacements: Int
    /// Nothing that was asked for the day before is asked for any more.
    package let isWhole: Bool
}

extension ObjectiveCatalogue {
    /// The transition that a doctor's records of a set are touched by; nil when nothing she has was replaced.
    package func transition(_ records: [ObjectiveRecord], in set: ObjectiveSet, on day: CalendarDay) -> ObjectiveTransition? {
        let replacing = standing(records, in: set, on: day).filter { !$0.earlier.isEmpty }
        guard let first = replacing.map(\.objective.period.from).max() else { return nil }
        var kept: [Objective.Code: ObjectiveRecord] = [:]
        for record in replacing.flatMap(\.earlier) where record.status.rank == 3 { kept[record.objective] = record }
        let current = Set(objectives(in: set, on: day).map(\.code))
        let before = objectives(in: set, on: first.adding(days: -1)).map(\.code)
        return ObjectiveTransition(
            set: set, day: first,
            kept: kept.values.filter { !current.contains($0.objective) }.sorted { $0.objective.text < $1.objective.text },
            replacements: objectives(in: set, on: day).filter { !$0.replaces.isEmpty }.count,
            isWhole: current.isDisjoint(with: before))
    }

    /// The objective with a code: the one asked for on the day, else the newest version there was.
    package func objective(_ code: Objective.Code, on day: CalendarDay) -> Objective? {
        let versions = objectives.filter { $0.code == code }
        return versions.first { $0.period.contains(day) } ?? versions.max { $0.period.from < $1.period.from }
    }

    /// The objectives that came instead of one.
    package func successors(of code: Objective.Code) -> [Objective] { objectives.filter { $0.replaces.contains(code) } }

    /// Whether what is said of a set is our own sample.
    package func isSample(_ set: ObjectiveSet) -> Bool { objectives.contains { $0.set == set && $0.isSample } }
}
