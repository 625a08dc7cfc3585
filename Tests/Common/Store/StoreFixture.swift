import AlisDomain
import Foundation

@testable import Alis

/// A small schema that the store's own tests share.
enum StoreFixture {
    static let migration = Migration(
        number: 1, name: "sample",
        script: """
            CREATE TABLE place (code {text} NOT NULL PRIMARY KEY, placeName {text} NOT NULL UNIQUE){strict};
            CREATE TABLE sample (
                number {integer} NOT NULL PRIMARY KEY,
                word {text},
                share {real},
                bytes {blob},
                place {text} REFERENCES place(code),
                CONSTRAINT sampleShare CHECK (share >= 0)
            ){strict};
            """)

    static func database(_ engine: TestEngine) async throws -> Database { try await engine.makeDatabase(migrations: [migration]) }

    /// Counts the samples in a transaction of its own.
    static func count(_ database: Database) async throws -> Int { try await database.read { try $0.count("SELECT COUNT(*) FROM sample") } }

    static func add(_ number: Int, to database: Database) async throws {
        try await database.write { try $0.execute("INSERT INTO sample (number) VALUES (\(number))") }
    }
}
