import AlisDomain
import Foundation
import Testing

@testable import Alis

/// What the forms of a plan do with what people send: wrong, late, twice, or about something that is gone.
@Suite struct PlanFormTests {
    private func marks(_ page: String) -> [(String, String)] { PlanDeskWork.marks(page) }

    private func link(_ part: String, in page: String) throws -> String {
        let found = try #require(page.firstRange(of: "/plan/\(part)/"))
        return String(page[found.upperBound...].prefix { $0 != "\"" })
    }

    @Test(arguments: TestEngine.all)
    func `a hospital that is chosen is not lost to the municipality that stood there`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let page = try await hilde.get("\(path)/periode/ny").text
        #expect(page.contains("name=\"kommune\" type=\"text\" value=\"Fauske\""))
        let fits = [
            ("slag", "institutionHospital"), ("prosent", "20"), ("fra", "1.3.2027"), ("til", "31.3.2027"), ("arena", "Indremedisin"),
        ]
        let again = try await hilde.get("\(path)/periode/ny").text
        #expect(
            try await hilde.post("\(path)/periode/ny", fits + [("kommune", "Fauske"), ("foretak", "NLSH")] + marks(again)).status == 303)
        let plan = try await hilde.get(path).text
        #expect(plan.contains("Nordlandssykehuset HF, Indremedisin") && !plan.contains("Fauske, Indremedisin"))
        let both = try await hilde.post(
            "\(path)/periode/ny",
            [
                ("slag", "openPractice"), ("kommune", "Bodø"), ("foretak", "NLSH"), ("prosent", "10"), ("fra", "1.5.2027"),
                ("til", "2.5.2027"),
            ]
                + marks(plan))
        #expect(both.status == 422 && both.text.contains("Både kommune og helseforetak") && both.text.contains("value=\"Bodø\""))
    }

    @Test(arguments: TestEngine.all)
    func `a change to a period that another has removed is kept, and can be sent as a new one`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, ravna) = (try await test.client(as: "hilde"), try await test.client(as: "ravna"))
        let path = try await PlanDeskWork.draft(hilde)
        let edit = "\(path)/periode/\(try link("periode", in: try await hilde.get(path).text))"
        let (hers, others) = (try await hilde.get(edit).text, try await ravna.get(edit).text)
        let removal = [("slett", "ja")] + marks(hers)
        #expect(try await hilde.post(edit, removal).status == 303)
        #expect(try await hilde.post(edit, removal).location == "\(path)?lagret=1", "sent twice is carried out once")
        let late = try await ravna.post(
            edit,
            [
                ("slag", "openPractice"), ("kommune", "Fauske"), ("arena", "Kveldspraksis"), ("prosent", "30"), ("fra", "1.1.2030"),
                ("til", "31.1.2030"), ("hvorfor", "Ny avtale"),
            ] + marks(others))
        #expect(late.status == 409 && late.text.contains("Hilde Strand fjernet dette") && late.text.contains("Kveldspraksis"))
        #expect(late.text.contains("value=\"Ny avtale\"") && late.text.contains("action=\"\(path)/periode/ny\""))
        // Nobody else's, and none that never was.
        let never = "\(path)/periode/00000000000000000000000001"
        #expect(try await ravna.post(never, [("prosent", "30")] + marks(others)).status == 404)
        #expect(try await test.client(as: "gunnhild").post(edit, [("prosent", "30")]).status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `another's change is told with the way to see it, and a second try is saved`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, ida) = (try await test.client(as: "hilde"), try await test.client(as: "ida"))
        let path = try await PlanDeskWork.draft(hilde)
        let old = try await ida.get("\(path)/aktivitet/ny").text
        let course = [
            ("slag", "basicCourseB"), ("timer", "21"), ("antall", "1"), ("fra", "1.3.2026"), ("til", "3.3.2026"), ("status", "gjort"),
        ]
        let comment = [("slag", "comment"), ("merknad", "Sett over")] + marks(try await hilde.get(path).text)
        #expect(try await hilde.post("\(path)/gjennomgang", comment).status == 303)
        let late = try await ida.post("\(path)/aktivitet/ny", course + marks(old))
        #expect(late.status == 409 && late.text.contains("Hilde Strand endret dette") && late.text.contains("Se det som er lagret nå"))
        #expect(try await ida.post("\(path)/aktivitet/ny", course + marks(late.text)).status == 303)
    }

    @Test(arguments: TestEngine.all)
    func `two drafts at once: the second is told, and the first sent twice makes one`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, ravna) = (try await test.client(as: "hilde"), try await test.client(as: "ravna"))
        let path = "/alis/\(try PlanDeskWork.ida().id)/plan"
        let fields = [("fra", "18.11.2026"), ("prosent", "80"), ("kommune", "Fauske"), ("halvaar", "2027-2"), ("maaneder", "6")]
        let (first, second) = (try await hilde.get("\(path)/utkast").text, try await ravna.get("\(path)/utkast").text)
        for day in ["1.1.2000", "1.1.2090"] {
            let wrong = try await hilde.post("\(path)/utkast", [("fra", day)] + fields.dropFirst() + marks(first))
            #expect(
                wrong.status == 422 && wrong.text.contains("value=\"\(day)\"") && !wrong.text.contains("nås ikke tjenestetiden"), "\(day)")
        }
        // Fauske is not registered here: what is drafted does not count, and is refused with why.
        let registration = "/kommuner/1841-fauske/registrering"
        _ = try await hilde.post(
            registration,
            [("spesialitet", "generalPractice"), ("status", "registered"), ("fra", "1.3.2019"), ("til", "")]
                + marks(try await hilde.get(registration).text))
        let sent = fields + marks(try await hilde.get("\(path)/utkast").text)
        #expect(try await hilde.post("\(path)/utkast", sent).status == 303)
        #expect(try await hilde.post("\(path)/utkast", sent).status == 303)
        let late = try await ravna.post("\(path)/utkast", fields + marks(second))
        #expect(late.status == 409 && late.text.contains("Hilde Strand endret dette"))
    }

    @Test(arguments: TestEngine.all)
    func `what is too long is told with how long it is, and kept`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let long = String(repeating: "å", count: 5000)
        let reply = try await hilde.post(
            "\(path)/gjennomgang", [("slag", "comment"), ("merknad", long)] + marks(try await hilde.get(path).text))
        #expect(reply.status == 422 && reply.text.contains("5\u{202F}000 tegn, høyst 2\u{202F}000") && reply.text.contains(long))
        #expect(!reply.text.contains("maxlength=\"4000\""), "a browser would cut it without a word")
    }

    @Test(arguments: TestEngine.all)
    func `what was sent after the session ran out comes back after sign-in`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let form = try await hilde.get("\(path)/aktivitet/ny").text
        let mark = try await hilde.mark()
        test.clock.advance(seconds: SessionStore.idleSeconds + 1)
        let held = try await hilde.post(
            "\(path)/aktivitet/ny",
            [
                ("_mark", mark), ("slag", "basicCourseB"), ("timer", "21"), ("antall", "1"), ("emne", "Holdt emne"), ("fra", "1.3.2026"),
                ("til", "3.3.2026"), ("status", "gjort"),
            ] + marks(form))
        let waiting = try #require(held.location)
        #expect(held.status == 303 && waiting.hasPrefix("/fortsett/"))
        try await hilde.signIn("demo.hilde")
        #expect(try await hilde.get(waiting).text.contains("Holdt emne"))
        #expect(try await hilde.post(waiting).status == 303)
        #expect(try await hilde.get(path).text.contains("Holdt emne"))
    }
}
