import AlisDomain
import Testing

/// Service in all, and the computed end beside the registered one.
@Suite struct ServiceTotalTests {
    private let book: RuleBook

    init() throws { book = try RuleFiles.book.get() }

    private func total(_ text: String) throws -> ServiceTotal {
        let training = try #require(try CaseStory.read("\n# x\n" + text, rules: "gp").first?.facts)
        let evaluation = try #require(book.evaluate(training))
        return try #require(evaluation.serviceTotal)
    }

    @Test func `two years in practice lie within five in all`() throws {
        let total = try total("asof 2022-01-01\nusual\nopenPractice 2020-01-01..2023-01-01 100 bodo")
        #expect(total == ServiceTotal(required: .init(months: 60), counted: .init(months: 24), planned: .init(months: 12)))
        #expect(total.remaining == ServiceAmount(months: 36))
    }

    @Test func `the old scheme's year at a hospital stands beside its four years in practice`() throws {
        let total = try total("asof 2020-01-01\nusual old\nopenPractice 2015-01-01..2020-01-01 100 bodo")
        #expect(total.required == ServiceAmount(months: 60))
        #expect(total.counted == ServiceAmount(months: 48), "a fifth year in practice is no year at a hospital")
        #expect(total.remaining == ServiceAmount(months: 12))
    }

    @Test func `ends within a month of each other agree`() throws {
        func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }
        let registered = try day("2028-09-01")
        #expect(EndComparison(computed: try day("2028-10-02"), registered: registered) == .agree)
        #expect(EndComparison(computed: try day("2028-10-03"), registered: registered) == .differ(days: 32))
        #expect(EndComparison(computed: try day("2028-07-31"), registered: registered) == .differ(days: -32))
        #expect(EndComparison(computed: nil, registered: registered) == .notReached)
        #expect(EndComparison(computed: registered, registered: nil) == .notRegistered)
        #expect(EndComparison.notReached.isMarked && !EndComparison.notRegistered.isMarked)
    }
}
