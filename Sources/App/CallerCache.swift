import AlisDomain
import Synchronization

/// Who asks, with what stands around her pages.
struct Caller: Sendable {
    let session: Session
    let title: Text?
    /// What she reads when she has not said otherwise.
    let language: LanguageForm?
    let navigation: [NavigationItem]
    let canSearch: Bool
}

/// Callers already looked up in one state of the database, so that a page made anew asks for them once.
final class CallerCache: Sendable {
    private struct Contents {
        var generation: Generation?
        var callers: [String: Caller] = [:]
    }

    private let contents = Mutex(Contents())

    func find(_ token: String, in generation: Generation, at now: Instant) -> Caller? {
        contents.withLock { contents in
            guard contents.generation == generation, let caller = contents.callers[token] else { return nil }
            let session = caller.session
            guard now < min(session.endsAt, session.lastSeenAt.adding(seconds: SessionStore.touchSeconds)) else { return nil }
            return caller
        }
    }

    func keep(_ caller: Caller, of token: String, in generation: Generation) {
        contents.withLock { contents in
            if contents.generation != generation || contents.callers.count >= 1000 {
                contents.callers.removeAll(keepingCapacity: true)
                contents.generation = generation
            }
            contents.callers[token] = caller
        }
    }
}
