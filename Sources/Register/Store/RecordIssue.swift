import AlisDomain

/// Something in a record that cannot all be right, or that was forgotten (*bør rettes*): told on her page, with the way to what is to be
/// changed. Nothing is refused by it, since a merge or an import may bring it about.
package enum RecordIssue: Hashable, Sendable {
    /// More than one training in the same specialty on the day.
    case parallelTrainings([RecordID])
    /// Work adds up to more than a full position, today or else from the first day it does; the sum in hundredths of a percent.
    case tooMuchWork(on: CalendarDay, Int, [RecordID])
    /// The training is over from a day, and work or a wish goes on after it.
    case openAfterEnd(CalendarDay, engagements: [RecordID], wishes: [RecordID])
    /// Absences at once add up to more than the whole position.
    case tooMuchAbsence([RecordID])
    /// Absence before the training began or after it ended.
    case absenceOutside([RecordID])
    /// In the new scheme, from its start or by a conversion, before that came into force.
    case newSchemeTooEarly(first: CalendarDay, [RecordID])
    /// Expected to be done on or before the first day.
    case expectedEndBeforeStart([RecordID])
}

extension TraineeRecord {
    /// From a training's first day to its end; open while it goes on. Nil when there is no such training, or it never ran.
    package func span(ofTraining id: RecordID) -> Period? { course(ofTraining: id).span }

    /// One of her trainings from its first day to its end.
    package func course(ofTraining id: RecordID) -> TrainingCourse {
        trainings.first { $0.id == id }.map { TrainingCourse($0.timeline) } ?? TrainingCourse([])
    }

    /// All her work but one.
    package func work(besides id: RecordID?) -> [Version<Engagement>] {
        engagements.filter { $0.id != id }.flatMap(\.timeline.stretches)
    }

    /// What one piece of work and these others come to.
    package static func sum(_ value: Engagement, in period: Period, with others: [Version<Engagement>]) -> PositionSum {
        PositionSum(others.map { PositionSum.Part($0.period, $0.value.percent) } + [PositionSum.Part(period, value.percent)])
    }

    /// What ought to be looked at, as the record is on a day.
    ///
    /// - Parameter newSchemeFrom: the first day of the new scheme; nil where the reference data does not say.
    package func issues(on day: CalendarDay, newSchemeFrom: CalendarDay?) -> [RecordIssue] {
        var issues: [RecordIssue] = []
        let running = trainings.filter { thing in thing.timeline.value(on: day).map { !$0.standing.isEnded } ?? false }
        let parallel = Dictionary(grouping: running) { $0.timeline.value(on: day)?.specialty }.values.filter { $0.count > 1 }
        issues += parallel.map { RecordIssue.parallelTrainings($0.map(\.id)) }
        let sum = PositionSum(work(besides: nil).map { PositionSum.Part($0.period, $0.value.percent) })
        if let when = sum.isAboveWhole(on: day) ? day : sum.firstAboveWhole() {
            let work = engagements.filter { $0.timeline.value(on: when) != nil }
            issues.append(.tooMuchWork(on: when, sum.hundredths(on: when), work.map(\.id)))
        }
        if let ended = endedFrom {
            let late = max(ended, day)
            let open = engagements.filter { thing in thing.timeline.stretches.contains { $0.period.end > ended && $0.period.end > day } }
            let wished = wishes.filter { $0.timeline.value(on: late) != nil }
            if !open.isEmpty || !wished.isEmpty {
                issues.append(.openAfterEnd(ended, engagements: open.map(\.id), wishes: wished.map(\.id)))
            }
        }
        return issues + absenceIssues + trainingIssues(newSchemeFrom)
    }

    /// The day from which no training runs any more; nil while one does, or will.
    private var endedFrom: CalendarDay? {
        let ends = trainings.filter { $0.last != nil }.map { TrainingCourse($0.timeline).endedFrom }
        return ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
    }

    private var absenceIssues: [RecordIssue] {
        let stretches = absences.flatMap { thing in thing.timeline.stretches.map { (id: thing.id, stretch: $0) } }
        let parts = stretches.map { PositionSum.Part($0.stretch.period, $0.stretch.value.share) }
        var (crowded, outside): (Set<RecordID>, Set<RecordID>) = ([], [])
        for (index, (id, stretch)) in stretches.enumerated() {
            let others = parts.indices.filter { $0 != index }.map { parts[$0] }
            let course = course(ofTraining: stretch.value.training)
            // An open end was only unknown when it was said: the training's end closes it for whoever counts.
            let closed = stretch.period.isOpen ? course.span.flatMap { stretch.period.intersection($0) } : nil
            for refusal in AbsenceRefusal.all(of: closed ?? stretch.period, share: stretch.value.share, from: course, besides: others) {
                switch refusal {
                case .beforeTraining, .afterTraining: outside.insert(id)
                case .aboveWhole(let day): crowded.formUnion(stretches.filter { $0.stretch.period.contains(day) }.map(\.id))
                }
            }
        }
        return (crowded.isEmpty ? [] : [.tooMuchAbsence(crowded.sorted())]) + (outside.isEmpty ? [] : [.absenceOutside(outside.sorted())])
    }

    private func trainingIssues(_ newSchemeFrom: CalendarDay?) -> [RecordIssue] {
        var (early, expected): ([RecordID], [RecordID]) = ([], [])
        for thing in trainings {
            for refusal in TrainingCourse(thing.timeline).refusals(newSchemeFrom: newSchemeFrom) {
                switch refusal {
                case .newSchemeTooEarly, .convertedTooEarly: early.append(thing.id)
                case .expectedEndBeforeStart: expected.append(thing.id)
                // One that never ran, as when it was registered by mistake, is in nobody's way.
                case .endBeforeStart: continue
                }
            }
        }
        return (newSchemeFrom.map { early.isEmpty ? [] : [.newSchemeTooEarly(first: $0, early)] } ?? [])
            + (expected.isEmpty ? [] : [.expectedEndBeforeStart(expected)])
    }
}
