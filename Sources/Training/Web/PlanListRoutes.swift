import AlisDomain

/// All plans in one table: how far each doctor has come, and what needs attention.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /planer | the municipality and its office; administrators; only those in their scope |
package struct PlanListRoutes: Sendable {
    let register: RegisterCache
    let board: PlanBoardCache
    let approvals: PlanApprovalCache

    package var routes: [Route] { [.restricted(.get, "/planer", to: .writers, show)] }

    /// The list that an address asks for, as of today.
    package func list(_ visit: Visit, _ viewer: Viewer) async throws -> PlanList {
        let view = try await register.current()
        let today = visit.today
        var address = QuestionAddress(visit.query, today: today, now: visit.now)
        // A plan is seen from today: what was known and planned on another day is told on the plan's own page.
        (address.question.asOf, address.knownAt, address.problems) = (today, nil, [])
        let persons = PlanList.members(address.question, view, viewer, on: today).map { view.index.personIDs[Int($0.person)] }
        let board = try await board.current(of: persons, on: today, deadline: view.reference.deadline("oldSchemeLastApplication")?.day)
        return PlanList(address, view, board, try await approvals.waiting(board.lines.map(\.file)), viewer, on: today)
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let list = try await list(visit, viewer)
        let title = list.municipality.map { PlanListTexts.titleIn($0.name) } ?? PlanListTexts.title
        return visit.page(visit.frame[title], PlanListPage(list: list, page: Int(visit.query["side"]) ?? 1, frame: visit.frame).html())
    }
}

/// The table of plans as a page.
struct PlanListPage {
    let list: PlanList
    let page: Int
    let frame: Frame

    func html() -> Html {
        let title = list.municipality.map { PlanListTexts.titleIn($0.name) } ?? PlanListTexts.title
        let crumb: Html =
            list.municipality.map { "<p class=\"crumb\"><a href=\"/kommuner/\($0.slug)\">\($0.name)</a></p>" as Html }
            ?? "<p class=\"crumb\"><a href=\"/alis\">\(frame[TraineeTexts.listTitle])</a></p>"
        let body: Html = list.rows.isEmpty ? "<p class=\"empty\">\(frame[PlanListTexts.nobody])</p>" : table
        return """
            \(crumb)<div class="head"><div><h1>\(frame[title])</h1><p class="lede">\(frame[PlanListTexts.count(list.rows.count, of: list.count)])</p></div>
            <p class="acts"><a class="btn quiet" href="\(address("/planer.xlsx"))">\(frame[CommonTexts.downloadXLSX])</a>\
            <a class="btn quiet" href="\(address("/planer.csv"))">\(frame[CommonTexts.downloadCSV])</a></p></div>
            \(filters)\(body)<p class="note">\(frame[PlanListTexts.definition])</p>
            """
    }

    /// An address with the same question, selection and order.
    private func address(_ path: String, page: Int = 1) -> String {
        list.address.link(
            path,
            setting: [
                ("per", nil), ("kjent", nil), ("vis", nil), ("utvalg", list.selection == .all ? nil : list.selection.rawValue),
                ("sorter", list.order == .urgency ? nil : list.order.rawValue), ("side", page > 1 ? String(page) : nil),
            ])
    }

    private var filters: Html {
        let question = list.address.question
        let selections = PlanList.Selection.allCases.map { (value: $0.rawValue, text: frame[PlanListTexts.name($0)]) }
        let orders = PlanList.Order.allCases.map { (value: $0.rawValue, text: frame[PlanListTexts.name($0)]) }
        let schemes = Training.Scheme.allCases.map { (value: QuestionAddress.code($0), text: frame[OverviewTexts.name($0)]) }
        let offices = list.offices.map { (value: $0.code.code, text: $0.name) }
        return """
            <form class="filters" action="/planer" aria-label="\(frame[OverviewTexts.filters])">\
            \(Form.select("utvalg", frame[PlanListTexts.which], value: list.selection.rawValue, options: selections, frame))\
            \(Form.select("sorter", frame[PlanListTexts.sortBy], value: list.order.rawValue, options: orders, frame))\
            \(Form.select("ordning", frame[OverviewTexts.scheme], value: question.scheme.map(QuestionAddress.code) ?? "", options: [(value: "", text: frame[OverviewTexts.both])] + schemes, frame))\
            \(Form.select("kontor", frame[OverviewTexts.office], value: question.office?.code ?? "", options: [(value: "", text: frame[CommonTexts.all])] + offices, frame))\
            \(question.municipality.map { "<input type=\"hidden\" name=\"kommune\" value=\"\($0.key)\">" as Html })\
            <button class="btn">\(frame[CommonTexts.show])</button><a class="reset" href="/planer">\(frame[OverviewTexts.resetFilters])</a></form>
            """
    }

