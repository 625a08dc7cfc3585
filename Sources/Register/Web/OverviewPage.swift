import AlisDomain

/// All that the overview shows, worked out for one question.
struct OverviewModel: Sendable {
    let address: QuestionAddress
    let figures: OverviewFigures
    let mapMeasure: MapMeasure
    let offices: [Office]
    let deadline: Deadline?
    /// Whether the viewer may see the lists behind the figures.
    let maySeeLists: Bool
    let mayImport: Bool

    var question: OverviewQuestion { address.question }
    var table: OverviewTable { figures.table }
    var total: Counts { figures.total }
}

/// The overview: the figures, Norway as hexagons, the table, wishes and the trend.
enum OverviewPage {
    static func html(_ model: OverviewModel, _ frame: Frame) -> Html {
        """
        <div class="head"><div><h1>\(frame[OverviewTexts.heading(model.total[.active])])</h1>
        <p class="lede">\(frame[lede(model)]) <a href="/om-tallene">\(frame[OverviewTexts.whatCounts])</a></p></div>
        <p class="acts">\(model.mayImport ? "<a class=\"btn\" href=\"/innlesing\">\(frame[OverviewTexts.importSpreadsheet])</a>" as Html : .empty)\
        <a class="btn quiet" href="\(model.address.link("/oversikt.xlsx"))">\(frame[CommonTexts.downloadXLSX])</a>\
        <a class="btn quiet" href="\(model.address.link("/oversikt.csv"))">\(frame[CommonTexts.downloadCSV])</a></p></div>
        \(Form.errorSummary(model.address.problems, frame))
        \(filters(model, frame))
        \(keyFigures(model, frame))
        <div class="grid2"><section class="map">\(map(model, frame))</section>
        <div class="right">\(offices(model, frame))\(wishes(model, frame))\(trend(model, frame))</div></div>
        \(places(model, frame))
        """
    }

    private static func lede(_ model: OverviewModel) -> Text {
        OverviewTexts.lede(municipalities: model.table.nation.municipalities, day: model.question.asOf, knownAt: model.address.knownAt)
    }

    // MARK: Filters

    private static func filters(_ model: OverviewModel, _ frame: Frame) -> Html {
        """
        <form class="filters" action="/oversikt" aria-label="\(frame[OverviewTexts.filters])">
        \(QuestionFilters.fields(model.address, offices: model.offices, frame))
        <input type="hidden" name="vis" value="\(model.mapMeasure.rawValue)">
        <button class="btn">\(frame[CommonTexts.show])</button><a class="reset" href="/oversikt">\(frame[OverviewTexts.resetFilters])</a></form>
        """
    }

    // MARK: Key figures

    private static func keyFigures(_ model: OverviewModel, _ frame: Frame) -> Html {
        let days = model.deadline.map { $0.day.days(since: model.question.asOf) }
        var figures: [Html] = []
        for measure in [Measure.newScheme, .oldScheme, .converting, .wishing, .paused, .onLeave, .started, .finished, .expected] {
            var name = frame[OverviewTexts.name(measure)]
            var isWarning = false
            if measure == .oldScheme, let days {
                name = frame[OverviewTexts.oldSchemeDays(days)]
                isWarning = model.total[.oldScheme] > 0
            }
            figures.append(
                KeyFigure.html(
                    Format.number(model.total[measure]), name, definition: frame[OverviewTexts.definition(measure)],
                    link: model.maySeeLists
                        ? model.address.link("/alis", setting: [("maal", QuestionAddress.code(measure)), ("vis", nil)]) : nil,
                    isWarning: isWarning, frame))
        }
        let nation = model.table.nation
        figures.append(
            KeyFigure.html(
                Format.percent(nation.confirmed, of: nation.municipalities), frame[OverviewTexts.confirmedShare],
                definition: frame[OverviewTexts.coverage(nation.confirmed, of: nation.municipalities)],
                link: model.address.link("/kommuner", setting: [("vis", nil)]), isWarning: false, frame))
        return "<section class=\"keys\" aria-label=\"\(frame[OverviewTexts.keyFigures])\">\(figures)</section>"
    }

    // MARK: Map

