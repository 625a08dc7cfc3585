import AlisDomain

/// The supervisors the viewer may see, as far as they fit what is asked for.
struct SupervisorList: Sendable {
    struct Row: Sendable {
        let id: RecordID
        let supervisor: Supervisor
        let place: String
        let office: String
        let standing: SupervisorStanding
        let load: SupervisorLoad
        let doctors: Int
    }

    /// What the filters say.
    struct Question: Sendable {
        let office: OfficeCode?
        let place: String
        let municipality: MunicipalityID?
        let freeHours: MonthlyHours?
        let language: SupervisorLanguage?
        let isDigital: Bool
        let status: Status?
        let query: FormData

        enum Status: String, CaseIterable, Sendable {
            case specialist = "spesialist"
            case exempt = "unntak"
            case missing = "mangler"

            var name: Text {
                switch self {
                case .specialist: Text("spesialist", nn: "spesialist")
                case .exempt: Text("unntak", nn: "unntak")
                case .missing: Text("ikke i orden", nn: "ikkje i orden")
                }
            }

            func fits(_ standing: SupervisorStanding) -> Bool {
                switch (self, standing) {
                case (.specialist, .specialist), (.exempt, .exempt): true
                case (.missing, .exemptionRunOut), (.missing, .notSpecialist), (.missing, .notChecked): true
                default: false
                }
            }
        }

        init(_ query: FormData, directory: MunicipalityDirectory, on day: CalendarDay) {
            self.query = query
            office = OfficeCode(query["kontor"])
            place = query["kommune"]
            municipality = place.isEmpty ? nil : directory.find(place, on: day).municipality
            freeHours = MonthlyHours(typed: query["ledig"])
            language = SupervisorLanguage(rawValue: query["spraak"])
            isDigital = query["digitalt"] == "1"
            status = Status(rawValue: query["status"])
        }

        var problems: [FieldProblem] {
            var problems: [FieldProblem] = []
            if !place.isEmpty, municipality == nil { problems.append(FieldProblem("kommune", FieldTexts.noMunicipality(place, []))) }
            if !query["ledig"].isEmpty, freeHours == nil { problems.append(FieldProblem("ledig", SupervisorTexts.noHours(query["ledig"]))) }
            return problems
        }
    }

    let question: Question
    let rows: [Row]
    let offices: [Office]

    init(_ scope: SupervisionScope, _ query: FormData) {
        let view = scope.view
        let directory = view.register.directory
        let question = Question(query, directory: directory, on: view.today)
        self.question = question
        offices = view.register.reference.offices(on: view.today)
        let names = Dictionary(offices.map { ($0.code, $0.name) }) { first, _ in first }
        rows = scope.supervisors.compactMap { id, supervisor in
            let home = directory.currentSuccessor(of: supervisor.municipality, on: view.today) ?? supervisor.municipality
            let facts = directory.nearestFacts(of: home, on: view.today)
            let standing = supervisor.standing(on: view.today)
            if let office = question.office, facts?.office != office { return nil }
            if let municipality = question.municipality, home != municipality { return nil }
            if let language = question.language, !supervisor.languages.contains(language) { return nil }
            if question.isDigital, !supervisor.meetsDigitally { return nil }
            if let status = question.status, !status.fits(standing) { return nil }
            let load = view.book.load(of: id, on: view.today)
            if let least = question.freeHours, load.free < SupervisionTime(aMonthOf: least) { return nil }
            return Row(
                id: id, supervisor: supervisor, place: facts?.name ?? home.key, office: facts?.office.flatMap { names[$0] } ?? "",
                standing: standing, load: load,
                doctors: Set(view.book.assignments(of: id).filter { $0.period.contains(view.today) }.map(\.person)).count)
        }
    }
}

extension SupervisorList {
    /// The list with its page.
    func page(_ scope: SupervisionScope, _ visit: Visit) -> ListPage<Row> {
        let frame = visit.frame
        let lede = frame[SupervisorTexts.listLede(SupervisionTexts.rule(scope.view.book.rates, on: frame.today))]
        var page = ListPage(
            frame[SupervisionTexts.supervisors], Self.columns(frame), rows, empty: SupervisorTexts.none, query: visit.query,
            file: ListFile("veiledere-\(visit.today.iso)", notes: [lede, frame.today.norwegian]))
        page.heading = frame[SupervisorTexts.listTitle(rows.count)]
        page.lede = "\(lede)"
        page.acts = """
            <a class="btn" href="\(Addresses.findSupervisor())">\(frame[SupervisorTexts.find])</a>\
            <a class="btn quiet" href="\(Addresses.newSupervisor())">\(frame[SupervisorTexts.add])</a>
            """
        page.above = SupervisionTabs.html(Addresses.supervisors(), scope, frame)
        page.problems = question.problems
        page.filters = filters(frame)
        page.isReusable = true
        return page
    }

