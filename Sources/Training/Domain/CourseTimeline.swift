/// A training drawn on a line of time (*tidslinje*): one row for each kind of service, one for leave, from the first period to the day
/// it is done.
package struct CourseTimeline: Hashable, Sendable {
    package let period: Period
    package let asOf: CalendarDay
    package let completion: CalendarDay?
    package let rows: [Row]

    /// What one row shows.
    package enum Row: Hashable, Sendable {
        case service(CategoryCode, [Segment])
        case leave([AbsencePeriod])
    }

    /// A service period on the line, with what it came to.
    package struct Segment: Hashable, Sendable {
        package let service: RecordID
        package let period: Period
        package let percent: PositionPercent
        package let place: ServicePlace
        package let status: ServicePeriod.Status
        package let counting: Counting
        package let counted: ServiceAmount
        package let overCap: ServiceAmount
        package let notCounted: ServiceAmount
        /// Why some of it does not count, in the order they are named; without absence, which is to be expected.
        package let hindrances: [Hindrance]
        /// Whether the plan takes it that a supervisor will be assigned.
        package let assumesSupervision: Bool
    }

    /// How much of a period counts (*teller helt, delvis, ikke*).
    package enum Counting: String, CaseIterable, Sendable {
        case fully, partly, notAtAll
    }

    /// At least five years are shown, so that trainings can be compared by eye.
    package init(_ training: TrainingCase, _ evaluation: Evaluation) {
        let start = training.services.map(\.period.from).min() ?? training.course.map(\.period.from).min() ?? training.asOf
        let known = training.services.compactMap(\.period.to) + [start.adding(months: 60)] + [evaluation.completion].compactMap { $0 }
        let horizon = known.max() ?? start.adding(months: 60)
        let whole = Period(from: start, to: max(horizon, start.adding(days: 1))) ?? Period(startingOn: start)
        var segments: [CategoryCode: [Segment]] = [:]
        for (index, service) in training.services.enumerated() {
            let segment = Self.segment(service, evaluation.parts(ofService: index), whole, training.asOf)
            segments[service.category, default: []].append(segment)
        }
        let order = evaluation.rules.categories.map(\.code)
        let unknown = segments.keys.filter { !order.contains($0) }.sorted { $0.text < $1.text }
        var rows: [Row] = (order + unknown).compactMap { code in
            segments[code].map { .service(code, $0.sorted { ($0.period.from, $0.service) < ($1.period.from, $1.service) }) }
        }
        if !training.absences.isEmpty {
            rows.append(.leave(training.absences.sorted { ($0.period.from, $0.id) < ($1.period.from, $1.id) }))
        }
        self.rows = rows
        period = whole
        asOf = training.asOf
        completion = evaluation.completion
    }

    private static func segment(_ service: ServicePeriod, _ parts: [ServicePart], _ whole: Period, _ asOf: CalendarDay) -> Segment {
        var (counted, over, rest, absent) = (ServiceAmount.zero, ServiceAmount.zero, ServiceAmount.zero, ServiceAmount.zero)
        var hindrances = HindranceSet()
        for part in parts {
            // A position without an end is drawn to the edge: what is told of it is what lies within.
            let amount = service.period.isOpen ? part.amount(in: whole) : part.amount
            switch part.outcome {
            case .counted: counted += amount
            case .overCap: over += amount
            case .notCounted(.absent): absent += amount
            case .notCounted(let hindrance):
                if amount == .zero { continue }
                rest += amount
                hindrances.formUnion(part.hindrances.union(HindranceSet(hindrance)))
            }
        }
        // What goes on without an end reaches every maximum, and until then all of it counts; and the day on which one is reached
        // leaves a part of itself, less than the longest day, above.
        let isCut = over.units > ServiceAmount.unitsPerMonth / 28 && service.period.to != nil
        let counting: Counting = counted == .zero ? .notAtAll : !isCut && rest == .zero ? .fully : .partly
        return Segment(
            service: service.id, period: service.period.intersection(whole) ?? service.period, percent: service.percent,
            place: service.place,
            status: service.status(asOf: asOf), counting: counting, counted: counted, overCap: over, notCounted: rest + absent,
            hindrances: hindrances.all, assumesSupervision: parts.contains(where: \.assumesSupervision))
    }
}
