import AlisDomain
import Testing

/// What a plan calls for: the days that do not count, a maximum that is reached, what the end leaves out, and the municipality's decision.
@Suite struct PlanAttentionTests {
    private let book: RuleBook

    init() throws { book = try RuleFiles.book.get() }

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private func evaluated(_ text: String) throws -> (TrainingCase, Evaluation) {
        let training = try #require(try CaseStory.read("\n# x\n" + text, rules: "gp").first?.facts)
        return (training, try #require(book.evaluate(training)))
    }

    private func stretches(_ text: String) throws -> [String] {
        let (training, evaluation) = try evaluated(text)
        return CourseWork.notCounting(training, evaluation).map { stretch in
            "\(stretch.hindrance) \(stretch.period.from.iso)..\(stretch.period.to?.iso ?? "") \(stretch.amount.decimalText)"
        }
    }

    @Test func `only the days that do not count are told, each with its reason`() throws {
        let late = """
            asof 2022-07-01
            usual
            nothing supervised
            supervised 2020-01-01..2022-01-01
            openPractice 2020-01-01..2022-07-01 100 bodo
            leave parentalLeave 2021-01-01..2021-02-01 100
            """
        #expect(try stretches(late) == ["noSupervision 2022-01-01..2022-07-01 6,0"])
        let paused = """
            asof 2023-01-01
            usual
            nothing course
            new 2019-03-01..2021-01-01
            new 2021-01-01..2021-07-01 paused
            new 2021-07-01..
            openPractice 2020-01-01..2022-07-01 100 bodo
            """
        #expect(try stretches(paused) == ["paused 2021-01-01..2021-07-01 6,0"])
    }

    @Test func `services that follow on each other, or run at once, are one stretch`() throws {
        let two = """
            asof 2022-07-01
            usual
            nothing supervised
            openPractice 2021-01-01..2021-07-01 50 bodo
            openPractice 2021-07-01..2022-01-01 50 bodo
            openPractice 2021-01-01..2022-01-01 50 fauske
            """
        #expect(try stretches(two) == ["noSupervision 2021-01-01..2022-01-01 12,0"])
    }

    private let waiting = """
        asof 2025-01-15
        usual
        openPractice 2020-01-01..2027-07-01 100 bodo
        institutionHospital 2027-07-01..2028-01-01 100 NLSH
        done individualSupervision 2020-01-01..2025-01-01 500h
        """

    private func exhausted(_ text: String) throws -> [(lost: String, from: String?)] {
        let (training, evaluation) = try evaluated(text)
        return NextAction.list(training, evaluation, plan: nil, deadline: nil).compactMap { action in
            if case .useOtherService(_, let lost, let from) = action.act { (lost.decimalText, from?.iso) } else { nil }
        }
    }

    @Test func `planned practice beyond the maximum is told, with the half-year the hospital could begin`() throws {
        let found = try exhausted(waiting)
        #expect(found.count == 1 && found.first?.lost == "29,5" && found.first?.from == "2025-07-01")
        let (training, _) = try evaluated(waiting)
        var ids = SystemRandomNumberGenerator()
        let moved = try WhatIf(.moveHospital(to: try day("2025-07-01")), in: training, book: book, using: &ids)
        #expect((moved.comparison.serviceShift ?? 0) < 0, "the end comes earlier, as is said")
        #expect(try exhausted(waiting.replacing("2027-07-01", with: "2025-07-01")).isEmpty, "nothing can come earlier")
        #expect(
            try exhausted(waiting.replacing("asof 2025-01-15", with: "asof 2023-01-15").replacing("2027-07-01", with: "2024-07-01")).isEmpty
        )
    }

    @Test func `a computed end says that objectives are not judged, and nothing when they are`() throws {
        let (_, without) = try evaluated(waiting)
        #expect(without.isWithoutObjectives && without.unjudged.count == 2)
        let (_, some) = try evaluated(waiting + "\nobjectives ALM 88/88")
        #expect(!some.isWithoutObjectives && some.unjudged.count == 1)
        let (_, all) = try evaluated(waiting + "\nobjectives ALM 88/88\nobjectives FKM 24/24")
        #expect(all.unjudged.isEmpty)
    }

    @Test func `a period moved across another breaks the plan, and one moved clear of it does not`() throws {
        let (training, _) = try evaluated(waiting + "\nopenPractice 2028-01-01..2028-06-01 100 bodo")
        func problems(_ from: String, _ to: String) throws -> [CaseProblem] {
            let period = try #require(Period(from: try day(from), to: try day(to)))
            var ids = SystemRandomNumberGenerator()
            let result = try WhatIf(.placeService(training.services[0].id, period), in: training, book: book, using: &ids)
            return result.comparison.refusedProblems
        }
        #expect(try problems("2020-01-01", "2027-01-01").isEmpty)
        #expect(try problems("2020-01-01", "2027-09-01").count == 1)
        guard case .aboveFullPosition(_, let both) = try #require(try problems("2020-01-01", "2028-03-01").first) else {
            Issue.record("something else is wrong")
            return
        }
        #expect(both.from.iso == "2027-07-01" && both.to?.iso == "2028-03-01", "periods that meet are told of once")
    }

    @Test func `a plan that leave makes too short says how long its last practice has to be`() throws {
        func proposed(_ text: String) throws -> [Period] {
            let (training, evaluation) = try evaluated(text)
            return NextAction.list(training, evaluation, plan: PlanRecord(revisedOn: try day("2022-01-01")), deadline: nil).compactMap {
                if case .prolongService(_, let period) = $0.act { period } else { nil }
            }
        }
        let plan =
            "asof 2022-01-01\nusual\nopenPractice 2021-01-01..2022-01-01 100 bodo\ninstitutionHospital 2022-01-01..2022-07-01 100 NLSH"
        #expect(try proposed(plan + "\nopenPractice 2022-07-01..2026-01-01 100 bodo").isEmpty, "long enough")
        let short = plan + "\nopenPractice 2022-07-01..2026-01-01 100 bodo\nleave parentalLeave 2023-01-01..2024-01-01 100"
        let period = try #require(try proposed(short).first)
        #expect(period.from.iso == "2022-07-01" && period.to.map { $0.iso > "2026-01-01" } == true)
    }

    @Test func `a position without an end is drawn with what counts within the line`() throws {
        let (training, evaluation) = try evaluated("asof 2026-11-22\nusual\nopenPractice 2025-09-01.. 50 bodo")
        guard case .service(_, let segments) = CourseTimeline(training, evaluation).rows.first else {
            Issue.record("no line")
            return
        }
        #expect(segments.map(\.counted.decimalText) == ["30,0"] && segments.map(\.counting) == [.fully])
    }

    @Test func `a plan waits when it is new, looked through or changed, and not when it is as it was decided`() throws {
        let approved = ApprovalWait.Decision(isApproval: true, day: try day("2026-01-01"))
        let returned = ApprovalWait.Decision(isApproval: false, day: try day("2026-01-01"))
        #expect(ApprovalWait.of(decision: nil, revisedOn: nil, change: .init()) != nil)
        #expect(ApprovalWait.of(decision: approved, revisedOn: nil, change: .init()) == nil)
        #expect(ApprovalWait.of(decision: returned, revisedOn: nil, change: .init()) == nil)
        #expect(ApprovalWait.of(decision: approved, revisedOn: try day("2026-02-01"), change: .init()) != nil)
        #expect(ApprovalWait.of(decision: returned, revisedOn: nil, change: .init(services: 1)) != nil)
    }
}
