/// A first plan for the service that is left (*utkast til plan*), so that making one takes minutes.
///
/// Open practice from the start, the hospital period at the first half-year wished for, open practice again until the service is enough.
package struct PlanDraft: Hashable, Sendable {
    package var start: CalendarDay
    package var percent: PositionPercent
    package var municipality: MunicipalityID
    /// The positions she has beside that one (*andre stillinger*).
    package var others: [Position]
    package var wish: Wish?

    package init(
        start: CalendarDay, percent: PositionPercent, municipality: MunicipalityID, others: [Position] = [], wish: Wish? = nil
    ) {
        self.start = start
        self.percent = percent
        self.municipality = municipality
        self.others = others
        self.wish = wish
    }

    /// A position in open practice, to the day it ends when that is known.
    package struct Position: Hashable, Sendable {
        package let percent: PositionPercent
        package let municipality: MunicipalityID
        package let end: CalendarDay?

        package init(percent: PositionPercent, municipality: MunicipalityID, end: CalendarDay? = nil) {
            self.percent = percent
            self.municipality = municipality
            self.end = end
        }
    }

    /// What she works in on a day, the largest first, and the positions she has beside it; the last she had when she has none.
    package static func work(
        of training: TrainingCase, on day: CalendarDay
    ) -> (main: ServicePeriod, others: [Position])? {
        let running = training.services.filter { $0.period.contains(day) && $0.place.municipality != nil }
        guard let main = running.max(by: { ($0.percent, $1.period.from) < ($1.percent, $0.period.from) }) ?? training.services.last else {
            return nil
        }
        let others = running.filter { $0.id != main.id }.compactMap { service in
            service.place.municipality.map { Position(percent: service.percent, municipality: $0, end: service.period.to) }
        }
        return (main, others)
    }

    /// The hospital service wished for (*ønske om sykehustjeneste*).
    package struct Wish: Hashable, Sendable {
        /// Nil for what the draft proposes.
        package var earliest: HalfYear?
        package var months: Int
        package var percent: PositionPercent
        package var trust: TrustCode?

        package init(earliest: HalfYear?, months: Int, percent: PositionPercent = .full, trust: TrustCode? = nil) {
            self.earliest = earliest
            self.months = months
            self.percent = percent
            self.trust = trust
        }
    }

    /// The service kinds a draft is made of.
    package struct Kinds: Hashable, Sendable {
        package let practice: CategoryCode
        package let institution: CategoryCode?

        package init(practice: CategoryCode, institution: CategoryCode?) {
            self.practice = practice
            self.institution = institution
        }

        /// The first practice category the rule set asks a minimum of, and the first institution category of those it asks a minimum of by
        /// themselves: that a nursing home may count as general practice is no reason to plan one.
        package init?(_ rules: RuleSet) {
            var practice: CategoryCode?
            var institution: CategoryCode?
            for requirement in rules.requirements where requirement.isBinding {
                guard case .serviceTime(let codes, let minimum?, _) = requirement.kind, minimum > .zero else { continue }
                let arenas = codes.map { rules.category($0)?.arena }
                practice = practice ?? zip(codes, arenas).first { $0.1 == .practice }?.0
                if arenas.allSatisfy({ $0 == .institution }) { institution = institution ?? codes.first }
            }
            guard let practice else { return nil }
            self.init(practice: practice, institution: institution)
        }
    }

    /// When nobody has wished: as many months as the rules ask for, two years after the start, when she knows the practice.
    private func proposal(_ rules: RuleSet, _ institution: CategoryCode) -> Wish? {
        let amounts = rules.requirements.compactMap { requirement -> ServiceAmount? in
            guard requirement.isBinding, case .serviceTime(let codes, let minimum?, _) = requirement.kind,
                codes.allSatisfy({ rules.category($0)?.arena == .institution }), codes.contains(institution)
            else { return nil }
            return minimum
        }
        guard let months = amounts.max().map({ ($0.units + ServiceAmount.unitsPerMonth - 1) / ServiceAmount.unitsPerMonth }), months > 0
        else { return nil }
        return Wish(earliest: proposedStart, months: months)
    }

    private var proposedStart: HalfYear {
        let half = HalfYear(containing: start.adding(months: 24))
        return half.start < start.adding(months: 24) ? half.next : half
    }

    /// The edits that add the drafted service to a case. What the case has already is kept and counted; what is drafted begins on `start`.
    package func edits(
        for training: TrainingCase, rules: RuleSet, kinds: Kinds, using generator: inout some RandomNumberGenerator
    ) throws(PlanRefusal) -> [RecordEdit] {
        guard start >= training.asOf || training.services.isEmpty else { throw .inThePast }
        var services: [ServicePeriod] = []
        func practice(_ from: CalendarDay, _ to: CalendarDay) -> [ServicePeriod] {
            ([Position(percent: percent, municipality: municipality)] + others).compactMap { position in
                Period(from: from, to: min(to, position.end ?? to)).map {
                    ServicePeriod(
                        id: generator.nextRecordID(), category: kinds.practice, period: $0, percent: position.percent,
                        place: .municipality(position.municipality))
                }
            }
        }
        var rest = start
        if let institution = kinds.institution, let wish = wish ?? proposal(rules, institution) {
            guard (1...60).contains(wish.months) else { throw .cannotBeReached }
            var half = max(wish.earliest ?? proposedStart, HalfYear(containing: start))
            if half.start < start { half = half.next }
            let end = half.start.adding(months: wish.months)
            guard let period = Period(from: half.start, to: end) else { throw .outsideCalendar }
            services += practice(start, half.start)
            let place = wish.trust.map(ServicePlace.trust) ?? .undecidedTrust
            services.append(
                ServicePeriod(id: generator.nextRecordID(), category: institution, period: period, percent: wish.percent, place: place))
            rest = end
        }
        guard let enough = ServicePlan.enough(from: rest), let to = enough.to else { throw .outsideCalendar }
        let last = practice(enough.from, to)
        var full = training
        full.services += services + last
        guard let done = Evaluation(full, under: rules).serviceDone else { throw .cannotBeReached }
        // What would begin after the service is enough is not needed.
        services += last.compactMap { service in
            Period(from: rest, to: min(max(done, rest), service.period.end)).map { ServicePlan.with(service, $0) }
        }
        return services.map { .addService($0) }
    }
}
