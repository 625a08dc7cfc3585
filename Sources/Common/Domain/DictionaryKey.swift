import Foundation

/// Where a word stands in a Norwegian dictionary (*alfabetisk orden*): æ, ø and å after z, and no difference between small and capital.
package struct DictionaryKey: Comparable, Sendable {
    private let letters: [UInt8]

    package init(_ text: some StringProtocol) {
        var letters: [UInt8] = []
        for scalar in text.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": letters.append(UInt8(truncatingIfNeeded: scalar.value))
            case "æ", "ä": letters.append(UInt8(ascii: "{"))
            case "ø", "ö": letters.append(UInt8(ascii: "|"))
            case "å": letters.append(UInt8(ascii: "}"))
            default:
                let plain = Folding.fold(String(scalar)).utf8
                if plain.isEmpty, let last = letters.last, last != 32 { letters.append(32) } else { letters.append(contentsOf: plain) }
            }
        }
        self.letters = letters
    }

    /// A person's place among others: by family name, which is the last word, then by the whole name.
    package init(person name: String) {
        self.init("\(name.split(separator: " ").last ?? "") \(name)")
    }

    package static func < (left: DictionaryKey, right: DictionaryKey) -> Bool { left.letters.lexicographicallyPrecedes(right.letters) }
}
