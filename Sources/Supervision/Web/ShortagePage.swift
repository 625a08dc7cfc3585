import AlisDomain

/// The shortage as a map and a table.
enum ShortagePage {
    static func html(_ table: ShortageTable, _ scope: SupervisionScope, _ frame: Frame) -> Html {
        let query = table.office.map { "?kontor=\($0.code)" } ?? ""
        let nation = table.rows.first?.figures
        func key(_ value: String, _ name: Text, _ why: Text, isWarning: Bool = false) -> Html {
            KeyFigure.html(value, frame[name], definition: frame[why], link: nil, isWarning: isWarning, frame)
        }
        let keys: Html =
            nation.map { figures in
                """
                <div class="keys">\(key(Format.number(figures.doctors), ShortageTexts.doctors, ShortageTexts.doctorsWhy))\
                \(key(Format.number(figures.without), ShortageTexts.without, ShortageTexts.withoutWhy, isWarning: figures.without > 0))\
                \(key(Format.number(figures.supervisors), ShortageTexts.supervisors, ShortageTexts.supervisorsWhy))\
                \(key(hours(figures.needed), ShortageTexts.needed, ShortageTexts.neededWhy(SupervisionTexts.rule(scope.view.book.rates, on: frame.today))))\
                \(key(hours(figures.capacity), ShortageTexts.capacity, ShortageTexts.capacityWhy))</div>
                """
            } ?? .empty
        return """
            <div class="head"><div><h1>\(frame[ShortageTexts.heading])</h1><p class="lede">\(frame[ShortageTexts.lede(frame.today)])</p></div>
            <p class="acts">\(TakenOut.links(Addresses.shortage(), query: query, frame))</p></div>
            \(SupervisionTabs.html(Addresses.shortage(), scope, frame))\(keys)
            <div class="map-beside"><section>\(map(table, frame))</section><section>\(figures(table, frame))</section></div>
            """
    }

    /// Minutes of a whole half-year, as they come to a month: every column of the table has one unit.
    static func monthly(_ minutes: Int) -> Int { minutes / 6 }

    static func hours(_ minutes: Int) -> String { Format.number((minutes + (minutes < 0 ? -30 : 30)) / 60) }

    // MARK: Map

    private static func map(_ table: ShortageTable, _ frame: Frame) -> Html {
        let cells = table.municipalities.compactMap { row -> HexagonMap.Cell? in
            guard let id = row.municipality, let tile = table.tiles[id] else { return nil }
            let missing = row.figures.short
            return HexagonMap.Cell(
                tile: tile, shade: shade(row.figures),
                title: "\(row.name): \(frame[missing > 0 ? ShortageTexts.missing(HoursText.hours(missing)) : ShortageTexts.enough])",
                link: row.link)
        }
        let legend = ShortageTexts.legend.enumerated().map { index, text -> Html in "<span><i class=\"s\(index)\"></i>\(frame[text])</span>"
        }
        let labels = ["tromso", "bodo", "trondheim", "bergen", "kristiansand"].compactMap { key -> (tile: Tile, name: String)? in
            guard let id = MunicipalityID(key), let tile = table.tiles[id],
                let row = table.municipalities.first(where: { $0.municipality == id })
            else { return nil }
            return (tile, row.name)
        }
        return """
            <h2>\(frame[ShortageTexts.mapTitle])</h2><div class="legend">\(legend)</div>
            \(HexagonMap(cells: cells, title: frame[ShortageTexts.mapTitle], labels: labels).html(frame))
            <p class="note">\(frame[OverviewTexts.oneHexagon]) <a href="#tabell">\(frame[OverviewTexts.asTable])</a></p>
            """
    }

    /// By hours missing to a month: enough, up to one full-time doctor's, two, four, eight, more.
    private static func shade(_ figures: SupervisionShortage.Figures) -> Int {
        switch figures.short {
        case ...0: 0
        case ...210: 1
        case ...420: 2
        case ...840: 3
        case ...1680: 4
        default: 5
        }
    }

    // MARK: Table

    /// What is said of a place, on the page and in a file: hours in a month, whole on the page.
    static func columns(_ table: ShortageTable, _ frame: Frame) -> [ListColumn<ShortageTable.Row>] {
        typealias Column = ListColumn<ShortageTable.Row>
        /// What is nothing is left out of a phone's cards.
        func quiet(_ value: Int, _ text: String) -> Html { value > 0 ? "\(text)" : "<span class=\"nil\">\(text)</span>" }
        func minutes(_ title: Text, _ minutes: @escaping (SupervisionShortage.Figures) -> Int, cell: ((Int) -> Html)? = nil) -> Column {
            Column(frame[title], value: { .decimal(Double(minutes($0.figures)) / 60) }) { row in
                cell?(minutes(row.figures)) ?? "\(hours(minutes(row.figures)))"
            }
        }
        let first = [
            Column(frame[ShortageTexts.place], value: { .text(table.name($0, frame.language)) }) { row in
                let name = table.name(row, frame.language)
                return row.link.map { "<a href=\"\($0)\">\(name)</a>" } ?? "<b>\(name)</b>"
            },
            Column(frame[ShortageTexts.doctors], value: { .integer($0.figures.doctors) }),
            Column(frame[ShortageTexts.without], value: { .integer($0.figures.without) }) { row in
                quiet(row.figures.without, Format.number(row.figures.without))
            },
            Column(frame[ShortageTexts.supervisors], in: .file, value: { .integer($0.figures.supervisors) }),
            minutes(ShortageTexts.needed, \.needed), minutes(ShortageTexts.capacity, \.capacity),
            minutes(ShortageTexts.short, \.short) { "<span\(flag: " class=\"v-stop\"", $0 > 0)>\(hours($0))</span>" },
        ]
        return first
            + table.shortage.halves.enumerated().dropFirst().map { index, half in
                minutes(ShortageTexts.short(half), { monthly($0.shortByHalf[index]) }) { quiet($0, hours($0)) }
            }
    }

