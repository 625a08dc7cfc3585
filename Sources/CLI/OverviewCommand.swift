import Alis
import AlisDomain
import ArgumentParser

struct OverviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overview", abstract: "Print how many doctors are in training, where, and in which scheme.",
        discussion: "The whole register is counted; whoever may read the database may see it. No names are shown.")

    enum Grouping: String, ExpressibleByArgument, CaseIterable {
        case region, office, county, municipality

        var level: OverviewTable.Level {
            switch self {
            case .region: .region
            case .office: .office
            case .county: .county
            case .municipality: .municipality
            }
        }
    }

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "As things were on this day, YYYY-MM-DD; today when left out.") var asOf: String?
    @Option(
        name: .long,
        help: "As the register knew it at this time: YYYY-MM-DD (the end of that day) or YYYY-MM-DDTHH:MM:SSZ; now when left out.")
    var knownAt: String?
    @Option(name: .long, help: "A row for each region, office, county or municipality.") var by = Grouping.region
    @Flag(name: .long, help: "Answer in JSON.") var json = false
    @Option(name: .long, help: "Measure instead: answer this many different days and print the median time.") var `repeat`: Int?

    func validate() throws {
        if let asOf, CalendarDay(iso: asOf) == nil { throw ValidationError("--as-of: \(asOf) is no day; write YYYY-MM-DD.") }
        if let knownAt, Self.time(knownAt) == nil {
            throw ValidationError("--known-at: \(knownAt) is no time; write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ.")
        }
        if let `repeat`, !(1...100_000).contains(`repeat`) { throw ValidationError("--repeat must be 1 to 100000.") }
    }

    static func time(_ text: String) -> Instant? {
        Instant(iso: text) ?? CalendarDay(iso: text).map { .last(of: $0) }
    }

    func run() async throws {
        let database = try await common.openExisting()
        let cache = RegisterCache(database: database)
        let today = try await common.surroundings(for: database).now().dayInNorway
        var question = OverviewQuestion(asOf: asOf.flatMap { CalendarDay(iso: $0) } ?? today)
        let view: RegisterView
        if let time = knownAt.flatMap(Self.time) {
            let change = try await database.read { try ChangeLog.number(knownAt: time, on: $0) }
            question.knownAfter = change
            view = try await cache.known(after: change)
        } else {
            view = try await cache.current()
        }
        if let `repeat` { return try OverviewTiming.measure(view, question, times: `repeat`, asJSON: json) }
        let table = OverviewTable(
            view.answer(question), reference: view.reference, directory: view.directory,
            confirmations: view.index.lastConfirmations(on: question.asOf, knownAfter: question.knownAfter))
        let groups = OverviewGroup.groups(of: table, at: by.level)
        if json {
            try printJSON(OverviewGroup.Answer(asOf: question.asOf.iso, knownAt: knownAt, by: by.rawValue, rows: groups))
        } else {
            print("By \(by.rawValue), on \(question.asOf.iso)" + (knownAt.map { ", as known \($0)" } ?? ""))
            print(OverviewGroup.text(groups))
        }
    }
}
