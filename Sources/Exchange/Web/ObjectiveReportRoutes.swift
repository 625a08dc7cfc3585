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
                try await start(visit, viewer, visit.query, [], status: 200)
            },
            .restricted(.post, "/laeringsmal/rapport", to: senders, upload),
            .restricted(.get, "/laeringsmal/rapport/:id", to: senders, show),
            .restricted(.post, "/laeringsmal/rapport/:id/kolonner", to: senders, setColumns),
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

    private func start(
        _ visit: Visit, _ viewer: Viewer, _ values: FormData, _ problems: [FieldProblem], status: Int
    ) async throws -> Reply {
        let frame = visit.frame
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
            frame[ObjectiveImportTexts.reportTitle], status: status,
            """
            <div class="narrow"><p class="crumb">\(crumb)</p><h1>\(frame[ObjectiveImportTexts.reportTitle])</h1>
            <p class="lede">\(frame[ObjectiveImportTexts.reportLede])</p>
            \(visit.query.contains("forkastet") ? "<p class=\"done\" role=\"status\">\(frame[ImportPageTexts.dropped])</p>" as Html : .empty)\
            \(Form.errorSummary(problems, frame))
            <form method="post" action="/laeringsmal/rapport" enctype="multipart/form-data">\(Form.mark(frame))\(who)
            \(ObjectiveFileForms.fileField(problems, frame))
            \(Form.text("dag", frame[ObjectiveImportTexts.reportDay], value: values["dag"], hint: frame[ObjectiveImportTexts.reportDayHint], problems: problems, width: 12, frame))
            <p class="acts"><button class="btn">\(frame[ObjectiveImportTexts.read])</button></p></form>
            <p class="note">\(frame[ObjectiveImportTexts.assumption])</p><p class="note">\(frame[ObjectiveImportTexts.privacy])</p></div>
            """)
    }

    private func upload(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        var reader = FieldReader(visit.form)
        let typed = reader.optionalDay("dag")
        if let typed, typed > visit.today { reader.problems.append(FieldProblem("dag", ObjectiveImportTexts.dayAhead)) }
        let read = try await ObjectiveFileForms.read(visit, as: ReportColumn.self, &reader.problems)
        guard let read, reader.problems.isEmpty else {
            return try await start(visit, viewer, visit.form, reader.problems, status: 422)
        }
        let reading = ColumnReading<ReportColumn>(read.table)
        let found = ObjectiveReportReader.reportDay(reading, fileName: read.name, today: visit.today)
        let file = ObjectiveFile(
            id: desk.surroundings.newID(), account: viewer.account, kind: .report, fileName: read.name,
            cells: try ObjectiveFileForms.encode(read.table), reportDay: typed ?? found ?? visit.today,
            trainee: try await single(visit, viewer, visit.form)?.trainee, uploadedAt: visit.now)
        try await desk.database.write { try ObjectiveFileStore.add(file, on: $0) }
        let isAssumed = typed == nil && found == nil
        return .seeOther("/laeringsmal/rapport/\(file.id.text)\(isAssumed ? "?utendag=1" : "")")
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await desk.open(try await desk.find(visit, viewer), visit, viewer)
        let page = ObjectiveReportPage(
            opened: opened, query: visit.query, problems: [], once: desk.surroundings.newSecret(), shelf: desk.shelf, frame: visit.frame)
        return visit.page(opened.file.fileName, page.html())
    }

    private func setColumns(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        var file = try await desk.find(visit, viewer)
        var reader = FieldReader(visit.form)
        let day = reader.day("dag", ObjectiveImportTexts.reportDay)
        if let day, day > visit.today { reader.problems.append(FieldProblem("dag", ObjectiveImportTexts.dayAhead)) }
        guard let day, reader.problems.isEmpty else {
            let page = ObjectiveReportPage(
                opened: try await desk.open(file, visit, viewer), query: visit.form, problems: reader.problems,
                once: desk.surroundings.newSecret(), shelf: desk.shelf, frame: visit.frame)
            return visit.page(file.fileName, status: 422, page.html())
        }
        file.choices = ObjectiveFileForms.choices(visit.form, shown: desk.reading(file)).text
        file.reportDay = day
        let changed = file
        try await desk.database.write { try ObjectiveFileStore.update(changed, on: $0) }
        return .seeOther("/laeringsmal/rapport/\(file.id.text)")
    }

    private func accept(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let file = try await desk.find(visit, viewer)
        let path = "/laeringsmal/rapport/\(file.id.text)"
        switch try await desk.accept(file, visit, viewer) {
        case .done(let count): return .seeOther("\(path)?tatt=\(count)")
        case .nothing: return .seeOther(path)
        case .stale: return .seeOther("\(path)?nytt=1")
        }
    }

    private func drop(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let file = try await desk.find(visit, viewer)
        try await desk.database.write { try ObjectiveFileStore.remove(file.id, of: viewer.account, on: $0) }
        return .seeOther("/laeringsmal/rapport?forkastet=1\(file.trainee.map { "&lege=\($0.text)" } ?? "")")
    }
}
