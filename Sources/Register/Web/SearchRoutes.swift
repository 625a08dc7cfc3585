import AlisDomain

/// Search by name, HPR number or municipality; case, accents and Sámi letters are forgiven.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /sok | staff; persons in scope only |
package struct SearchRoutes {
    let register: RegisterCache
    let database: Database

    package init(register: RegisterCache, database: Database) {
        self.register = register
        self.database = database
    }

    package var routes: [Route] { [.restricted(.get, "/sok", to: .staff, show)] }

    private static let most = 50

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let text = String(visit.query["q"].prefix(100))
        let view = try await register.current()
        let scope = view.scope(viewer, on: visit.today)
        let visible = view.visible(scope, on: visit.today)
        let seesNames = scope.seesEveryone || !scope.seesPseudonyms
        var persons: [(id: RecordID, trainee: Trainee)] = []
        if seesNames, !text.isEmpty {
            // More than are shown, since those outside the scope fall away.
            let found = try await database.read { try TraineeWords.find(text, limit: 2000, on: $0) }
            let people = view.people(on: visit.today, knownAfter: .max)
            for id in found {
                guard let ordinal = view.index.ordinal(of: id), visible[Int(ordinal)], let trainee = people[ordinal] else { continue }
                persons.append((id, trainee))
            }
            persons.sort { ($0.trainee.sortName, $0.id) < ($1.trainee.sortName, $1.id) }
        }
        let places = text.isEmpty ? [] : municipalities(text, view, on: visit.today)
        if persons.isEmpty, places.count == 1, let slug = view.directory.slug(of: places[0], on: visit.today) {
            return .seeOther("/kommuner/\(slug)")
        }
        return visit.page(
            visit.frame[CommonTexts.search],
            Self.page(text, Array(persons.prefix(Self.most)), total: persons.count, places: places, view: view, visit.frame))
    }

    private func municipalities(_ text: String, _ view: RegisterView, on day: CalendarDay) -> [MunicipalityID] {
        switch view.directory.find(text, on: day) {
        case .one(let id), .successor(let id, of: _): return [id]
        case .ambiguous(let several): return several
        case .unknown(let suggestions):
            let asked = Folding.fold(text)
            // A sign alone begins every name and means none.
            guard asked.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
            let beginning = view.directory.municipalities(on: day).filter { stretch in
                Folding.fold(stretch.facts.name).hasPrefix(asked)
                    || stretch.facts.otherNames.contains { Folding.fold($0.name).hasPrefix(asked) }
            }
            return beginning.isEmpty ? suggestions : beginning.prefix(20).map(\.municipality)
        }
    }

    private static func page(
        _ text: String, _ persons: [(id: RecordID, trainee: Trainee)], total: Int, places: [MunicipalityID], view: RegisterView,
        _ frame: Frame
    ) -> Html {
        let people = persons.map { person -> Html in
            let details = [person.trainee.hpr.map { "HPR \($0.digits)" }, person.trainee.birthYear.map(String.init)].compactMap { $0 }
            return
                "<li><a href=\"/alis/\(person.id.text)\">\(person.trainee.fullName)</a> <span class=\"note\">\(details.joined(separator: ", "))</span></li>"
        }
        let municipalities = places.compactMap { id -> Html? in
            guard let facts = view.directory.nearestFacts(of: id, on: frame.today), let slug = view.directory.slug(of: id, on: frame.today)
            else { return nil }
            return "<li><a href=\"/kommuner/\(slug)\">\(facts.name)</a> <span class=\"note\">\(facts.number.digits)</span></li>"
        }
        let nothing: Html =
            people.isEmpty && municipalities.isEmpty && !text.isEmpty
            ? "<p class=\"empty\">\(frame[SearchTexts.nothing(text)])</p>" : .empty
        return """
            <div class="narrow"><h1>\(frame[CommonTexts.search])</h1>
            <form action="/sok" role="search" class="inline"><input type="search" name="q" value="\(text)" maxlength="100" aria-label="\(frame[CommonTexts.searchPlaceholder])">\
            <button class="btn">\(frame[CommonTexts.search])</button></form>\(nothing)
            \(people.isEmpty ? .empty : "<h2>\(frame[SearchTexts.persons(total)])</h2><ul>\(people)</ul>" as Html)
            \(total > persons.count ? "<p class=\"note\">\(frame[SearchTexts.more])</p>" as Html : .empty)
            \(municipalities.isEmpty ? .empty : "<h2>\(frame[MunicipalityTexts.listTitle])</h2><ul>\(municipalities)</ul>" as Html)</div>
            """
    }
}

/// Texts of the search page.
enum SearchTexts {
    static func nothing(_ text: String) -> Text {
        Text(
            "Ingen treff på «\(text)» blant dem du har tilgang til. Prøv etternavnet, HPR-nummeret eller kommunen.",
            nn: "Ingen treff på «\(text)» blant dei du har tilgang til. Prøv etternamnet, HPR-nummeret eller kommunen.")
    }
    static func persons(_ count: Int) -> Text {
        count == 1 ? Text("1 lege", nn: "1 lege") : Text("\(count) leger", nn: "\(count) legar")
    }
    static let more = Text("Skriv mer av navnet for å se færre.", nn: "Skriv meir av namnet for å sjå færre.")
}
