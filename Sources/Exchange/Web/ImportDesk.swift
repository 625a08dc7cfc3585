import AlisDomain

/// Opens imports for those who sent them in, and carries them out.
struct ImportDesk: Sendable {
    let database: Database
    let register: RegisterCache
    let surroundings: Surroundings
    private let books = ImportBooks()

    /// An import with everything its page needs.
    struct Opened: Sendable {
        let file: ImportFile
        let work: ImportWork
        let plan: ImportPlan
        let texts: ImportTexts
        /// The persons that a question may be about, so that an answer can name them.
        let known: Set<RecordID>

        /// Whether the file is text, and comes back as text.
        var isText: Bool { if case .csv = work.workbook.format { true } else { false } }
        /// Where the file is to be had back.
        var resultAddress: String { "/innlesing/\(file.id.text)/resultat.\(isText ? "csv" : "xlsx")" }
    }

    /// What came of accepting.
    enum Outcome: Sendable {
        case done
        /// Sent twice, or nothing left to do.
        case nothing
        /// The register has changed since the page was shown; nothing was done.
        case stale
    }

    /// Reads a file apart from the threads that answer requests.
    func read(_ bytes: [UInt8], fileName: String) async throws -> Workbook {
        try await HeavyWork.run { try SpreadsheetReader.read(bytes, fileName: fileName) }
    }

    /// An account's own import; another's is not found.
    func find(_ visit: Visit, _ viewer: Viewer) async throws -> ImportFile {
        let id = try visit.recordID("id")
        guard let file = try await database.read({ try ImportFileStore.find(id, of: viewer.account, on: $0) }) else {
            throw PageRefusal.notFound
        }
        return file
    }

    /// The same, unless it has been laid away: then nothing is done with it any more.
    func findWaiting(_ visit: Visit, _ viewer: Viewer) async throws -> ImportFile {
        let file = try await find(visit, viewer)
        if file.state == .dropped { throw PageRefusal.notFound }
        return file
    }

    /// The file read, with what has been said about it.
    func work(_ file: ImportFile, _ viewer: Viewer, today: CalendarDay) async throws -> ImportWork {
        let view = try await register.current()
        let scope = view.scope(viewer, on: today)
        let isSynthetic = try await database.read { try ImportSnapshotStore.isSynthetic(on: $0) }
        return ImportWork(
            workbook: try await workbook(of: file), choices: file.choices, answers: file.answers.answers, day: file.day,
            scope: scope, today: today, view: view, isSynthetic: isSynthetic)
    }

    /// The dry run, against the register as it is now.
    func open(_ file: ImportFile, _ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let work = try await work(file, viewer, today: visit.today)
        let (newID, account, now) = (surroundings.newID, viewer.account, visit.now)
        let (plan, known, untold) = try await database.read { connection in
            // The same answer whatever the file holds: being stopped tells nothing either.
            if try StrangerTries.count(of: account, at: now, on: connection) >= StrangerTries.most {
                throw PageRefusal.badRequest(ImportPageTexts.stopped)
            }
            let plan = try work.plan(on: connection, newID: newID)
            let untold = try StrangerTries.unknown(Set(plan.rows.compactMap(\.meeting)), to: account, at: now, on: connection)
            let asked = plan.rows.flatMap(\.problems).flatMap(\.choices).compactMap { choice -> RecordID? in
                if case .person(let id, label: _) = choice { id } else { nil }
            }
            return (plan, try TraineeStore.existing(among: Set(asked).prefix(5_000), on: connection), untold)
        }
        // Counted before it is told.
        if !untold.isEmpty {
            let count = try await database.write { connection in
                try connection.serialiseWriters()
                try StrangerTries.add(untold, to: account, at: now, on: connection)
                return try StrangerTries.count(of: account, at: now, on: connection)
            }
            if count >= StrangerTries.most { throw PageRefusal.badRequest(ImportPageTexts.stopped) }
        }
        let view = try await register.current()
        return Opened(file: file, work: work, plan: plan, texts: texts(file, view), known: known)
    }

    func texts(_ file: ImportFile, _ view: RegisterView) -> ImportTexts {
        ImportTexts(municipalities: view.directory, trusts: view.reference.trusts(on: file.day), on: file.day)
    }

    /// Makes the plan again and takes its good rows in, in one transaction; what was not shown is not done.
    func accept(_ file: ImportFile, _ visit: Visit, _ viewer: Viewer) async throws -> Outcome {
        let work = try await work(file, viewer, today: visit.today)
        let view = try await register.current()
        let texts = texts(file, view)
        let recorder = view.recorder(for: viewer)
        let (shown, newID) = (visit.form["sett"], surroundings.newID)
        let outcome = try await database.carryOut(visit.act(.imported, by: recorder, reason: file.fileName)) { writer in
            let connection = writer.connection
            guard var current = try ImportFileStore.find(file.id, of: viewer.account, on: connection), current.state != .dropped else {
                return false
            }
            let plan = try work.plan(on: connection, newID: newID)
            guard plan.fingerprint == shown, current.choices == file.choices, current.answers == file.answers, current.day == file.day
            else { throw WriteRefused([]) }
            if plan.operations.isEmpty { return false }
            try ImportApply.run(plan.operations, in: writer.change, on: connection)
            current.change = writer.change
            current.results.take(plan, of: work, explain: texts.explanation)
            current.state = .accepted
            try ImportFileStore.update(current, on: connection)
            return true
        }
        switch outcome {
        case .done, .sentBefore: return .done
        case .nothingDifferent, .conflict: return .nothing
        case .refused: return .stale
        }
    }

    /// Asks those who answer for the doctors that rows wait for, and have not been asked about.
    func ask(_ file: ImportFile, _ visit: Visit, _ viewer: Viewer) async throws -> TransferDesk.Outcome {
        let opened = try await open(file, visit, viewer)
        let questions = opened.plan.rows.filter { $0.problems.contains { $0.kind == .needsLeave(nil) } }.compactMap(\.leave).map { leave in
            TransferDesk.Question(
                request: TransferRequest(
                    trainee: nil, municipality: leave.municipality, described: leave.described,
                    message: visit.frame[TransferTexts.fromFile(file.fileName)],
                    askedBy: viewer.name, account: viewer.account), doctors: leave.doctors)
        }
        let desk = RecordDesk(database: database, register: register, surroundings: surroundings)
        return try await TransferDesk(desk: desk).ask(questions, visit, viewer)
    }

    private func workbook(of file: ImportFile) async throws -> Workbook {
        if let known = await books[file.id] { return known }
        guard let bytes = try await database.read({ try ImportFileStore.bytes(of: file.id, on: $0) }) else { throw PageRefusal.notFound }
        let workbook = try await read(bytes, fileName: file.fileName)
        if bytes.count <= ImportBooks.largest { await books.keep(workbook, for: file.id) }
        return workbook
    }
}

/// The last few files that were read: a dry run is looked at many times. Large ones are read anew.
actor ImportBooks {
    static let largest = 500_000
    private var kept: [(id: RecordID, workbook: Workbook)] = []

    subscript(id: RecordID) -> Workbook? { kept.first { $0.id == id }?.workbook }

    func keep(_ workbook: Workbook, for id: RecordID) {
        kept.removeAll { $0.id == id }
        kept.append((id, workbook))
        if kept.count > 4 { kept.removeFirst() }
    }
}
