import AlisDomain

/// Everything the register holds now of one doctor, with what merged duplicates hold.
package struct TraineeRecord: Sendable {
    package let id: RecordID
    /// Records merged into this one.
    package let duplicates: [RecordID]
    /// Those of them that were merged into this very record, and not into one that was merged later.
    package let mergedHere: [RecordID]
    /// Who each of the duplicates says that she is.
    package let merged: [Thing<Trainee>]
    package let person: Timeline<Trainee>
    package let trainings: [Thing<Training>]
    package let engagements: [Thing<Engagement>]
    package let absences: [Thing<Absence>]
    package let wishes: [Thing<HospitalWish>]
    /// The newest change that touched any of it: a form made before it is out of date.
    package let lastChange: ChangeNumber

    /// A thing with its identity and its stretches in time.
    package struct Thing<Value: Sendable & Equatable>: Sendable {
        package let id: RecordID
        package let timeline: Timeline<Value>
        package var first: Version<Value>? { timeline.stretches.first }
        package var last: Version<Value>? { timeline.stretches.last }
    }

    /// The person as she is now, or as she was last known.
    package func trainee(on day: CalendarDay) -> Trainee? { person.value(on: day) ?? person.stretches.last?.value }

    /// What she works in most on a day; of equal ones, what began first. Nil when nowhere.
    package func mainEngagement(on day: CalendarDay) -> Version<Engagement>? {
        engagements.flatMap(\.timeline.stretches).filter { $0.period.contains(day) }
            .max { ($0.value.percent, $1.period.from) < ($1.value.percent, $0.period.from) }
    }

    /// The first work that begins after a day.
    package func nextEngagement(after day: CalendarDay) -> Version<Engagement>? {
        engagements.flatMap(\.timeline.stretches).filter { $0.period.from > day }.min { $0.period.from < $1.period.from }
    }

    /// The training that runs on a day; when none does, the last one.
    package func training(on day: CalendarDay) -> RecordID? {
        let running = trainings.first { thing in thing.timeline.value(on: day).map { !$0.standing.isEnded } ?? false }
        return (running ?? trainings.last)?.id
    }

    /// The municipalities she works in on a day or later; when there is none, the one she worked in last.
    package func workingMunicipalities(on day: CalendarDay) -> Set<MunicipalityID> {
        let stretches = engagements.flatMap(\.timeline.stretches)
        let current = stretches.filter { $0.period.end > day }
        if !current.isEmpty { return Set(current.map(\.value.municipality)) }
        return Set(stretches.max { $0.period.end < $1.period.end }.map { [$0.value.municipality] } ?? [])
    }
}

