import AlisCast
import AlisDomain
import Testing

@testable import Alis

@Suite struct SignInTests {
    @Test func `who has not chosen a form of Norwegian reads her municipality's, and a choice goes before it`() async throws {
        let test = try await TestApplication.make()
        let gunnhild = try await test.client(as: "gunnhild")
        #expect(try await gunnhild.get("/alis").text.contains("<html lang=\"nn\">"))
        #expect(try await test.client(as: "hilde").get("/alis").text.contains("<html lang=\"nb\">"))
        await gunnhild.chooseLanguage(.bokmal)
        #expect(try await gunnhild.get("/alis").text.contains("<html lang=\"nb\">"))
    }

    @Test(arguments: TestEngine.all)
    func `each of the cast signs in and sees her name`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        for member in Cast.members {
            let client = try await test.client(as: member.key)
            let reply = try await client.get("/logg-inn")
            #expect(reply.status == 200)
            #expect(reply.text.contains("<b>\(member.name)</b>"))
        }
    }

    @Test func `an adviser sees the overview, and somebody signed out is asked who she is`() async throws {
        let test = try await TestApplication.make()
        let ravna = try await test.client(as: "ravna")
        let page = try await ravna.get("/oversikt")
        #expect(page.status == 200)
        #expect(page.text.contains("Fauske"))
        let nobody = try await test.client().get("/oversikt?per=2026-01-01")
        #expect(nobody.status == 303)
        #expect(nobody.location == "/logg-inn?videre=%2Foversikt%3Fper%3D2026-01-01")
    }

    @Test(arguments: TestEngine.all)
    func `without the demonstration nobody signs in as a synthetic person`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine, isDemo: false)
        #expect(try await test.client().post("/logg-inn", [("konto", "demo.jon")]).status == 404)
        #expect(try await !test.client().get("/logg-inn").text.contains("Jon Halvorsen"))
    }

    @Test(arguments: TestEngine.all)
    func `signing out ends the session for good`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ravna = try await test.client(as: "ravna")
        let token = await ravna.session
        #expect(token != nil)
        #expect(try await ravna.post("/logg-ut").status == 303)
        let thief = test.client()
        await thief.useSession(token)
        #expect(try await thief.get("/oversikt").status == 303)
    }

    @Test func `a session ends after four hours without a request, and after twelve in any case`() async throws {
        let test = try await TestApplication.make()
        let ravna = try await test.client(as: "ravna")
        for _ in 0..<5 {
            test.clock.advance(seconds: 2 * 3600)
            #expect(try await ravna.get("/oversikt").status == 200)
        }
        test.clock.advance(seconds: 2 * 3600 + 1)
        #expect(try await ravna.get("/oversikt").status == 303)
        let hilde = try await test.client(as: "hilde")
        test.clock.advance(seconds: 4 * 3600 + 1)
        #expect(try await hilde.get("/oversikt").status == 303)
    }

    private func link(_ test: TestApplication, _ account: String) async throws -> String {
        let (now, surroundings) = (test.clock.now, test.surroundings)
        return try await "/logg-inn/lenke/"
            + test.database.write {
                try AccountDesk.makeLink(for: account, by: "demo.jon", days: 7, at: now, surroundings: surroundings, on: $0)
            }
    }

    @Test(arguments: TestEngine.all)
    func `whoever presses twice on a link's page is signed in, and nobody else by it`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let address = try await link(test, "demo.hilde")
        let (client, other) = (test.client(), test.client())
        let page = try #require(try await client.get(address).text.firstMatch(of: /name="_once" value="([^"]+)"/)).1
        let fields = [("_once", String(page))]
        #expect(try await client.post(address, fields).location == "/")
        #expect(try await client.post(address, fields).location == "/")
        #expect(try await client.get("/oversikt").status == 200)
        for guess in [[], [("_once", "")], [("_once", "x")]] as [[(String, String)]] {
            #expect(try await other.post(address, guess).status == 410, "\(guess)")
        }
        #expect(try await other.get(address).status == 410)
        test.clock.advance(seconds: AccountStore.pressedTwiceSeconds)
        #expect(try await other.post(address, fields).status == 410)
    }

    @Test(arguments: TestEngine.all)
    func `links that never were are tried thirty times in ten minutes from one place, not more`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine, isDemo: false)
        let before = try await test.fingerprint()
        for number in 0..<SignInLimit.attempts {
            let client = test.client()
            let reply = number % 2 == 0 ? try await client.get("/logg-inn/lenke/nei") : try await client.post("/logg-inn/lenke/nei")
            #expect(reply.status == 410)
        }
        #expect(try await test.client().get("/logg-inn/lenke/nei").status == 429)
        #expect(try await test.client().post("/logg-inn/lenke/nei").status == 429)
        #expect(try await test.client(from: "198.51.100.7").get("/logg-inn/lenke/nei").status == 410, "another place")
        test.clock.advance(seconds: 601)
        #expect(try await test.client().get("/logg-inn/lenke/nei").status == 410)
        #expect(try await test.fingerprint() == before, "guessing stores nothing")
    }

    @Test(arguments: TestEngine.all, ["/svar/nei", "/laeringsmal/svar/nei"])
    func `links to answer with are tried no more often than links to sign in with`(engine: TestEngine, address: String) async throws {
        let test = try await TestApplication.make(engine: engine)
        let before = try await test.fingerprint()
        for number in 0..<SignInLimit.attempts {
            let reply = number % 2 == 0 ? try await test.client().get(address) : try await test.client().post(address, [("svar", "ja")])
            #expect(reply.status == 404)
        }
        for path in [address, "/logg-inn/lenke/nei"] {
            #expect(try await test.client().get(path).status == 429)
            #expect(try await test.client().post(path).status == 429)
        }
        #expect(try await test.client(from: "198.51.100.7").get(address).status == 404, "another place")
        test.clock.advance(seconds: 601)
        #expect(try await test.client().get(address).status == 404)
        #expect(try await test.fingerprint() == before, "guessing stores nothing")
    }

    @Test(arguments: TestEngine.all)
    func `any number of people sign in behind one address, whatever others guess there`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine, isDemo: false)
        for number in 0..<(SignInLimit.attempts * 2) {
            let link = try await link(test, "demo.hilde")
            let browser = test.client()
            // A link is looked at, used, and used again by mistake.
            #expect(try await browser.get(link).status == 200)
            #expect(try await browser.post(link).status == 303)
            #expect(try await browser.get(link).status == 410)
            #expect(try await browser.get("/alis").status == 200)
            if number < SignInLimit.attempts + 5 { _ = try await test.client().get("/logg-inn/lenke/nei") }
        }
    }

    @Test(arguments: TestEngine.all)
    func `a newer link ends the older one, and both pages say so`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let jon = try await test.client(as: "jon")
        let older = try await link(test, "demo.hilde")
        let made = try await jon.post("/tilgang/demo.hilde/lenke")
        #expect(made.text.contains("Lenker som er laget tidligere og ikke er brukt, virker ikke lenger."))
        let reply = try await test.client().get(older)
        #expect(reply.status == 410 && reply.text.contains("Det er laget en nyere lenke."))
        #expect(try await test.client().post(older).status == 410)
        let newer = try #require(made.text.firstRange(of: #/\/logg-inn\/lenke\/[0-9a-z]+/#).map { String(made.text[$0]) })
        #expect(try await test.client().post(newer).status == 303)
    }

    @Test func `a plus in an address is a plus`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        try await test.database.write { connection in
            try AccountStore.add(
                Account(id: "kari+prove", name: "Kari Prøve", email: nil), at: TestApplication.now, on: connection)
        }
        #expect(try await jon.get("/tilgang/kari+prove").text.contains("Kari Prøve"))
        #expect(try await jon.get("/tilgang/kari%2Bprove").text.contains("Kari Prøve"))
        #expect(try await jon.get("/tilgang/kari%20prove").status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `an address of another place is never gone on to`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        for onward in ["//ond.example", "https://ond.example", "/\\ond.example", "/a\nb", ""] {
            let reply = try await test.client().post("/logg-inn", [("konto", "demo.jon"), ("videre", onward)])
            #expect(reply.location == "/")
        }
    }
}
