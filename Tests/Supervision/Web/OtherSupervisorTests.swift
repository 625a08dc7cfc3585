import AlisDomain
import Testing

@testable import Alis

/// A supervisor sees her own doctors while she supervises them and a while after, and nobody else's.
@Suite struct OtherSupervisorTests {
    private static let today = TestApplication.today
    private let solveigs = RecordID(high: 0x7E57_A000, low: 1)

    private func path(_ key: String) throws -> String { "/alis/\(try #require(TestRegister.person(key)).id)" }

    /// A supervisor with an account who has supervised somebody for a hundred days.
    private static func add(
        _ supervisor: Supervisor, _ id: RecordID, account: String, of training: RecordID, assignment: UInt64, _ writer: FactWriter
    ) throws {
        var value = supervisor
        value.account = account
        try writer.add(id: id.text, value, in: .always)
        try writer.add(
            id: RecordID(high: 0x7E57_A000, low: assignment).text, SupervisionAssignment(training: training, supervisor: id),
            in: Period(startingOn: today.adding(days: -100)))
    }

    /// Sofie in Fauske supervises Solveig, and nobody else.
    private func sofie(_ test: TestApplication) async throws -> TestClient {
        let (id, fauske) = (solveigs, try #require(MunicipalityID("fauske")))
        let training = try #require(TestRegister.person("solveig")).trainingID
        try await test.record { writer in
            let value = Supervisor(name: "Sofie Sund", specialist: .generalPractice, specialistSource: "HPR", municipality: fauske)
            try Self.add(value, id, account: "test.sofie", of: training, assignment: 2, writer)
        }
        return try await test.client("sofie", holding: try .supervisor(in: "fauske"))
    }

    /// What a supervisor reads of her doctors.
    private let pages = [
        "/plan", "/plan.ics", "/plan/endringer", "/laeringsmal", "/laeringsmal.csv", "/veiledning", "/veiledning/trukket",
        "/veiledning/okt",
    ]

    @Test(arguments: TestEngine.all)
    func `another's doctor is not hers to see, log or say anything of`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let sofie = try await sofie(test)
        let (ida, knut) = (try path("ida"), TestSupervision.knut.text)
        for page in pages { #expect(try await sofie.get(try path("solveig") + page).status == 200, "\(page)") }
        let session = "\(ida)/veiledning/okt/\(TestSupervision.session)"
        try await test.expectClosed(
            sofie,
            get: pages.map { ida + $0 } + [
                ida, session, "\(ida)/laeringsmal/handling?gjor=anbefaling&mal=ALM-055", "/veiledere/\(knut)", "/veiledere/\(knut)/rett",
                "/veiledere/\(knut)/okter", "/veiledere/\(knut)/okter/ny", "/veiledere/\(knut)/kapasitet",
            ],
            post: [
                "\(ida)/plan/gjennomgang", "\(ida)/veiledning/okt", session, session + "/fjern", session + "/notat",
                "/veiledere/\(knut)/okter/ny", "/veiledere/\(knut)/rett", "/veiledere/\(knut)/kapasitet",
            ])
        // Her own page names her own doctor, and its form takes nobody else.
        let own = try await sofie.get("/veiledere/\(solveigs)").text
        #expect(own.contains("Solveig Breivik") && !own.contains("Ida Nilsen"))
        #expect(try await sofie.get("/veiledere").location == "/veiledere/\(solveigs)")
        let form = "/veiledere/\(solveigs)/okter/ny"
        #expect(!(try await sofie.get(form).text.contains("Ida Nilsen")))
        let fields = [("dag", "16.11.2026"), ("minutter", "60"), ("hvordan", "fysisk"), ("slag", "individuell")]
        for (key, status) in [("ida", 422), ("solveig", 303)] {
            let doctor = try #require(TestRegister.person(key)).id.text
            let sent = try await test.send(sofie, form, fields + [("hvem", doctor)])
            #expect(sent.status == status, "\(key)")
        }
        // Nor in another supervisor's name.
        let posed = try await test.send(sofie, "\(try path("solveig"))/veiledning/okt", fields + [("hvem", knut)])
        #expect(posed.status == 422)
    }

    @Test(arguments: TestEngine.all)
    func `a doctor is seen for ninety days after her supervision ended, to log what is left`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let knut = try await test.client(as: "knut")
        let (ida, training) = (try path("ida"), try #require(TestRegister.person("ida")).trainingID)
        let recommend = "\(ida)/laeringsmal/handling?gjor=anbefaling&mal=ALM-055"
        func end(_ days: Int) async throws {
            let period = try #require(Period(from: Self.today.adding(days: -400), to: Self.today.adding(days: days)))
            try await test.record {
                try $0.replace(
                    SupervisionAssignment.self, id: TestSupervision.idaAndKnut.text,
                    with: [(period, SupervisionAssignment(training: training, supervisor: TestSupervision.knut))])
            }
        }
        try await end(1)
        #expect(try await knut.get(recommend).status == 200)
        for days in [0, -89] {
            try await end(days)
            for page in pages { #expect(try await knut.get(ida + page).status == 200, "\(days) \(page)") }
            // What is left is logged and said; nobody recommends whom she no longer supervises.
            #expect(try await knut.get(recommend).status == 404, "\(days)")
            #expect(try await knut.get("\(ida)/laeringsmal/handling?gjor=supervisor&mal=ALM-055").status == 404, "\(days)")
            #expect(try await knut.get("\(ida)/veiledning/okt/\(TestSupervision.session)").status == 200, "\(days)")
        }
        // Who may be reached through her doctor is reached while she has her.
        #expect(try await test.client(as: "ida").get("/veiledere/\(TestSupervision.knut)").status == 404)
        try await end(-90)
        let session = "\(ida)/veiledning/okt/\(TestSupervision.session)"
        try await test.expectClosed(
            knut, get: pages.map { ida + $0 } + [session],
            post: ["\(ida)/veiledning/okt", session, session + "/fjern", "\(ida)/plan/gjennomgang"])
        let own = try await knut.get("/veiledere/\(TestSupervision.knut)")
        #expect(own.status == 200 && !own.text.contains("Ida Nilsen"))
        #expect(!(try await knut.get("/veiledere/\(TestSupervision.knut)/okter").text.contains("Ida Nilsen")))
        #expect(!(try await knut.get("/veiledere/\(TestSupervision.knut)/okter/ny").text.contains("Ida Nilsen")))
    }

    @Test(arguments: TestEngine.all)
    func `two who supervise one doctor each have their own sessions, and each recommends while she supervises`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let sofie = try await sofie(test)
        let (ida, supervisor) = (try path("ida"), solveigs)
        let training = try #require(TestRegister.person("ida")).trainingID
        let lately = try #require(Period(from: Self.today.adding(days: -100), to: Self.today))
        try await test.record {
            try $0.add(
                id: RecordID(high: 0x7E57_A000, low: 3).text, SupervisionAssignment(training: training, supervisor: supervisor), in: lately)
        }
        // Knut supervises her still, and what is his is not hers to see or put right.
        #expect(try await sofie.get("\(ida)/plan").status == 200)
        let session = "\(ida)/veiledning/okt/\(TestSupervision.session)"
        try await test.expectClosed(
            sofie, get: [session, "\(ida)/laeringsmal/handling?gjor=anbefaling&mal=ALM-055"],
            post: [session, session + "/fjern", session + "/notat"])
        #expect(!(try await sofie.get("\(ida)/veiledning").text.contains(TestSupervision.secretNote)))
        let form = try await sofie.get("\(ida)/veiledning/okt").text
        #expect(form.contains("Sofie Sund") && !form.contains("Knut Rønning"))
        let knut = try await test.client(as: "knut")
        let withdrawn = try await test.send(knut, session + "/fjern", from: session, [("grunn", "Avlyst")])
        #expect(withdrawn.status == 303)
        #expect(try await knut.get("\(ida)/veiledning/trukket").text.contains("Avlyst"))
        #expect(!(try await sofie.get("\(ida)/veiledning/trukket").text.contains("Avlyst")))
        try await test.expectClosed(sofie, post: [session, session + "/notat"])
        #expect(try await knut.get("\(ida)/laeringsmal/handling?gjor=anbefaling&mal=ALM-055").status == 200)
    }

    @Test func `an account without the role is nobody's supervisor, whatever is registered of it`() async throws {
        let test = try await TestApplication.make()
        let fauske = try #require(MunicipalityID("fauske"))
        func tie(_ account: String) async throws {
            try await test.record { writer in
                var value = Supervisor(name: "Knut Rønning", specialist: .generalPractice, specialistSource: "HPR", municipality: fauske)
                value.account = account
                try writer.revise(Supervisor.self, id: TestSupervision.knut.text, in: .always, to: value)
            }
        }
        try await tie("demo.oddvar")
        let oddvar = try await test.client(as: "oddvar")
        let ida = try path("ida")
        try await test.expectClosed(
            oddvar, get: ["/plan", "/laeringsmal", "/veiledning"].map { ida + $0 } + ["/veiledere/\(TestSupervision.knut)"],
            post: ["\(ida)/plan/gjennomgang"])
        // The role without the tie is as little: Knut has become nobody.
        let knut = try await test.client(as: "knut")
        try await test.expectClosed(knut, get: pages.map { ida + $0 } + ["/veiledere/\(TestSupervision.knut)"])
        #expect(try await knut.get("/veiledere").text.contains("er ikke knyttet til en veileder"))
        // One who has no account has none in common with those who have none.
        try await tie("")
        try await test.expectClosed(knut, get: pages.map { ida + $0 })
    }

    @Test(arguments: TestEngine.all)
    func `a request is answered by the supervisor who was asked`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let sofie = try await sofie(test)
        let (request, training) = (RecordID(high: 0x7E57_A000, low: 9), try #require(TestRegister.person("peder")).trainingID)
        try await test.record { writer in
            let asked = SupervisionRequest(
                training: training, supervisor: TestSupervision.knut, share: .full, wantedFrom: Self.today,
                answerBy: Self.today.adding(days: 10), message: "", askedBy: "Oddvar Vestvik")
            try writer.add(id: request.text, asked, in: Period(startingOn: Self.today))
        }
        let (hers, mixed) = (
            "/veiledere/\(TestSupervision.knut)/foresporsler/\(request)", "/veiledere/\(solveigs)/foresporsler/\(request)"
        )
        try await test.expectClosed(sofie, get: [hers, mixed], post: [hers, mixed])
        let knut = try await test.client(as: "knut")
        #expect(try await knut.get(hers).status == 200)
        #expect(
            try await knut.get("/veiledere/\(TestSupervision.knut)").text.contains("Peder Sandvik"), "who asks to be supervised is named")
        #expect(try await knut.get("\(try path("peder"))/plan").status == 404)
        // Her municipality withdraws it; others do not.
        let withdrawal = "/veiledere/foresporsler/\(request)/trekk"
        for key in ["hilde", "ravna"] { #expect(try await test.client(as: key).post(withdrawal).status == 404, "\(key)") }
        #expect(try await test.client(as: "hilde").get("/veiledere/\(TestSupervision.knut)").text.contains("Peder") == false)
        #expect(try await test.client(as: "oddvar").post(withdrawal).status == 303)
        #expect(try await knut.get(hers).status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `a session is no longer hers when the supervisor is another's account, also one that has been withdrawn`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (knut, ida) = (try await test.client(as: "knut"), try path("ida"))
        let session = "\(ida)/veiledning/okt/\(TestSupervision.session)"
        #expect(try await test.send(knut, session + "/fjern", from: session, [("grunn", "Avlyst")]).status == 303)
        #expect(try await knut.get("\(ida)/veiledning/trukket").text.contains("Avlyst"))
        // He is another supervisor of hers now, and the one he was is somebody else's account.
        let (training, fauske) = (try #require(TestRegister.person("ida")).trainingID, try #require(MunicipalityID("fauske")))
        let other = solveigs
        try await test.record { writer in
            var value = Supervisor(name: "Knut Rønning", specialist: .generalPractice, specialistSource: "HPR", municipality: fauske)
            try Self.add(value, other, account: "demo.knut", of: training, assignment: 4, writer)
            value.account = "test.annen"
            try writer.revise(Supervisor.self, id: TestSupervision.knut.text, in: .always, to: value)
        }
        let gone = try await knut.get("\(ida)/veiledning/trukket")
        #expect(gone.status == 200 && !gone.text.contains("Avlyst"))
        try await test.expectClosed(knut, get: [session], post: [session, session + "/fjern", session + "/notat"])
        let doctor = try await test.client(as: "ida")
        #expect(try await doctor.get("\(ida)/veiledning/trukket").text.contains("Avlyst"))
        #expect(try await doctor.post(session, [("minutter", "45")]).status == 409)
    }
}
