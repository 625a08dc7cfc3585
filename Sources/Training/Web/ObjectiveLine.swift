import AlisDomain

/// One line of a doctor's list of objectives: one that is asked of her, or one that was replaced and in which something is under way.
struct ObjectiveLine: Sendable {
    let code: Objective.Code
    let set: ObjectiveSet?
    let status: ObjectiveStatus
    let record: ObjectiveRecord?
    let isApprovedBefore: Bool
    /// What is under way in the objectives this one came instead of.
    let before: [ReplacedObjective]
    /// Says that the line itself is of an objective asked for no more.
    let replaced: ReplacedObjective?
}

extension ObjectiveDesk.Opened {
    /// What she has under way in objectives that are asked for no more.
    var underWayBefore: [ReplacedObjective] {
        let open = Set(file.steps.keys.filter { chain($0).isOpen })
        return catalogue.underWay(records, open: open, on: today)
    }

    /// The list: each objective that is asked for, what is under way in those it came instead of right under it, and last what was left
    /// out without anything instead.
    func lines(_ sets: [ObjectiveSet]) -> [ObjectiveLine] {
        let old = underWayBefore
        var shown: Set<Objective.Code> = []
        func line(_ one: ReplacedObjective) -> ObjectiveLine? {
            guard shown.insert(one.code).inserted else { return nil }
            return ObjectiveLine(
                code: one.code, set: objective(one.code)?.set, status: one.status, record: one.record, isApprovedBefore: false, before: [],
                replaced: one)
        }
        var lines: [ObjectiveLine] = []
        for set in sets {
            for standing in catalogue.standing(records, in: set, on: today) {
                let before = old.filter { $0.successors.contains(standing.objective.code) }
                lines.append(
                    ObjectiveLine(
                        code: standing.objective.code, set: set, status: standing.status, record: standing.record,
                        isApprovedBefore: standing.isApprovedBefore, before: before, replaced: nil))
                lines += before.compactMap(line)
            }
            lines += old.filter { $0.successors.isEmpty && objective($0.code)?.set == set }.compactMap(line)
        }
        return lines + old.compactMap(line)
    }

    /// What became of an objective that was replaced while something was under way in it; nil when it is asked for, or nothing is.
    func replacedNote(_ code: Objective.Code) -> Text? {
        underWayBefore.first { $0.code == code }.map(ObjectiveReplacedTexts.note)
    }

    /// Where and when the objectives that one came instead of were planned, as long as nothing is planned of itself.
    func arenaBefore(_ code: Objective.Code, _ frame: Frame) -> String {
        guard file.arenas[code] == nil, let objective = objective(code), objective.period.contains(today) else { return "" }
        let asked = Set(catalogue.objectives(on: today).map(\.code))
        return catalogue.predecessors(of: objective).filter { !asked.contains($0) }.compactMap { old in
            let plan = arena(old, isShort: true, frame)
            return plan.isEmpty ? nil : frame[ObjectiveReplacedTexts.before(old, Text(plan, nn: plan))]
        }.joined(separator: ". ")
    }
}
