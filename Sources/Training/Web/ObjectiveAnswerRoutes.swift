import AlisDomain

/// A clinical supervisor answers without an account, by a link that works once.
///
/// | method | address | who |
/// |---|---|---|
/// | GET, POST | /laeringsmal/svar/:token | whoever holds the link, once, until it runs out |
struct ObjectiveAnswerRoutes: Sendable {
    let objectives: ObjectiveDesk
    let guesses: SignInLimit

    var routes: [Route] {
        [
            .open(.get, Addresses.objectiveAnswer) { visit in
                try await answering(visit) { page(visit, $0, ShownForm()) }
            },
            .open(.post, Addresses.objectiveAnswer) { visit in
                if try visit.carriedOut(isFinal: true) != nil { return try await thanks(visit) }
                return try await answering(visit) { try await answer(visit, $0) }
            },
        ]
    }

    private struct Asked: Sendable {
        let opened: ObjectiveDesk.Opened
        let request: RecordID
        /// The objectives that are still open.
        let steps: [ObjectiveStep]
        /// Who made the link.
        let maker: (account: String, name: String)
        let runsOut: Instant
        var name: String { steps.first?.personName ?? "" }
    }

    /// Opens the link for whoever holds it. Signed in as the one who made it, or as the doctor herself, nobody answers for the clinical
    /// supervisor.
    private func answering(_ visit: Visit, _ body: (Asked) async throws -> Reply) async throws -> Reply {
        guard let asked = try await asked(visit) else { return try await dead(visit) }
        if let viewer = visit.session?.viewer {
            let record = asked.opened.record
            let isHers = ([record.id] + record.duplicates).contains { id in viewer.grants.contains { $0.organisation == .trainee(id) } }
            if isHers || viewer.account == asked.maker.account { return AnswerLinkPage.own(visit, viewer, for: asked.name) }
        }
        return try await body(asked)
    }

    private func dead(_ visit: Visit) async throws -> Reply {
        let (secret, now) = (visit.parameter("token"), visit.now)
        let why = try await objectives.database.read { try ObjectiveLinks.all.death(secret, at: now, on: $0) }
        return try AnswerLinkPage.reply(visit, why, guesses: guesses)
    }

    private func asked(_ visit: Visit) async throws -> Asked? {
        let (secret, now, day) = (visit.parameter("token"), visit.now, visit.today)
        let view = try await objectives.desk.register.current()
        let (loader, shelf, book) = (objectives.loader, objectives.shelf, objectives.book)
        let found = try await objectives.database.read { connection -> Asked? in
            guard let request = try ObjectiveLinks.all.request(secret, at: now, on: connection),
                let runsOut = try ObjectiveLinks.all.runsOut(secret, on: connection),
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
            return Asked(
                opened: opened, request: request, steps: Self.open(request, opened), maker: (first.account, asker ?? "Alis"),
                runsOut: runsOut)
        }
        return found.flatMap { $0.steps.isEmpty ? nil : $0 }
    }

    /// The invitations of a request that have neither been answered nor overtaken.
    private static func open(_ request: RecordID, _ opened: ObjectiveDesk.Opened) -> [ObjectiveStep] {
        opened.file.steps.values.flatMap { $0 }.filter { $0.kind == .invited && $0.request == request }.filter { step in
            opened.chain(step.objective).invitations.contains { $0.request == request }
        }.sorted { $0.objective.text < $1.objective.text }
    }

