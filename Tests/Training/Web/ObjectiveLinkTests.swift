import AlisDomain
import Foundation
import Testing

@testable import Alis

/// A clinical supervisor's one-time link: who may answer it, how often, and what is said when it cannot be.
@Suite struct ObjectiveLinkTests: ObjectiveForms {
    /// The address of the one-time link that a page shows.
    private func link(in reply: TestClient.Reply) throws -> String {
        let found = try #require(reply.text.firstMatch(of: /\/laeringsmal\/svar\/([A-Za-z0-9_-]+)"/))
        return "/laeringsmal/svar/\(found.1)"
    }

    @Test(arguments: TestEngine.all)
    func `a link that is used, wrong, run out or settled says which, and what to do`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, stranger) = (try await test.client(as: "ida"), test.client())
        func invite(_ name: String) async throws -> String {
            let reply = try await act(ida, "supervisor", ["ALM-068"], [("navn", name)])
            return try link(in: reply)
        }
        let used = try await invite("Kari Lund")
        let form = try await stranger.get(used).text
        #expect(
            form.contains("Lenken er til Kari Lund") && form.contains("til og med 9.12.2026")
                && form.contains("Eksempel, ikke forskriftens"))
        #expect(try await stranger.post(used, []).text.contains("ALM-068: Velg om du anbefaler målet"))
        #expect(try await stranger.post(used, [("svar.ALM-068", "ja")]).text.contains("ALM-068 Akuttmedisin: <b>anbefalt</b>"))
        // Sent twice: the second time it is told that the answer has come.
        let again = try await stranger.post(used, [("svar.ALM-068", "nei")])
        #expect(again.status == 404 && again.text.contains("Svaret er alt sendt") && again.text.contains("18.11.2026"))
        #expect(try await stranger.get("/laeringsmal/svar/tull").text.contains("Lenken er ikke riktig"))
        let settled = try await invite("Per Vik")
        #expect(try await act(ida, "trekk", ["ALM-068"]).status == 303)
        #expect(try await stranger.get(settled).text.contains("Du trenger ikke svare"))
        let late = try await invite("Anne Moe")
        test.clock.advance(seconds: 40 * 86_400)
        let page = try await stranger.get(late)
        #expect(page.status == 404 && page.text.contains("Den virket til og med 9.12.2026"))
    }

    @Test(arguments: TestEngine.all)
    func `whoever made the link cannot answer it signed in, and who was signed in is said beside the answer`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, hilde, ravna) = (
            try await test.client(as: "ida"), try await test.client(as: "hilde"), try await test.client(as: "ravna")
        )
        let path = try path()
        #expect(try await act(hilde, "supervisor", ["ALM-055"], [("navn", "Knut Rønning")]).text.contains("Supervisøren må være en annen"))
        let reply = try await act(hilde, "supervisor", ["ALM-055"], [("navn", "Kari Lund")])
        let link = try link(in: reply)
        // The one who made it, and the one it is about.
        for client in [hilde, ida] {
            let before = try await test.fingerprint()
            #expect(try await client.get(link).status == 403)
            let sent = try await client.post(link, [("svar.ALM-055", "ja")])
            #expect(sent.status == 403 && sent.text.contains("Lenken er til Kari Lund"))
            #expect(try await test.fingerprint() == before)
        }
        #expect(try await ravna.post(link, [("svar.ALM-055", "ja")]).status == 200)
        let page = try await ida.get("\(path)/mal/ALM-055").text
        #expect(page.contains("med engangslenke som Hilde Strand laget, svart innlogget som Ravna Isaksen"))
        // The leader sees it where she decides.
        #expect(try await hilde.get("\(path)/handling?gjor=avgjorelse&mal=ALM-055").text.contains("svart innlogget som Ravna Isaksen"))
    }

    @Test(arguments: TestEngine.all)
    func `an invitation that is sent twice shows a link that works both times`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, stranger) = (try await test.client(as: "ida"), test.client())
        let path = try path()
        let form = try await ida.get("\(path)/handling?gjor=supervisor&mal=ALM-068").text
        let fields = [("gjor", "supervisor"), ("mal", "ALM-068"), ("navn", "Kari Lund")] + marks(form)
        let links = try await [ida.post("\(path)/handling", fields), ida.post("\(path)/handling", fields)].map { reply in
            try link(in: reply)
        }
        #expect(links[0] == links[1])
        #expect(try await stranger.get(links[0]).status == 200)
        // From another session, where the link was never seen, a new one takes its place.
        let later = try await test.client(as: "ida")
        let newer = try link(in: try await later.post("\(path)/handling", fields.filter { $0.0 != "_mark" }))
        #expect(newer != links[0])
        #expect(try await stranger.get(links[0]).status == 404)
        #expect(try await stranger.get(newer).status == 200)
        #expect(try await ida.get("\(path)/mal/ALM-068").text.components(separatedBy: "Supervisør spurt").count == 2)
    }

    @Test func `what is approved already need not be assessed, and what was done is said`() async throws {
        let test = try await TestApplication.make()
        let (ida, knut) = (try await test.client(as: "ida"), try await test.client(as: "knut"))
        let path = try path()
        let sent = try await act(ida, "status", ["ALM-055", "ALM-063"], [("status", "approved"), ("dag", "3.5.2026")])
        #expect(try await ida.get(try #require(sent.location)).text.contains("Status er lagret for 2 læringsmål."))
        for (client, name) in [(ida, "vurdering"), (ida, "supervisor"), (knut, "anbefaling")] {
            let reply = try await act(client, name, ["ALM-055"], [("navn", "Kari Lund")])
            #expect(reply.status == 422 && reply.text.contains("ALM-055: Målet er alt godkjent"), "\(name)")
        }
        // The same again is confirmed, and not crossed out.
        #expect(
            try await act(ida, "status", ["ALM-055"], [("status", "approved"), ("dag", "3.5.2026"), ("merknad", "sett")]).status == 303)
        let page = try await ida.get("\(path)/mal/ALM-055").text
        #expect(page.contains("Godkjent 3.5.2026 bekreftet") && !page.contains("<del>"))
        let reason = try await act(ida, "status", ["ALM-063", "ALM-068"], [("status", "inProgress"), ("status.ALM-068", "approved")])
        #expect(reason.status == 422 && reason.text.contains("ALM-068: Skriv dagen"))
    }
}
