import AlisDomain
import Foundation
import Testing

@testable import Alis

/// What contradicts itself is refused when somebody is registered; what is only seldom so is asked about, and one tap saves it.
@Suite struct UnlikelyRegistrationTests {
    private func fields(_ changes: [String: String], family: String = "Uvanlig") -> [(String, String)] {
        [
            ("fornavn", "Ny"), ("etternavn", family), ("fodt", "1990"), ("startet", "1.9.2026"), ("ventet", ""), ("ordning", "ny"),
            ("kommune", "Fauske"), ("form", "fastlonn"), ("prosent", "100"), ("fra", "1.9.2026"), ("til", ""),
        ].map { ($0.0, changes[$0.0] ?? $0.1) }
    }

    @Test(arguments: TestEngine.all)
    func `the old scheme after its time is asked about, and saved when it is said to be right`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let asked = try await hilde.post("/alis/ny", fields(["ordning": "gammel"]))
        #expect(asked.status == 409 && asked.text.contains("Gammel ordning med oppstart 1.9.2026. Ny ordning gjelder fra 1.3.2019."))
        #expect(asked.text.contains("value=\"Uvanlig\"") && asked.text.contains("Det stemmer. Lagre"))
        let saved = try await hilde.post("/alis/ny", fields(["ordning": "gammel"]) + [("stemmer", "oldSchemeStartedLate")])
        let path = try #require(saved.location?.split(separator: "?").first)
        #expect(try await hilde.get(path + "/historikk").text.contains("Bekreftet ved registrering: Gammel ordning med oppstart 1.9.2026."))
    }

    @Test(arguments: TestEngine.all)
    func `a start far ahead and work long before are asked about, each by itself`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let far = try await hilde.post("/alis/ny", fields(["startet": "1.9.2035", "fra": "1.9.2035"]))
        #expect(far.status == 409 && far.text.contains("mer enn et år fram i tid"))
        // To have said yes to one is not to have said yes to another.
        let early = fields(["fra": "1.9.2019"]) + [("stemmer", "startsFarAhead")]
        #expect(try await hilde.post("/alis/ny", early).text.contains("lenge før utdanningsløpet begynte 1.9.2026"))
        #expect(try await hilde.post("/alis/ny", fields(["fra": "1.1.2026"])).status == 303)
    }

    @Test(arguments: TestEngine.all)
    func `an expected end before the start is refused, here and when a training is changed`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let refused = try await hilde.post("/alis/ny", fields(["ventet": "1.9.2025"]))
        #expect(refused.status == 422 && refused.text.contains("id=\"ventet-feil\""))
        let solveig = try #require(TestRegister.person("solveig"))
        let path = "/alis/\(solveig.id)/utdanning/\(solveig.trainingID)"
        let changed = try await hilde.post(path, [("hva", "ventet"), ("ventet", "1.1.2020"), test.based()])
        #expect(changed.status == 422 && changed.text.contains("id=\"ventet-feil\""))
    }

    @Test func `the days at which something becomes unlikely`() throws {
        func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }
        func doubts(_ start: String, _ scheme: Training.Scheme = .new, from: String, to: String? = nil) throws -> [UnlikelyRegistration] {
            UnlikelyRegistration.all(
                start: try day(start), scheme: scheme, work: try #require(Period(from: day(from), to: to.map { try day($0) })),
                today: try day("2026-11-18"), newSchemeFrom: try day("2019-03-01"))
        }
        #expect(try doubts("2019-02-28", .old, from: "2019-02-28") == [])
        #expect(try doubts("2019-03-01", .old, from: "2019-03-01") == [.oldSchemeStartedLate])
        #expect(try doubts("2027-11-18", from: "2027-11-18") == [])
        #expect(try doubts("2027-11-19", from: "2027-11-19") == [.startsFarAhead])
        #expect(try doubts("2026-09-01", from: "2025-09-01") == [])
        #expect(try doubts("2026-09-01", from: "2025-08-31") == [.workBeforeTraining])
        #expect(try doubts("2026-09-01", from: "2026-01-01", to: "2026-09-01") == [.workBeforeTraining])
    }
}
