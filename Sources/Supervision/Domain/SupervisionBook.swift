/// Everything known of supervision after one change (*veiledningsboka*): who can, who does, for whom, and how much was given.
/// A value made from the store's facts, so that every list and rule is a pure function of it and a day.
package struct SupervisionBook: Sendable {
    package struct Assignment: Sendable, Hashable {
        package let id: RecordID
        package let value: SupervisionAssignment
        package let period: Period
        package let person: RegisterIndex.Ordinal

        package init(id: RecordID, value: SupervisionAssignment, period: Period, person: RegisterIndex.Ordinal) {
            self.id = id
            self.value = value
            self.period = period
            self.person = person
        }
    }

    /// Minutes logged for a person on a day, all sessions that day of one kind together.
    package struct Given: Sendable, Hashable {
        package let person: RegisterIndex.Ordinal
        package let supervisor: RecordID
        package let day: CalendarDay
        package let minutes: Int
        package let preparation: Int
        package let isGroup: Bool

        package init(
            person: RegisterIndex.Ordinal, supervisor: RecordID, day: CalendarDay, minutes: Int, preparation: Int, isGroup: Bool
        ) {
            self.person = person
            self.supervisor = supervisor
            self.day = day
            self.minutes = minutes
            self.preparation = preparation
            self.isGroup = isGroup
        }
    }

    package let rates: SupervisionRates
    package let supervisors: [RecordID: Supervisor]
    /// The supervisors in order of name.
    package let ordered: [(id: RecordID, supervisor: Supervisor)]
    package let capacities: [RecordID: Timeline<SupervisorCapacity>]
    package let assignmentsBySupervisor: [RecordID: [Assignment]]
    package let assignmentsByPerson: [RegisterIndex.Ordinal: [Assignment]]
    package let given: [RegisterIndex.Ordinal: [Given]]
    package let services: [RegisterIndex.Ordinal: SupervisedService]

    package init(
        rates: SupervisionRates, supervisors: [RecordID: Supervisor], capacities: [RecordID: Timeline<SupervisorCapacity>],
        assignments: [Assignment], given: [Given], services: [RegisterIndex.Ordinal: SupervisedService]
    ) {
        self.rates = rates
        self.supervisors = supervisors
        ordered = supervisors.map { (name: $0.value.sortName, id: $0.key, supervisor: $0.value) }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { (id: $0.id, supervisor: $0.supervisor) }
        self.capacities = capacities
        let ordered = assignments.sorted { ($0.period.from, $0.id) < ($1.period.from, $1.id) }
        assignmentsBySupervisor = Dictionary(grouping: ordered, by: \.value.supervisor)
        assignmentsByPerson = Dictionary(grouping: ordered, by: \.person)
        self.given = Dictionary(grouping: given, by: \.person)
        self.services = services
    }

    package func service(of person: RegisterIndex.Ordinal) -> SupervisedService { services[person] ?? .none }
    package func assignments(of supervisor: RecordID) -> [Assignment] { assignmentsBySupervisor[supervisor] ?? [] }
    package func assignments(ofPerson person: RegisterIndex.Ordinal) -> [Assignment] { assignmentsByPerson[person] ?? [] }

    // MARK: Load

    /// What a supervisor has promised and can give to a month, as it is on a day.
    package func load(of supervisor: RecordID, on day: CalendarDay) -> SupervisorLoad {
        let minutes = rates.monthlyMinutes(on: day)
        let needed = assignments(of: supervisor).filter { $0.period.contains(day) }.reduce(SupervisionTime.zero) { sum, assignment in
            guard let position = service(of: assignment.person).position(on: day) else { return sum }
            return sum + SupervisionTime(aMonthOf: minutes, position: position, share: assignment.value.share)
        }
        let isAllowed = supervisors[supervisor]?.standing(on: day).allowsSupervision ?? false
        let hours = isAllowed ? capacities[supervisor]?.value(on: day)?.hours : nil
        return SupervisorLoad(capacity: hours.map { SupervisionTime(aMonthOf: $0) } ?? .zero, needed: needed)
    }

    /// The same summed over a half-year, or what is left of it from `day` on.
    package func load(of supervisor: RecordID, in half: HalfYear, from day: CalendarDay) -> SupervisorLoad {
        guard let period = Period(from: max(day, half.start), to: half.next.start) else {
            return SupervisorLoad(capacity: .zero, needed: .zero)
        }
        let needed = assignments(of: supervisor).reduce(SupervisionTime.zero) { sum, assignment in
            guard let part = assignment.period.intersection(period) else { return sum }
            return sum + service(of: assignment.person).expected(in: part, share: assignment.value.share, rates: rates)
        }
        return SupervisorLoad(capacity: capacity(of: supervisor, in: period), needed: needed)
    }

    /// What a supervisor can give in a period; nothing from the day an exemption runs out.
    package func capacity(of supervisor: RecordID, in period: Period) -> SupervisionTime {
        guard let value = supervisors[supervisor], let timeline = capacities[supervisor],
            value.standing(on: period.from).allowsSupervision
        else { return .zero }
        let allowed = value.lastDayAllowed.flatMap { Period(from: .earliest, to: $0.adding(days: 1)) } ?? .always
        return timeline.stretches.reduce(.zero) { sum, stretch in
            guard let part = stretch.period.intersection(period)?.intersection(allowed) else { return sum }
            return sum + SupervisionTime(stretch.value.hours, in: part)
        }
    }

    /// A load of a half-year, or what is left of it from `day` on, as it comes to a month.
    package func monthlyLoad(of supervisor: RecordID, in half: HalfYear, from day: CalendarDay) -> SupervisorLoad {
        let load = load(of: supervisor, in: half, from: day)
        guard let period = Period(from: max(day, half.start), to: half.next.start) else { return load }
        return SupervisorLoad(capacity: load.capacity.monthly(over: period), needed: load.needed.monthly(over: period))
    }

    /// This half-year and those after it.
    package static func halfYears(from day: CalendarDay, count: Int) -> [HalfYear] {
        var halves = [HalfYear(containing: day)]
        while halves.count < count, let last = halves.last { halves.append(last.next) }
        return halves
    }

    /// Whether she has promised more than she can give, on the day or in this half-year or the next.
    package func isOverCapacity(_ supervisor: RecordID, on day: CalendarDay) -> Bool {
        load(of: supervisor, on: day).isOver
            || Self.halfYears(from: day, count: 2).contains { load(of: supervisor, in: $0, from: day).isOver }
    }
}

/// What a supervisor has promised against what she can give (*belastning*), to a month or in a stretch of time.
package struct SupervisorLoad: Hashable, Sendable {
    package let capacity: SupervisionTime
    package let needed: SupervisionTime

    package init(capacity: SupervisionTime, needed: SupervisionTime) {
        self.capacity = capacity
        self.needed = needed
    }

    /// Below nothing when she has promised too much.
    package var free: SupervisionTime { capacity - needed }
    package var isOver: Bool { needed > capacity }
}
