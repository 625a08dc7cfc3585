/// An objective that is asked for no more, in which a doctor has something under way (*påbegynt i et mål som er byttet ut*).
///
/// She worked for it while it held, so it can be carried to its end by those it waits for. It does not approve what came instead: that
/// is for the leader (domain.md §2.3).
package struct ReplacedObjective: Hashable, Sendable {
    package let code: Objective.Code
    /// What is recorded of it; nil when only the way to approval is known.
    package let record: ObjectiveRecord?
    /// Those asked for now that came instead of it, in order of code; none when it was only left out.
    package let successors: [Objective.Code]
    /// The first day one of these was asked for; nil when nothing came instead.
    package let replacedOn: CalendarDay?

    package var status: ObjectiveStatus { record?.status ?? .notStarted }
}

extension ObjectiveCatalogue {
    /// What a doctor has under way in objectives that are asked for no more, in order of code.
    ///
    /// - Parameters:
    ///   - records: what holds of her on the day.
    ///   - open: the objectives in which somebody is waited for.
    package func underWay(_ records: [ObjectiveRecord], open: Set<Objective.Code>, on day: CalendarDay) -> [ReplacedObjective] {
        let current = objectives(on: day)
        let asked = Set(current.map(\.code))
        // An objective of a time to come has not been replaced by anything.
        let known = Dictionary(grouping: objectives, by: \.code)
        let toCome = Set(known.filter { $0.value.allSatisfy { $0.period.from > day } }.keys)
        let hers = Dictionary(grouping: records, by: \.objective)
        let codes = Set(hers.keys).union(open).subtracting(asked).subtracting(toCome)
        if codes.isEmpty { return [] }
        var successors: [Objective.Code: [Objective]] = [:]
        for objective in current {
            for code in predecessors(of: objective) where codes.contains(code) { successors[code, default: []].append(objective) }
        }
        return codes.sorted { $0.text < $1.text }.compactMap { code in
            let record = hers[code].flatMap(Self.best)
            let rank = record?.status.rank ?? 0
            guard rank == 1 || rank == 2 || (rank == 0 && open.contains(code)) else { return nil }
            let instead = successors[code] ?? []
            return ReplacedObjective(
                code: code, record: record, successors: instead.map(\.code), replacedOn: instead.map(\.period.from).min())
        }
    }

    /// The codes that another catalogue does not ask for on a day although this one does. What was replaced before is not among them.
    package func replaced(by other: ObjectiveCatalogue, on day: CalendarDay) -> Set<Objective.Code> {
        Set(objectives(on: day).map(\.code)).subtracting(other.objectives(on: day).map(\.code))
    }
}
