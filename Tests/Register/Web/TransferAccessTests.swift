import AlisDomain
import Testing

@testable import Alis

/// Who asks for a doctor, who sees the question, who answers, who takes an answer back: each act by everybody it is not for.
@Suite struct TransferAccessTests {
    private struct Story {
        let test: TestApplication
        let peder: TestRegister.Person

        init(_ engine: TestEngine = .sqlite) async throws {
            test = try await TestApplication.make(engine: engine)
            peder = try #require(TestRegister.person("peder"))
        }

        /// What Fauske writes of Peder in Utsira; of somebody nobody knows, when it is another name.
        func described(_ name: String? = nil) -> [(String, String)] {
            [
                ("fornavn", peder.trainee.givenName), ("etternavn", name ?? peder.trainee.familyName),
                ("hpr", name == nil ? peder.trainee.hpr?.digits ?? "" : ""), ("fodt", peder.trainee.birthYear.map(String.init) ?? ""),
                ("kommune", "Fauske"),
            ]
        }

        /// Asks as somebody who works for Fauske, and gives the request's address.
        func ask(_ client: TestClient, _ name: String? = nil) async throws -> String {
            let sent = try await client.post("/overforinger", described(name) + [("_once", name ?? "spor")])
            #expect(sent.status == 303)
            let id = try await test.application.register.current().index.transfers.last { $0.supersededIn == nil }?.id
            return "/overforinger/\(try #require(id))"
        }

        func answer(_ client: TestClient, _ request: String, _ answer: String) async throws -> Int {
            try await client.post(request + "/svar", [("svar", answer), ("hvorfor", "Fordi"), ("_once", "\(answer)\(request)")]).status
        }

        /// How the request stands.
        func state(_ request: String) async throws -> TransferRequest.State? {
            let id = request.split(separator: "/").last.map(String.init)
            return try await test.application.register.current().index.transfers.last { $0.supersededIn == nil && $0.id == id }?.value.state
        }
    }

    @Test(arguments: TestEngine.all)
    func `those who may change the doctor's record answer, and nobody else sees that it is asked`(engine: TestEngine) async throws {
        let story = try await Story(engine)
        let request = try await story.ask(try await story.test.client(as: "hilde"))
        let clients = [
            // Her municipality, its offices, an administrator.
            "oddvar": "sees answers", "torunn": "sees answers", "ingvild": "sees answers", "jon": "sees answers withdraws",
            // Those who ask, and their office.
            "hilde": "sees withdraws", "ravna": "sees withdraws", "anders": "", "samira": "", "sigurd": "",
        ]
        for (key, wanted) in clients.sorted(by: { $0.key < $1.key }) {
            let client = try await story.test.client(as: key)
            let page = try await client.get(request)
            var found: [String] = []
            if page.status == 200 { found.append("sees") }
            if page.text.contains("action=\"\(request)/svar\"") { found.append("answers") }
            if page.text.contains("action=\"\(request)/trekk\"") { found.append("withdraws") }
            #expect(found.joined(separator: " ") == wanted, "\(key)")
            let isNamed = page.text.contains(story.peder.id.text) || page.text.contains("Utsira")
            #expect(isNamed == wanted.contains("answers"), "\(key)")
            #expect(try await client.get("/overforinger").text.contains("Peder Sandvik") == wanted.contains("sees"), "\(key)")
            let waits = try await client.get("/").text.contains("overføring av en lege venter på svar fra deg")
            #expect(waits == wanted.contains("answers"), "\(key)")
            var closed: [String] = ["/tilbake"]
            if !wanted.contains("answers") { closed.append("/svar") }
            if !wanted.contains("withdraws") { closed.append("/trekk") }
            if wanted.contains("answers") { closed.removeFirst() }
            try await story.test.expectClosed(client, post: closed.map { request + $0 })
        }
        for key in ["ida", "knut", "elin", "priya", "marte"] {
            let client = try await story.test.client(as: key)
            try await story.test.expectClosed(
                client, get: [request, "/overforinger"], post: ["/svar", "/trekk", "/tilbake"].map { request + $0 })
        }
        #expect(try await story.state(request) == .asked)
    }

    @Test func `the account that asked never answers, whatever role it has been given since`() async throws {
        let story = try await Story()
        let request = try await story.ask(try await story.test.client(as: "hilde"))
        let hilde = try await story.test.client(as: "hilde", and: try .municipality("utsira"), .administrator)
        #expect(try await hilde.get("/alis/\(story.peder.id)").status == 200)
        let page = try await hilde.get(request)
        #expect(page.status == 200 && !page.text.contains("/svar\"") && !page.text.contains(story.peder.id.text))
        try await story.test.expectClosed(hilde, post: [request + "/svar", request + "/tilbake"])
        #expect(!(try await hilde.get("/").text.contains("venter på svar fra deg")))
        // A colleague who works for both may answer it, and an administrator.
        let both = try await story.test.client("Begge Steder", holding: try .municipality("utsira"), try .municipality("fauske"))
        #expect(try await both.get(request).text.contains("/svar\""))
        #expect(try await story.answer(both, request, "ja") == 303)
        // Whoever works for those who asked does not take the yes back; those who gave it do.
        try await story.test.expectClosed(both, post: [request + "/tilbake"])
        try await story.test.expectClosed(hilde, post: [request + "/tilbake"])
        #expect(try await story.test.client(as: "oddvar").post(request + "/tilbake", [("_once", "t")]).status == 303)
        #expect(try await story.state(request) == .revoked)
    }

