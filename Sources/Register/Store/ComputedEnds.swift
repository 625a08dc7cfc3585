import AlisDomain

/// When training plans come to an end. Plans stand above the register and answer from their own tables, so that the register's pages can
/// show the computed end beside the registered one without knowing them.
package protocol ComputedEndSource: Sendable {
    /// The ends of those of these persons who have a training under way, as known now.
    func ends(of persons: [RecordID], on day: CalendarDay, deadline: CalendarDay?) async throws -> [RecordID: ComputedEnd]
}

/// The day a training plan comes to (*beregnet ferdig*).
package struct ComputedEnd: Hashable, Sendable {
    /// Nil when the plan does not reach it.
    package let day: CalendarDay?
    /// Nobody has made a plan: it is read off where the doctor works.
    package let isAssumed: Bool
    /// Some of what binds is not known well enough to be judged, and the day does not wait for it.
    package let isPartlyJudged: Bool
}
