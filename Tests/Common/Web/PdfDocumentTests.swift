import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Documents for paper, read back by another program. Skipped where poppler is not installed; setup.sh installs it for the tests.
@Suite(.enabled(if: PdfReader.isInstalled))
struct PdfDocumentTests {
    private static let letters = "Ánne Máret Čáhppe đieđu eŋgel Šuoššjávri Ŧuolla žeavžu, æøå ÆØÅ – «sitat»"

    private func bytes(_ blocks: [PdfDocument.Block]) throws -> [UInt8] {
        let document = PdfDocument(title: "Prøve č", language: .bokmal, blocks: blocks) { "Side \($0) av \($1)" }
        return try document.bytes(at: TestApplication.now)
    }

    @Test func `Norwegian and Sámi letters can be searched for, in every style`() async throws {
        let text = try await PdfReader.text(
            try bytes([
                .title(Self.letters), .heading(Self.letters), .paragraph(Self.letters), .paragraph(Self.letters, .small),
                .facts([(Self.letters, "verdi")]), .list([Self.letters]),
                .table(PdfTable(heads: ["Ŋ", "Đ"], shares: [1, 1], rows: [["žuŋŋ", "ruoŧa"]])),
            ]))
        #expect(text.components(separatedBy: "Šuoššjávri").count == 7)
        for word in ["Ŋ", "žuŋŋ", "ruoŧa", "Ŧuolla", "«sitat»", "Side 1 av 1"] { #expect(text.contains(word), "\(word)") }
    }

    @Test func `composed and decomposed letters come out alike, and what cannot be seen is left out`() async throws {
        let text = try await PdfReader.text(
            try bytes([.paragraph("s\u{30C}uo\u{202E}snev\u{0}ndt\u{200B}\u{7}"), .paragraph("12,5\u{00A0}md. og 1\u{202F}050 t")]))
        #expect(text.contains("šuosnevndt") && text.contains("12,5 md. og 1 050 t"))
    }

    @Test func `hostile texts are wrapped and go on over pages, and no word is lost or outside the paper`() async throws {
        let long = String(repeating: "lang", count: 4000)
        let many = (1...2500).map { "ord\($0)" }
        let rows = (1...120).map { ["rad\($0)", $0 == 60 ? many.joined(separator: " ") : "celle\($0)", long.prefix($0 * 3).description] }
        let file = try bytes([
            .title(long), .paragraph(many.joined(separator: " ")), .list([long, ""]),
            .facts([(String(repeating: "navn", count: 90), long)]),
            .table(PdfTable(heads: ["En", "To", "Tre"], shares: [1, 1, 0.02], rows: rows)), .signatures(["A", "B", "C"]),
        ])
        let (words, pages) = try await PdfReader.words(file)
        #expect(pages > 5)
        #expect(words.allSatisfy { $0.right <= PdfCanvas.size.width - 20 && $0.foot <= PdfCanvas.size.height })
        let text = " " + words.map(\.text).joined(separator: " ") + " "
        for number in [1, 777, 2500] { #expect(text.components(separatedBy: " ord\(number) ").count == 3, "ord\(number)") }
        for number in 1...120 { #expect(text.contains(" rad\(number) ")) }
        #expect(text.contains("Side \(pages) av \(pages)"))
    }

    @Test func `whatever is typed gives a document that can be read`() async throws {
        let alphabet = Array("ab9 0-./\\()<>%&æøåđŋß́🇳🇴\u{202E}٣½\n\r\t\u{0}\u{FEFF}漢\u{10FFFF}").map(String.init)
        var state: UInt64 = 7
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        func text() -> String { (0..<next(60)).map { _ in alphabet[next(alphabet.count)] }.joined() }
        for _ in 0..<40 {
            let blocks: [PdfDocument.Block] = [
                .title(text()), .heading(text()), .paragraph(text()), .list((0..<next(4)).map { _ in text() }), .facts([(text(), text())]),
                .table(
                    PdfTable(heads: [text(), text()], shares: [Double(next(3)), 1], rows: (0..<next(5)).map { _ in [text(), text()] })),
                .drawing(
                    PdfDrawing(
                        height: 20,
                        shapes: [.bar(from: -1, to: 9, top: 0, height: 9, .moss), .text(at: 0.5, baseline: 9, text(), .small, .ink)],
                        description: text())),
                .signatures((0..<next(4)).map { _ in text() }),
            ]
            _ = try await PdfReader.text(try bytes(blocks))
        }
    }

    @Test func `an empty document is one page, and the same content gives the same file`() async throws {
        let (_, pages) = try await PdfReader.words(try bytes([]))
        #expect(pages == 1)
        #expect(try bytes([.paragraph("likt")]) == bytes([.paragraph("likt")]))
    }
}
