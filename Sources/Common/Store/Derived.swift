import AlisDomain
import Synchronization

/// What is worked out from the whole register, as it was after one change.
package protocol UpToChange: Sendable {
    /// The newest change that is in it.
    var change: ChangeNumber { get }
}

/// Keeps something that is worked out from the whole database up to date with it, for as many as ask: counts, boards, indexes. `renew`
/// is handed what was kept last and gives what holds now, which may be the same. This is the one place where derived answers are renewed.
package actor Derived<Basis: Hashable & Sendable, Value: UpToChange> {
    package typealias Kept = (basis: Basis, value: Value)

    private struct Latest {
        var basis: Basis
        var value: Value
        /// The database's state in which it was found to hold.
        var generation: Generation?
    }

    private let database: Database
    private let renew: @Sendable (Kept?, Basis) async throws -> Value
    /// Behind a lock and not the actor's own: nearly every request finds it current, and need not stand in line.
    private nonisolated let latest = Mutex<Latest?>(nil)
    private var underway: (basis: Basis, generation: Generation, task: Task<Value, any Error>)?

    /// - Parameter renew: gives what holds on a basis, such as a day, from what was kept last; nil the first time.
    package init(of database: Database, renew: @escaping @Sendable (_ before: Kept?, _ basis: Basis) async throws -> Value) {
        self.database = database
        self.renew = renew
    }

    /// What holds now, or held in a state of the database that the request has asked for already.
    package nonisolated func current(for basis: Basis, in generation: Generation? = nil) async throws -> Value {
        // Asked before reading, so that what is committed meanwhile is read next time.
        var now = generation
        if now == nil { now = await database.generation() }
        if let known = known(for: basis, in: now) { return known }
        return try await renewed(for: basis, in: now)
    }

    /// What is kept, when it holds in a state of the database; nil is a state that cannot be told from others.
    package nonisolated func known(for basis: Basis, in now: Generation?) -> Value? {
        guard let now else { return nil }
        return latest.withLock { $0?.generation == now && $0?.basis == basis ? $0?.value : nil }
    }

    private func renewed(for basis: Basis, in now: Generation?) async throws -> Value {
        // Somebody who asked in the same state is having it made.
        if let now, let underway, underway.generation == now, underway.basis == basis { return try await underway.task.value }
        let before = latest.withLock { $0.map { (basis: $0.basis, value: $0.value) } }
        let task = Task { [renew] in try await renew(before, basis) }
        if let now { underway = (basis, now, task) }
        defer { if underway?.task == task { underway = nil } }
        let value = try await task.value
        latest.withLock { latest in
            // Another may have been made meanwhile, of a later state.
            if let latest, latest.basis == basis, latest.value.change > value.change { return }
            latest = Latest(basis: basis, value: value, generation: now)
        }
        return value
    }
}
