import AlisDomain

/// The sheet to download and fill in: headings with explanations, drop-downs, and a sheet that explains each column.
package enum ImportTemplateFile {
    package static func bytes(in language: LanguageForm, title: Text, madeAt: Instant) throws(SpreadsheetWriteFailure) -> [UInt8] {
        let columns = ImportTemplate.columns.map { column in
            ExportColumn(
                column.heading[language], entry: entry(column.field), choices: column.values.map { $0[language] },
                explanation: column.explanation[language])
        }
        var writer = try SpreadsheetWriter(madeAt: madeAt)
        writer.begin(ExportTable(name: ImportTemplate.sheetName[language], columns: columns))
        let lines = ImportTemplate.columns.map { column -> (term: String, meaning: String) in
            let example = column.example[language]
            let isNeeded = column.isNeeded ? " *" : ""
            return (
                column.heading[language] + isNeeded,
                example.isEmpty ? column.explanation[language] : "\(column.explanation[language]) (\(example))"
            )
        }
        writer.addExplanation(name: ImportTemplate.explanationSheetName[language], title: title[language], lines: lines)
        return try writer.finish()
    }

    private static func entry(_ field: ImportField) -> ExportColumn.Entry {
        switch field.nature {
        case .day: .day
        case .percent: .percent
        case .number, .place, .text: .text
        case .name, .words, .halfYear, .trust: .general
        }
    }
}
