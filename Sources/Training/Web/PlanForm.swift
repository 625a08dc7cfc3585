import AlisDomain

/// A form that changes one part of a plan.
protocol PlanForm: EditForm where Desk == PlanDesk {}

extension PlanForm {
    static func isFor(_ viewer: Viewer, _ opened: PlanDesk.Opened) -> Bool { opened.mayEdit }
    var reasons: [Text]? { [] }

    static func routes(_ plans: PlanDesk, _ path: String) -> [Route] {
        EditFormRoutes<Self>(
            desk: plans, path: path, roles: Set<Role>.writers.union([.alis]),
            act: Text("Endrer utdanningsplanen", nn: "Endrar utdanningsplanen")
        ).routes
    }

    static func saved(_ visit: Visit, _ viewer: Viewer, in change: ChangeNumber?, _ plans: PlanDesk) async throws -> Reply {
        .seeOther("\(Addresses.plan(try visit.recordID("id")))?lagret=1")
    }
}

extension PlanDesk.Opened: FormSubject {
    func crumbs(_ frame: Frame) -> [Crumb] {
        [Crumb(Addresses.record(id), record.trainee.fullName), Crumb(path, frame[PlanTexts.title])]
    }
    var newest: ChangeNumber? { lastChange }
    func recorder(for viewer: Viewer) -> Recorder { record.view.recorder(for: viewer) }
}

extension PlanDesk: FormDesk {
    var database: Database { desk.database }
    var surroundings: Surroundings { desk.surroundings }

    func subject(_ visit: Visit, _ viewer: Viewer) async throws -> Opened { try await open(visit, viewer) }

    func again(_ before: Opened, _ visit: Visit, _ viewer: Viewer, on connection: Connection) throws -> Opened {
        guard let record = try TraineeStore.find(before.record.record.id, on: connection) else { throw PageRefusal.notFound }
        var known = before.record
        known.record = record
        let file = try loader.load(record, asOf: visit.today, on: connection)
        return try opened(known, file, viewer, isSupervisor: before.isSupervisor)
    }
}
