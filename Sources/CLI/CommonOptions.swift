import Alis
import AlisDomain
import ArgumentParser
import Foundation
import Logging

/// Options that most commands share.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: "The database: a SQLite file, or postgres://… (also: ALIS_DATABASE).")
    var database: String = ProcessInfo.processInfo.environment["ALIS_DATABASE"] ?? "data/alis.sqlite"

    @Option(name: .long, help: "The folder that holds Public and Reference (also: ALIS_ROOT).")
    var root: String = ProcessInfo.processInfo.environment["ALIS_ROOT"] ?? CommonOptions.defaultRoot()

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Practice data only: the time to begin at and go on from, instead of now (also: ALIS_CLOCK).",
            discussion: "YYYY-MM-DDTHH:MM:SS with Z or an offset such as +01:00; or YYYY-MM-DD, noon that day in Norway.",
            valueName: "time"))
    var clock: String? = ProcessInfo.processInfo.environment["ALIS_CLOCK"]

    func validate() throws {
        if let clock, ProgramClock.time(clock) == nil {
            throw ValidationError("--clock: \(clock) is no time; write YYYY-MM-DDTHH:MM:SS+01:00, or YYYY-MM-DD.")
        }
    }

    /// The working folder when it has `Reference`, else the nearest folder above the program that does.
    static func defaultRoot() -> String {
        let manager = FileManager.default
        var candidates = [manager.currentDirectoryPath]
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? ".").resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<6 {
            candidates.append(folder.path)
            folder.deleteLastPathComponent()
        }
        return candidates.first { manager.fileExists(atPath: $0 + "/Reference/municipalities.csv") } ?? "."
    }

    /// The database, opened; its folder is made when it is missing. Of those that write to a SQLite file, one at a time has it open: ends
    /// with a sentence when another has.
    func open(for use: Database.Use) throws -> Database {
        if !database.contains("://") {
            let folder = URL(fileURLWithPath: database).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        do {
            return try Database.open(database, for: use)
        } catch let taken as WritingLock.Taken {
            say(
                "\(place) is being written to by \(taken.by ?? "another program"), and only one may at a time. Nothing was done. \(Self.instead)"
            )
            throw ExitCodes.refused
        } catch let failure as StoreFailure {
            throw told(failure)
        }
    }

    /// What to do when the server has the database.
    private static let instead =
        "Do it in the browser (people's access, lists to read in), or stop the server first; what only reads, such as alis backup, can be run beside it."

    func settings() -> Settings { Settings(database: database, root: root) }

    /// The system's clock, or the one that was set.
    func programClock() -> ProgramClock { ProgramClock(beginning: clock.flatMap(ProgramClock.time)) }

    /// The clock, the system's secure randomness, and a log on standard error.
    ///
    /// Ends with a sentence when a clock was set and the database holds no practice data: what a register of real people says happened at a
    /// time must have happened then. `isNew` lets a database be used that holds nothing yet.
    func surroundings(for opened: Database, isNew: Bool = false) async throws -> Surroundings {
        let clock = programClock()
        if clock.began != nil { try await refuseUnlessPractice(opened, isNew: isNew) }
        var logger = Logger(label: "alis") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = ProcessInfo.processInfo.environment["ALIS_LOG"].flatMap { Logger.Level(rawValue: $0) } ?? .notice
        return Surroundings(
            now: clock.now,
            newID: {
                var random = SystemRandomNumberGenerator()
                return random.nextRecordID()
            },
            logger: logger)
    }

    private func refuseUnlessPractice(_ opened: Database, isNew: Bool) async throws {
        let isAllowed: Bool
        do {
            isAllowed = try await opened.read { connection in
                if try PracticeDataStore.isPractice(on: connection) { return true }
                return try isNew && (!connection.hasTable("change") || ChangeLog.last(on: connection) == nil)
            }
        } catch let failure as StoreFailure {
            throw told(failure)
        }
        if isAllowed { return }
        say("\(place) was not made by `alis demo`: its clock cannot be set (--clock, ALIS_CLOCK). Nothing was done.")
        throw ExitCodes.refused
    }
}

/// Prints a line for the person at the terminal, apart from what a script reads.
func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
