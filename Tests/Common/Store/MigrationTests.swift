import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct MigrationTests {
    static let now = Instant(microseconds: 1_700_000_000_000_000)
    static let first = Migration(
        number: 1, name: "things", script: "CREATE TABLE thing (id {text} NOT NULL PRIMARY KEY, size {integer}){strict}")
    static let second = Migration(number: 2, name: "things have weight", script: "ALTER TABLE thing ADD COLUMN weight {real}")

    @Test(arguments: TestEngine.all)
    func `migrations are applied in order, once, and recorded`(engine: TestEngine) async throws {
        let database = try await engine.makeDatabase()
        #expect(try await Migrator([Self.first]).pending(on: database) == [1])
        #expect(try await Migrator([Self.first]).run(on: database, at: Self.now) == [1])
        let both = Migrator([Self.second, Self.first])
        #expect(try await both.pending(on: database) == [2])
        #expect(try await both.run(on: database, at: Self.now) == [2])
        #expect(try await both.run(on: database, at: Self.now) == [])
        let recorded = try await database.read { connection in
            try connection.rows("SELECT number, name, appliedAt FROM schemaMigration ORDER BY number") {
                "\($0.int(0)) \($0.text(1)) \(try $0.instant(2) == Self.now)"
            }
        }
        #expect(recorded == ["1 things true", "2 things have weight true"])
        #expect(try await database.read { try $0.columns(of: "thing") } == ["id", "size", "weight"])
    }

    @Test(arguments: TestEngine.all)
    func `a database from a newer program is refused`(engine: TestEngine) async throws {
        let database = try await engine.makeDatabase(migrations: [Self.first, Self.second])
        await #expect(throws: StoreFailure.newerSchema(2)) { try await Migrator([Self.first]).run(on: database, at: Self.now) }
    }

    @Test(arguments: TestEngine.all)
    func `a number that means something else in the program is refused`(engine: TestEngine) async throws {
        let database = try await engine.makeDatabase(migrations: [Self.first])
        let other = Migration(number: 1, name: "others", script: "CREATE TABLE other (id {text})")
        let refusal = StoreFailure.other("migration 1 is things in the database and others in the program")
        await #expect(throws: refusal) { try await Migrator([other]).run(on: database, at: Self.now) }
        await #expect(throws: StoreFailure.other("two migrations have one number; the next is 2")) {
            try await Migrator([Self.first, other]).run(on: database, at: Self.now)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a migration that fails leaves nothing behind, and those before it stay`(engine: TestEngine) async throws {
        let database = try await engine.makeDatabase()
        let broken = Migration(number: 2, name: "broken", script: "CREATE TABLE half (id {text}); CREATE TABLE thing (id {text})")
        await #expect(throws: StoreFailure.self) { try await Migrator([Self.first, broken]).run(on: database, at: Self.now) }
        let tables = try await database.read { [try $0.hasTable("thing"), try $0.hasTable("half")] }
        #expect(tables == [true, false])
        #expect(try await Migrator([Self.first, Self.second]).run(on: database, at: Self.now) == [2])
    }

    @Test(arguments: TestEngine.all)
    func `programs that start at once do not collide`(engine: TestEngine) async throws {
        let address = try await engine.makeAddress()
        let migrations = (1...8).map { Migration(number: $0, name: "t\($0)", script: "CREATE TABLE t\($0) (id {text})") }
        let applied = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<3 {
                group.addTask { try await Migrator(migrations).run(on: try engine.open(address), at: Self.now) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(applied.sorted() == Array(1...8))
    }
}
