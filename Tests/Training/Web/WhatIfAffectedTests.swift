import AlisCast
import AlisDomain
import Foundation
import Testing

@testable import Alis

/// What a tried change tells of others than the doctor, and to whom.
@Suite struct WhatIfAffectedTests {
    private func tried(_ client: TestClient, _ path: String, _ query: String) async throws -> String {
        let reply = try await client.get("\(path)/hva-om?prov=1&\(query)")
        #expect(reply.status == 200)
        return reply.text
    }

    @Test(arguments: TestEngine.all)
    func `the supervisor's hours and free time are told to those who work with supervision`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let query = "hva=prosent&fra=1.1.2027&til=&prosent=60&fravaer=parentalLeave&kommune="
        let page = try await tried(hilde, path, query)
        #expect(page.contains("Hvem andre det gjelder") && page.contains("Knut Rønning"))
        // 80 % of 21 hours becomes 60 %; seven hours a month are 42 in half a year.
        #expect(page.contains("16,8 → 12,6") && page.contains("→ 29,4"))
        let ida = try await test.client(as: "ida")
        let own = try await tried(ida, path, query)
        #expect(own.contains("Knut Rønning") && own.contains("16,8 → 12,6") && !own.contains("→ 29,4"))
    }

    @Test func `wishes are counted for the half-years a hospital period leaves and comes to, without names`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let page = try await tried(hilde, path, "hva=sykehus&fra=1.1.2028&til=&prosent=&fravaer=parentalLeave&kommune=")
        // Solveig wishes for Nordlandssykehuset in 2027 too; nobody does in 2028.
        let numbers = page.components(separatedBy: "Ønsker om sykehusperiode").dropFirst().joined()
            .matches(of: /<td data-label="Ønsker[^"]*">(\d+)<\/td>/).map { String($0.1) }
        #expect(numbers == ["2", "1", "0", "1"])
        #expect(page.contains("Legens registrerte ønske gjelder vår 27 til høst 27"))
        #expect(!page.contains("Solveig"))
    }

    @Test(arguments: TestEngine.all)
    func `a municipality is told registered or not, and its registration counts`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let query = "hva=kommune&fra=1.1.2027&til=&prosent=&fravaer=parentalLeave&kommune=Bod%C3%B8"
        let without = try await tried(hilde, path, query)
        #expect(without.contains("Kommer til Bodø") && without.contains("Forlater Fauske"))
        #expect(without.contains("ikke registrert utdanningsvirksomhet, så tjenesten teller ikke"))
        let bodo = try #require(MunicipalityID("bodo"))
        try await test.database.write { connection in
            let change = try ChangeLog.record(
                .enterpriseRegistered, by: TestRegister.recorder, at: TestApplication.now, on: connection)
            try FactWriter(connection: connection, change: change).add(
                id: RecordID(high: 1, low: 77).text,
                EnterpriseRegistration(municipality: bodo, specialty: .generalPractice, status: .registered), in: .always)
        }
        let with = try await tried(hilde, path, query)
        #expect(!with.contains("ikke registrert utdanningsvirksomhet"))
        let fields = [
            ("hva", "kommune"), ("fra", "1.1.2027"), ("til", ""), ("prosent", ""), ("fravaer", "parentalLeave"), ("kommune", "Bodø"),
        ]
        #expect(try await hilde.post("\(path)/hva-om", fields + PlanDeskWork.marks(with)).status == 303)
        #expect(!(try await hilde.get(path).text.contains("kommunen er ikke registrert")))
    }

    @Test(arguments: TestEngine.all)
    func `a period is moved and stretched, and only one of hers`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let form = try await hilde.get("\(path)/hva-om").text
        let option = try #require(form.firstMatch(of: /<option value="([0-9a-z]{26})"[^>]*>1\.7\.2027–31\.12\.2027/))
        let page = try await tried(hilde, path, "hva=periode&periode=\(option.1)&fra=1.1.2028&til=30.6.2028")
        #expect(page.contains("1.1.2028–30.6.2028"))
        let fields = [("hva", "periode"), ("periode", String(option.1)), ("fra", "1.1.2028"), ("til", "30.6.2028")]
        #expect(try await hilde.post("\(path)/hva-om", fields + PlanDeskWork.marks(page)).status == 303)
        let plan = try await hilde.get(path).text
        #expect(plan.contains("1.1.2028–30.6.2028") && !plan.contains("1.7.2027–31.12.2027"))
        let other = try await hilde.get("\(path)/hva-om?prov=1&hva=periode&periode=00000000000000000000000000&fra=1.1.2028&til=30.6.2028")
        #expect(other.status == 422 && other.text.contains("Velg: Periode"))
    }

    @Test func `a municipality is not told who supervises its doctor by a yes that it carried itself; she is`() async throws {
        let test = try await TestApplication.make()
        let (hilde, ida) = (try await test.client(as: "hilde"), try await test.client(as: "ida"))
        let path = try await PlanDeskWork.draft(hilde)
        let training = try PlanDeskWork.ida().trainingID
        let query = "hva=prosent&fra=1.1.2027&til=&prosent=60&fravaer=parentalLeave&kommune="
        let (berit, today) = (TestSupervision.berit, TestApplication.today)
        try await test.record { writer in
            let share = SupervisionAssignment(training: training, supervisor: berit)
            try writer.add(id: RecordID(high: 6, low: 1).text, share, in: Period(startingOn: today))
        }
        let told = try await tried(hilde, path, query)
        #expect(told.contains("Knut Rønning") && told.contains("Berit Sund"))
        try await test.record { writer in
            let asked = SupervisionRequest(
                training: training, supervisor: berit, share: .full, wantedFrom: today, answerBy: today.adding(days: 10),
                askedBy: "Hilde Strand", state: .acceptedByLink)
            try writer.add(id: RecordID(high: 6, low: 2).text, asked, in: Period(startingOn: today))
        }
        let page = try await tried(hilde, path, query)
        #expect(page.contains("Knut Rønning") && !page.contains("Berit Sund"))
        let own = try await tried(ida, path, query)
        #expect(own.contains("Knut Rønning") && own.contains("Berit Sund"))
    }

    @Test func `what a place's supervisors have time for is told to those who work with supervision`() async throws {
        let test = try await TestApplication.make()
        let (hilde, ida) = (try await test.client(as: "hilde"), try await test.client(as: "ida"))
        let path = try await PlanDeskWork.draft(hilde)
        let query = "hva=kommune&fra=1.1.2027&til=&prosent=&fravaer=parentalLeave&kommune=Bod%C3%B8"
        for (client, isTold) in [(hilde, true), (ida, false)] {
            let page = try await tried(client, path, query)
            #expect(page.contains("Kommer til Bodø") && page.contains("veiledere med kapasitet til") == isTold)
        }
    }

    @Test(arguments: TestEngine.all)
    func `who asks of a doctor that is not hers is told of no supervisor, also of one she sees herself`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, peder) = (try PlanDeskWork.ida(), try #require(TestRegister.person("peder")))
        try await test.record { writer in
            let share = SupervisionAssignment(training: peder.trainingID, supervisor: TestSupervision.knut)
            try writer.add(id: RecordID(high: 6, low: 1).text, share, in: Period(startingOn: TestApplication.today))
        }
        let folder = TestApplication.root + "/Reference"
        let board = PlanBoardCache(
            database: test.database, loader: PlanLoader(supervision: AssignedSupervision()), book: RuleBookFiles.read(folder: folder).book)
        let effects = SupervisionEffects(
            cache: SupervisionCache(
                database: test.database, register: test.application.register, rules: SupervisionRules(referenceFolder: folder),
                board: board))
        let fauske = Viewer(account: "test.fauske", name: "Fauske", grants: [try .municipality("fauske")])
        for (doctor, names) in [(ida, ["Knut Rønning"]), (peder, [])] {
            let found = try await effects.supervisors(of: doctor.id, in: [], for: fauske, on: TestApplication.today)
            #expect(found.map(\.name) == names, "\(doctor.key)")
        }
    }
}
