import AlisDomain

/// Reads what is known of supervision.
package enum SupervisionStore {
    /// Everything as it is known now.
    package static func view(
        _ register: RegisterView, rules: SupervisionRules, today: CalendarDay, on connection: Connection
    ) throws -> SupervisionView {
        let index = register.index
        var supervisors: [RecordID: Supervisor] = [:]
        for version in try FactStore.versions(Supervisor.self, where: "supersededIn IS NULL", on: connection) {
            guard let id = RecordID(version.id) else { continue }
            if supervisors[id] == nil || version.period.contains(today) { supervisors[id] = version.value }
        }
        let capacities = try FactStore.timelines(SupervisorCapacity.self, where: "1 = 1", on: connection)
        let persons = index.personsByTraining()
        let assignments = try FactStore.versions(SupervisionAssignment.self, where: "supersededIn IS NULL", on: connection)
            .compactMap { version -> SupervisionBook.Assignment? in
                guard let id = RecordID(version.id), let person = persons[version.value.training] else { return nil }
                return .init(id: id, value: version.value, period: version.period, person: person)
            }
        var given: [SupervisionBook.Given] = []
        try connection.forEach(
            "SELECT training, supervisor, day, minutes, preparationMinutes, isGroup FROM supervisionSession WHERE supersededIn IS NULL"
        ) { row in
            guard let person = persons[try row.recordID(0)] else { return }
            given.append(
                .init(
                    person: person, supervisor: try row.recordID(1), day: try row.day(2), minutes: row.int(3), preparation: row.int(4),
                    isGroup: row.bool(5)))
        }
        let answer = register.answer(OverviewQuestion(asOf: today))
        let homes = answer.members.compactMap { member in member.municipality.map { (member.person, $0) } }
        return SupervisionView(
            register: register,
            book: SupervisionBook(
                rates: rules.rates, supervisors: supervisors,
                capacities: Dictionary(uniqueKeysWithValues: capacities.compactMap { key, value in RecordID(key).map { ($0, value) } }),
                assignments: assignments, given: given, services: index.supervisedServices(until: today)),
            distances: rules.distances, today: today, requests: try requests(on: connection),
            homes: Dictionary(homes) { first, _ in first }, trainings: index.currentTrainings(on: today))
    }

    /// The newest stretch of every request, newest first.
    private static func requests(on connection: Connection) throws -> [Version<SupervisionRequest>] {
        try FactStore.timelines(SupervisionRequest.self, where: "1 = 1", on: connection).values.compactMap(\.stretches.last)
            .sorted { ($0.recordedIn, $0.id) > ($1.recordedIn, $1.id) }
    }

    /// A session with its identity, as it is known now.
    package static func sessions(
        trainings: [RecordID], supervisor: RecordID?, on connection: Connection
    ) throws -> [Version<SupervisionSession>] {
        let whose: SQL = supervisor.map { "supervisor = \($0)" } ?? "training IN (\(list: trainings))"
        return try FactStore.versions(SupervisionSession.self, where: whose + " AND supersededIn IS NULL", on: connection)
            .sorted { ($0.value.day, $0.id) > ($1.value.day, $1.id) }
    }

    /// Every change to what a supervisor is, can and does, newest first: notes are no part of it.
    package static func changes(of supervisor: RecordID, on connection: Connection) throws -> [Change] {
        var history = FactHistory()
        try history.take(Supervisor.self, where: "id = \(supervisor)", on: connection)
        try history.take(SupervisorCapacity.self, where: "supervisor = \(supervisor)", on: connection)
        try history.take(SupervisionAssignment.self, where: "supervisor = \(supervisor)", on: connection)
        try history.take(SupervisionRequest.self, where: "supervisor = \(supervisor)", on: connection)
        return try history.steps(on: connection).map(\.change)
    }

    /// The newest change to a supervisor's own facts, so that a form made before it is noticed.
    package static func lastChange(of supervisor: RecordID, on connection: Connection) throws -> ChangeNumber {
        max(
            try FactStore.lastChange(Supervisor.self, id: supervisor.text, on: connection),
            try FactStore.lastChange(SupervisorCapacity.self, id: supervisor.text, on: connection))
    }

    /// Who else than `own` has this HPR number as a supervisor already.
    package static func find(hpr: HPRNumber, except own: RecordID?, on connection: Connection) throws -> RecordID? {
        try connection.first(
            "SELECT id FROM supervisor WHERE hpr = \(hpr.digits) AND supersededIn IS NULL AND id <> \(own?.text ?? "")"
        ) { try $0.recordID(0) }
    }

    /// The account that was a supervisor's, as it was known after a change; empty when she had none.
    package static func account(of supervisor: RecordID, knownAfter change: ChangeNumber, on connection: Connection) throws -> String {
        try connection.first(
            """
            SELECT account FROM supervisor
            WHERE id = \(supervisor) AND recordedIn <= \(change) AND (supersededIn IS NULL OR supersededIn > \(change))
            """
        ) { $0.text(0) } ?? ""
    }

    /// The accounts that may sign in as a supervisor in one of the municipalities, or in any when nil: identity and name.
    package static func accounts(in municipalities: Set<MunicipalityID>?, on connection: Connection) throws -> [(id: String, name: String)]
    {
        try connection.rows(
            """
            SELECT account.id, account.name, accountGrant.organisation FROM accountGrant JOIN account ON account.id = accountGrant.account
            WHERE accountGrant.role = \(Role.supervisor.rawValue) AND accountGrant.endedAt IS NULL AND account.endedAt IS NULL
            ORDER BY account.name, account.id
            """
        ) { (id: $0.text(0), name: $0.text(1), organisation: $0.text(2)) }
        .filter { entry in
            guard let municipalities else { return true }
            guard case .municipality(let id) = Organisation(code: entry.organisation) else { return false }
            return municipalities.contains(id)
        }
        .map { (id: $0.id, name: $0.name) }
    }
}

