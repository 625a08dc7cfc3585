/// Who could supervise a doctor (*veilederpool*): suggestions across municipal borders, ranked, each with its reasons.
///
/// A pure function with a total order, so that the same question always gets the same answer: those with time for all of her, now and in
/// the half-years to come, first, those who have none in one of them last; then those who have supervised her before, those she can meet
/// in person, those who share a language asked for, those in the same trust area, the nearest, those with most time, and last by name and
/// identity.
package enum SupervisorPool {
    /// What is asked for.
    package struct Need: Hashable, Sendable {
        package let municipality: MunicipalityID
        package let trust: TrustCode?
        /// A month's supervision.
        package let monthly: SupervisionTime
        package let language: SupervisorLanguage?
        /// Those who have supervised her before, and those who do so now: the latter are not suggested.
        package let before: Set<RecordID>
        package let now: Set<RecordID>
        package let day: CalendarDay

        package init(
            municipality: MunicipalityID, trust: TrustCode?, monthly: SupervisionTime, language: SupervisorLanguage? = nil,
            before: Set<RecordID> = [], now: Set<RecordID> = [], day: CalendarDay
        ) {
            self.municipality = municipality
            self.trust = trust
            self.monthly = monthly
            self.language = language
            self.before = before
            self.now = now
            self.day = day
        }
    }

    package struct Candidate: Sendable {
        package let id: RecordID
        package let supervisor: Supervisor
        package let trust: TrustCode?
        /// Free time to a month on the day.
        package let free: SupervisionTime
        /// Free time to a month in each half-year to come that is looked at, in order; below nothing when too much is promised.
        package let ahead: [Ahead]

        package init(id: RecordID, supervisor: Supervisor, trust: TrustCode?, free: SupervisionTime, ahead: [Ahead] = []) {
            self.id = id
            self.supervisor = supervisor
            self.trust = trust
            self.free = free
            self.ahead = ahead
        }

        /// The least she has free, now or in a half-year to come.
        fileprivate var least: SupervisionTime { ahead.map(\.free).reduce(free, min) }
    }

    /// What somebody has free to a month in a half-year (*ledig tid framover*).
    package struct Ahead: Hashable, Sendable {
        package let half: HalfYear
        package let free: SupervisionTime

        package init(half: HalfYear, free: SupervisionTime) {
            self.half = half
            self.free = free
        }
    }

    /// How many half-years a suggestion looks at: what is left of this one, and the two after it.
    package static let halvesAhead = 3

    /// Why somebody is suggested, or what to mind (*grunn*).
    package enum Reason: Hashable, Sendable {
        case enoughTime(freeMinutes: Int)
        case someTime(freeMinutes: Int, neededMinutes: Int)
        /// Time for all of her through this half-year too.
        case enoughThrough(HalfYear)
        /// The first half-year to come in which she has too little; none or below means that all is promised away.
        case lessAhead(HalfYear, freeMinutes: Int)
        /// She may not supervise after this day, which lies in the half-years that are looked at.
        case mayUntil(CalendarDay)
        case supervisedBefore
        case sameMunicipality
        case withinTravel(kilometres: Int)
        case digital(kilometres: Int?)
        case language(SupervisorLanguage)
        case sameTrustArea(TrustCode)
        case exemptThrough(CalendarDay)
        case statusNotChecked
    }

    package struct Suggestion: Sendable, Hashable {
        package let id: RecordID
        package let kilometres: Int?
        package let reasons: [Reason]
        /// Has time for all of her, in the half-years to come too.
        package let isEnough: Bool
    }

    package static func suggestions(
        for need: Need, among candidates: [Candidate], distances: MunicipalityDistances
    ) -> [Suggestion] {
        candidates.compactMap { rank($0, need, distances) }.sorted { $0.key < $1.key }.map(\.suggestion)
    }

    private struct Key: Comparable {
        let numbers: [Int]
        let name: String
        let id: RecordID

        static func < (left: Key, right: Key) -> Bool {
            if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
            return (left.name, left.id) < (right.name, right.id)
        }
    }

    private static func rank(
        _ candidate: Candidate, _ need: Need, _ distances: MunicipalityDistances
    ) -> (key: Key, suggestion: Suggestion)? {
        let supervisor = candidate.supervisor
        let standing = supervisor.standing(on: need.day)
        guard standing.allowsSupervision, candidate.free > .zero, !need.now.contains(candidate.id) else { return nil }
        let kilometres = distances.kilometres(supervisor.municipality, need.municipality)
        let isNear = supervisor.meetsInPerson && (kilometres.map { $0 <= supervisor.travelKilometres } ?? false)
        guard isNear || supervisor.meetsDigitally else { return nil }

        var reasons: [Reason] = []
        let isEnoughNow = candidate.free >= need.monthly
        reasons.append(
            isEnoughNow
                ? .enoughTime(freeMinutes: candidate.free.minutes)
                : .someTime(freeMinutes: candidate.free.minutes, neededMinutes: need.monthly.minutes))
        let later = candidate.ahead.first { $0.free < min(need.monthly, candidate.free) }
        if let later { reasons.append(.lessAhead(later.half, freeMinutes: later.free.minutes)) }
        let isEnough = candidate.least >= need.monthly
        if isEnough, let last = candidate.ahead.last { reasons.append(.enoughThrough(last.half)) }
        let isKnown = need.before.contains(candidate.id)
        if isKnown { reasons.append(.supervisedBefore) }
        if isNear, let kilometres {
            reasons.append(supervisor.municipality == need.municipality ? .sameMunicipality : .withinTravel(kilometres: kilometres))
        } else {
            reasons.append(.digital(kilometres: kilometres))
        }
        let shares = need.language.map { supervisor.languages.contains($0) } ?? false
        if shares, let language = need.language { reasons.append(.language(language)) }
        let isSameTrust = need.trust != nil && candidate.trust == need.trust
        if isSameTrust, let trust = need.trust { reasons.append(.sameTrustArea(trust)) }
        switch standing {
        case .exempt(let last):
            let isSoon = candidate.ahead.last.map { last < $0.half.next.start } ?? false
            reasons.append(isSoon ? .mayUntil(last) : .exemptThrough(last))
        case .notChecked: reasons.append(.statusNotChecked)
        case .specialist, .exemptionRunOut, .notSpecialist: break
        }
        // Of those who can meet her, one whose specialty nobody has looked up comes after those who are known to be specialists.
        let isChecked = if case .notChecked = standing { false } else { true }
        let numbers = [
            isEnough ? 0 : candidate.least > .zero ? 1 : 2, isKnown ? 0 : 1, isNear ? 0 : 1, isChecked ? 0 : 1, shares ? 0 : 1,
            isSameTrust ? 0 : 1,
            kilometres ?? 99_999, -candidate.least.minutes,
        ]
        return (
            Key(numbers: numbers, name: supervisor.sortName, id: candidate.id),
            Suggestion(id: candidate.id, kilometres: kilometres, reasons: reasons, isEnough: isEnough)
        )
    }
}
