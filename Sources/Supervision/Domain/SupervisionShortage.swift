/// Where there is too little supervision (*veiledermangel*): what the doctors of a place need against what its supervisors can give, now
/// and by half-year.
///
/// Figures are whole minutes to a month, rounded for each doctor and each supervisor, so that the rows of a table add up.
package struct SupervisionShortage: Sendable {
    package struct Figures: Hashable, Sendable {
        /// Doctors whose service is to be supervised on the day, and those of them without a supervisor.
        package var doctors = 0
        package var without = 0
        package var supervisors = 0
        /// Minutes to a month.
        package var needed = 0
        package var capacity = 0
        /// Minutes in each half-year.
        package var neededByHalf: [Int]
        package var capacityByHalf: [Int]
        /// What is missing to a month, and in each half-year, in the municipalities that have too little: one's plenty is not taken off
        /// another's want.
        package var short = 0
        package var shortByHalf: [Int]

        package init(halves: Int) {
            neededByHalf = [Int](repeating: 0, count: halves)
            capacityByHalf = [Int](repeating: 0, count: halves)
            shortByHalf = [Int](repeating: 0, count: halves)
        }

        /// The want of one municipality, once all its needs and capacity are in.
        fileprivate mutating func settle() {
            short = max(0, needed - capacity)
            for index in shortByHalf.indices { shortByHalf[index] = max(0, neededByHalf[index] - capacityByHalf[index]) }
        }

        package static func += (left: inout Figures, right: Figures) {
            left.doctors += right.doctors
            left.without += right.without
            left.supervisors += right.supervisors
            left.needed += right.needed
            left.capacity += right.capacity
            for index in left.neededByHalf.indices where right.neededByHalf.indices.contains(index) {
                left.neededByHalf[index] += right.neededByHalf[index]
                left.capacityByHalf[index] += right.capacityByHalf[index]
                left.shortByHalf[index] += right.shortByHalf[index]
            }
            left.short += right.short
        }
    }

    package let day: CalendarDay
    package let halves: [HalfYear]
    package let byMunicipality: [MunicipalityID: Figures]
    /// Doctors whom no municipality is known for.
    package let unplaced: Figures

    /// - Parameters:
    ///   - home: where each doctor is counted on the day; nil when nowhere.
    ///   - place: the municipality of the day that a supervisor's municipality is or has become part of.
    package init(
        _ book: SupervisionBook, on day: CalendarDay, halves count: Int, home: (RegisterIndex.Ordinal) -> MunicipalityID?,
        place: (MunicipalityID) -> MunicipalityID
    ) {
        let halves = SupervisionBook.halfYears(from: day, count: count)
        var found: [MunicipalityID: Figures] = [:]
        var unplaced = Figures(halves: count)
        let minutes = book.rates.monthlyMinutes(on: day)
        for (person, service) in book.services {
            var figures = Figures(halves: count)
            if let position = service.position(on: day) {
                figures.doctors = 1
                figures.without = book.assignments(ofPerson: person).contains { $0.period.contains(day) } ? 0 : 1
                figures.needed = SupervisionTime(aMonthOf: minutes, position: position).minutes
            }
            for (index, half) in halves.enumerated() {
                guard let period = Period(from: max(day, half.start), to: half.next.start) else { continue }
                figures.neededByHalf[index] = service.expected(in: period, rates: book.rates).minutes
            }
            if figures.doctors == 0, figures.neededByHalf.allSatisfy({ $0 == 0 }) { continue }
            if let municipality = home(person) {
                found[municipality, default: Figures(halves: count)] += figures
            } else {
                unplaced += figures
            }
        }
        for (id, supervisor) in book.supervisors {
            var figures = Figures(halves: count)
            let load = book.load(of: id, on: day)
            figures.capacity = load.capacity.minutes
            figures.supervisors = load.capacity > .zero ? 1 : 0
            for (index, half) in halves.enumerated() {
                guard let period = Period(from: max(day, half.start), to: half.next.start) else { continue }
                figures.capacityByHalf[index] = book.capacity(of: id, in: period).minutes
            }
            found[place(supervisor.municipality), default: Figures(halves: count)] += figures
        }
        for id in found.keys { found[id]?.settle() }
        unplaced.settle()
        (self.day, self.halves, byMunicipality, self.unplaced) = (day, halves, found, unplaced)
    }

    /// The figures of several places together.
    package func sum(_ municipalities: some Sequence<MunicipalityID>) -> Figures {
        municipalities.reduce(into: Figures(halves: halves.count)) { sum, id in
            if let figures = byMunicipality[id] { sum += figures }
        }
    }
}
