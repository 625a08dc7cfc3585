import Alis
import AlisDomain
import Testing

@Suite struct SpreadsheetWriterTests {
    private func read(_ tables: [ExportTable]) throws -> Workbook {
        try SpreadsheetReader.read(try SpreadsheetWriter.bytes(of: tables, madeAt: Instant(microseconds: 0)), fileName: "x.xlsx")
    }

    private func table(_ rows: [[ExportValue]], name: String = "Liste") -> ExportTable {
        ExportTable(name: name, columns: [ExportColumn("A"), ExportColumn("B")], rows: rows)
    }

    @Test func `every kind of value is read back as it was`() throws {
        let day = try #require(CalendarDay(year: 2026, month: 11, day: 22))
        let early = try #require(CalendarDay(year: 1899, month: 1, day: 1))
        let values: [ExportValue] = [
            .text("Åse Ærlig"), .integer(9_123_456), .decimal(1234.5), .percent(0.8), .percent(0.125), .day(day), .empty, .day(early),
            .integer(123_456_789_012), .integer(.max), .decimal(.infinity), .text(" mellomrom "), .text("to\nlinjer"),
        ]
        let row = try #require(try read([table([values])]).sheets[0].row(number: 2))
        #expect(
            (0..<values.count).map { row[column: $0].shownText } == [
                "Åse Ærlig", "9123456", "1234,5", "80 %", "12,5 %", "22.11.2026", "", "1899-01-01", "123456789012",
                "9223372036854775807", "", " mellomrom ", "to\nlinjer",
            ])
        #expect(row[column: 5] == .day(day))
    }

    @Test(arguments: ["=1+1", "{=1}", "http://x.example", "@a", "mailto:a", "_x0041_", "a\u{1}b", "a\r\nb"], [true, false])
    func `text stays text, in small files and large`(text: String, keepsRowsInMemory: Bool) throws {
        var writer = try SpreadsheetWriter(keepsRowsInMemory: keepsRowsInMemory)
        writer.begin(table([[.text(text), .integer(1)], [.text(text)]]))
        let sheet = try SpreadsheetReader.read(try writer.finish(), fileName: "x").sheets[0]
        let cell = try #require(sheet.rows.last?.cell(at: 0))
        #expect(cell.origin == .typed)
        #expect(cell.value == .text(text == "a\u{1}b" ? "ab" : text == "a\r\nb" ? "a\nb" : text))
    }

    @Test func `notes stand above the heading, and sheets have names that are allowed and different`() throws {
        var first = table([[.integer(1)]], name: "Ønsker: 1/2 [utkast] som har et altfor langt navn")
        first.notes = ["Ønsker", "Per 1. mars"]
        let sheets = try read([first, first, table([[.integer(1)]], name: "")]).sheets
        #expect(sheets.map(\.name) == ["Ønsker- 1-2 -utkast- som har et", "Ønsker- 1-2 -utkast- som ha (2)", "Ark"])
        #expect(sheets[0].rows.map(\.number) == [1, 2, 4, 5])
        #expect(sheets[0].row(number: 4)?[column: 0] == .text("A"))
    }

    @Test func `long lists for drop-downs stand on a hidden sheet, short ones do not`() throws {
        let many = (1...357).map { "Kommune nummer \($0)" }
        let columns = [
            ExportColumn("Kommune", entry: .text, choices: many, explanation: "Navn eller nummer"),
            ExportColumn("Igjen", choices: many), ExportColumn("Ordning", choices: ["Ny", "Gammel"]),
            ExportColumn("Med komma", choices: ["a,b", "c"]),
        ]
        let workbook = try read([ExportTable(name: "Mal", columns: columns)])
        #expect(workbook.sheets.map(\.isHidden) == [false, true])
        let lists = try #require(workbook.sheets.last)
        #expect(lists.rows.count == 357)
        #expect(lists.rows[0].cells.map(\.value) == [.text("Kommune nummer 1"), .text("a,b")])
    }

    @Test func `an explanation gets a sheet of its own`() throws {
        var writer = try SpreadsheetWriter()
        writer.begin(table([[.integer(1), .integer(2)]]))
        writer.append([.integer(3)])
        writer.addExplanation(name: "Forklaring", title: "Slik fyller du ut", lines: [("HPR-nr", "Sju siffer")])
        let sheets = try SpreadsheetReader.read(try writer.finish(), fileName: "x").sheets
        #expect(sheets.map { $0.rows.count } == [3, 2])
    }

    @Test func `a writer that is thrown away leaves nothing`() throws {
        var writer = try SpreadsheetWriter(keepsRowsInMemory: false)
        writer.begin(table([[.text("x")]]))
        _ = consume writer
    }

    @Test func `the longest text a cell can hold is kept, a longer one is cut with a mark`() throws {
        let longest = String(repeating: "å", count: 32_767)
        let sheet = try read([table([[.text(longest), .text(longest + "x")]])]).sheets[0]
        #expect(sheet.rows[1][column: 0] == .text(longest))
        #expect(sheet.rows[1][column: 1] == .text(String(repeating: "å", count: 32_766) + "…"))
    }
}
