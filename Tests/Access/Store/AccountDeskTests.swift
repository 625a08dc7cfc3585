import AlisDomain
import Logging
import Testing

@testable import Alis

@Suite struct AccountDeskTests {
    private let now = Instant(microseconds: 1_790_000_000_000_000)
    private let surroundings = Surroundings(
        now: { Instant(microseconds: 0) },
        newID: {
            var random = SystemRandomNumberGenerator()
            return random.nextRecordID()
        },
        logger: Logger(label: "test"))
    private let administrator = Grant(role: .administrator, organisation: .nation)

    private func database(_ engine: TestEngine) async throws -> Database {
        let database = try await engine.makeDatabase(migrations: [
            RegisterMigration.migration, AccessMigration.migration, AccessMigration.tries,
        ])
        try await add("jon", "jon@alis.example", administrator, to: database)
        return database
    }

    private func add(_ id: String, _ email: String, _ grant: Grant, to database: Database) async throws {
        try await database.write { [now] in
            try AccountDesk.add(
                Account(id: id, name: id, email: EmailAddress(email)), grant: grant, grantID: "\(id).1", by: "jon", at: now, on: $0)
        }
    }

    private func fauske() throws -> Grant {
        Grant(role: .municipality, organisation: .municipality(try #require(MunicipalityID("fauske"))))
    }

    @Test(arguments: TestEngine.all)
    func `one e-mail address is one person, whatever its capitals, until her access is ended`(engine: TestEngine) async throws {
        let database = try await database(engine)
        let fauske = try fauske()
        try await add("hilde", "Hilde@Fauske.example", fauske, to: database)
        await #expect(throws: AccountRefusal.emailTaken) { try await add("two", "hilde@fauske.example", fauske, to: database) }
        await #expect(throws: AccountRefusal.emailTaken) {
            try await database.write { try AccountDesk.change("jon", name: "Jon", email: EmailAddress("HILDE@fauske.example"), on: $0) }
        }
        #expect(try await database.read { try AccountStore.all(on: $0).map(\.id) } == ["hilde", "jon"])
        try await database.write { [now] in try AccountDesk.end("hilde", by: "jon", at: now, on: $0) }
        try await add("two", "hilde@fauske.example", fauske, to: database)
        let contacts = try await database.read { try AccountStore.contacts(on: $0) }
        #expect(contacts.count == 1 && contacts.first?.value.map(\.name) == ["two"])
    }

    @Test(arguments: TestEngine.all)
    func `roles are given once, in the right kind of place, and remembered with who gave and ended them`(engine: TestEngine) async throws {
        let database = try await database(engine)
        let fauske = try fauske()
        try await add("hilde", "hilde@fauske.example", fauske, to: database)
        func grant(_ grant: Grant, _ id: String) async throws {
            try await database.write { [now] in try AccountDesk.grant(grant, to: "hilde", grantID: id, by: "jon", at: now, on: $0) }
        }
        await #expect(throws: AccountRefusal.alreadyGranted) { try await grant(fauske, "a") }
        await #expect(throws: AccountRefusal.unfit) { try await grant(Grant(role: .adviser, organisation: .nation), "b") }
        let token = try await database.write { [now, surroundings] in
            try SessionStore.begin(account: "hilde", at: now, surroundings: surroundings, on: $0)
        }
        try await database.write { [now] in try AccountDesk.endGrant("hilde.1", of: "hilde", by: "jon", at: now, on: $0) }
        let holder = try await database.read { [now] in try SessionStore.find(token: token, at: now, on: $0)?.viewer.account }
        #expect(holder == nil)
        await #expect(throws: AccountRefusal.noSuchGrant) {
            try await database.write { [now] in try AccountDesk.endGrant("hilde.1", of: "hilde", by: "jon", at: now, on: $0) }
        }
        try await grant(fauske, "c")
        let records = try await database.read { try AccountStore.grantRecords(of: "hilde", on: $0) }
        #expect(records.count == 2)
        #expect(records.first { $0.id == "hilde.1" }?.endedBy == "jon")
        #expect(try await database.read { try AccountStore.grants(of: "hilde", on: $0) } == [fauske])
    }

