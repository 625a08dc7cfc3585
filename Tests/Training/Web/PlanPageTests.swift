import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Training plans as a municipality and a doctor use them.
@Suite struct PlanPageTests {
    private func ida() throws -> TestRegister.Person { try #require(TestRegister.person("ida")) }

    private func marks(_ page: String, _ names: [String] = ["_once", "_based", "_vist"]) -> [(String, String)] {
        names.compactMap { name in
            guard let range = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
            return (name, String(page[range.upperBound...].prefix { $0 != "\"" }))
        }
    }

    /// Fauske is registered from the scheme's first day, so that service there counts.
    private func register(_ hilde: TestClient) async throws {
        let path = "/kommuner/1841-fauske/registrering"
        let form = try await hilde.get(path).text
        let sent = try await hilde.post(
            path, [("spesialitet", "generalPractice"), ("status", "registered"), ("fra", "1.3.2019"), ("til", "")] + marks(form))
        #expect(sent.status == 303)
    }

    private func draft(_ client: TestClient, _ path: String) async throws -> TestClient.Reply {
        let form = try await client.get("\(path)/utkast").text
        return try await client.post(
            "\(path)/utkast",
            [
                ("fra", "18.11.2026"), ("prosent", "80"), ("kommune", "Fauske"), ("halvaar", "2027-2"), ("maaneder", "6"),
                ("foretak", "NLSH"),
            ]
                + marks(form))
    }

    @Test func `the doctor's start page is her plan, with every requirement and its source`() async throws {
        let test = try await TestApplication.make()
        let client = try await test.client(as: "ida")
        let id = try ida().id
        #expect(try await client.get("/").location == "/alis/\(id)/plan")
        let page = try await client.get("/alis/\(id)/plan").text
        for text in ["Tjenestetid i alt", "Åpen uselektert praksis", "Gruppeveiledning, timer", "www.alis.no", "Ingen har laget en plan"] {
            #expect(page.contains(text), "\(text)")
        }
        let nynorsk = try await test.client(as: "ida")
        await nynorsk.chooseLanguage(.nynorsk)
        #expect(try await nynorsk.get("/alis/\(id)/plan").text.contains("Tenestetid i alt"))
    }

    @Test(arguments: TestEngine.all)
    func `service counts when the municipality is registered, and says why when it is not`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = "/alis/\(try ida().id)/plan"
        #expect(try await hilde.get(path).text.contains("kommunen er ikke registrert utdanningsvirksomhet"))
        #expect(try await hilde.get(path).text.contains("href=\"/kommuner/1841-fauske/registrering\""))
        let own = try await test.client(as: "ida").get(path).text
        #expect(own.contains("Registrer kommunen som") && !own.contains("/registrering\""), "she is led to no page that is not hers")
        #expect(try await hilde.get("/arbeidslister/mangler-registrering").text.contains("Ida Nilsen"))
        try await register(hilde)
        #expect(!(try await hilde.get(path).text.contains("kommunen er ikke registrert utdanningsvirksomhet")))
        #expect(!(try await hilde.get("/arbeidslister/mangler-registrering").text.contains("Ida Nilsen")))
    }

    @Test(arguments: TestEngine.all)
    func `a first plan is drafted, and each period can be moved and removed`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = "/alis/\(try ida().id)/plan"
        try await register(hilde)
        #expect(try await draft(hilde, path).status == 303)
        let page = try await hilde.get(path).text
        #expect(page.contains("Nordlandssykehuset") && page.contains("1.7.2027–31.12.2027") && page.contains("Utkast laget"))
        #expect(try await hilde.get("\(path)/utkast").status == 404)
        #expect(!(try await hilde.get("/arbeidslister/uten-plan").text.contains("Ida Nilsen")))

