import AlisDomain
import Testing

@Suite struct ImportPlanTests {
    static let header = "Navn|HPR-nr|Fødselsår|Kommune|Ordning|Oppstart|Tilknytning|Stilling %|Legekontor"
    static let ida = "Nilsen, Ida|9876543|1988|Bodø|ny|01.09.2021|fastlønn|80|Sentrum legekontor"

    private func book(_ lines: String...) -> Workbook { ImportFixture.workbook(ImportFixture.sheet(lines.joined(separator: "\n"))) }
    private func plan(_ lines: String..., register: RegisterSnapshot = RegisterSnapshot(), answers: ImportAnswers = ImportAnswers())
        -> ImportPlan
    {
        ImportFixture.plan(ImportFixture.workbook(ImportFixture.sheet(lines.joined(separator: "\n"))), register: register, answers: answers)
    }
    /// A register that holds Ida.
    private var withIda: RegisterSnapshot { ImportFixture.after(plan(Self.header, Self.ida)) }
    private func kinds(_ row: PlannedRow?) -> [RowProblem.Kind] { row?.problems.map(\.kind) ?? [] }

    @Test func `a new doctor is added with a training and an engagement`() throws {
        let plan = plan(Self.header, Self.ida)
        #expect(plan.counts.added == 1)
        let register = ImportFixture.after(plan)
        let trainee = try #require(register.trainees.values.first?.stretches.first?.value)
        #expect(trainee.fullName == "Ida Nilsen")
        #expect(trainee.hpr?.digits == "9876543")
        #expect(trainee.birthYear == 1988)
        let training = try #require(register.trainings.values.first?.stretches.first)
        #expect(training.value.scheme == .new)
        #expect(training.period == Period(startingOn: ImportFixture.day("2021-09-01")))
        let engagement = try #require(register.engagements.values.first?.stretches.first)
        #expect(engagement.value.municipality == ImportFixture.bodo)
        #expect(engagement.value.percent.hundredths == 8000)
        #expect(engagement.value.form == .salaried)
        #expect(engagement.period.from == ImportFixture.day("2021-09-01"))
        #expect(kinds(plan.rows.first) == [.assumedDay(.engagedFrom, ImportFixture.day("2021-09-01"))])
    }

    @Test func `the same file again changes nothing`() {
        let again = ImportFixture.plan(book(Self.header, Self.ida), register: withIda, seed: 2)
        #expect(again.rows.map(\.outcome) == [.unchanged])
        #expect(again.operations.isEmpty)
    }

    @Test func `a changed fraction is a change from the day the file speaks of, and the past stands`() throws {
        let plan = plan(Self.header, Self.ida.replacing("|80|", with: "|100 %|"), register: withIda)
        let old = try #require(PositionPercent(percent: 80))
        #expect(plan.rows.first?.outcome == .change([FieldChange(.percent, old: .percent(old), new: .percent(.full))]))
        let stretches = try #require(ImportFixture.after(plan, withIda).engagements.values.first?.stretches)
        #expect(stretches.map(\.value.percent.hundredths) == [8000, 10_000])
        #expect(stretches.last?.period.from == ImportFixture.today)
    }

    @Test func `Gjelder fra says from when`() throws {
        let plan = plan(Self.header + "|Gjelder fra", Self.ida.replacing("|80|", with: "|100|") + "|1.1.2026", register: withIda)
        let stretches = try #require(ImportFixture.after(plan, withIda).engagements.values.first?.stretches)
        #expect(stretches.last?.period.from == ImportFixture.day("2026-01-01"))
    }

    @Test func `absent columns and empty cells change nothing`() {
        #expect(plan("HPR-nr|Navn|Kommune", "9876543|Ida Nilsen|Bodø", register: withIda).rows.map(\.outcome) == [.unchanged])
        #expect(plan(Self.header, "Nilsen, Ida|9876543||Bodø||||||", register: withIda).rows.map(\.outcome) == [.unchanged])
    }

    @Test func `an impossible day is named with its row, column and text, and the other rows go on`() throws {
        let plan = plan(Self.header, Self.ida, Self.ida.replacing("9876543", with: "9876544").replacing("01.09.2021", with: "31.02.2021"))
        #expect(plan.counts.added == 1)
        #expect(plan.counts.blocked == 1)
        let problem = try #require(plan.rows.last?.problems.first)
        #expect(problem.kind == .dayDoesNotExist)
        #expect(problem.place.row == 3)
        #expect(problem.columnLetters == "F")
        #expect(problem.heading == "Oppstart")
        #expect(problem.found == "31.02.2021")
    }

