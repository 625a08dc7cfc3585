/// A doctor's account of supervision (*veiledningssaldo*): what she should have had, what was given, and what to do about it.
///
/// It runs over the last twelve months, but no longer back than her service in the new scheme and the first supervisor registered here:
/// what was before Alis was told is not held against anyone.
package struct SupervisionBalance: Hashable, Sendable {
    /// The days it counts; nil when nothing is to be counted yet.
    package let period: Period?
    package let expected: SupervisionTime
    /// Whole minutes of individual supervision.
    package let given: Int
    /// Preparation in the same days, kept apart.
    package let preparation: Int
    /// Minutes in a group, of all time.
    package let group: Int
    package let verdict: Verdict

    /// How the doctor stands, and so what to do (*status*).
    package enum Verdict: Hashable, Sendable {
        /// No service that is to be supervised on the day.
        case notNow
        /// Service that is to be supervised, and nobody who does it.
        case noSupervisor
        /// The supervisors have less than all of her.
        case partly(hundredths: Int)
        /// So many minutes short of what was to be given.
        case behind(minutes: Int)
        case onTrack
    }

    package init(of person: RegisterIndex.Ordinal, in book: SupervisionBook, on day: CalendarDay) {
        let service = book.service(of: person)
        let assignments = book.assignments(ofPerson: person)
        let given = book.given[person] ?? []
        group = given.reduce(0) { $0 + ($1.isGroup ? $1.minutes : 0) }
        let first = [day.adding(months: -12), service.begins, assignments.first?.period.from].compactMap { $0 }.max()
        if service.begins != nil, !assignments.isEmpty, let first, let period = Period(from: first, to: day) {
            self.period = period
            expected = service.expected(in: period, rates: book.rates)
            let counted = given.filter { !$0.isGroup && ($0.day == day || period.contains($0.day)) }
            self.given = counted.reduce(0) { $0 + $1.minutes }
            preparation = counted.reduce(0) { $0 + $1.preparation }
        } else {
            (period, expected, self.given, preparation) = (nil, .zero, 0, 0)
        }
        guard service.position(on: day) != nil else {
            verdict = .notNow
            return
        }
        let share = assignments.filter { $0.period.contains(day) }.reduce(0) { $0 + $1.value.share.hundredths }
        let short = expected.minutes - self.given
        if share == 0 {
            verdict = .noSupervisor
        } else if short > book.rates.minutes(.behindHours, on: day) {
            verdict = .behind(minutes: short)
        } else if share < 10_000 {
            verdict = .partly(hundredths: share)
        } else {
            verdict = .onTrack
        }
    }
}
