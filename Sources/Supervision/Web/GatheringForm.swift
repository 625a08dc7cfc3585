import AlisDomain

/// Opens a gathering for the office that holds it, or what a new one is set up with.
struct GatheringDesk: FormDesk {
    let gatherings: GatheringRoutes

    struct Opened: FormSubject {
        let scope: SupervisionScope
        /// Nil when it is to be set up.
        let known: (id: RecordID, gathering: Gathering)?
        /// Those whose gatherings the viewer may set up.
        let offices: [Office]
        var newest: ChangeNumber?

        func crumbs(_ frame: Frame) -> [Crumb] {
            [
                known.map { Crumb(Addresses.gathering($0.id), $0.gathering.title) }
                    ?? Crumb(Addresses.gatherings(), frame[GatheringTexts.title])
            ]
        }
        func recorder(for viewer: Viewer) -> Recorder { scope.recorder }
    }

    var database: Database { gatherings.desk.database }
    var surroundings: Surroundings { gatherings.desk.surroundings }

    func subject(_ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let scope = try await gatherings.desk.scope(visit, viewer)
        let known = visit.parameter("samling").isEmpty ? nil : try await gatherings.held(visit, viewer)
        let offices = scope.view.register.reference.offices(on: scope.view.today).filter { office in
            viewer.has(.administrator) || viewer.grants.contains { $0.organisation == .office(office.code) }
        }
        let newest = try await database.read { connection in try known.map { try GatheringStore.lastChange($0.id, on: connection) } }
        return Opened(scope: scope, known: known, offices: offices, newest: newest)
    }

    func again(_ opened: Opened, _ visit: Visit, _ viewer: Viewer, on connection: Connection) throws -> Opened {
        var fresh = opened
        fresh.newest = try opened.known.map { try GatheringStore.lastChange($0.id, on: connection) }
        return fresh
    }
}

/// Setting up a gathering (*samling*), and correcting what is said of it.
struct GatheringForm: EditForm {
    typealias Desk = GatheringDesk
    let opened: Desk.Opened
    let newID: RecordID

    static let contested = "slag"
    var title: Text { opened.known == nil ? GatheringTexts.add : GatheringTexts.edit }

    init(_ opened: Desk.Opened, thing: RecordID?, visit: Visit, newID: RecordID) { (self.opened, self.newID) = (opened, newID) }

    static func routes(_ gatherings: GatheringRoutes) -> [Route] {
        [
            (Addresses.newGathering(), Text("Kunngjør en ny samling", nn: "Kunngjer ei ny samling")),
            (Addresses.gatheringFacts.pattern, Text("Endrer samlingen", nn: "Endrar samlinga")),
        ].flatMap { EditFormRoutes<Self>(desk: GatheringDesk(gatherings: gatherings), path: $0, roles: .offices, act: $1).routes }
    }

    var initial: FormData {
        guard let gathering = opened.known?.gathering else {
            return FormData([("slag", "supervisorCourse"), ("plasser", "20"), ("timer", "12")])
        }
        return FormData([
            ("slag", gathering.kind.rawValue), ("tittel", gathering.title), ("sted", gathering.place),
            ("digitalt", gathering.isDigital ? "1" : ""),
            ("fra", gathering.first.norwegian), ("til", gathering.last.norwegian), ("plasser", String(gathering.places)),
            ("timer", String(gathering.hours)), ("kontor", gathering.office.code), ("mer", gathering.note),
        ])
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let kinds = Gathering.Kind.allCases.map { (value: $0.rawValue, text: frame[GatheringTexts.name($0)]) }
        return """
            \(Form.radios("slag", frame[GatheringTexts.kind], value: values["slag"], options: kinds, problems: problems, frame))
            \(Form.text("tittel", frame[GatheringTexts.name], value: values["tittel"], problems: problems, isRequired: true, frame))
            <div class="pair">\(Form.text("sted", frame[GatheringTexts.place], value: values["sted"], problems: problems, isRequired: true, frame))
            \(Form.select("digitalt", frame[SupervisorTexts.onlyDigital], value: values["digitalt"], options: [("", frame[CommonTexts.no]), ("1", frame[CommonTexts.yes])], problems: problems, frame))
            \(Form.text("fra", frame[GatheringTexts.first], value: values["fra"], hint: frame[FieldTexts.dayHint], problems: problems, isRequired: true, frame))
            \(Form.text("til", frame[GatheringTexts.last], value: values["til"], hint: frame[FieldTexts.dayHint], problems: problems, isRequired: true, frame))
            \(Form.text("plasser", frame[GatheringTexts.places], value: values["plasser"], problems: problems, width: 6, frame))
            \(Form.text("timer", frame[GatheringTexts.hours], value: values["timer"], problems: problems, width: 6, frame))</div>
            \(Form.select("kontor", frame[SupervisionTexts.office], value: values["kontor"], options: opened.offices.map { ($0.code.code, $0.name) }, problems: problems, frame))
            \(Form.area("mer", frame[GatheringTexts.note], value: values["mer"], hint: frame[CommonTexts.optional], problems: problems, frame))
            """
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        let kind = reader.choice("slag", GatheringTexts.kind, Gathering.Kind(rawValue: reader.form["slag"]))
        let title = reader.required("tittel", GatheringTexts.name, longest: 120)
        let place = reader.required("sted", GatheringTexts.place)
        let first = reader.day("fra", GatheringTexts.first)
        let last = reader.day("til", GatheringTexts.last)
        if let first, let last, last < first { reader.problems.append(FieldProblem("til", SupervisionProblem.endBeforeStart.text)) }
        let places = reader.number("plasser", in: 1...500, GatheringTexts.badPlaces)
        let hours = reader.number("timer", in: 1...400, GatheringTexts.badHours)
        let office = reader.choice("kontor", SupervisionTexts.office, opened.offices.first { $0.code.code == reader.form["kontor"] }?.code)
        let note = reader.optional("mer", longest: 2000)
        guard let kind, let first, let last, let places, let hours, let office else { return nil }
        let value = Gathering(
            kind: kind, title: title, place: place, isDigital: reader.form["digitalt"] == "1", first: first, last: last, places: places,
            hours: hours, office: office, note: note)
        let id = opened.known?.id ?? newID
        return Writing(act: .gatheringChanged) { writer, opened in
            if let known = opened.known {
                // Whoever has been told that she has a place, keeps it.
                let taken = try GatheringStore.rosters(of: [known], on: writer.connection)[known.id]?.attending.count ?? 0
                if places < taken { throw WriteRefused(FieldProblem("plasser", GatheringTexts.placesTaken(taken))) }
            }
            return try writer.revise(Gathering.self, id: id.text, in: .always, to: value)
        }
    }

    static func saved(_ visit: Visit, _ viewer: Viewer, in change: ChangeNumber?, _ desk: GatheringDesk) async throws -> Reply {
        let made = try await desk.database.read { connection in
            try change.flatMap { try FactStore.added(Gathering.self, in: $0, on: connection) }
        }
        let id = visit.parameter("samling").isEmpty ? made : try visit.recordID("samling")
        return .seeOther(id.map { "\(Addresses.gathering($0))?lagret=1" } ?? Addresses.gatherings())
    }
}

extension Gathering {
    /// The day or days it is held.
    var days: String { first == last ? first.norwegian : "\(first.norwegian)–\(last.norwegian)" }
}