    @Test func `all of a row's problems are said at once`() throws {
        let row = try #require(plan(Self.header, "Nilsen, Ida|12|1788|Nowhere|blå|31.02.2021|hm|400|x").rows.first)
        #expect(row.problems.map(\.field) == [.hpr, .birthYear, .municipality, .scheme, .trainingStart, .form, .percent])
    }

    @Test func `what is lacking for someone new is asked about, and answers are taken for one row or for all`() throws {
        let lines = ["Navn|HPR-nr|Kommune|Oppstart", "Nilsen, Ida|9876543|Bodø|1.9.2021", "Berg, Ola|9876544|Bodø|1.9.2021"]
        let book = ImportFixture.workbook(ImportFixture.sheet(lines.joined(separator: "\n")))
        let first = ImportFixture.plan(book)
        #expect(first.rows.map(\.outcome) == [.question, .question])
        #expect(kinds(first.rows.first).contains(.notSaid(.scheme)))
        var answers = ImportAnswers()
        answers.answerEverywhere(sheet: 0, field: .scheme, found: "", with: "ny")
        answers.answerEverywhere(sheet: 0, field: .form, found: "", with: "fastlønn")
        let second = ImportFixture.plan(book, answers: answers)
        #expect(kinds(second.rows.first).filter { $0.severity == .question } == [.notSaid(.percent)])
        let problem = try #require(second.rows.first?.problems.first { $0.kind == .notSaid(.percent) })
        answers.answer(problem, with: .value("80 %"))
        #expect(ImportFixture.plan(book, answers: answers).counts.added == 1)
    }

    @Test func `a municipality is found by an old number, a Sámi name, and with its number deciding where a name is two`() {
        for place in ["1902", "5401", "5501", "Romsa", "TROMSØ", "Tromsø kommune"] {
            let row = plan(Self.header, Self.ida.replacing("Bodø", with: place)).rows.first
            #expect(row?.municipality == ImportFixture.tromso, "\(place)")
        }
        let both = plan("Kommunenr|" + Self.header, "1818|" + Self.ida.replacing("Bodø", with: "Herøy")).rows.first
        #expect(both?.municipality == ImportFixture.municipality("heroy-nordland"))
        #expect(kinds(plan(Self.header, Self.ida.replacing("Bodø", with: "Herøy")).rows.first).contains(.ambiguousMunicipality))
        #expect(kinds(plan("Kommunenr|" + Self.header, "1841|" + Self.ida).rows.first) == [.municipalitiesDisagree])
    }

    @Test func `did you mean is said when there is one candidate`() throws {
        let problem = try #require(plan(Self.header, Self.ida.replacing("Bodø", with: "Fauskee")).rows.first?.problems.first)
        #expect(problem.kind == .unknownMunicipality)
        #expect(problem.choices == [.value("1841 Fauske")])
    }

    @Test func `rows outside the importer's municipalities are blocked and tell nothing`() {
        let plan = ImportFixture.plan(book(Self.header, Self.ida), register: withIda, writable: [ImportFixture.fauske])
        #expect(plan.rows.map(\.outcome) == [.blocked])
        #expect(kinds(plan.rows.first) == [.outsideScope(ImportFixture.bodo)])
    }

    @Test func `a row about a doctor of another municipality waits for leave, and says nothing of her`() throws {
        for line in [
            // By her number, whatever the rest says; by name and birth year; by name alone; by nearly her number.
            "Nilsen, Ida|9876543|1989|Fauske|ny|01.09.2021|vikar|20|Legevakta",
            "Berg, Ola|9876543||Fauske|ny|01.09.2021|vikar|20|Legevakta",
            "Nilsen, Ida||1988|Fauske|gammel|01.09.2021|vikar|20|Legevakta", "Nilsen, Ida|||Fauske|ny|01.09.2021|vikar|20|Legevakta",
            "Nilsen, Ida|9876544||Fauske|ny|01.09.2021|vikar|20|Legevakta",
        ] {
            let plan = ImportFixture.plan(book(Self.header, line), register: withIda, writable: [ImportFixture.fauske])
            let row = try #require(plan.rows.first)
            #expect(row.outcome == .blocked && row.trainee == nil && row.operations.isEmpty, "\(line)")
            #expect(row.problems.map(\.kind) == [.needsLeave(nil)] && row.problems[0].choices == [.leaveOut], "\(line)")
            #expect(row.leave?.doctors.count == 1 && row.leave?.municipality == ImportFixture.fauske, "\(line)")
        }
    }

