import Foundation
import GRDB

/// Puts a backup in a database's place.
package enum SQLiteRestore {
    package enum Refusal: Error, Equatable {
        /// There is no such file.
        case noBackup
        /// The file is no database, or is damaged; in the engine's own words.
        case damaged(String)
        /// There is a database already.
        case isThere
        /// A program has the database open.
        case inUse
    }

    /// Makes `path` a copy of the backup `file`, once the copy has been found whole.
    ///
    /// The copy gets its name in one step, so that a fault half-way leaves what was there. What was there is kept beside it.
    ///
    /// - Returns: where the replaced database lies now; nil when there was none.
    package static func restore(
        _ file: String, to path: String, replacing: Bool, check: (Database) async throws -> Void
    ) async throws -> String? {
        let manager = FileManager.default
        guard manager.fileExists(atPath: file) else { throw Refusal.noBackup }
        let isThere = manager.fileExists(atPath: path)
        if isThere, !replacing { throw Refusal.isThere }
        let part = path + ".part"
        removeAll(part)
        defer { removeAll(part) }
        do {
            try manager.copyItem(atPath: file, toPath: part)
            try inspect(part)
            let copy = try Database.sqlite(path: part, readers: 1)
            do {
                try await check(copy)
            } catch {
                await copy.close()
                throw error
            }
            await copy.close()
            try release(part)
        } catch let error as DatabaseError {
            throw Refusal.damaged(error.message ?? "not a database")
        }
        guard isThere else {
            try manager.moveItem(atPath: part, toPath: path)
            return nil
        }
        do {
            try release(path)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED {
            throw Refusal.inUse
        } catch is DatabaseError {
            // Damaged beyond opening is what one restores for.
        }
        let kept = freeName(path)
        try manager.moveItem(atPath: path, toPath: kept)
        for ending in ["-wal", "-shm"] where manager.fileExists(atPath: path + ending) {
            try manager.moveItem(atPath: path + ending, toPath: kept + ending)
        }
        try manager.moveItem(atPath: part, toPath: path)
        return kept
    }

    private static func inspect(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        let said = try queue.read { try String.fetchAll($0, sql: "SELECT integrity_check FROM pragma_integrity_check LIMIT 1") }
        guard said == ["ok"] else { throw Refusal.damaged(said.joined(separator: "; ")) }
        let tables = try queue.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'schemaMigration'") }
        guard tables == 1 else { throw Refusal.damaged("not a database of Alis") }
    }

    /// Brings everything into the one file. Only who has it alone may: SQLite refuses while any other connection is open.
    private static func release(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    }

    private static func freeName(_ path: String) -> String {
        var number = 1
        while FileManager.default.fileExists(atPath: "\(path).replaced-\(number)") { number += 1 }
        return "\(path).replaced-\(number)"
    }

    /// Removes a database's file with all that may lie beside it.
    static func removeAll(_ path: String) {
        for ending in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: path + ending) }
    }
}
