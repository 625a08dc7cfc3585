import Synchronization

/// Answers worked out from one state of what they were asked of, each once. Gone when the state is another, so never stale; bounded:
/// when it is full, it begins anew.
package final class Answers<State: Equatable & Sendable, Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Contents {
        var state: State?
        var made: [Key: Value] = [:]
    }

    private let contents = Mutex(Contents())
    private let most: Int

    package init(atMost most: Int) { self.most = most }

    package func find(_ key: Key, in state: State) -> Value? {
        contents.withLock { $0.state == state ? $0.made[key] : nil }
    }

    package func keep(_ value: Value, for key: Key, in state: State) {
        contents.withLock { contents in
            if contents.state != state || contents.made.count >= most { contents = Contents(state: state) }
            contents.made[key] = value
        }
    }

    /// What is kept, else what `make` makes, kept from now on. Made outside the lock: two may make the same at once.
    package func answer(_ key: Key, in state: State, _ make: () throws -> Value) rethrows -> Value {
        if let known = find(key, in: state) { return known }
        let made = try make()
        keep(made, for: key, in: state)
        return made
    }
}

/// The state of what never changes.
package enum Unchanging: Sendable { case always }

extension Answers where State == Unchanging {
    /// The same of what never changes.
    func answer(_ key: Key, _ make: () throws -> Value) rethrows -> Value { try answer(key, in: .always, make) }
}
