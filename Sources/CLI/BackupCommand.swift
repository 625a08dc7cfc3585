import Alis
import ArgumentParser
import Foundation

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the whole database to a new file, while the server goes on.",
        discussion: """
            Of a SQLite database the copy is one too; of a PostgreSQL database it is an archive for pg_restore (needs pg_dump here).
            The file gets its name when it is whole. It holds people's names: keep it as safe as the register itself.
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The file to make; it must not be there.") var file: String

    func run() async throws {
        if FileManager.default.fileExists(atPath: file) {
            say("\(file) is there already; nothing was done. Backups are never written over: choose another name.")
            throw ExitCodes.refused
        }
        let database = try await common.openExisting()
        do {
            try await database.backup(to: file)
        } catch let failure as StoreFailure {
            say("The backup failed and nothing was left behind: \(failure)")
            throw ExitCodes.failed
        }
        try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        say("Backed up to \(file)")
    }
}
