import AlisDomain

/// Correcting a session that was logged wrongly, and withdrawing it, with why; what it said is kept.
///
/// | method | address | who |
/// |---|---|---|
/// | GET, POST | /alis/:id/veiledning/okt/:fact | the two whose session it is; whoever wrote it corrects it |
/// | POST | /alis/:id/veiledning/okt/:fact/fjern | the one who wrote it |
/// | POST | /alis/:id/veiledning/okt/:fact/notat | the two, to write a note or to correct one of their own |
/// | GET | /alis/:id/veiledning/trukket | the two |
struct SessionCorrectionRoutes {
    let desk: SupervisionDesk

    var routes: [Route] {
        [
            .restricted(.get, Addresses.session, to: SupervisionDesk.twoParties) { visit, viewer in
                let opened = try await open(visit, viewer)
                return page(visit, opened, ShownForm(Self.values(opened.session.value)))
            },
            .restricted(.post, Addresses.session, to: SupervisionDesk.twoParties, correct).kept(
                as: Text("Retter en veiledningsøkt", nn: "Rettar ei rettleiingsøkt")),
            .restricted(.post, Addresses.sessionRemoval, to: SupervisionDesk.twoParties, withdraw),
            .restricted(.post, Addresses.sessionNote, to: SupervisionDesk.twoParties, note).kept(
                as: Text("Lagrer et notat om veiledningsøkten", nn: "Lagrar eit notat om rettleiingsøkta")),
            .restricted(.get, Addresses.withdrawnSessions, to: SupervisionDesk.twoParties, withdrawn),
        ]
    }

    /// A session and those whose it is.
    struct Opened: Sendable {
        let scope: SupervisionScope
        let person: RegisterIndex.Ordinal
        let id: RecordID
        let session: Version<SupervisionSession>
        /// What has been done with it while the viewer was party to it.
        let steps: [SessionStep]
        /// Whether something was done with it before that.
        let hasEarlier: Bool
        let notes: [SupervisionNote]
        /// Who wrote it, when that is the other of the two: then it is hers to correct.
        let otherAuthor: String?
        let lastChange: ChangeNumber
        var doctor: RecordID { scope.view.personID(person) }
        var path: String { Addresses.supervision(doctor) }
    }

    /// One version of a session, and the changes it came and went with.
    typealias SessionStep = (version: Version<SupervisionSession>, recorded: Change?, closed: Change?)

    /// The doctor in the address, for herself and her supervisor only, and her trainings.
    private func doctor(_ visit: Visit, _ viewer: Viewer) async throws -> (SupervisionScope, RegisterIndex.Ordinal, [RecordID]) {
        let scope = try await desk.scope(visit, viewer)
        let person = try desk.party(visit, scope)
        return (scope, person, scope.view.register.index.personsByTraining().filter { $0.value == person }.map(\.key).sorted())
    }

    private func open(_ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let (scope, person, trainings) = try await doctor(visit, viewer)
        let id = try visit.recordID("fact")
        let supervisors = scope.view.book.supervisors
        let trainee = scope.view.personID(person)
        let isDoctor = scope.ownPersons.contains(person)
        return try await desk.database.read { connection in
            let steps = try SupervisionStore.sessionHistory(trainings: trainings, on: connection)[id.text] ?? []
            guard let current = steps.first(where: { $0.version.supersededIn == nil })?.version,
                isDoctor || scope.ownSupervisors.contains(current.value.supervisor)
            else { throw PageRefusal.notFound }
            let author = steps.first?.recorded
            var isOthers = false
            if let author, isDoctor { isOthers = author.account == supervisors[current.value.supervisor]?.account }
            if let author, !isDoctor {
                let ids = try TraineeStore.find(trainee, on: connection).map { [$0.id] + $0.duplicates } ?? []
                let grants = try AccountStore.grants(of: author.account, on: connection)
                isOthers = ids.contains { grants.contains(Grant(role: .alis, organisation: .trainee($0))) }
            }
            let parties = try SessionParties(of: viewer, on: connection)
            let seen = try steps.filter { try parties.saw($0.recorded, to: $0.version.value, on: connection) }
            return Opened(
                scope: scope, person: person, id: id, session: current, steps: seen, hasEarlier: seen.count < steps.count,
                notes: try SupervisionNotes.read(sessions: [id.text], for: viewer, on: connection)[id.text] ?? [],
                otherAuthor: isOthers && author?.account != viewer.account ? author?.byName : nil,
                lastChange: try FactStore.lastChange(SupervisionSession.self, id: id.text, on: connection))
        }
    }

