import AlisDomain

/// The overview.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /oversikt, /oversikt.csv, /oversikt.xlsx | staff |
package struct OverviewRoutes {
    let register: RegisterCache
    let database: Database

    package init(register: RegisterCache, database: Database) {
        self.register = register
        self.database = database
    }

    package var routes: [Route] {
        [.restricted(.get, "/oversikt", to: .staff, show)]
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (address, view) = try await QuestionAddress.resolve(visit, register: register, database: database)
        let model = Self.model(address, view, visit, viewer)
        return visit.page(
            visit.frame[OverviewTexts.title], status: address.problems.isEmpty ? 200 : 400, OverviewPage.html(model, visit.frame)
        )
        .reusable(address.isTimeless)
    }

    static func table(_ question: OverviewQuestion, _ view: RegisterView) -> OverviewTable {
        OverviewTable(
            view.answer(question), reference: view.reference, directory: view.directory,
            confirmations: view.index.lastConfirmations(on: question.asOf, knownAfter: question.knownAfter))
    }

    static func model(_ address: QuestionAddress, _ view: RegisterView, _ visit: Visit, _ viewer: Viewer) -> OverviewModel {
        let question = address.question
        let answer = view.answer(question)
        let table = table(question, view)
        var slugs: [String: String] = [:]
        for row in table.rows where row.level == .municipality {
            if let id = MunicipalityID(row.key) { slugs[row.key] = view.directory.slug(of: id, on: question.asOf) }
        }
        let standing = view.index.standingWishes(on: question.asOf, knownAfter: question.knownAfter, of: answer.members)
        let scope = view.scope(viewer, on: visit.today)
        return OverviewModel(
            address: address, table: table, total: answer.total, mapMeasure: MapMeasure(rawValue: visit.query["vis"]) ?? .perTenThousand,
            tiles: view.reference.tilesByMunicipality, slugs: slugs, wishes: WishSummary(standing, reference: view.reference),
            trend: trend(question, view), offices: view.reference.offices(on: question.asOf),
            deadline: view.reference.deadline("oldSchemeLastApplication"), maySeeLists: !scope.seesNobody,
            mayImport: !viewer.roles.isDisjoint(with: Set<Role>.writers))
    }

    /// The same question on every 1 January the register reaches back to, and on the day itself.
    private static func trend(_ question: OverviewQuestion, _ view: RegisterView) -> [(day: CalendarDay, counts: Counts)] {
        guard let first = view.beganAt?.dayInNorway, view.index.firstTrainingDay != nil else { return [] }
        var days: [CalendarDay] = []
        for year in max(first.year + 1, question.asOf.year - 30)...max(first.year + 1, question.asOf.year) {
            if let day = CalendarDay(year: year, month: 1, day: 1), day < question.asOf { days.append(day) }
        }
        days.append(question.asOf)
        return days.map { day in
            var past = question
            past.asOf = day
            return (day, view.answer(past).total)
        }
    }
}
