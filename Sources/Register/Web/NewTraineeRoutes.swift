import AlisDomain

/// Registering a doctor in training: who, under which scheme since when, and where she works, on one page.
struct NewTraineeRoutes {
    let desk: RecordDesk

    var routes: [Route] {
        [
            .restricted(.get, Addresses.newTrainee, to: .writers, show),
            .restricted(.post, Addresses.newTrainee, to: .writers, send).kept(
                as: Text("Registrerer en ny ALIS", nn: "Registrerer ein ny ALIS")),
        ]
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        var values = FormData([("ordning", "ny")])
        let view = try await desk.register.current()
        if let id = MunicipalityID(visit.query["kommune"]), let facts = view.directory.facts(of: id, on: visit.today) {
            values.append("kommune", facts.name)
        }
        return page(visit, ShownForm(values))
    }

    private func page(
        _ visit: Visit, _ shown: ShownForm, existing: RecordID? = nil, notice: Html = .empty
    ) -> Reply {
        let (frame, values, problems) = (visit.frame, shown.values, shown.problems)
        let schemes = Training.Scheme.allCases.map { (value: QuestionAddress.code($0), text: frame[OverviewTexts.name($0)]) }
        let link: Html = existing.map { "<p><a href=\"\(Addresses.record($0))\">\(frame[EditTexts.existing])</a></p>" } ?? .empty
        return visit.page(
            frame[EditTexts.registerTitle], status: shown.status,
            """
            <div class="narrow"><h1>\(frame[EditTexts.registerTitle])</h1><p class="lede">\(frame[EditTexts.registerLede])</p>
            <p><a href="\(Addresses.newTransfer())">\(frame[TransferTexts.comesFromElsewhere])</a></p>
            \(Form.errorSummary(problems, frame))\(link)\(notice)
            <form method="post" action="\(Addresses.newTrainee())" novalidate>\(Form.marks(frame, values))
            <h2>\(frame[TraineeTexts.contact])</h2>\(PersonFields.identity(values, problems, frame))\(PersonFields.contact(values, problems, frame))
            <h2>\(frame[TraineeTexts.training])</h2>
            <div class="pair">\(Form.text("startet", frame[TraineeTexts.startDay], value: values["startet"], hint: frame[FieldTexts.dayHint], problems: problems, isRequired: true, frame))
            \(Form.text("ventet", frame[TraineeTexts.expectedEnd], value: values["ventet"], hint: frame[CommonTexts.optional], problems: problems, frame))</div>
            \(Form.radios("ordning", frame[TraineeTexts.scheme], value: values["ordning"], options: schemes, problems: problems, frame))
            <h2>\(frame[TraineeTexts.engagements])</h2>\(EngagementFields.html(values, problems, frame))
            \(Form.buttons(frame[CommonTexts.save], cancel: Addresses.trainees(), frame))</form></div>
            """)
    }

    /// What a filled-in form says, when nothing is wrong with it.
    private struct Registration: Sendable {
        let trainee: Trainee
        let training: Training
        let start: CalendarDay
        let engagement: Engagement
        let period: Period
    }

    private func read(
        _ reader: inout FieldReader, person: RecordID, training: RecordID, _ view: RegisterView, _ scope: Scope, _ visit: Visit
    ) -> Registration? {
        let trainee = readPerson(&reader, visit)
        let start = reader.day("startet", TraineeTexts.startDay)
        let expected = reader.optionalDay("ventet")
        let scheme = reader.choice("ordning", TraineeTexts.scheme, QuestionAddress.scheme(reader.form["ordning"]))
        if let start {
            let course = Training(trainee: person, scheme: scheme ?? .old, expectedEnd: expected)
            let refusals = TrainingCourse([(Period(startingOn: start), course)]).refusals(newSchemeFrom: view.reference.newSchemeFrom)
            reader.problems += refusals.map { FieldProblem($0 == .expectedEndBeforeStart ? "ventet" : "ordning", FieldTexts.text($0)) }
        }
        let engagement = EngagementFields.read(&reader, training: training, directory: view.directory, today: visit.today)
        let period = reader.period()
        if let engagement, !scope.mayWrite(engagement.municipality) {
            reader.problems.append(FieldProblem("kommune", FieldTexts.notYourMunicipality))
        }
        guard let start, let scheme, let engagement, let period, reader.problems.isEmpty else { return nil }
        return Registration(
            trainee: trainee, training: Training(trainee: person, scheme: scheme, expectedEnd: expected), start: start,
            engagement: engagement, period: period)
    }

