import Alis
import AlisDomain
import ArgumentParser
import Foundation

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Take the register out as a spreadsheet.",
        discussion: "Names and HPR numbers are in the list of trainees: handle the file accordingly.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, xlsx }

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "What to take out.") var what = TerminalExport.Table.trainees
    @Option(name: .long, help: "The file's format.") var format = Format.csv
    @Option(name: .long, help: "The day it is true of, YYYY-MM-DD; today when left out.") var asOf: String?
    @Option(
        name: .long,
        help: "As the register knew it at this time: YYYY-MM-DD (the end of that day) or YYYY-MM-DDTHH:MM:SSZ; now when left out.")
    var knownAt: String?
    @Option(name: .shortAndLong, help: "The file to write; standard output when left out.") var output: String?
    @Flag(name: .long, help: "Write over the file when it is there.") var force = false

    func validate() throws {
        if let asOf, CalendarDay(iso: asOf) == nil { throw ValidationError("--as-of: \(asOf) is no day; write YYYY-MM-DD.") }
        if let knownAt, OverviewCommand.time(knownAt) == nil {
            throw ValidationError("--known-at: \(knownAt) is no time; write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ.")
        }
        if format == .xlsx, output == nil { throw ValidationError("An .xlsx file is not for the terminal: say where with -o FILE.") }
    }

    func run() async throws {
        if let output, !force, FileManager.default.fileExists(atPath: output) {
            say("\(output) is there already; nothing was done. Choose another name, or write over it with --force.")
            throw ExitCodes.refused
        }
        let database = try await common.openExisting()
        let surroundings = try await common.surroundings(for: database)
        let application = try await buildApplication(common.settings(), database: database, surroundings: surroundings)
        let now = surroundings.now()
        var known: (time: Instant, change: ChangeNumber)?
        if let time = knownAt.flatMap(OverviewCommand.time) {
            known = (time, try await database.read { try ChangeLog.number(knownAt: time, on: $0) })
        }
        let register = application.register
        let view = if let known { try await register.known(after: known.change) } else { try await register.current() }
        let table = TerminalExport.table(
            what, view: view, known: known, asOf: asOf.flatMap { CalendarDay(iso: $0) } ?? now.dayInNorway, at: now)
        let bytes: [UInt8] =
            switch format {
            case .csv: CSVWriter.bytes(of: table)
            case .xlsx: try SpreadsheetWriter.bytes(of: [table], madeAt: now)
            }
        guard let output else { return FileHandle.standardOutput.write(Data(bytes)) }
        try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
        say("\(table.rows.count) rows: \(output)")
    }
}

extension TerminalExport.Table: ExpressibleByArgument {}
