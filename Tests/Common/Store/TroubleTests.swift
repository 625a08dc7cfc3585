import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct TroubleTests {
    @Test(arguments: TestEngine.all)
    func `a read cannot write`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        await #expect(throws: StoreFailure.readOnly) {
            try await database.read { try $0.execute("INSERT INTO sample (number) VALUES (1)") }
        }
        #expect(try await StoreFixture.count(database) == 0)
    }

    @Test(arguments: TestEngine.all)
    func `a database that may not be written is told from other trouble`(engine: TestEngine) async throws {
        let address = try await engine.makeAddress(migrations: [StoreFixture.migration])
        let database = try engine.open(address)
        switch engine {
        case .sqlite:
            try await database.write { try $0.run(script: "PRAGMA query_only = ON") }
        case .postgres:
            let name = try await database.read { try $0.first("SELECT current_database()") { $0.text(0) } } ?? ""
            try await database.write { try $0.run(script: "ALTER DATABASE \(name) SET default_transaction_read_only = on") }
        }
        // A setting of PostgreSQL's holds from the next connection on.
        let later = engine == .sqlite ? database : try engine.open(address)
        await #expect(throws: StoreFailure.readOnly) { try await StoreFixture.add(1, to: later) }
        #expect(try await StoreFixture.count(later) == 0)
    }

    @Test(arguments: TestEngine.all)
    func `who waits too long for another writer is told that the database is busy`(engine: TestEngine) async throws {
        let address = try await engine.makeAddress(migrations: [StoreFixture.migration])
        let holder = try engine.open(address)
        let waiter = engine == .sqlite ? try Database.sqlite(path: address, busyTimeout: 0.1) : try engine.open(address)
        let (isHeld, mayGo) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let held: Void = holder.write { connection in
            try connection.serialiseWriters()
            try connection.execute("INSERT INTO sample (number) VALUES (1)")
            isHeld.signal()
            mayGo.wait()
        }
        // Waiting off the threads that run the tests.
        await withCheckedContinuation { done in
            DispatchQueue.global().async {
                isHeld.wait()
                done.resume()
            }
        }
        await #expect(throws: StoreFailure.busy) {
            try await waiter.write { connection in
                if engine == .postgres { try connection.run(script: "SET LOCAL lock_timeout = '100ms'") }
                try connection.serialiseWriters()
                try connection.execute("INSERT INTO sample (number) VALUES (2)")
            }
        }
        mayGo.signal()
        try await held
        try await StoreFixture.add(3, to: waiter)
        #expect(try await StoreFixture.count(holder) == 2)
    }

    @Test(arguments: TestEngine.all)
    func `a database that was closed says so`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        try await StoreFixture.add(1, to: database)
        await database.close()
        await #expect(throws: StoreFailure.unreachable("the database is closed")) { try await StoreFixture.count(database) }
        await #expect(throws: StoreFailure.unreachable("the database is closed")) { try await StoreFixture.add(2, to: database) }
    }

    @Test func `a full disk is told, nothing is half written, and reading goes on`() async throws {
        let database = try await StoreFixture.database(.sqlite)
        try await StoreFixture.add(1, to: database)
        try await database.write { try $0.run(script: "PRAGMA max_page_count = 20") }
        await #expect(throws: StoreFailure.full) {
            try await database.write { connection in
                try connection.insert(
                    into: "sample", columns: ["number", "word"],
                    rows: (2..<1000).map { [.integer($0), .text(String(repeating: "x", count: 1000))] })
            }
        }
        #expect(try await StoreFixture.count(database) == 1)
        try await database.write { try $0.run(script: "PRAGMA max_page_count = 100000") }
        try await StoreFixture.add(2, to: database)
    }

    @Test func `a file that is no database is told from other trouble`() async throws {
        let file = TestFolder.newPath()
        try Data("This is a letter, not a database. ".utf8 + [UInt8](repeating: 65, count: 8000)).write(to: URL(fileURLWithPath: file))
        let failure = #expect(throws: StoreFailure.self) { try Database.open(file) }
        guard case .damaged = failure else { throw TransactionTests.Refusal() }
        let missing = #expect(throws: StoreFailure.self) { try Database.open("/nowhere/at/all.sqlite") }
        guard case .damaged = missing else { throw TransactionTests.Refusal() }
    }

    @Test func `a program killed in the middle of writing has kept every write it was told of`() async throws {
        let path = try await TestEngine.sqlite.makeAddress(migrations: [StoreFixture.migration])
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let database = try Database.open(path)
            for number in 1...200 { try await StoreFixture.add(number, to: database) }
            // Killed inside a transaction that has written and not committed.
            try await database.write { connection in
                try connection.insert(into: "sample", columns: ["number"], rows: (1000..<20_000).map { [.integer($0)] })
                kill(getpid(), SIGKILL)
            }
        }
        let database = try Database.open(path)
        #expect(try await StoreFixture.count(database) == 200)
        #expect(try await database.read { try $0.first("PRAGMA integrity_check") { $0.text(0) } } == "ok")
    }
}
