import Alis
import AlisDomain

/// A row of the printed overview.
struct OverviewGroup: Encodable {
    struct Answer: Encodable {
        let asOf: String
        let knownAt: String?
        let by: String
        let rows: [OverviewGroup]
    }

    let key: String
    let name: String
    private(set) var counts: [String: Int]
    private(set) var municipalities: Int
    private(set) var population: Int
    /// How many of the municipalities were confirmed in the six months before the day.
    private(set) var confirmed: Int

    private init(_ row: OverviewTable.Row, name: String? = nil) {
        key = row.key
        self.name = name ?? row.name
        counts = Dictionary(uniqueKeysWithValues: Measure.allCases.map { ($0.rawValue, row.counts[$0]) })
        municipalities = row.municipalities
        population = row.population
        confirmed = row.confirmed
    }

    private mutating func add(_ other: OverviewGroup) {
        counts.merge(other.counts, uniquingKeysWith: +)
        municipalities += other.municipalities
        population += other.population
        confirmed += other.confirmed
    }

    /// One for each place of the level, whichever others it lies in (a county may have two offices), those without a place, and all.
    static func groups(of table: OverviewTable, at level: OverviewTable.Level) -> [OverviewGroup] {
        var places: [String: Int] = [:]
        var groups: [OverviewGroup] = []
        for row in table.rows {
            switch row.level {
            case level:
                let group = OverviewGroup(row, name: row.name.isEmpty ? "(none)" : nil)
                if let place = places[row.key] {
                    groups[place].add(group)
                } else {
                    places[row.key] = groups.count
                    groups.append(group)
                }
            case .unplaced: groups.append(OverviewGroup(row, name: "No engagement"))
            case .nation: groups.append(OverviewGroup(row, name: "Norway"))
            default: continue
            }
        }
        return groups
    }

    static func text(_ groups: [OverviewGroup]) -> String {
        let measures: [(Measure, String)] = [
            (.active, "active"), (.newScheme, "new"), (.oldScheme, "old"), (.converting, "converting"), (.paused, "paused"),
            (.onLeave, "on leave"), (.started, "started"), (.finished, "finished"), (.wishing, "wishing"),
        ]
        var table = TextTable(heads: [""] + measures.map(\.1) + ["confirmed"])
        table.rows = groups.map { group in
            [group.name] + measures.map { String(group.counts[$0.0.rawValue] ?? 0) }
                + [group.municipalities == 0 ? "" : "\(group.confirmed)/\(group.municipalities)"]
        }
        return table.text
    }
}
