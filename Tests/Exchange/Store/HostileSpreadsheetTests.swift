import Alis
import AlisDomain
import Foundation
import Testing

@Suite struct HostileSpreadsheetTests {
    private func refusal(_ bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits()) -> SpreadsheetRefusal? {
        do {
            _ = try SpreadsheetReader.read(bytes, fileName: "liste.xlsx", limits: limits)
            return nil
        } catch {
            return error
        }
    }

    private func refusal(_ package: TestPackage, limits: SpreadsheetLimits = SpreadsheetLimits()) -> SpreadsheetRefusal? {
        refusal(package.bytes, limits: limits)
    }

    private let sheetName = "xl/worksheets/sheet1.xml"

    @Test func `files that are no spreadsheets are refused by what they are`() throws {
        var generator = MutationGenerator(seed: 3)
        let noise = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        #expect(refusal([]) == .empty)
        #expect(refusal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + noise) == .notASpreadsheet)
        #expect(refusal(noise) == .notASpreadsheet)
        #expect(refusal(Array("<html><table><tr><td>1</td></tr></table></html>".utf8)) == .notASpreadsheet)
        #expect(refusal(try spreadsheetFixture("libreoffice.ods")) == .openDocument)
        #expect(refusal(try spreadsheetFixture("libreoffice.xls")) == .oldXlsFormat)
        #expect(refusal([0x50, 0x4B, 0x03, 0x04] + noise) == .truncated)
    }

    @Test func `a document or another archive is no spreadsheet`() {
        var package = TestPackage(sheet: "")
        package.replace("xl/workbook.xml", "<document/>")
        #expect(refusal(package) == .notASpreadsheet)
        package.replace("_rels/.rels", nil)
        #expect(refusal(package) == .notASpreadsheet)
        package.add("xl/workbook.bin", "x")
        #expect(refusal(package) == .binaryWorkbook)
    }

