import AlisDomain
import Logging

/// What comes from outside and is passed in, so that tests can decide it: the clock, randomness, the log.
package struct Surroundings: Sendable {
    package var now: @Sendable () -> Instant
    /// A new identity, from the system's secure randomness.
    package var newID: @Sendable () -> RecordID
    package var logger: Logger

    package init(now: @escaping @Sendable () -> Instant, newID: @escaping @Sendable () -> RecordID, logger: Logger) {
        self.now = now
        self.newID = newID
        self.logger = logger
    }

    /// Tells whoever runs the server that something is wrong which a page has already told its reader.
    package func report(_ trouble: String) { logger.error("\(trouble)") }

    /// A secret for sessions, links and form marks: 256 random bits as 52 letters and digits.
    package func newSecret() -> String { newID().text + newID().text }
}