        let link = try #require(page.firstMatch(of: /\/plan\/periode\/([0-9a-z]{26})/))
        let edit = "\(path)/periode/\(link.1)"
        let form = try await hilde.get(edit).text
        let wrong = try await hilde.post(
            edit,
            [("slag", "openPractice"), ("kommune", "Fauske"), ("prosent", "80"), ("fra", "1.9.2023"), ("til", "1.8.2023")] + marks(form))
        #expect(wrong.status == 422 && wrong.text.contains("Siste dag er før første dag"))
        let removed = try await hilde.post(edit, [("slett", "ja")] + marks(form))
        #expect(removed.status == 303)
        #expect(!(try await hilde.get(path).text.contains(String(link.1))))
    }

    @Test(arguments: TestEngine.all)
    func `more than a full position, and another's change meanwhile, get a sentence and lose nothing`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let ravna = try await test.client(as: "ravna")
        let path = "/alis/\(try ida().id)/plan"
        try await register(hilde)
        _ = try await draft(hilde, path)
        let form = try await hilde.get("\(path)/periode/ny").text
        let fields = [
            ("slag", "openPractice"), ("kommune", "Fauske"), ("arena", "Kveldspraksis"), ("fra", "1.12.2026"), ("til", "31.12.2026"),
        ]
        let above = try await hilde.post("\(path)/periode/ny", fields + [("prosent", "50")] + marks(form))
        #expect(above.status == 422 && above.text.contains("over 100 %") && above.text.contains("Kveldspraksis"))

        let hers = try await ravna.get("\(path)/periode/ny").text
        #expect(try await hilde.post("\(path)/periode/ny", fields + [("prosent", "20")] + marks(form)).status == 303)
        let late = try await ravna.post(
            "\(path)/periode/ny",
            [
                ("slag", "openPractice"), ("kommune", "Fauske"), ("arena", "Helg"), ("fra", "1.1.2027"), ("til", "31.1.2027"),
                ("prosent", "10"),
            ]
                + marks(hers))
        #expect(late.status == 409 && late.text.contains("Hilde Strand") && late.text.contains("Helg"))
        let again = try await ravna.post(
            "\(path)/periode/ny",
            [
                ("slag", "openPractice"), ("kommune", "Fauske"), ("arena", "Helg"), ("fra", "1.1.2027"), ("til", "31.1.2027"),
                ("prosent", "10"),
            ]
                + marks(late.text))
        #expect(again.status == 303)
    }

    @Test(arguments: TestEngine.all)
    func `what is tried is exactly what is done, and nothing is done when the plan has changed`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = "/alis/\(try ida().id)/plan"
        try await register(hilde)
        _ = try await draft(hilde, path)
        let query = "prov=1&hva=prosent&fra=1.2.2027&til=&prosent=60&fravaer=parentalLeave&kommune="
        let tried = try await hilde.get("\(path)/hva-om?\(query)")
        #expect(tried.status == 200 && tried.text.contains("dager senere"))
        let before = try await hilde.get(path).text
        #expect(!before.contains("60\u{00A0}%"), "trying writes nothing")
        let fields = [
            ("hva", "prosent"), ("fra", "1.2.2027"), ("til", ""), ("prosent", "60"), ("fravaer", "parentalLeave"), ("kommune", ""),
        ]
        let shown = marks(tried.text)
        let stale = try await hilde.post(
            "\(path)/hva-om", fields + shown.map { $0.0 == "_vist" ? ($0.0, "noe annet") : $0 })
        #expect(stale.status == 409)
        #expect(try await hilde.post("\(path)/hva-om", fields + shown).status == 303)
        let after = try await hilde.get(path).text
        #expect(after.contains("60\u{00A0}%"))
        // The day that was shown is the day the plan now has.
        let day = try #require(
            tried.text.components(separatedBy: "Tjenestetiden er nådd").dropFirst().first?.matches(of: /\d+\.\d+\.20\d\d/).dropFirst().first
        )
        #expect(after.contains(String(day.0)))
    }

    @Test func `a change that cannot be tried says why`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let path = "/alis/\(try ida().id)/plan/hva-om"
        let past = try await hilde.get("\(path)?prov=1&hva=prosent&fra=1.2.2020&prosent=60")
        #expect(past.status == 422 && past.text.contains("Dagen er gått"))
        let hospital = try await hilde.get("\(path)?prov=1&hva=sykehus&fra=1.2.2027")
        #expect(hospital.status == 422 && hospital.text.contains("ingen sykehustjeneste"))
        #expect(try await hilde.get("\(path)?prov=1&hva=permisjon&fra=1.2.2027&til=1.1.2027").status == 422)
    }

    @Test(arguments: TestEngine.all)
    func `only the municipality approves, and a return says why`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let path = "/alis/\(try ida().id)/plan"
        let ravna = try await test.client(as: "ravna")
        let page = try await ravna.get(path).text
        #expect(!page.contains("value=\"approved\""))
        #expect(try await ravna.post("\(path)/gjennomgang", [("slag", "approved")] + marks(page)).status == 422)
        let hilde = try await test.client(as: "hilde")
        let own = try await hilde.get(path).text
        let empty = try await hilde.post("\(path)/gjennomgang", [("slag", "returned"), ("merknad", "")] + marks(own))
        #expect(empty.status == 422 && empty.text.contains("Skriv hvorfor"))
        #expect(try await hilde.post("\(path)/gjennomgang", [("slag", "approved")] + marks(own)).status == 303)
        #expect(try await hilde.get(path).text.contains("Godkjent av kommunen"))
    }

    @Test(arguments: TestEngine.all)
    func `courses are written down, and bad hours are told at the field`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let client = try await test.client(as: "ida")
        let path = "/alis/\(try ida().id)/plan"
        let form = try await client.get("\(path)/aktivitet/ny?slag=topicCourse").text
        let fields = [
            ("slag", "topicCourse"), ("emne", "Hud"), ("antall", "1"), ("fra", "2.10.2026"), ("til", "3.10.2026"), ("status", "gjort"),
        ]
        let wrong = try await client.post("\(path)/aktivitet/ny", fields + [("timer", "femten")] + marks(form))
        #expect(wrong.status == 422 && wrong.text.contains("«femten»"))
        #expect(try await client.post("\(path)/aktivitet/ny", fields + [("timer", "15")] + marks(form)).status == 303)
        #expect(try await client.get(path).text.contains("Hud"))
    }

    @Test func `the plan goes to paper and to the calendar`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let path = "/alis/\(try ida().id)/plan"
        try await register(hilde)
        _ = try await draft(hilde, path)
        let calendar = try await hilde.get("\(path).ics").text
        #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\n") && calendar.hasSuffix("END:VCALENDAR\r\n"))
        #expect(calendar.contains("DTSTART;VALUE=DATE:20270701") && calendar.contains("BEGIN:VALARM"))
        #expect(calendar.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(try await hilde.get("\(path)/utskrift").text.contains("For kommunen"))
    }

    @Test func `every list has the same doctors on screen and as a spreadsheet, and none of another's`() async throws {
        let test = try await TestApplication.make()
        let (hilde, anders) = (try await test.client(as: "hilde"), try await test.client(as: "anders"))
        let overview = try await hilde.get("/arbeidslister").text
        for work in CourseWorkRoutes.kept {
            let code = CourseWorkTexts.code(work)
            #expect(overview.contains("/arbeidslister/\(code)"))
            let page = try await hilde.get("/arbeidslister/\(code)").text
            let sheet = try await hilde.get("/arbeidslister/\(code)/regneark.csv").text
            #expect(page.contains("Ida Nilsen") == sheet.contains("Ida Nilsen"), "\(code)")
            #expect(!(try await anders.get("/arbeidslister/\(code)").text.contains("Ida Nilsen")), "\(code)")
        }
        #expect(try await hilde.get("/arbeidslister/finnes-ikke").status == 404)
    }

    @Test func `the rules are open to everybody, with what is not looked up said to be so`() async throws {
        let test = try await TestApplication.make()
        let client = test.client()
        for code in ["gp-new", "gp-old", "cm-new"] {
            #expect(try await client.get("/regler/\(code)").status == 200)
        }
        #expect(try await client.get("/regler/gp-new").text.contains("ikke slått opp"))
        #expect(try await client.get("/regler/finnes-ikke").status == 404)
    }
}
