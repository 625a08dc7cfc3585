import AlisDomain

/// What a form changes, opened for whoever sends it: a doctor's record, a plan, a supervisor, a municipality's contact.
protocol FormSubject: Sendable {
    /// The ways back, the outermost first. The last is where cancelling leads, and where what another has saved is seen.
    func crumbs(_ frame: Frame) -> [Crumb]
    /// The newest change of it; nil where it does not matter who was first.
    var newest: ChangeNumber? { get }
    /// Whom a change of it is recorded as made by.
    func recorder(for viewer: Viewer) -> Recorder
}

/// Opens one kind of subject: for a page, and again inside the transaction that writes.
protocol FormDesk: Sendable {
    associatedtype Subject: FormSubject
    var database: Database { get }
    var surroundings: Surroundings { get }
    /// Opens what the address is about; what the viewer may not see is not found.
    func subject(_ visit: Visit, _ viewer: Viewer) async throws -> Subject
    /// The same as the transaction sees it. Throws when the viewer may not see it any more.
    func again(_ subject: Subject, _ visit: Visit, _ viewer: Viewer, on connection: Connection) throws -> Subject
    /// What others have done to it since the form was shown, for whoever is told that somebody was first.
    func news(of subject: Subject, since based: ChangeNumber, _ frame: Frame) async throws -> Html
}

extension FormDesk {
    func news(of subject: Subject, since based: ChangeNumber, _ frame: Frame) async throws -> Html {
        subject.crumbs(frame).last.map { FieldTexts.saved($0.address, frame) } ?? .empty
    }
}

extension FormDesk {
    func isStopped(_ viewer: Viewer, at now: Instant) async throws -> Bool {
        try await database.read { try StrangerTries.isStopped(viewer.account, at: now, on: $0) }
    }

    /// Records a change of a subject, in one transaction that reads it again: the one way in which forms about it write.
    ///
    /// - Parameters:
    ///   - may: whether whoever sent it may, as things are now.
    ///   - body: writes the facts and gives whether anything was different; when not, nothing is recorded.
    func change(
        _ subject: Subject, _ visit: Visit, _ viewer: Viewer, act: ChangeAct, reason: String = "",
        may: @escaping @Sendable (Subject) -> Bool, _ body: @escaping @Sendable (FactWriter, Subject) throws -> Bool
    ) async throws -> WriteOutcome<Subject> {
        let form = visit.act(act, by: subject.recorder(for: viewer), reason: reason)
        return try await database.carryOut(form) { connection in
            let fresh = try self.again(subject, visit, viewer, on: connection)
            guard may(fresh) else { throw PageRefusal.notFound }
            return fresh
        } newest: { fresh, _ in
            fresh.newest
        } writing: {
            try body($0, $1)
        }
    }
}

/// What a form came to: the act it is recorded as, and how it is written. Gives whether anything was different.
struct FormWriting<Subject: Sendable>: Sendable {
    let act: ChangeAct
    let write: @Sendable (FactWriter, Subject) throws -> Bool

    init(act: ChangeAct, _ write: @escaping @Sendable (FactWriter, Subject) throws -> Bool) {
        self.act = act
        self.write = write
    }

    init(act: ChangeAct, _ write: @escaping @Sendable (FactWriter) throws -> Bool) {
        self.init(act: act) { writer, _ in try write(writer) }
    }
}

/// A form that changes one thing: what it is called, its fields, and what it writes.
///
/// Adding a form is adding one of these: opening, access, conflicts, sending twice, what is gone meanwhile and errors are the same for all
/// (`EditFormRoutes`).
protocol EditForm: Sendable {
    associatedtype Desk: FormDesk
    typealias Subject = Desk.Subject
    typealias Writing = FormWriting<Desk.Subject>

    /// - Parameters:
    ///   - thing: what the last part of the address names, to be changed; nil for a new one, which then gets `newID`.
    /// Throws `PageRefusal.notFound` when it is not there.
    init(_ subject: Subject, thing: RecordID?, visit: Visit, newID: RecordID) throws

