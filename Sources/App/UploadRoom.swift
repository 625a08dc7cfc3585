import AlisDomain
import Synchronization

/// Room for files on their way in: what they take of memory is bounded for everybody together, and nobody takes all of it.
final class UploadRoom: Sendable {
    /// How many large bodies are read at once.
    static let mostFiles = 4
    /// How many of them may be one sender's.
    static let mostOfOne = 2

    private let senders = Mutex<[String: Int]>([:])

    /// Takes a place for one file of `sender`'s. Throws when there is none; the place must be left again.
    func enter(_ sender: String) throws {
        let isAllowed = senders.withLock { senders in
            guard senders[sender, default: 0] < Self.mostOfOne, senders.values.reduce(0, +) < Self.mostFiles else { return false }
            senders[sender, default: 0] += 1
            return true
        }
        guard isAllowed else { throw PageRefusal.tooManyFiles }
    }

    func leave(_ sender: String) {
        senders.withLock { senders in
            let count = senders[sender, default: 0] - 1
            senders[sender] = count > 0 ? count : nil
        }
    }
}
