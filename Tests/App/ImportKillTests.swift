import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Kills the real program in the middle of an import, again and again: all rows are in, or none.
@Suite(.serialized) struct ImportKillTests {
    private static let rows = 20_000

    @Test func `an import that is killed is all in or not at all`() async throws {
        let program = try #require(TestProgram.path, "the program alis is not beside the tests")
        let list = TestFolder.newPath() + ".csv"
        try ImportSample.many(Self.rows).write(toFile: list, atomically: true, encoding: .utf8)

        // Once to its end, to know how long it takes.
        let whole = try await TestApplication.makeForProgram()
        let before = try await ImportSample.trainees(whole)
        let began = ContinuousClock.now
        #expect(try await run(program, list, whole, killAfter: nil))
        let time = began.duration(to: .now)
        #expect(try await ImportSample.trainees(whole) == before + Self.rows)

        // Most of the moments lie in the last half, where it writes.
        for share in [0.3, 0.6, 0.75, 0.85, 0.95] {
            let test = try await TestApplication.makeForProgram()
            _ = try await run(program, list, test, killAfter: time * (share + Double.random(in: -0.03...0.03)))
            let (trainees, engagements, integrity) = try await test.database.read { connection in
                (
                    try connection.count("SELECT COUNT(*) FROM trainee WHERE hpr BETWEEN '980000000' AND '980099999'"),
                    try connection.count(
                        "SELECT COUNT(*) FROM engagement WHERE recordedIn IN (SELECT number FROM change WHERE act = 'imported')"),
                    try connection.first("PRAGMA integrity_check") { $0.text(0) }
                )
            }
            #expect(trainees == 0 || trainees == Self.rows, "killed at \(share): \(trainees) persons")
            #expect(engagements == trainees)
            #expect(integrity == "ok")
            await test.database.close()
        }
    }

    /// Starts an import; gives whether it came to its end by itself.
    private func run(_ program: String, _ list: String, _ test: TestApplication, killAfter: Duration?) async throws -> Bool {
        let arguments = [program, "import", list, "--database", test.application.settings.database, "--root", TestApplication.root]
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [Int32(1), 2] { posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0) }
        let words = arguments.map { strdup($0) }
        let settings = TestProgram.environment.map { strdup("\($0.key)=\($0.value)") }
        defer { (words + settings).forEach { free($0) } }
        var child: pid_t = 0
        try #require(posix_spawn(&child, program, &actions, nil, words + [nil], settings + [nil]) == 0)
        if let killAfter {
            try await Task.sleep(for: killAfter)
            kill(child, SIGKILL)
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status == 0
    }
}
