import AlisDomain

/// A file that somebody has sent in, and what she has said about it (*innlesing*). Its content is read apart, being large.
package struct ImportFile: Sendable {
    package enum State: String, Sendable { case waiting, accepted, dropped }

    package let id: RecordID
    package let account: String
    package let fileName: String
    package let uploadedAt: Instant
    /// The day the file speaks of.
    package var day: CalendarDay
    package var choices: ImportMappingChoices
    package var answers: ImportAnswerLog
    package var state: State
    /// The last change that took rows in.
    package var change: ChangeNumber?
    /// The rows that have been taken in.
    package var results: ImportResultLog

    package init(id: RecordID, account: String, fileName: String, uploadedAt: Instant, day: CalendarDay) {
        self.id = id
        self.account = account
        self.fileName = fileName
        self.uploadedAt = uploadedAt
        self.day = day
        choices = ImportMappingChoices()
        answers = ImportAnswerLog()
        state = .waiting
        results = ImportResultLog()
    }
}

/// Keeps the files that have been sent in. Each belongs to the account that sent it.
package enum ImportFileStore {
    package static let daysKept = 30

    package static func add(_ file: ImportFile, bytes: [UInt8], on connection: Connection) throws {
        let limit = file.uploadedAt.adding(seconds: -Int64(daysKept) * 86_400)
        try connection.execute("DELETE FROM importFile WHERE uploadedAt < \(limit)")
        try connection.execute(
            """
            INSERT INTO importFile (id, account, fileName, bytes, uploadedAt, asOfDay, choices, answers, state, changeNumber, results)
            VALUES (\(file.id), \(file.account), \(file.fileName), \(SQLValue.blob(bytes)), \(file.uploadedAt), \(file.day),
                \(file.choices.text), \(file.answers.text), \(file.state.rawValue), \(file.change), \(file.results.text))
            """)
    }

    /// One of an account's own files; nil for everybody else's.
    package static func find(_ id: RecordID, of account: String, on connection: Connection) throws -> ImportFile? {
        try connection.first(columns + " WHERE id = \(id) AND account = \(account)", read)
    }

    /// An account's files, newest first.
    package static func list(of account: String, on connection: Connection) throws -> [ImportFile] {
        try connection.rows(columns + " WHERE account = \(account) ORDER BY uploadedAt DESC, id LIMIT 50", read)
    }

    package static func bytes(of id: RecordID, on connection: Connection) throws -> [UInt8]? {
        try connection.first("SELECT bytes FROM importFile WHERE id = \(id)") { $0.blob(0) }
    }

    /// Keeps what may change: day, choices, answers, state and results.
    package static func update(_ file: ImportFile, on connection: Connection) throws {
        try connection.execute(
            """
            UPDATE importFile SET asOfDay = \(file.day), choices = \(file.choices.text), answers = \(file.answers.text),
                state = \(file.state.rawValue), changeNumber = \(file.change), results = \(file.results.text)
            WHERE id = \(file.id)
            """)
    }

    private static let columns: SQL =
        "SELECT id, account, fileName, uploadedAt, asOfDay, choices, answers, state, changeNumber, results FROM importFile"

    private static func read(_ row: borrowing Row) throws -> ImportFile {
        var file = ImportFile(
            id: try row.recordID(0), account: row.text(1), fileName: row.text(2), uploadedAt: try row.instant(3), day: try row.day(4))
        guard let state = ImportFile.State(rawValue: row.text(7)) else { throw StoreFailure.damaged("importFile.state") }
        file.choices = ImportMappingChoices(text: row.text(5))
        file.answers = ImportAnswerLog(text: row.text(6))
        file.state = state
        file.change = row.optionalInt(8)
        file.results = ImportResultLog(text: row.text(9))
        return file
    }
}
