import AlisDomain
import Testing

@testable import Alis

/// Somebody with two roles sees and may do what each of them sees and may do, and nothing that neither does.
@Suite struct SeveralRolesTests {
    private func path(_ key: String) throws -> String { "/alis/\(try #require(TestRegister.person(key)).id)" }

    /// Which of the doctors somebody opens.
    private func opened(_ client: TestClient, _ part: String = "") async throws -> Set<String> {
        var keys: Set<String> = []
        for person in TestRegister.persons where try await client.get("/alis/\(person.id)\(part)").status == 200 { keys.insert(person.key) }
        return keys
    }

    private func offered(_ client: TestClient, _ key: String) async throws -> Set<String> {
        let page = try await client.get("\(try path(key))/plan").text
        return Set(["revised", "approved", "returned", "comment"].filter { page.contains("name=\"slag\" value=\"\($0)\"") })
    }

    @Test(arguments: TestEngine.all)
    func `an adviser who is in training herself changes her region's doctors, and her own contact details and wishes`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let torbjorn = try #require(TestRegister.person("torbjorn"))
        let client = try await test.client(as: "torbjorn", and: try .office("OSLO"))
        #expect(try await opened(client) == ["torbjorn", "noor"])
        #expect(try await opened(client, "/arbeid/ny") == ["noor"])
        #expect(try await opened(client, "/veiledning") == ["torbjorn", "noor"])
        #expect(try await opened(client, "/laeringsmal") == ["torbjorn", "noor"])
        #expect(try await opened(client, "/veiledning/veileder/ny") == ["noor"])
        let form = try await client.get("\(try path("torbjorn"))/person").text
        #expect(form.contains("name=\"epost\"") && !form.contains("name=\"etternavn\"") && !form.contains("name=\"hpr\""))
        // What her form does not have is not taken from her either.
        let sent = try await test.send(
            client, "\(try path("torbjorn"))/person",
            [("fornavn", "Annen"), ("etternavn", "Annensen"), ("hpr", "990000999"), ("fodt", "1970"), ("epost", "ny@alis.example")])
        #expect(sent.status == 303)
        let page = try await client.get(try path("torbjorn")).text
        #expect(page.contains(torbjorn.trainee.fullName) && page.contains("ny@alis.example") && !page.contains("Annensen"))
        #expect(!page.contains("990000999") && page.contains(torbjorn.trainee.hpr?.digits ?? "-"))
        #expect(try await client.get("\(try path("torbjorn"))/onske/ny").status == 200)
        let noor = try await client.get("\(try path("noor"))/person").text
        #expect(noor.contains("name=\"etternavn\""))
        #expect(try await client.get("/planer").text.contains("Noor Rahimi"))
        #expect(!(try await client.get("/arbeidslister/uten-plan").text.contains("\(torbjorn.id)")))
    }

    @Test(arguments: TestEngine.all)
    func `whoever answers for a municipality neither approves her own plan nor decides her own objectives`(engine: TestEngine) async throws
    {
        let test = try await TestApplication.make(engine: engine)
        let ida = try await test.client(as: "ida", and: try .municipality("fauske"))
        let plan = "\(try path("ida"))/plan"
        #expect(try await offered(ida, "ida") == ["revised", "comment"])
        #expect(try await offered(ida, "solveig") == ["revised", "approved", "returned", "comment"])
        for kind in ["approved", "returned"] {
            let sent = try await test.send(ida, "\(plan)/gjennomgang", from: plan, [("slag", kind), ("merknad", "Til meg selv")])
            #expect(sent.status == 422, "\(kind)")
        }
        let hilde = try await test.client(as: "hilde")
        #expect(try await offered(hilde, "ida") == ["revised", "approved", "returned", "comment"])
        let (own, other) = ("\(try path("ida"))/laeringsmal/handling", "\(try path("solveig"))/laeringsmal/handling")
        for (act, isHers, isOthers) in [("status", 200, 200), ("avgjorelse", 404, 200), ("anbefaling", 404, 404)] {
            #expect(try await ida.get("\(own)?gjor=\(act)&mal=ALM-055").status == isHers, "\(act)")
            #expect(try await ida.get("\(other)?gjor=\(act)&mal=ALM-055").status == isOthers, "\(act)")
        }
        // Nor is she the one who says who supervises her.
        let supervision = "\(try path("ida"))/veiledning"
        try await test.expectClosed(
            ida,
            get: [
                "\(supervision)/veileder/ny", "\(supervision)/veileder/\(TestSupervision.idaAndKnut)",
                "/veiledere/finn?lege=\(try #require(TestRegister.person("ida")).id)",
            ], post: ["\(supervision)/veileder/ny", "\(supervision)/veileder/\(TestSupervision.idaAndKnut)"])
        #expect(try await ida.get("\(try path("solveig"))/veiledning/veileder/ny").status == 200)
        #expect(!(try await ida.get("/veiledere/finn").text.contains("\(try #require(TestRegister.person("ida")).id)")))
        // She works in Fauske, and reads what her supervisor wrote as the doctor she is; what another's wrote she does not.
        #expect(try await ida.get(supervision).text.contains(TestSupervision.secretNote))
        #expect(!(try await hilde.get(supervision).text.contains(TestSupervision.secretNote)))
    }

    @Test(arguments: TestEngine.all)
    func `a doctor whose record has been merged into another is herself in both`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, solveig) = (try #require(TestRegister.person("ida")), try #require(TestRegister.person("solveig")))
        try await test.merge(ida, into: solveig)
        let client = try await test.client(as: "ida")
        #expect(try await client.get("/alis/\(ida.id)").location == "/alis/\(solveig.id)")
        #expect(try await client.get("/alis/\(solveig.id)/person").status == 200)
        let made = try await client.post("/alis/\(solveig.id)/plan/kalender", [("hva", "ny"), ("_once", "k")])
        #expect(made.status == 200 && made.text.contains(".ics"))
        for part in ["/laeringsmal", "/veiledning", "/plan"] {
            #expect(try await client.get("/alis/\(solveig.id)\(part)").status == 200, "\(part)")
        }
        let both = try await test.client(as: "ida", and: try .municipality("fauske"))
        #expect(try await offered(both, "solveig") == ["revised", "comment"])
        #expect(try await both.get("/alis/\(solveig.id)/laeringsmal/handling?gjor=avgjorelse&mal=ALM-055").status == 404)
        #expect(try await both.get("/alis/\(solveig.id)/veiledning/veileder/ny").status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `a supervisor who answers for another municipality is each where she is it`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let knut = try await test.client(as: "knut", and: try .municipality("bergen"))
        #expect(try await opened(knut) == ["amina"])
        #expect(try await opened(knut, "/plan") == ["amina", "ida"])
        #expect(try await opened(knut, "/veiledning") == ["amina", "ida"])
        #expect(try await offered(knut, "ida") == ["comment"])
        #expect(try await offered(knut, "amina") == ["revised", "approved", "returned", "comment"])
        let plan = "\(try path("ida"))/plan"
        for kind in ["approved", "returned", "revised"] {
            let sent = try await test.send(knut, "\(plan)/gjennomgang", from: plan, [("slag", kind), ("merknad", "Fra veilederen")])
            #expect(sent.status == 422, "\(kind)")
        }
        try await test.expectClosed(
            knut, get: ["\(plan)/utkast", "\(plan)/hva-om", "\(plan)/paminnelse"], post: ["\(plan)/utkast", "\(plan)/hva-om"])
        for (act, ida, amina) in [
            ("status", 404, 200), ("vurdering", 404, 200), ("avgjorelse", 404, 200), ("anbefaling", 200, 404), ("supervisor", 200, 200),
        ] {
            #expect(try await knut.get("\(try path("ida"))/laeringsmal/handling?gjor=\(act)&mal=ALM-055").status == ida, "\(act)")
            #expect(try await knut.get("\(try path("amina"))/laeringsmal/handling?gjor=\(act)&mal=ALM-055").status == amina, "\(act)")
        }
        // Sessions are logged of those she supervises, and of nobody else.
        #expect(try await knut.get("\(try path("ida"))/veiledning/okt").status == 200)
        try await test.expectClosed(knut, get: ["\(try path("amina"))/veiledning/okt"], post: ["\(try path("amina"))/veiledning/okt"])
        try await test.expectClosed(knut, get: ["\(try path("amina"))/veiledning/trukket"])
        #expect(try await knut.get("\(try path("ida"))/veiledning/veileder/ny").status == 404)
        // Her own doctor is not on the lists of those whom she is to find somebody for.
        for list in ["/veiledere/finn", "/veiledere/uten-veileder", "/veiledere/timer-mangler", "/veiledere/timer-mangler.csv"] {
            #expect(!(try await knut.get(list).text.contains("Ida Nilsen")), "\(list)")
        }
        #expect(try await knut.get("\(try path("amina"))/veiledning/veileder/ny").status == 200)
        for (key, isOpen) in [("knut", true), ("berit", true), ("einar", false)] {
            let supervisor = try #require(TestSupervision.supervisors.first { $0.key == key })
            #expect((try await knut.get("/veiledere/\(supervisor.id)/rett").status == 200) == isOpen, "\(key)")
        }
        // Herself she corrects, and is not the judge of: she answers for Bergen, and lives in Fauske.
        let (own, hers) = (
            try await knut.get("/veiledere/\(TestSupervision.knut)/rett").text,
            try await knut.get("/veiledere/\(TestSupervision.berit)/rett").text
        )
        #expect(!own.contains("name=\"spesialist\"") && hers.contains("name=\"spesialist\""))
        let plans = try await knut.get("/planer.csv").text
        #expect(plans.contains("Hassan") && !plans.contains("Nilsen"))
    }

    @Test(arguments: TestEngine.all)
    func `whoever works for the Directorate sees nobody by name, whatever else she is`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let client = try await test.client(as: "priya", and: try .municipality("fauske"))
        #expect(try await opened(client) == [])
        let lists = [
            "/alis", "/alis.csv", "/kommuner/1841-fauske", "/kommuner/1841-fauske/alis.csv", "/sok?q=Nilsen", "/sok?q=990000101",
            "/oversikt", "/oppfolging/gammel-ordning", "/oppfolging/gammel-ordning.csv", "/planer", "/planer.csv",
        ]
        for list in lists {
            let reply = try await client.get(list)
            #expect(reply.status == 200, "\(list)")
            for person in TestRegister.persons {
                #expect(
                    !reply.text.contains(person.trainee.familyName) || list.hasSuffix("Nilsen") && person.key == "ida",
                    "\(list) \(person.key)")
            }
        }
        // Nor by registering somebody like one of them, or with her number: that is for those who see whom it meets.
        let ida = try #require(TestRegister.person("ida")).trainee
        for hpr in ["", ida.hpr?.digits ?? ""] {
            let like = try await client.post(
                "/alis/ny",
                [
                    ("fornavn", ida.givenName), ("etternavn", hpr.isEmpty ? ida.familyName : "Ny"), ("hpr", hpr),
                    ("fodt", ida.birthYear.map(String.init) ?? ""), ("startet", "1.9.2026"), ("ordning", "ny"), ("kommune", "Fauske"),
                    ("form", "fastlonn"), ("prosent", "20"), ("fra", "1.9.2026"),
                ])
            #expect(like.status == 409 && like.text.contains("Må avklares"), "\(hpr)")
            #expect(!like.text.contains(ida.email?.text ?? "@alis.example") && (hpr.isEmpty == !like.text.contains(ida.hpr?.digits ?? "-")))
        }
        #expect(try await !client.get("/oppfolging/dubletter").text.contains(ida.familyName))
        // Nor by a list that is read in, nor by what her colleagues have asked about.
        let list = TestClient.File(
            field: "fil", name: "liste.csv", type: "text/csv", bytes: Array("Etternavn;Fornavn;Kommune\nX;Y;Fauske".utf8))
        let dry = try await client.follow(try await client.upload("/innlesing", [("dag", "")], files: [list]))
        #expect(dry.status == 200 && dry.text.contains("liste.csv") && !dry.text.contains(ida.familyName))
        let hilde = try await test.client(as: "hilde")
        let asked = try await test.send(
            hilde, "/overforinger", from: "/overforinger/ny",
            [("fornavn", "Peder"), ("etternavn", "Sandvik"), ("hpr", "990000202"), ("kommune", "Fauske")])
        #expect(asked.status == 303)
        let question = "/overforinger/\(try await SentTwiceWalk.newest("transferRequest", test))"
        #expect(try await hilde.get(question).text.contains("Sandvik"))
        #expect(try await client.get(question).status == 404)
        #expect(try await !client.get("/overforinger").text.contains("Sandvik"))
        // All are counted, and the municipality is confirmed by the one who answers for it.
        #expect(try await client.get("/alis").text.contains("ALIS "))
        let confirmed = try await client.post("/kommuner/1841-fauske/bekreftelse", [("_once", "b")])
        #expect(confirmed.status == 303)
        #expect(try await client.post("/kommuner/4601-bergen/bekreftelse", [("_once", "c")]).status == 404)
        #expect(try await client.get("/kommuner/4601-bergen/kontakt").status == 404)
        // But an administrator sees all by name, whatever else she is.
        let jon = try await test.client(as: "jon", and: .directorate)
        #expect(try await opened(jon) == Set(TestRegister.persons.map(\.key)))
        for list in ["/alis", "/alis.csv", "/planer", "/kommuner/1841-fauske", "/sok?q=990000101"] {
            let reply = try await jon.follow(try await jon.get(list))
            #expect(reply.text.contains("Nilsen"), "\(list)")
        }
    }

    @Test func `an administrator who is a doctor too reads her record, and no notes`() async throws {
        let test = try await TestApplication.make()
        let ida = try await test.client(as: "ida", and: .administrator)
        #expect(try await opened(ida) == Set(TestRegister.persons.map(\.key)))
        let page = try await ida.get("\(try path("ida"))/veiledning")
        #expect(page.status == 200 && !page.text.contains(TestSupervision.secretNote))
        for key in ["ida", "amina"] { #expect(try await offered(ida, key) == ["revised", "comment"], "\(key)") }
        let knut = try await test.client(as: "knut", and: .administrator)
        #expect(!(try await knut.get("\(try path("ida"))/veiledning").text.contains(TestSupervision.secretNote)))
    }

    @Test func `who sees a doctor for her wish sees no more of her by a role that has nothing to do with her`() async throws {
        let test = try await TestApplication.make()
        let client = try await test.client("Trust Supervisor", holding: try .trust("NLSH"), try .supervisor(in: "fauske"))
        #expect(try await opened(client) == ["ida", "solveig"])
        for part in ["/laeringsmal", "/veiledning", "/arbeid/ny", "/person"] { #expect(try await opened(client, part) == [], "\(part)") }
        try await test.expectClosed(client, post: ["\(try path("ida"))/plan/gjennomgang", "\(try path("ida"))/laeringsmal/handling"])
    }

    @Test func `two municipalities are each their own`() async throws {
        let test = try await TestApplication.make()
        let client = try await test.client(
            "To Kommuner", holding: try .municipality("utsira"), try .municipality("voss"), try .trust("NLSH"))
        #expect(try await opened(client) == ["peder", "torbjorn", "ida", "solveig"])
        #expect(try await opened(client, "/arbeid/ny") == ["peder", "torbjorn"])
        #expect(try await opened(client, "/veiledning/veileder/ny") == ["peder", "torbjorn"])
        let form = try await client.get("/overforinger/ny").text
        #expect(form.contains("name=\"kommune\""), "which of them asks is hers to say")
        for (slug, status) in [("4621-voss", 200), ("1151-utsira", 200), ("1841-fauske", 404), ("4601-bergen", 404)] {
            #expect(try await client.get("/kommuner/\(slug)/kontakt").status == status, "\(slug)")
            #expect(try await client.get("/kommuner/\(slug)/utdanningsplan").status == status, "\(slug)")
        }
    }

    @Test(arguments: TestEngine.all)
    func `the Directorate is not told whose an HPR number is, whatever else she is`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let number = try #require(TestRegister.person("ida")?.trainee.hpr?.digits)
        // Another name and birth year than hers: only the number is the same.
        let fields = [
            ("fornavn", "Prøve"), ("etternavn", "Prøvesen"), ("fodt", "1970"), ("hpr", number), ("startet", "1.9.2026"),
            ("ordning", "ny"), ("kommune", "Fauske"), ("form", "fastlonn"), ("prosent", "50"), ("fra", "1.9.2026"), ("_once", "hpr"),
        ]
        let clients = [
            (try await test.client(as: "hilde"), true), (try await test.client(as: "jon", and: .directorate), true),
            (try await test.client(as: "priya", and: try .municipality("fauske")), false),
        ]
        for (client, isTold) in clients {
            let reply = try await client.post("/alis/ny", fields)
            #expect((reply.status == 422 && reply.text.contains("HPR-nummeret er alt registrert på Ida Nilsen")) == isTold)
            #expect(reply.text.contains("Nilsen") == isTold)
        }
    }
}
