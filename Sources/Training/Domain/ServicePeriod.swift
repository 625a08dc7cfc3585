/// A stretch of service of one kind, at one place, in one fraction (*tjenesteperiode*), served or planned.
package struct ServicePeriod: Hashable, Sendable, Identifiable {
    package let id: RecordID
    package var category: CategoryCode
    package var period: Period
    package var percent: PositionPercent
    package var place: ServicePlace

    package init(id: RecordID, category: CategoryCode, period: Period, percent: PositionPercent, place: ServicePlace) {
        self.id = id
        self.category = category
        self.period = period
        self.percent = percent
        self.place = place
    }

    /// From typed days. The end is the first day after; a period that ends before it begins is a problem with the period named.
    package init(
        id: RecordID, category: CategoryCode, from: CalendarDay, to: CalendarDay?, percent: PositionPercent, place: ServicePlace
    ) throws(CaseProblem) {
        guard let period = Period(from: from, to: to) else { throw .endsBeforeStart(id, from: from, to: to ?? from) }
        self.init(id: id, category: category, period: period, percent: percent, place: place)
    }

    /// Whether it has been served, is under way, or is planned, seen from a day (*gjennomført, pågår, planlagt*).
    package func status(asOf day: CalendarDay) -> Status {
        period.end <= day ? .served : period.from < day ? .underWay : .planned
    }

    /// How a period stands on a day.
    package enum Status: String, CaseIterable, Sendable {
        case served
        case underWay
        case planned
    }
}

/// Where service is done (*tjenestested*): a municipality or a trust, or another place that neither answers for.
package enum ServicePlace: Hashable, Sendable {
    case municipality(MunicipalityID)
    case trust(TrustCode)
    /// A trust that is not decided yet, in a plan.
    case undecidedTrust
    case other

    package var municipality: MunicipalityID? {
        if case .municipality(let id) = self { id } else { nil }
    }
}