    private static func map(_ model: OverviewModel, _ frame: Frame) -> Html {
        let measure = model.mapMeasure
        let legend = measure.legend.enumerated().map { shade, text -> Html in
            "<span><i class=\"s\(shade)\"></i>\(frame[text])</span>"
        }
        let choices = MapMeasure.allCases.map { choice -> Html in
            "<option value=\"\(choice.rawValue)\" \(flag: "selected", choice == measure)>\(frame[choice.name])</option>"
        }
        let hidden = FormData(urlEncoded: model.address.query(setting: [("vis", nil)])).pairs.map {
            "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as Html
        }
        let query = model.address.query(setting: [("vis", nil)])
        let asked = query.isEmpty ? "" : "?\(query)"
        var cells: [HexagonMap.Cell] = []
        for row in model.table.rows where row.level == .municipality {
            guard let tile = model.figures.tiles[row.key] else { continue }
            cells.append(
                HexagonMap.Cell(
                    tile: tile, shade: measure.shade(row, on: model.question.asOf),
                    title: "\(row.name): \(measure.value(row, frame.language))",
                    link: model.figures.slugs[row.key].map { "/kommuner/\($0)\(asked)" }))
        }
        let labels = ["tromso", "bodo", "trondheim", "bergen", "kristiansand"].compactMap { key -> (tile: Tile, name: String)? in
            guard let tile = model.figures.tiles[key],
                let row = model.table.rows.first(where: { $0.level == .municipality && $0.key == key })
            else { return nil }
            return (tile, row.name)
        }
        return """
            <h2 id="kart">\(frame[measure.name])</h2>
            <form class="inline" action="/oversikt#kart">\(hidden)<label>\(frame[OverviewTexts.mapShows]) <select name="vis">\(choices)</select></label>
            <button class="btn quiet small">\(frame[CommonTexts.show])</button></form>
            <div class="legend">\(legend)</div>
            \(HexagonMap(cells: cells, title: frame[measure.name], labels: labels).html())
            <p class="note">\(frame[OverviewTexts.oneHexagon]) <a href="#steder">\(frame[OverviewTexts.asTable])</a></p>
            """
    }

    // MARK: Tables

    private static func offices(_ model: OverviewModel, _ frame: Frame) -> Html {
        let rows = model.table.rows.filter { $0.level == .office || $0.level == .nation }
        return """
            <section><h2>\(frame[OverviewTexts.byOffice])</h2><div class="scroll" tabindex="0" role="region" aria-label="\(frame[OverviewTexts.byOffice])">
            <table class="cards">\(tableHead(OverviewTexts.office, frame))
            <tbody>\(rows.map { tableRow($0, model, frame) })</tbody></table></div></section>
            """
    }

    /// Counties unless an office or a county is asked for, or all municipalities are: 357 rows are for those who want them.
    private static func places(_ model: OverviewModel, _ frame: Frame) -> Html {
        let isNarrow = model.question.office != nil || model.question.county != nil || model.question.municipality != nil
        let showsAll = isNarrow || model.address.typed["kommuner"] == "alle"
        let rows = showsAll ? model.table.rows : model.table.rows.filter { $0.level != .municipality }
        let toggle: Html =
            isNarrow
            ? .empty
            : """
            <p><a href="\(model.address.link("/oversikt", setting: [("kommuner", showsAll ? nil : "alle")]))#steder">\
            \(frame[showsAll ? OverviewTexts.hideMunicipalities : OverviewTexts.showMunicipalities])</a></p>
            """
        return """
            <section id="steder"><h2>\(frame[OverviewTexts.byPlace])</h2>\(toggle)<div class="scroll" tabindex="0" role="region" aria-label="\(frame[OverviewTexts.byPlace])">
            <table class="cards tree">\(tableHead(OverviewTexts.place, frame))
            <tbody>\(rows.map { tableRow($0, model, frame) })</tbody></table></div></section>
            """
    }

