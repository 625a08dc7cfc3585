import AlisDomain
import Testing

@Suite struct PositionSumTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }
    private func part(_ percent: Int, _ from: String, _ to: String? = nil) throws -> PositionSum.Part {
        let period = try #require(Period(from: day(from), to: to.map { try day($0) }))
        return PositionSum.Part(period, try #require(PositionPercent(percent: percent)))
    }

    @Test func `eighty and sixty at once are above a whole position from the day both are held`() throws {
        let sum = PositionSum([try part(80, "2024-09-01"), try part(60, "2026-01-01")])
        #expect(try sum.firstAboveWhole() == day("2026-01-01"))
        #expect(try sum.hundredths(on: day("2025-12-31")) == 8000 && sum.hundredths(on: day("2026-01-01")) == 14_000)
        #expect(sum.most() == 14_000)
    }

    @Test func `a whole position in all is not too much, and one after another is not at once`() throws {
        #expect(PositionSum([try part(80, "2024-09-01"), try part(20, "2024-09-01")]).firstAboveWhole() == nil)
        #expect(PositionSum([try part(100, "2024-09-01", "2026-01-01"), try part(100, "2026-01-01")]).firstAboveWhole() == nil)
        #expect(PositionSum([]).firstAboveWhole() == nil && PositionSum([]).most() == 0)
    }

    @Test func `only the days that are asked about are looked at`() throws {
        let sum = PositionSum([
            try part(80, "2020-01-01", "2022-01-01"), try part(60, "2021-01-01", "2022-01-01"), try part(50, "2023-01-01"),
        ])
        #expect(try sum.firstAboveWhole(in: Period(startingOn: day("2022-01-01"))) == nil)
        #expect(try sum.firstAboveWhole(in: Period(startingOn: day("2021-06-01"))) == day("2021-06-01"))
        #expect(PositionSum(atOnce: [.full, .full]).firstAboveWhole() != nil)
    }

    @Test func `the first day above a whole position is the first there is, day by day`() throws {
        var dice = DomainDice(seed: 11)
        let first = try day("2026-01-01")
        for _ in 0..<300 {
            let parts = (0..<(1 + dice.below(5))).compactMap { _ -> PositionSum.Part? in
                let from = first.adding(days: dice.below(40))
                guard let period = Period(from: from, to: from.adding(days: 1 + dice.below(20))),
                    let share = PositionPercent(percent: 10 * (1 + dice.below(10)))
                else { return nil }
                return PositionSum.Part(period, share)
            }
            let sum = PositionSum(parts)
            let days = (0..<70).map { first.adding(days: $0) }
            #expect(sum.firstAboveWhole() == days.first { sum.hundredths(on: $0) > 10_000 })
            #expect(sum.most() == days.map { sum.hundredths(on: $0) }.max())
        }
    }
}
