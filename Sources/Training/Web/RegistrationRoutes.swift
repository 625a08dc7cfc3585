import AlisDomain

/// A municipality's standing as training enterprise: seen by staff, kept by its own office and itself.
///
/// | method | address | who |
/// |---|---|---|
/// | GET, POST | /kommuner/:slug/registrering | GET staff; POST the municipality, its office |
package struct RegistrationRoutes: Sendable {
    let desk: RecordDesk

    package var routes: [Route] {
        [
            .restricted(.get, Addresses.registration, to: .staff, show),
            .restricted(.post, Addresses.registration, to: .writers, record).kept(
                as: Text("Lagrer registreringen av kommunen", nn: "Lagrar registreringa av kommunen")),
        ]
    }

    private struct Opened: Sendable {
        let id: MunicipalityID
        let slug: String
        let name: String
        let mayWrite: Bool
        let stretches: [(thing: String, version: Version<EnterpriseRegistration>)]
        let lastChange: ChangeNumber
        let view: RegisterView
    }

    private func open(_ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let view = try await desk.register.current()
        guard let id = view.directory.municipality(slug: visit.parameter("slug")) else { throw PageRefusal.notFound }
        let versions = try await desk.database.read { connection in
            try FactStore.versions(EnterpriseRegistration.self, where: "municipality = \(id.key)", on: connection)
        }
        return Opened(
            id: id, slug: view.directory.slug(of: id, on: visit.today),
            name: view.directory.nearestFacts(of: id, on: visit.today)?.name ?? id.key,
            mayWrite: view.scope(viewer, on: visit.today).mayWrite(id),
            stretches: versions.filter { $0.supersededIn == nil }.map { ($0.id, $0) }
                .sorted { $0.version.period.from < $1.version.period.from },
            lastChange: versions.map { max($0.recordedIn, $0.supersededIn ?? 0) }.max() ?? 0, view: view)
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        page(visit, try await open(visit, viewer), ShownForm())
    }

    private func record(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await open(visit, viewer)
        guard opened.mayWrite else { throw PageRefusal.notFound }
        let saved = Reply.seeOther("\(Addresses.registration(opened.slug))?lagret=1")
        if try visit.carriedOut != nil { return saved }
        var reader = FieldReader(visit.form)
        let specialty = reader.choice("spesialitet", RegistrationTexts.specialty, Training.Specialty(rawValue: visit.form["spesialitet"]))
        let status = reader.choice(
            "status", PlanTexts.verdict, EnterpriseRegistration.Status(rawValue: visit.form["status"]))
        let period = reader.period()
        let reason = reader.optional("hvorfor", longest: 500)
        guard let specialty, let status, let period, reader.problems.isEmpty else {
            return page(visit, opened, ShownForm(visit.form, reader.problems))
        }
        let newID = desk.surroundings.newID()
        let form = visit.act(.enterpriseRegistered, by: opened.view.recorder(for: viewer), reason: reason)
        let outcome = try await desk.database.carryOut(form) { connection in
            try FactStore.versions(EnterpriseRegistration.self, where: "municipality = \(opened.id.key)", on: connection)
        } newest: { all, _ in
            all.map { max($0.recordedIn, $0.supersededIn ?? 0) }.max()
        } writing: { writer, all in
            // One timeline for each specialty: the new stretch takes the place of what was said of those days.
            let known = all.first { $0.supersededIn == nil && $0.value.specialty == specialty }?.id ?? newID.text
            return try writer.revise(
                EnterpriseRegistration.self, id: known, in: period,
                to: EnterpriseRegistration(municipality: opened.id, specialty: specialty, status: status))
        }
        guard let again = outcome.again(visit.form, at: "fra") else { return saved }
        return page(visit, try await open(visit, viewer), again)
    }

    private func page(_ visit: Visit, _ opened: Opened, _ shown: ShownForm) -> Reply {
        let frame = visit.frame
        let rows = opened.stretches.map { _, version -> [Html] in
            [
                "\(frame[RegistrationTexts.name(version.value.specialty)])", "\(frame[RegistrationTexts.name(version.value.status)])",
                "\(Format.period(version.period, frame.language))",
            ]
        }
        let heads = [RegistrationTexts.specialty, PlanTexts.verdict, MunicipalityTexts.period]
        let table: Html =
            rows.isEmpty
            ? "<p class=\"empty\">\(frame[RegistrationTexts.none])</p>" : ListTable(RegistrationTexts.title, heads, frame).html(rows)
        let notice = visit.notice(RegistrationTexts.saved)
        return visit.page(
            "\(frame[RegistrationTexts.title]): \(opened.name)", status: shown.status,
            """
            <div class="narrow"><p class="crumb"><a href="\(Addresses.municipality(opened.slug))">\(opened.name)</a></p>\(notice)
            <h1>\(frame[RegistrationTexts.title])</h1><p class="lede">\(frame[RegistrationTexts.lede])</p>\(table)
            \(opened.mayWrite ? form(opened, shown.values, shown.problems, frame) : .empty)</div>
            """)
    }

    private func form(_ opened: Opened, _ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let specialties = Training.Specialty.allCases.map { (value: $0.rawValue, text: frame[RegistrationTexts.name($0)]) }
        let statuses = EnterpriseRegistration.Status.allCases.map { (value: $0.rawValue, text: frame[RegistrationTexts.name($0)]) }
        return """
            <h2>\(frame[RegistrationTexts.add])</h2>\(Form.errorSummary(problems, frame))
            <form method="post" action="\(Addresses.registration(opened.slug))" novalidate>\(Form.marks(frame, values, newest: opened.lastChange))
            <div class="pair">\(Form.select("spesialitet", frame[RegistrationTexts.specialty], value: values["spesialitet"], options: specialties, problems: problems, frame))
            \(Form.select("status", frame[PlanTexts.verdict], value: values["status"].isEmpty ? "registered" : values["status"], options: statuses, problems: problems, frame))</div>
            \(PeriodFields.html(values, problems, frame))
            \(Form.text("hvorfor", frame[FieldTexts.reason], value: values["hvorfor"], hint: frame[FieldTexts.reasonHint], problems: problems, frame))
            \(Form.buttons(frame[CommonTexts.save], cancel: Addresses.municipality(opened.slug), frame))</form>
            """
    }
}

