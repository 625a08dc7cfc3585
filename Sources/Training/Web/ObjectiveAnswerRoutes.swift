import AlisDomain

/// A clinical supervisor answers without an account, by a link that works once.
///
/// | method | address | who |
/// |---|---|---|
/// | GET, POST | /laeringsmal/svar/:token | whoever holds the link, once, until it runs out |
struct ObjectiveAnswerRoutes: Sendable {
    let objectives: ObjectiveDesk

    var routes: [Route] {
        [
            .open(.get, "/laeringsmal/svar/:token") { visit in
                if try await isUsed(visit) { return UsedLinkPage.reply(visit) }
                return page(visit, try await asked(visit), FormData(), [], status: 200)
            },
            .open(.post, "/laeringsmal/svar/:token") { visit in
                try await isUsed(visit) ? UsedLinkPage.reply(visit) : try await answer(visit)
            },
        ]
    }

    private struct Asked: Sendable {
        let opened: ObjectiveDesk.Opened
        let request: RecordID
        /// The objectives that are still open.
        let steps: [ObjectiveStep]
        let askedBy: String
        var name: String { steps.first?.personName ?? "" }
    }

    private func isUsed(_ visit: Visit) async throws -> Bool {
        let secret = visit.parameter("token")
        return try await objectives.database.read { try ObjectiveLinks.all.isUsed(secret, on: $0) }
    }

    private func asked(_ visit: Visit) async throws -> Asked {
        let (secret, now, day) = (visit.parameter("token"), visit.now, visit.today)
        let view = try await objectives.desk.register.current()
        let (loader, shelf, book) = (objectives.loader, objectives.shelf, objectives.book)
        let found = try await objectives.database.read { connection -> Asked? in
            guard let request = try ObjectiveLinks.all.request(secret, at: now, on: connection),
                let first = try ObjectiveStore.invitations(request, on: connection).first,
                let id = try ObjectiveStore.trainee(ofTraining: first.training, on: connection),
                let record = try TraineeStore.find(id, on: connection),
                let plan = try loader.load(record, asOf: day, on: connection), let trainee = record.trainee(on: day)
            else { return nil }
            let opened = ObjectiveDesk.Opened(
                record: record, trainee: trainee, view: view, training: plan.training, trainings: record.trainings.map(\.id),
                services: [], serviceArenas: [:], rules: book.set(for: plan.trainingCase),
                catalogue: try shelf.catalogue(on: connection), shelf: shelf,
                file: try ObjectiveStore.load(trainings: record.trainings.map(\.id), on: connection), isOwn: false, mayEdit: false,
                mayDecide: false, supervisor: nil, today: day)
            let asker = try AccountStore.find(id: first.account, on: connection)?.name
            return Asked(opened: opened, request: request, steps: Self.open(request, opened), askedBy: asker ?? "Alis")
        }
        guard let found, !found.steps.isEmpty else { throw PageRefusal.notFound }
        return found
    }

    /// The invitations of a request that have neither been answered nor overtaken.
    private static func open(_ request: RecordID, _ opened: ObjectiveDesk.Opened) -> [ObjectiveStep] {
        opened.file.steps.values.flatMap { $0 }.filter { $0.kind == .invited && $0.request == request }.filter { step in
            opened.chain(step.objective).invitations.contains { $0.request == request }
        }.sorted { $0.objective.text < $1.objective.text }
    }

    private func page(_ visit: Visit, _ asked: Asked, _ values: FormData, _ problems: [FieldProblem], status: Int) -> Reply {
        let frame = visit.frame
        let fields = asked.steps.map { step -> Html in
            let name = "svar.\(step.objective.text)"
            return Form.radios(
                name, asked.opened.title(step.objective, frame), value: values[name],
                options: [("ja", frame[ObjectiveActTexts.yes]), ("nei", frame[ObjectiveActTexts.no])], problems: problems, frame)
        }
        let title = frame[ObjectiveActTexts.answerTitle(asked.opened.trainee.fullName)]
        return visit.page(
            title, status: status,
            """
            <div class="narrow"><h1>\(title)</h1><p class="lede">\(frame[ObjectiveActTexts.answerLede(asked.name, asked.askedBy)])</p>
            \(Form.errorSummary(problems, frame))
            <form method="post" action="\(visit.path)" novalidate>\(Form.mark(frame))\(Form.once(objectives.once(values)))\(fields)
            \(Form.area("merknad", frame[ObjectiveActTexts.comment], value: values["merknad"], hint: frame[ObjectiveActTexts.noteHint], problems: problems, rows: 3, frame))
            <p class="acts"><button class="btn">\(frame[ObjectiveActTexts.send])</button></p></form>
            <p class="note">\(frame[ObjectiveTexts.formal])</p></div>
            """)
    }

    private func answer(_ visit: Visit) async throws -> Reply {
        let asked = try await asked(visit)
        var reader = FieldReader(visit.form)
        let words = reader.optional("merknad", longest: 500)
        var answers: [Objective.Code: Bool] = [:]
        for step in asked.steps {
            let field = "svar.\(step.objective.text)"
            answers[step.objective] = reader.choice(field, ObjectiveActTexts.answer, ["ja": true, "nei": false][reader.form[field]])
        }
        guard reader.problems.isEmpty else { return page(visit, asked, visit.form, reader.problems, status: 422) }
        let (secret, now, today, newID, said) = (
            visit.parameter("token"), visit.now, visit.today, objectives.surroundings.newID, answers
        )
        let token = visit.form["_once"]
        let isWritten = try await objectives.database.write { connection -> Bool in
            try connection.serialiseWriters()
            guard try ObjectiveLinks.all.use(secret, at: now, on: connection) else { return false }
            var opened = asked.opened
            opened.file = try ObjectiveStore.load(trainings: opened.trainings, on: connection)
            let steps = Self.open(asked.request, opened)
            if steps.isEmpty { return false }
            let number = try ChangeLog.record(
                .objectiveRecommended, by: Recorder(account: "lenke", name: asked.name, organisation: ""), reason: words, at: now,
                formToken: token.isEmpty ? nil : token, on: connection)
            let writer = FactWriter(connection: connection, change: number)
            var values: [TrainingObjective] = []
            for step in steps {
                guard let isYes = said[step.objective] else { continue }
                let (approval, refusal) = ObjectiveActReading.recommending(
                    opened.chain(step.objective), as: .clinicalSupervisor, step.person, opened)
                let kind: ObjectiveStep.Kind = isYes && refusal == nil ? .recommended : .declined
                try writer.add(
                    id: newID().text,
                    ObjectiveStep(
                        training: step.training, objective: step.objective, kind: kind, role: .clinicalSupervisor, person: step.person,
                        personName: step.personName, words: words, day: today, request: step.request), in: Period(startingOn: today))
                if kind == .recommended, let value = ObjectiveActReading.following(approval.status, step.objective, opened) {
                    values.append(value)
                }
            }
            _ = try ObjectiveStore.record(values, known: opened.file, newID: newID, writer)
            return true
        }
        guard isWritten else { throw PageRefusal.badRequest(ObjectiveActTexts.answered) }
        let frame = visit.frame
        return visit.page(
            frame[ObjectiveActTexts.thanks],
            """
            <div class="narrow"><h1>\(frame[ObjectiveActTexts.thanks])</h1>\
            <p class="done" role="status">\(frame[ObjectiveActTexts.thanksText])</p></div>
            """)
    }
}
