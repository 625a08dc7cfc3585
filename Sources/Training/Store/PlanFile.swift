import AlisDomain

/// Everything that is known of one doctor's training plan, put together for the rules and for the pages.
package struct PlanFile: Sendable {
    /// The doctor's record.
    package let trainee: RecordID
    package let training: RecordID
    package let trainingCase: TrainingCase
    /// The learning arena of each service period that has one.
    package let arenas: [RecordID: String]
    package let activities: [RecordThing<ActivityRecord>]
    /// When each place was registered in the specialty, places that the plan does not speak of too.
    package let registrations: [ServicePlace: [EnterpriseStretch]]
    /// Newest first.
    package let reviews: [Version<PlanReview>]
    /// Nobody has made a plan: the service is read off where she works.
    package let isAssumed: Bool
    /// The newest change that touched the plan: a form made before it is out of date.
    package let lastChange: ChangeNumber

    /// A thing with its one stretch in time.
    package struct RecordThing<Value: Sendable>: Sendable {
        package let id: RecordID
        package let value: Value
        package let period: Period
    }

    package var record: PlanRecord? {
        reviews.filter { $0.value.kind.isRevision }.map(\.period.from).max().map { PlanRecord(revisedOn: $0) }
    }

    /// The newest approval or return; nil when nobody has decided.
    package var decision: Version<PlanReview>? { reviews.first { $0.value.kind == .approved || $0.value.kind == .returned } }
}

/// Puts plan files together from the register's facts, the plan's, and what supervision says.
package struct PlanLoader: Sendable {
    package let supervision: (any SupervisionSource)?
    /// Where the learning objectives are; nil where they are not looked at, as in a draft.
    package let objectives: ObjectiveShelf?

    package init(supervision: (any SupervisionSource)?, objectives: ObjectiveShelf? = nil) {
        self.supervision = supervision
        self.objectives = objectives
    }

    /// The plan of one doctor; nil when she has no training.
    ///
    /// - Parameter change: the plan as it was known after this change, such as when it was approved; as it is known now when nil.
    package func load(
        _ record: TraineeRecord, asOf day: CalendarDay, knownAfter change: ChangeNumber? = nil, on connection: Connection
    ) throws -> PlanFile? {
        guard let training = record.trainings.last else { return nil }
        let persons = [record.id] + record.duplicates
        let ids = record.trainings.map(\.id)
        var timeline = training.timeline
        if let change {
            timeline = Timeline(try FactStore.versions(Training.self, where: "id = \(training.id)", on: connection), knownAfter: change)
        }
        let owners = Dictionary(ids.map { ($0, training.id) }, uniquingKeysWith: { first, _ in first })
        let facts = try PlanRows(
            trainings: ids, persons: persons, supervision: supervision, objectives: objectives, owners: owners, asOf: day,
            knownAfter: change, on: connection)
        return facts.files(
            [(record.id, training.id, timeline)], owners: owners,
            persons: Dictionary(persons.map { ($0, record.id) }, uniquingKeysWith: { first, _ in first }), asOf: day
        ).first
    }

    /// The plans of these doctors, or of all when nil, in order of record. Merged duplicates are one.
    package func loadAll(of wanted: [RecordID]? = nil, asOf day: CalendarDay, on connection: Connection) throws -> [PlanFile] {
        try loadAll(of: wanted, asOf: day, reusing: nil, on: connection).files
    }

    /// The duplicates that are merged now with what each was merged into, and which record stands for any.
    static func keepers(on connection: Connection) throws -> (kept: [RecordID: RecordID], keeper: (RecordID) -> RecordID) {
        var kept: [RecordID: RecordID] = [:]
        try connection.forEach("SELECT duplicate, kept FROM traineeMerge WHERE supersededIn IS NULL") { row in
            kept[try row.recordID(0)] = try row.recordID(1)
        }
        let all = kept
        return (
            kept,
            { id in
                var current = id
                for _ in 0..<8 { if let next = all[current] { current = next } else { break } }
                return current
            }
        )
    }

    /// The same, with the count of objectives, which can be taken over the next time.
    func loadAll(
        of wanted: [RecordID]?, asOf day: CalendarDay, reusing earlier: ObjectiveTallies?, on connection: Connection
    ) throws -> (files: [PlanFile], tallies: ObjectiveTallies?) {
        let (kept, keeper) = try Self.keepers(on: connection)
        let persons = wanted.map { wanted in
            let asked = Set(wanted)
            return wanted + kept.keys.filter { asked.contains(keeper($0)) }
        }
        let whose: SQL = persons.map { "trainee IN (\(list: $0))" } ?? "1 = 1"
        let timelines = try FactStore.timelines(Training.self, where: whose, on: connection)
        var chosen: [RecordID: (training: RecordID, timeline: Timeline<Training>)] = [:]
        var all: [(training: RecordID, person: RecordID)] = []
        for (text, timeline) in timelines {
            guard let id = RecordID(text), let first = timeline.stretches.first else { continue }
            let person = keeper(first.value.trainee)
            all.append((id, person))
            // As a record shows it: the training that began last.
            if let other = chosen[person], let start = other.timeline.stretches.first?.period.from,
                (start, other.training) > (first.period.from, id)
            {
                continue
            }
            chosen[person] = (id, timeline)
        }
        let owners = Dictionary(
            all.compactMap { one in chosen[one.person].map { (one.training, $0.training) } }, uniquingKeysWith: { first, _ in first })
        let facts = try PlanRows(
            trainings: persons == nil ? nil : all.map(\.training), persons: persons, supervision: supervision, objectives: objectives,
            owners: owners, asOf: day, reusing: earlier, on: connection)
        var keepers: [RecordID: RecordID] = [:]
        for (duplicate, _) in kept { keepers[duplicate] = keeper(duplicate) }
        let files = facts.files(
            chosen.map { ($0.key, $0.value.training, $0.value.timeline) }.sorted { $0.0 < $1.0 }, owners: owners, persons: keepers,
            asOf: day)
        return (files, facts.objectives)
    }
}

extension PlanFile {
    /// What the plan consists of, for comparing it with another version.
    package var contents: PlanContents {
        PlanContents(
            services: trainingCase.services.map { .init(service: $0, arena: arenas[$0.id] ?? "") }, absences: trainingCase.absences,
            activities: activities.map { .init(id: $0.id, activity: $0.value, period: $0.period) }, isAssumed: isAssumed)
    }
}
