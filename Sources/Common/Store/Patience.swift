/// How long whoever asks something of the database is kept waiting by others, counted from the request's arrival: all that one request
/// asks for shares it, and those who wait for the same thing do not wait for one another in turn. Whoever waits in vain is told that the
/// database is busy.
package struct Patience: Sendable {
    /// For a lock that keeps readers out.
    package var reading: Duration
    /// For other writers, and for a connection to the server.
    package var writing: Duration
    /// What each attempt to write may wait however long ago the request came: one that took long to work out is not refused for nothing.
    package var least: Duration
    /// The same for reading. Next to nothing, for a page asks many times: only who changes how the tables lie keeps readers out for longer.
    private static let leastReading = Duration.milliseconds(5)

    /// Of somebody who waits for a page.
    package static let request = Patience(reading: .seconds(1), writing: .seconds(5), least: .milliseconds(250))
    /// Of what can as well be done another time.
    package static let none = Patience(reading: .zero, writing: .zero, least: .zero)

    /// How long an attempt may wait that begins so long after the request came.
    func left(isWriting: Bool, after gone: Duration) -> Duration {
        isWriting ? max(writing - gone, least) : max(reading - gone, min(least, Self.leastReading))
    }

    private struct Waiting {
        let patience: Patience
        let since: ContinuousClock.Instant
    }

    @TaskLocal private static var waiting: Waiting?

    /// Runs `body` for somebody whose waiting begins now.
    package func whileWaiting<Value>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Value
    ) async rethrows -> Value {
        try await Self.$waiting.withValue(Waiting(patience: self, since: .now), operation: body)
    }

    /// Until when an attempt that begins now may wait; nil when nobody waits, as at the terminal.
    static func deadline(isWriting: Bool) -> ContinuousClock.Instant? {
        guard let waiting else { return nil }
        let now = ContinuousClock.now
        return now + waiting.patience.left(isWriting: isWriting, after: waiting.since.duration(to: now))
    }
}
