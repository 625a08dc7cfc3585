import AlisDomain
import Testing

@testable import Alis

/// For whom each address is, written down apart from the product: an address that opens for one role more, or one less, fails here, and
/// so does one that is new. Whoever adds one writes here whom it is for.
@Suite struct RouteAudienceTests {
    private static let writers: Set<Role> = [.adviser, .coordinator, .municipality, .administrator]
    private static let offices: Set<Role> = [.adviser, .coordinator, .administrator]
    private static let staff: Set<Role> = writers.union([.trust, .directorate])
    private static let parties: Set<Role> = writers.union([.supervisor, .alis])

    /// Addresses by whom they are for: nil is everybody, signed in or not. `.csv|xlsx` stands for two addresses.
    private static let table: [(who: Set<Role>?, method: Visit.Method, addresses: String)] = [
        // The public's pages, signing in, and secret addresses.
        (
            nil, .get,
            """
            / /tall /tall.csv|xlsx /om-tallene /ovingsdata /tilgjengelighet /personvern /regler /regler/:sett
            /utdanningsplaner /utdanningsplaner/:slug /laeringsmal /laeringsmal/katalog.csv|xlsx /laeringsmal/svar/:token
            /svar/:token /kalender/:token /logg-inn /logg-inn/lenke/:token /fortsett/:token
            """
        ),
        (nil, .post, "/logg-inn /logg-inn/lenke/:token /logg-ut /sprak /laeringsmal/svar/:token /svar/:token"),
        (Set(Role.allCases), .post, "/fortsett/:token"),

        // Figures and lists without names, or with those in the reader's scope.
        (
            staff, .get,
            """
            /oversikt /oversikt.csv|xlsx /alis /alis.csv|xlsx /kommuner /kommuner.csv|xlsx /kommuner/:slug /kommuner/:slug/alis.csv|xlsx
            /kommuner/:slug/registrering /sok
            """
        ),

        // Those who keep the register.
        (
            writers, .get,
            """
            /alis/ny /alis/:id/utdanning/:fact /alis/:id/arbeid/ny /alis/:id/arbeid/:fact /alis/:id/fravaer/ny /alis/:id/fravaer/:fact
            /kommuner/:slug/kontakt /kommuner/:slug/utdanningsplan /overforinger /overforinger/ny /overforinger/:id
            /oppfolging/dubletter /oppfolging/dubletter/:id/:fact /oppfolging/dubletter/:id/:fact/skill
            /innlesing /innlesing/mal.xlsx /innlesing/:id /innlesing/:id/resultat.csv|xlsx
            /planer /planer.csv|xlsx /arbeidslister /arbeidslister/:liste /arbeidslister/:liste/regneark.csv|xlsx
            /alis/:id/veiledning/veileder/ny /alis/:id/veiledning/veileder/:fact
            /veiledere/ny /veiledere/finn /veiledere/foresporsler/ny /veiledere.csv|xlsx
            /veiledere/uten-veileder /veiledere/uten-veileder.csv|xlsx /veiledere/timer-mangler /veiledere/timer-mangler.csv|xlsx
            /veiledere/unntak-gar-ut /veiledere/unntak-gar-ut.csv|xlsx /veiledere/over-kapasitet /veiledere/over-kapasitet.csv|xlsx
            """
        ),
        (
            writers, .post,
            """
            /alis/ny /alis/:id/utdanning/:fact /alis/:id/arbeid/ny /alis/:id/arbeid/:fact /alis/:id/fravaer/ny /alis/:id/fravaer/:fact
            /kommuner/:slug/kontakt /kommuner/:slug/registrering /kommuner/:slug/utdanningsplan
            /overforinger /overforinger/:id/svar /overforinger/:id/trekk /overforinger/:id/tilbake
            /oppfolging/dubletter/:id/:fact /oppfolging/dubletter/:id/:fact/ulike /oppfolging/dubletter/:id/:fact/ulike/angre
            /oppfolging/dubletter/:id/:fact/skill
            /innlesing /innlesing/:id/kolonner /innlesing/:id/svar /innlesing/:id/spor /innlesing/:id/godta /innlesing/:id/forkast
            /alis/:id/veiledning/veileder/ny /alis/:id/veiledning/veileder/:fact
            /veiledere/ny /veiledere/foresporsler/ny /veiledere/foresporsler/:fact/trekk
            """
        ),
        (offices, .get, "/oppfolging/paminnelser /veiledere/samlinger/ny /veiledere/samlinger/:samling/rett"),
        (offices, .get, "/grunndata /grunndata/foretak /grunndata/fylker /grunndata/kommuner /grunndata/kontor/:kode"),
        (
            offices, .post,
            """
            /oppfolging/paminnelser /oppfolging/paminnelser.csv /oppfolging/paminnelser.txt
            /veiledere/samlinger/ny /veiledere/samlinger/:samling/rett /veiledere/samlinger/:samling/frammote
            /veiledere/samlinger/:samling/deltakere /veiledere/samlinger/:samling/deltakere/fjern
            """
        ),
        (offices.union([.directorate]), .get, "/oppfolging /oppfolging.csv|xlsx"),
        (writers.union([.directorate]), .get, "/oppfolging/gammel-ordning /oppfolging/gammel-ordning.csv|xlsx"),
        (writers.union([.directorate]), .get, "/veiledere/mangel /veiledere/mangel.csv|xlsx"),
        ([.coordinator, .administrator], .get, "/grunndata/koordinering"),
        ([.coordinator, .administrator], .post, "/grunndata/koordinering"),
        // In the municipality's own name.
        ([.municipality], .post, "/kommuner/:slug/bekreftelse /kommuner/:slug/utdanningsplan/publisering"),

        // A doctor's record, her plan and her objectives: also her own, and her supervisor's in part.
        (writers.union([.trust, .alis]), .get, "/alis/:id /alis/:id/historikk"),
        (
            writers.union([.alis]), .get,
            """
            /alis/:id/person /alis/:id/onske/ny /alis/:id/onske/:fact /alis/:id/plan/paminnelse /alis/:id/plan/utkast
            /alis/:id/plan/periode/ny /alis/:id/plan/periode/:fact /alis/:id/plan/aktivitet/ny /alis/:id/plan/aktivitet/:fact
            /alis/:id/plan/hva-om /laeringsmal/rapport /laeringsmal/rapport/:id
            """
        ),
        (
            writers.union([.alis]), .post,
            """
            /alis/:id/person /alis/:id/onske/ny /alis/:id/onske/:fact /alis/:id/plan/utkast
            /alis/:id/plan/periode/ny /alis/:id/plan/periode/:fact /alis/:id/plan/aktivitet/ny /alis/:id/plan/aktivitet/:fact
            /alis/:id/plan/hva-om /laeringsmal/rapport /laeringsmal/rapport/:id/kolonner /laeringsmal/rapport/:id/godta
            /laeringsmal/rapport/:id/forkast
            """
        ),
        (
            parties.union([.trust]), .get,
            "/alis/:id/plan /alis/:id/plan.pdf /alis/:id/plan.ics /alis/:id/plan/utskrift /alis/:id/plan/endringer"
        ),
        (parties, .post, "/alis/:id/plan/gjennomgang /alis/:id/laeringsmal/handling"),
        (
            parties, .get,
            "/alis/:id/laeringsmal /alis/:id/laeringsmal.csv|xlsx /alis/:id/laeringsmal/mal/:kode /alis/:id/laeringsmal/handling"
        ),
        ([.alis], .get, "/alis/:id/plan/kalender"), ([.alis], .post, "/alis/:id/plan/kalender"),

        // Supervision.
        (parties, .get, "/alis/:id/veiledning /veiledere/:id /veiledere/samlinger/:samling"),
        (parties.union([.directorate]), .get, "/veiledere/samlinger /veiledere/samlinger.csv|xlsx"),
        (writers.union([.supervisor, .directorate]), .get, "/veiledere"),
        (writers.union([.supervisor]), .get, "/veiledere/:id/rett /veiledere/:id/kapasitet /veiledere/:id/okter"),
        (writers.union([.supervisor]), .post, "/veiledere/:id/rett /veiledere/:id/kapasitet"),
        ([.supervisor], .get, "/veiledere/:id/okter/ny /veiledere/:id/foresporsler/:fact"),
        ([.supervisor], .post, "/veiledere/:id/okter/ny /veiledere/:id/foresporsler/:fact"),
        ([.alis, .supervisor], .get, "/alis/:id/veiledning/okt /alis/:id/veiledning/okt/:fact /alis/:id/veiledning/trukket"),
        (
            [.alis, .supervisor], .post,
            """
            /alis/:id/veiledning/okt /alis/:id/veiledning/okt/:fact /alis/:id/veiledning/okt/:fact/fjern
            /alis/:id/veiledning/okt/:fact/notat /veiledere/samlinger/:samling/pamelding /veiledere/samlinger/:samling/avmelding
            """
        ),

        // What holds for the whole country, and who has access.
        ([.directorate, .administrator], .get, "/laeringsmal/katalog /laeringsmal/katalog/mal.xlsx /laeringsmal/katalog/:id"),
        (
            [.directorate, .administrator], .post,
            """
            /laeringsmal/katalog /laeringsmal/katalog/:id/kolonner /laeringsmal/katalog/:id/godta /laeringsmal/katalog/:id/forkast
            """
        ),
        (
            [.administrator], .get,
            "/tilgang /tilgang/ny /tilgang/:id /tilgang/:id/rolle /tilgang/:id/rolle/:rolle/avslutt /tilgang/:id/avslutt"
        ),
        (
            [.administrator], .post,
            """
            /tilgang/ny /tilgang/:id /tilgang/:id/rolle /tilgang/:id/rolle/:rolle/avslutt /tilgang/:id/avslutt /tilgang/:id/lenke
            """
        ),
    ]

