import AlisDomain

/// A form that changes one part of a record: what it is called, its fields, what it records, and how it writes.
///
/// Adding a kind of correction is adding one of these; opening, access, conflicts, sending twice and errors are the same for all.
protocol RecordForm: Sendable {
    /// What the last parts of the address name: the thing to change, or nil for a new one, which then gets `newID`.
    init(_ opened: RecordDesk.Opened, thing: RecordID?, visit: Visit, newID: RecordID) throws

    var title: Text { get }
    /// Whether the doctor herself may use it on her own record.
    static var allowsOwn: Bool { get }
    /// The values that the fields show when the form is first opened.
    var initial: FormData { get }
    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html
    /// Ready-made reasons for what needs one; empty when the form only tells something new.
    var reasons: [Text] { get }
    /// Whether what is filled in corrects or withdraws what is recorded as fact, so that the history must say why.
    func needsReason(_ form: FormData) -> Bool
    /// What the history says of a correction that needs no reason and was given none.
    func unsaid(_ form: FormData) -> Text
    /// Reads the form; nil when there are problems.
    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing?
    /// The change that removed the thing from this record; nil when it is there, or never was.
    static func removal(of thing: RecordID, from record: TraineeRecord, on connection: Connection) throws -> ChangeNumber?
    /// What the form can be about instead when its thing is gone, and what is then said; nil for a new one.
    static func substitute(in record: TraineeRecord) -> (thing: RecordID, says: @Sendable (Change) -> Text)?
}

extension RecordForm {
    /// Nothing of it can be removed, unless a kind says otherwise.
    static func removal(of thing: RecordID, from record: TraineeRecord, on connection: Connection) throws -> ChangeNumber? { nil }
    static func substitute(in record: TraineeRecord) -> (thing: RecordID, says: @Sendable (Change) -> Text)? { nil }

    var reasons: [Text] { ReasonTexts.corrections }

    func unsaid(_ form: FormData) -> Text { HistoryTexts.newInformation }

    /// Whether one of these fields said something that it no longer says. To fill in what was empty is to tell something new.
    func corrects(_ fields: [String], in form: FormData) -> Bool {
        let before = initial
        return fields.contains { !before[$0].isEmpty && form[$0] != before[$0] }
    }
}

/// What a form came to: the act it is recorded as, and how it is written. Gives whether anything was different.
struct Writing: Sendable {
    let act: ChangeAct
    let write: @Sendable (FactWriter) throws -> Bool
}

/// Shows and carries out any `RecordForm`.
struct RecordFormHandler<Kind: RecordForm>: Sendable {
    let desk: RecordDesk
    let path: String

    var routes: [Route] {
        let roles: Set<Role> = Kind.allowsOwn ? Set<Role>.writers.union([.alis]) : .writers
        return [
            .restricted(.get, path, to: roles, show),
            .restricted(.post, path, to: roles, send).kept(
                as: Text("Endrer det som står i registeret", nn: "Endrar det som står i registeret")),
        ]
    }

    private func thing(_ visit: Visit) throws -> RecordID? {
        let text = visit.parameter("fact")
        return text.isEmpty ? nil : try visit.recordID("fact")
    }

    private func open(_ visit: Visit, _ viewer: Viewer) async throws -> (RecordDesk.Opened, Kind) {
        let opened = try await desk.open(visit, viewer)
        guard opened.mayEdit || (Kind.allowsOwn && opened.isOwn) else { throw PageRefusal.notFound }
        return (opened, try Kind(opened, thing: try thing(visit), visit: visit, newID: desk.surroundings.newID()))
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (opened, form) = try await open(visit, viewer)
        return page(visit, opened, form, ShownForm(form.initial))
    }

    private func send(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        // Before the record is opened: what the form did may have taken it out of her sight.
        if try visit.carriedOut != nil { return try await saved(visit) }
        let (opened, form): (RecordDesk.Opened, Kind)
        do {
            (opened, form) = try await open(visit, viewer)
        } catch PageRefusal.notFound {
            return try await gone(visit, viewer)
        }
        var reader = FieldReader(visit.form)
        let reason = ReasonField.read(form.reasons, &reader, isRequired: form.needsReason(visit.form), visit.frame)
        let writing = form.read(&reader, visit)
        guard let writing, reader.problems.isEmpty else {
            return page(visit, opened, form, ShownForm(visit.form, reader.problems))
        }
        let why = reason.isEmpty && writing.act == .corrected ? visit.frame[form.unsaid(visit.form)] : reason
        let outcome = try await desk.change(visit, viewer, act: writing.act, reason: why, allowsOwn: Kind.allowsOwn) { writer, _ in
            try writing.write(writer)
        }
        guard let again = outcome.again(visit.form, at: "hvorfor") else { return try await saved(visit) }
        guard case .conflict(let fresh, _) = outcome else { return page(visit, opened, form, again) }
        let based = ChangeNumber(visit.form["_based"]) ?? 0
        let steps = try await desk.database.read { try fresh.record.history(since: based, on: $0) }
        return page(visit, fresh, form, again, steps: steps)
    }

