import AlisDomain

/// Search by name, HPR number or municipality; case, accents and Sámi letters are forgiven.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /sok | staff; persons in scope only |
package struct SearchRoutes {
    let register: RegisterCache
    let database: Database

    package var routes: [Route] { [.restricted(.get, Addresses.search, to: .staff, show)] }

    private static let pageSize = 50
    /// So many that a page of them can be turned to; more are found by writing more of the name.
    private static let mostFound = 20_000

    /// What was found, and how much of it one page shows.
    private struct Finding {
        let text: String
        var persons: [(id: RecordID, trainee: Trainee)] = []
        var places = Places()
        var page = 1
        /// The viewer may ask for a doctor of another municipality.
        var mayAsk = false

        var pages: Int { max(1, (persons.count + SearchRoutes.pageSize - 1) / SearchRoutes.pageSize) }
        var first: Int { (page - 1) * SearchRoutes.pageSize }
        var shown: ArraySlice<(id: RecordID, trainee: Trainee)> { persons[first..<min(first + SearchRoutes.pageSize, persons.count)] }
    }

    /// Municipalities that a text may mean.
    private struct Places {
        enum Kind { case named, beginning, suggested }
        var kind = Kind.suggested
        var all: [MunicipalityID] = []
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        var finding = Finding(text: String(visit.query["q"].prefix(100)))
        let text = Self.withoutSpaces(finding.text)
        finding.mayAsk = !viewer.roles.isDisjoint(with: Set<Role>.writers)
        let view = try await register.current()
        let scope = view.scope(viewer, on: visit.today)
        let visible = view.visible(scope, on: visit.today)
        if scope.seesNames, !text.isEmpty {
            // More than are shown, since those outside the scope fall away.
            let found = try await database.read { try TraineeWords.find(text, limit: Self.mostFound, on: $0) }
            let people = view.people(on: visit.today, knownAfter: .max)
            // A name, number or address of a record that was merged leads to the one kept.
            let kept = view.index.keptPersons
            var met: Set<RegisterIndex.Ordinal> = []
            for id in found {
                guard let own = view.index.ordinal(of: id) else { continue }
                let ordinal = kept?[Int(own)] ?? own
                guard visible[Int(ordinal)], let trainee = people[ordinal], met.insert(ordinal).inserted else { continue }
                finding.persons.append((view.index.personIDs[Int(ordinal)], trainee))
            }
            finding.persons.sort { ($0.trainee.sortName, $0.id) < ($1.trainee.sortName, $1.id) }
        }
        if !text.isEmpty { finding.places = municipalities(text, view, on: visit.today) }
        if let only = Self.only(finding, text, view, on: visit.today) { return .seeOther(only) }
        finding.page = min(max(1, Int(visit.query["side"]) ?? 1), finding.pages)
        return visit.page(visit.frame[CommonTexts.search], Self.page(finding, view: view, visit.frame))
    }

    /// An HPR number as people copy it, in groups and with what it is in front: `HPR 998 861 709`.
    private static func withoutSpaces(_ text: String) -> String {
        let bare = text.lowercased().replacing("hpr", with: "").filter { !$0.isWhitespace && $0 != ":" && $0 != "-" && $0 != "." }
        return !bare.isEmpty && bare.allSatisfy { $0.isASCII && $0.isNumber } ? bare : text
    }

    /// Where the search leads at once: to the one that is named in full. Something that is only like it is shown, never gone to.
    private static func only(_ finding: Finding, _ text: String, _ view: RegisterView, on day: CalendarDay) -> String? {
        if finding.persons.count == 1, finding.places.all.isEmpty, finding.persons[0].trainee.hpr.map({ $0 == HPRNumber(text) }) ?? false {
            return Addresses.record(finding.persons[0].id)
        }
        guard finding.persons.isEmpty, finding.places.kind == .named, finding.places.all.count == 1 else { return nil }
        return view.directory.address(of: finding.places.all[0], on: day)
    }

    private func municipalities(_ text: String, _ view: RegisterView, on day: CalendarDay) -> Places {
        switch view.directory.find(text, on: day) {
        case .one(let id), .successor(let id, of: _): return Places(kind: .named, all: [id])
        case .ambiguous(let several): return Places(kind: .named, all: several)
        case .unknown(let suggestions):
            let asked = Folding.fold(text)
            // A sign alone begins every name and means none.
            guard asked.contains(where: { $0.isLetter || $0.isNumber }) else { return Places() }
            let beginning = view.directory.municipalities(on: day).filter { stretch in
                Folding.fold(stretch.facts.name).hasPrefix(asked)
                    || stretch.facts.otherNames.contains { Folding.fold($0.name).hasPrefix(asked) }
            }
            if beginning.isEmpty { return Places(kind: .suggested, all: suggestions) }
            return Places(kind: .beginning, all: beginning.prefix(20).map(\.municipality))
        }
    }

    private static func page(_ finding: Finding, view: RegisterView, _ frame: Frame) -> Html {
        let people = finding.shown.map { person -> Html in
            let details = [person.trainee.hpr.map { "HPR \($0.digits)" }, person.trainee.birthYear.map(String.init)].compactMap { $0 }
            return
                "<li><a href=\"\(Addresses.record(person.id))\">\(person.trainee.fullName)</a> <span class=\"note\">\(details.joined(separator: ", "))</span></li>"
        }
        let municipalities = finding.places.all.compactMap { id -> Html? in
            view.directory.nearestFacts(of: id, on: frame.today).map {
                "<li><a href=\"\(view.directory.address(of: id, on: frame.today))\">\($0.name)</a> <span class=\"note\">\($0.number.digits)</span></li>"
            }
        }
        let nothing: Html =
            people.isEmpty && (municipalities.isEmpty || finding.places.kind == .suggested) && !finding.text.isEmpty
            ? "<p class=\"empty\">\(frame[SearchTexts.nothing(finding.text)])</p>" : .empty
        // Whoever is not found may be somebody else's.
        let number = HPRNumber(withoutSpaces(finding.text)).map { "?hpr=\($0.digits)" } ?? ""
        let ask: Html =
            nothing.isEmpty || !finding.mayAsk
            ? .empty
            : "<p><a href=\"\(Addresses.newTransfer())\(number)\">\(frame[TransferTexts.comesFromElsewhere]) \(frame[TransferTexts.ask])</a></p>"
        let persons: Html =
            people.isEmpty
            ? .empty : "<h2>\(frame[SearchTexts.persons(finding.persons.count)])</h2><ul>\(people)</ul>\(pages(finding, frame))"
        let title = finding.places.kind == .suggested ? SearchTexts.didYouMean : MunicipalityTexts.listTitle
        let places: Html = municipalities.isEmpty ? .empty : "<h2>\(frame[title])</h2><ul>\(municipalities)</ul>"
        return """
            <div class="narrow"><h1>\(frame[CommonTexts.search])</h1>
            <form action="\(Addresses.search())" role="search" class="inline"><input type="search" name="q" value="\(finding.text)" maxlength="100" aria-label="\(frame[CommonTexts.searchPlaceholder])">\
            <button class="btn">\(frame[CommonTexts.search])</button></form>\(nothing)\(ask)
            \(finding.places.kind == .named ? places + persons : persons + places)</div>
            """
    }

    /// Which of those found are shown, and the way to the next.
    private static func pages(_ finding: Finding, _ frame: Frame) -> Html {
        guard finding.pages > 1 else { return .empty }
        func link(_ page: Int, _ text: Text) -> Html {
            "<a href=\"\(Addresses.search())?\(FormData([("q", finding.text), ("side", String(page))]).urlEncoded)\">\(frame[text])</a>"
        }
        let last = finding.first + finding.shown.count
        return """
            <nav class="pages" aria-label="\(frame[CommonTexts.pages])"><span>\(frame[CommonTexts.rows(finding.first + 1, last, of: finding.persons.count)])</span>\
            \(finding.page > 1 ? link(finding.page - 1, CommonTexts.previous) : .empty)\(finding.page < finding.pages ? link(finding.page + 1, CommonTexts.next) : .empty)</nav>
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
        count == 1 ? Text("1 lege", nn: "1 lege") : Text("\(Format.number(count)) leger", nn: "\(Format.number(count)) legar")
    }
    static let didYouMean = Text("Mente du en av disse kommunene?", nn: "Meinte du ein av desse kommunane?")
}
