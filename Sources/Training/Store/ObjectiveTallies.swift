import AlisDomain

/// How all doctors, or some, stand in each set of objectives asked for on a day: counted by the database, so that the evaluation of all
/// plans costs one look-up for each doctor. A doctor of whom nothing is recorded in a set has no tally: nothing is concluded.
struct ObjectiveTallies: Sendable {
    /// What a count of all rests on: while nothing of it is different, the count is the same.
    private struct Basis: Equatable {
        let day: CalendarDay
        /// The newest change to the catalogue.
        let catalogue: ChangeNumber
        let owners: [RecordID: RecordID]
        /// The newest change to statuses and planned days.
        var newest: ChangeNumber

        func asks(theSameAs other: Basis) -> Bool { (day, catalogue) == (other.day, other.catalogue) && owners == other.owners }
    }

    private struct Sum {
        var approved = 0
        var last: CalendarDay?
        var waiting = 0
        /// How many of those approved nobody has confirmed.
        var entered = 0
        /// How many of those not approved have a planned day, and the latest of these.
        var planned = 0
        var due: CalendarDay?
    }

    /// The objectives asked for on the day, by set.
    private var asked: [ObjectiveSet: Set<String>] = [:]
    /// Every code of a set that was ever asked for: what waits in one that was replaced, waits on.
    private var all: [ObjectiveSet: Set<String>] = [:]
    private let samples: Set<ObjectiveSet>
    /// Nil when only some are counted, or as they were known before.
    private var basis: Basis?
    private var sums: [RecordID: [ObjectiveSet: Sum]] = [:]

    /// - Parameters:
    ///   - sample: the catalogue an import takes the place of: what was recorded by it is still hers, and may still wait for the leader.
    ///   - owners: which training another's facts belong to, such as of a merged duplicate: each objective counts once.
    ///   - change: the change after which the facts are taken as they were known; as they are known now when nil.
    ///   - earlier: a count of all, of which only those are counted anew whose objectives have changed since: 200,000 statuses take a
    ///     quarter of a second.
    init(
        _ catalogue: ObjectiveCatalogue, sample: ObjectiveCatalogue, trainings: [RecordID]?, owners: [RecordID: RecordID],
        asOf day: CalendarDay,
        knownAfter change: ChangeNumber? = nil, reusing earlier: ObjectiveTallies? = nil, on connection: Connection
    ) throws {
        var basis: Basis?
        if trainings == nil, change == nil {
            let now = Basis(
                day: day, catalogue: try ObjectiveStore.newestChange(to: [CatalogueEntry.table], on: connection), owners: owners,
                newest: try ObjectiveStore.newestChange(to: Self.tables, on: connection))
            if let earlier, let before = earlier.basis, before.asks(theSameAs: now) {
                let changed = try Self.tables.reduce(into: Set<RecordID>()) { found, table in
                    found.formUnion(try FactStore.changed("training", of: table, after: before.newest, on: connection))
                }
                if changed.count <= Self.mostAnew {
                    self = earlier
                    self.basis = now
                    if !changed.isEmpty { try count(changed, catalogue, sample, now, on: connection) }
                    return
                }
            }
            basis = now
        }
        self.basis = basis
        let known = FactStore.known(after: change)
        samples = Set(ObjectiveSet.allCases.filter(catalogue.isSample))
        let mine: SQL = trainings.map { "AND training IN (\(list: $0))" } ?? ""
        var parts: [RecordID: [RecordID]] = [:]
        for (part, owner) in owners { parts[owner, default: []].append(part) }
        let several = Set(parts.filter { $0.value.count > 1 }.keys)
        let imported = Set(catalogue.objectives.map(\.code))
        let named = catalogue.objectives + sample.objectives.filter { !imported.contains($0.code) }
        for set in ObjectiveSet.allCases {
            let current = Set(catalogue.objectives(in: set, on: day).map(\.code.text))
            let all = Set(named.filter { $0.set == set }.map(\.code.text)).sorted()
            guard !all.isEmpty else { continue }
            (asked[set], self.all[set]) = (current, Set(all))
            // A list in a statement is never empty.
            let codes = current.isEmpty ? [""] : current.sorted()
            try connection.forEach(
                """
                SELECT training, SUM(CASE WHEN status = 'approved' AND objective IN (\(list: codes)) THEN 1 ELSE 0 END),
                    MAX(CASE WHEN status = 'approved' AND objective IN (\(list: codes)) THEN day ELSE NULL END),
                    SUM(CASE WHEN status = 'recommended' AND origin = 'approvedHere' THEN 1 ELSE 0 END),
                    SUM(CASE WHEN status = 'approved' AND origin IN ('entered', 'ownReport') AND objective IN (\(list: codes)) THEN 1 ELSE 0 END)
                FROM objectiveRecord
                WHERE \(known) AND validFrom <= \(day) AND validTo > \(day) AND objective IN (\(list: all)) \(mine)
                GROUP BY training
                """
            ) { row in
                let training = try row.recordID(0)
                sums[owners[training] ?? training, default: [:]][set] = Sum(
                    approved: row.int(1), last: try row.optionalDay(2), waiting: row.int(3), entered: row.int(4))
            }
            try connection.forEach(
                """
                SELECT training, COUNT(*), MAX(due) FROM objectiveArena
                WHERE \(known) AND due IS NOT NULL AND objective IN (\(list: codes)) \(mine)
                    AND NOT EXISTS (
                        SELECT 1 FROM objectiveRecord
                        WHERE objectiveRecord.training = objectiveArena.training AND objectiveRecord.objective = objectiveArena.objective
                            AND status = 'approved' AND \(known) AND validFrom <= \(day) AND validTo > \(day))
                GROUP BY training
                """
            ) { row in
                let training = try row.recordID(0)
                let owner = owners[training] ?? training
                sums[owner]?[set]?.planned = row.int(1)
                sums[owner]?[set]?.due = try row.optionalDay(2)
            }
        }
        // The few whose facts lie in several trainings: code by code.
        if !several.isEmpty { try count(parts.filter { several.contains($0.key) }, day, known, on: connection) }
    }

