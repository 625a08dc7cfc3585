import AlisDomain

/// The lists that drive work, as spreadsheets: the same rows as on screen.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /arbeidslister/:liste/regneark.csv, .xlsx | the municipality and its office; administrators |
package struct CourseWorkExport: Sendable {
    let lists: CourseWorkRoutes

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
        let lines = try await lists.lines(viewer, on: visit.today).filter { $0.stands(in: work) }
        let table = ExportTable(
            name: frame[CourseWorkTexts.title],
            notes: ["\(frame[CourseWorkTexts.name(work)]), \(visit.today.norwegian)", frame[CourseWorkTexts.what(work)]],
            columns: [
                TraineeTexts.name, TraineeTexts.municipality, CourseWorkTexts.why, PlanTexts.serviceDone, PlanTexts.done,
                PlanTexts.unjudgedHead,
            ].map {
                ExportColumn(frame[$0])
            },
            rows: lines.map { line in
                [
                    .text(line.name), .text(line.municipality), .text(CourseWorkTexts.reason(work, line, frame)),
                    line.board.evaluation.serviceDone.map { .day($0) } ?? .empty,
                    line.board.evaluation.completion.map { .day($0) }
                        ?? .text(frame[PlanTexts.notReached(isAssumed: line.board.file.isAssumed)]),
                    .text(PlanTexts.unjudged(line.board.evaluation).map { frame[$0] } ?? ""),
                ]
            })
        return try format.reply(table, name: "alis-\(CourseWorkTexts.code(work))-\(visit.today.iso)", at: visit.now)
    }
}
