import Foundation
import Testing

@testable import AlisDomain

@Suite struct CalendarDayTests {
    @Test func `every day from 1900 to 2100 is what Foundation's calendar says`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        var day = try #require(CalendarDay(year: 1900, month: 1, day: 1))
        let last = try #require(CalendarDay(year: 2100, month: 12, day: 31))
        var wrong = 0
        while day <= last {
            let parts = calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: Double(day.number) * 86_400))
            let (year, month, date) = day.components
            if parts.year != year || parts.month != month || parts.day != date { wrong += 1 }
            if CalendarDay(year: year, month: month, day: date) != day || CalendarDay(iso: day.iso) != day { wrong += 1 }
            day = day.adding(days: 1)
        }
        #expect(wrong == 0)
    }

    @Test(arguments: [
        "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "26-01-01", "2026-01-01 ", "1799-12-31", "",
        "٢٠٢٦-٠١-٠١", "2026/01/01", "-026-01-01", "2026-01-0a",
    ])
    func `what is no day is refused`(text: String) { #expect(CalendarDay(iso: text) == nil) }

    @Test func `months are added to the last day at most, and nothing leaves the calendar`() throws {
        let january = try #require(CalendarDay(iso: "2024-01-31"))
        #expect(january.adding(months: 1).iso == "2024-02-29")
        #expect(january.adding(months: 13).iso == "2025-02-28")
        #expect(january.adding(months: -2).iso == "2023-11-30")
        #expect(january.adding(months: .max) == .latest)
        #expect(january.adding(months: .min) == .earliest)
        #expect(january.adding(days: .max) == .latest)
        #expect(january.adding(days: .min) == .earliest)
        #expect(CalendarDay.earliest.iso == "1800-01-01")
        #expect(CalendarDay.latest.iso == "9999-12-31")
        #expect(january.norwegian == "31.1.2024")
    }

    @Test(arguments: [
        ("2026-01-31", "2026-02-28", 1), ("2026-01-31", "2026-02-27", 0), ("2028-01-31", "2028-02-28", 0), ("2028-01-31", "2028-02-29", 1),
        ("2026-03-31", "2026-04-30", 1), ("2026-08-31", "2027-02-28", 6), ("2026-08-31", "2027-02-27", 5), ("2024-02-29", "2025-02-28", 12),
        ("2026-11-18", "2026-11-18", 0), ("2026-12-31", "2027-01-30", 0), ("2026-12-31", "2027-01-31", 1), ("2027-01-31", "2026-12-31", -1),
        ("2027-01-31", "2027-01-30", -1),
    ])
    func `whole months between two days are those that can be added`(from: String, to: String, months: Int) throws {
        let (first, last) = (try #require(CalendarDay(iso: from)), try #require(CalendarDay(iso: to)))
        #expect(last.months(since: first) == months)
        #expect(first.adding(months: months) <= last && first.adding(months: months + 1) > last)
    }

    @Test func `half-years follow each other without a gap`() throws {
        var half = HalfYear(year: 2020, isAutumn: false)
        for _ in 0..<20 {
            #expect(half.period.to == half.next.start)
            #expect(HalfYear(code: half.code) == half)
            #expect(HalfYear(containing: half.start) == half)
            #expect(HalfYear(containing: half.next.start.adding(days: -1)) == half)
            half = half.next
        }
        for text in ["2027-3", "2027", "27-1", "", "2027-1-1", "9999-1"] { #expect(HalfYear(code: text) == nil) }
    }
}