extension SupervisionStore {
    /// Minutes logged already between the two on a day, by either of them.
    package static func minutesLogged(
        trainings: [RecordID], supervisor: RecordID, day: CalendarDay, leavingOut session: RecordID? = nil, on connection: Connection
    ) throws -> Int {
        try connection.count(
            """
            SELECT COALESCE(SUM(minutes), 0) FROM supervisionSession
            WHERE training IN (\(list: trainings)) AND supervisor = \(supervisor) AND day = \(day) AND supersededIn IS NULL
                AND id <> \(session?.text ?? "")
            """)
    }

    /// What is logged of the sessions that match `condition` until a day, by training.
    package static func logs(
        where condition: SQL, until day: CalendarDay, on connection: Connection
    ) throws -> [RecordID: SupervisionLog] {
        var logs: [RecordID: SupervisionLog] = [:]
        try connection.forEach(
            "SELECT training, supervisor, SUM(minutes), MIN(day), MAX(day) FROM supervisionSession WHERE " + condition
                + " AND isGroup = 0 AND day <= \(day) GROUP BY training, supervisor"
        ) { row in
            logs[try row.recordID(0), default: SupervisionLog()].individual[try row.recordID(1)] = (
                minutes: row.int(2), first: try row.day(3), last: try row.day(4)
            )
        }
        try connection.forEach(
            "SELECT training, day, SUM(minutes) FROM supervisionSession WHERE " + condition
                + " AND isGroup = 1 AND day <= \(day) GROUP BY training, day ORDER BY training, day"
        ) { row in
            logs[try row.recordID(0), default: SupervisionLog()].group.append((day: try row.day(1), minutes: row.int(2)))
        }
        return logs
    }

    /// The day each assignment was first recorded, of these trainings or of all when nil.
    package static func firstRecorded(trainings: [RecordID]?, on connection: Connection) throws -> [String: CalendarDay] {
        let whose: SQL = trainings.map { "WHERE assignment.training IN (\(list: $0)) " } ?? ""
        let rows = try connection.rows(
            """
            SELECT assignment.id, MIN(change.recordedAt) FROM supervisionAssignment AS assignment
            JOIN change ON change.number = assignment.recordedIn
            """ + " " + whose + "GROUP BY assignment.id"
        ) { ($0.text(0), try $0.instant(1).dayInNorway) }
        return Dictionary(rows) { first, _ in first }
    }

    /// Every version of the sessions of some trainings, by session, oldest first: what was corrected and withdrawn with them.
    package static func sessionHistory(
        trainings: [RecordID], on connection: Connection
    ) throws -> [String: [(version: Version<SupervisionSession>, recorded: Change?, closed: Change?)]] {
        let versions = try FactStore.versions(SupervisionSession.self, where: "training IN (\(list: trainings))", on: connection)
        let changes = try ChangeLog.changes(
            Set(versions.flatMap { [$0.recordedIn, $0.supersededIn].compactMap { $0 } }).sorted(), on: connection)
        return Dictionary(
            grouping: versions.map { (version: $0, recorded: changes[$0.recordedIn], closed: $0.supersededIn.flatMap { changes[$0] }) },
            by: \.version.id)
    }

    /// The assignments of a doctor's trainings as they are in this transaction, each with its period.
    package static func assignments(
        trainings: [RecordID], leavingOut id: RecordID? = nil, on connection: Connection
    ) throws -> [(assignment: SupervisionAssignment, period: Period)] {
        try FactStore.versions(
            SupervisionAssignment.self, where: "training IN (\(list: trainings)) AND supersededIn IS NULL", on: connection
        ).filter { $0.id != id?.text }.map { (assignment: $0.value, period: $0.period) }
    }
}