    private var table: Html {
        let pages = (list.rows.count + PlanList.pageSize - 1) / PlanList.pageSize
        let page = min(max(1, page), pages)
        let first = (page - 1) * PlanList.pageSize
        let slice = list.rows[first..<min(first + PlanList.pageSize, list.rows.count)]
        let heads = PlanListTexts.heads.map { frame[$0] }
        func link(_ page: Int, _ text: Text) -> Html { "<a href=\"\(address("/planer", page: page))\">\(frame[text])</a>" }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(frame[PlanListTexts.title])"><table class="texts cards plan-list"><thead><tr>\
            \(heads.map { "<th scope=\"col\">\($0)</th>" as Html })</tr></thead><tbody>\(slice.map { row($0, heads) })</tbody></table></div>
            <nav class="pages" aria-label="\(frame[TraineeTexts.pages])"><span>\(frame[CommonTexts.rows(first + 1, first + slice.count, of: list.rows.count)])</span>\
            \(page > 1 ? link(page - 1, CommonTexts.previous) : .empty)\(page < pages ? link(page + 1, CommonTexts.next) : .empty)</nav>
            """
    }

    private func row(_ row: PlanList.Row, _ heads: [String]) -> Html {
        let total = row.evaluation.serviceTotal
        let place: Html = row.slug.map { "<a href=\"/kommuner/\($0)\">\(row.municipality)</a>" } ?? "–"
        let counted = total.map {
            "\($0.counted.decimalText) \(frame[PlanListTexts.of]) \($0.required.decimalText)\u{00A0}\(frame[PlanTexts.months])"
        }
        let assumed: Html = row.board.file.isAssumed ? "<br><span class=\"note\">\(frame[PlanListTexts.assumed])</span>" : .empty
        let bounds = row.evaluation.boundingRequirements.prefix(2).map { frame[$0.name] }.joined(separator: ", ")
        let mark: Html =
            row.end.isMarked ? "<br><span class=\"verdict warn\">\(frame[PlanListTexts.mark(row.end)])</span>" : .empty
        let attention = row.attention.map { work in
            "<li\(flag: " class=\"v-no\"", CourseWorkTexts.isUrgent(work))><a href=\"\(PlanListTexts.link(work, row.id))\">\(frame[CourseWorkTexts.mark(work)])</a></li>"
                as Html
        }
        return """
            <tr><th scope="row"><a href="/alis/\(row.id.text)/plan">\(row.name)</a></th><td data-label="\(heads[1])">\(place)</td>\
            <td data-label="\(heads[2])">\(counted ?? "–")</td>\
            <td data-label="\(heads[3])">\(row.remaining.decimalText)\u{00A0}\(frame[PlanTexts.months])</td>\
            <td data-label="\(heads[4])"><span>\(CourseWorkTexts.doneCell(row.evaluation, isAssumed: row.board.file.isAssumed, frame))\(assumed)</span></td>\
            <td data-label="\(heads[5])">\(bounds.isEmpty ? "–" : bounds)</td>\
            <td data-label="\(heads[6])"><span>\(row.registeredEnd?.norwegian ?? "–")\(mark)</span></td>\
            <td data-label="\(heads[7])">\(attention.isEmpty ? "–" : "<ul class=\"plain\">\(attention)</ul>" as Html)</td></tr>
            """
    }
}

/// Texts of the table of plans.
enum PlanListTexts {
    static let title = Text("Planene til ALIS", nn: "Planane til ALIS")
    static func titleIn(_ name: String) -> Text { Text("Planene til ALIS i \(name)", nn: "Planane til ALIS i \(name)") }
    static func count(_ count: Int, of total: Int) -> Text {
        count == total
            ? Text("\(total) ALIS, slik planene står i dag.", nn: "\(total) ALIS, slik planane står i dag.")
            : Text("\(count) av \(total) ALIS, slik planene står i dag.", nn: "\(count) av \(total) ALIS, slik planane står i dag.")
    }
    static let nobody = Text("Ingen passer med utvalget.", nn: "Ingen passar med utvalet.")
    static let which = Text("Hvem", nn: "Kven")
    static let sortBy = Text("Sorter etter", nn: "Sorter etter")
    static let of = Text("av", nn: "av")
    static let counted = Text("Tellende tjeneste", nn: "Teljande teneste")
    static let remaining = Text("Gjenstår", nn: "Står att")
    static let bounds = Text("Det som avgjør", nn: "Det som avgjer")
    static let attention = Text("Trenger oppmerksomhet", nn: "Treng merksemd")
    static let comparison = Text("Beregnet mot registrert", nn: "Rekna mot registrert")
    static let assumed = Text("ingen plan: regnet av arbeidsforholdet", nn: "ingen plan: rekna av arbeidsforholdet")
    static let definition = Text(
        "«Beregnet ferdig» regnes ut av planen og reglene. «Registrert ferdig» er datoen noen har skrevet i registeret. De merkes når de er mer enn en måned fra hverandre, eller når planen ikke når fram. Gjenstår er det som ikke er gjennomført, planlagt eller ikke.",
        nn:
            "«Rekna ferdig» blir rekna ut av planen og reglane. «Registrert ferdig» er datoen nokon har skrive i registeret. Dei blir merkte når dei er meir enn ein månad frå kvarandre, eller når planen ikkje når fram. Står att er det som ikkje er gjennomført, planlagt eller ikkje."
    )

    static let heads = [
        TraineeTexts.name, TraineeTexts.municipality, counted, remaining, PlanTexts.done, bounds, TraineeTexts.registeredEnd, attention,
    ]

    static func name(_ selection: PlanList.Selection) -> Text {
        switch selection {
        case .all: CommonTexts.all
        case .attention: Text("Trenger oppmerksomhet", nn: "Treng merksemd")
        case .differing: Text("Beregnet og registrert er ulike", nn: "Rekna og registrert er ulike")
        case .notReached: PlanTexts.notReached
        }
    }

    static func name(_ order: PlanList.Order) -> Text {
        switch order {
        case .urgency: Text("Hva som haster", nn: "Kva som hastar")
        case .name: TraineeTexts.name
        case .completion: PlanTexts.done
        case .remaining: Text("Minst som gjenstår", nn: "Minst som står att")
        case .municipality: TraineeTexts.municipality
        }
    }

    /// How the registered end lies beside the computed one.
    static func mark(_ end: EndComparison) -> Text {
        switch end {
        case .differ(let days) where days > 0:
            Text("planen er ferdig \(days) dager senere", nn: "planen er ferdig \(days) dagar seinare")
        case .differ(let days): Text("planen er ferdig \(-days) dager før", nn: "planen er ferdig \(-days) dagar før")
        case .notReached: Text("planen når ikke fram", nn: "planen når ikkje fram")
        case .agree, .notRegistered: Text("stemmer", nn: "stemmer")
        }
    }

    /// Where something is done about it.
    static func link(_ work: CourseWork, _ id: RecordID) -> String {
        let doctor = "/alis/\(id.text)"
        switch work {
        case .noPlan: return "\(doctor)/plan/utkast"
        case .stalePlan, .planToApprove: return "\(doctor)/plan#gjennomgang"
        case .noSupervisor, .supervisionBehind: return "\(doctor)/veiledning"
        case .objectivesWaiting: return "\(doctor)/laeringsmal?vis=venter"
        case .oldSchemeTooLate: return "\(doctor)/plan/hva-om?hva=konvertering"
        case .registrationMissing, .periodNotCounting, .doneSoon, .restMissing: return "\(doctor)/plan"
        }
    }
}
