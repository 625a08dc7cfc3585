import AlisDomain

/// The list behind every figure.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /alis, .csv, .xlsx | staff; names only of those in scope, the Directorate without names |
package struct TraineeListRoutes {
    let register: RegisterCache
    let database: Database

    package var routes: [Route] {
        Route.list(Addresses.trainees, to: .staff) { visit, viewer in
            let (address, view) = try await QuestionAddress.resolve(visit, register: register, database: database)
            return TraineeList(address, view, viewer, visit).page(visit)
        }
    }
}

/// Who the question and the measure count, in order of name, as far as the viewer may see.
struct TraineeList: Sendable {
    let address: QuestionAddress
    let filter: TraineeListFilter
    /// What the list is narrowed to, beside the fields above it.
    let narrowings: [Narrowing]
    let measure: Measure
    let members: [OverviewAnswer.Member]
    /// How many the figure counts in all, seen or not.
    let counted: Int
    let mayAdd: Bool
    /// What the municipalities are called on the day asked about.
    let places: [MunicipalityID: PlaceName]
    /// Nil when the viewer may not see who they are.
    let people: PeopleOnDay?
    private let view: RegisterView

    func id(_ person: RegisterIndex.Ordinal) -> RecordID { view.index.personIDs[Int(person)] }

    /// What a person is called for those who may not see names, or when the register did not know her then.
    func pseudonym(_ person: RegisterIndex.Ordinal) -> String { "ALIS \(id(person).text.prefix(6))" }

    init(_ address: QuestionAddress, _ view: RegisterView, _ viewer: Viewer, _ visit: Visit) {
        let question = address.question
        measure = QuestionAddress.measure(visit.query["maal"]) ?? .active
        self.address = address
        let filter = TraineeListFilter(visit.query, view)
        self.filter = filter
        narrowings = filter.narrowings(view, question, visit.frame)
        members = filter.members(view.seen(question, counting: measure, by: viewer, on: visit.today), of: question, view)
        counted = filter.members(view.members(question, counting: measure), of: question, view).count
        let seesNames = view.scope(viewer, on: visit.today).seesNames
        people = seesNames ? view.people(on: question.asOf, knownAfter: question.knownAfter) : nil
        places = view.placeNames(on: question.asOf)
        self.view = view
        mayAdd = !viewer.roles.isDisjoint(with: Set<Role>.writers)
    }

    /// The list with its page.
    func page(_ visit: Visit) -> ListPage<OverviewAnswer.Member> {
        let (frame, question) = (visit.frame, address.question)
        let asked = [("maal", QuestionAddress.code(measure))] + filter.pairs
        let title = TraineeTexts.listHeading(counted, measure)
        let file = ListFile(
            ExportFront.fileName("alis", address, more: asked), notes: ExportFront.notes(visit, address, view, title),
            front: {
                ExportFront(
                    OverviewTexts.name(measure), path: Addresses.trainees(), visit, address, view, more: narrowings,
                    coverage: view.table(question).nation, measures: [measure])
            }, hasComments: false)
        var page = ListPage(
            frame[TraineeTexts.listTitle], columns(frame), members, empty: TraineeTexts.nobody, query: visit.query,
            understood: FormData(urlEncoded: address.query(setting: asked)), file: file)
        page.heading = frame[title]
        page.lede = """
            \(frame[OverviewTexts.definition(measure)])\
            \(members.count < counted ? " \(frame[TraineeTexts.seesOnly(members.count)])" as Html : .empty)
            """
        page.acts =
            mayAdd ? "<a class=\"btn\" href=\"\(Addresses.newTrainee())\">\(frame[TraineeTexts.addTrainee])</a>\(plans(frame))" : .empty
        let chips = narrowings.map { narrowing in
            (narrowing, address.link(Addresses.trainees(), setting: asked + [(narrowing.field, nil)]))
        }
        page.above = "\(OverviewPage.toCome(question.asOf, frame))\(SelectionChips.html(chips, frame))"
        page.filters = filters(frame)
        page.problems = address.problems + filter.problems
        page.isReusable = address.isTimeless
        page.tunedRows = { tunedRows($0, frame) }
        return page
    }

    /// The same doctors' plans, as of today.
    private func plans(_ frame: Frame) -> Html {
        let address = address.link(Addresses.plans(), setting: [("per", nil), ("kjent", nil), ("vis", nil)])
        return "<a class=\"btn quiet\" href=\"\(address)\">\(frame[TraineeTexts.allPlans])</a>"
    }

    private func filters(_ frame: Frame) -> Html {
        let measures = Measure.allCases.map { (value: QuestionAddress.code($0), text: frame[OverviewTexts.name($0)]) }
        // What has no field stays as it is when the fields are changed; the chips above say what it is.
        let kept = FormData(filter.pairs.compactMap { name, value in value.map { (name, $0) } })
        return """
            \(Form.select("maal", frame[TraineeTexts.whichList], value: QuestionAddress.code(measure), options: measures, problems: address.problems + filter.problems, frame))
            \(QuestionFilters.fields(address, offices: view.offices(on: address.question.asOf), frame))\(Form.hidden(kept))
            """
    }
}

extension TraineeList {
    private typealias Column = ListColumn<OverviewAnswer.Member>

