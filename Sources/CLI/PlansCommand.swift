import Alis
import AlisDomain
import ArgumentParser

struct PlansCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plans", abstract: "Work out every doctor's training plan, and count who stands in which list.",
        discussion: "The whole register is counted; whoever may read the database may see it. No names are shown.")

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "As things are on this day, YYYY-MM-DD; today when left out.") var asOf: String?
    @Flag(name: .long, help: "Answer in JSON.") var json = false
    @Option(name: .long, help: "Measure instead: work all plans out this many times and print the median time.") var `repeat`: Int?

    func validate() throws {
        if let asOf, CalendarDay(iso: asOf) == nil { throw ValidationError("--as-of: \(asOf) is no day; write YYYY-MM-DD.") }
        if let `repeat`, !(1...10_000).contains(`repeat`) { throw ValidationError("--repeat must be 1 to 10000.") }
    }

    private struct Answer: Encodable {
        let asOf: String
        let doctors: Int
        let lists: [String: Int]
    }

    private struct Timing: Encodable {
        let medianMicroseconds: Double
        let doctors: Int
        let periods: Int
        let times: Int
    }

    func run() async throws {
        let database = try await common.openExisting()
        let (book, problems) = RuleBookFiles.read(folder: common.root + "/Reference")
        for problem in problems { say("\(problem.file), line \(problem.line ?? 0): \(problem.explanation.nb)") }
        if !problems.isEmpty { throw ExitCodes.failed }
        let today = try await common.surroundings(for: database).now().dayInNorway
        let day = asOf.flatMap { CalendarDay(iso: $0) } ?? today
        let deadline = try await RegisterCache(database: database).current().reference.deadline("oldSchemeLastApplication")?.day
        let loader = PlanLoader(
            supervision: AssignedSupervision(), objectives: ObjectiveShelf.read(folder: common.root + "/Reference").shelf)
        let files = try await database.read { try loader.loadAll(asOf: day, on: $0) }
        if let times = `repeat` {
            let cases = files.map(\.trainingCase).filter(\.isUnderWay)
            var seconds: [Double] = []
            var done = 0
            for _ in 0..<times {
                let began = ContinuousClock.now
                done = cases.reduce(0) { $0 + (book.evaluate($1) == nil ? 0 : 1) }
                let time = began.duration(to: .now).components
                seconds.append(Double(time.seconds) + Double(time.attoseconds) / 1e18)
            }
            return try printJSON(
                Timing(
                    medianMicroseconds: seconds.sorted()[times / 2] * 1e6, doctors: done,
                    periods: cases.reduce(0) { $0 + $1.services.count }, times: times))
        }
        let board = PlanBoard(files, book: book, deadline: deadline)
        // As on screen: supervision has lists and an account of hours of its own. What waits for a municipality is told by how each plan came
        // to be, which is not read here, and so that list is left out.
        let counts = CourseWorkRoutes.kept.filter { $0 != .planToApprove }.map { work in
            (work, board.lines.filter { $0.work.contains(work) }.count)
        }
        if json {
            let lists = Dictionary(counts.map { ($0.rawValue, $1) }, uniquingKeysWith: { first, _ in first })
            return try printJSON(Answer(asOf: day.iso, doctors: board.lines.count, lists: lists))
        }
        print("\(board.lines.count) doctors in training, on \(day.iso)")
        print(TextTable(heads: ["List", "doctors"], rows: counts.map { [$0.rawValue, "\($1)"] }).text)
    }
}
