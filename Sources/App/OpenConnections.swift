import Foundation
import NIOCore
import Synchronization

/// The connections that are open. There is always room for one more: of too many, the one that has been silent the longest goes.
final class OpenConnections: Sendable {
    /// One of them, as its own thread keeps it up to date.
    final class Place: Sendable {
        fileprivate let channel: any Channel
        private let state: Mutex<(isBusy: Bool, heard: NIODeadline)>

        fileprivate init(_ channel: any Channel, _ now: NIODeadline) {
            self.channel = channel
            state = Mutex((false, now))
        }

        /// - Parameter isBusy: whether it is the server's turn: a whole request has come, and its answer has not begun.
        func note(isBusy: Bool, heard: NIODeadline) { state.withLock { $0 = (isBusy, heard) } }

        /// When it last sent something, or took something of an answer; nil when it is the server's turn.
        fileprivate var silentSince: NIODeadline? { state.withLock { $0.isBusy ? nil : $0.heard } }
    }

    /// The most that are open at once; a little more are taken before others have closed.
    let most: Int
    static let spare = 16
    /// No server needs more.
    private static let highest = 1000
    /// Descriptors for the database, for files and for the threads that serve, beside two for each processor.
    private static let others = 64

    private let places = Mutex<[ObjectIdentifier: Place]>([:])

    init(most: Int = OpenConnections.fitting) { self.most = most }

    /// As many as the system lets the program have open.
    static var fitting: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 100 }
        let descriptors = Int(min(limit.rlim_cur, 1_000_000))
        return max(16, min(highest, descriptors - others - spare - 4 * System.coreCount))
    }

    func open(_ channel: any Channel, at now: NIODeadline) -> Place {
        let place = Place(channel, now)
        let silent = places.withLock { places -> Place? in
            places[ObjectIdentifier(place)] = place
            guard places.count > most else { return nil }
            let others = places.values.compactMap { other in other === place ? nil : other.silentSince.map { (other, $0) } }
            guard let silent = others.min(by: { $0.1 < $1.1 })?.0 else { return nil }
            places[ObjectIdentifier(silent)] = nil
            return silent
        }
        silent?.channel.close(promise: nil)
        return place
    }

    func close(_ place: Place) { places.withLock { $0[ObjectIdentifier(place)] = nil } }

    var count: Int { places.withLock { $0.count } }
}
