/// One condition for going over from the old scheme to the new (*vilkår for konvertering*), a row of `Reference/rules/conversion.csv`.
package struct ConversionRule: Hashable, Sendable {
    package let code: RuleCode<ConversionRule>
    package let name: Text
    package let kind: Kind
    /// When the rule holds; a conversion is judged by the rules of the day it is from.
    package let period: Period
    package let certainty: RuleCertainty
    package let source: String
    /// What it says, in words.
    package let remedy: Text

    package init(
        code: RuleCode<ConversionRule>, name: Text, kind: Kind, period: Period, certainty: RuleCertainty, source: String, remedy: Text
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.period = period
        self.certainty = certainty
        self.source = source
        self.remedy = remedy
    }

    /// What is asked for. The numbers are the rule data's.
    package enum Kind: Hashable, Sendable {
        /// Service in general practice was begun, or agreed, before this day.
        case begunBefore(CalendarDay)
        /// That service lasts at least so many months.
        case leastMonths(Int)
        /// In at least so large a position.
        case leastFraction(PositionPercent)
        /// The municipality is registered as a training enterprise, or has applied.
        case enterpriseRegistered
        /// Something that somebody must say, and that the register does not hold.
        case statement
    }

    /// The kind's name in the rule data.
    package enum KindName: String, CaseIterable, Sendable {
        case begunBefore, leastMonths, leastFraction, enterpriseRegistered, statement
    }
}

/// How one doctor stands to the conditions for conversion (*vurdering av konvertering*): met, not met, or not known, with her own figures.
///
/// What the register does not hold is never met: an agreement made before the day, a statement, and service that nobody has planned and
/// that is only read off where she works.
package struct ConversionCheck: Hashable, Sendable {
    package let items: [Item]

    package struct Item: Hashable, Sendable {
        package let rule: ConversionRule
        package let verdict: Verdict
        package let figure: Figure
    }

    /// How a condition stands.
    package enum Verdict: String, CaseIterable, Sendable {
        case met
        case notMet
        case notKnown
    }

    /// What the register says about it.
    package enum Figure: Hashable, Sendable {
        /// The first service in general practice begins this day.
        case firstService(CalendarDay)
        /// The longest service that was begun in time, in whole months, and its days above them.
        case longest(Period)
        case percent(PositionPercent)
        case registered(MunicipalityID, since: CalendarDay)
        case notRegistered(MunicipalityID)
        case nothing
    }

    /// Judges a training by the rules of the day it would convert.
    ///
    /// - Parameters:
    ///   - training: the training as it stands before the conversion.
    ///   - isAssumed: its service is read off where she works, so that what kind it is has not been said.
    package init(_ training: TrainingCase, rules: [ConversionRule], categories: [ServiceCategory], on day: CalendarDay, isAssumed: Bool) {
        let rules = rules.filter { $0.period.contains(day) }
        let practice = Set(categories.filter { $0.arena == .practice && $0.code != CategoryCode("communityMedicine") }.map(\.code))
        let services = training.services.filter { practice.contains($0.category) }.sorted {
            ($0.period.from, $0.id) < ($1.period.from, $1.id)
        }
        var limit: CalendarDay?
        var least = 1
        for rule in rules {
            if case .begunBefore(let day) = rule.kind { limit = day }
            if case .leastFraction(let percent) = rule.kind { least = percent.hundredths }
        }
        // Begun in time, in large enough a position; periods that follow on each other are one service.
        let large = Self.joined(services.filter { $0.percent.hundredths >= least })
        let inTime = large.filter { period in limit.map { period.from < $0 } ?? true }
        let longest = inTime.max { MonthMeter.amount($0) < MonthMeter.amount($1) }
        let begun = services.filter { service in limit.map { service.period.from < $0 } ?? true }
        items = rules.map { rule -> Item in
            let (verdict, figure): (Verdict, Figure)
            let isAboutService: Bool
            switch rule.kind {
            case .begunBefore:
                isAboutService = true
                (verdict, figure) = Self.begun(services, begun)
            case .leastMonths(let months):
                isAboutService = true
                (verdict, figure) = Self.length(longest, months, isBegun: !begun.isEmpty)
            case .leastFraction(let percent):
                isAboutService = true
                (verdict, figure) = Self.fraction(begun, percent)
            case .enterpriseRegistered:
                isAboutService = false
                (verdict, figure) = Self.registration(training, on: day)
            case .statement:
                isAboutService = false
                (verdict, figure) = (Verdict.notKnown, Figure.nothing)
            }
            // Read off where she works, nobody has said what kind of service it was.
            return Item(rule: rule, verdict: isAssumed && isAboutService ? .notKnown : verdict, figure: figure)
        }
    }

    /// One who began later may have agreed on it in time: nobody has told the register.
    private static func begun(_ services: [ServicePeriod], _ begun: [ServicePeriod]) -> (Verdict, Figure) {
        guard let first = services.first else { return (.notKnown, .nothing) }
        return (begun.isEmpty ? .notKnown : .met, .firstService(first.period.from))
    }

    private static func length(_ longest: Period?, _ months: Int, isBegun: Bool) -> (Verdict, Figure) {
        guard let longest else { return (isBegun ? .notMet : .notKnown, .nothing) }
        let isEnough = MonthMeter.amount(longest) >= ServiceAmount(months: months)
        return (isEnough ? .met : .notMet, .longest(longest))
    }

    private static func fraction(_ begun: [ServicePeriod], _ percent: PositionPercent) -> (Verdict, Figure) {
        guard let largest = begun.max(by: { $0.percent.hundredths < $1.percent.hundredths })?.percent else { return (.notKnown, .nothing) }
        return (largest.hundredths >= percent.hundredths ? .met : .notMet, .percent(largest))
    }

    /// Whether the municipality she serves in on the day, or served in last before it, is registered then.
    private static func registration(_ training: TrainingCase, on day: CalendarDay) -> (Verdict, Figure) {
        let municipal = training.services.filter { $0.place.municipality != nil && $0.period.from <= day }
        let current = municipal.last { $0.period.contains(day) } ?? municipal.max { $0.period.end < $1.period.end }
        guard let municipality = current?.place.municipality else { return (.notKnown, .nothing) }
        let registration = training.registrations.first { $0.place == .municipality(municipality) && $0.period.contains(day) }
        return registration.map { (.met, .registered(municipality, since: $0.period.from)) } ?? (.notMet, .notRegistered(municipality))
    }

    /// Periods in order of time, those that meet or overlap as one.
    private static func joined(_ services: [ServicePeriod]) -> [Period] {
        var periods: [Period] = []
        for service in services {
            if let last = periods.last, service.period.from <= last.end,
                let whole = Period(from: last.from, to: max(last.end, service.period.end))
            {
                periods[periods.count - 1] = whole
            } else {
                periods.append(service.period)
            }
        }
        return periods
    }
}
