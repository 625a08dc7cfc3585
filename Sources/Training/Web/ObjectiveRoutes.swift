import AlisDomain

/// A doctor's learning objectives.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /alis/:id/laeringsmal | her municipality and its office, she herself, her supervisor |
/// | GET | /alis/:id/laeringsmal/mal/:kode | the same: one objective with its way to approval and its history |
/// | GET, POST | /alis/:id/laeringsmal/handling | the same; what each may do is in `ObjectiveAct` |
package struct ObjectiveRoutes: Sendable {
    let objectives: ObjectiveDesk
    let publicAddress: String

    package init(objectives: ObjectiveDesk, publicAddress: String) {
        self.objectives = objectives
        self.publicAddress = publicAddress
    }

    package var routes: [Route] {
        [
            .restricted(.get, "/alis/:id/laeringsmal", to: ObjectiveDesk.readers, list),
            .restricted(.get, "/alis/:id/laeringsmal/mal/:kode", to: ObjectiveDesk.readers, show),
        ] + ObjectiveActRoutes(objectives: objectives, publicAddress: publicAddress).routes
            + ObjectiveAnswerRoutes(objectives: objectives).routes + ObjectiveCatalogueRoutes(objectives: objectives).routes
    }

    private func notice(_ visit: Visit) -> Text? {
        visit.query.contains("lagret") ? ObjectiveTexts.saved : visit.query.contains("ingen") ? ObjectiveTexts.chooseFirst : nil
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
        // Who made the link is said beside the answer that came by it.
        let accounts = Set(opened.chain(code).steps.filter { $0.kind == .invited }.map(\.account))
        let (history, makers) = try await objectives.database.read { connection in
            var makers: [String: String] = [:]
            for account in accounts { makers[account] = try AccountStore.find(id: account, on: connection)?.name }
            return (try ObjectiveStore.history(of: code, trainings: trainings, on: connection), makers)
        }
        let page = ObjectiveDetailPage(
            opened: opened, code: code, history: history, makers: makers,
            supervisors: try await objectives.supervisors.names(of: opened.record.id, on: visit.today), notice: notice(visit),
            frame: visit.frame)
        return visit.page(opened.title(code, visit.frame), page.html())
    }
}
