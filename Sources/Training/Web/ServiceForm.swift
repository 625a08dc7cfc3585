import AlisDomain

/// Adding, moving, stretching or removing a service period.
struct ServiceForm: PlanForm {
    let opened: PlanDesk.Opened
    let service: ServicePeriod?
    let newID: RecordID

    var title: Text { service == nil ? PlanTexts.addService : PlanTexts.changeService }

    init(_ opened: PlanDesk.Opened, thing: RecordID?, visit: Visit, newID: RecordID) throws {
        self.opened = opened
        self.newID = newID
        if let thing {
            guard !opened.file.isAssumed, let found = opened.file.trainingCase.service(thing) else { throw PageRefusal.notFound }
            service = found
        } else {
            service = nil
        }
    }

    var initial: FormData {
        let place = service?.place
        let municipality =
            place.flatMap(\.municipality) ?? (service == nil ? opened.file.trainingCase.services.last?.place.municipality : nil)
        var trust = ""
        if case .trust(let code) = place { trust = code.code }
        if case .undecidedTrust = place { trust = Self.undecided }
        return FormData([
            ("slag", service?.category.text ?? ""), ("kommune", municipality.map(opened.placeName) ?? ""), ("foretak", trust),
            ("arena", service.flatMap { opened.file.arenas[$0.id] } ?? ""), ("prosent", service?.percent.text() ?? "100"),
            ("fra", service?.period.from.norwegian ?? ""), ("til", service?.period.lastDay?.norwegian ?? ""),
        ])
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let kinds =
            [(value: "", text: "–")] + opened.rules.categories.map { (value: $0.code.text, text: frame[$0.name]) }
        let trusts =
            [(value: "", text: "–"), (value: Self.undecided, text: frame[PlanTexts.undecidedTrust])]
            + opened.record.view.reference.trusts(on: opened.file.trainingCase.asOf).filter { !$0.isRegion }
            .map { (value: $0.code.code, text: $0.name) }
        return """
            \(Form.select("slag", frame[PlanTexts.category], value: values["slag"], options: kinds, problems: problems, frame))
            <div class="pair">\(Form.text("kommune", frame[TraineeTexts.municipality], value: values["kommune"], hint: frame[Self.municipalityHint], problems: problems, frame))
            \(Form.select("foretak", frame[MunicipalityTexts.trust], value: values["foretak"], options: trusts, hint: frame[Self.trustHint], problems: problems, frame))</div>
            <div class="pair">\(Form.text("arena", frame[PlanTexts.arena], value: values["arena"], hint: frame[PlanTexts.arenaHint], problems: problems, frame))
            \(Form.text("prosent", frame[TraineeTexts.percent], value: values["prosent"], hint: frame[FieldTexts.percentHint], problems: problems, isRequired: true, frame))</div>
            \(PeriodFields.html(values, problems, frame))\(RemoveBox.html(isShown: service != nil, values, frame))
            """
    }

    /// The choice of a hospital that is not decided, in the list of trusts.
    private static let undecided = "ubestemt"
    private static let municipalityHint = Text("Når tjenesten er i en kommune.", nn: "Når tenesta er i ein kommune.")
    private static let eitherOr = Text(
        "Både kommune og helseforetak er fylt ut. Tøm kommunen når tjenesten er på sykehus, ellers velg «–» som helseforetak.",
        nn:
            "Både kommune og helseføretak er fylte ut. Tøm kommunen når tenesta er på sjukehus, elles vel «–» som helseføretak."
    )
    private static let trustHint = Text(
        "Når tjenesten er på sykehus. Velges ingen, står sykehuset som ikke bestemt.",
        nn: "Når tenesta er på sjukehus. Blir ingen valt, står sjukehuset som ikkje bestemt.")
    private static let noMunicipality = Text(
        "Sykehustjeneste er i et helseforetak. Tøm kommunen, og velg helseforetak eller «Sykehus ikke bestemt».",
        nn: "Sjukehusteneste er i eit helseføretak. Tøm kommunen, og vel helseføretak eller «Sjukehus ikkje bestemt».")

