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
        // Readers ahead that only take their time are no lock.
        try await line.enter(until: Patience.deadline(isWriting: true))
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

    /// Runs `body` in a transaction, again from the start when the server asks for that, a few times.
    private func transaction<T>(_ body: (Connection) throws -> T, _ deadline: ContinuousClock.Instant?) throws -> T {
        for pause in [0.005, 0.02, 0.05, 0.1] {
            if let value = try attempt(body, deadline, isLast: false) { return value }
            Thread.sleep(forTimeInterval: pause * Double.random(in: 0.5...1.5))
        }
        guard let value = try attempt(body, deadline, isLast: true) else { throw StoreFailure.busy }
        return value
    }

    /// The result of `body`; nil when it should run again.
    private func attempt<T>(_ body: (Connection) throws -> T, _ deadline: ContinuousClock.Instant?, isLast: Bool) throws -> T? {
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
            if !isLast, isCause, let cause, cause.isWorthRepeating { return nil }
            throw error
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
