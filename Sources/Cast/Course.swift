import AlisDomain

/// How one doctor's training goes in truth, from first day to last, before anybody has reported anything.
struct Course {
    let start: CalendarDay
    /// The first day after it, often in the future.
    let end: CalendarDay
    let outcome: Training.EndReason
    let startsOld: Bool
    /// The first day under the new scheme, when begun under the old.
    var conversion: CalendarDay?
    let pause: Period?

    /// Draws a course that starts in a year; nil when it ended before the register began.
    init?(startingIn year: Int, today: CalendarDay, random: inout SyntheticRandom) {
        let month = random.pick(weighted: SyntheticParameters.monthWeights) ?? 1
        let dayOfMonth = random.chance(700) ? 1 : random.chance(500) ? 15 : random.between(1, 28)
        guard let start = CalendarDay(year: year, month: month, day: dayOfMonth) else { return nil }
        let startsOld = start < SyntheticParameters.newSchemeStart
        var length: Int
        if random.chance(SyntheticParameters.endsOtherwise) {
            outcome = random.pick(weighted: SyntheticParameters.otherReasons) ?? .withdrew
            length = random.between(70, 1650)
        } else {
            outcome = .specialist
            // Five years of full-time work are the least; part-time, leave and hospital years make it longer.
            length = Self.specialistDays(startsOld: startsOld, &random)
        }
        // 2023's deadline for documents made many hurry (domain.md §1.8).
        if startsOld, let rush = Self.rush, rush.contains(start.adding(days: length)), random.chance(560) { length -= 330 }
        self.start = start
        end = start.adding(days: length)
        self.startsOld = startsOld
        let pauseStart = start.adding(days: random.between(240, 1500))
        let pauseEnd = pauseStart.adding(days: random.between(90, 540))
        pause = random.chance(85) && pauseEnd.adding(days: 60) < end ? Period(from: pauseStart, to: pauseEnd) : nil
        conversion = nil
        if startsOld { conversion = drawConversion(today: today, &random) }
        guard end > SyntheticParameters.registerStart else { return nil }
    }

    /// Those who would have ended here could end before October 2023 instead.
    private static let rush = CalendarDay(year: 2023, month: 9, day: 15).flatMap { from in Period(from: from, to: from.adding(days: 330)) }

    /// The scheme on the last day of the course, or in the end.
    var endsNew: Bool { !startsOld || conversion != nil }

    private static func specialistDays(startsOld: Bool, _ random: inout SyntheticRandom) -> Int {
        if startsOld {
            let days = 1540 + random.below(440) + random.below(440)
            // Nobody hurried: some took twice the time, and a few of them are there still.
            if random.chance(120) { return days + random.between(700, 3000) }
            return random.chance(250) ? days + random.below(1500) : days
        }
        let days = 1720 + random.below(240) + random.below(300)
        return random.chance(220) ? days + random.below(900) : days
    }

    private func drawConversion(today: CalendarDay, _ random: inout SyntheticRandom) -> CalendarDay? {
        guard random.chance(SyntheticParameters.converts(endingIn: end.year)),
            let first = CalendarDay(year: 2019, month: 9, day: 1), let last = CalendarDay(year: 2024, month: 6, day: 1)
        else { return coming(today: today, &random) }
        let from = max(first, start.adding(days: 120))
        let to = min(last, end.adding(days: -200))
        guard from < to else { return coming(today: today, &random) }
        // More and more as the deadlines drew near (domain.md §1.8).
        let span = to.days(since: from)
        let day = from.adding(days: random.chance(500) ? random.below(span) : max(random.below(span), random.below(span)))
        return firstOfMonth(after: day) < end ? firstOfMonth(after: day) : nil
    }

    /// A conversion agreed on but not yet begun: some of those who see the old scheme's last day coming.
    private func coming(today: CalendarDay, _ random: inout SyntheticRandom) -> CalendarDay? {
        guard end > today.adding(days: 60), random.chance(330) else { return nil }
        let day = firstOfMonth(after: today.adding(days: random.between(1, 90)))
        return day < end ? day : nil
    }

    private func firstOfMonth(after day: CalendarDay) -> CalendarDay {
        let (year, month, _) = day.adding(months: 1).components
        return CalendarDay(year: year, month: month, day: 1) ?? day
    }
}
