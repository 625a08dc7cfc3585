import AlisDomain

/// A form that changes one part of a plan: what it is called, its fields, and what it writes.
protocol PlanForm: Sendable {
    /// What the last part of the address names: the thing to change, or nil for a new one, which then gets `newID`.
    init(_ opened: PlanDesk.Opened, thing: RecordID?, visit: Visit, newID: RecordID) throws

    var title: Text { get }
    /// The values that the fields show when the form is first opened.
    var initial: FormData { get }
    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html
    /// Reads the form; nil when there are problems.
    func read(_ reader: inout FieldReader, _ visit: Visit) -> PlanWriting?
    /// The change that removed the thing from a training; nil when it is there, or never was.
    static func removal(of thing: RecordID, from training: RecordID, on connection: Connection) throws -> ChangeNumber?
}

extension PlanForm {
    /// Nothing of it can be removed, unless a kind says otherwise.
    static func removal(of thing: RecordID, from training: RecordID, on connection: Connection) throws -> ChangeNumber? { nil }
}

/// What a form came to. Gives whether anything was different.
struct PlanWriting: Sendable {
    let act: ChangeAct
    let write: @Sendable (FactWriter, PlanDesk.Opened) throws -> Bool
}

/// Shows and carries out any `PlanForm`: opening, access, conflicts, sending twice and errors are the same for all.
struct PlanFormHandler<Kind: PlanForm>: Sendable {
    let plans: PlanDesk
    let path: String

    var routes: [Route] {
        let roles = Set<Role>.writers.union([.alis])
        return [
            .restricted(.get, path, to: roles, show),
            .restricted(.post, path, to: roles, send).kept(as: Text("Endrer utdanningsplanen", nn: "Endrar utdanningsplanen")),
        ]
    }

    private func open(_ visit: Visit, _ viewer: Viewer) async throws -> (PlanDesk.Opened, Kind) {
        let opened = try await plans.open(visit, viewer)
        guard opened.mayEdit else { throw PageRefusal.notFound }
        let thing = visit.parameter("fact").isEmpty ? nil : try visit.recordID("fact")
        return (opened, try Kind(opened, thing: thing, visit: visit, newID: plans.desk.surroundings.newID()))
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (opened, form) = try await open(visit, viewer)
        return page(visit, opened, form, ShownForm(form.initial))
    }

    private func send(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (opened, form): (PlanDesk.Opened, Kind)
        do {
            (opened, form) = try await open(visit, viewer)
        } catch PageRefusal.notFound {
            return try await gone(visit, viewer)
        }
        if try visit.carriedOut != nil { return .seeOther("\(opened.path)?lagret=1") }
        var reader = FieldReader(visit.form)
        let reason = reader.optional("hvorfor", longest: 500)
        let writing = form.read(&reader, visit)
        guard let writing, reader.problems.isEmpty else {
            return page(visit, opened, form, ShownForm(visit.form, reader.problems))
        }
        let outcome = try await plans.change(visit, viewer, act: writing.act, reason: reason) { writer, opened in
            try writing.write(writer, opened)
        }
        guard let again = outcome.again(visit.form, at: "hvorfor") else { return .seeOther("\(opened.path)?lagret=1") }
        guard case .conflict(let fresh, _) = outcome else { return page(visit, opened, form, again) }
        return page(visit, fresh, form, again)
    }

    /// The form cannot be opened any more: because it was sent twice, because somebody removed the thing, or did the same, meanwhile.
    /// What was typed is shown again, for a new one.
    private func gone(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await plans.open(visit, viewer)
        guard opened.mayEdit else { throw PageRefusal.notFound }
        if try visit.carriedOut != nil { return .seeOther("\(opened.path)?lagret=1") }
        let training = opened.file.training
        let thing = visit.parameter("fact").isEmpty ? nil : try visit.recordID("fact")
        let change = try await plans.desk.database.read { connection -> Change? in
            let number = try thing.map { try Kind.removal(of: $0, from: training, on: connection) } ?? opened.file.lastChange
            return try number.flatMap { try ChangeLog.changes([$0], on: connection)[$0] }
        }
        guard let change else { throw PageRefusal.notFound }
        guard thing != nil else {
            let problem = FieldProblem("innhold", CommonTexts.changedMeanwhile(change))
            return visit.page(
                visit.frame[PlanTexts.title], status: 409,
                """
                <div class="narrow"><h1>\(visit.frame[PlanTexts.title])</h1>\(Form.errorSummary([problem], visit.frame))
                <p><a href="\(opened.path)">\(visit.frame[PlanTexts.title])</a></p></div>
                """)
        }
        let form = try Kind(opened, thing: nil, visit: visit, newID: plans.desk.surroundings.newID())
        let action = visit.path.prefix(through: visit.path.lastIndex(of: "/") ?? visit.path.startIndex) + "ny"
        let problem = FieldProblem("hvorfor", FieldTexts.removedMeanwhile(change))
        return page(
            visit, opened, form, ShownForm(visit.form.without(["slett", "_based"]), [problem], status: 409), action: String(action))
    }

    private func page(
        _ visit: Visit, _ opened: PlanDesk.Opened, _ form: Kind, _ shown: ShownForm, action: String? = nil
    ) -> Reply {
        let (frame, values, problems) = (visit.frame, shown.values, shown.problems)
        let saved: Html = shown.isConflict ? FieldTexts.saved(opened.path, frame) : .empty
        return visit.page(
            frame[form.title], status: shown.status,
            """
            <div class="narrow"><p class="crumb"><a href="/alis/\(opened.record.record.id.text)">\(opened.record.trainee.fullName)</a> › \
            <a href="\(opened.path)">\(frame[PlanTexts.title])</a></p><h1>\(frame[form.title])</h1>\(Form.errorSummary(problems, frame))\(saved)
            <form method="post" action="\(action ?? visit.path)" novalidate>\(Form.marks(frame, values, newest: opened.lastChange))
            \(form.fields(values, problems, frame))
            \(Form.text("hvorfor", frame[TraineeTexts.reason], value: values["hvorfor"], hint: frame[TraineeTexts.reasonHint], problems: problems, frame))
            \(Form.buttons(frame[CommonTexts.save], cancel: opened.path, frame))</form></div>
            """)
    }
}
