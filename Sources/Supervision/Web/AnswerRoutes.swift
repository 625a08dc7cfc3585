import AlisDomain

/// A supervisor answers a request: by a one-time link without an account, or signed in from her own page.
///
/// | method | address | who |
/// |---|---|---|
/// | GET, POST | /svar/:token | whoever holds the link, once, until it runs out |
/// | GET, POST | /veiledere/:id/foresporsler/:fact | the supervisor herself |
struct AnswerRoutes {
    let desk: SupervisionDesk
    let guesses: SignInLimit

    var routes: [Route] {
        [
            .open(.get, Addresses.answer) { visit in
                try await answering(visit) { page(visit, $0, ShownForm(), byLink: true) }
            },
            .open(.post, Addresses.answer) { visit in
                if try visit.carriedOut(isFinal: true) != nil { return thanks(visit) }
                return try await answering(visit) { try await answer(visit, $0, secret: visit.parameter("token")) }
            },
            .restricted(.get, Addresses.supervisorRequest, to: [.supervisor]) { visit, viewer in
                page(visit, try await asked(of: visit, viewer), ShownForm(), byLink: false)
            },
            .restricted(.post, Addresses.supervisorRequest, to: [.supervisor]) { visit, viewer in
                if try visit.carriedOut(isFinal: true) != nil { return thanks(visit) }
                return try await answer(visit, try await asked(of: visit, viewer), secret: nil)
            }.kept(as: Text("Svarer på en forespørsel om veiledning", nn: "Svarer på ein førespurnad om rettleiing")),
        ]
    }

    private struct Asked: Sendable {
        let id: RecordID
        let request: SupervisionRequest
        let person: RegisterIndex.Ordinal
        let supervisor: Supervisor
        let view: SupervisionView
        let recorder: Recorder
        /// Who asked, and made the link.
        let maker: Change?
    }

    /// Opens the link for whoever holds it. Signed in as the one who made it, nobody answers for the supervisor.
    private func answering(_ visit: Visit, _ body: (Asked) async throws -> Reply) async throws -> Reply {
        guard let asked = try await asked(token: visit) else { return try await dead(visit) }
        if let viewer = visit.session?.viewer, viewer.account == asked.maker?.account {
            return AnswerLinkPage.own(visit, viewer, for: asked.supervisor.name)
        }
        return try await body(asked)
    }

    /// What the link asks; nil when it cannot be answered, or not any more.
    private func asked(token visit: Visit) async throws -> Asked? {
        let (secret, now) = (visit.parameter("token"), visit.now)
        let view = try await desk.cache.current(on: visit.today)
        let found = try await desk.database.read { connection -> (RecordID, Change?)? in
            guard let id = try SupervisionLinks.all.request(secret, at: now, on: connection) else { return nil }
            let versions = try FactStore.versions(SupervisionRequest.self, where: "id = \(id)", on: connection)
            let asked = versions.map(\.recordedIn).min()
            return (id, try asked.flatMap { try ChangeLog.changes([$0], on: connection)[$0] })
        }
        let link = found?.1.map { visit.frame[PoolTexts.linkFrom($0.byName)] }
        return found.flatMap { find($0.0, view, maker: $0.1, link: link ?? "") }
    }

    private func dead(_ visit: Visit) async throws -> Reply {
        let (secret, now) = (visit.parameter("token"), visit.now)
        let why = try await desk.database.read { try SupervisionLinks.all.death(secret, at: now, on: $0) }
        return try AnswerLinkPage.reply(visit, why, guesses: guesses)
    }

    private func asked(of visit: Visit, _ viewer: Viewer) async throws -> Asked {
        let scope = try await desk.scope(visit, viewer)
        let (supervisor, fact) = (try visit.recordID("id"), try visit.recordID("fact"))
        guard scope.ownSupervisors.contains(supervisor) else { throw PageRefusal.notFound }
        let recorder = scope.recorder
        guard let asked = find(fact, scope.view, recorder: recorder), asked.request.supervisor == supervisor else {
            throw PageRefusal.notFound
        }
        return asked
    }

