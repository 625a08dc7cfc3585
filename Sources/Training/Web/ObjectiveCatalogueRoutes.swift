import AlisDomain

/// The catalogue of learning objectives, for everybody.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /laeringsmal | everybody: what is asked on a day, what it replaced, and where it comes from |
struct ObjectiveCatalogueRoutes: Sendable {
    let objectives: ObjectiveDesk

    var routes: [Route] { [.open(.get, Addresses.catalogue, show)] }

    private func show(_ visit: Visit) async throws -> Reply {
        let (shelf, frame) = (objectives.shelf, visit.frame)
        let catalogue = try await objectives.database.read { try shelf.catalogue(on: $0) }
        let typed = visit.query["dag"]
        let day = typed.isEmpty ? visit.today : CalendarDay(typed: typed)
        let problems = day == nil ? [FieldProblem("dag", ObjectiveTexts.noDay)] : []
        let mayImport = !(visit.session?.viewer.roles ?? []).isDisjoint(with: ObjectiveDesk.catalogueKeepers)
        let acts: Html =
            mayImport ? "<a class=\"btn\" href=\"\(Addresses.catalogueFile())\">\(frame[ObjectiveTexts.importCatalogue])</a>" : .empty
        let sets = ObjectiveSet.allCases.map { section($0, catalogue, on: day ?? visit.today, frame) }
        return visit.page(
            frame[ObjectiveTexts.catalogueTitle], status: problems.isEmpty ? 200 : 400, description: frame[ObjectiveTexts.catalogueLede],
            """
            <div class="head"><div><h1>\(frame[ObjectiveTexts.catalogueTitle])</h1><p class="lede">\(frame[ObjectiveTexts.catalogueLede])</p></div>
            <p class="acts">\(acts)\(TakenOut.links(Addresses.catalogueFile(), frame))</p></div>
            \(Form.errorSummary(problems, frame))
            <form class="filters" method="get" action="\(Addresses.catalogue())">\(Form.text("dag", frame[ObjectiveTexts.onDay], value: typed.isEmpty ? visit.today.norwegian : typed, problems: problems, frame))\
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
            : "<details><summary>\(frame[ObjectiveTexts.outside]) (\(others.count))</summary>\(table(others, set, frame))</details>"
        let body: Html =
            asked.isEmpty ? "<p class=\"empty\">\(frame[ObjectiveTexts.emptySet])</p>" : table(asked, set, frame)
        return """
            <section><h2 id="\(set.rawValue)">\(name)</h2><p class="note">\(frame[ObjectiveTexts.asked(asked.count, day)])</p>\(sample)\(body)\(outside)</section>
            """
    }

    private func table(_ objectives: [Objective], _ set: ObjectiveSet, _ frame: Frame) -> Html {
        let heads = [
            ObjectiveTexts.code, ObjectiveTexts.objective, ObjectiveTexts.validity, ObjectiveTexts.replaces, ObjectiveTexts.version,
            PlanTexts.ruleSource,
        ]
        let rows = objectives.map { objective -> [Html] in
            let mark: Html = objective.isSample ? " <span class=\"note\">(\(frame[ObjectiveTexts.example]))</span>" : .empty
            return [
                "<span class=\"code\">\(objective.code.text)</span>", "<span>\(frame[objective.title])\(mark)</span>",
                "\(Format.period(objective.period, frame.language))", "\(objective.replaces.map(\.text).joined(separator: ", "))",
                "\(objective.version)", "<span>\(RuleTexts.source(objective.source, frame))</span>",
            ]
        }
        return ListTable(ObjectiveTexts.name(set), heads, frame).html(rows)
    }
}
