import Alis
import AlisDomain
import ArgumentParser
import Foundation

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read in a spreadsheet of doctors in training: .xlsx or .csv.",
        discussion: """
            Rows that are in order are taken in, all in one change; rows with problems or questions wait, and are listed.
            Reading the same file again changes nothing.

            Exit codes: 0 all rows are in order, 2 some rows wait, 3 the file is refused, 4 no list of doctors was found in it, \
            5 the rows are read in but the file for the result cannot be written.
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The file.", completion: .file(extensions: ["xlsx", "csv"])) var file: String
    @Flag(name: .long, help: "Show what would be done, and do nothing.") var dryRun = false
    @Option(name: .long, help: "The day the file speaks of, YYYY-MM-DD; today when left out.") var asOf: String?
    @Option(name: .customLong("as"), help: "Import as this person (account or e-mail address), with her rights and in her name.")
    var person: String?
    @Option(
        name: .long, help: "Write the file to this path with two columns added: what became of each row, and why.",
        completion: .file(extensions: ["xlsx", "csv"])) var result: String?
    @Flag(name: .long, help: "Answer in JSON.") var json = false

    func validate() throws {
        if let asOf, CalendarDay(iso: asOf) == nil { throw ValidationError("--as-of: \(asOf) is no day; write YYYY-MM-DD.") }
        // Said before anything is read in: afterwards it would be too late.
        if let result, FileManager.default.fileExists(atPath: result) { throw ValidationError("--result: \(result) is there already.") }
    }

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            say("\(file): filen finnes ikke, eller kan ikke leses.")
            throw ExitCode(3)
        }
        let name = URL(fileURLWithPath: file).lastPathComponent
        let workbook: Workbook
        do {
            say("Leser \(name) …")
            workbook = try SpreadsheetReader.read([UInt8](data), fileName: name)
        } catch {
            say("\(name): \(SpreadsheetTexts.sentence(error).nb)")
            throw ExitCode(3)
        }
        let database = try await dryRun ? common.openExisting() : common.open(for: .writing(as: "alis import"))
        let surroundings = try await common.surroundings(for: database)
        if !dryRun { _ = try await buildApplication(common.settings(), database: database, surroundings: surroundings) }
        // The plan reads what it needs of the register in its own transaction; here only places are asked about.
        let view = try await database.read { try RegisterView.places(on: $0) }
        let (now, newID) = (surroundings.now(), surroundings.newID)
        let day = asOf.flatMap { CalendarDay(iso: $0) } ?? now.dayInNorway
        let importer = try await Importer.find(person, view: view, on: now.dayInNorway, database: database)
        let isSynthetic = try await database.read { try ImportSnapshotStore.isSynthetic(on: $0) }
        let work = ImportWork(
            workbook: workbook, day: day, scope: importer.scope, today: now.dayInNorway, view: view, isSynthetic: isSynthetic)
        guard work.mapping.readsAnything else {
            say("\(name): fant ingen liste over leger i filen.")
            throw ExitCode(4)
        }
        say("Sammenligner \(workbook.sheets.reduce(0) { $0 + $1.rows.count }) rader med registeret …")
        let isDryRun = dryRun
        let carryOut: @Sendable (Connection) throws -> (ImportPlan, ChangeNumber?) = { connection in
            if !isDryRun { try connection.serialiseWriters() }
            let plan = try work.plan(on: connection, newID: newID)
            guard !isDryRun, !plan.operations.isEmpty else { return (plan, nil) }
            let change = try ChangeLog.record(.imported, by: importer.recorder, reason: name, at: now, on: connection)
            try ImportApply.run(plan.operations, in: change, on: connection)
            return (plan, change)
        }
        let (plan, change) = try await isDryRun ? database.read(carryOut) : database.write(carryOut)
        let texts = ImportTexts(municipalities: view.directory, trusts: view.reference.trusts(on: day), on: day)
        let report = ImportReport(plan, change: change, isDryRun: dryRun, texts: texts)
        print(json ? try report.json() : report.table())
        if let result {
            let made = try ImportResult.file(
                of: work, original: [UInt8](data), rows: plan.rows, taken: ImportResultLog(), isDone: !dryRun, texts: texts,
                language: .bokmal, madeAt: now)
            do {
                try Data(made.bytes).write(to: URL(fileURLWithPath: result), options: .withoutOverwriting)
                say("Resultatet står i \(result).")
            } catch {
                say("\(result): filen kunne ikke skrives. \(error.localizedDescription)")
                throw ExitCode(5)
            }
        }
        if report.waiting > 0 { throw ExitCode(2) }
    }
}

/// Who imports: a person with her rights, or the one who runs the machine.
struct Importer: Sendable {
    let recorder: Recorder
    /// Nil for the one who runs the machine.
    let scope: Scope?

    static func find(_ person: String?, view: RegisterView, on day: CalendarDay, database: Database) async throws -> Importer {
        guard let person else {
            return Importer(recorder: Recorder(account: "alis", name: "Alis", organisation: "Kommandolinjen"), scope: nil)
        }
        let viewer = try await database.read { connection -> Viewer? in
            let byEmail = try EmailAddress(person).flatMap { try AccountStore.find(email: $0, on: connection) }
            guard let account = try byEmail ?? AccountStore.find(id: person, on: connection), account.endedAt == nil else { return nil }
            return Viewer(account: account.id, name: account.name, grants: try AccountStore.grants(of: account.id, on: connection))
        }
        guard let viewer else { throw ValidationError("--as: there is no account \(person).") }
        guard !viewer.roles.isDisjoint(with: Set<Role>.writers) else {
            throw ValidationError("--as: \(viewer.name) may not change the register.")
        }
        return Importer(
            recorder: Recorder(account: viewer.account, name: viewer.name, organisation: ""), scope: view.scope(viewer, on: day))
    }
}
