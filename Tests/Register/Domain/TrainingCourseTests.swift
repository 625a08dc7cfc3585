import AlisDomain
import Testing

@Suite struct TrainingCourseTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }
    private func stretch(
        _ from: String, _ to: String? = nil, _ scheme: Training.Scheme = .new, _ standing: Training.Standing = .active,
        expected: String? = nil
    ) throws -> (period: Period, value: Training) {
        let period = try #require(Period(from: day(from), to: to.map { try day($0) }))
        let value = Training(
            trainee: RecordID(high: 1, low: 1), scheme: scheme, standing: standing, expectedEnd: try expected.map { try day($0) })
        return (period, value)
    }
    private func refusals(_ stretches: [(period: Period, value: Training)]) throws -> [TrainingCourse.Refusal] {
        TrainingCourse(stretches).refusals(newSchemeFrom: try day("2019-03-01"))
    }

    @Test func `it runs from its first day to its end, and is over when nothing runs any more`() throws {
        let ended = TrainingCourse([
            try stretch("2020-01-01", "2021-01-01"), try stretch("2021-01-01", nil, .new, .ended(.specialist)),
        ])
        #expect(try ended.span == Period(from: day("2020-01-01"), to: day("2021-01-01")))
        #expect(
            try ended.endedFrom == day("2021-01-01") && ended.isRunning(on: day("2020-12-31")) && !ended.isRunning(on: day("2021-01-01")))
        let again = TrainingCourse([
            try stretch("2020-01-01", "2021-01-01"), try stretch("2021-01-01", "2022-01-01", .new, .ended(.withdrew)),
            try stretch("2022-01-01"),
        ])
        #expect(try again.span == Period(startingOn: day("2020-01-01")))
        #expect(again.endedFrom == nil)
        #expect(TrainingCourse([]).span == nil && TrainingCourse([]).endedFrom == nil)
    }

    @Test func `nobody is in the new scheme before it came into force`() throws {
        #expect(try refusals([stretch("2019-03-01")]).isEmpty)
        #expect(try refusals([stretch("2018-01-01", nil, .old)]).isEmpty)
        #expect(
            try refusals([stretch("2019-02-28")]) == [.newSchemeTooEarly(start: day("2019-02-28"), first: day("2019-03-01"))])
        #expect(try refusals([stretch("2017-01-01", "2019-03-01", .old), stretch("2019-03-01")]).isEmpty)
        #expect(
            try refusals([stretch("2017-01-01", "2018-06-01", .old), stretch("2018-06-01")])
                == [.convertedTooEarly(first: day("2019-03-01"))])
        #expect(try TrainingCourse([stretch("2017-01-01")]).refusals(newSchemeFrom: nil).isEmpty, "nothing is refused without a date")
    }

    @Test func `nobody is expected to be done before she begins, or ends before it`() throws {
        #expect(try refusals([stretch("2024-09-01", nil, .new, .active, expected: "2024-09-01")]) == [.expectedEndBeforeStart])
        #expect(try refusals([stretch("2024-09-01", nil, .new, .active, expected: "2024-09-02")]).isEmpty)
        #expect(try refusals([stretch("2024-09-01", nil, .new, .ended(.withdrew))]) == [.endBeforeStart])
    }

    @Test func `what was wrong already is not refused again`() throws {
        let before = TrainingCourse([try stretch("2017-01-01")])
        let paused = TrainingCourse([try stretch("2017-01-01", "2026-01-01"), try stretch("2026-01-01", nil, .new, .paused)])
        #expect(try paused.refusals(besides: before, newSchemeFrom: day("2019-03-01")).isEmpty)
        let moved = TrainingCourse([try stretch("2018-01-01")])
        #expect(try moved.refusals(besides: before, newSchemeFrom: day("2019-03-01")).count == 1)
    }
}
