import AlisDomain

/// A person who may sign in (*konto*).
package struct Account: Sendable, Equatable {
    package let id: String
    package let name: String
    package let email: EmailAddress?
    package let isDemo: Bool
    package let endedAt: Instant?

    package init(id: String, name: String, email: EmailAddress?, isDemo: Bool = false, endedAt: Instant? = nil) {
        self.id = id
        self.name = name
        self.email = email
        self.isDemo = isDemo
        self.endedAt = endedAt
    }

    /// What a form that changes her name or address was based on: the same as long as neither is changed.
    package var mark: String { String(Secret.hash("\(name)\n\(email?.text ?? "")").prefix(16)) }
}

/// A grant as it lies in the store, with who gave and who ended it.
package struct GrantRecord: Sendable {
    package let id: String
    package let grant: Grant
    package let grantedAt: Instant
    package let grantedBy: String
    package let endedAt: Instant?
    package let endedBy: String?
}

/// Accounts and their grants.
package enum AccountStore {
    package static func add(_ account: Account, at now: Instant, on connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO account (id, name, email, isDemo, createdAt)
            VALUES (\(account.id), \(account.name), \(account.email?.text), \(account.isDemo), \(now))
            """)
    }

    package static func find(id: String, on connection: Connection) throws -> Account? {
        try connection.first(columns + " WHERE id = \(id)", read)
    }

    package static func find(email: EmailAddress, on connection: Connection) throws -> Account? {
        try connection.first(columns + " WHERE email = \(email.text) AND endedAt IS NULL", read)
    }

    /// All accounts, those ended last, by name.
    package static func all(on connection: Connection) throws -> [Account] {
        try connection.rows(columns + " ORDER BY CASE WHEN endedAt IS NULL THEN 0 ELSE 1 END, name, id", read)
    }

    package static func rename(_ id: String, name: String, email: EmailAddress?, on connection: Connection) throws {
        try connection.execute("UPDATE account SET name = \(name), email = \(email?.text) WHERE id = \(id)")
    }

    /// Ends an account: its grants and sessions end with it.
    package static func end(_ id: String, by ender: String, at now: Instant, on connection: Connection) throws {
        try connection.execute("UPDATE account SET endedAt = \(now) WHERE id = \(id) AND endedAt IS NULL")
        try connection.execute("UPDATE accountGrant SET endedAt = \(now), endedBy = \(ender) WHERE account = \(id) AND endedAt IS NULL")
        try SessionStore.endAll(account: id, at: now, on: connection)
    }

    package static func grant(
        _ grant: Grant, to account: String, id: String, by granter: String, at now: Instant, on connection: Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO accountGrant (id, account, role, organisation, grantedAt, grantedBy)
            VALUES (\(id), \(account), \(grant.role.rawValue), \(grant.organisation.code), \(now), \(granter))
            """)
    }

    /// Ends one grant; gives whether there was one to end.
    package static func endGrant(id: String, by ender: String, at now: Instant, on connection: Connection) throws -> Bool {
        try connection.execute("UPDATE accountGrant SET endedAt = \(now), endedBy = \(ender) WHERE id = \(id) AND endedAt IS NULL") == 1
    }

    /// The grants an account has now.
    package static func grants(of account: String, on connection: Connection) throws -> [Grant] {
        try connection.rows(
            "SELECT role, organisation FROM accountGrant WHERE account = \(account) AND endedAt IS NULL ORDER BY grantedAt, id"
        ) { row in try readGrant(row, at: 0) }
    }

    /// The synthetic people who may sign in without anything, each with her first role, by name.
    package static func demoAccounts(on connection: Connection) throws -> [(account: Account, grant: Grant)] {
        var seen: Set<String> = []
        return try connection.rows(
            """
            SELECT account.id, name, email, isDemo, account.endedAt, role, organisation
            FROM account JOIN accountGrant ON accountGrant.account = account.id
            WHERE isDemo = 1 AND account.endedAt IS NULL AND accountGrant.endedAt IS NULL
            ORDER BY name, account.id, grantedAt, accountGrant.id
            """
        ) { (account: try read($0), grant: try readGrant($0, at: 5)) }
        .filter { seen.insert($0.account.id).inserted }
    }

    /// Whether anybody has this grant now.
    package static func isHeld(_ grant: Grant, on connection: Connection) throws -> Bool {
        try connection.count(
            """
            SELECT COUNT(*) FROM accountGrant
            WHERE role = \(grant.role.rawValue) AND organisation = \(grant.organisation.code) AND endedAt IS NULL
            """) > 0
    }

    /// All grants an account has had, newest first.
    package static func grantRecords(of account: String, on connection: Connection) throws -> [GrantRecord] {
        try connection.rows(grantColumns + " WHERE account = \(account) ORDER BY grantedAt DESC, id", readRecord)
    }

    /// All grants that each account has had, newest first.
    package static func grantRecords(on connection: Connection) throws -> [String: [GrantRecord]] {
        let records = try connection.rows(grantColumns + " ORDER BY grantedAt DESC, id") {
            (account: $0.text(7), record: try readRecord($0))
        }
        return Dictionary(grouping: records, by: \.account).mapValues { $0.map(\.record) }
    }

    private static let grantColumns: SQL =
        "SELECT id, role, organisation, grantedAt, grantedBy, endedAt, endedBy, account FROM accountGrant"

    private static func readRecord(_ row: borrowing Row) throws -> GrantRecord {
        GrantRecord(
            id: row.text(0), grant: try readGrant(row, at: 1), grantedAt: try row.instant(3), grantedBy: row.text(4),
            endedAt: try row.optionalText(5).map { try instant($0) }, endedBy: row.optionalText(6))
    }

    /// Makes a one-time link's token for an account; it works once, until it expires. The account's earlier links that were not used
    /// work no longer: who lost one, or sent it to the wrong place, is helped by making another.
    ///
    /// - Parameter token: the token, when it has been worked out; one that has been made is given as it is.
    package static func makeLink(
        for account: String, by maker: String, expiresAt: Instant, surroundings: Surroundings, token: String? = nil,
        on connection: Connection
    ) throws -> String {
        let token = token ?? surroundings.newSecret()
        let made = try connection.count("SELECT COUNT(*) FROM signInLink WHERE tokenHash = \(Secret.hash(token))")
        if made > 0 { return token }
        try connection.serialiseWriters()
        // Marked as used when it would have run out, which tells that it was replaced.
        try connection.execute("UPDATE signInLink SET usedAt = expiresAt WHERE account = \(account) AND usedAt IS NULL")
        try connection.execute(
            """
            INSERT INTO signInLink (tokenHash, account, createdBy, expiresAt)
            VALUES (\(Secret.hash(token)), \(account), \(maker), \(expiresAt))
            """)
        return token
    }

    /// What a sign-in link leads to.
    package enum LinkStanding: Sendable {
        /// Whose it is, and the account of whoever made it.
        case good(Account, maker: String)
        /// It worked once, or until it ran out, or until the person's access ended.
        case spent
        /// A newer one was made.
        case replaced
        /// No such link was ever made.
        case unknown
    }

    package static func standing(link token: String, at now: Instant, on connection: Connection) throws -> LinkStanding {
        let row = try connection.first(
            "SELECT account, usedAt, expiresAt, createdBy FROM signInLink WHERE tokenHash = \(Secret.hash(token))"
        ) { (account: $0.text(0), usedAt: try $0.optionalInstant(1), expiresAt: try $0.instant(2), maker: $0.text(3)) }
        guard let row else { return .unknown }
        guard row.usedAt == nil else { return row.usedAt == row.expiresAt ? .replaced : .spent }
        guard row.expiresAt > now, let account = try find(id: row.account, on: connection), account.endedAt == nil else { return .spent }
        return .good(account, maker: row.maker)
    }

    /// How long a page that has used its link may be sent again: for whoever presses twice.
    static let pressedTwiceSeconds: Int64 = 10

    /// Uses a link up; gives whose account it signs in to, nil when it signs nobody in any more.
    /// - Parameter page: the one-time mark of the page it is used from. The same page sent again soon after is the same act, and signs in too.
    package static func use(link token: String, from page: String, at now: Instant, on connection: Connection) throws -> Account? {
        let (hash, from) = (Secret.hash(token), page.isEmpty ? nil : Secret.hash(page))
        let isFirst =
            try connection.execute(
                """
                UPDATE signInLink SET usedAt = \(now), usedFrom = \(from)
                WHERE tokenHash = \(hash) AND usedAt IS NULL AND expiresAt > \(now)
                """) == 1
        let row = try connection.first("SELECT account, usedFrom, usedAt FROM signInLink WHERE tokenHash = \(hash)") {
            (account: $0.text(0), usedFrom: $0.optionalText(1), usedAt: try $0.optionalInstant(2))
        }
        guard let row, let usedAt = row.usedAt else { return nil }
        let isSame = from != nil && row.usedFrom == from && now < usedAt.adding(seconds: pressedTwiceSeconds)
        guard isFirst || isSame, let account = try find(id: row.account, on: connection), account.endedAt == nil else { return nil }
        return account
    }

    private static let columns: SQL = "SELECT id, name, email, isDemo, endedAt FROM account"

    private static func read(_ row: borrowing Row) throws -> Account {
        Account(
            id: row.text(0), name: row.text(1), email: row.optionalText(2).flatMap { EmailAddress($0) }, isDemo: row.bool(3),
            endedAt: try row.optionalText(4).map { try instant($0) })
    }

    private static func readGrant(_ row: borrowing Row, at start: Int) throws -> Grant {
        guard let role = Role(rawValue: row.text(start)), let organisation = Organisation(code: row.text(start + 1)) else {
            throw StoreFailure.damaged("accountGrant")
        }
        return Grant(role: role, organisation: organisation)
    }

    private static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(iso: text) else { throw StoreFailure.damaged("instant") }
        return instant
    }
}
