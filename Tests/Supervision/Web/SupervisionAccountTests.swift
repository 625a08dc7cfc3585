import AlisCast
import AlisDomain
import Foundation
import Testing

@testable import Alis

/// One account of supervision: what is logged, attended and planned gives the same figures in the plan and on the pages of supervision.
@Suite struct SupervisionAccountTests {
    private let ida = Cast.ida?.id.text ?? ""
    private let today = TestApplication.today

    private func solveig() throws -> TestRegister.Person { try #require(TestRegister.person("solveig")) }

    /// A page's words, its tags and no-break spaces taken away.
    private func words(_ text: String) -> String {
        text.replacing(/<[^>]*>/, with: " ").replacing("\u{00A0}", with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func write(_ test: TestApplication, _ body: @escaping @Sendable (FactWriter) throws -> Void) async throws {
        try await test.database.write { connection in
            let change = try ChangeLog.record(.corrected, by: TestRegister.recorder, at: TestApplication.now, on: connection)
            try body(FactWriter(connection: connection, change: change))
        }
    }

    /// Minutes given in a group, by the plan and by the account on the page of supervision.
    private func group(_ test: TestApplication) async throws -> (plan: String, page: String) {
        let client = try await test.client(as: "ida")
        let plan = words(try await client.get("/alis/\(ida)/plan").text)
        let page = words(try await client.get("/alis/\(ida)/veiledning").text)
        let row = try #require(plan.firstMatch(of: /Gruppeveiledning, timer .*? Se timene under veiledning.*? 120 t ([0-9,]+ t)/))
        let key = try #require(page.firstMatch(of: /([0-9,]+) \/ 120 t/))
        return (String(row.1), "\(key.1) t")
    }

    @Test(arguments: TestEngine.all)
    func `a group session and attendance count in the plan, each hour once, and the page of supervision says the same`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        var (plan, page) = try await group(test)
        #expect(plan == "0 t" && page == "0 t")
        let knut = try await test.client(as: "knut")
        let sent = try await knut.post(
            "/alis/\(ida)/veiledning/okt",
            [
                ("hvem", TestSupervision.knut.text), ("dag", today.adding(days: -3).norwegian), ("minutter", "180"), ("slag", "gruppe"),
                ("hvordan", "fysisk"), ("_once", "s1"),
            ])
        // The supervisor's own doctors are told by their identity.
        let again = try await knut.post(
            "/veiledere/\(TestSupervision.knut.text)/okter/ny",
            [
                ("hvem", ida), ("dag", today.norwegian), ("minutter", "180"), ("slag", "gruppe"), ("hvordan", "fysisk"), ("_once", "s2"),
            ])
        #expect(sent.status == 303 && again.status == 303)
        (plan, page) = try await group(test)
        #expect(plan == "6 t" && page == "6 t", "today's session counts today")

        // She was at a group, and the plan has hours of its own for days in it.
        let id = try #require(Cast.ida?.id)
        let training = try #require(Cast.ida?.trainingID)
        let activity = try #require(ActivityCode("groupSupervision"))
        let (from, to) = (today.adding(days: -60), today.adding(days: -30))
        try await write(test) { writer in
            try writer.add(
                id: RecordID(high: 5, low: 6).text,
                GatheringSignUp(gathering: TestSupervision.gathering, participant: .trainee(id), name: "Ida", attendedMinutes: 20 * 60),
                in: .always)
            try writer.add(
                id: RecordID(high: 5, low: 5).text, ActivityRecord(training: training, activity: activity, minutes: 600, isDone: true),
                in: Period(from: from, to: to) ?? .always)
        }
        (plan, page) = try await group(test)
        // 20 hours in 100 days take in the three of the first session, and leave 17; the plan's ten are in thirty of those days, so that 5.1
        // of them are known already: 6 + 17 + 4.9.
        #expect(plan == "27,9 t" && page == plan)
    }

    @Test func `hours are expected from the first day of service, also of one whom nobody supervises`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let id = try solveig().id.text
        let page = words(try await hilde.get("/alis/\(id)/veiledning").text)
        let due = try #require(page.firstMatch(of: /([0-9,]+) t Skulle hatt/))
        #expect((Double(due.1.replacing(",", with: ".")) ?? 0) > 80, "more than two years in full position")
        #expect(page.contains("0 t Har fått") && page.contains("\(due.1) t Mangler") && page.contains("1.9.2024"))
        #expect(page.contains("mangler veileder"))
        #expect(page.contains("Timene legen skulle hatt, er talt fra 1.9.2024.") && !page.contains("begynte å bli ført"))
    }

    @Test(arguments: TestEngine.all)
    func `time that counts by an assignment alone is warned of, and its hours before Alis knew are unknown`(engine: TestEngine) async throws
    {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, person) = (try await test.client(as: "hilde"), try solveig())
        let fauske = try #require(MunicipalityID("fauske"))
        let since = person.start
        try await write(test) { writer in
            try writer.add(
                id: RecordID(high: 6, low: 1).text,
                EnterpriseRegistration(municipality: fauske, specialty: .generalPractice, status: .registered), in: .always)
        }
        let none = words(try await hilde.get("/alis/\(person.id)/plan").text)
        #expect(none.contains("teller ikke fordi ingen veileder er registrert (1.9.2024–"))
        try await write(test) { writer in
            try writer.add(
                id: RecordID(high: 6, low: 2).text, SupervisionAssignment(training: person.trainingID, supervisor: TestSupervision.knut),
                in: Period(startingOn: since))
        }
        for path in ["plan", "plan/utskrift"] {
            let plan = words(try await hilde.get("/alis/\(person.id)/\(path)").text)
            #expect(plan.contains("md. teller bare fordi en veileder er tildelt: ingen økter er ført"), "\(path)")
            #expect(plan.contains("teller fordi en veileder er tildelt; ingen økter er ført, 1.9.2024–"), "\(path)")
            #expect(plan.contains("timer hører til tiden før \(today.norwegian), da øktene ikke ble ført her"), "\(path)")
            #expect(!plan.contains("ingen veileder er registrert ("), "\(path)")
        }
        let account = words(try await hilde.get("/alis/\(person.id)/veiledning").text)
        #expect(account.contains("t Ukjent") && account.contains("0 t Mangler"))
        #expect(account.contains("er talt fra 1.9.2024. Det veilederen kan ha gitt før \(today.norwegian), er ukjent"))
    }

