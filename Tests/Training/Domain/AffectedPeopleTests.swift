import AlisDomain
import Testing

/// Whom a change to a plan touches besides the doctor.
@Suite struct AffectedPeopleTests {
    private let book: RuleBook

    init() throws { book = try RuleFiles.book.get() }

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private func training() throws -> TrainingCase {
        try #require(
            try CaseStory.read(
                """

                # two years of practice ahead
                asof 2022-01-01
                usual
                openPractice 2020-01-01..2024-07-01 100 bodo
                institutionHospital 2024-07-01..2025-01-01 100 NLSH
                """, rules: "gp"
            ).first?.facts)
    }

    private func whatIf(_ change: PlanChange) throws -> WhatIf {
        var ids = CaseMaker(seed: 3).dice
        return try WhatIf(change, in: try training(), book: book, using: &ids)
    }

    private func supervisor(share: Int = 100, from: String = "2020-01-01", free: [HalfYear: Int]?) throws -> SupervisorTime {
        SupervisorTime(
            name: "Knut",
            assignments: [.init(period: Period(startingOn: try day(from)), share: try #require(PositionPercent(percent: share)))],
            free: free)
    }

    @Test func `half the position frees half the supervisor's hours, in the half-years it holds`() throws {
        let half = try whatIf(.changePercent(from: try day("2022-07-01"), try #require(PositionPercent(percent: 50))))
        let autumn = HalfYear(year: 2022, isAutumn: true)
        let found = AffectedSupervisor.all([try supervisor(free: [autumn: 60])], half.comparison)
        let first = try #require(found.first?.halves.first)
        #expect(first.halfYear == autumn && first.before == 21 * 60 && first.after == 21 * 30)
        #expect(first.freeAfter == 60 + 21 * 30 && !first.isOver)
        #expect(!(found[0].halves.contains { $0.halfYear < autumn }))
    }

    @Test func `a share of the doctor is a share of the change, and none before it begins`() throws {
        let half = try whatIf(.changePercent(from: try day("2022-07-01"), try #require(PositionPercent(percent: 50))))
        let found = AffectedSupervisor.all([try supervisor(share: 50, from: "2023-01-01", free: nil)], half.comparison)
        let first = try #require(found.first?.halves.first)
        #expect(first.halfYear == HalfYear(year: 2023, isAutumn: false) && first.before == 21 * 30 && first.after == 21 * 15)
        #expect(first.freeAfter == nil && !first.isOver, "what may not be known is not told")
    }

    @Test func `more than she can give is marked`() throws {
        let half = try whatIf(.changePercent(from: try day("2022-07-01"), try #require(PositionPercent(percent: 50)))).comparison
        let full = PlanComparison(before: half.after, after: half.before)
        let autumn = HalfYear(year: 2022, isAutumn: true)
        let found = AffectedSupervisor.all([try supervisor(free: [autumn: 5])], full)
        let moved = try #require(found.first?.halves.first { $0.halfYear == autumn })
        #expect(moved.after > moved.before && moved.isOver)
    }

    @Test func `nobody is named when no hours change`() throws {
        let same = try whatIf(.changeMunicipality(from: try day("2022-07-01"), try #require(MunicipalityID("fauske"))))
        let found = AffectedSupervisor.all(
            [try supervisor(free: nil)], PlanComparison(before: same.comparison.before, after: same.comparison.before))
        #expect(found.isEmpty)
    }

    @Test func `the half-years add up to the whole, however a period is cut`() throws {
        var maker = CaseMaker(seed: 5)
        for _ in 0..<150 {
            let training = maker.training(overlapping: true)
            guard let evaluation = book.evaluate(training) else { continue }
            for (half, minutes) in evaluation.supervisionByHalfYear { #expect(evaluation.supervisionMinutes(in: half.period) == minutes) }
        }
    }

    @Test func `hospital service is placed by its trust and first half-year`() throws {
        let training = try training()
        let rules = try #require(book.set(for: training))
        let nlsh = try #require(TrustCode("NLSH"))
        let slots = HospitalSlot.all(training, rules, wished: nil)
        #expect(slots == [HospitalSlot(trust: nlsh, halfYear: HalfYear(year: 2024, isAutumn: true))])
    }

    @Test func `a hospital period that is placed elsewhere takes its days from practice and gives its own back`() throws {
        let hospital = try #require(try training().services.last)
        let moved = try whatIf(.placeService(hospital.id, try #require(Period(from: try day("2023-01-01"), to: try day("2023-07-01")))))
        #expect(moved.comparison.after.problems.isEmpty)
        #expect(moved.after.service(hospital.id)?.period.from.iso == "2023-01-01")
        #expect(throws: PlanRefusal.inThePast) {
            try whatIf(.placeService(hospital.id, try #require(Period(from: try day("2021-01-01"), to: try day("2021-07-01")))))
        }
        #expect(throws: PlanRefusal.nothingPlanned) { try whatIf(.placeService(hospital.id, hospital.period)) }
    }
}
