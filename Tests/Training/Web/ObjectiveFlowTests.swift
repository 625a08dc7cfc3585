import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Learning objectives as a doctor, her municipality, her supervisor and a clinical supervisor use them.
@Suite struct ObjectiveFlowTests: ObjectiveForms {
    @Test(arguments: TestEngine.all)
    func `several objectives are entered at once, each with a day of its own, and corrected with a history`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, hilde) = (try await test.client(as: "ida"), try await test.client(as: "hilde"))
        let path = try path()
        #expect(try await ida.get(path).text.contains("Ingenting er ført ennå"))
        let sent = try await act(
            ida, "status", ["ALM-055", "ALM-063", "ALM-068"],
            [("status", "approved"), ("dag", "3.5.2026"), ("status.ALM-068", "inProgress"), ("dag.ALM-063", "4.6.2026")])
        #expect(sent.status == 303)
        let page = try await hilde.get(path).text
        for text in [
            "Godkjent 3.5.2026", "Godkjent 4.6.2026", "I gang", "Ført for hånd 18.11.2026, ikke bekreftet", "<b>2</b> / 4",
            "Eksempel, ikke forskriftens tekst",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        // The plan says how many, and the requirement is judged.
        let plan = try await hilde.get("/alis/\(try #require(TestRegister.person("ida")).id)/plan").text
        #expect(plan.contains("Allmennmedisinske læringsmål: 2 av 4 godkjent, sist 4.6.2026. 2 er ført for hånd"))
        #expect(try await hilde.get("\(path)/mal/ALM-063").text.contains("ikke bekreftet (Ida Nilsen)"))

        #expect(try await act(hilde, "status", ["ALM-055"], [("status", "inProgress"), ("merknad", "Feil mål")]).status == 303)
        let one = try await ida.get("\(path)/mal/ALM-055").text
        #expect(one.contains("<del>Godkjent 3.5.2026</del> → <ins>I gang</ins>") && one.contains("Feil mål"))
        #expect(try await act(ida, "status", ["ALM-055"], [("status", "slett")]).status == 303)
        #expect(try await ida.get("\(path)/mal/ALM-055").text.contains("Ikke begynt"))
        #expect(try await ida.get("\(path)?vis=godkjent").text.contains("ALM-063"))
        #expect(!(try await ida.get("\(path)?vis=godkjent").text.contains("ALM-068 ")))
    }

    @Test(arguments: TestEngine.all)
    func `what is wrong is said at its field, and what was typed is kept`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ida = try await test.client(as: "ida")
        let path = try path()
        let missing = try await act(ida, "status", ["ALM-055", "ALM-063"], [("status", ""), ("dag", "31.2.2026")])
        #expect(missing.status == 422 && missing.text.contains("Velg: Status") && missing.text.contains("31.2.2026"))
        let noDay = try await act(ida, "status", ["ALM-055"], [("status", "approved"), ("merknad", "husk <b>")])
        #expect(noDay.status == 422 && noDay.text.contains("Skriv dagen") && noDay.text.contains("husk &lt;b&gt;"))
        let ahead = try await act(ida, "status", ["ALM-055"], [("status", "approved"), ("dag", "1.12.2026")])
        #expect(ahead.status == 422 && ahead.text.contains("Dagen er ikke kommet"))
        #expect(try await ida.get("\(path)/handling?gjor=status").location == "\(path)?ingen=1#liste")
        #expect(try await ida.get("\(path)/handling?gjor=tull&mal=ALM-055").status == 404)
        #expect(try await ida.get("\(path)/mal/ALM-999").status == 404)

        // Two who have the form open: the second is told.
        let hilde = try await test.client(as: "hilde")
        let form = try await hilde.get("\(path)/handling?gjor=status&mal=ALM-055").text
        #expect(try await act(ida, "status", ["ALM-055"], [("status", "inProgress")]).status == 303)
        let late = try await hilde.post(
            "\(path)/handling", [("gjor", "status"), ("mal", "ALM-055"), ("status", "approved"), ("dag", "1.5.2026")] + marks(form))
        #expect(late.status == 409 && late.text.contains("Ida Nilsen") && late.text.contains("1.5.2026"))
    }

    @Test func `nothing is approved by hand on an impossible day, or past the leader`() async throws {
        let test = try await TestApplication.make()
        let (ida, hilde) = (try await test.client(as: "ida"), try await test.client(as: "hilde"))
        let early = try await act(ida, "status", ["FKM-PROVE-01"], [("status", "approved"), ("dag", "1.1.1990")])
        #expect(early.status == 422 && early.text.contains("Målet gjelder fra 1.3.2026") && early.text.contains("value=\"1.1.1990\""))
        #expect(try await act(ida, "vurdering", ["ALM-068"]).status == 303)
        let past = try await act(ida, "status", ["ALM-068"], [("status", "approved"), ("dag", "3.5.2026")])
        #expect(past.status == 422 && past.text.contains("ALM-068: Målet er under vurdering her"))
        #expect(try await hilde.get(try path() + "/mal/ALM-068").text.contains("Ida Nilsen"), "it is under way still")
        #expect(try await act(hilde, "status", ["ALM-068"], [("status", "approved"), ("dag", "3.5.2026")]).status == 303)
    }

    @Test(arguments: TestEngine.all)
    func `the way to approval goes from the doctor by supervisor and clinical supervisor to the leader`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, knut, hilde) = (
            try await test.client(as: "ida"), try await test.client(as: "knut"), try await test.client(as: "hilde")
        )
        let path = try path()
        let codes = ["ALM-055", "ALM-063"]
        #expect(try await act(ida, "vurdering", codes, [("merknad", "Klar til vurdering")]).status == 303)
        let again = try await act(ida, "vurdering", codes)
        #expect(again.status == 422 && again.text.contains("ALM-055: Det er alt bedt om vurdering"))
        #expect(try await ida.get(path).text.contains("venter på veileder og supervisør"))

        // The leader cannot decide before the others have recommended, and a supervisor cannot decide at all.
        let early = try await act(hilde, "avgjorelse", codes, [("avgjorelse", "godkjent"), ("dag", "18.11.2026")])
        #expect(early.status == 422 && early.text.contains("Veilederen har ikke anbefalt ennå"))
        #expect(try await knut.get("\(path)/handling?gjor=avgjorelse&mal=ALM-055").status == 404)
        #expect(try await hilde.get("\(path)/handling?gjor=anbefaling&mal=ALM-055").status == 404)

        #expect(try await act(knut, "anbefaling", codes, [("merknad", "Godt arbeid")]).status == 303)
        let twice = try await act(knut, "anbefaling", codes)
        #expect(twice.status == 422 && twice.text.contains("har alt anbefalt"))
        let half = try await act(hilde, "avgjorelse", codes, [("avgjorelse", "godkjent")])
        #expect(half.status == 422 && half.text.contains("Ingen supervisør har anbefalt ennå"))

        // She cannot name herself; the clinical supervisor answers by a link that works once.
        let own = try await act(ida, "supervisor", codes, [("navn", "Ida Nilsen")])
        #expect(own.status == 422 && own.text.contains("sine egne læringsmål"))
        let invited = try await act(ida, "supervisor", codes, [("navn", "Kari Lund"), ("sted", "Nordlandssykehuset")])
        let link = try #require(invited.text.firstMatch(of: /\/laeringsmal\/svar\/([A-Za-z0-9_-]+)"/)).1
        let stranger = test.client()
        let answer = "/laeringsmal/svar/\(link)"
        let form = try await stranger.get(answer).text
        #expect(form.contains("Vurder læringsmål for Ida Nilsen") && form.contains("Kari Lund, Nordlandssykehuset"))
        #expect(try await stranger.post(answer, [("svar.ALM-055", "ja")]).status == 422)
        let thanks = try await stranger.post(answer, [("svar.ALM-055", "ja"), ("svar.ALM-063", "nei"), ("merknad", "063 mangler suturer")])
        #expect(thanks.status == 200 && thanks.text.contains("Takk for svaret"))
        #expect(try await stranger.get(answer).status == 404)
        #expect(try await stranger.post(answer, [("svar.ALM-055", "ja"), ("svar.ALM-063", "ja")]).status == 404)

        // One waits for the leader, and stands in the list that drives work.
        #expect(try await hilde.get("/arbeidslister/laeringsmaal-venter").text.contains("Ida Nilsen"))
        #expect(try await hilde.get("/").text.contains("læringsmål som venter på lederen"))
        let waiting = try await hilde.get("\(path)?vis=venter").text
        #expect(waiting.contains("ALM-055") && !waiting.contains("value=\"ALM-063\""))
        let tooEarly = try await act(hilde, "avgjorelse", ["ALM-055"], [("avgjorelse", "godkjent"), ("dag", "1.11.2026")])
        #expect(tooEarly.status == 422 && tooEarly.text.contains("før den siste anbefalingen"))
        let noReason = try await act(hilde, "avgjorelse", ["ALM-055"], [("avgjorelse", "tilbake"), ("grunn", " ")])
        #expect(noReason.status == 422 && noReason.text.contains("Skriv hva som mangler"))
        let returned = try await act(hilde, "avgjorelse", ["ALM-055"], [("avgjorelse", "tilbake"), ("grunn", "Mer om samhandling")])
        #expect(returned.status == 303)
        let seen = try await ida.get("\(path)/mal/ALM-055").text
        #expect(seen.contains("Mer om samhandling") && seen.contains("I gang") && seen.contains("med engangslenke som Ida Nilsen laget"))

        // Begun again, and approved.
        #expect(try await act(knut, "anbefaling", ["ALM-055"]).status == 303)
        let second = try await act(hilde, "supervisor", ["ALM-055"], [("navn", "Kari Lund")])
        let next = try #require(second.text.firstMatch(of: /\/laeringsmal\/svar\/([A-Za-z0-9_-]+)"/)).1
        #expect(try await stranger.post("/laeringsmal/svar/\(next)", [("svar.ALM-055", "ja")]).status == 200)
        #expect(try await act(hilde, "avgjorelse", ["ALM-055"], [("avgjorelse", "godkjent"), ("dag", "18.11.2026")]).status == 303)
        #expect(try await ida.get(path).text.contains("Vurdert i Alis 18.11.2026"))
        let done = try await act(knut, "anbefaling", ["ALM-055"])
        #expect(done.status == 422 && done.text.contains("Målet er alt godkjent"))
        #expect(!(try await hilde.get("/arbeidslister/laeringsmaal-venter").text.contains("Ida Nilsen")))
    }

    @Test(arguments: TestEngine.all)
    func `a link runs out, and what was taken back is not answered`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ida = try await test.client(as: "ida")
        let stranger = test.client()
        func invite(_ name: String) async throws -> String {
            let reply = try await act(ida, "supervisor", ["ALM-068"], [("navn", name)])
            let secret = try #require(reply.text.firstMatch(of: /\/laeringsmal\/svar\/([A-Za-z0-9_-]+)"/)).1
            return "/laeringsmal/svar/\(secret)"
        }
        let first = try await invite("Kari Lund")
        #expect(try await stranger.get(first).status == 200)
        #expect(try await act(ida, "trekk", ["ALM-068"]).status == 303)
        #expect(try await stranger.get(first).status == 404)
        #expect(try await stranger.post(first, [("svar.ALM-068", "ja")]).status == 404)
        let second = try await invite("Kari Lund")
        test.clock.advance(seconds: 40 * 86_400)
        #expect(try await stranger.get(second).status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `another municipality, a trust and another's supervisor get nothing`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let path = try path()
        for key in ["anders", "elin", "priya", "torbjorn", "samira"] {
            let client = try await test.client(as: key)
            #expect(try await client.get(path).status == 404, "\(key)")
            #expect(try await client.get("\(path)/handling?gjor=status&mal=ALM-055").status == 404, "\(key)")
            #expect(try await client.post("\(path)/handling", [("gjor", "status"), ("mal", "ALM-055")]).status == 404, "\(key)")
        }
        let knut = try await test.client(as: "knut")
        #expect(try await knut.get(path).status == 200)
        #expect(try await knut.get(try self.path("solveig")).status == 404)
        #expect(try await knut.get("\(path)/handling?gjor=status&mal=ALM-055").status == 404)
        let ravna = try await test.client(as: "ravna")
        #expect(try await ravna.get(path).status == 200)
        #expect(try await ravna.get("\(path)/handling?gjor=avgjorelse&mal=ALM-055").status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `where and when an objective is to be reached is planned, and the plan reckons with it`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ida = try await test.client(as: "ida")
        let path = try path()
        let plan = "/alis/\(try #require(TestRegister.person("ida")).id)/plan"
        let all = ["ALM-055", "ALM-063", "ALM-068", "ALM-085"]
        #expect(try await act(ida, "status", all, [("status", "inProgress")]).status == 303)
        #expect(try await act(ida, "arena", all, [("arena", "Sykehjemmet"), ("halvaar", "2027-2")]).status == 303)
        let page = try await ida.get(path).text
        #expect(page.contains("Sykehjemmet, høst 27"))
        #expect(try await ida.get(plan).text.contains("1.1.2028"))
        #expect(try await act(ida, "arena", ["ALM-055"], [("dag", "1.3.2027")]).status == 303)
        #expect(try await ida.get(path).text.contains("1.3.2027"))
        #expect(try await act(ida, "arena", all).status == 303)
        #expect(!(try await ida.get(path).text.contains("Sykehjemmet")))
    }

    @Test(arguments: TestEngine.all)
    func `what was under way when an objective was replaced is carried to its end in the old one`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, knut, hilde) = (
            try await test.client(as: "ida"), try await test.client(as: "knut"), try await test.client(as: "hilde")
        )
        test.clock.now = try #require(Instant(iso: "2026-02-20T10:00:00Z"))
        let path = try path()
        let codes = ["FKM-TEMA-01", "FKM-TEMA-02"]
        #expect(try await act(ida, "vurdering", codes).status == 303)
        #expect(try await act(knut, "anbefaling", ["FKM-TEMA-01"]).status == 303)
        let invited = try await act(ida, "supervisor", codes, [("navn", "Kari Lund")])
        let secret = try #require(invited.text.firstMatch(of: /\/laeringsmal\/svar\/([A-Za-z0-9_-]+)"/)).1
        // The answer comes after the objectives have been replaced.
        test.clock.now = try #require(Instant(iso: "2026-03-01T10:00:00Z"))
        let stranger = test.client()
        #expect(try await stranger.get("/laeringsmal/svar/\(secret)").text.contains("Byttet ut 1.3.2026"))
        let sent = try await stranger.post("/laeringsmal/svar/\(secret)", [("svar.FKM-TEMA-01", "ja"), ("svar.FKM-TEMA-02", "ja")])
        #expect(sent.status == 200)

        let list = try await ida.get(path).text
        for text in [
            "I det gamle målet FKM-TEMA-01: anbefalt 1.3.2026, venter på kommunens leder",
            "I det gamle målet FKM-TEMA-02: begynt, venter på veileder", "godkjenner ikke FKM-PROVE-01", "value=\"FKM-TEMA-01\"",
            "2 av dem som ikke er begynt, har noe under vei i det gamle målet", "2 mål som var begynt",
        ] { #expect(list.contains(text), "\(text)") }
        #expect(try await ida.get("\(path).csv").text.contains("FKM-TEMA-01"))
        // It is in the leader's queue, alone of the two, and can be decided there.
        #expect(try await hilde.get("/arbeidslister/laeringsmaal-venter").text.contains("Ida Nilsen"))
        let waiting = try await hilde.get("\(path)?vis=venter").text
        #expect(waiting.contains("value=\"FKM-TEMA-01\"") && !waiting.contains("value=\"FKM-TEMA-02\""))
        #expect(try await hilde.get("\(path)/handling?gjor=avgjorelse&mal=FKM-TEMA-01").text.contains("Byttet ut 1.3.2026"))
        #expect(try await act(hilde, "avgjorelse", ["FKM-TEMA-01"], [("avgjorelse", "godkjent"), ("dag", "1.3.2026")]).status == 303)
        #expect(!(try await hilde.get("/arbeidslister/laeringsmaal-venter").text.contains("Ida Nilsen")))
        // The old one is approved, and the new one is not.
        let after = try await ida.get(path).text
        #expect(after.contains("Godkjent 1.3.2026") && after.contains("1 godkjent mål fra før") && after.contains("<b>0</b> / 5"))
        // The supervisor sees the other through, and the leader returns it.
        #expect(try await act(knut, "anbefaling", ["FKM-TEMA-02"]).status == 303)
        #expect(try await act(hilde, "avgjorelse", ["FKM-TEMA-02"], [("avgjorelse", "tilbake"), ("grunn", "Mer om kilder")]).status == 303)
        #expect(try await ida.get(path).text.contains("I det gamle målet FKM-TEMA-02: begynt, sendt tilbake 1.3.2026: Mer om kilder"))
    }

    @Test(arguments: TestEngine.all)
    func `on 1 March 2026 she keeps what was approved, sees what is asked now, and nothing is lost`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ida = try await test.client(as: "ida")
        let path = try path()
        test.clock.now = try #require(Instant(iso: "2026-02-20T10:00:00Z"))
        let old = ["FKM-TEMA-01", "FKM-TEMA-06", "FKM-TEMA-02"]
        #expect(try await act(ida, "status", old, [("status", "approved"), ("dag", "5.5.2025")]).status == 303)
        let before = try await ida.get(path).text
        #expect(before.contains("<b>3</b> / 10") && !before.contains("ble byttet ut"))
        test.clock.now = try #require(Instant(iso: "2026-03-01T10:00:00Z"))
        let after = try await ida.get(path).text
        #expect(after.contains("<b>0</b> / 5") && after.contains("ble byttet ut 1.3.2026") && after.contains("3 godkjente mål fra før"))
        for code in old { #expect(after.contains(code), "\(code)") }
        // Both that the first came instead of are approved; of the second, one is missing.
        #expect(after.components(separatedBy: "Det gamle er godkjent").count == 2)
        let one = try await ida.get("\(path)/mal/FKM-PROVE-01").text
        #expect(one.contains("FKM-TEMA-01") && one.contains("Godkjent 5.5.2025"))
        #expect(try await ida.get("\(path)/mal/FKM-TEMA-01").text.contains("FKM-PROVE-01"))
        // The open catalogue shows both days.
        let stranger = test.client()
        #expect(try await stranger.get("/laeringsmal?dag=28.2.2026").text.contains("10 kreves 28.2.2026"))
        #expect(try await stranger.get("/laeringsmal?dag=2026-03-01").text.contains("5 kreves 1.3.2026"))
        #expect(try await stranger.get("/laeringsmal?dag=tull").status == 400)
    }
}
