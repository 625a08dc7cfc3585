import AlisDomain
import Testing

/// Rows that add the list up, and rows that are there twice.
@Suite struct ImportRepeatTests {
    private static let header = "Etternavn|Fornavn|HPR-nr|Kommune|Ordning|Oppstart|Tilknytning|Stilling %"
    private static let ida = "Nilsen|Ida|995400146|Fauske|ny|01.09.2024|fastlønn|80"

    private func plan(_ lines: String..., answers: ImportAnswers = ImportAnswers(), header: String = Self.header) -> ImportPlan {
        ImportFixture.plan(
            ImportFixture.workbook(ImportFixture.sheet(([header] + lines).joined(separator: "\n"))), answers: answers)
    }

    @Test(arguments: [
        "Sum antall|||||||5", "Sum|||||||5", "|Totalt antall leger||||||5", "|||Sum stillinger|12|||5", "Antall ALIS: 4|||4|||| ",
        "|||||||I alt sum",
    ])
    func `a row that adds up is passed over, in whatever column it says so`(line: String) {
        let plan = plan(Self.ida, line)
        #expect(plan.counts.added == 1 && plan.counts.blocked + plan.counts.questions == 0, "\(plan.rows.last?.problems.map(\.kind) ?? [])")
    }

    @Test(arguments: ["Sum|Li|995400154", "Total|Per|995400154", "Antal|Eva|"])
    func `a doctor with such a name is no sum`(person: String) {
        let plan = plan("\(person)|Fauske|ny|01.09.2024|fastlønn|80")
        #expect(plan.counts.added == 1)
    }

    @Test func `a row that says the same as another is passed over, and the other is taken in`() {
        let plan = plan(Self.ida, "Berg|Ola|995400154|Fauske|ny|01.09.2024|fastlønn|80", Self.ida, Self.ida)
        #expect(plan.rows.map(\.outcome).suffix(2) == [.passedOver, .passedOver])
        #expect(plan.counts.added == 2)
        #expect(plan.rows.last?.problems.map(\.kind) == [.sameAsRow(RowReference(sheet: 0, row: 2))])
    }

    @Test func `rows that are nearly the same wait, and one of them can be left out on the spot`() throws {
        let other = Self.ida.replacing("80", with: "60")
        let first = plan(Self.ida, other)
        #expect(first.counts.blocked == 2)
        let problem = try #require(first.rows.last?.problems.first)
        #expect(problem.kind == .sameEngagement(rows: [RowReference(sheet: 0, row: 2)]) && problem.choices == [.leaveOut])
        var answers = ImportAnswers()
        answers.answer(problem, with: .leaveOut)
        let second = plan(Self.ida, other, answers: answers)
        #expect(second.counts.added == 1 && second.rows.last?.problems.map(\.kind) == [.leftOut])
    }
}
