import AlisDomain
import GRDBSQLite
import Testing

@testable import Alis

/// What people see while another program holds the database.
@Suite struct BusyDatabaseTests {
    private static let impatient = Patience(reading: .milliseconds(50), writing: .milliseconds(50), least: .milliseconds(10))

    /// Every page that one of the cast can ask for, with what it was answered.
    private func statuses(_ test: TestApplication, _ clients: [TestClient]) async throws -> [String: Int] {
        let addresses = AccessAddresses(slugs: ["fauske": "1841-fauske"], tokens: [], strangersImport: "nei")
        var statuses: [String: Int] = [:]
        for (number, client) in clients.enumerated() {
            for route in test.routes where route.method == .get {
                guard let address = addresses.fill(route).first else { continue }
                statuses["\(number) \(address.path)"] = try await client.get(address.path).status
            }
        }
        return statuses
    }

    @Test(arguments: TestEngine.all)
    func `no page waits for a writer, whoever reads it and however long ago she was seen`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine, patience: Self.impatient)
        var clients = [test.client()]
        for person in ["jon", "ida"] { clients.append(try await test.client(as: person)) }
        let before = try await statuses(test, clients)
        let seen = try await test.database.read { try $0.rows("SELECT lastSeenAt FROM session ORDER BY tokenHash") { $0.text(0) } }
        test.clock.advance(seconds: SessionStore.touchSeconds + 1)
        let other = try await OtherWriter.hold(engine, test.application.settings.database)
        let during = try await statuses(test, clients)
        #expect(before.count > 150 && during.count == before.count)
        for (page, status) in during { #expect(before[page] == status, "\(page)") }
        try await other.letGo()
        // That she was seen is written down when it can be.
        for client in clients { _ = try await client.get("/") }
        let later = try await test.database.read { try $0.rows("SELECT lastSeenAt FROM session ORDER BY tokenHash") { $0.text(0) } }
        #expect(later.count == clients.count - 1 && zip(seen, later).allSatisfy { $0 < $1 })
    }

    @Test(arguments: TestEngine.all)
    func `whoever saves meanwhile is told in a sentence, with what was typed in her hands`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine, patience: Self.impatient)
        let hilde = try await test.client(as: "hilde")
        let path = "/alis/\(try #require(TestRegister.person("ida")).id)/person"
        let page = try await hilde.get(path).text
        let based = try #require(page.firstMatch(of: #/name="_based" value="([0-9]+)"/#)?.1)
        let fields = [
            ("fornavn", "Ida"), ("etternavn", "Nilsen-Ny"), ("hpr", "990000101"), ("fodt", ""), ("telefon", ""), ("grunnlag", "0"),
            ("_once", "én"), ("_based", String(based)),
        ]
        let other = try await OtherWriter.hold(engine, test.application.settings.database)
        let reply = try await hilde.post(path, fields)
        #expect(reply.status == 503)
        #expect(reply.text.contains("Registeret er opptatt") && reply.text.contains("Ingenting er endret"))
        #expect(reply.text.contains("value=\"Nilsen-Ny\"") && reply.text.contains("action=\"\(path)\""))
        // Many at once are told the same, and do not wait for one another.
        let replies = try await withThrowingTaskGroup(of: TestClient.Reply.self) { group in
            for _ in 0..<20 { group.addTask { try await hilde.post(path, fields) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for reply in replies { #expect(reply.status == 503 && reply.text.contains("Registeret er opptatt")) }
        try await other.letGo()
        #expect(try await hilde.post(path, fields).status == 303)
    }

    @Test(.enabled(if: TestEngine.all.contains(.postgres)))
    func `readers that a lock keeps out are told so, however many they are`() async throws {
        let test = try await TestApplication.make(engine: .postgres, patience: Self.impatient)
        let jon = try await test.client(as: "jon")
        let other = try await OtherWriter.hold(.postgres, test.application.settings.database, readersOutOf: ["session"])
        let locked = try await withThrowingTaskGroup(of: TestClient.Reply.self) { group in
            for _ in 0..<20 { group.addTask { try await jon.get("/oversikt") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for reply in locked { #expect(reply.status == 503 && reply.text.contains("Registeret er opptatt")) }
        try await other.letGo()
        #expect(try await jon.get("/oversikt").status == 200)
    }

    @Test(
        .enabled(if: TestEngine.all.contains(.postgres)), arguments: [["change"], ["account", "accountGrant"], ["trainee", "engagement"]])
    func `whatever tables a lock keeps readers out of, a page is whole or says that the register is busy`(tables: [String]) async throws {
        let test = try await TestApplication.make(engine: .postgres, patience: Self.impatient)
        let clients = [test.client(), try await test.client(as: "ravna"), try await test.client(as: "jon")]
        let before = try await statuses(test, clients)
        let other = try await OtherWriter.hold(.postgres, test.application.settings.database, readersOutOf: tables)
        let during = try await statuses(test, clients)
        for (page, status) in during { #expect(status == before[page] || status == 503, "\(page): \(status)") }
        #expect(during.values.contains(503))
        try await other.letGo()
        #expect(try await statuses(test, clients) == before)
    }

    @Test func `locks beside the log keep readers out for no longer than they may wait`() async throws {
        let test = try await TestApplication.make(patience: Self.impatient)
        let jon = try await test.client(as: "jon")
        let address = test.application.settings.database
        var other: OtherFileLock? = try OtherFileLock(beside: address)
        for path in ["/", "/oversikt", "/alis", "/tilgang"] {
            let reply = try await jon.get(path)
            #expect(reply.status == 503 && reply.text.contains("Registeret er opptatt"), "\(path): \(reply.status)")
        }
        #expect(await test.database.generation() == nil, "what is kept is not known to be so")
        // SQLite's own pauses, which ask nobody, are taken the program's way.
        #expect(sqlite3_vfs_find(nil).map { String(cString: $0.pointee.zName) } == "alis")
        _ = other
        other = nil
        #expect(try await jon.get("/oversikt").status == 200)
    }

    @Test func `what a request waits for others is counted from its arrival, whatever it asks for and how often`() {
        let patience = Patience.request
        for gone in stride(from: 0, through: 5000, by: 100).map({ Duration.milliseconds($0) }) {
            #expect(gone + patience.left(isWriting: false, after: gone) <= max(patience.reading, gone + .milliseconds(5)))
            #expect(patience.left(isWriting: true, after: gone) == max(patience.writing - gone, patience.least))
        }
        #expect(patience.reading < .seconds(2))
        #expect(Patience.none.left(isWriting: false, after: .zero) == .zero)
    }
}
