import AlisDomain

/// Reads gatherings and who comes.
package enum GatheringStore {
    package static func all(on connection: Connection) throws -> [(id: RecordID, gathering: Gathering)] {
        try FactStore.standing(Gathering.self, on: connection).map { (id: $0.id, gathering: $0.value) }
            .sorted { ($0.gathering.first, $0.id) < ($1.gathering.first, $1.id) }
    }

    /// The newest change to a gathering or to who comes to it.
    package static func lastChange(_ id: RecordID, on connection: Connection) throws -> ChangeNumber {
        let added = try connection.count("SELECT MAX(recordedIn) FROM gatheringSignUp WHERE gathering = \(id.text)")
        let closed = try connection.count("SELECT MAX(supersededIn) FROM gatheringSignUp WHERE gathering = \(id.text)")
        return max(added, closed, try FactStore.lastChange(Gathering.self, id: id.text, on: connection))
    }

    /// Those signed up for each gathering, in the order they came: a sign-up's place is that of its first record.
    package static func rosters(
        of gatherings: [(id: RecordID, gathering: Gathering)], known: SQL = "supersededIn IS NULL", on connection: Connection
    ) throws -> [RecordID: GatheringRoster] {
        var entries: [RecordID: [GatheringRoster.Entry]] = [:]
        let ids = gatherings.map(\.id)
        let orders = try connection.rows(
            "SELECT id, MIN(recordedIn) FROM gatheringSignUp WHERE gathering IN (\(list: ids)) GROUP BY id"
        ) { ($0.text(0), $0.int(1)) }
        let first = Dictionary(orders) { earlier, _ in earlier }
        for version in try FactStore.versions(
            GatheringSignUp.self, where: "gathering IN (\(list: ids)) AND " + known, on: connection)
        {
            guard let id = RecordID(version.id) else { continue }
            entries[version.value.gathering, default: []].append(
                .init(id: id, signUp: version.value, order: first[version.id] ?? version.recordedIn))
        }
        return Dictionary(
            gatherings.map { ($0.id, GatheringRoster(places: $0.gathering.places, entries: entries[$0.id] ?? [])) }
        ) { first, _ in first }
    }

    /// The doctors in gatherings of which something was recorded or closed after a change: one who leaves gives her place to another.
    static func participants(changedAfter change: ChangeNumber, on connection: Connection) throws -> Set<RecordID> {
        let gatherings = try FactStore.changed("id", of: Gathering.table, after: change, on: connection)
            .union(try FactStore.changed("gathering", of: GatheringSignUp.table, after: change, on: connection))
        if gatherings.isEmpty { return [] }
        let all = try FactStore.versions(
            GatheringSignUp.self, where: "gathering IN (\(list: gatherings.sorted()))", on: connection)
        return Set(all.compactMap { if case .trainee(let person) = $0.value.participant { person } else { nil } })
    }

    /// What these persons, or all when nil, have attended of supervision groups, and what a group they have a place in has left, by person.
    /// A place comes with what the group meets in all; what was attended is taken out of it by the rules.
    static func groupEntries(
        of persons: [RecordID]?, asOf day: CalendarDay, knownAfter change: ChangeNumber?, on connection: Connection
    ) throws -> [RecordID: [ActivityEntry]] {
        guard let group = ActivityCode("groupSupervision") else { return [:] }
        let known = FactStore.known(after: change)
        let groups = try FactStore.versions(
            Gathering.self, where: "kind = \(Gathering.Kind.group.rawValue) AND " + known, on: connection
        ).compactMap { version in RecordID(version.id).map { (id: $0, gathering: version.value) } }
        if groups.isEmpty { return [:] }
        let wanted = persons.map(Set.init)
        let rosters = try rosters(of: groups, known: known, on: connection)
        var found: [RecordID: [ActivityEntry]] = [:]
        for (id, gathering) in groups {
            let roster = rosters[id]
            let waiting = (roster?.waiting ?? []).map { ($0, false) }
            for (entry, hasPlace) in (roster?.attending ?? []).map({ ($0, true) }) + waiting {
                guard case .trainee(let person) = entry.signUp.participant, wanted?.contains(person) ?? true else { continue }
                found[person, default: []] += gathering.entries(
                    group, attended: entry.signUp.attendedMinutes ?? 0, hasPlace: hasPlace, asOf: day)
            }
        }
        return found
    }
}