    @Test(arguments: TestEngine.all)
    func `a yes is taken back by those who may give one, until she works there`(engine: TestEngine) async throws {
        let story = try await Story(engine)
        let hilde = try await story.test.client(as: "hilde")
        let request = try await story.ask(hilde)
        let oddvar = try await story.test.client(as: "oddvar")
        #expect(try await story.answer(oddvar, request, "ja") == 303)
        for key in ["hilde", "ravna", "anders", "samira"] {
            let client = try await story.test.client(as: key)
            try await story.test.expectClosed(client, post: [request + "/tilbake"])
            #expect((try await client.get("/alis/\(story.peder.id)").status == 200) == ["hilde", "ravna"].contains(key), "\(key)")
        }
        // What has been answered is not withdrawn.
        #expect(try await hilde.post(request + "/trekk", [("_once", "w")]).status == 303)
        #expect(try await story.state(request) == .granted)
        let jon = try await story.test.client(as: "jon")
        #expect(try await jon.post(request + "/tilbake", [("_once", "j")]).status == 303)
        #expect(try await story.state(request) == .revoked)
        #expect(try await hilde.get("/alis/\(story.peder.id)").status == 404)
        // The municipality that asked is told, and sees no more of her.
        let told = try await hilde.get(request)
        #expect(told.status == 200 && !told.text.contains(story.peder.id.text))

    }

