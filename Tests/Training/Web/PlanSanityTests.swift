import AlisCast
import AlisDomain
import Testing

@testable import Alis

/// What a plan does not take, since it cannot be so, and how the plan of a training that has ended reads.
@Suite struct PlanSanityTests {
    private func marks(_ page: String) -> [(String, String)] { PlanDeskWork.marks(page) }

    @Test(arguments: TestEngine.all)
    func `a conversion that cannot be is refused at the day, and one still to come leaves her in the old scheme's list`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let gunnhild = try await test.client(as: "gunnhild")
        let path = "/alis/\(try #require(Cast.torbjorn?.id))/plan/hva-om"
        let list = "/arbeidslister/gammel-ordning-rekker-ikke"
        #expect(try await gunnhild.get(list).text.contains("Torbjørn Haugen"))
        let fields = { (day: String) in
            [("hva", "konvertering"), ("fra", day), ("til", ""), ("prosent", ""), ("fravaer", "parentalLeave"), ("kommune", "")]
        }
        for (day, why) in [("28.2.2019", "1.3.2019"), ("1.10.2026", "Dagen er gått"), ("1.1.2045", "for langt unna")] {
            let tried = try await gunnhild.get("\(path)?prov=1&hva=konvertering&fra=\(day)")
            let sent = try await gunnhild.post(path, fields(day) + marks(tried.text))
            for reply in [tried, sent] {
                #expect(reply.status == 422 && reply.text.contains(why) && reply.text.contains("href=\"#fra\""), "\(day)")
            }
        }
        let tried = try await gunnhild.get("\(path)?prov=1&hva=konvertering&fra=1.1.2035")
        #expect(tried.status == 200)
        #expect(try await gunnhild.post(path, fields("1.1.2035") + marks(tried.text)).status == 303)
        let after = try await gunnhild.get(list).text
        #expect(after.contains("Torbjørn Haugen") && after.contains("Konverterer 1.1.2035"))
    }

    @Test(arguments: TestEngine.all)
    func `the plan of a finished specialist says so first, and asks nothing of her`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let jon = try await test.client(as: "jon")
        let noor = try #require(TestRegister.person("noor"))
        let plan = "/alis/\(noor.id)/plan"
        #expect(try await jon.get(plan).text.contains("Det neste å gjøre"))
        let form = "/alis/\(noor.id)/utdanning/\(noor.trainingID)"
        let ended = [("hva", "slutt"), ("dag", "1.10.2026"), ("grunn", "specialist"), ("ventet", "")]
        #expect(try await jon.post(form, ended + marks(try await jon.get(form).text)).status == 303)
        for page in [try await jon.get(plan).text, try await jon.get("\(plan)/utskrift").text] {
            #expect(page.contains("erdig spesialist fra 1.10.2026") && page.contains("Tjenesteperioder"))
            for text in ["Det neste å gjøre", "når ikke fram", "Lag utkast", "/hva-om", "Siste dag for å søke", ">mangler<"] {
                #expect(!page.contains(text), "\(text)")
            }
        }
        #expect(try await jon.get("\(plan)/hva-om").status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `hours of a group before the authorisation, and more than the days have room for, are refused`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ida = try await test.client(as: "ida")
        let path = "/alis/\(try PlanDeskWork.ida().id)/plan/aktivitet/ny"
        func send(_ hours: String, _ from: String, _ to: String) async throws -> TestClient.Reply {
            let form = try await ida.get("\(path)?slag=groupSupervision").text
            return try await ida.post(
                path,
                [
                    ("slag", "groupSupervision"), ("emne", ""), ("timer", hours), ("antall", "1"), ("fra", from), ("til", to),
                    ("status", "gjort"),
                ] + marks(form))
        }
        let long = try await send("120", "2.10.2026", "2.10.2026")
        #expect(long.status == 422 && long.text.contains("Skriv høyst 8") && long.text.contains("href=\"#timer\""))
        #expect(try await send("16", "2.10.2026", "3.10.2026").status == 303)
        // Once it is known when she was authorised, nothing before it is taken.
        let (person, authorised) = (try PlanDeskWork.ida().id, try #require(CalendarDay(iso: "2026-08-01")))
        try await test.database.write { connection in
            let change = try ChangeLog.record(.corrected, by: TestRegister.recorder, at: TestApplication.now, on: connection)
            try FactWriter(connection: connection, change: change)
                .add(id: RecordID(high: 7, low: 1).text, Authorisation(trainee: person), in: Period(startingOn: authorised))
        }
        let early = try await send("8", "31.7.2026", "2.8.2026")
        #expect(early.status == 422 && early.text.contains("før autorisasjonen 1.8.2026") && early.text.contains("href=\"#fra\""))
        #expect(try await send("8", "1.8.2026", "2.8.2026").status == 303)
    }

    @Test(arguments: TestEngine.all)
    func `hospital service is in no municipality, and a nursing home that is not decided is no hospital`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        func send(_ kind: String, _ municipality: String, _ from: String, _ to: String) async throws -> TestClient.Reply {
            try await hilde.post(
                "\(path)/periode/ny",
                [
                    ("slag", kind), ("kommune", municipality), ("foretak", ""), ("arena", "Arena \(from)"), ("prosent", "10"),
                    ("fra", from), ("til", to),
                ] + marks(try await hilde.get("\(path)/periode/ny").text))
        }
        let other = try await send("institutionHospital", "Bodø", "1.3.2027", "31.3.2027")
        #expect(other.status == 422 && other.text.contains("Sykehustjeneste er i et helseforetak") && other.text.contains("value=\"Bodø\""))
        #expect(try await send("institutionHospital", "Fauske", "1.3.2027", "31.3.2027").status == 303)
        #expect(try await send("institutionPrimary", "", "1.4.2027", "30.4.2027").status == 303)
        let plan = try await hilde.get(path).text
        #expect(plan.contains("Sykehus ikke bestemt, Arena 1.3.2027") && plan.contains("Sted ikke bestemt, Arena 1.4.2027"))
    }
}
