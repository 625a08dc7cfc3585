import AlisDomain

/// Tells the rules of training plans who is supervised when, and how much was given: the sessions that are logged, and attendance at
/// groups. What was given before Alis knew of an assignment, and before its first session, is not known (`SupervisionStretch.Log`).
package struct AssignedSupervision: SupervisionSource {
    package init() {}

    package func supervises(
        account: String, trainings: [RecordID], on day: CalendarDay, _ connection: Connection
    ) throws -> Bool {
        let lately = day.adding(days: -SupervisionScope.daysAfter)
        return try connection.count(
            """
            SELECT COUNT(*) FROM supervisionAssignment AS assignment JOIN supervisor ON supervisor.id = assignment.supervisor
            WHERE assignment.training IN (\(list: trainings)) AND assignment.supersededIn IS NULL AND assignment.validTo > \(lately)
                AND supervisor.supersededIn IS NULL AND supervisor.account <> '' AND supervisor.account = \(account)
            """) > 0
    }

    package func supervision(
        of trainings: [RecordID]?, asOf day: CalendarDay, knownAfter change: ChangeNumber?, on connection: Connection
    ) throws -> [RecordID: SupervisionGiven] {
        let known = FactStore.known(after: change)
        let mine: SQL = trainings.map { "training IN (\(list: $0)) AND " + known } ?? known
        let assignments = try FactStore.versions(SupervisionAssignment.self, where: mine, on: connection)
        let recorded = try SupervisionStore.firstRecorded(trainings: trainings, on: connection)
        let logs = try SupervisionStore.logs(where: mine, until: day, on: connection)
        let lapses = try Self.lapses(of: trainings == nil ? nil : assignments.map(\.value.supervisor), known, on: connection)
        let byTraining = Dictionary(grouping: assignments, by: \.value.training)
        var given: [RecordID: SupervisionGiven] = [:]
        for training in Set(byTraining.keys).union(logs.keys) {
            let log = logs[training] ?? SupervisionLog()
            given[training] = SupervisionGiven(
                stretches: (byTraining[training] ?? []).flatMap { assignment in
                    let supervisor = assignment.value.supervisor
                    return SupervisionLog.stretches(
                        assignment.period, supervisor: supervisor, knownFrom: recorded[assignment.id], log: log,
                        lapsedFrom: lapses[supervisor])
                }.sorted { ($0.period.from, $0.period.end) < ($1.period.from, $1.period.end) },
                sessions: log.entries)
        }
        return given
    }

    package func attendance(
        of persons: [RecordID]?, asOf day: CalendarDay, knownAfter change: ChangeNumber?, on connection: Connection
    ) throws -> [RecordID: [ActivityEntry]] {
        try GatheringStore.groupEntries(of: persons, asOf: day, knownAfter: change, on: connection)
    }

    package func changed(after change: ChangeNumber, on connection: Connection) throws -> ChangedDoctors {
        var changed = ChangedDoctors()
        for table in [SupervisionAssignment.table, SupervisionSession.table] {
            changed.trainings.formUnion(try FactStore.changed("training", of: table, after: change, on: connection))
        }
        // Who may supervise decides for those she is assigned to.
        let supervisors = try FactStore.changed("id", of: Supervisor.table, after: change, on: connection)
        if !supervisors.isEmpty {
            try connection.forEach(
                "SELECT DISTINCT training FROM supervisionAssignment WHERE supervisor IN (\(list: supervisors.sorted()))"
            ) { changed.trainings.insert(try $0.recordID(0)) }
        }
        changed.persons = try GatheringStore.participants(changedAfter: change, on: connection)
        return changed
    }

    /// The first day each supervisor may not supervise any more, of those who are known not to be specialists.
    private static func lapses(
        of supervisors: [RecordID]?, _ known: SQL, on connection: Connection
    ) throws -> [RecordID: CalendarDay] {
        let whose: SQL = supervisors.map { "id IN (\(list: Set($0).sorted())) AND " + known } ?? known
        var lapses: [RecordID: CalendarDay] = [:]
        for version in try FactStore.versions(Supervisor.self, where: whose, on: connection) {
            guard let id = RecordID(version.id) else { continue }
            lapses[id] = version.value.firstDayRefused
        }
        return lapses
    }
}
