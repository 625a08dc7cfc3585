import AlisDomain

/// Opens records for those who may see them, and carries changes to them out: the one way the pages change the register.
struct RecordDesk: Sendable {
    let database: Database
    let register: RegisterCache
    let surroundings: Surroundings
    /// What other areas keep on a training; nothing where no training is removed.
    var attachments = TrainingAttachments(tables: [])

    /// A record and what the viewer may do with it.
    struct Opened: Sendable {
        var record: TraineeRecord
        let trainee: Trainee
        let view: RegisterView
        let mayEdit: Bool
        /// Her own record, or one that hers was merged into: wishes and contact details are hers to change.
        let isOwn: Bool
        var attachments = TrainingAttachments(tables: [])
        var mayWish: Bool { mayEdit || isOwn }

        /// Whether work in a municipality is the viewer's to correct and end: only those who write for it do, as long as she works there.
        func mayChangeWork(in id: MunicipalityID, on day: CalendarDay) -> Bool {
            guard mayEdit, let scope else { return false }
            func now(_ id: MunicipalityID) -> MunicipalityID { view.directory.currentSuccessor(of: id, on: day) ?? id }
            let answers = record.engagements.flatMap(\.timeline.stretches).filter { $0.period.end > day }.map { now($0.value.municipality) }
            return view.mayWrite(id, scope, on: day) || !answers.contains(now(id))
        }

        /// Whom the viewer may see by name.
        var visible: [Bool] = []
        /// What the viewer writes for; nil where nothing may be changed.
        var scope: Scope?

        /// What another doctor is called in what is said of the two: her name and number where the viewer may see her, or where it is
        /// the same doctor.
        func name(_ frame: Frame) -> (RecordID) -> String {
            { id in
                guard let other = view.index.ordinal(of: id),
                    record.duplicates.contains(id) || visible.indices.contains(Int(other)) && visible[Int(other)],
                    let trainee = view.people(on: frame.today, knownAfter: .max)[other]
                else { return frame[DuplicateTexts.someoneElse] }
                return [trainee.fullName, trainee.hpr.map { "HPR \($0.digits)" }].compactMap { $0 }.joined(separator: ", ")
            }
        }
    }

    /// Opens the record in the address; someone else's is not found.
    func open(_ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        try await open(try visit.recordID("id"), visit, viewer)
    }

    /// Opens a record by its identity.
    func open(_ id: RecordID, _ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let view = try await register.current()
        guard let record = try await database.read({ try TraineeStore.find(id, on: $0) }) else { throw PageRefusal.notFound }
        return try opened(record, view: view, viewer: viewer, today: visit.today)
    }

    /// Opens a record for one who may see it by something else than her scope, which the caller has seen to: her supervisor, or whoever
    /// holds the secret of a link she made. Nothing in it may be changed.
    func openGranted(_ id: RecordID, on today: CalendarDay) async throws -> Opened {
        let view = try await register.current()
        guard let record = try await database.read({ try TraineeStore.find(id, on: $0) }), let trainee = record.trainee(on: today) else {
            throw PageRefusal.notFound
        }
        return Opened(record: record, trainee: trainee, view: view, mayEdit: false, isOwn: false)
    }

    func opened(_ record: TraineeRecord, view: RegisterView, viewer: Viewer, today: CalendarDay) throws -> Opened {
        let scope = view.scope(viewer, on: today)
        guard let person = view.index.ordinal(of: record.id), view.visible(scope, on: today)[Int(person)],
            let trainee = record.trainee(on: today)
        else { throw PageRefusal.notFound }
        let isWriter = !viewer.roles.isDisjoint(with: Set<Role>.writers)
        return Opened(
            record: record, trainee: trainee, view: view,
            mayEdit: isWriter && view.editable(scope, on: today)[Int(person)],
            isOwn: ([record.id] + record.duplicates).contains(where: scope.trainees.contains),
            attachments: attachments, visible: view.visible(scope, on: today), scope: scope)
    }
}

extension RegisterView {
    /// Who a viewer's changes are recorded as made by.
    func recorder(for viewer: Viewer) -> Recorder {
        let title = viewer.grants.first.map { $0.organisation }.flatMap { organisation -> String? in
            switch organisation {
            case .office(let code): return reference.offices.first { $0.value.code == code }?.value.name
            case .municipality(let id): return directory.stretches(of: id).last.map { "\($0.facts.name) kommune" }
            case .trust(let code): return reference.trusts.first { $0.value.code == code }?.value.name
            case .nation, .trainee: return nil
            }
        }
        return Recorder(account: viewer.account, name: viewer.name, organisation: title ?? "")
    }
}