/// Texts about registration as training enterprise.
enum RegistrationTexts {
    static let title = Text("Registrert utdanningsvirksomhet", nn: "Registrert utdanningsverksemd")
    static let lede = Text(
        "Tjeneste teller fra dagen kommunen regnes som registrert: fra søknadsdagen når søknaden er innvilget.",
        nn: "Teneste tel frå dagen kommunen blir rekna som registrert: frå søknadsdagen når søknaden er innvilga.")
    static let none = Text(
        "Ingenting er ført. Tjeneste her teller ikke før registreringen er ført.",
        nn: "Ingenting er ført. Teneste her tel ikkje før registreringa er ført.")
    static let add = Text("Før status", nn: "Før status")
    static let saved = Text("Registreringen er lagret.", nn: "Registreringa er lagra.")
    static let specialty = Text("Spesialitet", nn: "Spesialitet")
    static func name(_ specialty: Training.Specialty) -> Text {
        switch specialty {
        case .generalPractice: Text("Allmennmedisin", nn: "Allmennmedisin")
        case .communityMedicine: Text("Samfunnsmedisin", nn: "Samfunnsmedisin")
        }
    }

    static func name(_ status: EnterpriseRegistration.Status) -> Text {
        switch status {
        case .applied: Text("søkt, ikke avgjort", nn: "søkt, ikkje avgjort")
        case .temporary: Text("midlertidig registrert", nn: "mellombels registrert")
        case .registered: Text("registrert", nn: "registrert")
        case .refused: Text("avslått eller opphørt", nn: "avslått eller opphøyrt")
        }
    }
}
