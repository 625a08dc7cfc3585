/// Which public figures there are on a day (*publiseringsplan*), so that nobody can find out about single persons by subtracting tables.
///
/// How many there are is published for 1 January and 1 July; what happened, for whole calendar years that have ended. The years of two
/// tables never overlap, so that the difference between two published counts of events is no count of events of a shorter time.
/// All of it is told as the register was known a month after the newest half-year began, so that who looks today and again
/// tomorrow does not see one person come. The choice of days is our own (docs/decisions/0013).
package struct PublicationPlan: Hashable, Sendable {
    /// The first day there are figures for: before it the register knows the municipalities too poorly.
    package static let firstDay = CalendarDay(year: 2018, month: 1, day: 1) ?? .earliest
    /// How many months municipalities have to register what happened before a half-year's figures are made.
    package static let monthsOfGrace = 1

    /// The newest published day.
    package let newest: CalendarDay

    /// - Parameter today: the day in Norway when somebody asks.
    package init(today: CalendarDay) {
        newest = max(Self.firstDay, Self.halfYear(today.adding(months: -Self.monthsOfGrace)))
    }

    /// The day after which nothing that is recorded counts, until the next half-year's figures are made.
    package var madeOn: CalendarDay { newest.adding(months: Self.monthsOfGrace) }

    /// Every published day, the newest first.
    package var days: [CalendarDay] {
        var days: [CalendarDay] = []
        var day = newest
        while day >= Self.firstDay {
            days.append(day)
            day = day.adding(months: -6)
        }
        return days
    }

    /// The published day whose figures answer a question about another: the last one not after it.
    package func day(for wanted: CalendarDay) -> CalendarDay { min(newest, max(Self.firstDay, Self.halfYear(wanted))) }

    /// The last day of the calendar year whose events stand beside a published day's figures: the year before.
    package static func yearEnd(before day: CalendarDay) -> CalendarDay { CalendarDay(year: day.year - 1, month: 12, day: 31) ?? day }

    private static func halfYear(_ day: CalendarDay) -> CalendarDay {
        CalendarDay(year: day.year, month: day.month < 7 ? 1 : 7, day: 1) ?? day
    }
}
