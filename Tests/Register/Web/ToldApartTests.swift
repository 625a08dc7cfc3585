import AlisDomain
import Foundation
import Testing

@testable import Alis

/// After a merge: removing what was there twice, and saying that two who look alike are two.
@Suite struct ToldApartTests {
    private func marks(_ page: String) -> [(String, String)] {
        ["_once", "_based"].compactMap { name in
            guard let range = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
            return (name, String(page[range.upperBound...].prefix { $0 != "\"" }))
        }
    }

    /// A doctor registered twice in Fauske; gives both identities, the first registered first.
    private func twice(_ test: TestApplication, _ client: TestClient) async throws -> (String, String) {
        var ids: [String] = []
        for _ in 0..<2 {
            var fields = [
                ("fornavn", "Tvi"), ("etternavn", "Ling"), ("fodt", "1990"), ("startet", "1.9.2026"), ("ordning", "ny"),
                ("kommune", "Fauske"), ("form", "fastlonn"), ("prosent", "50"), ("fra", "1.9.2026"),
            ]
            if let first = ids.first { fields.append(("annen", first)) }
            let location = try #require(try await client.post("/alis/ny", fields).location)
            ids.append(String(location.dropFirst("/alis/".count).prefix { $0 != "?" }))
        }
        return (ids[0], ids[1])
    }

