import AlisDomain

/// A form that was sent when its sender's session had run out, or from a page of an earlier session: kept for an hour, for her alone and in
/// her browser alone, so that nothing typed is lost. Nobody else can see it or send it.
package struct HeldForm: Sendable {
    /// Who sent it.
    package let account: String
    package let path: String
    package let contentType: String
    package let body: [UInt8]
    package let heldAt: Instant

    /// How long a form is kept.
    package static let seconds: Int64 = 3600
    /// How many forms, and how many bytes of them, are kept for one account: the oldest make room.
    static let mostForms = 10
    static let mostBytes = 1_000_000

    /// What it takes to fetch a kept form: the token in its address, and the secret that its browser alone has.
    package struct Key: Sendable {
        package let token: String
        package let secret: String
    }

    /// Keeps the form and gives what it is fetched by.
    package func hold(surroundings: Surroundings, on connection: Connection) throws -> Key {
        let key = Key(token: surroundings.newSecret(), secret: surroundings.newSecret())
        try connection.execute("DELETE FROM heldForm WHERE expiresAt < \(heldAt)")
        try makeRoom(on: connection)
        try connection.execute(
            """
            INSERT INTO heldForm (tokenHash, secretHash, account, path, contentType, body, heldAt, expiresAt)
            VALUES (\(Secret.hash(key.token)), \(Secret.hash(key.secret)), \(account), \(path), \(contentType), \(SQLValue.blob(body)),
                \(heldAt), \(heldAt.adding(seconds: Self.seconds)))
            """)
        return key
    }

    private func makeRoom(on connection: Connection) throws {
        let newestFirst = try connection.rows(
            "SELECT tokenHash, LENGTH(body) FROM heldForm WHERE account = \(account) ORDER BY heldAt DESC, tokenHash"
        ) { (hash: $0.text(0), bytes: $0.int(1)) }
        var (forms, bytes) = (1, body.count)
        for held in newestFirst {
            forms += 1
            bytes += held.bytes
            if forms > Self.mostForms || bytes > Self.mostBytes {
                try connection.execute("DELETE FROM heldForm WHERE tokenHash = \(held.hash)")
            }
        }
    }

    /// The kept form, when it has not run out and both who asks and her browser are those it was sent by.
    package static func find(_ key: Key, account: String, at now: Instant, on connection: Connection) throws -> HeldForm? {
        try connection.first(
            """
            SELECT account, path, contentType, body, heldAt FROM heldForm
            WHERE tokenHash = \(Secret.hash(key.token)) AND secretHash = \(Secret.hash(key.secret)) AND account = \(account)
                AND expiresAt >= \(now)
            """
        ) { row in
            HeldForm(account: row.text(0), path: row.text(1), contentType: row.text(2), body: row.blob(3), heldAt: try row.instant(4))
        }
    }

    package static func drop(_ key: Key, on connection: Connection) throws {
        try connection.execute("DELETE FROM heldForm WHERE tokenHash = \(Secret.hash(key.token))")
    }
}
