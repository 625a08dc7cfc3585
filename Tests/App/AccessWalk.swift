import AlisCast
import AlisDomain
import Foundation
import Testing

@testable import Alis

/// One of the cast as the access test knows her: what she may see is worked out here from the test register, not asked of the product.
struct AccessPerson: Sendable, CustomTestStringConvertible {
    let key: String
    let role: Role
    let organisation: Organisation
    let municipalities: Set<String>
    let trusts: Set<String>
    let trainees: Set<String>

    var testDescription: String { "\(role.rawValue) \(key)" }

    /// One for each role and kind of place, some roles twice.
    static let all: [AccessPerson] = [
        AccessPerson("jon", .administrator, .nation),
        AccessPerson("priya", .directorate, .nation),
        AccessPerson("marte", .editor, .nation),
        AccessPerson("ravna", .adviser, OfficeCode("NORD").map(Organisation.office), municipalities: ["fauske", "kautokeino"]),
        AccessPerson("samira", .adviser, OfficeCode("OSLO").map(Organisation.office), municipalities: ["oslo"]),
        AccessPerson("ingvild", .coordinator, OfficeCode("VEST").map(Organisation.office), municipalities: ["bergen", "voss", "utsira"]),
        AccessPerson("hilde", .municipality, MunicipalityID("fauske").map(Organisation.municipality), municipalities: ["fauske"]),
        AccessPerson("oddvar", .municipality, MunicipalityID("utsira").map(Organisation.municipality), municipalities: ["utsira"]),
        AccessPerson("knut", .supervisor, MunicipalityID("fauske").map(Organisation.municipality), trainees: ["ida"]),
        AccessPerson("elin", .trust, TrustCode("NLSH").map(Organisation.trust), trusts: ["NLSH"]),
        AccessPerson("ida", .alis, Cast.ida.map { .trainee($0.id) }, trainees: ["ida"]),
        AccessPerson("torbjorn", .alis, Cast.torbjorn.map { .trainee($0.id) }, trainees: ["torbjorn"]),
    ]

    private init(
        _ key: String, _ role: Role, _ organisation: Organisation?, municipalities: Set<String> = [], trusts: Set<String> = [],
        trainees: Set<String> = []
    ) {
        self.key = key
        self.role = role
        self.organisation = organisation ?? .nation
        self.municipalities = municipalities
        self.trusts = trusts
        self.trainees = trainees
    }

    /// Whether she may see this person by name.
    func maySee(_ person: TestRegister.Person) -> Bool {
        role == .administrator || trainees.contains(person.key) || municipalities.contains(person.municipality?.key ?? "-")
            || person.wishes.contains { trusts.contains($0.code) }
    }

    /// Whether she may know by name who answers for a municipality: its own people, its office, administrators, and the doctors there.
    func worksWith(_ municipality: String) -> Bool {
        role == .administrator || municipalities.contains(municipality)
            || role == .alis && trainees.contains { TestRegister.person($0)?.municipality?.key == municipality }
    }

    func isAllowed(_ route: Route) -> Bool {
        switch route.audience {
        case .everyone: true
        case .roles(let roles): roles.contains(role)
        }
    }
}

/// Fills in the parts of an address that vary, by their names.
struct AccessAddresses: Sendable {
    /// An address, and whose record it leads to when it is a person's.
    struct Filled: Sendable {
        let path: String
        let owner: TestRegister.Person?
    }

    let slugs: [String: String]
    /// Tokens of held forms and links, none of them the viewer's own.
    let tokens: [String]
    /// An import that somebody who is not in `AccessPerson.all` has sent.
    let strangersImport: String

    /// One address for each choice of the first part that names a person's record, and for some others.
    func fill(_ route: Route) -> [Filled] {
        let names = route.path.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
        guard let first = names.first else { return [Filled(path: route.path, owner: nil)] }
        var filled = choices(first, route).map { choice in
            Filled(path: route.path.replacingOccurrences(of: ":\(first)", with: choice.0), owner: choice.1)
        }
        for name in names.dropFirst() {
            filled = filled.flatMap { address in
                inner(name, of: address.owner).map {
                    Filled(path: address.path.replacingOccurrences(of: ":\(name)", with: $0), owner: address.owner)
                }
            }
        }
        return filled
    }

    private func choices(_ name: String, _ route: Route) -> [(String, TestRegister.Person?)] {
        if let thing = TestRegister.things[name] { return [(thing.text, nil), ("00000000000000000000000000", nil), ("%00", nil)] }
        return switch name {
        case "slug", "kommune", "municipality": slugs.values.sorted().map { ($0, nil) } + [("9999-ingensteds", nil)]
        case "token": tokens.map { ($0, nil) } + [("nei", nil)]
        case "kontor", "office", "code", "kode": [("NORD", nil), ("VEST", nil), ("INGEN", nil)]
        case "id" where route.path.hasPrefix("/veiledere/"):
            TestSupervision.supervisors.map { ($0.id.text, nil) } + TestRegister.persons.map { ($0.id.text, nil) } + [
                ("%00", nil), ("'", nil),
            ]
        case _ where route.path.hasPrefix("/innlesing/"): [(strangersImport, nil), ("00000000000000000000000000", nil), ("%00", nil)]
        default:
            TestRegister.persons.map { ($0.id.text, $0) } + [
                ("00000000000000000000000000", nil), ("demo.hilde", nil), ("%00", nil), ("'", nil),
            ]
        }
    }

    private func inner(_ name: String, of owner: TestRegister.Person?) -> [String] {
        guard let owner else { return ["00000000000000000000000000"] }
        return [owner.trainingID.text, owner.engagementID.text, owner.wishID.text]
    }
}
