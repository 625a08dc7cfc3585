/// Why a service period cannot be entered as it is said (*avslag på tjeneste*).
package enum ServiceRefusal: Hashable, Sendable {
    /// The doctor was not authorised until this day.
    case beforeAuthorisation(CalendarDay)
    /// More than a whole position from a day, together with this period.
    case aboveWhole(from: CalendarDay, with: Period)
}

extension TrainingCase {
    /// Everything that is in the way of a period, new or in the place of the one with its identity.
    package func refusals(of made: ServicePeriod) -> [ServiceRefusal] {
        var refusals: [ServiceRefusal] = []
        if let day = authorisedOn, made.period.from < day { refusals.append(.beforeAuthorisation(day)) }
        let others = services.filter { $0.id != made.id }
        let sum = PositionSum((others + [made]).map { PositionSum.Part($0.period, $0.percent) })
        if let day = sum.firstAboveWhole(in: made.period), let other = others.first(where: { $0.period.contains(day) }) {
            refusals.append(.aboveWhole(from: day, with: other.period))
        }
        return refusals
    }
}
