import AlisDomain

/// The rows of a file that have been taken in, with what was said of each: the file that comes back tells what was done, also when
/// the register has long since said the same.
package struct ImportResultLog: Sendable {
    package struct Entry: Sendable {
        package let isNew: Bool
        package let explanation: Text
        /// The doctor the row is about.
        package var trainee: RecordID?
        /// What the row was answered with, and what it is known again by; nothing for rows that were clear.
        package var answers: [Answer] = []
        package var mark = ""
    }

    /// One answer that let a row in.
    package struct Answer: Sendable, Hashable {
        package let field: ImportField?
        package let code: String
        package let choice: ImportChoice
    }

    package private(set) var entries: [RowReference: Entry] = [:]

    package init() {}

    package subscript(row: RowReference) -> Entry? { entries[row] }
    package var added: Int { entries.values.count { $0.isNew } }
    package var changed: Int { entries.count - added }

    /// Remembers the rows of a plan that are being taken in.
    package mutating func take(_ plan: ImportPlan, of work: ImportWork, explain: (PlannedRow) -> Text) {
        var given: [RowReference: [Answer]] = [:]
        for row in plan.rows where !row.operations.isEmpty {
            let answers =
                row.answers.map { Answer(field: $0.field, code: "row", choice: .value($0.text)) }
                + work.settings.answers.choices(of: row.place).map { Answer(field: nil, code: $0.code, choice: $0.choice) }
            if !answers.isEmpty { given[row.place] = answers }
        }
        let marks = given.isEmpty ? [:] : ImportRowMark.marks(of: Set(given.keys), in: work.workbook, by: work.mapping)
        for row in plan.rows {
            let isNew: Bool
            switch row.outcome {
            case .add: isNew = true
            // A row that was new once stays new in the file that comes back.
            case .change: isNew = entries[row.place]?.isNew ?? false
            case .unchanged, .blocked, .question, .passedOver: continue
            }
            entries[row.place] = Entry(
                isNew: isNew, explanation: explain(row), trainee: row.trainee, answers: given[row.place] ?? [], mark: marks[row.place] ?? ""
            )
        }
    }

    package init(text: String) {
        for line in text.split(separator: "\n") {
            let form = FormData(urlEncoded: line)
            guard let sheet = Int(form["s"]), let row = Int(form["r"]) else { continue }
            let answers = FormData(urlEncoded: form["a"]).pairs.compactMap { name, value -> Answer? in
                let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                guard parts.count == 2, let choice = ImportChoice(code: value) else { return nil }
                return Answer(field: ImportField(rawValue: parts[0]), code: parts[1], choice: choice)
            }
            entries[RowReference(sheet: sheet, row: row)] = Entry(
                isNew: form["n"] == "1", explanation: Text(form["nb"], nn: form["nn"]), trainee: RecordID(form["t"]), answers: answers,
                mark: form["m"])
        }
    }

    package var text: String {
        entries.sorted { $0.key < $1.key }.map { place, entry -> String in
            var pairs = [
                (name: "s", value: "\(place.sheet)"), (name: "r", value: "\(place.row)"), (name: "n", value: entry.isNew ? "1" : "0"),
                (name: "nb", value: entry.explanation.nb), (name: "nn", value: entry.explanation.nn),
                (name: "t", value: entry.trainee?.text ?? ""),
            ]
            if !entry.answers.isEmpty {
                let answers = FormData(entry.answers.map { (name: "\($0.field?.rawValue ?? "-").\($0.code)", value: $0.choice.code) })
                pairs += [(name: "m", value: entry.mark), (name: "a", value: answers.urlEncoded)]
            }
            return FormData(pairs).urlEncoded
        }.joined(separator: "\n")
    }
}
