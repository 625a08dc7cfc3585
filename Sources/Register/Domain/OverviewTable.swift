/// The overview as a table: region → office → county → municipality, with subtotals (*oversiktstabell*).
package struct OverviewTable: Sendable {
    package enum Level: Int, Sendable { case nation, region, office, county, municipality, unplaced }

    package struct Row: Sendable {
        package let level: Level
        /// The region's, office's, county's or municipality's code or key; empty for the nation.
        package let key: String
        package let name: String
        /// A county's office: two may share a county, which then stands under each with its own municipalities. Nil for the other levels.
        package internal(set) var office: String?
        package internal(set) var counts = Counts()
        package internal(set) var municipalities = 0
        /// Inhabitants, as far as they are known.
        package internal(set) var population = 0
        /// How many of the municipalities have no known number of inhabitants on the day; a rate for the row would be too high.
        package internal(set) var uncounted = 0
        /// Inhabitants when known for all of it, else nil.
        package var wholePopulation: Int? { uncounted == 0 && population > 0 ? population : nil }
        /// How many of the municipalities were confirmed in the six months before the day.
        package internal(set) var confirmed = 0
        /// A single municipality's newest confirmation.
        package internal(set) var lastConfirmed: CalendarDay?
        package internal(set) var lastConfirmedBy: String?

        mutating func add(_ other: Row) {
            counts += other.counts
            municipalities += other.municipalities
            population += other.population
            uncounted += other.uncounted
            confirmed += other.confirmed
        }
    }

    /// In reading order: each group's row stands before what it consists of; the nation is last.
    package let rows: [Row]
    package var nation: Row { rows.last ?? Row(level: .nation, key: "", name: "") }

    /// The keys of the municipalities that stand under a region.
    package func municipalities(inRegion key: String) -> Set<String> {
        var keys: Set<String> = []
        var isThere = false
        for row in rows {
            switch row.level {
            case .region: isThere = row.key == key
            case .municipality: if isThere { keys.insert(row.key) }
            case .nation, .office, .county, .unplaced: break
            }
        }
        return keys
    }

    /// A region's name; nil when the table has none by that key.
    package func regionName(_ key: String) -> String? { rows.first { $0.level == .region && $0.key == key }?.name }

    /// Puts an answer into the geography of its day.
    package init(
        _ answer: OverviewAnswer, reference: ReferenceData, directory: MunicipalityDirectory,
        confirmations: [MunicipalityID: (day: CalendarDay, personName: String)]
    ) {
        let day = answer.question.asOf
        let fresh = day.adding(months: -6)
        let population = reference.population(on: day)
        let regions = Dictionary(reference.regions.map { ($0.value.code, $0.value.shortName) }, uniquingKeysWith: { first, _ in first })
        let offices = Dictionary(reference.offices.map { ($0.value.code, $0.value) }, uniquingKeysWith: { first, _ in first })
        let counties = Dictionary(reference.counties(on: day).map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        var tree: [String: [String: [String: [Row]]]] = [:]
        for stretch in directory.municipalities(on: day) {
            let (id, facts) = (stretch.municipality, stretch.facts)
            if let asked = answer.question.municipality, asked != id { continue }
            if let office = answer.question.office, office != facts.office { continue }
            if let county = answer.question.county, county != facts.countyNumber { continue }
            if let centrality = answer.question.centrality, centrality != facts.centrality { continue }
            var row = Row(level: .municipality, key: id.key, name: facts.name)
            row.counts = answer.byMunicipality[id] ?? Counts()
            row.municipalities = 1
            row.population = population[id] ?? 0
            row.uncounted = population[id] == nil ? 1 : 0
            row.lastConfirmed = confirmations[id]?.day
            row.lastConfirmedBy = confirmations[id]?.personName
            if let last = row.lastConfirmed, last >= fresh { row.confirmed = 1 }
            let office = facts.office?.code ?? ""
            let region = facts.office.flatMap { offices[$0]?.region } ?? counties[facts.countyNumber]?.region ?? ""
            tree[region, default: [:]][office, default: [:]][facts.countyNumber, default: []].append(row)
        }
        rows = Self.flatten(
            tree, unplaced: answer.byMunicipality[nil],
            regionName: { regions[$0] ?? $0 }, officeName: { code in OfficeCode(code).flatMap { offices[$0]?.name } ?? code },
            countyName: { counties[$0]?.name ?? $0 })
    }

    private static func flatten(
        _ tree: [String: [String: [String: [Row]]]], unplaced: Counts?, regionName: (String) -> String,
        officeName: (String) -> String, countyName: (String) -> String
    ) -> [Row] {
        var rows: [Row] = []
        var nation = Row(level: .nation, key: "", name: "")
        for (region, offices) in tree.sorted(by: { $0.key < $1.key }) {
            let regionAt = rows.count
            rows.append(Row(level: .region, key: region, name: regionName(region)))
            for (office, counties) in offices.sorted(by: { $0.key < $1.key }) {
                let officeAt = rows.count
                rows.append(Row(level: .office, key: office, name: office.isEmpty ? regionName(region) : officeName(office)))
                for (county, municipalities) in counties.sorted(by: { $0.key < $1.key }) {
                    let countyAt = rows.count
                    rows.append(Row(level: .county, key: county, name: countyName(county), office: office))
                    for row in municipalities {
                        for index in [regionAt, officeAt, countyAt] { rows[index].add(row) }
                        nation.add(row)
                        rows.append(row)
                    }
                }
            }
        }
        if let unplaced {
            var row = Row(level: .unplaced, key: "", name: "")
            row.counts = unplaced
            nation.counts += unplaced
            rows.append(row)
        }
        rows.append(nation)
        return rows
    }
}
