import AlisDomain

/// Shows and carries out any `EditForm`.
struct EditFormRoutes<Kind: EditForm>: Sendable {
    let desk: Kind.Desk
    let path: String
    let roles: Set<Role>
    /// What the form does, for whoever's session ran out while it was filled in.
    let act: Text

    var routes: [Route] {
        [.restricted(.get, path, to: roles, show), .restricted(.post, path, to: roles, send).kept(as: act)]
    }

    private func open(_ visit: Visit, _ viewer: Viewer) async throws -> (Kind.Subject, Kind) {
        let subject = try await desk.subject(visit, viewer)
        guard Kind.isFor(viewer, subject) else { throw PageRefusal.notFound }
        return (subject, try Kind(subject, thing: try Self.thing(visit), visit: visit, newID: desk.surroundings.newID()))
    }

    private static func thing(_ visit: Visit) throws -> RecordID? {
        visit.parameter("fact").isEmpty ? nil : try visit.recordID("fact")
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (subject, form) = try await open(visit, viewer)
        return Self.page(visit, subject, form, ShownForm(form.initial))
    }

    private func send(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        // Before it is opened: what the form did may have taken the subject out of her sight.
        if let change = try visit.carriedOut { return try await Kind.saved(visit, viewer, in: change, desk) }
        let (subject, form): (Kind.Subject, Kind)
        do {
            (subject, form) = try await open(visit, viewer)
        } catch PageRefusal.notFound {
            return try await gone(visit, viewer)
        }
        if Kind.meetsStrangers, try await desk.isStopped(viewer, at: visit.now) {
            return Self.page(visit, subject, form, ShownForm(visit.form, [FieldProblem(Kind.contested, AccountTexts.stopped)], status: 429))
        }
        var reader = FieldReader(visit.form)
        let reason = form.reasons.map { ReasonField.read($0, &reader, isRequired: form.needsReason(visit.form), visit.frame) }
        guard let writing = form.read(&reader, visit), reader.problems.isEmpty else {
            try await count(form, reader.problems, visit, viewer)
            return Self.page(visit, subject, form, ShownForm(visit.form, reader.problems))
        }
        var why = reason ?? ""
        if why.isEmpty, reason != nil, writing.act == .corrected { why = visit.frame[form.unsaid(visit.form)] }
        let outcome = try await desk.change(subject, visit, viewer, act: writing.act, reason: why, may: { Kind.isFor(viewer, $0) }) {
            try writing.write($0, $1)
        }
        guard let again = outcome.again(visit.form, at: Kind.contested) else {
            return try await Kind.saved(visit, viewer, in: outcome.change, desk)
        }
        guard case .conflict(let fresh, let change) = outcome else {
            try await count(form, again.problems, visit, viewer)
            return Self.page(visit, subject, form, again)
        }
        // The one that is in the way is among them, whatever the form says that it has seen.
        let seen = min(ChangeNumber(visit.form["_based"]) ?? 0, (change?.number ?? 1) - 1)
        let news = try await desk.news(of: fresh, since: seen, visit.frame)
        return Self.page(visit, fresh, form, again, news: news)
    }

    /// Counts what is told of somebody out of sight, before it is told.
    private func count(_ form: Kind, _ problems: [FieldProblem], _ visit: Visit, _ viewer: Viewer) async throws {
        guard let told = form.told(visit.form, problems) else { return }
        let now = visit.now
        try await desk.database.write { try StrangerTries.add([told], to: viewer.account, at: now, on: $0) }
    }

    /// The form cannot be opened any more: somebody removed the thing, or did the same, meanwhile. What was typed is shown again, for a new
    /// one; where there can be none, it is only told.
    private func gone(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (subject, thing) = (try await desk.subject(visit, viewer), try Self.thing(visit))
        guard Kind.isFor(viewer, subject) else { throw PageRefusal.notFound }
        let change = try await desk.database.read { connection -> Change? in
            let number = try Kind.removal(of: thing, from: subject, on: connection)
            return try number.flatMap { try ChangeLog.changes([$0], on: connection)[$0] }
        }
        guard let change else { throw PageRefusal.notFound }
        let other = Kind.substitute(in: subject)
        let problem = FieldProblem(
            Kind.contested,
            thing == nil ? CommonTexts.changedMeanwhile(change) : other?.says(change) ?? FieldTexts.removedMeanwhile(change))
        guard thing != nil || other != nil else {
            let title = subject.crumbs(visit.frame).last?.name ?? ""
            return visit.page(
                title, status: 409,
                "<div class=\"narrow\">\(Crumb.html(subject.crumbs(visit.frame)))<h1>\(title)</h1>\(Form.errorSummary([problem], visit.frame))</div>"
            )
        }
        let form = try Kind(subject, thing: other?.thing, visit: visit, newID: desk.surroundings.newID())
        return Self.page(
            visit, subject, form, ShownForm(visit.form.without(["slett", "_once", "_based"]), [problem], status: 409),
            action: Kind.actionForNew(visit, substitute: other?.thing))
    }

    /// The page with the form, as it is to be shown.
    static func page(
        _ visit: Visit, _ subject: Kind.Subject, _ form: Kind, _ shown: ShownForm, news: Html = .empty, action: String? = nil
    ) -> Reply {
        let frame = visit.frame
        return visit.page(
            frame[form.title], status: shown.status,
            """
            <div class="narrow">\(Crumb.html(subject.crumbs(frame)))<h1>\(frame[form.title])</h1>\(form.lede(frame))
            \(Form.errorSummary(shown.problems, frame))\(news)
            \(form.isPossible ? html(form, of: subject, action: action ?? visit.path, shown, frame) : .empty)\(form.below(frame))</div>
            """)
    }

    /// The form itself, as its own page has it and as a list has it in the row that is being corrected.
    static func html(_ form: Kind, of subject: Kind.Subject, action: String, _ shown: ShownForm, _ frame: Frame) -> Html {
        let (values, problems) = (shown.values, shown.problems)
        let back = Kind.back(values, of: subject, frame)
        return """
            <form method="post" action="\(action)" novalidate>\(Form.marks(frame, values, newest: subject.newest))\(back?.field)
            \(form.fields(values, problems, frame))
            \(form.reasons.map { ReasonField.html($0, values, problems, frame) })
            \(Form.buttons(frame[form.save], cancel: back?.address ?? subject.crumbs(frame).last?.address ?? "/", frame))</form>
            """
    }
}

extension WriteOutcome {
    /// The change it is carried out in, now or since before.
    package var change: ChangeNumber? {
        switch self {
        case .done(let change), .sentBefore(let change): change
        case .nothingDifferent, .conflict, .refused: nil
        }
    }
}