/// Reads trainee records.
package enum TraineeStore {
    /// The record with an identity; nil when there is none. A merged duplicate is found under the record kept.
    package static func find(_ id: RecordID, on connection: Connection) throws -> TraineeRecord? {
        let kept = try keptRecord(id, on: connection)
        let duplicates = try duplicates(of: kept, on: connection)
        let persons = [kept] + duplicates
        let person = try FactStore.timeline(Trainee.self, id: kept.text, on: connection)
        guard !person.stretches.isEmpty else { return nil }
        let trainings: [TraineeRecord.Thing<Training>] = try things("trainee IN (\(list: persons))", on: connection)
        let ids = trainings.map(\.id)
        return TraineeRecord(
            id: kept, duplicates: duplicates, mergedHere: try mergedInto(kept, on: connection),
            merged: try duplicates.map {
                TraineeRecord.Thing(id: $0, timeline: try FactStore.timeline(Trainee.self, id: $0.text, on: connection))
            },
            person: person, trainings: trainings,
            engagements: try things("training IN (\(list: ids))", on: connection),
            absences: try things("training IN (\(list: ids))", on: connection),
            wishes: try things("training IN (\(list: ids))", on: connection),
            lastChange: try history(of: persons, trainings: ids, on: connection).map(\.change).max() ?? 0)
    }

    /// Who has an HPR number now: the record's identity and the doctor's name.
    package static func find(hpr: HPRNumber, on connection: Connection) throws -> (id: RecordID, name: String)? {
        try connection.first("SELECT id, givenName, familyName FROM trainee WHERE hpr = \(hpr.digits) AND supersededIn IS NULL") { row in
            (try row.recordID(0), row.text(1) + " " + row.text(2))
        }
    }

    /// Whom a change registered; nil when it registered nobody. A person is registered once, in her first change.
    package static func registered(in change: ChangeNumber, on connection: Connection) throws -> RecordID? {
        try connection.first("SELECT id FROM trainee WHERE recordedIn = \(change) ORDER BY id LIMIT 1") { try $0.recordID(0) }
    }

    /// Which of these identities the register knows.
    package static func existing(among ids: some Sequence<RecordID>, on connection: Connection) throws -> Set<RecordID> {
        Set(try connection.rows("SELECT DISTINCT id FROM trainee WHERE id IN (\(list: ids))") { try $0.recordID(0) })
    }

    /// Whom a record has been merged into, or the record itself.
    package static func keptRecord(_ id: RecordID, on connection: Connection) throws -> RecordID {
        var current = id
        for _ in 0..<8 {
            guard
                let next = try connection.first(
                    "SELECT kept FROM traineeMerge WHERE duplicate = \(current) AND supersededIn IS NULL", { try $0.recordID(0) })
            else { break }
            current = next
        }
        return current
    }

    /// Whom a record had been merged into at a time, or the record itself.
    package static func keptRecord(_ id: RecordID, at time: Instant, on connection: Connection) throws -> RecordID {
        var current = id
        for _ in 0..<8 {
            let next = try connection.first(
                """
                SELECT traineeMerge.kept FROM traineeMerge JOIN change AS made ON made.number = traineeMerge.recordedIn
                    LEFT JOIN change AS undone ON undone.number = traineeMerge.supersededIn
                WHERE traineeMerge.duplicate = \(current) AND made.recordedAt <= \(time)
                    AND (undone.recordedAt IS NULL OR undone.recordedAt > \(time))
                """
            ) { try $0.recordID(0) }
            guard let next else { break }
            current = next
        }
        return current
    }

    private static func duplicates(of id: RecordID, on connection: Connection) throws -> [RecordID] {
        var found: [RecordID] = []
        var waiting = [id]
        while let next = waiting.popLast(), found.count < 50 {
            for duplicate in try mergedInto(next, on: connection) where duplicate != id && !found.contains(duplicate) {
                found.append(duplicate)
                waiting.append(duplicate)
            }
        }
        return found
    }

    private static func mergedInto(_ id: RecordID, on connection: Connection) throws -> [RecordID] {
        try connection.rows("SELECT duplicate FROM traineeMerge WHERE kept = \(id) AND supersededIn IS NULL ORDER BY duplicate") {
            try $0.recordID(0)
        }
    }

    private static func things<Fact: StoredFact>(_ condition: SQL, on connection: Connection) throws -> [TraineeRecord.Thing<Fact>] {
        try FactStore.timelines(Fact.self, where: condition, on: connection)
            .compactMap { id, timeline in RecordID(id).map { TraineeRecord.Thing(id: $0, timeline: timeline) } }
            .sorted { left, right in
                (left.first?.period.from ?? .earliest, left.id) < (right.first?.period.from ?? .earliest, right.id)
            }
    }

    /// The changes that touched any of a person's facts, each with the table it touched.
    private static func history(
        of persons: [RecordID], trainings: [RecordID], on connection: Connection
    ) throws -> [(change: ChangeNumber, table: String)] {
        var found: [(change: ChangeNumber, table: String)] = []
        let own: [(String, String, [RecordID])] = [
            (Trainee.table, "id", persons), (Training.table, "trainee", persons), (Engagement.table, "training", trainings),
            (Absence.table, "training", trainings), (HospitalWish.table, "training", trainings), (TraineeMerge.table, "kept", persons),
        ]
        for (table, column, ids) in own where !ids.isEmpty {
            try connection.forEach(
                "SELECT MAX(recordedIn), MAX(supersededIn) FROM \(name: table) WHERE \(name: column) IN (\(list: ids))"
            ) { row in
                found.append((max(row.int(0), row.int(1)), table))
            }
        }
        return found
    }
}
