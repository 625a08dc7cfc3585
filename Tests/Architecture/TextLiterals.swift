/// A `Text("…", nn: "…")` in the sources, both forms as written.
struct WrittenText: Sendable {
    let file: String
    let line: Int
    let nb: [SwiftScanner.Literal]
    let nn: [SwiftScanner.Literal]

    /// Where to look.
    var place: String { "\(file):\(line)" }

    /// Every text of every file whose two forms are written out there. Forms put together from other texts are not among them.
    static let all: [WrittenText] = SourceFile.all.flatMap { find(in: $0) }

    private static func find(in file: SourceFile) -> [WrittenText] {
        let bytes = Array(file.text.utf8)
        let start = Array("Text(".utf8)
        var found: [WrittenText] = []
        var index = 0
        var line = 1
        while index + start.count < bytes.count {
            let before = index
            if SwiftScanner.skipComment(bytes, &index) { continue }
            if bytes[index] == SwiftScanner.quote {
                _ = SwiftScanner.readLiteral(bytes, &index)
                line += bytes[before..<index].count { $0 == 10 }
                continue
            }
            if bytes[index] == 10 { line += 1 }
            let isWord = index > 0 && (isLetter(bytes[index - 1]) || bytes[index - 1] == UInt8(ascii: "."))
            if !isWord, bytes[index..<(index + start.count)].elementsEqual(start) {
                var end = index + start.count
                if let (nb, nn) = arguments(bytes, &end) { found.append(WrittenText(file: file.path, line: line, nb: nb, nn: nn)) }
                index += start.count
            } else {
                index += 1
            }
        }
        return found
    }

    /// Reads `"…" + "…", nn: "…")`; nil when a form is not made of literals alone.
    private static func arguments(
        _ bytes: [UInt8], _ index: inout Int
    ) -> ([SwiftScanner.Literal], [SwiftScanner.Literal])? {
        guard let nb = literals(bytes, &index), index < bytes.count, bytes[index] == UInt8(ascii: ",") else { return nil }
        index += 1
        skipSpace(bytes, &index)
        guard bytes[index...].starts(with: Array("nn:".utf8)) else { return nil }
        index += 3
        guard let nn = literals(bytes, &index) else { return nil }
        return (nb, nn)
    }

    private static func literals(_ bytes: [UInt8], _ index: inout Int) -> [SwiftScanner.Literal]? {
        var result: [SwiftScanner.Literal] = []
        while true {
            skipSpace(bytes, &index)
            guard index < bytes.count, bytes[index] == SwiftScanner.quote else { return nil }
            result.append(SwiftScanner.readLiteral(bytes, &index))
            skipSpace(bytes, &index)
            guard index < bytes.count, bytes[index] == UInt8(ascii: "+") else { return result }
            index += 1
        }
    }

    private static func skipSpace(_ bytes: [UInt8], _ index: inout Int) {
        while index < bytes.count, bytes[index] == 32 || bytes[index] == 10 || SwiftScanner.skipComment(bytes, &index) { index += 1 }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || byte == 95 || byte >= 128
    }
}