    private static func figures(_ table: ShortageTable, _ frame: Frame) -> Html {
        """
        <h2 id="tabell">\(frame[ShortageTexts.tableTitle])</h2>
        \(ListTable(frame[ShortageTexts.tableTitle], columns(table, frame)).html(table.rows))
        <p class="note">\(frame[ShortageTexts.forecastNote])</p>
        """
    }
}

/// Texts of the shortage.
enum ShortageTexts {
    static let title = Text("Mangel", nn: "Mangel")
    static let heading = Text("Hvor mangler det veiledning?", nn: "Kvar manglar det rettleiing?")
    static func lede(_ day: CalendarDay) -> Text {
        Text(
            "Det legene trenger av veiledning, mot det veilederne som bor der kan gi. Per \(day.norwegian).",
            nn: "Det legane treng av rettleiing, mot det rettleiarane som bur der kan gi. Per \(day.norwegian).")
    }
    static let place = Text("Sted", nn: "Stad")
    static let doctors = Text("ALIS i tjeneste", nn: "ALIS i teneste")
    static let doctorsWhy = Text(
        "Leger i ny ordning, allmennmedisin, med arbeidssted i dag og ikke i full permisjon.",
        nn: "Legar i ny ordning, allmennmedisin, med arbeidsstad i dag og ikkje i full permisjon.")
    static let without = Text("Uten veileder", nn: "Utan rettleiar")
    static let withoutWhy = Text("Av disse: ingen veileder registrert i dag.", nn: "Av desse: ingen rettleiar registrert i dag.")
    static let supervisors = Text("Veiledere med tid", nn: "Rettleiarar med tid")
    static let supervisorsWhy = Text(
        "Registrert med kapasitet i dag, og spesialist, på unntak eller ikke undersøkt.",
        nn: "Registrert med kapasitet i dag, og spesialist, på unntak eller ikkje undersøkt.")
    static let needed = Text("Trengs, t/md.", nn: "Trengst, t/md.")
    static func neededWhy(_ rule: Text) -> Text {
        Text("\(rule.nb), ganget med stillingen.", nn: "\(rule.nn), gonga med stillinga.")
    }
    static let capacity = Text("Kapasitet, t/md.", nn: "Kapasitet, t/md.")
    static let capacityWhy = Text("Timer i måneden som veilederne har oppgitt.", nn: "Timar i månaden som rettleiarane har oppgitt.")
    static let short = Text("Mangler nå, t/md.", nn: "Manglar no, t/md.")
    static func short(_ half: HalfYear) -> Text {
        Text("Mangler \(Format.halfYear(half, .bokmal)), t/md.", nn: "Manglar \(Format.halfYear(half, .nynorsk)), t/md.")
    }
    static let mapTitle = Text("Timer som mangler i måneden", nn: "Timar som manglar i månaden")
    static let tableTitle = Text(
        "Timer i måneden, nå og i de neste halvårene", nn: "Timar i månaden, no og i dei neste halvåra")
    static func missing(_ hours: String) -> Text { Text("mangler \(hours) timer i måneden", nn: "manglar \(hours) timar i månaden") }
    static let enough = Text("nok", nn: "nok")
    static let legend = [
        Text("nok", nn: "nok"), Text("inntil 3,5 t", nn: "inntil 3,5 t"), Text(same: "3,5–7"), Text(same: "7–14"), Text(same: "14–28"),
        Text("over 28 t", nn: "over 28 t"),
    ]
    static let forecastNote = Text(
        "Mangler er summen av det som mangler i kommunene som har for lite; andres overskudd er ikke trukket fra. Alle timer er i måneden. Halvårene viser det som mangler da: leger som alt er i gang, til de ventes ferdige, mot oppgitt kapasitet. Nye leger er ikke regnet med. Veiledning kan gis over kommunegrensen: en kommune som mangler, kan ha hjelp i nabokommunen.",
        nn:
            "Manglar er summen av det som manglar i kommunane som har for lite; overskotet til andre er ikkje trekt frå. Alle timar er i månaden. Halvåra viser det som manglar då: legar som alt er i gang, til dei er venta ferdige, mot oppgitt kapasitet. Nye legar er ikkje rekna med. Rettleiing kan bli gitt over kommunegrensa: ein kommune som manglar, kan ha hjelp i nabokommunen."
    )
}
