import AlisDomain

/// The municipalities' general training plans (§ 23): written from a template as a draft, and public when the municipality publishes it.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /utdanningsplaner, /utdanningsplaner/:slug | everybody |
/// | GET, POST | /kommuner/:slug/utdanningsplan | the municipality; its office helps |
/// | POST | /kommuner/:slug/utdanningsplan/publisering | the municipality alone |
package struct GeneralPlanRoutes: Sendable {
    let desk: RecordDesk
    /// Who knows how many supervise in a municipality; nil where nobody does.
    let supply: (any AffectedSource)?

    package var routes: [Route] {
        [
            .open(.get, Addresses.generalPlans, list), .open(.get, Addresses.generalPlan, show),
            .restricted(.get, Addresses.generalPlanDraft, to: .writers, edit),
            .restricted(.post, Addresses.generalPlanDraft, to: .writers, save).kept(
                as: Text("Lagrer den generelle utdanningsplanen", nn: "Lagrar den generelle utdanningsplanen")),
            .restricted(.post, Addresses.generalPlanPublication, to: [.municipality], publish),
        ]
    }

    struct Opened: Sendable {
        let id: MunicipalityID
        let slug: String
        let name: String
        let view: RegisterView
        /// The newest version that is published.
        let plan: Version<GeneralPlan>?
        /// What is being written, with who wrote it last and when; nil before anybody has begun.
        let draft: Version<GeneralPlanDraft>?
        let change: Change?
        let registeredFrom: CalendarDay?
        let lastChange: ChangeNumber
    }

    private func open(_ visit: Visit) async throws -> Opened {
        let view = try await desk.register.current()
        guard let id = view.directory.municipality(slug: visit.parameter("slug")) else { throw PageRefusal.notFound }
        let (versions, drafts, registrations, changes) = try await desk.database.read { connection in
            let versions = try FactStore.versions(GeneralPlan.self, where: "municipality = \(id.key)", on: connection)
            let drafts = try FactStore.versions(GeneralPlanDraft.self, where: "municipality = \(id.key)", on: connection)
            let registrations = try FactStore.versions(
                EnterpriseRegistration.self, where: "municipality = \(id.key) AND supersededIn IS NULL", on: connection)
            return (
                versions, drafts, registrations,
                try ChangeLog.changes((versions.map(\.recordedIn) + drafts.map(\.recordedIn)), on: connection)
            )
        }
        let plan = versions.filter { $0.supersededIn == nil }.max { $0.period.from < $1.period.from }
        let draft = drafts.filter { $0.supersededIn == nil }.max { $0.period.from < $1.period.from }
        let today = visit.today
        return Opened(
            id: id, slug: view.directory.slug(of: id, on: today),
            name: view.directory.nearestFacts(of: id, on: today)?.name ?? id.key, view: view, plan: plan, draft: draft,
            change: [plan?.recordedIn, draft?.recordedIn].compactMap { $0 }.max().flatMap { changes[$0] },
            registeredFrom: registrations.filter {
                $0.value.specialty == .generalPractice && $0.value.status == .registered && $0.period.contains(today)
            }.map(\.period.from).min(),
            lastChange: Known(drafts: drafts, plans: versions).newest ?? 0)
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let view = try await desk.register.current()
        let versions = try await desk.database.read { connection in
            try FactStore.versions(GeneralPlan.self, where: "supersededIn IS NULL", on: connection)
        }
        let written = Set(versions.filter { $0.value.texts.contains { !$0.isEmpty } }.map(\.value.municipality))
        let items = written.compactMap { id -> (name: String, slug: String)? in
            view.directory.nearestFacts(of: id, on: visit.today).map { ($0.name, view.directory.slug(of: id, on: visit.today)) }
        }.sorted { $0.name < $1.name }.map { "<li><a href=\"\(Addresses.generalPlan($0.slug))\">\($0.name)</a></li>" as Html }
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
            ? "<p class=\"acts no-print\"><a class=\"btn\" href=\"\(Addresses.generalPlanDraft(opened.slug))\">\(frame[GeneralPlanTexts.write])</a></p>"
            : .empty
        // What was published before all sections were asked for says what it lacks.
        let sections = (opened.plan?.value.written ?? []).map { section -> Html in
            let paragraphs = (opened.plan?.value.text(section) ?? "").split(separator: "\n").map { "<p>\(String($0))</p>" as Html }
            return "<h2>\(frame[GeneralPlanTexts.name(section)])</h2>\(Html.join(paragraphs))"
        }
        let updated: Html =
            opened.plan.map { "<p class=\"note\">\(frame[GeneralPlanTexts.updated($0.period.from)])</p>" } ?? .empty
        let missing = (opened.plan?.value.missing ?? []).map { frame[GeneralPlanTexts.name($0)] }.joined(separator: ", ")
        let lacking: Html = missing.isEmpty ? .empty : "<p class=\"note\">\(frame[GeneralPlanTexts.missing]) \(missing).</p>"
        let body: Html =
            opened.plan == nil
            ? "<p class=\"empty\">\(frame[GeneralPlanTexts.notPublished(opened.name)])</p>" : Html.join(sections + [lacking])
        return visit.page(
            "\(frame[GeneralPlanTexts.title]): \(opened.name)",
            """
            <article class="paper narrow"><p class="crumb no-print"><a href="\(Addresses.generalPlans())">\(frame[GeneralPlanTexts.listTitle])</a></p>
            <h1>\(frame[GeneralPlanTexts.title]): \(opened.name)</h1>\(updated)\(edit)\(body)</article>
            """)
    }

    private func openForWriting(_ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let opened = try await open(visit)
        guard opened.view.scope(viewer, on: visit.today).mayWrite(opened.id) else { throw PageRefusal.notFound }
        return opened
    }

    /// What is in the draft; what is published when nobody has begun another; else the template.
    private func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await openForWriting(visit, viewer)
        let notice: Text? =
            visit.query.contains("lagret")
            ? GeneralPlanTexts.draftSaved : visit.query.contains("publisert") ? GeneralPlanTexts.published : nil
        let known = opened.draft?.value.plan ?? opened.plan?.value
        // The template fills what is empty when asked for; what somebody has written stands.
        let isFetched = known != nil && visit.query.contains("mal")
        let template = known == nil || isFetched ? try await template(opened, viewer, visit) : nil
        let values = FormData(
            GeneralPlan.Section.allCases.map { section in
                let text = known?.text(section) ?? ""
                return (name: section.rawValue, value: text.isEmpty ? template?[section] ?? "" : text)
            })
        return form(
            visit, viewer, opened, ShownForm(values), notice: isFetched ? GeneralPlanTexts.fetched : notice, isTemplate: known == nil)
    }

    /// The template in the municipality's own form of Norwegian, with what is known of it.
    private func template(_ opened: Opened, _ viewer: Viewer, _ visit: Visit) async throws -> [GeneralPlan.Section: String] {
        let (view, today) = (opened.view, visit.today)
        let facts = view.directory.nearestFacts(of: opened.id, on: today)
        var question = OverviewQuestion(asOf: today)
        question.municipality = opened.id
        let counts = view.answer(question).total
        let template = GeneralPlanTemplate(
            name: opened.name, doctors: counts[.active] + counts[.paused],
            supervisors: try await supply?.supply(in: opened.id, for: viewer, on: today)?.supervisors,
            office: facts?.office.flatMap { code in view.reference.offices.first { $0.value.code == code }?.value.name },
            trust: facts?.trust.flatMap { code in view.reference.trusts.first { $0.value.code == code }?.value.name },
            registeredFrom: opened.registeredFrom, today: today)
        let language: LanguageForm = facts?.language == .nynorsk ? .nynorsk : .bokmal
        return Dictionary(uniqueKeysWithValues: GeneralPlan.Section.allCases.map { ($0, template.text($0)[language]) })
    }

    /// Keeps the draft. Nothing is public before it is published.
    private func save(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await openForWriting(visit, viewer)
        let saved = Reply.seeOther("\(Addresses.generalPlanDraft(opened.slug))?lagret=1")
        if try visit.carriedOut != nil { return saved }
        var reader = FieldReader(visit.form)
        let texts = GeneralPlan.Section.allCases.map { section in
            reader.optional(section.rawValue, longest: 4000).replacing("\r\n", with: "\n")
        }
        if reader.problems.isEmpty, texts.allSatisfy(\.isEmpty) {
            reader.problems.append(FieldProblem(GeneralPlan.Section.responsibility.rawValue, GeneralPlanTexts.nothingWritten))
        }
        guard reader.problems.isEmpty else {
            return form(visit, viewer, opened, ShownForm(visit.form, reader.problems))
        }
        let plan = GeneralPlan(municipality: opened.id, texts: texts)
        let (newID, today) = (desk.surroundings.newID(), visit.today)
        let outcome = try await write(.generalPlanDrafted, visit, viewer, opened) { writer, known in
            if known.drafts.contains(where: { $0.supersededIn == nil && $0.period.isOpen && $0.value.plan == plan }) { return false }
            try writer.revise(
                GeneralPlanDraft.self, id: known.drafts.first { $0.supersededIn == nil }?.id ?? newID.text,
                in: Period(startingOn: today), to: GeneralPlanDraft(plan))
            return true
        }
        guard let again = outcome.again(visit.form, at: GeneralPlan.Section.responsibility.rawValue) else { return saved }
        return form(visit, viewer, try await open(visit), again)
    }

    /// Makes the draft the plan that everybody reads, in the municipality's name: an office prepares, and does not publish for it.
    private func publish(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await openForWriting(visit, viewer)
        guard Self.mayPublish(opened, viewer) else { throw PageRefusal.notFound }
        let published = Reply.seeOther("\(Addresses.generalPlanDraft(opened.slug))?publisert=1")
        if try visit.carriedOut != nil { return published }
        let draft = opened.draft?.value.plan
        func again(_ problems: [FieldProblem], status: Int = 422) async throws -> Reply {
            let fresh = try await open(visit)
            let known = fresh.draft?.value.plan ?? fresh.plan?.value
            let values = FormData(GeneralPlan.Section.allCases.map { (name: $0.rawValue, value: known?.text($0) ?? "") })
            return form(visit, viewer, fresh, ShownForm(values, problems, status: status))
        }
        guard let draft, !draft.written.isEmpty else {
            return try await again([FieldProblem(GeneralPlan.Section.responsibility.rawValue, GeneralPlanTexts.nothingToPublish)])
        }
        let unfinished =
            draft.missing.map { FieldProblem($0.rawValue, GeneralPlanTexts.unwritten($0)) }
            + draft.unfinished.map { FieldProblem($0.rawValue, GeneralPlanTexts.unfinished) }
        guard unfinished.isEmpty else { return try await again(unfinished) }
        let (newID, today) = (desk.surroundings.newID(), visit.today)
        let outcome = try await write(.generalPlanWritten, visit, viewer, opened) { writer, known in
            if known.plans.contains(where: { $0.supersededIn == nil && $0.period.isOpen && $0.value == draft }) { return false }
            // From today on: what was published before stays as it was.
            try writer.revise(
                GeneralPlan.self, id: known.plans.first { $0.supersededIn == nil }?.id ?? newID.text, in: Period(startingOn: today),
                to: draft)
            return true
        }
        guard case .conflict(_, let change) = outcome else { return published }
        let problem = FieldProblem(GeneralPlan.Section.responsibility.rawValue, CommonTexts.changedMeanwhile(change))
        return try await again([problem], status: 409)
    }

    static func mayPublish(_ opened: Opened, _ viewer: Viewer) -> Bool {
        viewer.grants.contains(Grant(role: .municipality, organisation: .municipality(opened.id)))
    }

    /// What is written of a municipality's plan, all versions of it.
    private struct Known: Sendable {
        let drafts: [Version<GeneralPlanDraft>]
        let plans: [Version<GeneralPlan>]

        var newest: ChangeNumber? {
            (drafts.map { max($0.recordedIn, $0.supersededIn ?? 0) } + plans.map { max($0.recordedIn, $0.supersededIn ?? 0) }).max()
        }
    }

    private func write(
        _ act: ChangeAct, _ visit: Visit, _ viewer: Viewer, _ opened: Opened,
        _ body: @escaping @Sendable (FactWriter, Known) throws -> Bool
    ) async throws -> WriteOutcome<Known> {
        let form = visit.act(act, by: opened.view.recorder(for: viewer))
        return try await desk.database.carryOut(form) { connection in
            Known(
                drafts: try FactStore.versions(GeneralPlanDraft.self, where: "municipality = \(opened.id.key)", on: connection),
                plans: try FactStore.versions(GeneralPlan.self, where: "municipality = \(opened.id.key)", on: connection))
        } newest: { known, _ in
            known.newest
        } writing: {
            try body($0, $1)
        }
    }

    private func form(
        _ visit: Visit, _ viewer: Viewer, _ opened: Opened, _ shown: ShownForm, notice: Text? = nil, isTemplate: Bool = false
    ) -> Reply {
        let (frame, values, problems) = (visit.frame, shown.values, shown.problems)
        let fields = GeneralPlan.Section.allCases.map { section in
            Form.area(
                section.rawValue, frame[GeneralPlanTexts.name(section)], value: values.raw(section.rawValue) ?? "",
                hint: frame[GeneralPlanTexts.hint(section)], problems: problems, rows: 6, frame)
        }
        let by: Html =
            opened.change.map { "<p class=\"note\">\(frame[GeneralPlanTexts.lastBy($0.byName, $0.recordedAt)])</p>" } ?? .empty
        return visit.page(
            "\(frame[GeneralPlanTexts.title]): \(opened.name)", status: shown.status,
            """
            <div class="narrow"><p class="crumb"><a href="\(Addresses.municipality(opened.slug))">\(opened.name)</a></p><h1>\(frame[GeneralPlanTexts.title])</h1>
            <p class="lede">\(frame[GeneralPlanTexts.formLede])</p>\(notice.map { "<p class=\"done\" role=\"status\">\(frame[$0])</p>" as Html })\
            \(isTemplate ? "<p class=\"next-plain\">\(frame[GeneralPlanTexts.fromTemplate])</p>" as Html : .empty)\(by)\(standing(opened, viewer, frame))\(fetching(opened, visit))\(Form.errorSummary(problems, frame))\(shown.isConflict ? FieldTexts.saved(Addresses.generalPlanDraft(opened.slug), frame) : .empty)
            <form method="post" action="\(Addresses.generalPlanDraft(opened.slug))" novalidate>\(Form.marks(frame, values, newest: opened.lastChange))
            \(fields)\(Form.buttons(frame[GeneralPlanTexts.saveDraft], cancel: Addresses.generalPlan(opened.slug), frame))</form></div>
            """)
    }
}