    @Test(arguments: TestEngine.all)
    func `two who look alike are told apart, and that can be undone`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, anders) = (try await test.client(as: "hilde"), try await test.client(as: "anders"))
        let (one, other) = try await twice(test, hilde)
        let pair = "/oppfolging/dubletter/\(one)/\(other)"
        #expect(try await hilde.get("/oppfolging/dubletter").text.contains("href=\"\(pair)\""))
        #expect(try await hilde.get("/").text.contains("mulig dublett"))
        #expect(try await hilde.get(pair).text.contains("action=\"\(pair)/ulike\""))
        #expect(try await anders.post("\(pair)/ulike").status == 404)
        for _ in 0..<2 { #expect(try await hilde.post("\(pair)/ulike").status == 303) }
        let list = try await hilde.get("/oppfolging/dubletter?gjort=ulike").text
        #expect(list.contains("Ingen mulige dubletter") && list.contains("avklart av Hilde Strand 18.11.2026"))
        #expect(try await !hilde.get("/").text.contains("mulig dublett"))
        #expect(try await hilde.get("/alis/\(one)/historikk").text.contains("Ikke samme person som Tvi Ling"))
        #expect(try await anders.post("\(pair)/ulike/angre").status == 404)
        #expect(try await hilde.post("\(pair)/ulike/angre").status == 303)
        #expect(try await hilde.get("/oppfolging/dubletter").text.contains("href=\"\(pair)\""))
        let verified = try await AlisApplication.verify(test.database)
        #expect(verified.allSatisfy { $0.count == 0 || $0.severity == .warning })
    }

    @Test(arguments: TestEngine.all)
    func `whoever merges two is told first what somebody has changed in one of them meanwhile`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, jon) = (try await test.client(as: "hilde"), try await test.client(as: "jon"))
        let (one, other) = try await twice(test, hilde)
        let pair = "/oppfolging/dubletter/\(one)/\(other)"
        let opened = marks(try await hilde.get(pair).text)
        let person = [("fornavn", "Tvi Anne"), ("etternavn", "Ling"), ("grunnlag", "0")]
        #expect(try await test.send(jon, "/alis/\(other)/person", person).status == 303)
        let told = try await hilde.post(pair, [("behold", one), ("grunnlag", "0")] + opened)
        #expect(told.status == 409 && told.text.contains("Jon ") && told.text.contains("Tvi Anne"))
        #expect(try await hilde.get("/alis/\(other)").status == 200)
        #expect(try await hilde.post(pair, [("behold", one), ("grunnlag", "0")] + marks(told.text)).status == 303)
        #expect(try await hilde.get("/alis/\(other)").location == "/alis/\(one)")
    }

    @Test(arguments: TestEngine.all)
    func `a merge is undone from her page, the history names the other, and the two do not come back as duplicates`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let (one, other) = try await twice(test, hilde)
        let pair = "/oppfolging/dubletter/\(one)/\(other)"
        let merged = try await hilde.post(pair, [("behold", one), ("grunnlag", "0"), ("_once", "m"), test.based()])
        #expect(merged.status == 303)
        let page = try await hilde.get("/alis/\(one)").text
        #expect(page.contains("href=\"\(pair)/skill\"") && page.contains("Slått sammen med en annen registrering"))
        #expect(try await hilde.get("/alis/\(one)/historikk").text.contains("Slått sammen med Tvi Ling"))
        #expect(try await hilde.post("\(pair)/skill", [("grunnlag", "0")]).status == 303)
        #expect(try await hilde.get("/oppfolging/dubletter").text.contains("Ingen mulige dubletter"))
    }

    @Test(arguments: TestEngine.all)
    func `what the other record says of her is seen, found by and taken over, and a split restores it`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        var ids: [String] = []
        for (family, email, phone) in [("Tuuri", "", "000 11 111"), ("Turi", "hanne.turi@alis.example", "00011111")] {
            let fields = [
                ("fornavn", "Hanne"), ("etternavn", family), ("fodt", "1990"), ("epost", email), ("telefon", phone),
                ("hpr", email.isEmpty ? "" : "990000777"), ("startet", "1.9.2026"), ("ordning", "ny"), ("kommune", "Fauske"),
                ("form", "fastlonn"), ("prosent", "50"), ("fra", "1.9.2026"),
            ]
            let location = try #require(try await hilde.post("/alis/ny", fields).location)
            ids.append(String(location.dropFirst("/alis/".count).prefix { $0 != "?" }))
        }
        let (kept, other) = (ids[0], ids[1])
        let pair = "/oppfolging/dubletter/\(kept)/\(other)"
        let words = try await test.database.read { try $0.count("SELECT COUNT(*) FROM traineeWord") }
        for choice in ["zzz", ""] {
            let refused = try await hilde.post(pair, [("behold", choice), ("grunnlag", "0"), ("_once", "u\(choice)")])
            #expect(refused.status == 422 && refused.text.contains("Velg: Hvilken skal vises?"))
        }
        #expect(try await hilde.get("/alis/\(other)").status == 200)
        #expect(try await hilde.post(pair, [("behold", kept), ("grunnlag", "0"), ("_once", "m"), test.based()]).status == 303)

        let page = try await hilde.get("/alis/\(kept)").text
        let told = try #require(
            page.components(separatedBy: "Fra den andre registreringen</h3>").last?.components(separatedBy: "</dl>").first)
        #expect(told.contains("Hanne Turi") && told.contains("hanne.turi@alis.example") && told.contains("990000777"))
        // The same telephone and birth year are not said twice.
        #expect(!told.contains("00011111") && !told.contains("1990"))
        for text in ["Turi", "990000777", "hanne.turi@alis.example", "Tuuri"] {
            let found = try await hilde.follow(hilde.get("/sok?q=\(text)")).text
            #expect(found.contains("Hanne Tuuri") && found.contains("/alis/\(kept)") && !found.contains("/alis/\(other)\""), "\(text)")
        }
        #expect(try await test.client(as: "jon").get("/sok?q=hanne").text.contains("<h2>1 lege</h2>"))

        let form = try await hilde.get("/alis/\(kept)/person?fra=\(other)&felt=epost").text
        #expect(form.contains("value=\"hanne.turi@alis.example\"") && form.contains("value=\"Tuuri\""))
        let fields = [
            ("fornavn", "Hanne"), ("etternavn", "Tuuri"), ("hpr", ""), ("fodt", "1990"), ("epost", "hanne.turi@alis.example"),
            ("telefon", "000 11 111"),
        ]
        #expect(try await hilde.post("/alis/\(kept)/person", fields + marks(form)).status == 303)
        let after = try await hilde.get("/alis/\(kept)").text
        #expect(!after.contains("felt=epost") && after.contains("felt=navn"))

        #expect(try await hilde.post("\(pair)/skill", [("grunnlag", "0")]).status == 303)
        #expect(try await hilde.get("/alis/\(other)").text.contains("<h1>Hanne Turi</h1>"))
        #expect(try await !hilde.get("/alis/\(kept)").text.contains("Fra den andre registreringen"))
        #expect(try await hilde.get("/sok?q=Turi").text.contains("/alis/\(other)"))
        #expect(try await test.database.read { try $0.count("SELECT COUNT(*) FROM traineeWord") } == words + 1)
    }

    @Test(arguments: TestEngine.all)
    func `a training that is there twice is removed, and what was told of it follows to the other`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let (one, other) = try await twice(test, hilde)
        let alone = try await hilde.get("/alis/\(one)").text
        let course = try #require(alone.firstMatch(of: #/"(\/alis\/[a-z0-9]+\/utdanning\/[a-z0-9]+)"/#)).1
        #expect(try await !hilde.get(String(course)).text.contains("value=\"slett\""))
        #expect(
            try await hilde.post(
                "/oppfolging/dubletter/\(one)/\(other)", [("behold", one), ("grunnlag", "0"), ("_once", "m"), test.based()]
            ).status
                == 303)
        let form = try await hilde.get(String(course)).text
        #expect(form.contains("value=\"slett\""))
        #expect(try await hilde.post(String(course), [("hva", "slett")] + marks(form)).status == 422)
        let removed = try await hilde.post(String(course), [("hva", "slett"), ("grunnlag", "3")] + marks(form))
        #expect(removed.status == 303)
        // Another who had the removed one open is told, and her form is about the one that is left.
        let late = try await hilde.post(String(course), [("hva", "slutt"), ("dag", "1.10.2026"), ("grunn", "withdrew"), ("_once", "late")])
        #expect(late.status == 409 && late.text.contains("slettet dette utdanningsløpet") && late.text.contains("value=\"1.10.2026\""))
        #expect(!late.text.contains("action=\"\(course)\"") && late.text.contains("/utdanning/"))
        let id = try #require(RecordID(one))
        let record = try #require(try await test.database.read { try TraineeStore.find(id, on: $0) })
        #expect(record.trainings.count == 1 && record.engagements.count == 2)
        #expect(record.engagements.allSatisfy { $0.last?.value.training == record.trainings[0].id })
        #expect(try await hilde.get("/kommuner/1841-fauske").text.contains("Ling"))
    }

    @Test(arguments: TestEngine.all)
    func `a training with a plan on it is not removed from under it`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let ida = try #require(TestRegister.person("ida"))
        let fields = [
            ("fornavn", ida.trainee.givenName), ("etternavn", ida.trainee.familyName),
            ("fodt", try #require(ida.trainee.birthYear.map(String.init))),
            ("startet", "1.9.2026"), ("ordning", "ny"), ("kommune", "Fauske"), ("form", "fastlonn"), ("prosent", "50"), ("fra", "1.9.2026"),
            ("annen", ida.id.text),
        ]
        let location = try #require(try await hilde.post("/alis/ny", fields).location)
        let other = String(location.dropFirst("/alis/".count).prefix { $0 != "?" })
        let pair = "/oppfolging/dubletter/\(ida.id)/\(other)"
        #expect(try await hilde.post(pair, [("behold", ida.id.text), ("grunnlag", "0"), ("_once", "m"), test.based()]).status == 303)
        try await test.database.write { connection in
            let change = try ChangeLog.record(.planned, by: TestRegister.recorder, at: TestApplication.now, on: connection)
            try FactWriter(connection: connection, change: change).add(
                id: "planned", Authorisation(trainee: ida.id), in: .always)
            try FactWriter(connection: connection, change: change).add(
                id: "reviewed",
                PlanReview(training: ida.trainingID, kind: .revised, personName: "Knut", account: "demo.knut", note: ""), in: .always)
        }
        let path = "/alis/\(ida.id)/utdanning/\(ida.trainingID)"
        let form = try await hilde.get(path).text
        let refused = try await hilde.post(path, [("hva", "slett"), ("grunnlag", "3")] + marks(form))
        #expect(
            refused.status == 422 && refused.text.contains("kan ikke slettes") && refused.text.contains("Slett heller det andre løpet."))
    }
}
