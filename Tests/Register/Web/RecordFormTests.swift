import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Correcting records as a municipality does it: everything by form, everything in the history.
@Suite struct RecordFormTests {
    /// The hidden fields and the newest change, as the form of a page carries them.
    private func marks(_ page: String) -> [(String, String)] {
        ["_once", "_based", "_stretch"].compactMap { name in
            guard let range = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
            return (name, String(page[range.upperBound...].prefix { $0 != "\"" }))
        }
    }

    private func ida() throws -> TestRegister.Person { try #require(TestRegister.person("ida")) }

    @Test(arguments: TestEngine.all)
    func `a municipality corrects a position, and the history shows old and new`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let ida = try ida()
        let path = "/alis/\(ida.id)/arbeid/\(ida.engagementID)"
        let form = try await hilde.get(path)
        #expect(form.status == 200)
        let fields = [
            ("kommune", "1841"), ("arbeidssted", "Nye Fauske legesenter"), ("form", "fastlonn"), ("prosent", "60"), ("fra", "1.3.2023"),
            ("til", ""),
            ("gjelder", "rettelse"), ("hvorfor", "Feil prosent"),
        ]
        let saved = try await hilde.post(path, fields + marks(form.text))
        #expect(saved.status == 303)
        #expect(saved.location == "/alis/\(ida.id)?lagret=1")
        let history = try await hilde.get("/alis/\(ida.id)/historikk").text
        #expect(history.contains("Feil prosent") && history.contains("Nye Fauske legesenter") && history.contains("<del>"))
        let page = try await hilde.get("/alis/\(ida.id)").text
        #expect(page.contains("60\u{00A0}%"))
    }

