import AlisDomain

/// The overview.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /oversikt, /oversikt.csv, /oversikt.xlsx | staff |
package struct OverviewRoutes {
    let register: RegisterCache
    let database: Database

    package var routes: [Route] {
        [.restricted(.get, Addresses.overview, to: .staff, show)]
            + Route.files(Addresses.overview, to: .staff) { visit, _ in
                let (address, view) = try await QuestionAddress.resolve(visit, register: register, database: database)
                return address.problems.isEmpty ? OverviewExport.takenOut(visit, address, view) : nil
            }
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (address, view) = try await QuestionAddress.resolve(visit, register: register, database: database)
        let model = Self.model(address, view, visit, viewer)
        return visit.page(
            visit.frame[OverviewTexts.title], status: address.problems.isEmpty ? 200 : 400, OverviewPage.html(model, visit.frame)
        )
        .reusable(address.isTimeless)
    }

    static func model(_ address: QuestionAddress, _ view: RegisterView, _ visit: Visit, _ viewer: Viewer) -> OverviewModel {
        let scope = view.scope(viewer, on: visit.today)
        return OverviewModel(
            address: address, figures: view.figures(address.question),
            mapMeasure: MapMeasure(rawValue: visit.query["vis"]) ?? .perTenThousand,
            offices: view.offices(on: address.question.asOf),
            deadline: view.reference.deadline("oldSchemeLastApplication"), maySeeLists: !scope.seesNobody,
            mayFollowUp: !viewer.roles.isDisjoint(with: FollowUpRoutes.oldSchemeReaders), today: visit.today,
            selection: address.selection(view, visit.frame),
            mayImport: !viewer.roles.isDisjoint(with: Set<Role>.writers))
    }
}
