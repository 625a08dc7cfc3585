import AlisDomain

/// Secret addresses with which a doctor's calendar program follows her plan (*kalenderabonnement*). Only the secret's hash is stored. They
/// are no facts of the register: what a link has led to is nobody's history.
package enum CalendarLinks {
    /// The table, made in migration 14.
    package static let script = """
        CREATE TABLE calendarLink (
            tokenHash {text} PRIMARY KEY,
            trainee {text} NOT NULL,
            account {text} NOT NULL,
            language {text} NOT NULL,
            createdAt {text} NOT NULL,
            endedAt {text}
        ){strict};
        CREATE INDEX calendarLink_trainee ON calendarLink(trainee);

        """

    /// What a link leads to.
    package struct Target: Sendable, Equatable {
        package let trainee: RecordID
        package let language: LanguageForm
    }

    /// Makes a link in place of those the account has made for her plan before.
    package static func make(
        for trainee: RecordID, account: String, language: LanguageForm, secret: String, at now: Instant, on connection: Connection
    ) throws {
        try stop(trainee, account: account, at: now, on: connection)
        try connection.execute(
            """
            INSERT INTO calendarLink (tokenHash, trainee, account, language, createdAt)
            VALUES (\(Secret.hash(secret)), \(trainee), \(account), \(language.rawValue), \(now))
            """)
    }

    /// Ends the links an account has made for a plan; gives whether there were any.
    @discardableResult
    package static func stop(_ trainee: RecordID, account: String, at now: Instant, on connection: Connection) throws -> Bool {
        try connection.execute(
            "UPDATE calendarLink SET endedAt = \(now) WHERE trainee = \(trainee) AND account = \(account) AND endedAt IS NULL") > 0
    }

    /// When the link that works was made; nil when there is none.
    package static func madeAt(_ trainee: RecordID, account: String, on connection: Connection) throws -> Instant? {
        try connection.first(
            "SELECT createdAt FROM calendarLink WHERE trainee = \(trainee) AND account = \(account) AND endedAt IS NULL"
        ) { try $0.instant(0) }
    }

    /// What a secret leads to, while the link works and the account that made it still is the doctor's own.
    package static func find(_ secret: String, on connection: Connection) throws -> Target? {
        guard (40...120).contains(secret.utf8.count) else { return nil }
        let found = try connection.first(
            """
            SELECT calendarLink.trainee, calendarLink.account, calendarLink.language
            FROM calendarLink JOIN account ON account.id = calendarLink.account
            WHERE calendarLink.tokenHash = \(Secret.hash(secret)) AND calendarLink.endedAt IS NULL AND account.endedAt IS NULL
            """
        ) { (trainee: try $0.recordID(0), account: $0.text(1), language: $0.text(2)) }
        guard let found,
            try AccountStore.grants(of: found.account, on: connection)
                .contains(Grant(role: .alis, organisation: .trainee(found.trainee)))
        else { return nil }
        return Target(trainee: found.trainee, language: LanguageForm(rawValue: found.language) ?? .bokmal)
    }
}
