import Foundation
import Testing

@testable import AlisDomain

@Suite struct InstantTests {
    @Test func `the clock in Norway is Europe's Oslo's, round every change to and from summer time`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Europe/Oslo"))
        // The rule of today holds from 1996.
        var instants: [Int64] = []
        for year in 1996...2037 {
            for month in [1, 3, 6, 10, 12] {
                let start = try #require(CalendarDay(year: year, month: month, day: 24))
                for hour in 0..<200 { instants.append(Int64(start.number) * 86_400 + Int64(hour) * 3600 + Int64(hour % 60) * 60) }
            }
        }
        var wrong: [Int64] = []
        for second in instants {
            let clock = Instant(microseconds: second * 1_000_000).norwegianClock
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: Date(timeIntervalSince1970: Double(second)))
            let (year, month, day) = clock.day.components
            if [parts.year, parts.month, parts.day, parts.hour, parts.minute] != [year, month, day, clock.hour, clock.minute] {
                wrong.append(second)
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test func `a time on a Norwegian clock is found again`() throws {
        var day = try #require(CalendarDay(iso: "2026-03-20"))
        for _ in 0..<250 {
            for hour in [0, 1, 3, 4, 12, 23] {
                let clock = Instant(norwegianDay: day, hour: hour, minute: 30).norwegianClock
                #expect(clock.day == day && clock.hour == hour && clock.minute == 30, "\(day.iso) \(hour)")
            }
            day = day.adding(days: 1)
        }
    }

    @Test(arguments: [
        ("2026-11-18", "2026-11-18T23:00:00.000000Z"), ("2026-07-01", "2026-07-01T22:00:00.000000Z"),
        ("2026-12-31", "2026-12-31T23:00:00.000000Z"), ("2028-02-29", "2028-02-29T23:00:00.000000Z"),
        // A day of 23 hours, one of 25, and the days before them.
        ("2027-03-27", "2027-03-27T23:00:00.000000Z"), ("2027-03-28", "2027-03-28T22:00:00.000000Z"),
        ("2027-10-30", "2027-10-30T22:00:00.000000Z"), ("2027-10-31", "2027-10-31T23:00:00.000000Z"),
    ])
    func `a day in Norway lasts until the next begins there`(iso: String, end: String) throws {
        let day = try #require(CalendarDay(iso: iso))
        #expect(Instant(endOf: day).iso == end)
        #expect(Instant(endOf: day).dayInNorway == day.adding(days: 1) && Instant.last(of: day).dayInNorway == day)
        #expect(Instant.last(of: day).norwegianClock.hour == 23 && Instant.last(of: day).norwegianClock.minute == 59)
    }

    @Test func `text is read back, and its order is time's order`() {
        var dice = DomainDice(seed: 5)
        var instants = (0..<2000).map { _ in Instant(microseconds: Int64(dice.below(Int(Int32.max))) * 1_000_003 - 500_000_000_000_000) }
        for instant in instants {
            #expect(Instant(iso: instant.iso) == instant)
            #expect(instant.iso.utf8.count == 27)
        }
        instants.sort()
        #expect(instants.map(\.iso) == instants.map(\.iso).sorted())
    }

    @Test(arguments: [
        "2026-01-01T00:00:00", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.1234567Z",
        "2026-02-30T00:00:00Z", "2026-01-01 00:00:00Z", "Z", "", "2026-01-01T00:00:0æZ",
    ])
    func `what is no instant is refused`(text: String) { #expect(Instant(iso: text) == nil) }

    @Test func `reading anything never ends the program`() {
        var dice = DomainDice(seed: 9)
        for _ in 0..<20_000 {
            let text = dice.text(length: 30)
            _ = Instant(iso: text)
            _ = CalendarDay(iso: text)
            _ = HalfYear(code: text)
            _ = PositionPercent(typed: text)
            _ = HPRNumber(text)
            _ = OrganisationNumber(text)
            _ = MunicipalityNumber(text)
            _ = EmailAddress(text)
            _ = RecordID(text)
            _ = Organisation(code: text)
            _ = Folding.fold(text)
        }
    }
}
