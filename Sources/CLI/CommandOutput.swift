import Alis
import ArgumentParser
import Foundation

/// What the program's exit codes mean, the same for every command; 64 (wrong use) is the argument parser's.
enum ExitCodes {
    /// What was asked for was done, and the answer is no: an invariant is broken, the file is damaged.
    static let failed = ExitCode(1)
    /// Refused, and nothing was done: not there, there already, in use.
    static let refused = ExitCode(3)
}

/// A table for the terminal: the first column to the left, figures to the right.
struct TextTable {
    let heads: [String]
    var rows: [[String]] = []

    var text: String {
        let all = [heads] + rows
        let widths = heads.indices.map { column in all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return all.map { row in
            row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: max(0, widths[column] - cell.count))
                return column == 0 ? cell + space : space + cell
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}

/// An answer for scripts.
func printJSON(_ value: some Encodable) throws { print(try TerminalOutput.json(value)) }

extension CommonOptions {
    /// The database to read from, which must be there and have this program's tables; ends with a sentence when not.
    func openExisting() async throws -> Database {
        if !database.contains("://"), !FileManager.default.fileExists(atPath: database) {
            say("There is no database \(database). Choose one by --database, or make one: alis serve, alis demo.")
            throw ExitCodes.refused
        }
        let opened = try open(for: .reading)
        let missing: [Int]
        do {
            missing = try await Migrator(AlisApplication.migrations).pending(on: opened)
        } catch StoreFailure.newerSchema(let number) {
            say("\(place) was written by a newer Alis (schema \(number)). Use that one.")
            throw ExitCodes.refused
        } catch let failure as StoreFailure {
            throw told(failure)
        }
        if !missing.isEmpty {
            say("\(place) has not got this version's tables yet. `alis serve` makes them when it starts; take a backup first.")
            throw ExitCodes.refused
        }
        return opened
    }

    /// The database as it may be shown: an address can hold a password.
    var place: String { database.contains("://") ? "The PostgreSQL database" : database }

    /// Says at the terminal what went wrong with which database; gives the code to end with.
    func told(_ failure: StoreFailure) -> ExitCode {
        say("\(place): \(failure)")
        return ExitCodes.failed
    }
}