    private func saved(_ visit: Visit) async throws -> Reply {
        let (view, id) = (try await desk.register.current(), try visit.recordID("id"))
        let kept = try await desk.database.read { try TraineeStore.keptRecord(id, on: $0) }
        return .seeOther("\(Self.back(to: visit.form[Self.backField], kept, view.directory, visit))?lagret=1")
    }

    /// What the form is about is gone: because it was sent twice, when it was this form that removed it, or because somebody else
    /// removed it meanwhile. Then what was typed is shown again, for a new one.
    private func gone(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await desk.open(visit, viewer)
        guard opened.mayEdit || (Kind.allowsOwn && opened.isOwn), let thing = try thing(visit) else { throw PageRefusal.notFound }
        let record = opened.record
        let change = try await desk.database.read { connection -> Change? in
            let number = try Kind.removal(of: thing, from: record, on: connection)
            return try number.flatMap { try ChangeLog.changes([$0], on: connection)[$0] }
        }
        guard let change else { throw PageRefusal.notFound }
        let other = Kind.substitute(in: record)
        let form = try Kind(opened, thing: other?.thing, visit: visit, newID: desk.surroundings.newID())
        let action = visit.path.prefix(through: visit.path.lastIndex(of: "/") ?? visit.path.startIndex) + (other?.thing.text ?? "ny")
        let problem = FieldProblem("hvorfor", other?.says(change) ?? FieldTexts.removedMeanwhile(change))
        return page(
            visit, opened, form, ShownForm(visit.form.without(["slett", "_once", "_based"]), [problem], status: 409), action: String(action)
        )
    }

    private func page(
        _ visit: Visit, _ opened: RecordDesk.Opened, _ form: Kind, _ shown: ShownForm, steps: [HistoryStep] = [], action: String? = nil
    ) -> Reply {
        let (frame, values, problems) = (visit.frame, shown.values, shown.problems)
        let back = Self.back(to: values[Self.backField], opened.record.id, opened.view.directory, visit)
        let news = steps.isEmpty ? .empty : History.html(steps, opened.names(frame))
        return visit.page(
            frame[form.title], status: shown.status,
            """
            <div class="narrow"><p class="crumb"><a href="/alis/\(opened.record.id.text)">\(opened.trainee.fullName)</a></p><h1>\(frame[form.title])</h1>
            \(Form.errorSummary(problems, frame))\(news)
            \(Self.html(form, of: opened, action: action ?? visit.path, cancel: back, values: values, problems: problems, frame))</div>
            """)
    }

    /// The form itself, as its own page has it and as a list has it in the row that is being corrected.
    static func html(
        _ form: Kind, of opened: RecordDesk.Opened, action: String, cancel: String, values: FormData,
        problems: [FieldProblem] = [], _ frame: Frame
    ) -> Html {
        let back = values[backField]
        let field: Html = back.isEmpty ? .empty : "<input type=\"hidden\" name=\"\(backField)\" value=\"\(back)\">"
        return """
            <form method="post" action="\(action)" novalidate>\(Form.marks(frame, values, newest: opened.record.lastChange))\(field)
            \(form.fields(values, problems, frame))
            \(ReasonField.html(form.reasons, values, problems, frame))
            \(Form.buttons(frame[CommonTexts.save], cancel: cancel, frame))</form>
            """
    }

    /// The municipality whose page the correction was begun on; empty when it was begun on the record itself.
    static var backField: String { "_kommune" }

    /// Where the person came from: a municipality's page when the form names one, else the record. Never another address.
    private static func back(
        to municipality: String, _ record: RecordID, _ directory: MunicipalityDirectory, _ visit: Visit
    ) -> String {
        guard !municipality.isEmpty, let id = directory.municipality(slug: municipality),
            let slug = directory.slug(of: id, on: visit.today)
        else { return "/alis/\(record.text)" }
        return "/kommuner/\(slug)"
    }
}
