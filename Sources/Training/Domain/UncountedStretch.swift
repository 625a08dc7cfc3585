/// Days of service that do not count for one reason (*tid som ikke teller*): the same days, months and reason on the plan and in lists.
package struct UncountedStretch: Hashable, Sendable {
    /// The first of what hinders it.
    package let hindrance: Hindrance
    package private(set) var period: Period
    /// What it would have come to.
    package private(set) var amount: ServiceAmount

    /// The stretches of one service's parts, in order of time: neighbours that are hindered by the same are one.
    package static func all(in parts: [ServicePart]) -> [UncountedStretch] {
        var stretches: [UncountedStretch] = []
        for part in parts {
            guard case .notCounted(let hindrance) = part.outcome else { continue }
            let stretch = UncountedStretch(hindrance: hindrance, period: part.period, amount: part.amount)
            if let last = stretches.last, last.hindrance == hindrance, last.period.to == part.period.from {
                stretches[stretches.count - 1].take(stretch)
            } else {
                stretches.append(stretch)
            }
        }
        return stretches
    }

    /// Whether a stretch that does not begin before this one goes on with it, or in the same days, for the same reason.
    func joins(_ later: UncountedStretch) -> Bool { hindrance == later.hindrance && later.period.from <= period.end }

    /// Takes another stretch into this one.
    mutating func take(_ other: UncountedStretch) {
        let end = period.to.flatMap { own in other.period.to.map { max(own, $0) } }
        period = Period(from: min(period.from, other.period.from), to: end) ?? period
        amount += other.amount
    }
}
