import AlisDomain

/// Opens training plans for those who may see them, and carries changes to them out.
struct PlanDesk: Sendable {
    let desk: RecordDesk
    let loader: PlanLoader
    let book: RuleBook
    let board: PlanBoardCache
    /// Whom a change touches besides the doctor; nil when nothing knows.
    let affected: (any AffectedSource)?

    /// A doctor's plan with what it comes to, and what the viewer may do with it.
    struct Opened: Sendable {
        let record: RecordDesk.Opened
        let file: PlanFile
        let rules: RuleSet
        let evaluation: Evaluation
        let deadline: CalendarDay?
        /// Works in the municipality that answers for the plan: only it approves.
        let mayApprove: Bool
        /// Her supervisor, who reads the plan and may say something about it, and no more.
        var isSupervisor = false
        var mayEdit: Bool { record.mayEdit || record.isOwn }
        var mayComment: Bool { mayEdit || isSupervisor }
        var id: RecordID { record.record.id }
        var path: String { Addresses.plan(id) }
        /// Where her supervision is; nil for those who only read the plan, such as a trust she wishes for.
        var supervision: String? { mayComment ? Addresses.supervision(id) : nil }
        /// The newest change of the plan and of the record it rests on.
        var lastChange: ChangeNumber { max(file.lastChange, record.record.lastChange) }

        /// The way back: her record, or for her supervisor the page the two share.
        func crumb(_ frame: Frame) -> Html {
            "<a href=\"\(isSupervisor ? Addresses.supervision(id) : Addresses.record(id))\">\(record.trainee.fullName)</a>"
        }

        /// The kind of an absence; her supervisor is told no more than that she is away.
        func name(_ absence: AbsencePeriod, _ frame: Frame) -> String {
            frame[isSupervisor ? TraineeTexts.absences : TraineeTexts.name(absence.kind)]
        }

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

        /// Where a period is: a nursing home that is not decided is no hospital.
        func place(_ service: ServicePeriod, _ frame: Frame) -> String {
            service.place == .undecidedTrust && service.category.text == "institutionPrimary"
                ? frame[PlanTexts.undecidedPlace] : name(service.place, frame)
        }

        /// Why and from when the training has ended; nil while it is under way.
        var end: (reason: Training.EndReason?, from: CalendarDay)? { file.trainingCase.end }

        func name(_ category: CategoryCode, _ frame: Frame) -> String {
            rules.category(category).map { frame[$0.name] } ?? category.text
        }
    }

    /// Opens the plan in the address; someone else's, and one of a doctor without a training, is not found.
    func open(_ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let (record, isSupervisor) = try await record(visit, viewer)
        let loader = loader
        let day = visit.today
        let file = try await desk.database.read { try loader.load(record.record, asOf: day, on: $0) }
        return try opened(record, file, viewer, isSupervisor: isSupervisor)
    }

    /// The record in the address, for those in whose scope she is, and for her supervisor.
    private func record(_ visit: Visit, _ viewer: Viewer) async throws -> (RecordDesk.Opened, isSupervisor: Bool) {
        do {
            return (try await desk.open(visit, viewer), false)
        } catch PageRefusal.notFound where viewer.has(.supervisor) {
            let record = try await desk.openGranted(try visit.recordID("id"), on: visit.today)
            let (supervision, trainings, day) = (loader.supervision, record.record.trainings.map(\.id), visit.today)
            let isHers = try await desk.database.read {
                try supervision?.supervises(account: viewer.account, trainings: trainings, on: day, $0) ?? false
            }
            guard isHers else { throw PageRefusal.notFound }
            return (record, true)
        }
    }

    /// The plan of a doctor who has let others see it by a secret address; nothing in it may be changed.
    func openGranted(_ id: RecordID, on day: CalendarDay) async throws -> Opened {
        let record = try await desk.openGranted(id, on: day)
        let loader = loader
        let file = try await desk.database.read { try loader.load(record.record, asOf: day, on: $0) }
        return try opened(record, file, nil, isSupervisor: false)
    }

    /// The plan as it was known at a review, seen from that day.
    func since(_ review: Version<PlanReview>, _ opened: Opened) async throws -> PlanSince? {
        let (loader, record) = (loader, opened.record.record)
        let file = try await desk.database.read {
            try loader.load(record, asOf: review.period.from, knownAfter: review.recordedIn, on: $0)
        }
        guard let file, let rules = book.set(for: file.trainingCase) else { return nil }
        return PlanSince(
            review: review, before: file,
            comparison: PlanComparison(before: Evaluation(file.trainingCase, under: rules), after: opened.evaluation),
            difference: PlanDifference(before: file.contents, after: opened.file.contents), course: opened.file.trainingCase.course)
    }

    /// What has changed since the plan was last looked through; nil when it never was.
    func sinceLast(_ opened: Opened) async throws -> PlanSince? {
        guard let last = opened.file.reviews.first(where: { $0.value.kind.isRevision }) else { return nil }
        return try await since(last, opened)
    }

    /// What has changed since the municipality approved the plan or returned it; nil when it has not.
    func sinceDecision(_ opened: Opened) async throws -> PlanSince? {
        guard let decision = opened.file.decision else { return nil }
        return try await since(decision, opened)
    }

    /// What the plan waits for the municipality with; nil when it waits for nothing.
    func approvalWait(_ opened: Opened) async throws -> ApprovalWait? {
        try await desk.database.read { try PlanApprovals.waiting([opened.file], on: $0)[opened.file.trainee] }
    }

    func opened(
        _ record: RecordDesk.Opened, _ file: PlanFile?, _ viewer: Viewer?, isSupervisor: Bool
    ) throws -> Opened {
        guard let file, let rules = book.set(for: file.trainingCase) else { throw PageRefusal.notFound }
        let asOf = file.trainingCase.asOf
        let places = record.record.workingMunicipalities(on: asOf).flatMap { [$0] + record.view.directory.successors(of: $0, on: asOf) }
        return Opened(
            record: record, file: file, rules: rules, evaluation: Evaluation(file.trainingCase, under: rules),
            deadline: record.view.reference.deadline("oldSchemeLastApplication")?.day,
            mayApprove: !record.isOwn
                && places.contains { viewer?.grants.contains(Grant(role: .municipality, organisation: .municipality($0))) ?? false },
            isSupervisor: isSupervisor)
    }
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
