import Testing

@testable import AlisDomain

@Suite struct FoldingTests {
    @Test func `the short way folds as the long one does`() {
        var random = SystemRandomNumberGenerator()
        let scalars = (32...126).compactMap { Unicode.Scalar($0) } + (0xC0...0xFF).compactMap { Unicode.Scalar($0) }
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                if let scalar = scalars.randomElement(using: &random) { text.unicodeScalars.append(scalar) }
            }
            #expect(Folding.foldPlain(text) == Folding.foldAny(text), "\(text)")
        }
    }

    @Test(arguments: ["Kárášjohka", "Bådåddjo", "a\u{301}", "Ŋ", "日本", "×÷", "\u{A0}", "Å\u{328}"])
    func `other text takes the long way`(text: String) {
        #expect(Folding.fold(text) == Folding.foldAny(text))
    }
}