    private static func tableHead(_ first: Text, _ frame: Frame) -> Html {
        let columns = [
            first, OverviewTexts.municipalities, OverviewTexts.active, OverviewTexts.new, OverviewTexts.old, OverviewTexts.paused,
            OverviewTexts.wantsHospital, OverviewTexts.confirmed,
        ]
        return "<thead><tr>\(columns.map { "<th scope=\"col\">\(frame[$0])</th>" as Html })</tr></thead>"
    }

    private static func tableRow(_ row: OverviewTable.Row, _ model: OverviewModel, _ frame: Frame) -> Html {
        let filter: (String, String)? =
            switch row.level {
            case .office: ("kontor", row.key)
            case .county: ("fylke", row.key)
            case .municipality: ("kommune", row.key)
            case .nation, .region, .unplaced: nil
            }
        func cell(_ text: Text, _ measure: Measure, isStrong: Bool = false) -> Html {
            let number = Format.number(row.counts[measure])
            let label = frame[text]
            // Before there were offices, their municipalities stand under none, and no list can be asked for by that.
            let hasList = row.level == .nation || !(filter?.1.isEmpty ?? true)
            let canLink = model.maySeeLists && row.counts[measure] > 0 && hasList
            guard canLink else { return "<td data-label=\"\(label)\"\(flag: " class=\"strong\"", isStrong)>\(number)</td>" }
            let link = model.address.link(
                "/alis", setting: [("maal", QuestionAddress.code(measure)), ("vis", nil)] + (filter.map { [($0.0, $0.1)] } ?? []))
            return "<td data-label=\"\(label)\"\(flag: " class=\"strong\"", isStrong)><a href=\"\(link)\">\(number)</a></td>"
        }
        let isOne = row.level == .municipality
        let confirmed: Html =
            isOne
            ? "<td data-label=\"\(frame[OverviewTexts.confirmed])\">\(row.lastConfirmed?.norwegian ?? "–")</td>"
            : """
            <td data-label="\(frame[OverviewTexts.confirmed])"><meter class="bar" min="0" max="\(max(row.municipalities, 1))" value="\(row.confirmed)" \
            aria-hidden="true"></meter> \(frame[OverviewTexts.confirmedOf(row.confirmed, row.municipalities)])</td>
            """
        return """
            <tr class="level-\(row.level.rawValue)"><th scope="row">\(name(row, filter, model, frame))</th>\
            <td data-label="\(frame[OverviewTexts.municipalities])">\(isOne || row.level == .unplaced ? "" : Format.number(row.municipalities))</td>\
            \(cell(OverviewTexts.active, .active, isStrong: true))\(cell(OverviewTexts.new, .newScheme))\(cell(OverviewTexts.old, .oldScheme))\
            \(cell(OverviewTexts.paused, .paused))\(cell(OverviewTexts.wantsHospital, .wishing))\
            \(row.level == .unplaced ? "<td></td>" : confirmed)</tr>
            """
    }

    private static func name(_ row: OverviewTable.Row, _ filter: (String, String)?, _ model: OverviewModel, _ frame: Frame) -> Html {
        switch row.level {
        case .nation:
            let isAll =
                model.question.office == nil && model.question.county == nil && model.question.municipality == nil
                && model.question.centrality == nil
            return "\(frame[isAll ? OverviewTexts.wholeCountry : OverviewTexts.selection])"
        case .unplaced: return "\(frame[OverviewTexts.noMunicipality])"
        case .region: return "\(row.name.isEmpty ? frame[OverviewTexts.noRegion] : row.name)"
        case .office, .county:
            if row.key.isEmpty { return "\(frame[OverviewTexts.noOffice])" }
            let short = row.name.hasPrefix("ALIS-kontor ") ? String(row.name.dropFirst(12)) : row.name
            guard let filter else { return "\(short)" }
            return "<a href=\"\(model.address.link("/oversikt", setting: [(filter.0, filter.1)]))\">\(short)</a>"
        case .municipality:
            guard let slug = model.figures.slugs[row.key] else { return "\(row.name)" }
            return "<a href=\"\(model.address.link("/kommuner/\(slug)", setting: [("vis", nil)]))\">\(row.name)</a>"
        }
    }

    // MARK: Wishes and trend

    private static func wishes(_ model: OverviewModel, _ frame: Frame) -> Html {
        let summary = model.figures.wishes
        guard !summary.byHalfYear.isEmpty else {
            return "<section><h2>\(frame[OverviewTexts.wishes])</h2><p class=\"note\">\(frame[OverviewTexts.noWishes])</p></section>"
        }
        let heads = summary.byHalfYear.map { "<th scope=\"col\">\(Format.halfYear($0.half, frame.language))</th>" as Html }
        let rows = summary.byTrust.map { row -> Html in
            "<tr><th scope=\"row\">\(row.name)</th>\(row.counts.map { "<td>\($0 == 0 ? "–" : Format.number($0))</td>" as Html })</tr>"
        }
        return """
            <section><h2>\(frame[OverviewTexts.wishes])</h2>
            \(Charts.bars(summary.byHalfYear.prefix(8).map { (Format.halfYear($0.half, frame.language), $0.count) }, title: frame[OverviewTexts.wishes]))
            <details><summary>\(frame[OverviewTexts.wishesByTrust])</summary><div class="scroll" tabindex="0" role="region" aria-label="\(frame[OverviewTexts.wishesByTrust])">
            <table><thead><tr><th scope="col">\(frame[OverviewTexts.trust])</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div></details></section>
            """
    }

    private static func trend(_ model: OverviewModel, _ frame: Frame) -> Html {
        let labels = model.figures.trend.map { String($0.day.year) }
        let series = [
            (frame[OverviewTexts.name(Training.Scheme.new)], model.figures.trend.map { $0.counts[.newScheme] }),
            (frame[OverviewTexts.name(Training.Scheme.old)], model.figures.trend.map { $0.counts[.oldScheme] }),
        ]
        let rows = model.figures.trend.map { point -> Html in
            """
            <tr><th scope="row"><a href="\(model.address.link("/oversikt", setting: [("per", point.day.iso)]))">\(point.day.norwegian)</a></th>\
            <td>\(Format.number(point.counts[.newScheme]))</td><td>\(Format.number(point.counts[.oldScheme]))</td></tr>
            """
        }
        return """
            <section><h2>\(frame[OverviewTexts.trend])</h2>\(Charts.lines(labels, series.map { ($0.0, $0.1) }, title: frame[OverviewTexts.trend]))
            <details><summary>\(frame[OverviewTexts.asTable])</summary><table><thead><tr><th scope="col">\(frame[OverviewTexts.year])</th>\
            <th scope="col">\(frame[OverviewTexts.new])</th><th scope="col">\(frame[OverviewTexts.old])</th></tr></thead>\
            <tbody>\(rows)</tbody></table></details></section>
            """
    }
}

