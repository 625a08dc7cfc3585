import AlisCast
import AlisDomain
import Testing

@testable import Alis

@Suite struct PracticeDataTests {
    @Test(arguments: TestEngine.all)
    func `what is kept is what was counted`(engine: TestEngine) async throws {
        let database = try await engine.makeDatabase(migrations: [StatisticsMigration.migration])
        #expect(try await database.read { try PracticeDataStore.find(on: $0) } == nil)
        let comparisons = AlisCast.PublicFigure.all.enumerated().map {
            Calibration.Comparison(figure: $0.element, own: Double($0.offset) * 10.25)
        }
        let day = try #require(CalendarDay(iso: "2026-11-22"))
        let data = PracticeData(seed: .max, scale: 3, historyEnds: day, madeAt: TestApplication.now, comparisons: comparisons)
        try await database.write { try PracticeDataStore.add(data, on: $0) }
        let found = try #require(try await database.read { try PracticeDataStore.find(on: $0) })
        #expect(found.seed == .max && found.scale == 3 && found.historyEnds == day && found.madeAt == TestApplication.now)
        #expect(found.comparisons.map(\.own) == comparisons.map(\.own))
        #expect(found.comparisons.map(\.figure.key) == comparisons.map(\.figure.key))
    }

    /// The whole synthetic Norway, through ten years of public tables.
    @Test func `a filled practice register is counted, and no public table of it shows a small count`() async throws {
        let test = try await TestApplication.make(isFilled: false)
        let demo = DemoRegister(
            database: test.database, surroundings: test.surroundings, referenceFolder: TestApplication.root + "/Reference")
        try await demo.fill(seed: 5, scale: 1, today: TestApplication.today)
        let data = try #require(try await test.database.read { try PracticeDataStore.find(on: $0) })
        #expect(data.seed == 5 && data.comparisons.count == AlisCast.PublicFigure.all.count)
        let page = try await test.client().get("/ovingsdata").text
        for comparison in data.comparisons { #expect(page.contains(Html(escaping: comparison.figure.source).text)) }
        let view = try await test.application.register.current()
        let cache = OpenFiguresCache()
        let plan = PublicationPlan(today: TestApplication.today)
        var flows: [Int: OpenFigures] = [:]
        for day in plan.days {
            let published = try await cache.published(for: day, today: TestApplication.today, view, test.database)
            #expect(published.day == day && published.knownAt != nil)
            for (figures, measures) in [(published.stocks, OpenFigures.stocks), (published.flows, OpenFigures.flows)] {
                #expect(figures.rows.count > 20)
                for row in figures.rows { for measure in measures { #expect(!SmallCounts.small.contains(row[measure] ?? 0)) } }
            }
            #expect(published.stocks.nation?[.active] != nil)
            for row in published.stocks.rows {
                if let active = row[.active], let new = row[.newScheme], let old = row[.oldScheme] { #expect(active == new + old) }
            }
            // Two published tables of events are of the same year and equal, or of years that do not overlap: subtracting one from
            // the other gives nothing at all, or no count of persons.
            #expect(published.flows.day == CalendarDay(year: day.year - 1, month: 12, day: 31))
            if let same = flows[published.year] { #expect(Self.shown(same) == Self.shown(published.flows)) }
            flows[published.year] = published.flows
        }
        #expect(flows.keys.sorted() == Array(2017...2025))

        // What is registered now is not seen until the next half-year's figures are made.
        let before = try await cache.published(for: nil, today: TestApplication.today, view, test.database)
        let (taken, _) = try await ImportSample.run(ImportSample.list, test)
        #expect(taken.counts.added > 0)
        let later = try await test.application.register.current()
        #expect(later.change > view.change)
        let after = try await cache.published(for: nil, today: TestApplication.today, later, test.database)
        #expect(Self.shown(before.stocks) == Self.shown(after.stocks) && Self.shown(before.flows) == Self.shown(after.flows))
    }

    private static func shown(_ figures: OpenFigures) -> [[Int?]] { figures.rows.map { row in OpenFigures.measures.map { row[$0] } } }
}
