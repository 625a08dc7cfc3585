/// Hours a month (*timer i måneden*) as people give them: exact, in hundredths of an hour.
package struct MonthlyHours: Hashable, Comparable, Sendable {
    package let hundredths: Int

    /// Nil outside 0–80 hours.
    package init?(hundredths: Int) {
        guard (0...8000).contains(hundredths) else { return nil }
        self.hundredths = hundredths
    }

    /// Reads `4`, `3,5` or `10.25`; nil for what is no number of hours from 0 to 80.
    package init?(typed text: some StringProtocol) {
        guard let value = ReferenceNumber.hundredths(text) else { return nil }
        self.init(hundredths: value)
    }

    /// `4`, `3,5`.
    package var text: String {
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole),\(rest / 10)" : "\(whole),\(rest < 10 ? "0" : "")\(rest)"
    }

    package static func < (left: MonthlyHours, right: MonthlyHours) -> Bool { left.hundredths < right.hundredths }
}

/// Numbers with at most two decimals, read without floating point.
enum ReferenceNumber {
    /// Hundredths of `4`, `10.5`, `3,25`; nil for anything else, and above 99,999.
    static func hundredths(_ text: some StringProtocol) -> Int? {
        let trimmed = String(text.filter { !$0.isWhitespace && $0 != "\u{00A0}" })
        let parts = trimmed.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard (1...2).contains(parts.count), (1...5).contains(parts[0].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let whole = Int(parts[0])
        else { return nil }
        if parts.count == 1 { return whole * 100 }
        guard (1...2).contains(parts[1].utf8.count), let fraction = Int(parts[1]) else { return nil }
        return whole * 100 + (parts[1].utf8.count == 1 ? fraction * 10 : fraction)
    }
}

/// A length of supervision (*veiledningstid*), exact: a minute is cut so fine that any position percent, any share of a doctor and any
/// part of any month comes out whole. Sums stop at the largest number there is rather than end the program.
package struct SupervisionTime: Hashable, Comparable, Sendable {
    /// The days of all months go up in this number.
    static let monthParts = 377_580
    /// Parts to a minute: position percent and share are both in ten-thousandths.
    static let partsPerMinute = monthParts * 10_000 * 10_000

    package let parts: Int

    package static let zero = SupervisionTime(parts: 0)

    init(parts: Int) { self.parts = parts }

    /// Whole minutes.
    package init(minutes: Int) {
        let (product, overflow) = minutes.multipliedReportingOverflow(by: Self.partsPerMinute)
        parts = overflow ? (minutes < 0 ? .min : .max) : product
    }

    /// What a number of minutes a month comes to in a period, for a position and a share of it: each calendar month's part is its days
    /// over the days of that month.
    package init(minutesAMonth: Int, in period: Period, position: PositionPercent = .full, share: PositionPercent = .full) {
        parts = Self.sum(max(0, min(minutesAMonth, 4800)) * position.hundredths * share.hundredths, in: period)
    }

    /// Hours a month through a period.
    package init(_ hours: MonthlyHours, in period: Period) { parts = Self.sum(hours.hundredths * 60 * 1_000_000, in: period) }

    /// `rate` is a month's parts divided by `monthParts`.
    private static func sum(_ rate: Int, in period: Period) -> Int {
        var sum = 0
        var start = period.from
        // A century at most: open ends are the caller's to close.
        let end = min(period.end, period.from.adding(months: 1200))
        while start < end {
            let (year, month, _) = start.components
            let length = CalendarDay.daysIn(month: month, year: year)
            let next = (CalendarDay(year: year, month: month, day: 1) ?? start).adding(months: 1)
            let stop = min(next, end)
            sum = add(sum, rate * (monthParts / length) * stop.days(since: start))
            start = stop
        }
        return sum
    }

    /// A whole month's time at a rate.
    package init(aMonthOf minutes: Int, position: PositionPercent = .full, share: PositionPercent = .full) {
        parts = max(0, min(minutes, 4800)) * position.hundredths * share.hundredths * Self.monthParts
    }

    /// A month's time at a number of hours.
    package init(aMonthOf hours: MonthlyHours) { parts = hours.hundredths * 60 * 1_000_000 * Self.monthParts }

    /// What a length given in a period comes to in a whole month of it, less than a part of a minute rounded off.
    package func monthly(over period: Period) -> SupervisionTime {
        let length = max(1, MonthMeter.mark(period.end) - MonthMeter.mark(period.from))
        let (quotient, rest) = parts.quotientAndRemainder(dividingBy: length)
        let (whole, overflow) = quotient.multipliedReportingOverflow(by: Self.monthParts)
        return SupervisionTime(parts: overflow ? (parts < 0 ? .min : .max) : Self.add(whole, rest * Self.monthParts / length))
    }

    /// The nearest whole minute; halves go up.
    package var minutes: Int {
        let half = Self.partsPerMinute / 2
        let (quotient, remainder) = parts.quotientAndRemainder(dividingBy: Self.partsPerMinute)
        if remainder >= half { return quotient + 1 }
        return remainder < -half ? quotient - 1 : quotient
    }

    package static func < (left: SupervisionTime, right: SupervisionTime) -> Bool { left.parts < right.parts }
    package static func + (left: SupervisionTime, right: SupervisionTime) -> SupervisionTime {
        SupervisionTime(parts: add(left.parts, right.parts))
    }
    package static func - (left: SupervisionTime, right: SupervisionTime) -> SupervisionTime {
        let (difference, overflow) = left.parts.subtractingReportingOverflow(right.parts)
        return SupervisionTime(parts: overflow ? (left.parts < 0 ? .min : .max) : difference)
    }

    private static func add(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? (left < 0 ? .min : .max) : sum
    }
}
