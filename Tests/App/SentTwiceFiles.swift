import AlisDomain
import Foundation
import Testing

@testable import Alis

// Files that have been sent in, and possible duplicates: what they need before their forms are there.

extension SentTwiceWalk {
    private static func upload(_ client: TestClient, _ text: String, to path: String) async throws -> String {
        let file = TestClient.File(field: "fil", name: "liste.csv", type: "text/csv", bytes: Array(text.utf8))
        let sent = try await client.upload(path, files: [file])
        return String(try #require(sent.location).prefix { $0 != "?" })
    }

    static func files() throws -> [Form] {
        let hpr = TestRegister.person("ida")?.trainee.hpr?.digits ?? ""
        let report = "HPR-nummer;Læringsmål;Status;Godkjent dato\n\(hpr);ALM-055;Godkjent;3.5.2026\n"
        let catalogue = "Kode;Gjelder fra;Tittel bokmål;Tittel nynorsk;Kilde\nALM-901;1.1.2026;Et mål;Eit mål;prøve\n"
        func form(
            _ route: String, _ act: String, _ person: String, _ text: String, _ wanted: [String: String] = [:]
        ) -> Form {
            Form(route: "\(route)/:id/\(act)", person: person, wanted: wanted) { _, client in
                let page = try await upload(client, text, to: route)
                return Place(page, sentTo: "\(page)/\(act)")
            }
        }
        let stranger = "Navn;HPR-nummer;Kommune\nSandvik, Peder;\(TestRegister.person("peder")?.trainee.hpr?.digits ?? "");Fauske\n"
        return [
            form("/innlesing", "spor", "hilde", stranger), form("/innlesing", "kolonner", "hilde", ImportSample.list, ["dag": "1.11.2026"]),
            form("/innlesing", "svar", "hilde", ImportSample.list),
            form("/innlesing", "godta", "hilde", ImportSample.list),
            form("/innlesing", "forkast", "hilde", ImportSample.list),
            form("/laeringsmal/rapport", "kolonner", "hilde", report, ["dag": "1.11.2026"]),
            form("/laeringsmal/rapport", "godta", "hilde", report),
            form("/laeringsmal/rapport", "forkast", "hilde", report),
            form("/laeringsmal/katalog", "kolonner", "jon", catalogue),
            form("/laeringsmal/katalog", "godta", "jon", catalogue),
            form("/laeringsmal/katalog", "forkast", "jon", catalogue),
        ]
    }

    static func duplicates() -> [Form] {
        let folder = "/oppfolging/dubletter"
        return [
            Form(
                route: "\(folder)/:id/:fact", person: "hilde", wanted: ["behold": kept.text]
            ) { test, _ in
                try await pair(test)
                return Place("\(folder)/\(kept)/\(other)")
            },
            Form(route: "\(folder)/:id/:fact/ulike", person: "hilde") { test, _ in
                try await pair(test)
                return Place("\(folder)/\(kept)/\(other)", sentTo: "\(folder)/\(kept)/\(other)/ulike")
            },
            Form(route: "\(folder)/:id/:fact/ulike/angre", person: "hilde") { test, client in
                try await pair(test)
                let page = "\(folder)/\(kept)/\(other)"
                try await send(client, page, to: "\(page)/ulike")
                return Place(folder, sentTo: try await link("\(folder)/[0-9a-z]{26}/[0-9a-z]{26}/ulike/angre", on: folder, client))
            },
            Form(route: "\(folder)/:id/:fact/skill", person: "hilde") { test, client in
                try await pair(test)
                try await send(client, "\(folder)/\(kept)/\(other)", ["behold": kept.text])
                return Place("\(folder)/\(kept)/\(other)/skill")
            },
        ]
    }

    private static let (kept, other) = (RecordID(high: 0x7E57_6000, low: 1), RecordID(high: 0x7E57_6000, low: 2))

    /// Two doctors of Fauske who are like one another.
    private static func pair(_ test: TestApplication) async throws {
        let fauske = try #require(MunicipalityID("fauske"))
        try await test.database.write { connection in
            let change = try ChangeLog.record(.registered, by: TestRegister.recorder, at: TestApplication.now, on: connection)
            let writer = FactWriter(connection: connection, change: change)
            let period = Period(startingOn: TestApplication.today.adding(days: -100))
            for (id, family) in [(kept, "Tuuri"), (other, "Turi")] {
                let training = RecordID(high: id.high + 1, low: id.low)
                let trainee = Trainee(givenName: "Hanne", familyName: family, birthYear: 1990, isSynthetic: true)
                try writer.add(id: id.text, trainee, in: .always)
                try writer.add(id: training.text, Training(trainee: id, scheme: .new), in: period)
                try writer.add(
                    id: RecordID(high: id.high + 2, low: id.low).text,
                    Engagement(
                        training: training, municipality: fauske, workplace: "Legekontoret", form: .salaried,
                        percent: try #require(PositionPercent(percent: 50))), in: period)
                try TraineeWords.add(trainee, id: id, on: connection)
            }
        }
    }
}
