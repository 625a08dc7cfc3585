/// What a person may be in the system (*rolle*; design.md §5).
package enum Role: String, CaseIterable, Sendable {
    case adviser, coordinator, municipality, alis, supervisor, trust, directorate, editor, administrator
}

/// One person's role in one organisation (*tilgang*).
package struct Grant: Hashable, Sendable {
    package let role: Role
    package let organisation: Organisation

    package init(role: Role, organisation: Organisation) {
        self.role = role
        self.organisation = organisation
    }
}

/// What a role is held in: an office, a municipality, a trust, one's own training record, or the nation.
package enum Organisation: Hashable, Sendable {
    case nation
    case office(OfficeCode)
    case municipality(MunicipalityID)
    case trust(TrustCode)
    case trainee(RecordID)

    /// `kind:key`, as the store keeps it.
    package var code: String {
        switch self {
        case .nation: "nation"
        case .office(let code): "office:\(code)"
        case .municipality(let id): "municipality:\(id)"
        case .trust(let code): "trust:\(code)"
        case .trainee(let id): "trainee:\(id)"
        }
    }

    package init?(code: String) {
        let parts = code.split(separator: ":", maxSplits: 1)
        switch (parts.first, parts.count) {
        case ("nation", 1): self = .nation
        case ("office", 2): if let office = OfficeCode(parts[1]) { self = .office(office) } else { return nil }
        case ("municipality", 2): if let id = MunicipalityID(parts[1]) { self = .municipality(id) } else { return nil }
        case ("trust", 2): if let trust = TrustCode(parts[1]) { self = .trust(trust) } else { return nil }
        case ("trainee", 2): if let id = RecordID(parts[1]) { self = .trainee(id) } else { return nil }
        default: return nil
        }
    }

    /// Whether `role` can be held in this kind of organisation.
    package func fits(_ role: Role) -> Bool {
        switch (role, self) {
        case (.adviser, .office), (.coordinator, .office), (.municipality, .municipality), (.trust, .trust), (.alis, .trainee): true
        case (.supervisor, .municipality), (.directorate, .nation), (.editor, .nation), (.administrator, .nation): true
        default: false
        }
    }
}

/// The person who asks (*bruker*): who, in which roles, and what she wants to be called.
package struct Viewer: Sendable, Equatable {
    package let account: String
    package let name: String
    package let grants: [Grant]

    package init(account: String, name: String, grants: [Grant]) {
        self.account = account
        self.name = name
        self.grants = grants
    }

    package var roles: Set<Role> { Set(grants.map(\.role)) }
    package func has(_ role: Role) -> Bool { grants.contains { $0.role == role } }
}
