import AlisDomain

/// The form of an act for the objectives that were ticked, and carrying it out.
struct ObjectiveActRoutes: Sendable {
    let objectives: ObjectiveDesk
    let publicAddress: String

    /// How many can be chosen at once: more than any catalogue has.
    private static let most = 300

    var routes: [Route] {
        [
            .restricted(.get, "/alis/:id/laeringsmal/handling", to: ObjectiveDesk.readers, show),
            .restricted(.post, "/alis/:id/laeringsmal/handling", to: ObjectiveDesk.readers, send),
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
        let fields = ObjectiveActFields(opened: opened, act: act, codes: codes, frame: visit.frame)
        return page(visit, fields, fields.initial, [], status: 200)
    }

    private func send(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (opened, act, codes) = try await open(visit, viewer, visit.form)
        if codes.isEmpty { return .seeOther("\(opened.path)?ingen=1#liste") }
        let fields = ObjectiveActFields(opened: opened, act: act, codes: codes, frame: visit.frame)
        var reader = FieldReader(visit.form)
        let reading = ObjectiveActReading(
            opened: opened, act: act, codes: codes, viewer: viewer, newID: objectives.surroundings.newID)
        guard let writing = reading.read(&reader), reader.problems.isEmpty else {
            return page(visit, fields, visit.form, reader.problems, status: 422)
        }
        let secret = objectives.surroundings.newSecret()
        let lastDay = visit.today.adding(days: ObjectiveLinks.daysOpen)
        let outcome = try await objectives.change(visit, viewer, opened, act: act.change, reason: writing.reason) { writer, opened in
            if let invitation = writing.invitation {
                try ObjectiveLinks.all.make(
                    for: invitation.request, by: viewer.account, expiresAt: Instant(startOf: lastDay.adding(days: 1)), secret: secret,
                    on: writer.connection)
            }
            return try writing.write(writer, opened)
        }
        switch outcome {
        case .done:
            if let invitation = writing.invitation { return linkPage(visit, opened, invitation.name, secret, lastDay) }
            return .seeOther("\(opened.path)?lagret=1#liste")
        case .nothing: return .seeOther("\(opened.path)?lagret=1#liste")
        case .refused(let problems): return page(visit, fields, visit.form, problems, status: 422)
        case .conflict(let fresh, let change):
            let again = ObjectiveActFields(opened: fresh, act: act, codes: codes, frame: visit.frame)
            let problem = FieldProblem(
                "mal-1", FieldTexts.changedMeanwhile(change?.byName ?? "Alis", change.map { Format.time($0.recordedAt) } ?? ""))
            return page(visit, again, visit.form, [problem], status: 409)
        }
    }

    private func page(
        _ visit: Visit, _ fields: ObjectiveActFields, _ values: FormData, _ problems: [FieldProblem], status: Int
    ) -> Reply {
        let (frame, opened, act) = (visit.frame, fields.opened, fields.act)
        let items = fields.codes.enumerated().map { index, code -> Html in
            let known = opened.file.record(of: code, on: opened.today)?.record.status ?? .notStarted
            let chain = opened.chain(code)
            let step = chain.steps.isEmpty ? "" : ", \(frame[ObjectiveTexts.standing(chain.standing)])"
            return """
                <li id="mal-\(index + 1)"><input type="hidden" name="mal" value="\(code.text)">\(opened.title(code, frame)) \
                <span class="note">\(frame[ObjectiveTexts.full(known)])\(step)</span></li>
                """
        }
        return visit.page(
            frame[act.title], status: status,
            """
            <div class="narrow"><p class="crumb"><a href="\(opened.path)">\(frame[ObjectiveTexts.pageTitle(opened.trainee.fullName)])</a></p>
            <h1>\(frame[act.title])</h1><p class="lede">\(frame[act.lede])</p>\(Form.errorSummary(problems, frame))
            <form method="post" action="\(opened.path)/handling" novalidate>\(Form.mark(frame))\(Form.once(objectives.once(values)))\(Form.basedOn(opened.file.lastChange))
            <input type="hidden" name="gjor" value="\(act.rawValue)"><h2>\(frame[ObjectiveActTexts.chosen]) (\(fields.codes.count))</h2><ul class="plain picked">\(items)</ul>
            \(fields.html(values, problems))\(Form.buttons(frame[act.button], cancel: opened.path, frame))</form>
            <p class="note">\(frame[ObjectiveTexts.formal])</p></div>
            """)
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
            <h1>\(frame[ObjectiveActTexts.linkTitle])</h1><p>\(frame[ObjectiveActTexts.link(name, lastDay)])</p>
            <div class="field"><label for="lenke">\(frame[ObjectiveActTexts.linkLabel])</label>\
            <input class="copy-link sized" id="lenke" readonly value="\(publicAddress)/laeringsmal/svar/\(secret)"></div>
            <p class="acts"><a class="btn quiet" href="\(opened.path)">\(frame[ObjectiveTexts.see])</a></p></div>
            """)
    }
}
