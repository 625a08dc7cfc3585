import AlisDomain

/// The form of an act for the objectives that were ticked, and carrying it out.
struct ObjectiveActRoutes: Sendable {
    let objectives: ObjectiveDesk
    let publicAddress: String

    /// How many can be chosen at once: more than any catalogue has.
    private static let most = 300

    var routes: [Route] {
        [
            .restricted(.get, Addresses.objectiveAct, to: ObjectiveDesk.readers, show),
            .restricted(.post, Addresses.objectiveAct, to: ObjectiveDesk.readers, send).kept(
                as: Text("Lagrer noe om læringsmålene", nn: "Lagrar noko om læringsmåla")),
        ]
    }

    private func open(_ visit: Visit, _ viewer: Viewer, _ values: FormData) async throws -> (
        ObjectiveDesk.Opened, ObjectiveAct, [Objective.Code]
    ) {
        let opened = try await objectives.open(visit, viewer)
        guard let act = ObjectiveAct(rawValue: values["gjor"]), act.isAllowed(opened) else { throw PageRefusal.notFound }
        var codes: [Objective.Code] = []
        for text in values.all("mal").prefix(Self.most) {
            guard let code = Objective.Code(text), !codes.contains(code),
                opened.objective(code) != nil || opened.file.record(of: code, on: opened.today) != nil
            else { continue }
            codes.append(code)
        }
        return (opened, act, codes)
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (opened, act, codes) = try await open(visit, viewer, visit.query)
        if codes.isEmpty { return .seeOther("\(opened.path)?ingen=1#liste") }
        let fields = try await fields(visit, opened, act, codes)
        return page(visit, fields, ShownForm(fields.initial))
    }

    private func fields(
        _ visit: Visit, _ opened: ObjectiveDesk.Opened, _ act: ObjectiveAct, _ codes: [Objective.Code]
    ) async throws -> ObjectiveActFields {
        let makers = act == .decide ? try await objectives.makers(of: codes, in: opened) : [:]
        return ObjectiveActFields(opened: opened, act: act, codes: codes, makers: makers, frame: visit.frame)
    }

    private func send(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (opened, act, codes) = try await open(visit, viewer, visit.form)
        if codes.isEmpty { return .seeOther("\(opened.path)?ingen=1#liste") }
        let secret = visit.linkSecret(objectives.surroundings)
        let lastDay = visit.today.adding(days: ObjectiveLinks.daysOpen)
        let saved = Reply.seeOther("\(opened.path)?lagret=\(act.rawValue)&antall=\(codes.count)#liste")
        if let change = try visit.carriedOut {
            guard act == .invite, let name = try await invited(in: change, visit, viewer, secret, lastDay) else { return saved }
            return linkPage(visit, opened, name, secret, lastDay)
        }
        let fields = try await fields(visit, opened, act, codes)
        var reader = FieldReader(visit.form)
        let supervisors = act == .invite ? try await objectives.supervisors.names(of: opened.record.id, on: visit.today) : []
        let reading = ObjectiveActReading(
            opened: opened, act: act, codes: codes, viewer: viewer, supervisors: supervisors, newID: objectives.surroundings.newID)
        guard let writing = reading.read(&reader), reader.problems.isEmpty else {
            return page(visit, fields, ShownForm(visit.form, reader.problems))
        }
        let outcome = try await objectives.change(opened, visit, viewer, act: act.change, reason: writing.reason, may: act.isAllowed) {
            writer, opened in
            if let invitation = writing.invitation {
                try ObjectiveLinks.all.make(
                    for: invitation.request, by: viewer.account, through: lastDay, secret: secret, on: writer.connection)
            }
            return try writing.write(writer, opened)
        }
        if case .done = outcome, let invitation = writing.invitation { return linkPage(visit, opened, invitation.name, secret, lastDay) }
        guard let again = outcome.again(visit.form, at: "mal-1") else { return saved }
        guard case .conflict(let fresh, _) = outcome else { return page(visit, fields, again) }
        return page(visit, try await self.fields(visit, fresh, act, codes), again)
    }

    /// Whom a form that was sent twice invited. The link is the same; sent from another session, where the first was never seen, a new
    /// one takes its place. Nil when the invitation does not stand any more.
    private func invited(
        in number: ChangeNumber, _ visit: Visit, _ viewer: Viewer, _ secret: String, _ lastDay: CalendarDay
    ) async throws -> String? {
        let now = visit.now
        return try await objectives.database.write { connection in
            guard let request = try ObjectiveStore.invitation(madeIn: number, by: viewer.account, on: connection),
                let name = try ObjectiveStore.invitations(request, on: connection).first?.personName
            else { return nil }
            if try ObjectiveLinks.all.request(secret, at: now, on: connection) == request { return name }
            try ObjectiveLinks.all.end(request, at: now, on: connection)
            try ObjectiveLinks.all.make(
                for: request, by: viewer.account, through: lastDay, secret: secret, on: connection)
            return name
        }
    }

