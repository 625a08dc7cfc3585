import AlisDomain
import Testing

@testable import Alis

/// A form sent when the session had run out is kept for whoever sent it, in her browser, and for nobody else; an act on access never is.
@Suite struct HeldFormTests {
    private func ida() throws -> TestRegister.Person { try #require(TestRegister.person("ida")) }

    private static let fields = [
        ("fornavn", "Ida"), ("etternavn", "Nilsen-Ny"), ("hpr", "990000101"), ("fodt", ""), ("telefon", ""), ("grunnlag", "0"),
    ]

    /// Hilde's correction of a name, put away.
    private func kept(_ test: TestApplication) async throws -> (hilde: TestClient, place: String) {
        let hilde = try await test.client(as: "hilde")
        let path = "/alis/\(try ida().id)/person"
        let based = try #require(try await hilde.get(path).text.firstMatch(of: #/name="_based" value="([0-9]+)"/#)?.1)
        return (hilde, try await hilde.keptForm(path, Self.fields + [("_once", "én"), ("_based", String(based))]))
    }

    @Test(arguments: TestEngine.all)
    func `what is kept says what it is, whose and from when, and is carried out once`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, place) = try await kept(test)
        let page = try await hilde.get(place)
        #expect(page.status == 200)
        for word in ["Nilsen-Ny", "Endrer det som står i registeret", "Ida Nilsen", "Skrevet av", "Hilde Strand, 18.11.2026 kl. 15"] {
            #expect(page.text.contains(word), "\(word)")
        }
        #expect(page.text.contains("<a href=\"/alis/\(try ida().id)/person\">"))
        #expect(try await hilde.post(place).location == "/alis/\(try ida().id)?lagret=1")
        #expect(try await hilde.get("/alis/\(try ida().id)").text.contains("Nilsen-Ny"))
        #expect(try await hilde.post(place).status == 404)
        #expect(try await test.heldForms() == 0)
    }

    @Test(arguments: TestEngine.all)
    func `another browser of the same person, and another person in the same browser, neither see nor send it`(engine: TestEngine)
        async throws
    {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, place) = try await kept(test)
        let elsewhere = try await test.client(as: "hilde")
        #expect(try await elsewhere.get(place).status == 404)
        #expect(try await elsewhere.post(place).status == 404)
        try await hilde.signIn("demo.jon")
        #expect(try await hilde.get(place).status == 404)
        #expect(try await hilde.post(place).status == 404)
        #expect(try await !hilde.get("/alis/\(try ida().id)").text.contains("Nilsen-Ny"))
        try await hilde.signIn("demo.hilde")
        #expect(try await hilde.get(place).text.contains("Nilsen-Ny"))
    }

    @Test(arguments: TestEngine.all)
    func `nothing of a stranger's form is kept, whatever cookie she sends`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let signedOut = try await test.client(as: "hilde")
        let ended = await signedOut.session
        #expect(try await signedOut.post("/logg-ut").status == 303)
        for token in [nil, String(repeating: "a", count: 52), ended] {
            let stranger = test.client()
            await stranger.useSession(token)
            let reply = try await stranger.post("/alis/\(try ida().id)/person", Self.fields)
            #expect(reply.status == 403 && reply.text.contains("Du er ikke logget inn") && !reply.text.contains("Nilsen-Ny"))
        }
        #expect(try await test.heldForms() == 0)
    }

    @Test(arguments: TestEngine.all)
    func `a session that ran out a week ago is a stranger's`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        test.clock.advance(seconds: SessionStore.rememberedSeconds + 1)
        #expect(try await hilde.post("/alis/\(try ida().id)/person", Self.fields).status == 403)
    }

    @Test(arguments: TestEngine.all)
    func `no act on access is ever kept, nor made by someone else's click`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let addresses = AccessAddresses(slugs: [:], tokens: ["nei"], strangersImport: "nei")
        var acts = 0
        for route in test.routes where route.method == .post {
            let isOnAccess = ["/tilgang", "/logg-inn", "/logg-ut", "/sprak", "/fortsett", "/alis/:id/plan/kalender"].contains {
                route.path.hasPrefix($0)
            }
            if isOnAccess, case .actOnAccess = route.keeping { acts += 1 } else { #expect(!isOnAccess, "\(route.path) may be kept") }
            if isOnAccess, case .asking = route.kept(as: Text("a", nn: "b")).keeping {
                Issue.record("\(route.path) can be made to be kept")
            }
        }
        #expect(acts >= 12)
        let jon = try await test.client(as: "jon")
        let mark = try await jon.mark()
        let before = try await test.fingerprint()
        test.clock.advance(seconds: SessionStore.idleSeconds + 1)
        let form = [("rolle", "administrator"), ("navn", "Ond"), ("epost", "ond@ond.example"), ("_once", "00000000000000000000000001")]
        for route in test.routes where route.method == .post && route.path.hasPrefix("/tilgang") {
            for address in addresses.fill(route) {
                #expect(try await jon.post(address.path, form + [("_mark", mark)]).status == 403, "\(address.path)")
            }
        }
        #expect(try await test.heldForms() == 0)
        #expect(try await test.fingerprint() == before)
    }

    @Test(arguments: TestEngine.all)
    func `a page of an earlier session of hers is asked about, one that she was never shown is not kept`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let (mine, others) = (try await hilde.mark(), try await test.client(as: "ravna").mark())
        try await hilde.signIn("demo.hilde")
        let path = "/alis/\(try ida().id)/person"
        for mark in ["", "galt", others] {
            let reply = try await hilde.post(path, Self.fields + [("_mark", mark)])
            #expect(reply.status == 403 && reply.text.contains("href=\"\(path)\""))
        }
        #expect(try await test.heldForms() == 0)
        let held = try await hilde.post(path, Self.fields + [("_mark", mine)])
        let place = try #require(held.location)
        #expect(place.hasPrefix("/fortsett/"))
        #expect(try await hilde.get(place).text.contains("Nilsen-Ny"))
    }

    @Test(arguments: TestEngine.all)
    func `what is sent on is judged as when it is sent at once, and what is wrong can be mended`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = "/alis/\(try ida().id)/person"
        let wrong = Self.fields.map { $0.0 == "hpr" ? ("hpr", "12") : $0 } + [("_once", "to")]
        let place = try await hilde.keptForm(path, wrong)
        let refused = try await hilde.post(place)
        #expect(refused.status == 422 && refused.text.contains("action=\"\(path)\"") && refused.text.contains("Nilsen-Ny"))
        // The role is gone since: then there is nothing to send it to.
        let later = try await hilde.keptForm(path, Self.fields + [("_once", "tre")])
        try await test.database.write { _ = try $0.execute("UPDATE accountGrant SET role = 'editor' WHERE account = 'demo.hilde'") }
        #expect(try await hilde.post(later).status == 404)
    }

    @Test func `what is kept for one is bounded in number and in size, and the newest stay`() async throws {
        let test = try await TestApplication.make()
        let (surroundings, now) = (test.surroundings, test.clock.now)
        func hold(_ bytes: Int, after seconds: Int) async throws -> HeldForm.Key {
            let form = HeldForm(
                account: "demo.hilde", path: "/alis/ny", contentType: "", body: [UInt8](repeating: 97, count: bytes),
                heldAt: now.adding(seconds: Int64(seconds)))
            return try await test.database.write { try form.hold(surroundings: surroundings, on: $0) }
        }
        var newest = try await hold(10, after: 0)
        for number in 1...(HeldForm.mostForms + 5) { newest = try await hold(10, after: number) }
        #expect(try await test.heldForms() == HeldForm.mostForms)
        newest = try await hold(HeldForm.mostBytes - 15, after: 100)
        #expect(try await test.heldForms() == 2)
        let key = newest
        let (found, strange) = try await test.database.read {
            (try HeldForm.find(key, account: "demo.hilde", at: now, on: $0), try HeldForm.find(key, account: "demo.jon", at: now, on: $0))
        }
        #expect(found != nil && strange == nil)
    }

    @Test func `every form's address leads to its own route, and to a page`() async throws {
        let test = try await TestApplication.make()
        var kept = 0
        for route in test.routes where route.method == .post {
            let path = route.path.replacing(/:[a-z]+/, with: "00000000000000000000000001")
            let found = try #require(RouteMatch.find(.post, path: path, among: test.routes))
            #expect(found.route.path == route.path)
            guard case .asking = route.keeping else { continue }
            kept += 1
            #expect(!RouteMatch.pages(above: path, among: test.routes).isEmpty, "\(route.path)")
        }
        #expect(kept > 30)
        let new = try #require(RouteMatch.find(.get, path: "/alis/ny", among: test.routes))
        #expect(new.route.path == "/alis/ny", "what is written out goes before what varies")
    }
}
