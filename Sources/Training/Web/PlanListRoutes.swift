import AlisDomain

/// All plans in one table: how far each doctor has come, and what needs attention.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /planer, .csv, .xlsx | the municipality and its office; administrators; only those in their scope |
package struct PlanListRoutes: Sendable {
    let register: RegisterCache
    let board: PlanBoardCache
    let approvals: PlanApprovalCache

    package var routes: [Route] {
        Route.list(Addresses.plans, to: .writers) { visit, viewer in
            let list = try await list(visit, viewer)
            return PlanListPage(list: list, frame: visit.frame).page(visit)
        }
    }

    /// The list that an address asks for, as of today.
    private func list(_ visit: Visit, _ viewer: Viewer) async throws -> PlanList {
        let view = try await register.current()
        let today = visit.today
        var address = QuestionAddress(visit.query, today: today, now: visit.now)
        // A plan is seen from today: what was known and planned on another day is told on the plan's own page.
        (address.question.asOf, address.knownAt, address.problems) = (today, nil, [])
        let persons = PlanList.members(address.question, view, viewer, on: today).map { view.index.personIDs[Int($0.person)] }
        let board = try await board.current(of: persons, on: today, deadline: view.reference.deadline("oldSchemeLastApplication")?.day)
        return PlanList(address, view, board, try await approvals.waiting(board.lines.map(\.file)), viewer, on: today)
    }
}

/// The table of plans as a page and a file.
struct PlanListPage {
    let list: PlanList
    let frame: Frame

    func page(_ visit: Visit) -> ListPage<PlanList.Row> {
        let title = frame[list.municipality.map { PlanListTexts.titleIn($0.name) } ?? PlanListTexts.title]
        let count = frame[PlanListTexts.count(list.rows.count, of: list.count)]
        let asked = list.address.query(setting: [
            ("per", nil), ("kjent", nil), ("vis", nil), ("utvalg", list.selection == .all ? nil : list.selection.rawValue),
        ])
        var page = ListPage(
            title, columns, list.rows, empty: PlanListTexts.nobody, query: visit.query, understood: FormData(urlEncoded: asked),
            file: ListFile("alis-planer-\(visit.today.iso)", notes: [count, frame[PlanListTexts.definition]]),
            sheet: frame[PlanListTexts.title])
        page.crumb =
            list.municipality.map { "<p class=\"crumb\"><a href=\"\(Addresses.municipality($0.slug))\">\($0.name)</a></p>" as Html }
            ?? "<p class=\"crumb\"><a href=\"\(Addresses.trainees())\">\(frame[TraineeTexts.listTitle])</a></p>"
        page.lede = "\(count)"
        page.filters = filters
        page.below = "<p class=\"note\">\(frame[PlanListTexts.definition])</p>"
        return page
    }

    private var filters: Html {
        let question = list.address.question
        let selections = PlanList.Selection.allCases.map { (value: $0.rawValue, text: frame[PlanListTexts.name($0)]) }
        let schemes = Training.Scheme.allCases.map { (value: QuestionAddress.code($0), text: frame[OverviewTexts.name($0)]) }
        let offices = list.offices.map { (value: $0.code.code, text: $0.name) }
        return """
            \(Form.select("utvalg", frame[PlanListTexts.which], value: list.selection.rawValue, options: selections, frame))\
            \(Form.select("ordning", frame[OverviewTexts.scheme], value: question.scheme.map(QuestionAddress.code) ?? "", any: frame[OverviewTexts.both], options: schemes, frame))\
            \(Form.select("kontor", frame[OverviewTexts.office], value: question.office?.code ?? "", any: frame[CommonTexts.all], options: offices, frame))\
            \(Form.hidden(FormData(question.municipality.map { [("kommune", $0.key)] } ?? [])))
            """
    }

