import AlisDomain
import Testing

@Suite struct CSVReaderTests {
    private func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

    private func rows(_ bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits()) throws -> [[String]] {
        let sheet = try #require(try CSVReader.read(bytes, fileName: "liste.csv", limits: limits).sheets.first)
        return sheet.rows.map { row in (0..<sheet.columnCount).map { row[column: $0].shownText } }
    }

    private func refusal(_ bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits()) -> SpreadsheetRefusal? {
        do {
            _ = try CSVReader.read(bytes, fileName: "liste.csv", limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "Navn;Stilling\nKari;0,8\nOla;1,0", "Navn\tStilling\nKari\t0,8\nOla\t1,0", "Navn,Stilling\nKari,\"0,8\"\nOla,\"1,0\"",
    ])
    func `the separator is found from the text`(text: String) throws {
        #expect(try rows(text) == [["Navn", "Stilling"], ["Kari", "0,8"], ["Ola", "1,0"]])
    }

    @Test func `a decimal comma in every row does not make the comma the separator`() throws {
        #expect(try rows("a;b;c\n1;0,8;x\n2;0,5;y") == [["a", "b", "c"], ["1", "0,8", "x"], ["2", "0,5", "y"]])
    }

    @Test func `title rows above the heading do not hide the separator`() throws {
        #expect(try rows("Oversikt, per 1. mars\n\nNavn;Ordning;Start\nKari;Ny;1\nOla;Ny;2").last == ["Ola", "Ny", "2"])
    }

    @Test func `a first line with sep names the separator and is not counted as a row`() throws {
        let workbook = try CSVReader.read(Array("sep=|\r\na|b;c\r\n".utf8), fileName: "x.csv")
        #expect(workbook.format == .csv(separator: "|", encoding: .utf8))
        #expect(workbook.sheets[0].rows[0].number == 1)
        #expect(workbook.sheets[0].rows[0][column: 1] == .text("b;c"))
    }

    @Test func `quoted fields keep separators, quotes and line breaks, and count as one row`() throws {
        let workbook = try CSVReader.read(Array("a;\"b\r\nc \"\"d\"\";e\"\nneste;x".utf8), fileName: "x.csv")
        #expect(workbook.sheets[0].rows[0][column: 1] == .text("b\r\nc \"d\";e"))
        #expect(workbook.sheets[0].rows[1].number == 2)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `rows keep their numbers when there are blank ones between, whatever ends a line`(lineBreak: String) throws {
        let text = ["a;b", "", "", "c;d", ""].joined(separator: lineBreak)
        let workbook = try CSVReader.read(Array(text.utf8), fileName: "mappe/liste.csv")
        #expect(workbook.sheets[0].rows.map(\.number) == [1, 4])
        #expect(workbook.sheets[0].name == "liste")
    }

    @Test func `the same names are read from UTF-8, UTF-16 and Windows-1252`() throws {
        let text = "navn;sted\nÆdne Åsø;Tromsø – Romsa"
        let expected = [["navn", "sted"], ["Ædne Åsø", "Tromsø – Romsa"]]
        let windows: [UInt8] = text.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8($0.value) }
        var (littleEndian, bigEndian): ([UInt8], [UInt8]) = ([0xFF, 0xFE], [0xFE, 0xFF])
        for unit in text.utf16 {
            littleEndian += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            bigEndian += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let files: [[UInt8]] = [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), windows, littleEndian, bigEndian]
        for bytes in files {
            #expect(try rows(bytes) == expected)
        }
    }

    @Test func `a UTF-8 file with one damaged character stays UTF-8, with a warning`() throws {
        var bytes = Array("Åse Ærlig Øst Sør Nær Båt Hår Gås Mør Får Bær Når;b\n".utf8)
        bytes += [0xC3, 0x3B, 0x78]
        let workbook = try CSVReader.read(bytes, fileName: "x.csv")
        #expect(workbook.warnings == [.unreadableCharacters])
        #expect(workbook.sheets[0].rows[1][column: 1] == .text("x"))
    }

    @Test func `a quotation mark that is never closed is told by its row`() throws {
        let workbook = try CSVReader.read(Array("a;b\nc;\"d\ne;f".utf8), fileName: "x.csv")
        #expect(workbook.warnings == [.quoteNeverClosed(row: 2)])
    }

    @Test func `what is too much is refused`() {
        var limits = SpreadsheetLimits()
        (limits.fileBytes, limits.rows, limits.columns, limits.cells, limits.cellTextBytes) = (60, 3, 4, 8, 10)
        #expect(refusal([], limits: limits) == .empty)
        #expect(refusal(Array(";;;\n\n".utf8), limits: limits) == .empty)
        #expect(refusal(Array(repeating: 0x61, count: 61), limits: limits) == .tooLarge(limit: 60))
        #expect(refusal(Array("a\nb\nc\nd".utf8), limits: limits) == .tooManyRows(limit: 3))
        #expect(refusal(Array("a;;;;b".utf8), limits: limits) == .tooManyColumns(limit: 4))
        #expect(refusal(Array("a;b;c;d\na;b;c;d\na".utf8), limits: limits) == .tooManyCells(limit: 8))
        #expect(refusal(Array("abcdefghijk".utf8), limits: limits) == .tooMuchText)
        #expect(refusal([0xFF, 0xFE, 0, 0, 0x61, 0]) == .notASpreadsheet)
    }

    @Test func `two hundred thousand rows fit within the limits`() throws {
        let row = Array((1...15).map { "felt \($0)" }.joined(separator: ";").utf8) + [0x0A]
        var bytes: [UInt8] = []
        // A fifth of it in the test; the limits themselves are checked by their figures.
        for _ in 0..<40_000 { bytes += row }
        #expect(try CSVReader.read(bytes, fileName: "x.csv").sheets[0].rows.count == 40_000)
        #expect(bytes.count * 5 <= SpreadsheetLimits().fileBytes)
        #expect(SpreadsheetLimits().cells >= 200_000 * 15)
    }
}
