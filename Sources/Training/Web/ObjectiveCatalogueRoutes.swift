import AlisDomain

/// The catalogue of learning objectives, for everybody.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /laeringsmal | everybody: what is asked on a day, what it replaced, and where it comes from |
struct ObjectiveCatalogueRoutes: Sendable {
    let objectives: ObjectiveDesk

    var routes: [Route] { [.open(.get, "/laeringsmal", show)] }

    private func show(_ visit: Visit) async throws -> Reply {
        let (shelf, frame) = (objectives.shelf, visit.frame)
        let catalogue = try await objectives.database.read { try shelf.catalogue(on: $0) }
        let typed = visit.query["dag"]
        let day = typed.isEmpty ? visit.today : CalendarDay(typed: typed)
        let problems = day == nil ? [FieldProblem("dag", ObjectiveTexts.noDay)] : []
        let mayImport = !(visit.session?.viewer.roles ?? []).isDisjoint(with: ObjectiveDesk.catalogueKeepers)
        let acts: Html =
            mayImport ? "<a class=\"btn\" href=\"/laeringsmal/katalog\">\(frame[ObjectiveTexts.importCatalogue])</a>" : .empty
        let sets = ObjectiveSet.allCases.map { section($0, catalogue, on: day ?? visit.today, frame) }
        return visit.page(
            frame[ObjectiveTexts.catalogueTitle], status: problems.isEmpty ? 200 : 400, description: frame[ObjectiveTexts.catalogueLede],
            """
            <div class="head"><div><h1>\(frame[ObjectiveTexts.catalogueTitle])</h1><p class="lede">\(frame[ObjectiveTexts.catalogueLede])</p></div>
            <p class="acts">\(acts)<a class="btn quiet" href="/laeringsmal/katalog.xlsx">\(frame[CommonTexts.downloadXLSX])</a>\
            <a class="btn quiet" href="/laeringsmal/katalog.csv">\(frame[CommonTexts.downloadCSV])</a></p></div>
            \(Form.errorSummary(problems, frame))
            <form class="filters" method="get" action="/laeringsmal">\(Form.text("dag", frame[ObjectiveTexts.onDay], value: typed.isEmpty ? visit.today.norwegian : typed, problems: problems, frame))\
            <button class="btn quiet">\(frame[ObjectiveTexts.show])</button></form>\(sets)
            <p class="note">\(frame[ObjectiveTexts.keptBy])</p>
            """)
    }

    private func section(_ set: ObjectiveSet, _ catalogue: ObjectiveCatalogue, on day: CalendarDay, _ frame: Frame) -> Html {
        let asked = catalogue.objectives(in: set, on: day)
        let others = catalogue.objectives.filter { $0.set == set && !$0.period.contains(day) }
            .sorted { ($0.period.from, $0.code.text) < ($1.period.from, $1.code.text) }
        let name = frame[ObjectiveTexts.name(set)]
        let sample: Html = catalogue.isSample(set) ? "<p class=\"next-plain sample\">\(frame[ObjectiveTexts.sampleLong])</p>" : .empty
        let outside: Html =
            others.isEmpty
            ? .empty
            : "<details><summary>\(frame[ObjectiveTexts.outside]) (\(others.count))</summary>\(table(others, name, frame))</details>"
        let body: Html =
            asked.isEmpty ? "<p class=\"empty\">\(frame[ObjectiveTexts.emptySet])</p>" : table(asked, name, frame)
        return """
            <section><h2 id="\(set.rawValue)">\(name)</h2><p class="note">\(frame[ObjectiveTexts.asked(asked.count, day)])</p>\(sample)\(body)\(outside)</section>
            """
    }

    private func table(_ objectives: [Objective], _ name: String, _ frame: Frame) -> Html {
        let heads = [
            ObjectiveTexts.code, ObjectiveTexts.objective, ObjectiveTexts.validity, ObjectiveTexts.replaces, ObjectiveTexts.version,
            PlanTexts.ruleSource,
        ].map { frame[$0] }
        let rows = objectives.map { objective -> Html in
            let mark: Html = objective.isSample ? " <span class=\"note\">(\(frame[ObjectiveTexts.example]))</span>" : .empty
            return """
                <tr><th scope="row" class="code">\(objective.code.text)</th><td data-label="\(heads[1])"><span>\(frame[objective.title])\(mark)</span></td>\
                <td data-label="\(heads[2])">\(Format.period(objective.period, frame.language))</td>\
                <td data-label="\(heads[3])">\(objective.replaces.map(\.text).joined(separator: ", "))</td>\
                <td data-label="\(heads[4])">\(objective.version)</td><td data-label="\(heads[5])"><span>\(RuleTexts.source(objective.source, frame))</span></td></tr>
                """
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(name), \(heads[2])"><table class="texts cards"><thead><tr>\
            \(heads.map { "<th scope=\"col\">\($0)</th>" as Html })</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
