import AlisCast
import AlisDomain

@testable import Alis

/// What the register of `TestApplication` holds: the reference data, the cast's accounts, the cast's doctors and a few more, so that
/// every organisation of the cast has somebody of its own and somebody it must not see.
enum TestRegister {
    /// When the reference data was loaded.
    static let began = Instant(iso: "2016-01-01T00:00:00Z") ?? Instant(microseconds: 0)
    static let recorder = Recorder(account: "alis", name: "Alis", organisation: "Test")

    /// A person of the test register.
    struct Person: Sendable {
        let key: String
        let id: RecordID
        let trainingID: RecordID
        let engagementID: RecordID
        let wishID: RecordID
        let trainee: Trainee
        let scheme: Training.Scheme
        let start: CalendarDay
        let municipality: MunicipalityID?
        var form = Engagement.Form.salaried
        var percent = PositionPercent.full
        var wishes: [TrustCode] = []
    }

    /// Those beside the cast: one in Fauske, one in Utsira, one in Oslo, one with nowhere to work.
    static let others: [Person] = [
        make(1, "solveig", "Solveig", "Breivik", .new, "fauske", start: (2024, 9, 1), wishes: ["NLSH"]),
        make(2, "peder", "Peder", "Sandvik", .new, "utsira", start: (2022, 2, 1)),
        make(3, "noor", "Noor", "Rahimi", .old, "oslo", start: (2018, 1, 1), form: .selfEmployed),
        make(4, "astrid", "Åstrid", "Kvåle", .new, nil, start: (2025, 8, 1)),
    ]

    /// All persons by key, the cast's among them, with the municipality each works in.
    static let persons: [Person] =
        Cast.trainees.map {
            Person(
                key: $0.key, id: $0.id, trainingID: $0.trainingID, engagementID: $0.engagementID, wishID: $0.wishID,
                trainee: $0.trainee,
                scheme: $0.training.last?.value.scheme ?? .new, start: $0.start, municipality: $0.municipality,
                wishes: $0.wish.flatMap { $0.value.choices.map(\.trust) })
        } + others

    static func person(_ key: String) -> Person? { persons.first { $0.key == key } }

    /// What stands in a part of an address that names neither a person nor a place, by the part's name.
    static let things = ["samling": TestSupervision.gathering]

    /// Writes all of it.
    static func fill(_ database: Database) async throws {
        let (reference, problems) = ReferenceFiles.read(folder: TestApplication.root + "/Reference")
        guard problems.isEmpty else { throw StoreFailure.other("reference: \(problems[0])") }
        try await database.write { connection in
            _ = try ReferenceUpdate.run(to: reference, by: recorder, reason: "Reference/", at: began, on: connection)
            for person in Cast.trainees { try add(person, on: connection) }
            for person in others { try add(person, on: connection) }
            try TestSupervision.fill(connection)
            try DemoRegister.addAccounts(at: began, on: connection)
        }
    }

    private static func add(_ person: CastTrainee, on connection: Connection) throws {
        let writer = try registered(person.trainee, id: person.id, on: person.start, connection)
        try writer.replace(Training.self, id: person.trainingID.text, with: person.training.map { ($0.period, $0.value) })
        try writer.replace(Engagement.self, id: person.engagementID.text, with: person.engagement.map { ($0.period, $0.value) })
        try writer.replace(Absence.self, id: person.absenceID.text, with: person.absence.map { ($0.period, $0.value) })
        try writer.replace(HospitalWish.self, id: person.wishID.text, with: person.wish.map { ($0.period, $0.value) })
    }

    static func add(_ person: Person, on connection: Connection) throws {
        let writer = try registered(person.trainee, id: person.id, on: person.start, connection)
        let period = Period(startingOn: person.start)
        try writer.add(id: person.trainingID.text, Training(trainee: person.id, scheme: person.scheme), in: period)
        if let municipality = person.municipality {
            try writer.add(
                id: person.engagementID.text,
                Engagement(
                    training: person.trainingID, municipality: municipality, workplace: "Legekontoret", form: person.form,
                    percent: person.percent), in: period)
        }
        if !person.wishes.isEmpty {
            let wish = HospitalWish(
                training: person.trainingID, choices: person.wishes.map { HospitalWish.Choice(trust: $0) },
                earliest: HalfYear(year: 2027, isAutumn: false), latest: HalfYear(year: 2027, isAutumn: true), months: 6, percent: .full,
                note: "")
            try writer.add(id: person.wishID.text, wish, in: Period(startingOn: TestApplication.today.adding(days: -30)))
        }
    }

    private static func registered(
        _ trainee: Trainee, id: RecordID, on day: CalendarDay, _ connection: Connection
    ) throws -> FactWriter {
        let number = try ChangeLog.record(.registered, by: recorder, at: Instant(startOf: day), on: connection)
        let writer = FactWriter(connection: connection, change: number)
        try writer.add(id: id.text, trainee, in: Period(startingOn: day))
        try TraineeWords.add(trainee, id: id, on: connection)
        return writer
    }

    private static func identity(_ kind: UInt64, _ number: Int) -> RecordID {
        RecordID(high: 0x7E57_0000_0000_0000 | kind, low: UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
    }

    private static func make(
        _ number: Int, _ key: String, _ given: String, _ family: String, _ scheme: Training.Scheme, _ municipality: String?,
        start: (Int, Int, Int), form: Engagement.Form = .salaried, wishes: [String] = []
    ) -> Person {
        let address = Folding.fold("\(given).\(family)")
        return Person(
            key: key, id: identity(1, number), trainingID: identity(2, number), engagementID: identity(3, number),
            wishID: identity(4, number),
            trainee: Trainee(
                givenName: given, familyName: family, hpr: HPRNumber("\(990_000_200 + number)"), birthYear: 1985 + number,
                email: EmailAddress("\(address)@alis.example"), isSynthetic: true),
            scheme: scheme, start: CalendarDay(year: start.0, month: start.1, day: start.2) ?? .earliest,
            municipality: municipality.flatMap { MunicipalityID($0) }, form: form, wishes: wishes.compactMap { TrustCode($0) })
    }
}
