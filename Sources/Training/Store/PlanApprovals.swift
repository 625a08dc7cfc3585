import AlisDomain

/// Which plans wait for the municipality to approve them, and why.
package enum PlanApprovals {
    /// Those of some plans that wait, by doctor. A plan that nobody has made waits for nobody.
    package static func waiting(_ files: [PlanFile], on connection: Connection) throws -> [RecordID: ApprovalWait] {
        let made = files.filter { !$0.isAssumed }
        // Whatever is newer than the decision is looked at closely; most plans have nothing that is.
        let newest = try newestChanges(of: made.map(\.training), on: connection)
        let touched = made.filter { file in file.decision.map { (newest[file.training] ?? 0) > $0.recordedIn } ?? false }
        let changes = try changes(in: touched, on: connection)
        var waits: [RecordID: ApprovalWait] = [:]
        for file in made {
            let decision = file.decision
            let revised = file.reviews.first { review in
                review.value.kind.isRevision && review.value.kind != .approved
                    && decision.map { (review.recordedIn, review.period.from) > ($0.recordedIn, $0.period.from) } ?? true
            }
            waits[file.trainee] = ApprovalWait.of(
                decision: decision.map { .init(isApproval: $0.value.kind == .approved, day: $0.period.from) },
                revisedOn: revised?.period.from, change: changes[file.trainee] ?? .init())
        }
        return waits
    }

    /// The newest change to the content of these trainings' plans, closed rows counted too.
    private static func newestChanges(of trainings: [RecordID], on connection: Connection) throws -> [RecordID: ChangeNumber] {
        var found: [RecordID: ChangeNumber] = [:]
        if trainings.isEmpty { return found }
        let tables = [(Service.table, "training"), (Absence.table, "training"), (ActivityRecord.table, "training"), (Training.table, "id")]
        for (table, column) in tables {
            // Of many, all are read: a condition that names each is slower than none.
            let mine: SQL = trainings.count > 400 ? "1 = 1" : "\(name: column) IN (\(list: trainings))"
            let statement: SQL = "SELECT \(name: column), MAX(recordedIn), MAX(supersededIn) FROM \(name: table) WHERE "
            try connection.forEach(statement + mine + " GROUP BY \(name: column)") { row in
                let id = try row.recordID(0)
                found[id] = max(found[id] ?? 0, row.int(1), row.optionalInt(2) ?? 0)
            }
        }
        return found
    }

    /// What differs between each plan as it was decided on and as it is now, by doctor.
    private static func changes(in files: [PlanFile], on connection: Connection) throws -> [RecordID: ApprovalWait.Change] {
        var found: [RecordID: ApprovalWait.Change] = [:]
        for start in stride(from: 0, to: files.count, by: 400) {
            let some = files[start..<min(start + 400, files.count)]
            let ids = some.map(\.training)
            let mine: SQL = "training IN (\(list: ids))"
            let services = Dictionary(grouping: try FactStore.versions(Service.self, where: mine, on: connection), by: \.value.training)
            let absences = Dictionary(grouping: try FactStore.versions(Absence.self, where: mine, on: connection), by: \.value.training)
            let activities = Dictionary(
                grouping: try FactStore.versions(ActivityRecord.self, where: mine, on: connection), by: \.value.training)
            let courses = Dictionary(
                grouping: try FactStore.versions(Training.self, where: "id IN (\(list: ids))", on: connection), by: \.id)
            for file in some {
                guard let change = file.decision?.recordedIn else { continue }
                let versions = Versions(
                    services: services[file.training] ?? [], absences: absences[file.training] ?? [],
                    activities: activities[file.training] ?? [], course: courses[file.training.text] ?? [])
                found[file.trainee] = ApprovalWait.Change(
                    PlanDifference(before: versions.contents(after: change), after: versions.contents()),
                    isCourseChanged: versions.courseStretches(after: change) != versions.courseStretches())
            }
        }
        return found
    }

    /// All versions of what one plan consists of.
    private struct Versions {
        let services: [Version<Service>]
        let absences: [Version<Absence>]
        let activities: [Version<ActivityRecord>]
        let course: [Version<Training>]

        func contents(after change: ChangeNumber = .max) -> PlanContents {
            PlanContents(
                services: services.filter { $0.isKnown(after: change) }.compactMap { version in
                    RecordID(version.id).map { id in
                        .init(
                            service: ServicePeriod(
                                id: id, category: version.value.category, period: version.period, percent: version.value.percent,
                                place: version.value.place), arena: version.value.arena)
                    }
                },
                absences: absences.filter { $0.isKnown(after: change) }.compactMap { version in
                    RecordID(version.id).map {
                        AbsencePeriod(id: $0, period: version.period, kind: version.value.kind, share: version.value.share)
                    }
                },
                activities: activities.filter { $0.isKnown(after: change) }.compactMap { version in
                    RecordID(version.id).map { .init(id: $0, activity: version.value, period: version.period) }
                }, isAssumed: false)
        }

        func courseStretches(after change: ChangeNumber = .max) -> Set<CourseStretch> {
            Set(
                course.filter { $0.isKnown(after: change) }.map {
                    CourseStretch(period: $0.period, scheme: $0.value.scheme, standing: $0.value.standing)
                })
        }
    }
}

/// Keeps what plans wait for, worked out once for each state of the database.
package struct PlanApprovalCache: Sendable {
    let database: Database
    private let kept = Answers<Generation, RecordID, ApprovalWait?>(atMost: .max)

    package init(database: Database) { self.database = database }

    /// Those of some plans that wait for the municipality, by doctor.
    package func waiting(_ files: [PlanFile]) async throws -> [RecordID: ApprovalWait] {
        // Asked before reading, so that what is committed meanwhile is read next time.
        let generation = await database.generation()
        var waits: [RecordID: ApprovalWait] = [:]
        var wanted: [PlanFile] = []
        for file in files {
            if let generation, let known = kept.find(file.trainee, in: generation) {
                waits[file.trainee] = known
            } else {
                wanted.append(file)
            }
        }
        if wanted.isEmpty { return waits }
        let (asked, found) = (wanted, try await database.read { [wanted] in try PlanApprovals.waiting(wanted, on: $0) })
        if let generation { for file in asked { kept.keep(found[file.trainee], for: file.trainee, in: generation) } }
        return waits.merging(found) { _, new in new }
    }
}
