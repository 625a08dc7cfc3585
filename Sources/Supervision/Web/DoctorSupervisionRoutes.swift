import AlisDomain

/// One doctor's supervision, and logging sessions: the same short form for the doctor and the supervisor.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /alis/:id/veiledning | those in whose scope she is, her supervisor, she herself; notes only the last two |
/// | GET, POST | /alis/:id/veiledning/okt | she herself and her supervisor |
/// | GET | /veiledere/:id/okter | the supervisor, and those who may correct her |
/// | GET, POST | /veiledere/:id/okter/ny | the supervisor |
struct DoctorSupervisionRoutes {
    let desk: SupervisionDesk

    private static let twoParties: Set<Role> = [.alis, .supervisor]

    var routes: [Route] {
        [
            .restricted(.get, "/alis/:id/veiledning", to: SupervisionDesk.parties, show),
            .restricted(.get, "/alis/:id/veiledning/okt", to: Self.twoParties) { visit, viewer in
                let (scope, person) = try await doctor(visit, viewer)
                return page(visit, Counterparts(scope, person: person), ShownForm(Counterparts.empty(on: visit.today)))
            },
            .restricted(.post, "/alis/:id/veiledning/okt", to: Self.twoParties) { visit, viewer in
                let (scope, person) = try await doctor(visit, viewer)
                return try await log(visit, Counterparts(scope, person: person))
            }.kept(as: Text("Lagrer en veiledningsøkt", nn: "Lagrar ei rettleiingsøkt")),
            .restricted(.get, "/veiledere/:id/okter", to: SupervisionDesk.readers, list),
            .restricted(.get, "/veiledere/:id/okter/ny", to: [.supervisor]) { visit, viewer in
                let scope = try await desk.scope(visit, viewer)
                return page(
                    visit, try Counterparts(scope, supervisor: visit.recordID("id")), ShownForm(Counterparts.empty(on: visit.today)))
            },
            .restricted(.post, "/veiledere/:id/okter/ny", to: [.supervisor]) { visit, viewer in
                let scope = try await desk.scope(visit, viewer)
                return try await log(visit, try Counterparts(scope, supervisor: visit.recordID("id")))
            }.kept(as: Text("Lagrer en veiledningsøkt", nn: "Lagrar ei rettleiingsøkt")),
        ]
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let person = try desk.person(visit, scope)
        let trainings = trainings(of: person, scope.view)
        let (sessions, notes) = try await desk.database.read { connection in
            let sessions = try SupervisionStore.sessions(trainings: trainings, supervisor: nil, on: connection)
            return (sessions, try SupervisionNotes.read(sessions: sessions.map(\.id), for: viewer, on: connection))
        }
        let page = DoctorSupervisionPage(
            person: person, scope: scope, sessions: sessions, notes: notes, frame: visit.frame)
        let saved: Html =
            visit.query.contains("lagret") ? "<p class=\"done\" role=\"status\">\(visit.frame[SupervisionTexts.saved])</p>" : .empty
        return visit.page(visit.frame[SessionTexts.title(scope.view.name(person))], saved + page.html())
    }

    private func trainings(of person: RegisterIndex.Ordinal, _ view: SupervisionView) -> [RecordID] {
        view.register.index.personsByTraining().filter { $0.value == person }.map(\.key).sorted()
    }

    /// The doctor in the address, for herself and her supervisor only.
    private func doctor(_ visit: Visit, _ viewer: Viewer) async throws -> (SupervisionScope, RegisterIndex.Ordinal) {
        let scope = try await desk.scope(visit, viewer)
        let person = try desk.person(visit, scope)
        guard scope.ownPersons.contains(person) || scope.supervises(person) else { throw PageRefusal.notFound }
        return (scope, person)
    }

