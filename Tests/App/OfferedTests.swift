import AlisDomain
import Foundation
import Testing

@testable import Alis

/// What pages offer, and to whom: walked from the start page, link by link, by each of the cast and by some who hold two roles. Nothing
/// that is offered leads nowhere; and all that is offered stands in `Tests/Fixtures/Offered.txt`, a page at a time with the names of
/// those whom each link and form is shown to, so that a link shown to one more, or one less, is seen. `ALIS_WRITE_OFFERED=1` writes the
/// file anew: read what changed.
@Suite struct OfferedTests {
    private static let file = "\(TestApplication.root)/Tests/Fixtures/Offered.txt"

    /// Addresses that no page leads to, each with how somebody comes there.
    private static let unlinked: [String: String] = {
        let ways: [(way: String, addresses: String)] = [
            (
                "by a link that somebody sends",
                """
                GET:/svar/:token POST:/svar/:token GET:/laeringsmal/svar/:token POST:/laeringsmal/svar/:token GET:/kalender/:token
                GET:/logg-inn/lenke/:token POST:/logg-inn/lenke/:token
                """
            ),
            ("when a session has run out: HeldFormTests", "GET:/fortsett/:token POST:/fortsett/:token"),
            (
                "as what sending a form leads to: SentTwiceTests",
                """
                POST:/oppfolging/paminnelser.csv POST:/oppfolging/paminnelser.txt POST:/alis/:id/plan/hva-om
                """
            ),
            ("once a yes has been given: TransferTests", "POST:/overforinger/:id/tilbake"),
            ("when a file's questions are answered: SentTwiceTests", "POST:/innlesing/:id/godta"),
            ("as the same in another form", "GET:/innlesing/:id/resultat.xlsx GET:/alis/:id/laeringsmal.csv"),
        ]
        let each = ways.flatMap { way, addresses in addresses.split(whereSeparator: \.isWhitespace).map { (String($0), way) } }
        return Dictionary(each, uniquingKeysWith: { first, _ in first })
    }()

    /// The forms that are made ready to be sent before anybody walks: what they answer, or go on with, waits meanwhile.
    private static let waiting: Set<String> = [
        "/overforinger/:id/svar", "/veiledere/:id/foresporsler/:fact", "/innlesing/:id/spor", "/laeringsmal/rapport/:id/godta",
        "/laeringsmal/katalog/:id/godta", "/kommuner/:slug/utdanningsplan/publisering", "/alis/:id/plan/periode/:fact",
        "/alis/:id/plan/aktivitet/:fact", "/oppfolging/dubletter/:id/:fact/ulike/angre", "/veiledere/samlinger/:samling/avmelding",
    ]

    private struct Walked: Sendable {
        let name: String
        let offers: [String: Set<String>]
        let dead: Set<String>
    }

    /// The register with something of all that waits, is asked for or is half done: what the forms that are walked need before them.
    private func prepared() async throws -> TestApplication {
        let test = try await TestApplication.make()
        try await TestConfirmers.fill(test.database, newID: test.surroundings.newID)
        try await SightRegister.fill(test.database)
        for form in try SentTwiceWalk.prepared() where Self.waiting.contains(form.route) && form.name.isEmpty {
            _ = try await form.place(test, form.person.isEmpty ? test.client() : try await test.client(as: form.person))
        }
        return test
    }

    private func walkers(_ test: TestApplication) async throws -> [(name: String, roles: Set<Role>, client: TestClient)] {
        var walkers: [(String, Set<Role>, TestClient)] = [("-", [], test.client())]
        for person in AccessPerson.all { walkers.append((person.key, [person.role], try await test.client(as: person.key))) }
        let several: [(String, [Grant])] = [
            ("directorate+municipality", [.directorate, try .municipality("fauske")]),
            ("trust+municipality", [try .trust("NLSH"), try .municipality("fauske")]),
            ("adviser+doctor", [try .office("OSLO"), try .doctor("ida")]),
        ]
        for (name, grants) in several {
            walkers.append((name, Set(grants.map(\.role)), try await test.client(name, holding: grants)))
        }
        return walkers
    }

    @Test func `what a page offers leads somewhere, and is offered to those it is for`() async throws {
        let test = try await prepared()
        let walked = try await withThrowingTaskGroup(of: Walked.self) { group in
            for (name, roles, client) in try await walkers(test) {
                group.addTask {
                    var walk = OfferedWalk(test, client, roles)
                    try await walk.walk()
                    return Walked(name: name, offers: walk.offers, dead: walk.dead)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.name < $1.name }
        }
        for one in walked {
            for dead in one.dead.sorted() { Issue.record("\(one.name): \(dead)") }
        }
        let lines = Self.lines(walked)
        if ProcessInfo.processInfo.environment["ALIS_WRITE_OFFERED"] != nil {
            try (lines.joined(separator: "\n") + "\n").write(toFile: Self.file, atomically: true, encoding: .utf8)
        }
        let known = try String(contentsOfFile: Self.file, encoding: .utf8).split(separator: "\n").map(String.init)
        for line in Set(known).subtracting(lines).sorted() { Issue.record("no longer so: \(line)") }
        for line in Set(lines).subtracting(known).sorted() { Issue.record("new: \(line)") }

        let offered = Set(walked.flatMap(\.offers.values).flatMap { $0 })
        let reached = Set(offered.map { $0.hasPrefix("POST ") ? "POST:\($0.split(separator: " ")[1])" : "GET:\($0)" })
        for route in test.routes {
            let name = "\(route.method == .get ? "GET" : "POST"):\(route.path)"
            #expect(reached.contains(name) != (Self.unlinked[name] != nil), "\(name) is offered by no page, or is in the list of those")
        }
    }

    /// Page by page, what each offers and to whom: `/alis/:id  >  POST /alis/:id/person  :  hilde ravna`.
    private static func lines(_ walked: [Walked]) -> [String] {
        var whom: [String: [String]] = [:]
        for one in walked {
            for (page, offers) in one.offers {
                for offer in offers { whom["\(page) > \(offer)", default: []].append(one.name) }
            }
        }
        return whom.map { "\($0.key): \($0.value.joined(separator: " "))" }.sorted()
    }
}
