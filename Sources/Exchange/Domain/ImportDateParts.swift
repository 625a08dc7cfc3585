/// The numbers and words of a text that may be a day, a time of day left out: `1/9-19` is 1, 9 and 19.
struct ImportDateParts {
    enum Piece: Hashable {
        case number(String)
        /// Folded.
        case word(String)
    }

    private(set) var pieces: [Piece] = []
    /// Whether numbers are parted by `/` alone, as Americans do.
    private(set) var hasSlash = false

    /// Nil when there are signs that no day has, or more than three pieces.
    init?(_ text: String) {
        var text = Substring(text)
        if text.contains(":") {
            guard let end = text.lastIndex(where: { $0 == " " || $0 == "T" || $0 == "t" }) else { return nil }
            text = text[..<end]
            // `2019-09-01 09:30 PM` has its clock before the last space.
            if let clock = text.firstIndex(of: ":") {
                guard let end = text[..<clock].lastIndex(of: " ") else { return nil }
                text = text[..<end]
            }
        }
        var current = ""
        var isNumber = false
        var slashes = 0
        var separators = 0
        func flush(_ pieces: inout [Piece]) -> Bool {
            guard !current.isEmpty else { return true }
            pieces.append(isNumber ? .number(current) : .word(ImportText.key(current)))
            current = ""
            return pieces.count <= 3
        }
        for character in text {
            let isDigit = character.isASCII && character.isNumber
            if isDigit || character.isLetter {
                if !current.isEmpty, isDigit != isNumber { guard flush(&pieces) else { return nil } }
                isNumber = isDigit
                current.append(character)
                guard current.utf8.count <= 40 else { return nil }
            } else {
                switch character {
                case "/": (slashes, separators) = (slashes + 1, separators + 1)
                case ".", "-", ",", "–", "‑", "−", "'", "’": separators += 1
                case " ": break
                default: return nil
                }
                guard flush(&pieces) else { return nil }
            }
        }
        guard flush(&pieces), separators <= 5, !pieces.isEmpty else { return nil }
        hasSlash = slashes == 2
    }
}
