import AlisDomain

/// What every municipality has been called and numbered, searchable by any of it.
enum MunicipalityHistoryPage {
    static func html(_ text: String, _ view: RegisterView, _ frame: Frame) -> Html {
        """
        \(ReferencePages.crumb(frame))<h1>\(frame[ReferenceTexts.municipalitiesTitle])</h1>
        <p class="lede">\(frame[ReferenceTexts.municipalitiesLede])</p>
        <form class="filters" action="\(Addresses.municipalityHistory())" role="search">\(Form.text("q", frame[ReferenceTexts.searchLabel], value: text, type: "search", frame))\
        <button class="btn quiet">\(frame[CommonTexts.search])</button></form>
        \(text.isEmpty ? all(view, frame) : answer(text, view, frame))
        """
    }

    /// Also those that had the number or name once, and what has become of them.
    static func found(_ text: String, _ view: RegisterView, on day: CalendarDay) -> (municipalities: [MunicipalityID], isGuess: Bool) {
        switch view.directory.find(text, on: day) {
        case .one(let id): ([id], false)
        case .successor(let id, let former): ([former, id], false)
        case .ambiguous(let ids): (ids, false)
        case .unknown(let suggestions): (suggestions, true)
        }
    }

    private static func answer(_ text: String, _ view: RegisterView, _ frame: Frame) -> Html {
        let (found, isGuess) = found(text, view, on: frame.today)
        guard isGuess else { return Html.join(found.map { one($0, view, frame) }) }
        let suggestions = found.map { id -> Html in
            let name = view.directory.nearestFacts(of: id, on: frame.today)?.name ?? id.key
            return "<li><a href=\"\(Addresses.municipalityHistory())?q=\(FormData.encode(name))\">\(name)</a></li>"
        }
        return """
            <p class="empty">\(frame[ReferenceTexts.noneFound(text)])</p>
            \(suggestions.isEmpty ? .empty : "<h2>\(frame[ReferenceTexts.didYouMean])</h2><ul>\(suggestions)</ul>" as Html)
            """
    }

    private static func one(_ id: MunicipalityID, _ view: RegisterView, _ frame: Frame) -> Html {
        let reference = view.reference
        let records = reference.municipalities.filter { $0.value.municipality == id }.sorted { $0.period.from > $1.period.from }
        let name = view.directory.nearestFacts(of: id, on: frame.today)?.name ?? id.key
        let rows = records.map { row -> [Html] in
            let county = reference.counties.first { $0.value.number == row.value.countyNumber && $0.period.overlaps(row.period) }?.value
                .name
            return [
                "\(Format.period(row.period, frame.language))", "<strong>\(row.value.number.digits)</strong>", "\(row.value.name)",
                "\(county ?? row.value.countyNumber)",
            ] + ReferencePages.provenance(row.fact.certainty, row.fact.source, frame)
        }
        let names = reference.names.filter { $0.value.municipality == id }.map { row -> Html in
            """
            <li><span lang="\(languageCode(row.value.name.language))">\(row.value.name.name)</span> \
            <span class="note">\(frame[ReferenceTexts.name(row.value.name.language)]), \(Format.period(row.period, frame.language))</span></li>
            """
        }
        let changes = view.directory.changes(of: id)
        return """
            <section><h2><a href="\(view.directory.address(of: id, on: frame.today))">\(name)</a></h2>
            \(ReferencePages.table(ReferenceTexts.numbersAndNames, [ReferenceTexts.time, ReferenceTexts.number, ReferenceTexts.name, ReferenceTexts.county, ReferenceTexts.certainty, ReferenceTexts.source], rows, frame))
            \(names.isEmpty ? .empty : "<h3>\(frame[ReferenceTexts.otherNames])</h3><ul>\(names)</ul>" as Html)
            \(changes.isEmpty ? .empty : "<h3>\(frame[ReferenceTexts.whatHappened])</h3>" + table(changes, view, frame))</section>
            """
    }

    private static func languageCode(_ language: MunicipalityFacts.LocalName.Language) -> String {
        switch language {
        case .northernSami: "se"
        case .luleSami: "smj"
        case .southernSami: "sma"
        case .kven: "fkv"
        case .official: "nb"
        }
    }

    private static func all(_ view: RegisterView, _ frame: Frame) -> Html {
        let changes = view.directory.changes.filter { $0.kind == .merged || $0.kind == .split }
        return "<h2>\(frame[ReferenceTexts.mergersAndSplits])</h2>" + table(changes.reversed(), view, frame)
    }

    private static func table(_ changes: [MunicipalityChange], _ view: RegisterView, _ frame: Frame) -> Html {
        func name(_ id: MunicipalityID, on day: CalendarDay) -> Html {
            guard let facts = view.directory.nearestFacts(of: id, on: day) else { return "\(id.key)" }
            return "<a href=\"\(Addresses.municipalityHistory())?q=\(facts.number.digits)\">\(facts.number.digits) \(facts.name)</a>"
        }
        let rows = changes.map { change -> [Html] in
            [
                "\(change.from.norwegian)", "\(frame[ReferenceTexts.name(change.kind)])",
                name(change.old, on: change.from.adding(days: -1)),
                name(change.new, on: change.from),
            ]
        }
        return ReferencePages.table(
            ReferenceTexts.whatHappened, [ReferenceTexts.day, ReferenceTexts.kind, ReferenceTexts.was, ReferenceTexts.became], rows, frame)
    }
}
