import Alis
import AlisDomain
import ArgumentParser
import Foundation

/// Loads and checks the reference data in `Reference`.
struct ReferenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Check the reference files, or bring the database up to date with them.",
        discussion: "Exit codes: 0 done, 1 the files have problems and nothing was changed, 64 a command written wrongly.",
        subcommands: [ReferenceUpdateCommand.self, ReferenceCheckCommand.self])

    /// A problem as scripts read it.
    struct Problem: Encodable {
        let file: String
        let line: Int?
        let problem: String
    }

    /// The files' data; problems are printed, all of them, and end the command.
    static func read(_ folder: String, json: Bool) throws -> ReferenceData {
        let (data, problems) = ReferenceFiles.read(folder: folder)
        if problems.isEmpty { return data }
        if json {
            print(try TerminalOutput.json(problems.map { Problem(file: $0.file, line: $0.line, problem: $0.explanation.nb) }))
        } else {
            for problem in problems { print(problem.text.nb) }
        }
        say("\(problems.count) problem\(problems.count == 1 ? "" : "s") in \(folder). Nothing was changed.")
        throw ExitStatus.problems
    }
}

struct ReferenceCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "Look for problems in the reference files.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The folder with the files; Reference under the root when left out.") var folder: String?
    @Flag(name: .long, help: "Print JSON.") var json = false

    func run() async throws {
        let data = try ReferenceCommand.read(folder ?? common.root + "/Reference", json: json)
        if json { print("[]") }
        let days = data.municipalities.count
        say(
            "No problems: \(days) rows about municipalities, \(data.offices(on: common.programClock().now().dayInNorway).count) offices today."
        )
    }
}

struct ReferenceUpdateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Bring the database up to date with the reference files.",
        discussion: """
            What the files no longer hold is superseded, never deleted. Coordination turns that a person has set are left alone. \
            The same files again change nothing.
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The folder with the files; Reference under the root when left out.") var folder: String?
    @Flag(name: .long, help: "Say what would change, and change nothing.") var dryRun = false
    @Flag(name: .long, help: "Print JSON.") var json = false

    struct Outcome: Encodable {
        struct Row: Encodable {
            let table: String
            let added: Int
            let changed: Int
            let removed: Int
            let left: Int
        }
        let dryRun: Bool
        let change: Int?
        let tables: [Row]
    }

    func run() async throws {
        let folder = folder ?? common.root + "/Reference"
        let data = try ReferenceCommand.read(folder, json: json)
        let database = try common.open(for: .writing(as: "alis reference"))
        let surroundings = try await common.surroundings(for: database)
        try await Migrator(AlisApplication.migrations).run(on: database, at: surroundings.now())
        let recorder = Recorder(account: "alis", name: "Alis", organisation: NSUserName())
        let (counts, change) = try await load(data, into: database, by: recorder, at: surroundings.now())
        if json {
            let rows = counts.map { Outcome.Row(table: $0.table, added: $0.added, changed: $0.changed, removed: $0.removed, left: $0.left) }
            print(try TerminalOutput.json(Outcome(dryRun: dryRun, change: change, tables: rows)))
        } else {
            print(
                TerminalOutput.table(
                    ["Table", "Added", "Changed", "Removed", "Left"],
                    counts.map { [$0.table, "\($0.added)", "\($0.changed)", "\($0.removed)", "\($0.left)"] }))
        }
        let isSame = counts.allSatisfy { $0.added == 0 && $0.changed == 0 && $0.removed == 0 }
        say(
            isSame
                ? "The database says all of this already."
                : dryRun ? "Nothing was changed: this was a dry run." : "Recorded as change \(change ?? 0).")
    }

    private func load(
        _ data: ReferenceData, into database: Database, by recorder: Recorder, at now: Instant
    ) async throws -> (counts: [ReferenceUpdate.Count], change: ChangeNumber?) {
        if dryRun { return try await database.read { (try ReferenceUpdate(to: data, on: $0).counts, nil) } }
        return try await database.write { try ReferenceUpdate.run(to: data, by: recorder, reason: "Reference/", at: now, on: $0) }
    }
}
