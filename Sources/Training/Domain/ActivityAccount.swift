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

    private let training: TrainingCase
    private let rules: CompiledRules
    private let bits: [UInt64]
    /// The entries with usable numbers that are done or to come, those that end first, first.
    private var order: [Int] = []

    init(_ training: TrainingCase, _ bits: [UInt64], _ rules: CompiledRules) {
        self.training = training
        self.rules = rules
        self.bits = bits
        for (index, entry) in training.activities.enumerated() where bits[index] != 0 {
            guard (0...6_000_000).contains(entry.minutes), (0...10_000).contains(entry.count),
                entry.isDone || entry.period.end > training.asOf
            else { continue }
            order.append(index)
        }
        if order.count > 1 {
            order.sort { (training.activities[$0].period.end, $0) < (training.activities[$1].period.end, $1) }
        }
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
        var pieces: [Piece] = []
        for (index, minutes) in counted(mask) {
            let entry = training.activities[index]
            let end = entry.period.to ?? entry.period.from.adding(days: 1)
            let days = max(1, end.days(since: entry.period.from))
            let passed = max(0, min(days, training.asOf.days(since: entry.period.from)))
            // What others have registered was given, if it was today.
            let done = !entry.isDone ? 0 : entry.origin == .plan ? minutes * passed / days : minutes
            var ahead = minutes - done
            if !entry.isDone, passed > 0 {
                // What others have registered is taken to be of the days that have passed, as far as it goes.
                let unregistered = max(0, entry.minutes * passed / days - (entry.minutes - minutes))
                if rules.runningPlanLapses { ahead -= unregistered } else { sum.awaiting += unregistered }
            }
            sum.done += done
            sum.planned += ahead
            if done > 0 {
                let last = max(min(end, training.asOf), entry.period.from)
                pieces.append(Piece(from: min(entry.period.from, last.adding(days: -1)), to: last, minutes: done, isDone: true))
            }
            if ahead > 0 {
                let first = max(entry.period.from, training.asOf)
                pieces.append(Piece(from: first, to: max(end, first.adding(days: 1)), minutes: ahead, isDone: false))
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

    /// How far from the day an entry was written down: a session, attendance, done in the plan, a place in a group, planned.
    private static func rank(_ entry: ActivityEntry) -> Int {
        switch (entry.isDone, entry.origin) {
        case (true, .session): 0
        case (true, .attendance): 1
        case (true, .plan): 2
        case (false, .session), (false, .attendance): 3
        case (false, .plan): 4
        }
    }

    /// The entries with minutes, in order of end, each with what it adds to those that go before it.
    private func counted(_ mask: UInt64) -> [(index: Int, minutes: Int)] {
        let all = order.filter { bits[$0] & mask != 0 && training.activities[$0].minutes > 0 }
        guard let first = all.first.map({ Self.rank(training.activities[$0]) }), !rules.addsAllAccounts,
            all.contains(where: { Self.rank(training.activities[$0]) != first })
        else { return all.map { ($0, training.activities[$0].minutes) } }
        let ranks = Set(all.map { Self.rank(training.activities[$0]) }).sorted()
        var adds: [Int: Int] = [:]
        var earlier: [Int] = []
        for rank in ranks {
            let own = all.filter { Self.rank(training.activities[$0]) == rank }
            // Each hour that stands elsewhere is taken out of one entry of a rank only.
            var left = Dictionary(earlier.map { ($0, adds[$0] ?? 0) }) { first, _ in first }
            for index in own {
                let entry = training.activities[index]
                var rest = entry.minutes
                for other in earlier {
                    let known = min(
                        rest, left[other] ?? 0, share(of: adds[other] ?? 0, training.activities[other].period, in: entry.period))
                    rest -= known
                    left[other, default: 0] -= known
                }
                adds[index] = rest
            }
            earlier += own
        }
        return all.map { ($0, adds[$0] ?? 0) }
    }

    /// What of some minutes spread over a period lies in another, rounded down.
    private func share(of minutes: Int, _ period: Period, in other: Period) -> Int {
        let days = Period(from: period.from, to: period.to ?? period.from.adding(days: 1)) ?? period
        guard let common = days.intersection(other) else { return 0 }
        return minutes * common.end.days(since: common.from) / max(1, days.end.days(since: days.from))
    }

    // MARK: Numbers and topics

    /// How many; each counts when it is over.
    func counts(_ mask: UInt64, reaching minimum: Int) -> Sum {
        var sum = Sum()
        for index in order where bits[index] & mask != 0 {
            add(training.activities[index].count, training.activities[index], &sum, minimum)
        }
        return sum
    }

    /// Different topics with enough minutes, counted when they have enough.
    func topics(_ mask: UInt64, each: Int, reaching minimum: Int) -> Sum {
        var sum = Sum()
        var minutes: [String: Int] = [:]
        for index in order where bits[index] & mask != 0 && !training.activities[index].topic.isEmpty {
            let entry = training.activities[index]
            let topic = Folding.fold(entry.topic)
            let before = minutes[topic, default: 0]
            minutes[topic] = before + entry.minutes
            if before < each, before + entry.minutes >= each { add(1, entry, &sum, minimum) }
        }
        return sum
    }

    private func add(_ count: Int, _ entry: ActivityEntry, _ sum: inout Sum, _ minimum: Int) {
        // An entry without an end is taken to be over the day after it began.
        let over = entry.period.to ?? entry.period.from.adding(days: 1)
        if over <= training.asOf { sum.done += count } else { sum.planned += count }
        if sum.metOn == nil, sum.done + sum.planned >= minimum { sum.metOn = over }
    }
}
