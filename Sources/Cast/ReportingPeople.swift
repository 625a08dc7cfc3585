import AlisDomain

/// Who reports for whom: a municipality's own people, another every few years; the office's adviser for corrections.
struct ReportingPeople: Sendable {
    let places: SyntheticPlaces
    private let seed: UInt64
    private let names: SyntheticNames
    private let castNames: [MunicipalityID: String]
    private let advisers: [OfficeCode: CastMember]

    init(places: SyntheticPlaces, seed: UInt64, names: SyntheticNames) {
        self.places = places
        self.seed = seed
        self.names = names
        var castNames: [MunicipalityID: String] = [:]
        var advisers: [OfficeCode: CastMember] = [:]
        for member in Cast.members {
            switch member.organisation {
            case .municipality(let id) where member.role == "municipality": castNames[id] = member.name
            case .office(let code) where member.role == "adviser": advisers[code] = advisers[code] ?? member
            default: continue
            }
        }
        self.castNames = castNames
        self.advisers = advisers
    }

    func reporter(municipality index: Int, act: ChangeAct, on day: CalendarDay) -> Recorder {
        guard places.municipalities.indices.contains(index) else { return Recorder(account: "alis", name: "Alis", organisation: "Alis") }
        let municipality = places.municipalities[index]
        if act == .corrected || act == .referenceUpdated, let code = municipality.office, let adviser = advisers[code] {
            let office = places.offices.first { $0.code == code }?.name ?? code.code
            return Recorder(account: adviser.account, name: adviser.name, organisation: office)
        }
        return Recorder(
            account: "kommune.\(municipality.id.key)", name: officer(index, on: day), organisation: organisation(municipality, on: day))
    }

    /// The person who answers for a municipality's data on a day.
    func officer(_ index: Int, on day: CalendarDay) -> String {
        guard places.municipalities.indices.contains(index) else { return "Alis" }
        if let name = castNames[places.municipalities[index].id] { return name }
        let turn = (Int(day.number) + index * 97) / 1461
        var random = SyntheticRandom(seed: seed, stream: 11, UInt64(index), UInt64(max(0, turn)))
        return names.name(&random)
    }

    /// `Bergen kommune`, as it was called on the day.
    private func organisation(_ municipality: SyntheticPlaces.Municipality, on day: CalendarDay) -> String {
        if let from = municipality.existsFrom, day < from, let earlier = municipality.predecessors.first {
            return "\(earlier.name) kommune"
        }
        return "\(municipality.name) kommune"
    }

    /// Why, in the municipality's own form of Norwegian; empty where the act says it all.
    func reason(municipality index: Int, act: ChangeAct, number: ChangeNumber) -> String {
        guard let reasons = Self.reasons[act], places.municipalities.indices.contains(index) else { return "" }
        var random = SyntheticRandom(seed: seed, stream: 12, UInt64(number))
        let form: LanguageForm = places.municipalities[index].language == .nynorsk ? .nynorsk : .bokmal
        return random.pick(reasons)?[form] ?? ""
    }

    private static let reasons: [ChangeAct: [Text]] = [
        .imported: [Text("Første innlesing fra kommunens eget regneark", nn: "Første innlesing frå kommunen sitt eige rekneark")],
        .corrected: [
            Text("Feil dato i regnearket vi sendte", nn: "Feil dato i reknearket vi sende"),
            Text("Legen sa fra om feilen", nn: "Legen sa frå om feilen"),
            Text("Rettet etter kontroll mot arbeidsavtalen", nn: "Retta etter kontroll mot arbeidsavtalen"),
            Text("Skrivefeil", nn: "Skrivefeil"),
        ],
        .converted: [Text("Legen og kommunen er enige om konvertering", nn: "Legen og kommunen er samde om konvertering")],
        .referenceUpdated: [Text("Kommunen ble slått sammen", nn: "Kommunen blei slått saman")],
        .wishWithdrawn: [
            Text("Legen vil vente", nn: "Legen vil vente"),
            Text("Tjenesten er dekket på annen måte", nn: "Tenesta er dekt på annan måte"),
        ],
    ]
}
