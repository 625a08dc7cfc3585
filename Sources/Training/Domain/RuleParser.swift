/// Reads the files in `Reference/rules/` into a rule book (*regelverk*). Every problem is noted with its file and line; nothing is guessed.
package struct RuleParser {
    /// The files there must be.
    package static let fileNames = [
        "rules/categories.csv", "rules/activities.csv", "rules/sets.csv", "rules/requirements.csv", "rules/conditions.csv",
        "rules/interpretations.csv", "rules/proofs.csv", "rules/paragraphs.csv", "rules/conversion.csv",
    ]

    private let files: [String: String]
    private var problems: [ReferenceProblem] = []

    private init(files: [String: String]) { self.files = files }

    /// Reads the texts of the files by name. Lines with a problem are left out; only a book without problems may be used.
    package static func parse(_ files: [String: String]) -> (book: RuleBook, problems: [ReferenceProblem]) {
        var parser = RuleParser(files: files)
        let book = parser.book()
        return (book, parser.problems)
    }

    /// Reads a catalogue of learning objectives: `objectives_sample.csv` or one an administrator brings.
    package static func catalogue(_ file: String, _ text: String) -> (catalogue: ObjectiveCatalogue, problems: [ReferenceProblem]) {
        var parser = RuleParser(files: [file: text])
        let columns = ["code", "version", "set", "from", "to", "replaces", "sample", "source", "nb", "nn"]
        let rows = parser.rows(file, columns, RuleLines.objective)
        let known = Set(rows.map(\.value.code))
        for row in rows {
            for code in row.value.replaces where !known.contains(code) {
                parser.problems.append(
                    ReferenceProblem(file: file, line: row.line, kind: .unknownCode(column: "replaces", value: code.text)))
            }
        }
        parser.refuseOverlaps(file, rows.map { ($0.line, $0.value.code.text, $0.value.period) })
        return (ObjectiveCatalogue(rows.map(\.value)), parser.problems)
    }

    private mutating func book() -> RuleBook {
        let categories = rows("rules/categories.csv", ["code", "arena", "nb", "nn", "source"], RuleLines.category).map(\.value)
        let activities = rows("rules/activities.csv", ["code", "measure", "nb", "nn", "source"], RuleLines.activity).map(\.value)
        if categories.count > 64 { problems.append(ReferenceProblem(file: "rules/categories.csv", line: 66, kind: .unreadable)) }
        if activities.count > 64 { problems.append(ReferenceProblem(file: "rules/activities.csv", line: 66, kind: .unreadable)) }
        let names = RuleLines(categories: Set(categories.map(\.code)), activities: Set(activities.map(\.code)))
        let sets = rows(
            "rules/sets.csv", ["code", "specialty", "scheme", "from", "to", "from_certainty", "nb", "nn", "source"], RuleLines.set)
        let requirements = rows(
            "rules/requirements.csv",
            [
                "set", "code", "kind", "categories", "activities", "minimum", "maximum", "each_minimum", "objectives", "binding",
                "certainty", "enabled", "source", "nb", "nn", "remedy_nb", "remedy_nn",
            ], names.requirement)
        let conditions = rows(
            "rules/conditions.csv",
            [
                "set", "code", "kind", "categories", "value", "scope", "certainty", "enabled", "source", "nb", "nn", "remedy_nb",
                "remedy_nn",
            ], names.condition)
        let interpretations = rows(
            "rules/interpretations.csv", ["set", "question", "value", "from", "source", "nb", "nn", "reason_nb", "reason_nn"],
            RuleLines.interpretation)
        let proofs = rows("rules/proofs.csv", ["set", "code", "when", "certainty", "source", "nb", "nn"], RuleLines.proof)
        let paragraphs = rows("rules/paragraphs.csv", ["set", "code", "paragraph", "source"], RuleLines.paragraph)
        let conversion = rows(
            "rules/conversion.csv",
            ["code", "kind", "value", "from", "to", "certainty", "source", "nb", "nn", "remedy_nb", "remedy_nn"], RuleLines.conversion)

        let known = Set(sets.map { $0.value.code.text })
        checkSets("rules/requirements.csv", requirements.map { ($0.line, $0.value.set) }, known)
        checkSets("rules/conditions.csv", conditions.map { ($0.line, $0.value.set) }, known)
        checkSets("rules/interpretations.csv", interpretations.map { ($0.line, $0.value.set) }, known.union(["*"]))
        checkSets("rules/proofs.csv", proofs.map { ($0.line, $0.value.set) }, known)
        checkSets("rules/paragraphs.csv", paragraphs.map { ($0.line, $0.value.set) }, known)
        let codes = Set(requirements.map { "\($0.value.set) \($0.value.value.code.text)" }).union(
            conditions.map { "\($0.value.set) \($0.value.value.code.text)" })
        for row in paragraphs where !codes.contains("\(row.value.set) \(row.value.value.code)") {
            problems.append(
                ReferenceProblem(
                    file: "rules/paragraphs.csv", line: row.line, kind: .unknownCode(column: "code", value: row.value.value.code)))
        }
        refuseOverlaps("rules/conversion.csv", conversion.map { ($0.line, $0.value.code.text, $0.value.period) })
        refuseOverlaps("rules/categories.csv", categories.enumerated().map { ($0.offset + 2, $0.element.code.text, .always) })
        refuseOverlaps("rules/activities.csv", activities.enumerated().map { ($0.offset + 2, $0.element.code.text, .always) })
        refuseOverlaps("rules/sets.csv", sets.map { ($0.line, $0.value.code.text, .always) })
        refuseOverlaps(
            "rules/sets.csv", sets.map { ($0.line, "\($0.value.specialty.rawValue) \($0.value.scheme.rawValue)", $0.value.period) })
        refuseOverlaps(
            "rules/requirements.csv", requirements.map { ($0.line, "\($0.value.set) \($0.value.value.code.text)", .always) })
        refuseOverlaps("rules/conditions.csv", conditions.map { ($0.line, "\($0.value.set) \($0.value.value.code.text)", .always) })
        refuseOverlaps(
            "rules/interpretations.csv",
            interpretations.map { ($0.line, "\($0.value.set) \($0.value.value.question.rawValue)", .always) })

        let made = sets.map { row in
            let code = row.value.code.text
            return RuleSet(
                code: row.value.code, specialty: row.value.specialty, scheme: row.value.scheme, period: row.value.period,
                name: row.value.name, source: row.value.source,
                requirements: requirements.filter { $0.value.set == code }.map(\.value.value),
                conditions: conditions.filter { $0.value.set == code }.map(\.value.value),
                // A set's own reading comes after the one for all, and is the one that holds.
                interpretations: Self.readings(interpretations.map { ($0.value.set, $0.value.value) }, for: code),
                proofs: proofs.filter { $0.value.set == code }.map(\.value.value), categories: categories, activities: activities,
                isStartKnown: row.value.isStartKnown,
                paragraphs: Dictionary(
                    paragraphs.filter { $0.value.set == code }.map { ($0.value.value.code, $0.value.value.paragraph) },
                    uniquingKeysWith: { first, _ in first }))
        }
        return RuleBook(sets: made, categories: categories, activities: activities, conversion: conversion.map(\.value))
    }

    private static func readings(_ all: [(String, Interpretation)], for code: String) -> [Interpretation] {
        let own = all.filter { $0.0 == code }.map(\.1)
        return all.filter { one in one.0 == "*" && !own.contains { $0.question == one.1.question } }.map(\.1) + own
    }

    private mutating func checkSets(_ file: String, _ rows: [(line: Int, set: String)], _ known: Set<String>) {
        for row in rows where !known.contains(row.set) {
            problems.append(ReferenceProblem(file: file, line: row.line, kind: .unknownCode(column: "set", value: row.set)))
        }
    }

    private mutating func refuseOverlaps(_ file: String, _ rows: [(line: Int, id: String, period: Period)]) {
        for (id, same) in Dictionary(grouping: rows, by: \.id).sorted(by: { $0.key < $1.key }) where same.count > 1 {
            let sorted = same.sorted { $0.period.from < $1.period.from }
            for (left, right) in zip(sorted, sorted.dropFirst()) where left.period.overlaps(right.period) {
                problems.append(ReferenceProblem(file: file, line: right.line, kind: .overlap(id: id, day: right.period.from)))
            }
        }
    }

    private mutating func rows<Value>(
        _ file: String, _ columns: [String], _ read: (inout ReferenceLine) -> Value?
    ) -> [(line: Int, value: Value)] {
        guard let text = files[file] else {
            problems.append(ReferenceProblem(file: file, kind: .missingFile))
            return []
        }
        guard let csv = ReferenceCSV(text) else {
            problems.append(ReferenceProblem(file: file, kind: .unreadable))
            return []
        }
        let missing = columns.filter { !csv.header.contains($0) }
        problems += missing.map { ReferenceProblem(file: file, line: 1, kind: .missingColumn($0)) }
        if !missing.isEmpty { return [] }
        var result: [(line: Int, value: Value)] = []
        for line in csv.lines {
            guard line.cells.count == csv.header.count else {
                let kind = ReferenceProblem.Kind.wrongCellCount(expected: csv.header.count, found: line.cells.count)
                problems.append(ReferenceProblem(file: file, line: line.number, kind: kind))
                continue
            }
            let cells = Dictionary(zip(csv.header, line.cells)) { first, _ in first }
            var reading = ReferenceLine(file: file, number: line.number, cells: cells)
            if let value = read(&reading), reading.problems.isEmpty { result.append((line.number, value)) }
            problems += reading.problems
        }
        return result
    }
}
