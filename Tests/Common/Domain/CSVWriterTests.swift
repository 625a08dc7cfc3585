import AlisDomain
import Testing

@Suite struct CSVWriterTests {
    private func table(_ rows: [[ExportValue]]) -> ExportTable {
        ExportTable(name: "Liste", notes: ["Tittel"], columns: [ExportColumn("Navn"), ExportColumn("Verdi")], rows: rows)
    }

    private func text(_ rows: [[ExportValue]], style: CSVWriter.Style = .norwegianExcel) -> String {
        String(decoding: CSVWriter.bytes(of: table(rows), style: style), as: UTF8.self)
    }

    @Test func `a Norwegian Excel gets a byte order mark, semicolons and decimal commas`() throws {
        let day = try #require(CalendarDay(year: 2026, month: 11, day: 22))
        let written = text([[.text("Åse; \"A\""), .decimal(1234.5)], [.day(day), .percent(0.8)], [.empty, .integer(-9_123_456)]])
        #expect(written == "\u{FEFF}Navn;Verdi\r\n\"Åse; \"\"A\"\"\";1234,5\r\n2026-11-22;80 %\r\n;-9123456\r\n")
    }

    @Test func `a program gets commas, decimal points and no byte order mark`() {
        #expect(text([[.text("a,b"), .percent(0.8)]], style: .machine) == "Navn,Verdi\r\n\"a,b\",0.8\r\n")
    }

    @Test(arguments: ["=1+1", "+47 123", "-", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "''-"])
    func `text that could be run as a formula gets an apostrophe, and reading takes it off again`(text: String) throws {
        let bytes = CSVWriter.bytes(of: table([[.text(text), .integer(-1)]]))
        let row = try #require(try CSVReader.read(bytes, fileName: "x.csv").sheets[0].rows.last)
        #expect(row[column: 0] == .text(text))
        #expect(row[column: 1] == .text("-1"))
        let line = String(decoding: bytes, as: UTF8.self).unicodeScalars.split(separator: "\n", maxSplits: 1)[1]
        #expect(line.first == "'" || (line.first == "\"" && line.dropFirst().first == "'"))
    }

    @Test func `ordinary text is written as it is`() {
        #expect(FormulaGuard.neutralised("O'Hara") == "O'Hara")
        #expect(FormulaGuard.neutralised("'t Hooft") == "'t Hooft")
        #expect(FormulaGuard.restored("'t Hooft") == "'t Hooft")
        #expect(FormulaGuard.neutralised("") == "")
    }

    @Test func `whatever text is written is read back the same`() throws {
        var generator = FuzzGenerator(seed: 7)
        let alphabet = Array("aÅ=;,\"'\n\r\t -+@ 8")
        for _ in 0..<2_000 {
            let length = Int.random(in: 1...8, using: &generator)
            let value = String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] })
            let style: CSVWriter.Style = Bool.random(using: &generator) ? .norwegianExcel : .machine
            let bytes = CSVWriter.bytes(of: table([[.text("fast"), .text(value)]]), style: style)
            let row = try #require(try CSVReader.read(bytes, fileName: "x.csv").sheets[0].rows.last)
            #expect(row[column: 1] == .text(value))
        }
    }
}
