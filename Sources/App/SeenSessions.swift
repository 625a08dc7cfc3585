import AlisDomain
import Synchronization

/// Writes down which sessions are in use, beside the answers and never ahead of one: what cannot be written at once is noted again with
/// the session's next request.
final class SeenSessions: Sendable {
    private struct Contents {
        var unwritten: [String: Instant] = [:]
        var writing: Task<Void, Never>?
    }

    /// As many as are noted at once.
    private static let most = 1000

    private let database: Database
    private let contents = Mutex(Contents())

    init(database: Database) { self.database = database }

    func note(_ session: Session, at now: Instant) {
        contents.withLock { contents in
            guard contents.unwritten.count < Self.most else { return }
            contents.unwritten[session.tokenHash] = now
            if contents.writing == nil { contents.writing = Task { await write() } }
        }
    }

    private func write() async {
        while let seen = take() {
            try? await Patience.none.whileWaiting {
                try await database.write { connection in
                    for (hash, instant) in seen { try SessionStore.touch(tokenHash: hash, at: instant, on: connection) }
                }
            }
        }
    }

    private func take() -> [String: Instant]? {
        contents.withLock { contents in
            if contents.unwritten.isEmpty {
                contents.writing = nil
                return nil
            }
            defer { contents.unwritten = [:] }
            return contents.unwritten
        }
    }

    /// Returns when nothing noted is left to write.
    func settle() async { while let writing = contents.withLock({ $0.writing }) { await writing.value } }
}
