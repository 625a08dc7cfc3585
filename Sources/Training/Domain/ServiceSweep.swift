/// Walks through a training's days in order of time, stretch by stretch in which nothing changes, and decides what counts.
///
/// All amounts are whole units (`ServiceAmount`); days are their numbers; categories are bits. The order of what is done is the meaning
/// of the rules: first what hinders a day, then the first full position, then absence, then maxima in order of time.
struct ServiceSweep {
    /// One service period made ready.
    struct Service {
        let index: Int
        let from: Int32
        let to: Int32
        let bit: UInt64
        let percent: Int
        let id: RecordID
        /// Its place counts as approved without being registered here.
        let isApproved: Bool
        /// Where in `registered` its place's stretches are.
        let place: Range<Int>
        let isRepaired: Bool
    }

    /// What one stretch of days gives a service: rates are hundredths of a percent of position times hundredths of presence.
    struct Share {
        var counted = 0
        var absent = 0
        var above = 0
        var hindered = 0
        var hindrances = HindranceSet()
        var assumesSupervision = false
        var expectsSupervision = false
        var isInService = false
        var marks: SupervisionMarks = []
    }

    let rules: CompiledRules
    let training: TrainingCase
    let asOf: Int32
    let window: Range<Int32>
    var services: [Service] = []
    /// The days on which places were registered, place by place.
    var registered: [Range<Int32>] = []
    var course: [CourseStretch]
    var groups: [(from: Int32, to: Int32, bit: UInt64, isDone: Bool)] = []
    var problems: [CaseProblem] = []

    // What comes out.
    var parts: [ServicePart] = []
    var served: [Int]
    var planned: [Int]
    var metOn: [CalendarDay?]
    var used: [Int]
    var groupServed: [Int]
    var groupPlanned: [Int]
    /// What of `groupPlanned` has passed, and nobody has registered.
    var groupAwaiting: [Int]
    var groupMetOn: [CalendarDay?]
    var expectedServed = 0
    var expectedPlanned = 0
    /// What of `expectedServed` is from before sessions were kept here.
    var expectedUnlogged = 0
    /// For each service, its last few parts' places, to prolong them.
    var tails: [(counted: Int, absent: Int, above: Int, hindered: Int, over: Int)]
    var shares: [Share]
    var active: [Int] = []
    /// What the stretch at hand gives each total.
    var gained: [Int]

    init(_ training: TrainingCase, _ rules: CompiledRules) {
        self.rules = rules
        self.training = training
        asOf = training.asOf.number
        window = training.asOf.adding(months: -720).number..<training.asOf.adding(months: 720).number
        course = training.course
        if course.count > 1 { course.sort { $0.period.from < $1.period.from } }
        served = [Int](repeating: 0, count: rules.totals.count)
        planned = served
        gained = served
        metOn = [CalendarDay?](repeating: nil, count: rules.totals.count)
        used = [Int](repeating: 0, count: rules.caps.count)
        groupServed = [Int](repeating: 0, count: rules.during.count)
        groupPlanned = groupServed
        groupAwaiting = groupServed
        groupMetOn = [CalendarDay?](repeating: nil, count: rules.during.count)
        tails = Array(repeating: (-1, -1, -1, -1, -1), count: training.services.count)
        shares = Array(repeating: Share(), count: training.services.count)
        parts.reserveCapacity(training.services.count * 3)
    }

    mutating func run(groupMinima: [Int]) {
        prepareServices()
        prepareGroups()
        for (left, right) in zip(course, course.dropFirst()) where right.period.from < left.period.end {
            problems.append(.overlappingCourse(right.period.from))
        }
        let days = breakpoints()
        guard days.count > 1 else { return }
        var next = 0
        var mark = MonthMeter.mark(Self.day(days[0]))
        for index in 0..<(days.count - 1) {
            let (from, to) = (days[index], days[index + 1])
            let nextMark = MonthMeter.mark(Self.day(to))
            defer { mark = nextMark }
            active.removeAll { services[$0].to <= from }
            while next < services.count, services[next].from <= from {
                if services[next].to > from { active.append(next) }
                next += 1
            }
            if !active.isEmpty { judge(from) }
            if !groups.isEmpty { countGroups(from, to, mark, nextMark, groupMinima) }
            if !active.isEmpty { count(from, to, mark, nextMark) }
        }
        settleGroups(groupMinima)
    }

    // MARK: Making ready

