import AlisDomain

/// The list behind every figure.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /alis | staff; names only of those in scope, the Directorate without names |
package struct TraineeListRoutes {
    let register: RegisterCache
    let database: Database

    package var routes: [Route] { [.restricted(.get, "/alis", to: .staff, show)] }

    static let pageSize = 50

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (address, view) = try await QuestionAddress.resolve(visit, register: register, database: database)
        let list = TraineeList(address, view, viewer, visit)
        let status = list.problems.isEmpty ? 200 : 400
        return visit.page(visit.frame[TraineeTexts.listTitle], status: status, TraineeListPage.html(list, visit.frame))
            .reusable(address.isTimeless)
    }
}

/// One page of a list: who the question and the measure count, in order of name, as far as the viewer may see.
struct TraineeList: Sendable {
    let address: QuestionAddress
    let filter: TraineeListFilter
    /// What of the address makes no sense.
    var problems: [FieldProblem] { address.problems + filter.problems }
    /// What the list is narrowed to, beside the fields above it.
    let narrowings: [Narrowing]
    let measure: Measure
    /// Those on this page, by their places in the whole.
    let members: ArraySlice<OverviewAnswer.Member>
    let first: Int
    /// How many the viewer may see, and how many the figure counts in all.
    let total: Int
    let counted: Int
    let page: Int
    let offices: [Office]
    let mayAdd: Bool
    /// What the municipalities are called on the day asked about.
    let places: [MunicipalityID: PlaceName]
    /// Nil when the viewer may not see who they are.
    let people: PeopleOnDay?
    private let view: RegisterView

    func id(_ person: RegisterIndex.Ordinal) -> RecordID { view.index.personIDs[Int(person)] }

    /// What a person is called for those who may not see names, or when the register did not know her then.
    func pseudonym(_ person: RegisterIndex.Ordinal) -> String { "ALIS \(id(person).text.prefix(6))" }

    init(_ address: QuestionAddress, _ view: RegisterView, _ viewer: Viewer, _ visit: Visit, isWhole: Bool = false) {
        let question = address.question
        measure = QuestionAddress.measure(visit.query["maal"]) ?? .active
        self.address = address
        let filter = TraineeListFilter(visit.query, view)
        self.filter = filter
        narrowings = filter.narrowings(view, question, visit.frame)
        let scope = view.scope(viewer, on: visit.today)
        let seen = filter.members(view.seen(question, counting: measure, by: viewer, on: visit.today), of: question, view)
        counted = filter.members(view.members(question, counting: measure), of: question, view).count
        total = seen.count
        let pages = max(1, (seen.count + TraineeListRoutes.pageSize - 1) / TraineeListRoutes.pageSize)
        page = min(max(1, Int(visit.query["side"]) ?? 1), pages)
        first = isWhole ? 0 : (page - 1) * TraineeListRoutes.pageSize
        members = isWhole ? seen[...] : seen[first..<min(first + TraineeListRoutes.pageSize, seen.count)]
        people = !scope.seesNames ? nil : view.people(on: question.asOf, knownAfter: question.knownAfter)
        places = view.placeNames(on: question.asOf)
        self.view = view
        offices = view.offices(on: question.asOf)
        mayAdd = !viewer.roles.isDisjoint(with: Set<Role>.writers)
    }

    /// An address under `path` for the same list, changed as said.
    func link(_ path: String, setting changes: [(String, String?)] = []) -> String {
        address.link(path, setting: [("maal", QuestionAddress.code(measure))] + filter.pairs + changes)
    }
}

/// The list's page.
enum TraineeListPage {
    static func html(_ list: TraineeList, _ frame: Frame) -> Html {
        let measures = Measure.allCases.map { measure -> (value: String, text: String) in
            (QuestionAddress.code(measure), frame[OverviewTexts.name(measure)])
        }
        let question = list.link("")
        return """
            <div class="head"><div><h1>\(frame[TraineeTexts.listHeading(list.counted, list.measure)])</h1>
            <p class="lede">\(frame[OverviewTexts.definition(list.measure)])\
            \(list.total < list.counted ? " \(frame[TraineeTexts.seesOnly(list.total)])" as Html : .empty)</p></div>
            <p class="acts">\(list.mayAdd ? "<a class=\"btn\" href=\"/alis/ny\">\(frame[TraineeTexts.addTrainee])</a>\(plans(list, frame))" as Html : .empty)\
            <a class="btn quiet" href="/alis.xlsx\(question)">\(frame[CommonTexts.downloadXLSX])</a>\
            <a class="btn quiet" href="/alis.csv\(question)">\(frame[CommonTexts.downloadCSV])</a></p></div>
            \(OverviewPage.toCome(list.address.question.asOf, frame))\(Form.errorSummary(list.problems, frame))\
            \(SelectionChips.html(list.narrowings.map { ($0, list.link("/alis", setting: [($0.field, nil)])) }, frame))
            <form class="filters" action="/alis" aria-label="\(frame[OverviewTexts.filters])">
            \(Form.select("maal", frame[TraineeTexts.whichList], value: QuestionAddress.code(list.measure), options: measures, problems: list.problems, frame))
            \(QuestionFilters.fields(list.address, offices: list.offices, frame))\(kept(list))
            <button class="btn">\(frame[CommonTexts.show])</button><a class="reset" href="/alis">\(frame[OverviewTexts.resetFilters])</a></form>
            \(list.members.isEmpty ? "<p class=\"empty\">\(frame[TraineeTexts.nobody])</p>" as Html : table(list, frame))
            """
    }

