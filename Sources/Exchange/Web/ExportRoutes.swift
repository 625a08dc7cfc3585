import AlisDomain

/// What can be seen as a table can be taken out as a spreadsheet: the same question, the same scope, the same rows.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /oversikt.csv, .xlsx | staff |
/// | GET | /alis.csv, .xlsx | staff; names only of those in scope |
/// | GET | /kommuner.csv, .xlsx | staff |
/// | GET | /kommuner/:slug/alis.csv, .xlsx | staff; names only for those in scope |
package struct ExportRoutes {
    let register: RegisterCache
    let database: Database

    package var routes: [Route] {
        let answers: [(String, @Sendable (Visit, Viewer, QuestionAddress, RegisterView, ExportFormat) throws -> Reply)] = [
            ("oversikt", Self.overviewFile), ("alis", Self.traineesFile), ("kommuner", Self.municipalitiesFile),
        ]
        let national = answers.flatMap { name, answer in
            ExportFormat.allCases.map { format in
                Route.restricted(.get, "/\(name).\(format.rawValue)", to: .staff) { visit, viewer in
                    let (address, view) = try await QuestionAddress.resolve(visit, register: register, database: database)
                    // A file cannot say that a filter was not understood; the page can.
                    if !address.problems.isEmpty { return .seeOther("/\(name)?\(visit.query.urlEncoded)") }
                    return try answer(visit, viewer, address, view, format)
                }
            }
        }
        let one = ExportFormat.allCases.map { format in
            Route.restricted(.get, "/kommuner/:slug/alis.\(format.rawValue)", to: .staff) { visit, viewer in
                let (address, view) = try await QuestionAddress.resolve(visit, register: register, database: database)
                return try await MunicipalityExport(database: database).reply(visit, viewer, address, view, format)
            }
        }
        return national + one
    }

    @Sendable private static func overviewFile(
        _ visit: Visit, _ viewer: Viewer, _ address: QuestionAddress, _ view: RegisterView, _ format: ExportFormat
    ) throws -> Reply {
        let figures = view.figures(address.question)
        let front = ExportFront(OverviewTexts.title, path: "/oversikt", visit, address, view, coverage: figures.table.nation)
        let tables = [
            overview(visit, viewer, address, view), wishes(figures.wishes, visit.frame), trend(figures.trend, visit.frame),
        ]
        return try format.reply(tables, front: front, name: ExportFront.fileName("oversikt", address), at: visit.now)
    }

    @Sendable private static func traineesFile(
        _ visit: Visit, _ viewer: Viewer, _ address: QuestionAddress, _ view: RegisterView, _ format: ExportFormat
    ) throws -> Reply {
        let filter = TraineeListFilter(visit.query, view)
        // As with the question's own filters: the page says what was not understood.
        if !filter.problems.isEmpty { return .seeOther("/alis?\(visit.query.urlEncoded)") }
        let measure = QuestionAddress.measure(visit.query["maal"]) ?? .active
        let front = ExportFront(
            OverviewTexts.name(measure), path: "/alis", visit, address, view,
            more: filter.narrowings(view, address.question, visit.frame), coverage: view.table(address.question).nation, measures: [measure]
        )
        let name = ExportFront.fileName("alis", address, more: [("maal", QuestionAddress.code(measure))] + filter.pairs)
        // A list that may be sent in again has its heading first.
        return try format.reply(
            [trainees(visit, viewer, address, view)], front: front, hasComments: false, name: name, at: visit.now)
    }

    @Sendable private static func municipalitiesFile(
        _ visit: Visit, _ viewer: Viewer, _ address: QuestionAddress, _ view: RegisterView, _ format: ExportFormat
    ) throws -> Reply {
        let front = ExportFront(
            MunicipalityTexts.listTitle, path: "/kommuner", visit, address, view, coverage: view.table(address.question).nation,
            measures: [.active, .oldScheme, .wishing])
        return try format.reply(
            [municipalities(visit, viewer, address, view)], front: front,
            name: ExportFront.fileName("kommuner", address, more: MunicipalityListFilter(visit.query).pairs), at: visit.now)
    }

    /// Wishes by first choice and earliest half-year, with their sum last.
    static func wishes(_ summary: WishSummary, _ frame: Frame) -> ExportTable {
        let halves = summary.byHalfYear.map { ExportColumn(Format.halfYear($0.half, frame.language)) }
        let rows = summary.byTrust.map { row in [ExportValue.text(row.name)] + row.counts.map { .integer($0) } }
        return ExportTable(
            name: frame[ExportTexts.wishes], notes: [frame[ExportTexts.wishesNote]],
            columns: [ExportColumn(frame[OverviewTexts.trust], width: 36)] + halves,
            rows: rows + [[.text(frame[FollowUpTexts.total])] + summary.byHalfYear.map { .integer($0.count) }])
    }

    /// The same question on every 1 January, and on the day itself. What is counted through the year has hardly begun on a 1 January, and
    /// would be read as the year's: it is left out.
    static func trend(_ points: [(day: CalendarDay, counts: Counts)], _ frame: Frame) -> ExportTable {
        let measures = Measure.allCases.filter { ![.started, .finished, .converted].contains($0) }
        return ExportTable(
            name: frame[ExportTexts.trend], notes: [frame[OverviewTexts.trend], frame[ExportTexts.trendNote]],
            columns: [ExportColumn(frame[OverviewTexts.asOf])]
                + measures.map { ExportColumn(frame[OverviewTexts.name($0)], explanation: frame[OverviewTexts.definition($0)]) },
            rows: points.map { point in [.day(point.day)] + measures.map { .integer(point.counts[$0]) } })
    }

    /// What stands above the headings: what is asked, and how fresh it is.
    private static func notes(_ visit: Visit, _ address: QuestionAddress, _ table: OverviewTable, _ title: Text) -> [String] {
        [
            visit.frame[title],
            visit.frame[
                OverviewTexts.lede(
                    municipalities: table.nation.municipalities, day: address.question.asOf, knownAt: address.knownAt ?? visit.now)],
            visit.frame[OverviewTexts.coverage(table.nation.confirmed, of: table.nation.municipalities)],
        ] + (address.question.asOf > visit.today ? [visit.frame[OverviewTexts.dayToCome]] : [])
    }

    @Sendable static func overview(_ visit: Visit, _ viewer: Viewer, _ address: QuestionAddress, _ view: RegisterView) -> ExportTable {
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
            name: frame[OverviewTexts.title], notes: notes(visit, address, table, OverviewTexts.title), columns: columns, rows: rows)
    }

    @Sendable static func trainees(_ visit: Visit, _ viewer: Viewer, _ address: QuestionAddress, _ view: RegisterView) -> ExportTable {
        let list = TraineeList(address, view, viewer, visit, isWhole: true)
        let frame = visit.frame
        let heads = [
            TraineeTexts.familyName, TraineeTexts.givenName, TraineeTexts.hpr, TraineeTexts.birthYear, TraineeTexts.email,
            MunicipalityTexts.number,
            TraineeTexts.municipality, TraineeTexts.workplace, TraineeTexts.form, TraineeTexts.percent, TraineeTexts.scheme,
            TraineeTexts.standing,
            TraineeTexts.expectedEnd,
        ]
        let rows = list.members.map { member -> [ExportValue] in
            let trainee = list.people?[member.person]
            let number = member.municipality.flatMap { view.directory.nearestFacts(of: $0, on: address.question.asOf)?.number.digits }
            return [
                .text(trainee?.familyName ?? list.pseudonym(member.person)), .text(trainee?.givenName ?? ""),
                .text(trainee?.hpr?.digits ?? ""),
                trainee?.birthYear.map { .integer($0) } ?? .empty, .text(trainee?.email?.text ?? ""), .text(number ?? ""),
                .text(member.municipality.flatMap { list.places[$0]?.name } ?? ""), .text(member.workplace),
                .text(member.form.map { frame[OverviewTexts.name($0)] } ?? ""),
                member.percent > 0 ? .percent(Double(member.percent) / 10_000) : .empty, .text(frame[OverviewTexts.name(member.scheme)]),
                .text(frame[TraineeTexts.name(member.standing)]), member.expectedEnd.map { .day($0) } ?? .empty,
            ]
        }
        let table = view.table(address.question)
        let title = TraineeTexts.listHeading(list.counted, list.measure)
        return ExportTable(
            name: frame[TraineeTexts.listTitle], notes: notes(visit, address, table, title), columns: heads.map { ExportColumn(frame[$0]) },
            rows: rows)
    }

    @Sendable private static func municipalities(_ visit: Visit, _ viewer: Viewer, _ address: QuestionAddress, _ view: RegisterView)
        -> ExportTable
    {
        let table = view.table(address.question)
        let frame = visit.frame
        let names = ConfirmerNames(viewer, view, on: visit.today)
        let heads = [
            MunicipalityTexts.number, TraineeTexts.municipality, MunicipalityTexts.inhabitants, OverviewTexts.active, OverviewTexts.old,
            OverviewTexts.wantsHospital, OverviewTexts.confirmed, ExportTexts.confirmedBy,
        ]
        let rows = MunicipalityListFilter(visit.query).rows(of: table, in: view.directory, on: address.question.asOf).map {
            row -> [ExportValue] in
            let id = MunicipalityID(row.key)
            let number = id.flatMap { view.directory.nearestFacts(of: $0, on: address.question.asOf)?.number.digits }
            return [
                .text(number ?? ""), .text(row.name), row.wholePopulation.map { .integer($0) } ?? .empty, .integer(row.counts[.active]),
                .integer(row.counts[.oldScheme]),
                .integer(row.counts[.wishing]), row.lastConfirmed.map { .day($0) } ?? .empty,
                .text(row.lastConfirmedBy.map { frame[names.text($0, in: id)] } ?? ""),
            ]
        }
        return ExportTable(
            name: frame[MunicipalityTexts.listTitle], notes: notes(visit, address, table, MunicipalityTexts.listTitle),
            columns: heads.map { ExportColumn(frame[$0]) }, rows: rows)
    }
}

/// A file format that tables are taken out in.
package enum ExportFormat: String, CaseIterable, Sendable {
    case csv, xlsx

    /// A table as an answer.
    package func reply(_ table: ExportTable, name: String, at now: Instant) throws -> Reply {
        switch self {
        case .csv: .file(CSVWriter.bytes(of: table), name: "\(name).csv", type: MediaType.csv)
        case .xlsx: .file(try SpreadsheetWriter.bytes(of: [table], madeAt: now), name: "\(name).xlsx", type: MediaType.xlsx)
        }
    }
}
