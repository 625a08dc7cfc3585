import AlisDomain

/// A form that changes one part of a doctor's record.
protocol RecordForm: EditForm where Desk == RecordDesk {
    /// Whether the doctor herself may use it on her own record.
    static var allowsOwn: Bool { get }
}

extension RecordForm {
    static func isFor(_ viewer: Viewer, _ opened: RecordDesk.Opened) -> Bool { opened.mayEdit || (allowsOwn && opened.isOwn) }
    var reasons: [Text]? { ReasonTexts.corrections }

    static func routes(_ desk: RecordDesk, _ path: String) -> [Route] {
        EditFormRoutes<Self>(
            desk: desk, path: path, roles: allowsOwn ? Set<Role>.writers.union([.alis]) : .writers,
            act: Text("Endrer det som står i registeret", nn: "Endrar det som står i registeret")
        ).routes
    }

    static func saved(_ visit: Visit, _ viewer: Viewer, in change: ChangeNumber?, _ desk: RecordDesk) async throws -> Reply {
        let (view, id) = (try await desk.register.current(), try visit.recordID("id"))
        let kept = try await desk.database.read { try TraineeStore.keptRecord(id, on: $0) }
        return .seeOther("\(RecordBack.address(visit.form, view.directory, on: visit.today) ?? Addresses.record(kept))?lagret=1")
    }

    static func back(_ values: FormData, of opened: RecordDesk.Opened, _ frame: Frame) -> (address: String, field: Html)? {
        RecordBack.address(values, opened.view.directory, on: frame.today).map {
            ($0, "<input type=\"hidden\" name=\"\(RecordBack.field)\" value=\"\(values[RecordBack.field])\">")
        }
    }
}

/// The municipality whose page a correction was begun on, which it leads back to.
enum RecordBack {
    static let field = "_kommune"

    /// A municipality's page; nil when the form names none. Never another address.
    static func address(_ values: FormData, _ directory: MunicipalityDirectory, on day: CalendarDay) -> String? {
        if values[field].isEmpty { return nil }
        return directory.municipality(slug: values[field]).map { directory.address(of: $0, on: day) }
    }
}

extension RecordDesk.Opened: FormSubject {
    func crumbs(_ frame: Frame) -> [Crumb] { [Crumb(Addresses.record(record.id), trainee.fullName)] }
    var newest: ChangeNumber? { record.lastChange }
    func recorder(for viewer: Viewer) -> Recorder { view.recorder(for: viewer) }
}

extension RecordDesk: FormDesk {
    func subject(_ visit: Visit, _ viewer: Viewer) async throws -> Opened { try await open(visit, viewer) }

    func again(_ opened: Opened, _ visit: Visit, _ viewer: Viewer, on connection: Connection) throws -> Opened {
        guard let record = try TraineeStore.find(opened.record.id, on: connection) else { throw PageRefusal.notFound }
        return try self.opened(record, view: opened.view, viewer: viewer, today: visit.today)
    }

    func news(of opened: Opened, since based: ChangeNumber, _ frame: Frame) async throws -> Html {
        let steps = try await database.read { try opened.record.history(since: based, on: $0) }
        return steps.isEmpty ? .empty : History.html(steps, opened.names(frame))
    }
}
