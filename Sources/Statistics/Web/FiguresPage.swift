import AlisDomain

/// The public figures of one day, for the nation, regions, offices and counties.
enum FiguresPage {
    static func html(_ figures: OpenFigures, _ address: FiguresAddress, _ frame: Frame) -> Html {
        """
        <div class="head"><div><h1>\(frame[FiguresTexts.heading])</h1>
        <p class="lede">\(frame[FiguresTexts.lede(figures.day)]) <a href="/om-tallene">\(frame[OverviewTexts.whatCounts])</a></p></div>
        <p class="acts"><a class="btn quiet" href="\(FiguresAddress.link(figures.day, path: "/tall.xlsx"))">\(frame[CommonTexts.downloadXLSX])</a>\
        <a class="btn quiet" href="\(FiguresAddress.link(figures.day, path: "/tall.csv"))">\(frame[CommonTexts.downloadCSV])</a></p></div>
        \(Form.errorSummary(address.problems, frame))
        \(chooser(figures, address, frame))
        \(keyFigures(figures, frame))
        \(table(figures, frame))
        \(explanation(figures, frame))
        """
    }

    private static func chooser(_ figures: OpenFigures, _ address: FiguresAddress, _ frame: Frame) -> Html {
        let isMoved = address.problems.isEmpty && address.day != figures.day
        return """
            <form class="filters" action="/tall" aria-label="\(frame[OverviewTexts.filters])">
            \(Form.text("per", frame[OverviewTexts.asOf], value: figures.day.iso, problems: address.problems, type: "date", frame))
            <button class="btn">\(frame[CommonTexts.show])</button></form>
            <p class="note">\(isMoved ? "\(frame[FiguresTexts.moved(figures.day)]) " as Html : .empty)\(frame[FiguresTexts.monthly])</p>
            """
    }

    private static func keyFigures(_ figures: OpenFigures, _ frame: Frame) -> Html {
        guard let nation = figures.nation else { return .empty }
        var keys = OpenFigures.measures.map { measure -> Html in
            KeyFigure.html(
                FiguresTexts.count(nation[measure], frame), frame[OverviewTexts.name(measure)],
                definition: frame[OverviewTexts.definition(measure)], link: nil, isWarning: false, frame)
        }
        keys.append(
            KeyFigure.html(
                FiguresTexts.rate(nation, frame), frame[FiguresTexts.perTenThousand], definition: frame[FiguresTexts.rateDefinition],
                link: nil, isWarning: false, frame))
        keys.append(
            KeyFigure.html(
                Format.percent(nation.confirmed, of: nation.municipalities), frame[OverviewTexts.confirmedShare],
                definition: frame[OverviewTexts.coverage(nation.confirmed, of: nation.municipalities)], link: nil, isWarning: false, frame))
        return "<section class=\"keys\" aria-label=\"\(frame[FiguresTexts.national])\">\(keys)</section>"
    }

    private static func table(_ figures: OpenFigures, _ frame: Frame) -> Html {
        let heads = FiguresTexts.columns.map { "<th scope=\"col\">\(frame[$0])</th>" as Html }
        let firsts = firstOfCounty(figures)
        let rows = figures.rows.enumerated().map { place, row in tableRow(row, isFirst: firsts.contains(place), frame) }
        return """
            <section><h2>\(frame[FiguresTexts.byPlace])</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="\(frame[FiguresTexts.byPlace])"><table class="cards pairs tree">
            <caption class="hidden-visually">\(frame[FiguresTexts.caption(figures.day)])</caption>
            <thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    /// A county under two offices has two rows; links lead to the first.
    private static func firstOfCounty(_ figures: OpenFigures) -> Set<Int> {
        var seen: Set<String> = []
        return Set(figures.rows.indices.filter { figures.rows[$0].level == .county && seen.insert(figures.rows[$0].key).inserted })
    }

    private static func tableRow(_ row: OpenFigures.Row, isFirst: Bool, _ frame: Frame) -> Html {
        let id: Html = row.level == .county && isFirst ? "id=\"fylke-\(row.key)\"" : .empty
        let cells = OpenFigures.measures.map { measure -> Html in
            let label = frame[FiguresTexts.column(measure)]
            guard let count = row[measure] else {
                return "<td data-label=\"\(label)\" class=\"hidden-count\">\(frame[FiguresTexts.hidden])</td>"
            }
            return "<td data-label=\"\(label)\"\(flag: " class=\"strong\"", measure == .active)>\(Format.number(count))</td>"
        }
        let coverage: Html =
            row.level == .unplaced
            ? "<td></td><td></td>"
            : """
            <td data-label="\(frame[FiguresTexts.rateColumn])">\(FiguresTexts.rate(row, frame))</td>\
            <td data-label="\(frame[OverviewTexts.confirmed])">\(frame[OverviewTexts.confirmedOf(row.confirmed, row.municipalities)])</td>
            """
        return
            "<tr class=\"level-\(row.level.rawValue)\" \(id)><th scope=\"row\">\(FiguresTexts.name(row, frame))</th>\(cells)\(coverage)</tr>"
    }

    private static func explanation(_ figures: OpenFigures, _ frame: Frame) -> Html {
        let terms = OpenFigures.measures.map { measure -> Html in
            "<dt>\(frame[FiguresTexts.column(measure)])</dt><dd>\(frame[OverviewTexts.definition(measure)])</dd>"
        }
        return """
            <section class="narrow"><h2>\(frame[FiguresTexts.smallTitle])</h2><p>\(frame[FiguresTexts.smallRule])</p>
            \(figures.isSomethingHidden ? .empty : "<p>\(frame[FiguresTexts.nothingHidden])</p>" as Html)</section>
            <section class="narrow"><h2>\(frame[FiguresTexts.definitions])</h2><dl class="facts">\(terms)\
            <dt>\(frame[FiguresTexts.rateColumn])</dt><dd>\(frame[FiguresTexts.rateDefinition])</dd>\
            <dt>\(frame[OverviewTexts.confirmed])</dt><dd>\(frame[FiguresTexts.confirmedDefinition])</dd></dl>
            <p><a href="/om-tallene">\(frame[FiguresTexts.more])</a></p></section>
            """
    }
}
