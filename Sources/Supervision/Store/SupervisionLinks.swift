import AlisDomain

/// One-time links with which a supervisor answers a request without an account. Only the secret's hash is stored.
package enum SupervisionLinks {
    /// Makes a link's secret; it works until it is used or runs out.
    package static func make(
        for request: RecordID, by maker: String, expiresAt: Instant, secret: String, on connection: Connection
    ) throws {
        // A new link takes the place of those before it.
        try connection.execute("UPDATE supervisionLink SET usedAt = \(expiresAt) WHERE request = \(request) AND usedAt IS NULL")
        try connection.execute(
            """
            INSERT INTO supervisionLink (tokenHash, request, createdBy, expiresAt)
            VALUES (\(Secret.hash(secret)), \(request), \(maker), \(expiresAt))
            """)
    }

    /// The request a secret answers, while it can.
    package static func request(_ secret: String, at now: Instant, on connection: Connection) throws -> RecordID? {
        guard (40...120).contains(secret.utf8.count) else { return nil }
        return try connection.first(
            "SELECT request FROM supervisionLink WHERE tokenHash = \(Secret.hash(secret)) AND usedAt IS NULL AND expiresAt > \(now)"
        ) { try $0.recordID(0) }
    }

    /// Uses a link up; gives whether it could still be used.
    package static func use(_ secret: String, at now: Instant, on connection: Connection) throws -> Bool {
        try connection.execute(
            "UPDATE supervisionLink SET usedAt = \(now) WHERE tokenHash = \(Secret.hash(secret)) AND usedAt IS NULL AND expiresAt > \(now)")
            == 1
    }
}