    @Test func `service after a supervisor's exemption ran out counts, and is marked and warned of`() async throws {
        let test = try await TestApplication.make()
        let (hilde, person) = (try await test.client(as: "hilde"), try solveig())
        let fauske = try #require(MunicipalityID("fauske"))
        try await write(test) { writer in
            try writer.add(
                id: RecordID(high: 6, low: 1).text,
                EnterpriseRegistration(municipality: fauske, specialty: .generalPractice, status: .registered), in: .always)
            try writer.add(
                id: RecordID(high: 6, low: 2).text, SupervisionAssignment(training: person.trainingID, supervisor: TestSupervision.einar),
                in: Period(startingOn: person.start))
        }
        let plan = words(try await hilde.get("/alis/\(person.id)/plan").text)
        #expect(plan.contains("tjeneste mens veilederen verken var spesialist eller på unntak"))
        #expect(plan.contains("teller, men veilederen var verken spesialist eller på unntak, \(today.adding(days: -9).norwegian)"))
        #expect(plan.contains("Teller tjeneste etter at veilederens unntak fra spesialistkravet gikk ut?"), "the reading is named")
    }

    @Test func `the lists of supervision stand among the work lists with as many as they have`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let overview = try await hilde.get("/arbeidslister").text
        for list in SupervisionWork.allCases {
            let title = words(try await hilde.get(list.address()).text)
            let count = try #require(title.firstMatch(of: /(\d+) (?:Leger|Mer|Unntak|Har)/)).1
            #expect(overview.contains("<b>\(count)</b><p><a href=\"\(list.address())\">"), "\(list)")
        }
    }

    @Test func `who has promised too much in the half-year to come is told when, and is suggested last with the reason`() async throws {
        let test = try await TestApplication.make()
        let (hilde, person) = (try await test.client(as: "hilde"), try solveig())
        // Knut has a time-limited exemption, and doctors beyond it.
        let ends = today.adding(days: 46)
        try await write(test) { writer in
            var knut = try #require(TestSupervision.supervisors.first { $0.id == TestSupervision.knut }).supervisor
            (knut.specialist, knut.exemptThrough) = (.none, ends)
            try writer.replace(Supervisor.self, id: TestSupervision.knut.text, with: [(.always, knut)])
        }
        let over = words(try await hilde.get("/veiledere/over-kapasitet").text)
        #expect(over.contains("vår 27: ") && over.contains("timer i måneden; unntaket går ut \(ends.norwegian)"))
        let pool = try await hilde.get("/veiledere/finn?lege=\(person.id)").text
        let (knut, berit) = (try #require(pool.range(of: "Knut Rønning")), try #require(pool.range(of: "Berit Sund")))
        #expect(berit.lowerBound < knut.lowerBound, "she lives farther off, and has time all the way")
        #expect(pool.contains("kan bare veilede til og med \(ends.norwegian)"))
    }
}
