/// A change someone considers in a plan (*hva om*).
package enum PlanChange: Hashable, Sendable {
    /// The next stretch of institution service begins on another day.
    case moveHospital(to: CalendarDay)
    /// Another position percent from a day on, in all service outside institutions.
    case changePercent(from: CalendarDay, PositionPercent)
    case takeLeave(Absence.Kind, Period, share: PositionPercent)
    /// Another municipality from a day on.
    case changeMunicipality(from: CalendarDay, MunicipalityID)
    /// From the old scheme to the new.
    case convertScheme(on: CalendarDay)
    /// A period begins so many days later, or earlier when negative.
    case moveService(RecordID, days: Int)
    /// A period begins and ends on other days.
    case stretchService(RecordID, Period)
    /// A period begins and ends on other days, and its neighbours give way: hospital service takes the days it needs and leaves its own to
    /// the practice around it; practice is as it is said.
    case placeService(RecordID, Period)
    case addService(category: CategoryCode, Period, PositionPercent, ServicePlace)
    case removeService(RecordID)
}

/// Why a change cannot be considered (*avslag*).
package enum PlanRefusal: String, Error, CaseIterable, Sendable {
    /// There is no institution service that has not begun.
    case noHospitalPeriod
    case unknownService
    /// What has been served is corrected in the register, not planned anew.
    case alreadyServed
    /// No service is planned on or after the day.
    case nothingPlanned
    case notInOldScheme
    /// The day has passed.
    case inThePast
    case outsideCalendar
    /// The last planned service has ended before the day.
    case afterService
    case noRuleSet
    /// The service counted so far and ahead can never be enough.
    case cannotBeReached
}
