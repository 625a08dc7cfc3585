import AlisDomain

/// A kind of file that can be read in (*filslag*): who may send it, what is kept of it, what it would do, and what is done. Where it is
/// sent, put right, taken in and laid away is the same for all (`FileRoutes`); a kind with one table has most of the rest in `TableKind`.
protocol FileKind: Sendable {
    /// All that taking a file in needs, besides what the transaction sees.
    associatedtype Work: Sendable
    /// A file with everything its page shows.
    associatedtype Opened: Sendable

    var desk: FileDesk { get }
    /// Its name in the store, never changed.
    var name: String { get }
    var addresses: FileAddresses { get }
    var senders: Set<Role> { get }
    var title: Text { get }
    /// What the day is called that a file speaks of.
    var dayName: Text { get }
    var act: ChangeAct { get }
    var limits: SpreadsheetLimits { get }
    /// The file itself is kept and can be had back. It can still be looked at when it is laid away, and stays when rows are taken in.
    var isGivenBack: Bool { get }
    /// A sheet to fill in.
    var template: FileTemplate? { get }

    /// Where a file begins: what to send, and the form.
    func start(_ shown: ShownForm, _ visit: Visit, _ viewer: Viewer) async throws -> Html
    /// Why a file cannot speak of a day.
    func problem(with day: CalendarDay, on today: CalendarDay) -> Text?
    /// Puts into `file` what is kept of one that was read, apart from the threads that answer requests. Gives why nothing may be kept.
    func keep(_ workbook: Workbook, in file: inout SentFile) throws -> Text?
    /// Puts into it what the register and the form say, and gives what its page's address is to tell.
    func receive(_ workbook: Workbook, in file: inout SentFile, hasDay: Bool, _ visit: Visit, _ viewer: Viewer) async throws -> String
    /// The dry run, against what is known now.
    func open(_ file: SentFile, _ visit: Visit, _ viewer: Viewer) async throws -> Opened
    func page(_ opened: Opened, _ shown: ShownForm, _ visit: Visit) -> Html
    /// Takes what is said of the columns into `file`; gives what is wrong in it.
    func setColumns(_ form: FormData, of file: inout SentFile, _ visit: Visit, _ viewer: Viewer) async throws -> [FieldProblem]
    func work(on file: SentFile, _ visit: Visit, _ viewer: Viewer) async throws -> Work
    /// Makes the plan again and takes its good rows in. False when there are none; throws `WriteRefused` when it is not what was shown.
    func take(_ file: inout SentFile, _ work: Work, _ form: FormData, in writer: FactWriter) throws -> Bool
    func reason(of file: SentFile) -> String
    /// What the page's address tells when so many rows have been taken in.
    func told(taken: Int) -> String
}

extension FileKind {
    var limits: SpreadsheetLimits { SpreadsheetLimits() }
    var isGivenBack: Bool { false }
    var template: FileTemplate? { nil }
    func problem(with day: CalendarDay, on today: CalendarDay) -> Text? { nil }
    func receive(_ workbook: Workbook, in file: inout SentFile, hasDay: Bool, _ visit: Visit, _ viewer: Viewer) async throws -> String {
        ""
    }
    func reason(of file: SentFile) -> String { file.fileName }
    func told(taken: Int) -> String { "tatt=\(taken)" }
}

/// Opens files for those who sent them.
struct FileDesk: Sendable {
    let database: Database
    let register: RegisterCache
    let surroundings: Surroundings

    /// An account's own file; another's is not found, nor one that has been laid away.
    func find(_ kind: some FileKind, _ visit: Visit, _ viewer: Viewer, orLaidAway: Bool = false) async throws -> SentFile {
        let (id, name) = (try visit.recordID("id"), kind.name)
        guard let file = try await database.read({ try SentFileStore.find(id, name, of: viewer.account, on: $0) }),
            orLaidAway || file.state != .dropped
        else { throw PageRefusal.notFound }
        return file
    }
}

/// A sheet to fill in, with one more that explains its columns.
struct FileTemplate: Sendable {
    struct Column: Sendable {
        let heading: Text
        let isNeeded: Bool
        var entry = ExportColumn.Entry.general
        var choices: [Text] = []
        let explanation: Text
        var example = Text(same: "")
    }

    let fileName: String
    let sheet: Text
    let explanations: Text
    let title: Text
    let columns: [Column]

    func bytes(in language: LanguageForm, madeAt: Instant) throws -> [UInt8] {
        var writer = try SpreadsheetWriter(madeAt: madeAt)
        let headings = columns.map { column in
            ExportColumn(
                column.heading[language], entry: column.entry, choices: column.choices.map { $0[language] },
                explanation: column.explanation[language])
        }
        writer.begin(ExportTable(name: sheet[language], columns: headings))
        let lines = columns.map { column -> (term: String, meaning: String) in
            let (explanation, example) = (column.explanation[language], column.example[language])
            return (
                column.heading[language] + (column.isNeeded ? " *" : ""), example.isEmpty ? explanation : "\(explanation) (\(example))"
            )
        }
        writer.addExplanation(name: explanations[language], title: title[language], lines: lines)
        return try writer.finish()
    }
}