    private static func values(_ session: SupervisionSession) -> FormData {
        FormData([
            ("dag", session.day.norwegian), ("minutter", String(session.minutes)), ("hvordan", session.isDigital ? "digitalt" : "fysisk"),
            ("slag", session.isGroup ? "gruppe" : "individuell"), ("forberedelse", String(session.preparationMinutes)),
        ])
    }

    private func page(
        _ visit: Visit, _ opened: Opened, _ shown: ShownForm, typed: SessionHistoryPage.TypedNote? = nil
    ) -> Reply {
        let page = SessionHistoryPage(opened: opened, frame: visit.frame, typed: typed)
        return visit.page(visit.frame[SessionTexts.correctTitle], status: shown.status, page.html(shown.values, shown.problems))
    }

    // MARK: Correcting

    private func correct(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        guard let opened = try await stillThere(visit, viewer) else { return try await gone(visit, viewer) }
        let saved = Reply.seeOther(opened.path + "?lagret=1")
        if try visit.carriedOut != nil { return saved }
        guard opened.otherAuthor == nil else { return page(visit, opened, ShownForm(visit.form, [])) }
        var reader = FieldReader(visit.form)
        let parties = SessionHistoryPage.counterparts(opened)
        let read = parties.read(&reader, on: visit.today)
        let reason = reader.required("hvorfor", SessionTexts.why, longest: 300)
        guard let read, reader.problems.isEmpty else { return page(visit, opened, ShownForm(visit.form, reader.problems)) }
        var value = read.value
        // A doctor is not asked for her supervisor's preparation, and leaves it as it is.
        if !parties.isSupervisor { value.preparationMinutes = opened.session.value.preparationMinutes }
        let (id, day, training) = (opened.id, value.day, value.training)
        let final = value
        let outcome = try await desk.write(
            visit, by: opened.scope.recorder, act: .sessionCorrected, reason: reason,
            lastChange: { try FactStore.lastChange(SupervisionSession.self, id: id.text, on: $0) }
        ) { writer in
            let logged = try SupervisionStore.minutesLogged(
                trainings: [training], supervisor: final.supervisor, day: day, leavingOut: id, on: writer.connection)
            if logged > 0 { throw WriteRefused(FieldProblem("dag", SupervisionProblem.alreadyLogged(minutes: logged).text)) }
            return try writer.replace(SupervisionSession.self, id: id.text, with: [(Period(startingOn: day), final)])
        }
        guard let again = outcome.again(visit.form, at: "dag") else { return saved }
        return page(visit, try await open(visit, viewer), again)
    }

