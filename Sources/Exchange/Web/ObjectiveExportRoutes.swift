import AlisDomain

/// A doctor's learning objectives as a file: the same rows as on her page, with the same scope.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /alis/:id/laeringsmal.csv, .xlsx | whoever sees the page |
package struct ObjectiveExportRoutes: Sendable {
    let objectives: ObjectiveDesk

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
        let lines = opened.lines(opened.sets)
        let rows = lines.filter { filter.takes($0, opened.chain($0.code)) }.map { line -> [ExportValue] in
            let code = line.code
            let chain = opened.chain(code)
            let before = line.before.map { old in
                frame[ObjectiveReplacedTexts.before(old.code, ObjectiveReplacedTexts.far(old, opened.chain(old.code).standing))]
            }
            let replaced = line.replaced.map { frame[ObjectiveReplacedTexts.note($0)] } ?? ""
            return [
                .text(code.text), .text(opened.objective(code).map { frame[$0.title] } ?? ""),
                .text(line.set.map { frame[ObjectiveTexts.name($0)] } ?? ""),
                .text(frame[ObjectiveTexts.name(line.status)]), line.status.day.map { .day($0) } ?? .empty,
                .text(line.record.map { frame[ObjectiveTexts.origin($0)] } ?? ""), .text(opened.arena(code, frame)),
                .text(chain.steps.isEmpty ? "" : frame[ObjectiveTexts.standing(chain.standing)]),
                .text((before + [replaced]).filter { !$0.isEmpty }.joined(separator: ". ")),
            ]
        }
        var notes = ["\(frame[ObjectiveTexts.pageTitle(opened.trainee.fullName)]), \(visit.today.norwegian)", frame[ObjectiveTexts.formal]]
        if lines.contains(where: { opened.objective($0.code)?.isSample ?? false }) { notes.append(frame[ObjectiveTexts.sampleLong]) }
        let heads = [
            ObjectiveTexts.code, ObjectiveTexts.objective, ObjectiveTexts.set, ObjectiveTexts.status, ObjectiveTexts.day,
            ObjectiveTexts.origin, ObjectiveTexts.arena, ObjectiveTexts.chain, ObjectiveReplacedTexts.heading,
        ]
        let table = ExportTable(
            name: frame[ObjectiveTexts.title], notes: notes, columns: heads.map { ExportColumn(frame[$0]) }, rows: rows)
        return try format.reply(table, name: "laeringsmal-\(visit.today.iso)", at: visit.now)
    }
}
