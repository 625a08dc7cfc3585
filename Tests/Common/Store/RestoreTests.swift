import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct RestoreTests {
    private static func backup() async throws -> String {
        let database = try await StoreFixture.database(.sqlite)
        try await StoreFixture.add(7, to: database)
        let file = TestFolder.newPath()
        try await database.backup(to: file)
        return file
    }

    @Test func `a backup becomes a database where there was none`() async throws {
        let path = TestFolder.newPath()
        #expect(try await SQLiteRestore.restore(try await Self.backup(), to: path, replacing: false) { _ in } == nil)
        #expect(try await StoreFixture.count(try Database.open(path)) == 1)
        #expect(!FileManager.default.fileExists(atPath: path + ".part"))
    }

    @Test func `a database is replaced only when that is asked for, and kept`() async throws {
        let backup = try await Self.backup()
        let path = try await TestEngine.sqlite.makeAddress(migrations: [StoreFixture.migration])
        await #expect(throws: SQLiteRestore.Refusal.isThere) {
            try await SQLiteRestore.restore(backup, to: path, replacing: false) { _ in }
        }
        let kept = try #require(try await SQLiteRestore.restore(backup, to: path, replacing: true) { _ in })
        #expect(try await StoreFixture.count(try Database.open(path)) == 1)
        #expect(try await StoreFixture.count(try Database.open(kept)) == 0)
    }

    @Test func `a database that is open is not replaced`() async throws {
        let backup = try await Self.backup()
        let path = try await TestEngine.sqlite.makeAddress(migrations: [StoreFixture.migration])
        let database = try Database.open(path)
        #expect(try await StoreFixture.count(database) == 0)
        await #expect(throws: SQLiteRestore.Refusal.inUse) { try await SQLiteRestore.restore(backup, to: path, replacing: true) { _ in } }
        #expect(try await StoreFixture.count(database) == 0)
    }

    @Test func `what is no whole database of ours is refused and nothing is left`() async throws {
        let path = TestFolder.newPath()
        let text = TestFolder.newPath()
        try Data("navn;kommune\n".utf8).write(to: URL(fileURLWithPath: text))
        let cut = TestFolder.newPath()
        let whole = try Data(contentsOf: URL(fileURLWithPath: try await Self.backup()))
        try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: cut))
        for file in [text, cut, "/nowhere"] {
            await #expect(throws: SQLiteRestore.Refusal.self) { try await SQLiteRestore.restore(file, to: path, replacing: false) { _ in } }
        }
        struct No: Error {}
        let backup = try await Self.backup()
        await #expect(throws: No.self) { try await SQLiteRestore.restore(backup, to: path, replacing: false) { _ in throw No() } }
        #expect(!FileManager.default.fileExists(atPath: path) && !FileManager.default.fileExists(atPath: path + ".part"))
    }
}
