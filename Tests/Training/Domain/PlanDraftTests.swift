import AlisDomain
import Testing

@Suite struct PlanDraftTests {
    private let rules: RuleSet
    private let kinds: PlanDraft.Kinds
    private let bodo: MunicipalityID

    init() throws {
        rules = try #require(try RuleFiles.book.get().set("gp-new"))
        kinds = try #require(PlanDraft.Kinds(rules))
        bodo = try #require(MunicipalityID("bodo"))
    }

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private func empty(_ asOf: String) throws -> TrainingCase {
        try #require(try CaseStory.read("\n# empty\nasof \(asOf)\nusual", rules: "gp-new").first?.facts)
    }

    @Test func `a draft is practice, the hospital period wished for, and practice until it is enough`() throws {
        let half: HalfYear = try #require(HalfYear(code: "2025-2"))
        let wish = PlanDraft.Wish(earliest: half, months: 6, trust: TrustCode("NLSH"))
        let draft = PlanDraft(start: try day("2023-09-01"), percent: .full, municipality: bodo, wish: wish)
        var dice = DomainDice(seed: 1)
        let training = try empty("2023-09-01")
        let drafted = training.applying(try draft.edits(for: training, rules: rules, kinds: kinds, using: &dice))
        #expect(
            drafted.services.map { "\($0.category) \($0.period.from.iso)..\($0.period.to?.iso ?? "")" } == [
                "openPractice 2023-09-01..2025-07-01", "institutionHospital 2025-07-01..2026-01-01", "openPractice 2026-01-01..2028-09-01",
            ])
        #expect(Evaluation(drafted, under: rules).serviceDone?.iso == "2028-09-01")
    }

    @Test(arguments: [100, 80, 60, 50, 37, 20])
    func `a draft in any fraction ends on the day the service is enough`(percent: Int) throws {
        let draft = PlanDraft(start: try day("2024-02-29"), percent: try #require(PositionPercent(percent: percent)), municipality: bodo)
        var dice = DomainDice(seed: 2)
        let training = try empty("2024-01-01")
        let drafted = training.applying(try draft.edits(for: training, rules: rules, kinds: kinds, using: &dice))
        let done = try #require(Evaluation(drafted, under: rules).serviceDone)
        #expect(drafted.services.map(\.period.end).max() == done)
    }

    @Test func `what she has served already is counted, and only the rest is drafted`() throws {
        let served = try #require(
            try CaseStory.read("\n# x\nasof 2024-01-01\nusual\nopenPractice 2020-01-01..2024-01-01 100 bodo", rules: "gp-new").first?.facts)
        let draft = PlanDraft(start: try day("2024-01-01"), percent: .full, municipality: bodo)
        var dice = DomainDice(seed: 2)
        let drafted = served.applying(try draft.edits(for: served, rules: rules, kinds: kinds, using: &dice))
        // Half a year in practice fills the maximum; the proposed hospital period is two years after the draft begins.
        #expect(Evaluation(drafted, under: rules).serviceDone?.iso == "2026-07-01")
    }

    @Test func `two positions at once are both drafted, the largest first`() throws {
        let story = "\n# x\nasof 2024-01-01\nusual\nopenPractice 2023-01-01.. 20 bodo\nopenPractice 2023-06-01.. 60 bergen"
        let training = try #require(try CaseStory.read(story, rules: "gp-new").first?.facts)
        let (main, others) = try #require(PlanDraft.work(of: training, on: try day("2024-01-01")))
        #expect(main.place.municipality?.key == "bergen" && others.map(\.municipality.key) == ["bodo"])
        let half = try #require(HalfYear(code: "2025-2"))
        let draft = PlanDraft(
            start: try day("2024-01-01"), percent: main.percent, municipality: try #require(main.place.municipality), others: others,
            wish: PlanDraft.Wish(earliest: half, months: 6))
        var dice = DomainDice(seed: 3)
        let start = try empty("2024-01-01")
        let drafted = start.applying(try draft.edits(for: start, rules: rules, kinds: kinds, using: &dice))
        let practice = drafted.services.filter { $0.category == kinds.practice }.map {
            "\($0.place.municipality?.key ?? "") \($0.period.from.iso)"
        }
        #expect(practice == ["bergen 2024-01-01", "bodo 2024-01-01", "bergen 2026-01-01", "bodo 2026-01-01"])
        let ends = Set(drafted.services.suffix(2).map(\.period.end))
        #expect(ends == [try #require(Evaluation(drafted, under: rules).serviceDone)], "80 percent in all decides the end")
    }

    @Test func `a draft in a municipality that is not registered is refused`() throws {
        let training = try empty("2024-01-01")
        let draft = PlanDraft(start: try day("2024-01-01"), percent: .full, municipality: try #require(MunicipalityID("hemnes")))
        var dice = DomainDice(seed: 2)
        #expect(throws: PlanRefusal.cannotBeReached) { try draft.edits(for: training, rules: rules, kinds: kinds, using: &dice) }
    }
}
