/// The figures anyone may see (*offentlige tall*): the nation, regions, offices and counties on one day, with small counts hidden.
///
/// No municipality is in it, and nothing of it is worked out from what it hides.
package struct OpenFigures: Sendable {
    /// How many there are on a day: published for the first day of each half-year. The first three add up: active is new and old scheme.
    package static let stocks: [Measure] = [.active, .newScheme, .oldScheme, .paused, .wishing]
    /// What happened in a calendar year: published for whole years that have ended, and for nothing shorter.
    package static let flows: [Measure] = [.started, .finished]
    /// Everything that is counted and hidden together, in order.
    package static let measures: [Measure] = stocks + flows

    package struct Row: Sendable {
        package let level: OverviewTable.Level
        /// The region's, office's or county's code; empty for the nation.
        package let key: String
        package let name: String
        package let municipalities: Int
        /// Nil when it is not known for every municipality of the row, as for those merged long ago.
        package let population: Int?
        /// How many of the municipalities were confirmed in the six months before the day.
        package let confirmed: Int
        /// Nil where the count is hidden.
        fileprivate var shown: [Measure: Int] = [:]

        /// The count, or nil when it is hidden.
        package subscript(measure: Measure) -> Int? { shown[measure] }
    }

    package let day: CalendarDay
    /// In reading order: the nation, then each region with its offices and their counties; last, if any, those without a workplace.
    package let rows: [Row]

    package var nation: Row? { rows.first }
    /// Whether any of these counts is hidden in any row.
    package func hides(_ measures: [Measure]) -> Bool { rows.contains { row in measures.contains { row.shown[$0] == nil } } }

    /// The county's row; nil when there is none, or when it lies under two offices so that no row has all of it.
    package func county(_ number: String) -> Row? {
        let found = rows.filter { $0.level == .county && $0.key == number }
        return found.count == 1 ? found[0] : nil
    }

    package init(_ table: OverviewTable, day: CalendarDay) {
        self.day = day
        var sources: [OverviewTable.Row] = [table.nation]
        var parents: [Int?] = [nil]
        var latest: [OverviewTable.Level: Int] = [.nation: 0]
        var lacksPopulation: Set<Int> = []
        for row in table.rows {
            let above: OverviewTable.Level
            switch row.level {
            case .nation: continue
            case .municipality:
                if row.population == 0 { lacksPopulation.formUnion(latest.values) }
                continue
            case .office where row.key.isEmpty:
                // Before there were offices: the counties stand under the region itself, before any office's.
                latest[.office] = latest[.region]
                continue
            case .region, .unplaced: above = .nation
            case .office: above = .region
            case .county: above = .office
            }
            parents.append(latest[above] ?? 0)
            latest[row.level] = sources.count
            sources.append(row)
        }
        rows = Self.hide(sources, parents: parents, lacksPopulation: lacksPopulation)
    }

    private static func hide(_ sources: [OverviewTable.Row], parents: [Int?], lacksPopulation: Set<Int>) -> [Row] {
        func column(_ measure: Measure) -> [Int] { sources.map { $0.counts[measure] } }
        func rowwise(_ columns: [[Int]]) -> [[Int]] { sources.indices.map { row in columns.map { $0[row] } } }
        var hidden: [Measure: [Bool]] = [:]
        func note(_ counts: SmallCounts, _ measures: [Measure]) {
            for (place, measure) in measures.enumerated() {
                hidden[measure] = sources.indices.map { counts.isHidden(row: $0, column: place) }
            }
        }
        // Whoever wishes is active: a wish that is shown says that the active are at least as many.
        let leastActive = column(.wishing).map { SmallCounts.small.contains($0) ? 0 : $0 }
        let none = [Int](repeating: 0, count: sources.count)
        let schemes: [Measure] = [.active, .newScheme, .oldScheme]
        let active = SmallCounts(
            SmallCounts.Table(parents: parents, values: rowwise(schemes.map(column)), least: rowwise([leastActive, none, none])))
        note(active, schemes)
        let paused = SmallCounts(SmallCounts.Table(parents: parents, values: rowwise([column(.paused)])))
        note(paused, [.paused])
        // And the other way: never more wishes than the active may be, nor more who began than are active or paused.
        let mostActive = sources.indices.map { active.range(row: $0, column: 0).upperBound }
        let mostInTraining = sources.indices.map { mostActive[$0] + paused.range(row: $0, column: 0).upperBound }
        for (measure, most) in [(Measure.wishing, mostActive), (.started, mostInTraining)] {
            note(SmallCounts(SmallCounts.Table(parents: parents, values: rowwise([column(measure)]), most: rowwise([most]))), [measure])
        }
        note(SmallCounts(SmallCounts.Table(parents: parents, values: rowwise([column(.finished)]))), [.finished])
        return sources.enumerated().map { place, source in
            var row = Row(
                level: source.level, key: source.key, name: source.name, municipalities: source.municipalities,
                population: lacksPopulation.contains(place) ? nil : source.population, confirmed: source.confirmed)
            for measure in measures where hidden[measure]?[place] == false { row.shown[measure] = source.counts[measure] }
            return row
        }
    }
}
