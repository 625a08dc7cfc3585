import AlisDomain

/// What loading reference data would change, worked out before anything is written (*oppdatering av grunndata*).
///
/// The files say all there is to say: what they no longer hold is superseded too. Coordination turns are the exception, since
/// people set them: only days that a turn has not been loaded for before are added, and never over days that a person has set.
package struct ReferenceUpdate {
    /// How many things of one kind were new, different, gone and as before.
    package struct Count: Hashable, Sendable {
        /// The table, such as `referenceCounty`.
        package var table: String
        package var added = 0
        package var changed = 0
        package var removed = 0
        package var left = 0
    }

    /// One for each kind, in the order of the tables.
    package private(set) var counts: [Count] = []
    private var writes: [(FactWriter) throws -> Void] = []

    /// Whether the store says all this already.
    package var isEmpty: Bool { counts.allSatisfy { $0.added == 0 && $0.changed == 0 && $0.removed == 0 } }

    /// Compares `data`, which must be without problems, with what the store says now.
    package init(to data: ReferenceData, on connection: Connection) throws {
        try compare(data.municipalities, on: connection)
        try compare(data.names, on: connection)
        try compare(data.changes, on: connection)
        try compare(data.counties, on: connection)
        try compare(data.population, on: connection)
        try compare(data.regions, on: connection)
        try compare(data.trusts, on: connection)
        try compare(data.trustAreas, on: connection)
        try compare(data.offices, on: connection)
        try compare(data.coverage, on: connection)
        try compare(try Self.turns(adding: data.turns, on: connection), on: connection)
        try compare(data.tiles, on: connection)
        try compare(data.countyTiles, on: connection)
        try compare(data.deadlines, on: connection)
        try compare(data.figures, on: connection)
    }

    /// Brings the store up to `data` in one change; records nothing when it says all of it already.
    package static func run(
        to data: ReferenceData, by recorder: Recorder, reason: String, at now: Instant, on connection: Connection
    ) throws -> (counts: [Count], change: ChangeNumber?) {
        try connection.serialiseWriters()
        let update = try ReferenceUpdate(to: data, on: connection)
        if update.isEmpty { return (update.counts, nil) }
        let change = try ChangeLog.record(.referenceUpdated, by: recorder, reason: reason, at: now, on: connection)
        try update.apply(FactWriter(connection: connection, change: change))
        return (update.counts, change)
    }

    /// Writes the difference within a change that is recorded already, as the demonstration's is.
    package func apply(_ writer: FactWriter) throws {
        if isEmpty { return }
        for write in writes { try write(writer) }
        try ReferenceStore.mark(writer.change, on: writer.connection)
    }

    private mutating func compare<Value: ReferenceFact>(_ rows: [ReferenceRow<Value>], on connection: Connection) throws {
        typealias Fact = Sourced<Value>
        let stored = try FactStore.timelines(Fact.self, where: "1 = 1", on: connection)
        let wanted = Dictionary(grouping: rows, by: \.id)
        var count = Count(table: Fact.table)
        var superseded: [(id: String, version: Version<Fact>)] = []
        var inserted: [(id: String, period: Period, fact: Fact)] = []
        for id in Set(stored.keys).union(wanted.keys).sorted() {
            let revision = (stored[id] ?? Timeline([])).replacing(with: (wanted[id] ?? []).map { ($0.period, $0.fact) })
            switch (revision.isEmpty, stored[id] == nil, wanted[id] == nil) {
            case (true, _, _): count.left += 1
            case (_, true, _): count.added += 1
            case (_, _, true): count.removed += 1
            default: count.changed += 1
            }
            superseded += revision.superseded.map { (id, $0) }
            inserted += revision.inserted.map { (id, $0.0, $0.1) }
        }
        counts.append(count)
        if superseded.isEmpty && inserted.isEmpty { return }
        writes.append { [superseded, inserted] writer in
            for (id, version) in superseded {
                try writer.apply(Revision<Fact>(superseded: [version], inserted: []), id: id)
            }
            // All at once: on PostgreSQL each insert is a round trip.
            try writer.connection.insert(
                into: Fact.table, columns: FactWriter.columns(Fact.self),
                rows: inserted.map { FactWriter.row(id: $0.id, $0.fact, in: $0.period, change: writer.change) })
        }
    }

    /// The turns as they are, with what the files have to say of days that nobody has set.
    private static func turns(
        adding loaded: [ReferenceRow<CoordinationTurn>], on connection: Connection
    ) throws -> [ReferenceRow<CoordinationTurn>] {
        let history = try FactStore.versions(Sourced<CoordinationTurn>.self, where: "1 = 1", on: connection)
        var result = history.filter { $0.supersededIn == nil }.map { ReferenceRow(id: $0.id, period: $0.period, fact: $0.value) }
        for row in loaded {
            // Days that a person has ever set, or that this very turn has been loaded for before and a person may have cleared since.
            let settled = history.filter { $0.value.source.isEmpty || $0.value == row.fact }.map(\.period)
            let free = settled.reduce([row.period]) { rest, taken in rest.flatMap { $0.subtracting(taken) } }
            for period in free {
                result = result.flatMap { old in
                    old.period.subtracting(period).map { ReferenceRow(id: old.id, period: $0, fact: old.fact) }
                }
                result.append(ReferenceRow(id: row.id, period: period, fact: row.fact))
            }
        }
        return result
    }
}
