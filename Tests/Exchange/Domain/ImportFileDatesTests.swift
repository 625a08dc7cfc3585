import AlisDomain
import Testing

/// How a file writes its dates is a property of the file, and what can be read in two ways is asked about.
@Suite struct ImportFileDatesTests {
    private static let header = "Navn|HPR-nr|Kommune|Ordning|Oppstart|Tilknytning|Stilling %|Forventet ferdig"
    private func plan(_ answers: ImportAnswers = ImportAnswers()) -> ImportPlan {
        let lines = [
            Self.header, "Ida Nilsen|9876543|Bodø|ny|9/1/2021|fastlønn|80|8/31/2027", "Ola Berg|9876544|Bodø|ny|3/2/2022|fastlønn|80|",
        ]
        return ImportFixture.plan(ImportFixture.workbook(ImportFixture.sheet(lines.joined(separator: "\n"))), answers: answers)
    }

    @Test func `the month first in one column is asked about in all, and answered once for the file`() throws {
        let first = plan()
        #expect(first.rows.map(\.outcome) == [.question, .question])
        #expect(
            first.rows.map { $0.problems.filter { $0.kind == .dayOrMonthFirst }.map(\.field) } == [
                [.trainingStart, .expectedEnd], [.trainingStart],
            ])
        let problem = try #require(first.rows[0].problems.first { $0.kind == .dayOrMonthFirst })
        #expect(problem.choices.contains(.accept))
        var answers = ImportAnswers()
        answers.answer(problem, with: .accept)
        let read = plan(answers)
        #expect(read.counts.added == 2, "\(read.rows.map(\.problems))")
        let starts = ImportFixture.after(read).trainings.values.compactMap { $0.stretches.first?.period.from }.sorted()
        #expect(starts == [ImportFixture.day("2021-09-01"), ImportFixture.day("2022-03-02")])
    }

    @Test func `without a day that needs the month first, the day comes first`() {
        let lines = [Self.header, "Ida Nilsen|9876543|Bodø|ny|9/1/2021|fastlønn|80|"]
        let made = ImportFixture.plan(ImportFixture.workbook(ImportFixture.sheet(lines.joined(separator: "\n"))))
        #expect(ImportFixture.after(made).trainings.values.first?.stretches.first?.period.from == ImportFixture.day("2021-01-09"))
    }

    @Test(arguments: [
        ("2021-08-31T22:00:00.000Z", "2021-09-01"), ("2021-08-31T22:00:00Z", "2021-09-01"), ("2021-12-31T23:00:00Z", "2022-01-01"),
        ("2021-08-31T21:59:59Z", "2021-08-31"), ("2021-09-01T00:00:00", "2021-09-01"),
    ])
    func `a time as programs write it is a day in Norway`(text: String, day: String) {
        #expect(ImportDateReading().read(.text(text)).value == ImportFixture.day(day))
    }

    @Test(arguments: ["2/2027", "2. 2027", "2.2027", "2027/2"])
    func `a half-year that may be a month is asked about`(text: String) {
        #expect(
            ImportHalfYearReading.read(.text(text)) == .refused(.dayIncomplete, [.value("høst 2027"), .value("vår 2027")]))
    }

    @Test func `the first half-year and the first month are the same spring`() {
        #expect(ImportHalfYearReading.read(.text("1/2027")).value == HalfYear(year: 2027, isAutumn: false))
        #expect(ImportHalfYearReading.read(.text("9/2027")).value == HalfYear(year: 2027, isAutumn: true))
        #expect(ImportHalfYearReading.read(.text("2. halvår 2027")).value == HalfYear(year: 2027, isAutumn: true))
    }
}
