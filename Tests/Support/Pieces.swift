import NIOCore
import Synchronization

/// A body that comes in pieces, as a slow or malicious sender's does; tells how many were taken.
final class Pieces: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    struct BrokenOff: Error {}

    final class Count: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock { $0 } }
        func add() -> Int {
            count.withLock { count in
                count += 1; return count
            }
        }
    }

    /// Holds up every body that has reached its second piece until it is opened.
    actor Gate {
        private var isOpen = false
        private var arrivals = 0
        private var (held, watchers): ([CheckedContinuation<Void, Never>], [CheckedContinuation<Void, Never>]) = ([], [])

        fileprivate func pass() async {
            arrivals += 1
            if !watchers.isEmpty {
                arrivals -= 1
                watchers.removeFirst().resume()
            }
            if !isOpen { await withCheckedContinuation { held.append($0) } }
        }

        /// Returns when one more body is held up.
        func isReached() async {
            if arrivals > 0 { arrivals -= 1 } else { await withCheckedContinuation { watchers.append($0) } }
        }

        func open() {
            isOpen = true
            held.forEach { $0.resume() }
            held = []
        }
    }

    let taken = Count()
    private let piece: ByteBuffer
    private let count: Int
    private let breaksOff: Bool
    private let gate: Gate?

    init(piece: ByteBuffer, count: Int, breaksOff: Bool = false, gate: Gate? = nil) {
        self.piece = piece
        self.count = count
        self.breaksOff = breaksOff
        self.gate = gate
    }

    struct AsyncIterator: AsyncIteratorProtocol {
        let pieces: Pieces

        mutating func next() async throws -> ByteBuffer? {
            let number = pieces.taken.add()
            if number == 2 { await pieces.gate?.pass() }
            if number <= pieces.count { return pieces.piece }
            if pieces.breaksOff { throw BrokenOff() }
            return nil
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(pieces: self) }
}
