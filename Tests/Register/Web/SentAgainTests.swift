import AlisDomain
import Testing

@testable import Alis

/// Forms that come late: sent again with other contents, or about something that is gone.
@Suite struct SentAgainTests {
    private func marks(_ page: String) -> [(String, String)] { PlanDeskWork.marks(page, ["_once", "_based", "_stretch"]) }

    @Test(arguments: TestEngine.all)
    func `what was removed while a form about it was filled in can be put in anew`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, ravna) = (try await test.client(as: "hilde"), try await test.client(as: "ravna"))
        let ida = try #require(TestRegister.person("ida"))
        let folder = "/alis/\(ida.id)/fravaer"
        let absence = [("slag", "parentalLeave"), ("prosent", "100"), ("fra", "1.2.2027"), ("til", "31.5.2027")]
        #expect(try await hilde.post(folder + "/ny", absence + marks(try await hilde.get(folder + "/ny").text)).status == 303)
        let record = try await test.database.read { try TraineeStore.find(ida.id, on: $0) }
        let path = "\(folder)/\(try #require(record?.absences.last?.id).text)"
        let (first, second) = (try await hilde.get(path).text, try await ravna.get(path).text)
        let removal = absence + [("slett", "ja"), ("grunnlag", "0")] + marks(first)
        #expect(try await hilde.post(path, removal).status == 303)
        #expect(try await hilde.post(path, removal).status == 303, "sent twice")

        let longer = absence.filter { $0.0 != "til" } + [("til", "30.6.2027"), ("hvorfor", "Lenger")]
        let late = try await ravna.post(path, longer + marks(second))
        #expect(late.status == 409 && late.text.contains("Hilde Strand fjernet dette") && late.text.contains("value=\"30.6.2027\""))
        #expect(late.text.contains("action=\"\(folder)/ny\""))
        #expect(try await ravna.post(folder + "/ny", longer + marks(late.text)).status == 303)
        let after = try await test.database.read { try TraineeStore.find(ida.id, on: $0) }
        #expect(after?.absences.last?.last?.period.lastDay?.iso == "2027-06-30")
        // Who may not see her learns nothing of it.
        #expect(try await test.client(as: "anders").post(path, longer + marks(second)).status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `a form sent again with other contents is not taken for done, and can be saved too`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ida = try await test.client(as: "ida")
        let path = "/alis/\(try #require(TestRegister.person("ida")).id)/veiledning"
        func session(_ day: String, _ once: String = "mark") -> [(String, String)] {
            [
                ("hvem", TestSupervision.knut.text), ("dag", day), ("minutter", "75"), ("hvordan", "digitalt"), ("slag", "individuell"),
                ("notat", "Bare for oss"), ("_once", once),
            ]
        }
        func logged() async throws -> Int {
            try await test.database.read {
                try $0.count("SELECT COUNT(*) FROM supervisionSession WHERE minutes = 75 AND supersededIn IS NULL")
            }
        }
        for _ in 0..<2 { #expect(try await ida.post(path + "/okt", session("16.11.2026")).status == 303) }
        #expect(try await logged() == 1)
        let again = try await ida.post(path + "/okt", session("17.11.2026"))
        #expect(again.status == 409 && again.text.contains("Lagre dette også") && again.text.contains("value=\"17.11.2026\""))
        #expect(try await logged() == 1)
        let once = try #require(marks(again.text).first { $0.0 == "_once" })
        #expect(once.1 != "mark")
        for _ in 0..<2 { #expect(try await ida.post(path + "/okt", session("17.11.2026", once.1)).status == 303) }
        #expect(try await logged() == 2)
    }
}
