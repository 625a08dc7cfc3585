import AlisDomain

/// How close the synthetic Norway comes to public figures (*kalibrering*): for a page that says so, and for tests that hold it there.
package struct Calibration: Sendable {
    package let comparisons: [Comparison]

    /// A public figure and the synthetic one that answers to it.
    package struct Comparison: Sendable {
        package let figure: PublicFigure
        /// The synthetic figure, per Norway when there are several.
        package let own: Double

        package init(figure: PublicFigure, own: Double) {
            self.figure = figure
            self.own = own
        }

        /// How far off, in percent of the public figure; for shares in percentage points.
        package var deviation: Double {
            switch figure.unit {
            case .count: figure.value == 0 ? 0 : (own - figure.value) * 100 / figure.value
            case .percent: own - figure.value
            }
        }

        package var isWithin: Bool { abs(deviation) <= figure.tolerance }
    }

    /// Makes the whole of a synthetic Norway and counts in it.
    package static func of(_ norway: SyntheticNorway) -> Calibration {
        var counter = CalibrationCounter(places: norway.places)
        norway.generate(into: &counter)
        return counter.finish(scale: norway.scale)
    }
}

/// Counts what the comparisons need as the versions pass by, holding one person at a time. It can stand beside another sink.
package struct CalibrationCounter: SyntheticSink {
    private let bands: [MunicipalityID: SizeBand]
    private var counts: [PublicFigure.Measure: (counted: Int, of: Int)] = [:]
    private let measures = PublicFigure.all.map(\.measure)
    private var training: [Version<Training>] = []
    private var engagements: [Version<Engagement>] = []

    package init(places: SyntheticPlaces) {
        var bands: [MunicipalityID: SizeBand] = [:]
        for place in places.municipalities {
            bands[place.id] = SizeBand(population: place.population)
            // Those that went into it count with the size it has today.
            for earlier in place.predecessors where bands[earlier.id] == nil { bands[earlier.id] = SizeBand(population: place.population) }
        }
        self.bands = bands
    }

    package mutating func change(_ change: Change) {}
    package mutating func absence(_ version: Version<Absence>) {}
    package mutating func wish(_ version: Version<HospitalWish>) {}
    package mutating func confirmation(_ version: Version<Confirmation>) {}

    package mutating func trainee(_ version: Version<Trainee>) {
        // A new person begins: the last one is complete.
        if !training.isEmpty { countPerson() }
    }

    package mutating func training(_ version: Version<Training>) {
        if version.supersededIn == nil { training.append(version) }
    }

    package mutating func engagement(_ version: Version<Engagement>) {
        if version.supersededIn == nil { engagements.append(version) }
    }

    /// The comparisons, per Norway.
    package mutating func finish(scale: Int) -> Calibration {
        if !training.isEmpty { countPerson() }
        let comparisons = PublicFigure.all.map { figure in
            let (counted, all) = counts[figure.measure] ?? (0, 0)
            let own =
                switch figure.unit {
                case .count: Double(counted) / Double(max(1, scale)) / Double(figure.measure.years)
                case .percent: all == 0 ? 0 : Double(counted) * 100 / Double(all)
                }
            return Calibration.Comparison(figure: figure, own: own)
        }
        return Calibration(comparisons: comparisons)
    }

    private mutating func countPerson() {
        for measure in measures { count(measure) }
        training.removeAll(keepingCapacity: true)
        engagements.removeAll(keepingCapacity: true)
    }

    private mutating func add(_ measure: PublicFigure.Measure, _ isCounted: Bool) {
        let (counted, all) = counts[measure] ?? (0, 0)
        counts[measure] = (counted + (isCounted ? 1 : 0), all + 1)
    }

    private mutating func count(_ measure: PublicFigure.Measure) {
        switch measure {
        case .practising(let day):
            if scheme(on: day) != nil, main(on: day)?.isPractice == true { add(measure, true) }
        case .newScheme(let day):
            if scheme(on: day) == .new { add(measure, true) }
        case .newSchemePractising(let day):
            if scheme(on: day) == .new, main(on: day)?.isPractice == true { add(measure, true) }
        case .specialists(let period):
            if specialist(in: period) != nil { add(measure, true) }
        case .specialistsPerYear(let years):
            let year = training.first { $0.value.standing == .ended(.specialist) }?.period.from.year
            if let year, years.contains(year) { add(measure, true) }
        case .specialistsNew(let period):
            if let scheme = specialist(in: period) { add(measure, scheme == .new) }
        case .sizeShare(let day, let band):
            if scheme(on: day) == .new, let own = sizeBand(on: day) { add(measure, own == band) }
        case .salariedShare(let day):
            if scheme(on: day) != nil, let post = main(on: day), post.isPractice { add(measure, post.form == .salaried) }
        case .newSchemeSalariedShare(let day, let band):
            guard scheme(on: day) == .new, let post = main(on: day), post.isPractice, band == nil || sizeBand(on: day) == band else {
                return
            }
            add(measure, post.form == .salaried)
        case .sizesShare(let day, let bands):
            if scheme(on: day) != nil, let own = sizeBand(on: day) { add(measure, bands.contains(own)) }
        }
    }

    /// The scheme of somebody in training on the day.
    private func scheme(on day: CalendarDay) -> Training.Scheme? {
        training.first { $0.period.contains(day) && !$0.value.standing.isEnded }?.value.scheme
    }

    private func specialist(in period: Period) -> Training.Scheme? {
        training.first { $0.value.standing == .ended(.specialist) && period.contains($0.period.from) }?.value.scheme
    }

    /// The largest engagement on the day.
    private func main(on day: CalendarDay) -> Engagement? {
        engagements.filter { $0.period.contains(day) }.max { $0.value.percent < $1.value.percent }?.value
    }

    private func sizeBand(on day: CalendarDay) -> SizeBand? { main(on: day).flatMap { bands[$0.municipality] } }
}

extension Engagement {
    /// A post as a GP rather than one to learn in or to stand in for somebody.
    fileprivate var isPractice: Bool { form == .salaried || form == .selfEmployed }
}
