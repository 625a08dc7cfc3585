import AlisDomain
import Testing

/// What comes back to us: the two columns that were added, and numbers that must not stand in a sheet.
@Suite struct ImportReturnTests {
    private static let heading = "Fornavn|Etternavn|HPR-nr|Kommune|Ordning|Oppstart|Tilknytning|Stilling %"

    @Test(arguments: ["Alis: resultat|Alis: forklaring", "alis: resultat |ALIS: forklaring"])
    func `the columns that Alis has added are never read, whatever the others are called`(added: String) throws {
        let sheet = ImportFixture.sheet(
            """
            \(Self.heading)|\(added)
            Ida|Nilsen|995400146|Fauske|ny|01.09.2024|fastlønn|80|ok – lagt til|Ansatt fra: står ikke
            Ola|Berg|995400154|Fauske|ny|28.02.2025|fastlønn|80|venter|Oppstart: 31.02.2025 finnes ikke
            """)
        let book = ImportFixture.workbook(sheet)
        let mapping = try #require(
            ImportFixture.mapping(book, ImportMappingChoices(sheets: [0: .init(columns: [8: .field(.fullName)])])).sheets.first)
        #expect(mapping.columns.suffix(2).map(\.meaning) == [.ignored(.ours), .ignored(.ours)])
        #expect(!mapping.columns.contains { $0.isUnused || $0.sureness == .guessed })
        #expect(ImportFixture.plan(book).counts.added == 2)
        let notes = SheetNotes(sheet, headingRow: 1, heading: .init(result: "Alis: resultat", explanation: "Alis: forklaring")) { _ in nil }
        #expect(notes?.column == 8)
    }

    @Test func `one national identity number among HPR numbers stops its own row, and the others keep theirs`() throws {
        let people = [("Ida Nilsen", "995400146"), ("Ola Berg", "01019012345"), ("Eva Dahl", "12345"), ("Per Moe", "995400154")]
        let lines = people.map { "\($0.0)|\($0.1)|Fauske|ny|01.09.2024|fastlønn|80" }
        let book = ImportFixture.workbook(
            ImportFixture.sheet((["Navn|HPR-nr|Kommune|Ordning|Oppstart|Tilknytning|Stilling %"] + lines).joined(separator: "\n")))
        let column = try #require(ImportFixture.mapping(book).sheets.first?.column(of: .hpr))
        #expect(!column.examples.contains { $0.contains("01019012345") })
        let plan = ImportFixture.plan(book)
        #expect(plan.counts.added == 2 && plan.counts.blocked == 2)
        #expect(
            plan.rows.map { $0.problems.first { $0.severity == .stops }?.kind } == [nil, .nationalIdentityNumber, .notAnHPRNumber, nil])
        #expect(plan.rows.flatMap(\.problems).allSatisfy { !$0.found.contains("01019012345") })
        #expect(ImportFixture.after(plan).trainees.values.allSatisfy { $0.stretches.allSatisfy { $0.value.hpr != nil } })
        // The right number can be given on the spot.
        var answers = ImportAnswers()
        answers.answer(try #require(plan.rows[1].problems.first { $0.severity == .stops }), with: .value("995400162"))
        #expect(ImportFixture.plan(book, answers: answers).counts.added == 3)
    }

    @Test func `a column of national identity numbers is refused whole, also under a heading that is known`() throws {
        let lines = ["01019012345", "02019012345", "03019012345"].map { "Ida Nilsen|9876543|\($0)" }
        let book = ImportFixture.workbook(ImportFixture.sheet((["Navn|HPR-nr|Født"] + lines).joined(separator: "\n")))
        #expect(ImportFixture.mapping(book).sheets.first?.columns[2].meaning == .ignored(.identityNumbers))
    }

    @Test func `a doctor need not wait for what is not known of her wish`() throws {
        let sheet = ImportFixture.sheet("\(Self.heading)|Ønsker sykehus\nIda|Nilsen|995400146|Fauske|ny|01.09.2024|fastlønn|80|vår 2028")
        let book = ImportFixture.workbook(sheet)
        let row = try #require(ImportFixture.plan(book).rows.first)
        #expect(row.outcome == .question)
        let asked = row.problems.filter { $0.severity == .question }
        #expect(asked.map(\.kind) == [.notSaid(.firstWish), .notSaid(.wishMonths)])
        #expect(asked.map { $0.choices.contains(.accept) } == [true, false])
        var without = ImportAnswers()
        without.answer(asked[0], with: .accept)
        let taken = ImportFixture.plan(book, answers: without)
        #expect(taken.counts.added == 1 && ImportFixture.after(taken).wishes.isEmpty)
        #expect(taken.rows[0].problems.contains { $0.kind == .wishLeftOut })
        var with = ImportAnswers()
        with.answer(asked[0], with: .value("UNN"))
        with.answer(asked[1], with: .value("6"))
        #expect(ImportFixture.after(ImportFixture.plan(book, answers: with)).wishes.count == 1)
    }

    @Test func `a row that says nothing of a place of work changes nothing there, and asks for none`() throws {
        let header = "Navn|HPR-nr|Kommunenummer|Kommune|Arbeidsstad|Arbeidsform|Stilling|Ordning|Ventast ferdig"
        let first = "Ida Nilsen|995400146|1841|Fauske|Sentrum|Fastløn|80 %|Gammal ordning|2030-01-01|1.9.2018|30.6.2026"
        let book = ImportFixture.workbook(ImportFixture.sheet("\(header)|Oppstart|Ansatt til\n\(first)"))
        let mapping = try #require(ImportFixture.mapping(book).sheets.first)
        #expect(mapping.columns.allSatisfy { $0.sureness == .certain })
        let register = ImportFixture.after(ImportFixture.plan(book))
        #expect(register.engagements.count == 1)
        func again(_ scheme: String, _ writable: Set<MunicipalityID>?) -> PlannedRow? {
            let line = "Ida Nilsen|995400146||||||\(scheme)|2030-01-01"
            let silent = ImportFixture.workbook(ImportFixture.sheet("\(header)\n\(line)"))
            return ImportFixture.plan(silent, register: register, writable: writable).rows.first
        }
        #expect(again("Gammal ordning", nil)?.outcome == .unchanged)
        #expect(again("Gammal ordning", [ImportFixture.fauske])?.outcome == .unchanged)
        // Somebody else learns nothing, and nothing of hers is changed without a place.
        #expect(again("Gammal ordning", [ImportFixture.bodo])?.problems.map(\.kind) == [.missing(.municipality)])
        #expect(again("Gammal ordning", [ImportFixture.bodo])?.operations.isEmpty == true)
    }

    @Test func `of two who could be meant, the one with the name in the municipality is meant`() throws {
        let heading = "Navn|Fødselsår|Kommune|Ordning|Oppstart|Tilknytning|Stilling %|HPR-nr"
        let lines = ["Ida Nilsen|1990|Fauske|ny|1.9.2024|fastlønn|80|995400146", "Ida Nilsen|1990|Bodø|ny|1.9.2023|fastlønn|100|123456789"]
        let book = ImportFixture.workbook(ImportFixture.sheet(([heading] + lines).joined(separator: "\n")))
        let register = ImportFixture.after(ImportFixture.plan(book))
        #expect(register.trainees.count == 2)
        let bare = ImportFixture.workbook(ImportFixture.sheet("\(heading)\n\(lines[1].replacing("123456789", with: ""))"))
        #expect(ImportFixture.plan(bare, register: register).rows.map(\.outcome) == [.unchanged])
    }
}
