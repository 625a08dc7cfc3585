/// Knows the rows under a list that add it up: `Sum`, `Sum antall`, `Totalt antall leger: 12`, in whatever column that stands.
enum ImportSumRow {
    static func isLabel(_ cell: CellValue) -> Bool {
        guard case .text(let text) = cell, (3...40).contains(text.utf8.count), mayBe(text) else { return false }
        let words = ImportText.words(text)
        return words.contains(where: sums.contains)
            && words.allSatisfy { sums.contains($0) || fillers.contains($0) || ImportText.digits($0) != nil }
    }

    private static let sums: Set<String> = [
        "sum", "isum", "summen", "sumtotalt", "totalt", "total", "totalsum", "antall", "antal", "tilsammen", "samlet", "samla", "ialt",
    ]
    private static let fillers: Set<String> = [
        "i", "alt", "av", "alis", "lege", "leger", "legar", "til", "sammen", "saman", "stillinger", "stillingar", "arsverk", "rader",
        "alle", "pa", "tal",
        "antallalis", "antalalis",
    ]

    /// The first letters alone, so that most cells need not be folded.
    private static func mayBe(_ text: String) -> Bool {
        switch (text.utf8.first ?? 0) | 0x20 {
        case 0x73, 0x74, 0x61, 0x69: true
        default: false
        }
    }
}
