/// One thing that an import does to the register: from the first to the last day of `period`, `id` is so.
///
/// The store applies them in order, each with `Timeline.revising(period, to: value)`, all in one change of the act `.imported`.
package struct ImportOperation: Hashable, Sendable {
    package let id: RecordID
    package let period: Period
    package let fact: Fact
    /// The first thing said of this identity.
    package let isNew: Bool
    /// The row that says so.
    package let row: RowReference

    package init(id: RecordID, period: Period, fact: Fact, isNew: Bool, row: RowReference) {
        self.id = id
        self.period = period
        self.fact = fact
        self.isNew = isNew
        self.row = row
    }

    /// What is so; no value: nothing is.
    package enum Fact: Hashable, Sendable {
        case trainee(Trainee?)
        case training(Training?)
        case engagement(Engagement?)
        case absence(Absence?)
        case wish(HospitalWish?)
    }
}
