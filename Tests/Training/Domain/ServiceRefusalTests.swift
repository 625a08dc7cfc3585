import AlisDomain
import Testing

@Suite struct ServiceRefusalTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }
    private func service(_ number: UInt64, _ percent: Int, _ from: String, _ to: String?) throws -> ServicePeriod {
        ServicePeriod(
            id: RecordID(high: 1, low: number), category: try #require(CategoryCode("openPractice")),
            period: try #require(Period(from: day(from), to: to.map { try day($0) })),
            percent: try #require(PositionPercent(percent: percent)), place: .other)
    }

    @Test func `planned service is at most a whole position, and none before the authorisation`() throws {
        var maker = CaseMaker(seed: 3)
        var training = maker.training(overlapping: false)
        training.authorisedOn = try day("2024-08-15")
        training.services = [try service(1, 80, "2024-09-01", "2026-01-01"), try service(2, 100, "2026-01-01", nil)]
        #expect(training.refusals(of: try service(3, 20, "2024-09-01", "2026-01-01")).isEmpty)
        let first = training.services[0].period
        #expect(
            training.refusals(of: try service(3, 40, "2025-01-01", "2025-06-01")) == [.aboveWhole(from: try day("2025-01-01"), with: first)]
        )
        #expect(
            training.refusals(of: try service(3, 20, "2024-08-01", "2024-09-01")) == [.beforeAuthorisation(try day("2024-08-15"))])
        #expect(training.refusals(of: try service(1, 100, "2024-09-01", "2026-01-01")).isEmpty, "it takes its own place")
    }
}
