import AlisCast
import AlisDomain
import Foundation
import Testing

@testable import Alis

/// The forms that are sent twice, and how each is reached and filled in.
enum SentTwiceWalk {
    /// Where a form stands, and where it is sent.
    struct Place: Sendable {
        let page: String
        let action: String

        init(_ page: String, sentTo action: String? = nil) {
            self.page = page
            self.action = action ?? String(page.prefix { $0 != "?" })
        }
    }

    struct Form: Sendable {
        let route: String
        /// Which of several forms with the same address.
        var name = ""
        /// Who fills it in; empty for somebody who is not signed in.
        let person: String
        /// What it is to say; what else it needs is `usual`.
        var wanted: [String: String] = [:]
        /// Whether what it does can be done once only.
        var isFinal = false
        /// Does what has to be done before the form is there, and tells where it stands.
        let place: @Sendable (TestApplication, TestClient) async throws -> Place
    }

    /// What is filled in where a field is empty, by the field's name.
    static let usual: [String: String] = [
        "fornavn": "Kari", "etternavn": "Prøvenes", "fodt": "1990", "navn": "Kari Prøvenes", "epost": "kari.provenes@alis.example",
        "startet": "1.9.2026", "ordning": "ny", "kommune": "Fauske", "arbeidssted": "Legekontoret", "form": "fastlonn", "prosent": "20",
        "fra": "1.12.2026", "slag": "parentalLeave", "hvorfor": "En prøve", "grunn": "En prøve", "grunnlag": "0", "sted1": "UNN",
        "tidligst": "2028-1", "senest": "2028-2", "rolle": "Kommuneoverlegen", "kontor": "NORD", "spesialitet": "generalPractice",
        "merknad": "En merknad", "kilde": "HPR", "spesialist": "generalPractice", "timer": "7", "tittel": "En samling", "sted": "Bodø",
        "til": "", "plasser": "20", "andel": "50", "notat": "Et notat", "melding": "Kan du?", "hilsen": "Gjerne", "minutter": "60",
        "dag": "16.11.2026",
        "t": "28.02.2021",
    ]

    /// Those that are not walked, each with why.
    static let notWalked: [String: String] = [
        "/logg-inn": "each sign-in is a session of its own",
        "/logg-inn/lenke/:token": "each sign-in is a session of its own: SignInTests",
        "/logg-ut": "ends the session that would send it again",
        "/sprak": "sets a cookie, and no row",
        "/fortsett/:token": "what is kept is dropped when it is sent; the second time it says so",
        "/oppfolging/paminnelser": "shows texts, and writes nothing",
        "/oppfolging/paminnelser.csv": "gives a file, and writes nothing",
        "/oppfolging/paminnelser.txt": "gives a file, and writes nothing",
        "/innlesing": "a file sent in twice waits twice, and changes nothing when the second is taken in",
        "/laeringsmal/rapport": "a file sent in twice waits twice, and changes nothing when the second is taken in",
        "/laeringsmal/katalog": "a file sent in twice waits twice, and changes nothing when the second is taken in",
    ]

    /// Every form: those that are prepared, and for each other address the page at the same address, for the first who may open it.
    static func forms(of routes: [Route]) throws -> [Form] {
        let prepared = try Self.prepared()
        let known = Set(prepared.map(\.route)).union(notWalked.keys)
        let pages = Set(routes.filter { $0.method == .get }.map(\.path))
        return prepared
            + routes.filter { $0.method == .post && !known.contains($0.path) && pages.contains($0.path) }.compactMap { route in
                let address = fill(route.path)
                guard let person = first(whoMay: route) else { return nil }
                return Form(route: route.path, person: person) { _, _ in Place(address) }
            }
    }

    private static func fill(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { part in
            switch part {
            case ":slug": "1841-fauske"
            case ":id": path.hasPrefix("/veiledere/") ? TestSupervision.knut.text : ida.text
            default: TestRegister.things[String(part.dropFirst())]?.text ?? String(part)
            }
        }.joined(separator: "/")
    }

    private static func first(whoMay route: Route) -> String? {
        let usual = ["hilde", "ida", "knut", "ravna", "ingvild"]
        return (usual + AccessPerson.all.map(\.key)).first { key in AccessPerson.all.contains { $0.key == key && $0.isAllowed(route) } }
    }

    static var ida: RecordID { Cast.ida?.id ?? RecordID(high: 0, low: 0) }
    static var solveig: RecordID { TestRegister.person("solveig")?.id ?? RecordID(high: 0, low: 0) }
}
