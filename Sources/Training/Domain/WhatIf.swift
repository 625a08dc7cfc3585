/// What a change would do, before anything is written (*hva om*): the edits, and the training before and after.
///
/// The evaluation after is made of the edits themselves, so applying them gives exactly what was shown.
package struct WhatIf: Hashable, Sendable {
    package let change: PlanChange
    /// What must be recorded for it to be so, in order.
    package let edits: [RecordEdit]
    package let before: TrainingCase
    package let after: TrainingCase
    package let comparison: PlanComparison

    /// Works out a change. When it leaves the service short, the last practice period is prolonged until the service is enough, if the plan
    /// reached so far before. New identities are drawn from `generator`.
    package init(
        _ change: PlanChange, in training: TrainingCase, book: RuleBook, using generator: inout some RandomNumberGenerator
    ) throws(PlanRefusal) {
        guard let rules = book.set(for: training) else { throw .noRuleSet }
        var changed = try Self.changed(training, change, rules, &generator)
        guard let newRules = book.set(for: changed) else { throw .noRuleSet }
        let reached = Evaluation(training, under: rules).serviceDone != nil
        if reached { changed.services = Self.prolonged(changed, newRules) ?? changed.services }
        let edits = training.edits(to: changed)
        let after = training.applying(edits)
        self.change = change
        self.edits = edits
        before = training
        self.after = after
        comparison = PlanComparison(before: Evaluation(training, under: rules), after: Evaluation(after, under: newRules))
    }

    private static func changed(
        _ training: TrainingCase, _ change: PlanChange, _ rules: RuleSet, _ generator: inout some RandomNumberGenerator
    ) throws(PlanRefusal) -> TrainingCase {
        var changed = training
        var plan = ServicePlan(training, rules)
        switch change {
        case .moveHospital(let day):
            guard let hospital = plan.nextInstitution else { throw .noHospitalPeriod }
            if day < training.asOf { throw .inThePast }
            guard let period = hospital.period.beginning(on: day) else { throw .outsideCalendar }
            plan.move(hospital, to: period, &generator)
        case .changePercent(let day, let percent):
            if day < training.asOf { throw .inThePast }
            let include: (ServicePeriod) -> Bool = { [plan] in !plan.isInstitution($0) }
            guard plan.change(from: day, &generator, where: include, { $0.percent = percent }) > 0 else { throw .nothingPlanned }
        case .takeLeave(let kind, let period, let share):
            changed.absences.append(AbsencePeriod(id: generator.nextRecordID(), period: period, kind: kind, share: share))
        case .changeMunicipality(let day, let municipality):
            if day < training.asOf { throw .inThePast }
            let isMunicipal: (ServicePeriod) -> Bool = { $0.place.municipality != nil }
            guard plan.change(from: day, &generator, where: isMunicipal, { $0.place = .municipality(municipality) }) > 0 else {
                throw .nothingPlanned
            }
        case .convertScheme(let day):
            try checkConversion(of: training, on: day)
            changed.course = try converted(training.course, on: day)
        case .moveService(let id, let days):
            let service = try planned(id, training)
            let from = service.period.from.adding(days: days)
            if from < training.asOf { throw .inThePast }
            guard let period = Period(from: from, to: service.period.to?.adding(days: days)) else { throw .outsideCalendar }
            plan.replace(ServicePlan.with(service, period))
        case .stretchService(let id, let period):
            guard let service = training.service(id) else { throw .unknownService }
            if service.period.end <= training.asOf { throw .alreadyServed }
            if service.period.from < training.asOf, period.from != service.period.from { throw .alreadyServed }
            if period.end < training.asOf { throw .inThePast }
            plan.replace(ServicePlan.with(service, period))
        case .placeService(let id, let period):
            let service = try placed(id, at: period, training)
            if plan.isInstitution(service), service.period.from >= training.asOf {
                plan.move(service, to: period, &generator)
            } else {
                plan.replace(ServicePlan.with(service, period))
            }
        case .addService(let category, let period, let percent, let place):
            if period.from < training.asOf { throw .inThePast }
            plan.add(ServicePeriod(id: generator.nextRecordID(), category: category, period: period, percent: percent, place: place))
        case .removeService(let id): plan.remove(try planned(id, training).id)
        }
        changed.services = plan.services
        return changed
    }

    /// A service that can be placed at a period: what has been served of it stays.
    private static func placed(_ id: RecordID, at period: Period, _ training: TrainingCase) throws(PlanRefusal) -> ServicePeriod {
        guard let service = training.service(id) else { throw .unknownService }
        if service.period.end <= training.asOf { throw .alreadyServed }
        if period == service.period { throw .nothingPlanned }
        if period.from != service.period.from {
            if service.period.from < training.asOf { throw .alreadyServed }
            if period.from < training.asOf { throw .inThePast }
        }
        if period.end < training.asOf { throw .inThePast }
        return service
    }

    private static func planned(_ id: RecordID, _ training: TrainingCase) throws(PlanRefusal) -> ServicePeriod {
        guard let service = training.service(id) else { throw .unknownService }
        if service.period.from < training.asOf { throw .alreadyServed }
        return service
    }

    /// A conversion lies ahead, and while there is service planned; no rule sets a last day for it (domain.md §1.8). Where a position has no
    /// end, it is followed as far as the calculation goes.
    private static func checkConversion(of training: TrainingCase, on day: CalendarDay) throws(PlanRefusal) {
        if day < training.asOf { throw .inThePast }
        if day > training.asOf.adding(months: 120) { throw .outsideCalendar }
        if let end = training.services.map(\.period.end).max(), day >= max(end, training.asOf.adding(days: 1)) { throw .afterService }
    }

    private static func converted(_ course: [CourseStretch], on day: CalendarDay) throws(PlanRefusal) -> [CourseStretch] {
        var result: [CourseStretch] = []
        var isChanged = false
        for stretch in course {
            guard stretch.scheme == .old, !stretch.standing.isEnded, stretch.period.end > day else {
                result.append(stretch)
                continue
            }
            isChanged = true
            if let before = Period(from: stretch.period.from, to: day) {
                result.append(CourseStretch(period: before, scheme: .old, standing: stretch.standing))
            }
            if let after = Period(from: max(day, stretch.period.from), to: stretch.period.to) {
                result.append(CourseStretch(period: after, scheme: .new, standing: stretch.standing))
            }
        }
        guard isChanged else { throw .notInOldScheme }
        return result
    }

    /// The services with the last practice period lasting until service is enough; nil when it is enough already, or never will be.
    static func prolonged(_ training: TrainingCase, _ rules: RuleSet) -> [ServicePeriod]? {
        guard Evaluation(training, under: rules).serviceDone == nil, let last = ServicePlan(training, rules).lastPractice,
            last.period.to != nil
        else { return nil }
        var longer = training
        guard let long = ServicePlan.enough(from: last.period.from) else { return nil }
        longer.services = longer.services.map { $0.id == last.id ? ServicePlan.with($0, long) : $0 }
        guard let done = Evaluation(longer, under: rules).serviceDone, let period = Period(from: last.period.from, to: done) else {
            return nil
        }
        return training.services.map { $0.id == last.id ? ServicePlan.with($0, period) : $0 }
    }
}

extension ServicePlan {
    /// Forty years: longer than anyone needs, even in a small fraction.
    static func enough(from day: CalendarDay) -> Period? { Period(from: day, to: day.adding(months: 480)) }

    /// Moves a service, fills the days it leaves and clears the days it takes.
    mutating func move(_ service: ServicePeriod, to period: Period, _ generator: inout some RandomNumberGenerator) {
        remove(service.id)
        fill(service.period)
        add(Self.with(service, period))
        clear(period, except: service.id, &generator)
    }
}

extension Period {
    /// As long, beginning on another day: as many months when it is whole months, otherwise as many days. Nil outside the calendar.
    func beginning(on day: CalendarDay) -> Period? {
        guard let to else { return Period(startingOn: day) }
        let (first, last) = (from.components, to.components)
        let months = (last.year - first.year) * 12 + last.month - first.month
        let isWholeMonths = months > 0 && from.adding(months: months) == to
        return Period(from: day, to: isWholeMonths ? day.adding(months: months) : day.adding(days: to.days(since: from)))
    }
}
