extension ImportRowPlanner {
    mutating func planEngagement(in municipality: MunicipalityID, training: PlannedTraining, claimed: Set<RecordID>, newID: () -> RecordID)
    {
        if let from = row.engagedFrom, let last = row.engagedTo, last < from {
            problems.append(RowProblem(row, .endBeforeStart(.engagedFrom, .engagedTo), .engagedTo))
            return
        }
        let here = state.register.engagements(of: training.known.id)
            .filter { !claimed.contains($0.id) && $0.stretches.contains { $0.value.municipality == municipality } }
        switch choose(among: here) {
        case .one(let known):
            engagement = known.id
            change(known)
        case .several: problems.append(RowProblem(row, .missing(.workplace), .workplace))
        case .none(let ended): addEngagement(in: municipality, training: training, afterEnded: ended, newID: newID)
        }
    }

    private enum Choice {
        case one(KnownRecord<Engagement>)
        case several
        /// None; the last day of the one that was.
        case none(endedOn: CalendarDay?)
    }

    /// The day to look at the engagement on: within the training, when that is over.
    private var reference: CalendarDay { row.endDay.map { min($0, day) } ?? day }

    private func choose(among here: [KnownRecord<Engagement>]) -> Choice {
        let saysWhen = row.engagedFrom != nil || row.engagedTo != nil
        let span = Period(from: row.engagedFrom ?? .earliest, to: row.engagedTo?.adding(days: 1)) ?? .always
        let live = here.filter { known in
            saysWhen ? known.stretches.contains { $0.period.overlaps(span) } : (known.stretches.last?.period.end ?? .earliest) > reference
        }
        guard !live.isEmpty else {
            return .none(endedOn: saysWhen ? nil : here.compactMap { $0.stretches.last?.period.lastDay }.max())
        }
        func workplace(_ known: KnownRecord<Engagement>) -> String { ImportText.key(known.nearest(to: reference)?.value.workplace ?? "") }
        if let said = row.workplace.map(ImportText.key) {
            let same = live.filter { workplace($0) == said }
            if let exact = same.first(where: { $0.stretches.first?.period.from == row.engagedFrom }) ?? same.first { return .one(exact) }
            if let unnamed = live.first(where: { workplace($0).isEmpty }) { return .one(unnamed) }
            let free = live.filter { !siblingWorkplaces.contains(workplace($0)) }
            // One place of work in the register, one in the file: it has moved, or changed its name.
            return free.count == 1 && siblingWorkplaces.isEmpty ? .one(free[0]) : .none(endedOn: nil)
        }
        if live.count == 1 { return .one(live[0]) }
        let from = live.filter { row.engagedFrom != nil && $0.stretches.first?.period.from == row.engagedFrom }
        if from.count == 1 { return .one(from[0]) }
        return .several
    }

    private mutating func addEngagement(
        in municipality: MunicipalityID, training: PlannedTraining, afterEnded ended: CalendarDay?, newID: () -> RecordID
    ) {
        if let ended, !accepted(.engagementHasEnded(ended)) {
            ask(.engagementHasEnded(ended), nil, [.accept, .leaveOut])
            return
        }
        if row.form == nil {
            ask(.notSaid(.form), .form, ["fastlønn", "næringsdrift", "introduksjonsstilling", "vikar"].map(ImportChoice.value))
        }
        if row.percent == nil { ask(.notSaid(.percent), .percent, [.value("100 %")]) }
        let begun = training.known.stretches.first?.period.from
        let from = row.engagedFrom ?? assumedStart(of: training, begun)
        if from == nil {
            let days = [day] + (begun.map { [$0] } ?? [])
            ask(.notSaid(.engagedFrom), .engagedFrom, days.map { .value($0.norwegian) })
        }
        guard let form = row.form, let percent = row.percent, let from else { return }

        if row.engagedFrom == nil { problems.append(RowProblem(row, .assumedDay(.engagedFrom, from), .engagedFrom)) }
        guard let period = Period(from: from, to: row.engagedTo?.adding(days: 1)) else {
            problems.append(RowProblem(row, .endBeforeStart(.engagedFrom, .engagedTo), .engagedTo))
            return
        }
        let value = Engagement(
            training: training.known.id, municipality: municipality, workplace: row.workplace ?? "", form: form, percent: percent)
        let id = newID()
        engagement = id
        add(id, period, .engagement(value), isNew: true)
        note(.municipality, old: .nothing, new: .municipality(municipality))
        note(.workplace, old: .nothing, new: .text(row.workplace))
        note(.form, old: .nothing, new: .form(form))
        note(.percent, old: .nothing, new: .percent(percent))
        note(.engagedFrom, old: .nothing, new: .day(from))
        note(.engagedTo, old: .nothing, new: .day(row.engagedTo))
    }

