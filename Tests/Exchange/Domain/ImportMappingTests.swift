import AlisDomain
import Testing

@Suite struct ImportMappingTests {
    private func fields(_ sheet: SheetMapping) -> [Int: ImportField] {
        var result: [Int: ImportField] = [:]
        for column in sheet.columns { if case .field(let field) = column.meaning { result[column.column] = field } }
        return result
    }

    private func only(_ sheet: Sheet, _ choices: ImportMappingChoices = ImportMappingChoices()) throws -> SheetMapping {
        try #require(ImportFixture.mapping(ImportFixture.workbook(sheet), choices).sheets.first)
    }

    @Test func `headings are found under title rows and blank rows`() throws {
        let sheet = ImportFixture.sheet(
            """
            ALIS i Salten
            Oppdatert 1. november, se også kommunens egen liste

            Navn|HPR-nr|Knr.|Ordning|Oppstart|Stilling %
            Nilsen, Ida|9876543|1804|ny|01.09.2019|80
            """)
        let mapping = try only(sheet)
        #expect(mapping.headerRow == 4)
        #expect(mapping.isRead)
        #expect(fields(mapping) == [0: .fullName, 1: .hpr, 2: .municipalityNumber, 3: .scheme, 4: .trainingStart, 5: .percent])
    }

    @Test func `the columns may come in any order`() throws {
        let mapping = try only(ImportFixture.sheet("Stilling %|Oppstart|HPR-nr|Navn\n80|1.9.2019|9876543|Nilsen, Ida"))
        #expect(fields(mapping) == [0: .percent, 1: .trainingStart, 2: .hpr, 3: .fullName])
    }

    @Test func `headings in two lines under a merged one are read together`() throws {
        let merged = { (column: Int) in SheetCell(column: column, value: .text("Ønsker sykehus"), origin: .merged) }
        let rows = [
            SheetRow(number: 1, cells: [SheetCell(column: 2, value: .text("Ønsker sykehus")), merged(3)]),
            SheetRow(number: 2, cells: ["Navn", "HPR-nr", "fra", "til"].enumerated().map { SheetCell(column: $0, value: .text($1)) }),
            SheetRow(
                number: 3,
                cells: ["Ida Nilsen", "9876543", "vår 27", "høst 27"].enumerated().map { SheetCell(column: $0, value: .text($1)) }),
        ]
        #expect(fields(try only(Sheet(name: "Ark1", rows: rows))) == [0: .fullName, 1: .hpr, 2: .wishFrom, 3: .wishTo])
    }

    @Test func `a sheet without headings is understood by its contents where they are clear`() throws {
        let sheet = ImportFixture.sheet(
            """
            Nilsen, Ida|9876543|ny|80 %|ida@example.no
            Berg, Ola|9876544|gammel|100 %|ola@example.no
            """)
        let mapping = try only(sheet)
        #expect(mapping.headerRow == nil)
        #expect(fields(mapping) == [0: .fullName, 1: .hpr, 2: .scheme, 3: .percent, 4: .email])
        #expect(mapping.columns.allSatisfy { $0.sureness == .guessed })
        #expect(ImportFixture.mapping(ImportFixture.workbook(sheet)).needsALook)
    }

    @Test func `national identity numbers are refused by heading and by contents, shown nowhere and cannot be chosen`() throws {
        let sheet = ImportFixture.sheet(
            """
            Navn|HPR-nr|Personnummer|Nummer
            Nilsen, Ida|9876543|hemmelig|010285 12345
            Berg, Ola|9876544|hemmelig|01038512345
            """)
        let mapping = try only(sheet, ImportMappingChoices(sheets: [0: .init(columns: [2: .field(.phone), 3: .field(.note)])]))
        for column in [2, 3] {
            #expect(mapping.columns[column].meaning == .ignored(.identityNumbers))
            #expect(mapping.columns[column].examples.isEmpty)
        }
    }

    @Test func `a column about health is passed over`() throws {
        let mapping = try only(ImportFixture.sheet("Navn|HPR-nr|Diagnose\nNilsen, Ida|9876543|x"))
        #expect(mapping.columns[2].meaning == .ignored(.health))
        #expect(mapping.columns[2].examples.isEmpty)
    }

    @Test func `of two columns with one meaning the surer is read and the other named`() throws {
        let mapping = try only(ImportFixture.sheet("Opstart|Navn|HPR-nr|Oppstart\n1.1.2019|Nilsen, Ida|9876543|1.9.2019"))
        #expect(mapping.column(of: .trainingStart)?.column == 3)
        #expect(mapping.columns[0].meaning == .ignored(.sameAs(column: 3, .trainingStart)))
    }

    @Test func `a person may change the meaning of a column, the heading row and whether a sheet is read`() throws {
        let sheet = ImportFixture.sheet("Navn|HPR-nr|Kode\nNilsen, Ida|9876543|80")
        let choices = ImportMappingChoices(sheets: [0: .init(columns: [2: .field(.percent), 1: .ignored(.chosen)])])
        let mapping = try only(sheet, choices)
        #expect(fields(mapping) == [0: .fullName, 2: .percent])
        #expect(mapping.columns[2].sureness == .chosen)
        #expect(try only(sheet, ImportMappingChoices(sheets: [0: .init(isRead: false)])).whyNot == .chosen)
        #expect(try only(sheet, ImportMappingChoices(sheets: [0: .init(headerRow: .row(2))])).headerRow == 2)
    }

    @Test func `sheets that are no lists, and hidden ones, are left alone`() {
        let list = "Navn|HPR-nr\nNilsen, Ida|9876543"
        let workbook = ImportFixture.workbook(
            ImportFixture.sheet("Slik fyller du ut\nSkriv ett navn per rad", name: "Forklaring"), ImportFixture.sheet(list, name: "Bodø"),
            ImportFixture.sheet(list, name: "Gammelt", isHidden: true), Sheet(name: "Tomt", rows: []))
        let mapping = ImportFixture.mapping(workbook)
        #expect(mapping.sheets.map(\.isRead) == [false, true, false, false])
        #expect(mapping.sheets.map(\.whyNot) == [.noTable, nil, .hidden, .empty])
        #expect(mapping.sheets[1].municipality == ImportFixture.bodo)
    }

    @Test func `Stilling is a form when words stand under it`() throws {
        let mapping = try only(ImportFixture.sheet("Navn|HPR-nr|Stilling\nNilsen, Ida|9876543|fastlønn\nBerg, Ola|9876544|vikar"))
        #expect(fields(mapping)[2] == .form)
    }

    @Test func `Navn beside Etternavn is the given name`() throws {
        let mapping = try only(ImportFixture.sheet("Navn|Etternavn|HPR-nr\nIda|Nilsen|9876543"))
        #expect(fields(mapping) == [0: .givenName, 1: .familyName, 2: .hpr])
    }
}
