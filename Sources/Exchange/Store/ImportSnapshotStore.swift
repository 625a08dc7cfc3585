import AlisDomain

/// Fills the picture of the register that an import is planned against.
///
/// All persons are taken, also those the importer may not see: without them a doctor who has moved would be registered twice.
/// What may be shown of them is the plan's matter.
package enum ImportSnapshotStore {
    package static func load(on connection: Connection) throws -> RegisterSnapshot {
        let merges = try connection.rows("SELECT duplicate, kept FROM traineeMerge WHERE supersededIn IS NULL ORDER BY recordedIn, id") {
            (try $0.recordID(0), try $0.recordID(1))
        }
        return RegisterSnapshot(
            trainees: try records(Trainee.self, on: connection), trainings: try records(Training.self, on: connection),
            engagements: try records(Engagement.self, on: connection), absences: try records(Absence.self, on: connection),
            wishes: try records(HospitalWish.self, on: connection),
            merges: Dictionary(merges) { first, _ in first })
    }

    /// Whether the register is of made-up people, so that new ones are marked as made up too.
    package static func isSynthetic(on connection: Connection) throws -> Bool {
        try connection.count("SELECT COUNT(*) FROM (SELECT id FROM trainee WHERE isSynthetic = 1 LIMIT 1) AS found") > 0
    }

    /// What holds now, thing by thing, in the order they came.
    private static func records<Fact: StoredFact & Hashable>(_ type: Fact.Type, on connection: Connection) throws -> [KnownRecord<Fact>] {
        var places: [RecordID: Int] = [:]
        var found: [(id: RecordID, stretches: [KnownRecord<Fact>.Stretch])] = []
        try connection.forEach(FactStore.select(type) + " WHERE supersededIn IS NULL ORDER BY recordedIn, id, validFrom") { row in
            let id = try row.recordID(0)
            let stretch = KnownRecord<Fact>.Stretch(try Period.read(row, at: 1), try Fact(row: row, at: 5))
            if let place = places[id] {
                found[place].stretches.append(stretch)
            } else {
                places[id] = found.count
                found.append((id, [stretch]))
            }
        }
        return found.map { KnownRecord(id: $0.id, stretches: $0.stretches) }
    }
}
