/// Shares of a position held at the same time (*samlet stilling*): work, absence, planned service and supervision of one doctor are each
/// at most a whole position on any day. Whoever asks whether they are, asks here.
package struct PositionSum: Sendable {
    /// A share, and when it is held (*del av en stilling*).
    package struct Part: Hashable, Sendable {
        package let period: Period
        package let share: PositionPercent

        package init(_ period: Period, _ share: PositionPercent) {
            self.period = period
            self.share = share
        }
    }

    private let parts: [Part]

    package init(_ parts: some Sequence<Part>) { self.parts = Array(parts) }

    /// Shares that are all held at once.
    package init(atOnce shares: some Sequence<PositionPercent>) { self.init(shares.map { Part(.always, $0) }) }

    /// What they come to on a day, in hundredths of a percent.
    package func hundredths(on day: CalendarDay) -> Int {
        parts.reduce(0) { $0 + ($1.period.contains(day) ? $1.share.hundredths : 0) }
    }

    package func isAboveWhole(on day: CalendarDay) -> Bool { hundredths(on: day) > PositionPercent.full.hundredths }

    /// The most they come to on any day of a period.
    package func most(in span: Period = .always) -> Int { risingDays(in: span).map(hundredths).max() ?? 0 }

    /// The first day of a period on which they are more than a whole position; nil when they are on none.
    package func firstAboveWhole(in span: Period = .always) -> CalendarDay? { risingDays(in: span).first(where: isAboveWhole) }

    /// A sum rises only where a part begins.
    private func risingDays(in span: Period) -> [CalendarDay] {
        Set([span.from] + parts.map(\.period.from).filter(span.contains)).sorted()
    }
}
