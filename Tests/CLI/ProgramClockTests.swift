import AlisDomain
import Foundation
import Testing

@testable import Alis

/// The program's clock can be set for practice, and for practice alone.
@Suite struct ProgramClockTests {
    private static let practice = ["--clock", "2027-01-31T00:30:00+01:00"]

    @Test func `a clock that was set is the clock of what the program does`() async throws {
        let database = try await TestApplication.makeForProgram().application.settings.database
        func day(_ clock: String) async throws -> Any? {
            try await TestProgram.run("overview", "--json", "--database", database, "--clock", clock).json()["asOf"]
        }
        // The time of the tests themselves is handed to it in the environment.
        let told = try await TestProgram.run("overview", "--json", "--database", database).json()["asOf"]
        #expect(told as? String == TestApplication.today.iso)
        #expect(try await day("2027-01-31") as? String == "2027-01-31")
        #expect(try await day("2027-01-31T00:30:00+01:00") as? String == "2027-01-31")
        #expect(try await day("2027-01-30T23:30:00Z") as? String == "2027-01-31", "in Norway")
        #expect(try await day("2027-01-30T17:30:00-05:00") as? String == "2027-01-30")
        #expect(try await day("2028-02-29T23:59:00+01:00") as? String == "2028-02-29")
        let link = try await TestProgram.run("user", "link", "demo.ida", "--json", "--database", database, "--clock", "2027-02-28").json()
        #expect((link["expiresAt"] as? String)?.hasPrefix("2027-03-") ?? false, "\(link)")
    }

    @Test func `what is no time is refused`() async throws {
        for text in [
            "i morgen", "2027-02-29", "2027-01-31T12:00", "2027-01-31T12:00:00", "2027-01-31T12:00:00+1", "2027-01-31T12:00:00+25:00",
        ] {
            let ending = try await TestProgram.run("overview", "--clock", text)
            #expect(ending.code == 64 && ending.said.contains(text) && ending.said.contains("YYYY-MM-DD"), "\(text): \(ending.said)")
        }
    }

    @Test func `a register that is not of practice data keeps the real time`() async throws {
        let real = try await TestApplication.make()
        let database = real.application.settings.database
        let before = try await real.fingerprint()
        let list = TestFolder.newPath() + ".csv"
        try "Fornavn;Etternavn;Kommune\nPrøve;Lista;Fauske\n".write(toFile: list, atomically: true, encoding: .utf8)
        for arguments in [
            ["serve", "--demo"], ["serve"], ["demo"], ["user", "list"], ["import", list], ["overview"], ["reference", "update"],
        ] {
            let ending = try await TestProgram.run(arguments + ["--database", database, "--root", TestApplication.root] + Self.practice)
            #expect(ending.code == 3 && ending.said.contains("alis demo"), "\(arguments): \(ending.code) \(ending.said)")
        }
        #expect(try await real.fingerprint() == before)
        // Practice data are served on it only where everybody is told that they are.
        let practice = try await TestApplication.makeForProgram().application.settings.database
        let ending = try await TestProgram.run(["serve", "--database", practice, "--root", TestApplication.root] + Self.practice)
        #expect(ending.code == 64 && ending.said.contains("--demo"), "\(ending.said)")
    }
}
