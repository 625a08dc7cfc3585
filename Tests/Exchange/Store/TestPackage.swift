import AlisDomain
import Foundation

/// Builds `.xlsx` files by hand, good and hostile, since no library writes the hostile ones.
struct TestPackage {
    var parts: [(name: String, content: [UInt8])] = []
    /// Parts packed about 100 to 1: a text, then a unit of 257 bytes 258 times for each round and once more, then a text.
    var bombs: [(name: String, before: String, unit: String, rounds: Int, after: String)] = []
    /// How many bytes one round of a bomb's unit unpacks to.
    static let roundBytes = 257 * 258

    static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A workbook with one sheet; `sheet` is the content of `sheetData`, `after` what follows it.
    init(
        sheet: String, after: String = "", workbook: String = "", styles: String = "", strings: [String] = [], prologue: String = ""
    ) {
        add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
        add("_rels/.rels", Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")]))
        add(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(Self.namespace)\" xmlns:r=\"\(Self.relations)\">\(workbook)"
                + "<sheets><sheet name=\"Ark1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
        add(
            "xl/_rels/workbook.xml.rels",
            Self.relationships([
                ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
                ("rId3", "sharedStrings", "/xl/sharedStrings.xml"),
            ]))
        add("xl/styles.xml", "<styleSheet xmlns=\"\(Self.namespace)\">\(styles)</styleSheet>")
        add("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.namespace)\">" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>")
        add(
            "xl/worksheets/sheet1.xml",
            "\(prologue)<worksheet xmlns=\"\(Self.namespace)\"><sheetData>\(sheet)</sheetData>\(after)</worksheet>")
    }

    mutating func add(_ name: String, _ content: String) { parts.append((name, Array(content.utf8))) }

    /// Puts another content in the place of a part's.
    mutating func replace(_ name: String, _ content: String?) {
        parts.removeAll { $0.name == name }
        if let content { add(name, content) }
    }

    private static func relationships(_ entries: [(identifier: String, kind: String, target: String)]) -> String {
        let rows = entries.map { "<Relationship Id=\"\($0.identifier)\" Type=\"\(relations)/\($0.kind)\" Target=\"\($0.target)\"/>" }
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(rows.joined())</Relationships>"
    }

    /// The zip archive.
    var bytes: [UInt8] {
        var (archive, directory): ([UInt8], [UInt8]) = ([], [])
        func write(_ name: String, _ packed: [UInt8], method: Int, size: Int, checksum: UInt32) {
            let sizes = number(Int(checksum), 4) + number(packed.count, 4) + number(size, 4) + number(name.utf8.count, 2) + [0, 0]
            let shared = number(20, 2) + [0, 0] + number(method, 2) + number(0x21_0000, 4) + sizes
            directory += [0x50, 0x4B, 1, 2] + number(20, 2) + shared
            directory += [UInt8](repeating: 0, count: 10) + number(archive.count, 4) + Array(name.utf8)
            archive += [0x50, 0x4B, 3, 4] + shared + Array(name.utf8) + packed
        }
        for part in parts { write(part.name, part.content, method: 0, size: part.content.count, checksum: Self.checksum(part.content)) }
        for bomb in bombs {
            precondition(bomb.unit.utf8.count == 257)
            let packed = Self.packed(bomb.before, unit: bomb.unit, rounds: bomb.rounds, bomb.after)
            // Claims to be small, as a bomb would.
            write(bomb.name, packed, method: 8, size: 1_000, checksum: 0)
        }
        let count = parts.count + bombs.count
        let end = number(count, 2) + number(count, 2) + number(directory.count, 4) + number(archive.count, 4) + [0, 0]
        return archive + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + end
    }

    private func number(_ value: Int, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }

    private static let checksumTable: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes { sum = checksumTable[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
        return ~sum
    }

    /// Deflate with the fixed code: the unit once, then "258 bytes more from 257 back" in twenty bits.
    private static func packed(_ before: String, unit: String, rounds: Int, _ after: String) -> [UInt8] {
        var (result, bits, count): ([UInt8], UInt32, UInt32) = ([], 0, 0)
        /// Bits in the order they are written, the first one lowest.
        func put(_ code: UInt32, _ length: UInt32) {
            bits |= code << count
            count += length
            while count >= 8 {
                result.append(UInt8(truncatingIfNeeded: bits))
                bits >>= 8
                count -= 8
            }
        }
        /// Codes, other than numbers, are written from their highest bit.
        func reversed(_ code: UInt32, _ length: UInt32) -> UInt32 {
            (0..<length).reduce(0) { $0 << 1 | code >> $1 & 1 }
        }
        func literal(_ byte: UInt8) {
            byte < 144 ? put(reversed(0x30 + UInt32(byte), 8), 8) : put(reversed(0x190 + UInt32(byte) - 144, 9), 9)
        }
        // Last block, fixed code.
        put(0b011, 3)
        before.utf8.forEach(literal)
        unit.utf8.forEach(literal)
        let copy = reversed(0xC5, 8) | reversed(16, 5) << 8
        for _ in 0..<(rounds * 257) { put(copy, 20) }
        after.utf8.forEach(literal)
        put(0, 7)
        put(0, 7)
        return result
    }
}

/// The spreadsheets in `Tests/Fixtures/Spreadsheets`, made by `make_fixtures.py`.
func spreadsheetFixture(_ name: String) throws -> [UInt8] {
    let tests = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "../..")
    return [UInt8](try Data(contentsOf: tests.appending(path: "Fixtures/Spreadsheets/\(name)")))
}
