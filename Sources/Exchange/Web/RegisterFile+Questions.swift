import AlisDomain
import Foundation

/// What lists of doctors have of their own: answers to what was not understood, asking for doctors registered elsewhere, and the file back.
extension RegisterFile {
    var ownRoutes: [Route] {
        [
            .restricted(.post, addresses.answers, to: senders, answer).taking(.longForm).kept(as: ImportPageTexts.savesAnswers),
            .restricted(.post, addresses.questions, to: senders, ask),
            .restricted(.get, addresses.result(isText: false), to: senders, result),
            .restricted(.get, addresses.result(isText: true), to: senders, result),
        ]
    }

    private func answer(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (id, form) = (try visit.recordID("id"), visit.form)
        try await desk.database.write { connection in
            try connection.serialiseWriters()
            guard var file = try SentFileStore.find(id, name, of: viewer.account, on: connection), file.state != .dropped else {
                throw PageRefusal.notFound
            }
            var answers = ImportAnswerLog(text: file.answers)
            ImportQuestionForm.read(form, into: &answers)
            file.answers = answers.text
            try SentFileStore.update(file, on: connection)
        }
        return .seeOther("\(addresses.file(id))?svart=1#venter")
    }

    /// Asks those who answer for the doctors that rows wait for, and have not been asked about.
    private func ask(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let file = try await desk.find(self, visit, viewer)
        let path = addresses.file(file.id)
        if try visit.carriedOut != nil { return .seeOther("\(path)?spurt=1#venter") }
        let opened = try await open(file, visit, viewer)
        let questions = opened.plan.rows.filter { $0.problems.contains { $0.kind == .needsLeave(nil) } }.compactMap(\.leave).map { leave in
            TransferDesk.Question(
                request: TransferRequest(
                    trainee: nil, municipality: leave.municipality, described: leave.described,
                    message: visit.frame[TransferTexts.fromFile(file.fileName)], askedBy: viewer.name, account: viewer.account),
                doctors: leave.doctors)
        }
        let records = RecordDesk(database: desk.database, register: desk.register, surroundings: desk.surroundings)
        let isTooMany = try await TransferDesk(desk: records).ask(questions, visit, viewer) == .tooMany
        return .seeOther("\(path)?\(isTooMany ? "formange" : "spurt")=1#venter")
    }

    /// The file back, as the kind of file that was sent.
    private func result(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let file = try await desk.find(self, visit, viewer, orLaidAway: true)
        let opened = try await open(file, visit, viewer)
        guard opened.resultAddress == visit.path else { return .seeOther(opened.resultAddress) }
        guard let original = try await desk.database.read({ try SentFileStore.bytes(of: file.id, on: $0) }) else {
            throw PageRefusal.notFound
        }
        let (language, now) = (visit.language, visit.now)
        let made = try await HeavyWork.run {
            try ImportResult.file(
                of: opened.work, original: original, rows: opened.plan.rows, taken: opened.results, isDone: file.state == .accepted,
                texts: opened.texts, language: language, madeAt: now)
        }
        // A CSV file that cannot be added to comes back as a workbook.
        let isText = opened.isText && !made.bytes.starts(with: [0x50, 0x4B, 3, 4])
        return .file(
            made.bytes, name: "\(Self.plainStem(of: file.fileName))-resultat.\(isText ? "csv" : "xlsx")",
            type: isText ? "text/csv" : MediaType.xlsx)
    }

    /// A file's name without its ending, in letters that every system keeps: `Leger høst 2026.xlsx` is `Leger-host-2026`.
    static func plainStem(of name: String) -> String {
        var stem = name
        if let dot = stem.lastIndex(of: "."), dot > stem.startIndex { stem = String(stem[..<dot]) }
        let latin = stem.applyingTransform(StringTransform("Any-Latin; Latin-ASCII"), reverse: false) ?? stem
        let words = latin.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".")) }
        var plain = words.joined(separator: "-")
        while plain.last == "." { plain.removeLast() }
        // A file that comes back once more keeps its name.
        if plain.hasSuffix("-resultat") { plain.removeLast("-resultat".count) }
        return plain.isEmpty ? "fil" : plain
    }
}
