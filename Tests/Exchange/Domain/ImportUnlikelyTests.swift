import AlisDomain
import Testing

/// A start or a scheme that is seldom so is asked about in a list as in the form for one doctor.
@Suite struct ImportUnlikelyTests {
    private static let header = "Navn|HPR-nr|Kommune|Ordning|Oppstart|Tilknytning|Stilling %|Konvertert"
    private static let far = "Jonas Bjerke|998861709|Fauske|ny|1.1.2031|fastlønn|80|"
    private static let late = "Jonas Bjerke|998861709|Fauske|gammel|1.1.2024|fastlønn|80|"
    private static let usual = "Jonas Bjerke|998861709|Fauske|ny|1.9.2021|fastlønn|80|"

    private func plan(_ line: String, _ register: RegisterSnapshot = RegisterSnapshot(), _ answers: ImportAnswers = ImportAnswers())
        -> ImportPlan
    {
        let sheet = ImportFixture.sheet(Self.header + "\n" + line)
        return ImportFixture.plan(ImportFixture.workbook(sheet), register: register, answers: answers)
    }
    private func asked(_ plan: ImportPlan) -> RowProblem? { plan.rows.first?.problems.first { $0.severity == .question } }

    @Test func `a start more than a year ahead waits for a yes, and is then left alone`() throws {
        let problem = try #require(asked(plan(Self.far)))
        #expect(problem.kind == .startsFarAhead(ImportFixture.day("2031-01-01")) && problem.field == .trainingStart)
        var answers = ImportAnswers()
        answers.answer(problem, with: .accept)
        let taken = plan(Self.far, RegisterSnapshot(), answers)
        #expect(taken.counts.added == 1)
        let after = ImportFixture.after(taken)
        #expect(after.trainings.values.first?.stretches.first?.period.from == ImportFixture.day("2031-01-01"))
        // In the register it has been answered: neither it nor a list with it is asked about again.
        #expect(plan(Self.far, after).rows.map(\.outcome) == [.unchanged])
        #expect(asked(plan(Self.far.replacing("|80|", with: "|60|"), after)) == nil)
    }

    @Test func `another start is read instead, and asked about when it is as far off`() throws {
        let problem = try #require(asked(plan(Self.far)))
        var answers = ImportAnswers()
        answers.answer(problem, with: .value("1.1.2032"))
        let again = try #require(asked(plan(Self.far, RegisterSnapshot(), answers)))
        #expect(again.kind == .startsFarAhead(ImportFixture.day("2032-01-01")))
        var yes = answers
        yes.answer(again, with: .accept)
        let later = ImportFixture.after(plan(Self.far, RegisterSnapshot(), yes))
        #expect(later.trainings.values.first?.stretches.first?.period.from == ImportFixture.day("2032-01-01"))
        answers.answer(problem, with: .value("1.1.2025"))
        #expect(plan(Self.far, RegisterSnapshot(), answers).counts.added == 1)
    }

    @Test func `the old scheme after its time is right, or was to be the new`() throws {
        let problem = try #require(asked(plan(Self.late)))
        #expect(problem.kind == .oldSchemeStartedLate(ImportFixture.day("2024-01-01")) && problem.field == .scheme)
        #expect(problem.choices == [.accept, .value("ny"), .leaveOut])
        for (choice, scheme) in [(ImportChoice.accept, Training.Scheme.old), (.value("ny"), .new)] {
            var answers = ImportAnswers()
            answers.answer(problem, with: choice)
            let after = ImportFixture.after(plan(Self.late, RegisterSnapshot(), answers))
            #expect(after.trainings.values.first?.stretches.map(\.value.scheme) == [scheme])
        }
        // Converted: then it is the start that may be wrong.
        let converted = try #require(asked(plan(Self.usual + "1.1.2022")))
        #expect(converted.kind == .oldSchemeStartedLate(ImportFixture.day("2021-09-01")) && converted.field == .trainingStart)
    }

    @Test func `a known training is asked about when the row moves it there`() throws {
        let known = ImportFixture.after(plan(Self.usual))
        #expect(asked(plan(Self.usual, known)) == nil)
        let old = Self.usual.replacing("|ny|", with: "|gammel|").replacing("2021", with: "2018")
        let inOld = ImportFixture.after(plan(old))
        let moved = old.replacing("1.9.2018", with: "1.9.2019")
        var answers = ImportAnswers()
        // First whether the year between is to go.
        answers.answer(try #require(asked(plan(moved, inOld))), with: .accept)
        #expect(asked(plan(moved, inOld, answers))?.kind == .oldSchemeStartedLate(ImportFixture.day("2019-09-01")))
    }
}
