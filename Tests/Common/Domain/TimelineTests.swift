import Testing

@testable import AlisDomain

@Suite struct TimelineTests {
    private static func day(_ offset: Int) -> CalendarDay { CalendarDay(number: 20_000 + offset) ?? .earliest }

    private static func period(_ dice: inout DomainDice, within days: Int) -> Period {
        let from = dice.below(days)
        return Period(from: day(from), to: dice.below(3) == 0 ? nil : day(from + 1 + dice.below(days))) ?? Period(startingOn: day(from))
    }

    /// What holds after a revision.
    private static func apply(_ revision: Revision<Int>, to timeline: Timeline<Int>, change: Int) -> Timeline<Int> {
        let kept = timeline.stretches.filter { !revision.superseded.contains($0) }
        return Timeline(kept + revision.inserted.map { Version(id: "x", value: $0.1, period: $0.0, recordedIn: change) })
    }

    @Test func `a revision changes the days it is about and no other, day by day`() {
        var dice = DomainDice(seed: 1)
        for _ in 0..<300 {
            var timeline = Timeline<Int>([])
            var expected = [Int?](repeating: nil, count: 120)
            for change in 1...10 {
                let period = Self.period(&dice, within: 40)
                let value = dice.below(5) == 0 ? nil : dice.below(3)
                timeline = Self.apply(timeline.revising(period, to: value), to: timeline, change: change)
                for offset in expected.indices where period.contains(Self.day(offset)) { expected[offset] = value }
                #expect(expected.indices.map { timeline.value(on: Self.day($0)) } == expected)
                for (one, next) in zip(timeline.stretches, timeline.stretches.dropFirst()) {
                    #expect(!one.period.overlaps(next.period))
                }
                #expect(timeline.revising(period, to: value).isEmpty, "saying the same again changes nothing")
            }
        }
    }

    @Test func `a replacement is exactly what was wanted, and keeps what is there already`() {
        var dice = DomainDice(seed: 2)
        for _ in 0..<300 {
            func stretches() -> [(Period, Int)] {
                var start = dice.below(5)
                return (0..<dice.below(5)).compactMap { _ in
                    let from = start
                    start += 1 + dice.below(6)
                    return Period(from: Self.day(from), to: Self.day(start)).map { ($0, dice.below(2)) }
                }
            }
            let old = Timeline(stretches().map { Version(id: "x", value: $0.1, period: $0.0, recordedIn: 1) })
            let wanted = stretches()
            let revision = old.replacing(with: wanted)
            let new = Self.apply(revision, to: old, change: 2)
            #expect(new.stretches.map(\.period) == wanted.map(\.0))
            #expect(new.stretches.map(\.value) == wanted.map(\.1))
            for version in revision.superseded { #expect(!revision.inserted.contains { $0.0 == version.period && $0.1 == version.value }) }
            #expect(new.replacing(with: wanted).isEmpty)
        }
    }

    @Test func `a version is known from its change until the one that superseded it`() {
        let version = Version(id: "x", value: 1, period: .always, recordedIn: 3, supersededIn: 5)
        #expect((0...7).map { version.isKnown(after: $0) } == [false, false, false, true, true, false, false, false])
    }

    @Test func `periods meet, overlap and are taken from each other as their days are`() {
        var dice = DomainDice(seed: 3)
        let days = (0..<100).map { Self.day($0) }
        for _ in 0..<2000 {
            let (one, other) = (Self.period(&dice, within: 30), Self.period(&dice, within: 30))
            let both = days.filter { one.contains($0) && other.contains($0) }
            #expect(one.overlaps(other) == !both.isEmpty)
            #expect(days.filter { one.intersection(other)?.contains($0) ?? false } == both)
            let rest = one.subtracting(other)
            #expect(days.filter { day in rest.contains { $0.contains(day) } } == days.filter { one.contains($0) && !other.contains($0) })
            #expect(rest.count < 2 || !rest[0].overlaps(rest[1]))
        }
        #expect(Period(from: Self.day(1), to: Self.day(1)) == nil)
        #expect(Period(from: Self.day(2), to: Self.day(1)) == nil)
        #expect(Period(from: Self.day(1), to: Self.day(2))?.lastDay == Self.day(1))
    }
}
