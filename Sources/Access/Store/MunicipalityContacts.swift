import AlisDomain

/// A person to write to about a municipality's data (*kontakt*).
package struct MunicipalityContact: Hashable, Sendable {
    package let name: String
    package let email: EmailAddress
}

extension AccountStore {
    /// The people with access for a municipality who have an e-mail address, by municipality and in order of name.
    package static func contacts(on connection: Connection) throws -> [MunicipalityID: [MunicipalityContact]] {
        var found: [MunicipalityID: [MunicipalityContact]] = [:]
        try connection.forEach(
            """
            SELECT DISTINCT accountGrant.organisation, account.name, account.email
            FROM accountGrant JOIN account ON account.id = accountGrant.account
            WHERE accountGrant.role = \(Role.municipality.rawValue) AND accountGrant.endedAt IS NULL AND account.endedAt IS NULL
                AND account.email IS NOT NULL
            ORDER BY account.name, account.email
            """
        ) { row in
            guard case .municipality(let id) = Organisation(code: row.text(0)), let email = EmailAddress(row.text(2)) else { return }
            found[id, default: []].append(MunicipalityContact(name: row.text(1), email: email))
        }
        return found
    }
}
