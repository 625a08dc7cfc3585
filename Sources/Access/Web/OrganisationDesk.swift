import AlisDomain

/// What the pages about access must know of offices, municipalities, trusts and trainees; given by `App`, since Access knows no
/// other area.
package struct OrganisationDesk: Sendable {
    /// What a text that names an organisation leads to.
    package enum Finding: Sendable, Equatable {
        case found(Organisation)
        /// None; what it may have meant.
        case unknown(suggestions: [String])
        /// Several it may be.
        case ambiguous([String])
    }

    /// The offices and the trusts to choose between, by code.
    package var offices: @Sendable () async throws -> [(code: String, name: String)]
    package var trusts: @Sendable () async throws -> [(code: String, name: String)]
    /// The organisation a text names, as a role is held in it: an office's or trust's code, a municipality's name or number,
    /// a doctor's HPR number.
    package var find: @Sendable (Role, String) async throws -> Finding
    /// What a grant is called on screen.
    package var title: @Sendable (Grant) async -> Text

    package init(
        offices: @escaping @Sendable () async throws -> [(code: String, name: String)],
        trusts: @escaping @Sendable () async throws -> [(code: String, name: String)],
        find: @escaping @Sendable (Role, String) async throws -> Finding, title: @escaping @Sendable (Grant) async -> Text
    ) {
        self.offices = offices
        self.trusts = trusts
        self.find = find
        self.title = title
    }
}

extension Role {
    /// How the role stands in addresses.
    var addressCode: String {
        switch self {
        case .adviser: "radgiver"
        case .coordinator: "koordinator"
        case .municipality: "kommune"
        case .alis: "alis"
        case .supervisor: "veileder"
        case .trust: "helseforetak"
        case .directorate: "direktorat"
        case .editor: "redaktor"
        case .administrator: "administrator"
        }
    }

    init?(addressCode: String) {
        guard let role = Role.allCases.first(where: { $0.addressCode == addressCode }) else { return nil }
        self = role
    }

    /// What one is asked for when the role is given.
    var place: Place {
        switch self {
        case .adviser, .coordinator: .office
        case .municipality, .supervisor: .municipality
        case .trust: .trust
        case .alis: .trainee
        case .directorate, .editor, .administrator: .nation
        }
    }

    enum Place: Sendable { case office, municipality, trust, trainee, nation }
}
