/// How long whoever asks something of the database is kept waiting by others, counted from the request's arrival: those who wait for the
/// same thing must not wait for one another in turn. Whoever waits in vain is told that the database is busy.
package struct Patience: Sendable {
    /// For a lock that keeps readers out.
    package var reading: Duration
    /// For other writers, and for a connection to the server.
    package var writing: Duration
    /// What each attempt may wait however long ago the request came: one that took long to work out is not refused for nothing.
    package var least: Duration

    /// Of somebody who waits for a page.
    package static let request = Patience(reading: .milliseconds(1500), writing: .seconds(5), least: .milliseconds(250))
    /// Of what can as well be done another time.
    package static let none = Patience(reading: .zero, writing: .zero, least: .zero)

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
        let patience = waiting.patience
        return max(waiting.since + (isWriting ? patience.writing : patience.reading), .now + patience.least)
    }
}