    /// Whom an address is for, in words.
    private func words(_ who: Set<Role>?) -> String { who.map { $0.map(\.rawValue).sorted().joined(separator: ", ") } ?? "everybody" }

    /// The table, an address at a time.
    private func pinned() -> [String: String] {
        var pinned: [String: String] = [:]
        for (who, method, addresses) in Self.table {
            for address in addresses.split(whereSeparator: \.isWhitespace) {
                let parts = address.split(separator: "|")
                let paths = parts.count == 1 ? [String(address)] : [String(parts[0]), parts[0].replacing(/[a-z]+$/, with: parts[1])]
                for path in paths {
                    #expect(pinned.updateValue(words(who), forKey: "\(method.rawValue) \(path)") == nil, "\(path) stands here twice")
                }
            }
        }
        return pinned
    }

    @Test func `each address is for whom it is said to be for`() async throws {
        let pinned = pinned()
        let routes = try await TestApplication.make(isFilled: false).routes
        var found: Set<String> = []
        for route in routes {
            let address = "\(route.method.rawValue) \(route.path)"
            let who =
                switch route.audience {
                case .everyone: words(nil)
                case .roles(let roles): words(roles)
                }
            #expect(found.insert(address).inserted, "\(address) is answered twice")
            #expect(who == pinned[address] ?? "nobody yet: write here whom it is for", "\(address)")
        }
        for address in Set(pinned.keys).subtracting(found).sorted() { Issue.record("\(address) is no more: take it away here") }
        #expect(routes.count > 190)
    }
}
