import AlisDomain
import Testing

/// A sheet with a start that does not say of what: nobody's training is cut short by the day her job began, and no job begins today.
@Suite struct ImportStartTests {
    private static let header = "Navn|HPR-nr|Startdato|Legekontor|Stilling|Tilknytning|Ordning"
    private static let full = "Navn|HPR-nr|Kommune|Ordning|Oppstart|Tilknytning|Stilling %|Legekontor|Ansatt fra"

    private func plan(
        _ lines: String, _ register: RegisterSnapshot = RegisterSnapshot(), answers: ImportAnswers = ImportAnswers(), seed: UInt64? = nil,
        name: String = "Bodø"
    ) -> ImportPlan {
        ImportFixture.plan(
            ImportFixture.workbook(ImportFixture.sheet(lines, name: name)), register: register, answers: answers, seed: seed)
    }
    private func asked(_ plan: ImportPlan, row: Int = 0) -> RowProblem? { plan.rows[row].problems.first { $0.severity == .question } }
    private func day(_ iso: String) -> CalendarDay { ImportFixture.day(iso) }

    /// Ida has been in training since 2021, in Bodø.
    private var withIda: RegisterSnapshot {
        ImportFixture.after(plan(Self.full + "\nIda Nilsen|9876543|Bodø|ny|1.9.2021|fastlønn|80|Sentrum|"))
    }

    @Test(arguments: ["Startdato", "Begynte", "Start", "Startet", "Byrja", "STARTDATO:"])
    func `a start that may be of the job or of the training is asked about, and nothing of it is taken in`(heading: String) throws {
        let sheet = Self.header.replacing("Startdato", with: heading) + "\nIda Nilsen|9876543|1.11.2026|Sentrum|80|fastlønn|ny"
        let made = plan(sheet, withIda)
        #expect(made.rows.map(\.outcome) == [.question] && made.operations.isEmpty)
        let problem = try #require(asked(made))
        #expect(problem.kind == .startOfWhat(registered: day("2021-09-01")))
        #expect(problem.choices == [.meaning(.engagedFrom), .meaning(.trainingStart), .leaveOut])
    }

