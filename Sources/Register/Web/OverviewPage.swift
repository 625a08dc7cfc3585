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
    /// Whether she may see the page that follows up those in the old scheme.
    let mayFollowUp: Bool
    let today: CalendarDay
    /// What the question is narrowed to, by name.
    let selection: [Narrowing]
    let mayImport: Bool

    var question: OverviewQuestion { address.question }
    /// Whether it is asked about the whole country as it is today: the follow-up pages answer nothing else.
    var isPlain: Bool { question == OverviewQuestion(asOf: today) && address.knownAt == nil }

    /// The list behind a measure; nil for those who may see no lists.
    func list(_ measure: Measure, setting changes: [(String, String?)] = []) -> String? {
        maySeeLists
            ? address.link(Addresses.trainees(), setting: [("maal", QuestionAddress.code(measure)), ("vis", nil)] + changes) : nil
    }
    var table: OverviewTable { figures.table }
    var total: Counts { figures.total }
}

/// The overview: the figures, Norway as hexagons, the table, wishes and the trend.
enum OverviewPage {
    static func html(_ model: OverviewModel, _ frame: Frame) -> Html {
        """
        <div class="head"><div><h1>\(frame[OverviewTexts.heading(model.total[.active])])</h1>
        <p class="lede">\(frame[lede(model)]) <a href="\(Addresses.aboutFigures())">\(frame[OverviewTexts.whatCounts])</a></p></div>
        <p class="acts">\(model.mayImport ? "<a class=\"btn\" href=\"\(Addresses.imports())\">\(frame[OverviewTexts.importSpreadsheet])</a>" as Html : .empty)\
        <a class="btn quiet" href="\(model.address.link(Addresses.overview.file("xlsx")()))">\(frame[CommonTexts.downloadXLSX])</a>\
        <a class="btn quiet" href="\(model.address.link(Addresses.overview.file("csv")()))">\(frame[CommonTexts.downloadCSV])</a></p></div>
        \(toCome(model.question.asOf, frame))\(Form.errorSummary(model.address.problems, frame))
        \(SelectionChips.html(model.selection.map { ($0, model.address.link(Addresses.overview(), setting: [($0.field, nil)])) }, frame))\
        \(filters(model, frame))
        \(model.table.nation.municipalities == 0 ? "<p class=\"empty\">\(frame[OverviewTexts.nothingFits(model.selection)])</p>" as Html : .empty)\
        \(keyFigures(model, frame))\(countdown(model, frame))
        <div class="grid2"><section class="map">\(map(model, frame))</section>
        <div class="right">\(offices(model, frame))\(OverviewCharts.wishes(model, frame))\(OverviewCharts.trend(model, frame))</div></div>
        \(places(model, frame))
        """
    }

    /// Of a day that has not come, only what is registered already is known.
    static func toCome(_ day: CalendarDay, _ frame: Frame) -> Html {
        day > frame.today ? "<p class=\"next-plain\">\(frame[OverviewTexts.dayToCome])</p>" : .empty
    }

    private static func lede(_ model: OverviewModel) -> Text {
        OverviewTexts.lede(municipalities: model.table.nation.municipalities, day: model.question.asOf, knownAt: model.address.knownAt)
    }

    // MARK: Filters

