import Alis
import AlisDomain
import Testing

@Suite struct SpreadsheetReaderTests {
    private func day(_ iso: String) throws -> CellValue { .day(try #require(CalendarDay(iso: iso))) }

    private func number(_ value: Double, _ form: SheetNumber.Form = .general) throws -> CellValue {
        .number(try #require(SheetNumber(value, form: form)))
    }

    private func firstSheet(_ package: TestPackage) throws -> Sheet {
        try #require(try SpreadsheetReader.read(package.bytes, fileName: "x.xlsx").sheets.first)
    }

    @Test(arguments: ["xlsxwriter.xlsx", "xlsxwriter1904.xlsx", "strict.xlsx", "google.xlsx", "openpyxl.xlsx", "libreoffice.xlsx"])
    func `the same table is read from every program's file`(name: String) throws {
        let sheet = try #require(try SpreadsheetReader.read(try spreadsheetFixture(name), fileName: name).sheets.first)
        #expect(sheet.name == "ALIS 2026")
        #expect(!sheet.isHidden)
        let heading = try #require(sheet.row(number: 3))
        #expect((0..<6).map { heading[column: $0].shownText } == ["Kommunenr", "Navn", "HPR-nr", "Oppstart", "Stilling %", "Ordning"])
        let expected: [(String, String, Double, String, Double, String)] = [
            ("0301", "Kari Nordmann", 9_123_456, "2019-09-01", 0.8, "Ny"),
            ("1804", "Ola Åsen", 9_234_567, "2024-02-29", 1, "Gammel"),
            ("5601", "Ánne Máret", 9_345_678, "2026-11-22", 0.25, "Ny"),
        ]
        for (place, person) in expected.enumerated() {
            let row = try #require(sheet.row(number: 4 + place))
            #expect(row[column: 0].shownText == person.0)
            #expect(row[column: 1] == .text(person.1))
            #expect(row[column: 2] == (try number(person.2)))
            #expect(row[column: 2].shownText == String(Int(person.2)))
            #expect(row[column: 3] == (try day(person.3)))
            #expect(row[column: 4] == (try number(person.4, .percent)))
            #expect(row[column: 5] == .text(person.5))
        }
    }

    @Test func `booleans, errors, times and calculated formulas are read as shown`() throws {
        let workbook = try SpreadsheetReader.read(try spreadsheetFixture("xlsxwriter.xlsx"), fileName: "x")
        let row = try #require(workbook.sheets[0].row(number: 4))
        #expect(row[column: 7] == .boolean(true))
        #expect(row[column: 8] == .error("#DIV/0!"))
        #expect(row[column: 9] == .time(seconds: 27_000))
        #expect(row.cell(at: 5)?.origin == .formula)
        #expect(workbook.warnings.isEmpty)
    }

    @Test func `hidden sheets, merged titles, charts and formulas without a result are told`() throws {
        let workbook = try SpreadsheetReader.read(try spreadsheetFixture("openpyxl.xlsx"), fileName: "x")
        #expect(workbook.sheets.map(\.isHidden) == [false, true])
        let title = try #require(workbook.sheets[0].row(number: 1))
        #expect((0..<6).allSatisfy { title[column: $0] == .text("Oversikt over ALIS") })
        #expect(title.cell(at: 5)?.origin == .merged)
        #expect(workbook.sheets[0].row(number: 4)?.cell(at: 7)?.origin == .formulaWithoutResult)
        #expect(
            workbook.warnings == [
                .formulasWithoutResult(sheet: "ALIS 2026", count: 1, firstRow: 4, firstColumn: 7), .sheetWithoutCells(name: "Diagram"),
            ])
    }

    @Test func `the name of a file decides nothing`() throws {
        #expect(try SpreadsheetReader.read(try spreadsheetFixture("xlsxwriter.xlsx"), fileName: "liste.csv").format == .xlsx)
        #expect(try SpreadsheetReader.read(Array("a;b".utf8), fileName: "liste.xlsx").format == .csv(separator: ";", encoding: .utf8))
    }

    @Test func `rows and cells without references follow one another`() throws {
        let first = "<row><c><v>1</v></c><c><v>2</v></c></row>"
        let fifth = "<row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row>"
        let sheet = try firstSheet(TestPackage(sheet: first + fifth + "<row><c><v>5</v></c></row>"))
        #expect(sheet.rows.map(\.number) == [1, 5, 6])
        #expect(sheet.rows.map { $0.cells.map(\.column) } == [[0, 1], [2, 3], [0]])
    }

    @Test func `rows and cells in the wrong order are put right`() throws {
        let rows = [
            "<row r=\"2\"><c r=\"B2\"><v>2</v></c><c r=\"A2\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"A1\"><v>0</v></c></row>",
            "<row r=\"2\"><c r=\"C2\"><v>3</v></c></row>",
        ]
        let sheet = try firstSheet(TestPackage(sheet: rows.joined()))
        #expect(sheet.rows.map { $0.cells.map(\.value.shownText) } == [["0"], ["1", "2", "3"]])
    }

    @Test func `rich text is joined, phonetic text left out, and escapes and entities are read`() throws {
        let package = TestPackage(
            sheet: "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
                + "<c t=\"inlineStr\"><is><r><t>Å</t></r><r><t xml:space=\"preserve\"> b</t></r></is></c></row>",
            strings: ["<r><t>Ka</t></r><r><rPr><b/></rPr><t>ri</t></r><rPh><t>x</t></rPh>", "<t>a_x000D_\nb &amp; &#x43;_x0041_ _x00</t>"])
        #expect(try firstSheet(package).rows[0].cells.map(\.value) == [.text("Kari"), .text("a\nb & CA _x00"), .text("Å b")])
    }

    @Test func `numbers written in powers of ten are read whole, and what is no number stays text`() throws {
        let values = ["9.123456E6", "9123456.0", "0.80000000000000004", "-5", "0x1F", "nan", "1e999"]
        let sheet = try firstSheet(TestPackage(sheet: "<row>" + values.map { "<c><v>\($0)</v></c>" }.joined() + "</row>"))
        #expect(sheet.rows[0].cells.map(\.value.shownText) == ["9123456", "9123456", "0,8", "-5", "0x1F", "nan", "1e999"])
        #expect(sheet.rows[0].cells.suffix(3).map(\.value) == [.text("0x1F"), .text("nan"), .text("1e999")])
    }

    @Test func `dates follow the workbook's epoch and each cell's own format`() throws {
        let styles =
            "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd.mm.yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf/></cellXfs>"
        let cells =
            "<row><c s=\"1\"><v>42247</v></c><c s=\"2\"><v>0.5</v></c><c s=\"3\"><v>42247</v></c><c s=\"99\"><v>1</v></c>"
            + "<c t=\"d\"><v>2019-09-01T12:00:00</v></c></row>"
        let sheet = try firstSheet(TestPackage(sheet: cells, workbook: "<workbookPr date1904=\"true\"/>", styles: styles))
        #expect(
            sheet.rows[0].cells.map(\.value) == [
                try day("2019-09-01"), try day("1904-01-01"), try number(42_247), try number(1), try day("2019-09-01"),
            ])
    }

    @Test func `macros and links to other files are never followed, only told`() throws {
        var package = TestPackage(sheet: "<row><c><f>[1]Ark!A1</f><v>7</v></c></row>")
        package.add("xl/vbaProject.bin", "macro")
        package.add("xl/externalLinks/externalLink1.xml", "<x/>")
        let workbook = try SpreadsheetReader.read(package.bytes, fileName: "x.xlsm")
        #expect(workbook.warnings == [.macrosIgnored, .linksToOtherFiles])
        #expect(workbook.sheets[0].rows[0].cells == [SheetCell(column: 0, value: try number(7), origin: .formula)])
    }

    @Test func `an empty formula result is empty without a warning`() throws {
        let package = TestPackage(sheet: "<row><c t=\"str\"><f>\"\"</f><v></v></c><c><v>1</v></c></row>")
        #expect(try SpreadsheetReader.read(package.bytes, fileName: "x").warnings.isEmpty)
    }

    @Test func `part names may differ in case and begin with a slash`() throws {
        var package = TestPackage(sheet: "<row><c><v>1</v></c></row>")
        package.parts = package.parts.map { ($0.name == "xl/worksheets/sheet1.xml" ? "XL\\Worksheets\\Sheet1.xml" : $0.name, $0.content) }
        #expect(try firstSheet(package).rows.count == 1)
    }
}