    private static let tables = [TrainingObjective.table, ObjectiveArena.table]
    /// When more doctors than this have changed, everybody is counted anew.
    private static let mostAnew = 300

    /// Counts these trainings, and those that are the same doctors', anew.
    private mutating func count(
        _ changed: Set<RecordID>, _ catalogue: ObjectiveCatalogue, _ sample: ObjectiveCatalogue, _ now: Basis, on connection: Connection
    ) throws {
        let keepers = Set(changed.map { now.owners[$0] ?? $0 })
        let owners = now.owners.filter { keepers.contains($0.value) }
        let anew = try ObjectiveTallies(
            catalogue, sample: sample, trainings: Set(owners.keys).union(changed).sorted(), owners: owners, asOf: now.day, on: connection)
        for keeper in keepers { sums[keeper] = anew.sums[keeper] }
    }

    private mutating func count(_ parts: [RecordID: [RecordID]], _ day: CalendarDay, _ known: SQL, on connection: Connection) throws {
        let owners = parts.keys.sorted()
        for start in stride(from: 0, to: owners.count, by: 200) {
            let chunk = owners[start..<min(start + 200, owners.count)]
            let mine: SQL = "training IN (\(list: chunk.flatMap { parts[$0] ?? [] })) AND \(known)"
            let records = try FactStore.versions(TrainingObjective.self, where: mine, on: connection)
            let arenas = try FactStore.versions(ObjectiveArena.self, where: mine, on: connection)
            let standing = Dictionary(grouping: records.filter { $0.period.contains(day) }.map(\.value), by: \.training)
            let plans = Dictionary(grouping: arenas.map(\.value), by: \.training)
            for owner in chunk {
                let trainings = parts[owner] ?? []
                for (set, codes) in asked where sums[owner]?[set] != nil {
                    sums[owner]?[set] = Self.sum(
                        trainings.flatMap { standing[$0] ?? [] }.map(\.record), trainings.flatMap { plans[$0] ?? [] }, codes,
                        all: all[set] ?? codes)
                }
            }
        }
    }

    private static func sum(_ records: [ObjectiveRecord], _ arenas: [ObjectiveArena], _ codes: Set<String>, all: Set<String>)
        -> Sum
    {
        var best: [String: ObjectiveRecord] = [:]
        for record in records where all.contains(record.objective.text) {
            if let other = best[record.objective.text], other.status.rank >= record.status.rank { continue }
            best[record.objective.text] = record
        }
        let approved = best.values.filter { $0.status.rank == 3 && codes.contains($0.objective.text) }
        let open = Set(
            arenas.filter { $0.due != nil && best[$0.objective.text]?.status.rank != 3 && codes.contains($0.objective.text) }.map(
                \.objective))
        return Sum(
            approved: approved.count, last: approved.compactMap(\.status.day).max(),
            waiting: best.values.filter { $0.status.rank == 2 && $0.origin == .approvedHere }.count,
            entered: approved.filter(\.awaitsConfirmation).count, planned: open.count,
            due: arenas.filter { open.contains($0.objective) }.compactMap(\.due).max())
    }

    /// How the doctor of a training stands, in each set of which something is recorded.
    func tallies(of training: RecordID) -> [ObjectiveTally] {
        guard let mine = sums[training] else { return [] }
        return ObjectiveSet.allCases.compactMap { set in
            guard let sum = mine[set], let codes = asked[set], !codes.isEmpty || sum.waiting > 0 else { return nil }
            let isPlanned = sum.approved < codes.count && sum.planned >= codes.count - sum.approved
            return ObjectiveTally(
                set: set, asked: codes.count, approved: sum.approved, lastApprovedOn: sum.last, plannedBy: isPlanned ? sum.due : nil,
                waiting: sum.waiting, isSample: samples.contains(set), entered: sum.entered)
        }
    }
}
