import AlisDomain

/// The facts that plans are made of, read once and grouped: for some trainings, or for all.
struct PlanRows {
    private var services: [RecordID: [Version<Service>]]
    private var engagements: [RecordID: [Version<Engagement>]]
    private var absences: [RecordID: [Version<Absence>]]
    private var activities: [RecordID: [Version<ActivityRecord>]]
    private var reviews: [RecordID: [Version<PlanReview>]]
    private var authorised: [RecordID: CalendarDay]
    private var registrations: [Training.Specialty: [EnterpriseStretch]]
    private var supervised: [RecordID: SupervisionGiven]
    private var attended: [RecordID: [ActivityEntry]]
    let objectives: ObjectiveTallies?
    /// Whether anything says who is supervised; when nothing does, service is taken to be.
    private let knowsSupervision: Bool
    private var lastChanges: [RecordID: ChangeNumber] = [:]

    /// - Parameter change: the change after which the facts are taken as they were known; as they are known now when nil.
    init(
        trainings: [RecordID]?, persons: [RecordID]?, supervision: (any SupervisionSource)?, objectives: ObjectiveShelf?,
        owners: [RecordID: RecordID], asOf day: CalendarDay, knownAfter change: ChangeNumber? = nil,
        reusing earlier: ObjectiveTallies? = nil, on connection: Connection
    ) throws {
        let known = FactStore.known(after: change)
        let mine: SQL = trainings.map { "training IN (\(list: $0)) AND " + known } ?? known
        services = Dictionary(grouping: try FactStore.versions(Service.self, where: mine, on: connection), by: \.value.training)
        engagements = Dictionary(grouping: try FactStore.versions(Engagement.self, where: mine, on: connection), by: \.value.training)
        absences = Dictionary(grouping: try FactStore.versions(Absence.self, where: mine, on: connection), by: \.value.training)
        activities = Dictionary(grouping: try FactStore.versions(ActivityRecord.self, where: mine, on: connection), by: \.value.training)
        reviews = Dictionary(grouping: try FactStore.versions(PlanReview.self, where: mine, on: connection), by: \.value.training)
        let own: SQL = persons.map { "trainee IN (\(list: $0)) AND " + known } ?? known
        authorised = [:]
        for version in try FactStore.versions(Authorisation.self, where: own, on: connection) {
            authorised[version.value.trainee] = version.period.from
        }
        registrations = [:]
        for version in try FactStore.versions(EnterpriseRegistration.self, where: known, on: connection)
        where version.value.status.counts {
            registrations[version.value.specialty, default: []].append(
                EnterpriseStretch(place: .municipality(version.value.municipality), period: version.period))
        }
        self.objectives = try objectives.map { shelf in
            try ObjectiveTallies(
                try shelf.catalogue(on: connection), sample: shelf.sample, trainings: trainings, owners: owners, asOf: day,
                knownAfter: change, reusing: earlier, on: connection)
        }
        knowsSupervision = supervision != nil
        supervised = try supervision?.supervision(of: trainings, asOf: day, knownAfter: change, on: connection) ?? [:]
        attended = try supervision?.attendance(of: persons, asOf: day, knownAfter: change, on: connection) ?? [:]
        if let trainings { lastChanges = try Self.lastChanges(trainings, on: connection) }
    }

    /// The newest change of each training's plan, closed rows counted too.
    private static func lastChanges(_ trainings: [RecordID], on connection: Connection) throws -> [RecordID: ChangeNumber] {
        var found: [RecordID: ChangeNumber] = [:]
        for table in [Service.table, ActivityRecord.table, PlanReview.table] {
            try connection.forEach(
                """
                SELECT training, MAX(recordedIn), MAX(supersededIn) FROM \(name: table) WHERE training IN (\(list: trainings))
                GROUP BY training
                """
            ) { row in
                let id = try row.recordID(0)
                found[id] = max(found[id] ?? 0, row.int(1), row.int(2))
            }
        }
        return found
    }

