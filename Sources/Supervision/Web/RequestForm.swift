import AlisDomain

/// Opens a doctor and the supervisor who is to be asked, both named in the form.
struct RequestDesk: FormDesk {
    let desk: SupervisionDesk
    /// Where Alis is found from outside, for the link.
    let publicAddress: String

    struct Opened: FormSubject {
        let scope: SupervisionScope
        let person: RegisterIndex.Ordinal
        let id: RecordID
        let supervisor: Supervisor

        var doctor: RecordID { scope.view.personID(person) }
        var newest: ChangeNumber? { nil }
        func crumbs(_ frame: Frame) -> [Crumb] { [Crumb("\(Addresses.findSupervisor())?lege=\(doctor)", frame[PoolTexts.title])] }
        func recorder(for viewer: Viewer) -> Recorder { scope.recorder }
    }

    var database: Database { desk.database }
    var surroundings: Surroundings { desk.surroundings }

    func subject(_ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let (scope, values) = (try await desk.scope(visit, viewer), visit.method == .post ? visit.form : visit.query)
        guard let doctor = RecordID(values["lege"]), let person = scope.view.register.index.ordinal(of: doctor), scope.mayAssign(person),
            let id = RecordID(values["veileder"]), let supervisor = scope.view.book.supervisors[id]
        else { throw PageRefusal.notFound }
        return Opened(scope: scope, person: person, id: id, supervisor: supervisor)
    }

    func again(_ opened: Opened, _ visit: Visit, _ viewer: Viewer, on connection: Connection) -> Opened { opened }
}

/// Asking a supervisor in another municipality; answered by a one-time link, which is shown once.
struct RequestForm: EditForm {
    typealias Desk = RequestDesk
    let opened: Desk.Opened
    let newID: RecordID
    let today: CalendarDay
    let viewer: Viewer

    static let contested = "fra"
    var title: Text { PoolTexts.askTitle }
    var save: Text { PoolTexts.send }
    func lede(_ frame: Frame) -> Html { "<p class=\"lede\">\(opened.supervisor.name) – \(opened.scope.view.name(opened.person))</p>" }

    init(_ opened: Desk.Opened, thing: RecordID?, visit: Visit, newID: RecordID) throws {
        guard let viewer = visit.session?.viewer else { throw PageRefusal.notFound }
        (self.opened, self.newID, self.viewer, today) = (opened, newID, viewer, visit.today)
    }

    static func routes(_ desk: RequestDesk) -> [Route] {
        EditFormRoutes<Self>(
            desk: desk, path: Addresses.newRequest(), roles: .writers,
            act: Text("Spør en veileder om å veilede en ALIS", nn: "Spør ein rettleiar om å rettleie ein ALIS")
        ).routes.map { route in
            guard route.method == .get else { return route }
            let show = route.handle
            // Without a doctor to ask for, she is chosen first.
            return route.handling { visit in
                visit.query["lege"].isEmpty ? .seeOther(Addresses.findSupervisor()) : try await show(visit)
            }
        }
    }

