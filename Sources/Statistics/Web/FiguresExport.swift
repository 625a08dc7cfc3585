import AlisDomain

/// The public figures as tables to take out. Each row says its day, so that files of several days can be put together.
enum FiguresExport {
    /// Both tables in one, for a CSV file: the rows of the day have no events, those of the year before nothing else.
    static func table(_ figures: PublishedFigures, _ language: LanguageForm) -> ExportTable {
        let (stocks, flows) = (OpenFigures.stocks, OpenFigures.flows)
        let none = { (count: Int) in [ExportValue](repeating: .empty, count: count) }
        let columns =
            places(language) + stocks.map { column($0, figures, language) } + coverage(language)
            + flows.map { column($0, figures, language) }
        let rows =
            figures.stocks.rows.map {
                place($0, figures.stocks, language) + counts($0, stocks, language) + coverage($0) + none(flows.count)
            }
            + figures.flows.rows.map {
                place($0, figures.flows, language) + none(stocks.count + coverage(language).count) + counts($0, flows, language)
            }
        return ExportTable(name: sheet(figures.stocks, language), notes: notes(figures, language), columns: columns, rows: rows)
    }

    static func spreadsheet(_ figures: PublishedFigures, _ language: LanguageForm, at now: Instant) throws -> [UInt8] {
        var writer = try SpreadsheetWriter(madeAt: now)
        writer.begin(
            ExportTable(
                name: sheet(figures.stocks, language), notes: notes(figures, language),
                columns: places(language) + OpenFigures.stocks.map { column($0, figures, language) } + coverage(language),
                rows: figures.stocks.rows.map {
                    place($0, figures.stocks, language) + counts($0, OpenFigures.stocks, language) + coverage($0)
                }))
        writer.begin(
            ExportTable(
                name: "\(FiguresTexts.sheet[language]) \(figures.year)",
                notes: [FiguresTexts.flowCaption(figures.year)[language]] + notes(figures, language).dropFirst(),
                columns: places(language) + OpenFigures.flows.map { column($0, figures, language) },
                rows: figures.flows.rows.map { place($0, figures.flows, language) + counts($0, OpenFigures.flows, language) }))
        let lines = OpenFigures.measures.map {
            (FiguresTexts.column($0, year: figures.year)[language], FiguresTexts.definition($0, year: figures.year)[language])
        }
        writer.addExplanation(name: FiguresTexts.definitions[language], title: FiguresTexts.definitions[language], lines: lines)
        return try writer.finish()
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

    private static func coverage(_ language: LanguageForm) -> [ExportColumn] {
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
