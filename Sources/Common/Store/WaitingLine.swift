import Synchronization

/// Where those wait who want something of which there is too little, in order, each no longer than she may.
final class WaitingLine: Sendable {
    private struct State {
        var free: Int
        var number: UInt64 = 0
        var waiting: [(number: UInt64, turn: CheckedContinuation<Bool, Never>)] = []
    }

    private let state: Mutex<State>

    /// - Parameter places: how many may have their turn at once.
    init(places: Int) { state = Mutex(State(free: places)) }

    /// Returns when it is one's turn, which must be left again. Throws `busy` when it has not come by the deadline.
    ///
    /// - Parameter hold: until when to wait at all while those ahead are held up themselves, and whether they are.
    func enter(
        until deadline: ContinuousClock.Instant?, orOnly hold: (until: ContinuousClock.Instant, when: @Sendable () -> Bool)? = nil
    ) async throws {
        let hasTurn = await withCheckedContinuation { turn in
            let number = state.withLock { state -> UInt64? in
                guard state.free == 0 else {
                    state.free -= 1
                    return nil
                }
                state.number += 1
                state.waiting.append((state.number, turn))
                return state.number
            }
            guard let number else { return turn.resume(returning: true) }
            guard let deadline else { return }
            Task {
                var look = hold?.until ?? deadline
                while let hold, look < deadline {
                    try? await Task.sleep(until: look, clock: .continuous)
                    if hold.when() { return giveUp(number) }
                    look += .milliseconds(250)
                }
                try? await Task.sleep(until: deadline, clock: .continuous)
                giveUp(number)
            }
        }
        if !hasTurn { throw StoreFailure.busy }
    }

    func leave() {
        let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst().turn }
            state.free += 1
            return nil
        }
        next?.resume(returning: true)
    }

    /// How many wait.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    private func giveUp(_ number: UInt64) {
        let gone = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0).turn }
        }
        gone?.resume(returning: false)
    }
}
