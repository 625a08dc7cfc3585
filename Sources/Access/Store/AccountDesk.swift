import AlisDomain

/// Gives, changes and takes away people's access, by the rules. Each act is one transaction's work.
package enum AccountDesk {
    /// Adds a person with a first role.
    package static func add(
        _ account: Account, grant: Grant, grantID: String, by actor: String, at now: Instant, on connection: Connection
    ) throws {
        guard grant.organisation.fits(grant.role) else { throw AccountRefusal.unfit }
        try refuseTaken(account.email, except: account.id, on: connection)
        try refuseSecondDoctor(grant, on: connection)
        try uniquely { try AccountStore.add(account, at: now, on: connection) }
        try AccountStore.grant(grant, to: account.id, id: grantID, by: actor, at: now, on: connection)
    }

    package static func change(_ id: String, name: String, email: EmailAddress?, on connection: Connection) throws {
        _ = try active(id, on: connection)
        try refuseTaken(email, except: id, on: connection)
        try uniquely { try AccountStore.rename(id, name: name, email: email, on: connection) }
    }

    package static func grant(
        _ grant: Grant, to id: String, grantID: String, by actor: String, at now: Instant, on connection: Connection
    ) throws {
        _ = try active(id, on: connection)
        guard id != actor else { throw AccountRefusal.ownRole }
        guard grant.organisation.fits(grant.role) else { throw AccountRefusal.unfit }
        guard try !AccountStore.grants(of: id, on: connection).contains(grant) else { throw AccountRefusal.alreadyGranted }
        try refuseSecondDoctor(grant, on: connection)
        try AccountStore.grant(grant, to: id, id: grantID, by: actor, at: now, on: connection)
    }

    /// Ends one role, and with it every session: what the person may see is decided anew when she signs in.
    package static func endGrant(
        _ grantID: String, of id: String, by actor: String, at now: Instant, on connection: Connection
    ) throws {
        let current = try AccountStore.grantRecords(of: id, on: connection).filter { $0.endedAt == nil }
        guard let record = current.first(where: { $0.id == grantID }) else { throw AccountRefusal.noSuchGrant }
        if id == actor, record.grant.role == .administrator, current.count(where: { $0.grant.role == .administrator }) == 1 {
            throw AccountRefusal.ownAdministration
        }
        guard try AccountStore.endGrant(id: grantID, by: actor, at: now, on: connection) else { throw AccountRefusal.noSuchGrant }
        try SessionStore.endAll(account: id, at: now, on: connection)
    }

    /// Ends a person's access altogether.
    package static func end(_ id: String, by actor: String, at now: Instant, on connection: Connection) throws {
        _ = try active(id, on: connection)
        guard id != actor else { throw AccountRefusal.ownAdministration }
        try AccountStore.end(id, by: actor, at: now, on: connection)
    }

    /// A one-time sign-in link's token, good for some days.
    package static func makeLink(
        for id: String, by actor: String, days: Int, at now: Instant, surroundings: Surroundings, token: String? = nil,
        on connection: Connection
    ) throws -> String {
        _ = try active(id, on: connection)
        return try AccountStore.makeLink(
            for: id, by: actor, expiresAt: now.adding(seconds: Int64(days) * 86_400), surroundings: surroundings, token: token,
            on: connection)
    }

    /// How long a link is good for unless something else is asked for.
    package static let linkDays = 7

    private static func active(_ id: String, on connection: Connection) throws -> Account {
        guard let account = try AccountStore.find(id: id, on: connection), account.endedAt == nil else {
            throw AccountRefusal.noSuchAccount
        }
        return account
    }

    /// Capital letters do not make another address.
    private static func refuseTaken(_ email: EmailAddress?, except id: String, on connection: Connection) throws {
        guard let email else { return }
        let others = try connection.count(
            """
            SELECT COUNT(*) FROM account
            WHERE LOWER(email) = \(email.text.lowercased()) AND endedAt IS NULL AND id <> \(id)
            """)
        if others > 0 { throw AccountRefusal.emailTaken }
    }

    /// A doctor has one account: whoever hands out roles cannot let another account read along with her, without her losing hers.
    private static func refuseSecondDoctor(_ grant: Grant, on connection: Connection) throws {
        guard grant.role == .alis else { return }
        try connection.serialiseWriters()
        if try AccountStore.isHeld(grant, on: connection) { throw AccountRefusal.doctorHasAccount }
    }

    /// Two at once with the same address: the schema stops the second.
    private static func uniquely(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let failure as StoreFailure where failure.isConstraint("account.email") {
            throw AccountRefusal.emailTaken
        }
    }
}
