/// Adds up a case's activities (*aktivitetsregnskap*). What was done before the as-of day counts; what lies ahead is plan.
///
/// What is planned for a stretch that is under way stays planned, all of it, until somebody registers what has been done, or until the
/// stretch is over: then it is nothing. What stands in several accounts is counted once: the one that was registered closest to the day
/// goes first, and each of the others adds only what exceeds that in its own days (docs/decisions/0009).
struct ActivityAccount {
    /// What has been done, what is planned, and the first day the sum is enough.
    struct Sum {
        var done = 0
        var planned = 0
        /// What of `planned` is for days that have passed.
        var awaiting = 0
        var metOn: CalendarDay?
    }

    /// An entry's numbers alone, so that adding up looks nothing up.
    private struct Line {
        /// Its place in the case's activities.
        let entry: Int
        let bit: UInt64
        let from: CalendarDay
        /// The day after the last; an entry without an end is taken to be over the day after it began.
        let over: CalendarDay
        /// As `over`, but the calendar's last day for an entry without an end.
        let end: CalendarDay
        let minutes: Int
        let count: Int
        let isDone: Bool
        let isOfPlan: Bool
        /// How far from the day it was written down: a session, attendance, done in the plan, a place in a group, planned.
        let rank: Int
        /// Of its minutes, what the accounts that go before it do not have; for one calculation at a time.
        var adds = 0
        /// Of `adds`, what no entry of the rank at hand has taken for its own.
        var left = 0

        init(_ entry: ActivityEntry, at index: Int, _ bit: UInt64) {
            self.entry = index
            self.bit = bit
            from = entry.period.from
            over = entry.period.to ?? entry.period.from.adding(days: 1)
            end = entry.period.end
            minutes = entry.minutes
            count = entry.count
            isDone = entry.isDone
            isOfPlan = entry.origin == .plan
            rank =
                switch (entry.isDone, entry.origin) {
                case (true, .session): 0
                case (true, .attendance): 1
                case (true, .plan): 2
                case (false, .session), (false, .attendance): 3
                case (false, .plan): 4
                }
        }

        var days: Int { max(1, over.days(since: from)) }

        /// What of `adds`, spread over its days, lies in another's, rounded down.
        func share(in other: Line) -> Int {
            let common = min(over, other.end).days(since: max(from, other.from))
            return common > 0 ? adds * common / days : 0
        }
    }

    private let asOf: CalendarDay
    private let activities: [ActivityEntry]
    private let runningPlanLapses: Bool
    private let addsAllAccounts: Bool
    /// The entries with usable numbers that are done or to come, those that end first, first.
    private var lines: [Line] = []

    init(_ training: TrainingCase, _ bits: [UInt64], _ rules: CompiledRules) {
        asOf = training.asOf
        activities = training.activities
        runningPlanLapses = rules.runningPlanLapses
        addsAllAccounts = rules.addsAllAccounts
        guard !activities.isEmpty else { return }
        lines.reserveCapacity(activities.count)
        for index in activities.indices where bits[index] != 0 {
            let line = Line(activities[index], at: index, bits[index])
            guard (0...6_000_000).contains(line.minutes), (0...10_000).contains(line.count), line.isDone || line.end > asOf else {
                continue
            }
            lines.append(line)
        }
        if lines.count > 1 { lines.sort { $0.end != $1.end ? $0.end < $1.end : $0.entry < $1.entry } }
    }

    /// Minutes on some days, spread evenly over them.
    private struct Piece {
        let from: CalendarDay
        let to: CalendarDay
        let minutes: Int
        let isDone: Bool

        var days: Int { max(1, to.days(since: from)) }
    }

