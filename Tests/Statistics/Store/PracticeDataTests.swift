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
        for months in stride(from: 0, through: 108, by: 9) {
            let figures = cache.figures(on: TestApplication.today.adding(months: -months), today: TestApplication.today, view)
            #expect(figures.rows.count > 20 && figures.nation?[.active] != nil)
            for row in figures.rows {
                for measure in OpenFigures.measures { #expect(!SmallCounts.small.contains(row[measure] ?? 0)) }
                if let active = row[.active], let new = row[.newScheme], let old = row[.oldScheme] { #expect(active == new + old) }
            }
        }
    }
}
