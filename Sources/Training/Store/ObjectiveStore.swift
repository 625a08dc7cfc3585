import AlisDomain

/// All that is recorded now of one doctor's learning objectives (*læringsmål*).
package struct DoctorObjectives: Sendable {
    /// The status of each objective, with the identity of its fact. An objective known in two trainings, such as of a merged duplicate,
    /// stands twice.
    package let timelines: [(id: RecordID, timeline: Timeline<TrainingObjective>)]
    package let arenas: [Objective.Code: Version<ObjectiveArena>]
    /// Oldest first.
    package let steps: [Objective.Code: [ObjectiveStep]]
    /// The newest change to any of it: a form made before it is out of date.
    package let lastChange: ChangeNumber

    /// What holds on a day.
    package func records(on day: CalendarDay) -> [TrainingObjective] { timelines.compactMap { $0.timeline.value(on: day) } }

    /// The status of one objective on a day: of several the one that says most.
    package func record(of code: Objective.Code, on day: CalendarDay) -> TrainingObjective? {
        records(on: day).filter { $0.record.objective == code }.max { $0.record.status.rank < $1.record.status.rank }
    }
}

/// Reads and writes learning objectives.
package enum ObjectiveStore {
    /// One doctor's objectives, from all her trainings.
    package static func load(trainings: [RecordID], on connection: Connection) throws -> DoctorObjectives {
        let mine: SQL = "training IN (\(list: trainings))"
        let timelines = try FactStore.timelines(TrainingObjective.self, where: mine, on: connection)
            .compactMap { id, timeline in RecordID(id).map { (id: $0, timeline: timeline) } }.sorted { $0.id < $1.id }
        let arenas = try FactStore.versions(ObjectiveArena.self, where: mine + " AND supersededIn IS NULL", on: connection)
        let steps = try FactStore.versions(ObjectiveStep.self, where: mine + " AND supersededIn IS NULL", on: connection)
        return DoctorObjectives(
            timelines: timelines, arenas: Dictionary(arenas.map { ($0.value.objective, $0) }) { $1 },
            steps: Dictionary(grouping: steps.sorted { ($0.recordedIn, order($0), $0.id) < ($1.recordedIn, order($1), $1.id) }.map(\.value))
            {
                $0.objective
            },
            lastChange: try lastChange(trainings: trainings, on: connection))
    }

    /// Steps of one change: a question comes before an invitation.
    private static func order(_ step: Version<ObjectiveStep>) -> Int {
        ObjectiveStep.Kind.allCases.firstIndex(of: step.value.kind) ?? 0
    }

    /// The newest change to the objectives of these trainings, closed rows counted too.
    package static func lastChange(trainings: [RecordID], on connection: Connection) throws -> ChangeNumber {
        var last = 0
        for table in [TrainingObjective.table, ObjectiveArena.table, ObjectiveStep.table] {
            try connection.forEach(
                "SELECT MAX(recordedIn), MAX(supersededIn) FROM \(name: table) WHERE training IN (\(list: trainings))"
            ) { last = max(last, $0.int(0), $0.int(1)) }
        }
        return last
    }

    /// The newest change to anything in these tables; closed rows count too.
    static func newestChange(to tables: [String], on connection: Connection) throws -> ChangeNumber {
        var last = 0
        for table in tables {
            // One look-up in an index each.
            for column in ["recordedIn", "supersededIn"] {
                last = max(last, try connection.first("SELECT MAX(\(name: column)) FROM \(name: table)") { $0.optionalInt(0) ?? 0 } ?? 0)
            }
        }
        return last
    }

    /// Records statuses of one doctor, each where its objective is known already, else as a new fact. Gives how many were different.
    ///
    /// - Parameter known: what the register holds of her trainings, read in the same transaction.
    package static func record(
        _ values: [TrainingObjective], known: DoctorObjectives, newID: () -> RecordID, _ writer: FactWriter
    ) throws -> Int {
        var homes: [Objective.Code: (id: RecordID, timeline: Timeline<TrainingObjective>)] = [:]
        for one in known.timelines {
            guard let last = one.timeline.stretches.last?.value else { continue }
            // Her present training comes before an earlier one.
            let code = last.record.objective
            if homes[code] == nil || values.contains(where: { $0.training == last.training }) { homes[code] = one }
        }
        var changed = 0
        for var value in values {
            let home = homes[value.record.objective]
            if let known = home?.timeline.stretches.last?.value { value.training = known.training }
            let timeline = home?.timeline ?? Timeline([])
            let id = home?.id ?? newID()
            if try writer.apply(timeline.replacing(with: timeline.recording(value)), id: id.text) { changed += 1 }
        }
        return changed
    }

    /// The newest status of each objective of many trainings, by training.
    package static func newest(
        trainings: some Collection<RecordID>, on connection: Connection
    ) throws -> [RecordID: [ObjectiveRecord]] {
        var found: [RecordID: [ObjectiveRecord]] = [:]
        let ids = trainings.sorted()
        for start in stride(from: 0, to: ids.count, by: 500) {
            let chunk = ids[start..<min(start + 500, ids.count)]
            let timelines = try FactStore.timelines(TrainingObjective.self, where: "training IN (\(list: chunk))", on: connection)
            for timeline in timelines.values {
                if let value = timeline.stretches.last?.value { found[value.training, default: []].append(value.record) }
            }
        }
        return found
    }

    /// How many objectives of each training wait for its supervisor's recommendation; trainings without any are left out.
    package static func waitingForSupervisor(
        trainings: some Collection<RecordID>, on connection: Connection
    ) throws -> [RecordID: Int] {
        var found: [RecordID: Int] = [:]
        let versions = try FactStore.versions(
            ObjectiveStep.self, where: "training IN (\(list: trainings)) AND supersededIn IS NULL", on: connection)
        for (training, mine) in Dictionary(grouping: versions, by: \.value.training) {
            for (code, steps) in Dictionary(grouping: mine, by: \.value.objective) {
                let sorted = steps.sorted { ($0.recordedIn, order($0), $0.id) < ($1.recordedIn, order($1), $1.id) }.map(\.value)
                let chain = ObjectiveChain(code, trainee: training, steps: sorted)
                if case .waits(supervisor: true, _) = chain.standing { found[training, default: 0] += 1 }
            }
        }
        return found
    }

    /// Takes what is recorded of an objective away, as when the wrong one was chosen. Gives whether there was anything.
    package static func remove(_ code: Objective.Code, known: DoctorObjectives, _ writer: FactWriter) throws -> Bool {
        var isDifferent = false
        for one in known.timelines where one.timeline.stretches.last?.value.record.objective == code {
            if try writer.replace(TrainingObjective.self, id: one.id.text, with: []) { isDifferent = true }
        }
        return isDifferent
    }

    /// Everything that was ever recorded of one objective of these trainings, newest first.
    package static func history(
        of code: Objective.Code, trainings: [RecordID], on connection: Connection
    ) throws -> [HistoryStep] {
        try FactHistory.steps(
            of: TrainingObjective.self, where: "training IN (\(list: trainings)) AND objective = \(code.text)", on: connection)
    }

    /// The invitation steps of a request that a link leads to.
    package static func invitations(_ request: RecordID, on connection: Connection) throws -> [ObjectiveStep] {
        try FactStore.versions(
            ObjectiveStep.self, where: "request = \(request) AND kind = 'invited' AND supersededIn IS NULL", on: connection
        ).map(\.value).sorted { $0.objective.text < $1.objective.text }
    }

    /// The request that an account made in a change, when it was an invitation that still stands.
    package static func invitation(madeIn change: ChangeNumber, by account: String, on connection: Connection) throws -> RecordID? {
        try FactStore.versions(
            ObjectiveStep.self,
            where: "recordedIn = \(change) AND kind = 'invited' AND account = \(account) AND supersededIn IS NULL", on: connection
        ).first?.value.request
    }

    /// Which doctor a training is of.
    package static func trainee(ofTraining id: RecordID, on connection: Connection) throws -> RecordID? {
        try FactStore.find(Training.self, id, on: connection)?.trainee
    }
}
