import AlisDomain

/// The follow-up pages as files.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /oppfolging.csv, .xlsx | offices, the directorate (without names) |
/// | GET | /oppfolging/gammel-ordning.csv, .xlsx | offices, municipalities for their own, the directorate (numbers only) |
/// | POST | /oppfolging/paminnelser.csv, .txt | offices; gives the texts that were previewed, changes nothing |
package struct FollowUpExportRoutes {
    let register: RegisterCache
    let database: Database
    let publicAddress: String
    let plans: any PlannedEndSource

    package var routes: [Route] {
        [
            .restricted(.get, "/oppfolging.csv", to: FollowUpRoutes.readers) { try await freshness($0, $1, isCSV: true) },
            .restricted(.get, "/oppfolging.xlsx", to: FollowUpRoutes.readers) { try await freshness($0, $1, isCSV: false) },
            .restricted(.get, "/oppfolging/gammel-ordning.csv", to: FollowUpRoutes.oldSchemeReaders) {
                try await oldScheme($0, $1, isCSV: true)
            },
            .restricted(.get, "/oppfolging/gammel-ordning.xlsx", to: FollowUpRoutes.oldSchemeReaders) {
                try await oldScheme($0, $1, isCSV: false)
            },
            .restricted(.post, "/oppfolging/paminnelser.csv", to: .offices) { visit, viewer in
                let letters = try await letters(visit, viewer)
                return .file(
                    CSVWriter.bytes(of: FollowUpTables.mailMerge(letters, visit.language)), name: "paminnelser.csv", type: MediaType.csv)
            },
            .restricted(.post, "/oppfolging/paminnelser.txt", to: .offices) { visit, viewer in
                let text = FollowUpTables.text(try await letters(visit, viewer), visit.language)
                // The byte order mark tells Notepad that it is UTF-8.
                return .file([0xEF, 0xBB, 0xBF] + Array(text.utf8), name: "paminnelser.txt", type: "text/plain; charset=utf-8")
            },
        ]
    }

    private func freshness(_ visit: Visit, _ viewer: Viewer, isCSV: Bool) async throws -> Reply {
        let view = try await register.current()
        let model = FreshnessModel(FreshnessQuestion(visit.query), view, viewer: viewer, on: visit.today)
        return try Self.file(FollowUpTables.freshness(model, visit.language), name: "oppfolging-\(visit.today.iso)", isCSV: isCSV, visit)
    }

    private func oldScheme(_ visit: Visit, _ viewer: Viewer, isCSV: Bool) async throws -> Reply {
        let view = try await register.current()
        let model = OldSchemeModel(view, viewer: viewer, on: visit.today, ends: try await plans.oldSchemeEnds(viewer, on: visit.today))
        return try Self.file(
            FollowUpTables.oldScheme(model, visit.language), name: "gammel-ordning-\(visit.today.iso)", isCSV: isCSV, visit)
    }

    private func letters(_ visit: Visit, _ viewer: Viewer) async throws -> [ReminderLetter] {
        let (model, draft) = try await FollowUpRoutes.draft(visit, viewer, register: register)
        // The form holds what was previewed; if it does not, it was not made by our page.
        if let problem = draft.problems.first { throw PageRefusal.badRequest(problem.text) }
        return try await FollowUpRoutes.letters(draft, model, database: database, publicAddress: publicAddress)
    }

    private static func file(_ table: ExportTable, name: String, isCSV: Bool, _ visit: Visit) throws -> Reply {
        if isCSV { return .file(CSVWriter.bytes(of: table), name: name + ".csv", type: MediaType.csv) }
        return .file(try SpreadsheetWriter.bytes(of: [table], madeAt: visit.now), name: name + ".xlsx", type: MediaType.xlsx)
    }
}
