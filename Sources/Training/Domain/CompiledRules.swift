/// A rule set as numbers, so that thousands of trainings are evaluated without looking up names: categories are bits, amounts units.
struct CompiledRules: Hashable, Sendable {
    struct Total: Hashable, Sendable {
        let requirement: Int
        let mask: UInt64
        let minimum: Int?
        let isBinding: Bool
    }

    struct Cap: Hashable, Sendable {
        let requirement: Int
        let mask: UInt64
        let maximum: Int
    }

    struct During: Hashable, Sendable {
        let requirement: Int
        let activities: UInt64
        let mask: UInt64
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

    let scheme: Training.Scheme
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
        hasSupervision = conditions.contains { $0.isBinding && $0.kind == .supervisionGiven }
            || requirements.contains { if case .supervision = $0.kind { $0.isEnabled } else { false } }
        for (index, requirement) in requirements.enumerated() where requirement.isEnabled {
            switch requirement.kind {
            case .serviceTime(let codes, let minimum, let maximum):
                let mask = mask(codes)
                accepted |= mask
                totals.append(Total(requirement: index, mask: mask, minimum: minimum?.units, isBinding: requirement.isBinding))
                if let maximum, requirement.certainty != .unverified {
                    caps.append(Cap(requirement: index, mask: mask, maximum: maximum.units))
                }
            case .activityMonths(let activities, _, let codes):
                during.append(During(requirement: index, activities: activityMask(activities), mask: mask(codes)))
            default: break
            }
        }
        for condition in conditions where condition.isBinding { take(condition) }
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
        case .presence: presence |= mask
        case .acceptedFrom(let day): acceptances.append(Acceptance(mask: mask, from: day.number))
        }
    }

    private mutating func add(_ mask: UInt64, _ isOnlyUnderScheme: Bool, to scope: WritableKeyPath<Self, Scope>) {
        if isOnlyUnderScheme { self[keyPath: scope].underScheme |= mask } else { self[keyPath: scope].always |= mask }
    }

    /// The category's bit; none when the set does not know it.
    func bit(_ code: CategoryCode) -> UInt64 { categoryIndex[code].map { 1 << UInt64($0) } ?? 0 }
    func activityBit(_ code: ActivityCode) -> UInt64 { activityIndex[code].map { 1 << UInt64($0) } ?? 0 }
    func mask(_ codes: [CategoryCode]) -> UInt64 { codes.reduce(0) { $0 | bit($1) } }
    func activityMask(_ codes: [ActivityCode]) -> UInt64 { codes.reduce(0) { $0 | activityBit($1) } }
}
