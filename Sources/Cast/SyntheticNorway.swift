import AlisDomain

/// A made-up Norway: about 2,300 doctors in training today and ten years of history, the same from the same seed on every machine.
///
/// What comes out are the versions a register would hold had municipalities reported week by week: late, with gaps, errors and
/// corrections. `scale` makes so many Norways in the same municipalities; the first of them is the same at every scale.
package struct SyntheticNorway: Sendable {
    package let seed: UInt64
    package let scale: Int
    package let today: CalendarDay
    package let places: SyntheticPlaces

    /// Nothing is known from `today` on but what has been planned. A scale below 1 counts as 1.
    package init(seed: UInt64, scale: Int, today: CalendarDay, places: SyntheticPlaces) {
        self.seed = seed
        self.scale = max(1, scale)
        self.today = today
        self.places = places
    }

    /// Makes everything and hands it over piece by piece; needs a few megabytes whatever the scale.
    package func generate(into sink: inout some SyntheticSink) {
        guard !places.municipalities.isEmpty, today > SyntheticParameters.registerStart.adding(days: 7) else { return }
        var maker = PersonMaker(seed: seed, today: today, places: places)
        maker.makeConfirmations(into: &sink)
        maker.makeCast(into: &sink)
        let starts = YearlyStarts(places: places, seed: seed, through: today.year + 1)
        for replica in 0..<scale {
            for municipality in places.municipalities.indices {
                maker.random = SyntheticRandom(seed: seed, stream: 1, UInt64(replica), UInt64(municipality))
                for year in starts.years {
                    for _ in 0..<starts.count(in: year, municipality: municipality, replica: replica) {
                        maker.makePerson(startingIn: year, municipality: municipality, into: &sink)
                    }
                }
            }
        }
    }
}

/// How many start each year in each municipality: the country's number, shared out by weight so that the sum is exact.
private struct YearlyStarts {
    let years: ClosedRange<Int>
    private let seed: UInt64
    /// The sum of weights before each municipality, and of all at the end.
    private let cumulative: [Int]

    init(places: SyntheticPlaces, seed: UInt64, through last: Int) {
        years = SyntheticParameters.firstYear...max(SyntheticParameters.firstYear, last)
        self.seed = seed
        var sums = [0]
        for place in places.municipalities {
            let weight = SyntheticParameters.weight(population: place.population, centrality: place.centrality)
            sums.append((sums.last ?? 0) + weight)
        }
        cumulative = sums
    }

    func count(in year: Int, municipality: Int, replica: Int) -> Int {
        guard let total = cumulative.last, total > 0 else { return 0 }
        var random = SyntheticRandom(seed: seed, stream: 2, UInt64(year), UInt64(replica))
        let offset = random.below(total)
        let starts = SyntheticParameters.starts(in: year)
        return (cumulative[municipality + 1] * starts + offset) / total - (cumulative[municipality] * starts + offset) / total
    }
}
