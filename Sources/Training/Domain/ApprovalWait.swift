/// Why a plan waits for the municipality's decision (*venter på godkjenning*): it is new, or no longer the plan that was decided on.
///
/// The municipality, which is the training enterprise, answers for the individual plan (spesialistforskriften § 25; domain.md).
package struct ApprovalWait: Hashable, Sendable {
    /// What was decided last; nil when nothing has been.
    package let decision: Decision?
    /// When the plan was looked through after that decision, or at all when there is none; nil when nobody has.
    package let revisedOn: CalendarDay?
    /// What differs since the decision.
    package let change: Change

    package init(decision: Decision?, revisedOn: CalendarDay?, change: Change = Change()) {
        self.decision = decision
        self.revisedOn = revisedOn
        self.change = change
    }

    /// An approval or a return (*vedtak om planen*), on its day.
    package struct Decision: Hashable, Sendable {
        package let isApproval: Bool
        package let day: CalendarDay

        package init(isApproval: Bool, day: CalendarDay) {
            self.isApproval = isApproval
            self.day = day
        }
    }

    /// How many things of a plan are others than they were (*endringer*).
    package struct Change: Hashable, Sendable {
        package let services: Int
        package let absences: Int
        /// Planned ones: that something has been carried out is no change of the plan.
        package let activities: Int
        /// Scheme, pause or end.
        package let isCourseChanged: Bool

        package init(services: Int = 0, absences: Int = 0, activities: Int = 0, isCourseChanged: Bool = false) {
            self.services = services
            self.absences = absences
            self.activities = activities
            self.isCourseChanged = isCourseChanged
        }

        package init(_ difference: PlanDifference, isCourseChanged: Bool) {
            self.init(
                services: difference.services.count, absences: difference.absences.count,
                activities: difference.activities.filter { !(($0.after ?? $0.before)?.activity.isDone ?? false) }.count,
                isCourseChanged: isCourseChanged)
        }

        package var isEmpty: Bool { self == Change() }
    }

    /// What a plan waits for; nil when it is the one that was approved, or was returned and nobody has done anything to it since.
    ///
    /// - Parameters:
    ///   - revisedOn: when it was looked through after the decision.
    ///   - change: what differs from the plan that was decided on.
    package static func of(decision: Decision?, revisedOn: CalendarDay?, change: Change) -> ApprovalWait? {
        decision != nil && revisedOn == nil && change.isEmpty
            ? nil : ApprovalWait(decision: decision, revisedOn: revisedOn, change: change)
    }
}
