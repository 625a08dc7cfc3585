import AlisDomain

/// One-time links with which a clinical supervisor answers without an account. Only the secret's hash is stored.
package enum ObjectiveLinks {
    /// How long a link works: our own choice, as for requests to supervisors.
    package static let daysOpen = 21

    package static func make(
        for request: RecordID, by maker: String, expiresAt: Instant, secret: String, on connection: Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO objectiveLink (tokenHash, request, createdBy, expiresAt)
            VALUES (\(Secret.hash(secret)), \(request), \(maker), \(expiresAt))
            """)
    }

    /// The request a secret answers, while it can.
    package static func request(_ secret: String, at now: Instant, on connection: Connection) throws -> RecordID? {
        guard (40...120).contains(secret.utf8.count) else { return nil }
        return try connection.first(
            "SELECT request FROM objectiveLink WHERE tokenHash = \(Secret.hash(secret)) AND usedAt IS NULL AND expiresAt > \(now)"
        ) { try $0.recordID(0) }
    }

    /// Uses a link up; gives whether it could still be used.
    package static func use(_ secret: String, at now: Instant, on connection: Connection) throws -> Bool {
        try connection.execute(
            "UPDATE objectiveLink SET usedAt = \(now) WHERE tokenHash = \(Secret.hash(secret)) AND usedAt IS NULL AND expiresAt > \(now)")
            == 1
    }
}
