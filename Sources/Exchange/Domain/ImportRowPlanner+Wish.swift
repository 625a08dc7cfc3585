extension ImportRowPlanner {
    /// A wish is changed where there is one and made where there is none. Cells left empty say nothing: a wish is not withdrawn by them.
    mutating func planWish(training: PlannedTraining, newID: () -> RecordID) {
        guard row.saysWish else {
            if row.note != nil { problems.append(RowProblem(row, .noteNotKept, .note)) }
            return
        }
        if let earliest = row.earliest, let latest = row.latest, latest < earliest {
            problems.append(RowProblem(row, .endBeforeStart(.wishFrom, .wishTo), .wishTo))
            return
        }
        let current = state.register.wishes(of: training.known.id).last { ($0.stretches.last?.period.end ?? .earliest) > day }
        if let current, let now = current.nearest(to: day) { change(current.id, now) } else { addWish(training, newID: newID) }
    }

    private mutating func addWish(_ training: PlannedTraining, newID: () -> RecordID) {
        if accepted(.notSaid(.firstWish)) {
            problems.append(RowProblem(row, .wishLeftOut, .firstWish))
            return
        }
        let choices = unique(row.wishes.compactMap { $0 })
        // The doctor need not wait for what nobody knows of her wish; it is enough to say so once.
        var orWithout: [ImportChoice] = [.accept]
        for (field, values) in [
            (ImportField.firstWish, choices.isEmpty ? [] : nil), (.wishFrom, row.earliest == nil ? [] : nil),
            (.wishMonths, row.months == nil ? [ImportChoice.value("6"), .value("12")] : nil),
        ] {
            guard let values else { continue }
            ask(.notSaid(field), field, values + orWithout)
            orWithout = []
        }
        guard !choices.isEmpty, let earliest = row.earliest, let months = row.months else { return }
        if row.wishPercent == nil { problems.append(RowProblem(row, .assumedPercent(.wishPercent, .full), .wishPercent)) }
        let wish = HospitalWish(
            training: training.known.id, choices: choices, earliest: earliest, latest: row.latest ?? earliest, months: months,
            percent: row.wishPercent ?? .full, note: row.note ?? "")
        add(newID(), Period(startingOn: day), .wish(wish), isNew: true)
        noteChoices(old: [], new: choices)
        note(.wishFrom, old: .nothing, new: .halfYear(earliest))
        note(.wishTo, old: .nothing, new: .halfYear(wish.latest))
        note(.wishMonths, old: .nothing, new: .months(months))
        note(.wishPercent, old: .nothing, new: .percent(wish.percent))
        note(.note, old: .nothing, new: .text(row.note))
    }

    private mutating func change(_ id: RecordID, _ now: KnownRecord<HospitalWish>.Stretch) {
        var wish = now.value
        var choices = wish.choices
        for (index, said) in row.wishes.enumerated() {
            guard let said else { continue }
            if choices.indices.contains(index) { choices[index] = said } else { choices.append(said) }
        }
        choices = unique(choices)
        if choices != wish.choices {
            noteChoices(old: wish.choices, new: choices)
            wish.choices = choices
        }
        if let earliest = row.earliest, earliest != wish.earliest {
            note(.wishFrom, old: .halfYear(wish.earliest), new: .halfYear(earliest))
            wish.earliest = earliest
        }
        if let latest = row.latest ?? (wish.latest < wish.earliest ? wish.earliest : nil), latest != wish.latest {
            note(.wishTo, old: .halfYear(wish.latest), new: .halfYear(latest))
            wish.latest = latest
        }
        guard wish.latest >= wish.earliest else {
            problems.append(RowProblem(row, .endBeforeStart(.wishFrom, .wishTo), .wishTo))
            return
        }
        if let months = row.months, months != wish.months {
            note(.wishMonths, old: .months(wish.months), new: .months(months))
            wish.months = months
        }
        if let percent = row.wishPercent, percent != wish.percent {
            note(.wishPercent, old: .percent(wish.percent), new: .percent(percent))
            wish.percent = percent
        }
        if let text = row.note, text != wish.note {
            note(.note, old: .text(wish.note), new: .text(text))
            wish.note = text
        }
        if wish != now.value { add(id, rest(of: now.period), .wish(wish)) }
    }

    private func unique(_ choices: [HospitalWish.Choice]) -> [HospitalWish.Choice] {
        var seen: Set<HospitalWish.Choice> = []
        return choices.filter { seen.insert($0).inserted }
    }

    private mutating func noteChoices(old: [HospitalWish.Choice], new: [HospitalWish.Choice]) {
        let fields: [ImportField] = [.firstWish, .secondWish, .thirdWish]
        for (index, field) in fields.enumerated() {
            func value(_ choices: [HospitalWish.Choice]) -> ImportValue {
                choices.indices.contains(index) ? .trust(choices[index].trust, department: choices[index].department) : .nothing
            }
            note(field, old: value(old), new: value(new))
        }
    }
}