    private mutating func prepareServices() {
        services.reserveCapacity(training.services.count)
        var category: (code: CategoryCode, bit: UInt64)?
        var places: [(place: ServicePlace, days: Range<Int>)] = []
        let asOfDay = training.asOf
        func horizon(_ from: CalendarDay) -> CalendarDay { max(from, asOfDay).adding(months: 120) }
        for (index, service) in training.services.enumerated() {
            // Neighbours are mostly of one kind and at one place.
            if category?.code != service.category { category = (service.category, rules.bit(service.category)) }
            let bit = category?.bit ?? 0
            if bit == 0 { problems.append(.unknownCategory(service.id, service.category)) }
            let from = max(service.period.from.number, window.lowerBound)
            let to = min((service.period.to ?? horizon(service.period.from)).number, window.upperBound)
            if from > service.period.from.number || (service.period.to.map { $0.number > to } ?? false) {
                problems.append(.outsideCalculation(service.id))
            }
            guard from < to else { continue }
            let isRepaired = rules.lateSupervisorRepairs && training.supervision.contains { $0.period.overlaps(service.period) }
            if places.last?.place != service.place {
                places.append(places.first { $0.place == service.place } ?? (service.place, registeredDays(service.place)))
            }
            let one = Service(
                index: index, from: from, to: to, bit: bit, percent: service.percent.hundredths, id: service.id,
                isApproved: isApproved(service.place), place: places.last?.days ?? 0..<0, isRepaired: isRepaired)
            services.append(one)
        }
        services.sort { $0.from != $1.from ? $0.from < $1.from : $0.id < $1.id }
    }

    private mutating func registeredDays(_ place: ServicePlace) -> Range<Int> {
        let start = registered.count
        for stretch in training.registrations where stretch.place == place {
            registered.append(stretch.period.from.number..<stretch.period.end.number)
        }
        return start..<registered.count
    }

    private func isApproved(_ place: ServicePlace) -> Bool {
        switch place {
        case .trust, .undecidedTrust: !rules.trustsMustBeRegistered
        case .municipality, .other: false
        }
    }

    private mutating func prepareGroups() {
        let wanted = rules.during.reduce(0) { $0 | $1.activities }
        guard wanted != 0 else { return }
        for entry in training.activities {
            let bit = rules.activityBit(entry.activity)
            guard bit & wanted != 0 else { continue }
            let period = covered(entry)
            let from = max(period.from.number, window.lowerBound)
            let to = min((period.to ?? training.asOf.adding(months: 120)).number, window.upperBound)
            if from < to { groups.append((from, to, bit, entry.isDone)) }
        }
    }

    /// The days an entry tells of; a session of a group that meets every few weeks tells of its whole month, as far as that has come.
    private func covered(_ entry: ActivityEntry) -> Period {
        guard entry.origin == .session, !rules.sessionCoversItsDay else { return entry.period }
        let (year, month, _) = entry.period.from.components
        guard let first = CalendarDay(year: year, month: month, day: 1) else { return entry.period }
        return Period(from: first, to: min(first.adding(months: 1), max(training.asOf, entry.period.from))) ?? entry.period
    }

    /// Every day on which something changes, in order, within the days of the services and groups.
    private func breakpoints() -> [Int32] {
        var days: [Int32] = []
        days.reserveCapacity(services.count * 2 + 32)
        for service in services {
            // Most periods begin where the one before ends: a list that is nearly in order already is sorted quickly.
            if days.last != service.from { days.append(service.from) }
            days.append(service.to)
        }
        for group in groups {
            days.append(group.from)
            days.append(group.to)
        }
        guard let first = days.min(), let last = days.max() else { return [] }
        func add(_ day: Int32) { if day > first, day < last { days.append(day) } }
        func add(_ period: Period) {
            add(period.from.number)
            add(period.end.number)
        }
        add(asOf)
        for stretch in course { add(stretch.period) }
        for absence in training.absences { add(absence.period) }
        for stretch in training.supervision { add(stretch.period) }
        for range in registered {
            add(range.lowerBound)
            add(range.upperBound)
        }
        if let day = training.authorisedOn { add(day.number) }
        for acceptance in rules.acceptances { add(acceptance.from) }
        days.sort()
        var unique: [Int32] = []
        unique.reserveCapacity(days.count)
        for day in days where unique.last != day { unique.append(day) }
        return unique
    }

    static func day(_ number: Int32) -> CalendarDay { CalendarDay(number: Int(number)) ?? .latest }
}