    @Test(arguments: TestEngine.all)
    func `nobody ends her own last administrator role, but another's`(engine: TestEngine) async throws {
        let database = try await database(engine)
        func end(_ grant: String, of id: String, by actor: String) async throws {
            try await database.write { [now] in try AccountDesk.endGrant(grant, of: id, by: actor, at: now, on: $0) }
        }
        await #expect(throws: AccountRefusal.ownAdministration) { try await end("jon.1", of: "jon", by: "jon") }
        await #expect(throws: AccountRefusal.ownAdministration) {
            try await database.write { [now] in try AccountDesk.end("jon", by: "jon", at: now, on: $0) }
        }
        try await add("kari", "kari@alis.example", administrator, to: database)
        await #expect(throws: AccountRefusal.noSuchGrant) { try await end("kari.1", of: "jon", by: "jon") }
        try await end("jon.1", of: "jon", by: "kari")
        #expect(try await database.read { try AccountStore.grants(of: "jon", on: $0) } == [])
    }

    @Test(arguments: TestEngine.all)
    func `one link works at a time: a newer one ends those before it that were not used`(engine: TestEngine) async throws {
        let database = try await database(engine)
        try await add("hilde", "hilde@fauske.example", try fauske(), to: database)
        try await add("kari", "kari@alis.example", administrator, to: database)
        func link(_ account: String) async throws -> String {
            try await database.write { [now, surroundings] in
                try AccountDesk.makeLink(for: account, by: "jon", days: 7, at: now, surroundings: surroundings, on: $0)
            }
        }
        func standing(_ token: String) async throws -> String {
            let standing = try await database.read { [now] in try AccountStore.standing(link: token, at: now, on: $0) }
            return String("\(standing)".prefix { $0 != "(" })
        }
        func use(_ token: String) async throws -> Bool {
            try await database.write { [now] in try AccountStore.use(link: token, from: "", at: now, on: $0) != nil }
        }
        let (used, other) = (try await link("hilde"), try await link("kari"))
        #expect(try await use(used))
        let (older, newer) = (try await link("hilde"), try await link("hilde"))
        for (token, what) in [(used, "spent"), (older, "replaced"), (newer, "good"), (other, "good")] {
            #expect(try await standing(token) == what)
        }
        #expect(try await !use(older))
        #expect(try await standing("ingen slik") == "unknown")
    }

    @Test(arguments: TestEngine.all)
    func `nobody gives herself a role, not even who gives them to others`(engine: TestEngine) async throws {
        let database = try await database(engine)
        let (fauske, now) = (try fauske(), now)
        try await add("hilde", "hilde@fauske.example", fauske, to: database)
        func give(to account: String) async throws {
            try await database.write { try AccountDesk.grant(fauske, to: account, grantID: "\(account).2", by: "jon", at: now, on: $0) }
        }
        await #expect(throws: AccountRefusal.ownRole) { try await give(to: "jon") }
        await #expect(throws: AccountRefusal.alreadyGranted) { try await give(to: "hilde") }
    }

    @Test(arguments: TestEngine.all)
    func `a link is not made for someone whose access is ended, and an old one does not work`(engine: TestEngine) async throws {
        let database = try await database(engine)
        try await add("hilde", "hilde@fauske.example", try fauske(), to: database)
        func link() async throws -> String {
            try await database.write { [now, surroundings] in
                try AccountDesk.makeLink(for: "hilde", by: "jon", days: 7, at: now, surroundings: surroundings, on: $0)
            }
        }
        let token = try await link()
        func owner(after days: Int64) async throws -> String? {
            let standing = try await database.read { [now] in
                try AccountStore.standing(link: token, at: now.adding(seconds: days * 86_400), on: $0)
            }
            return if case .good(let account, _) = standing { account.id } else { nil }
        }
        #expect(try await owner(after: 6) == "hilde")
        #expect(try await owner(after: 7) == nil)
        try await database.write { [now] in try AccountDesk.end("hilde", by: "jon", at: now, on: $0) }
        #expect(try await owner(after: 0) == nil)
        await #expect(throws: AccountRefusal.noSuchAccount) { try await link() }
    }
}
