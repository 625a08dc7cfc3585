import Foundation

/// Text made equal for searching and matching: lower case, without accents, Sámi and Nordic letters as their nearest
/// plain letters, hyphens and apostrophes as spaces, runs of spaces as one.
package enum Folding {
    /// `Kárášjohka` and `KARASJOHKA` fold to `karasjohka`; `Sør-Varanger` to `sor varanger`.
    package static func fold(_ text: some StringProtocol) -> String {
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
