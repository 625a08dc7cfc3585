import AlisDomain

/// A figure that has been published about doctors in training or GPs, and which of the generator's own figures answers to it.
package struct PublicFigure: Hashable, Sendable {
    /// A short key, such as `plans-2023-10`.
    package let key: String
    /// What the source counts, in its own sense.
    package let definition: Text
    /// The day or the year it holds for, as written in the source.
    package let period: String
    package let value: Double
    package let unit: Unit
    /// The page it was read on.
    package let source: String
    /// What is counted in the synthetic register to compare with it.
    package let counterpart: Text
    /// How far off the synthetic figure may be, in percent of the public one (for shares: in percentage points).
    package let tolerance: Double
    let measure: Measure

    package enum Unit: String, Sendable {
        case count
        case percent
    }

    /// What the counter has to count for it.
    enum Measure: Hashable, Sendable {
        /// In training on the day, employed or self-employed.
        case practising(CalendarDay)
        /// In the new scheme on the day, active or paused.
        case newScheme(CalendarDay)
        /// In the new scheme on the day and practising.
        case newSchemePractising(CalendarDay)
        /// Became specialists in the period.
        case specialists(Period)
        /// Became specialists, on average of the years from the first to the last.
        case specialistsPerYear(ClosedRange<Int>)
        /// Of those in the period, the share under the new scheme.
        case specialistsNew(Period)
        /// Of those in the new scheme on the day, the share in municipalities with so many inhabitants.
        case sizeShare(CalendarDay, SizeBand)
        /// Of all practising on the day, the share that is employed.
        case salariedShare(CalendarDay)
        /// Of those in the new scheme and practising, the share that is employed, in one size of municipality or all.
        case newSchemeSalariedShare(CalendarDay, SizeBand?)
        /// Of all in training on the day, the share in municipalities with so many inhabitants.
        case sizesShare(CalendarDay, ClosedRange<SizeBand>)

        /// How many years a count is the average of.
        var years: Int {
            if case .specialistsPerYear(let years) = self { years.count } else { 1 }
        }
    }

    init(
        _ key: String, _ definition: Text, period: String, _ value: Double, _ unit: Unit = .count, source: String, counterpart: Text,
        tolerance: Double = 10, _ measure: Measure
    ) {
        self.key = key
        self.definition = definition
        self.period = period
        self.value = value
        self.unit = unit
        self.source = source
        self.counterpart = counterpart
        self.tolerance = tolerance
        self.measure = measure
    }
}

/// Municipalities by number of inhabitants, as the Directorate of Health divides them (*kommunestørrelse*).
package enum SizeBand: Int, CaseIterable, Comparable, Sendable {
    case under2000, from2000, from5000, from10000, from20000, from50000, from100000

    init(population: Int) {
        switch population {
        case 100_000...: self = .from100000
        case 50_000...: self = .from50000
        case 20_000...: self = .from20000
        case 10_000...: self = .from10000
        case 5_000...: self = .from5000
        case 2_000...: self = .from2000
        default: self = .under2000
        }
    }

    package static func < (left: SizeBand, right: SizeBand) -> Bool { left.rawValue < right.rawValue }
}
