extension ImportRowPlanner {
    /// The training the row is about, as it will be; nil when it cannot be told or made.
    mutating func planTraining(newID: () -> RecordID) -> PlannedTraining? {
        if let converted = conversionDay, let scheme = row.scheme, (scheme == .new) != (converted <= day) {
            problems.append(RowProblem(row, .schemeAndConversionDisagree, .converted))
            return nil
        }
        if row.conversion == .yes, row.scheme == .old {
            problems.append(RowProblem(row, .schemeAndConversionDisagree, .converted))
            return nil
        }
        let specialty = row.specialty ?? .generalPractice
        let candidates = state.register.trainings(of: trainee).filter { $0.nearest(to: day)?.value.specialty == specialty }
        let running = candidates.first { $0.nearest(to: day).map { !$0.value.standing.isEnded } ?? false }
        let known =
            running
            ?? candidates.max(by: { ($0.stretches.first?.period.from ?? .earliest) < ($1.stretches.first?.period.from ?? .earliest) })
        settleStart(of: known)
        guard let known else { return addTraining(specialty, newID: newID) }
        guard row.started == nil else { return nil }

        var training = PlannedTraining(known: known, isNew: false)
        moveStart(&training)
        changeScheme(&training)
        settleScheme(&training)
        askWhatIsUnlikely(of: training.known, before: known)
        changeStanding(&training)
        changeExpectedEnd(&training)
        end(&training)
        refuse(training.known, besides: known.course)
        return training
    }

    /// Whether all of a training may be in a scheme: none was in the new one before it came into force.
    private func mayBeWholly(_ scheme: Training.Scheme, from start: CalendarDay?) -> Bool {
        guard scheme == .new, let first = settings.newSchemeFrom, let start else { return true }
        return start >= first
    }

    /// A training that was in the old scheme all along, as somebody has answered.
    private mutating func settleScheme(_ training: inout PlannedTraining) {
        guard training.known.stretches.first?.value.scheme == .new, isOldAllAlong(training.known) else { return }
        for stretch in training.known.stretches {
            var value = stretch.value
            value.scheme = .old
            set(stretch.period, value, in: &training)
        }
    }

    private func isOldAllAlong(_ known: KnownRecord<Training>) -> Bool {
        guard let first = settings.newSchemeFrom, let start = known.stretches.first?.period.from, start < first else { return false }
        return accepted(.newSchemeTooEarly(start, first: first))
    }

    /// Asks about a start and a scheme that are seldom so, as the form for one doctor does. What the register has already is not asked
    /// about again: whoever registered it has answered.
    private mutating func askWhatIsUnlikely(of known: KnownRecord<Training>, before: KnownRecord<Training>?) {
        guard let first = known.stretches.first else { return }
        let (start, scheme) = (first.period.from, first.value.scheme)
        if let old = before?.stretches.first, old.period.from == start, old.value.scheme == scheme { return }
        let doubts = UnlikelyRegistration.ofTraining(
            start: start, scheme: scheme, today: settings.day, newSchemeFrom: settings.newSchemeFrom)
        for doubt in doubts {
            switch doubt {
            case .oldSchemeStartedLate:
                let kind = RowProblem.Kind.oldSchemeStartedLate(start)
                // With the day of a conversion she was in the old scheme first, whatever the column says: then the day may be wrong.
                let isOfScheme = row.scheme == .old
                if !accepted(kind) {
                    ask(kind, isOfScheme ? .scheme : .trainingStart, [.accept] + (isOfScheme ? [.value("ny")] : []) + [.leaveOut])
                }
            case .startsFarAhead:
                if !accepted(.startsFarAhead(start)) { ask(.startsFarAhead(start), .trainingStart, [.accept, .leaveOut]) }
            case .workBeforeTraining: continue
            }
        }
    }

    private var conversionDay: CalendarDay? {
        if case .on(let day)? = row.conversion { day } else { nil }
    }

    mutating func set(_ period: Period, _ value: Training?, in training: inout PlannedTraining) {
        let before = training.known
        training.known.set(period, to: value)
        if training.known != before { add(training.known.id, period, .training(value), isNew: before.stretches.isEmpty) }
    }

    // MARK: New

