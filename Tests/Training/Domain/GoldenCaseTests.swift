import AlisDomain
import Testing

/// Every requirement and edge of the schemes, as cases that can be read without knowing Swift.
@Suite struct GoldenCaseTests {
    static let stories = Result {
        try CaseStory.read("\n" + GoldenNewScheme.text, rules: GoldenNewScheme.rules)
            + CaseStory.read("\n" + GoldenSupervision.text, rules: GoldenSupervision.rules)
            + CaseStory.read("\n" + GoldenOldScheme.text, rules: GoldenOldScheme.rules)
            + CaseStory.read("\n" + GoldenConversion.text, rules: GoldenConversion.rules)
            + CaseStory.read("\n" + GoldenCommunityMedicine.text, rules: GoldenCommunityMedicine.rules)
    }

    @Test func `the rule files have no problem`() throws {
        #expect(try RuleFiles.parsed.get().problems.map(\.text.nb) == [])
        #expect(try RuleFiles.book.get().sets.map(\.code.text) == ["gp-new", "gp-old", "cm-new"])
    }

    @Test func `every golden case comes out as the regulation says`() throws {
        let stories = try Self.stories.get()
        #expect(stories.count > 75)
        for story in stories {
            let rules = try #require(try RuleFiles.book.get().set(story.rules), "\(story.name)")
            for failure in CaseVerdict(story: story, evaluation: Evaluation(story.facts, under: rules)).failures {
                Issue.record("\(failure)")
            }
        }
    }

    @Test func `every requirement that is switched on stands in a golden case`() throws {
        let stories = try Self.stories.get()
        for set in try RuleFiles.book.get().sets {
            for requirement in set.requirements where requirement.isEnabled {
                #expect(
                    stories.contains { $0.rules == set.code.text && $0.expected.contains { $0.contains(requirement.code.text) } },
                    "\(set.code) \(requirement.code)")
            }
        }
    }
}
