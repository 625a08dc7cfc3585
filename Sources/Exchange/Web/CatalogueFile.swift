import AlisDomain

/// The catalogue of learning objectives as a file: read in by those who keep it for the whole country, and taken out by everybody.
struct CatalogueFile: TableKind {
    typealias Column = CatalogueColumn

    let desk: FileDesk
    let shelf: ObjectiveShelf

    let name = "catalogue"
    let addresses = FileAddresses.catalogue
    let senders = ObjectiveDesk.catalogueKeepers
    let title = CatalogueTexts.title
    let dayName = FileTexts.file
    let act = ChangeAct.catalogueImported

    struct Opened: Sendable {
        let file: SentFile
        let plan: CataloguePlan
        /// What the country's doctors have under way in what is replaced.
        let underWay: ObjectivesUnderWay
    }

    // MARK: Out

    /// What the template and the export have; the half-open end is for our own files alone.
    private static let columns = CatalogueColumn.allCases.filter { $0 != .end }

    /// The catalogue in use, in the form it is read in.
    var exports: [Route] {
        ExportFormat.allCases.map { format in .open(.get, addresses.start.file(format.rawValue)) { try await export($0, format) } }
    }

    private func export(_ visit: Visit, _ format: ExportFormat) async throws -> Reply {
        let shelf = shelf
        let catalogue = try await desk.database.read { try shelf.catalogue(on: $0) }
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
            name: frame[CatalogueTexts.sheet], notes: catalogue.isSample ? [frame[ObjectiveTexts.sampleLong]] : [],
            columns: Self.columns.map { ExportColumn(frame[$0.title]) }, rows: rows)
        return try TakenOut([table], name: "laeringsmal-\(visit.today.iso)").reply(as: format, at: visit.now)
    }

    var template: FileTemplate? {
        FileTemplate(
            fileName: "laeringsmal-mal.xlsx", sheet: CatalogueTexts.sheet, explanations: FileTexts.explanations,
            title: CatalogueTexts.templateTitle,
            columns: Self.columns.map { column in
                FileTemplate.Column(
                    heading: column.title, isNeeded: column.isNeeded, entry: column == .from || column == .through ? .day : .general,
                    choices: column == .set ? ObjectiveSet.allCases.map { Text(same: $0.rawValue) } : [],
                    explanation: CatalogueTexts.explanation(column))
            })
    }

    // MARK: In

    private func crumb(_ frame: Frame) -> Html { "<a href=\"\(Addresses.catalogue())\">\(frame[ObjectiveTexts.title])</a>" }

    func start(_ shown: ShownForm, _ visit: Visit, _ viewer: Viewer) async throws -> Html {
        try await FileForms.start(
            self, crumb: crumb(visit.frame), lede: CatalogueTexts.lede, above: "<p>\(visit.frame[CatalogueTexts.hint])</p>", shown, visit,
            viewer)
    }

    private func plan(_ file: SentFile, on connection: Connection) throws -> CataloguePlan {
        let reading = reading(file)
        let codes = shelf.codes(try shelf.catalogue(on: connection))
        return CataloguePlan(
            reading.isUnderstood ? reading : ColumnReading(TextTable(lines: [])), fileName: file.fileName,
            known: try ObjectiveShelf.imported(on: connection), codes: codes)
    }

    func open(_ file: SentFile, _ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let today = visit.today
        return try await desk.database.read { connection in
            let plan = try plan(file, on: connection)
            let before = try shelf.catalogue(on: connection)
            let after = shelf.catalogue(of: plan.objectives(known: try ObjectiveShelf.imported(on: connection)))
            let replaced = plan.good.isEmpty ? [] : before.replaced(by: after, on: max(today, plan.lastStart ?? today))
            return Opened(file: file, plan: plan, underWay: try ObjectivesUnderWay(in: replaced, on: today, connection))
        }
    }

    func work(on file: SentFile, _ visit: Visit, _ viewer: Viewer) async throws {}

    func take(_ file: inout SentFile, _ work: Void, _ form: FormData, in writer: FactWriter) throws -> Bool {
        let plan = try plan(file, on: writer.connection)
        guard plan.mark == form["sett"] else { throw WriteRefused([]) }
        for change in plan.good { try writer.replace(CatalogueEntry.self, id: change.code, with: change.stretches) }
        file.taken += plan.good.count
        return !plan.good.isEmpty
    }

    func page(_ opened: Opened, _ shown: ShownForm, _ visit: Visit) -> Html {
        let (frame, plan) = (visit.frame, opened.plan)
        var notices: [Html] = []
        if !plan.unknownReplaced.isEmpty {
            let codes = plan.unknownReplaced.joined(separator: ", ")
            notices.append("<p class=\"next-plain\">\(frame[CatalogueTexts.unknownReplaced(codes)])</p>")
        }
        if opened.underWay.doctors > 0 { notices.append("<p class=\"next-plain\">\(frame[CatalogueTexts.underWay(opened.underWay)])</p>") }
        let waiting = plan.waiting.map { row -> [Html] in
            [FileForms.row(row.line, frame), "\(row.code?.text ?? "")", "\(row.problem.map { frame[CatalogueTexts.sentence($0)] })"]
        }
        return TablePage(
            kind: self, file: opened.file, reading: reading(opened.file), shown: shown, query: visit.query, frame: frame,
            crumb: "\(crumb(frame)) › <a href=\"\(addresses.start())\">\(frame[title])</a>",
            onwards: " <a href=\"\(Addresses.catalogue())\">\(frame[CatalogueTexts.see])</a>", notices: notices,
            groups: [
                changes(.added, "nye", FileTexts.added, CatalogueTexts.addedMeaning, plan, frame),
                changes(.changed, "endres", { _ in FileTexts.changed }, CatalogueTexts.changedMeaning, plan, frame),
                changes(.unchanged, "uendret", { _ in FileTexts.same }, FileTexts.sameMeaning, plan, frame),
                .init(
                    count: waiting.count, name: FileTexts.waiting, meaning: FileTexts.waitingMeaning, id: "venter", isWarning: true,
                    said: plan.good.isEmpty ? FileTexts.waitingAlone : FileTexts.waitingMeaning,
                    heads: [FileTexts.row, ObjectiveTexts.code, FileTexts.why], rows: waiting),
            ], sections: ["venter", "endres", "nye"], button: plan.good.isEmpty ? nil : FileTexts.take(plan.good.count), mark: plan.mark
        ).html
    }

    private func changes(
        _ outcome: CataloguePlan.Outcome, _ id: String, _ name: (Int) -> Text, _ meaning: Text, _ plan: CataloguePlan, _ frame: Frame
    ) -> TablePage<CatalogueFile>.Group {
        let changes = plan.changes.filter { $0.outcome == outcome }
        // Of what is new there is nothing before; what stays is only counted.
        let hasBefore = outcome != .added
        let rows =
            outcome == .unchanged
            ? []
            : changes.map { change -> [Html] in
                let before = change.before.map { "<span>\(entry($0.value, $0.period, frame))</span><br>" as Html }
                let after = change.stretches.map { "<span>\(entry($0.1, $0.0, frame))</span><br>" as Html }
                let lines = change.rows.map { String($0.line) }.joined(separator: ", ")
                return ["\(change.code)", "\(lines)"] + (hasBefore ? ["<span>\(before)</span>"] : []) + ["<span>\(after)</span>"]
            }
        return .init(
            count: changes.count, name: name(changes.count), meaning: meaning, id: id,
            heads: [ObjectiveTexts.code, FileTexts.row] + (hasBefore ? [FileTexts.before] : []) + [FileTexts.after], rows: rows)
    }

    private func entry(_ entry: CatalogueEntry, _ period: Period, _ frame: Frame) -> String {
        let codes = entry.replaces.map(\.text).joined(separator: ", ")
        let replaced = codes.isEmpty ? "" : ". \(frame[CatalogueColumn.replaces.title]): \(codes)"
        let sample = entry.isSample ? " (\(frame[ObjectiveTexts.sample].lowercased()))" : ""
        return "\(frame[entry.title])\(sample), \(Format.period(period, frame.language))\(replaced)"
    }
}
