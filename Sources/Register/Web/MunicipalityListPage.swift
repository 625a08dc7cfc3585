import AlisDomain

/// Which municipalities the list shows, besides what the question asks: those of one health region, those confirmed or not.
struct MunicipalityListFilter: Sendable, Equatable {
    /// A health region's code.
    let region: String?
    /// Whether they were confirmed in the last six months; nil is both.
    let isConfirmed: Bool?
    /// What is searched for: a part of a name, or a number; empty is all.
    let text: String

    init(_ query: FormData) {
        region = query["region"].isEmpty ? nil : query["region"]
        text = String(query["q"].prefix(100))
        isConfirmed = query["bekreftet"] == "ja" ? true : query["bekreftet"] == "nei" ? false : nil
    }

    /// As an address has it.
    var pairs: [(String, String?)] {
        [("q", text.isEmpty ? nil : text), ("region", region), ("bekreftet", isConfirmed.map { $0 ? "ja" : "nei" })]
    }

    func rows(of table: OverviewTable, in directory: MunicipalityDirectory, on day: CalendarDay) -> [OverviewTable.Row] {
        let inRegion = region.map { table.municipalities(inRegion: $0) }
        return table.rows.filter { row in
            row.level == .municipality && fits(row, directory, on: day) && (inRegion?.contains(row.key) ?? true)
                && (isConfirmed.map { $0 == (row.confirmed > 0) } ?? true)
        }
    }
}

extension MunicipalityListFilter {
    /// Whether one of its names has the text in it, or its number begins with it.
    private func fits(_ row: OverviewTable.Row, _ directory: MunicipalityDirectory, on day: CalendarDay) -> Bool {
        let asked = Folding.fold(text)
        if asked.isEmpty { return text.isEmpty }
        let facts = MunicipalityID(row.key).flatMap { directory.nearestFacts(of: $0, on: day) }
        let names = [row.name] + (facts?.otherNames.map(\.name) ?? [])
        return names.contains { Folding.fold($0).contains(asked) } || facts?.number.digits.hasPrefix(asked) ?? false
    }
}

/// The list of municipalities.
enum MunicipalityListPage {
    static func html(
        _ table: OverviewTable, _ filter: MunicipalityListFilter, address: QuestionAddress, view: RegisterView, names: ConfirmerNames,
        _ frame: Frame
    ) -> Html {
        let shown = filter.rows(of: table, in: view.directory, on: address.question.asOf)
        let heads = [
            TraineeTexts.municipality, MunicipalityTexts.number, OverviewTexts.active, OverviewTexts.old, OverviewTexts.wantsHospital,
            OverviewTexts.confirmed,
        ]
        .map { frame[$0] }
        let rows = shown.map { row -> Html in
            let id = MunicipalityID(row.key)
            let slug = id.flatMap { view.directory.slug(of: $0, on: address.question.asOf) } ?? row.key
            let confirmed =
                row.lastConfirmed.map { "\($0.norwegian), \(frame[names.text(row.lastConfirmedBy ?? "", in: id)])" }
                ?? frame[MunicipalityTexts.neverConfirmed]
            return """
                <tr><th scope="row"><a href="\(address.link("/kommuner/\(slug)", setting: [("kontor", nil), ("fylke", nil), ("sentralitet", nil), ("form", nil), ("ordning", nil)]))">\(row.name)</a></th>\
                <td data-label="\(heads[1])">\(String(slug.prefix(4)))</td><td class="strong" data-label="\(heads[2])">\(Format.number(row.counts[.active]))</td>\
                <td data-label="\(heads[3])">\(Format.number(row.counts[.oldScheme]))</td><td data-label="\(heads[4])">\(Format.number(row.counts[.wishing]))</td>\
                <td data-label="\(heads[5])">\(confirmed)</td></tr>
                """
        }
        let offices = view.offices(on: address.question.asOf)
        let region: Html =
            filter.region.map { code in
                Form.select(
                    "region", frame[ReferenceTexts.region], value: code,
                    options: [("", frame[CommonTexts.all]), (code, table.regionName(code) ?? code)], frame)
            } ?? .empty
        let choices = [("", frame[CommonTexts.all]), ("ja", frame[CommonTexts.yes]), ("nei", frame[CommonTexts.no])]
        let confirmed = filter.isConfirmed.map { $0 ? "ja" : "nei" } ?? ""
        let body: Html =
            rows.isEmpty
            ? "<p class=\"empty\">\(frame[MunicipalityTexts.noneFits])</p>"
            : """
            <div class="scroll" tabindex="0" role="region" aria-label="\(frame[MunicipalityTexts.listTitle])"><table class="cards">
            <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" as Html })</tr></thead><tbody>\(rows)</tbody></table></div>
            """
        return """
            <h1>\(frame[MunicipalityTexts.listHeading(rows.count, isConfirmed: filter.isConfirmed)])</h1>
            <p class="lede">\(frame[OverviewTexts.coverage(table.nation.confirmed, of: table.nation.municipalities)])</p>
            \(OverviewPage.toCome(address.question.asOf, frame))\(Form.errorSummary(address.problems, frame))
            <form class="filters" action="/kommuner" aria-label="\(frame[OverviewTexts.filters])">\(Form.text("q", frame[MunicipalityTexts.searchLabel], value: filter.text, type: "search", frame))\(QuestionFilters.fields(address, offices: offices, frame))\
            \(region)\(Form.select("bekreftet", frame[OverviewTexts.confirmedHalfYear], value: confirmed, options: choices, frame))
            <button class="btn">\(frame[CommonTexts.show])</button><a class="reset" href="/kommuner">\(frame[OverviewTexts.resetFilters])</a></form>
            \(body)
            """
    }
}
