import AlisDomain
import Testing

@testable import Alis

/// What belongs to a municipality, and the lists of its doctors: each by those it is not for.
@Suite struct MunicipalityAccessTests {
    private let fauske = "/kommuner/1841-fauske"
    private let bergen = "/kommuner/4601-bergen"

    @Test(arguments: TestEngine.all)
    func `a municipality and its office keep what is the municipality's, and nobody keeps another's`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let parts = ["/kontakt", "/registrering", "/utdanningsplan"]
        for (key, own, other) in [
            ("hilde", fauske, bergen), ("anders", bergen, fauske), ("ravna", fauske, bergen), ("torunn", bergen, fauske),
        ] {
            let client = try await test.client(as: key)
            try await test.expectClosed(
                client, get: ["\(other)/kontakt", "\(other)/utdanningsplan"],
                post: parts.map { other + $0 } + ["\(other)/bekreftelse", "\(other)/utdanningsplan/publisering"])
            for part in parts { #expect(try await client.get(own + part).text.contains("<form method=\"post\""), "\(key) \(part)") }
            #expect(try await client.post("\(own)/registrering", [("spesialitet", "")]).status == 422, "\(key)")
            // The registration is seen by all who work with the register, and has no form for those who do not keep it.
            let seen = try await client.get("\(other)/registrering")
            #expect(seen.status == 200 && !seen.text.contains("action=\"\(other)/registrering\""), "\(key)")
            // The way to write is shown to those who may go it.
            #expect(try await client.get("/utdanningsplaner/\(own.dropFirst(10))").text.contains("\(own)/utdanningsplan\""), "\(key)")
            #expect(
                !(try await client.get("/utdanningsplaner/\(other.dropFirst(10))").text.contains("\(other)/utdanningsplan\"")), "\(key)")
        }
        #expect(!(try await test.client().get("/utdanningsplaner/1841-fauske").text.contains("\(fauske)/utdanningsplan\"")))
    }

    @Test(arguments: TestEngine.all)
    func `what is in the municipality's own name is done by itself, not by an office that answers for another`(engine: TestEngine)
        async throws
    {
        let test = try await TestApplication.make(engine: engine)
        let ravna = try await test.client(as: "ravna", and: try .municipality("bergen"))
        #expect(try await ravna.get("\(fauske)/utdanningsplan").status == 200)
        try await test.expectClosed(ravna, post: ["\(fauske)/utdanningsplan/publisering", "\(fauske)/bekreftelse"])
        #expect(try await ravna.post("\(bergen)/utdanningsplan/publisering", [("_once", "p")]).status == 422, "there is nothing to publish")
        #expect(try await ravna.post("\(bergen)/bekreftelse", [("_once", "b")]).status == 303)
        let page = try await ravna.get(fauske).text
        #expect(!page.contains("/bekreftelse\"") && page.contains("/kontakt"))
    }

    @Test(arguments: TestEngine.all)
    func `a doctor is registered and engaged in one's own municipality`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ida = try #require(TestRegister.person("ida"))
        let hilde = try await test.client(as: "hilde")
        let before = try await test.fingerprint()
        func work(_ place: String) -> [(String, String)] {
            [
                ("kommune", place), ("arbeidssted", ""), ("form", "fastlonn"), ("prosent", "20"), ("fra", "1.12.2026"), ("til", ""),
                ("hvorfor", "Prøve"),
            ]
        }
        let person = [("fornavn", "Ny"), ("etternavn", "Nysen"), ("startet", "1.12.2026"), ("ordning", "ny")]
        let forms: [(path: String, fields: [(String, String)])] = [
            ("/alis/ny", person), ("/alis/\(ida.id)/arbeid/ny", []),
            ("/alis/\(ida.id)/arbeid/\(ida.engagementID)", [("gjelder", "rettelse")]),
        ]
        for form in forms {
            let sent = try await test.send(hilde, form.path, form.fields + work("Bergen"))
            #expect(sent.status == 422 && sent.text.contains("id=\"kommune-feil\""), "\(form.path)")
        }
        #expect(try await test.fingerprint() == before)
        #expect(try await test.send(hilde, "/alis/\(ida.id)/arbeid/ny", work("Fauske")).status == 303)
    }

    @Test func `who has left is named to those who see her`() async throws {
        let test = try await TestApplication.make()
        try await TestConfirmers.fill(test.database, newID: test.surroundings.newID)
        let solveig = try #require(TestRegister.person("solveig"))
        try await test.move(solveig, to: "bergen", from: TestApplication.today)
        for (key, isNamed) in [("hilde", true), ("ravna", true), ("jon", true), ("oddvar", false), ("priya", false)] {
            let page = try await test.client(as: key).get(fauske)
            #expect(page.status == 200 && page.text.contains("Solveig Breivik") == isNamed, "\(key)")
            // So are those who work there, and those who are written to.
            let marks = ["Ida Nilsen", TestConfirmers.contact(of: "fauske"), TestConfirmers.email(of: "fauske")]
            for mark in marks { #expect(page.text.contains(mark) == isNamed, "\(key) \(mark)") }
            #expect(page.text.contains("/alis/ny?kommune=fauske") == isNamed, "\(key)")
        }
        let both = try await test.client(as: "priya", and: try .municipality("fauske"))
        #expect(!(try await both.get(fauske).text.contains("Solveig Breivik")))
    }

    @Test(arguments: TestEngine.all)
    func `one with nowhere to work is on an administrator's lists alone`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (solveig, noor) = (try #require(TestRegister.person("solveig")), try #require(TestRegister.person("noor")))
        for person in [solveig, noor] { try await test.move(person, to: nil, from: TestApplication.today) }
        let (hilde, jon, samira) = (
            try await test.client(as: "hilde"), try await test.client(as: "jon"), try await test.client(as: "samira")
        )
        // Fauske had her last and changes her record; who supervises her is decided where she works.
        #expect(try await hilde.get("/alis/\(solveig.id)/arbeid/ny").status == 200)
        let assign = "/alis/\(solveig.id)/veiledning/veileder/ny"
        #expect(try await hilde.get(assign).status == 404)
        #expect(try await jon.get(assign).status == 200)
        // One who never worked anywhere is followed up by administrators.
        #expect(try await jon.get("/arbeidslister/uten-plan").text.contains("Kvåle"))
        let list = "/oppfolging/gammel-ordning"
        #expect(try await samira.get(list).text.contains("Noor Rahimi"))
        for key in ["ravna", "hilde", "priya"] {
            #expect(!(try await test.client(as: key).get(list).text.contains("Noor Rahimi")), "\(key)")
        }
    }

    @Test func `pairs and merges are listed for those who may change both`() async throws {
        let test = try await TestApplication.make()
        func person(_ key: String) throws -> TestRegister.Person { try #require(TestRegister.person(key)) }
        let (ida, peder, solveig) = (try person("ida"), try person("peder"), try person("solveig"))
        try await test.merge(peder, into: ida)
        let pair = DuplicateDismissal(solveig.id, try person("amina").id)
        try await test.record { try $0.add(id: RecordID(high: 4, low: 4).text, pair, in: .always) }
        for (key, isShown) in [("hilde", false), ("oddvar", false), ("ravna", false), ("jon", true)] {
            let list = try await test.client(as: key).get("/oppfolging/dubletter").text
            #expect(list.contains("Peder Sandvik") == isShown && list.contains("Amina Hassan") == isShown, "\(key)")
        }
        // The record kept is hers to change, and what was merged into it is not hers to split.
        let hilde = try await test.client(as: "hilde")
        #expect(try await hilde.get("/alis/\(ida.id)/arbeid/ny").status == 200)
        let split = "/oppfolging/dubletter/\(ida.id)/\(peder.id)/skill"
        try await test.expectClosed(hilde, get: [split], post: [split])
        #expect(try await test.client(as: "jon").get(split).status == 200)
    }

    @Test(arguments: TestEngine.all)
    func `an administrator gives up another role of her own, and not her last`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let jon = try await test.client(as: "jon", and: try .office("NORD"))
        #expect(try await jon.post("/tilgang/demo.jon/rolle/demo.jon.administrator/avslutt").status == 422)
        #expect(try await jon.post("/tilgang/demo.jon/avslutt").status == 422)
        #expect(try await jon.post("/tilgang/demo.jon/rolle/demo.jon.0/avslutt").status == 303)
        #expect(try await test.client(as: "jon").get("/tilgang").status == 200)
    }
}
