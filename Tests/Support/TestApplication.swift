import AlisCast
import AlisDomain
import Foundation
import Logging
import NIOCore

@testable import Alis

/// A clock that tests set: `clock.now = …`, `clock.advance(seconds: 60)`.
final class TestClock: @unchecked Sendable {
    private let lock = NSLock()
    private var time: Instant

    init(_ time: Instant) { self.time = time }

    var now: Instant {
        get { lock.withLock { time } }
        set { lock.withLock { time = newValue } }
    }

    func advance(seconds: Int64) { lock.withLock { time = time.adding(seconds: seconds) } }
}

/// The whole product without a socket, on a database of the test's own that holds the reference data, the cast's accounts and the
/// persons of `TestRegister`:
///
/// ```
/// let test = try await TestApplication.make(engine: .sqlite)
/// let ravna = try await test.client(as: "ravna")
/// let reply = try await ravna.get("/oversikt")
/// #expect(reply.status == 200 && reply.text.contains("Fauske"))
/// ```
struct TestApplication: Sendable {
    /// What the clock shows until a test sets it: Wednesday 18 November 2026, eleven o'clock in Norway.
    static let now = Instant(iso: "2026-11-18T10:00:00Z") ?? Instant(microseconds: 0)
    static var today: CalendarDay { now.dayInNorway }
    /// The folder of the package, with `Public` and `Reference`.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The name and text of each file in a folder of the package whose name ends so.
    static func files(under folder: String, ending: String) throws -> [(name: String, text: String)] {
        try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").filter { $0.hasSuffix(".\(ending)") }.sorted().map {
            ($0, try String(contentsOfFile: "\(root)/\(folder)/\($0)", encoding: .utf8))
        }
    }

    let engine: TestEngine
    let application: AlisApplication
    let clock: TestClock
    let surroundings: Surroundings

    var database: Database { application.database }
    var routes: [Route] { application.routes }

    /// Wires the product, its clock showing `start`. Without `isFilled` the database has its tables only.
    static func make(
        engine: TestEngine = .sqlite, isFilled: Bool = true, isDemo: Bool = true, proxies: [String] = [],
        patience: Patience = Patience(reading: .seconds(60), writing: .seconds(60), least: .seconds(60)),
        at start: Instant = now
    ) async throws -> TestApplication {
        let address =
            isFilled
            ? try await FilledDatabases.shared.copy(on: engine)
            : try await engine.makeAddress(migrations: AlisApplication.migrations)
        let clock = TestClock(start)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let surroundings = Surroundings(
            now: { clock.now },
            newID: {
                var random = SystemRandomNumberGenerator()
                return random.nextRecordID()
            },
            logger: logger)
        var settings = Settings(database: address, root: root, isDemo: isDemo)
        settings.proxies = proxies
        // A test's answer does not hang on how busy the machine is.
        settings.patience = patience
        let application = try await buildApplication(settings, database: try engine.open(address), surroundings: surroundings)
        return TestApplication(engine: engine, application: application, clock: clock, surroundings: surroundings)
    }

    /// The same register as one that `alis demo` made, for the program to be run on with the tests' clock.
    static func makeForProgram() async throws -> TestApplication {
        let test = try await make()
        let data = PracticeData(seed: 1, scale: 1, historyEnds: today, madeAt: now, comparisons: [])
        try await test.database.write { try PracticeDataStore.add(data, on: $0) }
        return test
    }

    /// Somebody with a browser of her own, not signed in.
    func client() -> TestClient { TestClient(self) }

    /// Somebody at this IP address.
    func client(from address: String) throws -> TestClient {
        TestClient(self, peer: try SocketAddress(ipAddress: address, port: 50_000))
    }

    /// One of the cast, signed in.
    func client(as key: String) async throws -> TestClient {
        let client = TestClient(self)
        try await client.signIn("demo.\(key)")
        return client
    }

    /// What each table holds, in short: how many rows, and a sum over all that stands in them. Sessions and held forms are left out,
    /// since every visitor makes some.
    func fingerprint() async throws -> [String: String] {
        try await database.read { connection in
            let names: SQL =
                connection.kind == .sqlite
                ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                : "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            var result: [String: String] = [:]
            for table in try connection.rows(names, { $0.text(0) }) where !Self.ownTables.contains(table.lowercased()) {
                // Reference data only grows.
                if table.hasPrefix("reference") {
                    result[table.lowercased()] = String(try connection.count("SELECT COUNT(*) FROM \(name: table)"))
                    continue
                }
                let columns = try connection.columns(of: table)
                var query: SQL = "SELECT "
                for (index, column) in columns.enumerated() {
                    query += index == 0 ? "CAST(\(name: column) AS TEXT)" : ", CAST(\(name: column) AS TEXT)"
                }
                var (rows, sum) = (0, UInt64(0))
                try connection.forEach(query + " FROM \(name: table)") { row in
                    rows += 1
                    // The same for the same row, in whatever order the rows come.
                    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
                    for index in columns.indices {
                        for byte in (row.optionalText(index) ?? "").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
                        hash = (hash ^ 0x1F) &* 0x100_0000_01B3
                    }
                    sum &+= hash
                }
                result[table.lowercased()] = "\(rows) \(sum)"
            }
            return result
        }
    }

    /// How many forms are kept for people whose sessions ran out.
    func heldForms() async throws -> Int { try await database.read { try $0.count("SELECT COUNT(*) FROM heldForm") } }

    private static let ownTables: Set<String> = ["session", "heldform", "strangertry"]
}

/// Copies of one filled database, made once for each engine.
private actor FilledDatabases {
    static let shared = FilledDatabases()
    private var templates: [TestEngine: Task<String, any Error>] = [:]

    func copy(on engine: TestEngine) async throws -> String {
        let template = try await template(on: engine).value
        switch engine {
        case .sqlite:
            let path = TestFolder.newPath()
            try FileManager.default.copyItem(atPath: template, toPath: path)
            return path
        case .postgres:
            let name = "filled\(UInt64.random(in: 0 ... .max))"
            let server = try PostgresServer.shared()
            try server.createDatabase(name, template: template)
            return server.address(of: name)
        }
    }

    private func template(on engine: TestEngine) -> Task<String, any Error> {
        if let template = templates[engine] { return template }
        let task = Task {
            var address = TestFolder.path("filled-template")
            if engine == .postgres {
                let server = try PostgresServer.shared()
                try server.createDatabase("filledtemplate")
                address = server.address(of: "filledtemplate")
            }
            let database = try engine.open(address)
            try await Migrator(AlisApplication.migrations).run(on: database, at: TestRegister.began)
            try await TestRegister.fill(database)
            // The server copies only what nobody is connected to, and a file is whole only without its log.
            await database.close()
            return engine == .postgres ? "filledtemplate" : address
        }
        templates[engine] = task
        return task
    }
}
