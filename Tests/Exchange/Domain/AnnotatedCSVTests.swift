import AlisDomain
import Testing

/// A CSV file goes back as it came: separator, encoding, quotation marks and line breaks.
@Suite struct AnnotatedCSVTests {
    private static let heading = SheetNotes.Line(result: "Alis: resultat", explanation: "Alis: forklaring")

    private func returned(_ original: [UInt8], headingRow: Int? = 1, explanation: String = "80 % → 100 %; «x»") throws -> [UInt8]? {
        let book = try CSVReader.read(original, fileName: "liste.csv")
        guard case .csv(let separator, _) = book.format else { return nil }
        let notes = try #require(
            SheetNotes(book.sheets[0], headingRow: headingRow, heading: Self.heading) { _ in
                SheetNotes.Line(result: "ok", explanation: explanation)
            }
        )
        return AnnotatedCSV.bytes(of: original, notes: notes, separator: separator)
    }
    private func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

    @Test func `what was sent stands there byte for byte, with two columns more`() throws {
        let original = "Navn;Kommune;\r\n\"Bjerke; Jonas\";Bodø\n\r\n'=x;\"a\nb\";c;\rOla;Bodø"
        #expect(
            text(try returned(Array(original.utf8))) == """
                Navn;Kommune;;Alis: resultat;Alis: forklaring\r\n"Bjerke; Jonas";Bodø;;ok;"80 % → 100 %; «x»"\n\r\n\
                '=x;"a\nb";c;ok;"80 % → 100 %; «x»"\rOla;Bodø;;ok;"80 % → 100 %; «x»"
                """)
    }

    @Test func `the encoding and the byte order mark stay`() throws {
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("Navn;Kommune\nOla;Bodø\n".utf8)
        #expect(try returned(marked)?.starts(with: [0xEF, 0xBB, 0xBF]) == true)
        let old: [UInt8] = Array("Navn;Kommune\nOla;Bod".utf8) + [0xF8] + Array("\n".utf8)
        let back = try #require(try returned(old))
        #expect(back.contains(0xF8) && back.contains(0xAB) && !back.contains(0xC3))
        #expect(String(decoding: back.filter { $0 < 0x80 }, as: UTF8.self).contains("80 % -> 100 %"))
        let wide: [UInt8] = [0xFF, 0xFE] + Array("Navn\tKommune\nOla\tBodø\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let read = try CSVReader.read(try #require(try returned(wide)), fileName: "x.csv")
        #expect(read.format == .csv(separator: "\t", encoding: .utf16))
        #expect(read.sheets[0].row(number: 2)?.cells.map(\.value) == ["Ola", "Bodø", "ok", "80 % → 100 %; «x»"].map { CellValue.text($0) })
    }

    @Test func `a file that comes again has its two columns written again`() throws {
        let once = try #require(try returned(Array("Navn;Kommune\nOla;Bodø\n".utf8), explanation: "først"))
        let twice = try returned(once, explanation: "så")
        #expect(text(twice) == "Navn;Kommune;Alis: resultat;Alis: forklaring\nOla;Bodø;ok;så\n")
    }

    @Test func `the first line that names the separator stays, our words are no formula, and an open quotation mark is left alone`() throws
    {
        #expect(
            text(try returned(Array("sep=,\nNavn,Kommune\nOla,Bodø\n".utf8), explanation: "=1+1"))
                == "sep=,\nNavn,Kommune,Alis: resultat,Alis: forklaring\nOla,Bodø,ok,'=1+1\n")
        #expect(try returned(Array("Navn;Kommune\n\"Ola;Bodø\n".utf8)) == nil)
    }

    @Test(arguments: 1...200)
    func `whatever the file is, what stood in it can be read as before`(seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let scraps = ["a", "Ø", ";", ";", ",", "\n", "\r\n", "\r", "\"", "\"\"", "\"x;y\"", "'", "=1", " ", "\t"]
        let original = Array(
            ("Navn;Kommune\n" + (0..<30).map { _ in scraps[Int(random.next() % UInt64(scraps.count))] }.joined()).utf8)
        let before = try CSVReader.read(original, fileName: "x.csv")
        guard let back = try returned(original) else { return }
        let after = try CSVReader.read(back, fileName: "x.csv")
        // Few and short rows may be taken for another separator's when ours stand beside them.
        guard after.format == before.format else { return }
        #expect(after.sheets[0].rows.map(\.number) == before.sheets[0].rows.map(\.number))
        for (old, new) in zip(before.sheets[0].rows, after.sheets[0].rows) {
            #expect(Array(new.cells.prefix(old.cells.count)) == old.cells)
            #expect(new.cells.suffix(2).first?.value == .text(old.number == 1 ? "Alis: resultat" : "ok"))
        }
    }
}
