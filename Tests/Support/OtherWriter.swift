import Foundation
import Testing

@testable import Alis

/// Another program that has begun to write, and does not come to an end before it is let go.
final class OtherWriter: Sendable {
    private let database: Database
    private let mayGo: DispatchSemaphore
    private let writing: Task<Void, any Error>

    private init(_ database: Database, _ mayGo: DispatchSemaphore, _ writing: Task<Void, any Error>) {
        self.database = database
        self.mayGo = mayGo
        self.writing = writing
    }

    /// Returns once it holds the database.
    ///
    /// - Parameter readersOutOf: tables that nobody may read, as when somebody changes the schema by hand; on PostgreSQL.
    static func hold(_ engine: TestEngine, _ address: String, readersOutOf tables: [String] = []) async throws -> OtherWriter {
        let database = try engine.open(address)
        let (isHeld, held) = AsyncStream<Void>.makeStream()
        let writer = DispatchSemaphore(value: 0)
        let writing = Task {
            try await database.write { connection in
                try connection.serialiseWriters()
                // However busy the machine is: the server is not to end it before the test does.
                if engine == .postgres { try connection.run(script: "SET LOCAL idle_in_transaction_session_timeout = 0") }
                try connection.execute("UPDATE account SET name = name WHERE id = 'demo.jon'")
                for table in tables { try connection.run(script: "LOCK TABLE \(table) IN ACCESS EXCLUSIVE MODE") }
                held.yield()
                writer.wait()
            }
        }
        _ = await isHeld.first { _ in true }
        return OtherWriter(database, writer, writing)
    }

    func letGo() async throws {
        mayGo.signal()
        try await writing.value
        await database.close()
    }
}

/// Another program that holds the locks beside a SQLite log, as one that copies files with locks, or was stopped in the middle, may do.
final class OtherFileLock {
    private let descriptor: Int32

    /// - Parameter address: the database's path.
    init(beside address: String) throws {
        descriptor = open(address + "-shm", O_RDWR | O_CLOEXEC)
        try #require(descriptor >= 0)
        // All of SQLite's locks there. Of the open file and not of the process, which is SQLite's own here (F_OFD_SETLK).
        var lock = flock(l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 120, l_len: 8, l_pid: 0)
        try #require(fcntl(descriptor, 37, &lock) == 0)
    }

    /// Lets go of them.
    deinit { close(descriptor) }
}
