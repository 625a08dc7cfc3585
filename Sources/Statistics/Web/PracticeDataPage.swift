import AlisCast
import AlisDomain

/// How close the practice data come to public figures, and how they are made.
enum PracticeDataPage {
    static func html(_ data: PracticeData?, isDemo: Bool, _ frame: Frame) -> Html {
        guard let data else {
            return """
                <div class="narrow"><h1>\(frame[PracticeTexts.title])</h1>
                <p class="empty">\(frame[isDemo ? PracticeTexts.notCounted : PracticeTexts.notPractice])</p></div>
                """
        }
        let within = data.comparisons.count(where: \.isWithin)
        return """
            <h1>\(frame[PracticeTexts.title])</h1><p class="lede">\(frame[PracticeTexts.lede])</p>
            <ul>\(PracticeTexts.madeUp.map { "<li>\(frame[$0])</li>" as Html })</ul>
            <section><h2>\(frame[PracticeTexts.closeness])</h2>
            <p class="\(within == data.comparisons.count ? "done" : "next-plain")">\(frame[PracticeTexts.within(within, of: data.comparisons.count)])</p>
            <p>\(frame[PracticeTexts.howCompared])</p>
            \(table(data, frame))</section>
            \(others(frame))
            <section class="narrow"><h2>\(frame[PracticeTexts.again])</h2><p>\(frame[PracticeTexts.sameSeed])</p>
            <p><code>alis demo --database ny.sqlite --seed \(String(data.seed)) --scale \(data.scale) --today \(data.historyEnds.iso)</code></p>
            <p class="note">\(frame[PracticeTexts.made(data.madeAt, until: data.historyEnds)])</p></section>
            """
    }

    private static func table(_ data: PracticeData, _ frame: Frame) -> Html {
        let heads = PracticeTexts.columns.enumerated().map { place, text -> Html in
            "<th scope=\"col\" class=\"\((2...4).contains(place) ? "num fixed" : place == 5 ? "fixed" : "")\">\(frame[text])</th>"
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(frame[PracticeTexts.closeness])"><table class="texts cards">
            <thead><tr>\(heads)</tr></thead><tbody>\(data.comparisons.map { row($0, frame) })</tbody></table></div>
            """
    }

    private static func row(_ comparison: Calibration.Comparison, _ frame: Frame) -> Html {
        let figure = comparison.figure
        let labels = PracticeTexts.columns.map { frame[$0] }
        let verdict: Html =
            comparison.isWithin
            ? "<span class=\"v-ok\">\(frame[PracticeTexts.isWithin])</span>"
            : "<span class=\"v-no\">\(frame[PracticeTexts.isOutside])</span>"
        return """
            <tr><th scope="row">\(frame[figure.definition])<br><span class="note">\(figure.period) · \
            <a href="\(figure.source)">\(frame[PracticeTexts.source])<span class="hidden-visually">: \(frame[figure.definition]), \(figure.period)</span></a></span></th>\
            <td data-label="\(labels[1])">\(frame[figure.counterpart])</td>\
            <td class="num fixed" data-label="\(labels[2])">\(PracticeTexts.number(figure.value, figure.unit))</td>\
            <td class="num fixed" data-label="\(labels[3])">\(PracticeTexts.number(comparison.own, figure.unit))</td>\
            <td class="num fixed" data-label="\(labels[4])">\(frame[PracticeTexts.deviation(comparison)])</td>\
            <td class="fixed" data-label="\(labels[5])">\(verdict)</td></tr>
            """
    }

    private static func others(_ frame: Frame) -> Html {
        let rows = AlisCast.PublicFigure.withoutCounterpart.map { figure -> Html in
            """
            <li><a href="\(figure.source)">\(frame[figure.definition]), \(figure.period): \(PracticeTexts.number(figure.value, .count))</a>. \
            \(frame[figure.why]).</li>
            """
        }
        return "<section class=\"narrow\"><h2>\(frame[PracticeTexts.notCompared])</h2><ul>\(rows)</ul></section>"
    }
}
