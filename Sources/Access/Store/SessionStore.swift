import AlisDomain

/// A signed-in session (*økt*).
package struct Session: Sendable {
    package let tokenHash: String
    package let viewer: Viewer
    /// The secret that this session's forms carry.
    package let formMark: String
    package let lastSeenAt: Instant
    /// When it ends if nothing more is heard of it.
    package let endsAt: Instant
}

/// Sessions in the database, so that any node can serve any request.
package enum SessionStore {
    /// A session ends after this long without a request, and after a working day in any case.
    package static let idleSeconds: Int64 = 4 * 3600
    package static let longestSeconds: Int64 = 12 * 3600
    /// How long a browser is known as one that had a session: over a long weekend, so that what was typed before it is not lost.
    package static let rememberedSeconds: Int64 = 4 * 86_400
    /// How long a session is used before that is written down.
    package static let touchSeconds: Int64 = 600

    /// Begins a session and gives its token: the cookie's value.
    /// - Parameter former: the browser's session until now, as its token's hash. One browser is one person, so it ends.
    package static func begin(
        account: String, insteadOf former: String? = nil, at now: Instant, surroundings: Surroundings, on connection: Connection
    ) throws -> String {
        if let former { try end(tokenHash: former, at: now, on: connection) }
        let token = surroundings.newSecret()
        try connection.execute(
            """
            INSERT INTO session (tokenHash, account, formMark, createdAt, lastSeenAt)
            VALUES (\(Secret.hash(token)), \(account), \(surroundings.newSecret()), \(now), \(now))
            """)
        return token
    }

    /// The session of a token, with the viewer's roles as they are now; nil when there is none or it has run out.
    package static func find(token: String, at now: Instant, on connection: Connection) throws -> Session? {
        let hash = Secret.hash(token)
        let oldest = now.adding(seconds: -longestSeconds)
        let idle = now.adding(seconds: -idleSeconds)
        let found = try connection.first(
            """
            SELECT session.account, session.formMark, session.lastSeenAt, account.name, session.createdAt
            FROM session JOIN account ON account.id = session.account
            WHERE tokenHash = \(hash) AND session.endedAt IS NULL AND session.createdAt > \(oldest) AND lastSeenAt > \(idle)
                AND account.endedAt IS NULL
            """
        ) { row in (row.text(0), row.text(1), try row.instant(2), row.text(3), try row.instant(4)) }
        guard let (account, formMark, lastSeenAt, name, createdAt) = found else { return nil }
        let viewer = Viewer(account: account, name: name, grants: try AccountStore.grants(of: account, on: connection))
        let endsAt = min(createdAt.adding(seconds: longestSeconds), lastSeenAt.adding(seconds: idleSeconds))
        return Session(tokenHash: hash, viewer: viewer, formMark: formMark, lastSeenAt: lastSeenAt, endsAt: endsAt)
    }

    /// Whose session it was that ran out by itself, not long ago; nil when the token is of none, or of one that somebody ended.
    package static func formerAccount(token: String, at now: Instant, on connection: Connection) throws -> String? {
        try connection.first(
            """
            SELECT session.account FROM session JOIN account ON account.id = session.account
            WHERE tokenHash = \(Secret.hash(token)) AND session.endedAt IS NULL AND account.endedAt IS NULL
                AND session.createdAt > \(now.adding(seconds: -rememberedSeconds))
            """
        ) { $0.text(0) }
    }

    /// Whose session's forms carried this mark, now or before; nil when no session's did.
    package static func account(ofMark mark: String, on connection: Connection) throws -> String? {
        try connection.first("SELECT account FROM session WHERE formMark = \(mark)") { $0.text(0) }
    }

    /// Writes down when a session was last used.
    package static func touch(tokenHash: String, at now: Instant, on connection: Connection) throws {
        try connection.execute("UPDATE session SET lastSeenAt = \(now) WHERE tokenHash = \(tokenHash) AND lastSeenAt < \(now)")
    }

    package static func end(tokenHash: String, at now: Instant, on connection: Connection) throws {
        try connection.execute("UPDATE session SET endedAt = \(now) WHERE tokenHash = \(tokenHash) AND endedAt IS NULL")
    }

    /// Ends all sessions of an account: access that is taken away is gone at once.
    package static func endAll(account: String, at now: Instant, on connection: Connection) throws {
        try connection.execute("UPDATE session SET endedAt = \(now) WHERE account = \(account) AND endedAt IS NULL")
    }
}
