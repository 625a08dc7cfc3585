import AlisDomain

/// Opens reports for those who sent them in, and takes them in.
struct ObjectiveReportDesk: Sendable {
    let database: Database
    let register: RegisterCache
    let surroundings: Surroundings
    let shelf: ObjectiveShelf

    private var records: RecordDesk { RecordDesk(database: database, register: register, surroundings: surroundings) }

    /// A report with everything its page needs.
    struct Opened: Sendable {
        let file: ObjectiveFile
        let reading: ColumnReading<ReportColumn>
        let plan: ObjectiveReportPlan
        let single: ReportDoctor?
        let catalogue: ObjectiveCatalogue
    }

    enum Outcome: Sendable {
        case done(Int)
        /// Sent twice, or nothing left to do.
        case nothing
        /// Something has changed since the page was shown; nothing was done.
        case stale
    }

    /// The doctor in an address or a file, if the viewer may keep her record.
    func doctor(_ id: RecordID, _ visit: Visit, _ viewer: Viewer) async throws -> ReportDoctor? {
        do {
            let opened = try await records.open(id, visit, viewer)
            guard opened.mayEdit || opened.isOwn, let training = opened.record.trainings.last else { return nil }
            return ReportDoctor(
                trainee: opened.record.id, training: training.id, trainings: opened.record.trainings.map(\.id),
                name: opened.trainee.fullName, isSender: opened.isOwn)
        } catch PageRefusal.notFound { return nil }
    }

    /// An account's own report; another's is not found.
    func find(_ visit: Visit, _ viewer: Viewer) async throws -> ObjectiveFile {
        let id = try visit.recordID("id")
        guard let file = try await database.read({ try ObjectiveFileStore.find(id, .report, of: viewer.account, on: $0) }) else {
            throw PageRefusal.notFound
        }
        return file
    }

    func reading(_ file: ObjectiveFile) -> ColumnReading<ReportColumn> {
        ColumnReading(ObjectiveFileForms.decode(file.cells), choices: ColumnChoices(text: file.choices))
    }

    /// The dry run, against what is known now.
    func open(_ file: ObjectiveFile, _ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let parts = try await parts(file, visit, viewer)
        let (shelf, doctors) = (shelf, parts.doctors)
        let (plan, catalogue) = try await database.read { connection in
            let catalogue = try shelf.catalogue(on: connection)
            return (try Self.plan(file, parts, shelf, catalogue, doctors, accepted: [], on: connection), catalogue)
        }
        return Opened(file: file, reading: parts.reading, plan: plan, single: parts.single, catalogue: catalogue)
    }

    private struct Parts: Sendable {
        let reading: ColumnReading<ReportColumn>
        let single: ReportDoctor?
        let doctors: [String: ReportDoctor]
    }

    /// The doctors a file names, as far as the viewer may keep their records.
    private func parts(_ file: ObjectiveFile, _ visit: Visit, _ viewer: Viewer) async throws -> Parts {
        let reading = reading(file)
        let numbers = reading.columns[.hpr] == nil ? [] : Set(reading.lines.compactMap { HPRNumber(reading.cell(.hpr, $0)) })
        let found = try await database.read { connection in
            try numbers.compactMap { number in try TraineeStore.find(hpr: number, on: connection).map { (number.digits, $0.id) } }
        }
        var doctors: [String: ReportDoctor] = [:]
        for (digits, id) in found { doctors[digits] = try await doctor(id, visit, viewer) }
        var single: ReportDoctor?
        if let id = file.trainee { single = try await doctor(id, visit, viewer) }
        return Parts(reading: reading, single: single, doctors: doctors)
    }

    private static func plan(
        _ file: ObjectiveFile, _ parts: Parts, _ shelf: ObjectiveShelf, _ catalogue: ObjectiveCatalogue, _ doctors: [String: ReportDoctor],
        accepted: Set<Int>, on connection: Connection
    ) throws -> ObjectiveReportPlan {
        guard parts.reading.isUnderstood else {
            return ObjectiveReportPlan([], reportDay: file.reportDay, doctors: [:], single: nil, known: [:])
        }
        let rows = ObjectiveReportReader(codes: shelf.codes(catalogue), reportDay: file.reportDay).rows(parts.reading)
        let trainings = Set(doctors.values.flatMap(\.trainings) + (parts.single?.trainings ?? []))
        let known = try ObjectiveStore.newest(trainings: trainings, on: connection)
        var withLeader: [RecordID: Set<Objective.Code>] = [:]
        for own in Set(doctors.values).union(parts.single.map { [$0] } ?? []) where own.isSender {
            let steps = try ObjectiveStore.load(trainings: own.trainings, on: connection).steps
            withLeader[own.training] = Set(
                steps.filter { ObjectiveChain($0.key, trainee: own.trainee, steps: $0.value).isOpen }.map(\.key))
        }
        return ObjectiveReportPlan(
            rows, reportDay: file.reportDay, doctors: doctors, single: parts.single, known: known, withLeader: withLeader,
            accepted: accepted)
    }

    /// Makes the plan again and takes its good rows in, in one transaction; what was not shown is not done.
    func accept(_ file: ObjectiveFile, _ visit: Visit, _ viewer: Viewer) async throws -> Outcome {
        let parts = try await parts(file, visit, viewer)
        let accepted = Set(visit.form.all("lavere").prefix(30_000).compactMap { Int($0) })
        let recorder = try await register.current().recorder(for: viewer)
        let (shown, newID, shelf) = (visit.form["sett"], surroundings.newID, shelf)
        let form = visit.act(.objectivesImported, by: recorder, reason: "\(file.fileName), \(file.reportDay.norwegian)")
        let outcome = try await database.carryOut(form) { writer in
            let connection = writer.connection
            guard var current = try ObjectiveFileStore.find(file.id, .report, of: viewer.account, on: connection) else { return false }
            let catalogue = try shelf.catalogue(on: connection)
            let plan = try Self.plan(current, parts, shelf, catalogue, parts.doctors, accepted: [], on: connection)
            guard plan.mark == shown, current.choices == file.choices, current.reportDay == file.reportDay else { throw WriteRefused([]) }
            let wanted =
                accepted.isEmpty
                ? plan : try Self.plan(current, parts, shelf, catalogue, parts.doctors, accepted: accepted, on: connection)
            let records = wanted.records
            if records.isEmpty { return false }
            var taken = 0
            for (doctor, records) in records {
                let known = try ObjectiveStore.load(trainings: doctor.trainings, on: connection)
                taken += try ObjectiveStore.record(
                    records.map { TrainingObjective(training: doctor.training, record: $0) }, known: known, newID: newID, writer)
            }
            current.change = writer.change
            current.taken += taken
            try ObjectiveFileStore.update(current, on: connection)
            return true
        }
        switch outcome {
        case .done, .sentBefore:
            let (id, before) = (file.id, file.taken)
            let now = try await database.read { try ObjectiveFileStore.find(id, .report, of: viewer.account, on: $0)?.taken ?? 0 }
            return .done(now - before)
        case .nothingDifferent, .conflict: return .nothing
        case .refused: return .stale
        }
    }
}
