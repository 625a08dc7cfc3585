import Foundation

/// A point in time (*tidspunkt*), UTC with microseconds, as the store keeps it.
package struct Instant: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    /// Reads `YYYY-MM-DDTHH:MM:SS[.ffffff]Z`; the fraction may have one to six digits. Nil for anything else.
    package init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 27, bytes[10] == 84, bytes[bytes.count - 1] == 90,
            let day = CalendarDay(iso: String(text.prefix(10)))
        else { return nil }
        func two(_ index: Int) -> Int64? {
            guard bytes[index] >= 48, bytes[index] <= 57, bytes[index + 1] >= 48, bytes[index + 1] <= 57 else { return nil }
            return Int64(bytes[index] - 48) * 10 + Int64(bytes[index + 1] - 48)
        }
        guard bytes[13] == 58, bytes[16] == 58, let hour = two(11), hour < 24, let minute = two(14), minute < 60,
            let second = two(17), second < 60
        else { return nil }
        var fraction: Int64 = 0
        if bytes.count > 20 {
            guard bytes[19] == 46, bytes.count > 21 else { return nil }
            var scale: Int64 = 100_000
            for byte in bytes[20..<(bytes.count - 1)] {
                guard byte >= 48, byte <= 57 else { return nil }
                fraction += Int64(byte - 48) * scale
                scale /= 10
            }
        }
        microseconds = (Int64(day.number) * 86_400 + hour * 3600 + minute * 60 + second) * 1_000_000 + fraction
    }

    /// Midnight UTC at the start of a day.
    package init(startOf day: CalendarDay) { microseconds = Int64(day.number) * 86_400_000_000 }

    /// `YYYY-MM-DDTHH:MM:SS.ffffffZ`, always 27 characters, so that text order is time order.
    package var iso: String {
        let days = Int((Double(microseconds) / 86_400_000_000).rounded(.down))
        let rest = microseconds - Int64(days) * 86_400_000_000
        let day = CalendarDay(number: days) ?? (days < 0 ? .earliest : .latest)
        let (seconds, fraction) = (rest / 1_000_000, rest % 1_000_000)
        func pad(_ value: Int64, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(day.iso)T\(pad(seconds / 3600, 2)):\(pad(seconds / 60 % 60, 2)):\(pad(seconds % 60, 2)).\(pad(fraction, 6))Z"
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    /// The instant `seconds` later, held within range.
    package func adding(seconds: Int64) -> Instant {
        let (added, overflow) = microseconds.addingReportingOverflow(seconds.multipliedReportingOverflow(by: 1_000_000).partialValue)
        return overflow ? self : Instant(microseconds: added)
    }

    /// The calendar day in Norway (CET/CEST: last Sundays of March and October, 01:00 UTC).
    package var dayInNorway: CalendarDay { norwegianClock.day }

    /// Day, hour and minute on a clock in Norway.
    package var norwegianClock: (day: CalendarDay, hour: Int, minute: Int) {
        let utcDay = CalendarDay(number: Int((Double(microseconds) / 86_400_000_000).rounded(.down))) ?? .earliest
        let year = utcDay.year
        let isSummer: Bool
        if let march = Self.lastSunday(month: 3, year: year), let october = Self.lastSunday(month: 10, year: year) {
            let hour: Int64 = 3_600_000_000
            isSummer =
                microseconds >= Instant(startOf: march).microseconds + hour
                && microseconds < Instant(startOf: october).microseconds + hour
        } else {
            isSummer = false
        }
        let local = microseconds + (isSummer ? 7_200_000_000 : 3_600_000_000)
        let days = Int((Double(local) / 86_400_000_000).rounded(.down))
        let minutes = Int((local - Int64(days) * 86_400_000_000) / 60_000_000)
        return (CalendarDay(number: days) ?? .earliest, minutes / 60, minutes % 60)
    }

    private static func lastSunday(month: Int, year: Int) -> CalendarDay? {
        guard let last = CalendarDay(year: year, month: month, day: 31) else { return nil }
        // 1970-01-01 was a Thursday: (number + 4) mod 7 is 0 on Sundays.
        let weekday = ((Int(last.number) + 4) % 7 + 7) % 7
        return last.adding(days: -weekday)
    }
}

extension Instant {
    /// A day and time on a clock in Norway. In the hour that comes twice in October it is the second, in the one that is missing in
    /// March it is an hour later.
    package init(norwegianDay day: CalendarDay, hour: Int, minute: Int) {
        let local = Int64(day.number) * 86_400_000_000 + Int64(hour) * 3_600_000_000 + Int64(minute) * 60_000_000
        let winter = Instant(microseconds: local - 3_600_000_000)
        let summer = Instant(microseconds: local - 7_200_000_000)
        let clock = winter.norwegianClock
        self = clock.day == day && clock.hour == hour && clock.minute == minute ? winter : summer
    }

    /// The first instant after a day in Norway: what lasts through the day lasts until then.
    package init(endOf day: CalendarDay) { self.init(norwegianDay: day.adding(days: 1), hour: 0, minute: 0) }

    /// The last instant of a day in Norway, for what is asked as of its end.
    package static func last(of day: CalendarDay) -> Instant { Instant(microseconds: Instant(endOf: day).microseconds - 1) }
}
