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

        // Once to its end, to know how much work it is: the machine's own count, which is the same however busy it is.
        let whole = try await TestApplication.makeForProgram()
        let before = try await ImportSample.trainees(whole)
        let work = try run(program, list, whole, killAfter: nil)
        #expect(try await ImportSample.trainees(whole) == before + Self.rows)

        // Most of the moments lie in the last half, where it writes.
        for share in [0.3, 0.6, 0.75, 0.85, 0.95] {
            let test = try await TestApplication.makeForProgram()
            _ = try run(program, list, test, killAfter: work * share)
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

    /// Starts an import, and kills it when it has done so much; gives how much it did, in seconds of the processor's time.
    private func run(_ program: String, _ list: String, _ test: TestApplication, killAfter: Double?) throws -> Double {
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
        var (status, usage, ended) = (Int32(0), rusage(), pid_t(0))
        while ended == 0 || (ended < 0 && errno == EINTR) {
            if let killAfter, Self.work(of: child) >= killAfter { kill(child, SIGKILL) }
            ended = wait4(child, &status, killAfter == nil ? 0 : WNOHANG, &usage)
            if ended == 0 { usleep(1000) }
        }
        #expect(killAfter != nil || status == 0)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000 }
    }

    /// What a process has done so far, in seconds of the processor's time.
    private static func work(of process: pid_t) -> Double {
        let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        // After the name, which may hold anything: the state first, and what it has done as the twelfth and thirteenth.
        let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ").dropFirst()
        let ticks = fields.dropFirst(11).prefix(2).compactMap { Double($0) }
        return ticks.reduce(0, +) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
