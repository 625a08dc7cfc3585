import AlisDomain
import Testing

@testable import Alis

@Suite struct AccountPageTests {
    private let new = [("navn", "Berit Prøve"), ("epost", "berit@alis.example"), ("rolle", "kommune"), ("sted", "1804")]

    private func token(_ test: TestApplication) -> (String, String) { ("_once", test.surroundings.newID().text) }

    @Test(arguments: TestEngine.all)
    func `a person is added once however often the form is sent, and comes in by the link`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let jon = try await test.client(as: "jon")
        let once = token(test)
        let reply = try await jon.post("/tilgang/ny", new + [once])
        #expect(reply.status == 303)
        #expect(try await jon.post("/tilgang/ny", new + [once]).location == reply.location)
        let page = try await jon.follow(reply)
        #expect(page.text.contains("Berit Prøve") && page.text.contains("Bodø"))

        let made = try await jon.post("/tilgang/\(once.1)/lenke")
        let link = try #require(made.text.firstRange(of: #/\/logg-inn\/lenke\/[0-9a-z]+/#).map { String(made.text[$0]) })
        // Whoever made it gives it on: signed in, she is not somebody else by it, and it is as good as before.
        for reply in [try await jon.get(link), try await jon.post(link)] {
            #expect(reply.status == 403 && reply.text.contains("Lenken er til Berit Prøve, og du er logget inn som Jon Halvorsen"))
        }
        #expect(try await jon.get("/tilgang").status == 200)
        // In somebody else's browser, who is not signed in any more: her session ends, not only its cookie.
        let berit = try await test.client(as: "ravna")
        let former = await berit.session
        #expect(try await berit.post(link).status == 303)
        let kept = test.client()
        await kept.useSession(former)
        #expect(try await kept.get("/oversikt").status == 303)
        #expect(try await berit.get("/oversikt").status == 200)
        #expect(try await test.client().post(link).status == 410)

        let asked = try await jon.get("/tilgang/\(once.1)/rolle/\(once.1)/avslutt").text
        #expect(asked.contains("Vil du avslutte rollen til Berit Prøve?") && asked.contains("Bodø"))
        #expect(try await berit.get("/oversikt").status == 200)
        #expect(try await jon.post("/tilgang/\(once.1)/rolle/\(once.1)/avslutt").status == 303)
        #expect(try await jon.get("/tilgang/\(once.1)/rolle/\(once.1)/avslutt").status == 404)
        #expect(try await berit.get("/oversikt").status == 303)
        #expect(try await jon.get("/tilgang/\(once.1)").text.contains("av Jon Halvorsen"))
        #expect(try await jon.post("/tilgang/\(once.1)/avslutt").status == 303)
        #expect(try await !jon.get("/tilgang").text.contains("Berit Prøve"))
        #expect(try await jon.get("/tilgang?avsluttede=ja&q=berit").text.contains("Berit Prøve"))
    }

    @Test(arguments: TestEngine.all)
    func `every problem is told at its field, with what was typed`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let jon = try await test.client(as: "jon")
        let empty = try await jon.post("/tilgang/ny", [("rolle", "kommune"), ("sted", "Bodøø"), ("epost", "x"), token(test)])
        #expect(empty.status == 422)
        for id in ["navn-feil", "epost-feil", "sted-feil"] { #expect(empty.text.contains("id=\"\(id)\"")) }
        #expect(empty.text.contains("Mente du Bodø"))
        #expect(empty.text.contains("value=\"Bodøø\""))
        let taken = try await jon.post(
            "/tilgang/ny", [("navn", "A"), ("epost", "Hilde@alis.example"), ("rolle", "administrator"), token(test)])
        #expect(taken.status == 422 && taken.text.contains("En annen med tilgang har denne e-postadressen"))
        let doctor = try await jon.post(
            "/tilgang/ny", [("navn", "A"), ("epost", "a@b.no"), ("rolle", "alis"), ("sted", "123"), token(test)])
        #expect(doctor.text.contains("Ingen lege i registeret har dette HPR-nummeret"))
        let office = try await jon.post(
            "/tilgang/demo.hilde/rolle", [("rolle", "radgiver"), ("sted", "INGEN"), token(test)])
        #expect(office.status == 422 && office.text.contains("Velg et ALIS-kontor"))
        #expect(try await jon.post("/tilgang/ny", new).status == 400)
    }

    @Test(arguments: TestEngine.all)
    func `another administrator's change of a name is told before it is written over`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (first, second) = (try await test.client(as: "jon"), try await test.client("Annen", holding: .administrator))
        let path = "/tilgang/demo.hilde"
        let form = try #require(PageForm.all(in: try await first.get(path).text).first { $0.action == path })
        #expect(try await test.send(second, path, [("navn", "Hilde Nytt-Navn"), ("epost", "hilde@alis.example")]).status == 303)
        let late = try await first.post(path, form.filled(["navn": "Hilde Strand-Ny"], usual: [:]))
        #expect(late.status == 409 && late.text.contains("Lagret er nå: Hilde Nytt-Navn, hilde@alis.example"))
        let again = try #require(PageForm.all(in: late.text).first { $0.action == path }).filled([:], usual: [:])
        #expect(again.contains { $0 == ("navn", "Hilde Strand-Ny") })
        #expect(try await first.post(path, again).status == 303)
        #expect(try await first.get(path).text.contains("<h1>Hilde Strand-Ny"))
        // Sent twice it is as was asked; without the mark of what was seen it is told.
        #expect(try await first.post(path, again).status == 303)
        #expect(try await first.post(path, [("navn", "Uten Merke"), ("epost", "hilde@alis.example")]).status == 409)
    }

    @Test(arguments: TestEngine.all)
    func `an administrator keeps her own last administrator role`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let jon = try await test.client(as: "jon")
        let refused = try await jon.post("/tilgang/demo.jon/rolle/demo.jon.administrator/avslutt")
        #expect(refused.status == 422 && refused.text.contains("siste administratorrollen"))
        #expect(try await jon.post("/tilgang/demo.jon/avslutt").status == 422)
        #expect(try await jon.get("/tilgang").status == 200)
    }

    @Test(arguments: ["ravna", "hilde", "priya", "ingvild"])
    func `nobody else sees that the pages are there`(person: String) async throws {
        let test = try await TestApplication.make()
        let client = try await test.client(as: person)
        for address in ["/tilgang", "/tilgang/ny", "/tilgang/demo.jon"] { #expect(try await client.get(address).status == 404) }
        #expect(try await client.post("/tilgang/demo.jon/avslutt").status == 404)
    }
}
