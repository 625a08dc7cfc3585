/// A doctor's account of supervision (*veiledningssaldo*): what she should have had, what was given, and what to do about it.
///
/// The hours are those of her training plan (`SupervisionAccount`), so that the plan, this account and the lists say the same. They run
/// from the first day of service that is to be supervised, whether or not somebody was assigned; what was before sessions were kept here
/// is unknown, and not held against anyone.
package struct SupervisionBalance: Hashable, Sendable {
    /// By her plan; nil when nothing is evaluated for her.
    package let account: SupervisionAccount?
    /// Minutes of preparation, kept apart.
    package let preparation: Int
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

    package var due: SupervisionDue? { account?.due }

    package init(of person: RegisterIndex.Ordinal, account: SupervisionAccount?, in book: SupervisionBook, on day: CalendarDay) {
        self.account = account
        preparation = (book.given[person] ?? []).reduce(0) { $0 + ($1.isGroup ? 0 : $1.preparation) }
        guard book.service(of: person).position(on: day) != nil else {
            verdict = .notNow
            return
        }
        let share = book.assignments(ofPerson: person).filter { $0.period.contains(day) }.reduce(0) { $0 + $1.value.share.hundredths }
        let short = account?.due?.behind ?? 0
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
