import AlisDomain

/// Reference data to read, and whose turn it is to coordinate.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /grunndata, /grunndata/foretak, /grunndata/fylker, /grunndata/kommuner, /grunndata/kontor/:kode | offices |
/// | GET, POST | /grunndata/koordinering | coordinators, administrators |
package struct ReferenceRoutes {
    static let editors: Set<Role> = [.coordinator, .administrator]

    let register: RegisterCache
    let database: Database
    let surroundings: Surroundings
    let organisations: any OrganisationDirectory

    package var routes: [Route] {
        [
            .restricted(.get, Addresses.reference, to: .offices, show),
            .restricted(.get, Addresses.trusts, to: .offices) { visit, _ in
                visit.page(visit.frame[ReferenceTexts.trusts], ReferencePages.trusts(try await register.current(), visit.frame))
            },
            .restricted(.get, Addresses.counties, to: .offices) { visit, _ in
                visit.page(visit.frame[ReferenceTexts.counties], ReferencePages.counties(try await register.current(), visit.frame))
            },
            .restricted(.get, Addresses.municipalityHistory, to: .offices) { visit, _ in
                let view = try await register.current()
                return visit.page(
                    visit.frame[ReferenceTexts.municipalitiesTitle],
                    MunicipalityHistoryPage.html(String(visit.query["q"].prefix(100)), view, visit.frame))
            },
            .restricted(.get, Addresses.officeCoverage, to: .offices, showOffice),
            .restricted(.get, Addresses.turn, to: Self.editors, editTurn),
            .restricted(.post, Addresses.turn, to: Self.editors, setTurn).kept(
                as: Text("Lagrer hvilket kontor som koordinerer", nn: "Lagrar kva kontor som koordinerer")),
        ]
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let notice: Text? =
            switch visit.query["lagret"] {
            case "ja": ReferenceTexts.turnSaved
            case "uendret": ReferenceTexts.turnUnchanged
            default: nil
            }
        let canEdit = !viewer.roles.isDisjoint(with: Self.editors)
        return visit.page(
            visit.frame[ReferenceTexts.title],
            ReferencePages.front(try await register.current(), canEdit: canEdit, notice: notice, visit.frame))
    }

    private func showOffice(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let view = try await register.current()
        guard let code = OfficeCode(visit.parameter("kode")),
            let office = view.reference.offices.last(where: { $0.value.code == code })?.value
        else { throw PageRefusal.notFound }
        return visit.page(office.name, ReferencePages.coverage(office, view, visit.frame))
    }

    private func editTurn(_ visit: Visit, _ viewer: Viewer) async throws -> Reply { try await page(TurnForm(), visit, status: 200) }

    private func page(_ form: TurnForm, _ visit: Visit, status: Int) async throws -> Reply {
        let view = try await register.current()
        let newest = try await database.read { try ReferenceStore.lastTurn(on: $0) }
        return visit.page(visit.frame[ReferenceTexts.setTurn], status: status, form.html(view, newest: newest, visit.frame))
    }

    private func setTurn(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        if try visit.carriedOut != nil { return .seeOther("\(Addresses.reference())?lagret=ja#koordinering") }
        var form = TurnForm(visit.form, reference: try await register.current().reference)
        guard let (office, period) = form.turn else { return try await page(form, visit, status: 422) }
        let recorder = Recorder(account: viewer.account, name: viewer.name, organisation: try await organisation(viewer))
        let act = visit.act(.coordinationSet, by: recorder, reason: visit.form["grunn"])
        do {
            let outcome = try await database.carryOut(act, newest: ReferenceStore.lastTurn) {
                try ReferenceStore.setTurn(office, in: period, $0)
            }
            if let again = outcome.again(visit.form, at: "kontor") {
                return try await page(TurnForm(again), visit, status: again.status)
            }
            let isSo = if case .nothingDifferent = outcome { true } else { false }
            return .seeOther("\(Addresses.reference())?lagret=\(isSo ? "uendret" : "ja")#koordinering")
        } catch TurnRefusal.unknownOffice {
            form.add(FieldProblem("kontor", ReferenceTexts.unknownOffice))
            return try await page(form, visit, status: 422)
        }
    }

    private func organisation(_ viewer: Viewer) async throws -> String {
        guard let grant = viewer.grants.first(where: { Self.editors.contains($0.role) }) else { return "" }
        return try await organisations.titles()(grant).nb
    }
}
