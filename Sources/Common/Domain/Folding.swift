import Foundation

/// Text made equal for searching and matching: lower case, without accents, Sámi and Nordic letters as their nearest
/// plain letters, hyphens and apostrophes as spaces, runs of spaces as one.
package enum Folding {
    /// `Kárášjohka` and `KARASJOHKA` fold to `karasjohka`; `Sør-Varanger` to `sor varanger`.
    package static func fold(_ text: some StringProtocol) -> String { foldPlain(text) ?? foldAny(text) }

    /// Folds text of ASCII and Latin-1 letters alone, which nearly all names are, without Unicode's tables; nil for other text.
    static func foldPlain(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        var lead = false
        for byte in text.utf8 {
            var letters: ArraySlice<UInt8> = []
            var plain = byte
            if lead {
                guard byte >= 0x80, byte < 0xC0 else { return nil }
                lead = false
                letters = latin[Int(byte) - 0x80]
                plain = 0
            } else if byte == 0xC3 {
                lead = true
                continue
            } else if byte >= 0x80 {
                return nil
            } else if byte >= 65, byte <= 90 {
                plain = byte + 32
            }
            let isKept = Self.isKept(plain)
            guard isKept || !letters.isEmpty else {
                pendingSpace = true
                continue
            }
            if pendingSpace, !bytes.isEmpty { bytes.append(32) }
            pendingSpace = false
            if isKept { bytes.append(plain) } else { bytes.append(contentsOf: letters) }
        }
        return lead ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// Letters, digits and what e-mail addresses hold: @ . _ +
    private static func isKept(_ byte: UInt8) -> Bool {
        switch byte {
        case 97...122, 48...57, 64, 46, 95, 43: true
        default: false
        }
    }

    /// What U+00C0 to U+00FF fold to; nothing for those that are no letters.
    private static let latin: [ArraySlice<UInt8>] = (0xC0...0xFF).map { code in
        Unicode.Scalar(code).map { ArraySlice(foldAny(String(Character($0))).utf8) } ?? []
    }

    /// Folds any text.
    static func foldAny(_ text: some StringProtocol) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            let replacement: String
            switch scalar {
            case "a"..."z", "0"..."9": replacement = String(scalar)
            case "æ", "ä": replacement = "ae"
            case "ø", "ö": replacement = "o"
            case "đ", "ð": replacement = "d"
            case "ŋ": replacement = "n"
            case "ŧ", "þ": replacement = "t"
            case "ß": replacement = "ss"
            case "ł": replacement = "l"
            case "ı": replacement = "i"
            case "@", ".", "_", "+": replacement = String(scalar)
            default:
                if scalar.properties.generalCategory == .nonspacingMark { continue }
                if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    replacement = String(scalar)
                } else {
                    pendingSpace = true
                    continue
                }
            }
            if pendingSpace, !result.isEmpty { result.append(" ") }
            pendingSpace = false
            result.append(replacement)
        }
        return result
    }
}
