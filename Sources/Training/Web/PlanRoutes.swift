import AlisDomain

/// Training plans.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /alis/:id/plan, /endringer, /utskrift, .pdf, .ics | whoever sees the doctor's record, and her supervisor |
/// | GET, POST | /alis/:id/plan/utkast, /periode/…, /aktivitet/…, /hva-om | the municipality, its office, the doctor herself |
/// | GET | /alis/:id/plan/paminnelse | the same |
/// | POST | /alis/:id/plan/gjennomgang | the same, and her supervisor to comment; only the municipality approves |
package struct PlanRoutes: Sendable {
    let plans: PlanDesk
    let guesses: SignInLimit
    /// Where Alis is found from outside, for links in letters.
    let publicAddress: String

    package var routes: [Route] {
        let readers: Set<Role> = [.adviser, .coordinator, .municipality, .trust, .administrator, .alis, .supervisor]
        let editors = Set<Role>.writers.union([.alis])
        var routes: [Route] = [
            .restricted(.get, Addresses.plan, to: readers, show),
            .restricted(.get, Addresses.planPrint, to: readers, printout),
            .restricted(.get, Addresses.plan.file("pdf"), to: readers, pdf),
            .restricted(.get, Addresses.plan.file("ics"), to: readers, calendar),
            .restricted(.get, Addresses.planChanges, to: readers, changes),
            .restricted(.get, Addresses.planReminder, to: editors, reminder),
            .restricted(.post, Addresses.planReview, to: editors.union([.supervisor]), review).kept(
                as: Text("Lagrer hva du mener om utdanningsplanen", nn: "Lagrar kva du meiner om utdanningsplanen")),
        ]
        routes += DraftForm.routes(plans, Addresses.planDraft.pattern)
        for path in [Addresses.newService.pattern, Addresses.service.pattern] { routes += ServiceForm.routes(plans, path) }
        for path in [Addresses.newActivity.pattern, Addresses.activity.pattern] { routes += ActivityForm.routes(plans, path) }
        routes +=
            WhatIfRoutes(plans: plans).routes + CalendarLinkRoutes(plans: plans, guesses: guesses, publicAddress: publicAddress).routes
        return routes
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await plans.open(visit, viewer)
        let notice: Text? =
            visit.query.contains("endret") ? PlanTexts.applied : visit.query.contains("lagret") ? PlanTexts.saved : nil
        let page = PlanPage(
            opened: opened, frame: visit.frame, notice: notice,
            since: try await plans.sinceLast(opened), wait: try await plans.approvalWait(opened),
            seesObjectives: opened.record.isOwn || !viewer.roles.isDisjoint(with: Set<Role>.writers))
        return visit.page("\(visit.frame[PlanTexts.title]): \(opened.record.trainee.fullName)", page.html())
    }

    private func printout(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await plans.open(visit, viewer)
        return visit.page(
            "\(visit.frame[PlanTexts.title]): \(opened.record.trainee.fullName)",
            PlanPrint(opened: opened, frame: visit.frame, sinceDecision: try await plans.sinceDecision(opened)).html())
    }

    /// The plan for paper. Without a font that has the letters, the page says what to install.
    private func pdf(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await plans.open(visit, viewer)
        let since = try await plans.sinceDecision(opened)
        do throws(PdfRefusal) {
            let bytes = try PlanPdf(opened: opened, frame: visit.frame, sinceDecision: since).document().bytes(at: visit.now)
            return .file(bytes, name: "plan-\(opened.record.record.id.text).pdf", type: MediaType.pdf)
        } catch {
            plans.desk.surroundings.report("pdf: \(error)")
            let text = error == .noFont ? PlanPdf.noFont : PlanPdf.failed
            return visit.page(
                "PDF", status: 503,
                """
                <div class="narrow"><p class="crumb"><a href="\(opened.path)">\(visit.frame[PlanTexts.title])</a></p><h1>PDF</h1>
                <p>\(visit.frame[text])</p><p class="acts"><a class="btn" href="\(Addresses.planPrint(opened.id))">\(visit.frame[PlanTexts.print])</a></p></div>
                """)
        }
    }

    private func calendar(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await plans.open(visit, viewer)
        let text = PlanCalendar(opened: opened, frame: visit.frame, madeAt: visit.now).text()
        return .file(Array(text.utf8), name: "plan-\(opened.record.record.id.text).ics", type: "text/calendar; charset=utf-8")
    }

    /// What has changed since a review, the last one unless another is asked for.
    private func changes(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await plans.open(visit, viewer)
        var since: PlanSince?
        if visit.query["siden"].isEmpty {
            since = try await plans.sinceLast(opened)
        } else {
            guard let review = PlanSincePage.choices(opened).first(where: { $0.id == visit.query["siden"] }) else {
                throw PageRefusal.notFound
            }
            since = try await plans.since(review, opened)
        }
        let page = PlanSincePage(opened: opened, since: since, frame: visit.frame)
        return visit.page("\(visit.frame[PlanSinceTexts.title]): \(opened.record.trainee.fullName)", page.html())
    }

    private func reminder(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await plans.open(visit, viewer)
        guard opened.mayEdit else { throw PageRefusal.notFound }
        let municipality = PlanReminder.municipality(opened)
        // A plan may lie in another municipality than the one that works with it.
        let names = ConfirmerNames(viewer, opened.record.view, on: visit.today)
        let contacts = try await plans.desk.database.read { connection in
            try municipality.flatMap {
                try ContactStore.recipients(of: [$0], namesPeople: names.areKnown(in: $0), on: visit.today, connection)[$0]
            } ?? []
        }
        let page = PlanReminder(
            opened: opened, since: try await plans.sinceLast(opened), contacts: contacts, publicAddress: publicAddress, frame: visit.frame)
        return visit.page(visit.frame[PlanSinceTexts.reminderTitle], page.html())
    }

    /// Revised, approved, returned or commented, in a named person's name.
    private func review(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await plans.open(visit, viewer)
        guard opened.mayComment else { throw PageRefusal.notFound }
        let saved = Reply.seeOther("\(opened.path)?lagret=1#gjennomgang")
        if try visit.carriedOut != nil { return saved }
        var reader = FieldReader(visit.form)
        let kind = reader.choice(
            "slag", PlanTexts.reviewKind,
            PlanReviews.choices(opened).first { $0.rawValue == reader.form["slag"] })
        let note = reader.optional("merknad", longest: 2000)
        if kind == .returned, note.isEmpty { reader.problems.append(FieldProblem("merknad", PlanTexts.reviewNeedsNote)) }
        if kind == .comment, note.isEmpty { reader.problems.append(FieldProblem("merknad", PlanTexts.commentNeedsNote)) }
        guard let kind, reader.problems.isEmpty else {
            return try await reviewAgain(visit, opened, ShownForm(visit.form, reader.problems))
        }
        let (newID, today) = (plans.desk.surroundings.newID(), visit.today)
        let outcome = try await plans.change(opened, visit, viewer, act: .planReviewed, reason: note, may: { $0.mayComment }) {
            writer, opened in
            try writer.add(
                id: newID.text,
                PlanReview(training: opened.file.training, kind: kind, personName: viewer.name, account: viewer.account, note: note),
                in: Period(startingOn: today))
            return true
        }
        guard let again = outcome.again(visit.form, at: "merknad") else { return saved }
        guard case .conflict(let fresh, _) = outcome else { return try await reviewAgain(visit, opened, again) }
        return try await reviewAgain(visit, fresh, again)
    }

    private func reviewAgain(_ visit: Visit, _ opened: PlanDesk.Opened, _ shown: ShownForm) async throws -> Reply {
        let form = PlanReviews(
            opened: opened, frame: visit.frame, since: try await plans.sinceLast(opened),
            values: shown.values, problems: shown.problems)
        return visit.page(
            visit.frame[PlanTexts.reviews], status: shown.status,
            """
            <div class="narrow"><p class="crumb"><a href="\(opened.path)">\(visit.frame[PlanTexts.title])</a></p>
            \(shown.isConflict ? FieldTexts.saved(opened.path, visit.frame) : .empty)\(form.html())</div>
            """)
    }
}
