import AlisDomain
import Foundation
import Testing

/// The document of golden cases is made of the cases the tests run, and says so when it no longer is.
@Suite struct GoldenDocumentTests {
    private static var file: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/golden-cases.md")
    }

    @Test func `the document of golden cases is up to date`() throws {
        let text = try GoldenDocument.text(try GoldenCaseTests.stories.get(), try RuleFiles.book.get())
        if ProcessInfo.processInfo.environment["ALIS_WRITE_GOLDEN_CASES"] == "1" {
            try text.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: Self.file, encoding: .utf8)
        #expect(written == text, "docs/golden-cases.md is out of date: run Scripts/golden-cases.sh, and read what changed")
    }

    @Test func `every case stands in it, in words`() throws {
        let stories = try GoldenCaseTests.stories.get()
        for set in try RuleFiles.book.get().sets {
            for story in stories where story.rules == set.code.text {
                let row = try GoldenDocument.row(story, set)
                #expect(!row.given.isEmpty && !row.expected.isEmpty && row.expected.count == story.expected.count, "\(story.name)")
            }
        }
    }
}
