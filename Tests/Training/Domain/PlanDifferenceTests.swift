import AlisDomain
import Testing

/// What differs between two versions of a plan.
@Suite struct PlanDifferenceTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }
    private func id(_ number: UInt64) -> RecordID { RecordID(high: 9, low: number) }

    private func service(_ number: UInt64, _ from: String, _ to: String, percent: Int = 100, arena: String = "") throws
        -> PlanContents.PlannedService
    {
        let period = try #require(Period(from: try day(from), to: try day(to)))
        let category = try #require(CategoryCode("openPractice"))
        let percent = try #require(PositionPercent(percent: percent))
        return .init(
            service: ServicePeriod(id: id(number), category: category, period: period, percent: percent, place: .other), arena: arena)
    }

    private func contents(_ services: [PlanContents.PlannedService], isAssumed: Bool = false) -> PlanContents {
        PlanContents(services: services, absences: [], activities: [], isAssumed: isAssumed)
    }

    @Test func `the same plan differs in nothing`() throws {
        let plan = contents([try service(1, "2026-01-01", "2027-01-01")])
        #expect(PlanDifference(before: plan, after: plan).isEmpty)
    }

    @Test func `what was added, changed and removed is told in order of day`() throws {
        let before = contents([try service(1, "2026-01-01", "2027-01-01"), try service(2, "2027-01-01", "2027-07-01")])
        let after = contents([
            try service(3, "2027-03-01", "2027-09-01"), try service(1, "2026-01-01", "2027-03-01", percent: 80, arena: "Legesenter"),
        ])
        let steps = PlanDifference(before: before, after: after).services
        #expect(steps.map { ($0.after ?? $0.before)?.service.id } == [id(1), id(2), id(3)])
        #expect(steps.map { $0.before != nil } == [true, true, false])
        #expect(steps.map { $0.after != nil } == [true, false, true])
        #expect(steps[0].before?.service.percent == .full && steps[0].after?.arena == "Legesenter")
    }

    @Test func `another learning arena is a change by itself`() throws {
        let (old, new) = (try service(1, "2026-01-01", "2027-01-01"), try service(1, "2026-01-01", "2027-01-01", arena: "Legevakt"))
        #expect(PlanDifference(before: contents([old]), after: contents([new])).services.count == 1)
    }

    @Test func `what was only assumed is not told as removed`() throws {
        let before = contents([try service(7, "2026-01-01", "2027-01-01")], isAssumed: true)
        let after = contents([try service(1, "2026-01-01", "2027-01-01")])
        let steps = PlanDifference(before: before, after: after).services
        #expect(steps.count == 1 && steps[0].before == nil)
    }

    @Test func `every difference between two random plans leads from one to the other`() throws {
        var dice = DomainDice(seed: 17)
        for _ in 0..<300 {
            func plan() throws -> [PlanContents.PlannedService] {
                try (1...6).filter { _ in dice.next() % 3 > 0 }.map { number in
                    try service(UInt64(number), "2026-01-01", dice.next() % 2 == 0 ? "2027-01-01" : "2028-01-01")
                }
            }
            let (before, after) = (try plan(), try plan())
            var rebuilt = Dictionary(uniqueKeysWithValues: before.map { ($0.service.id, $0) })
            for step in PlanDifference(before: contents(before), after: contents(after)).services {
                #expect(step.before != step.after)
                if let gone = step.before { rebuilt[gone.service.id] = nil }
                if let come = step.after { rebuilt[come.service.id] = come }
            }
            #expect(Set(rebuilt.values) == Set(after))
        }
    }
}
