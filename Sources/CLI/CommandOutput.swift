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
    /// The database, which must be there and have this program's tables; ends with a sentence when not.
    func openExisting() async throws -> Database {
        if !database.contains("://"), !FileManager.default.fileExists(atPath: database) {
            say("There is no database \(database). Choose one by --database, or make one: alis serve, alis demo.")
            throw ExitCodes.refused
        }
        let opened = try open()
        let missing: [Int]
        do {
            missing = try await Migrator(AlisApplication.migrations).pending(on: opened)
        } catch StoreFailure.newerSchema(let number) {
            say("\(place) was written by a newer Alis (schema \(number)). Use that one.")
            throw ExitCodes.refused
        } catch let failure as StoreFailure {
            say(sentence(failure))
            throw ExitCodes.failed
        }
        if !missing.isEmpty {
            say("\(place) has not got this version's tables yet. `alis serve` makes them when it starts; take a backup first.")
            throw ExitCodes.refused
        }
        return opened
    }

    /// What went wrong with the database and what to do about it, for the person at the terminal.
    func sentence(_ failure: StoreFailure) -> String {
        switch failure {
        case .busy: "\(place) is held by another program. Try again when it is done."
        case .full: "There is no room left on the disk of \(place). Nothing was changed."
        case .readOnly: "\(place) can be read but not written. Check who owns the file and its folder."
        case .unreachable(let what): "\(place) cannot be reached: \(what)"
        case .uncertain(let what):
            "\(place) went away while it confirmed a change: \(what). Look whether the change is there before trying again."
        case .damaged(let what):
            "\(place) cannot be opened: \(what). Either it is no database of Alis, or it is damaged, or its folder cannot be written."
        case .newerSchema(let number): "\(place) was written by a newer Alis (schema \(number)). Use that one."
        case .constraint(let name): "\(place) refused the change: \(name)"
        case .other(let what): "\(place): \(what)"
        }
    }

    /// The database as it may be shown: an address can hold a password.
    var place: String { database.contains("://") ? "The PostgreSQL database" : database }
}
