/// How long ago each municipality's data was confirmed (*ferskhet*): oldest first, those never confirmed before all others.
package struct Freshness: Sendable {
    package struct Row: Sendable {
        package let municipality: MunicipalityID
        package let facts: MunicipalityFacts
        /// Active doctors in training, as the overview counts them.
        package let active: Int
        package let confirmedOn: CalendarDay?
        package let confirmedBy: String?
        /// How many of its doctors were registered or changed after that.
        package let changedSince: Int

        /// Whole days since the confirmation; nil when there has never been one.
        package func age(on day: CalendarDay) -> Int? { confirmedOn.map { max(0, day.days(since: $0)) } }

        /// Whether nobody has confirmed in the last `months` months. The overview calls a municipality confirmed by the same rule.
        package func isStale(months: Int, on day: CalendarDay) -> Bool {
            confirmedOn.map { $0 < day.adding(months: -months) } ?? true
        }
    }

    package let day: CalendarDay
    package let rows: [Row]

    /// - Parameter isIncluded: which of the day's municipalities to look at.
    package init(
        on day: CalendarDay, directory: MunicipalityDirectory, active: (MunicipalityID) -> Int,
        confirmations: [MunicipalityID: (day: CalendarDay, personName: String)], changedSince: (MunicipalityID) -> Int = { _ in 0 },
        isIncluded: (MunicipalityStretch) -> Bool
    ) {
        self.day = day
        rows = directory.municipalities(on: day).filter(isIncluded).map { stretch in
            let newest = confirmations[stretch.municipality]
            return Row(
                municipality: stretch.municipality, facts: stretch.facts, active: active(stretch.municipality),
                confirmedOn: newest?.day, confirmedBy: newest?.personName, changedSince: changedSince(stretch.municipality))
        }.sorted { left, right in
            let (first, second) = (left.confirmedOn ?? .earliest, right.confirmedOn ?? .earliest)
            return (first, left.facts.number.digits) < (second, right.facts.number.digits)
        }
    }

    /// Those that nobody has confirmed in the last `months` months; all of them when `months` is 0.
    package func stale(months: Int) -> [Row] { months == 0 ? rows : rows.filter { $0.isStale(months: months, on: day) } }
}