    /// Minutes, those of a long stretch spread evenly over its days and rounded down to whole minutes.
    func minutes(_ mask: UInt64, reaching minimum: Int = .max) -> Sum {
        var sum = Sum()
        let own = counted(mask)
        var pieces: [Piece] = []
        if minimum < .max { pieces.reserveCapacity(own.count * 2) }
        for line in own {
            let (minutes, days) = (line.adds, line.days)
            let passed = max(0, min(days, asOf.days(since: line.from)))
            // What others have registered was given, if it was today.
            let done = !line.isDone ? 0 : line.isOfPlan ? minutes * passed / days : minutes
            var ahead = minutes - done
            if !line.isDone, passed > 0 {
                // What others have registered is taken to be of the days that have passed, as far as it goes.
                let unregistered = max(0, line.minutes * passed / days - (line.minutes - minutes))
                if runningPlanLapses { ahead -= unregistered } else { sum.awaiting += unregistered }
            }
            sum.done += done
            sum.planned += ahead
            guard minimum < .max else { continue }
            if done > 0 {
                let last = max(min(line.over, asOf), line.from)
                pieces.append(Piece(from: min(line.from, last.adding(days: -1)), to: last, minutes: done, isDone: true))
            }
            if ahead > 0 {
                let first = max(line.from, asOf)
                pieces.append(Piece(from: first, to: max(line.over, first.adding(days: 1)), minutes: ahead, isDone: false))
            }
        }
        if minimum < .max { sum.metOn = Self.reached(minimum, pieces) }
        return sum
    }

    private static func reached(_ minimum: Int, _ pieces: [Piece]) -> CalendarDay? {
        var before = 0
        for piece in pieces.sorted(by: { $0.isDone != $1.isDone ? $0.isDone : $0.to < $1.to }) {
            if before + piece.minutes >= minimum {
                let needed = ((minimum - before) * piece.days + piece.minutes - 1) / piece.minutes
                return piece.from.adding(days: max(1, needed))
            }
            before += piece.minutes
        }
        return nil
    }

    // MARK: Each hour once

    /// The entries with minutes, in order of end, each with what it adds to those that go before it.
    private func counted(_ mask: UInt64) -> [Line] {
        var own: [Line] = []
        var (lowest, highest) = (Int.max, Int.min)
        for line in lines where line.bit & mask != 0 && line.minutes > 0 {
            own.append(line)
            own[own.count - 1].adds = line.minutes
            (lowest, highest) = (min(lowest, line.rank), max(highest, line.rank))
        }
        guard lowest < highest, !addsAllAccounts else { return own }
        for rank in lowest...highest {
            // Each hour that stands elsewhere is taken out of one entry of a rank only.
            for other in own.indices where own[other].rank < rank { own[other].left = own[other].adds }
            for index in own.indices where own[index].rank == rank {
                var rest = own[index].minutes
                for before in lowest..<rank {
                    for other in own.indices where own[other].rank == before && own[other].left > 0 {
                        let known = min(rest, own[other].left, own[other].share(in: own[index]))
                        rest -= known
                        own[other].left -= known
                    }
                }
                own[index].adds = rest
            }
        }
        return own
    }

    // MARK: Numbers and topics

    /// How many; each counts when it is over.
    func counts(_ mask: UInt64, reaching minimum: Int) -> Sum {
        var sum = Sum()
        for line in lines where line.bit & mask != 0 { add(line.count, line, &sum, minimum) }
        return sum
    }

    /// Different topics with enough minutes, counted when they have enough.
    func topics(_ mask: UInt64, each: Int, reaching minimum: Int) -> Sum {
        var sum = Sum()
        var found: [(topic: String, minutes: Int)] = []
        for line in lines where line.bit & mask != 0 {
            guard !activities[line.entry].topic.isEmpty else { continue }
            let topic = activities[line.entry].foldedTopic
            // Courses are a handful: looking through them takes less than working out where they lie.
            let known = found.firstIndex { $0.topic == topic }
            let before = known.map { found[$0].minutes } ?? 0
            if let known { found[known].minutes += line.minutes } else { found.append((topic, line.minutes)) }
            if before < each, before + line.minutes >= each { add(1, line, &sum, minimum) }
        }
        return sum
    }

    private func add(_ count: Int, _ line: Line, _ sum: inout Sum, _ minimum: Int) {
        if line.over <= asOf { sum.done += count } else { sum.planned += count }
        if sum.metOn == nil, sum.done + sum.planned >= minimum { sum.metOn = line.over }
    }
}