    private static func filters(_ model: OverviewModel, _ frame: Frame) -> Html {
        """
        <form class="filters" action="\(Addresses.overview())" aria-label="\(frame[CommonTexts.filters])">
        \(QuestionFilters.fields(model.address, offices: model.offices, frame))
        <input type="hidden" name="vis" value="\(model.mapMeasure.rawValue)">
        <button class="btn">\(frame[CommonTexts.show])</button><a class="reset" href="\(Addresses.overview())">\(frame[CommonTexts.resetFilters])</a></form>
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
                    link: measure == .oldScheme && model.mayFollowUp && model.isPlain ? Addresses.oldScheme() : model.list(measure),
                    isWarning: isWarning, frame))
        }
        let nation = model.table.nation
        figures.append(
            KeyFigure.html(
                Format.percent(nation.confirmed, of: nation.municipalities), frame[OverviewTexts.confirmedShare],
                definition: frame[OverviewTexts.coverage(nation.confirmed, of: nation.municipalities)],
                link: unconfirmed(nation, [], model), isWarning: false, frame))
        return "<section class=\"keys\" aria-label=\"\(frame[OverviewTexts.keyFigures])\">\(figures)</section>"
    }

    /// How long those in the old scheme have, and the way to who they are.
    private static func countdown(_ model: OverviewModel, _ frame: Frame) -> Html {
        guard let deadline = model.deadline, model.total[.oldScheme] > 0 else { return .empty }
        let days = FollowUpTexts.daysLeft(deadline.day.days(since: model.question.asOf), day: deadline.day)
        let link = model.mayFollowUp ? Addresses.oldScheme() : model.list(.oldScheme)
        let who: Html = link.map { " <a href=\"\($0)\">\(frame[OverviewTexts.oldSchemeLink])</a>" } ?? .empty
        return "<p class=\"next-plain\">\(frame[OverviewTexts.name(Training.Scheme.old)]): \(frame[days])\(who)</p>"
    }

    /// The municipalities that have not confirmed; all of them when there is none.
    private static func unconfirmed(_ row: OverviewTable.Row, _ place: [(String, String?)], _ model: OverviewModel) -> String {
        let isWhole = row.confirmed == row.municipalities
        return model.address.link(Addresses.municipalities(), setting: [("vis", nil), ("bekreftet", isWhole ? nil : "nei")] + place)
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
        let query = model.address.query(setting: [("vis", nil)])
        let hidden = Form.hidden(FormData(urlEncoded: query))
        let asked = query.isEmpty ? "" : "?\(query)"
        var cells: [HexagonMap.Cell] = []
        for row in model.table.rows where row.level == .municipality {
            guard let tile = model.figures.tiles[row.key] else { continue }
            cells.append(
                HexagonMap.Cell(
                    tile: tile, shade: measure.shade(row, on: model.question.asOf),
                    title: "\(row.name): \(measure.value(row, frame.language))",
                    link: model.figures.slugs[row.key].map { "\(Addresses.municipality($0))\(asked)" }))
        }
        let labels = ["tromso", "bodo", "trondheim", "bergen", "kristiansand"].compactMap { key -> (tile: Tile, name: String)? in
            guard let tile = model.figures.tiles[key],
                let row = model.table.rows.first(where: { $0.level == .municipality && $0.key == key })
            else { return nil }
            return (tile, row.name)
        }
        return """
            <h2 id="kart">\(frame[measure.name])</h2>
            <form class="inline" action="\(Addresses.overview())#kart">\(hidden)<label>\(frame[OverviewTexts.mapShows]) <select name="vis">\(choices)</select></label>
            <button class="btn quiet small">\(frame[CommonTexts.show])</button></form>
            <div class="legend">\(legend)</div>
            \(HexagonMap(cells: cells, title: frame[measure.name], labels: labels).html(frame))
            <p class="note">\(frame[OverviewTexts.oneHexagon]) <a href="#steder">\(frame[OverviewTexts.asTable])</a></p>
            """
    }

    // MARK: Tables

    private static func offices(_ model: OverviewModel, _ frame: Frame) -> Html {
        // Those without a place of work stand there too, so that the rows add up to the last.
        let rows = model.table.rows.filter { [.office, .unplaced, .nation].contains($0.level) }
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
            <p><a href="\(model.address.link(Addresses.overview(), setting: [("kommuner", showsAll ? nil : "alle")]))#steder">\
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
            case .region: ("region", row.key)
            case .office: ("kontor", row.key)
            case .county: ("fylke", row.key)
            case .municipality: ("kommune", row.key)
            case .unplaced: ("sted", "uten")
            case .nation: nil
            }
        // Before there were offices, their municipalities stand under none, and no list can be asked for by that.
        let hasList = row.level == .nation || !(filter?.1.isEmpty ?? true)
        let place: [(String, String?)] = (filter.map { [($0.0, $0.1)] } ?? []) + officeOf(row)
        func cell(_ text: Text, _ measure: Measure, isStrong: Bool = false) -> Html {
            let number = Format.number(row.counts[measure])
            let label = frame[text]
            guard hasList, row.counts[measure] > 0, let link = model.list(measure, setting: place) else {
                return "<td data-label=\"\(label)\"\(flag: " class=\"strong\"", isStrong)>\(number)</td>"
            }
            return "<td data-label=\"\(label)\"\(flag: " class=\"strong\"", isStrong)><a href=\"\(link)\">\(number)</a></td>"
        }
        let isOne = row.level == .municipality
        let share = frame[OverviewTexts.confirmedOf(row.confirmed, row.municipalities)]
        let coverage: Html =
            hasList && row.municipalities > 0
            ? """
            <a href="\(unconfirmed(row, place, model))">\(share)\
            \(row.confirmed < row.municipalities ? "<span class=\"hidden-visually\">: \(frame[OverviewTexts.seeUnconfirmed])</span>" as Html : .empty)</a>
            """ : "\(share)"
        let confirmed: Html =
            isOne
            ? "<td data-label=\"\(frame[OverviewTexts.confirmed])\">\(row.lastConfirmed?.norwegian ?? "–")</td>"
            : """
            <td data-label="\(frame[OverviewTexts.confirmed])"><meter class="bar" min="0" max="\(max(row.municipalities, 1))" value="\(row.confirmed)" \
            aria-hidden="true"></meter> \(coverage)</td>
            """
        let municipalities: Html =
            isOne || row.level == .unplaced
            ? .empty
            : hasList
                ? "<a href=\"\(model.address.link(Addresses.municipalities(), setting: [("vis", nil)] + place))\">\(Format.number(row.municipalities))</a>"
                : "\(Format.number(row.municipalities))"
        return """
            <tr class="level-\(row.level.rawValue)"><th scope="row">\(name(row, filter, model, frame))</th>\
            <td data-label="\(frame[OverviewTexts.municipalities])">\(municipalities)</td>\
            \(cell(OverviewTexts.active, .active, isStrong: true))\(cell(OverviewTexts.new, .newScheme))\(cell(OverviewTexts.old, .oldScheme))\
            \(cell(OverviewTexts.paused, .paused))\(cell(OverviewTexts.wantsHospital, .wishing))\
            \(row.level == .unplaced ? "<td></td>" : confirmed)</tr>
            """
    }

    /// A county is counted as far as it is one office's, and what it leads to is narrowed to the same.
    private static func officeOf(_ row: OverviewTable.Row) -> [(String, String?)] {
        row.office.map { $0.isEmpty ? [] : [("kontor", $0)] } ?? []
    }

    private static func name(_ row: OverviewTable.Row, _ filter: (String, String)?, _ model: OverviewModel, _ frame: Frame) -> Html {
        switch row.level {
        case .nation:
            let isAll =
                model.question.office == nil && model.question.county == nil && model.question.municipality == nil
                && model.question.centrality == nil
            return "\(frame[isAll ? OverviewTexts.wholeCountry : OverviewTexts.selection])"
        case .unplaced: return "\(frame[OverviewTexts.noMunicipality])"
        case .region: return "\(row.name.isEmpty ? frame[OverviewTexts.noRegion] : "Helseregion \(row.name)")"
        case .office, .county:
            if row.key.isEmpty { return "\(frame[OverviewTexts.noOffice])\(row.name.isEmpty ? "" : " (\(row.name))")" }
            let short = row.name.hasPrefix("ALIS-kontor ") ? String(row.name.dropFirst(12)) : row.name
            guard let filter else { return "\(short)" }
            return "<a href=\"\(model.address.link(Addresses.overview(), setting: [(filter.0, filter.1)] + officeOf(row)))\">\(short)</a>"
        case .municipality:
            guard let slug = model.figures.slugs[row.key] else { return "\(row.name)" }
            return "<a href=\"\(model.address.link(Addresses.municipality(slug), setting: [("vis", nil)]))\">\(row.name)</a>"
        }
    }
}
