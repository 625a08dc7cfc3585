import AlisDomain

/// The public figures as tables to take out. Each row says its day, so that files of several days can be put together.
enum FiguresExport {
    /// Both tables in one, for a CSV file: the rows of the day have no events, those of the year before nothing else.
    static func table(_ figures: PublishedFigures, _ language: LanguageForm) -> ExportTable {
        var columns: [ExportColumn] = places(language)
        columns += OpenFigures.stocks.map { column($0, figures, language) }
        columns += coverageColumns(language)
        columns += OpenFigures.flows.map { column($0, figures, language) }
        let before = [ExportValue](repeating: .empty, count: OpenFigures.stocks.count + coverageColumns(language).count)
        let after = [ExportValue](repeating: .empty, count: OpenFigures.flows.count)
        var rows: [[ExportValue]] = figures.stocks.rows.map { stockRow($0, figures, language) + after }
        rows += figures.flows.rows.map { row in
            place(row, figures.flows, language) + before + counts(row, OpenFigures.flows, language)
        }
        return ExportTable(name: sheet(figures.stocks, language), notes: notes(figures, language), columns: columns, rows: rows)
    }

    static func spreadsheet(_ figures: PublishedFigures, _ language: LanguageForm, at now: Instant) throws -> [UInt8] {
        var writer = try SpreadsheetWriter(madeAt: now)
        var stocks: [ExportColumn] = places(language)
        stocks += OpenFigures.stocks.map { column($0, figures, language) }
        stocks += coverageColumns(language)
        writer.begin(
            ExportTable(
                name: sheet(figures.stocks, language), notes: notes(figures, language), columns: stocks,
                rows: figures.stocks.rows.map { stockRow($0, figures, language) }))
        var flows: [ExportColumn] = places(language)
        flows += OpenFigures.flows.map { column($0, figures, language) }
        let rows = figures.flows.rows.map { row -> [ExportValue] in
            place(row, figures.flows, language) + counts(row, OpenFigures.flows, language)
        }
        let title = FiguresTexts.flowCaption(figures.year)[language]
        writer.begin(
            ExportTable(
                name: "\(FiguresTexts.sheet[language]) \(figures.year)", notes: [title] + notes(figures, language).dropFirst(),
                columns: flows, rows: rows))
        let lines = OpenFigures.measures.map {
            (FiguresTexts.column($0, year: figures.year)[language], FiguresTexts.definition($0, year: figures.year)[language])
        }
        writer.addExplanation(name: FiguresTexts.definitions[language], title: FiguresTexts.definitions[language], lines: lines)
        return try writer.finish()
    }

    private static func stockRow(_ row: OpenFigures.Row, _ figures: PublishedFigures, _ language: LanguageForm) -> [ExportValue] {
        var values = place(row, figures.stocks, language)
        values += counts(row, OpenFigures.stocks, language)
        values += coverage(row)
        return values
    }

    private static func sheet(_ figures: OpenFigures, _ language: LanguageForm) -> String {
        "\(FiguresTexts.sheet[language]) \(figures.day.iso)"
    }

    private static func notes(_ figures: PublishedFigures, _ language: LanguageForm) -> [String] {
        [
            FiguresTexts.caption(figures.day)[language], FiguresTexts.lede(figures)[language], FiguresTexts.halfYearly[language],
            FiguresTexts.smallRule[language], AboutTexts.attribution[language],
        ]
    }

    private static func places(_ language: LanguageForm) -> [ExportColumn] {
        [
            ExportColumn(FiguresTexts.day[language]), ExportColumn(FiguresTexts.level[language]),
            ExportColumn(FiguresTexts.code[language], entry: .text), ExportColumn(OverviewTexts.place[language], width: 30),
        ]
    }

    private static func place(_ row: OpenFigures.Row, _ figures: OpenFigures, _ language: LanguageForm) -> [ExportValue] {
        [
            .day(figures.day), .text(FiguresTexts.name(row.level)[language]), .text(row.key), .text(FiguresTexts.name(row)[language]),
        ]
    }

    private static func column(_ measure: Measure, _ figures: PublishedFigures, _ language: LanguageForm) -> ExportColumn {
        ExportColumn(
            FiguresTexts.column(measure, year: figures.year)[language],
            explanation: FiguresTexts.definition(measure, year: figures.year)[language])
    }

    private static func counts(_ row: OpenFigures.Row, _ measures: [Measure], _ language: LanguageForm) -> [ExportValue] {
        measures.map { row[$0].map(ExportValue.integer) ?? .text(FiguresTexts.hidden[language]) }
    }

    private static func coverageColumns(_ language: LanguageForm) -> [ExportColumn] {
        [
            ExportColumn(FiguresTexts.population[language]), ExportColumn(OverviewTexts.municipalities[language]),
            ExportColumn(OverviewTexts.confirmed[language], explanation: FiguresTexts.confirmedDefinition[language]),
        ]
    }

    private static func coverage(_ row: OpenFigures.Row) -> [ExportValue] {
        let hasPlace = row.level != .unplaced
        return [row.population, row.municipalities, row.confirmed].map { hasPlace ? $0.map(ExportValue.integer) ?? .empty : .empty }
    }
}