    var initial: FormData {
        let begins = opened.scope.view.book.service(of: opened.person).begins ?? today
        return FormData([("fra", max(today, begins).norwegian), ("andel", "100")])
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        """
        <input type="hidden" name="lege" value="\(opened.doctor)"><input type="hidden" name="veileder" value="\(opened.id.text)">
        <div class="pair">\(Form.text("fra", frame[PoolTexts.wantedFrom], value: values["fra"], hint: frame[FieldTexts.dayHint], problems: problems, isRequired: true, frame))
        \(Form.text("andel", frame[SessionTexts.share], value: values["andel"], hint: frame[SessionTexts.shareHint], problems: problems, width: 6, frame))</div>
        \(Form.area("melding", frame[PoolTexts.message], value: values["melding"], hint: frame[PoolTexts.messageHint], problems: problems, frame))
        """
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        let from = reader.day("fra", PoolTexts.wantedFrom)
        let share = reader.percent("andel")
        let message = reader.optional("melding", longest: 1000)
        // What was done before is for whoever saw it to register; a supervisor says yes to what is to come.
        if let from, from < today { reader.problems.append(FieldProblem("fra", PoolTexts.wantedTooEarly)) }
        let view = opened.scope.view
        guard let from, let share, let training = view.trainings[opened.person] else { return nil }
        let wanted = SupervisionAssignment(training: training, supervisor: opened.id, share: share)
        let others = view.book.assignments(ofPerson: opened.person).map { (assignment: $0.value, period: $0.period) }
        let problems = AssignmentCheck.problems(
            wanted, in: Period(startingOn: from), supervisor: opened.supervisor, others: others,
            service: view.book.service(of: opened.person))
        reader.problems += problems.map { FieldProblem("fra", $0.text) }
        let waiting = view.requests.contains {
            $0.value.supervisor == opened.id && $0.value.training == training && $0.value.standing(on: today) == .pending
        }
        if waiting { reader.problems.append(FieldProblem("fra", PoolTexts.alreadyAsked)) }
        let days = max(1, view.book.rates.whole(.requestDays, on: today))
        let request = SupervisionRequest(
            training: training, supervisor: opened.id, share: share, wantedFrom: from, answerBy: today.adding(days: days), message: message,
            askedBy: viewer.name)
        let (id, asked) = (newID, Period(startingOn: today))
        return Writing(act: .supervisionRequested) { writer in
            try writer.add(id: id.text, request, in: asked)
            return true
        }
    }

    /// The link, as long as what was asked waits for an answer.
    static func saved(_ visit: Visit, _ viewer: Viewer, in change: ChangeNumber?, _ desk: RequestDesk) async throws -> Reply {
        let opened = try await desk.subject(visit, viewer)
        let secret = visit.linkSecret(desk.surroundings)
        guard let change, let request = try await asked(in: change, secret, visit, viewer, desk.database) else {
            return .seeOther("\(Addresses.findSupervisor())?lege=\(opened.doctor)")
        }
        return sentPage(visit, opened, request, "\(desk.publicAddress)\(Addresses.answer(secret))")
    }

    /// What a change asked, with a link, while it waits for an answer. The link is the same when the form was sent twice; sent from another
    /// session, where the first was never seen, a new one takes its place.
    private static func asked(
        in number: ChangeNumber, _ secret: String, _ visit: Visit, _ viewer: Viewer, _ database: Database
    ) async throws -> SupervisionRequest? {
        let (account, now) = (viewer.account, visit.now)
        return try await database.write { connection in
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
    private static func sentPage(_ visit: Visit, _ opened: Desk.Opened, _ request: SupervisionRequest, _ link: String) -> Reply {
        let (frame, supervisor) = (visit.frame, opened.supervisor)
        let reach: Html =
            opened.scope.sees(supervisor: opened.id)
            ? "<p>\(supervisor.email?.text ?? "") \(supervisor.phone)</p>" : "<p class=\"note\">\(frame[PoolTexts.viaOffice])</p>"
        return visit.page(
            frame[PoolTexts.sentTitle],
            """
            <div class="narrow">\(Crumb.html(opened.crumbs(frame)))
            <h1>\(frame[PoolTexts.sentTitle])</h1><p>\(frame[PoolTexts.sent(supervisor.name, request.answerBy)])</p>
            <div class="field"><label for="lenke">\(frame[PoolTexts.link])</label>\
            <input class="copy-link sized" id="lenke" readonly value="\(link)"></div>\(reach)
            <p class="acts"><a class="btn quiet" href="\(Addresses.findSupervisor())?lege=\(opened.doctor)">\(frame[PoolTexts.title])</a>\
            <a class="btn quiet" href="\(Addresses.supervision(opened.doctor))">\(frame[PoolTexts.toDoctor])</a></p></div>
            """)
    }
}