    private func page(
        _ visit: Visit, _ fields: ObjectiveActFields, _ shown: ShownForm
    ) -> Reply {
        let (frame, opened, act, values, problems) = (visit.frame, fields.opened, fields.act, shown.values, shown.problems)
        let items = fields.codes.enumerated().map { index, code -> Html in
            let known = opened.file.record(of: code, on: opened.today)?.record.status ?? .notStarted
            let chain = opened.chain(code)
            let plan = act == .arena ? opened.arena(code, frame) : ""
            let step =
                (chain.steps.isEmpty ? "" : ", \(frame[ObjectiveTexts.standing(chain.standing)])") + (plan.isEmpty ? "" : ". \(plan)")
            return """
                <li id="mal-\(index + 1)"><input type="hidden" name="mal" value="\(code.text)">\(opened.title(code, frame)) \
                <span class="note">\(frame[ObjectiveTexts.full(known)])\(step)</span>\(replaced(code, opened, frame))\(act == .decide ? given(chain, fields.makers, frame) : .empty)</li>
                """
        }
        let sample: Html =
            fields.codes.contains { opened.objective($0)?.isSample ?? false }
            ? "<p class=\"note sample\">\(frame[ObjectiveTexts.sample])</p>" : .empty
        return visit.page(
            frame[act.title], status: shown.status,
            """
            <div class="narrow"><p class="crumb"><a href="\(opened.path)">\(frame[ObjectiveTexts.pageTitle(opened.trainee.fullName)])</a></p>
            <h1>\(frame[act.title])</h1><p class="lede">\(frame[act.lede])</p>\(Form.errorSummary(problems, frame))
            <form method="post" action="\(Addresses.objectiveAct(opened.id))" novalidate>\(Form.marks(frame, values, newest: opened.file.lastChange))
            <input type="hidden" name="gjor" value="\(act.rawValue)"><h2>\(frame[ObjectiveActTexts.chosen(fields.codes.count)])</h2>\(sample)<ul class="plain picked">\(items)</ul>
            \(fields.html(values, problems))\(Form.buttons(frame[act.button], cancel: opened.path, frame))</form>
            <p class="note">\(frame[ObjectiveTexts.formal])</p></div>
            """)
    }

    /// Said of what was replaced, so that nobody takes the old for the new.
    private func replaced(_ code: Objective.Code, _ opened: ObjectiveDesk.Opened, _ frame: Frame) -> Html {
        opened.replacedNote(code).map { "<br><span class=\"note\">\(frame[$0])</span>" } ?? .empty
    }

    /// What the leader decides on: who has recommended, and by whose link.
    private func given(_ chain: ObjectiveChain, _ makers: [String: String], _ frame: Frame) -> Html {
        let lines = chain.steps.filter { step in
            step.kind == .recommended && chain.approval.recommendations.contains { $0.person == step.person && $0.role == step.role }
        }
        return .join(
            lines.map { step -> Html in
                """
                <br><span class="note">\(frame[ObjectiveTexts.name(step.kind, step.role)]) \(step.day.norwegian): \(step.personName)\
                \(ObjectiveDetailPage.byLink(step, chain, makers, frame))</span>
                """
            })
    }

    /// The link is shown once: only its hash is kept.
    private func linkPage(
        _ visit: Visit, _ opened: ObjectiveDesk.Opened, _ name: String, _ secret: String, _ lastDay: CalendarDay
    ) -> Reply {
        let frame = visit.frame
        return visit.page(
            frame[ObjectiveActTexts.linkTitle],
            """
            <div class="narrow"><p class="crumb"><a href="\(opened.path)">\(frame[ObjectiveTexts.pageTitle(opened.trainee.fullName)])</a></p>
            <h1>\(frame[ObjectiveActTexts.linkTitle])</h1><p class="done" role="status">\(frame[ObjectiveActTexts.linkMade])</p>
            <p>\(frame[ObjectiveActTexts.link(name, lastDay)])</p>
            <div class="field"><label for="lenke">\(frame[ObjectiveActTexts.linkLabel])</label>\
            <input class="copy-link sized" id="lenke" readonly value="\(publicAddress)\(Addresses.objectiveAnswer(secret))"></div>
            <p class="acts"><a class="btn quiet" href="\(opened.path)">\(frame[ObjectiveTexts.see])</a></p></div>
            """)
    }
}
