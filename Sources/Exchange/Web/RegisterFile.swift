import AlisDomain

/// A list of doctors as municipalities have it, in as many sheets and columns as they like. It asks what it does not understand, and goes
/// back as it came with what became of each row.
struct RegisterFile: FileKind {
    let desk: FileDesk
    private let books = ImportBooks()

    let name = "register"
    let addresses = FileAddresses.register
    let senders = Set<Role>.writers
    let title = ImportPageTexts.title
    let dayName = ImportPageTexts.day
    let act = ChangeAct.imported
    let isGivenBack = true

    init(desk: FileDesk) { self.desk = desk }

    /// The file read, with what has been said about it, and the words for what becomes of it.
    struct Work: Sendable {
        let work: ImportWork
        let texts: ImportTexts
    }

    struct Opened: Sendable {
        let file: SentFile
        let work: ImportWork
        let texts: ImportTexts
        let plan: ImportPlan
        /// The rows that have been taken in.
        let results: ImportResultLog
        /// The persons that a question may be about, so that an answer can name them.
        let known: Set<RecordID>

        /// Whether the file is text, and comes back as text.
        var isText: Bool { if case .csv = work.workbook.format { true } else { false } }
        /// Where the file is to be had back.
        var resultAddress: String { FileAddresses.register.result(isText: isText)(file.id) }
    }

    var template: FileTemplate? { Self.sheet }

    static let sheet: FileTemplate = {
        FileTemplate(
            fileName: "alis-mal.xlsx", sheet: ImportTemplate.sheetName, explanations: ImportTemplate.explanationSheetName,
            title: ImportPageTexts.templateTitle,
            columns: ImportTemplate.columns.map { column in
                let entry: ExportColumn.Entry =
                    switch column.field.nature {
                    case .day: .day
                    case .percent: .percent
                    case .number, .place, .text: .text
                    case .name, .words, .halfYear, .trust: .general
                    }
                return FileTemplate.Column(
                    heading: column.heading, isNeeded: column.isNeeded, entry: entry, choices: column.values,
                    explanation: column.explanation, example: column.example)
            })
    }()

    func told(taken: Int) -> String { "lagret=1" }

    // MARK: In

    func start(_ shown: ShownForm, _ visit: Visit, _ viewer: Viewer) async throws -> Html {
        let earlier = try await desk.database.read { try SentFileStore.list(name, of: viewer.account, on: $0) }
        return ImportStartPage.html(self, earlier, shown, visit)
    }

    func keep(_ workbook: Workbook, in file: inout SentFile) throws -> Text? {
        // The file lies in the database until it is too old, and no identity number is ever kept.
        let secret = workbook.identityNumbers(first: 5)
        return secret.count > 0 ? ImportPageTexts.identityNumbers(secret.places, secret.count) : nil
    }

    func receive(_ workbook: Workbook, in file: inout SentFile, hasDay: Bool, _ visit: Visit, _ viewer: Viewer) async throws -> String {
        let view = try await desk.register.current()
        let work = ImportWork(workbook: workbook, day: file.day, scope: nil, today: visit.today, view: view, isSynthetic: true)
        let earlier = try await desk.database.read { try SentFileStore.list(name, of: viewer.account, on: $0) }
        let answers = ImportAnswerLog(earlier: earlier, for: workbook, by: work.mapping)
        file.answers = answers.text
        return answers.isEmpty ? "" : "?forrige=1"
    }

    func setColumns(_ form: FormData, of file: inout SentFile, _ visit: Visit, _ viewer: Viewer) async throws -> [FieldProblem] {
        let work = try await work(on: file, visit, viewer).work
        var choices = ImportMappingChoices(text: file.choices)
        ImportColumnsForm.read(form, into: &choices, shown: work.mapping, directory: work.settings.municipalities, on: file.day)
        file.choices = choices.text
        return []
    }

    // MARK: What it would do

    func work(on file: SentFile, _ visit: Visit, _ viewer: Viewer) async throws -> Work {
        let view = try await desk.register.current()
        let isSynthetic = try await desk.database.read { try ImportSnapshotStore.isSynthetic(on: $0) }
        let work = ImportWork(
            workbook: try await workbook(of: file), choices: ImportMappingChoices(text: file.choices),
            answers: ImportAnswerLog(text: file.answers).answers, day: file.day, scope: view.scope(viewer, on: visit.today),
            today: visit.today, view: view, isSynthetic: isSynthetic)
        let texts = ImportTexts(municipalities: view.directory, trusts: view.reference.trusts(on: file.day), on: file.day)
        return Work(work: work, texts: texts)
    }

    private func workbook(of file: SentFile) async throws -> Workbook {
        if let known = await books[file.id] { return known }
        guard let bytes = try await desk.database.read({ try SentFileStore.bytes(of: file.id, on: $0) }) else { throw PageRefusal.notFound }
        let workbook = try await HeavyWork.run { try SpreadsheetReader.read(bytes, fileName: file.fileName) }
        if bytes.count <= ImportBooks.largest { await books.keep(workbook, for: file.id) }
        return workbook
    }

    func open(_ file: SentFile, _ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let opened = try await work(on: file, visit, viewer)
        let (work, newID, account, now) = (opened.work, desk.surroundings.newID, viewer.account, visit.now)
        let (plan, known, untold) = try await desk.database.read { connection in
            // The same answer whatever the file holds: being stopped tells nothing either.
            if try StrangerTries.isStopped(account, at: now, on: connection) {
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
            let isStopped = try await desk.database.write { connection in
                try connection.serialiseWriters()
                try StrangerTries.add(untold, to: account, at: now, on: connection)
                return try StrangerTries.isStopped(account, at: now, on: connection)
            }
            if isStopped { throw PageRefusal.badRequest(ImportPageTexts.stopped) }
        }
        return Opened(
            file: file, work: work, texts: opened.texts, plan: plan, results: ImportResultLog(text: file.results), known: known)
    }

    func page(_ opened: Opened, _ shown: ShownForm, _ visit: Visit) -> Html {
        ImportDryRunPage.html(opened, shown, query: visit.query, visit.frame)
    }

    func take(_ file: inout SentFile, _ work: Work, _ form: FormData, in writer: FactWriter) throws -> Bool {
        let (connection, now) = (writer.connection, desk.surroundings.now())
        let plan = try work.work.plan(on: connection, newID: desk.surroundings.newID)
        // What has not been shown, and counted, is not answered either, by any of the ways an answer differs.
        if try StrangerTries.isStopped(file.account, at: now, on: connection) { throw PageRefusal.badRequest(ImportPageTexts.stopped) }
        let meetings = Set(plan.rows.compactMap(\.meeting))
        guard try StrangerTries.unknown(meetings, to: file.account, at: now, on: connection).isEmpty else { throw WriteRefused([]) }
        guard plan.fingerprint == form["sett"] else { throw WriteRefused([]) }
        if plan.operations.isEmpty { return false }
        try ImportApply.run(plan.operations, in: writer.change, on: writer.connection)
        var results = ImportResultLog(text: file.results)
        results.take(plan, of: work.work, explain: work.texts.explanation)
        (file.results, file.taken) = (results.text, results.entries.count)
        return true
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
