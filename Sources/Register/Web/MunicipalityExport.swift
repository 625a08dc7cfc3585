import AlisDomain

/// A municipality's page as a file: its doctors as the viewer sees them, its figures, and who has confirmed.
struct MunicipalityExport: Sendable {
    let desk: RecordDesk

    func takenOut(_ visit: Visit, _ viewer: Viewer) async throws -> TakenOut {
        let (address, view) = try await QuestionAddress.resolve(visit, register: desk.register, database: desk.database)
        guard let id = view.directory.municipality(slug: visit.parameter("slug")) else { throw PageRefusal.notFound }
        let scope = view.scope(viewer, on: visit.today)
        let today = visit.today
        let (roll, confirmations) = try await desk.database.read { connection in
            (
                try MunicipalityRoll(id, address.question, view, scope, on: today, connection),
                try FactStore.versions(Confirmation.self, where: "municipality = \(id.key) AND supersededIn IS NULL", on: connection)
            )
        }
        var asked = address
        asked.question = roll.question
        let name = view.directory.nearestFacts(of: id, on: roll.question.asOf)?.name ?? id.key
        let front = ExportFront(
            Text("\(MunicipalityTexts.alisHere.nb): \(name)", nn: "\(MunicipalityTexts.alisHere.nn): \(name)"),
            path: view.directory.address(of: id, on: roll.question.asOf), visit, asked, view, coverage: view.table(roll.question).nation)
        let number = view.directory.nearestFacts(of: id, on: roll.question.asOf)?.number.digits ?? ""
        let people = doctors(roll, (number, name), visit.frame)
        let figures = figures(view.answer(roll.question).total, visit.frame)
        // Those who see nobody by name get the figures first, which is what CSV has room for.
        let tables =
            (roll.rows.isEmpty && roll.count > 0 ? [figures] : [people, figures])
            + [confirmed(confirmations, ConfirmerNames(scope, view, on: today), visit.frame)]
        return TakenOut(tables, name: ExportFront.fileName("alis", asked), front: front)
    }

    /// With the municipality in each row, so that the list says what it says also when it is read by somebody who has several.
    private func doctors(_ roll: MunicipalityRoll, _ place: (number: String, name: String), _ frame: Frame) -> ExportTable {
        func column(_ title: Text, _ value: @escaping (MunicipalityRoll.Row) -> ExportValue) -> ListColumn<MunicipalityRoll.Row> {
            ListColumn(frame[title], value: value)
        }
        let columns = [
            column(TraineeTexts.familyName) { .text($0.trainee.familyName) },
            column(TraineeTexts.givenName) { .text($0.trainee.givenName) },
            column(TraineeTexts.hpr) { .text($0.trainee.hpr?.digits ?? "") }, column(MunicipalityTexts.number) { _ in .text(place.number) },
            column(TraineeTexts.municipality) { _ in .text(place.name) },
            column(OverviewTexts.scheme) { .text(frame[OverviewTexts.name($0.member.scheme)]) },
            column(OverviewTexts.form) { .text($0.member.form.map { frame[OverviewTexts.name($0)] } ?? "") },
            column(TraineeTexts.percent) { .position($0.member.percent) }, column(TraineeTexts.workplace) { .text($0.member.workplace) },
            column(TraineeTexts.standing) { .text(frame[TraineeTexts.name($0.member.standing)]) },
            column(TraineeTexts.expectedEnd) { ExportValue($0.member.expectedEnd) },
            column(ExportTexts.notConfirmedSince) { ExportValue(roll.unconfirmed[$0.id]?.day) },
        ]
        let seen = roll.rows.count < roll.count ? [frame[MunicipalityTexts.seesSome(roll.rows.count, of: roll.count)]] : []
        return ListTable(frame[TraineeTexts.listTitle], columns).file(roll.rows, notes: [frame[MunicipalityTexts.alisHere]] + seen)
    }

    private func figures(_ counts: Counts, _ frame: Frame) -> ExportTable {
        ExportTable(
            name: frame[ExportTexts.figures],
            columns: [ExportColumn(frame[ExportTexts.measure]), ExportColumn(frame[ExportTexts.count])],
            rows: Measure.allCases.map { [.text(frame[OverviewTexts.name($0)]), .integer(counts[$0])] })
    }

    private func confirmed(_ versions: [Version<Confirmation>], _ names: ConfirmerNames, _ frame: Frame) -> ExportTable {
        ExportTable(
            name: frame[MunicipalityTexts.confirmations],
            columns: [ExportColumn(frame[OverviewTexts.confirmed]), ExportColumn(frame[ExportTexts.confirmedBy])],
            rows: versions.sorted { ($0.value.day, $0.recordedIn) > ($1.value.day, $1.recordedIn) }.map {
                [.day($0.value.day), .text(frame[names.text($0.value.personName, in: $0.value.municipality)])]
            })
    }
}
