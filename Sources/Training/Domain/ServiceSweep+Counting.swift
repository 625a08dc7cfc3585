// Amounts: maxima in order of time, the day a minimum is reached, and the parts.

extension ServiceSweep {
    /// Counts a stretch of days, cut on the day a maximum is reached.
    mutating func count(_ from: Int32, _ to: Int32, _ fromMark: Int, _ toMark: Int) {
        var (start, startMark) = (from, fromMark)
        while start < to {
            var (stop, stopMark) = (to, toMark)
            for (index, cap) in rules.caps.enumerated() {
                let left = cap.maximum - used[index]
                guard left > 0 else { continue }
                var rate = 0
                for one in active where services[one].bit & cap.mask != 0 && !isFull(services[one].bit) {
                    rate += services[one].share.counted
                }
                guard rate > 0, (stopMark - startMark) > left / rate else { continue }
                // The day on which it is reached stands alone, since part of it counts and part does not.
                let last = MonthMeter.lastDay(at: startMark + left / rate).number
                stop = min(stop, max(last, start + 1))
                stopMark = MonthMeter.mark(Self.day(stop))
            }
            take(start, stop, startMark, stopMark)
            (start, startMark) = (stop, stopMark)
        }
    }

    /// Whether a maximum for the category is used up.
    private func isFull(_ bit: UInt64) -> Bool {
        for (index, cap) in rules.caps.enumerated() where cap.mask & bit != 0 && used[index] >= cap.maximum { return true }
        return false
    }

    private mutating func take(_ from: Int32, _ to: Int32, _ fromMark: Int, _ toMark: Int) {
        let length = toMark - fromMark
        let isPlanned = from >= asOf
        let days = Period(from: Self.day(from), to: Self.day(to)) ?? .always
        for total in totals.indices { totals[total].gained = 0 }
        for index in active {
            let service = services[index]
            let share = service.share
            let due = share.counted * length
            var counted = due
            var full: Int?
            for (cap, rule) in rules.caps.enumerated() where rule.mask & service.bit != 0 {
                let left = rule.maximum - used[cap]
                if left < counted { (counted, full) = (max(0, left), rule.requirement) }
            }
            if counted > 0 {
                for (cap, rule) in rules.caps.enumerated() where rule.mask & service.bit != 0 { used[cap] += counted }
                for (total, rule) in rules.totals.enumerated() where rule.mask & service.bit != 0 { totals[total].gained += counted }
            }
            let expected = share.expectsSupervision ? (share.counted + share.hindered) * length : 0
            if isPlanned { expectedPlanned += expected } else { expectedServed += expected }
            if share.marks.contains(.unloggedHours) { expectedUnlogged += expected }
            note(index, \.counted, days, .counted, counted, length, share, isPlanned)
            if let full { note(index, \.over, days, .overCap(full), due - counted, length, share, isPlanned) }
            if let first = share.hindrances.first {
                note(index, \.hindered, days, .notCounted(first), share.hindered * length, length, share, isPlanned)
            }
            note(index, \.above, days, .notCounted(.above100Percent), share.above * length, length, share, isPlanned)
            note(index, \.absent, days, .notCounted(.absent), share.absent * length, length, share, isPlanned)
        }
        for (total, rule) in rules.totals.enumerated() {
            let gain = totals[total].gained
            guard gain > 0 else { continue }
            let before = totals[total].served + totals[total].planned
            if isPlanned { totals[total].planned += gain } else { totals[total].served += gain }
            if totals[total].metOn == nil, let minimum = rule.minimum, before + gain >= minimum {
                // Within the stretch time runs evenly, so the day is where the missing part of it has passed.
                let needed = Self.share(of: length, minimum - before, gain)
                totals[total].metOn = to - from == 1 ? days.end : MonthMeter.firstDay(at: fromMark + needed)
            }
        }
    }

    /// `length × part / whole`, rounded up; exact without overflow.
    static func share(of length: Int, _ part: Int, _ whole: Int) -> Int {
        guard whole > 0, part > 0 else { return 0 }
        let (high, low) = length.multipliedFullWidth(by: part)
        let (quotient, rest) = whole.dividingFullWidth((high, low))
        return rest > 0 ? quotient + 1 : quotient
    }

    /// Adds a part, or prolongs the one that came out in the same way.
    private mutating func note(
        _ service: Int, _ tail: WritableKeyPath<Tail, Int>, _ days: Period,
        _ outcome: ServicePart.Outcome, _ units: Int, _ length: Int, _ share: Share, _ isPlanned: Bool
    ) {
        guard units > 0 else { return }
        let rate = units % length == 0 ? units / length : 0
        let last = services[service].tail[keyPath: tail]
        if last >= 0, parts[last].period.end == days.from, parts[last].outcome == outcome, rate > 0, parts[last].rate == rate,
            parts[last].isPlanned == isPlanned,
            parts[last].hindrances == share.hindrances, parts[last].assumesSupervision == share.assumesSupervision,
            parts[last].expectsSupervision == share.expectsSupervision, parts[last].marks == share.marks,
            let joined = Period(from: parts[last].period.from, to: days.end)
        {
            parts[last].period = joined
            parts[last].amount += ServiceAmount(units: units)
            return
        }
        services[service].tail[keyPath: tail] = parts.count
        let isExpecting: Bool =
            switch outcome {
            case .notCounted(.absent), .notCounted(.above100Percent): false
            default: share.expectsSupervision
            }
        parts.append(
            ServicePart(
                service: services[service].index, period: days, outcome: outcome, hindrances: share.hindrances,
                amount: ServiceAmount(units: units),
                rate: rate,
                isPlanned: isPlanned, assumesSupervision: share.assumesSupervision, expectsSupervision: isExpecting, marks: share.marks))
    }

    /// Calendar months in which a group ran, some of them only while in certain service. What is registered as done has been served; what is
    /// planned stays planned while it runs, also the days that have passed.
    mutating func countGroups(_ from: Int32, _ to: Int32, _ fromMark: Int, _ toMark: Int) {
        var (done, planned): (UInt64, UInt64) = (0, 0)
        for group in groups where group.from <= from && to <= group.to {
            if group.isDone, from < asOf {
                done |= group.bit
            } else if group.isDone || from >= asOf || (group.to > asOf && !rules.runningPlanLapses) {
                planned |= group.bit
            }
        }
        let running = done | planned
        guard running != 0 else { return }
        var inService: UInt64 = 0
        for index in active where services[index].share.isInService { inService |= services[index].bit }
        let length = (toMark - fromMark) * 100_000_000
        for (index, rule) in rules.during.enumerated()
        where rule.activities & running != 0 && (rule.mask == 0 || rule.mask & inService != 0) {
            let before = groupTotals[index].served + groupTotals[index].planned
            if rule.activities & done != 0 {
                groupTotals[index].served += length
            } else {
                groupTotals[index].planned += length
                if from < asOf { groupTotals[index].awaiting += length }
            }
            if groupTotals[index].metOn == nil, before + length >= rule.minimum {
                let needed = Self.share(of: toMark - fromMark, rule.minimum - before, length)
                groupTotals[index].metOn = MonthMeter.firstDay(at: fromMark + needed)
            }
        }
    }

    /// What leans on days that nobody has registered is not reached yet.
    mutating func settleGroups() {
        for (index, rule) in rules.during.enumerated() {
            guard let day = groupTotals[index].metOn, day <= training.asOf, groupTotals[index].served < rule.minimum else { continue }
            groupTotals[index].metOn = training.asOf.adding(days: 1)
        }
    }
}
