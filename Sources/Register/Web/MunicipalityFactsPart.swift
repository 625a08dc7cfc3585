import AlisDomain

/// What a municipality is and has been: number, county, office, trust, and its numbers and names through time.
enum MunicipalityFactsPart {
    static func html(_ model: MunicipalityPages.Model, _ county: String, _ frame: Frame) -> Html {
        guard let facts = model.facts else { return .empty }
        let reference = model.view.reference
        let office = facts.office.flatMap { code in reference.offices.first { $0.value.code == code }?.value.name }
        let trust = facts.trust.flatMap { code in reference.trusts.first { $0.value.code == code }?.value.name }
        // What is unknown of a municipality that is no more is not missing: it is left out.
        let unknown = model.isEnded ? "" : "–"
        var pairs: [(Text, String)] = [
            (MunicipalityTexts.number, facts.number.digits), (MunicipalityTexts.county, county),
            (MunicipalityTexts.office, office ?? unknown),
            (MunicipalityTexts.trust, trust ?? unknown),
            (MunicipalityTexts.inhabitants, reference.population(on: model.asOf)[model.id].map { Format.number($0) } ?? unknown),
            (MunicipalityTexts.centrality, facts.centrality.map(String.init) ?? unknown),
            (MunicipalityTexts.language, model.isEnded ? "" : frame[MunicipalityTexts.decision(facts.language)]),
        ]
        if !facts.otherNames.isEmpty {
            let names = facts.otherNames.map { "\($0.name) (\(frame[MunicipalityTexts.decision($0.language)]))" }
            pairs.append((MunicipalityTexts.otherNames, names.joined(separator: ", ")))
        }
        let rows = pairs.filter { !$0.1.isEmpty }.map { "<dt>\(frame[$0.0])</dt><dd>\($0.1)</dd>" as Html }
        let slug = model.slug(on: frame.today)
        let links: Html =
            model.isEnded
            ? .empty
            : """
            <p><a href="\(Addresses.registration(slug))">\(frame[MunicipalityTexts.enterprise])</a> · \
            <a href="\(Addresses.generalPlan(slug))">\(frame[MunicipalityTexts.generalPlan])</a></p>
            """
        return """
            <section><h2>\(frame[MunicipalityTexts.facts])</h2><dl class="facts">\(rows)</dl>\(links)
            <details\(flag: " open", model.isEnded)><summary>\(frame[MunicipalityTexts.numbersOverTime])</summary>\
            <ul>\(history(model, frame).map { "<li>\($0)</li>" as Html })</ul></details></section>
            """
    }

    /// Each number and name with the whole time it held, newest first; then what the municipality came from and went into.
    private static func history(_ model: MunicipalityPages.Model, _ frame: Frame) -> [String] {
        let directory = model.view.directory
        var lines: [String] = directory.numbersAndNames(of: model.id).reversed().map { entry in
            "\(entry.number.digits) \(entry.name), \(Format.period(entry.period, frame.language))"
        }
        func line(_ old: MunicipalityID, _ new: MunicipalityID, _ from: CalendarDay) -> String? {
            guard let before = directory.nearestFacts(of: old, on: from.adding(days: -1)),
                let after = directory.nearestFacts(of: new, on: from)
            else { return nil }
            return "\(before.number.digits) \(before.name) → \(after.number.digits) \(after.name), \(from.norwegian)"
        }
        for change in directory.changes(of: model.id) where change.new != change.old {
            if let line = line(change.old, change.new, change.from) { lines.append(line) }
        }
        return lines
    }
}
