import Alis
import AlisDomain
import ArgumentParser
import Foundation

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a database from a backup.",
        discussion: """
            The backup is checked first (is the file whole, is the register sound, does this program know its tables) and then copied into
            place in one step. A register that is there already is replaced only with --replace, when no server has it open, and is kept
            beside the new one. Backups of PostgreSQL are restored by PostgreSQL's own pg_restore; this command says how.
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The backup.") var file: String
    @Flag(name: .long, help: "Replace the register that is there.") var replace = false

    func run() async throws {
        guard !common.database.contains("://"), !isArchive else { return try explain() }
        let folder = URL(fileURLWithPath: common.database).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        do {
            let lock = try WritingLock(beside: common.database, as: "alis restore")
            defer { withExtendedLifetime(lock) {} }
            let kept = try await SQLiteRestore.restore(file, to: common.database, replacing: replace) { copy in
                _ = try await Migrator(AlisApplication.migrations).pending(on: copy)
            }
            let database = try common.open(for: .reading)
            if try await Migrator(AlisApplication.migrations).pending(on: database).isEmpty {
                let isSound = RegisterVerifier.isSound(try await AlisApplication.verify(database))
                say(isSound ? "The register is sound." : "Restored, but the register is NOT sound: run `alis verify`.")
            }
            await database.close()
            say("Restored to \(common.database)" + (kept.map { "; what was there is now \($0)" } ?? ""))
        } catch is WritingLock.Taken {
            say(Self.sentence(.inUse, file: file, database: common.database))
            throw ExitCodes.refused
        } catch let refusal as SQLiteRestore.Refusal {
            say(Self.sentence(refusal, file: file, database: common.database))
            if case .damaged = refusal { throw ExitCodes.failed }
            throw ExitCodes.refused
        } catch StoreFailure.newerSchema(let number) {
            say("\(file) was written by a newer Alis (schema \(number)); nothing was done. Restore it with that one.")
            throw ExitCodes.refused
        } catch let failure as StoreFailure {
            say("Nothing was restored: \(failure)")
            throw ExitCodes.failed
        }
    }

    private static func sentence(_ refusal: SQLiteRestore.Refusal, file: String, database: String) -> String {
        switch refusal {
        case .noBackup: "There is no file \(file)."
        case .damaged(let said): "\(file) is not a whole backup; nothing was done: \(said)"
        case .isThere: "\(database) is there already; nothing was done. With --replace it is replaced, and kept beside the new one."
        case .inUse: "\(database) is open in another program; nothing was done. Stop the server first."
        }
    }

    /// What `pg_dump` writes begins with these letters.
    private var isArchive: Bool {
        guard let handle = FileHandle(forReadingAtPath: file) else { return false }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: 5)) == Data("PGDMP".utf8)
    }

    private func explain() throws {
        say(
            """
            A backup of PostgreSQL is restored by PostgreSQL's own program, into a new and empty database:

                createdb alis_restored
                pg_restore --exit-on-error --no-owner --dbname=alis_restored \(file)
                alis verify --database postgres:///alis_restored

            Then let the servers start with that database. Nothing was done now.
            """)
        throw ExitCodes.refused
    }
}
