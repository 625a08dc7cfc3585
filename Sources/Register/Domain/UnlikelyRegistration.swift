/// What a new registration says that is seldom so (*uvanlig opplysning*): asked about before it is saved, and saved as it stands when
/// somebody says that it is right. What cannot be so is refused instead. Lists that are read in are asked about the training in the same way.
package enum UnlikelyRegistration: String, CaseIterable, Sendable {
    /// The old scheme, with a start on or after the day the new one came into force.
    case oldSchemeStartedLate
    /// A training that begins more than a year ahead: our own limit.
    case startsFarAhead
    /// Work that begins more than a year before the training, or is over before it: our own limit.
    case workBeforeTraining

    /// Days of a year: how far ahead, or how long before, is taken for unlikely.
    static let limitMonths = 12

    /// What is seldom so of a training.
    ///
    /// - Parameter newSchemeFrom: the first day of the new scheme; nil where the reference data does not say.
    package static func ofTraining(
        start: CalendarDay, scheme: Training.Scheme, today: CalendarDay, newSchemeFrom: CalendarDay?
    ) -> [UnlikelyRegistration] {
        var found: [UnlikelyRegistration] = []
        if scheme == .old, let newSchemeFrom, start >= newSchemeFrom { found.append(.oldSchemeStartedLate) }
        if start > today.adding(months: limitMonths) { found.append(.startsFarAhead) }
        return found
    }

    /// What is seldom so of a training and the work that is registered together with it.
    package static func all(
        start: CalendarDay, scheme: Training.Scheme, work: Period, today: CalendarDay, newSchemeFrom: CalendarDay?
    ) -> [UnlikelyRegistration] {
        var found = ofTraining(start: start, scheme: scheme, today: today, newSchemeFrom: newSchemeFrom)
        if work.from < start.adding(months: -limitMonths) || work.end <= start { found.append(.workBeforeTraining) }
        return found
    }
}
