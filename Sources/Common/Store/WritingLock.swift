import Foundation

/// Who writes to a SQLite file (*skrivelås*): one process at a time, told by a lock on a file beside it. SQLite before 3.51.3 can lose a
/// committed transaction when a second process writes while the first moves its log into the file (a race between a checkpoint and a
/// commit, sqlite.org, release log of 3.51.3); within one process there is one writing connection, and no race.
///
/// The system lets go of the lock when the process ends, however it ends. The file stays, and says who had it last.
package final class WritingLock: Sendable {
    /// Another process has it; nil when it did not say which.
    package struct Taken: Error, Sendable { package let by: String? }

    private let descriptor: Int32

    /// - Parameters:
    ///   - path: the SQLite file; every name of the same file leads to the same lock.
    ///   - holder: what the one who is refused is told has it.
    package init(beside path: String, as holder: String) throws {
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path + ".writer"
        descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreFailure.readOnly }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let said = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
            close(descriptor)
            throw Taken(by: said.isEmpty ? nil : said.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        let text = Array("\(holder), process \(getpid())\n".utf8)
        // When this fails, who has it is only told worse.
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, text, text.count, 0) }
    }

    deinit { close(descriptor) }
}
