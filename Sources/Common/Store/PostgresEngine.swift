import CPQ
import Foundation

/// A PostgreSQL database (libpq): one lane of connections for reading, one for writing.
///
/// Reads see one snapshot (REPEATABLE READ). Writes run at READ COMMITTED: those that build on what they read take
/// `serialiseWriters` first, and then every statement sees all that was committed before.
final class PostgresEngine: Sendable {
    private let readers: PostgresLane
    private let writers: PostgresLane
    /// The connection's settings as the environment variables that PostgreSQL's own programs read.
    private let environment: [String: String]

    init(_ connectionString: String, connections: Int) throws {
        guard let environment = Self.environment(of: connectionString) else {
            // Not its text: it may hold a password.
            throw StoreFailure.other("the address is no PostgreSQL connection string")
        }
        self.environment = environment
        let forWriting = max(1, connections / 4)
        readers = PostgresLane(connectionString, connections: max(1, connections - forWriting), isReading: true)
        writers = PostgresLane(connectionString, connections: forWriting, isReading: false)
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T { try await readers.run(body) }

    func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T { try await writers.run(body) }

    func close() async {
        await readers.close()
        await writers.close()
    }

    /// Copies the database to an archive for `pg_restore`, by the server's own program.
    func backup(to path: String) async throws {
        guard let program = Self.dumpProgram else {
            throw StoreFailure.other("pg_dump is not installed: it is in the package postgresql-client")
        }
        // Settings go by the environment, for everyone can read a program's arguments.
        let environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global().async {
                done.resume(
                    with: Result {
                        let process = Process()
                        process.executableURL = URL(fileURLWithPath: program)
                        process.arguments = ["--format=custom", "--no-password", "--file=\(path)"]
                        process.environment = environment
                        let errors = Pipe()
                        process.standardError = errors
                        try process.run()
                        let message = try errors.fileHandleForReading.readToEnd() ?? Data()
                        process.waitUntilExit()
                        guard process.terminationStatus == 0 else {
                            throw StoreFailure.other("pg_dump: \(String(decoding: message, as: UTF8.self))")
                        }
                    })
            }
        }
    }

    /// The newest `pg_dump` here, for an older one does not read a newer server.
    private static var dumpProgram: String? {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        let newestFirst = versions.compactMap(Int.init).sorted(by: >).map { "/usr/lib/postgresql/\($0)/bin" }
        let path = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
        return (newestFirst + path).map { "\($0)/pg_dump" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The settings in a connection string; nil when it is none.
    private static func environment(of connectionString: String) -> [String: String]? {
        guard let options = PQconninfoParse(connectionString, nil) else { return nil }
        defer { PQconninfoFree(options) }
        var settings: [String: String] = [:]
        var option = options
        while option.pointee.keyword != nil {
            if let name = option.pointee.envvar, let value = option.pointee.val {
                settings[String(cString: name)] = String(cString: value)
            }
            option += 1
        }
        return settings
    }
}
