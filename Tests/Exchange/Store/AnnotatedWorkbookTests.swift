import AlisDomain
import Foundation
import Testing

@testable import Alis

/// The file that goes back is the one that came, with two columns more.
@Suite struct AnnotatedWorkbookTests {
    private static let heading = SheetNotes.Line(result: "Alis: resultat", explanation: "Alis: forklaring")

    private func notes(_ sheet: Sheet, headingRow: Int?) throws -> SheetNotes {
        try #require(
            SheetNotes(sheet, headingRow: headingRow, heading: Self.heading) { row in
                row > headingRow ?? 0 ? SheetNotes.Line(result: "ok", explanation: "=rad \(row) & <b>") : nil
            })
    }

    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        var content: [UInt8] = []
        let archive = try ZipArchive(bytes, limits: SpreadsheetLimits())
        try archive.read(name) { (bytes, _) throws(SpreadsheetRefusal) in content += bytes }
        return String(decoding: content, as: UTF8.self)
    }

    @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx", "google.xlsx", "xlsxwriter.xlsx", "strict.xlsx"])
    func `whatever program wrote it, all that stood there stands there, and the notes stand beside it`(name: String) throws {
        let original = try spreadsheetFixture(name)
        let before = try SpreadsheetReader.read(original, fileName: name)
        let place = try #require(before.sheets.firstIndex { !$0.isHidden && $0.rows.count > 2 })
        let sheet = before.sheets[place]
        let headingRow = try #require(sheet.rows.first { $0.cells.count > 4 && $0.cells.allSatisfy { $0.origin == .typed } }?.number)
        let notes = try notes(sheet, headingRow: headingRow)
        let bytes = try #require(try AnnotatedWorkbook.bytes(of: original, notes: [place: notes]))
        let after = try SpreadsheetReader.read(bytes, fileName: name)
        #expect(after.warnings == before.warnings)
        #expect(after.sheets.map(\.mergedRanges) == before.sheets.map(\.mergedRanges))
        for (number, row) in sheet.rows.map({ ($0.number, $0) }) {
            let found = try #require(after.sheets[place].row(number: number))
            #expect(Array(found.cells.prefix(row.cells.count)) == row.cells)
            let line = notes.lines[number]
            #expect(found[column: notes.column] == (line.map { CellValue.text($0.result) } ?? .empty))
            #expect(found[column: notes.column + 1] == (line.map { CellValue.text($0.explanation) } ?? .empty))
        }
        // Only the sheet itself is written anew.
        let archive = try ZipArchive(original, limits: SpreadsheetLimits())
        let parts = try WorkbookPackage.worksheetParts(of: archive, limits: SpreadsheetLimits()).map { $0.lowercased() }
        for other in archive.names where other != parts[place] && !other.hasSuffix("/") {
            #expect(try part(other, of: bytes) == part(other, of: original), "\(other)")
        }
        // The same file again gets its two columns written anew, not two more.
        let again = try self.notes(after.sheets[place], headingRow: headingRow)
        #expect(again.column == notes.column)
        let twice = try #require(try AnnotatedWorkbook.bytes(of: bytes, notes: [place: again]))
        #expect(try SpreadsheetReader.read(twice, fileName: name).sheets[place] == after.sheets[place])
    }

    @Test func `the template's drop-downs, widths and explanations stay`() throws {
        let original = try RegisterFile.sheet.bytes(in: .bokmal, madeAt: Instant(microseconds: 0))
        let sheet = try SpreadsheetReader.read(original, fileName: "mal.xlsx").sheets[0]
        let bytes = try #require(try AnnotatedWorkbook.bytes(of: original, notes: [0: try notes(sheet, headingRow: sheet.rows[0].number)]))
        let (before, after) = (try part("xl/worksheets/sheet1.xml", of: original), try part("xl/worksheets/sheet1.xml", of: bytes))
        #expect(before.count(of: "<dataValidation ") > 4)
        #expect(after.count(of: "<dataValidation ") == before.count(of: "<dataValidation "))
        #expect(after.count(of: "<col ") == before.count(of: "<col ") + 2)
        #expect(after.contains("Alis: resultat"))
    }

    @Test func `looks, formulas, merged cells and what they came to stay, and what only has a look gives way`() throws {
        let package = TestPackage(
            sheet: """
                <row r="1" spans="1:2" ht="30"><c r="A1" s="3" t="inlineStr"><is><t>Navn</t></is></c><c r="B1" s="3"><v>1</v></c></row>\
                <row r="2" spans="1:4"><c r="A2" t="inlineStr"><is><t>Ida</t></is></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" s="4"/>\
                <c r="E2" s="4"/></row><row r="3"/><row r="4"><c r="A4" t="inlineStr"><is><t>Ola</t></is></c><c r="B4"><f>NOW()</f></c></row>
                """,
            after: "<mergeCells count=\"1\"><mergeCell ref=\"A6:B7\"/></mergeCells>")
        let original = package.bytes
        let sheet = try SpreadsheetReader.read(original, fileName: "x.xlsx").sheets[0]
        let notes = try notes(sheet, headingRow: 1)
        #expect(notes.column == 2)
        let bytes = try #require(try AnnotatedWorkbook.bytes(of: original, notes: [0: notes]))
        let text = try part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(text.contains("<f>1+1</f><v>2</v>") && text.contains("<f>NOW()</f></c>") && text.contains("ht=\"30\""))
        #expect(text.contains("<mergeCell ref=\"A6:B7\"/>") && text.contains("<c r=\"E2\" s=\"4\"/>") && text.contains("<row r=\"3\"/>"))
        #expect(!text.contains("<c r=\"C2\" s=\"4\"/>") && !text.contains("spans"))
        // The heading looks as the headings beside it do.
        #expect(text.contains("<c r=\"C1\" s=\"3\" t=\"inlineStr\">"))
        #expect(text.contains("<cols><col min=\"3\" max=\"3\""))
        #expect(try SpreadsheetReader.read(bytes, fileName: "x.xlsx").sheets[0].row(number: 4)?[column: 3] == .text("=rad 4 & <b>"))
    }

    /// A sheet of two columns and two rows under the headings, with a table.
    private func package(table reference: String, _ attributes: String = "") -> TestPackage {
        let rows = (1...3).map { row in
            let cells = ["A", "B"].map { "<c r=\"\($0)\(row)\" t=\"inlineStr\"><is><t>\($0)\(row)</t></is></c>" }.joined()
            return "<row r=\"\(row)\">\(cells)</row>"
        }
        var package = TestPackage(
            sheet: rows.joined(),
            after: "<tableParts count=\"1\"><tablePart xmlns:r=\"\(TestPackage.relations)\" r:id=\"rId1\"/></tableParts>")
        package.add(
            "xl/worksheets/_rels/sheet1.xml.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
            Type="\(TestPackage.relations)/table" Target="../tables/table1.xml"/></Relationships>
            """)
        package.add(
            "xl/tables/table1.xml",
            """
            <?xml version="1.0"?><table xmlns="\(TestPackage.namespace)" id="1" name="T" displayName="T" ref="\(reference)" \(attributes)>\
            <autoFilter ref="\(reference)"/><tableColumns count="2"><tableColumn id="1" name="A1"/><tableColumn id="4" name="B1"/>\
            </tableColumns></table>
            """)
        return package
    }

    @Test func `a table takes the two columns beside it in, once`() throws {
        let original = package(table: "A1:B3").bytes
        let sheet = try SpreadsheetReader.read(original, fileName: "x.xlsx").sheets[0]
        let bytes = try #require(try AnnotatedWorkbook.bytes(of: original, notes: [0: try notes(sheet, headingRow: 1)]))
        let table = try part("xl/tables/table1.xml", of: bytes)
        #expect(table.count(of: "ref=\"A1:D3\"") == 2 && table.contains("<tableColumns count=\"4\">"))
        #expect(
            table.contains(
                "<tableColumn id=\"5\" name=\"Alis: resultat\"/><tableColumn id=\"6\" name=\"Alis: forklaring\"/></tableColumns>"))
        let after = try SpreadsheetReader.read(bytes, fileName: "x.xlsx").sheets[0]
        let twice = try #require(try AnnotatedWorkbook.bytes(of: bytes, notes: [0: try notes(after, headingRow: 1)]))
        #expect(try part("xl/tables/table1.xml", of: twice) == table)
    }

    @Test(arguments: [
        ("A1:A3", ""), ("A2:B3", ""), ("A1:B3", "totalsRowCount=\"1\""), ("A1:B3", "headerRowCount=\"0\""),
        ("A1:B3", "tableType=\"queryTable\""),
    ])
    func `a table that the columns do not fit into is left as it is`(reference: String, attributes: String) throws {
        let original = package(table: reference, attributes).bytes
        let sheet = try SpreadsheetReader.read(original, fileName: "x.xlsx").sheets[0]
        let bytes = try #require(try AnnotatedWorkbook.bytes(of: original, notes: [0: try notes(sheet, headingRow: 1)]))
        #expect(try part("xl/tables/table1.xml", of: bytes) == part("xl/tables/table1.xml", of: original))
    }

    @Test func `a stretch of columns that ours lie in is parted`() throws {
        var package = TestPackage(sheet: "")
        package.replace(
            "xl/worksheets/sheet1.xml",
            """
            <x:worksheet xmlns:x="\(TestPackage.namespace)"><x:dimension ref="A1:B2"/><x:cols><x:col min="1" max="16384" width="9" style="1"/>\
            </x:cols><x:sheetData><x:row r="1"><x:c r="B1"><x:v>1</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row>\
            </x:sheetData></x:worksheet>
            """)
        let sheet = try SpreadsheetReader.read(package.bytes, fileName: "x.xlsx").sheets[0]
        let bytes = try #require(try AnnotatedWorkbook.bytes(of: package.bytes, notes: [0: try notes(sheet, headingRow: 1)]))
        let text = try part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(text.contains("<x:col min=\"1\" max=\"2\" width=\"9\" style=\"1\"/><x:col min=\"3\" max=\"3\""))
        #expect(text.contains("<x:col min=\"5\" max=\"16384\" width=\"9\" style=\"1\"/>"))
        #expect(text.contains("<x:dimension ref=\"A1:D2\"/>") && text.contains("<x:c r=\"C2\" t=\"inlineStr\"><x:is><x:t"))
        #expect(try SpreadsheetReader.read(bytes, fileName: "x.xlsx").sheets[0].row(number: 2)?[column: 2] == .text("ok"))
    }

    @Test func `macros do not go back, and what cannot be added to is left alone`() throws {
        let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
        var macros = TestPackage(sheet: row)
        macros.add("xl/vbaProject.bin", "x")
        var signed = TestPackage(sheet: row)
        signed.add("_xmlsignatures/sig1.xml", "<x/>")
        let backwards = TestPackage(sheet: "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        for package in [macros, signed, backwards] {
            let book = try SpreadsheetReader.read(package.bytes, fileName: "x.xlsx")
            #expect(try AnnotatedWorkbook.bytes(of: package.bytes, notes: [0: try notes(book.sheets[0], headingRow: 1)]) == nil)
        }
    }

    @Test(.enabled(if: LibreOffice.isInstalled))
    func `LibreOffice opens the file that goes back`() throws {
        let original = try spreadsheetFixture("xlsxwriter.xlsx")
        let sheet = try SpreadsheetReader.read(original, fileName: "x.xlsx").sheets[0]
        let headingRow = try #require(sheet.rows.first { $0.cells.count > 4 }?.number)
        let bytes = try #require(try AnnotatedWorkbook.bytes(of: original, notes: [0: try notes(sheet, headingRow: headingRow)]))
        let filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,true"
        let text = String(decoding: try LibreOffice.convert(bytes, name: "ut.xlsx", to: "csv", filter: filter), as: UTF8.self)
        #expect(text.contains("Alis: resultat") && text.contains("=rad \(headingRow + 1) & <b>"))
    }
}

extension String {
    fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
