import AlisDomain

/// What one change did to one thing: the stretches it closed and the stretches it added.
package struct HistoryEntry: Sendable {
    package fileprivate(set) var before: [Version<any StoredFact>] = []
    package fileprivate(set) var after: [Version<any StoredFact>] = []
}

/// One change with all that it did to what a history is of.
package struct HistoryStep: Sendable {
    package let change: Change
    package let entries: [HistoryEntry]

    /// The facts of a kind that it closed, and those it added.
    package func facts<Fact: StoredFact>(_: Fact.Type) -> (before: [Fact], after: [Fact]) {
        (entries.flatMap(\.before).compactMap { $0.value as? Fact }, entries.flatMap(\.after).compactMap { $0.value as? Fact })
    }
}

/// Reads the history of facts of any kinds: the kinds are told in the order they were taken, each thing by itself.
package struct FactHistory {
    private struct Thing: Hashable {
        let kind: Int
        let id: String
    }

    private let since: ChangeNumber
    private var kinds = 0
    private var found: [ChangeNumber: [Thing: HistoryEntry]] = [:]

    /// - Parameter since: changes up to this one are left out.
    package init(since: ChangeNumber = 0) { self.since = since }

    /// Takes the facts of a kind that match a condition.
    package mutating func take<Fact: StoredFact>(_: Fact.Type, where condition: SQL, on connection: Connection) throws {
        for version in try FactStore.versions(Fact.self, where: "(" + condition + ")", on: connection) {
            let thing = Thing(kind: kinds, id: version.id)
            let fact = Version<any StoredFact>(
                id: version.id, value: version.value, period: version.period, recordedIn: version.recordedIn,
                supersededIn: version.supersededIn)
            if version.recordedIn > since { found[version.recordedIn, default: [:]][thing, default: HistoryEntry()].after.append(fact) }
            if let closed = version.supersededIn, closed > since {
                found[closed, default: [:]][thing, default: HistoryEntry()].before.append(fact)
            }
        }
        kinds += 1
    }

    /// The changes to facts of one kind that match a condition, newest first.
    package static func steps<Fact: StoredFact>(
        of kind: Fact.Type, where condition: SQL, on connection: Connection
    ) throws -> [HistoryStep] {
        var history = FactHistory()
        try history.take(kind, where: condition, on: connection)
        return try history.steps(on: connection)
    }

    /// The changes that touched what was taken, newest first.
    package func steps(on connection: Connection) throws -> [HistoryStep] {
        try ChangeLog.changes(found.keys.sorted(), on: connection).values.sorted { $0.number > $1.number }.map { change in
            let entries = (found[change.number] ?? [:]).sorted { ($0.key.kind, $0.key.id) < ($1.key.kind, $1.key.id) }
            return HistoryStep(change: change, entries: entries.map(\.value))
        }
    }
}