    static func removal(of thing: RecordID?, from opened: Subject, on connection: Connection) throws -> ChangeNumber? {
        try FactStore.removal(of: thing, Service.self, on: connection) { $0.training == opened.file.training }
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        if let service, reader.form["slett"] == "ja" {
            return Writing(act: .planned) { writer, opened in
                try PlanWriter.apply([.removeService(service.id)], to: opened.file, writer)
            }
        }
        let code = CategoryCode(reader.form["slag"])
        let category = reader.choice("slag", PlanTexts.category, code.flatMap { opened.rules.category($0) })
        var place: ServicePlace?
        if let category { place = self.place(category, &reader, visit) }
        let arena = reader.optional("arena")
        let percent = reader.percent("prosent")
        let period = reader.period()
        guard let category, let place, let percent, let period, reader.problems.isEmpty else { return nil }
        let made = ServicePeriod(id: service?.id ?? newID, category: category.code, period: period, percent: percent, place: place)
        check(made, &reader)
        guard reader.problems.isEmpty else { return nil }
        let edit: RecordEdit = service == nil ? .addService(made) : .changeService(made)
        return Writing(act: .planned) { writer, opened in
            try PlanWriter.apply([edit], to: opened.file, arenas: [made.id: arena], writer)
        }
    }

    private func place(_ category: ServiceCategory, _ reader: inout FieldReader, _ visit: Visit) -> ServicePlace? {
        let (municipality, text) = (reader.form["kommune"], reader.form["foretak"])
        // The municipality may stand there since the form was opened: it is in the way of a hospital that has been chosen, and says nothing
        // of one that has not.
        let isHospital = category.code.text == "institutionHospital"
        let isLeftOver = category.arena == .institution && municipality == initial["kommune"] && (service == nil || isHospital)
        if !text.isEmpty, !municipality.isEmpty, !isLeftOver {
            reader.problems.append(FieldProblem("foretak", Self.eitherOr))
            return nil
        }
        if text == Self.undecided { return .undecidedTrust }
        if !text.isEmpty {
            let trust = opened.record.view.reference.trusts(on: visit.today).first { $0.code.code == text }
            return reader.choice("foretak", MunicipalityTexts.trust, trust).map { .trust($0.code) }
        }
        if isHospital, !municipality.isEmpty, !isLeftOver {
            reader.problems.append(FieldProblem("kommune", Self.noMunicipality))
            return nil
        }
        if isHospital || category.arena == .institution && municipality.isEmpty { return .undecidedTrust }
        if category.arena == .other, reader.form["kommune"].isEmpty { return .other }
        return reader.municipality("kommune", directory: opened.record.view.directory, on: visit.today).map { .municipality($0) }
    }

    /// A period before the authorisation, and periods of more than a full position together, are refused with a way out.
    private func check(_ made: ServicePeriod, _ reader: inout FieldReader) {
        for refusal in opened.file.trainingCase.refusals(of: made) {
            switch refusal {
            case .beforeAuthorisation(let day): reader.problems.append(FieldProblem("fra", Self.beforeAuthorisation(day)))
            case .aboveWhole(let day, let other): reader.problems.append(FieldProblem("prosent", Self.above(other, day)))
            }
        }
    }

    private static func beforeAuthorisation(_ day: CalendarDay) -> Text {
        Text(
            "Perioden begynner før autorisasjonen \(day.norwegian). La den begynne da, eller rett autorisasjonsdagen.",
            nn: "Perioden tek til før autorisasjonen \(day.norwegian). Lat han ta til då, eller rett autorisasjonsdagen.")
    }

    private static func above(_ other: Period, _ day: CalendarDay) -> Text {
        Text(
            "Fra \(day.norwegian) blir det over 100 % sammen med perioden \(Format.period(other, .bokmal)). Kort inn den først, eller sett ned stillingen.",
            nn:
                "Frå \(day.norwegian) blir det over 100 % saman med perioden \(Format.period(other, .nynorsk)). Kort inn den først, eller set ned stillinga."
        )
    }
}