/// The filter fields that the overview and the lists share.
enum QuestionFilters {
    static func fields(_ address: QuestionAddress, offices: [Office], _ frame: Frame) -> Html {
        let question = address.question
        let all = ("", frame[CommonTexts.all])
        let knownValue = address.knownAt.map { instant -> String in
            let (day, hour, minute) = instant.norwegianClock
            return "\(day.iso)T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        }
        return """
            \(Form.text("per", frame[OverviewTexts.asOf], value: question.asOf.iso, problems: address.problems, type: "date", frame))
            \(Form.text("kjent", frame[OverviewTexts.knownAt], value: knownValue ?? "", problems: address.problems, type: "datetime-local", frame))
            \(Form.select("ordning", frame[OverviewTexts.scheme], value: question.scheme.map(QuestionAddress.code) ?? "", options: [("", frame[OverviewTexts.both])] + Training.Scheme.allCases.map { (QuestionAddress.code($0), frame[OverviewTexts.name($0)]) }, problems: address.problems, frame))
            \(Form.select("kontor", frame[OverviewTexts.office], value: question.office?.code ?? "", options: [all] + offices.map { ($0.code.code, $0.name) }, problems: address.problems, frame))
            \(Form.select("form", frame[OverviewTexts.form], value: question.form.map(QuestionAddress.code) ?? "", options: [all] + Engagement.Form.allCases.map { (QuestionAddress.code($0), frame[OverviewTexts.name($0)]) }, problems: address.problems, frame))
            \(Form.select("sentralitet", frame[OverviewTexts.centrality], value: question.centrality.map(String.init) ?? "", options: [all] + (1...6).map { (String($0), String($0)) }, problems: address.problems, frame))
            \(question.county.map { "<input type=\"hidden\" name=\"fylke\" value=\"\($0)\">" as Html })
            \(question.municipality.map { "<input type=\"hidden\" name=\"kommune\" value=\"\($0.key)\">" as Html })
            """
    }
}
