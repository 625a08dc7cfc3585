import AlisDomain
import Foundation
import Testing

/// Changes one cell of the rule data at a time; a golden case must notice. So no number in the data is there untested.
@Suite struct RuleMutationTests {
    /// One changed line of a rule file.
    struct Mutation: CustomStringConvertible {
        let file: String
        let line: Int
        let column: String
        let value: String
        var description: String { "\(file):\(line + 1) \(column) = «\(value)»" }
    }

    private let texts: [String: String]
    private let stories: [CaseStory]

    init() throws {
        texts = try RuleFiles.texts.get()
        stories = try GoldenCaseTests.stories.get()
    }

    @Test func `a changed quantity, condition, category or binding makes a golden case fail`() throws {
        var count = 0
        for mutation in try requirementMutations() + conditionMutations() {
            count += 1
            if try !isNoticed(mutation) { Issue.record("nobody notices \(mutation)") }
        }
        #expect(count > 180)
    }

    @Test func `another reading makes a golden case fail`() throws {
        let table = try Table(texts, "rules/interpretations.csv")
        for (index, row) in table.rows.enumerated() {
            let question = try #require(Interpretation.Question(rawValue: row["question"] ?? ""))
            for other in question.values where other != row["value"] {
                // Which set is taken for a conversion to come is told by the book, not by the set; tested in RuleBookTests.
                if question == .plannedConversion { continue }
                let mutation = Mutation(file: table.file, line: index + 1, column: "value", value: other)
                if try !isNoticed(mutation) { Issue.record("nobody notices \(mutation)") }
            }
        }
    }

    // MARK: What is changed

    private func requirementMutations() throws -> [Mutation] {
        let table = try Table(texts, "rules/requirements.csv")
        return table.rows.enumerated().flatMap { index, row -> [Mutation] in
            guard row["enabled"] == "yes" else { return [] }
            var changes: [(String, String)] = [("enabled", "no")]
            for column in ["minimum", "maximum", "each_minimum"] {
                let text = row[column] ?? ""
                if let number = Int(text) {
                    if number > 1 || row["kind"] != "activityCount" { changes.append((column, "\(number - 1)")) }
                    changes.append((column, "\(number + 1)"))
                } else if text.contains("/") {
                    changes += [(column, "41/12"), (column, "43/12")]
                }
            }
            // Hours behind decide nothing by themselves, and a maximum alone asks for nothing.
            if row["kind"] != "supervision", row["minimum"] != "" || ["confirmation", "objectives"].contains(row["kind"]) {
                changes.append(("binding", row["binding"] == "required" ? "recommended" : "required"))
            }
            let codes = (row["categories"] ?? "").split(separator: ";")
            for code in codes where codes.count > 1 {
                changes.append(("categories", codes.filter { $0 != code }.joined(separator: ";")))
            }
            if row["kind"] == "objectives" { changes.append(("objectives", row["objectives"] == "FKM" ? "ALM" : "FKM")) }
            if let activity = row["activities"], !activity.isEmpty {
                changes.append(("activities", activity == "dutyShift" ? "skillsList" : "dutyShift"))
            }
            return changes.map { Mutation(file: table.file, line: index + 1, column: $0.0, value: $0.1) }
        }
    }

    private func conditionMutations() throws -> [Mutation] {
        let table = try Table(texts, "rules/conditions.csv")
        return table.rows.enumerated().flatMap { index, row -> [Mutation] in
            guard row["enabled"] == "yes" else {
                return [Mutation(file: table.file, line: index + 1, column: "certainty+enabled", value: "found+yes")]
            }
            var changes: [(String, String)] = [("enabled", "no")]
            if let number = Int(row["value"] ?? "") { changes += [("value", "\(number - 1)"), ("value", "\(number + 1)")] }
            if row["value"] == "2016-07-07" { changes += [("value", "2016-07-06"), ("value", "2016-07-08")] }
            if row["scope"] == "underScheme", row["set"] == "gp-new" { changes.append(("scope", "always")) }
            return changes.map { Mutation(file: table.file, line: index + 1, column: $0.0, value: $0.1) }
        }
    }

    // MARK: Whether it is noticed

    private func isNoticed(_ mutation: Mutation) throws -> Bool {
        var files = texts
        files[mutation.file] = try Table(texts, mutation.file).text(with: mutation)
        let (book, problems) = RuleParser.parse(files)
        if !problems.isEmpty { Issue.record("\(mutation) cannot be read: \(problems.map(\.text.nb))") }
        for story in stories {
            guard let rules = book.set(story.rules) else { return true }
            if !CaseVerdict(story: story, evaluation: Evaluation(story.facts, under: rules)).failures.isEmpty { return true }
        }
        return false
    }

    /// A rule file as rows that can be written back.
    private struct Table {
        let file: String
        let header: [String]
        let cells: [[String]]

        init(_ texts: [String: String], _ file: String) throws {
            self.file = file
            let lines = try #require(texts[file]).split(separator: "\n").map(Self.cells)
            header = lines[0]
            cells = Array(lines.dropFirst())
        }

        var rows: [[String: String]] { cells.map { Dictionary(zip(header, $0)) { first, _ in first } } }

        func text(with mutation: Mutation) -> String {
            var cells = cells
            for (column, value) in zip(mutation.column.split(separator: "+"), mutation.value.split(separator: "+")) {
                if let place = header.firstIndex(of: String(column)) { cells[mutation.line - 1][place] = String(value) }
            }
            return ([header] + cells).map { $0.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") }.joined(
                separator: "\n")
        }

        private static func cells(_ line: Substring) -> [String] {
            var (cells, cell, isQuoted): ([String], String, Bool) = ([], "", false)
            for character in line {
                if character == "\"" {
                    isQuoted.toggle()
                } else if character == ",", !isQuoted {
                    cells.append(cell)
                    cell = ""
                } else {
                    cell.append(character)
                }
            }
            return cells + [cell]
        }
    }
}
