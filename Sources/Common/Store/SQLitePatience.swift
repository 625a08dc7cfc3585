import Foundation
import GRDBSQLite

/// How SQLite waits for another program's lock: until the deadline of whoever waits, and no longer.
enum SQLitePatience {
    /// Until when what runs now may wait; nil where nobody waits for a page.
    @TaskLocal static var deadline: ContinuousClock.Instant?

    /// Waits a little for another program's lock, longer each time; gives whether to try again.
    static func mayTryAgain(after tries: Int, _ busyTimeout: TimeInterval) -> Bool {
        let pauses = [0.001, 0.002, 0.005, 0.01, 0.015, 0.02, 0.025]
        let pause = tries < pauses.count ? pauses[tries] : 0.05
        if deadline != nil { return sleep(pause) }
        let waited = pauses.prefix(tries).reduce(0, +) + 0.05 * Double(max(0, tries - pauses.count))
        return waited < busyTimeout && sleep(pause)
    }

    /// Sees to it that SQLite's own pauses end at the deadline too. While somebody holds the locks beside its log it tries again a hundred
    /// times over ten seconds, and asks nobody (`walTryBeginRead`); how it sleeps is a part of how it reaches files, which may be another.
    static func install() { _ = installed }

    private static let installed: Bool = {
        guard let system = sqlite3_vfs_find(nil) else { return false }
        // Kept as long as the program runs, as SQLite asks.
        let own = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        own.initialize(to: system.pointee)
        own.pointee.zName = UnsafePointer(strdup("alis"))
        own.pointee.pNext = nil
        own.pointee.xSleep = { _, microseconds in
            SQLitePatience.sleep(Double(microseconds) / 1_000_000)
            return microseconds
        }
        return sqlite3_vfs_register(own, 1) == SQLITE_OK
    }()

    /// Sleeps, no longer than to the deadline; gives whether that has yet to come.
    @discardableResult
    private static func sleep(_ seconds: TimeInterval) -> Bool {
        let left = deadline.map { ContinuousClock.now.duration(to: $0) / .seconds(1) } ?? seconds
        guard left > 0 else { return false }
        Thread.sleep(forTimeInterval: min(seconds, left))
        return true
    }
}
