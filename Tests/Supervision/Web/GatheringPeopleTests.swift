import AlisDomain
import Foundation
import Testing

@testable import Alis

/// The list of a gathering as its office keeps it, and what a supervisor is warned of when she answers.
@Suite struct GatheringPeopleTests {
    private let path = "/veiledere/samlinger/\(TestSupervision.gathering.text)"

    @Test(arguments: TestEngine.all)
    func `an office puts people on the list and takes them off`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ravna = try await test.client(as: "ravna")
        let solveig = "trainee:\(try #require(TestRegister.person("solveig")).id.text)"
        let knut = "supervisor:\(TestSupervision.knut.text)"
        #expect(try await ravna.get(path).text.contains("Solveig Breivik, Fauske"))
        #expect(try await ravna.post(path + "/deltakere", [("deltaker", solveig), ("_once", "a")]).status == 303)
        #expect(try await ravna.post(path + "/deltakere", [("deltaker", knut), ("_once", "b")]).status == 303)
        let twice = try await ravna.post(path + "/deltakere", [("deltaker", solveig), ("_once", "c")])
        #expect(twice.status == 409 && twice.text.contains("Solveig Breivik står alt på listen"))
        // Somebody in another area, and somebody who is not there.
        for other in ["trainee:\(try #require(TestRegister.person("noor")).id.text)", "trainee:\(RecordID(high: 1, low: 1).text)", ""] {
            let reply = try await ravna.post(path + "/deltakere", [("deltaker", other), ("_once", "d")])
            #expect(reply.status == 422 && reply.text.contains("id=\"deltaker-feil\""), "\(other)")
        }
        let list = try await ravna.get(path).text
        let start = try #require(list.range(of: "name=\"timer-"))
        let entry = String(list[start.upperBound...].prefix { $0 != "\"" })
        for (hours, part) in [("350", "Samlingen er på 120 timer i alt"), ("mye", "er ikke timer")] {
            let wrong = try await ravna.post(path + "/frammote", [("timer-\(entry)", hours), ("_once", hours)])
            #expect(wrong.status == 422 && wrong.text.contains(part) && wrong.text.contains("value=\"\(hours)\""))
        }
        #expect(try await ravna.post(path + "/frammote", [("timer-\(entry)", "6"), ("_once", "e")]).status == 303)
        let attended = try await ravna.post(path + "/deltakere/fjern", [("fjern", entry), ("_once", "f")])
        #expect(attended.status == 422 && attended.text.contains("6 timer til stede"))
        #expect(try await ravna.post(path + "/frammote", [("timer-\(entry)", "0"), ("_once", "g")]).status == 303)
        #expect(try await ravna.post(path + "/deltakere/fjern", [("fjern", entry), ("_once", "h")]).status == 303)
        #expect(try await test.client(as: "knut").get(path).text.contains("Du har plass"), "who waited has her place")
        #expect(try await test.client(as: "torunn").post(path + "/deltakere", [("deltaker", solveig)]).status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `hours are not given for what has not begun`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ravna = try await test.client(as: "ravna")
        let fields = [
            ("slag", "supervisorCourse"), ("tittel", "Kurs"), ("sted", "Bodø"), ("digitalt", ""), ("fra", "4.1.2027"), ("til", "5.1.2027"),
            ("plasser", "10"), ("timer", "12"), ("kontor", "NORD"), ("mer", ""), ("_once", "a"),
        ]
        let made = try await ravna.post("/veiledere/samlinger/ny", fields)
        let course = try #require(made.location?.split(separator: "?").first).description
        let knut = "supervisor:\(TestSupervision.knut.text)"
        #expect(try await ravna.post(course + "/deltakere", [("deltaker", knut), ("_once", "b")]).status == 303)
        let list = try await ravna.get(course).text
        let start = try #require(list.range(of: "name=\"timer-"))
        let entry = String(list[start.upperBound...].prefix { $0 != "\"" })
        let early = try await ravna.post(course + "/frammote", [("timer-\(entry)", "12"), ("_once", "c")])
        #expect(early.status == 422 && early.text.contains("Samlingen begynner 4.1.2027"))
        #expect(!list.contains("120 timer, i utdanningsplanen"), "what counts in plans is said of groups only")
    }

    @Test(arguments: TestEngine.all)
    func `who says yes to more than she has set aside is warned, and decides`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let sent = try await hilde.post(
            "/veiledere/foresporsler/ny",
            [
                ("lege", try #require(TestRegister.person("solveig")).id.text), ("veileder", TestSupervision.berit.text),
                ("fra", "1.12.2026"), ("andel", "100"), ("_once", "a"),
            ])
        let start = try #require(sent.text.range(of: "/svar/"))
        let link = "/svar/" + sent.text[start.upperBound...].prefix { $0.isLetter || $0.isNumber }
        let capacity = [("timer", "3"), ("fra", "1.11.2026")]
        let ingvild = try await test.client(as: "ingvild")
        #expect(try await ingvild.post("/veiledere/\(TestSupervision.berit)/kapasitet", capacity + [test.based()]).status == 303)
        let anyone = test.client()
        // What the link's holder writes of hours is not read.
        let over = try await anyone.post(link, [("svar", "ja"), ("timer", "100"), ("hilsen", "Gjerne")])
        #expect(over.status == 422 && over.text.contains("du har satt av 3. Svar nei") && over.text.contains("Gjerne"))
        #expect(over.text.contains("name=\"likevel\""))
        let done = try await anyone.post(link, [("svar", "ja"), ("likevel", "1")])
        #expect(done.status == 200 && done.text.contains("Takk"))
    }
}