    /// A file for each doctor. `owners` says which training a training's facts belong to, `persons` who a merged duplicate is.
    func files(
        _ wanted: [(person: RecordID, training: RecordID, timeline: Timeline<Training>)], owners: [RecordID: RecordID],
        persons: [RecordID: RecordID], asOf day: CalendarDay
    ) -> [PlanFile] {
        var parts: [RecordID: [RecordID]] = [:]
        for (part, owner) in owners { parts[owner, default: []].append(part) }
        var authorised = authorised
        for (person, day) in self.authorised { if let keeper = persons[person] { authorised[keeper] = authorised[keeper] ?? day } }
        var attended: [RecordID: [ActivityEntry]] = [:]
        for (person, entries) in self.attended { attended[persons[person] ?? person, default: []] += entries }
        // Only the places a case speaks of are given to it: the calculation walks through them.
        let places = registrations.mapValues { Dictionary(grouping: $0, by: \.place) }
        return wanted.map { person, training, timeline in
            let ids = (parts[training] ?? [training]).sorted()
            let planned = ids.flatMap { services[$0] ?? [] }
            let (periods, arenas) = planned.isEmpty ? (assumed(ids), [:]) : Self.periods(planned)
            let specialty = timeline.stretches.last?.value.specialty ?? .generalPractice
            let given = ids.compactMap { supervised[$0] }
            let activities = ids.flatMap { self.activities[$0] ?? [] }.compactMap { version in
                RecordID(version.id).map { PlanFile.RecordThing(id: $0, value: version.value, period: version.period) }
            }
            let trainingCase = TrainingCase(
                training: training, specialty: specialty,
                course: timeline.stretches.map { CourseStretch(period: $0.period, scheme: $0.value.scheme, standing: $0.value.standing) },
                authorisedOn: authorised[person], services: periods,
                absences: ids.flatMap { absences[$0] ?? [] }.compactMap { version in
                    RecordID(version.id).map {
                        AbsencePeriod(id: $0, period: version.period, kind: version.value.kind, share: version.value.share)
                    }
                },
                registrations: Set(periods.map(\.place)).flatMap { places[specialty]?[$0] ?? [] },
                supervision: knowsSupervision ? given.flatMap(\.stretches) : [SupervisionStretch(period: .always)],
                activities: activities.map(Self.entry) + given.flatMap(\.sessions) + (attended[person] ?? []),
                objectives: objectives?.tallies(of: training) ?? [], asOf: day)
            return PlanFile(
                trainee: person, training: training, trainingCase: trainingCase, arenas: arenas,
                activities: activities.sorted { ($0.period.from, $0.id) < ($1.period.from, $1.id) },
                registrations: places[specialty] ?? [:],
                reviews: ids.flatMap { reviews[$0] ?? [] }.sorted { ($0.period.from, $0.recordedIn) > ($1.period.from, $1.recordedIn) },
                isAssumed: planned.isEmpty, lastChange: ids.compactMap { lastChanges[$0] }.max() ?? 0)
        }
    }

    private static func entry(_ thing: PlanFile.RecordThing<ActivityRecord>) -> ActivityEntry {
        ActivityEntry(
            activity: thing.value.activity, period: thing.period, minutes: thing.value.minutes, count: thing.value.count,
            topic: thing.value.topic, isDone: thing.value.isDone)
    }

    private static func periods(_ planned: [Version<Service>]) -> ([ServicePeriod], [RecordID: String]) {
        var arenas: [RecordID: String] = [:]
        let periods = planned.compactMap { version -> ServicePeriod? in
            guard let id = RecordID(version.id) else { return nil }
            if !version.value.arena.isEmpty { arenas[id] = version.value.arena }
            return ServicePeriod(
                id: id, category: version.value.category, period: version.period, percent: version.value.percent,
                place: version.value.place)
        }
        return (periods.sorted { ($0.period.from, $0.id) < ($1.period.from, $1.id) }, arenas)
    }

    /// Without a plan her service is taken to be open practice where she works: most of it is, and the page says that it is assumed.
    private func assumed(_ ids: [RecordID]) -> [ServicePeriod] {
        guard let practice = CategoryCode("openPractice") else { return [] }
        return ids.flatMap { engagements[$0] ?? [] }.sorted { ($0.period.from, $0.id) < ($1.period.from, $1.id) }.enumerated()
            .compactMap { index, version in
                RecordID(version.id).map { id in
                    // A stretch of its own for each, told apart by its number.
                    ServicePeriod(
                        id: RecordID(high: id.high, low: id.low ^ UInt64(index)), category: practice, period: version.period,
                        percent: version.value.percent, place: .municipality(version.value.municipality))
                }
            }
    }
}
