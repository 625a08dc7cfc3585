import AlisDomain
import Foundation
import Testing

/// A time when what depends on the calendar may go wrong, with what a calendar that is not ours says of it.
///
/// `ALIS_TEST_DAY=2029-12-31` (noon in Norway that day, or a time with `Z`) runs the tests of the calendar at that time alone.
struct CalendarMoment: Sendable, CustomTestStringConvertible {
    let time: Instant
    let why: String

    var testDescription: String { "\(time.iso.prefix(16))Z, \(why)" }

    static let all: [CalendarMoment] = [
        ("2026-10-25T00:30:00Z", "half past two in the night of the change, the first time"),
        ("2026-10-25T01:30:00Z", "half past two in the night of the change, the second time"),
        ("2026-12-31T22:59:59Z", "the last second to apply in the old scheme"),
        ("2026-12-31T23:00:00Z", "the new year in Norway, not yet in Greenwich"),
        ("2027-01-01T11:00:00Z", "the day after the old scheme's last day"),
        ("2027-01-29T11:00:00Z", "a month before a day that is not there"),
        ("2027-01-31T22:30:00Z", "the 31st, late"),
        ("2027-02-28T11:00:00Z", "the end of February"),
        ("2027-03-28T00:59:00Z", "the minute before the clock is set forward"),
        ("2027-03-28T01:00:00Z", "the minute the clock is set forward"),
        ("2027-03-31T11:00:00Z", "the end of March"),
        ("2027-06-30T22:00:00Z", "the first minute of 1 July in Norway, 30 June in Greenwich"),
        ("2027-08-31T11:00:00Z", "half a year before a day that is not there"),
        ("2027-10-31T01:00:00Z", "the clock is set back"),
        ("2028-02-29T22:59:00Z", "the last minute of a leap day"),
    ].compactMap { text, why in Instant(iso: text).map { CalendarMoment(time: $0, why: why) } }

    /// The moments the tests run at.
    static let chosen: [CalendarMoment] = {
        guard let text = ProcessInfo.processInfo.environment["ALIS_TEST_DAY"], !text.isEmpty else { return all }
        let time = Instant(iso: text) ?? CalendarDay(iso: text).map { Instant(norwegianDay: $0, hour: 12, minute: 0) }
        return time.map { [CalendarMoment(time: $0, why: "ALIS_TEST_DAY")] } ?? []
    }()

    // MARK: By another calendar

    private static let oslo: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Oslo") ?? .gmt
        return calendar
    }()

    private var date: Date { Date(timeIntervalSince1970: Double(time.microseconds) / 1_000_000) }
    private var parts: DateComponents { Self.oslo.dateComponents([.year, .month, .day, .hour, .minute], from: date) }

    /// The day in Norway as it is written there, some days or months later.
    func day(laterBy value: Int = 0, _ unit: Calendar.Component = .day) -> String {
        let later = Self.oslo.date(byAdding: unit, value: value, to: date) ?? date
        let parts = Self.oslo.dateComponents([.year, .month, .day], from: later)
        return "\(parts.day ?? 0).\(parts.month ?? 0).\(parts.year ?? 0)"
    }

    /// `2027-01-31`.
    var iso: String { String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0) }
    /// `02.30`, on a clock in Norway.
    var clock: String { String(format: "%02d.%02d", parts.hour ?? 0, parts.minute ?? 0) }
    var year: Int { parts.year ?? 0 }
    /// `2027-1` in spring, `2027-2` in autumn.
    var halfYear: String { "\(year)-\((parts.month ?? 1) < 7 ? 1 : 2)" }

    /// Days from the day in Norway to another; negative when it has passed.
    func days(until day: String) -> Int? {
        let numbers = day.split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 3, let other = Self.oslo.date(from: DateComponents(year: numbers[0], month: numbers[1], day: numbers[2]))
        else { return nil }
        return Self.oslo.dateComponents([.day], from: Self.oslo.startOfDay(for: date), to: other).day
    }

    /// The day whose public figures are the newest: the half-year that began a month ago at the latest.
    var published: String {
        let before = Self.oslo.date(byAdding: .month, value: -1, to: date) ?? date
        let parts = Self.oslo.dateComponents([.year, .month], from: before)
        return String(format: "%04d-%02d-01", parts.year ?? 0, (parts.month ?? 1) < 7 ? 1 : 7)
    }
}
