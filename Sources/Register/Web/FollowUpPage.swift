import AlisDomain

/// Which municipalities have not confirmed, oldest first.
enum FollowUpPage {
    static func list(_ model: FreshnessModel, _ view: RegisterView, _ visit: Visit) -> ListPage<Freshness.Row> {
        let (frame, total) = (visit.frame, model.freshness.rows.count)
        let query = FormData(urlEncoded: model.question.query.dropFirst())
        let count = frame[FollowUpTexts.count(model.rows.count, of: total, months: model.question.months)]
        var page = ListPage(
            frame[FollowUpTexts.title], columns(model, view, frame), model.rows,
            empty: total == 0 ? FollowUpTexts.noMunicipalities : FollowUpTexts.allFresh, query: visit.query, understood: query,
            file: ListFile("oppfolging-\(visit.today.iso)", notes: ["\(count) (\(model.day.norwegian))"]))
        page.lede = "\(frame[FollowUpTexts.lede])"
        page.length = MunicipalityList.length
        if model.mayRemind, !model.rows.isEmpty {
            page.acts =
                "<a class=\"btn\" href=\"\(Addresses.reminders())\(model.question.query)\">\(frame[FollowUpTexts.makeReminders])</a>"
        }
        page.filters = filters(model, frame)
        if !model.rows.isEmpty { page.caption = count }
        page.below = more(model, frame)
        return page
    }

    private static func filters(_ model: FreshnessModel, _ frame: Frame) -> Html {
        let asked = model.question.months
        let months = Set(FreshnessQuestion.choices + (asked > 0 ? [asked] : [])).sorted().map {
            (String($0), frame[FollowUpTexts.months($0)])
        }
        let offices: Html =
            model.canChooseOffice
            ? Form.select(
                "kontor", frame[FollowUpTexts.office], value: model.question.office?.code ?? "", any: frame[CommonTexts.all],
                options: model.offices.map { ($0.code.code, $0.name) }, frame) : .empty
        return """
            \(Form.select("maneder", frame[FollowUpTexts.notConfirmedFor], value: String(asked), options: months + [("0", frame[FollowUpTexts.allMunicipalities])], frame))\
            \(offices)
            """
    }

    private static func columns(_ model: FreshnessModel, _ view: RegisterView, _ frame: Frame) -> [ListColumn<Freshness.Row>] {
        typealias Column = ListColumn<Freshness.Row>
        let showsOffice = model.canChooseOffice && model.question.office == nil
        let showsName = model.rows.contains { model.namesIn($0.municipality) }
        return [
            Column(frame[FollowUpTexts.number], in: .file, value: { .text($0.facts.number.digits) }),
            Column(frame[FollowUpTexts.municipality], sort: "navn", value: { .text($0.facts.name) }) { row in
                "<a href=\"\(view.directory.address(of: row.municipality, on: model.day))\">\(row.facts.name)</a>"
            },
            Column(
                frame[FollowUpTexts.office], sort: "kontor", in: showsOffice ? .pageAndFile : .file,
                value: { .text(model.officeName($0.facts.office)) }),
            Column(frame[FollowUpTexts.active], sort: "aktive", value: { .integer($0.active) }),
            Column(frame[FollowUpTexts.lastConfirmed], sort: "bekreftet", value: { ExportValue($0.confirmedOn) }) { row in
                "\(row.confirmedOn?.norwegian ?? frame[FollowUpTexts.never])"
            },
            Column(frame[FollowUpTexts.age]) { age($0, model, frame) },
            Column(frame[FollowUpTexts.ageInDays], in: .file, value: { $0.age(on: model.day).map { .integer($0) } ?? .empty }),
            Column(
                frame[FollowUpTexts.by], in: showsName ? .pageAndFile : .file, value: { .text(model.confirmer(of: $0) ?? "") }),
            Column(frame[FollowUpTexts.changedSinceHead], in: .file, value: { .integer($0.changedSince) }),
        ]
    }

    private static func age(_ row: Freshness.Row, _ model: FreshnessModel, _ frame: Frame) -> Html {
        let isStale = row.isStale(months: FreshnessQuestion.usualMonths, on: model.day)
        let changed: Html =
            row.changedSince > 0 ? "<br><span class=\"note\">\(frame[MunicipalityTexts.changedSince(row.changedSince)])</span>" : .empty
        return """
            <span><span\(flag: " class=\"v-no\"", isStale)>\
            \(row.confirmedOn == nil ? "–" : frame[FollowUpTexts.age(of: row.confirmedOn, on: model.day)])</span>\(changed)</span>
            """
    }

    private static func more(_ model: FreshnessModel, _ frame: Frame) -> Html {
        let duplicates: Html =
            model.mayRemind
            ? """
            <li><p><a href="\(Addresses.duplicates())">\(frame[FollowUpTexts.duplicates])</a>. \(frame[FollowUpTexts.duplicatesWhy])</p></li>
            """ : .empty
        return """
            <section><h2>\(frame[FollowUpTexts.more])</h2><ul class="waiting">
            <li><p><a href="\(Addresses.oldScheme())">\(frame[FollowUpTexts.oldScheme])</a>. \(frame[FollowUpTexts.oldSchemeWhy])</p></li>\
            \(duplicates)</ul></section>
            """
    }
}
