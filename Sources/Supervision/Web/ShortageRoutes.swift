import AlisDomain

/// Where there is too little supervision: figures and a map, no names.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /veiledere/mangel, .csv, .xlsx | writers and the Directorate |
struct ShortageRoutes {
    let desk: SupervisionDesk

    static let readers: Set<Role> = Set<Role>.writers.union([.directorate])

    var routes: [Route] {
        [
            Route.restricted(.get, Addresses.shortage, to: Self.readers) { visit, viewer in
                let scope = try await desk.scope(visit, viewer)
                let table = ShortageTable(scope.view, office: OfficeCode(visit.query["kontor"]))
                return visit.page(visit.frame[ShortageTexts.title], ShortagePage.html(table, scope, visit.frame)).reusable()
            }
        ]
            + Route.files(Addresses.shortage, to: Self.readers) { visit, viewer in
                let table = ShortageTable(try await desk.scope(visit, viewer).view, office: OfficeCode(visit.query["kontor"]))
                let columns = ShortagePage.columns(table, visit.frame)
                let notes = [visit.frame[ShortageTexts.lede(visit.today)], visit.frame[ShortageTexts.forecastNote]]
                return TakenOut(
                    [ListTable(visit.frame[ShortageTexts.title], columns).file(table.everywhere, notes: notes)],
                    name: "veiledermangel-\(visit.today.iso)")
            }
    }
}

/// The shortage as a table: the nation, regions, offices, and the municipalities of the office that is asked for (or of all).
struct ShortageTable: Sendable {
    struct Row: Sendable {
        enum Level: Int, Sendable { case nation, region, office, municipality, unplaced }
        let level: Level
        let name: String
        /// The address of the office's municipalities, or of the municipality.
        let link: String?
        let municipality: MunicipalityID?
        let figures: SupervisionShortage.Figures
    }

    static let halves = 5

    let shortage: SupervisionShortage
    let rows: [Row]
    /// Every municipality, for the map and the files.
    let municipalities: [Row]
    let office: OfficeCode?
    let tiles: [MunicipalityID: Tile]

    init(_ view: SupervisionView, office asked: OfficeCode?) {
        let (directory, reference, day) = (view.register.directory, view.register.reference, view.today)
        let places = view.register.places(on: day)
        let shortage = SupervisionShortage(
            view.book, on: day, halves: Self.halves, home: { view.homes[$0] }, place: { places.current($0) })
        let today = directory.municipalities(on: day)
        func row(_ stretch: MunicipalityStretch) -> Row {
            Row(
                level: .municipality, name: stretch.facts.name,
                link: directory.address(of: stretch.municipality, on: day),
                municipality: stretch.municipality,
                figures: shortage.sum([stretch.municipality]))
        }
        let all = today.map(row)
        var rows = [Row(level: .nation, name: "", link: nil, municipality: nil, figures: shortage.sum(today.map(\.municipality)))]
        let offices = reference.offices(on: day)
        for region in reference.regions.map(\.value).sorted(by: { $0.code < $1.code }) {
            let mine = offices.filter { $0.region == region.code }
            if mine.isEmpty { continue }
            let codes = Set(mine.map(\.code))
            let within = today.filter { $0.facts.office.map { codes.contains($0) } ?? false }
            rows.append(
                Row(level: .region, name: region.name, link: nil, municipality: nil, figures: shortage.sum(within.map(\.municipality))))
            for office in mine {
                let own = within.filter { $0.facts.office == office.code }
                rows.append(
                    Row(
                        level: .office, name: office.name, link: "\(Addresses.shortage())?kontor=\(office.code.code)#tabell",
                        municipality: nil,
                        figures: shortage.sum(own.map(\.municipality))))
                if asked == office.code {
                    rows += own.map(row).filter { $0.figures.doctors > 0 || $0.figures.capacity > 0 }
                        .sorted { ($1.figures.short, $0.name) < ($0.figures.short, $1.name) }
                }
            }
        }
        if shortage.unplaced.doctors > 0 {
            rows.append(Row(level: .unplaced, name: "", link: nil, municipality: nil, figures: shortage.unplaced))
        }
        self.shortage = shortage
        self.rows = rows
        municipalities = all
        office = asked
        tiles = reference.tilesByMunicipality
    }

    /// A spreadsheet has room for every municipality; the page shows those of one office.
    var everywhere: [Row] {
        rows.filter { $0.level != .municipality } + municipalities.filter { $0.figures.doctors > 0 || $0.figures.capacity > 0 }
    }

    func name(_ row: Row, _ language: LanguageForm) -> String {
        switch row.level {
        case .nation: OverviewTexts.wholeCountry[language]
        case .unplaced: OverviewTexts.noMunicipality[language]
        case .region, .office, .municipality: row.name
        }
    }
}
