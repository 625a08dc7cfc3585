/// All versions of the objectives that are known (*læringsmålkatalog*), and how a doctor stands in those of a day.
///
/// When a set is replaced (the common objectives on 1 March 2026), nothing a doctor has is taken away: what is approved stays approved and is
/// shown under the new objective that came instead. Whether it is enough for the new one is for the leader to assess.
package struct ObjectiveCatalogue: Hashable, Sendable {
    package let objectives: [Objective]

    package init(_ objectives: [Objective]) { self.objectives = objectives }

    /// Whether any of it is our own sample and not the regulation's.
    package var isSample: Bool { objectives.contains(where: \.isSample) }

    /// Those asked of doctors on a day, by code.
    package func objectives(in set: ObjectiveSet? = nil, on day: CalendarDay) -> [Objective] {
        objectives.filter { $0.period.contains(day) && (set == nil || $0.set == set) }.sorted { $0.code.text < $1.code.text }
    }

    /// How a doctor stands in each objective asked for on a day, with what she has from those it replaced.
    package func standing(_ records: [ObjectiveRecord], in set: ObjectiveSet? = nil, on day: CalendarDay) -> [ObjectiveStanding] {
        let known = Dictionary(grouping: records, by: \.objective)
        return objectives(in: set, on: day).map { objective in
            ObjectiveStanding(
                objective: objective, record: known[objective.code].flatMap(Self.best),
                earlier: predecessors(of: objective).compactMap { known[$0].flatMap(Self.best) })
        }
    }

    /// What a doctor has in objectives that are no longer asked for, and that no objective of the day came instead of.
    package func kept(_ records: [ObjectiveRecord], on day: CalendarDay) -> [ObjectiveRecord] {
        let current = objectives(on: day)
        let covered = Set(current.map(\.code)).union(current.flatMap(predecessors))
        return records.filter { !covered.contains($0.objective) }
    }

    /// How many of a set are asked of a doctor on a day, and approved.
    package func tally(_ records: [ObjectiveRecord], in set: ObjectiveSet, on day: CalendarDay, plannedBy: CalendarDay? = nil)
        -> ObjectiveTally
    {
        let standing = standing(records, in: set, on: day)
        let days = standing.compactMap(\.approvedOn)
        return ObjectiveTally(set: set, asked: standing.count, approved: days.count, lastApprovedOn: days.max(), plannedBy: plannedBy)
    }

    /// All objectives an objective came instead of, also those before them; each once, so that a ring of links ends.
    package func predecessors(of objective: Objective) -> [Objective.Code] {
        var found: [Objective.Code] = []
        var queue = objective.replaces
        while let code = queue.first {
            queue.removeFirst()
            guard !found.contains(code), code != objective.code else { continue }
            found.append(code)
            queue += objectives.filter { $0.code == code }.flatMap(\.replaces)
        }
        return found
    }

    /// The one that says most; of those, the one reported last.
    static func best(_ records: [ObjectiveRecord]) -> ObjectiveRecord? {
        records.max { ($0.status.rank, $0.reportedOn) < ($1.status.rank, $1.reportedOn) }
    }
}

/// How a doctor stands in one objective, and what she brings from those it replaced (*status i læringsmål*).
package struct ObjectiveStanding: Hashable, Sendable {
    package let objective: Objective
    /// What is recorded of this objective itself.
    package let record: ObjectiveRecord?
    /// What is recorded of the objectives it came instead of.
    package let earlier: [ObjectiveRecord]

    /// The objective's own status; what she has from earlier ones is shown beside it and never taken for it.
    package var status: ObjectiveStatus { record?.status ?? .notStarted }
    /// Approved in all that it replaced: nothing lost, and for the leader to carry over.
    package var isApprovedBefore: Bool {
        !objective.replaces.isEmpty
            && objective.replaces.allSatisfy { code in
                earlier.contains { $0.objective == code && $0.status.rank == 3 }
            }
    }
    /// The day it was approved.
    package var approvedOn: CalendarDay? {
        if case .approved(let day) = status { day } else { nil }
    }
}
