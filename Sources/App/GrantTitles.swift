import AlisDomain

/// What a person's role in an organisation is called on screen, such as `Kommune · Fauske`.
package struct GrantTitles: Sendable {
    let register: RegisterCache

    package func title(_ grant: Grant) async -> Text {
        let role = AccessTexts.role(grant.role)
        guard let place = await place(grant.organisation) else { return role }
        return Text("\(role.nb) · \(place.nb)", nn: "\(role.nn) · \(place.nn)")
    }

    private func place(_ organisation: Organisation) async -> Text? {
        guard let view = try? await register.current() else { return nil }
        switch organisation {
        case .nation, .trainee: return nil
        case .office(let code): return view.reference.offices.first { $0.value.code == code }.map { Text(same: $0.value.name) }
        case .municipality(let id):
            return view.directory.stretches(of: id).last.map { Text("\($0.facts.name) kommune", nn: "\($0.facts.name) kommune") }
        case .trust(let code): return view.reference.trusts.first { $0.value.code == code }.map { Text(same: $0.value.name) }
        }
    }
}
