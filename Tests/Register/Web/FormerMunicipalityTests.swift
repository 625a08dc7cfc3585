import AlisDomain
import Testing

@testable import Alis

/// A municipality where a doctor worked once still sees her, and changes nothing of hers: she is another's now.
@Suite struct FormerMunicipalityTests {
    private struct Story {
        let test: TestApplication
        /// Who was in Fauske until yesterday, and is in Bergen.
        let solveig: TestRegister.Person
        /// The municipality she has left, and the one she has come to.
        let (hilde, anders): (TestClient, TestClient)
        var path: String { "/alis/\(solveig.id)" }

        init(_ engine: TestEngine = .sqlite) async throws {
            test = try await TestApplication.make(engine: engine)
            solveig = try #require(TestRegister.person("solveig"))
            try await test.move(solveig, to: "bergen", from: TestApplication.today)
            (hilde, anders) = (try await test.client(as: "hilde"), try await test.client(as: "anders"))
        }
    }

    @Test(arguments: TestEngine.all)
    func `she is seen as she is, and no part of her record is changed`(engine: TestEngine) async throws {
        let story = try await Story(engine)
        let person = story.solveig
        let page = try await story.hilde.get(story.path)
        #expect(page.status == 200 && page.text.contains("Solveig Breivik") && !page.text.contains("\(story.path)/person\""))
        #expect(!page.text.contains("href=\"\(story.path)/veiledning\""))
        #expect(try await story.hilde.get("\(story.path)/historikk").status == 200)
        #expect(try await story.hilde.get("/sok?q=Breivik").text.contains("Solveig Breivik"))
        let forms = [
            "person", "utdanning/\(person.trainingID)", "arbeid/ny", "arbeid/\(person.engagementID)", "fravaer/ny", "onske/ny",
            "onske/\(person.wishID)",
        ].map { "\(story.path)/\($0)" }
        try await story.test.expectClosed(story.hilde, get: forms, post: forms)
        for form in forms { #expect(try await story.anders.get(form).status == 200, "\(form)") }
        // What has been removed of hers is not put back by a form that was open.
        let away = RecordID(high: 5, low: 1)
        try await story.test.record { writer in
            let absence = Absence(training: person.trainingID, kind: .parentalLeave, share: .full)
            try writer.add(id: away.text, absence, in: Period(startingOn: TestApplication.today))
        }
        try await story.test.record { writer in
            try writer.replace(Absence.self, id: away.text, with: [])
            try writer.replace(HospitalWish.self, id: person.wishID.text, with: [])
        }
        for gone in ["fravaer/\(away)", "onske/\(person.wishID)"].map({ "\(story.path)/\($0)" }) {
            try await story.test.expectClosed(story.hilde, post: [gone])
            #expect(try await story.anders.post(gone, [("hvorfor", "Prøve")]).status == 409, "\(gone)")
        }
        // Nor from her row on the page of the municipality she came to.
        let row = try await story.hilde.get("/kommuner/4601-bergen?rett=\(person.id)")
        #expect(!row.text.contains("action=\"\(story.path)/"))
        #expect(try await story.anders.get("/kommuner/4601-bergen?rett=\(person.id)").text.contains("action=\"\(story.path)/arbeid/"))
    }

    @Test func `her plan and her objectives are read, and neither changed, reviewed nor decided`() async throws {
        let story = try await Story()
        let (plan, objectives) = ("\(story.path)/plan", "\(story.path)/laeringsmal")
        for page in [plan, "\(plan)/utskrift", "\(plan)/endringer", objectives, "\(objectives).csv", "\(objectives)/mal/ALM-055"] {
            #expect(try await story.hilde.get(page).status == 200, "\(page)")
        }
        #expect(!(try await story.hilde.get(plan).text.contains("\(plan)/gjennomgang")))
        let forms = ["utkast", "periode/ny", "aktivitet/ny", "hva-om"].map { "\(plan)/\($0)" }
        try await story.test.expectClosed(
            story.hilde, get: forms + ["\(plan)/paminnelse", "\(plan)/kalender"], post: forms + ["\(plan)/gjennomgang"])
        for form in forms { #expect(try await story.anders.get(form).status == 200, "\(form)") }
        for act in ["status", "arena", "vurdering", "supervisor", "anbefaling", "avgjorelse", "trekk"] {
            let asked = try await story.hilde.get("\(objectives)/handling?gjor=\(act)&mal=ALM-055")
            #expect(asked.status == 404, "\(act)")
            #expect(try await story.hilde.post("\(objectives)/handling", [("gjor", act), ("mal", "ALM-055")]).status == 404, "\(act)")
            let here = try await story.anders.get("\(objectives)/handling?gjor=\(act)&mal=ALM-055").status
            #expect(here == (act == "anbefaling" ? 404 : 200), "\(act)")
        }
        // Neither the office she has left decides, nor the one she came to: a municipality does.
        for key in ["ravna", "ingvild", "jon"] {
            let client = try await story.test.client(as: key)
            #expect(try await client.get("\(objectives)/handling?gjor=avgjorelse&mal=ALM-055").status == 404, "\(key)")
            let approved = try await story.test.send(client, "\(plan)/gjennomgang", from: plan, [("slag", "approved"), ("merknad", "")])
            #expect(approved.status == (key == "ravna" ? 404 : 422), "\(key)")
        }
    }

    @Test func `she is on no list of what the municipality is to do, and nobody there gives her a supervisor`() async throws {
        let story = try await Story()
        let veiledning = "\(story.path)/veiledning"
        #expect(try await story.hilde.get(veiledning).status == 200)
        #expect(!(try await story.hilde.get(veiledning).text.contains("/veiledere/finn")))
        let ask = "/veiledere/foresporsler/ny"
        let parties = "?lege=\(story.solveig.id)&veileder=\(TestSupervision.knut)"
        try await story.test.expectClosed(
            story.hilde, get: ["\(veiledning)/veileder/ny", "/veiledere/finn?lege=\(story.solveig.id)", ask + parties],
            post: ["\(veiledning)/veileder/ny"])
        let asked: [(String, String)] = [
            ("lege", story.solveig.id.text), ("veileder", TestSupervision.knut.text), ("fra", "1.12.2026"), ("andel", "100"),
        ]
        #expect(try await story.hilde.post(ask, asked).status == 404)
        for list in ["/veiledere/finn", "/veiledere/uten-veileder", "/veiledere/uten-veileder.csv"] {
            #expect(!(try await story.hilde.get(list).text.contains("Breivik")), "\(list)")
            #expect(try await story.anders.get(list).text.contains("Breivik"), "\(list)")
        }
        for list in ["/arbeidslister/uten-plan", "/arbeidslister/uten-plan/regneark.csv"] {
            let (old, new) = (try await story.hilde.get(list), try await story.anders.get(list))
            #expect(old.status == 200 && !old.text.contains("Breivik") && new.text.contains("Breivik"), "\(list)")
        }
        #expect(try await story.anders.get(ask + parties).status == 200)
    }

    @Test func `a list that is read in does not change her, and nothing is merged`() async throws {
        let story = try await Story()
        let person = story.solveig
        let list =
            "Etternavn;Fornavn;HPR-nummer;Kommune;Stillingsprosent\nBreivik;Solveig;\(person.trainee.hpr?.digits ?? "");Fauske;40 %\n"
        let file = TestClient.File(field: "fil", name: "liste.csv", type: "text/csv", bytes: Array(list.utf8))
        let sent = try #require(try await story.hilde.upload("/innlesing", files: [file]).location)
        let page = try await story.hilde.get(sent)
        #expect(page.status == 200 && !page.text.contains("\(sent)/godta"))
        let before = try await story.test.fingerprint()["engagement"]
        _ = try await story.test.send(story.hilde, "\(sent)/godta", from: sent)
        #expect(try await story.test.fingerprint()["engagement"] == before)

        let ida = try #require(TestRegister.person("ida")).id
        for pair in ["\(person.id)/\(ida)", "\(ida)/\(person.id)"].map({ "/oppfolging/dubletter/\($0)" }) {
            try await story.test.expectClosed(story.hilde, get: [pair, pair + "/skill"], post: [pair, pair + "/ulike", pair + "/skill"])
            #expect(try await story.test.client(as: "jon").get(pair).status == 200)
        }
    }

    @Test(arguments: TestEngine.all)
    func `what has been removed from her plan is not put back either`(engine: TestEngine) async throws {
        let story = try await Story(engine)
        let training = story.solveig.trainingID
        let (service, activity) = (RecordID(high: 5, low: 2), RecordID(high: 5, low: 3))
        let category = try #require(CategoryCode("openPractice"))
        let course = try #require(ActivityCode("basicCourseB"))
        try await story.test.record { writer in
            let (from, place) = (Period(startingOn: TestApplication.today), ServicePlace.other)
            try writer.add(
                id: service.text, Service(training: training, category: category, percent: .full, place: place), in: from)
            try writer.add(id: activity.text, ActivityRecord(training: training, activity: course, isDone: true), in: from)
        }
        try await story.test.record { writer in
            try writer.replace(Service.self, id: service.text, with: [])
            try writer.replace(ActivityRecord.self, id: activity.text, with: [])
        }
        let gone = ["periode/\(service)", "aktivitet/\(activity)"].map { "\(story.path)/plan/\($0)" }
        try await story.test.expectClosed(story.hilde, post: gone + ["periode/ny", "aktivitet/ny"].map { "\(story.path)/plan/\($0)" })
        for form in gone {
            let late = try await story.anders.post(form, [("arena", "Kveldspraksis"), ("emne", "Akuttmedisin")])
            #expect(late.status == 409 && late.text.contains("fjernet dette"), "\(form)")
        }
    }
}
