import AlisCast
import AlisDomain
import Testing

@testable import Alis

/// Whoever hands out roles gives an account of hers a doctor's or a supervisor's: nothing that was private to the two opens.
@Suite struct LateRoleTests {
    /// Sessions of Ida's that have been corrected and withdrawn with reasons, each with a note; nothing of them is for others.
    private func story(_ test: TestApplication) async throws -> (base: String, session: String, secrets: [String]) {
        let ida = try await test.client(as: "ida")
        let base = "/alis/\(try #require(Cast.ida).id.text)/veiledning"
        func log(_ day: String, _ note: String) async throws -> String {
            let before = try await links(ida, base)
            let sent = try await ida.post(
                base + "/okt",
                [
                    ("hvem", TestSupervision.knut.text), ("dag", day), ("minutter", "75"), ("hvordan", "fysisk"), ("slag", "individuell"),
                    ("notat", note), ("_once", day),
                ])
            #expect(sent.status == 303)
            return try #require(try await links(ida, base).subtracting(before).first)
        }
        let (kept, gone) = (try await log("16.11.2026", "Hemmelig en"), try await log("17.11.2026", "Hemmelig to"))
        let form = try await ida.get(kept).text
        let corrected = try await ida.post(
            kept,
            [
                ("hvem", TestSupervision.knut.text), ("dag", "16.11.2026"), ("minutter", "60"), ("hvordan", "fysisk"),
                ("slag", "individuell"), ("hvorfor", "Hemmelig grunn"),
            ] + PlanDeskWork.marks(form, ["_once", "_based"]))
        #expect(corrected.status == 303)
        #expect(try await ida.post(gone + "/fjern", [("grunn", "Hemmelig trekk")]).status == 303)
        return (base, kept, [TestSupervision.secretNote, "Hemmelig en", "Hemmelig to", "Hemmelig grunn", "Hemmelig trekk"])
    }

    private func links(_ client: TestClient, _ base: String) async throws -> Set<String> {
        Set(try await client.get(base).text.matches(of: /\/okt\/([0-9a-z]{26})"/).map { "\(base)/okt/\($0.1)" })
    }

    private func pages(_ story: (base: String, session: String, secrets: [String])) -> [String] {
        [story.base, story.base + "/trukket", story.session, "\(story.base)/okt/\(TestSupervision.session.text)"]
    }

    private func text(_ client: TestClient, _ pages: [String]) async throws -> String {
        var all = ""
        for page in pages {
            let reply = try await client.get(page)
            #expect(reply.status == 200, "\(page)")
            all += reply.text
        }
        return all
    }

    /// An account of the administrator's own making, signed in by her link.
    private func account(_ jon: TestClient, _ test: TestApplication, role: String, place: String) async throws -> TestClient {
        let id = test.surroundings.newID().text
        let added = try await jon.post(
            "/tilgang/ny", [("rolle", role), ("navn", "Jon Igjen"), ("epost", "\(role)@alis.example"), ("sted", place), ("_once", id)])
        #expect(added.status == 303, "\(role)")
        let link = try await jon.post("/tilgang/\(id)/lenke").text
        let address = String(try #require(link.firstMatch(of: /\/logg-inn\/lenke\/[A-Za-z0-9_-]+/)).0)
        let client = test.client()
        #expect(try await client.post(address).status == 303)
        return client
    }

    @Test(arguments: TestEngine.all)
    func `an account that is given the doctor's role reads no old notes, reasons or withdrawn sessions`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let story = try await story(test)
        let hpr = try #require(TestRegister.person("ida")?.trainee.hpr?.digits)
        let before = try await text(try await test.client(as: "ida"), pages(story))
        for secret in story.secrets { #expect(before.contains(secret), "\(secret)") }

        let jon = try await test.client(as: "jon")
        let second = try await jon.post(
            "/tilgang/ny",
            [
                ("rolle", "alis"), ("navn", "Jon"), ("epost", "jon2@alis.example"), ("sted", hpr),
                ("_once", test.surroundings.newID().text),
            ])
        #expect(second.status == 422 && second.text.contains("Legen har alt en konto"))
        test.clock.advance(seconds: 60)
        #expect(try await jon.post("/tilgang/demo.ida/avslutt").status == 303)
        test.clock.advance(seconds: 60)
        let late = try await account(jon, test, role: "alis", place: hpr)
        let seen = try await text(late, pages(story))
        for secret in story.secrets { #expect(!seen.contains(secret), "\(secret)") }
        #expect(seen.contains("60 min") && seen.contains("før du fikk tilgang"), "the session itself is the register's")
        // What is written from now on is hers too.
        let knut = try await test.client(as: "knut")
        #expect(try await knut.post(story.session + "/notat", [("notat", "Til den nye")]).status == 303)
        #expect(try await late.get(story.base).text.contains("Til den nye"))
    }

    @Test(arguments: TestEngine.all)
    func `an account that is made the supervisor's reads none of what was before`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let story = try await story(test)
        let jon = try await test.client(as: "jon")
        test.clock.advance(seconds: 60)
        let late = try await account(jon, test, role: "veileder", place: "Fauske")
        let account = try #require(
            try await test.database.read { try AccountStore.all(on: $0) }.first { $0.email?.text == "veileder@alis.example" })
        let path = "/veiledere/\(TestSupervision.knut.text)/rett"
        let form = try await jon.get(path).text
        let changed = try await jon.post(
            path,
            [
                ("navn", "Knut Rønning"), ("kommune", "Fauske"), ("spesialist", "generalPractice"), ("kilde", "HPR"), ("moter", "fysisk"),
                ("reise", "60"), ("konto", account.id),
            ] + PlanDeskWork.marks(form, ["_once", "_based"]))
        #expect(changed.status == 303)
        let seen = try await text(late, pages(story))
        for secret in story.secrets { #expect(!seen.contains(secret), "\(secret)") }
    }
}
