/// What is wrong with the facts of a training (*feil i grunnlaget*). The calculation goes on without what it cannot use.
package enum CaseProblem: Error, Hashable, Sendable {
    /// The period ends on or before the day it begins.
    case endsBeforeStart(RecordID, from: CalendarDay, to: CalendarDay)
    /// The doctor was not authorised yet.
    case beforeAuthorisation(RecordID, authorisedOn: CalendarDay)
    /// Engagements above a full position in all; only the first full position counts.
    case aboveFullPosition(RecordID, Period)
    /// The rule set knows no such kind of service.
    case unknownCategory(RecordID, CategoryCode)
    /// The rule set knows no such activity.
    case unknownActivity(ActivityCode)
    /// Two stretches of the course overlap.
    case overlappingCourse(CalendarDay)
    /// More than sixty years from the as-of day: left out.
    case outsideCalculation(RecordID)
    /// Planned for a day that has passed, and not said to be done.
    case overdueActivity(ActivityCode, CalendarDay)
    /// A negative or impossible number of minutes, or more done than asked.
    case impossibleNumber(ActivityCode)
}
