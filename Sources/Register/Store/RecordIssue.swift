import AlisDomain

/// Something in a record that cannot all be right, or that was forgotten (*bør rettes*): told on her page, with the way to what is to be
/// changed. Nothing is refused by it, since a merge or an import may bring it about.
package enum RecordIssue: Hashable, Sendable {
    /// More than one training in the same specialty on the day.
    case parallelTrainings([RecordID])
    /// Work adds up to more than a full position on the day; the sum in hundredths of a percent.
    case tooMuchWork(Int, [RecordID])
    /// The training is over from a day, and work or a wish goes on after it.
    case openAfterEnd(CalendarDay, engagements: [RecordID], wishes: [RecordID])
    /// Absences at once add up to more than the whole position.
    case tooMuchAbsence([RecordID])
    /// Absence before the training began or after it ended.
    case absenceOutside([RecordID])
}

extension TraineeRecord {
    /// From a training's first day to its end; open while it goes on. Nil when there is no such training, or it never ran.
    package func span(ofTraining id: RecordID) -> Period? {
        guard let stretches = trainings.first(where: { $0.id == id })?.timeline.stretches else { return nil }
        let running = stretches.filter { !$0.value.standing.isEnded }
        guard let first = running.map(\.period.from).min(), let last = running.max(by: { $0.period.end < $1.period.end }) else {
            return nil
        }
        return Period(from: first, to: last.period.to)
    }

    /// What ought to be looked at, as the record is on a day.
    package func issues(on day: CalendarDay) -> [RecordIssue] {
        var issues: [RecordIssue] = []
        let running = trainings.filter { thing in thing.timeline.value(on: day).map { !$0.standing.isEnded } ?? false }
        let parallel = Dictionary(grouping: running) { $0.timeline.value(on: day)?.specialty }.values.filter { $0.count > 1 }
        issues += parallel.map { RecordIssue.parallelTrainings($0.map(\.id)) }
        let work = engagements.filter { $0.timeline.value(on: day) != nil }
        let sum = work.reduce(0) { $0 + ($1.timeline.value(on: day)?.percent.hundredths ?? 0) }
        if sum > PositionPercent.full.hundredths { issues.append(.tooMuchWork(sum, work.map(\.id))) }
        if let ended = endedFrom {
            let late = max(ended, day)
            let open = engagements.filter { thing in thing.timeline.stretches.contains { $0.period.end > ended && $0.period.end > day } }
            let wished = wishes.filter { $0.timeline.value(on: late) != nil }
            if !open.isEmpty || !wished.isEmpty {
                issues.append(.openAfterEnd(ended, engagements: open.map(\.id), wishes: wished.map(\.id)))
            }
        }
        return issues + absenceIssues
    }

    /// The day from which no training runs any more; nil while one does, or will.
    private var endedFrom: CalendarDay? {
        let lasts = trainings.compactMap(\.last)
        guard !lasts.isEmpty, lasts.allSatisfy({ $0.value.standing.isEnded && $0.period.isOpen }) else { return nil }
        return trainings.compactMap { thing in thing.timeline.stretches.first { $0.value.standing.isEnded }?.period.from }.max()
    }

    private var absenceIssues: [RecordIssue] {
        let stretches = absences.flatMap { thing in thing.timeline.stretches.map { (id: thing.id, stretch: $0) } }
        var crowded: Set<RecordID> = []
        for (_, first) in stretches {
            let there = stretches.filter { $0.stretch.period.contains(first.period.from) }
            let sum = there.reduce(0) { $0 + $1.stretch.value.share.hundredths }
            if sum > PositionPercent.full.hundredths { crowded.formUnion(there.map(\.id)) }
        }
        let outside = Set(
            stretches.filter { entry in
                guard let span = span(ofTraining: entry.stretch.value.training) else { return false }
                // An open end is only unknown yet; the training's end closes it for whoever counts.
                return entry.stretch.period.from < span.from || (!entry.stretch.period.isOpen && entry.stretch.period.end > span.end)
            }.map(\.id))
        return (crowded.isEmpty ? [] : [.tooMuchAbsence(crowded.sorted())]) + (outside.isEmpty ? [] : [.absenceOutside(outside.sorted())])
    }
}
