import AlisDomain
import Foundation
import Testing

@testable import Alis

/// The plan as a file for paper says what the plan's page says.
@Suite(.enabled(if: PdfReader.isInstalled))
struct PlanPdfTests {
    /// Words of a page with its tags and entities taken away.
    private func plain(_ text: String) -> String {
        text.replacing("\u{00A0}", with: " ").replacing("\u{202F}", with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(arguments: LanguageForm.allCases)
    func `the file has the texts of the plan, in the reader's form`(language: LanguageForm) async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        await hilde.chooseLanguage(language)
        let path = try await PlanDeskWork.draft(hilde)
        let reply = try await hilde.get("\(path).pdf")
        #expect(reply.status == 200 && reply.contentType == "application/pdf" && reply.bytes.starts(with: Array("%PDF-".utf8)))
        let text = try await PdfReader.text(reply.bytes)
        // Words that are wrapped stand on lines of their own, so each is looked for by itself.
        let words = Set(text.split(separator: " ").map(String.init))
        let page = try await hilde.get("\(path)/utskrift").text
        let body = try #require(page.firstMatch(of: /(?s)<article class="paper">(.*)<\/article>/)).1
        let cells = body.replacing(/(?s)<p class="[^"]*no-print">.*?<\/p>|<svg.*?<\/svg>|<title>.*?<\/title>/, with: " ")
            .replacing(/(?s)<details class="recommended"><summary>.*?<\/summary>/, with: " ")
            .replacing(/(?s)<p class="note">.*?<\/p>|<p>[^<]*<\/p><p class="note">.*?<\/p>/, with: " ")
        var missing: [String] = []
        for cell in cells.matches(of: /<(?:th scope="row"|td data-label="[^"]*"|dd|dt|li|h2)[^>]*>([^<]+)</) {
            let said = plain(String(cell.1).replacing("&amp;", with: "&").replacing("&#39;", with: "'").replacing("&quot;", with: "\""))
            for word in said.split(separator: " ") where !words.contains(String(word)) && word.count < 12 { missing.append(String(word)) }
        }
        #expect(missing.isEmpty, "\(missing.prefix(20))")
        #expect(text.contains("Ida Nilsen") && text.contains("Nordlandssykehuset") && text.contains("1.7.2027"))
        #expect(text.contains(CommonTexts.syntheticNotice[language]))
        #expect(text.contains(PlanPdf.page(1, 1)[language].split(separator: " ")[0] + " 1 av"))
    }

    @Test func `only those who see the plan get the file`() async throws {
        let test = try await TestApplication.make()
        let path = "/alis/\(try PlanDeskWork.ida().id)/plan.pdf"
        for (key, status) in [("ida", 200), ("knut", 200), ("ravna", 200), ("anders", 404), ("priya", 404), ("torbjorn", 404)] {
            #expect(try await test.client(as: key).get(path).status == status, "\(key)")
        }
    }

    @Test(arguments: TestEngine.all)
    func `a long name and many activities go on over pages`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ida = try await test.client(as: "ida")
        let path = "/alis/\(try PlanDeskWork.ida().id)/plan"
        for number in 1...12 {
            let form = try await ida.get("\(path)/aktivitet/ny?slag=topicCourse").text
            let sent = try await ida.post(
                "\(path)/aktivitet/ny",
                [
                    ("slag", "topicCourse"), ("emne", "Emne\(number) " + String(repeating: "đŋŧ", count: 25)), ("antall", "1"),
                    ("fra", "\(number).10.2026"), ("til", "\(number).10.2026"), ("status", "gjort"), ("timer", "1,25"),
                ] + PlanDeskWork.marks(form))
            #expect(sent.status == 303)
        }
        let (words, pages) = try await PdfReader.words(try await ida.get("\(path).pdf").bytes)
        #expect(pages >= 2)
        for number in 1...12 { #expect(words.contains { $0.text == "Emne\(number)" }) }
        #expect(words.allSatisfy { $0.right < PdfCanvas.size.width })
        // Hours are written with one decimal, and kept to the minute in the form.
        #expect(words.contains { $0.text == "1,3" })
        let edit = try #require(try await ida.get(path).text.firstMatch(of: /\/plan\/aktivitet\/([0-9a-z]{26})/))
        #expect(try await ida.get("\(path)/aktivitet/\(edit.1)").text.contains("value=\"1,25\""))
    }

    @Test func `a doctor in the old scheme sees its requirements and the last day to apply`() async throws {
        let test = try await TestApplication.make()
        let torbjorn = try #require(TestRegister.person("torbjorn"))
        let client = try await test.client(as: "torbjorn")
        let page = try await client.get("/alis/\(torbjorn.id)/plan").text
        let old = try #require(RuleFilesOfTest.book.set("gp-old"))
        #expect(page.contains(old.name.nb))
        for requirement in old.requirements where requirement.isRequired && requirement.isEnabled {
            // What only sets a maximum is no row of its own.
            if case .serviceTime(_, nil, _) = requirement.kind { continue }
            #expect(page.contains(requirement.name.nb), "\(requirement.name.nb)")
        }
        let new = try #require(RuleFilesOfTest.book.set("gp-new"))
        let names = Set(old.requirements.map(\.name.nb))
        for requirement in new.requirements where requirement.isRequired && !names.contains(requirement.name.nb) {
            #expect(!page.contains(">\(requirement.name.nb)<"), "\(requirement.name.nb)")
        }
        for part in ["/utskrift", ".ics"] {
            let text = try await client.get("/alis/\(torbjorn.id)/plan\(part)").text
            #expect(text.contains("31.12.2026") || text.contains("20261231"), "\(part)")
        }
        #expect(page.contains("31.12.2026"))
    }
}

/// The rules as the product reads them.
private enum RuleFilesOfTest {
    static let book = RuleBookFiles.read(folder: TestApplication.root + "/Reference").book
}
