import AlisDomain
import Testing

@testable import Alis

/// Who sees a supervisor, corrects what is registered of her, judges her, logs her sessions, and takes part in gatherings.
@Suite struct SupervisorFactsAccessTests {
    private static let today = TestApplication.today
    private let knut = TestSupervision.knut.text
    private let berit = TestSupervision.berit.text
    private let gathering = "/veiledere/samlinger/\(TestSupervision.gathering)"

    private func fields(_ name: String, _ place: String, specialist: String = "generalPractice") -> [(String, String)] {
        [
            ("navn", name), ("kommune", place), ("spesialist", specialist), ("kilde", "HPR"), ("moter", "begge"), ("reise", "60"),
            ("hvorfor", "Prøve"),
        ]
    }

    @Test(arguments: TestEngine.all)
    func `her municipality, its office and she herself correct her; only the others judge her`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        // Reader by reader: does she see Knut and Berit, may she correct them, may she judge them?
        let expected: [(key: String, knut: String, berit: String)] = [
            ("hilde", "sees corrects judges", ""), ("ravna", "sees corrects judges", ""),
            ("jon", "sees corrects judges", "sees corrects judges"),
            ("anders", "", "sees corrects judges"), ("torunn", "", "sees corrects judges"), ("ingvild", "", "sees corrects judges"),
            ("oddvar", "", ""), ("knut", "sees corrects", ""), ("ida", "sees", ""), ("torbjorn", "", ""), ("samira", "", ""),
        ]
        for (key, own, other) in expected {
            let client = try await test.client(as: key)
            for (id, wanted) in [(knut, own), (berit, other)] {
                var found: [String] = []
                if try await client.get("/veiledere/\(id)").status == 200 { found.append("sees") }
                let form = try await client.get("/veiledere/\(id)/rett")
                if form.status == 200 { found.append("corrects") }
                if form.text.contains("name=\"spesialist\"") { found.append("judges") }
                #expect(found.joined(separator: " ") == wanted, "\(key) of \(id == knut ? "Knut" : "Berit")")
                let capacity = "/veiledere/\(id)/kapasitet"
                let mayCorrect = wanted.contains("corrects")
                #expect(try await client.get(capacity).status == (mayCorrect ? 200 : 404), "\(key)")
                #expect((try await client.get("/veiledere/\(id)/okter").status == 200) == mayCorrect, "\(key)")
                if mayCorrect { continue }
                try await test.expectClosed(client, post: ["/veiledere/\(id)/rett", capacity])
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `nobody says of herself that she is a specialist, and nobody takes a supervisor to a municipality that is not hers`(
        engine: TestEngine
    )
        async throws
    {
        let test = try await TestApplication.make(engine: engine)
        let (knut, hilde, ravna) = (
            try await test.client(as: "knut"), try await test.client(as: "hilde"), try await test.client(as: "ravna")
        )
        func known() async throws -> Supervisor? {
            try await test.database.read {
                try FactStore.timeline(Supervisor.self, id: TestSupervision.knut.text, on: $0).stretches.last?.value
            }
        }
        let path = "/veiledere/\(self.knut)/rett"
        let own = try await test.send(knut, path, fields("Knut Olav Rønning", "Fauske", specialist: "none") + [("konto", "demo.marte")])
        #expect(own.status == 303)
        let after = try #require(try await known())
        #expect(after.name == "Knut Olav Rønning" && after.specialist == .generalPractice && after.account == "demo.knut")
        // Where she lives herself is hers to say.
        #expect(try await test.send(knut, path, fields("Knut Rønning", "Bergen")).status == 303)
        #expect(try await test.send(knut, path, fields("Knut Rønning", "Fauske")).status == 303)
        let moved = try await test.send(hilde, path, fields("Knut Rønning", "Bergen"))
        #expect(moved.status == 422 && moved.text.contains("id=\"kommune-feil\""))
        #expect(try await test.send(ravna, path, fields("Knut Rønning", "Bergen")).status == 422)
        #expect(try await test.send(ravna, path, fields("Knut Rønning", "Bodø", specialist: "none")).status == 303)
        #expect(try await known()?.specialist == SpecialistStatus.none)
        #expect(try await hilde.get(path).status == 404, "he lives in Bodø now")
        // Registering is for one's own municipality.
        for (client, place, status) in [(hilde, "Fauske", 303), (hilde, "Bergen", 422), (ravna, "Bodø", 303), (ravna, "Bergen", 422)] {
            let sent = try await test.send(client, "/veiledere/ny", fields("Ny \(place)", place) + [("timer", "7")])
            #expect(sent.status == status, "\(place)")
        }
        try await test.expectClosed(knut, get: ["/veiledere/ny"], post: ["/veiledere/ny"])
        // The accounts to choose between are those of one's own area.
        _ = try await test.client("Vera Ukjent", holding: try .supervisor(in: "bergen"))
        for (key, isChoice) in [("hilde", false), ("ravna", false), ("anders", true), ("jon", true)] {
            #expect(try await test.client(as: key).get("/veiledere/ny").text.contains("Vera Ukjent") == isChoice, "\(key)")
        }
    }

    @Test func `a municipality sees whom its doctors have now, and not by a yes that it carried itself`() async throws {
        let test = try await TestApplication.make()
        let (peder, id) = (try #require(TestRegister.person("peder")), RecordID(high: 0x7E57_B000, low: 1))
        let oddvar = try await test.client(as: "oddvar")
        let page = "/veiledere/\(berit)"
        let value = SupervisionAssignment(training: peder.trainingID, supervisor: TestSupervision.berit)
        func assign(_ from: Int, _ to: Int?) async throws {
            let period = try #require(Period(from: Self.today.adding(days: from), to: to.map { Self.today.adding(days: $0) }))
            try await test.record { try $0.replace(SupervisionAssignment.self, id: id.text, with: [(period, value)]) }
        }
        func request(_ state: SupervisionRequest.State) async throws {
            var asked = SupervisionRequest(
                training: peder.trainingID, supervisor: TestSupervision.berit, share: .full, wantedFrom: Self.today,
                answerBy: Self.today.adding(days: 10), message: "", askedBy: "Oddvar Vestvik")
            asked.state = state
            let final = asked
            try await test.record {
                try $0.replace(
                    SupervisionRequest.self, id: RecordID(high: 0x7E57_B000, low: 2).text, with: [(Period(startingOn: Self.today), final)])
            }
        }
        for (from, to, status) in [(-10, nil, 200), (-10, 1, 200), (-10, 0, 404), (5, nil, 200)] as [(Int, Int?, Int)] {
            try await assign(from, to)
            let reply = try await oddvar.get(page)
            #expect(reply.status == status, "\(from) \(String(describing: to))")
            #expect(status == 404 || reply.text.contains("berit.sund@alis.example"))
        }
        try await assign(-10, nil)
        for (state, status) in [(SupervisionRequest.State.accepted, 200), (.acceptedByLink, 404), (.declined, 200), (.pending, 200)] {
            try await request(state)
            #expect(try await oddvar.get(page).status == status, "\(state)")
            #expect(try await test.client(as: "anders").get(page).status == 200, "\(state)")
        }
        // By the link of another's request nothing is closed.
        try await request(.acceptedByLink)
        try await test.record { writer in
            try writer.add(
                id: RecordID(high: 0x7E57_B000, low: 3).text,
                SupervisionAssignment(training: peder.trainingID, supervisor: TestSupervision.knut), in: Period(startingOn: Self.today))
        }
        #expect(try await oddvar.get("/veiledere/\(knut)").status == 200)
        // Correcting her is still her own municipality's, and the others she has are not told.
        try await test.expectClosed(
            oddvar, get: ["rett", "okter", "kapasitet"].map { "/veiledere/\(knut)/\($0)" },
            post: ["rett", "kapasitet"].map { "/veiledere/\(knut)/\($0)" })
        #expect(!(try await oddvar.get("/veiledere/\(knut)").text.contains("Ida Nilsen")))
        #expect(try await oddvar.get("/veiledere.csv").text.contains("Knut Rønning"))
    }

    @Test(arguments: TestEngine.all)
    func `the office that holds a gathering keeps its list, and each signs herself up`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        for key in ["sigurd", "torunn", "samira"] {
            let client = try await test.client(as: key)
            try await test.expectClosed(
                client, get: [gathering + "/rett"],
                post: [gathering + "/rett", gathering + "/frammote", gathering + "/deltakere", gathering + "/deltakere/fjern"])
            #expect(try await client.get(gathering).status == 200)
        }
        let (ravna, jon) = (try await test.client(as: "ravna"), try await test.client(as: "jon"))
        for client in [ravna, jon] { #expect(try await client.get(gathering + "/rett").status == 200) }
        #expect(!(try await ravna.get("/veiledere/samlinger/ny").text.contains("value=\"MIDT\"")))
        #expect(try await jon.get("/veiledere/samlinger/ny").text.contains("value=\"MIDT\""))
        let form = [
            ("slag", "group"), ("tittel", "Gruppe"), ("sted", "Et sted"), ("kontor", "MIDT"), ("fra", "1.12.2026"), ("til", "2.12.2026"),
            ("plasser", "5"), ("timer", "2"),
        ]
        #expect(try await test.send(ravna, "/veiledere/samlinger/ny", form).status == 422, "in another office's name")

        let (ida, knut) = (try await test.client(as: "ida"), try await test.client(as: "knut"))
        #expect(try await ida.post(gathering + "/pamelding", [("_once", "i")]).status == 303)
        #expect(try await knut.post(gathering + "/pamelding", [("_once", "k")]).status == 303)
        // Each signs off herself, and leaves the other.
        #expect(try await knut.post(gathering + "/avmelding", [("_once", "a")]).status == 303)
        let list = try await ravna.get(gathering).text
        #expect(list.contains("Ida Nilsen") && list.contains("name=\"fjern\""))
        // Others who follow doctors up see how many, and the names of those they see anyhow.
        for (key, isNamed) in [("hilde", true), ("knut", false), ("oddvar", false), ("torbjorn", false), ("sigurd", false)] {
            #expect(try await test.client(as: key).get(gathering).text.contains("Ida Nilsen") == isNamed, "\(key)")
        }
        // An administrator sees everybody, and puts those on the list who are near.
        for client in [ravna, jon] {
            let choices = try await client.get(gathering).text
            #expect(choices.contains("Solveig Breivik") && !choices.contains("Amina Hassan") && !choices.contains("Berit Sund"))
        }
        // The Directorate sees that there are gatherings, and goes no further.
        for (key, opens, adds) in [("priya", false, false), ("hilde", true, false), ("ida", true, false), ("ravna", true, true)] {
            let page = try await test.client(as: key).get("/veiledere/samlinger").text
            #expect(page.contains("href=\"\(gathering)\"") == opens && page.contains("/veiledere/samlinger/ny\"") == adds, "\(key)")
        }
        let stranger = try #require(TestRegister.person("amina")).id
        let sent = try await test.send(ravna, gathering + "/deltakere", from: gathering, [("deltaker", "trainee:\(stranger)")])
        #expect(sent.status == 422 && !sent.text.contains("Amina Hassan"))
        // A supervisor's role without a supervisor takes no place.
        let nobody = try await test.client("Ny Veileder", holding: try .supervisor(in: "fauske"))
        try await test.expectClosed(nobody, post: [gathering + "/pamelding", gathering + "/avmelding"])
    }

    @Test func `a session is logged and corrected by the two it is between`() async throws {
        let test = try await TestApplication.make()
        let (ida, solveig) = (try #require(TestRegister.person("ida")).id, try #require(TestRegister.person("solveig")).id)
        let session = "/alis/\(ida)/veiledning/okt/\(TestSupervision.session)"
        let torbjorn = try await test.client(as: "torbjorn")
        try await test.expectClosed(
            torbjorn, get: [session, "/alis/\(ida)/veiledning", "/alis/\(ida)/veiledning/okt", "/alis/\(ida)/veiledning/trukket"],
            post: [session, session + "/fjern", session + "/notat", "/alis/\(ida)/veiledning/okt"])
        for key in ["hilde", "ravna", "jon"] {
            let client = try await test.client(as: key)
            try await test.expectClosed(
                client, get: [session, "/alis/\(ida)/veiledning/okt", "/alis/\(ida)/veiledning/trukket"],
                post: [session, session + "/fjern", session + "/notat", "/alis/\(ida)/veiledning/okt"])
            let page = try await client.get("/alis/\(ida)/veiledning").text
            #expect(page.contains("1,5") && !page.contains(TestSupervision.secretNote) && !page.contains("/veiledning/okt"), "\(key)")
        }
        // A session's identity under another doctor leads nowhere.
        let doctor = try await test.client("Solveig", holding: try .doctor("solveig"))
        let knut = try await test.client(as: "knut")
        for client in [doctor, knut] {
            try await test.expectClosed(
                client, get: ["/alis/\(solveig)/veiledning/okt/\(TestSupervision.session)"],
                post: ["", "/fjern", "/notat"].map { "/alis/\(solveig)/veiledning/okt/\(TestSupervision.session)\($0)" })
        }
        #expect(try await doctor.get("/alis/\(solveig)/veiledning/okt").status == 200)
        #expect(try await doctor.get("/veiledere/\(self.knut)").status == 404, "he is not hers")
    }
}
