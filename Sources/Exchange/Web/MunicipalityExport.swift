import AlisDomain

/// A municipality's page as a file: its doctors as the viewer sees them, its figures, and who has confirmed.
struct MunicipalityExport: Sendable {
    let database: Database

    func reply(
        _ visit: Visit, _ viewer: Viewer, _ address: QuestionAddress, _ view: RegisterView, _ format: ExportFormat
    ) async throws -> Reply {
        guard let id = view.directory.municipality(slug: visit.parameter("slug")) else { throw PageRefusal.notFound }
        let scope = view.scope(viewer, on: visit.today)
        let today = visit.today
        let (roll, confirmations) = try await database.read { connection in
            (
                try MunicipalityRoll(id, address.question, view, scope, on: today, connection),
                try FactStore.versions(Confirmation.self, where: "municipality = \(id.key) AND supersededIn IS NULL", on: connection)
            )
        }
        var asked = address
        asked.question = roll.question
        let name = view.directory.nearestFacts(of: id, on: roll.question.asOf)?.name ?? id.key
        let slug = view.directory.slug(of: id, on: roll.question.asOf) ?? id.key
        let front = ExportFront(
            Text("\(MunicipalityTexts.alisHere.nb): \(name)", nn: "\(MunicipalityTexts.alisHere.nn): \(name)"),
            path: "/kommuner/\(slug)", visit, asked, view, coverage: view.table(roll.question).nation)
        let number = view.directory.nearestFacts(of: id, on: roll.question.asOf)?.number.digits ?? ""
        let people = doctors(roll, (number, name), visit.frame)
        let figures = figures(view.answer(roll.question).total, visit.frame)
        // Those who see nobody by name get the figures first, which is what CSV has room for.
        let tables =
            (roll.rows.isEmpty && roll.count > 0 ? [figures] : [people, figures])
            + [confirmed(confirmations, ConfirmerNames(scope, view, on: today), visit.frame)]
        return try format.reply(tables, front: front, name: ExportFront.fileName("alis", asked), at: visit.now)
    }

    /// With the municipality in each row, so that the list says what it says also when it is read by somebody who has several.
    private func doctors(_ roll: MunicipalityRoll, _ place: (number: String, name: String), _ frame: Frame) -> ExportTable {
        let heads = [
            TraineeTexts.familyName, TraineeTexts.givenName, TraineeTexts.hpr, MunicipalityTexts.number, TraineeTexts.municipality,
            OverviewTexts.scheme, OverviewTexts.form,
            TraineeTexts.percent, TraineeTexts.workplace, TraineeTexts.standing, TraineeTexts.expectedEnd, ExportTexts.notConfirmedSince,
        ]
        let seen =
            roll.rows.count < roll.count ? [frame[MunicipalityTexts.seesSome(roll.rows.count, of: roll.count)]] : []
        return ExportTable(
            name: frame[TraineeTexts.listTitle], notes: [frame[MunicipalityTexts.alisHere]] + seen,
            columns: heads.map { ExportColumn(frame[$0]) },
            rows: roll.rows.map { row in
                let (trainee, member) = (row.trainee, row.member)
                return [
                    .text(trainee.familyName), .text(trainee.givenName), .text(trainee.hpr?.digits ?? ""), .text(place.number),
                    .text(place.name), .text(frame[OverviewTexts.name(member.scheme)]),
                    .text(member.form.map { frame[OverviewTexts.name($0)] } ?? ""),
                    member.percent > 0 ? .percent(Double(member.percent) / 10_000) : .empty, .text(member.workplace),
                    .text(frame[TraineeTexts.name(member.standing)]), member.expectedEnd.map { .day($0) } ?? .empty,
                    roll.unconfirmed[row.id].map { .day($0.day) } ?? .empty,
                ]
            })
    }

    private func figures(_ counts: Counts, _ frame: Frame) -> ExportTable {
        ExportTable(
            name: frame[ExportTexts.figures],
            columns: [ExportColumn(frame[ExportTexts.measure], width: 36), ExportColumn(frame[ExportTexts.count])],
            rows: Measure.allCases.map { [.text(frame[OverviewTexts.name($0)]), .integer(counts[$0])] })
    }

    private func confirmed(_ versions: [Version<Confirmation>], _ names: ConfirmerNames, _ frame: Frame) -> ExportTable {
        ExportTable(
            name: frame[MunicipalityTexts.confirmations],
            columns: [ExportColumn(frame[OverviewTexts.confirmed]), ExportColumn(frame[ExportTexts.confirmedBy], width: 28)],
            rows: versions.sorted { ($0.value.day, $0.recordedIn) > ($1.value.day, $1.recordedIn) }.map {
                [.day($0.value.day), .text(frame[names.text($0.value.personName, in: $0.value.municipality)])]
            })
    }
}
