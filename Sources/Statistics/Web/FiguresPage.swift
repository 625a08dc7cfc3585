import AlisDomain

/// What is published for one day, for the nation, regions, offices and counties: how many there are, and what happened the year before.
enum FiguresPage {
    static func html(_ figures: PublishedFigures, _ address: FiguresAddress, _ frame: Frame) -> Html {
        """
        <div class="head"><div><h1>\(frame[FiguresTexts.heading])</h1>
        <p class="lede">\(frame[FiguresTexts.lede(figures)]) <a href="\(Addresses.aboutFigures())">\(frame[OverviewTexts.whatCounts])</a></p></div>
        <p class="acts"><a class="btn quiet" href="\(FiguresAddress.link(figures.day, path: Addresses.figures.file("xlsx")()))">\(frame[CommonTexts.downloadXLSX])</a>\
        <a class="btn quiet" href="\(FiguresAddress.link(figures.day, path: Addresses.figures.file("csv")()))">\(frame[CommonTexts.downloadCSV])</a></p></div>
        \(Form.errorSummary(address.problems, frame))
        \(chooser(figures, address, frame))
        \(keyFigures(figures, frame))
        \(stocks(figures, frame))
        \(flows(figures, frame))
        \(explanation(figures, frame))
        """
    }

    private static func chooser(_ figures: PublishedFigures, _ address: FiguresAddress, _ frame: Frame) -> Html {
        let moved: Html =
            address.askedFor.map { asked in
                "<p class=\"next-plain\" role=\"status\">\(frame[FiguresTexts.moved(from: asked, to: figures.day)])</p>"
            } ?? .empty
        let days = figures.plan.days.map { (value: $0.iso, text: $0.norwegian) }
        return """
            \(moved)<form class="filters" action="\(Addresses.figures())" aria-label="\(frame[CommonTexts.filters])">
            \(Form.select(
                "per", frame[OverviewTexts.asOf], value: figures.day.iso, options: days, problems: address.problems, frame))
            <button class="btn">\(frame[CommonTexts.show])</button></form>
            <p class="note">\(frame[FiguresTexts.halfYearly])</p>
            """
    }

    private static func keyFigures(_ figures: PublishedFigures, _ frame: Frame) -> Html {
        guard let nation = figures.stocks.nation else { return .empty }
        func key(_ measure: Measure, _ row: OpenFigures.Row?) -> Html {
            KeyFigure.html(
                FiguresTexts.count(row?[measure], frame), frame[FiguresTexts.name(measure, year: figures.year)],
                definition: frame[FiguresTexts.definition(measure, year: figures.year)], link: nil, isWarning: false, frame)
        }
        let keys =
            OpenFigures.stocks.map { key($0, nation) } + OpenFigures.flows.map { key($0, figures.flows.nation) } + [
                KeyFigure.html(
                    FiguresTexts.rate(nation, frame), frame[FiguresTexts.perTenThousand], definition: frame[FiguresTexts.rateDefinition],
                    link: nil, isWarning: false, frame),
                KeyFigure.html(
                    Format.percent(nation.confirmed, of: nation.municipalities), frame[OverviewTexts.confirmedShare],
                    definition: frame[OverviewTexts.coverage(nation.confirmed, of: nation.municipalities)], link: nil, isWarning: false,
                    frame),
            ]
        return "<section class=\"keys\" aria-label=\"\(frame[FiguresTexts.national])\">\(keys)</section>"
    }

