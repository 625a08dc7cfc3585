import AlisDomain

/// The public figures as a table to take out. Each row says its day, so that files of several days can be put together.
enum FiguresExport {
    static func table(_ figures: OpenFigures, _ language: LanguageForm) -> ExportTable {
        let measures = OpenFigures.measures
        var columns = [
            ExportColumn(FiguresTexts.day[language]), ExportColumn(FiguresTexts.level[language]),
            ExportColumn(FiguresTexts.code[language], entry: .text),
            ExportColumn(OverviewTexts.place[language], width: 30),
        ]
        columns += measures.map { ExportColumn(FiguresTexts.column($0)[language], explanation: OverviewTexts.definition($0)[language]) }
        columns += [
            ExportColumn(FiguresTexts.population[language]), ExportColumn(OverviewTexts.municipalities[language]),
            ExportColumn(OverviewTexts.confirmed[language], explanation: FiguresTexts.confirmedDefinition[language]),
        ]
        let rows = figures.rows.map { row -> [ExportValue] in
            var values: [ExportValue] = [
                .day(figures.day), .text(FiguresTexts.name(row.level)[language]), .text(row.key), .text(FiguresTexts.name(row)[language]),
            ]
            values += measures.map { row[$0].map(ExportValue.integer) ?? .text(FiguresTexts.hidden[language]) }
            let hasPlace = row.level != .unplaced
            values += [row.population, row.municipalities, row.confirmed].map { count in
                hasPlace ? count.map(ExportValue.integer) ?? .empty : .empty
            }
            return values
        }
        return ExportTable(
            name: "\(FiguresTexts.sheet[language]) \(figures.day.iso)",
            notes: [
                FiguresTexts.caption(figures.day)[language], FiguresTexts.lede(figures.day)[language], FiguresTexts.smallRule[language],
                AboutTexts.attribution[language],
            ],
            columns: columns, rows: rows)
    }

    static func spreadsheet(_ figures: OpenFigures, _ language: LanguageForm, at now: Instant) throws -> [UInt8] {
        var writer = try SpreadsheetWriter(madeAt: now)
        writer.begin(table(figures, language))
        let lines = OpenFigures.measures.map { (FiguresTexts.column($0)[language], OverviewTexts.definition($0)[language]) }
        writer.addExplanation(name: FiguresTexts.definitions[language], title: FiguresTexts.definitions[language], lines: lines)
        return try writer.finish()
    }
}
