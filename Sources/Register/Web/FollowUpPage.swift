import AlisDomain

/// Which municipalities have not confirmed, oldest first.
enum FollowUpPage {
    static func html(_ model: FreshnessModel, _ view: RegisterView, _ frame: Frame) -> Html {
        let query = model.question.query
        let remind: Html =
            model.mayRemind && !model.rows.isEmpty
            ? "<a class=\"btn\" href=\"/oppfolging/paminnelser\(query)\">\(frame[FollowUpTexts.makeReminders])</a>" : .empty
        return """
            <div class="head"><div><h1>\(frame[FollowUpTexts.title])</h1><p class="lede">\(frame[FollowUpTexts.lede])</p></div>
            <p class="acts">\(remind)<a class="btn quiet" href="/oppfolging.xlsx\(query)">\(frame[CommonTexts.downloadXLSX])</a>\
            <a class="btn quiet" href="/oppfolging.csv\(query)">\(frame[CommonTexts.downloadCSV])</a></p></div>
            \(filters(model, frame))
            \(list(model, view, frame))
            \(more(model, frame))
            """
    }

    private static func filters(_ model: FreshnessModel, _ frame: Frame) -> Html {
        let asked = model.question.months
        let months = Set(FreshnessQuestion.choices + (asked > 0 ? [asked] : [])).sorted()
        let offices: Html =
            model.canChooseOffice
            ? Form.select(
                "kontor", frame[FollowUpTexts.office], value: model.question.office?.code ?? "",
                options: [("", frame[CommonTexts.all])] + model.offices.map { ($0.code.code, $0.name) }, frame) : .empty
        return """
            <form class="filters" action="/oppfolging">\
            \(Form.select("maneder", frame[FollowUpTexts.notConfirmedFor], value: String(asked), options: months.map { (String($0), frame[FollowUpTexts.months($0)]) } + [("0", frame[FollowUpTexts.allMunicipalities])], frame))\
            \(offices)<button class="btn quiet">\(frame[CommonTexts.show])</button></form>
            """
    }

    private static func list(_ model: FreshnessModel, _ view: RegisterView, _ frame: Frame) -> Html {
        let total = model.freshness.rows.count
        if total == 0 { return "<p class=\"empty\">\(frame[FollowUpTexts.noMunicipalities])</p>" }
        if model.rows.isEmpty { return "<p class=\"empty\">\(frame[FollowUpTexts.allFresh])</p>" }
        let showsOffice = model.canChooseOffice && model.question.office == nil
        let showsName = model.rows.contains { model.namesIn($0.municipality) }
        var heads = [FollowUpTexts.municipality]
        if showsOffice { heads.append(FollowUpTexts.office) }
        heads += [FollowUpTexts.active, FollowUpTexts.lastConfirmed, FollowUpTexts.age]
        if showsName { heads.append(FollowUpTexts.by) }
        let caption = frame[FollowUpTexts.count(model.rows.count, of: total, months: model.question.months)]
        return """
            <h2>\(caption)</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table class="cards texts">
            <thead><tr>\(heads.map { "<th scope=\"col\"\($0 == FollowUpTexts.active ? " class=\"num\"" as Html : .empty)>\(frame[$0])</th>" as Html })</tr></thead>
            <tbody>\(model.rows.map { row($0, showsOffice: showsOffice, showsName: showsName, model, view, frame) })</tbody></table></div>
            """
    }

    private static func row(
        _ row: Freshness.Row, showsOffice: Bool, showsName: Bool, _ model: FreshnessModel, _ view: RegisterView, _ frame: Frame
    ) -> Html {
        let slug = view.directory.slug(of: row.municipality, on: model.day) ?? row.municipality.key
        let isStale = row.isStale(months: FreshnessQuestion.usualMonths, on: model.day)
        let office: Html =
            showsOffice ? "<td data-label=\"\(frame[FollowUpTexts.office])\">\(model.officeName(row.facts.office))</td>" : .empty
        let name: Html = showsName ? "<td data-label=\"\(frame[FollowUpTexts.by])\">\(model.confirmer(of: row) ?? "–")</td>" : .empty
        return """
            <tr><th scope="row"><a href="/kommuner/\(slug)">\(row.facts.name)</a></th>\(office)\
            <td class="num" data-label="\(frame[FollowUpTexts.active])">\(Format.number(row.active))</td>\
            <td data-label="\(frame[FollowUpTexts.lastConfirmed])">\(row.confirmedOn?.norwegian ?? frame[FollowUpTexts.never])</td>\
            <td data-label="\(frame[FollowUpTexts.age])"><span><span\(flag: " class=\"v-no\"", isStale)>\
            \(row.confirmedOn == nil ? "–" : frame[FollowUpTexts.age(of: row.confirmedOn, on: model.day)])</span>\
            \(row.changedSince > 0 ? "<br><span class=\"note\">\(frame[MunicipalityTexts.changedSince(row.changedSince)])</span>" as Html : .empty)</span></td>\(name)</tr>
            """
    }

    private static func more(_ model: FreshnessModel, _ frame: Frame) -> Html {
        let duplicates: Html =
            model.mayRemind
            ? """
            <li><p><a href="/oppfolging/dubletter">\(frame[FollowUpTexts.duplicates])</a>. \(frame[FollowUpTexts.duplicatesWhy])</p></li>
            """ : .empty
        return """
            <section><h2>\(frame[FollowUpTexts.more])</h2><ul class="waiting">
            <li><p><a href="/oppfolging/gammel-ordning">\(frame[FollowUpTexts.oldScheme])</a>. \(frame[FollowUpTexts.oldSchemeWhy])</p></li>\
            \(duplicates)</ul></section>
            """
    }
}
