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

    /// The database, opened; its folder is made when it is missing.
    func open() throws -> Database {
        if !database.contains("://") {
            let folder = URL(fileURLWithPath: database).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        do {
            return try Database.open(database)
        } catch let failure as StoreFailure {
            throw told(failure)
        }
    }

    func settings() -> Settings { Settings(database: database, root: root) }
}

extension Surroundings {
    /// The system's clock, its secure randomness, and a log on standard error.
    static func system() -> Surroundings {
        var logger = Logger(label: "alis") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = ProcessInfo.processInfo.environment["ALIS_LOG"].flatMap { Logger.Level(rawValue: $0) } ?? .notice
        return Surroundings(
            now: { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) },
            newID: {
                var random = SystemRandomNumberGenerator()
                return random.nextRecordID()
            },
            logger: logger)
    }
}

/// Prints a line for the person at the terminal, apart from what a script reads.
func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
