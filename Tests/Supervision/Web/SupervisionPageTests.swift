import AlisCast
import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct SupervisionPageTests {
    private let ida = Cast.ida?.id.text ?? ""
    private let knut = TestSupervision.knut.text

    /// The value of a hidden field, or of any that holds one.
    private func value(_ name: String, in text: String) -> String {
        guard let start = text.range(of: "name=\"\(name)\" value=\"") else { return "" }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }

    @Test(arguments: TestEngine.all)
    func `each role sees the supervisors that are hers to see`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        func names(_ key: String) async throws -> Set<String> {
            let text = try await test.client(as: key).get("/veiledere").text
            return Set(TestSupervision.supervisors.filter { text.contains($0.supervisor.name) }.map(\.key))
        }
        #expect(try await names("jon") == ["knut", "berit", "einar"])
        #expect(try await names("ravna") == ["knut", "einar"])
        #expect(try await names("hilde") == ["knut"])
        #expect(try await names("anders") == ["berit"])
        #expect(try await names("oddvar") == [])
        let priya = try await test.client(as: "priya")
        #expect(try await priya.get("/veiledere").location == "/veiledere/mangel")
        let figures = try await priya.get("/veiledere/mangel")
        #expect(figures.status == 200 && !TestSupervision.supervisors.contains { figures.text.contains($0.supervisor.name) })
        let supervisor = try await test.client(as: "knut")
        #expect(try await supervisor.get("/veiledere").location == "/veiledere/\(knut)")
        let own = try await supervisor.get("/veiledere/\(knut)")
        #expect(own.status == 200 && own.text.contains("Ida Nilsen"))
        #expect(try await supervisor.get("/veiledere/\(TestSupervision.berit.text)").status == 404)
        #expect(try await test.client(as: "ida").get("/veiledere/\(knut)").status == 200)
        #expect(try await test.client(as: "torbjorn").get("/veiledere/\(knut)").status == 404)
    }

    @Test func `the pool names supervisors in other municipalities, without a way to reach them`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let solveig = try #require(TestRegister.person("solveig")).id.text
        let page = try await hilde.get("/veiledere/finn?lege=\(solveig)")
        #expect(page.status == 200 && page.text.contains("Knut Rønning") && page.text.contains("Berit Sund"))
        #expect(page.text.contains("digitalt") && !page.text.contains("berit.sund@") && !page.text.contains("000 98 765"))
        #expect(!page.text.contains("Einar Moe"), "his exemption has run out")
        let (first, second) = (page.text.range(of: "Knut Rønning"), page.text.range(of: "Berit Sund"))
        #expect(try #require(first).lowerBound < #require(second).lowerBound)
        let peder = try #require(TestRegister.person("peder")).id.text
        #expect(try await hilde.get("/veiledere/finn?lege=\(peder)").status == 404, "a doctor of another municipality")
        #expect(try await hilde.get("/veiledere/finn").text.contains("Solveig Breivik"))
    }

    @Test(arguments: TestEngine.all)
    func `a request is answered once, without an account, and makes the assignment`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let solveig = try #require(TestRegister.person("solveig")).id.text
        let berit = TestSupervision.berit.text
        let fields = [
            ("lege", solveig), ("veileder", berit), ("fra", "1.12.2026"), ("andel", "100"), ("melding", "Kan du?"), ("_once", "ask-1"),
        ]
        let wrong = try await hilde.post(
            "/veiledere/foresporsler/ny", [("lege", solveig), ("veileder", berit), ("fra", "32.12.2026"), ("andel", "100")])
        #expect(wrong.status == 422 && wrong.text.contains("32.12.2026"))
        let early = try await hilde.post("/veiledere/foresporsler/ny", fields.map { $0.0 == "fra" ? ("fra", "1.1.1990") : $0 })
        #expect(early.status == 422 && early.text.contains("fra i dag eller senere"))
        let sent = try await hilde.post("/veiledere/foresporsler/ny", fields)
        #expect(sent.status == 200 && !sent.text.contains("berit.sund@"))
        let start = try #require(sent.text.range(of: "/svar/"))
        var link = "/svar/" + sent.text[start.upperBound...].prefix { $0.isLetter || $0.isNumber }
        let again = try await hilde.post("/veiledere/foresporsler/ny", fields.map { $0.0 == "_once" ? ("_once", "ask-2") : $0 })
        #expect(again.status == 422, "she has been asked already")
        // The same form sent twice shows the same link; from another session, where it was never seen, a new one that takes its place.
        #expect(try await hilde.post("/veiledere/foresporsler/ny", fields).text.contains(link))
        let twice = try await test.client(as: "hilde").post("/veiledere/foresporsler/ny", fields)
        let second = try #require(twice.text.range(of: "/svar/"))
        let replaced = link
        link = "/svar/" + twice.text[second.upperBound...].prefix { $0.isLetter || $0.isNumber }
        #expect(link != replaced)
        #expect(try await test.client().get(replaced).text.contains("Det er laget en nyere lenke"))

        let anyone = test.client()
        let page = try await anyone.get(link)
        #expect(page.status == 200 && page.text.contains("Solveig Breivik") && page.text.contains("Kan du?"))
        #expect(!page.text.contains("name=\"timer\"") && page.text.contains("når du er logget inn"))
        #expect(try await anyone.post(link, []).status == 422)
        // Whoever made it sends it on, and does not answer for her.
        let own = try await hilde.post(link, [("svar", "ja")])
        #expect(own.status == 403 && own.text.contains("Send den videre"))
        #expect(try await hilde.get(link).status == 403)
        let answered = try await anyone.post(link, [("svar", "ja"), ("timer", "12"), ("hilsen", "Gjerne")])
        #expect(answered.status == 200 && answered.text.contains("Takk"))
        #expect(try await anyone.get(link).status == 404)
        let late = try await anyone.post(link, [("svar", "nei")])
        #expect(late.status == 404 && late.text.contains("Svaret er alt sendt"))
        #expect(try await anyone.get("/svar/tull").text.contains("Lenken er ikke riktig"))
        let doctor = try await hilde.get("/alis/\(solveig)/veiledning")
        #expect(doctor.text.contains("Berit Sund"))
        // Whoever carried the link does not come to see how to reach her by it; her own office sees what she said.
        #expect(try await hilde.get("/veiledere/\(berit)").status == 404)
        // Nor does whoever holds the link say what she can give: only she and those who answer for her do.
        #expect(try await !test.client(as: "ingvild").get("/veiledere/\(berit)").text.contains("12 t/md."))
    }

    @Test(arguments: TestEngine.all)
    func `a link that has run out answers nothing, and a request can be withdrawn`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let solveig = try #require(TestRegister.person("solveig")).id.text
        func ask(_ once: String) async throws -> String {
            let sent = try await hilde.post(
                "/veiledere/foresporsler/ny",
                [("lege", solveig), ("veileder", TestSupervision.berit.text), ("fra", "1.12.2026"), ("andel", "100"), ("_once", once)])
            let start = try #require(sent.text.range(of: "/svar/"))
            return "/svar/" + sent.text[start.upperBound...].prefix { $0.isLetter || $0.isNumber }
        }
        let first = try await ask("a")
        let pool = try await hilde.get("/veiledere/finn?lege=\(solveig)").text
        let start = try #require(pool.range(of: "action=\"/veiledere/foresporsler/"))
        let action = "/veiledere/foresporsler/" + pool[start.upperBound...].prefix { $0 != "\"" }
        #expect(try await test.client(as: "oddvar").post(action).status == 404)
        #expect(try await hilde.post(action).status == 303)
        let withdrawn = try await test.client().get(first)
        #expect(withdrawn.status == 404 && withdrawn.text.contains("Du trenger ikke svare"))
        let second = try await ask("b")
        test.clock.advance(seconds: 20 * 86_400)
        let late = try await test.client().get(second)
        #expect(late.status == 404 && late.text.contains("Lenken er gått ut"))
    }

    @Test(arguments: TestEngine.all)
    func `a session is logged by either of the two, once a day, and its note is theirs alone`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let client = try await test.client(as: "ida")
        let path = "/alis/\(ida)/veiledning"
        #expect(try await client.get(path).text.contains(TestSupervision.secretNote))
        let own = [
            ("hvem", knut), ("dag", "16.11.2026"), ("minutter", "75"), ("hvordan", "digitalt"), ("slag", "individuell"),
            ("notat", "Bare for oss"),
        ]
        #expect(try await client.post(path + "/okt", own + [("_once", "s1")]).status == 303)
        let supervisor = try await test.client(as: "knut")
        let seen = try await supervisor.get(path)
        #expect(seen.text.contains("Bare for oss") && seen.text.contains("75 min"))
        let twice = try await supervisor.post(
            "/veiledere/\(knut)/okter/ny", [("hvem", ida), ("dag", "16.11.2026"), ("minutter", "75"), ("notat", "Mitt notat")])
        #expect(twice.status == 422 && twice.text.contains("75 minutter er alt ført") && twice.text.contains("Mitt notat"))
        for (field, value, part) in [
            ("dag", "30.11.2026", "ikke kommet"), ("minutter", "0", "fra 1 til 720"), ("dag", "1.1.2020", "ikke knyttet"),
            ("hvem", "x", "Velg"),
        ] {
            let reply = try await client.post(path + "/okt", own.map { $0.0 == field ? (field, value) : $0 })
            #expect(reply.status == 422 && reply.text.contains(part), "\(field)=\(value)")
        }
        // Nobody else sees what was said: not on the page, not in a file, not in the history, not as an administrator.
        for key in ["jon", "ravna", "hilde"] {
            let other = try await test.client(as: key)
            let page = try await other.get(path)
            #expect(
                page.status == 200 && page.text.contains("75 min") && !page.text.contains("Bare for oss")
                    && !page.text.contains(TestSupervision.secretNote))
            #expect(try await !other.get("/alis/\(ida)/historikk").text.contains("Bare for oss"))
            #expect(try await other.post(path + "/okt", own).status == 404)
            for file in ["/veiledere.csv", "/veiledere/timer-mangler.csv", "/alis.csv"] {
                #expect(try await !other.get(file).text.contains("Bare for oss"))
            }
        }
        #expect(try await test.client(as: "torbjorn").get(path).status == 404)
        #expect(try await test.client(as: "elin").get(path).status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `a session that was wrong is taken away, and notes are added only by the two`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let path = "/alis/\(ida)/veiledning/okt/\(TestSupervision.session.text)"
        let hilde = try await test.client(as: "hilde")
        #expect(try await hilde.post(path + "/fjern").status == 404)
        #expect(try await hilde.post(path + "/notat", [("notat", "x")]).status == 404)
        let supervisor = try await test.client(as: "knut")
        #expect(try await supervisor.post(path + "/notat", [("notat", "Etterpå")]).status == 303)
        #expect(try await test.client(as: "ida").get("/alis/\(ida)/veiledning").text.contains("Etterpå"))
        let bare = try await supervisor.post(path + "/fjern")
        #expect(bare.status == 422 && bare.text.contains("Fyll ut: Hvorfor"))
        #expect(try await supervisor.post(path + "/fjern", [("grunn", "Ført to ganger")]).status == 303)
        let page = try await supervisor.get("/alis/\(ida)/veiledning").text
        #expect(!page.contains("90 min") && !page.contains("Etterpå"))
        #expect(try await supervisor.post(path + "/fjern").status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `a supervisor is registered, corrected and given capacity, and two editors do not overwrite each other`(engine: TestEngine)
        async throws
    {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let bad = try await hilde.post(
            "/veiledere/ny",
            [
                ("navn", ""), ("kommune", "Bodø"), ("spesialist", "generalPractice"), ("moter", "fysisk"), ("reise", "langt"),
                ("timer", "mange"), ("interesser", "Rus"),
            ])
        #expect(bad.status == 422)
        for part in [
            "Fyll ut: Navn", "egne kommuner", "hvor spesialiteten er sett", "fra 0 til 2000", "«mange» er ikke timer", "value=\"Rus\"",
        ] {
            #expect(bad.text.contains(part), "\(part)")
        }
        let fields = [
            ("navn", "Guro Li"), ("kommune", "Fauske"), ("spesialist", "generalPractice"), ("kilde", "HPR"), ("sett", "1.11.2026"),
            ("moter", "begge"),
            ("reise", "40"), ("spraak", "english"), ("timer", "7"), ("_once", "new-1"),
        ]
        let made = try await hilde.post("/veiledere/ny", fields)
        let location = try #require(made.location)
        #expect(made.status == 303 && location.hasPrefix("/veiledere/"))
        #expect(try await hilde.post("/veiledere/ny", fields).location == location, "sent twice is carried out once")
        let page = String(location.prefix { $0 != "?" })
        #expect(try await hilde.get(page).text.contains("Guro Li"))

        let form = try await hilde.get(page + "/kapasitet").text
        let based = value("_based", in: form)
        let ravna = try await test.client(as: "ravna")
        #expect(try await ravna.post(page + "/kapasitet", [("timer", "3,5"), ("fra", "1.1.2027"), ("_based", based)]).status == 303)
        let late = try await hilde.post(page + "/kapasitet", [("timer", "10"), ("fra", "1.2.2027"), ("_based", based)])
        #expect(late.status == 409 && late.text.contains("Ravna Isaksen") && late.text.contains("value=\"10\""))
        #expect(
            try await hilde.post(page + "/kapasitet", [("timer", "5"), ("fra", "1.2.2027"), ("til", "1.1.2027"), ("_based", based)]).status
                == 422)
        #expect(try await test.client(as: "oddvar").get(page + "/rett").status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `an assignment over the capacity or above the whole doctor is refused in words`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let solveig = try #require(TestRegister.person("solveig")).id.text
        let path = "/alis/\(solveig)/veiledning/veileder/ny"
        #expect(
            try await hilde.post("/veiledere/\(knut)/kapasitet", [("timer", "4"), ("fra", "1.1.2026"), test.based()]).status == 303)
        let over = try await hilde.post(path, [("veileder", knut), ("andel", "100"), ("fra", "1.12.2026")])
        #expect(
            over.status == 422 && over.text.contains("6,3 timer i måneden, men har kapasitet til 4")
                && over.text.contains("name=\"likevel\""))
        #expect(try await hilde.post(path, [("veileder", knut), ("andel", "100"), ("fra", "1.12.2026"), ("likevel", "1")]).status == 303)
        let more = try await hilde.post(path, [("veileder", knut), ("andel", "50"), ("fra", "1.1.2027"), ("likevel", "1")])
        #expect(more.status == 422 && more.text.contains("150 prosent") && more.text.contains("name=\"avslutt\""))
        let before = try await hilde.post(
            path, [("veileder", knut), ("andel", "50"), ("fra", "1.1.2020"), ("til", "1.2.2020"), ("likevel", "1")])
        #expect(before.status == 422 && before.text.contains("ingen tjeneste"))
        #expect(try await hilde.get("/veiledere/over-kapasitet").text.contains("Knut Rønning"))
        #expect(try await hilde.get("/veiledere/over-kapasitet.csv").text.contains("Knut Rønning"))
    }

    @Test(arguments: TestEngine.all)
    func `a new supervisor takes over from a day, and what was before stays`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let solveig = try #require(TestRegister.person("solveig")).id.text
        let path = "/alis/\(solveig)/veiledning/veileder/ny"
        let others = try await test.application.database.read { connection in
            try FactStore.versions(Supervisor.self, where: "supersededIn IS NULL", on: connection)
                .filter { $0.value.municipality.key == "fauske" && $0.id != knut }.map(\.id)
        }
        #expect(try await hilde.post(path, [("veileder", knut), ("andel", "100"), ("fra", "1.12.2026"), ("likevel", "1")]).status == 303)
        let new = [
            ("navn", "Kari Prøvenes"), ("kommune", "Fauske"), ("spesialist", "generalPractice"), ("kilde", "HPR"), ("moter", "fysisk"),
            ("timer", "10"),
        ]
        let made = try await hilde.post("/veiledere/ny", new)
        let kari = try #require(made.location?.split(separator: "/").last.map { String($0.prefix(26)) })
        #expect(!others.contains(kari))
        let wanted = [("veileder", kari), ("andel", "100"), ("fra", "1.2.2027"), ("likevel", "1")]
        let asked = try await hilde.post(path, wanted)
        #expect(asked.status == 422 && asked.text.contains("Knut Rønning") && asked.text.contains("name=\"avslutt\""))
        // What was ticked before is ticked still.
        let form = try #require(PageForm.all(in: asked.text).first { $0.action == path })
        #expect(form.fields.contains { $0.name == "likevel" && $0.values == ["1"] })
        #expect(try await hilde.post(path, wanted + [("avslutt", "1")]).status == 303)
        let page = try await hilde.get("/alis/\(solveig)/veiledning")
        #expect(page.said.contains("31.1.2027") && page.said.contains("Kari Prøvenes"))
        // Whoever has been taken over from is not let in again by an end that is later.
        let ended = try await test.database.read { connection in
            try FactStore.versions(SupervisionAssignment.self, where: "supersededIn IS NULL", on: connection).filter {
                $0.value.supervisor.text == knut && $0.period.lastDay == CalendarDay(year: 2027, month: 1, day: 31)
            }.map(\.id)
        }
        #expect(ended.count == 1)
        let before = try await test.fingerprint()
        for id in ended {
            let assignment = "/alis/\(solveig)/veiledning/veileder/\(id)"
            let later = try await test.send(hilde, assignment, [("gjelder", "slutt"), ("til", "31.12.2027")])
            #expect(later.status == 422 && later.text.contains("slutter alt 31.1.2027"), "\(later.status)")
        }
        #expect(try await test.fingerprint() == before)
    }

    @Test func `the lists count what waits, and the start page leads to them`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        #expect(try await hilde.get("/veiledere/uten-veileder").text.contains("Solveig Breivik"))
        let behind = try await hilde.get("/veiledere/timer-mangler")
        #expect(behind.text.contains("Ida Nilsen") && behind.text.contains("1,5 av"))
        let start = try await hilde.get("/").text
        #expect(start.contains("href=\"/veiledere/uten-veileder\"") && start.contains("href=\"/veiledere/timer-mangler\""))
        #expect(try await hilde.get("/veiledere/uten-veileder.xlsx").status == 200)
        let files = try await test.client(as: "priya").get("/veiledere/mangel.csv")
        #expect(files.status == 200 && files.text.contains("Fauske") && !files.text.contains("Knut"))
        #expect(try await test.client(as: "priya").get("/veiledere.csv").status == 404)
        #expect(try await test.client(as: "knut").get("/").text.contains("/veiledere/\(knut)"))
    }

    @Test(arguments: TestEngine.all)
    func `one place: the second waits, and gets it when the first signs off`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let path = "/veiledere/samlinger/\(TestSupervision.gathering.text)"
        let (first, second) = (try await test.client(as: "ida"), try await test.client(as: "knut"))
        #expect(try await first.post(path + "/pamelding", [("_once", "p1")]).status == 303)
        #expect(try await first.get(path).text.contains("Du har plass"))
        #expect(try await second.post(path + "/pamelding", [("_once", "p2")]).status == 303)
        #expect(try await second.get(path).text.contains("nummer 1 på ventelisten"))
        #expect(try await second.post(path + "/pamelding", [("_once", "p3")]).status == 303)
        let ravna = try await test.client(as: "ravna")
        let list = try await ravna.get(path).text
        #expect(list.contains("Ida Nilsen") && list.contains("Knut Rønning"))
        let start = try #require(list.range(of: "name=\"timer-"))
        let field = "timer-" + list[start.upperBound...].prefix { $0 != "\"" }
        #expect(try await ravna.post(path + "/frammote", [(field, "18")]).status == 303)
        #expect(try await first.get("/alis/\(ida)/veiledning").text.contains("18 / 120 t"), "hours in the group count in her account")
        #expect(try await test.client(as: "hilde").post(path + "/frammote", [(field, "90")]).status == 404)
        // Whoever has been there does not lose her hours with a click.
        let refused = try await first.post(path + "/avmelding", [("_once", "p4")])
        #expect(refused.status == 400 && refused.text.contains("18 timer"))
        #expect(try await !first.get(path).text.contains("/avmelding"))
        #expect(try await ravna.post(path + "/frammote", [(field, "")]).status == 303)
        #expect(try await first.post(path + "/avmelding", [("_once", "p5")]).status == 303)
        #expect(try await second.get(path).text.contains("Du har plass"))
        let strangers = try await test.client(as: "torunn").get(path).text
        #expect(!strangers.contains("Knut Rønning"))
    }
}
