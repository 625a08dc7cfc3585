import AlisDomain

/// Where a municipality is written to: seen, changed from a day, and ended, by its office or by itself.
struct ContactRoutes {
    let desk: RecordDesk

    var routes: [Route] {
        [
            .restricted(.get, "/kommuner/:slug/kontakt", to: .writers, show),
            .restricted(.post, "/kommuner/:slug/kontakt", to: .writers, send).kept(
                as: Text("Lagrer hvem som er kontakt i kommunen", nn: "Lagrar kven som er kontakt i kommunen")),
        ]
    }

    /// What the page shows besides the form.
    private struct Known: Sendable {
        let timeline: Timeline<ContactPoint>
        let lastChange: ChangeNumber
        let recipients: [MunicipalityContact]
        let history: [HistoryStep]

        init(_ id: MunicipalityID, on day: CalendarDay, _ connection: Connection) throws {
            timeline = try FactStore.timeline(ContactPoint.self, id: id.key, on: connection)
            lastChange = try FactStore.lastChange(ContactPoint.self, id: id.key, on: connection)
            recipients = try ContactStore.recipients(of: [id], on: day, connection)[id] ?? []
            history = try ContactStore.history(of: id, on: connection)
        }
    }

    /// The municipality in the address, when the viewer may change what is registered there.
    private func municipality(_ visit: Visit, _ viewer: Viewer) async throws -> (MunicipalityID, RegisterView) {
        let view = try await desk.register.current()
        guard let id = view.directory.municipality(slug: visit.parameter("slug")), view.scope(viewer, on: visit.today).mayWrite(id) else {
            throw PageRefusal.notFound
        }
        return (id, view)
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (id, view) = try await municipality(visit, viewer)
        let today = visit.today
        let known = try await desk.database.read { try Known(id, on: today, $0) }
        let current = known.timeline.value(on: today)
        let values = FormData([
            ("rolle", current?.role ?? visit.frame[ContactTexts.usualRole]), ("epost", current?.email.text ?? ""), ("fra", today.norwegian),
        ])
        return page(visit, id, view, known, ShownForm(values))
    }

    private func send(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (id, view) = try await municipality(visit, viewer)
        let today = visit.today
        let saved = Reply.seeOther("\(visit.path)?lagret=1")
        if try visit.carriedOut != nil { return saved }
        var reader = FieldReader(visit.form)
        let reason = reader.optional("hvorfor", longest: 500)
        let from = reader.day("fra", ContactTexts.from)
        var point: ContactPoint?
        if reader.form["slutt"] != "ja" {
            let role = reader.required("rolle", ContactTexts.role)
            if reader.form["epost"].isEmpty { reader.problems.append(FieldProblem("epost", FieldTexts.missing(TraineeTexts.email))) }
            point = reader.email("epost").map { ContactPoint(municipality: id, role: role, email: $0) }
        }
        guard let from, reader.problems.isEmpty else {
            let known = try await desk.database.read { try Known(id, on: today, $0) }
            return page(visit, id, view, known, ShownForm(visit.form, reader.problems))
        }
        let wanted = point
        let form = visit.act(.contactChanged, by: await desk.recorder(for: viewer, view: view), reason: reason)
        let outcome = try await desk.database.carryOut(form) { connection in
            try Known(id, on: today, connection)
        } newest: { known, _ in
            known.lastChange
        } writing: { writer, _ in
            try writer.revise(ContactPoint.self, id: id.key, in: Period(startingOn: from), to: wanted)
        }
        guard case .conflict(let known, _) = outcome, let again = outcome.again(visit.form, at: "rolle") else { return saved }
        return page(visit, id, view, known, again)
    }

