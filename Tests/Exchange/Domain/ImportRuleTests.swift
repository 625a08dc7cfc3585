import AlisDomain
import Testing

/// What the forms refuse is not taken in by a list either.
@Suite struct ImportRuleTests {
    private static let header =
        "Navn|HPR-nr|Kommune|Ordning|Oppstart|Tilknytning|Stilling %|Legekontor|Ansatt fra|Ansatt til|Konvertert|Forventet ferdig|Sluttdato"

    private func plan(
        _ lines: String..., register: RegisterSnapshot = RegisterSnapshot(), answers: ImportAnswers = ImportAnswers(), seed: UInt64? = nil
    ) -> ImportPlan {
        ImportFixture.plan(
            ImportFixture.workbook(ImportFixture.sheet(([Self.header] + lines).joined(separator: "\n"))), register: register,
            answers: answers, seed: seed)
    }
    private func day(_ iso: String) -> CalendarDay { ImportFixture.day(iso) }
    private func worst(_ row: PlannedRow) -> RowProblem? { row.problems.first }

    @Test func `two posts of eighty and sixty percent at once are refused, as in the form`() throws {
        let eighty = "Ida Nilsen|9876543|Bodø|ny|1.9.2024|fastlønn|80|Sentrum|1.9.2024|||"
        let sixty = "Ida Nilsen|9876543|Fauske|ny|1.9.2024|fastlønn|60|Legevakta|1.1.2025|||"
        let made = plan(eighty, sixty)
        #expect(made.counts.added == 1 && made.counts.blocked == 1)
        let problem = try #require(worst(made.rows[1]))
        guard case .tooMuchWork(from: day("2025-01-01"), let others) = problem.kind else {
            Issue.record("\(problem.kind)")
            return
        }
        #expect(others.map(\.municipality) == [ImportFixture.bodo] && others.map(\.percent.hundredths) == [8000])
        // Another percent, written in the answer, lets it in; so does a last day on the first.
        var answers = ImportAnswers()
        answers.answer(problem, with: .value("20"))
        #expect(plan(eighty, sixty, answers: answers).counts.added == 2)
        #expect(plan(eighty.replacing("|1.9.2024|||", with: "|1.9.2024|31.12.2024||"), sixty).counts.added == 2)
    }

    @Test func `work that ends further down the sheet is not counted against what begins`() {
        let register = ImportFixture.after(plan("Ida Nilsen|9876543|Bodø|ny|1.9.2024|fastlønn|80|Sentrum|1.9.2024|||"))
        let made = plan(
            "Ida Nilsen|9876543|Fauske|ny||fastlønn|100|Legevakta|1.12.2026|||",
            "Ida Nilsen|9876543|Bodø|ny||fastlønn|80|Sentrum||30.11.2026||",
            register: register, seed: 3)
        #expect(made.counts.blocked == 0, "\(made.rows.map(\.problems))")
    }

    @Test func `what was too much already is not the row's doing`() {
        let first = plan("Ida Nilsen|9876543|Bodø|ny|1.9.2024|fastlønn|80|Sentrum|1.9.2024|||")
        var register = ImportFixture.after(first)
        let training = register.trainings.keys.first
        for (id, engagement) in register.engagements {
            guard let stretch = engagement.stretches.first, training != nil else { continue }
            var other = stretch.value
            other.workplace = "Legevakta"
            register.apply(
                ImportOperation(
                    id: RecordID(high: 9, low: 9), period: stretch.period, fact: .engagement(other), isNew: true,
                    row: RowReference(sheet: 0, row: 2)))
            #expect(id != RecordID(high: 9, low: 9))
        }
        let same = plan(
            "Ida Nilsen|9876543|Bodø|ny|1.9.2024|næringsdrift|80|Sentrum||||",
            "Ida Nilsen|9876543|Bodø|ny|1.9.2024|fastlønn|80|Legevakta||||",
            register: register, seed: 2)
        #expect(same.counts.changed == 1 && same.counts.unchanged == 1, "\(same.rows.map(\.problems))")
    }

    @Test func `the new scheme before its first day is asked about, and is a conversion or the old scheme`() throws {
        let early = "Ida Nilsen|9876543|Bodø|ny|1.9.2017|fastlønn|80|Sentrum||||"
        let problem = try #require(worst(plan(early).rows[0]))
        #expect(problem.kind == .newSchemeTooEarly(day("2017-09-01"), first: day("2019-03-01")) && problem.field == .converted)
        var converted = ImportAnswers()
        converted.answer(problem, with: .value("1.1.2021"))
        let after = ImportFixture.after(plan(early, answers: converted))
        #expect(after.trainings.values.flatMap(\.stretches).map(\.value.scheme) == [.old, .new])
        var old = ImportAnswers()
        old.answer(problem, with: .accept)
        let all = ImportFixture.after(plan(early, answers: old))
        #expect(all.trainings.values.flatMap(\.stretches).map(\.value.scheme) == [.old])
        #expect(plan(early.replacing("2017", with: "2019")).counts.added == 1)
        #expect(plan(early.replacing("1.9.2017", with: "1.3.2019")).counts.added == 1)
        #expect(plan(early.replacing("1.9.2017", with: "28.2.2019")).counts.added == 0)
    }

    @Test func `nobody was converted before there was a new scheme, and one who was converted on an unknown day is asked of the day`()
        throws
    {
        let line = "Ida Nilsen|9876543|Bodø|ny|1.9.2016|fastlønn|80|Sentrum|||1.6.2018|"
        #expect(worst(plan(line).rows[0])?.kind == .convertedTooEarly(first: day("2019-03-01")))
        let yes = try #require(worst(plan(line.replacing("1.6.2018", with: "ja")).rows[0]))
        #expect(yes.kind == .conversionDayNotSaid && yes.choices.isEmpty, "all of it cannot have been in the new scheme")
        #expect(plan(line.replacing("1.6.2018", with: "1.6.2020")).counts.added == 1)
    }

    @Test func `a training is not expected to be done, or over, before it begins`() {
        let line = "Ida Nilsen|9876543|Bodø|ny|1.1.2023|fastlønn|80|Sentrum||||1.1.2022|"
        #expect(worst(plan(line).rows[0])?.kind == .endBeforeStart(.trainingStart, .expectedEnd))
        let ended = "Ida Nilsen|9876543|Bodø|ny|1.1.2023|fastlønn|80|Sentrum|||||30.6.2022"
        // Said before anybody is asked why she ended.
        #expect(plan(ended).rows[0].problems.map(\.kind).filter { $0.severity != .notice } == [.endBeforeStart(.trainingStart, .endDay)])
    }
}
