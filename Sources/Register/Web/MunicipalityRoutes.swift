import AlisDomain

/// Municipalities: the list, each one's page with its doctors, and "is this right?".
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /kommuner, .csv, .xlsx | staff |
/// | GET | /kommuner/:slug, /kommuner/:slug/alis.csv, .xlsx | staff; names only for those in scope |
/// | POST | /kommuner/:slug/bekreftelse | the municipality itself |
/// | GET, POST | /kommuner/:slug/kontakt | writers, for municipalities in their scope |
package struct MunicipalityRoutes {
    let desk: RecordDesk

    /// When plans come to an end; nil where nothing knows.
    let ends: (any ComputedEndSource)?

    package var routes: [Route] {
        let own: [Route] = [
            .restricted(.get, Addresses.municipality, to: .staff, show),
            .restricted(.post, Addresses.confirmation, to: [.municipality], confirm),
        ]
        let files = MunicipalityExport(desk: desk)
        return list + own + Route.files(Addresses.municipalityTrainees, to: .staff, files.takenOut) + ContactForm.routes(desk)
    }

    private var list: [Route] {
        Route.list(Addresses.municipalities, to: .staff) { visit, viewer in
            let (address, view) = try await QuestionAddress.resolve(visit, register: desk.register, database: desk.database)
            return MunicipalityList(address, view, viewer, visit).page(visit)
        }
    }

    private func find(_ visit: Visit, _ view: RegisterView) throws -> MunicipalityID {
        guard let id = view.directory.municipality(slug: visit.parameter("slug")) else { throw PageRefusal.notFound }
        return id
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply { try await page(visit, viewer, changedMeanwhile: []) }

    private func page(_ visit: Visit, _ viewer: Viewer, changedMeanwhile: [String]) async throws -> Reply {
        let (address, view) = try await QuestionAddress.resolve(visit, register: desk.register, database: desk.database)
        let id: MunicipalityID
        switch view.directory.municipality(slug: visit.parameter("slug")) {
        case let found?: id = found
        case nil:
            // A bare number, of today or of another time: people have it in their lists.
            let number = visit.parameter("slug")
            guard MunicipalityNumber(number) != nil else { throw PageRefusal.notFound }
            let found = view.directory.find(number, on: address.question.asOf)
            if found.candidates.count > 1 { return .seeOther("\(Addresses.search())?q=\(number)") }
            guard let one = found.municipality else { throw PageRefusal.notFound }
            id = one
        }
        let slug = view.directory.slug(of: id, on: address.question.asOf)
        if slug != visit.parameter("slug") { return .seeOther(address.link(Addresses.municipality(slug))) }
        let scope = view.scope(viewer, on: visit.today)
        let (database, today) = (desk.database, visit.today)
        let mayKnowContacts = scope.mayWrite(id) || scope.seesEveryone
        let (roll, confirmations, contacts) = try await database.read { connection in
            let roll = try MunicipalityRoll(id, address.question, view, scope, on: today, connection)
            let confirmations = try FactStore.versions(
                Confirmation.self, where: "municipality = \(id.key) AND supersededIn IS NULL", on: connection)
            return (roll, confirmations, mayKnowContacts ? try ContactStore.recipients(of: [id], on: today, connection)[id] ?? [] : nil)
        }
        // What plans come to is known of today only.
        let isNow = address.question.asOf == visit.today && address.knownAt == nil
        let ends =
            isNow
            ? try await self.ends?.ends(
                of: roll.rows.map(\.id), on: visit.today, deadline: view.reference.deadline("oldSchemeLastApplication")?.day) : nil
        let model = MunicipalityPages.Model(
            address: address, view: view, roll: roll, ends: ends,
            confirmations: confirmations.sorted { ($0.value.day, $0.recordedIn) > ($1.value.day, $1.recordedIn) },
            names: ConfirmerNames(scope, view, on: today), contacts: contacts,
            mayConfirm: viewer.grants.contains(Grant(role: .municipality, organisation: .municipality(id))) && address.knownAt == nil
                && address.question.asOf == visit.today,
            mayEdit: scope.mayWrite(id), seesPlans: !viewer.roles.isDisjoint(with: Set<Role>.writers), viewerName: viewer.name,

            hasJustConfirmed: visit.query.contains("bekreftet"), hasJustSaved: visit.query.contains("lagret"),
            changedMeanwhile: changedMeanwhile,
            correcting: try await correcting(roll.rows, in: id, visit, viewer))
        return visit.page(model.name, status: changedMeanwhile.isEmpty ? 200 : 409, MunicipalityPages.one(model, visit.frame))
    }

    /// The form for a part of what the row says of a doctor, her work when the address names none; nil when it names none of `rows`, or
    /// one who is not the viewer's to change.
    private func correcting(
        _ rows: [MunicipalityRoll.Row], in municipality: MunicipalityID, _ visit: Visit, _ viewer: Viewer
    ) async throws -> (person: RecordID, form: Html)? {
        guard let person = RecordID(visit.query["rett"]), rows.contains(where: { $0.id == person }) else { return nil }
        let opened = try await desk.open(person, visit, viewer)
        guard opened.mayEdit else { return nil }
        let part = RowPart(rawValue: visit.query["del"]) ?? .work
        let directory = opened.view.directory
        let work = opened.record.engagements.first { thing in
            thing.timeline.value(on: visit.today).map { directory.currentSuccessor(of: $0.municipality, on: visit.today) == municipality }
                ?? false
        }
        let form: Html?
        switch part {
        case .person: form = try row(PersonForm.self, opened, thing: nil, at: Addresses.person(opened.record.id), visit)
        case .training:
            form = try opened.record.training(on: visit.today).map {
                try row(TrainingForm.self, opened, thing: $0, at: Addresses.training(opened.record.id, $0), visit)
            }
        case .work:
            form = try work.map {
                try row(EngagementForm.self, opened, thing: $0.id, at: Addresses.engagement(opened.record.id, $0.id), visit)
            }
        }
        let choices = RowPart.allCases.map { choice -> Html in
            choice == part
                ? "<b aria-current=\"true\">\(visit.frame[choice.name])</b>"
                : "<a href=\"\(visit.path)?rett=\(person.text)&amp;del=\(choice.rawValue)#rett\">\(visit.frame[choice.name])</a>"
        }
        let nav: Html = "<p>\(Html.join(choices, separator: " · "))</p>"
        return form.map { (person, nav + $0) }
    }

    /// A record's form as it stands in the row, from which one comes back to the municipality's page.
    private func row<Kind: RecordForm>(
        _: Kind.Type, _ opened: RecordDesk.Opened, thing: RecordID?, at address: String, _ visit: Visit
    ) throws -> Html {
        let form = try Kind(opened, thing: thing, visit: visit, newID: desk.surroundings.newID())
        let values = form.initial.setting(RecordBack.field, to: visit.parameter("slug"))
        return EditFormRoutes<Kind>.html(form, of: opened, action: address, ShownForm(values), visit.frame)
    }

    /// One click, in a named person's name. The same person on the same day confirms once, and again when something has changed since.
    private func confirm(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let view = try await desk.register.current()
        let id = try find(visit, view)
        guard viewer.grants.contains(Grant(role: .municipality, organisation: .municipality(id))) else { throw PageRefusal.notFound }
        let (today, newID) = (visit.today, desk.surroundings.newID())
        let confirmed = Reply.seeOther("\(view.directory.address(of: id, on: today))?bekreftet=1")
        if try visit.carriedOut != nil { return confirmed }
        if let drawn = ChangeNumber(visit.form["_based"]), drawn != view.change {
            // A number that no change has yet tells nothing of what was seen.
            let changed = MunicipalityRoll.changed(in: id, view, after: drawn < view.change ? drawn : 0, on: today)
            if !changed.isEmpty { return try await page(visit, viewer, changedMeanwhile: changed) }
        }
        let hasChanged = (view.unconfirmedCounts(on: today)[id] ?? 0) > 0
        let form = visit.act(.confirmed, by: view.recorder(for: viewer))
        _ = try await desk.database.carryOut(form) { writer in
            let already = try writer.connection.count(
                """
                SELECT COUNT(*) FROM confirmation
                WHERE municipality = \(id.key) AND account = \(viewer.account) AND day = \(today) AND supersededIn IS NULL
                """)
            if already > 0, !hasChanged { return false }
            try writer.add(
                id: newID.text,
                Confirmation(municipality: id, personName: viewer.name, account: viewer.account, day: today),
                in: Period(startingOn: today))
            return true
        }
        return confirmed
    }
}

/// Which part of a doctor's row is corrected in place.
private enum RowPart: String, CaseIterable {
    case work = "arbeid"
    case person
    case training = "utdanning"

    var name: Text {
        switch self {
        case .work: TraineeTexts.engagements
        case .person: MunicipalityTexts.nameAndNumber
        case .training: MunicipalityTexts.schemeAndEnd
        }
    }
}