    private func send(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        // Before anything is judged: sent twice, she is in the register already and would be taken for her own namesake.
        if let change = try visit.carriedOut { return try await registered(in: change) }
        let view = try await desk.register.current()
        let scope = view.scope(viewer, on: visit.today)
        var reader = FieldReader(visit.form)
        let (person, training, work) = (desk.surroundings.newID(), desk.surroundings.newID(), desk.surroundings.newID())
        let wanted = read(&reader, person: person, training: training, view, scope, visit)
        if try await desk.isStopped(viewer, at: visit.now) {
            return page(visit, ShownForm(visit.form, [FieldProblem("hpr", AccountTexts.stopped)], status: 429))
        }
        let taken = HPRCheck(HPRNumber(reader.form["hpr"]), view, scope, on: visit.today)
        if let problem = taken?.problem { reader.problems.append(problem) }
        guard let wanted, reader.problems.isEmpty else {
            return page(visit, ShownForm(visit.form, reader.problems), existing: taken?.holder)
        }
        let unlikely = UnlikelyNotice(
            start: wanted.start, scheme: wanted.training.scheme, work: wanted.period, today: visit.today,
            newSchemeFrom: view.reference.newSchemeFrom)
        if !unlikely.isAnswered(by: visit.form) {
            return page(visit, ShownForm(visit.form, [], status: 409), notice: unlikely.html(visit.form, visit.frame))
        }
        let alike = AlikeNotice(wanted.trainee, view, scope, on: visit.today)
        if !alike.isAnswered(by: visit.form) {
            return page(visit, ShownForm(visit.form, [], status: 409), notice: alike.html(visit.form, visit.frame))
        }
        // Last of what can stop it: whoever tries numbers leaves a doctor of her own behind for each that is nobody's.
        let stranger = StrangerCheck(wanted.trainee, for: wanted.engagement.municipality, view, scope, on: visit.today)
        if let notice = stranger?.notice(visit.form, visit.frame) {
            let (described, now) = (TransferRequest.Described(wanted.trainee), visit.now)
            let told = [described.name, described.hpr?.digits ?? "", described.birthYear.map(String.init) ?? ""].joined(separator: " ")
            try await desk.database.write { try StrangerTries.add([told], to: viewer.account, at: now, on: $0) }
            return page(visit, ShownForm(visit.form, [], status: 409), notice: notice)
        }
        let reason = [unlikely.reason(visit.frame), alike.reason(visit.frame)].filter { !$0.isEmpty }.joined(separator: " ")
        let form = visit.act(.registered, by: view.recorder(for: viewer), reason: reason)
        let outcome = try await desk.database.carryOut(form) { writer in
            try writer.add(id: person.text, wanted.trainee, in: .always)
            try writer.add(id: training.text, wanted.training, in: Period(startingOn: wanted.start))
            try writer.add(id: work.text, wanted.engagement, in: wanted.period)
            try TraineeWords.add(wanted.trainee, id: person, on: writer.connection)
            return true
        }
        switch outcome {
        case .done(let change), .sentBefore(let change): return try await registered(in: change)
        case .nothingDifferent, .conflict, .refused: return .seeOther(Addresses.trainees())
        }
    }

    /// To the doctor whom a change registered.
    private func registered(in change: ChangeNumber) async throws -> Reply {
        let person = try await desk.database.read { try TraineeStore.registered(in: change, on: $0) }
        return .seeOther(person.map { "\(Addresses.record($0))?lagret=1" } ?? Addresses.trainees())
    }

    private func readPerson(_ reader: inout FieldReader, _ visit: Visit) -> Trainee {
        var trainee = Trainee(givenName: "", familyName: "")
        PersonFields.readIdentity(&reader, into: &trainee, today: visit.today)
        PersonFields.readContact(&reader, into: &trainee)
        return trainee
    }
}
