import AlisDomain
import Foundation
import Testing

@testable import Alis

/// The table of plans, and the computed end beside the registered one.
@Suite struct PlanListTests {
    @Test(arguments: TestEngine.all)
    func `a municipality sees its own doctors' plans, on screen and in the spreadsheet`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let page = try await hilde.get("/planer").text
        #expect(page.contains("Ida Nilsen") && !page.contains("Amina Hassan"))
        #expect(page.contains("av 60,0\u{00A0}md.") && page.contains("ingen plan") && page.contains("kommunen er ikke registrert"))
        let file = try await hilde.get("/planer.csv").text
        #expect(file.contains("Ida Nilsen") && !file.contains("Amina Hassan"))
        let nynorsk = try await test.client(as: "hilde")
        await nynorsk.chooseLanguage(.nynorsk)
        #expect(try await nynorsk.get("/planer").text.contains("Planane til ALIS"))
    }

    @Test func `it can be narrowed and sorted, and keeps the question in the spreadsheet's address`() async throws {
        let test = try await TestApplication.make()
        let ravna = try await test.client(as: "ravna")
        let page = try await ravna.get("/planer?utvalg=naar-ikke-fram&sorter=navn&kommune=fauske").text
        #expect(page.contains("/planer.csv?kommune=fauske&amp;utvalg=naar-ikke-fram&amp;sorter=navn"))
        #expect(try await ravna.get("/planer?utvalg=tull&sorter=tull&side=99").status == 200)
        for path in ["/planer", "/planer.csv"] {
            #expect(try await test.client(as: "ida").get(path).status == 404)
            #expect(try await test.client(as: "priya").get(path).status == 404)
        }
    }

    @Test func `the register's pages show the computed end beside the registered one`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let id = try #require(TestRegister.person("ida")).id
        let record = try await hilde.get("/alis/\(id)").text
        #expect(record.contains("Registrert ferdig") && record.contains(">Beregnet ferdig</a> arbeidsforholdet når ikke fram"))
        let page = try await hilde.get("/kommuner/1841-fauske").text
        #expect(page.contains("data-label=\"Registrert ferdig\"") && page.contains("data-label=\"Beregnet ferdig\""))
        #expect(page.contains("/planer?kommune="))
        // On an earlier day nothing is computed.
        #expect(!(try await hilde.get("/kommuner/1841-fauske?per=2026-01-01").text.contains("data-label=\"Beregnet ferdig\"")))
    }

    @Test func `no list states an end that the plan denies`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let page = try await hilde.get("/arbeidslister/mangler-registrering").text
        #expect(page.contains("data-label=\"Beregnet ferdig\">Arbeidsforholdet når ikke fram"))
        #expect(try await hilde.get("/arbeidslister/mangler-registrering/regneark.csv").text.contains("Arbeidsforholdet når ikke fram"))
    }
}
