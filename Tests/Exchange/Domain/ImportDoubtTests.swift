import AlisDomain
import Testing

/// Whom a row is about when its HPR number is unknown, and what is said once only.
@Suite struct ImportDoubtTests {
    private static let header = "Navn|HPR-nr|Kommune|Ordning|Oppstart|Tilknytning|Stilling %"
    private static let jonas = "Jonas Bjerke|998861709|Fauske|ny|01.09.2021|fastlønn|80"

    private func plan(_ lines: [String], _ register: RegisterSnapshot = RegisterSnapshot(), _ answers: ImportAnswers = ImportAnswers())
        -> ImportPlan
    {
        let sheet = ImportFixture.sheet(([Self.header] + lines).joined(separator: "\n"))
        return ImportFixture.plan(ImportFixture.workbook(sheet), register: register, answers: answers)
    }
    private var withJonas: RegisterSnapshot { ImportFixture.after(plan([Self.jonas])) }
    private func kinds(_ row: PlannedRow?) -> [RowProblem.Kind] { row?.problems.map(\.kind) ?? [] }

    @Test(arguments: ["998861708", "998861790", "99886170", "9988617099", "123456789"])
    func `an unknown number under a name of the same municipality is asked about`(digits: String) {
        let row = plan([Self.jonas.replacing("998861709", with: digits)], withJonas).rows.first
        // Ten digits are no HPR number, which is said instead.
        if digits.utf8.count > 9 {
            #expect(kinds(row).contains(.notAnHPRNumber))
        } else {
            #expect(kinds(row) == [.hprDiffers(registered: "998861709")])
        }
        #expect(row?.operations.isEmpty == true)
    }

    @Test func `elsewhere only a number that is nearly the same is asked about`() {
        let near = Self.jonas.replacing("Fauske", with: "Bodø").replacing("998861709", with: "998816709")
        #expect(kinds(plan([near], withJonas).rows.first) == [.hprDiffers(registered: "998861709")])
        let far = Self.jonas.replacing("Fauske", with: "Bodø").replacing("998861709", with: "123456789")
        #expect(plan([far], withJonas).counts.added == 1)
    }

    @Test func `it may be a correction of the register, an error in the file, or somebody else`() throws {
        let line = Self.jonas.replacing("998861709", with: "998861708")
        let register = withJonas
        let problem = try #require(plan([line], register).rows.first?.problems.first)
        #expect(problem.field == .hpr)
        func answered(_ choice: ImportChoice) -> (plan: ImportPlan, after: RegisterSnapshot) {
            var answers = ImportAnswers()
            answers.answer(problem, with: choice)
            let made = plan([line], register, answers)
            return (made, ImportFixture.after(made, register))
        }
        let corrected = answered(problem.choices[0])
        #expect(corrected.after.trainees.values.map { $0.stretches.last?.value.hpr?.digits } == ["998861708"])
        let kept = answered(.value("998861709"))
        #expect(problem.choices.contains(.value("998861709")) && kept.plan.counts.unchanged == 1)
        let another = answered(.newPerson)
        #expect(problem.choices.contains(.newPerson) && another.after.trainees.count == 2)
    }

    @Test func `two rows of one file with quite different numbers are two people, with nearly the same they are asked about`() {
        let twin = Self.jonas.replacing("998861709", with: "123456789")
        #expect(plan([Self.jonas, twin]).counts.added == 2)
        let near = plan([Self.jonas, Self.jonas.replacing("998861709", with: "998861708")])
        #expect(near.counts.added == 1 && near.counts.questions == 1)
    }

    @Test func `who is registered elsewhere is not named, nor is the number`() throws {
        let line = Self.jonas.replacing("Fauske", with: "Bodø").replacing("998861709", with: "998861708")
        let sheet = ImportFixture.sheet(Self.header + "\n" + line)
        let row = ImportFixture.plan(ImportFixture.workbook(sheet), register: withJonas, writable: [ImportFixture.bodo]).rows.first
        let problem = try #require(row?.problems.first)
        #expect(problem.kind == .needsLeave(nil) && problem.choices == [.leaveOut])
    }

    @Test func `a municipality that may be two is asked about and not missing too`() {
        let row = plan([Self.jonas.replacing("Fauske", with: "Herøy")]).rows.first
        #expect(kinds(row) == [.ambiguousMunicipality])
        #expect(row?.outcome == .question)
    }

    @Test(arguments: [("Fausk", "1841 Fauske"), ("Bodøø", "1804 Bodø"), ("Osloo", "0301 Oslo")])
    func `one candidate a letter away is suggested`(text: String, meant: String) {
        let row = plan([Self.jonas.replacing("Fauske", with: text)]).rows.first
        #expect(row?.problems.first { $0.kind == .unknownMunicipality }?.choices == [.value(meant)])
    }

    @Test(arguments: ["fast", "Fast ansatt", "fast stilling", "kommunal fastlønn", "Fast tilsett"])
    func `words for a salaried position are understood`(text: String) {
        #expect(ImportWordReading.form(.text(text)).value == .salaried)
    }

    @Test func `short words for the schemes are understood`() {
        for text in ["gl.", "gml. ordn.", "Gl. ordning"] { #expect(ImportWordReading.scheme(.text(text)).value == .old, "\(text)") }
        for text in ["ny ordn.", "Ny ordn"] { #expect(ImportWordReading.scheme(.text(text)).value == .new, "\(text)") }
    }
}
