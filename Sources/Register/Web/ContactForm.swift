import AlisDomain

/// Opens where a municipality is written to, for its office and itself.
struct ContactDesk: FormDesk {
    let desk: RecordDesk

    struct Opened: FormSubject {
        let id: MunicipalityID
        let view: RegisterView
        let today: CalendarDay
        var timeline = Timeline<ContactPoint>([])
        var newest: ChangeNumber?
        var recipients: [MunicipalityContact] = []
        var history: [HistoryStep] = []

        var name: String { view.directory.nearestFacts(of: id, on: today)?.name ?? id.key }
        func crumbs(_ frame: Frame) -> [Crumb] { [Crumb(view.directory.address(of: id, on: today), name)] }
        func recorder(for viewer: Viewer) -> Recorder { view.recorder(for: viewer) }

        mutating func load(_ connection: Connection) throws {
            timeline = try FactStore.timeline(ContactPoint.self, id: id.key, on: connection)
            newest = try FactStore.lastChange(ContactPoint.self, id: id.key, on: connection)
            recipients = try ContactStore.recipients(of: [id], on: today, connection)[id] ?? []
            history = try FactHistory.steps(of: ContactPoint.self, where: "id = \(id.key)", on: connection)
        }
    }

    var database: Database { desk.database }
    var surroundings: Surroundings { desk.surroundings }

    func subject(_ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let view = try await desk.register.current()
        guard let id = view.directory.municipality(slug: visit.parameter("slug")), view.scope(viewer, on: visit.today).mayWrite(id) else {
            throw PageRefusal.notFound
        }
        let empty = Opened(id: id, view: view, today: visit.today)
        return try await database.read { connection in
            var opened = empty
            try opened.load(connection)
            return opened
        }
    }

    func again(_ opened: Opened, _ visit: Visit, _ viewer: Viewer, on connection: Connection) throws -> Opened {
        var fresh = opened
        try fresh.load(connection)
        return fresh
    }
}

/// Where a municipality is written to: seen, changed from a day, and ended.
struct ContactForm: EditForm {
    typealias Desk = ContactDesk
    let opened: Desk.Opened
    let usualRole: String
    let isSaved: Bool

    static let contested = "rolle"
    var title: Text { ContactTexts.title(opened.name) }
    var reasons: [Text]? { [] }

    init(_ opened: Desk.Opened, thing: RecordID?, visit: Visit, newID: RecordID) {
        self.opened = opened
        usualRole = visit.frame[ContactTexts.usualRole]
        isSaved = visit.query.contains("lagret")
    }

    static func routes(_ desk: RecordDesk) -> [Route] {
        EditFormRoutes<Self>(
            desk: ContactDesk(desk: desk), path: Addresses.contact.pattern, roles: .writers,
            act: Text("Lagrer hvem som er kontakt i kommunen", nn: "Lagrar kven som er kontakt i kommunen")
        ).routes
    }

    var initial: FormData {
        let current = opened.timeline.value(on: opened.today)
        return FormData([
            ("rolle", current?.role ?? usualRole), ("epost", current?.email.text ?? ""), ("fra", opened.today.norwegian),
        ])
    }

    func lede(_ frame: Frame) -> Html {
        let recipients: Html =
            opened.recipients.isEmpty
            ? "<p class=\"empty\">\(frame[ContactTexts.none])</p>"
            : "<ul>\(opened.recipients.map { "<li>\($0.name), <a href=\"mailto:\($0.email.text)\">\($0.email.text)</a></li>" as Html })</ul>"
        let saved: Html = isSaved ? "<p class=\"done\" role=\"status\">\(frame[TraineeTexts.saved])</p>" : .empty
        return """
            \(saved)<p class="lede">\(frame[ContactTexts.lede])</p><h2>\(frame[ContactTexts.recipients])</h2>\(recipients)
            <h2>\(frame[ContactTexts.change])</h2>
            """
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let end: Html =
            opened.timeline.stretches.isEmpty
            ? .empty
            : """
            <div class="field"><label class="radio"><input type="checkbox" name="slutt" value="ja" \(flag: "checked", values["slutt"] == "ja")> \
            \(frame[ContactTexts.end])</label></div>
            """
        return """
            \(Form.text("rolle", frame[ContactTexts.role], value: values["rolle"], hint: frame[ContactTexts.roleHint], problems: problems, isRequired: true, frame))
            \(Form.text("epost", frame[TraineeTexts.email], value: values["epost"], hint: frame[ContactTexts.emailHint], problems: problems, type: "email", isRequired: true, frame))
            \(Form.text("fra", frame[ContactTexts.from], value: values["fra"], hint: frame[FieldTexts.dayHint], problems: problems, isRequired: true, frame))
            \(end)
            """
    }

    func below(_ frame: Frame) -> Html {
        opened.history.isEmpty
            ? .empty : "<h2>\(frame[TraineeTexts.history])</h2>" + History.html(opened.history, HistoryNames(frame: frame))
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        let id = opened.id
        let from = reader.day("fra", ContactTexts.from)
        var point: ContactPoint?
        if reader.form["slutt"] != "ja" {
            let role = reader.required("rolle", ContactTexts.role)
            if reader.form["epost"].isEmpty { reader.problems.append(FieldProblem("epost", FieldTexts.missing(TraineeTexts.email))) }
            point = reader.email("epost").map { ContactPoint(municipality: id, role: role, email: $0) }
        }
        guard let from else { return nil }
        let wanted = point
        return Writing(act: .contactChanged) {
            try $0.revise(ContactPoint.self, id: id.key, in: Period(startingOn: from), to: wanted)
        }
    }

    static func saved(_ visit: Visit, _ viewer: Viewer, in change: ChangeNumber?, _ desk: ContactDesk) -> Reply {
        .seeOther("\(visit.path)?lagret=1")
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
        "Påminnelser om å bekrefte går hit. Bruk en rolle med felles e-post, så virker den også når noen slutter. De som logger inn for kommunen, får dem også; adressene deres retter en administrator.",
        nn:
            "Påminningar om å stadfeste går hit. Bruk ei rolle med felles e-post, så verkar ho òg når nokon sluttar. Dei som loggar inn for kommunen, får dei òg; adressene deira rettar ein administrator."
    )
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
