import AlisDomain

/// Finding a supervisor across municipal borders, and asking her.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /veiledere/finn | writers; `?lege=` chooses a doctor of theirs |
/// | GET, POST | /veiledere/foresporsler/ny | writers, for a doctor of theirs; POST shows the one-time link once |
/// | POST | /veiledere/foresporsler/:fact/trekk | those who may say who supervises the doctor |
struct PoolRoutes {
    let desk: SupervisionDesk
    /// Where Alis is found from outside, for the link.
    let publicAddress: String

    var routes: [Route] {
        [
            .restricted(.get, "/veiledere/finn", to: .writers, show),
            .restricted(.get, "/veiledere/foresporsler/ny", to: .writers) { visit, viewer in
                guard !visit.query["lege"].isEmpty else { return .seeOther("/veiledere/finn") }
                let (scope, person, supervisor) = try await parties(visit, viewer, visit.query)
                let from = max(visit.today, scope.view.book.service(of: person).begins ?? visit.today)
                return askPage(visit, scope, person, supervisor, ShownForm(FormData([("fra", from.norwegian), ("andel", "100")])))
            },
            .restricted(.post, "/veiledere/foresporsler/ny", to: .writers, ask).kept(
                as: Text("Spør en veileder om å veilede en ALIS", nn: "Spør ein rettleiar om å rettleie ein ALIS")),
            .restricted(.post, "/veiledere/foresporsler/:fact/trekk", to: .writers, withdraw),
        ]
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let frame = visit.frame
        guard !visit.query["lege"].isEmpty else {
            return visit.page(frame[PoolTexts.title], PoolPage.choose(scope, frame))
        }
        guard let id = RecordID(visit.query["lege"]), let person = scope.view.register.index.ordinal(of: id), scope.mayAssign(person) else {
            throw PageRefusal.notFound
        }
        let language = SupervisorLanguage(rawValue: visit.query["spraak"])
        return visit.page(
            frame[PoolTexts.title],
            PoolPage(
                scope: scope, person: person, showsAll: visit.query["vis"] == "alle", language: language,
                frame: frame
            ).html())
    }

    // MARK: Asking

    private func parties(
        _ visit: Visit, _ viewer: Viewer, _ values: FormData
    ) async throws -> (SupervisionScope, RegisterIndex.Ordinal, RecordID) {
        let scope = try await desk.scope(visit, viewer)
        guard let id = RecordID(values["lege"]), let person = scope.view.register.index.ordinal(of: id), scope.mayAssign(person),
            let supervisor = RecordID(values["veileder"]), scope.view.book.supervisors[supervisor] != nil
        else { throw PageRefusal.notFound }
        return (scope, person, supervisor)
    }

    private func askPage(
        _ visit: Visit, _ scope: SupervisionScope, _ person: RegisterIndex.Ordinal, _ supervisor: RecordID,
        _ shown: ShownForm
    ) -> Reply {
        let (frame, view, values, problems) = (visit.frame, scope.view, shown.values, shown.problems)
        let doctor = view.personID(person).text
        let name = view.book.supervisors[supervisor]?.name ?? ""
        let form = SupervisionForm(
            title: frame[PoolTexts.askTitle], lede: "<p class=\"lede\">\(name) – \(view.name(person))</p>",
            back: ("/veiledere/finn?lege=\(doctor)", frame[PoolTexts.title]), action: "/veiledere/foresporsler/ny",
            save: PoolTexts.send)
        let fields: Html = """
            <input type="hidden" name="lege" value="\(doctor)"><input type="hidden" name="veileder" value="\(supervisor.text)">
            <div class="pair">\(Form.text("fra", frame[PoolTexts.wantedFrom], value: values["fra"], hint: frame[TraineeTexts.dayHint], problems: problems, isRequired: true, frame))
            \(Form.text("andel", frame[SessionTexts.share], value: values["andel"], hint: frame[SessionTexts.shareHint], problems: problems, width: 6, frame))</div>
            \(Form.area("melding", frame[PoolTexts.message], value: values["melding"], hint: frame[PoolTexts.messageHint], problems: problems, frame))
            """
        return form.page(visit, shown, fields)
    }

