/// Adds up a case's activities (*aktivitetsregnskap*). What was done before the as-of day counts; what lies ahead is plan; what was planned for
/// a day that has passed, without being said to be done, is neither.
struct ActivityAccount {
    /// What has been done, what is planned, and the first day the sum is enough.
    struct Sum {
        var done = 0
        var planned = 0
        var metOn: CalendarDay?
    }

    private let training: TrainingCase
    private let bits: [UInt64]
    /// The entries with usable numbers that are done or to come, those that end first, first.
    private var order: [Int] = []

    init(_ training: TrainingCase, _ bits: [UInt64]) {
        self.training = training
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

    /// Minutes, those of a long stretch spread evenly over its days and rounded down to whole minutes.
    func minutes(_ mask: UInt64, reaching minimum: Int = .max) -> Sum {
        var sum = Sum()
        for index in order where bits[index] & mask != 0 && training.activities[index].minutes > 0 {
            let entry = training.activities[index]
            let days = entry.period.to.map { $0.days(since: entry.period.from) } ?? 1
            let passed = max(0, min(days, training.asOf.days(since: entry.period.from)))
            let done = entry.isDone || days > 1 ? entry.minutes * passed / days : 0
            let before = sum.done + sum.planned
            sum.done += done
            sum.planned += entry.minutes - done
            if sum.metOn == nil, before + entry.minutes >= minimum {
                let needed = ((minimum - before) * days + entry.minutes - 1) / entry.minutes
                sum.metOn = entry.period.from.adding(days: max(1, needed))
            }
        }
        return sum
    }

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
