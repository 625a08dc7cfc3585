import AlisDomain
import Testing

@Suite struct AbsenceRefusalTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }
    private func period(_ from: String, _ to: String?) throws -> Period {
        try #require(Period(from: day(from), to: to.map { try day($0) }))
    }

    /// From 1.9.2024 to 31.10.2026, with a pause in it.
    private func course() throws -> TrainingCourse {
        var value = Training(trainee: RecordID(high: 1, low: 1), scheme: .new)
        var stretches = [(period: try period("2024-09-01", "2025-01-01"), value: value)]
        value.standing = .paused
        stretches.append((try period("2025-01-01", "2025-03-01"), value))
        value.standing = .active
        stretches.append((try period("2025-03-01", "2026-11-01"), value))
        value.standing = .ended(.movedAbroad)
        stretches.append((Period(startingOn: try day("2026-11-01")), value))
        return TrainingCourse(stretches)
    }

    private func refusals(
        _ from: String, _ to: String?, share: Int = 100, besides others: [PositionSum.Part] = []
    ) throws -> [AbsenceRefusal] {
        AbsenceRefusal.all(
            of: try period(from, to), share: try #require(PositionPercent(percent: share)), from: try course(), besides: others)
    }

    @Test func `absence lasts while the training does, its first and last day with it`() throws {
        #expect(try refusals("2024-09-01", "2026-11-01").isEmpty)
        #expect(try refusals("2025-01-15", "2025-02-01").isEmpty, "a pause is part of the training")
        #expect(try refusals("2024-08-31", "2024-10-01") == [.beforeTraining(begins: day("2024-09-01"))])
        #expect(try refusals("2026-10-01", "2026-11-02") == [.afterTraining(last: day("2026-10-31"))])
        #expect(try refusals("2026-11-05", "2026-12-01") == [.afterTraining(last: day("2026-10-31"))])
        #expect(try refusals("2026-10-01", nil) == [.afterTraining(last: day("2026-10-31"))])
        #expect(
            try refusals("2024-01-01", nil) == [.beforeTraining(begins: day("2024-09-01")), .afterTraining(last: day("2026-10-31"))])
    }

    @Test func `nobody is away from more than the whole position`() throws {
        let leave = PositionSum.Part(try period("2026-01-01", "2026-07-01"), try #require(PositionPercent(percent: 60)))
        #expect(try refusals("2026-06-01", "2026-08-01", share: 40, besides: [leave]).isEmpty)
        #expect(try refusals("2026-06-01", "2026-08-01", share: 50, besides: [leave]) == [.aboveWhole(from: day("2026-06-01"))])
        #expect(try refusals("2025-12-01", "2026-02-01", share: 50, besides: [leave]) == [.aboveWhole(from: day("2026-01-01"))])
        #expect(try refusals("2026-07-01", "2026-08-01", besides: [leave]).isEmpty)
    }

    @Test func `a training that goes on, or was never there, sets no last day`() throws {
        let going = TrainingCourse([(Period(startingOn: try day("2024-09-01")), Training(trainee: RecordID(high: 1, low: 1), scheme: .new))]
        )
        let long = try period("2025-01-01", nil)
        #expect(AbsenceRefusal.all(of: long, share: .full, from: going, besides: []).isEmpty)
        #expect(AbsenceRefusal.all(of: long, share: .full, from: TrainingCourse([]), besides: []).isEmpty)
    }
}
