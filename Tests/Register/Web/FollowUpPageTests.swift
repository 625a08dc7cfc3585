import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct FollowUpPageTests {
    private let texts = [
        ("emne-nb", "Om {{kommune}}"), ("emne-nn", "Om {{kommune}}"), ("tekst-nb", "Bokmål til {{kommune}}: {{lenke}}"),
        ("tekst-nn", "Nynorsk til {{kommune}}"),
    ]

    @Test(arguments: TestEngine.all)
    func `an adviser sees her own municipalities, and nobody else's`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ravna = try await test.client(as: "ravna")
        let page = try await ravna.get("/oppfolging")
        #expect(page.status == 200 && page.text.contains(">Fauske<") && !page.text.contains(">Utsira<"))
        #expect(try await !ravna.get("/oppfolging?kontor=VEST&maneder=0").text.contains(">Utsira<"))
        #expect(try await ravna.get("/oppfolging?maneder=tull").status == 200)
        let file = try await ravna.get("/oppfolging.csv?maneder=0")
        #expect(file.text.contains("1841;Fauske;") && !file.text.contains("Utsira"))
        let sheet = try await ravna.get("/oppfolging.xlsx")
        #expect(sheet.contentType == MediaType.xlsx && sheet.bytes.starts(with: [0x50, 0x4B]))
    }

    @Test func `a confirmation makes the municipality fresh, and the directorate sees no name`() async throws {
        let test = try await TestApplication.make()
        let fauske = try #require(MunicipalityID("fauske"))
        let day = TestApplication.today.adding(months: -2)
        let id = test.surroundings.newID().text
        try await test.database.write { connection in
            let change = try ChangeLog.record(.confirmed, by: TestRegister.recorder, at: TestApplication.now, on: connection)
            try FactWriter(connection: connection, change: change).add(
                id: id, Confirmation(municipality: fauske, personName: "Hilde Strand", account: "demo.hilde", day: day),
                in: Period(startingOn: day))
        }
        let (ravna, priya) = (try await test.client(as: "ravna"), try await test.client(as: "priya"))
        #expect(try await !ravna.get("/oppfolging").text.contains(">Fauske<"))
        #expect(try await ravna.get("/oppfolging?maneder=1").text.contains("Hilde Strand"))
        let national = try await priya.get("/oppfolging?maneder=0")
        #expect(national.text.contains(">Fauske<") && national.text.contains(day.norwegian) && !national.text.contains("Hilde Strand"))
        #expect(try await !priya.get("/oppfolging.csv?maneder=0").text.contains("Hilde Strand"))
        #expect(try await priya.get("/oppfolging/paminnelser").status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `reminders are shown with recipients and count, each in the municipality's language, and change nothing`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let jon = try await test.client(as: "jon")
        let before = try await test.fingerprint()
        let form = texts + [("kommune", "fauske"), ("kommune", "voss"), ("kommune", "vega"), ("kommune", "tull")]
        let page = try await jon.post("/oppfolging/paminnelser", form)
        #expect(page.status == 200)
        #expect(page.text.contains("3 kommuner, 2 mottakere. 1 uten registrert kontakt."))
        #expect(page.text.contains("Nynorsk til Voss") && page.text.contains("Bokmål til Fauske"))
        #expect(page.text.contains("/kommuner/1841-fauske") && page.text.contains("hilde@alis.example"))
        #expect(page.text.contains("ingen registrert kontakt") && page.text.contains("Ingenting er sendt"))
        let file = try await jon.post("/oppfolging/paminnelser.csv", form)
        #expect(file.contentType == MediaType.csv && file.text.contains("1841;Fauske;Hilde Strand;hilde@alis.example;Om Fauske;"))
        #expect(try await jon.post("/oppfolging/paminnelser.txt", form).text.contains("=== Voss ==="))
        #expect(try await test.fingerprint() == before)

        let ravna = try await test.client(as: "ravna")
        #expect(try await !ravna.post("/oppfolging/paminnelser", form).text.contains("Voss"))
        let wrong = try await ravna.post("/oppfolging/paminnelser", [("tekst-nb", "{{tull}}"), ("kommune", "voss")])
        #expect(wrong.status == 422)
        for field in ["kommune", "emne-nb", "tekst-nb", "tekst-nn"] { #expect(wrong.text.contains("id=\"\(field)-feil\"")) }
    }

    @Test func `the old scheme shows names in scope, numbers to the directorate, and the days left`() async throws {
        let test = try await TestApplication.make()
        let noor = try #require(TestRegister.person("noor"))
        let (samira, ravna, priya) = (
            try await test.client(as: "samira"), try await test.client(as: "ravna"), try await test.client(as: "priya")
        )
        let page = try await samira.get("/oppfolging/gammel-ordning")
        #expect(page.text.contains("43 dager igjen") && page.text.contains(noor.trainee.fullName))
        #expect(try await samira.get("/oppfolging/gammel-ordning.csv").text.contains(noor.trainee.fullName))
        #expect(try await !ravna.get("/oppfolging/gammel-ordning").text.contains(noor.trainee.familyName))
        for address in ["/oppfolging/gammel-ordning", "/oppfolging/gammel-ordning.csv"] {
            let national = try await priya.get(address)
            #expect(national.text.contains("Oslo") && !national.text.contains(noor.trainee.familyName))
        }
        #expect(try await test.client(as: "elin").get("/oppfolging/gammel-ordning").status == 404)
    }

    @Test func `a municipality sees its own in the old scheme, and the start page leads there`() async throws {
        let test = try await TestApplication.make()
        let noor = try #require(TestRegister.person("noor"))
        let samira = try await test.client(as: "samira")
        let jon = try await test.client(as: "jon")
        #expect(try await jon.get("/").text.contains("href=\"/oppfolging/gammel-ordning\""))
        #expect(try await !jon.get("/").text.contains("/alis?maal=gammel-ordning"))
        let hilde = try await test.client(as: "hilde")
        for address in ["/oppfolging/gammel-ordning", "/oppfolging/gammel-ordning.csv"] {
            let own = try await hilde.get(address)
            #expect(own.status == 200 && !own.text.contains(noor.trainee.familyName) && !own.text.contains("href=\"/oppfolging\""))
        }
        #expect(try await samira.get("/oppfolging/gammel-ordning").text.contains(noor.trainee.fullName))
    }

    @Test(arguments: TestEngine.all)
    func `who should have been done stands first, and the page and the work list say how they differ`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let jon = try await test.client(as: "jon")
        let noor = try #require(TestRegister.person("noor"))
        let path = "/alis/\(noor.id)/utdanning/\(noor.trainingID)"
        let page = try await jon.get(path).text
        let based = try #require(page.range(of: "name=\"_based\" value=\"")).upperBound
        let change = String(page[based...].prefix { $0 != "\"" })
        #expect(try await jon.post(path, [("hva", "ventet"), ("ventet", "1.6.2026"), ("_based", change)]).status == 303)
        let list = try await jon.get("/oppfolging/gammel-ordning").text
        let group = try #require(
            list.components(separatedBy: "<section id=\"over-tiden\">").last?.components(separatedBy: "</section>").first)
        #expect(group.contains(noor.trainee.fullName) && group.contains("Etter planen"))
        #expect(!(list.components(separatedBy: "<section id=\"for-fristen\">").dropFirst().first ?? "").contains(noor.trainee.fullName))
        #expect(list.contains("Arbeidslisten følger planen") && list.contains("href=\"/arbeidslister/gammel-ordning-rekker-ikke\""))
        let work = try await jon.get("/arbeidslister/gammel-ordning-rekker-ikke").text
        #expect(work.contains("href=\"/oppfolging/gammel-ordning\""))
        let late = try #require(work.firstMatch(of: #/<h1>([0-9]+) /#)).1
        #expect(list.contains("<a href=\"/arbeidslister/gammel-ordning-rekker-ikke\"><b>\(late)</b></a>"))
        let (samira, priya) = (try await test.client(as: "samira"), try await test.client(as: "priya"))
        #expect(try await samira.get("/oppfolging/gammel-ordning.csv").text.contains("Skulle vært ferdig"))
        #expect(try await !priya.get("/oppfolging/gammel-ordning").text.contains("Etter planen"))
        #expect(
            try await !test.client(as: "hilde").get("/arbeidslister/gammel-ordning-rekker-ikke").text.contains("/oppfolging/gammel-ordning")
        )
    }
}