    @Test func `no answer opens another municipality's doctor, and who was said to be another is new`() throws {
        let line = "Nilsen, Ida||1988|Fauske|ny|01.09.2021|vikar|20|Legevakta"
        let ida = try #require(withIda.trainees.keys.first)
        var answers = ImportAnswers()
        let place = RowReference(sheet: 0, row: 2)
        for choice in [ImportChoice.person(ida, label: ""), .accept, .newPerson] {
            answers.answer(row: place, field: nil, code: "person", with: choice)
            let plan = ImportFixture.plan(book(Self.header, line), register: withIda, writable: [ImportFixture.fauske], answers: answers)
            #expect(plan.rows.map(\.outcome) == [.blocked])
        }
        func planned(_ state: TransferRequest.State) -> PlannedRow? {
            let described = TransferRequest.Described(name: "Ida NILSEN", birthYear: 1988)
            let asked = TransferRequest(
                trainee: ida, municipality: ImportFixture.fauske, described: described, state: state, askedBy: "Hilde", account: "hilde")
            let settings = ImportSettings(
                day: ImportFixture.today, writable: [ImportFixture.fauske], municipalities: ImportFixture.directory,
                trusts: ImportFixture.trusts, newSchemeFrom: nil)
            var random = SeededNumbers(seed: 5)
            let book = book(Self.header, line)
            return ImportPlanner.plan(
                book, mapping: ImportFixture.mapping(book), register: withIda, settings: settings,
                reach: ImportReach(seen: [], editable: [], transfers: [asked])
            ) { random.nextRecordID() }.rows.first
        }
        #expect(planned(.asked)?.problems.first?.kind == .needsLeave(.asked))
        #expect(planned(.declined)?.problems.first?.kind == .needsLeave(.declined))
        #expect(planned(.withdrawn)?.problems.first?.kind == .needsLeave(nil))
        let new = planned(.another)
        #expect(new?.trainee != nil && new?.trainee != ida)
        if case .add? = new?.outcome {} else { Issue.record("\(String(describing: new?.problems))") }
    }

    @Test func `a doctor who has moved on is seen where she was, and changed only where she is`() throws {
        let known = try #require(withIda.trainees.keys.first)
        func outcome(_ line: String) -> PlannedRow? {
            let settings = ImportSettings(
                day: ImportFixture.today, writable: [ImportFixture.bodo], municipalities: ImportFixture.directory,
                trusts: ImportFixture.trusts, newSchemeFrom: nil)
            var random = SeededNumbers(seed: 9)
            let book = book(Self.header, line)
            return ImportPlanner.plan(
                book, mapping: ImportFixture.mapping(book), register: withIda, settings: settings,
                reach: ImportReach(seen: [known], editable: [])
            ) { random.nextRecordID() }.rows.first
        }
        #expect(outcome("Nilsen, Ida|9876543||Bodø||||||")?.outcome == .unchanged)
        let changed = outcome("Nilsen, Ida|9876543|1987|Bodø||||||")
        #expect(changed?.outcome == .blocked && changed?.problems.map(\.kind) == [.needsLeave(nil)] && changed?.operations.isEmpty == true)
    }

    @Test func `the same HPR number with quite another name is a question`() throws {
        let plan = plan(Self.header, Self.ida.replacing("Nilsen, Ida", with: "Solberg, Per"), register: withIda)
        #expect(plan.rows.first?.outcome == .question)
        let problem = try #require(plan.rows.first?.problems.first { $0.severity == .question })
        #expect(problem.kind == .nameDiffers(registered: "Ida Nilsen"))
        var answers = ImportAnswers()
        answers.answer(problem, with: problem.choices[0])
        let line = Self.ida.replacing("Nilsen, Ida", with: "Solberg, Per")
        let answered = ImportFixture.plan(book(Self.header, line), register: withIda, answers: answers)
        #expect(answered.rows.first?.outcome == .change([FieldChange(.fullName, old: .text("Ida Nilsen"), new: .text("Per Solberg"))]))
    }

    @Test func `a name changed by marriage is a change, and case and accents are none`() {
        let married = plan(Self.header, Self.ida.replacing("Nilsen, Ida", with: "Ida Hansen"), register: withIda)
        #expect(married.counts.changed == 1)
        #expect(plan(Self.header, Self.ida.replacing("Nilsen, Ida", with: "IDA NILSEN"), register: withIda).counts.unchanged == 1)
    }

