import AlisDomain

/// Following up: who has not confirmed, reminder texts, and who is left in the old scheme.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /oppfolging, .csv, .xlsx | offices, the directorate (without names) |
/// | GET, POST | /oppfolging/paminnelser | offices; POST shows the texts and changes nothing |
/// | POST | /oppfolging/paminnelser.csv, .txt | offices; gives the texts that were previewed, changes nothing |
/// | GET | /oppfolging/gammel-ordning, .csv, .xlsx | offices, municipalities for their own, the directorate (numbers only) |
package struct FollowUpRoutes {
    static let readers: Set<Role> = Set<Role>.offices.union([.directorate])
    /// Those in the old scheme concern the municipality they work in as well; a trust finds those who wish for it in the list of doctors.
    static let oldSchemeReaders: Set<Role> = readers.union([.municipality])

    let register: RegisterCache
    let database: Database
    /// Where Alis is found from outside, such as `https://alis.no`, for the link in the texts.
    let publicAddress: String
    let plans: any PlannedEndSource

    package var routes: [Route] {
        let list = Route.list(Addresses.followUp, to: Self.readers) { visit, viewer in
            let view = try await register.current()
            let model = FreshnessModel(FreshnessQuestion(visit.query), view, viewer: viewer, on: visit.today)
            return FollowUpPage.list(model, view, visit)
        }
        let last: [Route] =
            [.restricted(.get, Addresses.oldScheme, to: Self.oldSchemeReaders, showOldScheme)]
            + Route.files(Addresses.oldScheme, to: Self.oldSchemeReaders) { visit, viewer in
                let table = OldSchemePage.file(try await oldScheme(visit, viewer), visit.frame)
                return TakenOut([table], name: "gammel-ordning-\(visit.today.iso)")
            }
        return list + last + [
            .restricted(.get, Addresses.reminders, to: .offices, write),
            .restricted(.post, Addresses.reminders, to: .offices, preview).kept(
                as: Text("Viser påminnelsene slik de blir", nn: "Viser påminningane slik dei blir")),
            .restricted(.post, Addresses.reminders.file("csv"), to: .offices) { visit, viewer in
                try TakenOut([ReminderFiles.mailMerge(try await previewed(visit, viewer), visit.language)], name: "paminnelser")
                    .reply(as: .csv, at: visit.now)
            },
            .restricted(.post, Addresses.reminders.file("txt"), to: .offices) { visit, viewer in
                let text = ReminderFiles.text(try await previewed(visit, viewer), visit.language)
                // The byte order mark tells Notepad that it is UTF-8.
                return .file([0xEF, 0xBB, 0xBF] + Array(text.utf8), name: "paminnelser.txt", type: "text/plain; charset=utf-8")
            },
        ]
    }

    private func write(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let view = try await register.current()
        let question = FreshnessQuestion(visit.query)
        let model = FreshnessModel(question, view, viewer: viewer, on: visit.today)
        let draft = ReminderDraft(ticking: model.rows.filter { model.namesIn($0.municipality) })
        return visit.page(visit.frame[ReminderTexts.title], ReminderPage.form(draft, model, visit.frame))
    }

    private func preview(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (model, draft) = try await draft(visit, viewer)
        guard draft.problems.isEmpty else {
            return visit.page(visit.frame[ReminderTexts.title], status: 422, ReminderPage.form(draft, model, visit.frame))
        }
        let letters = try await letters(draft, model)
        return visit.page(visit.frame[ReminderTexts.previewTitle], ReminderPage.preview(letters, draft, model, visit.frame))
    }

    private func showOldScheme(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let model = try await oldScheme(visit, viewer)
        let seesAll = !viewer.roles.isDisjoint(with: Self.readers)
        return visit.page(visit.frame[FollowUpTexts.oldScheme], OldSchemePage.html(model, followsUp: seesAll, visit.frame))
    }

    private func oldScheme(_ visit: Visit, _ viewer: Viewer) async throws -> OldSchemeModel {
        OldSchemeModel(
            try await register.current(), viewer: viewer, on: visit.today, ends: try await plans.oldSchemeEnds(viewer, on: visit.today))
    }

    private func previewed(_ visit: Visit, _ viewer: Viewer) async throws -> [ReminderLetter] {
        let (model, draft) = try await draft(visit, viewer)
        // The form holds what was previewed; if it does not, it was not made by our page.
        if let problem = draft.problems.first { throw PageRefusal.badRequest(problem.text) }
        return try await letters(draft, model)
    }

    /// What was written in the reminder form, for the viewer's own municipalities only.
    private func draft(_ visit: Visit, _ viewer: Viewer) async throws -> (FreshnessModel, ReminderDraft) {
        let view = try await register.current()
        let model = FreshnessModel(FreshnessQuestion(visit.form), view, viewer: viewer, on: visit.today)
        return (model, ReminderDraft(visit.form, among: model.freshness.rows.filter { model.namesIn($0.municipality) }))
    }

    private func letters(_ draft: ReminderDraft, _ model: FreshnessModel) async throws -> [ReminderLetter] {
        let day = model.day
        let contacts = try await database.read { try ContactStore.recipients(on: day, $0) }
        return model.freshness.rows.filter { draft.chosen.contains($0.municipality) }
            .map { ReminderLetter($0, draft: draft, contacts: contacts[$0.municipality] ?? [], publicAddress: publicAddress) }
    }
}
