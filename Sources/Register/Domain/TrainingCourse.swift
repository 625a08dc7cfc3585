/// One training from its first day to its end (*utdanningsløpets gang*): when it runs, when it is over, and what it cannot be. Form, list
/// that is read in and what ought to be looked at ask the same.
package struct TrainingCourse: Sendable {
    private let stretches: [(period: Period, value: Training)]

    /// As a timeline has it.
    package init(_ timeline: Timeline<Training>) { self.init(timeline.stretches.map { ($0.period, $0.value) }) }

    /// - Parameter stretches: in any order, none overlapping.
    package init(_ stretches: [(period: Period, value: Training)]) {
        self.stretches = stretches.sorted { $0.period.from < $1.period.from }
    }

    private var running: [(period: Period, value: Training)] { stretches.filter { !$0.value.standing.isEnded } }

    /// From its first day to its end; open while it goes on. Nil when it never ran.
    package var span: Period? {
        guard let first = running.first, let last = running.last else { return nil }
        return Period(from: first.period.from, to: last.period.to)
    }

    /// Whether it runs on a day, a pause counted in.
    package func isRunning(on day: CalendarDay) -> Bool { running.contains { $0.period.contains(day) } }

    /// The day from which it is over for good; nil while it goes on, or will again.
    package var endedFrom: CalendarDay? {
        guard let last = stretches.last, last.value.standing.isEnded, last.period.isOpen else { return nil }
        let ran = running.last?.period.end ?? .earliest
        return stretches.first { $0.value.standing.isEnded && $0.period.from >= ran }?.period.from
    }

    /// What a training cannot be (*avslag på utdanningsløp*).
    package enum Refusal: Hashable, Sendable {
        /// In the new scheme from its start, before that came into force.
        case newSchemeTooEarly(start: CalendarDay, first: CalendarDay)
        /// Converted before there was a new scheme.
        case convertedTooEarly(first: CalendarDay)
        /// Expected to be done on or before its first day.
        case expectedEndBeforeStart
        /// Ended before it began: it never ran.
        case endBeforeStart
    }

    /// Everything that is wrong at once.
    ///
    /// - Parameter newSchemeFrom: the first day of the new scheme; nil where the reference data does not say.
    package func refusals(newSchemeFrom: CalendarDay?) -> [Refusal] {
        guard let start = stretches.first?.period.from else { return [] }
        guard let first = running.first else { return [.endBeforeStart] }
        var refusals: [Refusal] = []
        if let newSchemeFrom, let early = running.first(where: { $0.value.scheme == .new }), early.period.from < newSchemeFrom {
            refusals.append(
                first.value.scheme == .new
                    ? .newSchemeTooEarly(start: start, first: newSchemeFrom) : .convertedTooEarly(first: newSchemeFrom))
        }
        if running.contains(where: { stretch in stretch.value.expectedEnd.map { $0 <= start } ?? false }) {
            refusals.append(.expectedEndBeforeStart)
        }
        return refusals
    }

    /// What is wrong with it that was not wrong before: nothing is refused for what the register has already.
    package func refusals(besides before: TrainingCourse, newSchemeFrom: CalendarDay?) -> [Refusal] {
        let known = Set(before.refusals(newSchemeFrom: newSchemeFrom))
        return refusals(newSchemeFrom: newSchemeFrom).filter { !known.contains($0) }
    }
}
