import AlisDomain

/// The municipalities' general training plans (§ 23): public to read, written by the municipality from a template.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /utdanningsplaner, /utdanningsplaner/:slug | everybody |
/// | GET, POST | /kommuner/:slug/utdanningsplan | the municipality; its office helps |
package struct GeneralPlanRoutes: Sendable {
    let desk: RecordDesk

    package init(database: Database, register: RegisterCache, surroundings: Surroundings) {
        desk = RecordDesk(database: database, register: register, surroundings: surroundings)
    }

    package var routes: [Route] {
        [
            .open(.get, "/utdanningsplaner", list), .open(.get, "/utdanningsplaner/:slug", show),
            .restricted(.get, "/kommuner/:slug/utdanningsplan", to: .writers, edit),
            .restricted(.post, "/kommuner/:slug/utdanningsplan", to: .writers, save),
        ]
    }

    private struct Opened: Sendable {
        let id: MunicipalityID
        let slug: String
        let name: String
        let view: RegisterView
        /// The newest version there is, with who wrote it and when.
        let plan: Version<GeneralPlan>?
        let change: Change?
        let lastChange: ChangeNumber
    }

    private func open(_ visit: Visit) async throws -> Opened {
        let view = try await desk.register.current()
        guard let id = view.directory.municipality(slug: visit.parameter("slug")) else { throw PageRefusal.notFound }
        let (versions, changes) = try await desk.database.read { connection in
            let versions = try FactStore.versions(GeneralPlan.self, where: "municipality = \(id.key)", on: connection)
            return (versions, try ChangeLog.changes(versions.map(\.recordedIn), on: connection))
        }
        let plan = versions.filter { $0.supersededIn == nil }.max { $0.period.from < $1.period.from }
        return Opened(
            id: id, slug: view.directory.slug(of: id, on: visit.today) ?? id.key,
            name: view.directory.nearestFacts(of: id, on: visit.today)?.name ?? id.key, view: view, plan: plan,
            change: plan.flatMap { changes[$0.recordedIn] },
            lastChange: versions.map { max($0.recordedIn, $0.supersededIn ?? 0) }.max() ?? 0)
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let view = try await desk.register.current()
        let versions = try await desk.database.read { connection in
            try FactStore.versions(GeneralPlan.self, where: "supersededIn IS NULL", on: connection)
        }
        let written = Set(versions.filter { $0.value.texts.contains { !$0.isEmpty } }.map(\.value.municipality))
        let items = written.compactMap { id -> (name: String, slug: String)? in
            guard let name = view.directory.nearestFacts(of: id, on: visit.today)?.name,
                let slug = view.directory.slug(of: id, on: visit.today)
            else { return nil }
            return (name, slug)
        }.sorted { $0.name < $1.name }.map { "<li><a href=\"/utdanningsplaner/\($0.slug)\">\($0.name)</a></li>" as Html }
        let body: Html =
            items.isEmpty ? "<p class=\"empty\">\(visit.frame[GeneralPlanTexts.noneYet])</p>" : "<ul>\(items)</ul>"
        return visit.page(
            visit.frame[GeneralPlanTexts.listTitle],
            """
            <div class="narrow"><h1>\(visit.frame[GeneralPlanTexts.listTitle])</h1><p class="lede">\(visit.frame[GeneralPlanTexts.lede])</p>\(body)</div>
            """)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let opened = try await open(visit)
        let frame = visit.frame
        let mayWrite = visit.session.map { opened.view.scope($0.viewer, on: visit.today).mayWrite(opened.id) } ?? false
        let edit: Html =
            mayWrite
            ? "<p class=\"acts no-print\"><a class=\"btn\" href=\"/kommuner/\(opened.slug)/utdanningsplan\">\(frame[GeneralPlanTexts.write])</a></p>"
            : .empty
        let sections = GeneralPlan.Section.allCases.map { section -> Html in
            let text = opened.plan?.value.text(section) ?? ""
            let paragraphs = text.split(separator: "\n").map { "<p>\(String($0))</p>" as Html }
            let body: Html = paragraphs.isEmpty ? "<p class=\"empty\">\(frame[GeneralPlanTexts.notWritten])</p>" : .join(paragraphs)
            return "<h2>\(frame[GeneralPlanTexts.name(section)])</h2>\(body)"
        }
        let updated: Html =
            opened.plan.map { "<p class=\"note\">\(frame[GeneralPlanTexts.updated($0.period.from)])</p>" } ?? .empty
        let body: Html =
            opened.plan == nil ? "<p class=\"empty\">\(frame[GeneralPlanTexts.notPublished(opened.name)])</p>" : Html.join(sections)
        return visit.page(
            "\(frame[GeneralPlanTexts.title]): \(opened.name)",
            """
            <article class="paper narrow"><p class="crumb no-print"><a href="/utdanningsplaner">\(frame[GeneralPlanTexts.listTitle])</a></p>
            <h1>\(frame[GeneralPlanTexts.title]): \(opened.name)</h1>\(updated)\(edit)\(body)</article>
            """)
    }

    private func openForWriting(_ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let opened = try await open(visit)
        guard opened.view.scope(viewer, on: visit.today).mayWrite(opened.id) else { throw PageRefusal.notFound }
        return opened
    }

    private func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await openForWriting(visit, viewer)
        let values = FormData(
            GeneralPlan.Section.allCases.map { (name: $0.rawValue, value: opened.plan?.value.text($0) ?? "") })
        return form(visit, opened, values, [], status: 200)
    }

    private func save(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await openForWriting(visit, viewer)
        var reader = FieldReader(visit.form)
        let texts = GeneralPlan.Section.allCases.map { section in
            reader.optional(section.rawValue, longest: 4000).replacing("\r\n", with: "\n")
        }
        if reader.problems.isEmpty, texts.allSatisfy(\.isEmpty) {
            reader.problems.append(FieldProblem(GeneralPlan.Section.responsibility.rawValue, GeneralPlanTexts.nothingWritten))
        }
        guard reader.problems.isEmpty else { return form(visit, opened, visit.form, reader.problems, status: 422) }
        let (now, today, based, token) = (visit.now, visit.today, Int(visit.form["_based"]) ?? 0, visit.form["_once"])
        let newID = desk.surroundings.newID()
        let recorder = await desk.recorder(for: viewer, view: opened.view)
        let isConflict = try await desk.database.write { connection -> Bool in
            try connection.serialiseWriters()
            if !token.isEmpty, try ChangeLog.change(formToken: token, on: connection) != nil { return false }
            let all = try FactStore.versions(GeneralPlan.self, where: "municipality = \(opened.id.key)", on: connection)
            if let newest = all.map({ max($0.recordedIn, $0.supersededIn ?? 0) }).max(), newest > based { return true }
            let plan = GeneralPlan(municipality: opened.id, texts: texts)
            if all.contains(where: { $0.supersededIn == nil && $0.period.isOpen && $0.value == plan }) { return false }
            let change = try ChangeLog.record(
                .generalPlanWritten, by: recorder, at: now, formToken: token.isEmpty ? nil : token, on: connection)
            // From today on: what was published before stays as it was.
            try FactWriter(connection: connection, change: change).revise(
                GeneralPlan.self, id: all.first { $0.supersededIn == nil }?.id ?? newID.text, in: Period(startingOn: today), to: plan)
            return false
        }
        if isConflict {
            let problem = FieldProblem(GeneralPlan.Section.responsibility.rawValue, RegistrationTexts.changedMeanwhile)
            return form(visit, try await open(visit), visit.form, [problem], status: 409)
        }
        return .seeOther("/utdanningsplaner/\(opened.slug)")
    }

    private func form(_ visit: Visit, _ opened: Opened, _ values: FormData, _ problems: [FieldProblem], status: Int) -> Reply {
        let frame = visit.frame
        let once = values["_once"].isEmpty ? desk.surroundings.newSecret() : values["_once"]
        let fields = GeneralPlan.Section.allCases.map { section in
            Form.area(
                section.rawValue, frame[GeneralPlanTexts.name(section)], value: values.raw(section.rawValue) ?? "",
                hint: frame[GeneralPlanTexts.hint(section)], problems: problems, rows: 6, frame)
        }
        let by: Html =
            opened.change.map { "<p class=\"note\">\(frame[GeneralPlanTexts.lastBy($0.byName, $0.recordedAt)])</p>" } ?? .empty
        return visit.page(
            "\(frame[GeneralPlanTexts.title]): \(opened.name)", status: status,
            """
            <div class="narrow"><p class="crumb"><a href="/kommuner/\(opened.slug)">\(opened.name)</a></p><h1>\(frame[GeneralPlanTexts.title])</h1>
            <p class="lede">\(frame[GeneralPlanTexts.formLede])</p>\(by)\(Form.errorSummary(problems, frame))\(status == 409 ? FieldTexts.saved("/utdanningsplaner/\(opened.slug)", frame) : .empty)
            <form method="post" action="/kommuner/\(opened.slug)/utdanningsplan" novalidate>\(Form.mark(frame))\(Form.once(once))\(Form.basedOn(opened.lastChange))
            \(fields)\(Form.buttons(frame[CommonTexts.save], cancel: "/utdanningsplaner/\(opened.slug)", frame))</form></div>
            """)
    }
}

