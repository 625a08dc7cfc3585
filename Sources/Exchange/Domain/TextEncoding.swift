/// How the characters of a text file are stored.
package enum TextEncoding: Hashable, Sendable {
    case utf8
    case utf16
    /// What older Norwegian programs and Excel's "CSV (semikolondelt)" write.
    case windows1252

    /// A text file's content as UTF-8 without byte order mark.
    package struct Decoded: Hashable, Sendable {
        /// The text, always valid UTF-8.
        package let utf8: [UInt8]
        /// The encoding it was read from.
        package let encoding: TextEncoding
        /// Some bytes were no text and were replaced.
        package let hasReplacements: Bool
    }

    /// Finds the encoding and reads the text. A byte order mark decides; without one, what is valid UTF-8 is UTF-8.
    package static func decode(_ bytes: [UInt8]) -> Decoded {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), bigEndian: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), bigEndian: true) }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let content = hasMark ? Array(bytes.dropFirst(3)) : bytes
        if String(validating: content, as: UTF8.self) != nil {
            return Decoded(utf8: content, encoding: .utf8, hasReplacements: false)
        }
        let repaired = Array(String(decoding: content, as: UTF8.self).utf8)
        if hasMark || isMostlyUTF8(repaired) {
            return Decoded(utf8: repaired, encoding: .utf8, hasReplacements: true)
        }
        return Decoded(utf8: windows1252(content), encoding: .windows1252, hasReplacements: false)
    }

    /// In Windows-1252, two Norwegian letters seldom happen to make a valid character; in a damaged UTF-8 file most are.
    private static func isMostlyUTF8(_ repaired: [UInt8]) -> Bool {
        var (characters, replacements) = (0, 0)
        for (index, byte) in repaired.enumerated() where byte >= 0xC0 {
            let isReplacement = byte == 0xEF && index + 2 < repaired.count && repaired[index + 1] == 0xBF && repaired[index + 2] == 0xBD
            if isReplacement { replacements += 1 } else { characters += 1 }
        }
        return characters > 10 * replacements
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> Decoded {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var rest = bytes.makeIterator()
        var isCut = false
        while let first = rest.next() {
            guard let second = rest.next() else {
                isCut = true
                break
            }
            units.append(bigEndian ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first))
        }
        let valid = String(validating: units, as: UTF16.self)
        let text = valid ?? String(decoding: units, as: UTF16.self)
        return Decoded(utf8: Array(text.utf8), encoding: .utf16, hasReplacements: isCut || valid == nil)
    }

    private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
            } else if byte >= 0xA0 {
                result.append(0xC0 | byte >> 6)
                result.append(0x80 | byte & 0x3F)
            } else {
                result.append(contentsOf: upperControls[Int(byte - 0x80)].utf8)
            }
        }
        return result
    }

    /// A text in Windows-1252; an arrow is written as `->`, and what the encoding has no letter for as `?`.
    static func windows1252(_ text: String) -> [UInt8] {
        text.replacing("→", with: "->").unicodeScalars.map { scalar in
            if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
            return upperControls.firstIndex(of: String(scalar)).map { UInt8(0x80 + $0) } ?? 0x3F
        }
    }

    /// 0x80–0x9F; the five unused codes are kept as control characters, as browsers do.
    private static let upperControls: [String] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
        "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]
}
