import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct BackupTests {
    @Test(arguments: TestEngine.all)
    func `a backup opens and is equal to what was there`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        try await database.write { connection in
            try connection.insert(
                into: "sample", columns: ["number", "word", "bytes"],
                rows: (0..<5000).map { [.integer(Int64($0)), .text("Unjárga \($0)"), .blob([UInt8($0 % 256), 0])] })
        }
        let file = TestFolder.newPath()
        async let backup: Void = database.backup(to: file)
        try await StoreFixture.add(5000, to: database)
        try await backup
        let copy = try await open(file, engine)
        let all: @Sendable (Connection) throws -> [String] = { connection in
            try connection.rows("SELECT number, word, bytes FROM sample WHERE number < 5000 ORDER BY number") {
                "\($0.int(0)) \($0.text(1)) \($0.blob(2))"
            }
        }
        let (before, after) = (try await database.read(all), try await copy.read(all))
        #expect(before.count == 5000 && before == after)
        #expect(try await Migrator([StoreFixture.migration]).pending(on: copy) == [])
        await #expect(throws: StoreFailure.other("\(file) is there already")) { try await database.backup(to: file) }
    }

    @Test(arguments: TestEngine.all)
    func `a backup that cannot be written leaves nothing and says so`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        let file = "/nowhere/\(UInt32.random(in: 0 ... .max))"
        await #expect(throws: StoreFailure.self) { try await database.backup(to: file) }
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    private func open(_ file: String, _ engine: TestEngine) async throws -> Database {
        guard engine == .postgres else {
            #expect(!FileManager.default.fileExists(atPath: file + "-wal"))
            return try engine.open(file)
        }
        let server = try PostgresServer.shared()
        let name = "restored\(UInt32.random(in: 0 ... .max))"
        try server.createDatabase(name)
        // The server's own user, who is not root, must be able to read it.
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        try PostgresServer.program("pg_restore", ["--exit-on-error", "--no-owner", "--dbname=\(server.address(of: name))", file])
        return try engine.open(server.address(of: name))
    }
}