/// Texts about general training plans.
enum GeneralPlanTexts {
    static let title = Text("Generell utdanningsplan", nn: "Generell utdanningsplan")
    static let listTitle = Text("Generelle utdanningsplaner", nn: "Generelle utdanningsplanar")
    static let lede = Text(
        "Kommunene skal ha en offentlig plan for hvordan spesialistutdanningen i allmennmedisin foregår hos dem (§ 23).",
        nn: "Kommunane skal ha ein offentleg plan for korleis spesialistutdanninga i allmennmedisin går føre seg hos dei (§ 23).")
    static let formLede = Text(
        "Det du skriver her, er offentlig. Skriv aldri om enkeltpersoner.",
        nn: "Det du skriv her, er offentleg. Skriv aldri om enkeltpersonar.")
    static let noneYet = Text("Ingen kommuner har lagt ut planen sin ennå.", nn: "Ingen kommunar har lagt ut planen sin enno.")
    static let notWritten = Text("Ikke skrevet ennå.", nn: "Ikkje skrive enno.")
    static func notPublished(_ name: String) -> Text {
        Text("\(name) har ikke lagt ut planen sin her ennå.", nn: "\(name) har ikkje lagt ut planen sin her enno.")
    }
    static let nothingWritten = Text("Skriv minst én del før du lagrer.", nn: "Skriv minst éin del før du lagrar.")
    static let write = Text("Skriv eller endre planen", nn: "Skriv eller endre planen")
    static func updated(_ day: CalendarDay) -> Text { Text("Gjelder fra \(day.norwegian).", nn: "Gjeld frå \(day.norwegian).") }
    static func lastBy(_ name: String, _ time: Instant) -> Text {
        Text("Sist endret av \(name) \(Format.time(time)).", nn: "Sist endra av \(name) \(Format.time(time)).")
    }