    private var columns: [ListColumn<PlanList.Row>] {
        typealias Column = ListColumn<PlanList.Row>
        func months(
            _ title: Text, _ sort: String?, in place: Column.Place = .pageAndFile, _ amount: @escaping (PlanList.Row) -> ServiceAmount?,
            cell: ((PlanList.Row) -> Html)? = nil
        ) -> Column {
            Column(
                frame[title], sort: sort, in: place,
                value: { row in amount(row).map { .decimal(Double($0.hundredthsOfMonth) / 100) } ?? .empty }, cell: cell)
        }
        let unit = "\u{00A0}\(frame[PlanTexts.months])"
        return [
            Column(frame[TraineeTexts.name], sort: "navn", by: { .person($0.name) }, value: { .text($0.name) }) {
                "<a href=\"\(Addresses.plan($0.id))\">\($0.name)</a>"
            },
            Column(frame[TraineeTexts.municipality], sort: "kommune", value: { .text($0.municipality) }) { row in
                row.slug.map { "<a href=\"\(Addresses.municipality($0))\">\(row.municipality)</a>" } ?? "–"
            },
            months(PlanListTexts.counted, "tjeneste", { $0.evaluation.serviceTotal?.counted }) { row in
                row.evaluation.serviceTotal.map {
                    "\($0.counted.decimalText) \(frame[PlanListTexts.of]) \($0.required.decimalText)\(unit)"
                } ?? "–"
            },
            months(PlanTexts.required, nil, in: .file) { $0.evaluation.serviceTotal?.required },
            months(PlanListTexts.remaining, "gjenstaar", { $0.evaluation.serviceTotal?.remaining }) {
                "\($0.remaining.decimalText)\(unit)"
            },
            Column(
                frame[PlanTexts.done], sort: "ferdig", explanation: frame[PlanListTexts.definition],
                value: { PlanTexts.done($0.evaluation, isAssumed: $0.board.file.isAssumed, frame) }
            ) { row in
                let assumed: Html =
                    row.board.file.isAssumed ? "<br><span class=\"note\">\(frame[PlanListTexts.assumed])</span>" : .empty
                return
                    "<span>\(CourseWorkTexts.doneCell(row.evaluation, isAssumed: row.board.file.isAssumed, frame))\(assumed)</span>"
            },
            Column(frame[PlanListTexts.bounds], value: { .text(bounds($0.evaluation.boundingRequirements)) }) { row in
                "\(row.evaluation.boundingRequirements.isEmpty ? "–" : bounds(row.evaluation.boundingRequirements.prefix(2)))"
            },
            Column(
                frame[TraineeTexts.registeredEnd], sort: "registrert", explanation: frame[PlanListTexts.definition],
                value: { ExportValue($0.registeredEnd) }
            ) { row in
                let mark: Html =
                    row.end.isMarked ? "<br><span class=\"verdict warn\">\(frame[PlanListTexts.mark(row.end)])</span>" : .empty
                return "<span>\(row.registeredEnd?.norwegian ?? "–")\(mark)</span>"
            },
            Column(
                frame[PlanListTexts.attention],
                value: { .text($0.attention.map { frame[CourseWorkTexts.mark($0)] }.joined(separator: "; ")) },
                cell: attention),
            Column(
                frame[PlanListTexts.comparison], in: .file,
                value: { .text($0.end == .notRegistered ? "" : frame[PlanListTexts.mark($0.end)]) }),
            Column(frame[PlanTexts.unjudgedHead], in: .file, value: { .text(PlanTexts.unjudged($0.evaluation).map { frame[$0] } ?? "") }),
        ]
    }

    private func bounds(_ requirements: some Sequence<Requirement>) -> String {
        requirements.map { frame[$0.name] }.joined(separator: ", ")
    }

    private func attention(_ row: PlanList.Row) -> Html {
        let items = row.attention.map { work -> Html in
            """
            <li\(flag: " class=\"v-no\"", CourseWorkTexts.isUrgent(work))><a href="\(PlanListTexts.link(work, row.id))">\
            \(frame[CourseWorkTexts.mark(work)])</a></li>
            """
        }
        return items.isEmpty ? "–" : "<ul class=\"plain\">\(items)</ul>"
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

    static func name(_ selection: PlanList.Selection) -> Text {
        switch selection {
        case .all: CommonTexts.all
        case .attention: Text("Trenger oppmerksomhet", nn: "Treng merksemd")
        case .differing: Text("Beregnet og registrert er ulike", nn: "Rekna og registrert er ulike")
        case .notReached: PlanTexts.notReached
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
        switch work {
        case .noPlan: return Addresses.planDraft(id)
        case .stalePlan, .planToApprove: return "\(Addresses.plan(id))#gjennomgang"
        case .noSupervisor, .supervisionBehind: return Addresses.supervision(id)
        case .objectivesWaiting: return "\(Addresses.objectives(id))?vis=venter"
        case .oldSchemeTooLate: return "\(Addresses.whatIf(id))?hva=konvertering"
        case .registrationMissing, .periodNotCounting, .doneSoon, .restMissing: return Addresses.plan(id)
        }
    }
}
