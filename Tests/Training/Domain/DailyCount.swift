import AlisDomain

/// The service account counted one day at a time, as slowly and plainly as it can be said: what the fast calculation is checked against.
/// It follows the usual readings, and knows the rules only as numbers.
struct DailyCount {
    var counted: [String: Int] = [:]
    var planned: [String: Int] = [:]
    var metOn: [String: CalendarDay] = [:]
    var hindered: [Hindrance: Int] = [:]
    var overCap = 0
    var all = 0

    init(_ training: TrainingCase, _ rules: RuleSet) {
        let services = training.services.sorted { ($0.period.from, $0.id) < ($1.period.from, $1.id) }
        guard let first = services.map(\.period.from).min(), let last = services.compactMap(\.period.to).max() else { return }
        var capsUsed: [String: Int] = [:]
        var day = first
        while day < last {
            let (year, month, _) = day.components
            let dayUnits = 377_580 / CalendarDay.daysIn(month: month, year: year)
            let active = services.filter { $0.period.contains(day) }
            let absence = min(10_000, training.absences.filter { $0.period.contains(day) }.reduce(0) { $0 + $1.share.hundredths })
            let stretch = training.course.first { $0.period.contains(day) }
            let sum = active.reduce(0) { $0 + $1.percent.hundredths }
            var room = 10_000
            for service in active {
                all += dayUnits * service.percent.hundredths * 10_000
                var why: Hindrance?
                for hindrance in Hindrance.allCases where why == nil {
                    if Self.applies(hindrance, service, day, training, rules, stretch, sum) { why = hindrance }
                }
                var percent = service.percent.hundredths
                if why == nil {
                    percent = min(percent, room)
                    room -= percent
                    hindered[.above100Percent, default: 0] += dayUnits * (service.percent.hundredths - percent) * 10_000
                }
                hindered[.absent, default: 0] += dayUnits * percent * absence
                var units = dayUnits * percent * (10_000 - absence)
                if let why {
                    hindered[why, default: 0] += units
                    continue
                }
                let caps = rules.requirements.filter { $0.isEnabled && $0.categories.contains(service.category) && $0.maximum != nil }
                for cap in caps {
                    let left = max(0, (cap.maximum ?? 0) - capsUsed[cap.code.text, default: 0])
                    overCap += max(0, units - left)
                    units = min(units, left)
                }
                for cap in caps { capsUsed[cap.code.text, default: 0] += units }
                for rule in rules.requirements where rule.isEnabled && rule.categories.contains(service.category) {
                    guard case .serviceTime(_, let minimum?, _) = rule.kind else { continue }
                    let code = rule.code.text
                    if day < training.asOf { counted[code, default: 0] += units } else { planned[code, default: 0] += units }
                    if metOn[code] == nil, counted[code, default: 0] + planned[code, default: 0] >= minimum.units {
                        metOn[code] = day.adding(days: 1)
                    }
                }
            }
            day = day.adding(days: 1)
        }
    }

    private static func applies(
        _ hindrance: Hindrance, _ service: ServicePeriod, _ day: CalendarDay, _ training: TrainingCase, _ rules: RuleSet,
        _ stretch: CourseStretch?, _ sum: Int
    ) -> Bool {
        let isOwnScheme = (stretch?.scheme ?? training.course.first?.scheme) == rules.scheme
        let isNew = rules.scheme == .new && isOwnScheme
        switch hindrance {
        case .notAccepted:
            return !rules.requirements.contains { $0.isEnabled && $0.categories.contains(service.category) && $0.kind.isService }
                || (rules.scheme == .old && service.category.text == "institutionPrimary" && day.iso < "2016-07-07")
        case .beforeAuthorisation: return training.authorisedOn.map { day < $0 } ?? false
        case .outsideTraining: return stretch == nil
        case .trainingEnded: return stretch?.standing.isEnded ?? false
        case .paused: return stretch?.standing == .paused
        case .belowMinimumFraction:
            return rules.scheme == .old && (sum < 5000 || service.category.text == "institutionPrimary" && sum == 5000)
        case .enterpriseNotRegistered:
            if case .trust = service.place { return false }
            return isNew && !training.registrations.contains { $0.place == service.place && $0.period.contains(day) }
        case .noSupervision:
            return isNew && day < training.asOf && !training.supervision.contains { $0.period.contains(day) }
        case .above100Percent, .absent: return false
        }
    }
}

extension Requirement {
    var maximum: Int? {
        if case .serviceTime(_, _, let maximum?) = kind { maximum.units } else { nil }
    }
}

extension Requirement.Kind {
    var isService: Bool {
        if case .serviceTime = self { true } else { false }
    }
}