    private func page(
        _ visit: Visit, _ id: MunicipalityID, _ view: RegisterView, _ known: Known, _ shown: ShownForm
    ) -> Reply {
        let (frame, values, problems) = (visit.frame, shown.values, shown.problems)
        let name = view.directory.nearestFacts(of: id, on: visit.today)?.name ?? id.key
        let place = "/kommuner/\(view.directory.slug(of: id, on: visit.today) ?? id.key)"
        let recipients: Html =
            known.recipients.isEmpty
            ? "<p class=\"empty\">\(frame[ContactTexts.none])</p>"
            : "<ul>\(known.recipients.map { "<li>\($0.name), <a href=\"mailto:\($0.email.text)\">\($0.email.text)</a></li>" as Html })</ul>"
        let end: Html =
            known.timeline.stretches.isEmpty
            ? .empty
            : """
            <div class="field"><label class="radio"><input type="checkbox" name="slutt" value="ja" \(flag: "checked", values["slutt"] == "ja")> \
            \(frame[ContactTexts.end])</label></div>
            """
        let history: Html =
            known.history.isEmpty
            ? .empty : "<h2>\(frame[TraineeTexts.history])</h2>" + History.html(known.history, HistoryNames(frame: frame))
        let saved: Html =
            visit.query.contains("lagret") ? "<p class=\"done\" role=\"status\">\(frame[TraineeTexts.saved])</p>" : .empty
        return visit.page(
            frame[ContactTexts.title(name)], status: shown.status,
            """
            \(saved)<div class="narrow"><p class="crumb"><a href="\(place)">\(name)</a></p><h1>\(frame[ContactTexts.title(name)])</h1>
            <p class="lede">\(frame[ContactTexts.lede])</p>\(Form.errorSummary(problems, frame))
            <h2>\(frame[ContactTexts.recipients])</h2>\(recipients)
            <h2>\(frame[ContactTexts.change])</h2>
            <form method="post" action="\(place)/kontakt" novalidate>\(Form.marks(frame, values, newest: known.lastChange))
            \(Form.text("rolle", frame[ContactTexts.role], value: values["rolle"], hint: frame[ContactTexts.roleHint], problems: problems, isRequired: true, frame))
            \(Form.text("epost", frame[TraineeTexts.email], value: values["epost"], hint: frame[ContactTexts.emailHint], problems: problems, type: "email", isRequired: true, frame))
            \(Form.text("fra", frame[ContactTexts.from], value: values["fra"], hint: frame[TraineeTexts.dayHint], problems: problems, isRequired: true, frame))
            \(end)\(Form.text("hvorfor", frame[TraineeTexts.reason], value: values["hvorfor"], hint: frame[CommonTexts.optional], problems: problems, frame))
            \(Form.buttons(frame[CommonTexts.save], cancel: place, frame))</form>
            \(history)</div>
            """)
    }
}

extension ContactPoint: ToldFact {
    package func words(in period: Period, _ names: HistoryNames) -> String { "\(role), \(email.text), \(names.period(period))" }
}

/// Texts about whom a municipality's mail goes to.
enum ContactTexts {
    static let heading = Text("Hvem vi skriver til", nn: "Kven vi skriv til")
    static func title(_ name: String) -> Text { Text("Kontakt i \(name)", nn: "Kontakt i \(name)") }
    static let lede = Text(
        "Påminnelser om å bekrefte går hit. Bruk en rolle med felles e-post, så virker den også når noen slutter.",
        nn: "Påminningar om å stadfeste går hit. Bruk ei rolle med felles e-post, så verkar ho òg når nokon sluttar.")
    static let recipients = Text("Mottakere i dag", nn: "Mottakarar i dag")
    static let none = Text("Ingen kontakt er registrert.", nn: "Ingen kontakt er registrert.")
    static let change = Text("Endre kontakt", nn: "Endre kontakt")
    static let see = Text("Se kontakt", nn: "Sjå kontakt")
    static let role = Text("Rolle", nn: "Rolle")
    static let roleHint = Text("For eksempel Kommuneoverlegen", nn: "Til dømes Kommuneoverlegen")
    static let usualRole = Text("Kommuneoverlegen", nn: "Kommuneoverlegen")
    static let emailHint = Text("Gjerne en felles adresse", nn: "Gjerne ei felles adresse")
    static let from = Text("Gjelder fra og med", nn: "Gjeld frå og med")
    static let end = Text("Kontakten slutter å gjelde denne dagen", nn: "Kontakten sluttar å gjelde denne dagen")
}