    private func page(_ visit: Visit, _ asked: Asked, _ shown: ShownForm) -> Reply {
        let (frame, values, problems) = (visit.frame, shown.values, shown.problems)
        let fields = asked.steps.map { step -> Html in
            let name = "svar.\(step.objective.text)"
            return Form.radios(
                name, asked.opened.title(step.objective, frame), value: values[name],
                options: [("ja", frame[ObjectiveActTexts.yes]), ("nei", frame[ObjectiveActTexts.no])], problems: problems, frame)
        }
        let replaced = asked.steps.compactMap { step -> Html? in
            asked.opened.replacedNote(step.objective).map {
                "<p class=\"note\">\(frame[ObjectiveActReading.named(step.objective, $0)])</p>"
            }
        }
        let title = frame[ObjectiveActTexts.answerTitle(asked.opened.trainee.fullName)]
        let sample: Html =
            asked.steps.contains { asked.opened.objective($0.objective)?.isSample ?? false }
            ? "<p class=\"note sample\">\(frame[ObjectiveTexts.sample])</p>" : .empty
        return visit.page(
            title, status: shown.status,
            """
            <div class="narrow"><h1>\(title)</h1>
            <p class="lede">\(frame[ObjectiveActTexts.answerLede(asked.maker.name, asked.steps.count)])</p>
            <p>\(frame[ObjectiveActTexts.answerTo(asked.name, asked.runsOut)])</p>\(Form.errorSummary(problems, frame))
            <form method="post" action="\(visit.path)" novalidate>\(Form.marks(frame, values))\(sample)\(replaced)\(fields)
            \(Form.area("merknad", frame[ObjectiveActTexts.comment], value: values["merknad"], hint: frame[ObjectiveActTexts.noteHint], problems: problems, rows: 3, frame))
            <p class="acts"><button class="btn">\(frame[ObjectiveActTexts.send])</button></p></form>
            <p class="note">\(frame[ObjectiveActTexts.answerSeenBy]) \(frame[ObjectiveTexts.formal])</p></div>
            """)
    }

    /// What the form answers of each objective.
    private static func answers(_ form: FormData) -> [Objective.Code: Bool] {
        let said = form.pairs.compactMap { pair -> (Objective.Code, Bool)? in
            guard pair.name.hasPrefix("svar."), let code = Objective.Code(String(pair.name.dropFirst(5))),
                let isYes = ["ja": true, "nei": false][pair.value]
            else { return nil }
            return (code, isYes)
        }
        return Dictionary(said) { first, _ in first }
    }

    private func answer(_ visit: Visit, _ asked: Asked) async throws -> Reply {
        var reader = FieldReader(visit.form)
        let words = reader.optional("merknad", longest: 500)
        let answers = Self.answers(visit.form)
        for step in asked.steps where answers[step.objective] == nil {
            reader.problems.append(
                FieldProblem(
                    "svar.\(step.objective.text)", ObjectiveActReading.named(step.objective, ObjectiveActTexts.chooseAnswer)))
        }
        guard reader.problems.isEmpty else { return page(visit, asked, ShownForm(visit.form, reader.problems)) }
        let (secret, now, today, newID, said) = (
            visit.parameter("token"), visit.now, visit.today, objectives.surroundings.newID, answers
        )
        let account = visit.session?.viewer.account ?? ""
        let form = visit.act(
            .objectiveRecommended, by: Recorder(account: "lenke", name: asked.name, organisation: ""), reason: words)
        let outcome = try await objectives.database.carryOut(form) { writer in
            // Used up by somebody else, or nothing left to answer: nothing is done.
            guard try ObjectiveLinks.all.use(secret, at: now, on: writer.connection) else { return false }
            var opened = asked.opened
            opened.file = try ObjectiveStore.load(trainings: opened.trainings, on: writer.connection)
            let steps = Self.open(asked.request, opened)
            if steps.isEmpty { return false }
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
                        personName: step.personName, account: account, words: words, day: today, request: step.request),
                    in: Period(startingOn: today))
                if kind == .recommended, let value = ObjectiveActReading.following(approval.status, step.objective, opened) {
                    values.append(value)
                }
            }
            _ = try ObjectiveStore.record(values, known: opened.file, newID: newID, writer)
            return true
        }
        switch outcome {
        case .done, .sentBefore: return try await thanks(visit)
        case .nothingDifferent, .conflict, .refused: return try await dead(visit)
        }
    }

    /// The receipt: what was answered, for the last time this is shown.
    private func thanks(_ visit: Visit) async throws -> Reply {
        let (frame, shelf) = (visit.frame, objectives.shelf)
        let catalogue = try await objectives.database.read { try shelf.catalogue(on: $0) }
        let lines = Self.answers(visit.form).sorted { $0.key.text < $1.key.text }.map { code, isYes -> Html in
            let title = shelf.objective(code, in: catalogue, on: visit.today).map { " \(frame[$0.title])" } ?? ""
            return "<li>\(code.text)\(title): <b>\(frame[isYes ? ObjectiveActTexts.saidYes : ObjectiveActTexts.saidNo])</b></li>"
        }
        return visit.page(
            frame[ObjectiveActTexts.thanks],
            """
            <div class="narrow"><h1>\(frame[ObjectiveActTexts.thanks])</h1>\
            <p class="done" role="status">\(frame[ObjectiveActTexts.thanksText])</p><ul>\(lines)</ul></div>
            """)
    }
}
