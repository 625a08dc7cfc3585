import AlisDomain

/// Opens a doctor's learning objectives for those who may see them, and carries changes to them out.
package struct ObjectiveDesk: Sendable {
    let desk: RecordDesk
    let shelf: ObjectiveShelf
    let book: RuleBook
    let loader: PlanLoader
    let supervisors: any SupervisorDirectory

    var database: Database { desk.database }
    var surroundings: Surroundings { desk.surroundings }

    /// Those who read in the catalogue that holds for the whole country: the Directorate decides what the objectives are (design.md §5,
    /// domain.md §2.1), and an administrator does it for her.
    package static let catalogueKeepers: Set<Role> = [.directorate, .administrator]

    /// Those who may see objectives at all; whose, is decided for each doctor.
    static let readers: Set<Role> = Set<Role>.writers.union([.alis, .supervisor])

    /// A doctor's objectives with what the viewer may do.
    struct Opened: Sendable {
        let record: TraineeRecord
        let trainee: Trainee
        let view: RegisterView
        let training: RecordID
        let trainings: [RecordID]
        let services: [ServicePeriod]
        let serviceArenas: [RecordID: String]
        let rules: RuleSet?
        let catalogue: ObjectiveCatalogue
        let shelf: ObjectiveShelf
        var file: DoctorObjectives
        let isOwn: Bool
        /// May keep the record: her municipality and its office, and she herself.
        let mayEdit: Bool
        /// Works in the municipality that answers for her training, whose leader decides; never of her own.
        let mayDecide: Bool
        /// What the viewer is as her supervisor.
        let supervisor: SupervisingViewer?
        let today: CalendarDay

        var id: RecordID { record.id }
        var path: String { Addresses.objectives(id) }
        var mayRecommend: Bool { supervisor?.isAssigned ?? false }
        var mayInvite: Bool { mayEdit || mayRecommend }
        /// Supervisors who are nothing else do not reach her record and her plan.
        var seesRecord: Bool { supervisor == nil || mayEdit || isOwn || mayDecide }

        var records: [ObjectiveRecord] { file.records(on: today).map(\.record) }

        /// The sets the rules of her training ask for, and those something is recorded in.
        var sets: [ObjectiveSet] {
            var wanted = Set(
                (rules?.requirements ?? []).compactMap { requirement -> ObjectiveSet? in
                    if case .objectives(let set) = requirement.kind { set } else { nil }
                })
            for record in records { if let set = objective(record.objective)?.set { wanted.insert(set) } }
            return ObjectiveSet.allCases.filter(wanted.contains)
        }

        func objective(_ code: Objective.Code) -> Objective? { shelf.objective(code, in: catalogue, on: today) }
        func title(_ code: Objective.Code, _ frame: Frame) -> String {
            objective(code).map { "\(code.text) \(frame[$0.title])" } ?? code.text
        }

        func chain(_ code: Objective.Code) -> ObjectiveChain {
            ObjectiveChain(code, trainee: record.id, steps: file.steps[code] ?? [])
        }

        func name(_ place: ServicePlace, _ frame: Frame) -> String {
            switch place {
            case .municipality(let id): view.directory.nearestFacts(of: id, on: today)?.name ?? id.key
            case .trust(let code): view.reference.trusts.first { $0.value.code == code }?.value.name ?? code.code
            case .undecidedTrust: frame[PlanTexts.undecidedTrust]
            case .other: frame[PlanTexts.otherPlace]
            }
        }

        /// A service period as people know it: kind, place and time.
        func name(_ service: ServicePeriod, _ frame: Frame) -> String {
            let kind = rules?.category(service.category).map { frame[$0.name] } ?? service.category.text
            let isOpen = service.place == .undecidedTrust && service.category.text == "institutionPrimary"
            let place = serviceArenas[service.id] ?? (isOpen ? frame[PlanTexts.undecidedPlace] : name(service.place, frame))
            return "\(kind), \(place), \(Format.period(service.period, frame.language))"
        }

        /// Where and when an objective is planned; empty when nobody has said. In short the period is left out when the arena has a name.
        func arena(_ code: Objective.Code, isShort: Bool = false, _ frame: Frame) -> String {
            guard let plan = file.arenas[code]?.value else { return "" }
            let service = plan.service.flatMap { id in services.first { $0.id == id } }
            var parts = [plan.arena]
            if let service, !isShort || plan.arena.isEmpty { parts.append(name(service, frame)) }
            if let due = plan.due {
                parts.append(plan.isHalfYear ? Format.halfYear(HalfYear(containing: due), frame.language) : due.norwegian)
            }
            return parts.filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }

    /// The names of the accounts that made links for these objectives, and of those that were signed in when one was answered.
    func makers(of codes: [Objective.Code], in opened: Opened) async throws -> [String: String] {
        let steps = codes.flatMap { opened.chain($0).steps }.filter { $0.kind == .invited || $0.role == .clinicalSupervisor }
        let accounts = Set(steps.map(\.account)).subtracting([""])
        return try await database.read { connection in
            var names: [String: String] = [:]
            for account in accounts { names[account] = try AccountStore.find(id: account, on: connection)?.name }
            return names
        }
    }

    /// Opens the doctor in the address; who is outside the viewer's scope, and has no training, is not found.
    func open(_ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let id = try visit.recordID("id")
        let day = visit.today
        let supervisor = try await supervisors.standing(of: viewer, toward: id, on: day)
        var opened: RecordDesk.Opened?
        do {
            opened = try await desk.open(id, visit, viewer)
        } catch PageRefusal.notFound where supervisor != nil {
            // Not in her scope as one who works with the register, but her own doctor.
        }
        // A trust sees a doctor's record for her wish, and not how far she has come.
        if let known = opened, !known.isOwn, viewer.roles.isDisjoint(with: Set<Role>.writers) { opened = nil }
        guard opened != nil || supervisor != nil else { throw PageRefusal.notFound }
        let view = try await desk.register.current()
        let (loader, shelf) = (loader, shelf)
        let found = try await database.read { connection -> (TraineeRecord, PlanFile, ObjectiveCatalogue, DoctorObjectives)? in
            guard let record = try TraineeStore.find(id, on: connection),
                let plan = try loader.load(record, asOf: day, on: connection)
            else { return nil }
            return (
                record, plan, try shelf.catalogue(on: connection),
                try ObjectiveStore.load(trainings: record.trainings.map(\.id), on: connection)
            )
        }
        guard let (record, plan, catalogue, file) = found, let trainee = record.trainee(on: day) else { throw PageRefusal.notFound }
        let places = record.workingMunicipalities(on: day).flatMap { [$0] + view.directory.successors(of: $0, on: day) }
        return Opened(
            record: record, trainee: trainee, view: view, training: plan.training, trainings: record.trainings.map(\.id),
            services: plan.isAssumed ? [] : plan.trainingCase.services, serviceArenas: plan.arenas, rules: book.set(for: plan.trainingCase),
            catalogue: catalogue, shelf: shelf, file: file, isOwn: opened?.isOwn ?? false,
            mayEdit: opened.map { $0.mayEdit || $0.isOwn } ?? false,
            mayDecide: !(opened?.isOwn ?? false)
                && places.contains { viewer.grants.contains(Grant(role: .municipality, organisation: .municipality($0))) },
            supervisor: supervisor, today: day)
    }
}

extension ObjectiveDesk.Opened: FormSubject {
    func crumbs(_ frame: Frame) -> [Crumb] { [Crumb(path, frame[ObjectiveTexts.pageTitle(trainee.fullName)])] }
    var newest: ChangeNumber? { file.lastChange }
    func recorder(for viewer: Viewer) -> Recorder { view.recorder(for: viewer) }
}

extension ObjectiveDesk: FormDesk {
    func subject(_ visit: Visit, _ viewer: Viewer) async throws -> Opened { try await open(visit, viewer) }

    func again(_ before: Opened, _ visit: Visit, _ viewer: Viewer, on connection: Connection) throws -> Opened {
        var opened = before
        opened.file = try ObjectiveStore.load(trainings: before.trainings, on: connection)
        return opened
    }
}
