import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct RegisterVerifierTests {
    /// The schema without the rules that refuse what these tests plant.
    private static let careless: [Migration] = AlisApplication.migrations.map { migration in
        var script = migration.script
        for rule in [
            " REFERENCES change(number)", "CHECK (validFrom < validTo),", "CHECK (supersededIn IS NULL OR supersededIn > recordedIn),",
            " CHECK (account <> '')", " CHECK (byName <> '')", "CREATE UNIQUE INDEX changeRecordedAt ON change(recordedAt);",
        ] {
            script = script.replacingOccurrences(of: rule, with: "")
        }
        return Migration(number: migration.number, name: migration.name, script: script)
    }

    private static func change(_ number: Int, at time: String, by name: String = "Ada", on connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO change (number, recordedAt, act, account, byName, organisation, reason)
            VALUES (\(number), \(time), 'registered', 'ada', \(name), '', '')
            """)
    }

    private static func version(
        _ id: String, _ from: String, _ to: String, recorded: Int, superseded: Int? = nil, on connection: Connection
    ) throws {
        try connection.insert(
            into: "trainee",
            columns: ["id", "givenName", "familyName", "isSynthetic", "sortName", "validFrom", "validTo", "recordedIn", "supersededIn"],
            rows: [
                [
                    .text(id), .text("Eva"), .text("Prøve"), .integer(1), .text("prove eva"), .text(from), .text(to),
                    .integer(Int64(recorded)),
                    superseded.sqlValue,
                ]
            ])
    }

    /// The names of the invariants that are broken once `plant` has been at work.
    private static func broken(_ engine: TestEngine, _ plant: @escaping @Sendable (Connection) throws -> Void) async throws -> [String: Int]
    {
        let database = try await engine.makeDatabase(migrations: careless)
        try await database.write { connection in
            try change(1, at: "2026-01-01T00:00:00.000000Z", on: connection)
            try change(2, at: "2026-01-02T00:00:00.000000Z", on: connection)
            try version("p1", "2020-01-01", "2021-01-01", recorded: 1, on: connection)
            // Neighbours, and two that were never known together.
            try version("p1", "2021-01-01", "9999-12-31", recorded: 1, superseded: 2, on: connection)
            try version("p1", "2021-01-01", "9999-12-31", recorded: 2, on: connection)
            try plant(connection)
        }
        let found = try await AlisApplication.verify(database).filter { $0.count > 0 }
        for result in found { #expect(!result.examples.isEmpty && result.examples.count <= RegisterVerifier.mostExamples) }
        return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.count) })
    }

    @Test(arguments: TestEngine.all)
    func `a sound register has nothing to show`(engine: TestEngine) async throws {
        #expect(try await Self.broken(engine) { _ in } == [:])
        let test = try await TestApplication.make(engine: engine)
        let results = try await AlisApplication.verify(test.database)
        #expect(RegisterVerifier.isSound(results), "\(results.filter { $0.count > 0 })")
    }

    @Test(arguments: TestEngine.all)
    func `overlapping versions are found`(engine: TestEngine) async throws {
        #expect(
            try await Self.broken(engine) {
                try Self.version("p1", "2020-06-01", "2020-07-01", recorded: 2, on: $0)
                for number in 0..<8 { try Self.version("q\(number)", "2020-01-01", "2020-07-01", recorded: 1, on: $0) }
                for number in 0..<8 { try Self.version("q\(number)", "2020-06-30", "2020-07-02", recorded: 2, on: $0) }
            } == ["overlap": 9])
    }

    @Test(arguments: TestEngine.all)
    func `empty periods, versions closed before they began and changes that are not there are found`(engine: TestEngine) async throws {
        #expect(try await Self.broken(engine) { try Self.version("p2", "2020-06-01", "2020-06-01", recorded: 1, on: $0) } == ["period": 1])
        #expect(
            try await Self.broken(engine) { try Self.version("p2", "2020-06-01", "2020-07-01", recorded: 2, superseded: 2, on: $0) }
                == ["superseded": 1])
        #expect(
            try await Self.broken(engine) { try Self.version("p2", "2020-06-01", "2020-07-01", recorded: 9, on: $0) } == ["recorded": 1])
        #expect(
            try await Self.broken(engine) { try Self.version("p2", "2020-06-01", "2020-07-01", recorded: 1, superseded: 9, on: $0) }
                == ["supersededBy": 1])
    }

    @Test(arguments: TestEngine.all)
    func `changes by nobody or out of order are found`(engine: TestEngine) async throws {
        #expect(
            try await Self.broken(engine) { try Self.change(3, at: "2026-01-03T00:00:00.000000Z", by: " ", on: $0) } == ["recorder": 1])
        #expect(try await Self.broken(engine) { try Self.change(3, at: "2026-01-02T00:00:00.000000Z", on: $0) } == ["order": 1])
    }

    @Test(arguments: TestEngine.all)
    func `things that belong to nothing are found, and more than a whole position is a warning`(engine: TestEngine) async throws {
        let found = try await Self.broken(engine) { connection in
            func add(_ table: String, _ columns: String, _ values: [SQLValue]) throws {
                let names = columns.split(separator: " ").map(String.init) + ["validFrom", "validTo", "recordedIn"]
                try connection.insert(
                    into: table, columns: names, rows: [values + [.text("2024-01-01"), .text("9999-12-31"), .integer(1)]])
            }
            for (id, trainee) in [("t1", "p1"), ("t2", "nobody")] {
                try add(
                    "training", "id trainee specialty scheme standing",
                    [.text(id), .text(trainee), .text("generalPractice"), .text("new"), .text("active")])
            }
            try add("absence", "id training kind share", [.text("a1"), .text("nothing"), .text("leave"), .integer(5000)])
            try add("traineeMerge", "id duplicate kept", [.text("m1"), .text("p1"), .text("p1")])
            try add("traineeMerge", "id duplicate kept", [.text("m2"), .text("gone"), .text("p1")])
            for (id, percent) in [("e1", 6000), ("e2", 4001)] {
                try add(
                    "engagement", "id training municipality workplace form percent",
                    [.text(id), .text("t1"), .text("atlantis"), .text(""), .text("salaried"), .integer(Int64(percent))])
            }
        }
        #expect(found == ["trainee": 1, "training": 1, "merge": 2, "municipality": 2, "percent": 1])
    }

    @Test(arguments: TestEngine.all)
    func `most of this the schema itself refuses`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let plants: [@Sendable (Connection) throws -> Void] = [
            { try Self.version("p9", "2020-06-01", "2020-06-01", recorded: 1, on: $0) },
            { try Self.version("p9", "2020-06-01", "2020-07-01", recorded: 1, superseded: 1, on: $0) },
            { try Self.version("p9", "2020-06-01", "2020-07-01", recorded: 999_999, on: $0) },
            { try Self.version("p9", "2020-06-01", "2020-07-01", recorded: 1, superseded: 999_999, on: $0) },
            { try Self.change(999_999, at: "2099-01-03T00:00:00.000000Z", by: "", on: $0) },
        ]
        for plant in plants {
            await #expect(throws: StoreFailure.self) { try await test.database.write { try plant($0) } }
        }
    }
}
