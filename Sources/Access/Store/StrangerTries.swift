import AlisDomain

/// What an account has been told may be about somebody it does not see (*treff utenfor egen tilgang*): a row of a list it tried to read in, a
/// form that was not saved for it.
/// Counted for as long as the lists themselves are kept, and bounded, so that nobody tries numbers with lists that are never taken in;
/// an administrator sees the count on the account's page. What was tried is kept as a hash.
package enum StrangerTries {
    /// Enough for a large municipality's list with everybody who has moved; too few to try numbers with.
    package static let most = 200
    package static let daysKept = 30

    static let script = """
        CREATE TABLE strangerTry (
            account {text} NOT NULL,
            descriptionHash {text} NOT NULL,
            triedAt {text} NOT NULL,
            PRIMARY KEY (account, descriptionHash)
        ){strict};

        """

    /// How many an account has been told of in the days that count.
    package static func count(of account: String, at now: Instant, on connection: Connection) throws -> Int {
        try connection.count("SELECT COUNT(*) FROM strangerTry WHERE account = \(account) AND triedAt > \(limit(now))")
    }

    /// Whether an account is told no more, whatever it asks about.
    package static func isStopped(_ account: String, at now: Instant, on connection: Connection) throws -> Bool {
        try count(of: account, at: now, on: connection) >= most
    }

    /// Those of some descriptions that the account has not been told of in the days that count.
    package static func unknown(
        _ descriptions: Set<String>, to account: String, at now: Instant, on connection: Connection
    ) throws -> Set<String> {
        if descriptions.isEmpty { return [] }
        let known = Set(
            try connection.rows("SELECT descriptionHash FROM strangerTry WHERE account = \(account) AND triedAt > \(limit(now))") {
                $0.text(0)
            })
        return descriptions.filter { !known.contains(Secret.hash($0)) }
    }

    /// Counts descriptions as told. No more are written than it takes to be stopped.
    package static func add(_ descriptions: Set<String>, to account: String, at now: Instant, on connection: Connection) throws {
        try connection.execute("DELETE FROM strangerTry WHERE triedAt <= \(limit(now))")
        for hash in try unknown(descriptions, to: account, at: now, on: connection).map(Secret.hash).sorted().prefix(most) {
            try connection.execute(
                "INSERT INTO strangerTry (account, descriptionHash, triedAt) VALUES (\(account), \(hash), \(now))")
        }
    }

    private static func limit(_ now: Instant) -> Instant { now.adding(seconds: -Int64(daysKept) * 86_400) }
}