    /// - Parameter link: by whose link it is opened, in words.
    private func find(
        _ id: RecordID, _ view: SupervisionView, recorder: Recorder? = nil, maker: Change? = nil, link: String = ""
    ) -> Asked? {
        guard let version = view.requests.first(where: { $0.id == id.text }), version.value.standing(on: view.today) == .pending,
            let person = view.register.index.personsByTraining()[version.value.training],
            let supervisor = view.book.supervisors[version.value.supervisor]
        else { return nil }
        return Asked(
            id: id, request: version.value, person: person, supervisor: supervisor, view: view,
            // Whoever held the link may have been another: the history says by whose link.
            recorder: recorder
                ?? Recorder(account: "lenke", name: supervisor.name, organisation: link),
            maker: maker)
    }

    private func page(
        _ visit: Visit, _ asked: Asked, _ shown: ShownForm, byLink: Bool, isOver: Bool = false
    ) -> Reply {
        let (frame, view, request, values, problems) = (visit.frame, asked.view, asked.request, shown.values, shown.problems)
        let place = view.homes[asked.person].map { view.placeName($0) } ?? "–"
        let needed = Self.needed(asked).minutes
        let load = view.book.load(of: request.supervisor, on: view.today)
        let hours = view.book.capacities[request.supervisor]?.value(on: view.today)?.hours.text ?? ""
        // A link is in whoever's hand it is: what she can give is changed by herself, signed in, or by those who answer for her.
        let capacity: Html =
            byLink
            ? .empty
            : Form.text(
                "timer", frame[PoolTexts.newCapacity], value: values.contains("timer") ? values["timer"] : hours,
                hint: frame[PoolTexts.newCapacityHint], problems: problems, width: 6, frame)
        let message: Html = request.message.isEmpty ? .empty : "<blockquote class=\"said\"><p>\(request.message)</p></blockquote>"
        return visit.page(
            frame[PoolTexts.askTitle], status: shown.status,
            """
            <div class="narrow"><h1>\(frame[PoolTexts.answerTitle(view.name(asked.person))])</h1>
            <p class="lede">\(frame[PoolTexts.answerLede(request.askedBy, place, needed, request.wantedFrom)])</p>
            <p>\(frame[PoolTexts.answerTo(asked.supervisor.name, request.answerBy)])</p>\(message)\(Form.errorSummary(problems, frame))
            <h2>\(frame[PoolTexts.yourTime])</h2><p>\(frame[PoolTexts.nowFree(load.capacity.minutes, load.free.minutes)])\(byLink ? " \(frame[PoolTexts.capacityElsewhere])" : "")</p>
            <form method="post" action="\(visit.path)" novalidate>\(Form.marks(frame, values))
            \(Form.radios("svar", frame[PoolTexts.yourAnswer], value: values["svar"], options: [("ja", frame[PoolTexts.accept]), ("nei", frame[PoolTexts.decline])], problems: problems, frame))
            \(capacity)\(isOver ? Self.anyway(frame) : .empty)
            \(Form.area("hilsen", frame[PoolTexts.comment], value: values["hilsen"], hint: frame[CommonTexts.optional], problems: problems, rows: 3, frame))
            <p class="acts"><button class="btn">\(frame[PoolTexts.sendAnswer])</button></p></form></div>
            """)
    }

    /// What the doctor would take to a month, from the first day both are there.
    private static func needed(_ asked: Asked) -> SupervisionTime {
        let (book, day) = (asked.view.book, max(asked.request.wantedFrom, asked.view.today))
        let position = book.service(of: asked.person).position(on: day) ?? .full
        return SupervisionTime(aMonthOf: book.rates.monthlyMinutes(on: day), position: position, share: asked.request.share)
    }

    /// That she would have promised more than she says she can give; nil when she has not.
    private static func overCapacity(_ asked: Asked, _ hours: MonthlyHours?, mayWrite: Bool) -> Text? {
        let load = asked.view.book.load(of: asked.request.supervisor, on: max(asked.request.wantedFrom, asked.view.today))
        let (needed, capacity) = (load.needed + needed(asked), hours.map { SupervisionTime(aMonthOf: $0) } ?? load.capacity)
        return needed > capacity ? PoolTexts.answerIsOver(needed.minutes, capacity.minutes, mayWrite: mayWrite) : nil
    }