    @Test(arguments: TestEngine.all)
    func `a row on the municipality's page is corrected in place, and she stays on the page`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let ida = try ida()
        let page = try await hilde.get("/kommuner/1841-fauske").text
        #expect(page.contains("/kommuner/1841-fauske?rett=\(ida.id)#rett"))
        let row = try await hilde.get("/kommuner/1841-fauske?rett=\(ida.id)").text
        #expect(row.contains("id=\"rett\"") && row.contains("action=\"/alis/\(ida.id)/arbeid/\(ida.engagementID)\""))
        let fields = [
            ("kommune", "Fauske"), ("arbeidssted", "Rettet på stedet"), ("form", "fastlonn"), ("fra", "1.3.2023"), ("til", ""),
            ("gjelder", "rettelse"), ("_kommune", "1841-fauske"), ("grunnlag", "0"),
        ]
        let path = "/alis/\(ida.id)/arbeid/\(ida.engagementID)"
        let refused = try await hilde.post(path, fields + [("prosent", "8o")] + marks(row))
        #expect(refused.status == 422 && refused.text.contains("name=\"_kommune\" value=\"1841-fauske\"") && refused.text.contains("8o"))
        let saved = try await hilde.post(path, fields + [("prosent", "80")] + marks(row))
        #expect(saved.status == 303 && saved.location == "/kommuner/1841-fauske?lagret=1")
        #expect(try await hilde.get("/kommuner/1841-fauske?lagret=1").text.contains("Rettet på stedet"))
        // Nobody is sent out of Alis, or to what is no municipality.
        let others = fields.filter { $0.0 != "_kommune" } + [("prosent", "80"), ("_kommune", "//evil.example"), ("_once", "another")]
        let elsewhere = try await hilde.post(path, others + marks(row).filter { $0.0 != "_once" })
        #expect(elsewhere.location?.hasPrefix("/alis/\(ida.id)") == true || elsewhere.status == 409)
    }

    @Test func `whoever may only look gets no form in the row`() async throws {
        let test = try await TestApplication.make()
        let ida = try ida()
        for name in ["anders", "priya", "elin"] {
            let client = try await test.client(as: name)
            #expect(!(try await client.get("/kommuner/1841-fauske?rett=\(ida.id)").text.contains("id=\"rett\"")), "\(name)")
        }
    }

    @Test func `a choice that is none is said, and nothing is saved instead of it`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let ida = try ida()
        for (path, field, value) in [
            ("/alis/\(ida.id)/arbeid/\(ida.engagementID)", "gjelder", "noe annet"),
            ("/alis/\(ida.id)/onske/\(ida.wishID)", "sted1", "UKJENT"),
        ] {
            let before = try await test.database.read { try ChangeLog.last(on: $0)?.number }
            let form = try #require(PageForm.all(in: try await hilde.get(path).text).first { $0.action == path })
            let reply = try await hilde.post(path, form.filled([field: value], usual: [:]))
            #expect(reply.status == 422 && reply.text.contains("href=\"#\(field)\""), "\(path)")
            #expect(try await test.database.read { try ChangeLog.last(on: $0)?.number } == before)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a change from a day leaves what was before it`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let ida = try ida()
        let path = "/alis/\(ida.id)/arbeid/\(ida.engagementID)"
        let form = try await hilde.get(path)
        let fields = [
            ("kommune", "Fauske"), ("arbeidssted", "Legesenteret"), ("form", "fastlonn"), ("prosent", "50"), ("fra", "1.3.2023"),
            ("til", ""),
            ("gjelder", "endring"), ("endret-fra", "1.10.2026"),
        ]
        #expect(try await hilde.post(path, fields + marks(form.text)).status == 303)
        let record = try await test.database.read { try TraineeStore.find(ida.id, on: $0) }
        let timeline = try #require(record?.engagements.first { $0.id == ida.engagementID }?.timeline)
        let october = try #require(CalendarDay(iso: "2026-10-01"))
        #expect(timeline.value(on: october)?.percent.hundredths == 5000)
        #expect(timeline.value(on: october.adding(days: -1))?.percent.hundredths != 5000)
    }

    @Test(arguments: TestEngine.all)
    func `bad input is told at each field, all at once, and nothing typed is lost`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let reply = try await hilde.post(
            "/alis/ny",
            [
                ("etternavn", ""), ("fornavn", "Ny <b>lege</b>"), ("hpr", "12"), ("fodt", "1850"), ("epost", "ikke-en-adresse"),
                ("startet", "31.2.2024"),
                ("ordning", "ny"), ("kommune", "Fausk"), ("form", ""), ("prosent", "140"), ("fra", "1.9.2026"), ("til", "1.8.2026"),
            ])
        #expect(reply.status == 422)
        for sentence in [
            "31.2.2024", "Mener du Fauske", "Siste dag er før første dag", "7–9 siffer", "fra 1 til 100", "ikke en e-postadresse",
        ] {
            #expect(reply.text.contains(sentence), "\(sentence)")
        }
        #expect(reply.text.contains("value=\"Ny &lt;b&gt;lege&lt;/b&gt;\""))
    }

    @Test(arguments: TestEngine.all)
    func `a form sent twice registers one doctor`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let fields = [
            ("etternavn", "Dobbel"), ("fornavn", "Dina"), ("hpr", ""), ("fodt", "1990"), ("epost", ""), ("telefon", ""),
            ("startet", "1.9.2026"),
            ("ordning", "ny"), ("kommune", "Fauske"), ("arbeidssted", ""), ("form", "fastlonn"), ("prosent", "100"), ("fra", "1.9.2026"),
            ("til", ""),
            ("_once", "the-same-mark-both-times"),
        ]
        #expect(try await hilde.post("/alis/ny", fields).status == 303)
        #expect(try await hilde.post("/alis/ny", fields).status == 303)
        #expect(try await test.database.read { try $0.count("SELECT COUNT(*) FROM trainee WHERE familyName = 'Dobbel'") } == 1)
    }

    @Test(arguments: TestEngine.all)
    func `the second of two editors sees what the first changed, and decides`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, ravna) = (try await test.client(as: "hilde"), try await test.client(as: "ravna"))
        let path = "/alis/\(try ida().id)/person"
        let (first, second) = (try await hilde.get(path).text, try await ravna.get(path).text)
        let person = [("fornavn", "Ida"), ("etternavn", "Nilsen"), ("hpr", "990000101"), ("fodt", ""), ("hvorfor", "Skal ikke stå")]
        #expect(try await hilde.post(path, person + [("telefon", "000 11 111")] + marks(first)).status == 303)
        let conflict = try await ravna.post(path, person + [("telefon", "000 22 222")] + marks(second))
        #expect(conflict.status == 409)
        #expect(conflict.text.contains("Hilde Strand") && conflict.text.contains("000 11 111") && conflict.text.contains("000 22 222"))
        #expect(try await ravna.post(path, person + [("telefon", "000 22 222")] + marks(conflict.text)).status == 303)
        #expect(try await ravna.get("/alis/\(try ida().id)").text.contains("000 22 222"))
    }

    @Test(arguments: TestEngine.all)
    func `a form written while the session ran out is kept, and sent after signing in again`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = "/alis/\(try ida().id)/person"
        let form = try await hilde.get(path).text
        test.clock.advance(seconds: 13 * 3600)
        let fields =
            [("fornavn", "Ida"), ("etternavn", "Nilsen-Ny"), ("hpr", "990000101"), ("fodt", ""), ("telefon", ""), ("grunnlag", "0")]
            + marks(form)
        let held = try await hilde.post(path, fields + [("_mark", "out of date")])
        #expect(held.status == 303)
        let onward = try #require(held.location)
        #expect(onward.hasPrefix("/fortsett/"))
        #expect(try await hilde.get(onward).text.contains("Logg inn"))
        try await hilde.signIn("demo.hilde")
        #expect(try await hilde.get(onward).text.contains("Nilsen-Ny"))
        #expect(try await hilde.post(onward).status == 303)
        #expect(try await hilde.get("/alis/\(try ida().id)").text.contains("Nilsen-Ny"))
        // Somebody else with the address gets nothing.
        let anders = try await test.client(as: "anders")
        #expect(try await anders.get(onward).status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `a doctor changes her own wish and telephone, not her name`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let me = try await test.client(as: "ida")
        let ida = try ida()
        let page = try await me.get("/alis/\(ida.id)/person").text
        #expect(!page.contains("name=\"etternavn\""))
        #expect(
            try await me.post("/alis/\(ida.id)/person", [("telefon", "000 33 333"), ("etternavn", "Juks")] + marks(page)).status == 303)
        let record = try #require(try await test.database.read { try TraineeStore.find(ida.id, on: $0) })
        #expect(record.trainee(on: TestApplication.today)?.familyName == "Nilsen")
        #expect(record.trainee(on: TestApplication.today)?.phone == "000 33 333")
        let wish = try await me.get("/alis/\(ida.id)/onske/ny").text
        let fields = [
            ("sted1", "NLSH"), ("avdeling1", "Medisin"), ("tidligst", "2027-1"), ("senest", "2027-2"), ("maneder", "6"), ("prosent", "100"),
            ("merknad", ""),
        ]
        #expect(try await me.post("/alis/\(ida.id)/onske/ny", fields + marks(wish)).status == 303)
        #expect(try await me.get("/alis/\(ida.id)").text.contains("Medisin"))
        #expect(try await me.get("/alis/\(ida.id)/arbeid/ny").status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `conversion, pause and end are stretches of one training`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let jon = try await test.client(as: "jon")
        let noor = try #require(TestRegister.person("noor"))
        let path = "/alis/\(noor.id)/utdanning/\(noor.trainingID)"
        func send(_ fields: [(String, String)]) async throws -> Int {
            try await jon.post(path, fields + marks(try await jon.get(path).text)).status
        }
        #expect(try await send([("hva", "konverterer"), ("dag", "1.1.2019"), ("ventet", "")]) == 422)
        #expect(try await send([("hva", "konverterer"), ("dag", "1.1.2024"), ("ventet", "")]) == 303)
        #expect(try await send([("hva", "pause"), ("dag", "1.1.2025"), ("til", "30.6.2025"), ("ventet", "")]) == 303)
        // It goes on from a day within the pause, and from no other; to take the whole pause back needs a reason.
        #expect(try await send([("hva", "igjen"), ("dag", "1.4.2024"), ("ventet", "")]) == 422)
        #expect(try await send([("hva", "igjen"), ("dag", "1.1.2025"), ("ventet", ""), ("grunnlag", "")]) == 422)
        #expect(try await send([("hva", "igjen"), ("dag", "1.5.2025"), ("ventet", "")]) == 303)
        #expect(try await send([("hva", "slutt"), ("dag", "1.10.2026"), ("grunn", "specialist"), ("ventet", "")]) == 303)
        let record = try #require(try await test.database.read { try TraineeStore.find(noor.id, on: $0) })
        let timeline = try #require(record.trainings.first?.timeline)
        func value(_ day: String) throws -> Training? { timeline.value(on: try #require(CalendarDay(iso: day))) }
        #expect(try value("2023-12-31")?.scheme == .old)
        #expect(try value("2024-01-01")?.scheme == .new)
        #expect(try value("2025-03-01")?.standing == .paused)
        #expect(try value("2025-04-30")?.standing == .paused && value("2025-05-01")?.standing == .active)
        #expect(try value("2025-07-01")?.standing == .active)
        #expect(try value("2026-10-01")?.standing == .ended(.specialist))
    }

    @Test(arguments: TestEngine.all)
    func `confirming takes one click, in a named person's name, once a day`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        #expect(try await hilde.get("/kommuner/1841-fauske").text.contains("Stemmer dette?"))
        for _ in 0..<2 { #expect(try await hilde.post("/kommuner/1841-fauske/bekreftelse", [("_once", "a")]).status == 303) }
        #expect(try await hilde.post("/kommuner/1841-fauske/bekreftelse", [("_once", "b")]).status == 303)
        #expect(try await test.database.read { try $0.count("SELECT COUNT(*) FROM confirmation WHERE municipality = 'fauske'") } == 1)
        #expect(try await hilde.get("/kommuner/1841-fauske").text.contains("Bekreftet 18.11.2026 av Hilde Strand"))
        #expect(try await hilde.post("/kommuner/4601-bergen/bekreftelse", [("_once", "c")]).status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `a merge loses nothing and can be undone`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let fields = [
            ("etternavn", "Breivik"), ("fornavn", "Solveig"), ("hpr", ""), ("fodt", "1991"), ("epost", ""), ("telefon", ""),
            ("startet", "1.9.2024"),
            ("ordning", "ny"), ("kommune", "Fauske"), ("arbeidssted", "Annet kontor"), ("form", "vikar"), ("prosent", "20"),
            ("fra", "1.9.2024"), ("til", ""),
        ]
        let first = try await hilde.post("/alis/ny", fields)
        #expect(first.status == 303)
        let known = try #require(first.location?.split(separator: "/").last?.split(separator: "?").first).description
        #expect(try await hilde.post("/alis/ny", fields + [("annen", known)]).status == 303)
        let list = try await hilde.get("/oppfolging/dubletter").text
        let link = try #require(list.split(separator: "\"").first { $0.hasPrefix("/oppfolging/dubletter/") }).description
        let before = try await hilde.get("/kommuner/1841-fauske").text
        let page = try await hilde.get(link)
        #expect(page.status == 200)
        let keep = link.split(separator: "/")[2].description
        let gone = link.split(separator: "/")[3].description
        let unsaid = try await hilde.post(link, [("behold", keep)] + marks(page.text))
        #expect(unsaid.status == 422 && unsaid.text.contains("Velg hvorfor du endrer"))
        let merged = try await hilde.post(link, [("behold", keep), ("grunnlag", "0")] + marks(page.text))
        #expect(merged.status == 303 && merged.location == "/alis/\(keep)?slatt-sammen=1")
        // Two records of the same work are twice the work: the page says so, with the way to change it.
        let kept = try await hilde.get("/alis/\(keep)?slatt-sammen=1").text
        #expect(kept.contains("2 utdanningsløp går samtidig") && kept.contains("/alis/\(keep)/utdanning/"))
        #expect(try await hilde.get("/alis/\(keep)/historikk").text.contains("«Samme person, registrert to ganger»"))
        #expect(try await hilde.get("/alis/\(gone)").location == "/alis/\(keep)")
        #expect(try await hilde.get("/alis/\(keep)").text.components(separatedBy: "Annet kontor").count > 2)
        #expect(try await hilde.post("/oppfolging/dubletter/\(keep)/\(gone)/skill").status == 422)
        #expect(try await hilde.get("/oppfolging/dubletter/\(keep)/\(gone)/skill").text.contains("To ulike personer"))
        #expect(try await hilde.post("/oppfolging/dubletter/\(keep)/\(gone)/skill", [("grunnlag", "0")]).status == 303)
        #expect(try await hilde.get("/alis/\(gone)").status == 200)
        let names = { (text: String) in text.components(separatedBy: "Solveig Breivik").count }
        #expect(names(try await hilde.get("/kommuner/1841-fauske").text) == names(before))
    }

    @Test func `search forgives case, accents and Sami letters, and keeps to the viewer's scope`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        #expect(try await jon.get("/sok?q=astrid+KVALE").text.contains("Åstrid Kvåle"))
        // A whole HPR number leads to her at once.
        #expect(try await jon.follow(jon.get("/sok?q=990000101")).text.contains("Ida Nilsen"))
        #expect(try await jon.get("/sok?q=karasjohka").location?.hasSuffix("-karasjok") == true)
        let anders = try await test.client(as: "anders")
        #expect(try await !anders.get("/sok?q=Ida+Nilsen").text.contains("Ida Nilsen</a>"))
    }

    @Test(arguments: TestEngine.all)
    func `an address with an earlier day and time answers as the register was known then`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let then = test.clock.now
        let ida = try ida()
        let before = try await hilde.get("/oversikt?per=2026-11-18&kjent=\(then.iso)&kommune=fauske").text
        test.clock.advance(seconds: 3600)
        let path = "/alis/\(ida.id)/utdanning/\(ida.trainingID)"
        let page = try await hilde.get(path).text
        #expect(
            try await hilde.post(path, [("hva", "slutt"), ("dag", "1.11.2026"), ("grunn", "withdrew"), ("ventet", "")] + marks(page)).status
                == 303)
        let after = try await hilde.get("/oversikt?per=2026-11-18&kjent=\(then.iso)&kommune=fauske").text
        #expect(heading(before) == heading(after))
        #expect(heading(try await hilde.get("/oversikt?kommune=fauske").text) != heading(before))
    }

    private func heading(_ page: String) -> String {
        page.components(separatedBy: "<h1>").dropFirst().first?.components(separatedBy: "</h1>").first ?? ""
    }
}
