import AlisDomain
import Testing

@testable import Alis

@Suite struct ReferencePageTests {
    @Test func `a search for a sign finds nothing, and a name in use finds its municipality`() async throws {
        let test = try await TestApplication.make()
        let ravna = try await test.client(as: "ravna")
        #expect(try await !ravna.get("/sok?q=%25").text.contains("<a href=\"/kommuner/"))
        #expect(try await ravna.get("/sok?q=romsa").location == "/kommuner/5501-tromso")
    }

    @Test(arguments: ["ordning=xx", "form=xx", "sentralitet=9", "kontor=ZZ", "fylke=99", "kommune=atlantis"])
    func `a filter that means nothing is said to, and gives no file of the whole country`(filter: String) async throws {
        let test = try await TestApplication.make()
        let ravna = try await test.client(as: "ravna")
        let page = try await ravna.get("/oversikt?\(filter)")
        #expect(page.status == 400 && page.text.contains("er ikke noe vi kan velge ut etter"))
        #expect(try await ravna.get("/oversikt.csv?\(filter)").location == "/oversikt?\(filter)")
        #expect(try await ravna.get("/oversikt?kontor=NORD&per=2018-01-01").status == 200)
    }

    @Test func `every number Tromsø has had leads to all of them, each in its time`() async throws {
        let test = try await TestApplication.make()
        let ravna = try await test.client(as: "ravna")
        for text in ["1902", "5401", "5501", "troms%C3%B8"] {
            let page = try await ravna.get("/grunndata/kommuner?q=\(text)")
            #expect(page.status == 200)
            for part in ["1902", "5401", "5501", "1.1.2020–31.12.2023", "fra 1.1.2024", "Troms og Finnmark"] {
                #expect(page.text.contains(part), "\(text): \(part)")
            }
        }
        #expect(try await ravna.get("/grunndata/kommuner?q=tana").text.contains("<span lang=\"se\">Deatnu</span>"))
        #expect(try await ravna.get("/grunndata/kommuner?q=Bod%C3%B8%C3%B8").text.contains("Mente du"))
        #expect(try await ravna.get("/grunndata/kommuner").text.contains("Slått sammen"))
    }

    @Test func `offices, trusts and counties stand with their sources`() async throws {
        let test = try await TestApplication.make()
        let ravna = try await test.client(as: "ravna")
        #expect(try await ravna.get("/grunndata").text.contains("ikke kjent"))
        #expect(try await ravna.get("/grunndata/kontor/NORD").text.contains(">Fauske<"))
        #expect(try await ravna.get("/grunndata/kontor/INGEN").status == 404)
        #expect(try await ravna.get("/grunndata/foretak").text.contains("NLSH"))
        #expect(try await ravna.get("/grunndata/fylker").text.contains("Troms og Finnmark"))
        #expect(try await test.client(as: "hilde").get("/grunndata").status == 404)
    }

    /// What the form that is open now is based on.
    private func based(_ client: TestClient) async throws -> String {
        let forms = PageForm.all(in: try await client.get("/grunndata/koordinering").text)
        return forms.flatMap(\.fields).first { $0.name == "_based" }?.values.first ?? ""
    }

    @Test(arguments: TestEngine.all)
    func `a coordinator sets the turn once, with a reason, and others do not`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ingvild = try await test.client(as: "ingvild")
        let wrong = try await ingvild.post("/grunndata/koordinering", [("fra", "31.02.2025"), ("_once", "a")])
        #expect(wrong.status == 422 && wrong.text.contains("value=\"31.02.2025\""))
        for field in ["kontor", "fra", "grunn"] { #expect(wrong.text.contains("id=\"\(field)-feil\"")) }
        let turned = [("kontor", "VEST"), ("fra", "2025-01-02"), ("til", "2025-01-01"), ("grunn", "x")]
        #expect(try await ingvild.post("/grunndata/koordinering", turned).text.contains("id=\"til-feil\""))
        let early = [("kontor", "OSLO"), ("fra", "2021-01-01"), ("grunn", "x")]
        #expect(try await ingvild.post("/grunndata/koordinering", early).text.contains("ikke opprettet"))

        let form =
            [("kontor", "VEST"), ("fra", "2024-09-01"), ("til", "2026-08-31"), ("grunn", "fellesmøtet"), ("_once", "en-gang")]
            + [("_based", try await based(ingvild))]
        let saved = try await ingvild.post("/grunndata/koordinering", form)
        #expect(saved.status == 303)
        let last = try await test.database.read { try ChangeLog.last(on: $0)?.number }
        #expect(try await ingvild.post("/grunndata/koordinering", form).status == 303)
        #expect(try await test.database.read { try ChangeLog.last(on: $0)?.number } == last)
        let page = try await ingvild.get("/grunndata")
        #expect(page.text.contains("1.9.2024–31.8.2026") && page.text.contains("fra 1.9.2026"))
        let reference = try await test.database.read { try ReferenceStore.data(on: $0, knownAfter: .max) }
        #expect(reference.coordinator(on: TestApplication.today.adding(months: -12)) == OfficeCode("VEST"))

        // The same mark with something else in the form: another's act is not done under it.
        let other = [("kontor", "ukjent"), ("fra", "2025-01-01"), ("grunn", "x"), ("_once", "en-gang")]
        let again = try await ingvild.post("/grunndata/koordinering", other)
        #expect(again.status == 409 && again.text.contains("Lagre dette også"))
        #expect(try await test.database.read { try ChangeLog.last(on: $0)?.number } == last)
        // Somebody who opened the form before that is told of it, before she writes over it.
        let late = form.map { $0.0 == "_once" ? ("_once", "sent") : $0 }
        let told = try await ingvild.post("/grunndata/koordinering", late)
        #expect(told.status == 409 && told.text.contains("Ingvild") && told.text.contains("fellesmøtet"))
        let ravna = try await test.client(as: "ravna")
        #expect(try await ravna.get("/grunndata/koordinering").status == 404)
        #expect(try await ravna.post("/grunndata/koordinering", form).status == 404)
    }
}