    @Test func `a yes that rests on work there is not taken back`() async throws {
        let story = try await Story()
        let request = try await story.ask(try await story.test.client(as: "hilde"))
        let oddvar = try await story.test.client(as: "oddvar")
        #expect(try await story.answer(oddvar, request, "ja") == 303)
        let (fauske, training) = (try #require(MunicipalityID("fauske")), story.peder.trainingID)
        try await story.test.record { writer in
            let work = Engagement(training: training, municipality: fauske, workplace: "", form: .salaried, percent: .full)
            try writer.add(id: RecordID(high: 3, low: 1).text, work, in: Period(startingOn: TestApplication.today))
        }
        #expect(try await oddvar.post(request + "/tilbake", [("_once", "t")]).status == 409)
        #expect(try await story.state(request) == .granted)
        try await story.test.record { try $0.replace(Engagement.self, id: RecordID(high: 3, low: 1).text, with: []) }
        #expect(try await oddvar.post(request + "/tilbake", [("_once", "u")]).status == 303, "the work was a mistake")
    }

    @Test func `who had her once is told what came of it, and not that it is asked`() async throws {
        let story = try await Story()
        let solveig = try #require(TestRegister.person("solveig"))
        try await story.test.move(solveig, to: "bergen", from: TestApplication.today)
        let gunnhild = try await story.test.client(as: "gunnhild")
        let asked = [
            ("fornavn", "Solveig"), ("etternavn", "Breivik"), ("hpr", solveig.trainee.hpr?.digits ?? ""), ("kommune", "Voss"),
            ("_once", "v"),
        ]
        #expect(try await gunnhild.post("/overforinger", asked).status == 303)
        let id = try await story.test.application.register.current().index.transfers.last?.id
        let request = "/overforinger/\(try #require(id))"
        let (hilde, anders) = (try await story.test.client(as: "hilde"), try await story.test.client(as: "anders"))
        try await story.test.expectClosed(hilde, get: [request], post: ["/svar", "/trekk", "/tilbake"].map { request + $0 })
        #expect(try await gunnhild.get("/").text.contains("svar på overføring siste") == false)
        #expect(try await story.answer(anders, request, "nei") == 303)
        let told = try await hilde.get(request)
        #expect(told.status == 200 && told.text.contains("Solveig Breivik") && !told.text.contains(request + "/"))
        try await story.test.expectClosed(hilde, post: ["/svar", "/trekk", "/tilbake"].map { request + $0 })
        #expect(!(try await gunnhild.get(request).text.contains(solveig.id.text)))
        // The answer is told to the account that asked.
        for (key, isTold) in [("gunnhild", true), ("anders", false), ("hilde", false), ("ingvild", false)] {
            let start = try await story.test.client(as: key).get("/").text
            #expect(start.contains("svar på overføring siste") == isTold, "\(key)")
        }
    }

    @Test func `of somebody whom nobody knows the asker's own office answers`() async throws {
        let story = try await Story()
        let request = try await story.ask(try await story.test.client(as: "hilde"), "Ukjentsen")
        for (key, status) in [("hilde", 404), ("oddvar", 404), ("anders", 404), ("samira", 404), ("torunn", 404)] {
            let client = try await story.test.client(as: key)
            try await story.test.expectClosed(client, post: [request + "/svar"])
            #expect(try await client.get(request).status == (key == "hilde" ? 200 : status), "\(key)")
        }
        // A colleague in the municipality that asks is no office, and another's office is not hers.
        let colleague = try await story.test.client("Kollega Strand", holding: try .municipality("fauske"))
        #expect(try await colleague.get(request).status == 200)
        try await story.test.expectClosed(colleague, post: [request + "/svar"])
        let ravna = try await story.test.client(as: "ravna")
        #expect(try await story.answer(ravna, request, "ja") == 422, "there is nobody to let over")
        #expect(try await story.answer(ravna, request, "annen") == 303)
        #expect(try await colleague.post(request + "/trekk", [("_once", "k")]).status == 303)
        #expect(try await story.state(request) == .another)
        let second = try await story.ask(try await story.test.client(as: "hilde"), "Ukjentdatter")
        #expect(try await colleague.post(second + "/trekk", [("_once", "l")]).status == 303)
        #expect(try await story.state(second) == .withdrawn)
    }

    @Test(arguments: TestEngine.all)
    func `one asks for one's own municipality, and by one's own records`(engine: TestEngine) async throws {
        let story = try await Story(engine)
        let hilde = try await story.test.client(as: "hilde")
        let (ida, solveig) = (try #require(TestRegister.person("ida")), try #require(TestRegister.person("solveig")))
        let before = try await story.test.application.register.current().index.transfers.count
        let elsewhere = story.described().map { $0.0 == "kommune" ? ("kommune", "Bergen") : $0 }
        #expect(try await hilde.post("/overforinger", elsewhere + [("_once", "a")]).status == 422)
        #expect(try await hilde.post("/overforinger", [("lege", story.peder.id.text), ("_once", "b")]).status == 404)
        #expect(try await hilde.post("/overforinger", story.described() + [("egen", story.peder.id.text), ("_once", "c")]).status == 404)
        // One who worked here once may be asked for, and is no record of one's own.
        try await story.test.move(solveig, to: "bergen", from: TestApplication.today)
        #expect(try await hilde.post("/overforinger", story.described() + [("egen", solveig.id.text), ("_once", "d")]).status == 404)
        #expect(try await story.test.application.register.current().index.transfers.count == before)
        let back = try await hilde.post("/overforinger", [("lege", solveig.id.text), ("_once", "e")])
        #expect(back.status == 303)
        let anders = try await story.test.client(as: "anders")
        #expect(try await anders.get("/overforinger").text.contains("Solveig Breivik"))
        #expect(try await hilde.post("/overforinger", story.described() + [("egen", ida.id.text), ("_once", "f")]).status == 303)
        // What was answered is told to who sees the doctor, also when she is another's.
        let own = try #require(try await story.test.application.register.current().index.transfers.first { $0.value.trainee == solveig.id })
        #expect(try await story.answer(anders, "/overforinger/\(own.id)", "nei") == 303)
        try await story.test.move(solveig, to: "voss", from: TestApplication.today)
        #expect(try await story.test.client(as: "gunnhild").get("/overforinger/\(own.id)").status == 200)
        let told = try await anders.get("/overforinger/\(own.id)")
        #expect(told.status == 200 && told.text.contains("Solveig Breivik"))
        #expect(try await story.test.client(as: "oddvar").get("/overforinger/\(own.id)").status == 404)
    }

    @Test func `what waits for an answer is on the start page of the account that asked, until it is answered`() async throws {
        let story = try await Story()
        let hilde = try await story.test.client(as: "hilde")
        let colleague = try await story.test.client("Kollega Strand", holding: try .municipality("fauske"))
        let oddvar = try await story.test.client(as: "oddvar")
        func waits(_ client: TestClient) async throws -> Bool {
            try await client.get("/").text.contains("overføring du venter på svar på")
        }
        #expect(try await !waits(hilde))
        let request = try await story.ask(hilde)
        #expect(try await waits(hilde))
        for client in [colleague, oddvar] { #expect(try await !waits(client)) }
        #expect(try await story.answer(oddvar, request, "nei") == 303)
        for client in [hilde, colleague, oddvar] { #expect(try await !waits(client)) }
    }

    @Test func `one asks for the municipality that is one's own of those where she works`() async throws {
        let story = try await Story()
        let (ida, bergen) = (try #require(TestRegister.person("ida")), try #require(MunicipalityID("bergen")))
        try await story.test.record { writer in
            let work = Engagement(training: ida.trainingID, municipality: bergen, workplace: "", form: .salaried, percent: .full)
            try writer.add(id: RecordID(high: 3, low: 2).text, work, in: Period(startingOn: TestApplication.today))
        }
        for (key, place) in [("hilde", "fauske"), ("anders", "bergen")] {
            let client = try await story.test.client(as: key)
            #expect(try await client.post("/overforinger", [("lege", ida.id.text), ("_once", key)]).status == 303)
            let asked = try await story.test.application.register.current().index.transfers.max { $0.recordedIn < $1.recordedIn }
            #expect(asked?.value.municipality.key == place && asked?.value.account == "demo.\(key)", "\(key)")
        }
    }
}
