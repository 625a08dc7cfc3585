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

    /// Who may read and write the notes of a session, and under which name a note is kept.
    private static func isParty(_ viewer: Viewer, trainee: RecordID, supervisorAccount: String) -> Bool {
        // Whoever hands out access could give herself any role: she is shut out whatever else she is.
        if viewer.has(.administrator) { return false }
        if viewer.grants.contains(Grant(role: .alis, organisation: .trainee(trainee))) { return true }
        return viewer.has(.supervisor) && !supervisorAccount.isEmpty && viewer.account == supervisorAccount
    }

    /// The notes of the sessions that this viewer may read, by session, oldest first. Bound to the account that was the supervisor's when
    /// the note was written: giving the supervisor another account opens no old notes.
    package static func read(
        sessions: [String], for viewer: Viewer, on connection: Connection
    ) throws -> [String: [SupervisionNote]] {
        var rows: [Stored] = []
        try connection.forEach(
            """
            SELECT session, id, byName, writtenAt, body, trainee, supervisorAccount, author, replaces, reason FROM supervisionNote
            WHERE session IN (\(list: sessions)) ORDER BY writtenAt, id
            """
        ) { row in
            guard let trainee = RecordID(row.text(5)), isParty(viewer, trainee: trainee, supervisorAccount: row.text(6)) else { return }
            rows.append(
                Stored(
                    session: row.text(0), id: row.text(1), byName: row.text(2), writtenAt: try row.instant(3), body: row.text(4),
                    isOwn: row.text(7) == viewer.account, replaces: row.optionalText(8), reason: row.optionalText(9) ?? ""))
        }
        let replaced = Set(rows.compactMap(\.replaces))
        let byID = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [String: [SupervisionNote]] = [:]
        for row in rows where !replaced.contains(row.id) {
            found[row.session, default: []].append(row.note(earlier: row.earlier(in: byID)))
        }
        return found
    }

    /// A note as it lies in the table.
    private struct Stored {
        let session: String
        let id: String
        let byName: String
        let writtenAt: Instant
        let body: String
        let isOwn: Bool
        let replaces: String?
        let reason: String

        func note(earlier: [SupervisionNote.Earlier]) -> SupervisionNote {
            SupervisionNote(id: id, byName: byName, writtenAt: writtenAt, body: body, isOwn: isOwn, earlier: earlier)
        }

        /// The wordings it stands in the place of, oldest first. What has been deleted for good ends the line.
        func earlier(in notes: [String: Stored]) -> [SupervisionNote.Earlier] {
            var found: [SupervisionNote.Earlier] = []
            var current = self
            while let before = current.replaces.flatMap({ notes[$0] }), found.count < 100 {
                found.insert(.init(writtenAt: before.writtenAt, body: before.body, reason: current.reason), at: 0)
                current = before
            }
            return found
        }
    }

    /// Corrects a note of the viewer's own: what it said is kept, and read by the same two. Gives whether it was there to correct; a note
    /// that has been corrected already is not.
    package static func correct(
        _ note: RecordID, of session: RecordID, to body: String, reason: String, id: RecordID, by viewer: Viewer, at now: Instant,
        on connection: Connection
    ) throws -> Bool {
        let found = try connection.first(
            """
            SELECT trainee, supervisorAccount FROM supervisionNote
            WHERE id = \(note) AND session = \(session) AND author = \(viewer.account)
                AND NOT EXISTS (SELECT 1 FROM supervisionNote AS later WHERE later.replaces = \(note))
            """
        ) { (trainee: try $0.recordID(0), supervisorAccount: $0.text(1)) }
        guard let found, isParty(viewer, trainee: found.trainee, supervisorAccount: found.supervisorAccount) else { return false }
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
        guard isParty(viewer, trainee: trainee, supervisorAccount: supervisorAccount) else { return false }
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
