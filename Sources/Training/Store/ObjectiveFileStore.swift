import AlisDomain

/// A report or catalogue that somebody has sent in, as its cells were read (*innlest fil*). It belongs to the account that sent it.
package struct ObjectiveFile: Sendable {
    package enum Kind: String, Sendable {
        /// A report of statuses from Kompetanseportalen.
        case report
        /// A catalogue of objectives.
        case catalogue
    }

    package let id: RecordID
    package let account: String
    package let kind: Kind
    package let fileName: String
    /// The rows as text; written and read by whoever reads the file.
    package let cells: String
    /// What has been said about the columns and the rows.
    package var choices = ""
    /// The day the report speaks of.
    package var reportDay: CalendarDay
    /// The one doctor the report is about, when it names none.
    package var trainee: RecordID?
    package let uploadedAt: Instant
    package var change: ChangeNumber?
    /// How many rows have been taken in.
    package var taken = 0
}

/// Keeps the files until they have been taken in, or are too old.
package enum ObjectiveFileStore {
    package static let daysKept = 30

    package static func add(_ file: ObjectiveFile, on connection: Connection) throws {
        let limit = file.uploadedAt.adding(seconds: -Int64(daysKept) * 86_400)
        try connection.execute("DELETE FROM objectiveFile WHERE uploadedAt < \(limit)")
        try connection.execute(
            """
            INSERT INTO objectiveFile
                (id, account, kind, fileName, cells, choices, reportDay, trainee, uploadedAt, changeNumber, taken)
            VALUES (\(file.id), \(file.account), \(file.kind.rawValue), \(file.fileName), \(file.cells), \(file.choices), \(file.reportDay),
                \(file.trainee), \(file.uploadedAt), \(file.change), \(file.taken))
            """)
    }

    /// One of an account's own files; nil for everybody else's, and for one that has been laid away.
    package static func find(
        _ id: RecordID, _ kind: ObjectiveFile.Kind, of account: String, on connection: Connection
    ) throws -> ObjectiveFile? {
        try first(id, kind, of: account, on: connection).flatMap { $0.cells.isEmpty ? nil : $0 }
    }

    private static func first(
        _ id: RecordID, _ kind: ObjectiveFile.Kind, of account: String, on connection: Connection
    ) throws -> ObjectiveFile? {
        try connection.first(
            """
            SELECT id, account, kind, fileName, cells, choices, reportDay, trainee, uploadedAt, changeNumber, taken FROM objectiveFile
            WHERE id = \(id) AND kind = \(kind.rawValue) AND account = \(account)
            """
        ) { row in
            ObjectiveFile(
                id: try row.recordID(0), account: row.text(1), kind: try decode(ObjectiveFile.Kind(rawValue: row.text(2)), "objectiveFile"),
                fileName: row.text(3), cells: row.text(4), choices: row.text(5), reportDay: try row.day(6),
                trainee: try row.optionalRecordID(7), uploadedAt: try row.instant(8), change: row.optionalInt(9), taken: row.int(10))
        }
    }

    /// Keeps what may change: the report's day, what has been said, and what was taken in.
    package static func update(_ file: ObjectiveFile, on connection: Connection) throws {
        try connection.execute(
            """
            UPDATE objectiveFile SET choices = \(file.choices), reportDay = \(file.reportDay), changeNumber = \(file.change),
                taken = \(file.taken)
            WHERE id = \(file.id)
            """)
    }

    /// Lays one of an account's own files away: its contents are gone at once, and that it was there until it is too old. Gives the file,
    /// also when it was laid away before; nil for everybody else's.
    package static func drop(
        _ id: RecordID, _ kind: ObjectiveFile.Kind, of account: String, on connection: Connection
    ) throws -> ObjectiveFile? {
        try connection.execute(
            "UPDATE objectiveFile SET cells = '', choices = '' WHERE id = \(id) AND kind = \(kind.rawValue) AND account = \(account)")
        return try first(id, kind, of: account, on: connection)
    }
}
