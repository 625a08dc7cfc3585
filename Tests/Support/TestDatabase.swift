import AlisDomain
import Foundation
import Testing

@testable import Alis

/// An engine to run a test on: `@Test(arguments: TestEngine.all) func …(engine: TestEngine) async throws`.
enum TestEngine: String, Sendable, CustomTestStringConvertible {
    case sqlite
    case postgres

    /// Both engines. Without PostgreSQL the tests fail, unless the environment says `ALIS_WITHOUT_POSTGRES=1`.
    static let all: [TestEngine] =
        ProcessInfo.processInfo.environment["ALIS_WITHOUT_POSTGRES"] == "1" ? [.sqlite] : [.sqlite, .postgres]

    var testDescription: String { rawValue }

    /// A database of the test's own with these migrations applied. It goes away when nothing refers to it any more.
    func makeDatabase(migrations: [Migration] = [], connections: Int = 2) async throws -> Database {
        try open(try await makeAddress(migrations: migrations), connections: connections)
    }

    /// The address of such a database, for tests that open it themselves or more than once.
    func makeAddress(migrations: [Migration] = []) async throws -> String {
        try await TestDatabases.shared.copy(on: self, migrations: migrations)
    }

    /// Opens a database with few connections: many tests run at once.
    func open(_ address: String, connections: Int = 2) throws -> Database {
        switch self {
        case .sqlite: try Database.sqlite(path: address, readers: connections)
        case .postgres: try Database.postgres(address, connections: connections)
        }
    }
}

/// Makes each test's database by copying one that was migrated once.
private actor TestDatabases {
    static let shared = TestDatabases()

    private var templates: [String: Task<String, any Error>] = [:]
    private var count = 0

    func copy(on engine: TestEngine, migrations: [Migration]) async throws -> String {
        let template = try await template(on: engine, migrations: migrations).value
        let copy = newName("test")
        switch engine {
        case .sqlite: try FileManager.default.copyItem(atPath: TestFolder.path(template), toPath: TestFolder.path(copy))
        case .postgres: try PostgresServer.shared().createDatabase(copy, template: template)
        }
        return try address(of: copy, on: engine)
    }

    private func template(on engine: TestEngine, migrations: [Migration]) -> Task<String, any Error> {
        let key = engine.rawValue + migrations.map { "\n\($0.number) \($0.name)\n\($0.script)" }.joined()
        if let template = templates[key] { return template }
        let name = newName("migrated")
        let task = Task {
            if engine == .postgres { try PostgresServer.shared().createDatabase(name) }
            let database = try engine.open(try address(of: name, on: engine))
            try await Migrator(migrations).run(on: database, at: Instant(microseconds: 0))
            // The server copies only what nobody is connected to, and a file is whole only without its log.
            await database.close()
            return name
        }
        templates[key] = task
        return task
    }

    private func address(of name: String, on engine: TestEngine) throws -> String {
        switch engine {
        case .sqlite: TestFolder.path(name)
        case .postgres: try PostgresServer.shared().address(of: name)
        }
    }

    private func newName(_ kind: String) -> String {
        count += 1
        return "\(kind)\(count)"
    }
}

/// A folder for the files of this run of the tests, removed at its end.
enum TestFolder {
    /// The path of a file in it.
    static func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// The path of a file that no other test uses.
    static func newPath() -> String { path("file\(UInt64.random(in: 0 ... .max))") }

    private static let folder: String = {
        let folder = "/tmp/alis-tests-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max))"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(atPath: TestFolder.folder) }
        return folder
    }()
}