    /// The same doctors' plans, as of today.
    private static func plans(_ list: TraineeList, _ frame: Frame) -> Html {
        let address = list.address.link("/planer", setting: [("per", nil), ("kjent", nil), ("vis", nil)])
        return "<a class=\"btn quiet\" href=\"\(address)\">\(frame[TraineeTexts.allPlans])</a>"
    }

    /// What has no field stays as it is when the fields are changed; the chips above say what it is.
    private static func kept(_ list: TraineeList) -> [Html] {
        list.filter.pairs.compactMap { name, value in
            value.map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" as Html }
        }
    }

    private static func table(_ list: TraineeList, _ frame: Frame) -> Html {
        let heads = [
            TraineeTexts.name, OverviewTexts.place, OverviewTexts.scheme, OverviewTexts.form, TraineeTexts.percent, TraineeTexts.standing,
            TraineeTexts.expectedEnd,
        ]
        let labels = heads.map { frame[$0] }
        // What stands between two cells is the same in every row.
        let cells = labels.map { "</td><td data-label=\"\($0)\">" as Html }
        let afterName: Html = "</th><td data-label=\"\(labels[1])\">"
        let beforePercent: Html = "</td><td class=\"num\" data-label=\"\(labels[4])\">"
        // The few ways the middle of a row can look, each written once.
        let forms: [Engagement.Form?] = [nil] + Engagement.Form.allCases
        let middles = Training.Scheme.allCases.map { scheme in
            forms.map { form -> Html in
                let name: Html = form.map { "\(frame[OverviewTexts.name($0)])" } ?? .empty
                return "\(cells[2])\(frame[OverviewTexts.name(scheme)])\(cells[3])\(name)\(beforePercent)"
            }
        }
        let full: Html = "\(Format.percent(.full))"
        let active: Html = "\(cells[5])\(frame[TraineeTexts.name(Training.Standing.active)])\(cells[6])"
        let rows = Html.each(list.members.indices, length: 384) { index, html in
            // Asked for part by part: a copy of the member would hold on to each of its texts.
            html.appendLiteral("<tr><th scope=\"row\">")
            html.appendInterpolation(list.members[index].person, in: list)
            html.appendInterpolation(afterName)
            html.appendInterpolation(list.members[index].municipality.flatMap { list.places[$0] })
            let (scheme, form) = (list.members[index].scheme, list.members[index].form)
            let place = (Training.Scheme.allCases.firstIndex(of: scheme) ?? 0, forms.firstIndex(of: form) ?? 0)
            html.appendInterpolation(middles[place.0][place.1])
            let percent = list.members[index].percent
            if percent == PositionPercent.full.hundredths {
                html.appendInterpolation(full)
            } else {
                html.appendInterpolation(PositionPercent(hundredths: percent).map { Format.percent($0) })
            }
            let standing = list.members[index].standing
            if standing == .active {
                html.appendInterpolation(active)
            } else {
                html.appendInterpolation(cells[5])
                html.appendInterpolation(frame[TraineeTexts.name(standing)])
                html.appendInterpolation(cells[6])
            }
            html.appendInterpolation(list.members[index].expectedEnd)
            html.appendLiteral("</td></tr>")
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(frame[TraineeTexts.listTitle])"><table class="cards texts">
            <thead><tr>\(labels.map { "<th scope=\"col\">\($0)</th>" as Html })</tr></thead><tbody>\(rows)</tbody></table></div>
            \(pages(list, frame))
            """
    }

    private static func pages(_ list: TraineeList, _ frame: Frame) -> Html {
        let last = list.first + list.members.count
        func link(_ page: Int, _ text: Text) -> Html {
            let address = list.link("/alis", setting: [("side", page > 1 ? String(page) : nil)])
            return "<a href=\"\(address)\">\(frame[text])</a>"
        }
        return """
            <nav class="pages" aria-label="\(frame[TraineeTexts.pages])"><span>\(frame[CommonTexts.rows(list.first + 1, last, of: list.total)])</span>\
            \(list.page > 1 ? link(list.page - 1, CommonTexts.previous) : .empty)\(last < list.total ? link(list.page + 1, CommonTexts.next) : .empty)</nav>
            """
    }
}

extension Html.StringInterpolation {
    /// A person as a link to her page, or what she is called for those who may not see names.
    fileprivate mutating func appendInterpolation(_ person: RegisterIndex.Ordinal, in list: TraineeList) {
        guard let people = list.people else { return appendInterpolation(list.pseudonym(person)) }
        appendLiteral("<a href=\"/alis/")
        appendInterpolation(list.id(person))
        appendLiteral("\">")
        if let (given, family) = people.names(person) {
            if !given.isEmpty {
                appendInterpolation(given)
                appendLiteral(" ")
            }
            appendInterpolation(family)
        } else {
            appendInterpolation(list.pseudonym(person))
        }
        appendLiteral("</a>")
    }

    fileprivate mutating func appendInterpolation(_ place: PlaceName?) {
        guard let place else { return }
        appendLiteral("<a href=\"/kommuner/")
        appendInterpolation(place.slug)
        appendLiteral("\">")
        appendInterpolation(place.name)
        appendLiteral("</a>")
    }
}
