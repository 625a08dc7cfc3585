import AlisDomain

/// What one change did to one thing: the stretches it closed and the stretches it added.
package struct HistoryEntry<Value: Sendable>: Sendable {
    package let id: String
    package let before: [Version<Value>]
    package let after: [Version<Value>]
}

/// One change to a person's record, in full.
package struct HistoryStep: Sendable {
    package let change: Change
    package internal(set) var person: [HistoryEntry<Trainee>] = []
    package internal(set) var trainings: [HistoryEntry<Training>] = []
    package internal(set) var engagements: [HistoryEntry<Engagement>] = []
    package internal(set) var absences: [HistoryEntry<Absence>] = []
    package internal(set) var wishes: [HistoryEntry<HospitalWish>] = []
    package internal(set) var merges: [HistoryEntry<TraineeMerge>] = []
    /// That the record is another doctor than one who is like her.
    package internal(set) var dismissals: [HistoryEntry<DuplicateDismissal>] = []
    /// Who has asked for her, and what was answered.
    package internal(set) var transfers: [HistoryEntry<TransferRequest>] = []
}

/// Reads the whole history of a person's record.
package enum HistoryStore {
    /// Every change that touched the record after change `since`, newest first.
    package static func steps(of record: TraineeRecord, since: ChangeNumber = 0, on connection: Connection) throws -> [HistoryStep] {
        let persons = [record.id] + record.duplicates
        let trainings = try connection.rows("SELECT DISTINCT id FROM training WHERE trainee IN (\(list: persons))") { $0.text(0) }
        var steps: [ChangeNumber: HistoryStep] = [:]
        let people = try entries(Trainee.self, "id IN (\(list: persons))", since, connection)
        let courses = try entries(Training.self, "trainee IN (\(list: persons))", since, connection)
        let works = try entries(Engagement.self, "training IN (\(list: trainings))", since, connection)
        let leaves = try entries(Absence.self, "training IN (\(list: trainings))", since, connection)
        let wishes = try entries(HospitalWish.self, "training IN (\(list: trainings))", since, connection)
        let merges = try entries(TraineeMerge.self, "kept IN (\(list: persons)) OR duplicate IN (\(list: persons))", since, connection)
        let apart = try entries(DuplicateDismissal.self, "first IN (\(list: persons)) OR second IN (\(list: persons))", since, connection)
        let transfers = try entries(TransferRequest.self, "trainee IN (\(list: persons))", since, connection)
        let numbers = Set(people.keys).union(courses.keys).union(works.keys).union(leaves.keys).union(wishes.keys).union(merges.keys)
            .union(apart.keys).union(transfers.keys)
        for (number, change) in try ChangeLog.changes(numbers.sorted(), on: connection) {
            steps[number] = HistoryStep(
                change: change, person: people[number] ?? [], trainings: courses[number] ?? [], engagements: works[number] ?? [],
                absences: leaves[number] ?? [], wishes: wishes[number] ?? [], merges: merges[number] ?? [], dismissals: apart[number] ?? [],
                transfers: transfers[number] ?? [])
        }
        return steps.values.sorted { $0.change.number > $1.change.number }
    }

    private static func entries<Fact: StoredFact>(
        _ type: Fact.Type, _ condition: SQL, _ since: ChangeNumber, _ connection: Connection
    ) throws -> [ChangeNumber: [HistoryEntry<Fact>]] {
        let versions = try FactStore.versions(type, where: "(" + condition + ")", on: connection)
        var before: [ChangeNumber: [String: [Version<Fact>]]] = [:]
        var after: [ChangeNumber: [String: [Version<Fact>]]] = [:]
        for version in versions {
            if version.recordedIn > since { after[version.recordedIn, default: [:]][version.id, default: []].append(version) }
            if let closed = version.supersededIn, closed > since { before[closed, default: [:]][version.id, default: []].append(version) }
        }
        var result: [ChangeNumber: [HistoryEntry<Fact>]] = [:]
        for number in Set(before.keys).union(after.keys) {
            let ids = Set((before[number] ?? [:]).keys).union((after[number] ?? [:]).keys).sorted()
            result[number] = ids.map { HistoryEntry(id: $0, before: before[number]?[$0] ?? [], after: after[number]?[$0] ?? []) }
        }
        return result
    }
}
