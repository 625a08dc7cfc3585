import AlisDomain

/// Knows the organisations by the register: finds the one that a text names, for those who give people access on the pages and at the
/// command line, and says what a role in one is called.
package struct OrganisationFinder: OrganisationDirectory {
    let register: RegisterCache
    let database: Database
    let surroundings: Surroundings

    package init(register: RegisterCache, database: Database, surroundings: Surroundings) {
        self.register = register
        self.database = database
        self.surroundings = surroundings
    }

    private var today: CalendarDay { surroundings.now().dayInNorway }

    package func offices() async throws -> [(code: String, name: String)] {
        try await register.current().reference.offices(on: today).map { ($0.code.code, $0.name) }
    }

    package func trusts() async throws -> [(code: String, name: String)] {
        try await register.current().reference.trusts(on: today).map { ($0.code.code, $0.name) }
    }

    package func find(_ role: Role, _ text: String) async throws -> OrganisationFinding {
        if let whole = Organisation(code: text), whole.fits(role), try await isKnown(whole) { return .found(whole) }
        switch role {
        case .adviser, .coordinator: return pick(text, among: try await offices()) { OfficeCode($0).map { .office($0) } }
        case .trust: return pick(text, among: try await trusts()) { TrustCode($0).map { .trust($0) } }
        case .municipality, .supervisor: return try await municipality(text)
        case .alis: return try await trainee(text)
        case .directorate, .editor, .administrator: return .found(.nation)
        }
    }

    private func isKnown(_ organisation: Organisation) async throws -> Bool {
        switch organisation {
        case .nation: true
        case .office(let code): try await offices().contains { $0.code == code.code }
        case .trust(let code): try await trusts().contains { $0.code == code.code }
        case .municipality(let id): try await register.current().directory.facts(of: id, on: today) != nil
        case .trainee(let id): try await register.current().index.ordinal(of: id) != nil
        }
    }

    private func pick(
        _ text: String, among all: [(code: String, name: String)], _ make: (String) -> Organisation?
    ) -> OrganisationFinding {
        let asked = Folding.fold(text)
        let found = all.filter { Folding.fold($0.code) == asked || Folding.fold($0.name) == asked }
        if let only = found.first, found.count == 1, let organisation = make(only.code) { return .found(organisation) }
        let near = asked.isEmpty ? [] : all.filter { Folding.fold($0.name).contains(asked) }
        if let only = near.first, near.count == 1, let organisation = make(only.code) { return .found(organisation) }
        return .unknown(suggestions: (near.isEmpty ? all : near).prefix(8).map { "\($0.code) (\($0.name))" })
    }

    private func municipality(_ text: String) async throws -> OrganisationFinding {
        let directory = try await register.current().directory
        func names(_ ids: [MunicipalityID]) -> [String] { ids.compactMap { directory.nearestFacts(of: $0, on: today)?.name } }
        switch directory.find(text, on: today) {
        case .one(let id), .successor(let id, of: _): return .found(.municipality(id))
        case .ambiguous(let ids): return .ambiguous(names(ids))
        case .unknown(let suggestions): return .unknown(suggestions: names(suggestions))
        }
    }

    /// By HPR number. A record merged into another gives the one kept.
    private func trainee(_ text: String) async throws -> OrganisationFinding {
        guard let hpr = HPRNumber(text) else { return .unknown(suggestions: []) }
        let found = try await database.read { connection in
            try connection.rows(
                """
                SELECT DISTINCT trainee.id FROM trainee
                WHERE trainee.hpr = \(hpr.digits) AND trainee.supersededIn IS NULL
                    AND NOT EXISTS (SELECT 1 FROM traineeMerge WHERE duplicate = trainee.id AND supersededIn IS NULL)
                """
            ) { try $0.recordID(0) }
        }
        guard let only = found.first else { return .unknown(suggestions: []) }
        return found.count == 1 ? .found(.trainee(only)) : .ambiguous([hpr.digits])
    }

    package func titles() async throws -> GrantTitle {
        let view = try await register.current()
        return { grant in
            let role = AccessTexts.role(grant.role)
            guard let place = Self.place(grant.organisation, view) else { return role }
            return Text("\(role.nb) · \(place.nb)", nn: "\(role.nn) · \(place.nn)")
        }
    }

    private static func place(_ organisation: Organisation, _ view: RegisterView) -> Text? {
        switch organisation {
        case .nation, .trainee: return nil
        case .office(let code): return view.reference.offices.first { $0.value.code == code }.map { Text(same: $0.value.name) }
        case .municipality(let id):
            return view.directory.stretches(of: id).last.map { Text("\($0.facts.name) kommune", nn: "\($0.facts.name) kommune") }
        case .trust(let code): return view.reference.trusts.first { $0.value.code == code }.map { Text(same: $0.value.name) }
        }
    }

    package func language(of viewer: Viewer) async throws -> LanguageForm? {
        guard case .municipality(let id)? = viewer.grants.first(where: { $0.role == .municipality })?.organisation else { return nil }
        let facts = try await register.current().directory.nearestFacts(of: id, on: today)
        return facts?.language == .nynorsk ? .nynorsk : nil
    }
}
