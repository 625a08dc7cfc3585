import AlisDomain

/// The lists of supervision as files: the same question, the same scope, the same rows as on the pages. Notes are in none of them.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /veiledere.csv, .xlsx | writers, those of their scope |
/// | GET | /veiledere/uten-veileder, /timer-mangler, /unntak-gar-ut, /over-kapasitet (.csv, .xlsx) | writers, their own |
/// | GET | /veiledere/mangel.csv, .xlsx | writers and the Directorate; figures only |
package struct SupervisionExportRoutes {
    let supervision: SupervisionCache

    package var routes: [Route] {
        ExportFormat.allCases.flatMap { format -> [Route] in
            let lists = SupervisionWork.allCases.map { list in
                Route.restricted(.get, list.address.file(format.rawValue), to: .writers) { visit, viewer in
                    let scope = SupervisionScope(viewer, try await supervision.current(on: visit.today))
                    return try format.reply(Self.work(list, scope, visit.frame), name: "\(list.rawValue)-\(visit.today.iso)", at: visit.now)
                }
            }
            return lists + [
                .restricted(.get, "/veiledere.\(format.rawValue)", to: .writers) { visit, viewer in
                    let scope = SupervisionScope(viewer, try await supervision.current(on: visit.today))
                    let table = Self.supervisors(SupervisorList(scope, visit.query), rates: scope.view.book.rates, visit.frame)
                    return try format.reply(table, name: "veiledere-\(visit.today.iso)", at: visit.now)
                },
                .restricted(.get, "/veiledere/mangel.\(format.rawValue)", to: ShortageRoutes.readers) { visit, _ in
                    let view = try await supervision.current(on: visit.today)
                    let table = ShortageTable(view, office: OfficeCode(visit.query["kontor"]))
                    return try format.reply(Self.shortage(table, visit.frame), name: "veiledermangel-\(visit.today.iso)", at: visit.now)
                },
            ]
        }
    }

    /// Hours to a spreadsheet's own numbers.
    private static func hours(_ minutes: Int) -> ExportValue { .decimal(Double(minutes) / 60) }

    private static func supervisors(_ list: SupervisorList, rates: SupervisionRates, _ frame: Frame) -> ExportTable {
        let heads = [
            SupervisionTexts.supervisor, TraineeTexts.hpr, SupervisionTexts.municipality, SupervisionTexts.office,
            SupervisorTexts.specialist,
            SupervisorTexts.source, SupervisorTexts.seenOn, SupervisorTexts.exemption, SupervisionTexts.capacity, SupervisionTexts.needed,
            SupervisionTexts.free, SupervisionTexts.doctors, SupervisorTexts.inPerson, SupervisorTexts.digital, SupervisorTexts.travel,
            SupervisionTexts.languages, TraineeTexts.email, TraineeTexts.phone,
        ]
        func yes(_ isSo: Bool) -> ExportValue { .text(frame[isSo ? CommonTexts.yes : CommonTexts.no]) }
        let rows = list.rows.map { row -> [ExportValue] in
            let supervisor = row.supervisor
            return [
                .text(supervisor.name), .text(supervisor.hpr?.digits ?? ""), .text(row.place), .text(row.office),
                .text(frame[SupervisionTexts.name(row.standing)]), .text(supervisor.specialistSource),
                supervisor.specialistSeenOn.map { .day($0) } ?? .empty, supervisor.exemptThrough.map { .day($0) } ?? .empty,
                hours(row.load.capacity.minutes), hours(row.load.needed.minutes), hours(row.load.free.minutes), .integer(row.doctors),
                yes(supervisor.meetsInPerson), yes(supervisor.meetsDigitally), .integer(supervisor.travelKilometres),
                .text(supervisor.languages.map { frame[SupervisionTexts.name($0)] }.joined(separator: ", ")),
                .text(supervisor.email?.text ?? ""),
                .text(supervisor.phone),
            ]
        }
        return ExportTable(
            name: frame[SupervisionTexts.supervisors],
            notes: [frame[SupervisorTexts.listLede(SupervisionTexts.rule(rates, on: frame.today))], frame.today.norwegian],
            columns: heads.map { ExportColumn(frame[$0]) }, rows: rows)
    }

    private static func work(_ list: SupervisionWork, _ scope: SupervisionScope, _ frame: Frame) -> ExportTable {
        ExportTable(
            name: frame[list.title], notes: [frame[list.lede(scope.view.book.rates, on: frame.today)], frame.today.norwegian],
            columns: [SupervisionWorkTexts.who, SupervisionTexts.municipality, SupervisionWorkTexts.what, SupervisionTexts.supervisor].map {
                ExportColumn(frame[$0], width: 30)
            },
            rows: list.rows(scope).map { [.text($0.name), .text($0.place), .text(frame[$0.what]), .text($0.supervisors)] })
    }

    private static func shortage(_ table: ShortageTable, _ frame: Frame) -> ExportTable {
        let halves = table.shortage.halves
        let heads =
            [
                ShortageTexts.place, ShortageTexts.doctors, ShortageTexts.without, ShortageTexts.supervisors, ShortageTexts.needed,
                ShortageTexts.capacity,
                ShortageTexts.short,
            ].map { frame[$0] }
            + halves.dropFirst().map { frame[ShortageTexts.short(Format.halfYear($0, frame.language))] }
        // A spreadsheet has room for every municipality; the page shows those of one office.
        let rows =
            table.rows.filter { $0.level != .municipality }
            + table.municipalities.filter { $0.figures.doctors > 0 || $0.figures.capacity > 0 }
        return ExportTable(
            name: frame[ShortageTexts.title], notes: [frame[ShortageTexts.lede(frame.today)], frame[ShortageTexts.forecastNote]],
            columns: heads.map { ExportColumn($0) },
            rows: rows.map { row in
                let figures = row.figures
                return [
                    .text(table.name(row, frame.language)), .integer(figures.doctors), .integer(figures.without),
                    .integer(figures.supervisors),
                    hours(figures.needed), hours(figures.capacity), hours(figures.short),
                ] + halves.indices.dropFirst().map { hours(ShortagePage.monthly(figures.shortByHalf[$0])) }
            })
    }
}
