import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct AppendOnlyTests {
    static let facts = Migration(
        number: 1, name: "facts",
        script: """
            CREATE TABLE fact (
                id {text} NOT NULL PRIMARY KEY, word {text}, bytes {blob}, share {real}, supersededIn {integer}, closedBy {text}
            ){strict};
            \(Migration.appendOnly(table: "fact", except: ["supersededIn", "closedBy"]))
            CREATE TABLE sealed (id {text} NOT NULL PRIMARY KEY){strict};
            \(Migration.appendOnly(table: "sealed"))
            """)

    static func database(_ engine: TestEngine, more: [Migration] = []) async throws -> Database {
        let database = try await engine.makeDatabase(migrations: [facts] + more)
        try await database.write { connection in
            try connection.execute("INSERT INTO fact (id, word, bytes, share) VALUES ('a', 'ord', \(SQLValue.blob([1, 2])), 0.1)")
            try connection.execute("INSERT INTO sealed (id) VALUES ('a')")
        }
        return database
    }

    @Test(arguments: TestEngine.all)
    func `rows are never deleted and only the named columns change`(engine: TestEngine) async throws {
        let database = try await Self.database(engine)
        let refused: [SQL] = [
            "DELETE FROM fact", "UPDATE fact SET word = 'other'", "UPDATE fact SET word = NULL",
            "UPDATE fact SET supersededIn = 1, id = 'b'", "UPDATE fact SET share = 0.2", "UPDATE fact SET bytes = NULL",
            "INSERT INTO fact (id, word) VALUES ('a', 'x') ON CONFLICT (id) DO UPDATE SET word = excluded.word",
        ]
        for statement in refused {
            let failure = await #expect(throws: StoreFailure.self) { try await database.write { try $0.execute(statement) } }
            #expect(failure?.isConstraint("fact is append-only") == true, "\(statement.text): \(String(describing: failure))")
        }
        for statement: SQL in ["DELETE FROM sealed", "UPDATE sealed SET id = 'b'"] {
            let failure = await #expect(throws: StoreFailure.self) { try await database.write { try $0.execute(statement) } }
            #expect(failure?.isConstraint("sealed is append-only") == true, "\(statement.text): \(String(describing: failure))")
        }
        let changed = try await database.write { connection in
            [
                try connection.execute("UPDATE fact SET supersededIn = 7, closedBy = 'me', word = word WHERE id = 'a'"),
                try connection.execute("DELETE FROM fact WHERE id = 'none'"),
            ]
        }
        #expect(changed == [1, 0])
        let left = try await database.read { try $0.rows("SELECT word, supersededIn FROM fact") { "\($0.text(0)) \($0.int(1))" } }
        #expect(left == ["ord 7"])
    }

    @Test(arguments: TestEngine.all)
    func `no way around it by replacing or emptying`(engine: TestEngine) async throws {
        let database = try await Self.database(engine)
        let around: [SQL] =
            engine == .sqlite
            ? ["REPLACE INTO fact (id, word) VALUES ('a', 'x')", "INSERT OR REPLACE INTO fact (id) VALUES ('a')"] : ["TRUNCATE fact"]
        for statement in around {
            let failure = await #expect(throws: StoreFailure.self) { try await database.write { try $0.execute(statement) } }
            #expect(failure?.isConstraint("fact is append-only") == true)
        }
        #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM fact WHERE word = 'ord'") } == 1)
    }

    @Test(arguments: TestEngine.all)
    func `columns that later migrations add are kept too`(engine: TestEngine) async throws {
        let later = Migration(number: 2, name: "places", script: "ALTER TABLE fact ADD COLUMN place {text}; UPDATE fact SET place = 'Oslo'")
        let database = try await Self.database(engine, more: [later])
        let failure = await #expect(throws: StoreFailure.self) {
            try await database.write { try $0.execute("UPDATE fact SET place = 'x'") }
        }
        #expect(failure?.isConstraint("fact is append-only") == true)
    }
}
