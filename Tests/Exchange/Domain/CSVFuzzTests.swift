import AlisDomain
import Testing

@Suite struct CSVFuzzTests {
    @Test func `five thousand damaged files are read or refused, never more`() {
        let good = Array("sep=;\nNavn;HPR-nr;Stilling\n\"Kari; \"\"K\"\"\";9123456;0,8\r\nÅse;;100 %\r'=1;x\ty,z\n".utf8)
        var generator = FuzzGenerator(seed: 2_026)
        var limits = SpreadsheetLimits()
        (limits.rows, limits.columns, limits.cells, limits.cellTextBytes) = (20, 10, 60, 40)
        let interesting: [UInt8] = [0x22, 0x3B, 0x2C, 0x09, 0x0A, 0x0D, 0x00, 0xFF, 0xFE, 0xEF, 0xBB, 0xBF, 0xC3, 0xED, 0xA0]
        for _ in 0..<5_000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                guard !bytes.isEmpty else { break }
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes[place] = interesting[Int.random(in: 0..<interesting.count, using: &generator)]
                case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 2: bytes.removeSubrange(place...)
                case 3: bytes.insert(contentsOf: bytes[place...].prefix(30), at: 0)
                default: bytes.insert(interesting[Int.random(in: 0..<interesting.count, using: &generator)], at: place)
                }
            }
            _ = FileSignature(of: bytes)
            if let workbook = try? CSVReader.read(bytes, fileName: "x.csv", limits: limits) {
                #expect(workbook.sheets[0].rows.count <= limits.rows)
            }
        }
    }
}