    static func name(_ section: GeneralPlan.Section) -> Text {
        switch section {
        case .responsibility: Text("Kommunen og ansvaret", nn: "Kommunen og ansvaret")
        case .organisation: Text("Slik er utdanningen organisert", nn: "Slik er utdanninga organisert")
        case .assessment: Text("Slik vurderes kompetansen", nn: "Slik blir kompetansen vurdert")
        case .supervision: Text("Supervisjon og individuell veiledning", nn: "Supervisjon og individuell rettleiing")
        case .arenas: Text("Læringsarenaer", nn: "Læringsarenaer")
        case .objectives: Text("Læringsmål på hver arena", nn: "Læringsmål på kvar arena")
        }
    }

    static func hint(_ section: GeneralPlan.Section) -> Text {
        switch section {
        case .responsibility: Text("Fakta om kommunen, og hvem som svarer for hva.", nn: "Fakta om kommunen, og kven som svarer for kva.")
        case .organisation:
            Text("Stillinger, legekontor, legevakt, kurs og fellesmøter.", nn: "Stillingar, legekontor, legevakt, kurs og fellesmøte.")
        case .assessment: Text("Hvem som anbefaler, hvem som godkjenner, og når.", nn: "Kven som tilrår, kven som godkjenner, og når.")
        case .supervision:
            Text(
                "Hvordan legen får hjelp i hverdagen og veiledning hver måned.",
                nn: "Korleis legen får hjelp i kvardagen og rettleiing kvar månad.")
        case .arenas:
            Text("Steder i og utenfor kommunen, og avtalene med dem.", nn: "Stader i og utanfor kommunen, og avtalane med dei.")
        case .objectives:
            Text("Hvilke mål som nås helt eller delvis på hver arena.", nn: "Kva mål som blir nådde heilt eller delvis på kvar arena.")
        }
    }
}
