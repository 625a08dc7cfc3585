import AlisDomain

/// Wishes for hospital service and the trend: as pictures, and as tables whose every figure leads to its list.
enum OverviewCharts {
    static func wishes(_ model: OverviewModel, _ frame: Frame) -> Html {
        let summary = model.figures.wishes
        guard !summary.byHalfYear.isEmpty else {
            return "<section><h2>\(frame[OverviewTexts.wishes])</h2><p class=\"note\">\(frame[OverviewTexts.noWishes])</p></section>"
        }
        func cell(_ count: Int, _ half: HalfYear, _ trust: TrustCode?) -> Html {
            if count == 0 { return "<td>–</td>" }
            let list = model.list(.active, setting: [("halvar", half.code), ("foretak", trust?.code)])
            return list.map { "<td><a href=\"\($0)\">\(Format.number(count))</a></td>" } ?? "<td>\(Format.number(count))</td>"
        }
        let halves = summary.byHalfYear.map(\.half)
        let heads = halves.map { "<th scope=\"col\">\(Format.halfYear($0, frame.language))</th>" as Html }
        let rows = summary.byTrust.map { row -> Html in
            "<tr><th scope=\"row\">\(row.name)</th>\(zip(row.counts, halves).map { cell($0, $1, row.trust) })</tr>"
        }
        let total: Html =
            "<tr><th scope=\"row\">\(frame[FollowUpTexts.total])</th>\(summary.byHalfYear.map { cell($0.count, $0.half, nil) })</tr>"
        let shown = summary.byHalfYear.prefix(8)
        return """
            <section><h2>\(frame[OverviewTexts.wishes])</h2>
            \(Charts.bars(shown.map { (Format.halfYear($0.half, frame.language), $0.count) }, title: frame[OverviewTexts.wishes], links: shown.compactMap { model.list(.active, setting: [("halvar", $0.half.code)]) }))
            <details><summary>\(frame[OverviewTexts.wishesByTrust])</summary><div class="scroll" tabindex="0" role="region" aria-label="\(frame[OverviewTexts.wishesByTrust])">
            <table><thead><tr><th scope="col">\(frame[OverviewTexts.trust])</th>\(heads)</tr></thead><tbody>\(rows)\(total)</tbody></table></div></details></section>
            """
    }

    static func trend(_ model: OverviewModel, _ frame: Frame) -> Html {
        // The last point is the day asked about, which is seldom a New Year's Day: it shows its own date.
        let labels = model.figures.trend.map { point in
            point.day.iso.hasSuffix("-01-01") ? String(point.day.year) : String(point.day.norwegian.dropLast(4))
        }
        let series = [
            (frame[OverviewTexts.name(Training.Scheme.new)], model.figures.trend.map { $0.counts[.newScheme] }),
            (frame[OverviewTexts.name(Training.Scheme.old)], model.figures.trend.map { $0.counts[.oldScheme] }),
        ]
        let rows = model.figures.trend.map { point -> Html in
            func cell(_ measure: Measure) -> Html {
                let number = Format.number(point.counts[measure])
                guard point.counts[measure] > 0, let list = model.list(measure, setting: [("per", point.day.iso)]) else {
                    return "<td>\(number)</td>"
                }
                return "<td><a href=\"\(list)\">\(number)</a></td>"
            }
            return """
                <tr><th scope="row"><a href="\(model.address.link(Addresses.overview(), setting: [("per", point.day.iso)]))">\(point.day.norwegian)</a></th>\
                \(cell(.newScheme))\(cell(.oldScheme))</tr>
                """
        }
        let short: Html =
            "\(labels.count > 1 ? .empty : "<p class=\"note\">\(frame[OverviewTexts.oneDayOnly])</p>" as Html)\(model.figures.isTrendCut ? "<p class=\"note\">\(frame[OverviewTexts.officeNotAtWork])</p>" as Html : .empty)"
        return """
            <section><h2>\(frame[OverviewTexts.trend])</h2>\(short)\(Charts.lines(labels, series.map { ($0.0, $0.1) }, title: frame[OverviewTexts.trend]))
            <details><summary>\(frame[OverviewTexts.asTable])</summary><table><thead><tr><th scope="col">\(frame[OverviewTexts.year])</th>\
            <th scope="col">\(frame[OverviewTexts.new])</th><th scope="col">\(frame[OverviewTexts.old])</th></tr></thead>\
            <tbody>\(rows)</tbody></table></details></section>
            """
    }
}
