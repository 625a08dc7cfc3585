import AlisDomain

/// One-time links with which somebody answers a request without an account (*engangslenke*). Only the secret's hash is stored. Each area that
/// asks keeps its links in a table of its own, with the same columns.
package struct AnswerLinks: Sendable {
    private let table: String

    /// - Parameter table: a table with the columns tokenHash, request, createdBy, expiresAt and usedAt.
    package init(table: String) { self.table = table }

    /// Makes a link; it works until it is used or runs out.
    package func make(for request: RecordID, by maker: String, expiresAt: Instant, secret: String, on connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO \(name: table) (tokenHash, request, createdBy, expiresAt)
            VALUES (\(Secret.hash(secret)), \(request), \(maker), \(expiresAt))
            """)
    }

    /// Ends the links of a request that still work, so that a new one can take their place.
    package func end(_ request: RecordID, at instant: Instant, on connection: Connection) throws {
        try connection.execute("UPDATE \(name: table) SET usedAt = \(instant) WHERE request = \(request) AND usedAt IS NULL")
    }

    /// The request a secret answers, while it can.
    package func request(_ secret: String, at now: Instant, on connection: Connection) throws -> RecordID? {
        guard (40...120).contains(secret.utf8.count) else { return nil }
        return try connection.first(
            "SELECT request FROM \(name: table) WHERE tokenHash = \(Secret.hash(secret)) AND usedAt IS NULL AND expiresAt > \(now)"
        ) { try $0.recordID(0) }
    }

    /// Whether a secret was a link's that has been used, or that a newer one took the place of.
    package func isUsed(_ secret: String, on connection: Connection) throws -> Bool {
        guard (40...120).contains(secret.utf8.count) else { return false }
        return try connection.count(
            "SELECT COUNT(*) FROM \(name: table) WHERE tokenHash = \(Secret.hash(secret)) AND usedAt IS NOT NULL") > 0
    }

    /// Uses a link up; gives whether it could still be used.
    package func use(_ secret: String, at now: Instant, on connection: Connection) throws -> Bool {
        try connection.execute(
            "UPDATE \(name: table) SET usedAt = \(now) WHERE tokenHash = \(Secret.hash(secret)) AND usedAt IS NULL AND expiresAt > \(now)")
            == 1
    }
}
