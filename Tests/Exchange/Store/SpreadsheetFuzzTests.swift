import Alis
import AlisDomain
import Testing

@Suite struct SpreadsheetFuzzTests {
    private let alphabet = Array("<>/\"'&;:=rcvst019AZ$-.e%_x \u{0}\u{FF}".utf8)

    private func mutated(_ good: [UInt8], _ generator: inout MutationGenerator) -> [UInt8] {
        var bytes = good
        for _ in 0..<Int.random(in: 1...5, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes[place] = alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &generator)))
            case 3: bytes.insert(contentsOf: Array(bytes[place...].prefix(40)), at: Int.random(in: 0...place, using: &generator))
            default: bytes.removeSubrange(place...)
            }
        }
        return bytes
    }

    @Test(arguments: ["xlsxwriter.xlsx", "libreoffice.xlsx"])
    func `a thousand damaged archives are read or refused, never more`(name: String) throws {
        let good = try spreadsheetFixture(name)
        var generator = MutationGenerator(seed: 11)
        for _ in 0..<1_000 { _ = try? SpreadsheetReader.read(mutated(good, &generator), fileName: name) }
    }

    @Test func `three thousand damaged parts are read or refused, never more`() {
        let styles =
            "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-414]dd.mm.yyyy;@\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>"
        let sheet =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>43709.5</v></c><c t=\"b\"><v>1</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>a_x0041_</t></is></c><c r=\"B3\"><f>1</f><v>1E5</v></c></row>"
        let merged = "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"
        let good = TestPackage(sheet: sheet, after: merged, styles: styles, strings: ["<t>x</t>", "<r><t>y</t></r>"])
        var generator = MutationGenerator(seed: 12)
        var count = 0
        for round in 0..<3_000 {
            var package = good
            // The two first parts lead to the others; damage beyond them reaches further.
            let place = 1 + round % (package.parts.count - 1)
            package.parts[place].content = mutated(package.parts[place].content, &generator)
            if (try? SpreadsheetReader.read(package.bytes, fileName: "x")) != nil { count += 1 }
        }
        #expect(count > 0)
    }
}
