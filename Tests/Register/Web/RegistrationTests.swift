import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Registering somebody who may be there already, and sending a form again.
@Suite struct RegistrationTests {
    private func fields(
        _ given: String, _ family: String, born: String, email: String = "", once: String = ""
    ) -> [(String, String)] {
        [
            ("fornavn", given), ("etternavn", family), ("hpr", ""), ("fodt", born), ("epost", email), ("telefon", "000 11 222"),
            ("startet", "1.9.2026"), ("ordning", "ny"), ("kommune", "Fauske"), ("arbeidssted", "Legesenteret"), ("form", "fastlonn"),
            ("prosent", "80"), ("fra", "1.9.2026"), ("til", ""), ("_once", once),
        ]
    }

    private func count(_ test: TestApplication, _ family: String) async throws -> Int {
        try await test.database.read { try $0.count("SELECT COUNT(*) FROM trainee WHERE familyName = \(family)") }
    }

    @Test(arguments: TestEngine.all)
    func `a doctor like one already there is shown before she is saved, and nothing typed is lost`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let solveig = try #require(TestRegister.person("solveig"))
        let born = String(try #require(solveig.trainee.birthYear))
        let asked = try await hilde.post("/alis/ny", fields("solveig", "BREIVIK", born: born))
        #expect(asked.status == 409)
        #expect(try await count(test, "BREIVIK") == 0)
        #expect(asked.text.contains("samme navn og fødselsår") && asked.text.contains("href=\"/alis/\(solveig.id)\""))
        #expect(asked.text.contains("value=\"Legesenteret\"") && asked.text.contains("value=\"000 11 222\""))
        // The first button of the form with the fields is "save", which asks again: Enter never means "another".
        #expect(asked.text.components(separatedBy: "name=\"annen\"").count == 2)
        let saved = try await hilde.post("/alis/ny", fields("solveig", "BREIVIK", born: born) + [("annen", solveig.id.text)])
        let path = try #require(saved.location?.split(separator: "?").first)
        #expect(try await hilde.get(path + "/historikk").text.contains("Ny lege, ikke samme person som Solveig Breivik"))
    }

    @Test(arguments: TestEngine.all)
    func `the same e-mail is asked about, and the same name when nothing tells them apart`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let email = try #require(TestRegister.person("solveig")?.trainee.email?.text)
        let byMail = try await hilde.post("/alis/ny", fields("Nina", "Annen", born: "1990", email: email.uppercased()))
        #expect(byMail.status == 409 && byMail.text.contains("samme e-post"))
        #expect(try await hilde.post("/alis/ny", fields("Solveig", "Breivik", born: "")).text.contains("(samme navn)"))
        #expect(try await hilde.post("/alis/ny", fields("Solveig", "Breivik", born: "1970")).status == 303)
    }

    @Test(arguments: TestEngine.all)
    func `of doctors elsewhere nothing is revealed`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let peder = try #require(TestRegister.person("peder"))
        let born = String(try #require(peder.trainee.birthYear))
        let before = try await test.fingerprint()
        let asked = try await hilde.post(
            "/alis/ny", fields("Peder", "Sandvik", born: born, email: try #require(peder.trainee.email?.text)))
        #expect(asked.status == 409)
        #expect(asked.text.contains("Må avklares før det kan lagres") && asked.text.contains("value=\"Legesenteret\""))
        let number = try #require(peder.trainee.hpr?.digits)
        #expect(!asked.text.contains(peder.id.text) && !asked.text.contains(number))
        #expect(try await test.fingerprint() == before)
        // A namesake with another birth year is another.
        #expect(try await hilde.post("/alis/ny", fields("Peder", "Sandvik", born: "1970")).status == 303)
        // Whoever sees both is asked.
        let jon = try await test.client(as: "jon")
        #expect(try await jon.post("/alis/ny", fields("Peder", "Sandvik", born: born)).status == 409)
    }

    @Test(arguments: TestEngine.all)
    func `a form sent again with something else in it says that it was not saved`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        #expect(try await hilde.post("/alis/ny", fields("Åse", "Først", born: "1990", once: "mark")).status == 303)
        #expect(try await hilde.post("/alis/ny", fields("Åse", "Først", born: "1990", once: "mark")).status == 303)
        let again = try await hilde.post("/alis/ny", fields("Åse", "Først", born: "1991", once: "mark"))
        #expect(again.status == 409 && again.text.contains("er ikke lagret") && again.text.contains("value=\"1991\""))
        #expect(!again.text.contains("name=\"_once\" value=\"mark\""))
        #expect(try await count(test, "Først") == 1)

        let ida = try #require(TestRegister.person("ida"))
        let path = "/alis/\(ida.id)/onske/ny"
        let wish = try await [
            ("sted1", "NLSH"), ("avdeling1", ""), ("tidligst", "2027-1"), ("senest", "2027-2"), ("prosent", "100"), ("merknad", ""),
            ("_once", "wish"), test.based(),
        ]
        #expect(try await hilde.post(path, wish + [("maneder", "6")]).status == 303)
        #expect(try await hilde.post(path, wish + [("maneder", "6")]).status == 303)
        let other = try await hilde.post(path, wish + [("maneder", "12")])
        #expect(other.status == 409 && other.text.contains("Skjemaet er sendt før") && other.text.contains("value=\"12\""))
    }

    @Test(arguments: TestEngine.all)
    func `a wish that is there already is not made once more`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = "/alis/\(try #require(TestRegister.person("ida")).id)/onske"
        let fields = [
            ("sted1", "UNN"), ("avdeling1", "Kirurgi"), ("tidligst", "2028-1"), ("senest", "2028-2"), ("maneder", "6"), ("prosent", "100"),
            ("merknad", ""),
        ]
        func send(_ fields: [(String, String)]) async throws -> TestClient.Reply {
            try await hilde.post("\(path)/ny", fields + [test.based()])
        }
        #expect(try await send(fields).status == 303)
        let again = try await send(fields)
        #expect(again.status == 422 && again.text.contains("Dette ønsket er registrert fra før"))
        let there = try #require(again.text.firstMatch(of: #/href="(\/alis\/[a-z0-9]+\/onske\/[a-z0-9]+)"/#)).1
        #expect(try await hilde.get(String(there)).text.contains("value=\"Kirurgi\""))
        // Half of it is another wish, and the one that is there can be saved again.
        #expect(try await send(fields.map { ($0.0, $0.0 == "prosent" ? "50" : $0.1) }).status == 303)
        #expect(try await hilde.post(String(there), fields + [test.based()]).status == 303)
    }
}
