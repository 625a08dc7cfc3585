import AlisDomain

/// A doctor's learning objectives as a file: the same rows as on her page, with the same scope.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /alis/:id/laeringsmal.csv, .xlsx | whoever sees the page |
package struct ObjectiveExportRoutes: Sendable {
    let objectives: ObjectiveDesk

    package init(objectives: ObjectiveDesk) { self.objectives = objectives }

    package var routes: [Route] {
        ExportFormat.allCases.map { format in
            .restricted(.get, "/alis/:id/laeringsmal.\(format.rawValue)", to: ObjectiveDesk.readers) { visit, viewer in
                try await export(visit, viewer, format)
            }
        }
    }

    private func export(_ visit: Visit, _ viewer: Viewer, _ format: ExportFormat) async throws -> Reply {
        let opened = try await objectives.open(visit, viewer)
        let frame = visit.frame
        let filter = ObjectiveFilter(visit.query)
        let standings = opened.sets.flatMap { opened.catalogue.standing(opened.records, in: $0, on: opened.today) }
        let rows = standings.filter { filter.takes($0, opened.chain($0.objective.code)) }.map { standing -> [ExportValue] in
            let code = standing.objective.code
            let chain = opened.chain(code)
            return [
                .text(code.text), .text(frame[standing.objective.title]), .text(frame[ObjectiveTexts.name(standing.objective.set)]),
                .text(frame[ObjectiveTexts.name(standing.status)]), standing.status.day.map { .day($0) } ?? .empty,
                .text(standing.record.map { frame[ObjectiveTexts.origin($0)] } ?? ""), .text(opened.arena(code, frame)),
                .text(chain.steps.isEmpty ? "" : frame[ObjectiveTexts.standing(chain.standing)]),
            ]
        }
        var notes = ["\(frame[ObjectiveTexts.pageTitle(opened.trainee.fullName)]), \(visit.today.norwegian)", frame[ObjectiveTexts.formal]]
        if standings.contains(where: \.objective.isSample) { notes.append(frame[ObjectiveTexts.sampleLong]) }
        let heads = [
            ObjectiveTexts.code, ObjectiveTexts.objective, ObjectiveTexts.set, ObjectiveTexts.status, ObjectiveTexts.day,
            ObjectiveTexts.origin, ObjectiveTexts.arena, ObjectiveTexts.chain,
        ]
        let table = ExportTable(
            name: frame[ObjectiveTexts.title], notes: notes, columns: heads.map { ExportColumn(frame[$0]) }, rows: rows)
        return try format.reply(table, name: "laeringsmal-\(visit.today.iso)", at: visit.now)
    }
}
