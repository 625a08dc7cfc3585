import AlisDomain
import Foundation
import Testing

@testable import Alis

/// A municipality's page: what is confirmed and what is not, whom to write to, what it was, and its file.
@Suite struct MunicipalityPageTests {
    @Test(arguments: TestEngine.all)
    func `who is registered after the confirmation is not confirmed`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let place = "/kommuner/1841-fauske"
        #expect(try await hilde.post(place + "/bekreftelse", [("_once", "a")]).status == 303)
        #expect(try await !hilde.get(place).text.contains("etter det"))
        test.clock.advance(seconds: 86_400)
        try await hilde.signIn("demo.hilde")
        let fields = [
            ("fornavn", "Ny"), ("etternavn", "Lege"), ("fodt", "1992"), ("startet", "1.11.2026"), ("ordning", "ny"), ("kommune", "Fauske"),
            ("form", "fastlonn"), ("prosent", "100"), ("fra", "1.11.2026"),
        ]
        let new = try #require(try await hilde.post("/alis/ny", fields).location)
        let page = try await hilde.get(new).text
        #expect(page.contains("Ikke bekreftet siden registrert 19.11.2026") && !page.contains("Bekreftet 18.11.2026"))
        let list = try await hilde.get(place).text
        #expect(list.contains("Bekreftet 18.11.2026 av Hilde Strand. 1 ALIS registrert eller endret etter det"))
        #expect(try await hilde.get("/").text.contains("1 registrert eller endret etter det"))
        let ravna = try await test.client(as: "ravna")
        #expect(try await ravna.get("/oppfolging?maneder=0").text.contains("1 ALIS registrert eller endret etter det"))
        test.clock.advance(seconds: 86_400)
        try await hilde.signIn("demo.hilde")
        #expect(try await hilde.post(place + "/bekreftelse", [("_once", "b")]).status == 303)
        #expect(try await !hilde.get(place).text.contains("etter det"))
        #expect(try await hilde.get(new).text.contains("Bekreftet 20.11.2026 av Hilde Strand"))
    }

    @Test(arguments: TestEngine.all)
    func `who is to come and who is to leave stands on the page, so that nobody is registered twice`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, ravna) = (try await test.client(as: "hilde"), try await test.client(as: "ravna"))
        let place = "/kommuner/1841-fauske"
        #expect(try await !hilde.get(place).text.contains("Begynner senere"))
        let fields = [
            ("fornavn", "Ny"), ("etternavn", "Lege"), ("fodt", "1992"), ("startet", "1.3.2027"), ("ordning", "ny"), ("kommune", "Fauske"),
            ("form", "fastlonn"), ("prosent", "80"), ("fra", "1.3.2027"),
        ]
        let new = try #require(try await hilde.post("/alis/ny", fields).location)
        for client in [hilde, ravna] {
            let page = try await client.get(place).said
            #expect(page.contains(". 1 begynner senere.") && page.contains("Begynner senere Ny Lege , fra 1.3.2027"))
        }
        let record = try await hilde.get(new).said
        #expect(record.contains("Begynner i Fauske 1.3.2027. Fastlønn 80 %.") && record.contains("Fauske › ALIS"))
        // On the day she is there, and not to come any more.
        let then = try await hilde.get("\(place)?per=2027-03-01").said
        #expect(then.contains("Ny Lege") && !then.contains("begynner senere"))
        // Whoever leaves is told of with her last day, and where she goes.
        let ida = try #require(TestRegister.person("ida"))
        let work = "/alis/\(ida.id)/arbeid/\(ida.engagementID)"
        let form = try #require(PageForm.all(in: try await hilde.get(work).text).first { $0.action == work })
        #expect(try await hilde.post(work, form.filled(["til": "31.1.2027", "gjelder": "rettelse"], usual: [:])).status == 303)
        #expect(try await hilde.get(place).said.contains("Siste arbeidsdag her 31.1.2027"))
        #expect(try await hilde.get("/alis/\(ida.id)").said.contains("Til 31.1.2027."))
    }

    @Test(arguments: TestEngine.all)
    func `nobody confirms what was changed after the page was drawn`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, ravna) = (try await test.client(as: "hilde"), try await test.client(as: "ravna"))
        let place = "/kommuner/1841-fauske"
        func drawn() async throws -> String {
            let page = try await hilde.get(place).text
            return String(try #require(page.firstMatch(of: #/bekreftelse">.*?name="_based" value="(\d+)"/#.dotMatchesNewlines())).1)
        }
        let based = try await drawn()
        let fields = [
            ("fornavn", "Ny"), ("etternavn", "Lege"), ("fodt", "1992"), ("startet", "1.11.2026"), ("ordning", "ny"), ("kommune", "Fauske"),
            ("form", "fastlonn"), ("prosent", "100"), ("fra", "1.11.2026"),
        ]
        #expect(try await ravna.post("/alis/ny", fields).status == 303)
        let refused = try await hilde.post(place + "/bekreftelse", [("_once", "a"), ("_based", based)])
        #expect(refused.status == 409 && refused.text.contains("Ikke bekreftet ennå") && refused.text.contains("Ny Lege."))
        #expect(try await !hilde.get(place).text.contains("Bekreftet 18.11.2026"))
        #expect(try await hilde.post(place + "/bekreftelse", [("_once", "b"), ("_based", try await drawn())]).status == 303)
        // What is no part of the list, such as another municipality's doctors, asks for nothing.
        let again = try await drawn()
        let elsewhere = ["kommune": "Bodø", "fornavn": "Annen", "etternavn": "Kollega"]
        #expect(try await ravna.post("/alis/ny", fields.map { ($0.0, elsewhere[$0.0] ?? $0.1) }).status == 303)
        #expect(try await hilde.post(place + "/bekreftelse", [("_once", "c"), ("_based", again)]).status == 303)
    }

    @Test(arguments: TestEngine.all)
    func `an office records whom to write to, from a day, and reminders go there`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ravna = try await test.client(as: "ravna")
        let vega = "/kommuner/1815-vega"
        let path = vega + "/kontakt"
        #expect(try await ravna.get(vega).text.contains("Ingen kontakt er registrert"))
        let wrong = try await ravna.post(path, [("rolle", "Legekontoret"), ("epost", "ikke-en-adresse"), ("fra", "1.11.2026")])
        #expect(wrong.status == 422 && wrong.text.contains("value=\"Legekontoret\"") && wrong.text.contains("id=\"epost-feil\""))
        let right = [("rolle", "Kommuneoverlegen"), ("epost", "helse@vega.example"), ("fra", "1.11.2026")]
        #expect(try await ravna.post(path, right + [("_once", "a")]).status == 303)
        #expect(try await ravna.post(path, right + [("_once", "a")]).status == 303)
        let page = try await ravna.get(path).text
        #expect(page.contains("helse@vega.example") && page.contains("Ravna Isaksen") && page.contains("fra 1.11.2026"))
        // Somebody else was first: what was written stays, and nothing is saved.
        let late = try await ravna.post(path, [("rolle", "Andre"), ("epost", "annen@vega.example"), ("fra", "1.12.2026"), ("_based", "0")])
        #expect(late.status == 409 && late.text.contains("annen@vega.example"))
        let texts = [
            ("emne-nb", "Om {{kommune}}"), ("emne-nn", "Om {{kommune}}"), ("tekst-nb", "Hei {{kommune}}"), ("tekst-nn", "Hei {{kommune}}"),
        ]
        let letters = try await ravna.post("/oppfolging/paminnelser", texts + [("kommune", "vega")])
        #expect(letters.text.contains("1 kommune, 1 mottaker. Alle kommunene har en registrert kontakt."))
        // The reminder about a doctor's plan goes there too.
        let fauske = [("rolle", "Legekontoret"), ("epost", "lege@fauske.example"), ("fra", "1.11.2026"), ("_once", "f")]
        #expect(try await ravna.post("/kommuner/1841-fauske/kontakt", fauske).status == 303)
        let ida = try #require(TestRegister.person("ida")).id
        #expect(try await ravna.get("/alis/\(ida)/plan/paminnelse").text.contains("lege@fauske.example"))
        // Fauske's own person and its office's address are one recipient when they are the same.
        for key in ["hilde", "anders", "elin", "priya", "ida"] {
            let client = try await test.client(as: key)
            #expect(try await client.get(path).status == 404, "\(key)")
            #expect(try await client.post(path, right).status == 404, "\(key)")
        }
        let based = try #require(page.range(of: "name=\"_based\" value=\"")).upperBound
        let change = String(page[based...].prefix { $0 != "\"" })
        #expect(try await ravna.post(path, [("slutt", "ja"), ("fra", "15.11.2026"), ("_based", change)]).status == 303)
        #expect(try await ravna.get(vega).text.contains("Ingen kontakt er registrert"))
        #expect(try await ravna.get(path).text.contains("Kommuneoverlegen, helse@vega.example, 1.11.2026–14.11.2026"))
    }

    @Test func `a number by itself leads to its municipality, and one that is no more to those it became`() async throws {
        let test = try await TestApplication.make()
        let ravna = try await test.client(as: "ravna")
        for number in ["1902", "5401", "5501"] {
            #expect(try await ravna.get("/kommuner/\(number)").location == "/kommuner/5501-tromso", "\(number)")
        }
        #expect(try await ravna.get("/kommuner/9999").status == 404)
        let tysfjord = try await ravna.get("/kommuner/1850-tysfjord").text
        #expect(tysfjord.contains("/kommuner/1875-hamaroy\"") && tysfjord.contains("/kommuner/1806-narvik\""))
        #expect(!tysfjord.contains("Aldri bekreftet") && !tysfjord.contains("<dd>–</dd>"))
    }

    @Test func `numbers and names stand with all the time they held`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        for (slug, line) in [
            ("0301-oslo", "0301 Oslo, fra 1.1.2000"), ("1841-fauske", "1841 Fauske, fra 1.1.2000"),
            ("1804-bodo", "1804 Bodø, fra 1.1.2000"),
        ] {
            #expect(try await jon.get("/kommuner/\(slug)").text.contains(line), "\(slug)")
        }
    }

    @Test func `a trust sees how many there are beside those it may see`() async throws {
        let test = try await TestApplication.make()
        let elin = try await test.client(as: "elin")
        let page = try await elin.get("/kommuner/1841-fauske").text
        #expect(page.contains("Solveig Breivik"))
        let others = TestRegister.persons.filter { $0.municipality?.key == "fauske" }
        let seen = others.filter { $0.wishes.contains { $0.code == "NLSH" } }.count
        if seen < others.count { #expect(page.contains("Du ser \(seen) av")) }
    }

    @Test func `the page's file has the doctors the viewer sees, the figures, and what it answers`() async throws {
        let test = try await TestApplication.make()
        let (hilde, priya) = (try await test.client(as: "hilde"), try await test.client(as: "priya"))
        let file = try await hilde.get("/kommuner/1841-fauske/alis.xlsx")
        let workbook = try SpreadsheetReader.read(file.bytes, fileName: "x.xlsx")
        #expect(workbook.sheets.map(\.name) == ["Om uttrekket", "ALIS", "Tall", "Bekreftelser"])
        #expect(try await hilde.get("/kommuner/1841-fauske/alis.csv").text.contains("Nilsen;Ida;"))
        let national = try await priya.get("/kommuner/1841-fauske/alis.csv")
        #expect(national.status == 200 && !national.text.contains("Nilsen") && national.text.contains("aktive ALIS;"))
        #expect(try await priya.get("/kommuner/9999-ingensteds/alis.csv").status == 404)
    }
}
