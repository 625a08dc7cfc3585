import Testing

@testable import Alis

@Suite struct HtmlTests {
    private func escaped(_ text: String) -> String {
        String(
            text.map { character -> String in
                switch character {
                case "&": "&amp;"
                case "<": "&lt;"
                case ">": "&gt;"
                case "\"": "&quot;"
                case "'": "&#39;"
                default: String(character)
                }
            }.joined())
    }

    @Test func `whatever a text holds, it stays text`() {
        let pieces = ["<script>", "&amp;", "\"", "'", "Å", "čáŋ", "a", " ", "?", "=", "<", ">", "&", "🇳🇴", ""]
        var state: UInt64 = 7
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<6 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let html: Html = "<p title=\"\(text)\">\(text)</p>"
            #expect(html.text == "<p title=\"\(escaped(text))\">\(escaped(text))</p>")
        }
    }

    @Test func `only what is HTML already goes in as it is`() {
        let inner: Html = "<b>\("<")</b>"
        let missing: Html? = nil
        let html: Html = "\(inner)\([inner, inner])\(missing)\(12)\(flag: "checked", true)\(flag: "hidden", false)\(nil as String?)"
        #expect(html.text == "<b>&lt;</b><b>&lt;</b><b>&lt;</b>12checked")
    }
}
