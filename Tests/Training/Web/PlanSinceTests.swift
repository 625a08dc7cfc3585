import AlisDomain
import Foundation
import Testing

@testable import Alis

/// What has changed since a plan was looked through, the yearly revision, and who may say something about a plan.
@Suite struct PlanSinceTests {
    private func marks(_ page: String) -> [(String, String)] { PlanDeskWork.marks(page, ["_once", "_based"]) }

    private func review(_ client: TestClient, _ path: String, _ kind: String, _ note: String = "") async throws -> Int {
        let page = try await client.get(path).text
        return try await client.post("\(path)/gjennomgang", [("slag", kind), ("merknad", note)] + marks(page)).status
    }

    @Test(arguments: TestEngine.all)
    func `what changed since the last review is told, old and new`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        #expect(try await review(hilde, path, "approved") == 303)
        #expect(try await hilde.get(path).text.contains("Ingenting er endret siden sist gjennomgang 18.11.2026"))
        test.clock.advance(seconds: 30 * 86_400)
        // Whatever has been approved, the plan goes on changing.
        let again = try await test.client(as: "hilde")
        try await PlanDeskWork.moveHospital(again, path, to: "1.1.2028")
        let page = try await again.get(path).text
        #expect(page.contains("Endret siden sist gjennomgang 18.11.2026:") && page.contains("\(path)/endringer"))
        let changes = try await again.get("\(path)/endringer").text
        #expect(changes.contains("1.7.2027–31.12.2027: ") && changes.contains("1.1.2028–30.6.2028: "))
        #expect(changes.contains("Godkjent av kommunen 18.11.2026, Hilde Strand"))
        #expect(changes.contains(">Endret</th>"))
    }

    @Test func `an earlier review can be chosen, and one of another plan is not found`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        #expect(try await review(hilde, path, "revised") == 303)
        try await PlanDeskWork.moveHospital(hilde, path, to: "1.1.2028")
        #expect(try await review(hilde, path, "revised") == 303)
        let last = try await hilde.get("\(path)/endringer").text
        #expect(last.contains("Ingen perioder, fravær eller aktiviteter"))
        let ids = last.matches(of: /<option value="([0-9a-z]{26})"/).map { String($0.1) }
        #expect(ids.count == 3, "the draft and two revisions")
        let before = try await hilde.get("\(path)/endringer?siden=\(try #require(ids.dropFirst().first))").text
        #expect(before.contains("1.1.2028–30.6.2028"))
        #expect(try await hilde.get("\(path)/endringer?siden=00000000000000000000000000").status == 404)
        #expect(try await hilde.get("\(path)/endringer?siden='").status == 404)
    }

    @Test func `a plan that nobody has looked through has nothing to be compared with`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let path = "/alis/\(try PlanDeskWork.ida().id)/plan"
        #expect(try await hilde.get("\(path)/endringer").text.contains("ikke gått gjennom ennå"))
        #expect(!(try await hilde.get(path).text.contains("siden sist gjennomgang")))
    }

    @Test func `the yearly revision is said in time, then as overdue, with a text to copy`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let list = "/arbeidslister/gammel-plan"
        #expect(!(try await hilde.get(list).text.contains("Ida Nilsen")))
        test.clock.advance(seconds: 320 * 86_400)
        let soon = try await test.client(as: "hilde")
        #expect(try await soon.get(path).text.contains("Planen skal gås gjennom innen 18.11.2027"))
        let early = try await soon.get(list).text
        #expect(early.contains("Snart: innen to måneder") && early.contains("Ida Nilsen"))
        test.clock.advance(seconds: 60 * 86_400)
        let late = try await test.client(as: "hilde")
        #expect(try await late.get(path).text.contains("skulle vært gått gjennom innen 18.11.2027"))
        let overdue = try await late.get(list).text
        #expect(overdue.contains("skulle vært gått gjennom innen 18.11.2027") && overdue.contains("\(path)/paminnelse"))
        #expect(try await late.get("/arbeidslister/gammel-plan/regneark.csv").text.contains("innen 18.11.2027"))
        let before = try await test.fingerprint()
        let letter = try await late.get("\(path)/paminnelse").text
        #expect(letter.contains("sist gått gjennom 18.11.2026") && letter.contains("altså innen 18.11.2027") && letter.contains(path))
        #expect(try await test.fingerprint() == before, "a reminder is shown, and nothing is sent or written")
    }

    @Test func `the supervisor reads the plan and comments, and neither approves nor changes it`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let knut = try await test.client(as: "knut")
        let page = try await knut.get(path).text
        #expect(page.contains("Ida Nilsen") && page.contains("value=\"comment\"") && !page.contains("value=\"revised\""))
        let record = "href=\"/alis/\(try PlanDeskWork.ida().id)\""
        #expect(!page.contains("/periode/ny") && !page.contains(record))
        #expect(try await review(knut, path, "approved") == 422)
        #expect(try await review(knut, path, "revised") == 422)
        #expect(try await review(knut, path, "comment") == 422, "a comment without a word")
        #expect(try await review(knut, path, "comment", "Fint med palliasjon neste år") == 303)
        #expect(try await hilde.get(path).text.contains("Fint med palliasjon"))
        for part in ["/periode/ny", "/utkast", "/hva-om", "/paminnelse"] { #expect(try await knut.get(path + part).status == 404) }
        #expect(try await knut.get("\(path)/endringer").status == 200)
        let solveig = try #require(TestRegister.person("solveig")).id
        #expect(try await knut.get("/alis/\(solveig)/plan").status == 404, "she is not his")
        // A comment is not a revision.
        #expect(try await hilde.get(path).text.contains("Planen skal gås gjennom innen 18.11.2027"))
    }

    @Test(arguments: TestEngine.all)
    func `the supervisor is not told why a doctor is away`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let fields = [
            ("hva", "permisjon"), ("fra", "1.2.2027"), ("til", "30.4.2027"), ("prosent", ""), ("fravaer", "sickLeave"), ("kommune", ""),
        ]
        let query = "prov=1&" + fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        let tried = try await hilde.get("\(path)/hva-om?\(query)").text
        #expect(try await hilde.post("\(path)/hva-om", fields + PlanDeskWork.marks(tried)).status == 303)
        let name = TraineeTexts.name(.sickLeave).nb
        #expect(try await hilde.get(path).text.contains(name))
        let knut = try await test.client(as: "knut")
        for part in ["", "/endringer", "/utskrift"] {
            #expect(!(try await knut.get(path + part).text.localizedCaseInsensitiveContains(name)), "\(part)")
        }
        #expect(!(try await knut.get("\(path).ics").text.localizedCaseInsensitiveContains(name)))
    }
}
