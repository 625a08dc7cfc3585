import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Plans that wait for the municipality, and changes that a doctor or a broken plan keeps from being made.
@Suite struct PlanApprovalTests {
    private let list = "/arbeidslister/til-godkjenning"

    private func review(_ client: TestClient, _ path: String, _ kind: String, _ note: String = "") async throws {
        let page = try await client.get(path).text
        let sent = try await client.post(
            "\(path)/gjennomgang", [("slag", kind), ("merknad", note)] + PlanDeskWork.marks(page, ["_once", "_based"]))
        #expect(sent.status == 303)
    }

    @Test(arguments: TestEngine.all)
    func `a plan waits until it is approved, and again when it has changed`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        #expect(!(try await hilde.get(list).text.contains("Ida Nilsen")), "nobody has made a plan")
        let path = try await PlanDeskWork.draft(hilde)
        let drafted = try await hilde.get(list).text
        #expect(drafted.contains("Ida Nilsen") && drafted.contains("aldri godkjent; gått gjennom 18.11.2026"))
        #expect(try await hilde.get("/").text.contains(list))
        #expect(!(try await test.client(as: "ravna").get("/").text.contains(list)), "an office cannot approve")
        #expect(try await test.client(as: "ravna").get(list).text.contains("Ida Nilsen"))
        #expect(!(try await test.client(as: "anders").get(list).text.contains("Ida Nilsen")))
        try await review(hilde, path, "approved")
        #expect(!(try await hilde.get(list).text.contains("Ida Nilsen")))
        #expect(!(try await hilde.get(path).text.contains("Planen venter på")))
        // She changes it herself.
        let ida = try await test.client(as: "ida")
        try await PlanDeskWork.moveHospital(ida, path, to: "1.1.2028")
        let changed = try await hilde.get(list).text
        #expect(changed.contains("Ida Nilsen") && changed.contains("godkjent 18.11.2026; endret etterpå: "))
        #expect(try await hilde.get("\(list)/regneark.csv").text.contains("endret etterpå: "))
        #expect(try await hilde.get("/planer").text.contains("planen venter på godkjenning"))
        #expect(try await hilde.get(path).text.contains("Planen venter på at kommunen godkjenner den: godkjent 18.11.2026"))
        // Sent back it waits for the others, until somebody has done something about it.
        try await review(hilde, path, "returned", "Sykehuset tar imot høsten 2027.")
        #expect(!(try await hilde.get(list).text.contains("Ida Nilsen")))
        try await PlanDeskWork.moveHospital(ida, path, to: "1.7.2027")
        #expect(try await hilde.get(list).text.contains("sendt tilbake 18.11.2026; endret etterpå: "))
    }

    @Test(arguments: TestEngine.all)
    func `that a course is carried out makes no other plan, and one that is planned does`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        try await review(hilde, path, "approved")
        func record(_ day: String, isDone: Bool) async throws {
            let form = "\(path)/aktivitet/ny"
            let sent = try await hilde.post(
                form,
                [
                    ("slag", "basicCourseA"), ("fra", day), ("til", day), ("timer", "15"), ("antall", "1"), ("emne", ""),
                    ("status", isDone ? "gjort" : "plan"),
                ] + PlanDeskWork.marks(try await hilde.get(form).text))
            #expect(sent.status == 303)
        }
        try await record("1.10.2026", isDone: true)
        #expect(!(try await hilde.get(list).text.contains("Ida Nilsen")))
        try await record("1.3.2027", isDone: false)
        #expect(try await hilde.get(list).text.contains("endret etterpå: 1 aktivitet"))
    }

    @Test func `a change that breaks the plan is shown, and cannot be made`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let form = try await hilde.get("\(path)/hva-om").text
        let practice = try #require(form.firstMatch(of: /<option value="([0-9a-z]{26})"[^>]*>18\.11\.2026/)).1
        let fields = [
            ("hva", "periode"), ("periode", String(practice)), ("fra", "18.11.2026"), ("til", "31.8.2027"), ("prosent", ""),
            ("fravaer", "parentalLeave"), ("kommune", ""),
        ]
        let query = "prov=1&" + fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        let tried = try await hilde.get("\(path)/hva-om?\(query)")
        #expect(tried.status == 200 && tried.text.contains("Dette kan ikke legges inn i planen"))
        #expect(tried.text.contains("over 100 % til sammen (1.7.2027–31.8.2027)") && !tried.text.contains("Legg dette inn i planen"))
        #expect(tried.text.contains("\(path)/periode/"), "the way to what is in the way")
    }

    @Test(arguments: TestEngine.all)
    func `a doctor tries leave, and is told who records it`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let fields = [
            ("hva", "permisjon"), ("fra", "1.2.2027"), ("til", "31.5.2027"), ("prosent", ""), ("fravaer", "parentalLeave"),
            ("kommune", ""),
        ]
        let query = "prov=1&" + fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        let ida = try await test.client(as: "ida")
        let tried = try await ida.get("\(path)/hva-om?\(query)")
        #expect(tried.status == 200 && tried.text.contains("Si fra til Fauske kommune: foreldrepermisjon, 1.2.2027–31.5.2027, 100"))
        #expect(!tried.text.contains("Legg dette inn i planen"))
        // What was shown to the municipality is no key for her.
        let hers = PlanDeskWork.marks(try await hilde.get("\(path)/hva-om?\(query)").text)
        let before = try await test.fingerprint()
        let forced = try await ida.post("\(path)/hva-om", fields + hers)
        #expect(forced.status == 422 && forced.text.contains("Fravær føres av kommunen"))
        #expect(try await test.fingerprint() == before)
        #expect(try await hilde.post("\(path)/hva-om", fields + hers).status == 303)
    }

    @Test(arguments: TestEngine.all)
    func `months that are no number are said at the field, whatever else is chosen`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = "/alis/\(try PlanDeskWork.ida().id)/plan"
        for (months, half) in [("-1", ""), ("abc", ""), ("25", "2027-2"), ("", "2027-2")] {
            let form = try await hilde.get("\(path)/utkast").text
            let sent = try await hilde.post(
                "\(path)/utkast",
                [("fra", "18.11.2026"), ("prosent", "80"), ("kommune", "Fauske"), ("halvaar", half), ("maaneder", months), ("foretak", "")]
                    + PlanDeskWork.marks(form))
            #expect(sent.status == 422 && sent.text.contains("Skriv antall måneder") && sent.text.contains("value=\"Fauske\""))
        }
        let tried = try await hilde.get("\(path)/hva-om?prov=1&hva=prosent&fra=1.1.2027&prosent=60&til=xx")
        #expect(tried.status == 422 && tried.text.contains("«xx»"), "what is not used is still read")
    }
}
