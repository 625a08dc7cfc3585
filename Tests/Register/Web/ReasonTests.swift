import AlisDomain
import Foundation
import Testing

@testable import Alis

/// The history always says why, and what cannot be right is told with a way out.
@Suite struct ReasonTests {
    private func send(_ client: TestClient, _ path: String, _ fields: [(String, String)]) async throws -> TestClient.Reply {
        let page = try await client.get(path).text
        let marks = ["_once", "_based", "_stretch"].compactMap { name -> (String, String)? in
            guard let range = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
            return (name, String(page[range.upperBound...].prefix { $0 != "\"" }))
        }
        return try await client.post(path, fields + marks)
    }

    @Test func `what corrects a fact needs a reason, and one tap is enough`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let ida = try #require(TestRegister.person("ida"))
        let path = "/alis/\(ida.id)/arbeid/\(ida.engagementID)"
        let work = [
            ("kommune", "Fauske"), ("arbeidssted", "Annet sted"), ("form", "fastlonn"), ("prosent", "60"), ("fra", "1.3.2023"), ("til", ""),
        ]
        let refused = try await send(hilde, path, work + [("gjelder", "rettelse")])
        #expect(refused.status == 422 && refused.text.contains("id=\"grunnlag-feil\"") && refused.text.contains("value=\"60\""))
        // All problems at once, the missing reason among them.
        let both = try await send(hilde, path, work.map { $0.0 == "prosent" ? ("prosent", "600") : $0 } + [("gjelder", "rettelse")])
        #expect(both.text.contains("id=\"grunnlag-feil\"") && both.text.contains("id=\"prosent-feil\""))
        #expect(try await send(hilde, path, work + [("gjelder", "rettelse"), ("grunnlag", "1")]).status == 303)
        #expect(try await hilde.get("/alis/\(ida.id)/historikk").text.contains("«Legen sa fra om feilen»"))
        #expect(try await send(hilde, path, work + [("gjelder", "slett")]).status == 422)
    }

    @Test func `what tells something new may be without, and the history says that it was new`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let ida = try #require(TestRegister.person("ida"))
        let absence = [("slag", "sickLeave"), ("prosent", "50"), ("fra", "1.11.2026"), ("til", "30.11.2026")]
        #expect(try await send(hilde, "/alis/\(ida.id)/fravaer/ny", absence).status == 303)
        let history = try await hilde.get("/alis/\(ida.id)/historikk").text
        #expect(history.contains("Fravær registrert") && history.contains("Ny opplysning"))
        let form = "/alis/\(ida.id)/utdanning/\(ida.trainingID)"
        #expect(try await send(hilde, form, [("hva", "rett"), ("dag", "1.3.2023"), ("ordning", "ny"), ("ventet", "")]).status == 422)
        #expect(try await send(hilde, form, [("hva", "ventet"), ("ventet", "1.6.2028")]).status == 303)
    }

    @Test func `a wish withdrawn says why, and a longer absence need not`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let solveig = try #require(TestRegister.person("solveig"))
        let wish = "/alis/\(solveig.id)/onske/\(solveig.wishID)"
        #expect(try await send(hilde, wish, [("trekk", "ja")]).status == 422)
        #expect(try await send(hilde, wish, [("trekk", "ja"), ("grunnlag", "0")]).status == 303)
        #expect(try await hilde.get("/alis/\(solveig.id)/historikk").text.contains("«Legen vil vente»"))
    }

    @Test func `absence above the whole position, or outside the training, is told with a way out`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let solveig = try #require(TestRegister.person("solveig"))
        let path = "/alis/\(solveig.id)/fravaer/ny"
        #expect(
            try await send(hilde, path, [("slag", "parentalLeave"), ("prosent", "60"), ("fra", "1.1.2026"), ("til", "30.6.2026")]).status
                == 303)
        let over = try await send(hilde, path, [("slag", "sickLeave"), ("prosent", "50"), ("fra", "1.6.2026"), ("til", "31.7.2026")])
        #expect(over.status == 422 && over.text.contains("over 100 prosent") && over.text.contains("Endre: Foreldrepermisjon 60"))
        #expect(
            try await send(hilde, path, [("slag", "sickLeave"), ("prosent", "40"), ("fra", "1.6.2026"), ("til", "31.7.2026")]).status == 303
        )
        let early = try await send(hilde, path, [("slag", "sickLeave"), ("prosent", "100"), ("fra", "1.1.2010"), ("til", "1.2.2010")])
        #expect(early.status == 422 && early.text.contains("før utdanningsløpet, som begynte 1.9.2024"))
        #expect(early.text.contains("href=\"/alis/\(solveig.id)/utdanning/\(solveig.trainingID)\""))
    }

    @Test func `what stays open when a training ends is told, with the way to it`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let solveig = try #require(TestRegister.person("solveig"))
        let path = "/alis/\(solveig.id)/utdanning/\(solveig.trainingID)"
        #expect(
            try await send(hilde, path, [("hva", "slutt"), ("dag", "1.11.2026"), ("grunn", "movedAbroad"), ("ventet", "")]).status == 303)
        let page = try await hilde.get("/alis/\(solveig.id)").text
        #expect(page.contains("slutt fra 1.11.2026, men arbeid og ønske om sykehustjeneste står åpent"))
        #expect(page.contains("/alis/\(solveig.id)/arbeid/\(solveig.engagementID)"))
        let late = try await send(
            hilde, "/alis/\(solveig.id)/fravaer/ny", [("slag", "sickLeave"), ("prosent", "100"), ("fra", "1.10.2026"), ("til", "")])
        #expect(late.status == 422 && late.text.contains("til og med 31.10.2026"))
    }
}
