/// A stretch of one service period that came out in one way (*tellende, over taket, ikke tellende*).
///
/// The parts of a period add up to its calendar days times its percent, exactly. On the one day a maximum is reached, a period may have
/// both a counted part and one above the maximum.
package struct ServicePart: Hashable, Sendable {
    /// The period's place in the case's `services`.
    package let service: Int
    package var period: Period
    package let outcome: Outcome
    /// All that hindered it; the outcome names the first.
    package let hindrances: HindranceSet
    package var amount: ServiceAmount
    /// Units for each part of a month (`MonthMeter`): hundredths of a percent of position times hundredths of presence. 0 on a day that is
    /// only partly so, when a maximum is reached.
    package let rate: Int
    /// From the as-of day on.
    package let isPlanned: Bool
    /// No supervisor is assigned yet: the plan takes it that one will be.
    package let assumesSupervision: Bool
    /// Individual supervision is due for it.
    package let expectsSupervision: Bool
    /// What to mind about the supervision it leans on.
    package let marks: SupervisionMarks

    /// How it came out.
    package enum Outcome: Hashable, Sendable {
        case counted
        /// Above the maximum of the requirement at this place in the rule set.
        case overCap(Int)
        case notCounted(Hindrance)
    }
}

/// What to mind about the supervision or the place that service leans on (*forbehold*). None of them keeps it from counting by itself.
package struct SupervisionMarks: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Somebody was assigned, and no session is logged: it counts by the assignment alone.
    package static let assignmentAlone = SupervisionMarks(rawValue: 1)
    /// Those who were assigned were neither specialists nor exempt.
    package static let lapsedExemption = SupervisionMarks(rawValue: 2)
    /// Before sessions were kept here: the hours are not known.
    package static let unloggedHours = SupervisionMarks(rawValue: 4)
    /// The place must be confirmed and reported, which is not kept here.
    package static let unconfirmedPlace = SupervisionMarks(rawValue: 8)
}

/// Why service does not count (*grunn til at tjeneste ikke teller*), in the order in which they are named when several apply.
package enum Hindrance: UInt16, CaseIterable, Sendable {
    /// The requirements of the scheme have no place for this kind of service, or not yet on that day.
    case notAccepted
    case beforeAuthorisation
    case outsideTraining
    case trainingEnded
    case paused
    case belowMinimumFraction
    case enterpriseNotRegistered
    case noSupervision
    case above100Percent
    case absent

    /// Whether registering or correcting something can make the time count after all.
    package var isCurable: Bool {
        switch self {
        case .outsideTraining, .enterpriseNotRegistered, .noSupervision, .paused: true
        case .notAccepted, .beforeAuthorisation, .trainingEnded, .belowMinimumFraction, .above100Percent, .absent: false
        }
    }
}

/// Several hindrances at once.
package struct HindranceSet: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package init(_ one: Hindrance) { rawValue = 1 << one.rawValue }

    /// In the order they are named.
    package var all: [Hindrance] { Hindrance.allCases.filter { contains(HindranceSet($0)) } }
    /// The one that is named alone.
    package var first: Hindrance? { rawValue == 0 ? nil : Hindrance(rawValue: UInt16(rawValue.trailingZeroBitCount)) }
}
