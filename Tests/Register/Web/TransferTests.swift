import AlisCast
import AlisDomain
import Foundation
import Testing

@testable import Alis

/// A doctor who is registered elsewhere: nothing is told of her until those who answer for her have let it.
@Suite struct TransferTests {
    private let peder = TestRegister.person("peder")

    private func fields(_ person: TestRegister.Person, given: String? = nil, hpr: String? = nil) -> [(String, String)] {
        [
            ("fornavn", given ?? person.trainee.givenName), ("etternavn", person.trainee.familyName),
            ("hpr", hpr ?? person.trainee.hpr?.digits ?? ""), ("fodt", person.trainee.birthYear.map(String.init) ?? ""),
            ("startet", "1.9.2024"), ("ordning", "ny"), ("kommune", "Fauske"), ("arbeidssted", "Legesenteret"), ("form", "fastlonn"),
            ("prosent", "80"), ("fra", "1.9.2024"),
        ]
    }

    private func asks(_ person: TestRegister.Person) -> [(String, String)] {
        fields(person).filter { ["fornavn", "etternavn", "hpr", "fodt", "kommune"].contains($0.0) }
    }

    /// Another with Peder's name and no number, in another municipality, but for what is said.
    private func namesake(_ place: String, _ change: (inout Trainee) -> Void) throws -> TestRegister.Person {
        func id(_ kind: UInt64) -> RecordID { RecordID(high: 0x7E57_9000 + kind, low: 1) }
        let peder = try #require(peder)
        var trainee = peder.trainee
        trainee.hpr = nil
        change(&trainee)
        return TestRegister.Person(
            key: "namesake", id: id(0), trainingID: id(1), engagementID: id(2), wishID: id(3), trainee: trainee, scheme: .new,
            start: peder.start, municipality: try #require(MunicipalityID(place)))
    }

    /// The only request there is.
    private func request(_ test: TestApplication) async throws -> String {
        try await test.application.register.current().index.transfers.last { $0.supersededIn == nil }?.id ?? ""
    }

    @Test(arguments: TestEngine.all)
    func `a municipality asks for a doctor of another, who answers, and then sees her`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let peder = try #require(peder)
        let (hilde, oddvar, ravna) = (
            try await test.client(as: "hilde"), try await test.client(as: "oddvar"), try await test.client(as: "ravna")
        )
        let refused = try await hilde.post("/alis/ny", fields(peder))
        #expect(refused.status == 409 && refused.text.contains("Må avklares før det kan lagres"))
        #expect(!refused.text.contains(peder.id.text) && !refused.text.contains("Utsira"))
        // By the number alone, whatever the name.
        #expect(try await hilde.post("/alis/ny", fields(peder, given: "Kari")).status == 409)

        let work = try #require(refused.text.firstMatch(of: /name="arbeid" value="([^"]+)"/)).1
        let asked = asks(peder) + [("melding", "Begynner 1.1."), ("arbeid", String(work).replacing("&amp;", with: "&")), ("_once", "spor")]
        #expect(try await hilde.post("/overforinger", asked).status == 303)
        #expect(try await hilde.post("/overforinger", asked).status == 303)
        let id = try await request(test)
        #expect(try await test.application.register.current().index.transfers.count == 1)
        let waits = try await hilde.get("/overforinger/\(id)")
        #expect(waits.text.contains("Venter på svar") && !waits.text.contains(peder.id.text) && !waits.text.contains("Utsira"))
        #expect(try await hilde.get("/alis/\(peder.id)").status == 404)
        #expect(try await hilde.post("/overforinger/\(id)/svar", [("svar", "ja"), ("_once", "selv")]).status == 404)
        // Her own office sees that it waits, and may not answer for a doctor of another.
        #expect(try await ravna.get("/overforinger/\(id)").status == 200)
        #expect(try await ravna.post("/overforinger/\(id)/svar", [("svar", "ja"), ("_once", "ravna")]).status == 404)
        let again = try await hilde.post("/alis/ny", fields(peder))
        #expect(again.status == 409 && again.text.contains("Venter på svar") && !again.text.contains("action=\"/overforinger\""))

        #expect(try await oddvar.get("/").text.contains("overføring av en lege venter på svar fra deg"))
        let page = try await oddvar.get("/overforinger/\(id)")
        #expect(page.text.contains("Skal Fauske få tilgang til Peder Sandvik?") && page.text.contains("Begynner 1.1."))
        #expect(!page.text.contains("value=\"annen\""))
        #expect(try await oddvar.post("/overforinger/\(id)/svar", [("svar", "nei"), ("_once", "uten")]).status == 422)
        #expect(try await oddvar.post("/overforinger/\(id)/svar", [("svar", "ja"), ("_once", "ja")]).status == 303)
        let late = try await oddvar.post("/overforinger/\(id)/svar", [("svar", "nei"), ("hvorfor", "Feil"), ("_once", "sent")])
        #expect(late.status == 409 && late.text.contains("ikke lagret"))

        #expect(try await hilde.get("/").text.contains("ja til overføring: registrer arbeidet hos dere"))
        #expect(try await hilde.get("/alis/\(peder.id)").text.contains("Peder Sandvik"))
        #expect(try await hilde.get("/alis/\(peder.id)/historikk").text.contains("Overføring til Fauske: ja"))
        // The work that was filled in before she was let over is brought along.
        let granted = try await hilde.get("/overforinger/\(id)").text
        let link = try #require(granted.firstMatch(of: /href="(\/alis\/[0-9a-z]{26}\/arbeid\/ny\?[^"]+)"/))
        let brought = try await hilde.get(String(link.1).replacing("&amp;", with: "&")).text
        #expect(brought.contains("value=\"Legesenteret\"") && brought.contains("value=\"80\""))
        let again20 = [("kommune", "Fauske"), ("form", "fastlonn"), ("prosent", "20"), ("fra", "1.1.2027"), ("_once", "arbeid")]
        let engaged = try await hilde.post("/alis/\(peder.id)/arbeid/ny", again20 + [test.based()])
        #expect(engaged.status == 422 || engaged.status == 303, "\(engaged.status)")
        #expect(try await oddvar.get("/alis/\(peder.id)").status == 200)
    }

