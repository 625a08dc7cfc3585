/// What a plan consists of, apart from what it comes to (*planens innhold*): what can be told apart between two versions of it.
package struct PlanContents: Hashable, Sendable {
    /// A service period with its learning arena.
    package struct PlannedService: Hashable, Sendable {
        package let service: ServicePeriod
        package let arena: String

        package init(service: ServicePeriod, arena: String = "") {
            self.service = service
            self.arena = arena
        }
    }

    /// A course, duty shifts or the like, with when it lasted.
    package struct PlannedActivity: Hashable, Sendable {
        package let id: RecordID
        package let activity: ActivityRecord
        package let period: Period

        package init(id: RecordID, activity: ActivityRecord, period: Period) {
            self.id = id
            self.activity = activity
            self.period = period
        }
    }

    package let services: [PlannedService]
    package let absences: [AbsencePeriod]
    package let activities: [PlannedActivity]
    /// Nobody had made a plan: the services are read off where she works.
    package let isAssumed: Bool

    package init(services: [PlannedService], absences: [AbsencePeriod], activities: [PlannedActivity], isAssumed: Bool) {
        self.services = services
        self.absences = absences
        self.activities = activities
        self.isAssumed = isAssumed
    }
}

/// What differs between two versions of a plan (*endringer i planen*), thing by thing.
package struct PlanDifference: Hashable, Sendable {
    /// One thing before and after: added when there is no before, removed when there is no after.
    package struct Step<Value: Hashable & Sendable>: Hashable, Sendable {
        package let before: Value?
        package let after: Value?
    }

    package let services: [Step<PlanContents.PlannedService>]
    package let absences: [Step<AbsencePeriod>]
    package let activities: [Step<PlanContents.PlannedActivity>]

    /// Things are the same when they have one identity. A plan that was only assumed is replaced by the first one made: what was assumed
    /// is not told as removed.
    package init(before: PlanContents, after: PlanContents) {
        let former = before.isAssumed && !after.isAssumed ? [] : before.services
        services = Self.steps(former, after.services, id: \.service.id, day: \.service.period.from)
        absences = Self.steps(before.absences, after.absences, id: \.id, day: \.period.from)
        activities = Self.steps(before.activities, after.activities, id: \.id, day: \.period.from)
    }

    package var isEmpty: Bool { services.isEmpty && absences.isEmpty && activities.isEmpty }

    /// What differs, in order of the day it begins now, or began.
    private static func steps<Value: Hashable & Sendable>(
        _ before: [Value], _ after: [Value], id: (Value) -> RecordID, day: (Value) -> CalendarDay
    ) -> [Step<Value>] {
        let former = Dictionary(before.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
        let present = Set(after.map(id))
        let changed = after.filter { former[id($0)] != $0 }.map { Step(before: former[id($0)], after: $0) }
        let removed = before.filter { !present.contains(id($0)) }.map { Step(before: $0, after: nil) }
        return (changed + removed).sorted { left, right in
            guard let first = left.after ?? left.before, let second = right.after ?? right.before else { return false }
            return (day(first), id(first)) < (day(second), id(second))
        }
    }
}

extension PlanComparison {
    /// The requirements that are judged otherwise, or are met on another day. What has only been reached on the day the plan said is as it
    /// was.
    package var judgedOtherwise: [Row] {
        rows.filter { row in
            if row.before?.verdict == .metByPlan, row.after?.verdict == .met, row.before?.metOn == row.after?.metOn { return false }
            return row.before?.verdict != row.after?.verdict || row.before?.metOn != row.after?.metOn
        }
    }
}
