import AlisDomain

/// What the front page shows to those who are not signed in.
struct FrontModel: Sendable {
    let figures: OpenFigures
    /// Each municipality's place in the map with its county: the municipality's own figure is not here.
    let map: [(tile: Tile, key: String, name: String, county: String, countyName: String)]
    let deadline: Deadline?
    let isDemo: Bool

    static func places(_ view: RegisterView, on day: CalendarDay) -> [(
        tile: Tile, key: String, name: String, county: String, countyName: String
    )] {
        let tiles = view.reference.tilesByMunicipality
        let counties = Dictionary(view.reference.counties(on: day).map { ($0.number, $0.name) }, uniquingKeysWith: { first, _ in first })
        return view.directory.municipalities(on: day).compactMap { stretch in
            guard let tile = tiles[stretch.municipality] else { return nil }
            let county = stretch.facts.countyNumber
            return (tile, stretch.municipality.key, stretch.facts.name, county, counties[county] ?? county)
        }
    }
}

/// The front page: Norway as hexagons in its counties' colours, and in plain words what Alis is.
enum FrontPage {
    static func html(_ model: FrontModel, _ frame: Frame) -> Html {
        """
        <div class="front"><div class="front-words">\(words(model, frame))</div>
        <section class="map" aria-labelledby="kart">\(map(model, frame))</section></div>
        """
    }

    private static func words(_ model: FrontModel, _ frame: Frame) -> Html {
        let nation = model.figures.nation
        let count = nation?[.active]
        return """
            <h1>\(frame[count.map { FrontTexts.heading($0) } ?? FrontTexts.headingWithout])</h1>
            <p class="lede">\(frame[FrontTexts.whatItIs])</p>
            <p class="acts"><a class="btn" href="\(Addresses.signIn())">\(frame[model.isDemo ? FrontTexts.tryIt : CommonTexts.signIn])</a></p>
            <ul class="waiting">\(newScheme(model, frame))\(deadline(model, frame))</ul>
            <p><a href="\(FiguresAddress.link(model.figures.day))">\(frame[FrontTexts.seeFigures])</a></p>
            <p class="note">\(frame[FrontTexts.asOf(model.figures.day)]) <a href="\(Addresses.aboutFigures())">\(frame[OverviewTexts.whatCounts])</a></p>
            """
    }

    private static func newScheme(_ model: FrontModel, _ frame: Frame) -> Html {
        guard let count = model.figures.nation?[.newScheme], let active = model.figures.nation?[.active], active > 0 else { return .empty }
        return "<li><b>\(Format.percent(count, of: active))</b><p>\(frame[FrontTexts.followNew])</p></li>"
    }

    private static func deadline(_ model: FrontModel, _ frame: Frame) -> Html {
        guard let deadline = model.deadline else { return .empty }
        let days = deadline.day.days(since: frame.today)
        guard days >= 0 else { return "<li><b>–</b><p>\(frame[FrontTexts.deadlinePassed(deadline.day)])</p></li>" }
        let old = model.figures.nation?[.oldScheme]
        return """
            <li><b>\(Format.number(days))</b><p>\(frame[FrontTexts.daysLeft(days, deadline.day)]) \
            \(old.map { frame[FrontTexts.stillOld($0)] } ?? "")</p></li>
            """
    }

    private static func map(_ model: FrontModel, _ frame: Frame) -> Html {
        let measure = MapMeasure.perTenThousand
        let legend = CountyShade.legend.enumerated().map { shade, text -> Html in "<span><i class=\"s\(shade)\"></i>\(frame[text])</span>" }
        let cells = model.map.map { place -> HexagonMap.Cell in
            let county = model.figures.county(place.county)
            return HexagonMap.Cell(
                tile: place.tile, shade: CountyShade.shade(county), title: "\(place.countyName): \(CountyShade.words(county, frame))",
                link: FiguresAddress.link(model.figures.day, county: place.county))
        }
        let labels = ["tromso", "bodo", "trondheim", "bergen", "kristiansand"].compactMap { key -> (tile: Tile, name: String)? in
            model.map.first { $0.key == key }.map { ($0.tile, $0.name) }
        }
        return """
            <h2 id="kart">\(frame[FrontTexts.mapTitle])</h2>
            <div class="legend">\(legend)</div>
            \(HexagonMap(cells: cells, title: frame[measure.name], labels: labels).html(frame))
            <p class="note">\(frame[FrontTexts.mapNote]) <a href="\(FiguresAddress.link(model.figures.day))">\(frame[OverviewTexts.asTable])</a></p>
            """
    }
}

/// A county's colour: counties are more alike than municipalities, so the limits lie closer.
enum CountyShade {
    /// Tenths of a doctor per 10,000 inhabitants at which each shade, from the second, begins.
    private static let limits = [35, 40, 43, 46]

    static let legend: [Text] = [
        FiguresTexts.hidden, Text("under 3,5", nn: "under 3,5"), Text(same: "3,5–3,9"), Text(same: "4,0–4,2"), Text(same: "4,3–4,5"),
        Text("4,6 eller mer", nn: "4,6 eller meir"),
    ]

    static func shade(_ row: OpenFigures.Row?) -> Int {
        guard let count = row?[.active], let population = row?.population, population > 0 else { return 0 }
        // Rounded as the figure is written, so that colour and figure agree.
        let tenths = (count * 200_000 + population) / (2 * population)
        return 1 + limits.count { tenths >= $0 }
    }

    /// `231 ALIS, 4,2 per 10 000 innbyggere`.
    static func words(_ row: OpenFigures.Row?, _ frame: Frame) -> String {
        guard let row, let count = row[.active] else { return frame[FiguresTexts.hidden] }
        return "\(Format.number(count)) ALIS, \(FiguresTexts.rate(row, frame)) \(frame[FiguresTexts.perTenThousand])"
    }
}
