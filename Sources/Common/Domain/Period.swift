/// A half-open stretch of days (*periode*): `from` is in it, `to` is the first day after it; no `to` means still open.
package struct Period: Hashable, Sendable {
    package let from: CalendarDay
    package let to: CalendarDay?

    /// Nil when the period would be empty or turned round.
    package init?(from: CalendarDay, to: CalendarDay? = nil) {
        if let to, to <= from { return nil }
        self.from = from
        self.to = to
    }

    /// From a day and on, with no end known.
    package init(startingOn day: CalendarDay) {
        from = day
        to = nil
    }

    /// All days there are.
    package static let always = Period(startingOn: .earliest)

    /// The first day after the period, or the calendar's last day when it is open.
    package var end: CalendarDay { to ?? .latest }
    /// The last day in the period, as people say it ("to and including"); nil when open.
    package var lastDay: CalendarDay? { to?.adding(days: -1) }
    package var isOpen: Bool { to == nil }

    package func contains(_ day: CalendarDay) -> Bool { from <= day && (to.map { day < $0 } ?? true) }
    package func overlaps(_ other: Period) -> Bool { from < other.end && other.from < end }

    /// The days both have in common; nil when there are none.
    package func intersection(_ other: Period) -> Period? {
        let start = max(from, other.from)
        let stop: CalendarDay? =
            switch (to, other.to) {
            case (let left?, let right?): min(left, right)
            case (let left?, nil): left
            case (nil, let right): right
            }
        return Period(from: start, to: stop)
    }

    /// What is left of this period when `other` is taken out: none, one or two periods, in order.
    package func subtracting(_ other: Period) -> [Period] {
        guard overlaps(other) else { return [self] }
        var rest: [Period] = []
        if let before = Period(from: from, to: other.from) { rest.append(before) }
        if let otherEnd = other.to, let after = Period(from: max(otherEnd, from), to: to) { rest.append(after) }
        return rest
    }
}