    private static func anyway(_ frame: Frame) -> Html {
        "<p class=\"field\"><label class=\"radio\"><input type=\"checkbox\" id=\"likevel\" name=\"likevel\" value=\"1\"> \(frame[PoolTexts.answerAnyway])</label></p>"
    }

    private func answer(_ visit: Visit, _ asked: Asked, secret: String?) async throws -> Reply {
        var reader = FieldReader(visit.form)
        let isYes = reader.choice("svar", PoolTexts.yourAnswer, ["ja": true, "nei": false][reader.form["svar"]])
        let hours = secret != nil || reader.form["timer"].isEmpty ? nil : SupervisorFields.hours(&reader, "timer")
        let comment = reader.optional("hilsen", longest: 500)
        guard let isYes, reader.problems.isEmpty else {
            return page(visit, asked, ShownForm(visit.form, reader.problems), byLink: secret != nil)
        }
        if isYes, visit.form["likevel"] != "1", let over = Self.overCapacity(asked, hours, mayWrite: secret == nil) {
            let field = secret == nil ? "timer" : "likevel"
            return page(visit, asked, ShownForm(visit.form, [FieldProblem(field, over)]), byLink: secret != nil, isOver: true)
        }
        let (view, today, now, assignmentID) = (asked.view, visit.today, visit.now, desk.surroundings.newID())
        let trainings = view.register.index.personsByTraining().filter { $0.value == asked.person }.map(\.key).sorted()
        let service = view.book.service(of: asked.person)
        let outcome = try await desk.write(visit, by: asked.recorder, act: .requestAnswered) { writer in
            if let secret, try !SupervisionLinks.all.use(secret, at: now, on: writer.connection) { return false }
            guard let current = try FactStore.timeline(SupervisionRequest.self, id: asked.id.text, on: writer.connection).stretches.last,
                current.value.state == .pending
            else { return false }
            var value = current.value
            let accepted: SupervisionRequest.State = secret == nil ? .accepted : .acceptedByLink
            (value.state, value.answer) = (isYes ? accepted : .declined, comment)
            try writer.revise(
                SupervisionRequest.self, id: asked.id.text, in: Period(startingOn: max(today, current.period.from)), to: value)
            if let hours {
                try writer.revise(
                    SupervisorCapacity.self, id: value.supervisor.text, in: Period(startingOn: today),
                    to: SupervisorCapacity(supervisor: value.supervisor, hours: hours))
            }
            guard isYes else { return true }
            let assignment = SupervisionAssignment(training: value.training, supervisor: value.supervisor, share: value.share)
            let period = Period(startingOn: value.wantedFrom)
            let others = try SupervisionStore.assignments(trainings: trainings, on: writer.connection)
            let problems = AssignmentCheck.problems(assignment, in: period, supervisor: asked.supervisor, others: others, service: service)
            if !problems.isEmpty { throw WriteRefused(problems.map { FieldProblem("svar", $0.text) }) }
            try writer.add(id: assignmentID.text, assignment, in: period)
            return true
        }
        switch outcome {
        case .done, .sentBefore: return thanks(visit)
        case .refused(let problems): return page(visit, asked, ShownForm(visit.form, problems), byLink: secret != nil)
        case .nothingDifferent, .conflict:
            if secret != nil { return try await dead(visit) }
            throw PageRefusal.badRequest(PoolTexts.answered)
        }
    }

    private func thanks(_ visit: Visit) -> Reply {
        let frame = visit.frame
        return visit.page(
            frame[PoolTexts.thanksTitle],
            """
            <div class="narrow"><h1>\(frame[PoolTexts.thanksTitle])</h1>\
            <p class="done" role="status">\(frame[visit.form["svar"] == "ja" ? PoolTexts.thanksYes : PoolTexts.thanksNo])</p></div>
            """)
    }
}
