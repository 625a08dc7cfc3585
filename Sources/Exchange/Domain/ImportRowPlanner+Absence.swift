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
        guard fits(period, share, besides: known?.id, training) else { return }
        if row.absencePercent == nil, known == nil {
            problems.append(RowProblem(row, .assumedPercent(.absencePercent, share), .absencePercent))
        }
        let wanted = [KnownRecord<Absence>.Stretch(period, value)]
        if let known {
            if known.stretches == wanted { return }
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

    /// Absence is from a training while it lasts, and all of it at once is at most the whole position.
    private mutating func fits(_ period: Period, _ share: PositionPercent, besides own: RecordID?, _ training: PlannedTraining) -> Bool {
        let running = training.known.stretches.filter { !$0.value.standing.isEnded }
        if let begins = running.first?.period.from, period.from < begins {
            problems.append(RowProblem(row, .absenceOutsideTraining(begins), .absenceFrom))
            return false
        }
        if let last = running.last?.period.lastDay, period.from > last {
            problems.append(RowProblem(row, .absenceOutsideTraining(last), .absenceFrom))
            return false
        }
        let others = state.register.absences(of: training.known.id).filter { $0.id != own }.flatMap(\.stretches)
            .filter { $0.period.overlaps(period) }
        let days = [period.from] + others.map(\.period.from).filter { period.contains($0) }
        let isTooMuch = days.contains { day in
            others.filter { $0.period.contains(day) }.reduce(share.hundredths) { $0 + $1.value.share.hundredths }
                > PositionPercent.full.hundredths
        }
        if isTooMuch { problems.append(RowProblem(row, .absenceTooMuch, .absencePercent)) }
        return !isTooMuch
    }
}
