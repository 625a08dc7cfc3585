import AlisDomain
import Crypto

/// Tells a row that was answered for when its file is sent again: what stands in the columns that are read, whatever their order and
/// whatever Alis has added beside them.
enum ImportRowMark {
    static func mark(of row: SheetRow, by mapping: SheetMapping) -> String {
        var said: [(field: String, text: String)] = []
        for column in mapping.columns {
            guard case .field(let field) = column.meaning else { continue }
            let text = ImportText.clean(row[column: column.column].shownText)
            if !text.isEmpty { said.append((field.rawValue, text)) }
        }
        var hash = SHA256()
        for (field, text) in said.sorted(by: { $0.field < $1.field }) { hash.update(data: Array("\(field)\u{1F}\(text)\u{1E}".utf8)) }
        return hash.finalize().prefix(12).map { String($0, radix: 36) }.joined(separator: ".")
    }

    /// The marks of some rows.
    static func marks(of places: Set<RowReference>, in workbook: Workbook, by mapping: ImportMapping) -> [RowReference: String] {
        var marks: [RowReference: String] = [:]
        for sheet in mapping.sheets where sheet.isRead && workbook.sheets.indices.contains(sheet.sheet) {
            for row in workbook.sheets[sheet.sheet].rows {
                let place = RowReference(sheet: sheet.sheet, row: row.number)
                if places.contains(place) { marks[place] = mark(of: row, by: sheet) }
            }
        }
        return marks
    }
}

extension ImportAnswerLog {
    /// The answers that an account gave to rows it took in, given to the same rows of a file it sends again: nobody is asked twice
    /// as long as the earlier file is kept.
    package init(earlier files: [SentFile], for workbook: Workbook, by mapping: ImportMapping) {
        self.init()
        var known: [String: [ImportResultLog.Answer]] = [:]
        // Newest first: the last answer is the one that holds.
        for entry in files.lazy.flatMap({ ImportResultLog(text: $0.results).entries.values })
        where !entry.answers.isEmpty && known[entry.mark] == nil {
            known[entry.mark] = entry.answers
        }
        if known.isEmpty { return }
        for sheet in mapping.sheets where sheet.isRead && workbook.sheets.indices.contains(sheet.sheet) {
            for row in workbook.sheets[sheet.sheet].rows where row.number > sheet.headerRow ?? 0 {
                for answer in known[ImportRowMark.mark(of: row, by: sheet)] ?? [] {
                    give(answer.choice, to: .row(RowReference(sheet: sheet.sheet, row: row.number), field: answer.field, code: answer.code))
                }
            }
        }
    }
}
