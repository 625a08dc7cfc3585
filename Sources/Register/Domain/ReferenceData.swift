/// All reference data (*grunndata*) as it is known at one time: municipalities, counties, offices, trusts and what goes with them.
///
/// Read from the files in `Reference/` (ReferenceParser.swift) or from the store; a value, so it can be asked without a database.
package struct ReferenceData: Hashable, Sendable {
    package var municipalities: [ReferenceRow<MunicipalityRecord>] = []
    package var names: [ReferenceRow<MunicipalityNameRecord>] = []
    package var changes: [ReferenceRow<MunicipalityChange>] = []
    package var counties: [ReferenceRow<CountyRecord>] = []
    package var population: [ReferenceRow<Population>] = []
    package var regions: [ReferenceRow<HealthRegion>] = []
    package var trusts: [ReferenceRow<Trust>] = []
    package var trustAreas: [ReferenceRow<TrustArea>] = []
    package var offices: [ReferenceRow<Office>] = []
    package var coverage: [ReferenceRow<OfficeCoverage>] = []
    package var turns: [ReferenceRow<CoordinationTurn>] = []
    package var tiles: [ReferenceRow<Tile>] = []
    package var countyTiles: [ReferenceRow<CountyTile>] = []
    package var deadlines: [ReferenceRow<Deadline>] = []
    package var figures: [ReferenceRow<PublicFigure>] = []

    package init() {}

    /// The identity under which all coordination turns lie: there is one at a time in the country.
    package static let turnID = "national"

    /// The counties on a day, in order of number.
    package func counties(on day: CalendarDay) -> [County] {
        counties.filter { $0.period.contains(day) }.map(\.county).sorted { $0.number < $1.number }
    }

    /// The offices at work on a day, in order of code.
    package func offices(on day: CalendarDay) -> [Office] {
        offices.filter { $0.period.contains(day) }.map(\.value).sorted { $0.code < $1.code }
    }

    /// The municipalities an office follows up on a day, in order of key.
    package func municipalities(of office: OfficeCode, on day: CalendarDay) -> [MunicipalityID] {
        coverage.filter { $0.value.office == office && $0.period.contains(day) }.map(\.value.municipality).sorted()
    }

    /// The trusts and regional authorities on a day, in order of code.
    package func trusts(on day: CalendarDay) -> [Trust] {
        trusts.filter { $0.period.contains(day) }.map(\.value).sorted { $0.code < $1.code }
    }

    /// Inhabitants by municipality as last counted by a day, or first counted after it.
    ///
    /// A count is never given to another area than was counted: one that took in others between the day and the count is left out,
    /// and one that was split has what its parts were counted to together.
    package func population(on day: CalendarDay) -> [MunicipalityID: Int] {
        var latest: [MunicipalityID: (from: CalendarDay, count: Int)] = [:]
        for row in population {
            if let known = latest[row.value.municipality] {
                let isBetter = row.period.from <= day ? known.from > day || row.period.from > known.from : row.period.from < known.from
                if !isBetter { continue }
            }
            latest[row.value.municipality] = (row.period.from, row.value.count)
        }
        let between = changes.map(\.value).filter { change in
            guard change.kind == .merged || change.kind == .split, let counted = (latest[change.new] ?? latest[change.old])?.from
            else { return false }
            return min(day, counted) < change.from && change.from <= max(day, counted)
        }
        var result = latest.mapValues(\.count)
        for change in between { (result[change.old], result[change.new]) = (nil, nil) }
        for (whole, parts) in Dictionary(grouping: between.filter { $0.kind == .split && $0.from > day }, by: \.old) {
            let places = Set(parts.map(\.new)).union([whole])
            let isAlone = between.allSatisfy { $0.old == whole || !(places.contains($0.old) || places.contains($0.new)) }
            let counts = parts.compactMap { latest[$0.new]?.count }
            if isAlone, counts.count == parts.count { result[whole] = counts.reduce(0, +) }
        }
        return result
    }

    /// Each municipality's place in the map, by key.
    package var tilesByMunicipality: [MunicipalityID: Tile] {
        var result: [MunicipalityID: Tile] = [:]
        for row in tiles { if let id = MunicipalityID(row.id) { result[id] = row.value } }
        return result
    }

    /// Each county's place in the map of squares, by number.
    package var tilesByCounty: [String: Tile] {
        Dictionary(countyTiles.map { ($0.id, $0.value.tile) }) { first, _ in first }
    }

    /// The office whose turn it is to coordinate on a day; nil when it is not known.
    package func coordinator(on day: CalendarDay) -> OfficeCode? { turns.first { $0.period.contains(day) }?.value.office }

    /// A deadline by its code, such as `oldSchemeLastApplication`.
    package func deadline(_ code: String) -> Deadline? { deadlines.first { $0.id == code }?.value }

    /// The first day of the new scheme (domain.md §1.7); nil where the data does not say.
    package var newSchemeFrom: CalendarDay? { deadline("newSchemeStart")?.day }

    /// A published figure by its key, such as `plansInPortal.2023-10`.
    package func figure(_ key: String) -> PublicFigure? { figures.first { $0.id == key }?.value }
}

extension ReferenceRow<CountyRecord> {
    /// The county with the time it existed.
    package var county: County { County(number: value.number, name: value.name, period: period, region: value.region) }
}
