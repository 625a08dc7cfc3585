import AlisCast
import AlisDomain
import Foundation
import Testing

@testable import Alis

// The forms that need something done before they are there, or more than the usual in their fields.

extension SentTwiceWalk {
    static func prepared() throws -> [Form] {
        try register() + access() + training() + objectives() + supervision() + gatherings() + files() + duplicates() + transfers()
    }

    /// Opens a form's page and sends the form, as somebody does before the one that is walked.
    @discardableResult
    static func send(
        _ client: TestClient, _ page: String, to action: String? = nil, _ wanted: [String: String] = [:]
    ) async throws -> TestClient.Reply {
        let place = Place(page, sentTo: action)
        let forms = PageForm.all(in: try await client.get(page).text)
        let form = try #require(forms.first { $0.action == place.action }, "\(page) has no form for \(place.action)")
        let reply = try await client.post(place.action, form.filled(wanted, usual: usual))
        #expect(reply.status == 303 || reply.status == 200, "\(place.action): \(reply.status)")
        return reply
    }

    static func link(_ pattern: String, on page: String, _ client: TestClient) async throws -> String {
        let text = try await client.get(page).text
        return String(text[try #require(text.range(of: pattern, options: .regularExpression), "\(page) has no \(pattern)")])
    }

    static func newest(_ table: String, _ test: TestApplication) async throws -> String {
        try #require(
            try await test.database.read { connection in
                try connection.first(
                    "SELECT id FROM \(name: table) WHERE supersededIn IS NULL ORDER BY recordedIn DESC, id LIMIT 1"
                ) { $0.text(0) }
            })
    }

    private static func register() throws -> [Form] {
        let person = try #require(TestRegister.person("ida"))
        let doctor = "/alis/\(person.id)"
        let leave = ["slag": "parentalLeave", "fra": "1.2.2027", "til": "31.5.2027"]
        return [
            Form(route: "/alis/ny", person: "hilde", wanted: ["prosent": "100"]) { _, _ in Place("/alis/ny") },
            Form(route: "/alis/:id/person", person: "hilde", wanted: ["telefon": "000 22 333"]) { _, _ in Place("\(doctor)/person") },
            Form(route: "/alis/:id/person", name: "herself", person: "ida", wanted: ["telefon": "000 22 333"]) { _, _ in
                Place("\(doctor)/person")
            },
            Form(route: "/alis/:id/utdanning/:fact", person: "hilde", wanted: ["ventet": "1.9.2029"]) { _, _ in
                Place("\(doctor)/utdanning/\(person.trainingID)")
            },
            Form(route: "/alis/:id/arbeid/:fact", person: "hilde", wanted: ["arbeidssted": "Et annet legekontor"]) { _, _ in
                Place("\(doctor)/arbeid/\(person.engagementID)")
            },
            Form(route: "/alis/:id/arbeid/:fact", name: "removed", person: "ravna", wanted: ["gjelder": "slett"]) { _, _ in
                Place("\(doctor)/arbeid/\(person.engagementID)")
            },
            Form(route: "/alis/:id/fravaer/ny", person: "hilde", wanted: leave.merging(["prosent": "100"]) { $1 }) { _, _ in
                Place("\(doctor)/fravaer/ny")
            },
            Form(route: "/alis/:id/fravaer/:fact", person: "hilde", wanted: ["til": "30.6.2027"]) { test, client in
                try await send(client, "\(doctor)/fravaer/ny", leave)
                return Place("\(doctor)/fravaer/\(try await newest("absence", test))")
            },
            Form(route: "/alis/:id/fravaer/:fact", name: "removed", person: "hilde", wanted: ["slett": "ja"]) { test, client in
                try await send(client, "\(doctor)/fravaer/ny", leave)
                return Place("\(doctor)/fravaer/\(try await newest("absence", test))")
            },
            Form(route: "/alis/:id/onske/:fact", person: "ida", wanted: ["merknad": "Gjerne sammen"]) { _, _ in
                Place("\(doctor)/onske/\(person.wishID)")
            },
            Form(route: "/alis/:id/onske/:fact", name: "withdrawn", person: "ida", wanted: ["trekk": "ja"]) { _, _ in
                Place("\(doctor)/onske/\(person.wishID)")
            },
            Form(route: "/kommuner/:slug/bekreftelse", person: "hilde") { _, _ in
                Place("/kommuner/1841-fauske", sentTo: "/kommuner/1841-fauske/bekreftelse")
            },
            Form(route: "/grunndata/koordinering", person: "ingvild", wanted: ["fra": "2026-12-01"]) { _, _ in
                Place("/grunndata/koordinering")
            },
        ]
    }

    private static func access() throws -> [Form] {
        [
            Form(route: "/tilgang/ny", person: "jon", wanted: ["sted": "Fauske"]) { _, _ in Place("/tilgang/ny?rolle=kommune") },
            Form(route: "/tilgang/:id/rolle", person: "jon", wanted: ["sted": "Voss"]) { _, _ in
                Place("/tilgang/demo.hilde/rolle?rolle=kommune")
            },
            Form(route: "/tilgang/:id", person: "jon", wanted: ["navn": "Hilde Strand-Ny"]) { _, _ in Place("/tilgang/demo.hilde") },
            Form(route: "/tilgang/:id/rolle/:rolle/avslutt", person: "jon") { _, _ in
                Place("/tilgang/demo.hilde/rolle/demo.hilde.municipality/avslutt")
            },
            Form(route: "/tilgang/:id/avslutt", person: "jon") { _, _ in Place("/tilgang/demo.hilde/avslutt") },
            Form(route: "/tilgang/:id/lenke", person: "jon") { _, _ in
                Place("/tilgang/demo.hilde", sentTo: "/tilgang/demo.hilde/lenke")
            },
        ]
    }

    private static func training() throws -> [Form] {
        let plan = "/alis/\(ida)/plan"
        let general = "/kommuner/1841-fauske/utdanningsplan"
        let activity = ["slag": "groupSupervision", "timer": "3", "fra": "16.11.2026", "status": "gjort"]
        let period = ["slag": "institutionHospital", "foretak": "NLSH", "prosent": "20", "fra": "1.1.2028", "til": "30.6.2028"]
        let sections = Dictionary(uniqueKeysWithValues: GeneralPlan.Section.allCases.map { ($0.rawValue, "Slik gjør vi det.") })
        return [
            Form(
                route: "/alis/:id/plan/utkast", person: "hilde",
                wanted: [
                    "fra": "18.11.2026", "prosent": "80", "kommune": "Fauske", "halvaar": "2027-2", "maaneder": "6", "foretak": "NLSH",
                ]
            ) { _, client in
                try await send(client, "/kommuner/1841-fauske/registrering", ["fra": "1.3.2019"])
                return Place("\(plan)/utkast")
            },
            Form(route: "/alis/:id/plan/periode/ny", person: "hilde", wanted: period) { _, _ in Place("\(plan)/periode/ny") },
            Form(route: "/alis/:id/plan/periode/:fact", person: "hilde", wanted: ["arena": "Et annet sted"]) { test, client in
                _ = try await PlanDeskWork.draft(client)
                return Place(try await link("\(plan)/periode/[0-9a-z]{26}", on: plan, client))
            },
            Form(route: "/alis/:id/plan/aktivitet/ny", person: "ida", wanted: activity) { _, _ in Place("\(plan)/aktivitet/ny") },
            Form(route: "/alis/:id/plan/aktivitet/:fact", person: "hilde", wanted: ["emne": "Et annet emne"]) { test, client in
                try await send(client, "\(plan)/aktivitet/ny", activity)
                return Place("\(plan)/aktivitet/\(try await newest("activityRecord", test))")
            },
            Form(route: "/alis/:id/plan/gjennomgang", person: "hilde") { _, _ in Place(plan, sentTo: "\(plan)/gjennomgang") },
            Form(route: "/alis/:id/plan/gjennomgang", name: "supervisor", person: "knut") { _, _ in
                Place(plan, sentTo: "\(plan)/gjennomgang")
            },
            Form(route: "/alis/:id/plan/hva-om", person: "hilde") { _, client in
                _ = try await PlanDeskWork.draft(client)
                let tried = "prov=1&hva=sykehus&fra=1.3.2028&til=&prosent=&fravaer=parentalLeave&kommune="
                return Place("\(plan)/hva-om?\(tried)")
            },
            Form(route: "/alis/:id/plan/kalender", person: "ida", wanted: ["hva": "ny"]) { _, _ in Place("\(plan)/kalender") },
            Form(route: "/alis/:id/plan/kalender", name: "stopped", person: "ida", wanted: ["hva": "stopp"]) { _, client in
                try await send(client, "\(plan)/kalender", ["hva": "ny"])
                return Place("\(plan)/kalender")
            },
            Form(route: "/kommuner/:slug/utdanningsplan", person: "hilde", wanted: sections) { _, _ in Place(general) },
            Form(route: "/kommuner/:slug/utdanningsplan/publisering", person: "hilde") { _, client in
                try await send(client, general, sections)
                return Place(general, sentTo: "\(general)/publisering")
            },
        ]
    }

    private static func objectives() throws -> [Form] {
        let path = "/alis/\(ida)/laeringsmal"
        func act(
            _ name: String, _ person: String, _ wanted: [String: String] = [:],
            after: @escaping @Sendable (TestApplication) async throws -> Void = { _ in }
        ) -> Form {
            Form(route: "/alis/:id/laeringsmal/handling", name: name, person: person, wanted: wanted) { test, _ in
                try await after(test)
                return Place("\(path)/handling?gjor=\(name)&mal=ALM-055")
            }
        }
        let asked: @Sendable (TestApplication) async throws -> Void = { test in
            try await send(try await test.client(as: "ida"), "\(path)/handling?gjor=vurdering&mal=ALM-055")
        }
        let recommended: @Sendable (TestApplication) async throws -> Void = { test in
            try await asked(test)
            try await send(try await test.client(as: "knut"), "\(path)/handling?gjor=anbefaling&mal=ALM-055")
            let link = try await invited(test)
            try await send(test.client(), link, ["svar.ALM-055": "ja"])
        }
        let entered: @Sendable (TestApplication) async throws -> Void = { test in
            try await send(
                try await test.client(as: "ida"), "\(path)/handling?gjor=status&mal=ALM-055", ["status": "approved", "dag": "3.5.2026"])
        }
        return [
            act("status", "ida", ["status": "inProgress"]), act("arena", "ida", ["arena": "Legevakta"]), act("vurdering", "ida"),
            act("supervisor", "ida"), act("trekk", "ida", after: asked), act("anbefaling", "knut", after: asked),
            act("avgjorelse", "hilde", ["avgjorelse": "godkjent", "dag": "18.11.2026"], after: recommended),
            act("bekreft", "hilde", after: entered),
            Form(route: "/laeringsmal/svar/:token", person: "", wanted: ["svar.ALM-055": "ja"], isFinal: true) { test, _ in
                Place(try await invited(test))
            },
        ]
    }

    /// Ida asks a clinical supervisor, and the link is given.
    private static func invited(_ test: TestApplication) async throws -> String {
        let page = "/alis/\(ida)/laeringsmal/handling?gjor=supervisor&mal=ALM-055"
        let sent = try await send(try await test.client(as: "ida"), page, ["navn": "Marit Vold"])
        return "/laeringsmal/svar/\(try #require(sent.text.firstMatch(of: /\/laeringsmal\/svar\/([A-Za-z0-9]+)/)).1)"
    }

    private static func supervision() throws -> [Form] {
        let (knut, berit) = (TestSupervision.knut.text, TestSupervision.berit.text)
        let folder = "/alis/\(ida)/veiledning"
        let session = "\(folder)/okt/\(TestSupervision.session.text)"
        let ask = "/veiledere/foresporsler/ny?lege=\(solveig)&veileder="
        return [
            Form(route: "/veiledere/:id/rett", person: "hilde", wanted: ["telefon": "000 33 444"]) { _, _ in
                Place("/veiledere/\(knut)/rett")
            },
            Form(route: "/veiledere/:id/kapasitet", person: "hilde", wanted: ["timer": "9"]) { _, _ in
                Place("/veiledere/\(knut)/kapasitet")
            },
            Form(route: "/alis/:id/veiledning/okt", person: "ida") { _, _ in Place("\(folder)/okt") },
            Form(route: "/veiledere/:id/okter/ny", person: "knut") { _, _ in Place("/veiledere/\(knut)/okter/ny") },
            Form(route: "/alis/:id/veiledning/okt/:fact", person: "ida", wanted: ["minutter": "75"]) { _, _ in Place(session) },
            Form(route: "/alis/:id/veiledning/okt/:fact/fjern", person: "ida", wanted: ["slettnotat": "ja"], isFinal: true) { _, _ in
                Place(session, sentTo: "\(session)/fjern")
            },
            Form(route: "/alis/:id/veiledning/okt/:fact/notat", person: "ida") { _, _ in Place(folder, sentTo: "\(session)/notat") },
            Form(
                route: "/alis/:id/veiledning/okt/:fact/notat", name: "corrected", person: "knut", wanted: ["notat": "Rettet"],
                isFinal: true
            ) { _, _ in Place(session, sentTo: "\(session)/notat") },
            Form(route: "/alis/:id/veiledning/veileder/ny", person: "hilde", wanted: ["veileder": knut, "andel": "100", "likevel": "1"]) {
                _, _ in Place("/alis/\(solveig)/veiledning/veileder/ny")
            },
            Form(route: "/alis/:id/veiledning/veileder/:fact", person: "hilde", wanted: ["gjelder": "rett", "andel": "60"]) { _, _ in
                Place("\(folder)/veileder/\(TestSupervision.idaAndKnut)")
            },
            Form(route: "/alis/:id/veiledning/veileder/:fact", name: "removed", person: "hilde", wanted: ["gjelder": "slett"]) { _, _ in
                Place("\(folder)/veileder/\(TestSupervision.idaAndKnut)")
            },
            Form(route: "/veiledere/foresporsler/ny", person: "hilde") { _, _ in Place(ask + berit) },
            Form(route: "/veiledere/foresporsler/:fact/trekk", person: "hilde") { test, client in
                try await send(client, ask + berit)
                let fact = try await newest("supervisionRequest", test)
                return Place("/veiledere/finn?lege=\(solveig)", sentTo: "/veiledere/foresporsler/\(fact)/trekk")
            },
            Form(route: "/svar/:token", person: "", wanted: ["svar": "ja", "likevel": "1"], isFinal: true) { test, _ in
                let sent = try await send(try await test.client(as: "hilde"), ask + berit)
                return Place("/svar/\(try #require(sent.text.firstMatch(of: /\/svar\/([A-Za-z0-9]+)/)).1)")
            },
            Form(route: "/veiledere/:id/foresporsler/:fact", person: "knut", wanted: ["svar": "nei"], isFinal: true) { test, _ in
                try await send(try await test.client(as: "hilde"), ask + knut)
                return Place("/veiledere/\(knut)/foresporsler/\(try await newest("supervisionRequest", test))")
            },
        ]
    }

    private static func gatherings() throws -> [Form] {
        let gathering = "/veiledere/samlinger/\(TestSupervision.gathering)"
        let signUp = RecordID(high: 0x7E57_5006, low: 1)
        func after(_ route: String, _ wanted: [String: String] = [:], person: String, signUp: String?) -> Form {
            Form(route: "/veiledere/samlinger/:samling/\(route)", person: person, wanted: wanted) { test, _ in
                if let signUp { try await send(try await test.client(as: signUp), gathering, to: "\(gathering)/pamelding") }
                return Place(gathering, sentTo: "\(gathering)/\(route)")
            }
        }
        return [
            Form(
                route: "/veiledere/samlinger/ny", person: "ravna", wanted: ["slag": "group", "fra": "1.12.2026", "til": "2.12.2026"]
            ) { _, _ in Place("/veiledere/samlinger/ny") },
            Form(route: "/veiledere/samlinger/:samling/rett", person: "ravna", wanted: ["tittel": "Et annet navn"]) { _, _ in
                Place("\(gathering)/rett")
            },
            Form(route: "/veiledere/samlinger/:samling/frammote", person: "ravna") { test, _ in
                try await send(try await test.client(as: "ida"), gathering, to: "\(gathering)/pamelding")
                return Place(gathering, sentTo: "\(gathering)/frammote")
            },
            after("pamelding", person: "ida", signUp: nil), after("avmelding", person: "ida", signUp: "ida"),
            after("deltakere", ["deltaker": GatheringSignUp.Participant.trainee(solveig).code], person: "ravna", signUp: nil),
            Form(route: "/veiledere/samlinger/:samling/deltakere/fjern", person: "ravna", wanted: ["fjern": signUp.text]) { test, _ in
                try await test.database.write { connection in
                    let change = try ChangeLog.record(.signedUp, by: TestRegister.recorder, at: TestApplication.now, on: connection)
                    try FactWriter(connection: connection, change: change).add(
                        id: signUp.text,
                        GatheringSignUp(gathering: TestSupervision.gathering, participant: .trainee(ida), name: "Ida Nilsen"),
                        in: Period(startingOn: TestApplication.today))
                }
                return Place(gathering, sentTo: "\(gathering)/deltakere/fjern")
            },
        ]
    }
}
