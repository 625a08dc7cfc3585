extension ReferenceData {
    /// What does not fit together: overlapping rows, numbers that two have at once, municipalities without county, office or tile.
    package func problems() -> [ReferenceProblem] {
        var problems: [ReferenceProblem] = []
        problems += overlaps(municipalities, in: "municipalities.csv") + overlaps(names, in: "municipality_names.csv")
        problems += overlaps(counties, in: "counties.csv") + overlaps(population, in: "population.csv")
        problems += overlaps(changes, in: "municipality_changes.csv") + overlaps(regions, in: "regions.csv")
        problems += overlaps(trusts, in: "trusts.csv") + overlaps(trustAreas, in: "trust_catchment.csv")
        problems += overlaps(offices, in: "offices.csv") + overlaps(coverage, in: "office_coverage.csv")
        problems += overlaps(turns, in: "coordination_turns.csv") + overlaps(tiles, in: "tiles.csv")
        problems += overlaps(countyTiles, in: "county_tiles.csv") + overlaps(deadlines, in: "deadlines.csv")
        problems += overlaps(figures, in: "facts.csv")
        return problems + sharedNumbers() + unknownKeys() + unknownCodes() + gaps()
    }

    private func overlaps<Value>(_ rows: [ReferenceRow<Value>], in file: String) -> [ReferenceProblem] {
        Dictionary(grouping: rows, by: \.id).values.flatMap { group -> [ReferenceProblem] in
            let ordered = group.sorted { $0.period.from < $1.period.from }
            return zip(ordered, ordered.dropFirst()).compactMap { earlier, later in
                guard earlier.period.overlaps(later.period) else { return nil }
                return ReferenceProblem(file: file, kind: .overlap(id: later.id, day: later.period.from))
            }
        }
    }

    private func sharedNumbers() -> [ReferenceProblem] {
        Dictionary(grouping: municipalities, by: \.value.number).flatMap { number, rows -> [ReferenceProblem] in
            let ordered = rows.sorted { $0.period.from < $1.period.from }
            return zip(ordered, ordered.dropFirst()).compactMap { earlier, later in
                guard earlier.id != later.id, earlier.period.overlaps(later.period) else { return nil }
                let kind = ReferenceProblem.Kind.sharedNumber(
                    number.digits, first: earlier.id, second: later.id, day: later.period.from)
                return ReferenceProblem(file: "municipalities.csv", kind: kind)
            }
        }
    }

    private func unknownKeys() -> [ReferenceProblem] {
        let known = Set(municipalities.map(\.id))
        func check(_ keys: [String], _ file: String) -> [ReferenceProblem] {
            Set(keys).subtracting(known).sorted().map { ReferenceProblem(file: file, kind: .unknownMunicipality($0)) }
        }
        return check(names.map(\.value.municipality.key), "municipality_names.csv")
            + check(changes.flatMap { [$0.value.old.key, $0.value.new.key] }, "municipality_changes.csv")
            + check(population.map(\.id), "population.csv") + check(coverage.map(\.id), "office_coverage.csv")
            + check(trustAreas.map(\.value.municipality.key), "trust_catchment.csv") + check(tiles.map(\.id), "tiles.csv")
            + check(offices.compactMap(\.value.host?.key), "offices.csv")
    }

    private func unknownCodes() -> [ReferenceProblem] {
        func check(_ codes: [String], among known: [String], _ column: String, _ file: String) -> [ReferenceProblem] {
            Set(codes).subtracting(known).sorted().map { ReferenceProblem(file: file, kind: .unknownCode(column: column, value: $0)) }
        }
        let officeCodes = offices.map(\.id)
        let regionCodes = regions.map(\.id)
        return check(coverage.map(\.value.office.code), among: officeCodes, "office", "office_coverage.csv")
            + check(turns.map(\.value.office.code), among: officeCodes, "office", "coordination_turns.csv")
            + check(trustAreas.map(\.value.trust.code), among: trusts.map(\.id), "trust", "trust_catchment.csv")
            + check(trusts.map(\.value.region), among: regionCodes, "region", "trusts.csv")
            + check(offices.map(\.value.region), among: regionCodes, "region", "offices.csv")
            + check(counties.map(\.value.region), among: regionCodes, "region", "counties.csv")
            + check(countyTiles.map(\.id), among: counties.map(\.id), "county", "county_tiles.csv")
    }

    /// Every municipality lies in a county that exists as long as it does; every one of today has office, trust, tile and population.
    private func gaps() -> [ReferenceProblem] {
        let counties = Dictionary(grouping: counties, by: \.id)
        var problems: [ReferenceProblem] = []
        func lacks(_ key: String, _ what: String, _ file: String) {
            problems.append(ReferenceProblem(file: file, kind: .lacks(municipality: key, what: what)))
        }
        let covered = Set(coverage.filter { $0.period.isOpen }.map(\.id))
        let served = Set(trustAreas.filter { $0.period.isOpen }.map(\.id))
        let placed = Set(tiles.map(\.id))
        let counted = Set(population.map(\.id))
        for row in municipalities {
            let rest = (counties[row.value.countyNumber] ?? []).reduce([row.period]) { rest, county in
                rest.flatMap { $0.subtracting(county.period) }
            }
            if !rest.isEmpty { lacks(row.id, "fylke", "counties.csv") }
            guard row.period.isOpen else { continue }
            if !covered.contains(row.id) { lacks(row.id, "kontor", "office_coverage.csv") }
            if !served.contains(row.id) { lacks(row.id, "helseforetak", "trust_catchment.csv") }
            if !placed.contains(row.id) { lacks(row.id, "flis", "tiles.csv") }
            if !counted.contains(row.id) { lacks(row.id, "folketall", "population.csv") }
        }
        return problems
    }
}
