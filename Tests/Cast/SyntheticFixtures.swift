import AlisCast
import AlisDomain
import Foundation

/// Norway for the generator's tests: read from `Reference/` once, so that tests use what the product uses.
enum SyntheticFixtures {
    static let today = CalendarDay(year: 2026, month: 11, day: 22) ?? .earliest
    static let places = readPlaces()
    /// One Norway, made once and looked at by many tests.
    static let norway = SyntheticNorway(seed: 2026, scale: 1, today: today, places: places)
    static let register = CollectedRegister(norway)

    private static func readPlaces() -> SyntheticPlaces {
        let population = latest(rows("population.csv"), key: "key") { Int($0["count"] ?? "") }
        let offices = latest(rows("office_coverage.csv").filter { $0["to"] == "" }, key: "municipality") { OfficeCode($0["office"] ?? "") }
        let trusts = latest(rows("trust_catchment.csv").filter { $0["to"] == "" }, key: "municipality") { TrustCode($0["trust"] ?? "") }
        let tiles = latest(rows("tiles.csv"), key: "key") { row in
            Int(row["column"] ?? "").flatMap { column in
                Int(row["row"] ?? "").map { SyntheticPlaces.Location(latitude: -$0 * 866_000, longitude: column * 2_222_000) }
            }
        }
        let changes = rows("municipality_changes.csv").filter { $0["old_key"] != $0["new_key"] }
        let all = rows("municipalities.csv")
        var since: [String: String] = [:]
        // Newest first: the first day of the last stretch without a gap.
        for row in all.sorted(by: { ($0["from"] ?? "") > ($1["from"] ?? "") }) {
            guard let key = row["key"] else { continue }
            if since[key] == nil || since[key] == row["to"] { since[key] = row["from"] }
        }
        let municipalities = all.filter { $0["to"] == "" }.compactMap { row -> SyntheticPlaces.Municipality? in
            guard let key = row["key"], let id = MunicipalityID(key), let number = MunicipalityNumber(row["number"] ?? "") else {
                return nil
            }
            let exists = since[key].flatMap { $0 > "2016-01-01" ? CalendarDay(iso: $0) : nil }
            let earlier = changes.filter { $0["new_key"] == key && $0["from"] == exists?.iso }.compactMap { change in
                MunicipalityID(change["old_key"] ?? "").map { SyntheticPlaces.Predecessor(id: $0, name: change["old_name"] ?? "") }
            }
            return SyntheticPlaces.Municipality(
                id: id, number: number, name: row["name"] ?? "", population: population[key] ?? 0,
                centrality: Int(row["centrality"] ?? "") ?? 4,
                countyNumber: row["county"] ?? "", language: LanguageDecision(rawValue: row["language"] ?? "") ?? .neutral,
                trust: trusts[key], office: offices[key], location: tiles[key], existsFrom: exists,
                predecessors: exists == nil ? [] : earlier)
        }
        return SyntheticPlaces(
            municipalities: municipalities.sorted { $0.id < $1.id },
            trusts: rows("trusts.csv").filter { $0["kind"] != "region" }.compactMap { row in
                TrustCode(row["code"] ?? "").map { SyntheticPlaces.Trust(code: $0, name: row["name"] ?? "", region: row["region"] ?? "") }
            },
            offices: rows("offices.csv").compactMap { row in
                OfficeCode(row["code"] ?? "").map { SyntheticPlaces.Office(code: $0, name: row["name"] ?? "") }
            })
    }

    private static func latest<Value>(
        _ rows: [[String: String]], key: String, _ value: ([String: String]) -> Value?
    ) -> [String: Value] {
        rows.reduce(into: [:]) { result, row in result[row[key] ?? ""] = value(row) ?? result[row[key] ?? ""] }
    }

    private static func rows(_ name: String) -> [[String: String]] {
        let file = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Reference").appendingPathComponent(name)
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let lines = text.split(whereSeparator: \.isNewline).map { fields(String($0)) }
        guard let heading = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(zip(heading, $0)) { first, _ in first } }
    }

    private static func fields(_ line: String) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}

/// All that a generator made, held in memory, with a running hash of it.
struct CollectedRegister: SyntheticSink {
    var changes: [ChangeNumber: Change] = [:]
    var repeated: [ChangeNumber] = []
    /// Versions that named a change before it came.
    var early: [String] = []
    var trainees: [Version<Trainee>] = []
    var trainings: [Version<Training>] = []
    var engagements: [Version<Engagement>] = []
    var absences: [Version<Absence>] = []
    var wishes: [Version<HospitalWish>] = []
    var confirmations: [Version<Confirmation>] = []

    init(_ norway: SyntheticNorway) { norway.generate(into: &self) }

    mutating func change(_ change: Change) {
        if changes.updateValue(change, forKey: change.number) != nil { repeated.append(change.number) }
    }
    mutating func trainee(_ version: Version<Trainee>) { check(version); trainees.append(version) }
    mutating func training(_ version: Version<Training>) { check(version); trainings.append(version) }
    mutating func engagement(_ version: Version<Engagement>) { check(version); engagements.append(version) }
    mutating func absence(_ version: Version<Absence>) { check(version); absences.append(version) }
    mutating func wish(_ version: Version<HospitalWish>) { check(version); wishes.append(version) }
    mutating func confirmation(_ version: Version<Confirmation>) { check(version); confirmations.append(version) }

    private mutating func check<Value>(_ version: Version<Value>) {
        if changes[version.recordedIn] == nil { early.append(version.id) }
        if let superseded = version.supersededIn, changes[superseded] == nil { early.append(version.id) }
    }

    /// Those in training on a day, as known at last.
    func active(on day: CalendarDay) -> [Version<Training>] {
        trainings.filter { $0.supersededIn == nil && $0.period.contains(day) && !$0.value.standing.isEnded }
    }
}

/// A hash of everything in the order it came, holding nothing.
struct HashingSink: SyntheticSink {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var people: Set<String> = []
    var versions = 0

    init(_ norway: SyntheticNorway) { norway.generate(into: &self) }

    mutating func add(_ text: String) {
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    mutating func add<Value>(_ version: Version<Value>, _ text: String) {
        versions += 1
        let stretch = "\(version.period.from.number) \(version.period.end.number)"
        add("\(version.id) \(text) \(stretch) \(version.recordedIn) \(version.supersededIn ?? 0)")
    }
    mutating func change(_ change: Change) {
        add("\(change.number) \(change.recordedAt.microseconds) \(change.act) \(change.account) \(change.byName) \(change.reason)")
    }
    mutating func trainee(_ version: Version<Trainee>) {
        people.insert(version.id)
        add(version, "\(version.value.fullName) \(version.value.hpr?.digits ?? "") \(version.value.email?.text ?? "")")
    }
    mutating func training(_ version: Version<Training>) { add(version, "\(version.value.scheme) \(version.value.standing.code)") }
    mutating func engagement(_ version: Version<Engagement>) {
        add(version, "\(version.value.municipality) \(version.value.form) \(version.value.percent.hundredths) \(version.value.workplace)")
    }
    mutating func absence(_ version: Version<Absence>) { add(version, version.value.kind.rawValue) }
    mutating func wish(_ version: Version<HospitalWish>) {
        add(
            version,
            "\(version.value.choices.map(\.trust.code)) \(version.value.earliest.code) \(version.value.latest.code) \(version.value.note)")
    }
    mutating func confirmation(_ version: Version<Confirmation>) {
        add(version, "\(version.value.municipality) \(version.value.personName)")
    }
}