    @Test(arguments: TestEngine.all)
    func `a yes can be taken back, and a question withdrawn`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let peder = try #require(peder)
        let (hilde, oddvar) = (try await test.client(as: "hilde"), try await test.client(as: "oddvar"))
        _ = try await hilde.post("/overforinger", asks(peder) + [("_once", "a")])
        let first = try await request(test)
        #expect(try await hilde.post("/overforinger/\(first)/trekk", [("_once", "b")]).status == 303)
        #expect(try await oddvar.post("/overforinger/\(first)/svar", [("svar", "ja"), ("_once", "c")]).status == 409)
        #expect(try await hilde.get("/alis/\(peder.id)").status == 404)
        _ = try await hilde.post("/overforinger", asks(peder) + [("_once", "d")])
        let second = try await request(test)
        #expect(try await oddvar.post("/overforinger/\(second)/svar", [("svar", "ja"), ("_once", "e")]).status == 303)
        #expect(try await hilde.get("/alis/\(peder.id)").status == 200)
        #expect(try await hilde.post("/overforinger/\(second)/tilbake", [("_once", "f")]).status == 404)
        #expect(try await oddvar.post("/overforinger/\(second)/tilbake", [("_once", "g")]).status == 303)
        #expect(try await hilde.get("/alis/\(peder.id)").status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `a yes can end the work of a doctor who moves, on a day that can be`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let peder = try #require(peder)
        let (hilde, oddvar) = (try await test.client(as: "hilde"), try await test.client(as: "oddvar"))
        _ = try await hilde.post("/overforinger", asks(peder) + [("_once", "a")])
        let id = try await request(test)
        #expect(try await oddvar.get("/overforinger/\(id)").text.contains("Siste arbeidsdag i Utsira"))
        let wrong = try await oddvar.post("/overforinger/\(id)/svar", [("svar", "ja"), ("siste", "1.1.2020"), ("_once", "b")])
        #expect(wrong.status == 422 && wrong.text.contains("value=\"1.1.2020\"") && wrong.text.contains("ikke er før det"))
        #expect(try await hilde.get("/alis/\(peder.id)").status == 404)
        #expect(try await oddvar.post("/overforinger/\(id)/svar", [("svar", "ja"), ("siste", "31.12.2026"), ("_once", "b")]).status == 303)
        let page = try await hilde.get("/alis/\(peder.id)")
        #expect(page.status == 200 && page.said.contains("31.12.2026"))
        #expect(try await hilde.get("/overforinger").said.contains("Svaret er ja: registrer arbeidet"))
        #expect(
            try await oddvar.get("/overforinger/\(id)?lagret=1&siste=2026-12-31").said.contains("Siste arbeidsdag hos dere er 31.12.2026."))
        let record = try await test.database.read { try TraineeStore.find(peder.id, on: $0) }
        #expect(record?.engagements.compactMap(\.last?.period.lastDay).map(\.iso) == ["2026-12-31"])
        #expect(try await oddvar.get("/alis/\(peder.id)").status == 200)
    }

    @Test(arguments: TestEngine.all)
    func `who is said to be another doctor is registered as new, and only as she was described`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let peder = try #require(peder)
        let (hilde, oddvar) = (try await test.client(as: "hilde"), try await test.client(as: "oddvar"))
        let namesake = fields(peder, hpr: "").filter { !$0.1.isEmpty }
        #expect(try await hilde.post("/alis/ny", namesake).status == 409)
        let asked = try await hilde.post("/overforinger", asks(peder).filter { $0.0 != "hpr" } + [("_once", "a")])
        #expect(asked.status == 303, "\(asked.said.suffix(900))")
        let id = try await request(test)
        #expect(try await oddvar.post("/overforinger/\(id)/svar", [("svar", "annen"), ("_once", "b")]).status == 303)
        #expect(try await hilde.post("/alis/ny", fields(peder)).status == 409)
        let saved = try await hilde.post("/alis/ny", namesake + [("_once", "ny")])
        #expect(saved.status == 303 && saved.location?.contains(peder.id.text) == false)
        #expect(try await hilde.get("/alis/\(peder.id)").status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `asking about somebody the register does not know looks the same, and the office answers`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let peder = try #require(peder)
        let (hilde, ravna) = (try await test.client(as: "hilde"), try await test.client(as: "ravna"))
        let known = try await hilde.post("/overforinger", asks(peder) + [("_once", "a")])
        let unknown = try await hilde.post(
            "/overforinger", [("fornavn", "Ukjent"), ("etternavn", "Person"), ("hpr", "123456780"), ("kommune", "Fauske"), ("_once", "b")])
        #expect(known.status == unknown.status && known.location == unknown.location)
        let id = try await request(test)
        #expect(try await hilde.get("/overforinger/\(id)").text.contains("Venter på svar"))
        #expect(try await hilde.post("/overforinger/\(id)/svar", [("svar", "annen"), ("_once", "c")]).status == 404)
        #expect(try await ravna.get("/overforinger/\(id)").text.contains("kjenner ingen lege som ligner"))
        #expect(try await ravna.post("/overforinger/\(id)/svar", [("svar", "ja"), ("_once", "d")]).status == 422)
        #expect(try await ravna.post("/overforinger/\(id)/svar", [("svar", "annen"), ("_once", "e")]).status == 303)
    }

    @Test(arguments: TestEngine.all)
    func `nobody has more waiting than a list that is read in needs`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        for number in 0..<TransferRequest.mostWaiting {
            let who = [("fornavn", "Prøve"), ("etternavn", "Person"), ("hpr", "\(123_456_700 + number)"), ("_once", "n\(number)")]
            #expect(try await hilde.post("/overforinger", who).status == 303)
        }
        let last = try await hilde.post(
            "/overforinger", [("fornavn", "Prøve"), ("etternavn", "Person"), ("hpr", "123456799"), ("_once", "siste")])
        #expect(last.status == 422 && last.text.contains("vente med flere") && last.text.contains("123456799"))
        #expect(try await test.application.register.current().index.transfers.count == TransferRequest.mostWaiting)
        // Nor does withdrawing make room for another, until it is long ago.
        let first = try #require(try await test.application.register.current().index.transfers.first?.id)
        #expect(try await hilde.post("/overforinger/\(first)/trekk", [("_once", "trekk")]).status == 303)
        let more = [("fornavn", "Prøve"), ("etternavn", "Person"), ("hpr", "123456798")]
        #expect(try await hilde.post("/overforinger", more + [("_once", "enda")]).status == 422)
        test.clock.advance(seconds: Int64(TransferRequest.daysWithdrawn + 1) * 86_400)
        #expect(try await test.client(as: "hilde").post("/overforinger", more + [("_once", "senere")]).status == 303)
    }

    // MARK: The three ways that are shut

    @Test(arguments: TestEngine.all)
    func `a list that is read in takes nobody of another municipality`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let peder = try #require(peder)
        let (hilde, oddvar) = (try await test.client(as: "hilde"), try await test.client(as: "oddvar"))
        let hpr = try #require(peder.trainee.hpr?.digits)
        let list = "Navn;HPR;Kommune;Ordning;Oppstart;Tilknytning;Stilling\nSandvik, Peder;\(hpr);Fauske;gammel;01.09.2017;vikar;20 %\n"
        let file = TestClient.File(field: "fil", name: "liste.csv", type: "text/csv", bytes: Array(list.utf8))
        let address = try #require(
            try await hilde.upload("/innlesing", files: [file]).location?.split(separator: "?").first.map(String.init))
        let shown = try await hilde.get(address)
        #expect(
            shown.text.contains("1 rad må avklares") && !shown.text.contains(peder.id.text) && !shown.text.contains("Utsira"))
        let before = try await test.fingerprint()
        // As somebody would who knows how answers are written.
        for answer in ["ja", "ny", "p:\(peder.id.text)", "v:\(hpr)"] {
            _ = try await hilde.post(
                "\(address)/svar", [("q.0.2.-.person", answer), ("q.0.2.hpr.person", answer), ("q.0.2.-.row", answer)])
            _ = try await hilde.post("\(address)/godta", [("sett", "")])
        }
        #expect(try await hilde.get("/alis/\(peder.id)").status == 404)
        #expect(try await test.fingerprint()["engagement"] == before["engagement"])
        #expect(try await hilde.post("\(address)/spor", [("_once", "s")]).status == 303)
        let id = try await request(test)
        #expect(try await hilde.get(address).text.contains("det er bedt om overføring"))
        #expect(try await oddvar.post("/overforinger/\(id)/svar", [("svar", "ja"), ("_once", "t")]).status == 303)
        // Now she is seen, and the row asks what it asks of anybody's.
        let open = try await hilde.get(address)
        #expect(!open.text.contains("må avklares") && !open.text.contains("bedt om overføring"))
        #expect(try await hilde.get("/alis/\(peder.id)").status == 200)
    }

    @Test(arguments: TestEngine.all)
    func `a namesake made or renamed by one side opens nothing of the other`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (peder, solveig) = (try #require(peder), try #require(TestRegister.person("solveig")))
        let (hilde, oddvar, jon) = (
            try await test.client(as: "hilde"), try await test.client(as: "oddvar"), try await test.client(as: "jon")
        )
        let renamed = [
            ("fornavn", "Peder"), ("etternavn", "Sandvik"), ("hpr", solveig.trainee.hpr?.digits ?? ""),
            ("fodt", peder.trainee.birthYear.map(String.init) ?? ""),
            ("epost", ""), ("telefon", ""), ("grunnlag", "0"), ("_once", "navn"),
        ]
        let form = try await hilde.get("/alis/\(solveig.id)/person").text
        let based = form.components(separatedBy: "name=\"_based\" value=\"").last?.prefix { $0 != "\"" }
        #expect(
            try await hilde.post("/alis/\(solveig.id)/person", renamed + [("_based", String(based ?? ""))]).status == 303)
        let list = try await hilde.get("/oppfolging/dubletter")
        #expect(list.text.contains("Kan være registrert et annet sted") && !list.text.contains(peder.id.text))
        for pair in ["\(solveig.id)/\(peder.id)", "\(peder.id)/\(solveig.id)"] {
            let path = "/oppfolging/dubletter/\(pair)"
            #expect(try await hilde.get(path).status == 404)
            #expect(try await hilde.post(path, [("behold", solveig.id.text), ("grunnlag", "0"), ("_once", "slå")]).status == 404)
            #expect(try await hilde.post(path + "/ulike").status == 404)
            #expect(try await hilde.post(path + "/ulike/angre").status == 404)
            #expect(try await hilde.get(path + "/skill").status == 404)
            #expect(try await oddvar.get(path).status == 404)
            #expect(try await jon.get(path).status == 200)
        }
        // With a number of her own she is listed all the same, and asked about all the same.
        // She asks; the other side answers; then the two may be compared.
        #expect(try await hilde.post("/overforinger", [("lege", solveig.id.text), ("_once", "spor")]).status == 303)
        #expect(try await hilde.get("/oppfolging/dubletter").text.contains("Venter på svar"))
        let id = try await request(test)
        #expect(try await oddvar.post("/overforinger/\(id)/svar", [("svar", "ja"), ("_once", "ja")]).status == 303)
        #expect(try await hilde.get("/oppfolging/dubletter/\(solveig.id)/\(peder.id)").status == 200)
        #expect(try await oddvar.get("/oppfolging/dubletter/\(solveig.id)/\(peder.id)").status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `an HPR number that is tried in a correction tells nothing of whose it is`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (peder, solveig) = (try #require(peder), try #require(TestRegister.person("solveig")))
        let hilde = try await test.client(as: "hilde")
        let number = try #require(peder.trainee.hpr?.digits)
        let tried = try await [
            ("fornavn", "Solveig"), ("etternavn", "Breivik"), ("hpr", number), ("fodt", "1986"), ("grunnlag", "0"), test.based(),
        ]
        let refused = try await hilde.post("/alis/\(solveig.id)/person", tried)
        #expect(refused.status == 422 && refused.text.contains("må avklares før det kan lagres"))
        #expect(!refused.text.contains("alt registrert") && !refused.text.contains("Sandvik") && !refused.text.contains(peder.id.text))
        #expect(refused.text.contains("/overforinger/ny?"))
        // A form that a colleague has gone past tells of the colleague first, whatever the number is.
        for hpr in [number, "990009999"] {
            let stale = try await hilde.post(
                "/alis/\(solveig.id)/person", tried.filter { !["hpr", "_based"].contains($0.0) } + [("hpr", hpr), ("_based", "0")])
            #expect(stale.status == 409 && !stale.text.contains("må avklares før det kan lagres"), "\(hpr)")
        }
    }

    @Test(arguments: TestEngine.all)
    func `a name like another of one's own is asked about before a stranger is`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let peder = try #require(peder)
        let own = try namesake("fauske") {
            $0.givenName = "Prøve"
            $0.birthYear = 1990
        }
        try await test.database.write { try TestRegister.add(own, on: $0) }
        let hilde = try await test.client(as: "hilde")
        let number = try #require(peder.trainee.hpr?.digits)
        for hpr in [number, "990009999"] {
            let reply = try await hilde.post("/alis/ny", fields(own, hpr: hpr))
            #expect(reply.status == 409 && !reply.text.contains("Må avklares"), "\(hpr)")
        }
    }

    @Test(arguments: TestEngine.all)
    func `a question that met several is one to whoever asked, and is withdrawn as one`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let peder = try #require(peder)
        let another = try namesake("oslo") { _ in }
        try await test.database.write { try TestRegister.add(another, on: $0) }
        let hilde = try await test.client(as: "hilde")
        #expect(try await hilde.post("/overforinger", asks(peder).filter { $0.0 != "hpr" } + [("_once", "a")]).status == 303)
        let waiting = try await test.application.register.current().index.transfers.filter {
            $0.supersededIn == nil && $0.value.state == .asked
        }
        #expect(waiting.count == 2)
        let view = try await test.application.register.current()
        #expect(TransferDesk.asked(view, Viewer(account: "demo.hilde", name: "Hilde", grants: [])) == 1)
        let first = try #require(waiting.first?.id)
        _ = try await hilde.post("/overforinger/\(first)/trekk", [("_once", "b")])
        let left = try await test.application.register.current().index.transfers.filter {
            $0.supersededIn == nil && $0.value.state == .asked
        }
        #expect(left.isEmpty)
    }

    @Test(arguments: TestEngine.all)
    func `whoever answers second keeps what she wrote`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let peder = try #require(peder)
        let (hilde, oddvar) = (try await test.client(as: "hilde"), try await test.client(as: "oddvar"))
        _ = try await hilde.post("/overforinger", asks(peder) + [("_once", "a")])
        let first = try await request(test)
        #expect(try await oddvar.post("/overforinger/\(first)/svar", [("svar", "ja"), ("_once", "c")]).status == 303)
        let second = try await oddvar.post(
            "/overforinger/\(first)/svar", [("svar", "nei"), ("hvorfor", "Hun slutter først i mai"), ("_once", "d")])
        #expect(second.status == 409 && second.text.contains("Du skrev: «Hun slutter først i mai»"))
    }
}