    @Test func `the day of the job leaves the training as it is, and corrects the job only when that is said to be right`() throws {
        let register = withIda
        let line = Self.header + "\nIda Nilsen|9876543|1.11.2026|Legevakta|20|fastlønn|ny\nIda Nilsen|9876543||Sentrum|80|fastlønn|ny"
        var answers = ImportAnswers()
        answers.answer(try #require(asked(plan(line, register))), with: .meaning(.engagedFrom))
        let taken = plan(line, register, answers: answers, seed: 4)
        #expect(taken.counts.added == 1 && taken.counts.unchanged == 1, "\(taken.rows.map(\.problems))")
        let after = ImportFixture.after(taken, register)
        #expect(after.trainings.values.flatMap(\.stretches).map(\.period) == [Period(startingOn: day("2021-09-01"))])
        #expect(Set(after.engagements.values.compactMap { $0.stretches.first?.period.from }) == [day("2021-09-01"), day("2026-11-01")])

        // The same job: five years of it are not cut away unasked either.
        let same = Self.header + "\nIda Nilsen|9876543|1.11.2026|Sentrum|100|fastlønn|ny"
        var job = ImportAnswers()
        job.answer(try #require(asked(plan(same, register))), with: .meaning(.engagedFrom))
        let later = try #require(asked(plan(same, register, answers: job)))
        #expect(later.kind == .startMovesLater(.engagedFrom, said: day("2026-11-01"), registered: day("2021-09-01")))
        job.answer(later, with: .value("1.9.2021"))
        let kept = ImportFixture.after(plan(same, register, answers: job), register)
        #expect(kept.engagements.values.flatMap(\.stretches).map(\.value.percent.hundredths) == [8000, 10_000])
    }

    @Test func `the day of the training corrects it when somebody has said so`() throws {
        let register = withIda
        let sheet = Self.header + "\nIda Nilsen|9876543|1.10.2021|Sentrum|80|fastlønn|ny"
        var answers = ImportAnswers()
        answers.answer(try #require(asked(plan(sheet, register))), with: .meaning(.trainingStart))
        let after = ImportFixture.after(plan(sheet, register, answers: answers), register)
        #expect(after.trainings.values.flatMap(\.stretches).map(\.period.from) == [day("2021-10-01")])
    }

    @Test func `a start that the register has already is that one, and is not asked about`() {
        for start in ["1.9.2021", "01.09.2021"] {
            let made = plan(Self.header + "\nIda Nilsen|9876543|\(start)|Sentrum|80|fastlønn|ny", withIda)
            #expect(made.rows.map(\.outcome) == [.unchanged], "\(made.rows.map(\.problems))")
        }
    }

    @Test func `somebody who is not known is asked about too, and a training begun that day means a job from that day`() throws {
        let sheet = Self.header + "\nOla Berg|9876544|1.11.2025|Sentrum|80|fastlønn|ny"
        let problem = try #require(asked(plan(sheet)))
        #expect(problem.kind == .startOfWhat(registered: nil))
        var both = ImportAnswers()
        both.answer(problem, with: .meaning(.trainingStart))
        let after = ImportFixture.after(plan(sheet, answers: both))
        #expect(after.trainings.values.flatMap(\.stretches).map(\.period.from) == [day("2025-11-01")])
        #expect(after.engagements.values.flatMap(\.stretches).map(\.period.from) == [day("2025-11-01")])
        // The job alone: when the training began is then asked.
        var job = ImportAnswers()
        job.answer(problem, with: .meaning(.engagedFrom))
        let start = try #require(asked(plan(sheet, answers: job)))
        #expect(start.kind == .notSaid(.trainingStart))
        job.answer(start, with: .value("1.9.2021"))
        let known = ImportFixture.after(plan(sheet, answers: job))
        #expect(known.trainings.values.flatMap(\.stretches).map(\.period.from) == [day("2021-09-01")])
        #expect(known.engagements.values.flatMap(\.stretches).map(\.period.from) == [day("2025-11-01")])
    }

    @Test func `beside a column for one of the two, a start is the other`() {
        func fields(_ headings: String) -> [ImportField?] {
            let book = ImportFixture.workbook(ImportFixture.sheet("Navn|HPR-nr|\(headings)\nIda Nilsen|9876543|1.9.2021|1.9.2021"))
            return ImportFixture.mapping(book).sheets[0].columns.dropFirst(2).map {
                if case .field(let field) = $0.meaning { field } else { nil }
            }
        }
        #expect(fields("Oppstart|Startdato") == [.trainingStart, .engagedFrom])
        #expect(fields("Begynte|Ansatt fra") == [.trainingStart, .engagedFrom])
        #expect(fields("Startdato|Sluttdato") == [.started, .endDay])
        #expect(fields("Oppstart i kommunen|Oppstart ALIS") == [.engagedFrom, .trainingStart])
        #expect(fields("Startdato stilling|Startdato spesialisering") == [.engagedFrom, .trainingStart])
        let book = ImportFixture.workbook(ImportFixture.sheet("Navn|HPR-nr|Startdato\nIda Nilsen|9876543|1.9.2021"))
        #expect(ImportFixture.mapping(book).needsALook, "it is shown before anything is read")
    }

    @Test func `what a person says of the column holds for all its rows`() {
        let book = ImportFixture.workbook(
            ImportFixture.sheet(Self.header + "\nIda Nilsen|9876543|1.11.2026|Legevakta|20|fastlønn|ny", name: "Bodø"))
        let choices = ImportMappingChoices(sheets: [0: .init(columns: [2: .field(.engagedFrom)])])
        #expect(ImportFixture.mapping(book, choices).sheets[0].columns[2].meaning == .field(.engagedFrom))
    }

    @Test func `a later start of a training under a plain heading is asked about before any of it is lost`() throws {
        let register = withIda
        let line = Self.full + "\nIda Nilsen|9876543|Bodø|ny|1.11.2026|fastlønn|80|Sentrum|"
        let problem = try #require(asked(plan(line, register)))
        #expect(problem.kind == .startMovesLater(.trainingStart, said: day("2026-11-01"), registered: day("2021-09-01")))
        #expect(problem.choices == [.meaning(.engagedFrom), .value("1.9.2021"), .accept, .leaveOut])
        var keep = ImportAnswers()
        keep.answer(problem, with: .value("1.9.2021"))
        #expect(plan(line, register, answers: keep).rows.map(\.outcome) == [.unchanged])
        var correct = ImportAnswers()
        correct.answer(problem, with: .accept)
        let after = ImportFixture.after(plan(line, register, answers: correct), register)
        #expect(after.trainings.values.flatMap(\.stretches).map(\.period.from) == [day("2026-11-01")])
        // An earlier one adds and loses nothing.
        let earlier = plan(line.replacing("1.11.2026", with: "1.8.2021"), register)
        #expect(earlier.counts.changed == 1)
    }

    @Test func `no job begins on the day the file speaks of because the sheet does not say`() throws {
        let elsewhere = Self.full + "\nIda Nilsen|9876543|Fauske|ny||vikar|20|Legevakta|"
        let problem = try #require(asked(plan(elsewhere, withIda)))
        #expect(problem.kind == .notSaid(.engagedFrom) && problem.choices.first == .value(ImportFixture.today.norwegian))
        var answers = ImportAnswers()
        answers.answer(problem, with: .value("1.3.2026"))
        let after = ImportFixture.after(plan(elsewhere, withIda, answers: answers, seed: 9), withIda)
        #expect(after.engagements.values.contains { $0.stretches.first?.period.from == day("2026-03-01") })
        // What the row is said to hold from is said.
        let said = plan(Self.full + "|Gjelder fra\nIda Nilsen|9876543|Fauske|ny||vikar|20|Legevakta||1.5.2026", withIda, seed: 9)
        #expect(ImportFixture.after(said, withIda).engagements.values.contains { $0.stretches.first?.period.from == day("2026-05-01") })
    }

    @Test func `one new doctor on two rows begins in both places on the start in the row`() {
        let made = plan(
            Self.full
                + "\nOla Berg|9876544|Bodø|ny|1.9.2024|fastlønn|50|Sentrum|\nOla Berg|9876544|Fauske|ny|1.9.2024|fastlønn|50|Legevakta|")
        #expect(made.counts.added == 2)
        let from = ImportFixture.after(made).engagements.values.compactMap { $0.stretches.first?.period.from }
        #expect(from == [day("2024-09-01"), day("2024-09-01")])
    }
}
