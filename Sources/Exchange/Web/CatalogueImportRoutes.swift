import AlisDomain

/// The catalogue of learning objectives as a file: taken out by everybody, and read in by those who keep it for the whole country.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /laeringsmal/katalog.csv, .xlsx | everybody: the catalogue in use, in the form it is read in |
/// | GET, POST | /laeringsmal/katalog | the Directorate and administrators |
/// | GET | /laeringsmal/katalog/mal.xlsx | the same: a sheet to fill in |
/// | GET | /laeringsmal/katalog/:id | the sender: the dry run |
/// | POST | /laeringsmal/katalog/:id/kolonner, /godta, /forkast | the sender |
package struct CatalogueImportRoutes: Sendable {
    let database: Database
    let register: RegisterCache
    let surroundings: Surroundings
    let shelf: ObjectiveShelf

    package var routes: [Route] {
        ExportFormat.allCases.map { format in
            .open(.get, "/laeringsmal/katalog.\(format.rawValue)") { try await export($0, format) }
        } + [
            .restricted(.get, "/laeringsmal/katalog", to: ObjectiveDesk.catalogueKeepers) { visit, _ in start(visit, [], status: 200) },
            .restricted(.get, "/laeringsmal/katalog/mal.xlsx", to: ObjectiveDesk.catalogueKeepers, template),
            .restricted(.post, "/laeringsmal/katalog", to: ObjectiveDesk.catalogueKeepers, upload).taking(.files),
            .restricted(.get, "/laeringsmal/katalog/:id", to: ObjectiveDesk.catalogueKeepers, show),
            .restricted(.post, "/laeringsmal/katalog/:id/kolonner", to: ObjectiveDesk.catalogueKeepers, setColumns).kept(
                as: Text("Lagrer hva kolonnene betyr", nn: "Lagrar kva kolonnane tyder")),
            .restricted(.post, "/laeringsmal/katalog/:id/godta", to: ObjectiveDesk.catalogueKeepers, accept),
            .restricted(.post, "/laeringsmal/katalog/:id/forkast", to: ObjectiveDesk.catalogueKeepers, drop),
        ]
    }

    // MARK: Out

    /// What the template and the export have; the half-open end is for our own files alone.
    private static let columns = CatalogueColumn.allCases.filter { $0 != .end }

    private func export(_ visit: Visit, _ format: ExportFormat) async throws -> Reply {
        let shelf = shelf
        let catalogue = try await database.read { try shelf.catalogue(on: $0) }
        let frame = visit.frame
        let rows = catalogue.objectives.sorted {
            ($0.set.rawValue, $0.period.from, $0.code.text) < ($1.set.rawValue, $1.period.from, $1.code.text)
        }
        .map { objective -> [ExportValue] in
            Self.columns.map { column in
                switch column {
                case .code: .text(objective.code.text)
                case .set: .text(objective.set.rawValue)
                case .version: .text(objective.version)
                case .from: .day(objective.period.from)
                case .through: objective.period.lastDay.map { .day($0) } ?? .empty
                case .end: .empty
                case .replaces: .text(objective.replaces.map(\.text).joined(separator: ", "))
                case .nb: .text(objective.title.nb)
                case .nn: .text(objective.title.nn)
                case .source: .text(objective.source)
                case .sample: .text(objective.isSample ? frame[CommonTexts.yes] : "")
                }
            }
        }
        let table = ExportTable(
            name: frame[ObjectiveImportTexts.sheetName], notes: catalogue.isSample ? [frame[ObjectiveTexts.sampleLong]] : [],
            columns: Self.columns.map { ExportColumn(frame[$0.title]) }, rows: rows)
        return try TakenOut([table], name: "laeringsmal-\(visit.today.iso)").reply(as: format, at: visit.now)
    }

    private func template(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let frame = visit.frame
        let columns = Self.columns.map { column in
            ExportColumn(
                frame[column.title] + (column.isNeeded ? " *" : ""), entry: column == .from || column == .through ? .day : .general,
                choices: column == .set ? ObjectiveSet.allCases.map(\.rawValue) : [],
                explanation: frame[ObjectiveImportTexts.explanation(column)])
        }
        var writer = try SpreadsheetWriter(madeAt: visit.now)
        writer.begin(ExportTable(name: frame[ObjectiveImportTexts.sheetName], columns: columns))
        writer.addExplanation(
            name: frame[ObjectiveImportTexts.explanations], title: frame[ObjectiveImportTexts.templateTitle],
            lines: Self.columns.map { (term: frame[$0.title], meaning: frame[ObjectiveImportTexts.explanation($0)]) })
        return .file(try writer.finish(), name: "laeringsmal-mal.xlsx", type: MediaType.xlsx)
    }

    // MARK: In

    private func start(_ visit: Visit, _ problems: [FieldProblem], status: Int) -> Reply {
        let frame = visit.frame
        return visit.page(
            frame[ObjectiveImportTexts.catalogueTitle], status: status,
            """
            <div class="narrow"><p class="crumb"><a href="/laeringsmal">\(frame[ObjectiveTexts.title])</a></p>
            <h1>\(frame[ObjectiveImportTexts.catalogueTitle])</h1><p class="lede">\(frame[ObjectiveImportTexts.catalogueLede])</p>
            \(ObjectiveFileForms.dropped(visit.query, frame))\
            \(Form.errorSummary(problems, frame))<p>\(frame[ObjectiveImportTexts.catalogueHint])</p>
            <p><a class="btn quiet" href="/laeringsmal/katalog/mal.xlsx">\(frame[ObjectiveImportTexts.template])</a></p>
            <form method="post" action="/laeringsmal/katalog" enctype="multipart/form-data" novalidate>\(Form.mark(frame))
            \(ObjectiveFileForms.fileField(problems, frame))
            <p class="acts"><button class="btn">\(frame[ObjectiveImportTexts.read])</button></p></form></div>
            """)
    }

    private func upload(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        var problems: [FieldProblem] = []
        guard let read = try await ObjectiveFileForms.read(visit, as: CatalogueColumn.self, &problems) else {
            return start(visit, problems, status: 422)
        }
        let file = ObjectiveFile(
            id: surroundings.newID(), account: viewer.account, kind: .catalogue, fileName: read.name,
            cells: try ObjectiveFileForms.encode(read.table), reportDay: visit.today, uploadedAt: visit.now)
        try await database.write { try ObjectiveFileStore.add(file, on: $0) }
        return .seeOther("/laeringsmal/katalog/\(file.id.text)")
    }

    private func find(_ visit: Visit, _ viewer: Viewer) async throws -> ObjectiveFile {
        let id = try visit.recordID("id")
        guard let file = try await database.read({ try ObjectiveFileStore.find(id, .catalogue, of: viewer.account, on: $0) }) else {
            throw PageRefusal.notFound
        }
        return file
    }

    private static func reading(_ file: ObjectiveFile) -> ColumnReading<CatalogueColumn> {
        ColumnReading(ObjectiveFileForms.decode(file.cells), choices: ColumnChoices(text: file.choices))
    }

    private static func plan(_ file: ObjectiveFile, _ shelf: ObjectiveShelf, on connection: Connection) throws -> CataloguePlan {
        let reading = reading(file)
        let known = try ObjectiveShelf.imported(on: connection)
        let codes = shelf.codes(try shelf.catalogue(on: connection))
        let understood = reading.isUnderstood ? reading : ColumnReading<CatalogueColumn>(TextTable(lines: []))
        return CataloguePlan(understood, fileName: file.fileName, known: known, codes: codes)
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        try await page(visit, try await find(visit, viewer), nil, [], status: 200)
    }

    /// - Parameter typed: what the form of the columns said, when something in it is wrong.
    private func page(
        _ visit: Visit, _ file: ObjectiveFile, _ typed: FormData?, _ problems: [FieldProblem], status: Int
    ) async throws -> Reply {
        let shelf = shelf
        let today = visit.today
        let (plan, underWay) = try await database.read { connection in
            let plan = try Self.plan(file, shelf, on: connection)
            let before = try shelf.catalogue(on: connection)
            let after = shelf.catalogue(of: plan.objectives(known: try ObjectiveShelf.imported(on: connection)))
            let replaced = plan.good.isEmpty ? [] : before.replaced(by: after, on: max(today, plan.lastStart ?? today))
            return (plan, try ObjectivesUnderWay(in: replaced, on: today, connection))
        }
        let page = CatalogueImportPage(
            file: file, reading: Self.reading(file), plan: plan, underWay: underWay, query: visit.query, typed: typed, problems: problems,
            frame: visit.frame)
        return visit.page(file.fileName, status: status, page.html())
    }

    private func setColumns(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        var file = try await find(visit, viewer)
        let reading = Self.reading(file)
        let problems = ObjectiveFileForms.problems(visit.form, shown: reading)
        guard problems.isEmpty else { return try await page(visit, file, visit.form, problems, status: 422) }
        file.choices = ObjectiveFileForms.choices(visit.form, shown: reading).text
        let changed = file
        try await database.write { try ObjectiveFileStore.update(changed, on: $0) }
        return .seeOther("/laeringsmal/katalog/\(file.id.text)")
    }

    /// Makes the plan again and takes its good codes in; what was not shown is not done.
    private func accept(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (file, shelf) = (try await find(visit, viewer), shelf)
        if try visit.carriedOut != nil { return .seeOther("/laeringsmal/katalog/\(file.id.text)?tatt=\(file.taken)") }
        let (shown, path) = (visit.form["sett"], "/laeringsmal/katalog/\(file.id.text)")
        let recorder = try await register.current().recorder(for: viewer)
        let outcome = try await database.carryOut(visit.act(.catalogueImported, by: recorder, reason: file.fileName)) { writer in
            guard var current = try ObjectiveFileStore.find(file.id, .catalogue, of: viewer.account, on: writer.connection) else {
                return false
            }
            let plan = try Self.plan(current, shelf, on: writer.connection)
            guard plan.mark == shown else { throw WriteRefused([]) }
            if plan.good.isEmpty { return false }
            for change in plan.good { try writer.replace(CatalogueEntry.self, id: change.code, with: change.stretches) }
            current.change = writer.change
            current.taken += plan.good.count
            try ObjectiveFileStore.update(current, on: writer.connection)
            return true
        }
        switch outcome {
        case .done, .sentBefore: return .seeOther("\(path)?tatt=\(try await find(visit, viewer).taken - file.taken)")
        case .nothingDifferent, .conflict: return .seeOther(path)
        case .refused: return .seeOther("\(path)?nytt=1")
        }
    }

    private func drop(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let id = try visit.recordID("id")
        let dropped = try await database.write { try ObjectiveFileStore.drop(id, .catalogue, of: viewer.account, on: $0) }
        guard let file = dropped else { throw PageRefusal.notFound }
        return .seeOther("/laeringsmal/katalog?forkastet=\(file.taken)")
    }
}
