import AlisDomain

/// Opens training plans for those who may see them, and carries changes to them out.
struct PlanDesk: Sendable {
    let desk: RecordDesk
    let loader: PlanLoader
    let book: RuleBook
    let board: PlanBoardCache

    /// A doctor's plan with what it comes to, and what the viewer may do with it.
    struct Opened: Sendable {
        let record: RecordDesk.Opened
        let file: PlanFile
        let rules: RuleSet
        let evaluation: Evaluation
        let deadline: CalendarDay?
        /// Works in the municipality that answers for the plan: only it approves.
        let mayApprove: Bool
        var mayEdit: Bool { record.mayEdit || record.isOwn }
        var path: String { "/alis/\(record.record.id.text)/plan" }

        func placeName(_ id: MunicipalityID) -> String {
            record.view.directory.nearestFacts(of: id, on: file.trainingCase.asOf)?.name ?? id.key
        }

        func trustName(_ code: TrustCode) -> String {
            record.view.reference.trusts.first { $0.value.code == code }?.value.name ?? code.code
        }

        func name(_ place: ServicePlace, _ frame: Frame) -> String {
            switch place {
            case .municipality(let id): placeName(id)
            case .trust(let code): trustName(code)
            case .undecidedTrust: frame[PlanTexts.undecidedTrust]
            case .other: frame[PlanTexts.otherPlace]
            }
        }

        func name(_ category: CategoryCode, _ frame: Frame) -> String {
            rules.category(category).map { frame[$0.name] } ?? category.text
        }
    }

    /// What came of a change.
    enum Outcome: Sendable {
        case done
        case nothing
        /// Someone else has changed the plan since the form was shown.
        case conflict(Opened, by: Change?)
    }

    /// Opens the plan in the address; someone else's, and one of a doctor without a training, is not found.
    func open(_ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let record = try await desk.open(visit, viewer)
        let loader = loader
        let day = visit.today
        let file = try await desk.database.read { try loader.load(record.record, asOf: day, on: $0) }
        return try opened(record, file, viewer)
    }

    private func opened(_ record: RecordDesk.Opened, _ file: PlanFile?, _ viewer: Viewer) throws -> Opened {
        guard let file, let rules = book.set(for: file.trainingCase) else { throw PageRefusal.notFound }
        let asOf = file.trainingCase.asOf
        let places = record.record.workingMunicipalities(on: asOf).flatMap { [$0] + record.view.directory.successors(of: $0, on: asOf) }
        return Opened(
            record: record, file: file, rules: rules, evaluation: Evaluation(file.trainingCase, under: rules),
            deadline: record.view.reference.deadline("oldSchemeLastApplication")?.day,
            mayApprove: places.contains { viewer.grants.contains(Grant(role: .municipality, organisation: .municipality($0))) })
    }

    /// Records a change to the plan in the address, in one transaction.
    ///
    /// - Parameter body: writes the facts and gives whether anything was different; when not, nothing is recorded.
    func change(
        _ visit: Visit, _ viewer: Viewer, act: ChangeAct, reason: String,
        _ body: @escaping @Sendable (FactWriter, Opened) throws -> Bool
    ) async throws -> Outcome {
        let before = try await desk.open(visit, viewer)
        let (now, day, loader) = (visit.now, visit.today, loader)
        let based = Int(visit.form["_based"]) ?? 0
        let token = visit.form["_once"]
        let recorder = await desk.recorder(for: viewer, view: before.view)
        do {
            return try await desk.database.write { connection in
                try connection.serialiseWriters()
                if !token.isEmpty, try ChangeLog.change(formToken: token, on: connection) != nil { return .nothing }
                guard let record = try TraineeStore.find(before.record.id, on: connection) else { throw PageRefusal.notFound }
                let file = try loader.load(record, asOf: day, on: connection)
                let opened = try self.opened(before, file, viewer)
                guard opened.mayEdit else { throw PageRefusal.notFound }
                let newest = max(opened.file.lastChange, record.lastChange)
                if newest > based {
                    return .conflict(opened, by: try ChangeLog.changes([newest], on: connection)[newest])
                }
                let number = try ChangeLog.record(
                    act, by: recorder, reason: reason, at: now, formToken: token.isEmpty ? nil : token, on: connection)
                guard try body(FactWriter(connection: connection, change: number), opened) else { throw NothingDifferent() }
                return .done
            }
        } catch is NothingDifferent {
            return .nothing
        }
    }

    /// Undoes the transaction, so that a change that changes nothing leaves no trace.
    private struct NothingDifferent: Error {}
}

/// Writes what the rules worked out, as facts: exactly those edits, and nothing else.
enum PlanWriter {
    /// Gives whether anything was different.
    static func apply(_ edits: [RecordEdit], to file: PlanFile, arenas: [RecordID: String] = [:], _ writer: FactWriter) throws -> Bool {
        let training = file.training
        func fact(_ service: ServicePeriod) -> Service {
            Service(
                training: training, category: service.category, percent: service.percent, place: service.place,
                arena: arenas[service.id] ?? file.arenas[service.id] ?? "")
        }
        var isDifferent = false
        // A plan that was read off her work becomes her own with its first change.
        if file.isAssumed, edits.contains(where: \.isAboutService) {
            for service in file.trainingCase.applying(edits).services {
                isDifferent = true
                try writer.add(id: service.id.text, fact(service), in: service.period)
            }
        }
        for edit in edits {
            let changed: Bool
            switch edit {
            case .addService(let service), .changeService(let service):
                changed =
                    file.isAssumed
                    ? false : try writer.replace(Service.self, id: service.id.text, with: [(service.period, fact(service))])
            case .removeService(let id):
                changed = file.isAssumed ? false : try writer.replace(Service.self, id: id.text, with: [])
            case .addAbsence(let absence):
                changed = try writer.replace(
                    Absence.self, id: absence.id.text,
                    with: [(absence.period, Absence(training: training, kind: absence.kind, share: absence.share))])
            case .setCourse(let course):
                changed = try setCourse(course, training, writer)
            }
            isDifferent = isDifferent || changed
        }
        return isDifferent
    }

    private static func setCourse(_ course: [CourseStretch], _ training: RecordID, _ writer: FactWriter) throws -> Bool {
        let timeline = try FactStore.timeline(Training.self, id: training.text, on: writer.connection)
        return try writer.replace(
            Training.self, id: training.text,
            with: course.compactMap { stretch in
                guard var value = timeline.value(on: stretch.period.from) ?? timeline.stretches.last?.value else { return nil }
                value.scheme = stretch.scheme
                value.standing = stretch.standing
                return (stretch.period, value)
            })
    }
}

extension RecordEdit {
    /// Whether it is about service, not absence or the course.
    var isAboutService: Bool {
        switch self {
        case .addService, .changeService, .removeService: true
        case .addAbsence, .setCourse: false
        }
    }
}
