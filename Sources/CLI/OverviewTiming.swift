import Alis
import AlisDomain

/// How long the overview takes when nothing is kept from one answer to the next: every answer is for another day.
enum OverviewTiming {
    private struct Answer: Encodable {
        let times: Int
        let members: Int
        let rows: Int
        let versions: Int
        let medianAnswerMicroseconds: Double
        let medianTableMicroseconds: Double
    }

    static func measure(_ view: RegisterView, _ question: OverviewQuestion, times: Int, asJSON: Bool) throws {
        var answers: [Duration] = []
        var tables: [Duration] = []
        var members = 0
        var rows = 0
        let clock = ContinuousClock()
        for turn in 0..<times {
            var asked = question
            // Days of the last ten years, in a mixed order.
            asked.asOf = question.asOf.adding(days: -(turn * 379 % 3650))
            let start = clock.now
            let answer = view.index.answer(asked, places: view.places(on: asked.asOf))
            let answered = clock.now
            let table = OverviewTable(
                answer, reference: view.reference, directory: view.directory,
                confirmations: view.index.lastConfirmations(on: asked.asOf, knownAfter: asked.knownAfter))
            tables.append(start.duration(to: clock.now))
            answers.append(start.duration(to: answered))
            members = max(members, answer.members.count)
            rows = table.rows.count
        }
        let result = Answer(
            times: times, members: members, rows: rows, versions: view.index.trainings.count + view.index.engagements.count,
            medianAnswerMicroseconds: median(answers), medianTableMicroseconds: median(tables))
        if asJSON { return try printJSON(result) }
        print("overview: \(Int(result.medianAnswerMicroseconds)) µs to count, \(Int(result.medianTableMicroseconds)) µs with the table")
    }

    private static func median(_ durations: [Duration]) -> Double {
        let sorted = durations.sorted()
        guard !sorted.isEmpty else { return 0 }
        let parts = sorted[sorted.count / 2].components
        return Double(parts.seconds) * 1_000_000 + Double(parts.attoseconds) / 1_000_000_000_000
    }
}
