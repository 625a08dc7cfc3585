import AlisDomain

/// What was said in a session (*notat*): for the supervisor and the doctor alone (design.md §2.6, docs/decisions/0010).
package struct SupervisionNote: Sendable, Equatable {
    package let id: String
    package let byName: String
    package let writtenAt: Instant
    package let body: String
}

/// The only way to the notes. Whoever asks must be one of the two accounts the note belongs to; for everybody else, the administrator
/// too, there are none.
package enum SupervisionNotes {
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
        var found: [String: [SupervisionNote]] = [:]
        try connection.forEach(
            """
            SELECT session, id, byName, writtenAt, body, trainee, supervisorAccount FROM supervisionNote
            WHERE session IN (\(list: sessions)) ORDER BY writtenAt, id
            """
        ) { row in
            guard let trainee = RecordID(row.text(5)), isParty(viewer, trainee: trainee, supervisorAccount: row.text(6)) else { return }
            let note = SupervisionNote(id: row.text(1), byName: row.text(2), writtenAt: try row.instant(3), body: row.text(4))
            found[row.text(0), default: []].append(note)
        }
        return found
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
