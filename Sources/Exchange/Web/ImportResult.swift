import AlisDomain

/// The file that goes back to its sender, in words: what became of each row, or would.
package enum ImportResult {
    /// - Parameters:
    ///   - taken: the rows already taken in, told of as they were then.
    ///   - isDone: whether the plan was carried out; if not, what is said is what would be done.
    package static func file(
        of work: ImportWork, original: [UInt8], rows: [PlannedRow], taken: ImportResultLog, isDone: Bool, texts: ImportTexts,
        language: LanguageForm, madeAt: Instant
    ) throws -> ImportResultFile {
        let rows = Dictionary(rows.map { ($0.place, $0) }) { first, _ in first }
        return try ImportResultFile.make(
            of: work.workbook, original: original, mapping: work.mapping,
            heading: .init(result: ImportTexts.resultHeading[language], explanation: ImportTexts.explanationHeading[language]),
            said: { place in
                if let entry = taken[place] {
                    return SheetNotes.Line(
                        result: texts.result(entry.isNew ? .add([]) : .change([]))[language], explanation: entry.explanation[language])
                }
                guard let row = rows[place] else { return nil }
                let result = isDone ? texts.result(row.outcome) : ImportPageTexts.expected(row.outcome, texts)
                return SheetNotes.Line(result: result[language], explanation: texts.explanation(row)[language])
            }, madeAt: madeAt)
    }
}
