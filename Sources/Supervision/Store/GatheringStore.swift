import AlisDomain

/// Reads gatherings and who comes.
package enum GatheringStore {
    package static func all(on connection: Connection) throws -> [(id: RecordID, gathering: Gathering)] {
        try FactStore.versions(Gathering.self, where: "supersededIn IS NULL", on: connection)
            .compactMap { version in RecordID(version.id).map { (id: $0, gathering: version.value) } }
            .sorted { ($0.gathering.first, $0.id) < ($1.gathering.first, $1.id) }
    }

    package static func find(_ id: RecordID, on connection: Connection) throws -> Gathering? {
        try FactStore.timeline(Gathering.self, id: id.text, on: connection).stretches.last?.value
    }

    /// The newest change to a gathering or to who comes to it.
    package static func lastChange(_ id: RecordID, on connection: Connection) throws -> ChangeNumber {
        let added = try connection.count("SELECT MAX(recordedIn) FROM gatheringSignUp WHERE gathering = \(id.text)")
        let closed = try connection.count("SELECT MAX(supersededIn) FROM gatheringSignUp WHERE gathering = \(id.text)")
        return max(added, closed, try FactStore.lastChange(Gathering.self, id: id.text, on: connection))
    }

    /// Those signed up for each gathering, in the order they came: a sign-up's place is that of its first record.
    package static func rosters(
        of gatherings: [(id: RecordID, gathering: Gathering)], on connection: Connection
    ) throws -> [RecordID: GatheringRoster] {
        var entries: [RecordID: [GatheringRoster.Entry]] = [:]
        let ids = gatherings.map(\.id)
        let orders = try connection.rows(
            "SELECT id, MIN(recordedIn) FROM gatheringSignUp WHERE gathering IN (\(list: ids)) GROUP BY id"
        ) { ($0.text(0), $0.int(1)) }
        let first = Dictionary(orders) { earlier, _ in earlier }
        for version in try FactStore.versions(
            GatheringSignUp.self, where: "gathering IN (\(list: ids)) AND supersededIn IS NULL", on: connection)
        {
            guard let id = RecordID(version.id) else { continue }
            entries[version.value.gathering, default: []].append(
                .init(id: id, signUp: version.value, order: first[version.id] ?? version.recordedIn))
        }
        return Dictionary(
            gatherings.map { ($0.id, GatheringRoster(places: $0.gathering.places, entries: entries[$0.id] ?? [])) }
        ) { first, _ in first }
    }

    /// Minutes each doctor has attended a supervision group, with the group's first day.
    static func groupAttendance(on connection: Connection) throws -> [(trainee: RecordID, day: CalendarDay, minutes: Int)] {
        try connection.rows(
            """
            SELECT gatheringSignUp.participant, gathering.firstDay, gatheringSignUp.attendedMinutes
            FROM gatheringSignUp JOIN gathering ON gathering.id = gatheringSignUp.gathering AND gathering.supersededIn IS NULL
            WHERE gatheringSignUp.supersededIn IS NULL AND gatheringSignUp.attendedMinutes > 0
                AND gathering.kind = \(Gathering.Kind.group.rawValue)
            """
        ) { (GatheringSignUp.Participant(code: $0.text(0)), try $0.day(1), $0.int(2)) }
        .compactMap { participant, day, minutes in
            if case .trainee(let id) = participant { (trainee: id, day: day, minutes: minutes) } else { nil }
        }
    }
}
