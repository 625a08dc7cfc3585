import AlisDomain

@testable import Alis

/// In some municipalities of `TestApplication`: somebody who has confirmed it, and somebody with access to it. Their names stand nowhere
/// else, so that a page that holds one has told it.
enum TestConfirmers {
    static let municipalities = ["fauske", "bergen", "voss", "utsira", "oslo", "kautokeino"]

    static func confirmer(of municipality: String) -> String { "Bodil Bekrefter-\(municipality)" }
    static func contact(of municipality: String) -> String { "Kari Kontakt-\(municipality)" }
    static func email(of municipality: String) -> String { "kontakt.\(municipality)@alis.example" }

    /// All by which they could be known.
    static func marks(of municipality: String) -> [String] {
        [confirmer(of: municipality), contact(of: municipality), email(of: municipality)]
    }

    static func fill(_ database: Database, newID: @escaping @Sendable () -> RecordID) async throws {
        let day = TestApplication.today.adding(days: -10)
        try await database.write { connection in
            let change = try ChangeLog.record(
                .confirmed, by: TestRegister.recorder, at: Instant(startOf: day), on: connection)
            let writer = FactWriter(connection: connection, change: change)
            for id in municipalities.compactMap({ MunicipalityID($0) }) {
                try writer.add(
                    id: newID().text,
                    Confirmation(municipality: id, personName: confirmer(of: id.key), account: "bekrefter.\(id.key)", day: day),
                    in: Period(startingOn: day))
                try AccountDesk.add(
                    Account(id: "kontakt.\(id.key)", name: contact(of: id.key), email: EmailAddress(email(of: id.key))),
                    grant: Grant(role: .municipality, organisation: .municipality(id)), grantID: "kontakt.\(id.key).1", by: "alis",
                    at: Instant(startOf: day), on: connection)
            }
        }
    }
}
