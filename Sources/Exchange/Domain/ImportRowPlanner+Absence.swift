extension ImportRowPlanner {
    /// Absence is added, or the days and the share of one that is registered are made what the row says. A row without says nothing:
    /// what is registered stands.
    mutating func planAbsence(training: PlannedTraining, newID: () -> RecordID) {
        guard row.saysAbsence else { return }
        guard let kind = row.absence else {
            return ask(.notSaid(.absence), .absence, ImportAbsenceReading.choices.map(ImportChoice.value))
        }
        let ours = state.register.absences(of: training.known.id).filter { $0.stretches.contains { $0.value.kind == kind } }
        let through = row.absenceTo?.adding(days: 1)
        let start = row.absenceFrom ?? row.absenceTo ?? day
        guard let span = Period(from: start, to: through ?? start.adding(days: 1)) else {
            problems.append(RowProblem(row, .endBeforeStart(.absenceFrom, .absenceTo), .absenceTo))
            return
        }
        let known =
            ours.first { $0.stretches.first?.period.from == row.absenceFrom }
            ?? ours.first { known in known.stretches.contains { $0.period.overlaps(span) } }
        guard let from = row.absenceFrom ?? known?.stretches.first?.period.from else {
            return ask(.notSaid(.absenceFrom), .absenceFrom, [])
        }
        // An end that the row does not tell is the one that is registered, or not known yet.
        let end = through ?? known?.stretches.last?.period.to
        guard let period = Period(from: from, to: end) else {
            problems.append(RowProblem(row, .endBeforeStart(.absenceFrom, .absenceTo), .absenceTo))
            return
        }
        let before = known?.stretches.last?.value
        let share = row.absencePercent ?? before?.share ?? .full
        let value = Absence(training: training.known.id, kind: kind, share: share)
        if known?.stretches == [KnownRecord<Absence>.Stretch(period, value)] { return }
        guard fits(period, share, besides: known?.id, training) else { return }
        if row.absencePercent == nil, known == nil {
            problems.append(RowProblem(row, .assumedPercent(.absencePercent, share), .absencePercent))
        }
        if let known {
            for stretch in known.stretches {
                for left in stretch.period.subtracting(period) { add(known.id, left, .absence(nil)) }
            }
            add(known.id, period, .absence(value))
        } else {
            add(newID(), period, .absence(value), isNew: true)
        }
        let old = known?.stretches
        note(.absence, old: before.map { .absence($0.kind) } ?? .nothing, new: .absence(kind))
        note(.absenceFrom, old: .day(old?.first?.period.from), new: .day(from))
        note(.absenceTo, old: .day(old?.last?.period.lastDay), new: .day(period.lastDay))
        note(.absencePercent, old: before.map { .percent($0.share) } ?? .nothing, new: .percent(share))
    }

    /// Whether it can be as the row says; what cannot is told at its field.
    private mutating func fits(_ period: Period, _ share: PositionPercent, besides own: RecordID?, _ training: PlannedTraining) -> Bool {
        let trainings = Set(state.register.trainings(of: trainee).map(\.id) + [training.known.id])
        let others = trainings.flatMap { state.register.absences(of: $0) }.filter { $0.id != own }.flatMap(\.stretches)
            .map { PositionSum.Part($0.period, $0.value.share) }
        let refusals = AbsenceRefusal.all(of: period, share: share, from: training.known.course, besides: others)
        for refusal in refusals {
            switch refusal {
            case .beforeTraining(let begins): problems.append(RowProblem(row, .absenceOutsideTraining(begins), .absenceFrom))
            case .afterTraining(let last):
                problems.append(RowProblem(row, .absenceOutsideTraining(last), period.from > last ? .absenceFrom : .absenceTo))
            case .aboveWhole: problems.append(RowProblem(row, .absenceTooMuch, .absencePercent))
            }
        }
        return refusals.isEmpty
    }
}
