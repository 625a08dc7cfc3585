/// Whose turn it has been to coordinate (*koordineringsperioder*), without holes: stretches that nobody has
/// said anything about stand as unknown.
package struct TurnHistory: Sendable {
    package struct Stretch: Sendable {
        package let period: Period
        /// Nil when it is not known.
        package let turn: Sourced<CoordinationTurn>?
    }

    /// In order of time, from the first known turn and on without end; empty when no turn is known at all.
    package let stretches: [Stretch]

    package init(_ rows: [ReferenceRow<CoordinationTurn>]) {
        var stretches: [Stretch] = []
        var reached: CalendarDay?
        for row in rows.sorted(by: { $0.period.from < $1.period.from }) {
            if let start = reached, let gap = Period(from: start, to: row.period.from) { stretches.append(Stretch(period: gap, turn: nil)) }
            stretches.append(Stretch(period: row.period, turn: row.fact))
            reached = row.period.end
        }
        if let reached, reached < .latest { stretches.append(Stretch(period: Period(startingOn: reached), turn: nil)) }
        self.stretches = stretches
    }
}
