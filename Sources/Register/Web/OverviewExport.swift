import AlisDomain

/// The overview as a file: its table, the wishes, and the same question through the years.
enum OverviewExport {
    static func takenOut(_ visit: Visit, _ address: QuestionAddress, _ view: RegisterView) -> TakenOut {
        let figures = view.figures(address.question)
        return TakenOut(
            [overview(visit, address, view), wishes(figures.wishes, visit.frame), trend(figures.trend, visit.frame)],
            name: ExportFront.fileName("oversikt", address),
            front: ExportFront(OverviewTexts.title, path: Addresses.overview(), visit, address, view, coverage: figures.table.nation))
    }

    /// Wishes by first choice and earliest half-year, with their sum last.
    private static func wishes(_ summary: WishSummary, _ frame: Frame) -> ExportTable {
        let halves = summary.byHalfYear.map { ExportColumn(Format.halfYear($0.half, frame.language)) }
        let rows = summary.byTrust.map { row in [ExportValue.text(row.name)] + row.counts.map { .integer($0) } }
        return ExportTable(
            name: frame[ExportTexts.wishes], notes: [frame[ExportTexts.wishesNote]],
            columns: [ExportColumn(frame[OverviewTexts.trust], width: 36)] + halves,
            rows: rows + [[.text(frame[FollowUpTexts.total])] + summary.byHalfYear.map { .integer($0.count) }])
    }

    /// The same question on every 1 January, and on the day itself. What is counted through the year has hardly begun on a 1 January, and
    /// would be read as the year's: it is left out.
    private static func trend(_ points: [(day: CalendarDay, counts: Counts)], _ frame: Frame) -> ExportTable {
        let measures = Measure.allCases.filter { ![.started, .finished, .converted].contains($0) }
        return ExportTable(
            name: frame[ExportTexts.trend], notes: [frame[OverviewTexts.trend], frame[ExportTexts.trendNote]],
            columns: [ExportColumn(frame[OverviewTexts.asOf])]
                + measures.map { ExportColumn(frame[OverviewTexts.name($0)], explanation: frame[OverviewTexts.definition($0)]) },
            rows: points.map { point in [.day(point.day)] + measures.map { .integer(point.counts[$0]) } })
    }

    static func overview(_ visit: Visit, _ address: QuestionAddress, _ view: RegisterView) -> ExportTable {
        let table = view.table(address.question)
        let frame = visit.frame
        let columns =
            [ExportTexts.level, OverviewTexts.place, MunicipalityTexts.number, OverviewTexts.municipalities, MunicipalityTexts.inhabitants]
            .map { ExportColumn(frame[$0]) }
            + Measure.allCases.map { ExportColumn(frame[OverviewTexts.name($0)], explanation: frame[OverviewTexts.definition($0)]) }
            + [ExportColumn(frame[ExportTexts.confirmedCount]), ExportColumn(frame[OverviewTexts.confirmed])]
        let rows = table.rows.map { row -> [ExportValue] in
            let id = row.level == .municipality ? MunicipalityID(row.key) : nil
            let number = id.flatMap { view.directory.nearestFacts(of: $0, on: address.question.asOf)?.number.digits } ?? row.key
            let name =
                row.level == .nation
                ? frame[OverviewTexts.wholeCountry] : row.level == .unplaced ? frame[OverviewTexts.noMunicipality] : row.name
            return [
                .text(frame[ExportTexts.name(row.level)]), .text(name), .text(number), .integer(row.municipalities),
                row.wholePopulation.map { .integer($0) } ?? .empty,
            ]
                + Measure.allCases.map { .integer(row.counts[$0]) }
                + [.integer(row.confirmed), row.lastConfirmed.map { .day($0) } ?? .empty]
        }
        return ExportTable(
            name: frame[OverviewTexts.title], notes: ExportFront.notes(visit, address, view, OverviewTexts.title), columns: columns,
            rows: rows)
    }
}