    /// Whether the viewer, who may see the subject, may use the form on it.
    static func isFor(_ viewer: Viewer, _ subject: Subject) -> Bool

    var title: Text { get }
    /// Whether there is anything to fill in; when not, `lede` says why.
    var isPossible: Bool { get }
    /// What stands under the heading.
    func lede(_ frame: Frame) -> Html
    /// The values that the fields show when the form is first opened.
    var initial: FormData { get }
    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html
    /// What the button says.
    var save: Text { get }
    /// What stands below the form.
    func below(_ frame: Frame) -> Html

    /// Ready-made reasons for what needs one; empty when only an own wording is asked for, nil when none is asked for at all.
    var reasons: [Text]? { get }
    /// Whether what is filled in corrects or withdraws what is recorded as fact, so that the history must say why.
    func needsReason(_ form: FormData) -> Bool
    /// What the history says of a correction that needs no reason and was given none.
    func unsaid(_ form: FormData) -> Text

    /// Reads the form; nil when there are problems.
    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing?
    /// What these problems tell of somebody whom the viewer does not see, for the account's count of it; nil when they tell nothing.
    func told(_ form: FormData, _ problems: [FieldProblem]) -> String?
    /// Whether problems may tell something of somebody out of sight: then nothing is saved for an account that has tried too many.
    static var meetsStrangers: Bool { get }
    /// The field at which it is said that somebody else was first.
    static var contested: String { get }

    /// Where the form leads back to when it was begun elsewhere than on its subject's page, and the field that keeps it; nil otherwise.
    static func back(_ values: FormData, of subject: Subject, _ frame: Frame) -> (address: String, field: Html)?
    /// What whoever has saved it is answered: where she goes, or what is shown once.
    /// - Parameter change: what it was carried out in, now or when it was sent before; nil when nothing was different.
    static func saved(_ visit: Visit, _ viewer: Viewer, in change: ChangeNumber?, _ desk: Desk) async throws -> Reply

    /// The change that made the form impossible: it removed the thing, or did what the form is to do. Nil when it is possible, or never was.
    static func removal(of thing: RecordID?, from subject: Subject, on connection: Connection) throws -> ChangeNumber?
    /// What the form can be about instead when its thing is gone, and what is then said; nil for a new one.
    static func substitute(in subject: Subject) -> (thing: RecordID, says: @Sendable (Change) -> Text)?
    /// Where a form for a new thing is sent, when the old is gone.
    static func actionForNew(_ visit: Visit, substitute: RecordID?) -> String
}

extension EditForm {
    static func isFor(_ viewer: Viewer, _ subject: Subject) -> Bool { true }
    var isPossible: Bool { true }
    func lede(_ frame: Frame) -> Html { .empty }
    var save: Text { CommonTexts.save }
    func below(_ frame: Frame) -> Html { .empty }
    var reasons: [Text]? { nil }
    func needsReason(_ form: FormData) -> Bool { false }
    static func back(_ values: FormData, of subject: Subject, _ frame: Frame) -> (address: String, field: Html)? { nil }
    func unsaid(_ form: FormData) -> Text { HistoryTexts.newInformation }
    func told(_ form: FormData, _ problems: [FieldProblem]) -> String? { nil }
    static var meetsStrangers: Bool { false }
    static var contested: String { "hvorfor" }
    static func removal(of thing: RecordID?, from subject: Subject, on connection: Connection) throws -> ChangeNumber? { nil }
    static func substitute(in subject: Subject) -> (thing: RecordID, says: @Sendable (Change) -> Text)? { nil }
    static func actionForNew(_ visit: Visit, substitute: RecordID?) -> String {
        visit.path.prefix(through: visit.path.lastIndex(of: "/") ?? visit.path.startIndex) + (substitute?.text ?? "ny")
    }

    /// Whether one of these fields said something that it no longer says. To fill in what was empty is to tell something new.
    func corrects(_ fields: [String], in form: FormData) -> Bool {
        let before = initial
        return fields.contains { !before[$0].isEmpty && form[$0] != before[$0] }
    }
}
