import AlisDomain

/// The lists that drive work, as spreadsheets: the same rows as on screen.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /arbeidslister/:liste/regneark.csv, .xlsx | the municipality and its office; administrators |
package struct WorkListExport: Sendable {
    let lists: WorkListRoutes

    package init(lists: WorkListRoutes) { self.lists = lists }

    package var routes: [Route] {
        [ExportFormat.csv, .xlsx].map { format in
            Route.restricted(.get, "/arbeidslister/:liste/regneark.\(format.rawValue)", to: .writers) { visit, viewer in
                try await export(visit, viewer, format)
            }
        }
    }

    private func export(_ visit: Visit, _ viewer: Viewer, _ format: ExportFormat) async throws -> Reply {
        let work = try lists.wanted(visit)
        let frame = visit.frame
        let lines = try await lists.lines(viewer, on: visit.today).filter { $0.board.work.contains(work) }
        let table = ExportTable(
            name: frame[WorkListTexts.title],
            notes: ["\(frame[WorkListTexts.name(work)]), \(visit.today.norwegian)", frame[WorkListTexts.what(work)]],
            columns: [TraineeTexts.name, TraineeTexts.municipality, WorkListTexts.why, PlanTexts.serviceDone, PlanTexts.done].map {
                ExportColumn(frame[$0])
            },
            rows: lines.map { line in
                [
                    .text(line.name), .text(line.municipality), .text(WorkListTexts.reason(work, line.board, frame)),
                    line.board.evaluation.serviceDone.map { .day($0) } ?? .empty,
                    line.board.evaluation.completion.map { .day($0) } ?? .empty,
                ]
            })
        return try format.reply(table, name: "alis-\(WorkListTexts.code(work))-\(visit.today.iso)", at: visit.now)
    }
}