    /// Takes a session off the account, with why. It is kept and can be seen by the two; her own notes only if she leaves them.
    private func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        guard let opened = try await stillThere(visit, viewer) else { return try await gone(visit, viewer, isWorthKeeping: false) }
        var values = Self.values(opened.session.value)
        values.append("grunn", visit.form["grunn"])
        values.append("slettnotat", visit.form["slettnotat"])
        guard opened.otherAuthor == nil else { return page(visit, opened, ShownForm(values, [])) }
        var reader = FieldReader(visit.form)
        let reason = reader.required("grunn", SessionTexts.why, longest: 300)
        guard reader.problems.isEmpty else { return page(visit, opened, ShownForm(values, reader.problems)) }
        let (id, deletes) = (opened.id, visit.form["slettnotat"] == "ja")
        _ = try await desk.write(visit, by: opened.scope.recorder, act: .sessionRemoved, reason: reason) { writer in
            if deletes { try SupervisionNotes.deleteOwn(session: id, by: viewer, on: writer.connection) }
            return try writer.replace(SupervisionSession.self, id: id.text, with: [])
        }
        return .seeOther(opened.path + "?lagret=1")
    }

    /// A note, or a new wording of one of her own. The form's mark is the note's identity, so that the same form sent twice writes one:
    /// a note leaves no trace in the history of changes.
    private func note(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        guard let opened = try await stillThere(visit, viewer) else { return try await gone(visit, viewer) }
        let saved = Reply.seeOther(opened.path + "?lagret=1")
        let (body, replaced) = (visit.form["notat"], visit.form["erstatter"])
        let (id, newID, now) = (opened.id, RecordID(visit.form["_once"]) ?? desk.surroundings.newID(), visit.now)
        let written = try await desk.database.read { try SupervisionNotes.find(newID, by: viewer, on: $0) }
        if let written {
            guard written == SupervisionNotes.Written(session: id, body: body, replaces: RecordID(replaced)) else {
                // Another note can be written; a wording is replaced once.
                throw SentBefore(change: nil, isFinal: !replaced.isEmpty)
            }
            return saved
        }
        var reader = FieldReader(visit.form)
        _ = reader.required("notat", SessionTexts.note, longest: 4000)
        let reason = reader.optional("hvorfor", longest: 300)
        guard reader.problems.isEmpty else {
            let typed = SessionHistoryPage.TypedNote(
                replaced: replaced, body: body, reason: visit.form["hvorfor"], once: visit.form["_once"])
            let problems = reader.problems.map { FieldProblem("\($0.field)-\(typed.place)", $0.text) }
            return page(visit, opened, ShownForm(Self.values(opened.session.value), problems), typed: typed)
        }
        let isWritten: Bool
        if replaced.isEmpty {
            let trainee = opened.scope.view.personID(opened.person)
            let account = opened.scope.view.book.supervisors[opened.session.value.supervisor]?.account ?? ""
            isWritten = try await desk.database.write { connection in
                try SupervisionNotes.add(
                    body, id: newID, session: id, trainee: trainee, supervisorAccount: account, by: viewer, at: now, on: connection)
            }
        } else {
            guard let note = RecordID(replaced) else { throw PageRefusal.notFound }
            isWritten = try await desk.database.write {
                try SupervisionNotes.correct(note, of: id, to: body, reason: reason, id: newID, by: viewer, at: now, on: $0)
            }
        }
        guard isWritten else { throw PageRefusal.notFound }
        return saved
    }

    // MARK: What has been withdrawn

    /// The session in the address; nil when it has been withdrawn, or is none of hers.
    private func stillThere(_ visit: Visit, _ viewer: Viewer) async throws -> Opened? {
        do {
            return try await open(visit, viewer)
        } catch PageRefusal.notFound {
            return nil
        }
    }

    /// A form about a session that has been withdrawn: sent twice, when it was this form that did it; else what was typed is shown
    /// in the form that logs a new one.
    private func gone(_ visit: Visit, _ viewer: Viewer, isWorthKeeping: Bool = true) async throws -> Reply {
        let (scope, person, trainings) = try await doctor(visit, viewer)
        let id = try visit.recordID("fact")
        let doctor = scope.view.personID(person)
        if try visit.carriedOut(isFinal: !isWorthKeeping) != nil { return .seeOther("\(Addresses.supervision(doctor))?lagret=1") }
        let last = try await desk.database.read { connection in
            let steps = try SupervisionStore.sessionHistory(trainings: trainings, on: connection)[id.text] ?? []
            return try Self.withdrawal(steps, scope, person, on: connection)
        }
        guard let last else { throw PageRefusal.notFound }
        guard isWorthKeeping else { throw PageRefusal.notFound }
        var old = Self.values(last.version.value)
        old.append("hvem", last.version.value.supervisor.text)
        let names = ["hvem", "dag", "minutter", "hvordan", "slag", "forberedelse", "notat"]
        let values = FormData(names.map { (name: $0, value: visit.form[$0].isEmpty ? old[$0] : visit.form.raw($0) ?? "") })
        let parties = Counterparts(scope, person: person)
        let shown = ShownForm(values, [FieldProblem("dag", SessionTexts.withdrawnMeanwhile(last.closed))], status: 409)
        return EditFormRoutes<SessionLogForm>.page(
            visit, parties, SessionLogForm(parties, thing: nil, visit: visit, newID: id), shown, action: Addresses.newSession(doctor))
    }

    /// How a session that has been withdrawn was; nil when it has not been, or the viewer was not party to it then.
    private static func withdrawal(
        _ steps: [SessionStep], _ scope: SupervisionScope, _ person: RegisterIndex.Ordinal, on connection: Connection
    ) throws -> SessionStep? {
        guard steps.allSatisfy({ $0.version.supersededIn != nil }),
            let last = steps.max(by: { ($0.version.supersededIn ?? 0) < ($1.version.supersededIn ?? 0) }),
            scope.ownPersons.contains(person) || scope.ownSupervisors.contains(last.version.value.supervisor)
        else { return nil }
        let parties = try SessionParties(of: scope.viewer, on: connection)
        return try parties.saw(last.closed, to: last.version.value, on: connection) ? last : nil
    }

    private func withdrawn(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (scope, person, trainings) = try await doctor(visit, viewer)
        let (gone, notes) = try await desk.database.read { connection in
            let gone = try SupervisionStore.sessionHistory(trainings: trainings, on: connection).values.compactMap {
                try Self.withdrawal($0, scope, person, on: connection)
            }.sorted { ($0.version.value.day, $0.version.id) > ($1.version.value.day, $1.version.id) }
            return (gone, try SupervisionNotes.read(sessions: gone.map(\.version.id), for: viewer, on: connection))
        }
        return visit.page(
            visit.frame[SessionTexts.withdrawnTitle],
            SessionHistoryPage.withdrawn(gone, notes: notes, of: person, scope, visit.frame))
    }
}