    /// Asks about a start that is later than the registered one, since what lies between would be lost. True while nobody has said that it
    /// is right; a start that nothing registered can be cut to is told of by itself.
    private mutating func keepsStart(_ said: CalendarDay, _ registered: Period) -> Bool {
        guard said > registered.from, said < registered.end else { return false }
        let kind = RowProblem.Kind.startMovesLater(.engagedFrom, said: said, registered: registered.from)
        guard !accepted(kind) else { return false }
        ask(kind, .engagedFrom, [.value(registered.from.norwegian), .accept, .leaveOut])
        return true
    }

    /// When work began that the row has no start for: with the training, where that is new or her first work, else from the day the row
    /// is said to hold; nil when it must be asked.
    private func assumedStart(of training: PlannedTraining, _ begun: CalendarDay?) -> CalendarDay? {
        if training.isNew || !state.isRegistered(training.known.id) { return begun }
        if let said = row.validFrom { return said }
        let isFirst = state.register.engagements(of: training.known.id).isEmpty
        return isFirst && row.trainingStart != nil && row.trainingStart == begun ? begun : nil
    }

    /// As the form for one engagement: all her work together is at most a whole position on any day. What was more already is not the
    /// row's doing.
    mutating func checkTotal(of training: PlannedTraining) {
        let own = operations.filter { $0.id == engagement }
        guard let engagement, !own.isEmpty, !isClosed else { return }
        let trainings = Set(state.register.trainings(of: trainee).map(\.id) + [training.known.id])
        let work = trainings.sorted().flatMap { state.register.engagements(of: $0) }
        let others = work.filter { $0.id != engagement }.flatMap(\.stretches)
        let before = work.first { $0.id == engagement } ?? KnownRecord(id: engagement)
        var after = before
        for operation in own { if case .engagement(let value) = operation.fact { after.set(operation.period, to: value) } }
        func sum(_ mine: KnownRecord<Engagement>) -> PositionSum {
            PositionSum((others + mine.stretches).map { PositionSum.Part($0.period, $0.value.percent) })
        }
        let (now, then) = (sum(before), sum(after))
        for stretch in after.stretches {
            guard let from = then.firstAboveWhole(in: stretch.period), then.most(in: stretch.period) > now.most(in: stretch.period) else {
                continue
            }
            let together = others.filter { $0.period.contains(from) }.map {
                RowProblem.Kind.WorkThen(municipality: $0.value.municipality, percent: $0.value.percent, period: $0.period)
            }
            problems.append(RowProblem(row, .tooMuchWork(from: from, others: together), .percent, choices: [.leaveOut]))
            return
        }
    }

    private mutating func change(_ known: KnownRecord<Engagement>) {
        var known = known
        func set(_ period: Period, _ value: Engagement?, _ planner: inout ImportRowPlanner) {
            let before = known
            known.set(period, to: value)
            if known != before { planner.add(known.id, period, .engagement(value)) }
        }
        if let from = row.engagedFrom, let first = known.stretches.first, first.period.from != from, !keepsStart(from, first.period) {
            if let earlier = Period(from: from, to: first.period.from) {
                set(earlier, first.value, &self)
            } else if from < first.period.end, let cut = Period(from: first.period.from, to: from) {
                set(cut, nil, &self)
            } else {
                problems.append(.afterHistory(row, .engagedFrom, registered: first.period.from))
                return
            }
            note(.engagedFrom, old: .day(first.period.from), new: .day(from))
        }
        if let end = row.engagedTo?.adding(days: 1), let last = known.stretches.last, last.period.to != end {
            if last.period.end < end, let longer = Period(from: last.period.end, to: end) {
                set(longer, last.value, &self)
            } else if end > last.period.from {
                set(Period(startingOn: end), nil, &self)
            } else {
                problems.append(.afterHistory(row, .engagedTo, registered: last.period.from))
                return
            }
            note(.engagedTo, old: .day(last.period.lastDay), new: .day(row.engagedTo))
        }
        guard let now = known.nearest(to: reference) else { return }
        var value = now.value
        if let workplace = row.workplace, ImportText.key(workplace) != ImportText.key(value.workplace) {
            note(.workplace, old: .text(value.workplace), new: .text(workplace))
            value.workplace = workplace
        }
        if let form = row.form, form != value.form {
            note(.form, old: .form(value.form), new: .form(form))
            value.form = form
        }
        if let percent = row.percent, percent != value.percent {
            note(.percent, old: .percent(value.percent), new: .percent(percent))
            value.percent = percent
        }
        if value != now.value { set(rest(of: now.period, from: reference), value, &self) }
    }
}