    @Test func `without an HPR number name and birth year find the person, and name alone within the municipality`() {
        let strong = "Nilsen, Ida||1988|Bodø|ny|01.09.2021|fastlønn|80|Sentrum legekontor"
        #expect(plan(Self.header, strong, register: withIda).counts.unchanged == 1)
        let weak = "Nilsen, Ida|||Bodø|ny|01.09.2021|fastlønn|80|Sentrum legekontor"
        #expect(plan(Self.header, weak, register: withIda).counts.unchanged == 1)
        let elsewhere = plan(Self.header, weak.replacing("Bodø", with: "Fauske"), register: withIda)
        #expect(kinds(elsewhere.rows.first) == [.perhaps])
        let another = plan(Self.header, strong.replacing("1988", with: "1971"), register: withIda)
        #expect(another.counts.added == 1)
    }

    @Test func `the same name and birth year with another HPR number is a question`() {
        let plan = plan(Self.header, Self.ida.replacing("9876543", with: "9876549"), register: withIda)
        #expect(kinds(plan.rows.first) == [.hprDiffers(registered: "9876543")])
    }

    @Test func `the same name and birth year elsewhere with quite another HPR number is another person`() {
        let line = Self.ida.replacing("9876543", with: "1234567").replacing("Bodø", with: "Fauske")
        #expect(plan(Self.header, line, register: withIda).counts.added == 1)
        #expect(
            kinds(plan(Self.header, line.replacing("1234567", with: "9876534"), register: withIda).rows.first) == [
                .hprDiffers(registered: "9876543")
            ])
    }

    @Test func `the same person at two workplaces is two engagements`() {
        let two = Self.ida.replacing("Sentrum legekontor", with: "Legevakta").replacing("|80|", with: "|20|")
        let plan = plan(Self.header, Self.ida, two)
        #expect(plan.counts.added == 2)
        let register = ImportFixture.after(plan)
        #expect(register.trainees.count == 1)
        #expect(register.engagements.count == 2)
        #expect(ImportFixture.plan(book(Self.header, Self.ida, two), register: register, seed: 3).counts.unchanged == 2)
        #expect(ImportFixture.plan(book(Self.header, two, Self.ida), register: register, seed: 3).counts.unchanged == 2)
    }

    @Test func `the same person twice at one workplace is a problem that names both rows`() {
        let plan = plan(Self.header, Self.ida, Self.ida.replacing("|80|", with: "|60|"))
        #expect(plan.counts.blocked == 2)
        #expect(kinds(plan.rows.first) == [.sameEngagement(rows: [RowReference(sheet: 0, row: 3)])])
        #expect(kinds(plan.rows.last) == [.sameEngagement(rows: [RowReference(sheet: 0, row: 2)])])
    }

    @Test func `rows about one person that say different things of her wait, and name each other`() {
        let other = Self.ida.replacing("Sentrum legekontor", with: "Legevakta").replacing("1988", with: "1989")
        let plan = plan(Self.header, Self.ida, other)
        #expect(kinds(plan.rows.first).contains(.rowsDisagree(.birthYear, rows: [RowReference(sheet: 0, row: 3)])))
        #expect(kinds(plan.rows.last).contains(.rowsDisagree(.birthYear, rows: [RowReference(sheet: 0, row: 2)])))
        #expect(plan.operations.isEmpty)
    }

    @Test func `doctors the file does not mention are named and left alone`() {
        let plan = plan(Self.header, "Berg, Ola|9876544|1990|Bodø|ny|1.9.2022|vikar|100|Sentrum legekontor", register: withIda)
        #expect(plan.notInFile.map(\.name) == ["Ida Nilsen"])
        #expect(!plan.operations.contains { operation in withIda.trainees.keys.contains(operation.id) })
    }

    @Test func `a training ends on the day after its last, with a reason, and is not asked for twice`() throws {
        let header = Self.header + "|Sluttdato|Sluttårsak"
        let ending = Self.ida + "|30.06.2026|spesialist"
        let plan = plan(header, ending, register: withIda)
        #expect(plan.counts.changed == 1)
        let after = ImportFixture.after(plan, withIda)
        let last = try #require(after.trainings.values.first?.stretches.last)
        #expect(last.value.standing == .ended(.specialist))
        #expect(last.period.from == ImportFixture.day("2026-07-01"))
        #expect(ImportFixture.plan(book(header, ending), register: after, seed: 4).counts.unchanged == 1)
        #expect(kinds(self.plan(header, Self.ida + "|30.06.2026|", register: withIda).rows.first) == [.notSaid(.endReason)])
        #expect(kinds(self.plan(header, Self.ida + "|30.06.2027|", register: withIda).rows.first) == [.endInFuture])
        let listed = ImportFixture.plan(book(Self.header, Self.ida), register: after)
        #expect(kinds(listed.rows.first) == [.trainingHasEnded(ImportFixture.day("2026-06-30"))])
    }

    @Test func `a conversion is old before its day and new from it`() throws {
        let plan = plan(Self.header + "|Konvertert", Self.ida.replacing("01.09.2021", with: "01.09.2018") + "|1.1.2022")
        let stretches = try #require(ImportFixture.after(plan).trainings.values.first?.stretches)
        #expect(stretches.map(\.value.scheme) == [.old, .new])
        #expect(stretches.map(\.period.from) == [ImportFixture.day("2018-09-01"), ImportFixture.day("2022-01-01")])
    }

    @Test func `another scheme than the register's is asked about: converted, or wrong all along`() throws {
        let line = Self.ida.replacing("|ny|", with: "|gammel|").replacing("2021", with: "2018")
        let register = ImportFixture.after(plan(Self.header, line))
        let now = line.replacing("|gammel|", with: "|ny|")
        let problem = try #require(plan(Self.header, now, register: register).rows.first?.problems.first)
        #expect(problem.kind == .schemeChanged(from: .old, to: .new))
        var converted = ImportAnswers()
        converted.answer(problem, with: problem.choices[0])
        let one = ImportFixture.plan(book(Self.header, now), register: register, answers: converted)
        #expect(ImportFixture.after(one, register).trainings.values.first?.stretches.map(\.value.scheme) == [.old, .new])
        // All of it cannot have been in the new scheme, which was not there when she began.
        #expect(!problem.choices.contains(.accept))
        let old = Self.ida.replacing("|ny|", with: "|gammel|")
        var corrected = ImportAnswers()
        for _ in 0..<2 {
            let asked = ImportFixture.plan(book(Self.header, old), register: withIda, answers: corrected).rows.first?.problems.first
            corrected.answer(try #require(asked), with: .accept)
        }
        let other = ImportFixture.plan(book(Self.header, old), register: withIda, answers: corrected)
        #expect(ImportFixture.after(other, withIda).trainings.values.first?.stretches.map(\.value.scheme) == [.old])
        #expect(ImportFixture.plan(book(Self.header, old), register: ImportFixture.after(other, withIda)).counts.unchanged == 1)
    }

    @Test func `a wish is added and changed`() throws {
        let header = Self.header + "|Ønsker sykehus fra (halvår)|Ønsket sykehus 1|Ønsket sykehus 2|Måneder|Merknad"
        let plan = plan(header, Self.ida + "|vår 27|UNN|Nordlandssykehuset HF, kirurgi|12|helst nær hjemmet")
        let register = ImportFixture.after(plan)
        let wish = try #require(register.wishes.values.first?.stretches.first?.value)
        #expect(wish.choices.map(\.trust.code) == ["UNN", "NLSH"])
        #expect(wish.choices.map(\.department) == ["", "kirurgi"])
        #expect(wish.earliest.code == "2027-1")
        #expect(wish.months == 12)
        #expect(wish.note == "helst nær hjemmet")
        let later = self.plan(header, Self.ida + "|høst 27||||", register: register)
        let halves = try (#require(HalfYear(code: "2027-1")), #require(HalfYear(code: "2027-2")))
        #expect(
            later.rows.first?.outcome
                == .change([
                    FieldChange(.wishFrom, old: .halfYear(halves.0), new: .halfYear(halves.1)),
                    FieldChange(.wishTo, old: .halfYear(halves.0), new: .halfYear(halves.1)),
                ]))
    }

    @Test func `a national identity number in a cell stops its row and is repeated nowhere`() throws {
        let row = try #require(plan(Self.header, Self.ida.replacing("Sentrum legekontor", with: "Sentrum, fnr 01028512345")).rows.first)
        #expect(row.outcome == .blocked)
        #expect(row.problems.map(\.kind) == [.nationalIdentityNumber])
        #expect(row.problems.allSatisfy { !$0.found.contains("01028512345") })
    }

    @Test func `repeated headings, blank rows, sums and lines of text are no people`() {
        let plan = plan(
            Self.header, Self.ida, "", Self.header, "Sum|||||||80", "Bodø kommune", "Berg, Ola|9876544|1990|Bodø|ny|1.9.2022|vikar|100|X")
        #expect(plan.counts.added == 2)
        #expect(plan.counts.blocked + plan.counts.questions == 0)
    }

    @Test func `a row left out by hand waits and does nothing`() throws {
        var answers = ImportAnswers()
        answers.answer(row: RowReference(sheet: 0, row: 2), field: nil, code: "row", with: .leaveOut)
        let plan = plan(Self.header, Self.ida, answers: answers)
        #expect(plan.operations.isEmpty)
        #expect(kinds(plan.rows.first) == [.leftOut])
    }
}
