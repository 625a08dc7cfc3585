import AlisDomain

/// A file that somebody has sent in, and what she has said about it (*innlesing*). What it holds is kept as its kind reads it: as it was
/// sent, or as the text of its cells.
package struct SentFile: Sendable {
    package enum State: String, Sendable { case waiting, accepted, dropped }

    package let id: RecordID
    package let account: String
    /// The name of its `FileKind`.
    package let kind: String
    package let fileName: String
    package let uploadedAt: Instant
    /// The day the file speaks of.
    package var day: CalendarDay
    /// The rows as text; empty for a kind that keeps the file itself, and for one that has been laid away.
    package var cells = ""
    /// What has been said of its columns, and answered of its rows, in the kind's own words.
    package var choices = ""
    package var answers = ""
    package var state = State.waiting
    /// The last change that took rows in.
    package var change: ChangeNumber?
    /// What was said of the rows that have been taken in, in the kind's own words; and how many they are.
    package var results = ""
    package var taken = 0
    /// The one doctor the file is about, when it names none.
    package var trainee: RecordID?

    package init(id: RecordID, account: String, kind: String, fileName: String, uploadedAt: Instant, day: CalendarDay) {
        (self.id, self.account, self.kind, self.fileName) = (id, account, kind, fileName)
        (self.uploadedAt, self.day) = (uploadedAt, day)
    }
}

/// Keeps the files that have been sent in, of every kind. Each belongs to the account that sent it.
package enum SentFileStore {
    package static let daysKept = 30

    /// - Parameter bytes: the file itself, when its kind gives it back.
    package static func add(_ file: SentFile, bytes: [UInt8]? = nil, on connection: Connection) throws {
        let limit = file.uploadedAt.adding(seconds: -Int64(daysKept) * 86_400)
        try connection.execute("DELETE FROM sentFile WHERE uploadedAt < \(limit)")
        try connection.execute(
            """
            INSERT INTO sentFile (id, account, kind, fileName, bytes, cells, uploadedAt, asOfDay, choices, answers, state, changeNumber,
                results, taken, trainee)
            VALUES (\(file.id), \(file.account), \(file.kind), \(file.fileName), \(bytes.map { SQLValue.blob($0) } ?? .null), \(file.cells),
                \(file.uploadedAt), \(file.day), \(file.choices), \(file.answers), \(file.state.rawValue), \(file.change), \(file.results),
                \(file.taken), \(file.trainee))
            """)
    }

    /// One of an account's own files; nil for everybody else's.
    package static func find(_ id: RecordID, _ kind: String, of account: String, on connection: Connection) throws -> SentFile? {
        try connection.first(columns + " WHERE id = \(id) AND kind = \(kind) AND account = \(account)", read)
    }

    /// An account's files of one kind, newest first.
    package static func list(_ kind: String, of account: String, on connection: Connection) throws -> [SentFile] {
        try connection.rows(columns + " WHERE kind = \(kind) AND account = \(account) ORDER BY uploadedAt DESC, id LIMIT 50", read)
    }

    /// An account's files of every kind that nothing has been done with, newest first.
    package static func waiting(for account: String, on connection: Connection) throws -> [SentFile] {
        let waiting = SentFile.State.waiting.rawValue
        return try connection.rows(
            columns + " WHERE account = \(account) AND state = \(waiting) ORDER BY uploadedAt DESC, id LIMIT 200", read)
    }

    package static func bytes(of id: RecordID, on connection: Connection) throws -> [UInt8]? {
        try connection.first("SELECT bytes FROM sentFile WHERE id = \(id)") { $0.blob(0) }
    }

    /// Keeps what may change: what has been said, and what was taken in. The cells of a file that has been laid away are gone at once.
    package static func update(_ file: SentFile, on connection: Connection) throws {
        try connection.execute(
            """
            UPDATE sentFile SET asOfDay = \(file.day), choices = \(file.choices), answers = \(file.answers),
                state = \(file.state.rawValue), changeNumber = \(file.change), results = \(file.results), taken = \(file.taken)
            WHERE id = \(file.id)
            """)
        if file.state == .dropped { try connection.execute("UPDATE sentFile SET cells = '' WHERE id = \(file.id)") }
    }

    private static let columns: SQL = """
        SELECT id, account, kind, fileName, uploadedAt, asOfDay, cells, choices, answers, state, changeNumber, results, taken, trainee
        FROM sentFile
        """

    private static func read(_ row: borrowing Row) throws -> SentFile {
        var file = SentFile(
            id: try row.recordID(0), account: row.text(1), kind: row.text(2), fileName: row.text(3), uploadedAt: try row.instant(4),
            day: try row.day(5))
        (file.cells, file.choices, file.answers) = (row.text(6), row.text(7), row.text(8))
        file.state = try decode(SentFile.State(rawValue: row.text(9)), "sentFile.state")
        (file.change, file.results, file.taken) = (row.optionalInt(10), row.text(11), row.int(12))
        file.trainee = try row.optionalRecordID(13)
        return file
    }
}
