/// A rule set as numbers, so that thousands of trainings are evaluated without looking up names: categories are bits, amounts units.
struct CompiledRules: Hashable, Sendable {
    struct Total: Hashable, Sendable {
        let mask: UInt64
        let minimum: Int?
    }

    struct Cap: Hashable, Sendable {
        let requirement: Int
        let mask: UInt64
        let maximum: Int
    }

    struct During: Hashable, Sendable {
        let activities: UInt64
        let mask: UInt64
        let minimum: Int
    }

    struct Fraction: Hashable, Sendable {
        let mask: UInt64
        let hundredths: Int
        let isOnlyUnderScheme: Bool
    }

    struct Acceptance: Hashable, Sendable {
        let mask: UInt64
        let from: Int32
    }

    /// What one enabled requirement asks, without its texts.
    struct Ask: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            case service(total: Int, minimum: Int)
            case supervision(perMonth: Int)
            case minutes(Int)
            case months(group: Int, minimum: Int)
            case count(Int)
            case topics(Int, each: Int)
            case objectives(ObjectiveSet)
        }

        let requirement: Int
        let kind: Kind
        let activities: UInt64
        /// Completion waits for it; hours of supervision only when a reading says so.
        let isBinding: Bool
        let isUnverified: Bool
    }

    let scheme: Training.Scheme
    var asks: [Ask] = []
    var totals: [Total] = []
    var caps: [Cap] = []
    var during: [During] = []
    var fractions: [Fraction] = []
    var acceptances: [Acceptance] = []
    /// Categories that some requirement counts.
    var accepted: UInt64 = 0
    var enterprise = Scope()
    var supervised = Scope()
    var authorised: UInt64 = 0
    var fullTime: UInt64 = 0
    var standing: UInt64 = 0
    var presence: UInt64 = 0
    var confirmed = Scope()
    let hasSupervision: Bool

    let allCount: Bool
    let fractionOfEach: Bool
    let fractionOfPresent: Bool
    let lateSupervisorRepairs: Bool
    let supervisorMustBeAssigned: Bool
    let shortfallBlocks: Bool
    let trustsMustBeRegistered: Bool
    let countsBeforeTraining: Bool
    let unknownAuthorisationBlocks: Bool
    let runningPlanLapses: Bool
    let addsAllAccounts: Bool
    let sessionCoversItsDay: Bool
    let assignmentAloneBlocks: Bool
    let lapsedExemptionBlocks: Bool
    let unloggedIsMissing: Bool
    let unconfirmedBlocks: Bool
    let institutionIsAdvice: Bool
    let absenceCounts: Bool

    private let categoryIndex: [CategoryCode: Int]
    private let activityIndex: [ActivityCode: Int]

    /// The categories a condition concerns, and those of them it concerns only under the set's own scheme.
    struct Scope: Hashable, Sendable {
        var always: UInt64 = 0
        var underScheme: UInt64 = 0
        func mask(isUnderScheme: Bool) -> UInt64 { isUnderScheme ? always | underScheme : always }
    }

    init(
        scheme: Training.Scheme, requirements: [Requirement], conditions: [CountingCondition], readings: Readings,
        categories: [ServiceCategory], activities: [TrainingActivity]
    ) {
        self.scheme = scheme
        // Bits hold 64 of each; the parser refuses more.
        categoryIndex = Dictionary(zip(categories.map(\.code), 0..<64)) { first, _ in first }
        activityIndex = Dictionary(zip(activities.map(\.code), 0..<64)) { first, _ in first }
        allCount = readings.departs(on: .engagementAboveFull)
        fractionOfEach = readings.departs(on: .fractionOf)
        fractionOfPresent = readings.departs(on: .fractionDuringAbsence)
        lateSupervisorRepairs = readings.departs(on: .lateSupervisor)
        supervisorMustBeAssigned = readings.departs(on: .plannedSupervision)
        shortfallBlocks = readings.departs(on: .supervisionShortfall)
        trustsMustBeRegistered = readings.departs(on: .trustApproval)
        countsBeforeTraining = readings.departs(on: .serviceBeforeTraining)
        unknownAuthorisationBlocks = readings.departs(on: .unknownAuthorisation)
        runningPlanLapses = readings.departs(on: .runningPlan)
        addsAllAccounts = readings.departs(on: .groupAccounts)
        sessionCoversItsDay = readings.departs(on: .groupSessionMonth)
        assignmentAloneBlocks = readings.departs(on: .assignmentAlone)
        lapsedExemptionBlocks = readings.departs(on: .lapsedExemption)
        unloggedIsMissing = readings.departs(on: .unloggedHours)
        unconfirmedBlocks = readings.departs(on: .unconfirmedPlace)
        institutionIsAdvice = readings.departs(on: .institutionMinimum)
        absenceCounts = readings.departs(on: .absenceInNewScheme)
        hasSupervision =
            conditions.contains { $0.isBinding && $0.kind == .supervisionGiven }
            || requirements.contains { if case .supervision = $0.kind { $0.isEnabled } else { false } }
        for (index, requirement) in requirements.enumerated() where requirement.isEnabled {
            ask(index, requirement)
            switch requirement.kind {
            case .serviceTime(let codes, let minimum, let maximum):
                let mask = mask(codes)
                accepted |= mask
                totals.append(Total(mask: mask, minimum: minimum?.units))
                if let maximum, requirement.certainty != .unverified {
                    caps.append(Cap(requirement: index, mask: mask, maximum: maximum.units))
                }
            case .activityMonths(let activities, let minimum, let codes):
                during.append(During(activities: activityMask(activities), mask: mask(codes), minimum: minimum.units))
            default: break
            }
        }
        for condition in conditions where condition.isBinding { take(condition) }
    }

    /// The requirement the reading `institutionMinimum` is about.
    private static let institution = "institution"

    private mutating func ask(_ index: Int, _ requirement: Requirement) {
        let kind: Ask.Kind
        var isBinding = requirement.isBinding
        switch requirement.kind {
        case .serviceTime(_, let minimum, _):
            // A row with a maximum alone limits what counts, and asks for nothing.
            guard let minimum else { return }
            kind = .service(total: totals.count, minimum: minimum.units)
            isBinding = isBinding && !(institutionIsAdvice && requirement.code.text == Self.institution)
        case .supervision(_, let perMonth):
            kind = .supervision(perMonth: perMonth)
            isBinding = isBinding && shortfallBlocks
        case .activityMinutes(_, let minimum): kind = .minutes(minimum)
        case .activityMonths(_, let minimum, _): kind = .months(group: during.count, minimum: minimum.units)
        case .activityCount(_, let minimum): kind = .count(minimum)
        case .confirmation: kind = .count(1)
        case .distinctTopics(_, let minimum, let each): kind = .topics(minimum, each: each)
        case .objectives(let set): kind = .objectives(set)
        }
        asks.append(
            Ask(
                requirement: index, kind: kind, activities: activityMask(requirement.activities), isBinding: isBinding,
                isUnverified: requirement.certainty == .unverified))
    }

    private mutating func take(_ condition: CountingCondition) {
        let mask = condition.categories.map(mask) ?? .max
        switch condition.kind {
        case .enterpriseRegistered: add(mask, condition.isOnlyUnderScheme, to: \.enterprise)
        case .supervisionGiven: add(mask, condition.isOnlyUnderScheme, to: \.supervised)
        case .minimumFraction(let percent):
            fractions.append(Fraction(mask: mask, hundredths: percent.hundredths, isOnlyUnderScheme: condition.isOnlyUnderScheme))
        case .authorised: authorised |= mask
        case .atMostFullTime: if !allCount { fullTime |= mask }
        case .standingActive: standing |= mask
        case .presence: if !absenceCounts { presence |= mask }
        case .confirmed: add(mask, condition.isOnlyUnderScheme, to: \.confirmed)
        case .acceptedFrom(let day): acceptances.append(Acceptance(mask: mask, from: day.number))
        }
    }

    private mutating func add(_ mask: UInt64, _ isOnlyUnderScheme: Bool, to scope: WritableKeyPath<Self, Scope>) {
        if isOnlyUnderScheme { self[keyPath: scope].underScheme |= mask } else { self[keyPath: scope].always |= mask }
    }

    /// The category's bit; none when the set does not know it.
    func bit(_ code: CategoryCode) -> UInt64 { categoryIndex[code].map { 1 << UInt64($0) } ?? 0 }
    /// The bits of activities, in their order; neighbours are mostly of one kind.
    func bits(_ entries: [ActivityEntry]) -> [UInt64] {
        var last: (code: ActivityCode, bit: UInt64)?
        return entries.map { entry in
            if let last, last.code == entry.activity { return last.bit }
            let bit = activityBit(entry.activity)
            last = (entry.activity, bit)
            return bit
        }
    }
    func activityBit(_ code: ActivityCode) -> UInt64 { activityIndex[code].map { 1 << UInt64($0) } ?? 0 }
    func mask(_ codes: [CategoryCode]) -> UInt64 { codes.reduce(0) { $0 | bit($1) } }
    func activityMask(_ codes: [ActivityCode]) -> UInt64 { codes.reduce(0) { $0 | activityBit($1) } }
}
