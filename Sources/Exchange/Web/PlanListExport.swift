import AlisDomain

/// The table of plans as a spreadsheet: the same question, selection and rows as on screen.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /planer.csv, .xlsx | the municipality and its office; administrators |
package struct PlanListExport: Sendable {
    let lists: PlanListRoutes

    package var routes: [Route] {
        [ExportFormat.csv, .xlsx].map { format in
            Route.restricted(.get, "/planer.\(format.rawValue)", to: .writers) { visit, viewer in
                let table = Self.table(try await lists.list(visit, viewer), visit.frame)
                return try format.reply(table, name: "alis-planer-\(visit.today.iso)", at: visit.now)
            }
        }
    }

    private static func table(_ list: PlanList, _ frame: Frame) -> ExportTable {
        var heads = PlanListTexts.heads
        heads.insert(PlanTexts.required, at: 3)
        heads.append(PlanListTexts.comparison)
        heads.append(PlanTexts.unjudgedHead)
        let explained = [TraineeTexts.registeredEnd.nb, PlanTexts.done.nb]
        let columns = heads.map { head in
            ExportColumn(frame[head], explanation: explained.contains(head.nb) ? frame[PlanListTexts.definition] : nil)
        }
        let rows = list.rows.map { row -> [ExportValue] in
            let total = row.evaluation.serviceTotal
            func months(_ amount: ServiceAmount?) -> ExportValue {
                amount.map { .decimal(Double($0.hundredthsOfMonth) / 100) } ?? .empty
            }
            return [
                .text(row.name), .text(row.municipality), months(total?.counted), months(total?.required), months(total?.remaining),
                row.evaluation.completion.map { .day($0) } ?? .text(frame[PlanTexts.notReached(isAssumed: row.board.file.isAssumed)]),
                .text(row.evaluation.boundingRequirements.map { frame[$0.name] }.joined(separator: ", ")),
                row.registeredEnd.map { .day($0) } ?? .empty,
                .text(row.attention.map { frame[CourseWorkTexts.mark($0)] }.joined(separator: "; ")),
                .text(row.end == .notRegistered ? "" : frame[PlanListTexts.mark(row.end)]),
                .text(PlanTexts.unjudged(row.evaluation).map { frame[$0] } ?? ""),
            ]
        }
        return ExportTable(
            name: frame[PlanListTexts.title],
            notes: [frame[PlanListTexts.count(list.rows.count, of: list.count)], frame[PlanListTexts.definition]], columns: columns,
            rows: rows)
    }
}
