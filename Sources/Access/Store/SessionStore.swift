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
    /// How long a session is used before that is written down.
    package static let touchSeconds: Int64 = 600

    /// Begins a session and gives its token: the cookie's value.
    package static func begin(account: String, at now: Instant, surroundings: Surroundings, on connection: Connection) throws -> String {
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

    /// Whose session a token was, even if it has run out; nil when it never was one.
    package static func formerAccount(token: String, on connection: Connection) throws -> String? {
        try connection.first("SELECT account FROM session WHERE tokenHash = \(Secret.hash(token))") { $0.text(0) }
    }

    package static func touch(_ session: Session, at now: Instant, on connection: Connection) throws {
        try connection.execute("UPDATE session SET lastSeenAt = \(now) WHERE tokenHash = \(session.tokenHash)")
    }

    package static func end(tokenHash: String, at now: Instant, on connection: Connection) throws {
        try connection.execute("UPDATE session SET endedAt = \(now) WHERE tokenHash = \(tokenHash) AND endedAt IS NULL")
    }

    /// Ends all sessions of an account: access that is taken away is gone at once.
    package static func endAll(account: String, at now: Instant, on connection: Connection) throws {
        try connection.execute("UPDATE session SET endedAt = \(now) WHERE account = \(account) AND endedAt IS NULL")
    }
}

/// How often sign-in may be tried from one place.
package enum SignInLimit {
    package static let attempts = 30
    package static let minutes = 10

    /// Counts one attempt; says whether it is allowed.
    package static func allow(origin: String, at now: Instant, on connection: Connection) throws -> Bool {
        let since = now.adding(seconds: Int64(-minutes * 60))
        try connection.execute("DELETE FROM signInAttempt WHERE attemptedAt < \(since)")
        let count = try connection.count(
            "SELECT COUNT(*) FROM signInAttempt WHERE origin = \(origin) AND attemptedAt >= \(since)")
        guard count < attempts else { return false }
        try connection.execute("INSERT INTO signInAttempt (origin, attemptedAt) VALUES (\(origin), \(now))")
        return true
    }
}

/// A form sent when the session had run out: kept for an hour so that nothing typed is lost.
package struct HeldForm: Sendable {
    package let account: String?
    package let path: String
    package let contentType: String
    package let body: [UInt8]

    package init(account: String?, path: String, contentType: String, body: [UInt8]) {
        self.account = account
        self.path = path
        self.contentType = contentType
        self.body = body
    }

    /// Keeps the form and gives the token to fetch it by.
    package func hold(at now: Instant, surroundings: Surroundings, on connection: Connection) throws -> String {
        let token = surroundings.newSecret()
        try connection.execute("DELETE FROM heldForm WHERE expiresAt < \(now)")
        try connection.execute(
            """
            INSERT INTO heldForm (tokenHash, account, path, contentType, body, expiresAt)
            VALUES (\(Secret.hash(token)), \(account), \(path), \(contentType), \(SQLValue.blob(body)), \(now.adding(seconds: 3600)))
            """)
        return token
    }

    /// The held form, when it has not run out and belongs to this account, or to nobody known.
    package static func find(token: String, account: String, at now: Instant, on connection: Connection) throws -> HeldForm? {
        try connection.first(
            """
            SELECT account, path, contentType, body FROM heldForm
            WHERE tokenHash = \(Secret.hash(token)) AND expiresAt >= \(now) AND (account IS NULL OR account = \(account))
            """
        ) { row in HeldForm(account: row.optionalText(0), path: row.text(1), contentType: row.text(2), body: row.blob(3)) }
    }

    package static func drop(token: String, on connection: Connection) throws {
        try connection.execute("DELETE FROM heldForm WHERE tokenHash = \(Secret.hash(token))")
    }
}
