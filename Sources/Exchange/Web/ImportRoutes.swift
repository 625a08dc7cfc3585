import AlisDomain
import Foundation

/// Reading in what municipalities send: upload, how the columns were understood, dry run, answers, acceptance, and the file back.
/// An import belongs to the account that sent it; for everybody else it is not there.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /innlesing | writers |
/// | GET | /innlesing/mal.xlsx | writers |
/// | POST | /innlesing | writers: a file |
/// | GET | /innlesing/:id | the sender: the dry run |
/// | POST | /innlesing/:id/kolonner | the sender: what the columns mean |
/// | POST | /innlesing/:id/svar | the sender: answers to questions |
/// | POST | /innlesing/:id/spor | the sender: asks for doctors registered elsewhere |
/// | POST | /innlesing/:id/godta | the sender: take the good rows in |
/// | POST | /innlesing/:id/forkast | the sender: leave it |
/// | GET | /innlesing/:id/resultat.xlsx, /innlesing/:id/resultat.csv | the sender: the file with result and explanation |
package struct ImportRoutes {
    let desk: ImportDesk

    package init(database: Database, register: RegisterCache, surroundings: Surroundings) {
        desk = ImportDesk(database: database, register: register, surroundings: surroundings)
    }

    package var routes: [Route] {
        [
            .restricted(.get, "/innlesing", to: .writers, start),
            .restricted(.get, "/innlesing/mal.xlsx", to: .writers, template),
            .restricted(.post, "/innlesing", to: .writers, upload).taking(.files),
            .restricted(.get, "/innlesing/:id", to: .writers, show),
            .restricted(.post, "/innlesing/:id/kolonner", to: .writers, setColumns).kept(
                as: Text("Lagrer hva kolonnene betyr", nn: "Lagrar kva kolonnane tyder")),
            .restricted(.post, "/innlesing/:id/svar", to: .writers, answer).taking(.longForm).kept(
                as: Text("Lagrer svarene dine om radene", nn: "Lagrar svara dine om radene")),
            .restricted(.post, "/innlesing/:id/spor", to: .writers, ask),
            .restricted(.post, "/innlesing/:id/godta", to: .writers, accept),
            .restricted(.post, "/innlesing/:id/forkast", to: .writers, drop),
            .restricted(.get, "/innlesing/:id/resultat.xlsx", to: .writers, result),
            .restricted(.get, "/innlesing/:id/resultat.csv", to: .writers, result),
        ]
    }

    private func start(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        try await startPage(visit, viewer, day: visit.today.iso, problems: [])
    }

    private func startPage(
        _ visit: Visit, _ viewer: Viewer, day: String, problems: [FieldProblem], status: Int = 200
    ) async throws -> Reply {
        let earlier = try await desk.database.read { try ImportFileStore.list(of: viewer.account, on: $0) }
        let isDropped = visit.query.contains("forkastet")
        return visit.page(
            visit.frame[ImportPageTexts.title], status: status,
            ImportStartPage.html(earlier, day: day, isDropped: isDropped, problems: problems, visit.frame))
    }

    private func template(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let bytes = try ImportTemplateFile.bytes(in: visit.language, title: ImportPageTexts.templateTitle, madeAt: visit.now)
        return .file(bytes, name: "alis-mal.xlsx", type: MediaType.xlsx)
    }

    private func upload(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        var problems: [FieldProblem] = []
        let day = visit.form["dag"].isEmpty ? visit.today : CalendarDay(typed: visit.form["dag"])
        if day == nil { problems.append(FieldProblem("dag", OverviewTexts.noSuchDay(visit.form["dag"]))) }
        let sent = visit.files.first { $0.field == "fil" && !($0.fileName.isEmpty && $0.bytes.isEmpty) }
        if sent == nil { problems.append(FieldProblem("fil", ImportPageTexts.noFile)) }
        var read: (workbook: Workbook, mapping: ImportMapping)?
        let name = ImportText.fileName(sent?.fileName ?? "")
        if let sent, let day {
            do {
                let (workbook, secret) = try await HeavyWork.run {
                    let workbook = try SpreadsheetReader.read(sent.bytes, fileName: name)
                    return (workbook, workbook.identityNumbers(first: 5))
                }
                let view = try await desk.register.current()
                let work = ImportWork(workbook: workbook, day: day, scope: nil, today: visit.today, view: view, isSynthetic: true)
                read = (workbook, work.mapping)
                // The file lies in the database until it is taken in or dropped, and no identity number is ever kept.
                if secret.count > 0 {
                    problems.append(FieldProblem("fil", ImportPageTexts.identityNumbers(secret.places, secret.count)))
                }
            } catch let refusal as SpreadsheetRefusal {
                problems.append(FieldProblem("fil", SpreadsheetTexts.sentence(refusal)))
            }
        }
        guard problems.isEmpty, let (workbook, mapping) = read, let sent, let day else {
            return try await startPage(visit, viewer, day: visit.form["dag"], problems: problems, status: 422)
        }
        var file = ImportFile(id: desk.surroundings.newID(), account: viewer.account, fileName: name, uploadedAt: visit.now, day: day)
        let earlier = try await desk.database.read { try ImportFileStore.list(of: viewer.account, on: $0) }
        file.answers = ImportAnswerLog(earlier: earlier, for: workbook, by: mapping)
        let new = file
        try await desk.database.write { try ImportFileStore.add(new, bytes: sent.bytes, on: $0) }
        return .seeOther("/innlesing/\(file.id.text)\(file.answers.isEmpty ? "" : "?forrige=1")")
    }

    /// A file's name without its ending, in letters that every system keeps: `Leger høst 2026.xlsx` is `Leger-host-2026`.
    static func plainStem(of name: String) -> String {
        var stem = Substring(name)
        if let dot = stem.lastIndex(of: "."), dot > stem.startIndex { stem = stem[..<dot] }
        var plain = ""
        for character in stem.precomposedStringWithCanonicalMapping {
            switch character {
            case "å": plain += "a"
            case "Å": plain += "A"
            case "ø", "ö": plain += "o"
            case "Ø", "Ö": plain += "O"
            case "æ", "ä": plain += "ae"
            case "Æ", "Ä": plain += "Ae"
            case _ where character.isASCII && (character.isLetter || character.isNumber || character == "_" || character == "."):
                plain.append(character)
            case _ where character.isLetter: plain += Folding.fold(String(character)).filter(\.isASCII)
            default: if plain.last != "-", !plain.isEmpty { plain += "-" }
            }
        }
        while plain.last == "-" || plain.last == "." { plain.removeLast() }
        // A file that comes back once more keeps its name.
        if plain.hasSuffix("-resultat") { plain.removeLast("-resultat".count) }
        return plain.isEmpty ? "fil" : plain
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let file = try await desk.find(visit, viewer)
        let opened = try await desk.open(file, visit, viewer)
        return visit.page(file.fileName, ImportDryRunPage.html(opened, query: visit.query, visit.frame))
    }

    private func setColumns(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        var file = try await desk.findWaiting(visit, viewer)
        let work = try await desk.work(file, viewer, today: visit.today)
        guard ImportColumnsForm.read(visit.form, into: &file, shown: work.mapping, directory: work.settings.municipalities) else {
            return .seeOther("/innlesing/\(file.id.text)?feildag=1")
        }
        let changed = file
        try await desk.database.write { try ImportFileStore.update(changed, on: $0) }
        return .seeOther("/innlesing/\(file.id.text)")
    }

    private func answer(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let id = try visit.recordID("id")
        let form = visit.form
        try await desk.database.write { connection in
            try connection.serialiseWriters()
            guard var file = try ImportFileStore.find(id, of: viewer.account, on: connection), file.state != .dropped else {
                throw PageRefusal.notFound
            }
            ImportQuestionForm.read(form, into: &file.answers)
            try ImportFileStore.update(file, on: connection)
        }
        return .seeOther("/innlesing/\(id.text)?svart=1#venter")
    }

    private func ask(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let file = try await desk.findWaiting(visit, viewer)
        if try visit.carriedOut != nil { return .seeOther("/innlesing/\(file.id.text)?spurt=1#venter") }
        let isTooMany = try await desk.ask(file, visit, viewer) == .tooMany
        return .seeOther("/innlesing/\(file.id.text)?\(isTooMany ? "formange" : "spurt")=1#venter")
    }

    private func accept(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let file = try await desk.findWaiting(visit, viewer)
        if try visit.carriedOut != nil { return .seeOther("/innlesing/\(file.id.text)?lagret=1") }
        switch try await desk.accept(file, visit, viewer) {
        case .done: return .seeOther("/innlesing/\(file.id.text)?lagret=1")
        case .nothing: return .seeOther("/innlesing/\(file.id.text)")
        case .stale: return .seeOther("/innlesing/\(file.id.text)?nytt=1")
        }
    }

    private func drop(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let id = try visit.recordID("id")
        try await desk.database.write { connection in
            guard var file = try ImportFileStore.find(id, of: viewer.account, on: connection) else { throw PageRefusal.notFound }
            if file.state == .waiting { file.state = .dropped }
            try ImportFileStore.update(file, on: connection)
        }
        return .seeOther("/innlesing?forkastet=1")
    }

    /// The file back, as the kind of file that was sent.
    private func result(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let file = try await desk.find(visit, viewer)
        let opened = try await desk.open(file, visit, viewer)
        guard opened.resultAddress == visit.path else { return .seeOther(opened.resultAddress) }
        guard let original = try await desk.database.read({ try ImportFileStore.bytes(of: file.id, on: $0) }) else {
            throw PageRefusal.notFound
        }
        let (language, now) = (visit.language, visit.now)
        let made = try await HeavyWork.run {
            try ImportResult.file(
                of: opened.work, original: original, rows: opened.plan.rows, taken: file.results, isDone: file.state == .accepted,
                texts: opened.texts, language: language, madeAt: now)
        }
        // A CSV file that cannot be added to comes back as a workbook.
        let isText = opened.isText && !made.bytes.starts(with: [0x50, 0x4B, 3, 4])
        return .file(
            made.bytes, name: "\(Self.plainStem(of: file.fileName))-resultat.\(isText ? "csv" : "xlsx")",
            type: isText ? "text/csv" : MediaType.xlsx)
    }
}
