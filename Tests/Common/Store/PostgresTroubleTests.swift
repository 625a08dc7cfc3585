import AlisDomain
import Foundation
import Testing

@testable import Alis

/// What only a server can do to its clients. Each test has PostgreSQL alone where the others share one.
@Suite(.enabled(if: TestEngine.all.contains(.postgres))) struct PostgresTroubleTests {
    @Test func `a server that is restarted is found again without a restart of ours`() async throws {
        let server = try PostgresServer()
        let database = try Database.postgres(server.address(), connections: 2)
        try await Migrator([StoreFixture.migration]).run(on: database, at: Instant(microseconds: 0))
        try await StoreFixture.add(1, to: database)
        #expect(try await StoreFixture.count(database) == 1)

        try server.stop()
        try server.start()
        // The first call after it notices the lost connection and makes a new one by itself.
        #expect(try await StoreFixture.count(database) == 1)
        try await StoreFixture.add(2, to: database)

        try server.stop()
        for _ in 0..<2 {
            let failure = await #expect(throws: StoreFailure.self) { try await StoreFixture.add(3, to: database) }
            guard case .unreachable = failure else { throw TransactionTests.Refusal() }
        }
        try server.start()
        try await StoreFixture.add(3, to: database)

        // Stopped in the middle of a transaction: told, and nothing of it was written.
        let failure = await #expect(throws: StoreFailure.self) {
            try await database.write { connection in
                try connection.execute("INSERT INTO sample (number) VALUES (4)")
                try server.stop()
                try connection.execute("INSERT INTO sample (number) VALUES (5)")
            }
        }
        guard case .unreachable = failure else { throw TransactionTests.Refusal() }
        try server.start()
        #expect(try await StoreFixture.count(database) == 3)
        try server.stop()
    }

    @Test func `a server that is killed has kept every write it confirmed`() async throws {
        let server = try PostgresServer()
        let database = try Database.postgres(server.address(), connections: 2)
        try await Migrator([StoreFixture.migration]).run(on: database, at: Instant(microseconds: 0))
        for number in 1...100 { try await StoreFixture.add(number, to: database) }
        try server.stop(mode: "immediate")
        try server.start()
        #expect(try await StoreFixture.count(database) == 100)
        try server.stop()
    }

    @Test func `connections that were closed while idle are made again`() async throws {
        let database = try await StoreFixture.database(.postgres)
        let other = try Database.postgres(try PostgresServer.shared().address(), connections: 2)
        let ends: @Sendable (Connection) throws -> Int = { try $0.count("SELECT pg_backend_pid()") }
        for number in 1...3 {
            let pids = [try await database.read(ends), try await database.write(ends)]
            try await other.write { try $0.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid IN (\(list: pids))") }
            try await StoreFixture.add(number, to: database)
            #expect(try await StoreFixture.count(database) == number)
        }
    }

    @Test func `a connection lost during the commit leaves the outcome uncertain, and that is said`() async throws {
        let database = try await StoreFixture.database(.postgres)
        try await database.write { connection in
            try connection.run(
                script: """
                    CREATE FUNCTION hangUp() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5); RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER hangUp AFTER INSERT ON sample DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION hangUp();
                    """)
        }
        let failure = await #expect(throws: StoreFailure.self) { try await StoreFixture.add(1, to: database) }
        guard case .uncertain = failure else { throw TransactionTests.Refusal() }
        #expect(try await StoreFixture.count(database) == 0)
    }

    @Test func `a transaction that the server asks to repeat is repeated from its start`() async throws {
        let database = try await StoreFixture.database(.postgres)
        // A sequence keeps counting when its transaction is undone.
        try await database.write { try $0.run(script: "CREATE SEQUENCE tries") }
        let tries = try await database.write { connection in
            let number = try connection.count("SELECT nextval('tries')")
            try connection.execute("INSERT INTO sample (number) VALUES (\(number))")
            if number < 3 { try Self.raise("40001", on: connection) }
            return number
        }
        #expect(tries == 3)
        #expect(try await StoreFixture.count(database) == 1)
        await #expect(throws: StoreFailure.busy) { try await database.write { try Self.raise("40P01", on: $0) } }
    }

    @Test func `the server's codes become what a person can act on`() async throws {
        let database = try await StoreFixture.database(.postgres)
        let expected: [String: StoreFailure] = [
            "53100": .full, "25006": .readOnly, "55P03": .busy, "57P03": .unreachable("raised"), "XX001": .damaged("raised"),
        ]
        for (state, failure) in expected {
            await #expect(throws: failure) { try await database.write { try Self.raise(state, on: $0) } }
        }
        #expect(try await StoreFixture.count(database) == 0)
    }

    @Test func `a server that is not there is unreachable, an address that is none is refused without repeating it`() async throws {
        let database = try Database.open("postgresql:///x?host=/nowhere")
        let failure = await #expect(throws: StoreFailure.self) { try await StoreFixture.count(database) }
        guard case .unreachable = failure else { throw TransactionTests.Refusal() }
        #expect(throws: StoreFailure.other("the address is no PostgreSQL connection string")) {
            try Database.open("postgres://u:secret@h/x?y=1")
        }
    }

    @Test func `a table that changes under prepared statements does not disturb anyone`() async throws {
        let database = try await StoreFixture.database(.postgres)
        let columns: @Sendable (Connection) throws -> Int = { connection in
            try connection.first("SELECT * FROM place WHERE code = '1'") { $0.optionalText(2) == nil ? 2 : 3 } ?? 0
        }
        try await database.write { try $0.execute("INSERT INTO place (code, placeName) VALUES ('1', 'Vadsø')") }
        #expect(try await database.read(columns) == 2)
        try await database.write { try $0.run(script: "ALTER TABLE place ADD COLUMN note TEXT DEFAULT 'x'") }
        #expect(try await database.read(columns) == 3)
    }

    private static func raise(_ state: String, on connection: Connection) throws {
        try connection.run(script: "DO $$ BEGIN RAISE EXCEPTION 'raised' USING ERRCODE = '\(state)'; END $$")
    }
}