    private func ask(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (scope, person, supervisor) = try await parties(visit, viewer, visit.form)
        let (view, secret) = (scope.view, visit.linkSecret(desk.surroundings))
        let pool = Reply.seeOther("/veiledere/finn?lege=\(view.personID(person).text)")
        if let change = try visit.carriedOut {
            return try await asked(in: change, secret, visit, viewer).map { sentPage(visit, scope, person, $0, secret) } ?? pool
        }
        var reader = FieldReader(visit.form)
        let from = reader.day("fra", PoolTexts.wantedFrom)
        let share = reader.percent("andel")
        let message = reader.optional("melding", longest: 1000)
        // What was done before is for whoever saw it to register; a supervisor says yes to what is to come.
        if let from, from < visit.today { reader.problems.append(FieldProblem("fra", PoolTexts.wantedTooEarly)) }
        if let from, let share, let value = view.book.supervisors[supervisor], let training = view.trainings[person] {
            let wanted = SupervisionAssignment(training: training, supervisor: supervisor, share: share)
            let others = view.book.assignments(ofPerson: person).map { (assignment: $0.value, period: $0.period) }
            let problems = AssignmentCheck.problems(
                wanted, in: Period(startingOn: from), supervisor: value, others: others, service: view.book.service(of: person))
            reader.problems += problems.map { FieldProblem("fra", $0.text) }
            let waiting = view.requests.contains {
                $0.value.supervisor == supervisor && $0.value.training == training && $0.value.standing(on: visit.today) == .pending
            }
            if waiting { reader.problems.append(FieldProblem("fra", PoolTexts.alreadyAsked)) }
        }
        guard let from, let share, let training = view.trainings[person], reader.problems.isEmpty else {
            return askPage(visit, scope, person, supervisor, ShownForm(visit.form, reader.problems))
        }
        let days = max(1, view.book.rates.whole(.requestDays, on: visit.today))
        let request = SupervisionRequest(
            training: training, supervisor: supervisor, share: share, wantedFrom: from, answerBy: visit.today.adding(days: days),
            message: message,
            askedBy: viewer.name)
        let (id, today) = (desk.surroundings.newID(), visit.today)
        let outcome = try await desk.write(visit, by: await desk.recorder(scope), act: .supervisionRequested) { writer in
            try writer.add(id: id.text, request, in: Period(startingOn: today))
            try SupervisionLinks.make(
                for: id, by: viewer.account, through: request.answerBy, secret: secret, on: writer.connection)
            return true
        }
        guard case .done = outcome else { return pool }
        return sentPage(visit, scope, person, request, secret)
    }

    /// What a form that was sent twice asked, while it waits for an answer. Its link is the same; sent from another session, where the
    /// first was never seen, a new one takes its place.
    private func asked(
        in number: ChangeNumber, _ secret: String, _ visit: Visit, _ viewer: Viewer
    ) async throws -> SupervisionRequest? {
        let (account, now) = (viewer.account, visit.now)
        return try await desk.database.write { connection in
            guard try ChangeLog.changes([number], on: connection)[number]?.account == account,
                let version = try FactStore.versions(
                    SupervisionRequest.self, where: "recordedIn = \(number) AND supersededIn IS NULL", on: connection
                ).first, version.value.state == .pending, let id = RecordID(version.id)
            else { return nil }
            if try SupervisionLinks.all.request(secret, at: now, on: connection) == id { return version.value }
            try SupervisionLinks.make(
                for: id, by: account, through: version.value.answerBy, secret: secret, on: connection)
            return version.value
        }
    }

    /// The link is shown once: only its hash is kept.
    private func sentPage(
        _ visit: Visit, _ scope: SupervisionScope, _ person: RegisterIndex.Ordinal, _ request: SupervisionRequest, _ secret: String
    ) -> Reply {
        let (frame, view) = (visit.frame, scope.view)
        let supervisor = view.book.supervisors[request.supervisor]
        let reach: Html =
            scope.sees(supervisor: request.supervisor)
            ? "<p>\(supervisor?.email?.text ?? "") \(supervisor?.phone ?? "")</p>" : "<p class=\"note\">\(frame[PoolTexts.viaOffice])</p>"
        return visit.page(
            frame[PoolTexts.sentTitle],
            """
            <div class="narrow"><p class="crumb"><a href="/veiledere/finn?lege=\(view.personID(person).text)">\(frame[PoolTexts.title])</a></p>
            <h1>\(frame[PoolTexts.sentTitle])</h1><p>\(frame[PoolTexts.sent(supervisor?.name ?? "", request.answerBy)])</p>
            <div class="field"><label for="lenke">\(frame[PoolTexts.link])</label>\
            <input class="copy-link sized" id="lenke" readonly value="\(publicAddress)/svar/\(secret)"></div>\(reach)
            <p class="acts"><a class="btn quiet" href="/veiledere/finn?lege=\(view.personID(person).text)">\(frame[PoolTexts.title])</a>\
            <a class="btn quiet" href="/alis/\(view.personID(person).text)/veiledning">\(frame[PoolTexts.toDoctor])</a></p></div>
            """)
    }

    private func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let fact = try visit.recordID("fact")
        let persons = scope.view.register.index.personsByTraining()
        guard let request = scope.view.requests.first(where: { $0.id == fact.text }), let person = persons[request.value.training],
            scope.mayAssign(person)
        else { throw PageRefusal.notFound }
        let today = visit.today
        _ = try await desk.write(visit, by: await desk.recorder(scope), act: .supervisionRequested) { writer in
            guard var value = try FactStore.timeline(SupervisionRequest.self, id: fact.text, on: writer.connection).stretches.last,
                value.value.state == .pending
            else { return false }
            var withdrawn = value.value
            withdrawn.state = .withdrawn
            value = Version(id: value.id, value: withdrawn, period: value.period, recordedIn: value.recordedIn)
            return try writer.revise(
                SupervisionRequest.self, id: fact.text, in: Period(startingOn: max(today, value.period.from)), to: value.value)
        }
        return .seeOther("/veiledere/finn?lege=\(scope.view.personID(person).text)")
    }
}
