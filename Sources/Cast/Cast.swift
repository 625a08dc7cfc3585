import AlisDomain

/// The same synthetic people and places in tests, screenshots and demonstration. All of them are made up.
package enum Cast {
    /// Everybody, in the order a list of people to sign in as shows them.
    package static let members: [CastMember] = trainees.map(\.member) + municipalPeople + officePeople + others

    /// The person with a key such as `ida`; nil when there is none.
    package static func member(_ key: String) -> CastMember? { members.first { $0.key == key } }

    /// Those who answer for a municipality: a small town, a city, one that writes nynorsk, and the smallest there is.
    private static let municipalPeople: [CastMember] = [
        ("hilde", "Hilde Strand", "fauske"), ("anders", "Anders Birkeland", "bergen"), ("gunnhild", "Gunnhild Tveit", "voss"),
        ("oddvar", "Oddvar Vestvik", "utsira"),
    ].compactMap { key, name, place in
        MunicipalityID(place).map {
            CastMember(
                key: key, name: name, role: "municipality", organisation: .municipality($0),
                title: Text("Kommuneoverlege", nn: "Kommuneoverlege"))
        }
    }

    /// An adviser at each office, and the coordinator.
    private static let officePeople: [CastMember] = [
        ("ravna", "Ravna Isaksen", "adviser", "NORD"), ("sigurd", "Sigurd Aune", "adviser", "MIDT"),
        ("torunn", "Torunn Eide", "adviser", "VEST"), ("henrik", "Henrik Tangen", "adviser", "SOR"),
        ("camilla", "Camilla Bakken", "adviser", "OST"), ("samira", "Samira Hussain", "adviser", "OSLO"),
        ("ingvild", "Ingvild Hovland", "coordinator", "VEST"),
    ].compactMap { key, name, role, office in
        let title =
            role == "adviser" ? Text("Rådgiver", nn: "Rådgjevar") : Text("Koordinerende rådgiver", nn: "Koordinerande rådgjevar")
        return OfficeCode(office).map { CastMember(key: key, name: name, role: role, organisation: .office($0), title: title) }
    }

    private static let others: [CastMember] = [
        MunicipalityID("fauske").map {
            CastMember(
                key: "knut", name: "Knut Rønning", role: "supervisor", organisation: .municipality($0),
                title: Text("Fastlege og veileder", nn: "Fastlege og rettleiar"))
        },
        TrustCode("NLSH").map {
            CastMember(
                key: "elin", name: "Elin Myhre", role: "trust", organisation: .trust($0),
                title: Text("RegUt-koordinator", nn: "RegUt-koordinator"))
        },
        CastMember(
            key: "priya", name: "Priya Lund", role: "directorate", organisation: .national,
            title: Text("Seniorrådgiver, Helsedirektoratet", nn: "Seniorrådgjevar, Helsedirektoratet")),
        CastMember(
            key: "marte", name: "Marte Solberg", role: "editor", organisation: .national,
            title: Text("Nettredaktør", nn: "Nettredaktør")),
        CastMember(
            key: "jon", name: "Jon Halvorsen", role: "administrator", organisation: .national,
            title: Text("Systemansvarlig", nn: "Systemansvarleg")),
    ].compactMap { $0 }
}
