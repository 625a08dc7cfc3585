import AlisDomain

/// A doctor's learning objectives.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /alis/:id/laeringsmal, .csv, .xlsx | her municipality and its office, she herself, her supervisor |
/// | GET | /alis/:id/laeringsmal/mal/:kode | the same: one objective with its way to approval and its history |
/// | GET, POST | /alis/:id/laeringsmal/handling | the same; what each may do is in `ObjectiveAct` |
package struct ObjectiveRoutes: Sendable {
    let objectives: ObjectiveDesk
    let publicAddress: String
    let guesses: SignInLimit

    package var routes: [Route] {
        Route.files(Addresses.objectives, to: ObjectiveDesk.readers) { try await objectives.open($0, $1).takenOut($0) } + [
            .restricted(.get, Addresses.objectives, to: ObjectiveDesk.readers, list),
            .restricted(.get, Addresses.objective, to: ObjectiveDesk.readers, show),
        ] + ObjectiveActRoutes(objectives: objectives, publicAddress: publicAddress).routes
            + ObjectiveAnswerRoutes(objectives: objectives, guesses: guesses).routes
            + ObjectiveCatalogueRoutes(objectives: objectives).routes
    }

    private func notice(_ visit: Visit) -> (text: Text, isDone: Bool)? {
        if visit.query.contains("ingen") { return (ObjectiveTexts.chooseFirst, false) }
        guard let act = ObjectiveAct(rawValue: visit.query["lagret"]) else { return nil }
        let count = Int(visit.query["antall"]) ?? 1
        return (act.done((1...999).contains(count) ? count : 1), true)
    }

    private func list(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await objectives.open(visit, viewer)
        let page = ObjectivePage(opened: opened, filter: ObjectiveFilter(visit.query), notice: notice(visit), frame: visit.frame)
        return visit.page(visit.frame[ObjectiveTexts.pageTitle(opened.trainee.fullName)], page.html())
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await objectives.open(visit, viewer)
        guard let code = Objective.Code(visit.parameter("kode")),
            opened.objective(code) != nil || opened.file.record(of: code, on: opened.today) != nil
        else { throw PageRefusal.notFound }
        let trainings = opened.trainings
        let history = try await objectives.database.read { try ObjectiveStore.history(of: code, trainings: trainings, on: $0) }
        let page = ObjectiveDetailPage(
            opened: opened, code: code, history: history, makers: try await objectives.makers(of: [code], in: opened),
            supervisors: try await objectives.supervisors.names(of: opened.record.id, on: visit.today), notice: notice(visit),
            frame: visit.frame)
        return visit.page(opened.title(code, visit.frame), page.html())
    }
}
