import AlisDomain
import Foundation
import HTTPTypes
import Testing

@testable import Alis

/// Following the plan in a calendar program without signing in.
@Suite struct CalendarLinkTests {
    private func make(_ client: TestClient, _ path: String) async throws -> String {
        let page = try await client.post("\(path)/kalender", [("hva", "ny")])
        #expect(page.status == 200)
        let address = try #require(page.text.firstMatch(of: /readonly value="[^"]*(\/kalender\/[0-9a-z]{52}\.ics)"/))
        return String(address.1)
    }

    private func path() throws -> String { "/alis/\(try PlanDeskWork.ida().id)/plan" }

    @Test(arguments: TestEngine.all)
    func `the doctor makes an address, renews it and stops it, and only the newest works`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, path) = (try await test.client(as: "ida"), try path())
        #expect(try await ida.get(path).text.contains("\(path)/kalender"))
        #expect(try await ida.get("\(path)/kalender").text.contains("Lag en adresse"))
        let first = try await make(ida, path)
        let program = test.client()
        let feed = try await program.get(first)
        #expect(feed.status == 200 && feed.contentType.hasPrefix("text/calendar"))
        #expect(feed.text.hasPrefix("BEGIN:VCALENDAR\r\n") && feed.headers[.cacheControl]?.contains("private") == true)
        let page = try await ida.get("\(path)/kalender").text
        #expect(page.contains("Du har en adresse") && !page.contains(first), "the address is shown once")
        let second = try await make(ida, path)
        #expect(try await program.get(first).status == 404)
        #expect(try await program.get(second).status == 200)
        #expect(try await ida.post("\(path)/kalender", [("hva", "stopp")]).status == 303)
        #expect(try await program.get(second).status == 404)
    }

    @Test func `the secret itself is not stored, and the feed follows the plan as it changes`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let ida = try await test.client(as: "ida")
        await ida.chooseLanguage(.nynorsk)
        let address = try await make(ida, path)
        let secret = String(address.dropFirst("/kalender/".count).dropLast(4))
        let stored = try await test.database.read { try $0.rows("SELECT tokenHash FROM calendarLink") { $0.text(0) } }
        #expect(stored == [Secret.hash(secret)])
        let program = test.client()
        #expect(try await program.get(address).text.contains("DTSTART;VALUE=DATE:20270701"))
        try await PlanDeskWork.moveHospital(hilde, path, to: "1.1.2028")
        let feed = try await program.get(address).text
        #expect(feed.contains("DTSTART;VALUE=DATE:20280101") && !feed.contains("20270701"))
        #expect(feed.contains("Tek til"), "in the form of Norwegian she had when she made it")
        for name in ["Ida", "Nilsen", "Hilde", "Knut"] { #expect(!feed.contains(name)) }
    }

    @Test(arguments: TestEngine.all)
    func `nobody else makes or sees her address`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let path = try path()
        for key in ["hilde", "ravna", "knut", "jon", "torbjorn"] {
            let client = try await test.client(as: key)
            #expect(try await client.get("\(path)/kalender").status == 404, "\(key)")
            #expect(try await client.post("\(path)/kalender", [("hva", "ny")]).status == 404, "\(key)")
        }
        #expect(try await test.client(as: "ida").post("\(path)/kalender", []).status == 422)
    }

    @Test func `an address is gone with the account's access`() async throws {
        let test = try await TestApplication.make()
        let address = try await make(try await test.client(as: "ida"), try path())
        try await test.database.write { _ = try $0.execute("UPDATE account SET endedAt = \(TestApplication.now) WHERE id = 'demo.ida'") }
        #expect(try await test.client().get(address).status == 404)
    }

    @Test func `wrong addresses are not found, and cannot be tried without end`() async throws {
        let test = try await TestApplication.make()
        let good = try await make(try await test.client(as: "ida"), try path())
        let stranger = test.client()
        var statuses: Set<Int> = []
        for number in 0..<(SignInLimit.attempts + 5) {
            let wrong = "/kalender/" + String(repeating: "\(number % 10)", count: 52) + ".ics"
            statuses.insert(try await stranger.get(wrong).status)
        }
        #expect(statuses == [404, 429])
        #expect(try await stranger.get("/kalender/.ics").status >= 404)
        #expect(try await stranger.get(String(good.dropLast(4))).status != 200, "without .ics it is no calendar")
        #expect(try await stranger.get(good).status == 200, "whoever holds the address is not shut out by others' guesses")
    }
}
