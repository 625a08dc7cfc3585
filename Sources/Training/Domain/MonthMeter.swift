/// Measures calendar time in months (*kalendermåneder*): every month is one, and each of its days an equal part of it.
///
/// A day is a whole number of parts in any month, since 377,580 divides by 28, 29, 30 and 31.
package enum MonthMeter {
    /// Parts in one calendar month.
    package static let partsPerMonth = 377_580

    /// Parts from the beginning of year 0 to a day; the difference between two days is the time from the one to the other.
    package static func mark(_ day: CalendarDay) -> Int {
        let (year, month, number) = day.components
        return (year * 12 + month - 1) * partsPerMonth + (number - 1) * (partsPerMonth / CalendarDay.daysIn(month: month, year: year))
    }

    /// The first day whose mark is `mark` or more.
    package static func firstDay(at mark: Int) -> CalendarDay { day(at: mark, roundedUp: true) }
    /// The last day whose mark is `mark` or less.
    package static func lastDay(at mark: Int) -> CalendarDay { day(at: mark, roundedUp: false) }

    private static func day(at mark: Int, roundedUp: Bool) -> CalendarDay {
        guard mark > 0 else { return .earliest }
        let (index, rest) = (mark / partsPerMonth, mark % partsPerMonth)
        let (year, month) = (index / 12, index % 12 + 1)
        let part = partsPerMonth / CalendarDay.daysIn(month: month, year: year)
        let days = (rest + (roundedUp ? part - 1 : 0)) / part
        guard let first = CalendarDay(year: year, month: month, day: 1) else { return year < 1800 ? .earliest : .latest }
        return first.adding(days: days)
    }

    /// Full-time service in a period without absence.
    package static func amount(_ period: Period) -> ServiceAmount {
        ServiceAmount(units: (mark(period.end) - mark(period.from)) * 100_000_000)
    }
}
