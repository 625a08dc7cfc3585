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
        /// What the stretch at hand gives it.
        var share = Share()
        /// Its last few parts' places, to prolong them.
        var tail = Tail()
    }

    /// Where among the parts a service's last part of each kind is; -1 when there is none.
    struct Tail {
        var counted = -1
        var absent = -1
        var above = -1
        var hindered = -1
        var over = -1
    }

    /// What one total has come to.
    struct Total {
        var served = 0
        var planned = 0
        var metOn: CalendarDay?
        /// What the stretch at hand gives it.
        var gained = 0
    }

    /// What the calendar months of one kind of group have come to.
    struct GroupTotal {
        var served = 0
        var planned = 0
        /// What of `planned` has passed, and nobody has registered.
        var awaiting = 0
        var metOn: CalendarDay?
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

    let ruleSet: RuleSet
    let training: TrainingCase
    let asOf: Int32
    let window: Range<Int32>
    var services: [Service] = []
    /// The days on which places were registered, place by place.
    var registered: [Range<Int32>] = []
    let course: [CourseStretch]
    var groups: [(from: Int32, to: Int32, bit: UInt64, isDone: Bool)] = []
    var problems: [CaseProblem] = []

    // What comes out.
    var parts: [ServicePart] = []
    var totals: [Total]
    var used: [Int]
    var groupTotals: [GroupTotal]
    var expectedServed = 0
    var expectedPlanned = 0
    /// What of `expectedServed` is from before sessions were kept here.
    var expectedUnlogged = 0
    var active: [Int] = []

    var rules: CompiledRules { ruleSet.compiled }

    init(_ training: TrainingCase, _ set: RuleSet) {
        ruleSet = set
        self.training = training
        asOf = training.asOf.number
        window = training.asOf.adding(months: -720).number..<training.asOf.adding(months: 720).number
        course = training.courseInOrder
        totals = Array(repeating: Total(), count: set.compiled.totals.count)
        used = Array(repeating: 0, count: set.compiled.caps.count)
        groupTotals = Array(repeating: GroupTotal(), count: set.compiled.during.count)
        parts.reserveCapacity(training.services.count * 3)
    }

    /// Walks through it all; `bits` are the activities' bits, in their order.
    mutating func run(activityBits bits: [UInt64]) {
        prepareServices()
        prepareGroups(bits)
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
            if !groups.isEmpty { countGroups(from, to, mark, nextMark) }
            if !active.isEmpty { count(from, to, mark, nextMark) }
        }
        settleGroups()
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

    private mutating func prepareGroups(_ bits: [UInt64]) {
        let wanted = rules.during.reduce(0) { $0 | $1.activities }
        for (index, bit) in bits.enumerated() where bit & wanted != 0 {
            let period = covered(training.activities[index])
            let from = max(period.from.number, window.lowerBound)
            let to = min((period.to ?? training.asOf.adding(months: 120)).number, window.upperBound)
            if from < to { groups.append((from, to, bit, training.activities[index].isDone)) }
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
