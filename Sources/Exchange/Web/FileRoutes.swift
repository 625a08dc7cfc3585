import AlisDomain

/// Reading in files of one kind: sending, how the columns were understood, dry run, acceptance, and laying away. A file belongs to the
/// account that sent it; for everybody else it is not there.
///
/// | method | address | who |
/// |---|---|---|
/// | GET, POST | where the kind is sent | its senders |
/// | GET | /mal.xlsx below it, when the kind has a template | the same |
/// | GET | /:id below it | the sender: the dry run |
/// | POST | /:id/kolonner, /godta, /forkast | the sender: what the columns mean, take the good rows in, leave it |
struct FileRoutes<Kind: FileKind>: Sendable {
    let kind: Kind
    private var desk: FileDesk { kind.desk }

    var routes: [Route] {
        let (addresses, senders) = (kind.addresses, kind.senders)
        let template: [Route] = kind.template == nil ? [] : [.restricted(.get, addresses.template, to: senders, template)]
        return template + [
            .restricted(.get, addresses.start, to: senders) { try await start(ShownForm($0.query), $0, $1) },
            .restricted(.post, addresses.start, to: senders, send).taking(.files),
            .restricted(.get, addresses.file, to: senders, show),
            .restricted(.post, addresses.columns, to: senders, setColumns).kept(as: FileTexts.setsColumns),
            .restricted(.post, addresses.acceptance, to: senders, accept),
            .restricted(.post, addresses.withdrawal, to: senders, layAway),
        ]
    }

    private func start(_ shown: ShownForm, _ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        visit.page(visit.frame[kind.title], status: shown.status, try await kind.start(shown, visit, viewer))
    }

    private func template(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        guard let template = kind.template else { throw PageRefusal.notFound }
        return .file(try template.bytes(in: visit.language, madeAt: visit.now), name: template.fileName, type: MediaType.xlsx)
    }

    /// The day that was typed, and what is wrong with it; nil when the field was left empty.
    private func day(_ text: String, on today: CalendarDay) -> (day: CalendarDay?, problems: [FieldProblem]) {
        var reader = FieldReader(FormData([("dag", text)]))
        let day = reader.optionalDay("dag")
        if let problem = day.flatMap({ kind.problem(with: $0, on: today) }) { reader.problems.append(FieldProblem("dag", problem)) }
        return (day, reader.problems)
    }

    private func send(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        // What must not be kept is not told back in an address either.
        let typed = ImportIdentityNumber.isOne(.text(visit.form["dag"])) ? "" : visit.form["dag"]
        let (day, problems) = day(typed, on: visit.today)
        guard let sent = visit.files.first(where: { $0.field == "fil" && !($0.fileName.isEmpty && $0.bytes.isEmpty) }) else {
            return try await start(ShownForm(visit.form, problems + [FieldProblem("fil", FileTexts.noFile)]), visit, viewer)
        }
        let name = ImportText.fileName(sent.fileName)
        let new = SentFile(
            id: desk.surroundings.newID(), account: viewer.account, kind: kind.name, fileName: name, uploadedAt: visit.now,
            day: day ?? visit.today)
        do {
            var (workbook, file, refused) = try await HeavyWork.run { [kind] () throws -> (Workbook, SentFile, Text?) in
                var file = new
                let workbook = try SpreadsheetReader.read(sent.bytes, fileName: name, limits: kind.limits)
                let refused = try kind.keep(workbook, in: &file)
                return (workbook, file, refused)
            }
            if let refused { throw FileRefused(why: refused) }
            let told = try await kind.receive(workbook, in: &file, hasDay: day != nil, visit, viewer)
            let (kept, bytes) = (file, kind.isGivenBack ? sent.bytes : nil)
            try await desk.database.write { try SentFileStore.add(kept, bytes: bytes, on: $0) }
            // A file cannot be put back into a form: it is kept, and the day is put right on the next page.
            return .seeOther(kind.addresses.file(new.id) + (problems.isEmpty ? told : "?feildag=\(FormData.encode(typed))"))
        } catch let refusal as SpreadsheetRefusal {
            return try await refuse(name, SpreadsheetTexts.sentence(refusal), problems, visit, viewer)
        } catch let refused as FileRefused {
            return try await refuse(name, refused.why, problems, visit, viewer)
        }
    }