    private mutating func addTraining(_ specialty: Training.Specialty, newID: () -> RecordID) -> PlannedTraining? {
        if row.scheme == nil, conversionDay == nil { ask(.notSaid(.scheme), .scheme, [.value("ny"), .value("gammel")]) }
        if row.trainingStart == nil, row.started == nil {
            ask(.notSaid(.trainingStart), .trainingStart, row.engagedFrom.map { [.value($0.norwegian)] } ?? [])
        }
        if row.conversion == .yes {
            let mayBeNew = mayBeWholly(.new, from: row.trainingStart)
            if !mayBeNew || !accepted(.conversionDayNotSaid) { ask(.conversionDayNotSaid, .converted, mayBeNew ? [.accept] : []) }
        }
        guard let start = row.trainingStart, let scheme = row.scheme ?? (conversionDay == nil ? nil : .new) else { return nil }

        var training = PlannedTraining(known: KnownRecord(id: newID()), isNew: true)
        let value = Training(trainee: trainee, specialty: specialty, scheme: scheme, expectedEnd: row.expectedEnd)
        if let converted = conversionDay {
            guard let old = Period(from: start, to: converted) else {
                problems.append(RowProblem(row, .endBeforeStart(.trainingStart, .converted), .converted))
                return nil
            }
            var before = value
            before.scheme = .old
            var after = value
            after.scheme = .new
            set(old, before, in: &training)
            set(Period(startingOn: converted), after, in: &training)
            note(.converted, old: .nothing, new: .day(converted))
        } else {
            set(Period(startingOn: start), value, in: &training)
        }
        settleScheme(&training)
        askWhatIsUnlikely(of: training.known, before: nil)
        note(.scheme, old: .nothing, new: .scheme(training.known.stretches.last?.value.scheme ?? scheme))
        note(.trainingStart, old: .nothing, new: .day(start))
        note(.expectedEnd, old: .nothing, new: .day(row.expectedEnd))
        changeStanding(&training)
        end(&training)
        refuse(training.known, besides: TrainingCourse([]))
        return training
    }

    // MARK: Known

    private mutating func changeScheme(_ training: inout PlannedTraining) {
        if let converted = conversionDay {
            let old = Self.conversion(in: training.known)
            for stretch in training.known.stretches {
                var (before, after) = (stretch.value, stretch.value)
                (before.scheme, after.scheme) = (.old, .new)
                if let early = Period(from: stretch.period.from, to: min(stretch.period.end, converted)), stretch.period.from < converted {
                    set(converted >= stretch.period.end ? stretch.period : early, before, in: &training)
                }
                if let late = Period(from: max(stretch.period.from, converted), to: stretch.period.to) { set(late, after, in: &training) }
            }
            note(.converted, old: .day(old), new: .day(converted))
            return
        }
        guard let now = training.known.nearest(to: day) else { return }
        let wanted = row.conversion == .yes ? .new : row.scheme
        guard let wanted, wanted != now.value.scheme, wanted == .old || !isOldAllAlong(training.known) else { return }
        if wanted == .new, row.conversion == .yes {
            ask(.conversionDayNotSaid, .converted, [.value(day.norwegian)])
            return
        }
        let kind = RowProblem.Kind.schemeChanged(from: now.value.scheme, to: wanted)
        let mayBeCorrection = mayBeWholly(wanted, from: training.known.stretches.first?.period.from)
        guard mayBeCorrection, accepted(kind) else {
            // With a day in the answer it is a conversion, read as the column `Konvertert`.
            ask(kind, .converted, (wanted == .new ? [.value(day.norwegian)] : []) + (mayBeCorrection ? [.accept] : []) + [.leaveOut])
            return
        }
        for stretch in training.known.stretches where stretch.value.scheme != wanted {
            var value = stretch.value
            value.scheme = wanted
            set(stretch.period, value, in: &training)
        }
        note(.scheme, old: .scheme(now.value.scheme), new: .scheme(wanted))
    }

    /// The day a training went from the old scheme to the new; nil when it did not.
    private static func conversion(in known: KnownRecord<Training>) -> CalendarDay? {
        zip(known.stretches, known.stretches.dropFirst()).first { $0.value.scheme == .old && $1.value.scheme == .new }?.1.period.from
    }

    private mutating func changeStanding(_ training: inout PlannedTraining) {
        guard let now = training.known.nearest(to: day) else { return }
        switch row.standing {
        case .active, .paused:
            guard let wanted = row.standing, wanted != now.value.standing, !now.value.standing.isEnded, now.period.contains(day) else {
                break
            }
            var value = now.value
            value.standing = wanted
            set(rest(of: now.period), value, in: &training)
            note(.status, old: training.isNew ? .nothing : .standing(now.value.standing), new: .standing(wanted))
        case .ended, nil: break
        }
        // The list has her as one in training; the register has let her go.
        guard !training.isNew, now.value.standing.isEnded, now.period.from <= day, row.endDay == nil else { return }
        if case .ended? = row.standing { return }
        let kind = RowProblem.Kind.trainingHasEnded(now.period.from.adding(days: -1))
        guard accepted(kind) else {
            ask(kind, nil, [.accept, .leaveOut])
            return
        }
        var value = now.value
        value.standing = row.standing ?? .active
        set(rest(of: now.period), value, in: &training)
        note(.status, old: .standing(now.value.standing), new: .standing(value.standing))
    }

