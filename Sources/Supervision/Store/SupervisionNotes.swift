import AlisDomain

/// What was said in a session (*notat*): for the supervisor and the doctor alone (design.md §2.6, docs/decisions/0010).
package struct SupervisionNote: Sendable, Equatable {
    package let id: String
    package let byName: String
    package let writtenAt: Instant
    package let body: String
    /// Whether the reader wrote it: only she corrects it.
    package let isOwn: Bool
    /// What it said before it was corrected, oldest first, each with why it was.
    package let earlier: [Earlier]

    /// A wording that has been corrected.
    package struct Earlier: Sendable, Equatable {
        package let writtenAt: Instant
        package let body: String
        /// Why it was corrected.
        package let reason: String
    }
}

/// The only way to the notes. Whoever asks must be one of the two accounts the note belongs to; for everybody else, the administrator
/// too, there are none.
package enum SupervisionNotes {
    /// What migration 14 adds: a correction is a note of its own that stands in another's place.
    package static let correctionScript = """
        ALTER TABLE supervisionNote ADD COLUMN replaces {text};
        ALTER TABLE supervisionNote ADD COLUMN reason {text};

        """

    /// The notes of the sessions that this viewer may read, by session, oldest first. Bound to the accounts that were the doctor's and the
    /// supervisor's when the note was first written: giving somebody the role of either opens no old notes.
    package static func read(
        sessions: [String], for viewer: Viewer, on connection: Connection
    ) throws -> [String: [SupervisionNote]] {
        let parties = try SessionParties(of: viewer, on: connection)
        var rows: [Stored] = []
        try connection.forEach(
            """
            SELECT session, id, byName, writtenAt, body, trainee, supervisorAccount, author, replaces, reason FROM supervisionNote
            WHERE session IN (\(list: sessions)) ORDER BY writtenAt, id
            """
        ) { row in
            rows.append(
                Stored(
                    session: row.text(0), id: row.text(1), byName: row.text(2), writtenAt: try row.instant(3), body: row.text(4),
                    trainee: try row.recordID(5), supervisorAccount: row.text(6), isOwn: row.text(7) == viewer.account,
                    replaces: row.optionalText(8), reason: row.optionalText(9) ?? ""))
        }
        let replaced = Set(rows.compactMap(\.replaces))
        let byID = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [String: [SupervisionNote]] = [:]
        for row in rows where !replaced.contains(row.id) {
            let wordings = row.line(in: byID)
            guard let first = wordings.first, try isParty(parties, first.trainee, first.supervisorAccount, at: first.writtenAt, connection)
            else { continue }
            found[row.session, default: []].append(row.note(wordings))
        }
        return found
    }

    /// Whether the viewer is one of the two a note of that time belongs to.
    private static func isParty(
        _ parties: SessionParties, _ trainee: RecordID, _ supervisorAccount: String, at time: Instant, _ connection: Connection
    ) throws -> Bool {
        if parties.wasSupervisor(account: supervisorAccount) { return true }
        return try parties.wasDoctor(trainee, at: time, on: connection)
    }

    /// A note as it lies in the table.
    private struct Stored {
        let session: String
        let id: String
        let byName: String
        let writtenAt: Instant
        let body: String
        let trainee: RecordID
        let supervisorAccount: String
        let isOwn: Bool
        let replaces: String?
        let reason: String

        /// The wordings it stands in the place of, oldest first, and itself. What has been deleted for good ends the line.
        func line(in notes: [String: Stored]) -> [Stored] {
            var line = [self]
            while let before = line[0].replaces.flatMap({ notes[$0] }), line.count < 100 { line.insert(before, at: 0) }
            return line
        }

        func note(_ line: [Stored]) -> SupervisionNote {
            let earlier = zip(line, line.dropFirst()).map { before, after in
                SupervisionNote.Earlier(writtenAt: before.writtenAt, body: before.body, reason: after.reason)
            }
            return SupervisionNote(id: id, byName: byName, writtenAt: writtenAt, body: body, isOwn: isOwn, earlier: earlier)
        }
    }

    /// What a note was written as.
    package struct Written: Sendable, Equatable {
        package let session: RecordID
        package let body: String
        package let replaces: RecordID?
    }

    /// A note of the viewer's own by its identity; nil when there is none.
    package static func find(_ note: RecordID, by viewer: Viewer, on connection: Connection) throws -> Written? {
        try connection.first(
            "SELECT session, body, replaces FROM supervisionNote WHERE id = \(note) AND author = \(viewer.account)"
        ) { Written(session: try $0.recordID(0), body: $0.text(1), replaces: try $0.optionalRecordID(2)) }
    }

    /// Corrects a note of the viewer's own: what it said is kept, and read by the same two. Gives whether it was there to correct; a note
    /// that has been corrected already is not.
    package static func correct(
        _ note: RecordID, of session: RecordID, to body: String, reason: String, id: RecordID, by viewer: Viewer, at now: Instant,
        on connection: Connection
    ) throws -> Bool {
        let found = try connection.first(
            """
            SELECT trainee, supervisorAccount, writtenAt FROM supervisionNote
            WHERE id = \(note) AND session = \(session) AND author = \(viewer.account)
                AND NOT EXISTS (SELECT 1 FROM supervisionNote AS later WHERE later.replaces = \(note))
            """
        ) { (trainee: try $0.recordID(0), supervisorAccount: $0.text(1), writtenAt: try $0.instant(2)) }
        let parties = try SessionParties(of: viewer, on: connection)
        guard let found, try isParty(parties, found.trainee, found.supervisorAccount, at: found.writtenAt, connection) else { return false }
        try connection.execute(
            """
            INSERT INTO supervisionNote (id, session, trainee, supervisorAccount, author, byName, writtenAt, body, replaces, reason)
            VALUES (\(id), \(session), \(found.trainee), \(found.supervisorAccount), \(viewer.account), \(viewer.name), \(now), \(body),
                \(note), \(reason))
            """)
        return true
    }

    /// Adds a note; gives whether the viewer was one of the two.
    package static func add(
        _ body: String, id: RecordID, session: RecordID, trainee: RecordID, supervisorAccount: String, by viewer: Viewer, at now: Instant,
        on connection: Connection
    ) throws -> Bool {
        let parties = try SessionParties(of: viewer, on: connection)
        guard try isParty(parties, trainee, supervisorAccount, at: now, connection) else { return false }
        try connection.execute(
            """
            INSERT INTO supervisionNote (id, session, trainee, supervisorAccount, author, byName, writtenAt, body)
            VALUES (\(id), \(session), \(trainee), \(supervisorAccount), \(viewer.account), \(viewer.name), \(now), \(body))
            """)
        return true
    }

    /// Deletes the viewer's own notes of a session for good: they are no part of the register's record.
    package static func deleteOwn(session: RecordID, by viewer: Viewer, on connection: Connection) throws {
        try connection.execute("DELETE FROM supervisionNote WHERE session = \(session) AND author = \(viewer.account)")
    }
}
