/// An exact amount of service time (*tjenestetid*), in whole parts of a month, so that nothing is ever rounded.
///
/// A month is counted as days over the days of that calendar month, times the position percent, times what is left when absence is
/// taken out (docs/decisions/0009). 377,580 is the least common multiple of 28, 29, 30 and 31; percents and shares are hundredths of
/// a percent, which gives 10,000 × 10,000 more parts.
package struct ServiceAmount: Hashable, Comparable, Sendable {
    /// Parts of a month: 377,580 × 10⁸ of them make one.
    package let units: Int

    /// Units in one full-time calendar month.
    package static let unitsPerMonth = MonthMeter.partsPerMonth * 100_000_000
    /// No time at all.
    package static let zero = ServiceAmount(units: 0)
    /// More than any training holds: a hundred years. Keeps sums of what others wrote within bounds.
    static let limit = 1200

    package init(units: Int) { self.units = units }

    /// Full-time months; nil when the number is no whole number of units, is negative, or is above a hundred years.
    package init?(months: ExactNumber) {
        guard months.numerator >= 0, months.numerator / months.denominator <= Self.limit,
            Self.unitsPerMonth % months.denominator == 0
        else { return nil }
        let (units, overflow) = months.numerator.multipliedReportingOverflow(by: Self.unitsPerMonth / months.denominator)
        guard !overflow else { return nil }
        self.units = units
    }

    /// Whole full-time months, held between none and a hundred years.
    package init(months: Int) { units = max(0, min(months, Self.limit)) * Self.unitsPerMonth }

    /// Full-time months begun and left: whole months, and the rest as days of a thirty-day month, rounded down. For reading only.
    package var monthsAndDays: (months: Int, days: Int) {
        (units / Self.unitsPerMonth, units % Self.unitsPerMonth / (Self.unitsPerMonth / 30))
    }

    /// Months with one decimal and a Norwegian comma, rounded down, so that nobody reads that more has been served than has: `23,9`.
    package var decimalText: String {
        let tenths = units / (Self.unitsPerMonth / 10)
        return "\(units < 0 && tenths > -10 ? "-" : "")\(tenths / 10),\(abs(tenths % 10))"
    }

    /// Whole hundredths of a month, rounded down, for spreadsheets.
    package var hundredthsOfMonth: Int { units / (Self.unitsPerMonth / 100) }

    package static func < (left: ServiceAmount, right: ServiceAmount) -> Bool { left.units < right.units }
    /// Sums are held at the type's limits, never trapping.
    package static func + (left: ServiceAmount, right: ServiceAmount) -> ServiceAmount {
        let (sum, overflow) = left.units.addingReportingOverflow(right.units)
        return ServiceAmount(units: overflow ? (right.units > 0 ? .max : .min) : sum)
    }
    /// Differences are held at the type's limits, never trapping.
    package static func - (left: ServiceAmount, right: ServiceAmount) -> ServiceAmount {
        let (difference, overflow) = left.units.subtractingReportingOverflow(right.units)
        return ServiceAmount(units: overflow ? (right.units < 0 ? .max : .min) : difference)
    }
    package static func += (left: inout ServiceAmount, right: ServiceAmount) { left = left + right }

    /// Whole minutes that `perMonth` minutes a full-time month come to over this amount, rounded down.
    package func minutes(perMonth: Int) -> Int {
        let (whole, rest) = (units / Self.unitsPerMonth, units % Self.unitsPerMonth)
        let rate = max(0, min(perMonth, 60 * 24 * 31))
        return whole * rate + rest * rate / Self.unitsPerMonth
    }
}
