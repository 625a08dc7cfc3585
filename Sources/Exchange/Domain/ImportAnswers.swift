/// A cell that was read as what a person answered, not as what stands in it.
package struct CellAnswer: Hashable, Sendable {
    package let field: ImportField
    /// The column's heading as the user wrote it; empty when there is no such column.
    package let heading: String
    /// What stands in the cell; empty when nothing does, and for what is never repeated.
    package let found: String
    package let text: String

    package init(field: ImportField, heading: String, found: String, text: String) {
        self.field = field
        self.heading = heading
        self.found = found
        self.text = text
    }
}

/// What a person has answered to an import's questions. The plan is made anew with them; nothing else is remembered.
package struct ImportAnswers: Hashable, Sendable {
    private var cells: [CellKey: String] = [:]
    private var texts: [TextKey: String] = [:]
    private var rows: [RowKey: ImportChoice] = [:]
    private var leftOut: Set<RowReference> = []
    /// The month comes before the day in every date of the file that is written with `/`.
    package var isMonthFirst = false

    private struct CellKey: Hashable, Sendable {
        let row: RowReference
        let field: ImportField
    }
    private struct TextKey: Hashable, Sendable {
        let sheet: Int
        let field: ImportField
        let found: String
    }
    private struct RowKey: Hashable, Sendable {
        let row: RowReference
        let code: String
    }

    package init() {}

    package var isEmpty: Bool { cells.isEmpty && texts.isEmpty && rows.isEmpty && leftOut.isEmpty && !isMonthFirst }

    /// Answers one problem in its own row.
    package mutating func answer(_ problem: RowProblem, with choice: ImportChoice) {
        answer(row: problem.place, field: problem.field, code: problem.kind.code, with: choice)
    }

    /// The same, from the parts that a form carries.
    package mutating func answer(row: RowReference, field: ImportField?, code: String, with choice: ImportChoice) {
        switch (choice, field) {
        case (.leaveOut, _): leftOut.insert(row)
        case (.accept, _?) where code == RowProblem.Kind.dayOrMonthFirst.code: isMonthFirst = true
        case (.value(let text), let field?): cells[CellKey(row: row, field: field)] = text
        default: rows[RowKey(row: row, code: code)] = choice
        }
    }

    /// Answers for every row of the sheet with the same text in the same column: "1 is 100 % everywhere".
    package mutating func answerEverywhere(sheet: Int, field: ImportField, found: String, with text: String) {
        texts[TextKey(sheet: sheet, field: field, found: found)] = text
    }

    /// What is to be read instead of what was found; nil when nothing was answered.
    func text(row: RowReference, field: ImportField, found: String) -> String? {
        guard let own = cells[CellKey(row: row, field: field)] else { return texts[TextKey(sheet: row.sheet, field: field, found: found)] }
        // What was answered may itself have been asked about, in several rows at once.
        return texts[TextKey(sheet: row.sheet, field: field, found: own)] ?? own
    }

    /// Whether the cell has been answered for itself, not as one of many alike.
    func isOwn(row: RowReference, field: ImportField) -> Bool { cells[CellKey(row: row, field: field)] != nil }
    func choice(row: RowReference, code: String) -> ImportChoice? { rows[RowKey(row: row, code: code)] }

    /// What has been answered of a row as a whole, by the questions' short names.
    package func choices(of row: RowReference) -> [(code: String, choice: ImportChoice)] {
        rows.filter { $0.key.row == row }.map { ($0.key.code, $0.value) }.sorted { $0.code < $1.code }
    }

    func isLeftOut(_ row: RowReference) -> Bool { leftOut.contains(row) }
}