    private static func columns(_ frame: Frame) -> [ListColumn<Row>] {
        func languages(_ row: Row) -> String { row.supervisor.languages.map { frame[SupervisionTexts.name($0)] }.joined(separator: ", ") }
        func hours(_ title: Text, _ sort: String, _ minutes: @escaping (Row) -> Int) -> ListColumn<Row> {
            ListColumn(frame[title], sort: sort, value: { .decimal(Double(minutes($0)) / 60) }) { row in
                "\(frame[SupervisionTexts.hoursAMonth(minutes(row))])"
            }
        }
        func isSo(_ title: Text, _ answer: @escaping (Supervisor) -> Bool) -> ListColumn<Row> {
            ListColumn(frame[title], in: .file, value: { .text(frame[answer($0.supervisor) ? CommonTexts.yes : CommonTexts.no]) })
        }
        return [
            ListColumn(
                frame[SupervisionTexts.supervisor], sort: "navn", by: { .person($0.supervisor.name) }, value: { .text($0.supervisor.name) }
            ) { "<a href=\"\(Addresses.supervisor($0.id))\">\($0.supervisor.name)</a>" },
            ListColumn(frame[TraineeTexts.hpr], in: .file, value: { .text($0.supervisor.hpr?.digits ?? "") }),
            ListColumn(frame[SupervisionTexts.municipality], sort: "kommune", value: { .text($0.place) }),
            ListColumn(frame[SupervisionTexts.office], in: .file, value: { .text($0.office) }),
            ListColumn(
                frame[SupervisorTexts.specialist], in: .file, value: { .text(frame[SupervisionTexts.name($0.standing)]) }),
            ListColumn(
                frame[SupervisionTexts.status], sort: "status", in: .page, value: { .text(frame[SupervisionTexts.name($0.standing)]) }
            ) {
                standing($0.standing, frame)
            },
            ListColumn(frame[SupervisorTexts.source], in: .file, value: { .text($0.supervisor.specialistSource) }),
            ListColumn(frame[SupervisorTexts.seenOn], in: .file, value: { ExportValue($0.supervisor.specialistSeenOn) }),
            ListColumn(frame[SupervisorTexts.exemption], in: .file, value: { ExportValue($0.supervisor.exemptThrough) }),
            hours(SupervisionTexts.capacity, "kapasitet") { $0.load.capacity.minutes },
            hours(SupervisionTexts.needed, "lovet") { $0.load.needed.minutes },
            ListColumn(frame[SupervisionTexts.free], sort: "ledigst", value: { .decimal(Double($0.load.free.minutes) / 60) }) { row in
                "<span\(flag: " class=\"v-stop\"", row.load.isOver)>\(frame[SupervisionTexts.hoursAMonth(row.load.free.minutes)])</span>"
            },
            ListColumn(frame[SupervisionTexts.doctors], sort: "leger", value: { .integer($0.doctors) }),
            isSo(SupervisorTexts.inPerson, \.meetsInPerson), isSo(SupervisorTexts.digital, \.meetsDigitally),
            ListColumn(frame[SupervisorTexts.travel], in: .file, value: { .integer($0.supervisor.travelKilometres) }),
            ListColumn(frame[SupervisionTexts.languages], in: .file, value: { .text(languages($0)) }),
            ListColumn(frame[SupervisionTexts.meets]) { row -> Html in
                "\([frame[SupervisionTexts.meets(row.supervisor)], languages(row)].filter { !$0.isEmpty }.joined(separator: "; "))"
            },
            ListColumn(frame[TraineeTexts.email], in: .file, value: { .text($0.supervisor.email?.text ?? "") }),
            ListColumn(frame[TraineeTexts.phone], in: .file, value: { .text($0.supervisor.phone) }),
        ]
    }

    static func standing(_ standing: SupervisorStanding, _ frame: Frame) -> Html {
        let style: StaticString =
            switch standing {
            case .specialist: "v-ok"
            case .exempt, .notChecked: "v-no"
            case .exemptionRunOut, .notSpecialist: "v-stop"
            }
        return "<span class=\"\(style.description)\">\(frame[SupervisionTexts.name(standing)])</span>"
    }

    private func filters(_ frame: Frame) -> Html {
        let (query, problems) = (question.query, question.problems)
        let any = frame[CommonTexts.all]
        let languages = SupervisorLanguage.allCases.map { (value: $0.rawValue, text: frame[SupervisionTexts.name($0)]) }
        let states = Question.Status.allCases.map { (value: $0.rawValue, text: frame[$0.name]) }
        return """
            \(Form.select("kontor", frame[SupervisionTexts.office], value: query["kontor"], any: any, options: offices.map { (value: $0.code.code, text: $0.name) }, frame))\
            \(Form.text("kommune", frame[SupervisionTexts.municipality], value: query["kommune"], problems: problems, frame))\
            \(Form.text("ledig", frame[SupervisorTexts.atLeastFree], value: query["ledig"], problems: problems, frame))\
            \(Form.select("spraak", frame[SupervisionTexts.languages], value: query["spraak"], any: any, options: languages, frame))\
            \(Form.select("digitalt", frame[SupervisorTexts.onlyDigital], value: query["digitalt"], any: any, options: [(value: "1", text: frame[CommonTexts.yes])], frame))\
            \(Form.select("status", frame[SupervisionTexts.status], value: query["status"], any: any, options: states, frame))
            """
    }
}
