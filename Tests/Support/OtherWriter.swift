import Foundation

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
    /// - Parameter keepingReadersOut: as somebody does who changes the schema by hand; on PostgreSQL.
    static func hold(_ engine: TestEngine, _ address: String, keepingReadersOut: Bool = false) async throws -> OtherWriter {
        let database = try engine.open(address)
        let (isHeld, held) = AsyncStream<Void>.makeStream()
        let writer = DispatchSemaphore(value: 0)
        let writing = Task {
            try await database.write { connection in
                try connection.serialiseWriters()
                // However busy the machine is: the server is not to end it before the test does.
                if engine == .postgres { try connection.run(script: "SET LOCAL idle_in_transaction_session_timeout = 0") }
                try connection.execute("UPDATE account SET name = name WHERE id = 'demo.jon'")
                if keepingReadersOut { try connection.run(script: "LOCK TABLE session IN ACCESS EXCLUSIVE MODE") }
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