    private func refuse(
        _ name: String, _ why: Text, _ problems: [FieldProblem], _ visit: Visit, _ viewer: Viewer
    ) async throws -> Reply {
        try await start(ShownForm(visit.form, problems + [FieldProblem("fil", FileTexts.refused(name, why))]), visit, viewer)
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let file = try await desk.find(kind, visit, viewer, orLaidAway: kind.isGivenBack)
        let typed = visit.query["feildag"]
        let problems = day(typed, on: visit.today).problems
        var shown = ShownForm(problems.isEmpty ? FormData() : FormData([("dag", typed)]))
        shown.problems = problems
        return try await page(file, shown, visit, viewer)
    }

    private func page(_ file: SentFile, _ shown: ShownForm, _ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        visit.page(file.fileName, status: shown.status, kind.page(try await kind.open(file, visit, viewer), shown, visit))
    }

    private func setColumns(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let sent = try await desk.find(kind, visit, viewer)
        var (file, problems) = (sent, [FieldProblem]())
        if let typed = visit.form.raw("dag") {
            let (day, wrong) = day(typed, on: visit.today)
            problems += day == nil && wrong.isEmpty ? [FieldProblem("dag", FieldTexts.missing(kind.dayName))] : wrong
            file.day = day ?? sent.day
        }
        problems += try await kind.setColumns(visit.form, of: &file, visit, viewer)
        if !problems.isEmpty { return try await page(sent, ShownForm(visit.form, problems), visit, viewer) }
        let changed = file
        try await desk.database.write { try SentFileStore.update(changed, on: $0) }
        return .seeOther(kind.addresses.file(file.id))
    }

    /// Makes the plan again and takes its good rows in, in one transaction; what was not shown is not done.
    private func accept(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let file = try await desk.find(kind, visit, viewer)
        let path = kind.addresses.file(file.id)
        if try visit.carriedOut != nil { return .seeOther("\(path)?\(kind.told(taken: file.taken))") }
        let work = try await kind.work(on: file, visit, viewer)
        let recorder = try await desk.register.current().recorder(for: viewer)
        let (kind, form) = (kind, visit.form)
        let outcome = try await desk.database.carryOut(visit.act(kind.act, by: recorder, reason: kind.reason(of: file))) { writer in
            guard var now = try SentFileStore.find(file.id, kind.name, of: viewer.account, on: writer.connection), now.state != .dropped
            else { return false }
            // What has been said of the file since is a change like any other.
            guard now.choices == file.choices, now.answers == file.answers, now.day == file.day else { throw WriteRefused([]) }
            guard try kind.take(&now, work, form, in: writer) else { return false }
            (now.change, now.state) = (writer.change, .accepted)
            try SentFileStore.update(now, on: writer.connection)
            return true
        }
        switch outcome {
        case .done, .sentBefore:
            return .seeOther("\(path)?\(kind.told(taken: try await desk.find(kind, visit, viewer).taken - file.taken))")
        case .nothingDifferent, .conflict: return .seeOther(path)
        case .refused: return .seeOther("\(path)?nytt=1")
        }
    }

    private func layAway(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (id, kind) = (try visit.recordID("id"), kind)
        let file = try await desk.database.write { connection in
            guard var file = try SentFileStore.find(id, kind.name, of: viewer.account, on: connection) else { throw PageRefusal.notFound }
            if file.state == .waiting || !kind.isGivenBack { file.state = .dropped }
            try SentFileStore.update(file, on: connection)
            return file
        }
        return .seeOther("\(kind.addresses.start())?forkastet=\(file.taken)\(file.trainee.map { "&lege=\($0.text)" } ?? "")")
    }
}

/// Why what was read may not be kept.
private struct FileRefused: Error { let why: Text }