    private func list(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let scope = try await desk.scope(visit, viewer)
        let id = try visit.recordID("id")
        guard let supervisor = scope.view.book.supervisors[id], scope.mayEdit(supervisor: id) else { throw PageRefusal.notFound }
        let sessions = try await desk.database.read { try SupervisionStore.sessions(trainings: [], supervisor: id, on: $0) }
        let (frame, persons) = (visit.frame, scope.view.register.index.personsByTraining())
        let items = sessions.prefix(100).compactMap { session -> Html? in
            guard let person = persons[session.value.training], scope.sees(person) else { return nil }
            let doctor = "/alis/\(scope.view.personID(person).text)/veiledning"
            let correct: Html =
                scope.ownSupervisors.contains(id)
                ? "<br><a class=\"note\" href=\"\(doctor)/okt/\(session.id)\">\(frame[SessionTexts.correctOrWithdraw])<span class=\"hidden-visually\">, \(session.value.day.norwegian)</span></a>"
                : .empty
            return "<li>\(DoctorSupervisionPage.line(session.value, who: scope.view.name(person), frame))\(correct)</li>"
        }
        let log: Html =
            scope.ownSupervisors.contains(id)
            ? "<a class=\"btn\" href=\"/veiledere/\(id.text)/okter/ny\">\(frame[SessionTexts.log])</a>" : .empty
        return visit.page(
            "\(frame[SessionTexts.sessions]) – \(supervisor.name)",
            """
            <p class="crumb"><a href="/veiledere/\(id.text)">\(supervisor.name)</a></p>
            <div class="head"><div><h1>\(frame[SessionTexts.sessions])</h1></div><p class="acts">\(log)</p></div>
            \(items.isEmpty ? "<p class=\"empty\">\(frame[SessionTexts.noSessions])</p>" as Html : "<ul class=\"sessions\">\(items)</ul>")
            """)
    }

    // MARK: Logging

    private func page(_ visit: Visit, _ parties: Counterparts, _ shown: ShownForm) -> Reply {
        let frame = visit.frame
        if parties.choices.isEmpty {
            return visit.page(
                frame[SessionTexts.logTitle],
                "<h1>\(frame[SessionTexts.logTitle])</h1><p class=\"empty\">\(frame[SessionTexts.noCounterpart])</p><p><a href=\"\(parties.back.address)\">\(parties.back.name)</a></p>"
            )
        }
        let form = SupervisionForm(title: frame[SessionTexts.logTitle], back: parties.back, action: visit.path)
        return form.page(visit, shown, parties.fields(shown.values, shown.problems, frame))
    }

    private func log(_ visit: Visit, _ parties: Counterparts) async throws -> Reply {
        let saved = Reply.seeOther(parties.back.address + "?lagret=1")
        if try visit.carriedOut != nil { return saved }
        var reader = FieldReader(visit.form)
        let session = parties.read(&reader, on: visit.today)
        guard let session, reader.problems.isEmpty else { return page(visit, parties, ShownForm(visit.form, reader.problems)) }
        let note = reader.optional("notat", longest: 4000)
        let (id, noteID, viewer, now) = (desk.surroundings.newID(), desk.surroundings.newID(), parties.scope.viewer, visit.now)
        let trainings = trainings(of: session.person, parties.scope.view)
        let account = parties.scope.view.book.supervisors[session.value.supervisor]?.account ?? ""
        let trainee = parties.scope.view.personID(session.person)
        let outcome = try await desk.write(visit, by: await desk.recorder(parties.scope), act: .sessionLogged) { writer in
            let logged = try SupervisionStore.minutesLogged(
                trainings: trainings, supervisor: session.value.supervisor, day: session.value.day, on: writer.connection)
            if logged > 0 { throw WriteRefused(FieldProblem("dag", SupervisionProblem.alreadyLogged(minutes: logged).text)) }
            try writer.add(id: id.text, session.value, in: Period(startingOn: session.value.day))
            if !note.isEmpty {
                _ = try SupervisionNotes.add(
                    note, id: noteID, session: id, trainee: trainee, supervisorAccount: account, by: viewer, at: now, on: writer.connection)
            }
            return true
        }
        return outcome.again(visit.form, at: "dag").map { page(visit, parties, $0) } ?? saved
    }
}