    private static func stocks(_ figures: PublishedFigures, _ frame: Frame) -> Html {
        let firsts = firstOfCounty(figures.stocks)
        let rows = figures.stocks.rows.enumerated().map { place, row -> Html in
            let id: Html = row.level == .county && firsts.contains(place) ? "id=\"fylke-\(row.key)\"" : .empty
            let coverage: Html =
                row.level == .unplaced
                ? "<td></td><td></td>"
                : """
                <td data-label="\(frame[FiguresTexts.rateColumn])">\(FiguresTexts.rate(row, frame))</td>\
                <td data-label="\(frame[OverviewTexts.confirmed])">\(frame[OverviewTexts.confirmedOf(row.confirmed, row.municipalities)])</td>
                """
            return tableRow(row, OpenFigures.stocks, year: figures.year, id: id, rest: coverage, frame)
        }
        let heads =
            OpenFigures.stocks.map { FiguresTexts.column($0, year: figures.year) } + [FiguresTexts.rateColumn, OverviewTexts.confirmed]
        return table(FiguresTexts.byPlace, caption: FiguresTexts.caption(figures.day), heads, rows, frame)
    }

    private static func flows(_ figures: PublishedFigures, _ frame: Frame) -> Html {
        let rows = figures.flows.rows.map { tableRow($0, OpenFigures.flows, year: figures.year, id: .empty, rest: .empty, frame) }
        return table(
            FiguresTexts.flowTitle(figures.year), caption: FiguresTexts.flowCaption(figures.year),
            OpenFigures.flows.map { FiguresTexts.column($0, year: figures.year) }, rows, frame)
    }

    private static func table(_ title: Text, caption: Text, _ heads: [Text], _ rows: [Html], _ frame: Frame) -> Html {
        """
        <section><h2>\(frame[title])</h2>
        <div class="scroll" tabindex="0" role="region" aria-label="\(frame[title])"><table class="cards pairs tree">
        <caption class="hidden-visually">\(frame[caption])</caption>
        <thead><tr>\(([OverviewTexts.place] + heads).map { "<th scope=\"col\">\(frame[$0])</th>" as Html })</tr></thead>\
        <tbody>\(rows)</tbody></table></div></section>
        """
    }

    /// A county under two offices has two rows; links lead to the first.
    private static func firstOfCounty(_ figures: OpenFigures) -> Set<Int> {
        var seen: Set<String> = []
        return Set(figures.rows.indices.filter { figures.rows[$0].level == .county && seen.insert(figures.rows[$0].key).inserted })
    }

    private static func tableRow(
        _ row: OpenFigures.Row, _ measures: [Measure], year: Int, id: Html, rest: Html, _ frame: Frame
    ) -> Html {
        let cells = measures.map { measure -> Html in
            let label = frame[FiguresTexts.column(measure, year: year)]
            guard let count = row[measure] else {
                return "<td data-label=\"\(label)\" class=\"hidden-count\">\(frame[FiguresTexts.hidden])</td>"
            }
            return "<td data-label=\"\(label)\"\(flag: " class=\"strong\"", measure == .active)>\(Format.number(count))</td>"
        }
        return
            "<tr class=\"level-\(row.level.rawValue)\" \(id)><th scope=\"row\">\(FiguresTexts.name(row, frame))</th>\(cells)\(rest)</tr>"
    }

    private static func explanation(_ figures: PublishedFigures, _ frame: Frame) -> Html {
        let terms = OpenFigures.measures.map { measure -> Html in
            """
            <dt>\(frame[FiguresTexts.column(measure, year: figures.year)])</dt>\
            <dd>\(frame[FiguresTexts.definition(measure, year: figures.year)])</dd>
            """
        }
        return """
            <section class="narrow"><h2>\(frame[FiguresTexts.smallTitle])</h2><p>\(frame[FiguresTexts.smallRule])</p>
            \(figures.isSomethingHidden ? .empty : "<p>\(frame[FiguresTexts.nothingHidden])</p>" as Html)</section>
            <section class="narrow"><h2>\(frame[FiguresTexts.definitions])</h2><dl class="facts">\(terms)\
            <dt>\(frame[FiguresTexts.rateColumn])</dt><dd>\(frame[FiguresTexts.rateDefinition])</dd>\
            <dt>\(frame[OverviewTexts.confirmed])</dt><dd>\(frame[FiguresTexts.confirmedDefinition])</dd></dl>
            <p><a href="\(Addresses.aboutFigures())">\(frame[FiguresTexts.more])</a></p></section>
            """
    }
}
