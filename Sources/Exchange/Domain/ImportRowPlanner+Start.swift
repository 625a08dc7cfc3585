/// When the training and the job began, and what a training cannot be.
extension ImportRowPlanner {
    /// Which start a day is of which the sheet does not say: one that the register has is that one, and any other is asked about.
    mutating func settleStart(of known: KnownRecord<Training>?) {
        guard let day = row.started else { return }
        let registered = known?.stretches.first?.period.from
        let jobs = (known.map { state.register.engagements(of: $0.id) } ?? []).filter { job in
            job.stretches.contains { $0.value.municipality == row.municipality }
        }
        if day == registered {
            row.take(start: .trainingStart)
        } else if jobs.contains(where: { $0.stretches.first?.period.from == day }) {
            row.take(start: .engagedFrom)
        } else {
            problems.append(
                RowProblem(
                    place: row.place, sheetName: row.sheetName, field: .started, found: day.norwegian,
                    kind: .startOfWhat(registered: registered),
                    choices: [.meaning(.engagedFrom), .meaning(.trainingStart), .leaveOut]))
        }
    }

    /// A start that is earlier or later than the register has it.
    mutating func moveStart(_ training: inout PlannedTraining) {
        guard let start = row.trainingStart, let first = training.known.stretches.first, first.period.from != start else { return }
        if let earlier = Period(from: start, to: first.period.from) {
            set(earlier, first.value, in: &training)
        } else if let lost = Period(from: first.period.from, to: start) {
            guard loses(lost, of: first.period) else { return }
            set(lost, nil, in: &training)
        }
        note(.trainingStart, old: .day(first.period.from), new: .day(start))
    }

    /// Whether the days up to a later start may be taken away: only when somebody has said so, since it may be the job that began then.
    private mutating func loses(_ lost: Period, of first: Period) -> Bool {
        if lost.end < first.end,
            settings.answers.choice(row: row.place, code: RowProblem.Kind.startOfWhat(registered: nil).code) == .meaning(.trainingStart)
        {
            return true
        }
        let kind = RowProblem.Kind.startMovesLater(.trainingStart, said: lost.end, registered: lost.from)
        switch settings.answers.choice(row: row.place, code: kind.code) {
        case .accept where lost.end < first.end: return true
        case .meaning(.engagedFrom) where row.engagedFrom == nil: row.engagedFrom = lost.end
        default:
            let job: [ImportChoice] = row.engagedFrom == nil ? [.meaning(.engagedFrom)] : []
            let correction: [ImportChoice] = lost.end < first.end ? [.accept] : []
            ask(kind, .trainingStart, job + [.value(lost.from.norwegian)] + correction + [.leaveOut])
        }
        return false
    }

    /// What a training cannot be, as the forms refuse it; nothing is said of what the register has already.
    mutating func refuse(_ known: KnownRecord<Training>, besides before: TrainingCourse) {
        for refusal in known.course.refusals(besides: before, newSchemeFrom: settings.newSchemeFrom) {
            switch refusal {
            // The day is asked for already.
            case .newSchemeTooEarly where problems.contains { $0.kind == .conversionDayNotSaid }: continue
            case .newSchemeTooEarly(let start, let first):
                ask(.newSchemeTooEarly(start, first: first), .converted, [.accept, .leaveOut])
            case .convertedTooEarly(let first): problems.append(RowProblem(row, .convertedTooEarly(first: first), .converted))
            case .expectedEndBeforeStart:
                problems.append(RowProblem(row, .endBeforeStart(.trainingStart, .expectedEnd), .expectedEnd))
            case .endBeforeStart: problems.append(RowProblem(row, .endBeforeStart(.trainingStart, .endDay), .endDay))
            }
        }
    }
}