    @Test func `a file with a password is said to have one`() {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 4_096)
        for (place, byte) in "EncryptedPackage".utf8.enumerated() { bytes[2_048 + place * 2] = byte }
        #expect(refusal(bytes) == .encrypted)
    }

    @Test func `a workbook with nothing in it is empty`() {
        #expect(refusal(TestPackage(sheet: "<row r=\"1\"><c r=\"A1\" s=\"0\"/></row>")) == .empty)
    }

    @Test func `every truncated file is refused, wherever it was cut`() throws {
        let good = try spreadsheetFixture("xlsxwriter.xlsx")
        for length in stride(from: 4, to: good.count, by: 61) { #expect(refusal(Array(good.prefix(length))) == .truncated) }
    }

    /// A package whose sheet is one text of 257 bytes, repeated until it has at least so many bytes.
    private func bomb(_ unit: String, bytes: Int, before: String = "<worksheet><sheetData>") -> TestPackage {
        var package = TestPackage(sheet: "")
        package.replace(sheetName, nil)
        package.bombs = [(sheetName, before, unit, bytes / TestPackage.roundBytes + 1, "</sheetData></worksheet>")]
        return package
    }

    @Test func `a zip bomb is stopped by what comes out, whatever it claims`() {
        let package = bomb(String(repeating: " ", count: 257), bytes: 450_000_000)
        #expect(refusal(package) == .expandsTooMuch)
    }

    @Test func `a part that grows beyond the allowed ratio is stopped early`() {
        #expect(refusal(bomb(String(repeating: " ", count: 257), bytes: 30_000_000)) == .expandsTooMuch)
        let package = bomb(String(repeating: " ", count: 257), bytes: 15_000_000)
        #expect(refusal(package) == .damaged(part: sheetName))
        var limits = SpreadsheetLimits()
        limits.unpackedBytesAlwaysAllowed = 1_000_000
        #expect(refusal(package, limits: limits) == .expandsTooMuch)
    }

    @Test func `parts that are never read give a bomb no room`() {
        var package = bomb(String(repeating: " ", count: 257), bytes: 30_000_000)
        var generator = MutationGenerator(seed: 5)
        let noise = (0..<1_000_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        package.parts.append(("xl/media/bilde.png", noise))
        #expect(refusal(package) == .expandsTooMuch)
    }

    @Test func `a text that many cells share, or that a merged range repeats, counts in each of them`() {
        let text = "<t>\(String(repeating: "a", count: 1_000))</t>"
        func rows(_ count: Int) -> String { String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: count) }
        var limits = SpreadsheetLimits()
        limits.textBytes = 10_000
        #expect(refusal(TestPackage(sheet: rows(10), strings: [text]), limits: limits) == nil)
        #expect(refusal(TestPackage(sheet: rows(11), strings: [text]), limits: limits) == .tooMuchText)
        let corners = rows(1) + "<row r=\"12\"><c><v>1</v></c></row>"
        let merged = "<mergeCells><mergeCell ref=\"A1:A12\"/></mergeCells>"
        #expect(refusal(TestPackage(sheet: corners, after: merged, strings: [text]), limits: limits) == .tooMuchText)
        #expect(refusal(TestPackage(sheet: corners, strings: [text]), limits: limits) == nil)
    }

    @Test func `shared texts cannot be referred to without end`() {
        // Four million bytes of references to a text of 130,000 bytes: half a trillion to look through.
        let row = "<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 11) + "</row>" + "   "
        var package = bomb(row + String(repeating: " ", count: 257 - row.utf8.count), bytes: 4_000_000)
        package.replace("xl/sharedStrings.xml", "<sst><si><t>\(String(repeating: "a", count: 130_000))</t></si></sst>")
        #expect(refusal(package) == .tooMuchText)
    }

    @Test func `ten million cells are refused as soon as there are too many`() {
        let row = "<row>" + String(repeating: "<c><v>1</v></c>", count: 16) + "</row>" + "      "
        // A tenth of the limit in use, so that the test is quick.
        var limits = SpreadsheetLimits()
        limits.cells = 320_000
        #expect(refusal(bomb(row, bytes: 10_000_000 / 16 * 257), limits: limits) == .tooManyCells(limit: 320_000))
    }

    @Test func `a million columns are refused as soon as there are too many`() {
        let cells = String(repeating: "<c><v>1</v></c>", count: 17) + "  "
        #expect(refusal(bomb(cells, bytes: 1_000_000 / 17 * 257, before: "<worksheet><sheetData><row>")) == .tooManyColumns(limit: 1_000))
    }

    @Test func `cells far to the right, too many rows and too many sheets are refused`() {
        #expect(refusal(TestPackage(sheet: "<row><c r=\"XFD1\"><v>1</v></c></row>")) == .tooManyColumns(limit: 1_000))
        let wide = String(repeating: "<c><v>1</v></c>", count: 1_001)
        #expect(refusal(TestPackage(sheet: "<row>\(wide)</row>")) == .tooManyColumns(limit: 1_000))
        let blanks = String(repeating: "<c/>", count: 100_000)
        #expect(refusal(TestPackage(sheet: "<row>\(blanks)<c r=\"A1\"><v>1</v></c></row>")) == nil)
        var limits = SpreadsheetLimits()
        limits.rows = 100
        let tall = String(repeating: "<row><c><v>1</v></c></row>", count: 101)
        #expect(refusal(TestPackage(sheet: tall), limits: limits) == .tooManyRows(limit: 100))
        var package = TestPackage(sheet: "")
        let sheets = (0..<51).map { "<sheet name=\"\($0)\" r:id=\"rId1\"/>" }.joined()
        package.replace("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>\(sheets)</sheets></workbook>")
        #expect(refusal(package) == .tooManySheets(limit: 50))
    }

    @Test func `merged ranges cannot multiply cells without end`() {
        let ranges = String(repeating: "<mergeCell ref=\"A1:XFD1048576\"/>", count: 2_000)
        // The last cells in use lie as far apart as they may: row 1,048,576 and column ALL, the thousandth.
        let corners =
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"ALL1\"><v>1</v></c></row>"
            + "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"
        let package = TestPackage(sheet: corners, after: "<mergeCells>\(ranges)</mergeCells>")
        #expect(refusal(package) == .tooManyCells(limit: SpreadsheetLimits().cells))
    }

    @Test(arguments: [
        "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;\">]>",
        "<!DOCTYPE x [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
        "<!DOCTYPE worksheet>",
    ])
    func `entities and document types are refused before anything is expanded`(prologue: String) {
        let package = TestPackage(sheet: "<row><c t=\"str\"><v>&lol2;&xxe;</v></c></row>", prologue: "<?xml version=\"1.0\"?>" + prologue)
        #expect(refusal(package) == .entityDeclarations)
    }

    @Test func `elements without end inside one another, and tags without end, are refused`() {
        #expect(refusal(TestPackage(sheet: String(repeating: "<a>", count: 100_000))) == .damaged(part: sheetName))
        let tag = "<row \(String(repeating: "a", count: 5_000_000))"
        #expect(refusal(TestPackage(sheet: tag)) == .damaged(part: sheetName))
    }

    @Test func `a cell with too much text is refused`() {
        let text = String(repeating: "å", count: 70_000)
        #expect(refusal(TestPackage(sheet: "<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>")) == .tooMuchText)
        #expect(refusal(TestPackage(sheet: "", strings: ["<t>\(text)</t>"])) == .tooMuchText)
        var limits = SpreadsheetLimits()
        limits.textBytes = 1_000
        let row = "<row><c t=\"str\"><v>\(String(repeating: "a", count: 100))</v></c></row>"
        #expect(refusal(TestPackage(sheet: String(repeating: row, count: 11)), limits: limits) == .tooMuchText)
    }

    @Test func `references to nothing are damage, not guesses`() {
        #expect(refusal(TestPackage(sheet: "<row><c t=\"s\"><v>0</v></c></row>")) == .damaged(part: sheetName))
        #expect(refusal(TestPackage(sheet: "<row><c t=\"s\"><v>-1</v></c></row>")) == .damaged(part: sheetName))
        #expect(refusal(TestPackage(sheet: "<row r=\"0\"><c><v>1</v></c></row>")) == .damaged(part: sheetName))
        #expect(refusal(TestPackage(sheet: "<row r=\"1048577\"/>")) == .damaged(part: sheetName))
        #expect(refusal(TestPackage(sheet: "<row r=\"99999999999999999999\"/>")) == .damaged(part: sheetName))
        #expect(refusal(TestPackage(sheet: "<row><c r=\"AAAAAAAA1\"/></row>")) == .damaged(part: sheetName))
        var package = TestPackage(sheet: "<row><c><v>1</v></c></row>")
        package.replace(sheetName, nil)
        #expect(refusal(package) == .damaged(part: sheetName))
        package.replace(sheetName, "<worksheet><sheetData>")
        #expect(refusal(package) == .damaged(part: sheetName))
    }

    @Test func `a file with too many parts is refused`() {
        var package = TestPackage(sheet: "<row><c><v>1</v></c></row>")
        for number in 0..<5_000 { package.add("xl/media/\(number).png", "") }
        #expect(refusal(package) == .expandsTooMuch)
    }

    @Test func `a file that is too large is not looked at`() {
        var limits = SpreadsheetLimits()
        limits.fileBytes = 10
        #expect(refusal(Array("PK\u{3}\u{4}xxxxxxxxx".utf8), limits: limits) == .tooLarge(limit: 10))
    }
}
