import AlisDomain

/// The list of supervisors: what is asked for, and those the viewer may see who fit.
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

        /// The address with the same filters, and another page.
        func link(_ path: String, page: Int = 1) -> String {
            let kept = FormData(query.without(["side"]).pairs.filter { !$0.value.isEmpty })
            let whole = page > 1 ? kept.setting("side", to: "\(page)") : kept
            return whole.pairs.isEmpty ? path : "\(path)?\(whole.urlEncoded)"
        }
    }

    static let pageSize = 50

    let question: Question
    let rows: [Row]
    let offices: [Office]
    let page: Int

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
        page = min(max(1, Int(query["side"]) ?? 1), max(1, (rows.count + Self.pageSize - 1) / Self.pageSize))
    }
}
