/// What is logged of one training's supervision (*øktføring*): enough to say what was given, and when it is known.
package struct SupervisionLog: Sendable {
    /// Individual minutes with each supervisor, from the first day to the last.
    package var individual: [RecordID: (minutes: Int, first: CalendarDay, last: CalendarDay)] = [:]
    /// Minutes in a group, day by day.
    package var group: [(day: CalendarDay, minutes: Int)] = []

    package init() {}

    /// As the rules of training plans take them.
    package var entries: [ActivityEntry] {
        guard let alone = ActivityCode("individualSupervision"), let inGroup = ActivityCode("groupSupervision") else { return [] }
        return individual.sorted { $0.key < $1.key }.map { _, sum in
            let days = Period(from: sum.first, to: sum.last.adding(days: 1)) ?? Period(startingOn: sum.first)
            return ActivityEntry(activity: alone, period: days, minutes: sum.minutes, isDone: true, origin: .session)
        }
            + group.map { session in
                let day = Period(from: session.day, to: session.day.adding(days: 1)) ?? Period(startingOn: session.day)
                return ActivityEntry(activity: inGroup, period: day, minutes: session.minutes, isDone: true, origin: .session)
            }
    }

    /// The days between an assignment's beginning and its first session that are still taken as one with it: a first talk is agreed on.
    static let daysToFirstSession = 31

    /// An assignment cut where what is known of it changes: before it or any session was recorded, then until its first session, then
    /// from that on; and on the day its supervisor may not supervise any more.
    ///
    /// - Parameters:
    ///   - knownFrom: the day the assignment was recorded; nil when that is not known.
    ///   - lapsedFrom: the first day the supervisor may not supervise; nil when she may.
    package static func stretches(
        _ period: Period, supervisor: RecordID, knownFrom recorded: CalendarDay?, log: SupervisionLog, lapsedFrom: CalendarDay?
    ) -> [SupervisionStretch] {
        let own = log.individual[supervisor]?.first
        let any = log.individual.values.map(\.first).min()
        var logged = own ?? .latest
        if logged < period.from.adding(days: daysToFirstSession) { logged = period.from }
        let known = min(recorded ?? period.from, any ?? .latest)
        let cuts = [min(known, logged), logged, lapsedFrom ?? .latest].filter { period.from < $0 && $0 < period.end }
        let days = [period.from] + Set(cuts).sorted()
        return days.indices.compactMap { index in
            Period(from: days[index], to: index + 1 < days.count ? days[index + 1] : period.to).map { stretch in
                SupervisionStretch(
                    period: stretch, supervisor: supervisor,
                    log: stretch.from >= logged ? .logged : stretch.from >= known ? .silent : .before,
                    isLapsed: lapsedFrom.map { stretch.from >= $0 } ?? false)
            }
        }
    }
}
