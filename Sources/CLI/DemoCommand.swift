import Alis
import AlisDomain
import ArgumentParser

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fill an empty database with a synthetic Norway. Every person in it is made up.")

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "The same seed makes the same people.") var seed: UInt64 = 1
    @Option(name: .long, help: "How many Norways; 1 is about 2,300 doctors in training.") var scale = 1
    @Option(name: .long, help: "The day the history ends, YYYY-MM-DD; today when left out.") var today: String?
    @Flag(name: .long, help: "Do nothing, without complaint, when the database has a register already.") var ifEmpty = false

    func validate() throws {
        guard (1...1000).contains(scale) else { throw ValidationError("--scale must be 1 to 1000.") }
        if let today, CalendarDay(iso: today) == nil { throw ValidationError("--today: \(today) is no day; write YYYY-MM-DD.") }
    }

    func run() async throws {
        let database = try common.open(for: .writing(as: "alis demo"))
        let surroundings = try await common.surroundings(for: database, isNew: true)
        _ = try await buildApplication(common.settings(), database: database, surroundings: surroundings)
        let demo = DemoRegister(database: database, surroundings: surroundings, referenceFolder: common.root + "/Reference")
        if ifEmpty, try await !demo.isEmpty() { return }
        say("Making a synthetic Norway (seed \(seed), scale \(scale)) …\(common.programClock().note)")
        do {
            try await demo.fill(
                seed: seed, scale: scale, today: today.flatMap { CalendarDay(iso: $0) } ?? surroundings.now().dayInNorway,
                progress: { if scale > 1 { say("  \($0) versions of persons") } })
        } catch DemoRegister.Refusal.notEmpty {
            say("\(common.database) has a register already. Synthetic people are never mixed into one: choose another --database.")
            throw ExitCode(3)
        }
        say("Done: \(common.database)")
    }
}
