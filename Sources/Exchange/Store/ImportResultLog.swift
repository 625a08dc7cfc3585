import AlisDomain

/// The rows of a file that have been taken in, with what was said of each: the file that comes back tells what was done, also when
/// the register has long since said the same.
package struct ImportResultLog: Sendable {
    package struct Entry: Sendable {
        package let isNew: Bool
        package let explanation: Text

        package init(isNew: Bool, explanation: Text) {
            self.isNew = isNew
            self.explanation = explanation
        }
    }

    package private(set) var entries: [RowReference: Entry] = [:]

    package init() {}

    package subscript(row: RowReference) -> Entry? { entries[row] }
    package var added: Int { entries.values.count { $0.isNew } }
    package var changed: Int { entries.count - added }

    /// Remembers the rows of a plan that are being taken in.
    package mutating func take(_ plan: ImportPlan, explain: (PlannedRow) -> Text) {
        for row in plan.rows {
            switch row.outcome {
            // A row that was new once stays new in the file that comes back.
            case .add: entries[row.place] = Entry(isNew: true, explanation: explain(row))
            case .change: entries[row.place] = Entry(isNew: entries[row.place]?.isNew ?? false, explanation: explain(row))
            case .unchanged, .blocked, .question, .passedOver: continue
            }
        }
    }

    package init(text: String) {
        for line in text.split(separator: "\n") {
            let form = FormData(urlEncoded: line)
            guard let sheet = Int(form["s"]), let row = Int(form["r"]) else { continue }
            entries[RowReference(sheet: sheet, row: row)] = Entry(
                isNew: form["n"] == "1", explanation: Text(form["nb"], nn: form["nn"]))
        }
    }

    package var text: String {
        entries.sorted { $0.key < $1.key }.map { place, entry in
            FormData([
                (name: "s", value: "\(place.sheet)"), (name: "r", value: "\(place.row)"), (name: "n", value: entry.isNew ? "1" : "0"),
                (name: "nb", value: entry.explanation.nb), (name: "nn", value: entry.explanation.nn),
            ]).urlEncoded
        }.joined(separator: "\n")
    }
}
