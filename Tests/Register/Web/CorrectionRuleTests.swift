import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Corrections of who somebody is: one HPR number for each doctor, reasons, and what is no longer confirmed.
@Suite struct CorrectionRuleTests {
    private func send(_ client: TestClient, _ path: String, _ fields: [(String, String)]) async throws -> TestClient.Reply {
        let page = try await client.get(path).text
        let marks = ["_once", "_based"].compactMap { name -> (String, String)? in
            guard let range = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
            return (name, String(page[range.upperBound...].prefix { $0 != "\"" }))
        }
        return try await client.post(path, fields + marks)
    }

    private func person(_ trainee: Trainee, hpr: String? = nil, name: String? = nil, phone: String? = nil) -> [(String, String)] {
        [
            ("fornavn", name ?? trainee.givenName), ("etternavn", trainee.familyName), ("hpr", hpr ?? trainee.hpr?.digits ?? ""),
            ("fodt", trainee.birthYear.map(String.init) ?? ""), ("epost", trainee.email?.text ?? ""),
            ("telefon", phone ?? trainee.phone ?? ""),
        ]
    }

    @Test(arguments: TestEngine.all)
    func `another doctor's HPR number is refused in a correction, and who has it is told only to those who see her`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, jon) = (try await test.client(as: "hilde"), try await test.client(as: "jon"))
        let (ida, solveig) = (try #require(TestRegister.person("ida")), try #require(TestRegister.person("solveig")))
        let number = try #require(ida.trainee.hpr?.digits)
        let path = "/alis/\(solveig.id)/person"
        let refused = try await send(hilde, path, person(solveig.trainee, hpr: number) + [("grunnlag", "0")])
        #expect(
            refused.status == 422 && refused.text.contains("alt registrert på Ida Nilsen") && refused.text.contains("value=\"\(number)\""))
        #expect(refused.text.contains("href=\"/oppfolging/dubletter/\(solveig.id)/\(ida.id)\""))
        #expect(try await hilde.get("/oppfolging/dubletter/\(solveig.id)/\(ida.id)").status == 200)
        // Of one she may not see, no more than that.
        let peder = try #require(TestRegister.person("peder"))
        let own = person(peder.trainee, hpr: "998877665") + [("grunnlag", "0")]
        #expect(try await send(jon, "/alis/\(peder.id)/person", own).status == 303)
        let elsewhere = try await send(hilde, path, person(solveig.trainee, hpr: "998877665") + [("grunnlag", "0")])
        #expect(
            elsewhere.status == 422 && elsewhere.text.contains("må avklares før det kan lagres") && !elsewhere.text.contains("Sandvik"))
        // Her own number, and her duplicate's, are hers.
        #expect(try await send(hilde, path, person(solveig.trainee, hpr: "998877664") + [("grunnlag", "0")]).status == 303)
    }

    @Test func `contact details that stand there are corrected with a reason; what was empty is filled in without`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let solveig = try #require(TestRegister.person("solveig"))
        let path = "/alis/\(solveig.id)/person"
        let history = "/alis/\(solveig.id)/historikk"
        #expect(solveig.trainee.phone == nil)
        #expect(try await send(hilde, path, person(solveig.trainee, phone: "900 00 001")).status == 303)
        let told = try await hilde.get(history).text
        #expect(told.contains("Ny opplysning") && !told.contains("Grunn ikke oppgitt"))
        let other = person(solveig.trainee, phone: "900 00 002")
        #expect(try await send(hilde, path, other).status == 422)
        #expect(try await send(hilde, path, other + [("grunnlag", "0")]).status == 303)
        #expect(try await hilde.get(history).text.contains("«Skrivefeil»"))
    }

    @Test(arguments: TestEngine.all)
    func `another name or number after a confirmation is not confirmed, a telephone number is no such thing`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let solveig = try #require(TestRegister.person("solveig"))
        let (path, page, place) = ("/alis/\(solveig.id)/person", "/alis/\(solveig.id)", "/kommuner/1841-fauske")
        #expect(try await hilde.post(place + "/bekreftelse", [("_once", "a")]).status == 303)
        test.clock.advance(seconds: 86_400)
        try await hilde.signIn("demo.hilde")
        #expect(try await send(hilde, path, person(solveig.trainee, phone: "900 00 001")).status == 303)
        #expect(try await hilde.get(page).text.contains("Bekreftet 18.11.2026"))
        let named = person(solveig.trainee, name: "Sol Veig", phone: "900 00 001") + [("grunnlag", "0")]
        #expect(try await send(hilde, path, named).status == 303)
        #expect(try await hilde.get(page).text.contains("Ikke bekreftet siden endret 19.11.2026"))
        #expect(try await hilde.get(place).text.contains("1 ALIS registrert eller endret etter det"))
        // She may confirm what has changed on the day she has confirmed already.
        #expect(try await hilde.post(place + "/bekreftelse", [("_once", "b")]).status == 303)
        #expect(try await !hilde.get(place).text.contains("etter det"))
        let renamed = person(solveig.trainee, name: "Sol", phone: "900 00 001") + [("grunnlag", "0")]
        #expect(try await send(hilde, path, renamed).status == 303)
        #expect(try await hilde.get(place).text.contains("1 ALIS registrert eller endret etter det"))
        #expect(try await hilde.post(place + "/bekreftelse", [("_once", "c")]).status == 303)
        #expect(try await hilde.get(page).text.contains("Bekreftet 19.11.2026"))
        #expect(try await hilde.post(place + "/bekreftelse", [("_once", "d")]).status == 303)
        #expect(try await test.database.read { try $0.count("SELECT COUNT(*) FROM confirmation WHERE municipality = 'fauske'") } == 3)
        #expect(try await send(hilde, path, named).status == 303)
        // Put right again, it is what was confirmed.
        let back = renamed
        #expect(try await send(hilde, path, back).status == 303)
        #expect(try await hilde.get(page).text.contains("Bekreftet 19.11.2026"))
    }

    @Test(arguments: TestEngine.all)
    func `whose training has ended since the confirmation is not confirmed, and the municipality is told that she has left`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let solveig = try #require(TestRegister.person("solveig"))
        let (page, place) = ("/alis/\(solveig.id)", "/kommuner/1841-fauske")
        #expect(try await hilde.post(place + "/bekreftelse", [("_once", "a")]).status == 303)
        test.clock.advance(seconds: 86_400)
        try await hilde.signIn("demo.hilde")
        let ended = [("hva", "slutt"), ("dag", "1.11.2026"), ("grunn", "withdrew"), ("ventet", "")]
        #expect(try await send(hilde, "\(page)/utdanning/\(solveig.trainingID)", ended).status == 303)
        let hers = try await hilde.get(page).text
        #expect(hers.contains("Ikke bekreftet siden endret 19.11.2026") && !hers.contains("Bekreftet 18.11.2026"))
        let list = try await hilde.get(place).text
        #expect(list.contains("1 avsluttet eller flyttet etter det: <a href=\"\(page)\">Solveig Breivik</a>"))
        #expect(try await hilde.get("/").text.contains("1 registrert eller endret etter det"))
        test.clock.advance(seconds: 86_400)
        try await hilde.signIn("demo.hilde")
        #expect(try await hilde.post(place + "/bekreftelse", [("_once", "b")]).status == 303)
        #expect(try await !hilde.get(place).text.contains("avsluttet eller flyttet"))
    }

    @Test(arguments: TestEngine.all)
    func `a row on the municipality's page is corrected in all its parts, and she stays on the page`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let ida = try #require(TestRegister.person("ida"))
        let row = "/kommuner/1841-fauske?rett=\(ida.id)"
        let page = try await hilde.get(row).text
        #expect(page.contains("\(row)&amp;del=person#rett") && page.contains("\(row)&amp;del=utdanning#rett"))
        let named = try await hilde.get(row + "&del=person").text
        #expect(named.contains("action=\"/alis/\(ida.id)/person\"") && named.contains("name=\"_kommune\" value=\"1841-fauske\""))
        let course = try await hilde.get(row + "&del=utdanning").text
        #expect(course.contains("action=\"/alis/\(ida.id)/utdanning/\(ida.trainingID)\""))
        let based = try #require(named.firstMatch(of: #/name="_based" value="([0-9]+)"/#)).1
        let fields = person(ida.trainee, name: "Idun") + [("grunnlag", "0"), ("_kommune", "1841-fauske"), ("_based", String(based))]
        #expect(try await hilde.post("/alis/\(ida.id)/person", fields).location == "/kommuner/1841-fauske?lagret=1")
    }
}
