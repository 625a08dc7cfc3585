import AlisDomain

/// What the pages about access must know of offices, municipalities, trusts and trainees. The register stands above and answers.
package protocol OrganisationDirectory: Sendable {
    /// The offices and the trusts to choose between, by code.
    func offices() async throws -> [(code: String, name: String)]
    func trusts() async throws -> [(code: String, name: String)]
    /// The organisation a text names, as a role is held in it: an office's or trust's code, a municipality's name or number,
    /// a doctor's HPR number.
    func find(_ role: Role, _ text: String) async throws -> OrganisationFinding
    /// What grants are called on screen: one look at the register for all of them.
    func titles() async throws -> GrantTitle
    /// The form of Norwegian that a viewer's own organisation has decided on; nil when it has not.
    func language(of viewer: Viewer) async throws -> LanguageForm?
}

/// What a grant is called on screen, such as `Kommune · Fauske`.
package typealias GrantTitle = @Sendable (Grant) -> Text

/// What a text that names an organisation leads to.
package enum OrganisationFinding: Sendable, Equatable {
    case found(Organisation)
    /// None; what it may have meant.
    case unknown(suggestions: [String])
    /// Several it may be.
    case ambiguous([String])
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
