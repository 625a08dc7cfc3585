import Foundation

/// A day in the calendar (*dag*), without time or time zone.
///
/// Stored as the number of days since 1970-01-01 in the proleptic Gregorian calendar, so that differences are exact.
/// Only the years 1800 to 9999 exist; everything that parses what others wrote goes through the failable initialisers.
package struct CalendarDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    package let number: Int32

    /// The first and the last day that can be represented.
    package static let earliest = CalendarDay(unchecked: -62_091)
    package static let latest = CalendarDay(unchecked: 2_932_896)

    private init(unchecked number: Int32) { self.number = number }

    /// Nil when `number` lies outside the years 1800 to 9999.
    package init?(number: Int) {
        guard number >= Int(Self.earliest.number), number <= Int(Self.latest.number) else { return nil }
        self.number = Int32(number)
    }

    /// Nil when the day does not exist (31 February) or lies outside the years 1800 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1800...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.daysIn(month: month, year: year)
        else { return nil }
        // Days from the civil calendar: years counted from March, so that the leap day is the year's last.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Reads `YYYY-MM-DD`; nil for anything else.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
        func digits(_ range: Range<Int>) -> Int? {
            var value = 0
            for index in range {
                guard bytes[index] >= 48, bytes[index] <= 57 else { return nil }
                value = value * 10 + Int(bytes[index] - 48)
            }
            return value
        }
        guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Year, month (1–12) and day of the month.
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var year: Int { components.year }
    package var month: Int { components.month }

    /// `YYYY-MM-DD`.
    package var iso: String {
        let (year, month, day) = components
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// As Norwegians write it: `22.11.2026`.
    package var norwegian: String {
        String(unsafeUninitializedCapacity: Self.norwegianLength) { buffer in buffer.baseAddress.map(writeNorwegian) ?? 0 }
    }

    /// The most letters `norwegian` has.
    package static let norwegianLength = 10

    /// Puts `norwegian` where there is room for `norwegianLength` letters, for those who write many; how many it took.
    package func writeNorwegian(to place: UnsafeMutablePointer<UInt8>) -> Int {
        let (year, month, day) = components
        var length = 0
        func put(_ digit: Int) {
            place[length] = UInt8(48 + digit)
            length += 1
        }
        func put(part: Int) {
            if part > 9 { put(part / 10) }
            put(part % 10)
            place[length] = UInt8(ascii: ".")
            length += 1
        }
        put(part: day)
        put(part: month)
        put(year / 1000 % 10)
        put(year / 100 % 10)
        put(year / 10 % 10)
        put(year % 10)
        return length
    }

    package static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

    /// The day `days` later (earlier when negative), held within the calendar's limits.
    package func adding(days: Int) -> CalendarDay {
        let (sum, overflow) = Int(number).addingReportingOverflow(days)
        if overflow { return days > 0 ? .latest : .earliest }
        return CalendarDay(number: sum) ?? (days > 0 ? .latest : .earliest)
    }

    /// The same day of the month `months` later, or the month's last day when it is shorter.
    package func adding(months: Int) -> CalendarDay {
        let (year, month, day) = components
        let (count, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, count >= 1800 * 12, count < 10_000 * 12 else { return months > 0 ? .latest : .earliest }
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        return CalendarDay(year: newYear, month: newMonth, day: min(day, Self.daysIn(month: newMonth, year: newYear))) ?? self
    }

    /// Days from `other` to this day; negative when this day is earlier.
    package func days(since other: CalendarDay) -> Int { Int(number) - Int(other.number) }

    /// Whole calendar months from `other` to this day, as `adding(months:)` counts them: 28 February is one after 31 January, and 29 March
    /// one after 1 March. Negative when this day is earlier.
    package func months(since other: CalendarDay) -> Int {
        let (first, last) = (other.components, components)
        let count = (last.year - first.year) * 12 + last.month - first.month
        return other.adding(months: count) <= self ? count : count - 1
    }

    /// The number of days in a month (1–12) of a year.
    package static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
