/// Text from a cell made fit for reading: what people cannot see is taken away, what they do see is kept.
package enum ImportText {
    /// Without white space at the ends (non-breaking and invisible included), runs of it as one space, no control characters.
    package static func clean(_ text: String) -> String {
        if isClean(text) { return text }
        var result = ""
        var isSpacePending = false
        for scalar in text.unicodeScalars {
            let category = scalar.properties.generalCategory
            if scalar.properties.isWhitespace || category == .control || scalar == "\u{2060}" {
                isSpacePending = true
            } else if category == .format || scalar == "\u{FFFD}" {
                continue
            } else {
                if isSpacePending, !result.isEmpty { result.unicodeScalars.append(" ") }
                isSpacePending = false
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A file's own name, without its path, what cannot be shown, and what may not be kept.
    package static func fileName(_ sent: String) -> String {
        let last = sent.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let text = clean(String(last.prefix(120)))
        return text.isEmpty || ImportIdentityNumber.isIn(last) ? "fil" : text
    }

    /// Plain ASCII or Nordic letters with single spaces inside: nearly every cell there is.
    private static func isClean(_ text: String) -> Bool {
        var previous: UInt8 = 32
        for byte in text.utf8 {
            switch byte {
            case 33...126: break
            case 32: if previous == 32 { return false }
            case 0xC3: break
            case 0x80...0xBF: if previous != 0xC3 { return false }
            default: return false
            }
            previous = byte
        }
        return text.isEmpty || previous != 32
    }

    /// The letters and digits, folded: `HPR-nr.` is `hprnr`, `Ønsker sykehus` is `onskersykehus`.
    package static func key(_ text: String) -> String {
        var bytes = folded(text)
        bytes.removeAll { $0 == 32 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The words, folded: `Anne-Kari Ås` is `["anne", "kari", "as"]`.
    package static func words(_ text: String) -> [String] {
        folded(text).split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Words in order of the alphabet, so that a name is the same however it was split and turned.
    package static func nameKey(_ name: String) -> String { words(name).sorted().joined(separator: " ") }

    /// As `Folding`, but with every sign a space; quick for the letters that nearly all Norwegian texts are made of.
    private static func folded(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var isNordic = false
        for byte in text.utf8 {
            if isNordic {
                isNordic = false
                switch byte {
                case 0xA6, 0x86: result += [97, 101]
                case 0xB8, 0x98: result.append(111)
                case 0xA5, 0x85: result.append(97)
                case 0xA8...0xAB, 0x88...0x8B: result.append(101)
                default: return slowlyFolded(text)
                }
                continue
            }
            switch byte {
            case 97...122, 48...57: result.append(byte)
            case 65...90: result.append(byte | 0x20)
            case 0xC3: isNordic = true
            case 0x80...: return slowlyFolded(text)
            default: if result.last != 32, !result.isEmpty { result.append(32) }
            }
        }
        if result.last == 32 { result.removeLast() }
        return result
    }

    private static func slowlyFolded(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        for byte in Folding.fold(text).utf8 {
            if (97...122).contains(byte) || (48...57).contains(byte) || byte >= 0x80 {
                result.append(byte)
            } else if result.last != 32, !result.isEmpty {
                result.append(32)
            }
        }
        if result.last == 32 { result.removeLast() }
        return result
    }

    /// What people write in a cell when they have nothing to say there; it says nothing.
    package static func isPlaceholder(_ text: String) -> Bool {
        switch text {
        case "", "-", "–", "—", "--", "---", "?", "??", ".", "..", "*", "/": true
        default: text.utf8.count <= 16 && firstLetters.contains((text.utf8.first ?? 0) | 0x20) && placeholders.contains(key(text))
        }
    }

    private static let placeholders: Set<String> = [
        "na", "ikkeaktuelt", "ikkjeaktuelt", "ukjent", "ukjend", "vetikke", "veitikkje", "ikkekjent", "ikkjekjent", "mangler",
    ]

    /// The first letters of `placeholders`, so that most cells need not be folded.
    private static let firstLetters: [UInt8] = Array("niuvm".utf8)

    /// As `CellValue.isBlank`, without asking Unicode about the plainest first letters.
    static func isBlank(_ cell: CellValue) -> Bool {
        if case .text(let text) = cell, let first = text.utf8.first, (33...126).contains(first) { return false }
        return cell.isBlank
    }

    /// The whole number that these digits make; nil when there is anything else, or more than `limit` digits.
    package static func digits(_ text: some StringProtocol, atMost limit: Int = 15) -> Int? {
        guard (1...limit).contains(text.utf8.count) else { return nil }
        var value = 0
        for byte in text.utf8 {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }
}
