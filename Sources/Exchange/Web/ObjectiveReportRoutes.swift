import AlisDomain

/// Reading in a report of statuses from Kompetanseportalen: upload, how the columns were understood, dry run and acceptance. A report
/// belongs to the account that sent it, and only doctors whose record that account may keep are found in it.
///
/// | method | address | who |
/// |---|---|---|
/// | GET, POST | /laeringsmal/rapport | writers, and a doctor for herself |
/// | GET | /laeringsmal/rapport/:id | the sender: the dry run |
/// | POST | /laeringsmal/rapport/:id/kolonner, /godta, /forkast | the sender |
package struct ObjectiveReportRoutes: Sendable {
    let desk: ObjectiveReportDesk

    package init(database: Database, register: RegisterCache, surroundings: Surroundings, shelf: ObjectiveShelf) {
        desk = ObjectiveReportDesk(database: database, register: register, surroundings: surroundings, shelf: shelf)
    }

    package var routes: [Route] {
        let senders = Set<Role>.writers.union([.alis])
        return [
            .restricted(.get, "/laeringsmal/rapport", to: senders) { visit, viewer in
                try await start(visit, viewer, ShownForm(visit.query))
            },
            .restricted(.post, "/laeringsmal/rapport", to: senders, upload).taking(.files),
            .restricted(.get, "/laeringsmal/rapport/:id", to: senders, show),
            .restricted(.post, "/laeringsmal/rapport/:id/kolonner", to: senders, setColumns).kept(
                as: Text("Lagrer hva kolonnene betyr", nn: "Lagrar kva kolonnane tyder")),
            .restricted(.post, "/laeringsmal/rapport/:id/godta", to: senders, accept),
            .restricted(.post, "/laeringsmal/rapport/:id/forkast", to: senders, drop),
        ]
    }

    /// The one doctor the report is about: she herself, or the one whose page it was begun on.
    private func single(_ visit: Visit, _ viewer: Viewer, _ values: FormData) async throws -> ReportDoctor? {
        if let id = RecordID(values["lege"]), let doctor = try await desk.doctor(id, visit, viewer) { return doctor }
        guard viewer.roles.isDisjoint(with: Set<Role>.writers) else { return nil }
        for case .trainee(let id) in viewer.grants.map(\.organisation) { return try await desk.doctor(id, visit, viewer) }
        return nil
    }

    private func start(_ visit: Visit, _ viewer: Viewer, _ shown: ShownForm) async throws -> Reply {
        let (frame, values, problems) = (visit.frame, shown.values, shown.problems)
        let single = try await single(visit, viewer, values)
        let who: Html =
            single.map { doctor in
                """
                <p class="next-plain">\(frame[ObjectiveImportTexts.reportFor(doctor.name)])</p><input type="hidden" name="lege" value="\(doctor.trainee.text)">
                """
            } ?? .empty
        let crumb: Html =
            single.map {
                "<a href=\"/alis/\($0.trainee.text)/laeringsmal\">\(frame[ObjectiveTexts.title]): \($0.name)</a>"
            } ?? "<a href=\"/laeringsmal\">\(frame[ObjectiveTexts.title])</a>"
        return visit.page(
            frame[ObjectiveImportTexts.reportTitle], status: shown.status,
            """
            <div class="narrow"><p class="crumb">\(crumb)</p><h1>\(frame[ObjectiveImportTexts.reportTitle])</h1>
            <p class="lede">\(frame[ObjectiveImportTexts.reportLede])</p>
            \(ObjectiveFileForms.dropped(visit.query, frame))\
            \(Form.errorSummary(problems, frame))
            <form method="post" action="/laeringsmal/rapport" enctype="multipart/form-data" novalidate>\(Form.mark(frame))\(who)
            \(ObjectiveFileForms.fileField(problems, frame))
            \(Form.text("dag", frame[ObjectiveImportTexts.reportDay], value: values["dag"], hint: frame[ObjectiveImportTexts.reportDayHint], problems: problems, width: 12, frame))
            <p class="acts"><button class="btn">\(frame[ObjectiveImportTexts.read])</button></p></form>
            <p class="note">\(frame[ObjectiveImportTexts.assumption])</p><p class="note">\(frame[ObjectiveImportTexts.privacy])</p></div>
            """)
    }

    private func upload(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (typed, dayProblems) = Self.reportDay(visit.form["dag"], on: visit.today)
        var problems = dayProblems
        guard let read = try await ObjectiveFileForms.read(visit, as: ReportColumn.self, &problems) else {
            return try await start(visit, viewer, ShownForm(visit.form, problems))
        }
        let reading = ColumnReading<ReportColumn>(read.table)
        let found = ObjectiveReportReader.reportDay(reading, fileName: read.name, today: visit.today)
        let file = ObjectiveFile(
            id: desk.surroundings.newID(), account: viewer.account, kind: .report, fileName: read.name,
            cells: try ObjectiveFileForms.encode(read.table), reportDay: typed ?? found ?? visit.today,
            trainee: try await single(visit, viewer, visit.form)?.trainee, uploadedAt: visit.now)
        try await desk.database.write { try ObjectiveFileStore.add(file, on: $0) }
        let path = "/laeringsmal/rapport/\(file.id.text)"
        // A file cannot be put back into a form: it is kept, and the day is put right on the next page.
        if !dayProblems.isEmpty { return .seeOther("\(path)?feildag=\(FormData.encode(visit.form["dag"]))") }
        return .seeOther("\(path)\(typed == nil && found == nil ? "?utendag=1" : "")")
    }

    /// The day a report is from, as it was typed; nil when the field was left empty.
    private static func reportDay(_ text: String, on today: CalendarDay) -> (day: CalendarDay?, problems: [FieldProblem]) {
        var reader = FieldReader(FormData([("dag", text)]))
        let day = reader.optionalDay("dag")
        if let day, day > today { reader.problems.append(FieldProblem("dag", ObjectiveImportTexts.dayAhead)) }
        return (day, reader.problems)
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let file = try await desk.find(visit, viewer)
        let wrong = visit.query["feildag"]
        let problems = Self.reportDay(wrong, on: visit.today).problems
        return try await page(visit, viewer, file, problems.isEmpty ? nil : FormData([("dag", wrong)]), problems, status: 200)
    }

    /// - Parameter typed: what the form of the columns said, when something in it is wrong.
    private func page(
        _ visit: Visit, _ viewer: Viewer, _ file: ObjectiveFile, _ typed: FormData?, _ problems: [FieldProblem], status: Int
    ) async throws -> Reply {
        let page = ObjectiveReportPage(
            opened: try await desk.open(file, visit, viewer), query: visit.query, typed: typed, problems: problems,
            shelf: desk.shelf, frame: visit.frame)
        return visit.page(file.fileName, status: status, page.html())
    }

    private func setColumns(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        var file = try await desk.find(visit, viewer)
        let reading = desk.reading(file)
        var (day, problems) = Self.reportDay(visit.form["dag"], on: visit.today)
        if day == nil, problems.isEmpty { problems.append(FieldProblem("dag", FieldTexts.missing(ObjectiveImportTexts.reportDay))) }
        problems += ObjectiveFileForms.problems(visit.form, shown: reading)
        guard let day, problems.isEmpty else { return try await page(visit, viewer, file, visit.form, problems, status: 422) }
        file.choices = ObjectiveFileForms.choices(visit.form, shown: reading).text
        file.reportDay = day
        let changed = file
        try await desk.database.write { try ObjectiveFileStore.update(changed, on: $0) }
        return .seeOther("/laeringsmal/rapport/\(file.id.text)")
    }

    private func accept(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let file = try await desk.find(visit, viewer)
        let path = "/laeringsmal/rapport/\(file.id.text)"
        if try visit.carriedOut != nil { return .seeOther("\(path)?tatt=\(file.taken)") }
        switch try await desk.accept(file, visit, viewer) {
        case .done(let count): return .seeOther("\(path)?tatt=\(count)")
        case .nothing: return .seeOther(path)
        case .stale: return .seeOther("\(path)?nytt=1")
        }
    }

    private func drop(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let id = try visit.recordID("id")
        let dropped = try await desk.database.write { try ObjectiveFileStore.drop(id, .report, of: viewer.account, on: $0) }
        guard let file = dropped else { throw PageRefusal.notFound }
        return .seeOther("/laeringsmal/rapport?forkastet=\(file.taken)\(file.trainee.map { "&lege=\($0.text)" } ?? "")")
    }
}
