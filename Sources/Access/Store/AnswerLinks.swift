import AlisDomain

/// One-time links with which somebody answers a request without an account (*engangslenke*). Only the secret's hash is stored. Each area that
/// asks keeps its links in a table of its own, with the same columns.
package struct AnswerLinks: Sendable {
    let table: String

    /// Makes a link; it works until it is used, or to the end of `lastDay` in Norway.
    package func make(for request: RecordID, by maker: String, through lastDay: CalendarDay, secret: String, on connection: Connection)
        throws
    {
        try connection.execute(
            """
            INSERT INTO \(name: table) (tokenHash, request, createdBy, expiresAt)
            VALUES (\(Secret.hash(secret)), \(request), \(maker), \(Instant(endOf: lastDay)))
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

    /// The last day a link that runs out then can be used: links run out as a day begins in Norway.
    package static func lastDay(_ runsOut: Instant) -> CalendarDay {
        runsOut.adding(seconds: -1).dayInNorway
    }

    /// When a link runs out; nil when there is none.
    package func runsOut(_ secret: String, on connection: Connection) throws -> Instant? {
        try connection.first("SELECT expiresAt FROM \(name: table) WHERE tokenHash = \(Secret.hash(secret))") { try $0.instant(0) }
    }

    /// Uses a link up; gives whether it could still be used.
    package func use(_ secret: String, at now: Instant, on connection: Connection) throws -> Bool {
        try connection.execute(
            "UPDATE \(name: table) SET usedAt = \(now) WHERE tokenHash = \(Secret.hash(secret)) AND usedAt IS NULL AND expiresAt > \(now)")
            == 1
    }

    /// Why a link cannot be answered (*lenken virker ikke*).
    package enum Dead: Sendable, Equatable {
        /// No such link was ever made: the address is wrong, or cut short.
        case unknown
        case used(Instant)
        /// A newer link was made for the same request.
        case replaced
        /// It ran out at this instant.
        case ranOut(Instant)
        /// The link is whole, but what it asked about is withdrawn or settled.
        case settled
    }

    /// What became of a link that leads to nothing that can be answered.
    package func death(_ secret: String, at now: Instant, on connection: Connection) throws -> Dead {
        let row = try connection.first("SELECT usedAt, expiresAt FROM \(name: table) WHERE tokenHash = \(Secret.hash(secret))") {
            (used: try $0.optionalInstant(0), expires: try $0.instant(1))
        }
        guard let row else { return .unknown }
        // A link that was replaced is marked as used when it would have run out, which may be after now.
        if let used = row.used { return used > now || used == row.expires ? .replaced : .used(used) }
        return row.expires <= now ? .ranOut(row.expires) : .settled
    }
}
