/// Reads the files in `Reference/` into values. Every problem is noted with its file and line; nothing is guessed.
package struct ReferenceParser {
    /// The files there must be.
    package static let fileNames = [
        "municipalities.csv", "municipality_names.csv", "municipality_changes.csv", "counties.csv", "population.csv", "regions.csv",
        "trusts.csv", "trust_catchment.csv", "offices.csv", "office_coverage.csv", "coordination_turns.csv", "tiles.csv",
        "county_tiles.csv", "deadlines.csv", "facts.csv",
    ]

    private let files: [String: String]
    private var problems: [ReferenceProblem] = []

    private init(files: [String: String]) { self.files = files }

    /// Reads the texts of the files by name. Lines with a problem are left out of the data; only data without problems may be loaded.
    package static func parse(_ files: [String: String]) -> (data: ReferenceData, problems: [ReferenceProblem]) {
        var parser = ReferenceParser(files: files)
        let data = parser.data()
        return (data, parser.problems + (parser.problems.isEmpty ? data.problems() : []))
    }

    private mutating func data() -> ReferenceData {
        var data = ReferenceData()
        data.municipalities = rows("municipalities.csv", ["key", "from", "to", "number", "name", "county"], Self.municipality)
        data.names = rows("municipality_names.csv", ["key", "language", "name", "from", "to"], Self.name)
        data.changes = rows("municipality_changes.csv", ["from", "kind", "old_key", "new_key", "share", "note"], Self.change)
        data.counties = rows("counties.csv", ["number", "name", "official_name", "from", "to", "region"], Self.county)
        data.population = rows("population.csv", ["key", "year", "count"], Self.population)
        data.regions = rows("regions.csv", ["code", "name", "short_name"], Self.region)
        data.trusts = rows("trusts.csv", ["code", "kind", "name", "short_name", "region", "from", "to"], Self.trust)
        data.trustAreas = rows(
            "trust_catchment.csv", ["trust", "municipality", "district_number", "district", "hospital", "from", "to"], Self.trustArea)
        data.offices = rows("offices.csv", ["code", "name", "host", "region", "from", "to"], Self.office)
        data.coverage = rows("office_coverage.csv", ["office", "municipality", "from", "to"], Self.coverage)
        data.turns = rows("coordination_turns.csv", ["office", "from", "to"], Self.turn)
        data.tiles = rows("tiles.csv", ["key", "column", "row"]) { line in Self.tile(&line, id: "key") { $0 } }
        data.countyTiles = rows("county_tiles.csv", ["county", "column", "row"]) { line in
            Self.tile(&line, id: "county", CountyTile.init)
        }
        data.deadlines = rows("deadlines.csv", ["code", "day", "nb", "nn"], Self.deadline)
        data.figures = rows("facts.csv", ["key", "indicator", "group", "period", "unit", "value", "precision", "note"], Self.figure)
        return data
    }

    private mutating func rows<Value>(
        _ file: String, _ columns: [String], _ read: (inout ReferenceLine) -> ReferenceRow<Value>?
    ) -> [ReferenceRow<Value>] {
        guard let text = files[file] else {
            problems.append(ReferenceProblem(file: file, kind: .missingFile))
            return []
        }
        guard let csv = ReferenceCSV(text) else {
            problems.append(ReferenceProblem(file: file, kind: .unreadable))
            return []
        }
        let missing = (columns + ["source"]).filter { !csv.header.contains($0) }
        problems += missing.map { ReferenceProblem(file: file, line: 1, kind: .missingColumn($0)) }
        if !missing.isEmpty { return [] }
        var result: [ReferenceRow<Value>] = []
        for line in csv.lines {
            guard line.cells.count == csv.header.count else {
                let kind = ReferenceProblem.Kind.wrongCellCount(expected: csv.header.count, found: line.cells.count)
                problems.append(ReferenceProblem(file: file, line: line.number, kind: kind))
                continue
            }
            let cells = Dictionary(zip(csv.header, line.cells)) { first, _ in first }
            var reading = ReferenceLine(file: file, number: line.number, cells: cells)
            if let row = read(&reading), reading.problems.isEmpty { result.append(row) }
            problems += reading.problems
        }
        return result
    }
}