    /// It is about the future: every stretch from the day on gets it.
    private mutating func changeExpectedEnd(_ training: inout PlannedTraining) {
        guard let expected = row.expectedEnd, let now = training.known.nearest(to: day), now.value.expectedEnd != expected,
            !now.value.standing.isEnded
        else { return }
        for stretch in training.known.stretches
        where stretch.period.end > min(day, now.period.from) && stretch.period.from >= now.period.from {
            var value = stretch.value
            value.expectedEnd = expected
            set(rest(of: stretch.period), value, in: &training)
        }
        note(.expectedEnd, old: .day(now.value.expectedEnd), new: .day(expected))
    }

    // MARK: The end

    private mutating func end(_ training: inout PlannedTraining) {
        let registered = training.known.stretches.first { $0.value.standing.isEnded }
        var reason = row.endReason
        if case .ended(let said)? = row.standing { reason = reason ?? said }
        guard let last = row.endDay else {
            if let reason, registered?.value.standing != .ended(reason) {
                ask(.notSaid(.endDay), .endDay, registered.map { [.value($0.period.from.adding(days: -1).norwegian)] } ?? [])
            }
            return
        }
        let from = last.adding(days: 1)
        guard let start = training.known.stretches.first?.period.from, from > start else {
            problems.append(RowProblem(row, .endBeforeStart(.trainingStart, .endDay), .endDay))
            return
        }
        if reason == nil, let registered, registered.period.from == from { return }
        if reason == nil, last > settings.day, registered == nil {
            if row.expectedEnd == last || training.known.nearest(to: day)?.value.expectedEnd == last { return }
            guard accepted(.endInFuture) else {
                // A reason in the answer is read as the column `Sluttårsak`.
                ask(.endInFuture, .endReason, [.accept] + ImportWordReading.endReasonChoices.map(ImportChoice.value))
                return
            }
            expect(last, of: &training)
            return
        }
        if reason == nil, case .ended(let old)? = registered?.value.standing { reason = old }
        guard let reason else {
            ask(.notSaid(.endReason), .endReason, ImportWordReading.endReasonChoices.map(ImportChoice.value))
            return
        }
        finish(&training, from: from, reason: reason, registered: registered)
    }

    private mutating func expect(_ day: CalendarDay, of training: inout PlannedTraining) {
        let old = training.known.nearest(to: self.day)?.value.expectedEnd
        for stretch in training.known.stretches where stretch.period.end > self.day {
            var value = stretch.value
            value.expectedEnd = day
            set(rest(of: stretch.period), value, in: &training)
        }
        note(.expectedEnd, old: .day(old), new: .day(day))
    }

    private mutating func finish(
        _ training: inout PlannedTraining, from: CalendarDay, reason: Training.EndReason, registered: KnownRecord<Training>.Stretch?
    ) {
        if let registered, registered.period.from < from, let longer = Period(from: registered.period.from, to: from) {
            // It went on longer than the register has it.
            let before = training.known.stretches.last { $0.period.end <= registered.period.from && !$0.value.standing.isEnded }
            if var value = before?.value {
                if value.standing.isEnded { value.standing = .active }
                set(longer, value, in: &training)
            }
        }
        guard var value = training.known.nearest(to: from.adding(days: -1))?.value else { return }
        if registered?.period.from != from {
            value.standing = .ended(reason)
            value.expectedEnd = row.expectedEnd ?? value.expectedEnd
            set(Period(startingOn: from), value, in: &training)
        } else {
            for stretch in training.known.stretches where stretch.value.standing.isEnded {
                value = stretch.value
                value.standing = .ended(reason)
                set(stretch.period, value, in: &training)
            }
        }
        let oldDay = registered.map { $0.period.from.adding(days: -1) }
        note(.endDay, old: .day(oldDay), new: .day(from.adding(days: -1)))
        note(.endReason, old: registered.map { .standing($0.value.standing) } ?? .nothing, new: .standing(.ended(reason)))
    }
}
