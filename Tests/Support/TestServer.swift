import Foundation
import Testing

/// The real program, serving on a free port of this machine; stopped when the test lets go of it.
final class TestServer: @unchecked Sendable {
    struct NotStarted: Error { let said: String }

    let port: Int
    let process: pid_t
    private var hasEnded = false

    /// - Parameter descriptors: how many files and sockets the system lets it have open.
    init(database: String, descriptors: Int? = nil) throws {
        let program = try #require(TestProgram.path, "the program alis is not beside the tests")
        let said = TestFolder.newPath()
        let limit = descriptors.map { "ulimit -n \($0); " } ?? ""
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, said, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let arguments = [program, "serve", "--port", "0", "--database", database, "--root", TestApplication.root]
        let words = (["/bin/sh", "-c", "\(limit)exec \"$0\" \"$@\""] + arguments).map { strdup($0) }
        let settings = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") }
        defer { (words + settings).forEach { free($0) } }
        var child: pid_t = 0
        try #require(posix_spawn(&child, "/bin/sh", &actions, nil, words + [nil], settings + [nil]) == 0)
        process = child
        // It says where it listens once it does; a debug build on a busy machine takes its time.
        for _ in 0..<1200 {
            let text = (try? String(contentsOfFile: said, encoding: .utf8)) ?? ""
            if let found = text.firstMatch(of: #/127\.0\.0\.1:([0-9]+)/#)?.1, let port = Int(found) {
                self.port = port
                return
            }
            usleep(50_000)
        }
        kill(child, SIGKILL)
        port = 0
        throw NotStarted(said: (try? String(contentsOfFile: said, encoding: .utf8)) ?? "")
    }

    deinit {
        guard !hasEnded else { return }
        kill(process, SIGKILL)
        wait()
    }

    /// Tells it to stop and waits until it has; gives its exit code.
    @discardableResult
    func stop() -> Int32 {
        kill(process, SIGTERM)
        return wait()
    }

    @discardableResult
    private func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        hasEnded = true
        return status
    }

    /// Its memory in bytes. From now on the most it has at once is counted anew.
    func memory() throws -> Int {
        try "5".write(toFile: "/proc/\(process)/clear_refs", atomically: false, encoding: .utf8)
        return try peakMemory()
    }

    /// The most memory it has had at once, in bytes.
    func peakMemory() throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        return try #require(text.firstMatch(of: #/VmHWM:\s+([0-9]+) kB/#).flatMap { Int($0.1) }) * 1024
    }

    /// The status of one plain request.
    func get(_ path: String) throws -> Int? {
        let socket = try TestSocket(port: port)
        socket.send("GET \(path) HTTP/1.1\r\nHost: alis.test\r\n\r\n")
        return socket.status()
    }
}
