import AlisDomain
import Synchronization

/// How often a secret may be guessed wrong from one place. What is right is never counted and never held up: many may sign in from behind
/// one address, and nobody can shut them out by guessing there. That a guess is right is what the secrets' 256 bits see to.
///
/// Kept in memory, so that nobody can make the server store anything by guessing; each server counts for itself.
package final class SignInLimit: Sendable {
    /// So many wrong guesses are told that they are wrong; those after them are turned away until the time is over.
    package static let attempts = 30
    package static let minutes = 10
    /// The places remembered at once; when there are more, those remembered longest are forgotten.
    static let mostPlaces = 10_000

    private struct Count {
        let since: Instant
        let failures: Int
    }

    private let counts = Mutex<[String: Count]>([:])

    package init() {}

    /// Counts one wrong guess from `place`; throws when there have been too many.
    package func fail(_ place: String, at now: Instant) throws {
        let isTooMany = counts.withLock { counts in
            let count = counts[place].flatMap { Self.isCurrent($0, at: now) ? $0 : nil } ?? Count(since: now, failures: 0)
            if count.failures >= Self.attempts { return true }
            if counts[place] == nil, counts.count >= Self.mostPlaces { Self.forget(&counts, at: now) }
            counts[place] = Count(since: count.since, failures: count.failures + 1)
            return false
        }
        if isTooMany { throw PageRefusal.tooManyAttempts(minutes: Self.minutes) }
    }

    private static func isCurrent(_ count: Count, at now: Instant) -> Bool {
        now < count.since.adding(seconds: Int64(minutes * 60))
    }

    private static func forget(_ counts: inout [String: Count], at now: Instant) {
        counts = counts.filter { isCurrent($0.value, at: now) }
        guard counts.count >= mostPlaces else { return }
        for (place, _) in counts.sorted(by: { $0.value.since < $1.value.since }).prefix(mostPlaces / 2) { counts[place] = nil }
    }
}
