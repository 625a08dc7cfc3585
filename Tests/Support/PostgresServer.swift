import Foundation

@testable import Alis

/// A private PostgreSQL server in a temporary folder, reached by a socket there; stopped and removed when the tests end.
final class PostgresServer: Sendable {
    private let folder: String
    private let settings: [String]

    /// The server that all tests share. Its data need not survive the machine.
    static func shared() throws -> PostgresServer { try sharedServer.get() }

    private static let sharedServer = Result {
        try PostgresServer(settings: ["fsync=off", "full_page_writes=off", "synchronous_commit=off"])
    }

    /// Starts a server of one's own, for tests that stop it or count on its disk.
    convenience init() throws { try self.init(settings: []) }

    private init(settings: [String]) throws {
        self.settings = settings
        Self.removeAbandoned()
        folder = "\(Self.prefix)\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        if getuid() == 0 { try Shell.run("/bin/chown", ["postgres", folder]) }
        Self.stopAtExit(folder)
        try Self.program(
            "initdb", ["--pgdata=\(folder)/data", "--username=alis", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"])
        try start()
    }

    /// Starts it again.
    func start() throws {
        let all = settings + ["unix_socket_directories=\(folder)", "listen_addresses=", "max_connections=500", "shared_buffers=64MB"]
        let options = all.map { "-c \($0)" }.joined(separator: " ")
        try Self.program("pg_ctl", ["start", "-w", "-D", "\(folder)/data", "-l", "\(folder)/log", "-o", options])
    }

    /// Stops it: `fast` ends all connections in order, `immediate` is as good as pulling the plug on the program.
    func stop(mode: String = "fast") throws { try Self.program("pg_ctl", ["stop", "-w", "-m", mode, "-D", "\(folder)/data"]) }

    /// The address of one of its databases.
    func address(of database: String = "postgres") -> String { "postgresql:///\(database)?host=\(folder)&user=alis" }

    /// Makes a database, empty or as a copy of another that nobody uses.
    func createDatabase(_ name: String, template: String = "template0") throws {
        try PostgresSession(address()).run("CREATE DATABASE \(name) TEMPLATE \(template)")
    }

    /// Runs one of PostgreSQL's own programs as a user who may run the server, which root may not.
    @discardableResult
    static func program(_ name: String, _ arguments: [String]) throws -> String {
        guard let binaries else { throw NotInstalled() }
        let path = "\(binaries)/\(name)"
        if getuid() != 0 { return try Shell.run(path, arguments) }
        return try Shell.run("/usr/bin/setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path] + arguments)
    }

    /// Where the newest version's programs are; nil when PostgreSQL is not installed.
    private static let binaries: String? = {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        return versions.compactMap(Int.init).sorted(by: >).map { "/usr/lib/postgresql/\($0)/bin" }
            .first { FileManager.default.isExecutableFile(atPath: "\($0)/initdb") }
    }()

    struct NotInstalled: Error, CustomStringConvertible {
        let description = "PostgreSQL is not installed (apt-get install postgresql); ALIS_WITHOUT_POSTGRES=1 tests without it"
    }

    private static let prefix = "/tmp/alis-postgres-"

    /// Servers whose test process was killed before it could stop them.
    private static func removeAbandoned() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/tmp")) ?? []
        for folder in names.map({ "/tmp/\($0)" }) where folder.hasPrefix(prefix) {
            guard let owner = folder.dropFirst(prefix.count).split(separator: "-").first.flatMap({ pid_t($0) }) else { continue }
            if kill(owner, 0) != 0, errno == ESRCH { remove(folder) }
        }
    }

    private static func remove(_ folder: String) {
        if FileManager.default.fileExists(atPath: "\(folder)/data/postmaster.pid") {
            _ = try? program("pg_ctl", ["stop", "-w", "-m", "immediate", "-D", "\(folder)/data"])
        }
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func stopAtExit(_ folder: String) {
        _ = atExit
        foldersLock.withLock { folders.append(folder) }
    }

    private static let foldersLock = NSLock()
    /// Guarded by `foldersLock`.
    private nonisolated(unsafe) static var folders: [String] = []

    private static let atExit: Void = {
        atexit { PostgresServer.foldersLock.withLock { PostgresServer.folders }.forEach(PostgresServer.remove) }
    }()
}

/// Runs other programs.
enum Shell {
    struct Failure: Error, CustomStringConvertible { let description: String }

    /// Runs a program to its end and gives what it printed; throws with its messages when it fails.
    ///
    /// Not by Foundation's `Process`, which waits until the program's own children are gone too: a server goes on running.
    @discardableResult
    static func run(_ path: String, _ arguments: [String]) throws -> String {
        let output = "/tmp/alis-output-\(UInt64.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: output) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let words = ([path] + arguments).map { strdup($0) }
        let settings = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") }
        defer { (words + settings).forEach { free($0) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, path, &actions, nil, words + [nil], settings + [nil])
        guard code == 0 else { throw Failure(description: "\(path): \(String(cString: strerror(code)))") }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let text = String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self)
        guard status == 0 else { throw Failure(description: "\(path) \(arguments): \(text)") }
        return text
    }
}