    private func columns(_ frame: Frame) -> [ListColumn<OverviewAnswer.Member>] {
        func filed(_ title: Text, _ value: @escaping (OverviewAnswer.Member) -> ExportValue) -> Column {
            Column(frame[title], in: .file, value: value)
        }
        func name(_ row: OverviewAnswer.Member) -> String { people?[row.person]?.fullName ?? pseudonym(row.person) }
        func place(_ row: OverviewAnswer.Member) -> ExportValue { .text(row.municipality.flatMap { places[$0]?.name } ?? "") }
        func form(_ row: OverviewAnswer.Member) -> ExportValue { .text(row.form.map { frame[OverviewTexts.name($0)] } ?? "") }
        func shown(
            _ title: Text, _ sort: String, in place: Column.Place = .page, _ value: @escaping (OverviewAnswer.Member) -> ExportValue
        ) -> Column {
            Column(frame[title], sort: sort, in: place, value: value)
        }
        // A file may be sent in again: it has the names apart, and says where she works by number.
        return [
            Column(frame[TraineeTexts.name], sort: "navn", by: { .person(name($0)) }, in: .page, value: { .text(name($0)) }),
            shown(OverviewTexts.place, "sted", place),
            shown(OverviewTexts.scheme, "ordning") { .text(frame[OverviewTexts.name($0.scheme)]) },
            shown(OverviewTexts.form, "form", form),
            filed(TraineeTexts.familyName) { .text(people?[$0.person]?.familyName ?? pseudonym($0.person)) },
            filed(TraineeTexts.givenName) { .text(people?[$0.person]?.givenName ?? "") },
            filed(TraineeTexts.hpr) { .text(people?[$0.person]?.hpr?.digits ?? "") },
            filed(TraineeTexts.birthYear) { people?[$0.person]?.birthYear.map { .integer($0) } ?? .empty },
            filed(TraineeTexts.email) { .text(people?[$0.person]?.email?.text ?? "") },
            filed(MunicipalityTexts.number) { row in
                .text(row.municipality.flatMap { view.directory.nearestFacts(of: $0, on: address.question.asOf)?.number.digits } ?? "")
            },
            filed(TraineeTexts.municipality, place), filed(TraineeTexts.workplace) { .text($0.workplace) }, filed(TraineeTexts.form, form),
            shown(TraineeTexts.percent, "stilling", in: .pageAndFile) { .position($0.percent) },
            filed(TraineeTexts.scheme) { .text(frame[OverviewTexts.name($0.scheme)]) },
            shown(TraineeTexts.standing, "status", in: .pageAndFile) { .text(frame[TraineeTexts.name($0.standing)]) },
            shown(TraineeTexts.expectedEnd, "ferdig", in: .pageAndFile) { ExportValue($0.expectedEnd) },
        ]
    }

    /// The page's rows. Written out part by part, since this list is the one that is opened most and may hold the whole country: cell by
    /// cell it takes several times as long.
    private func tunedRows(_ rows: ArraySlice<OverviewAnswer.Member>, _ frame: Frame) -> Html {
        let heads = [
            TraineeTexts.name, OverviewTexts.place, OverviewTexts.scheme, OverviewTexts.form, TraineeTexts.percent, TraineeTexts.standing,
            TraineeTexts.expectedEnd,
        ]
        let labels = heads.map { frame[$0] }
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
        return Html.each(rows.indices, length: 384) { index, html in
            // Asked for part by part: a copy of the member would hold on to each of its texts.
            html.appendLiteral("<tr><th scope=\"row\">")
            html.appendInterpolation(rows[index].person, in: self)
            html.appendInterpolation(afterName)
            html.appendInterpolation(rows[index].municipality.flatMap { places[$0] })
            let (scheme, form) = (rows[index].scheme, rows[index].form)
            let place = (Training.Scheme.allCases.firstIndex(of: scheme) ?? 0, forms.firstIndex(of: form) ?? 0)
            html.appendInterpolation(middles[place.0][place.1])
            let percent = rows[index].percent
            if percent == PositionPercent.full.hundredths {
                html.appendInterpolation(full)
            } else {
                html.appendInterpolation(PositionPercent(hundredths: percent).map { Format.percent($0) })
            }
            let standing = rows[index].standing
            if standing == .active {
                html.appendInterpolation(active)
            } else {
                html.appendInterpolation(cells[5])
                html.appendInterpolation(frame[TraineeTexts.name(standing)])
                html.appendInterpolation(cells[6])
            }
            html.appendInterpolation(rows[index].expectedEnd)
            html.appendLiteral("</td></tr>")
        }
    }
}

extension Html.StringInterpolation {
    /// A person as a link to her page, or what she is called for those who may not see names.
    fileprivate mutating func appendInterpolation(_ person: RegisterIndex.Ordinal, in list: TraineeList) {
        guard let people = list.people else { return appendInterpolation(list.pseudonym(person)) }
        appendLiteral("<a href=\"")
        appendInterpolation(Addresses.record.start)
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
        appendLiteral("<a href=\"")
        appendInterpolation(Addresses.municipality.start)
        appendInterpolation(place.slug)
        appendLiteral("\">")
        appendInterpolation(place.name)
        appendLiteral("</a>")
    }
}
