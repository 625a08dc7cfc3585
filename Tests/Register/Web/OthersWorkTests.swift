import AlisCast
import AlisDomain
import Testing

@testable import Alis

/// What is another municipality's stays so when it has let somebody in, and what contradicts is not made one.
@Suite struct OthersWorkTests {
    @Test(arguments: TestEngine.all)
    func `whoever is let in registers work of her own, and leaves another's alone`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let peder = try #require(TestRegister.person("peder"))
        let (hilde, oddvar) = (try await test.client(as: "hilde"), try await test.client(as: "oddvar"))
        let asked = [
            ("fornavn", peder.trainee.givenName), ("etternavn", peder.trainee.familyName), ("hpr", peder.trainee.hpr?.digits ?? ""),
            ("kommune", "Fauske"), ("_once", "a"),
        ]
        #expect(try await hilde.post("/overforinger", asked).status == 303)
        let id = try #require(try await test.application.register.current().index.transfers.last?.id)
        #expect(try await oddvar.post("/overforinger/\(id)/svar", [("svar", "ja"), ("_once", "b")]).status == 303)
        let work = "/alis/\(peder.id)/arbeid/\(peder.engagementID)"
        let page = try await hilde.get("/alis/\(peder.id)").text
        #expect(page.contains("/arbeid/ny") && !page.contains(work))
        let before = try await test.fingerprint()
        #expect(try await hilde.get(work).status == 404)
        for fields in [[("gjelder", "slett"), ("grunnlag", "0")], [("gjelder", "rettelse"), ("kommune", "Fauske"), ("grunnlag", "0")]] {
            #expect(try await hilde.post(work, fields).status == 404)
        }
        #expect(try await test.fingerprint() == before)
        #expect(try await oddvar.get(work).status == 200)
    }

    @Test(arguments: TestEngine.all)
    func `two who contradict each other are not merged before that is set right`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, noor) = (try #require(TestRegister.person("ida")), try #require(TestRegister.person("noor")))
        let admin = try await test.client(as: "jon")
        let before = try await test.fingerprint()
        let refused = try await admin.post(
            "/oppfolging/dubletter/\(ida.id)/\(noor.id)", [("behold", ida.id.text), ("grunnlag", "0"), ("_once", "a")])
        #expect(refused.status == 422 && refused.text.contains("hvert sitt HPR-nummer"), "\(refused.status)")
        #expect(try await test.fingerprint() == before)
    }

    @Test(arguments: TestEngine.all)
    func `a form that said nothing of what it was based on is told of a colleague's change after a mistake too`(engine: TestEngine)
        async throws
    {
        let test = try await TestApplication.make(engine: engine)
        let ida = try #require(TestRegister.person("ida"))
        let (hilde, ravna) = (try await test.client(as: "hilde"), try await test.client(as: "ravna"))
        let path = "/alis/\(ida.id)/person"
        let form = try #require(PageForm.all(in: try await hilde.get(path).text).first { $0.action == path })
        let hers = form.filled(["telefon": "000 00 001"], usual: [:])
        #expect(try await hilde.post(path, hers).status == 303)
        let theirs = form.filled(["telefon": "000 00 002", "fodt": "abc", "_once": "annen"], usual: [:]).filter {
            !["_based", "_mark"].contains($0.0)
        }
        let wrong = try await ravna.post(path, theirs)
        #expect(wrong.status == 422)
        let back = try #require(PageForm.all(in: wrong.text).first { $0.action == path })
        let right = back.filled(["fodt": String(ida.trainee.birthYear ?? 1990)], usual: [:]).filter { $0.0 != "_mark" }
        let late = try await ravna.post(path, right)
        #expect(late.status == 409 && late.text.contains("Hilde"), "\(late.status)")
    }
}
