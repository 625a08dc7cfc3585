import AlisCast
import AlisDomain
import Testing

@testable import Alis

/// What the walk over every form adds to the register: doctors whom somebody could come upon. Namesakes of those in Fauske with the same
/// birth year, one who shares an e-mail address, one in a municipality that has become part of another, and two records merged across
/// municipalities.
enum SightRegister {
    static let namesake = make(1, "namesake", "Ida", "Nilsen", born: 1993, "oslo")
    static let twin = make(2, "twin", "Solveig", "Breivik", born: 1986, "bergen")
    static let granvin = make(3, "granvin", "Gro", "Granvin", born: 1990, "granvin")
    static let kept = make(4, "kept", "Siri", "Delt", born: 1991, "bergen")
    static let merged = make(5, "merged", "Siri", "Udelt", born: 1991, "oslo")

    static let more = [namesake, twin, granvin, kept, merged]
    static var everybody: [TestRegister.Person] { TestRegister.persons + more }

    /// Municipalities that have become part of another.
    private static let successors = ["granvin": "voss"]

    /// Whether somebody of the cast may see a doctor by name before anybody has done anything.
    static func maySee(_ actor: AccessPerson, _ person: TestRegister.Person) -> Bool {
        if actor.maySee(person) { return true }
        if person.key == merged.key || person.key == kept.key {
            return [merged, kept].contains { actor.municipalities.contains($0.municipality?.key ?? "-") }
        }
        return person.municipality.flatMap { successors[$0.key] }.map { actor.municipalities.contains($0) } ?? false
    }

    static func fill(_ database: Database) async throws {
        try await database.write { connection in
            for person in more { try TestRegister.add(person, on: connection) }
            let began = Instant(startOf: TestApplication.today.adding(days: -20))
            let change = try ChangeLog.record(.merged, by: TestRegister.recorder, at: began, on: connection)
            try FactWriter(connection: connection, change: change).add(
                id: RecordID(high: 0x7E57_8000, low: 99).text, TraineeMerge(duplicate: merged.id, kept: kept.id), in: .always)
        }
    }

    private static func make(
        _ number: UInt64, _ key: String, _ given: String, _ family: String, born: Int, _ municipality: String
    ) -> TestRegister.Person {
        TestRegister.Person(
            key: key, id: RecordID(high: 0x7E57_8000, low: number), trainingID: RecordID(high: 0x7E57_8001, low: number),
            engagementID: RecordID(high: 0x7E57_8002, low: number), wishID: RecordID(high: 0x7E57_8003, low: number),
            trainee: Trainee(
                givenName: given, familyName: family, hpr: HPRNumber("\(990_000_800 + number)"), birthYear: born,
                email: EmailAddress("\(key).fremmed@alis.example"), isSynthetic: true),
            scheme: .old, start: CalendarDay(year: 2017, month: 2, day: Int(number)) ?? .earliest,
            municipality: MunicipalityID(municipality))
    }
}
