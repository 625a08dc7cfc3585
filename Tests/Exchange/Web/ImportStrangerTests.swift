import AlisCast
import AlisDomain
import Testing

@testable import Alis

/// Lists that are tried and never taken in tell little, and not without a trace.
@Suite struct ImportStrangerTests {
    private func upload(_ rows: [String], as client: TestClient) async throws -> String {
        let list = "Navn;HPR;Kommune;Oppstart\n" + rows.joined(separator: "\n") + "\n"
        let file = TestClient.File(field: "fil", name: "liste.csv", type: "text/csv", bytes: Array(list.utf8))
        return try #require(try await client.upload("/innlesing", files: [file]).location?.split(separator: "?").first.map(String.init))
    }

    @Test(arguments: TestEngine.all)
    func `forms that meet a stranger are counted too, once for each description`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, admin) = (try await test.client(as: "hilde"), try await test.client(as: "jon"))
        let peder = try #require(TestRegister.person("peder")?.trainee.hpr?.digits)
        let ida = try #require(TestRegister.person("ida")?.id)
        let account = try #require(try await test.database.read { try AccountStore.find(id: "demo.hilde", on: $0) })
        func tries() async throws -> String {
            let text = try await admin.get("/tilgang/\(account.id)").said
            return text.firstMatch(of: /Har prøvd (\d+) navn/).map { String($0.1) } ?? "0"
        }
        let new = [
            ("fornavn", "Kari"), ("etternavn", "Nordmann"), ("startet", "1.9.2024"), ("ordning", "ny"), ("kommune", "Fauske"),
            ("form", "fastlonn"), ("prosent", "80"), ("fra", "1.9.2024"),
        ]
        #expect(try await hilde.post("/alis/ny", new + [("hpr", "999")]).status == 422)
        #expect(try await tries() == "0")
        #expect(try await hilde.post("/alis/ny", new + [("hpr", peder)]).status == 409)
        #expect(try await hilde.post("/alis/ny", new + [("hpr", peder)]).status == 409)
        #expect(try await tries() == "1")
        let person = try await hilde.get("/alis/\(ida)/person").text
        let form = try #require(PageForm.all(in: person).first { $0.action == "/alis/\(ida)/person" })
        let corrected = form.filled(["hpr": peder, "grunnlag": "0"], usual: [:])
        #expect(try await hilde.post("/alis/\(ida)/person", corrected).status == 422)
        #expect(try await tries() == "2")
        func supervisor(_ place: String) -> [(String, String)] {
            [
                ("navn", "Kari Prøvenes"), ("hpr", "990000999"), ("kommune", place), ("spesialist", "unknown"), ("moter", "fysisk"),
                ("timer", "10"),
            ]
        }
        #expect(try await admin.post("/veiledere/ny", supervisor("Bergen")).status == 303)
        #expect(try await hilde.post("/veiledere/ny", supervisor("Fauske")).status == 422)
        #expect(try await tries() == "3")
    }

    @Test(arguments: TestEngine.all)
    func `rows that meet a stranger are counted, once for each description, and too many stop every list`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, admin) = (try await test.client(as: "hilde"), try await test.client(as: "jon"))
        let hpr = try #require(TestRegister.person("peder")?.trainee.hpr?.digits)
        let account = try #require(try await test.database.read { try AccountStore.find(id: "demo.hilde", on: $0) })
        let letters = Array("abcdefghijklmnopqrst").map(String.init)
        func rows(_ numbers: Range<Int>) -> [String] {
            numbers.map { "Navn\(letters[$0 / 20])\(letters[$0 % 20]) Etternavn;\(hpr);Fauske;01.09.2024" }
        }

        let harmless = try await upload(["Ny Person;;Fauske;01.09.2024"], as: hilde)
        #expect(try await hilde.get(harmless).status == 200)
        #expect(try await !admin.get("/tilgang/\(account.id)").text.contains("registrert andre steder"))

        let two = try await upload(rows(1..<3), as: hilde)
        #expect(try await hilde.get(two).text.contains("2 rader må avklares"))
        _ = try await hilde.get(two)
        _ = try await hilde.post("\(two)/forkast", [])
        _ = try await hilde.get(try await upload(rows(1..<4), as: hilde))
        #expect(try await admin.get("/tilgang/\(account.id)").text.contains("Har prøvd 3 navn"))

        let many = try await upload(rows(1..<StrangerTries.most + 5), as: hilde)
        let stopped = try await hilde.get(many)
        #expect(stopped.status == 400 && stopped.text.contains("innlesing stanset") && !stopped.text.contains("må avklares"))
        // Whatever the list holds: that one is stopped tells nothing of what is in it.
        #expect(try await hilde.get(harmless).status == 400)
        for ending in ["resultat.csv", "spor"] {
            let reply = ending == "spor" ? try await hilde.post("\(many)/spor", [("_once", "s")]) : try await hilde.get("\(many)/\(ending)")
            #expect(reply.status == 400)
        }
        #expect(try await admin.get("/tilgang/\(account.id)").text.contains("Har prøvd 203 navn"))
        // Nor by forms, whomever they are about; what was typed is not lost.
        let solveig = try #require(TestRegister.person("solveig")?.id)
        for (path, field) in [("/alis/ny", "fornavn"), ("/alis/\(solveig)/person", "fornavn"), ("/veiledere/ny", "navn")] {
            let reply = try await hilde.post(path, [(field, "Ukjent Prøve"), test.based()])
            #expect(
                reply.status == 429 && reply.text.contains("lagres det ikke for deg nå") && reply.text.contains("Ukjent Prøve"), "\(path)")
        }
        // Others are not held up, and when the lists have gone she goes on.
        #expect(try await test.client(as: "ravna").get("/innlesing").status == 200)
        test.clock.advance(seconds: Int64(StrangerTries.daysKept + 1) * 86_400)
        let later = try await test.client(as: "hilde")
        #expect(try await later.get(harmless).status == 200)
    }

    @Test(arguments: TestEngine.all)
    func `what has not been shown is not answered by taking it in`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let hpr = try #require(TestRegister.person("peder")?.trainee.hpr?.digits)
        // The mark of a list with one row that waits, which anybody can work out.
        let row = "Kari Nordmann;\(hpr);Fauske;01.09.2024"
        let shown = try await upload([row], as: hilde)
        let page = try await hilde.get(shown).text
        let seen = page.firstMatch(of: /name="sett" value="([^"]*)"/).map { String($0.1) } ?? ""
        var answers: Set<String> = []
        for number in ["990000202", "990009998"] {
            let list = try await upload(["Ola Nordmann;\(number);Fauske;01.09.2024"], as: hilde)
            let reply = try await hilde.post("\(list)/godta", [("sett", seen), ("_once", number)])
            answers.insert("\(reply.status) \(reply.location?.replacing(list, with: "") ?? "")")
        }
        #expect(answers == ["303 ?nytt=1"])
    }
}
