/// A text that names a municipality, taken apart: its numbers, and its words without those that only say that it is one.
struct MunicipalityQuery {
    private(set) var numbers: [String] = []
    private(set) var words: [String] = []

    init(_ text: String) {
        for word in Folding.fold(text).split(separator: " ") {
            if Self.idle.contains(Self.withoutDots(word)) { continue }
            if let number = Self.number(word) { numbers.append(number) } else { words.append(String(word)) }
        }
    }

    /// `kommune` in Norwegian, Sámi and Kven, `herad`, and what stands before a number.
    private static let idle: Set<Substring> = [
        "kommune", "kommunen", "kommuna", "komm", "kom", "herad", "bykommune", "suohkan", "gielda", "gjielda", "tjielte", "komuuni",
        "k", "kn", "knr", "kommunenr", "kommunenummer", "nr", "no", "",
    ]

    private static func withoutDots(_ word: Substring) -> Substring {
        var word = word
        while word.last == "." { word.removeLast() }
        return word
    }

    /// `1804`, `301`, `1804.0` (a number that a spreadsheet made of it), `k1804`.
    private static func number(_ word: Substring) -> String? {
        var word = withoutDots(word)
        if word.hasSuffix(".0") { word.removeLast(2) } else if word.hasSuffix(".00") { word.removeLast(3) }
        if word.first == "k" { word.removeFirst() }
        return MunicipalityNumber(word)?.digits
    }
}
