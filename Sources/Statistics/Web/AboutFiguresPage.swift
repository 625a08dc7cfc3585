import AlisDomain

/// What every figure means, where it comes from and how it is to be read.
enum AboutFiguresPage {
    static func html(_ frame: Frame) -> Html {
        TextPage(
            title: AboutTexts.title, lede: AboutTexts.lede,
            sections: [
                ("mal", AboutTexts.measures, [.terms(Measure.allCases.map { (name($0), OverviewTexts.definition($0)) })]),
                ("tolking", AboutTexts.readings, [.list(AboutTexts.readingList)]),
                ("tid", AboutTexts.time, AboutTexts.timeParts.map(TextPage.Part.text)),
                ("dekning", AboutTexts.coverage, [.text(FiguresTexts.confirmedDefinition), .text(AboutTexts.coverageMore)]),
                (
                    "sma-tall", FiguresTexts.smallTitle,
                    [
                        .text(FiguresTexts.smallRule), .text(AboutTexts.smallMore), .text(FiguresTexts.halfYearly),
                        .text(AboutTexts.smallRest),
                    ]
                ),
                ("kilder", AboutTexts.sources, [.text(AboutTexts.attribution), .html(sources(frame)), .text(AboutTexts.sourcesMore)]),
            ]
        ).html(frame)
    }

    private static func name(_ measure: Measure) -> Text {
        let name = OverviewTexts.name(measure)
        return Text(capitalised(name.nb), nn: capitalised(name.nn))
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private static func sources(_ frame: Frame) -> Html {
        let rows = AboutTexts.sourceRows.map { source -> Html in
            "<tr><th scope=\"row\"><a href=\"\(source.link)\">\(source.name)</a></th><td>\(frame[source.what])</td><td>\(source.licence)</td></tr>"
        }
        let heads = [AboutTexts.source, AboutTexts.gives, AboutTexts.licence].map { "<th scope=\"col\">\(frame[$0])</th>" as Html }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(frame[AboutTexts.sources])">
            <table class="texts"><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
