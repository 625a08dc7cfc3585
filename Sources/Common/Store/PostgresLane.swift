import Foundation
import NIOPosix

/// Threads with a connection each: PostgreSQL's C library waits, and must not wait on the threads that serve requests.
final class PostgresLane: @unchecked Sendable {
    private let connectionString: String
    private let isReading: Bool
    private let threads: NIOThreadPool
    /// In front of the threads: what has begun to wait for one of them cannot give up.
    private let line: WaitingLine
    private let lock = NSLock()
    /// Sessions not in use, under `lock`. There are never more than threads.
    private var idle: [PostgresSession] = []
    /// When a lock last kept a reader out, under `lock`.
    private var lockedAt: ContinuousClock.Instant?

    init(_ connectionString: String, connections: Int, isReading: Bool) {
        self.connectionString = connectionString
        self.isReading = isReading
        line = WaitingLine(places: connections)
        threads = NIOThreadPool(numberOfThreads: connections)
        threads.start()
    }

    deinit { threads.shutdownGracefully { _ in } }

    func run<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        let deadline = Patience.deadline(isWriting: !isReading)
        // Readers ahead that only take their time are no lock; those that a lock keeps out are.
        try await line.enter(
            until: Patience.deadline(isWriting: true), orOnly: isReading ? deadline.map { (until: $0, when: isLocked) } : nil)
        defer { line.leave() }
        do {
            return try await threads.runIfActive { try self.transaction(body, deadline) }
        } catch let error as PostgresFailure {
            throw error.failure
        } catch is CancellationError where !Task.isCancelled {
            // What the thread pool says when it has been shut down.
            throw StoreFailure.unreachable("the database is closed")
        } catch is NIOThreadPoolError.ThreadPoolInactive {
            throw StoreFailure.unreachable("the database is closed")
        }
    }

    func close() async {
        try? await threads.shutdownGracefully()
        lock.withLock { idle = [] }
    }

    /// Runs `body` in a transaction, again from the start when the server asks for that, a few times, and as long as a reader may wait
    /// for a lock.
    private func transaction<T>(_ body: (Connection) throws -> T, _ deadline: ContinuousClock.Instant?) throws -> T {
        var pauses = [0.005, 0.02, 0.05, 0.1][...]
        while true {
            do {
                return try attempt(body, deadline)
            } catch let failed as Failed {
                if isReading, failed.cause.isLock {
                    lock.withLock { lockedAt = .now }
                    if let deadline, .now < deadline { continue }
                }
                guard failed.cause.isWorthRepeating, let pause = pauses.popFirst() else { throw failed.error }
                Thread.sleep(forTimeInterval: pause * Double.random(in: 0.5...1.5))
            }
        }
    }

    /// Whether a lock keeps readers out now, as far as those who have tried can tell.
    @Sendable private func isLocked() -> Bool {
        lock.withLock { lockedAt.map { $0.duration(to: .now) < .seconds(1) } ?? false }
    }

    /// What the server ended a transaction with, and what its body threw for it.
    private struct Failed: Error {
        let cause: PostgresFailure
        let error: any Error
    }

    private func attempt<T>(_ body: (Connection) throws -> T, _ deadline: ContinuousClock.Instant?) throws -> T {
        let session = try begun(deadline)
        let transaction = PostgresTransaction(session)
        do {
            let value = try body(Connection(engine: .postgres(transaction)))
            if let failure = transaction.failure { throw failure }
            if isReading { session.commitWithoutWaiting() } else { try session.commit() }
            giveBack(session)
            return value
        } catch {
            let cause = error as? PostgresFailure ?? transaction.cause
            if session.rollBack(), cause?.spoilsSession != true { giveBack(session) }
            // A failure that was caught and put right inside the body is no longer what ended the transaction.
            let isCause = error is PostgresFailure || transaction.failure != nil
            guard isCause, let cause else { throw error }
            throw Failed(cause: cause, error: error)
        }
    }

    /// A session with a transaction begun. One that has lain idle may have lost its server: then a new one is made.
    private func begun(_ deadline: ContinuousClock.Instant?) throws -> PostgresSession {
        while let session = lock.withLock({ idle.popLast() }) {
            if (try? session.begin(isReading: isReading, until: deadline)) != nil { return session }
        }
        let session = try PostgresSession(connectionString)
        try session.begin(isReading: isReading, until: deadline)
        return session
    }

    private func giveBack(_ session: PostgresSession) { lock.withLock { idle.append(session) } }
}
