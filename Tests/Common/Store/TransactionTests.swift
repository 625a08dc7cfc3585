import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct TransactionTests {
    struct Refusal: Error, Equatable {}

    @Test(arguments: TestEngine.all)
    func `what is written is undone when the body throws`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        await #expect(throws: Refusal.self) {
            try await database.write { connection in
                #expect(try connection.execute("INSERT INTO sample (number) VALUES (1), (2)") == 2)
                #expect(try connection.execute("UPDATE sample SET word = 'a' WHERE number = 3") == 0)
                #expect(try connection.execute("SELECT number FROM sample") == 0)
                throw Refusal()
            }
        }
        #expect(try await StoreFixture.count(database) == 0)
    }

    @Test(arguments: TestEngine.all)
    func `a failed statement dooms its transaction even when the error is caught`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        await #expect(throws: StoreFailure.constraint(name: "sample.number")) {
            try await database.write { connection in
                try connection.execute("INSERT INTO sample (number) VALUES (1)")
                _ = try? connection.execute("INSERT INTO sample (number) VALUES (1)")
                _ = try? connection.execute("INSERT INTO sample (number) VALUES (2)")
            }
        }
        #expect(try await StoreFixture.count(database) == 0)
    }

    @Test(arguments: TestEngine.all)
    func `an attempt that fails is undone alone`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        try await database.write { connection in
            try connection.attempt { try connection.execute("INSERT INTO sample (number) VALUES (1)") }
            #expect(throws: StoreFailure.constraint(name: "sample.number")) {
                try connection.attempt {
                    try connection.execute("INSERT INTO sample (number) VALUES (2)")
                    try connection.execute("INSERT INTO sample (number) VALUES (1)")
                }
            }
            try connection.execute("INSERT INTO sample (number) VALUES (3)")
        }
        #expect(try await database.read { try $0.rows("SELECT number FROM sample ORDER BY number") { $0.int(0) } } == [1, 3])
    }

    @Test(arguments: TestEngine.all)
    func `each broken rule is named alike on both engines`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        try await database.write { try $0.execute("INSERT INTO place (code, placeName) VALUES ('0301', 'Oslo')") }
        let broken: [(SQL, String)] = [
            ("INSERT INTO place (code, placeName) VALUES ('0301', 'Bergen')", "place.code"),
            ("INSERT INTO place (code, placeName) VALUES ('4601', 'Oslo')", "place.placeName"),
            ("INSERT INTO place (code) VALUES ('4601')", "place.placeName"),
            ("INSERT INTO sample (number, share) VALUES (1, -1.5)", "sampleShare"),
            ("INSERT INTO sample (number, place) VALUES (1, '9999')", "foreign key"),
        ]
        for (statement, name) in broken {
            let failure = await #expect(throws: StoreFailure.self) { try await database.write { try $0.execute(statement) } }
            #expect(failure?.isConstraint(name) == true, "\(String(describing: failure))")
        }
        let bulk = await #expect(throws: StoreFailure.self) {
            try await database.write {
                try $0.insert(into: "place", columns: ["code", "placeName"], rows: [[.text("0301"), .text("Bergen")]])
            }
        }
        #expect(bulk?.isConstraint("place.code") == true)
    }

    @Test(arguments: TestEngine.all)
    func `a read sees one snapshot while others write`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        try await StoreFixture.add(1, to: database)
        let (hasRead, hasWritten) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let counts = database.read { connection in
            let before = try connection.count("SELECT COUNT(*) FROM sample")
            hasRead.signal()
            hasWritten.wait()
            return [before, try connection.count("SELECT COUNT(*) FROM sample")]
        }
        try await database.write { connection in
            hasRead.wait()
            try connection.execute("INSERT INTO sample (number) VALUES (2)")
        }
        hasWritten.signal()
        #expect(try await counts == [1, 1])
        #expect(try await StoreFixture.count(database) == 2)
    }

    @Test(arguments: TestEngine.all)
    func `writers of two programs come one after the other and lose nothing`(engine: TestEngine) async throws {
        let address = try await engine.makeAddress(migrations: [StoreFixture.migration])
        let programs = [try engine.open(address), try engine.open(address)]
        try await StoreFixture.add(0, to: programs[0])
        try await withThrowingTaskGroup { group in
            for index in 0..<60 {
                group.addTask {
                    try await programs[index % 2].write { connection in
                        try connection.serialiseWriters()
                        let last = try connection.count("SELECT MAX(number) FROM sample")
                        try connection.execute("INSERT INTO sample (number) VALUES (\(last + 1))")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await programs[1].read { try $0.count("SELECT MAX(number) FROM sample") } == 60)
    }

    @Test(arguments: TestEngine.all)
    func `a query may run inside its own loop`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        try await database.write { try $0.execute("INSERT INTO sample (number) VALUES (1), (2), (3)") }
        let pairs = try await database.read { connection in
            let query: SQL = "SELECT number FROM sample ORDER BY number"
            return try connection.rows(query) { outer in try connection.rows(query) { $0.int(0) }.map { $0 * 10 }.count * outer.int(0) }
        }
        #expect(pairs == [3, 6, 9])
        #expect(try await database.read { try $0.first("SELECT number FROM sample ORDER BY number") { $0.int(0) } } == 1)
    }

    @Test(arguments: TestEngine.all)
    func `a hundred thousand rows go in at once`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        try await database.write { connection in
            let rows = (0..<100_000).lazy.map { [SQLValue.integer(Int64($0)), .text("række \($0)"), .real(Double($0) / 4), .null] }
            try connection.insert(into: "sample", columns: ["number", "word", "share", "bytes"], rows: rows)
        }
        let sums = try await database.read {
            try $0.first("SELECT COUNT(*), SUM(number), SUM(share), COUNT(bytes), COUNT(DISTINCT word) FROM sample") {
                [$0.int(0), $0.int(1), Int($0.real(2)), $0.int(3), $0.int(4)]
            }
        }
        #expect(sums == [100_000, 4_999_950_000, 1_249_987_500, 0, 100_000])
    }
}
