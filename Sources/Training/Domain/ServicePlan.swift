/// The service periods of a case being rearranged (*tjenesteplan*): cuts, fills and extends, leaving what has been served alone.
struct ServicePlan {
    private(set) var services: [ServicePeriod]
    let asOf: CalendarDay
    private let institutions: Set<CategoryCode>

    init(_ training: TrainingCase, _ rules: RuleSet) {
        services = training.services
        asOf = training.asOf
        institutions = Set(rules.categories.filter { $0.arena == .institution }.map(\.code))
    }

    func isInstitution(_ service: ServicePeriod) -> Bool { institutions.contains(service.category) }

    /// The first institution service that has not begun.
    var nextInstitution: ServicePeriod? {
        services.filter { isInstitution($0) && $0.period.from >= asOf }.min { ($0.period.from, $0.id) < ($1.period.from, $1.id) }
    }

    /// The service that ends last outside institutions, and has not ended.
    var lastPractice: ServicePeriod? {
        services.filter { !isInstitution($0) && $0.period.end > asOf }.max { ($0.period.end, $0.id) < ($1.period.end, $1.id) }
    }

    mutating func replace(_ service: ServicePeriod) {
        if let index = services.firstIndex(where: { $0.id == service.id }) { services[index] = service }
    }

    mutating func add(_ service: ServicePeriod) { services.append(service) }
    mutating func remove(_ id: RecordID) { services.removeAll { $0.id == id } }

    /// Takes some days out of all services but one, from the as-of day on. A service cut in two gets a new identity for its later part.
    mutating func clear(_ days: Period, except kept: RecordID, _ generator: inout some RandomNumberGenerator) {
        guard let ahead = days.intersection(Period(startingOn: asOf)) else { return }
        for service in services where service.id != kept && service.period.overlaps(ahead) {
            let rest = service.period.subtracting(ahead)
            guard let first = rest.first else {
                remove(service.id)
                continue
            }
            replace(Self.with(service, first))
            if rest.count > 1 { add(Self.with(service, rest[1], id: generator.nextRecordID())) }
        }
    }

    /// Fills the days a service leaves behind: the one before goes on, or the one after begins earlier.
    mutating func fill(_ gap: Period) {
        guard let end = gap.to else { return }
        if let before = services.filter({ $0.period.to == gap.from && !isInstitution($0) }).min(by: { $0.id < $1.id }),
            var period = Period(from: before.period.from, to: end)
        {
            // Two pieces of what was one service become one again.
            if let after = services.filter({ $0.period.from == end && Self.isSame($0, before) }).min(by: { $0.id < $1.id }) {
                period = Period(from: period.from, to: after.period.to) ?? period
                remove(after.id)
            }
            replace(Self.with(before, period))
        } else if let after = services.filter({ $0.period.from == end && !isInstitution($0) }).min(by: { $0.id < $1.id }),
            let period = Period(from: gap.from, to: after.period.to)
        {
            replace(Self.with(after, period))
        }
    }

    /// Changes all services that run on or after a day, from that day on.
    mutating func change(
        from day: CalendarDay, _ generator: inout some RandomNumberGenerator, where include: (ServicePeriod) -> Bool,
        _ change: (inout ServicePeriod) -> Void
    ) -> Int {
        var count = 0
        for service in services where service.period.end > day && include(service) {
            var changed = service
            change(&changed)
            guard changed != service else { continue }
            count += 1
            if service.period.from >= day {
                replace(changed)
            } else if let before = Period(from: service.period.from, to: day), let after = Period(from: day, to: service.period.to) {
                replace(Self.with(service, before))
                add(Self.with(changed, after, id: generator.nextRecordID()))
            }
        }
        return count
    }

    private static func isSame(_ left: ServicePeriod, _ right: ServicePeriod) -> Bool {
        left.category == right.category && left.place == right.place && left.percent == right.percent
    }

    static func with(_ service: ServicePeriod, _ period: Period, id: RecordID? = nil) -> ServicePeriod {
        ServicePeriod(id: id ?? service.id, category: service.category, period: period, percent: service.percent, place: service.place)
    }
}
