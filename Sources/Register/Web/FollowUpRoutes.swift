import AlisDomain

/// Following up: who has not confirmed, reminder texts, and who is left in the old scheme. The files lie in Exchange.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /oppfolging | offices, the directorate (without names) |
/// | GET, POST | /oppfolging/paminnelser | offices; POST shows the texts and changes nothing |
/// | GET | /oppfolging/gammel-ordning | offices, municipalities for their own, the directorate (numbers only) |
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
        [
            .restricted(.get, "/oppfolging", to: Self.readers, show),
            .restricted(.get, "/oppfolging/paminnelser", to: .offices, write),
            .restricted(.post, "/oppfolging/paminnelser", to: .offices, preview).kept(
                as: Text("Viser påminnelsene slik de blir", nn: "Viser påminningane slik dei blir")),
            .restricted(.get, "/oppfolging/gammel-ordning", to: Self.oldSchemeReaders, showOldScheme),
        ]
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let view = try await register.current()
        let model = FreshnessModel(FreshnessQuestion(visit.query), view, viewer: viewer, on: visit.today)
        return visit.page(visit.frame[FollowUpTexts.title], FollowUpPage.html(model, view, visit.frame))
    }

    private func write(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let view = try await register.current()
        let question = FreshnessQuestion(visit.query)
        let model = FreshnessModel(question, view, viewer: viewer, on: visit.today)
        let draft = ReminderDraft(ticking: model.rows.filter { model.namesIn($0.municipality) })
        return visit.page(visit.frame[ReminderTexts.title], ReminderPage.form(draft, model, visit.frame))
    }

    private func preview(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (model, draft) = try await Self.draft(visit, viewer, register: register)
        guard draft.problems.isEmpty else {
            return visit.page(visit.frame[ReminderTexts.title], status: 422, ReminderPage.form(draft, model, visit.frame))
        }
        let letters = try await Self.letters(draft, model, database: database, publicAddress: publicAddress)
        return visit.page(visit.frame[ReminderTexts.previewTitle], ReminderPage.preview(letters, draft, model, visit.frame))
    }

    private func showOldScheme(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let view = try await register.current()
        let model = OldSchemeModel(view, viewer: viewer, on: visit.today, ends: try await plans.oldSchemeEnds(viewer, on: visit.today))
        let seesAll = !viewer.roles.isDisjoint(with: Self.readers)
        return visit.page(visit.frame[FollowUpTexts.oldScheme], OldSchemePage.html(model, followsUp: seesAll, visit.frame))
    }

    /// What was written in the reminder form, for the viewer's own municipalities only.
    static func draft(_ visit: Visit, _ viewer: Viewer, register: RegisterCache) async throws -> (FreshnessModel, ReminderDraft) {
        let view = try await register.current()
        let model = FreshnessModel(FreshnessQuestion(visit.form), view, viewer: viewer, on: visit.today)
        return (model, ReminderDraft(visit.form, among: model.freshness.rows.filter { model.namesIn($0.municipality) }))
    }

    static func letters(
        _ draft: ReminderDraft, _ model: FreshnessModel, database: Database, publicAddress: String
    ) async throws -> [ReminderLetter] {
        let day = model.day
        let contacts = try await database.read { try ContactStore.recipients(on: day, $0) }
        return model.freshness.rows.filter { draft.chosen.contains($0.municipality) }
            .map { ReminderLetter($0, draft: draft, contacts: contacts[$0.municipality] ?? [], publicAddress: publicAddress) }
    }
}
