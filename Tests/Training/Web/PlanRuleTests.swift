import AlisDomain
import Foundation
import Testing

@testable import Alis

/// What a plan says, with the rule and the reading behind it; what a what-if says, and no more.
@Suite struct PlanRuleTests {
    private func plan() throws -> String { "/alis/\(try #require(TestRegister.person("ida")).id)/plan" }

    private func marks(_ page: String, _ names: [String] = ["_once", "_based", "_vist"]) -> [(String, String)] {
        names.compactMap { name in
            guard let range = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
            return (name, String(page[range.upperBound...].prefix { $0 != "\"" }))
        }
    }

    @Test func `why a period does not count names the rule, its paragraph and its place`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let page = try await hilde.get(try plan()).text
        #expect(page.contains("href=\"/regler/gp-new#vilkaar-registeredEnterprise\""))
        #expect(page.contains("spesialistforskriften §§ 19 og 21 tredje ledd"))
        #expect(page.contains("Lest slik fra 22.11.2026."))
        let rules = try await hilde.get("/regler/gp-new").text
        #expect(rules.contains("id=\"vilkaar-registeredEnterprise\"") && rules.contains("id=\"lesning-lateSupervisor\""))
        #expect(rules.contains("Lest slik fra 22.11.2026.") && rules.contains("alis.no/…/individuell-veiledning"))
        #expect(rules.contains("id=\"konvertering-begunInTime\""))
        for path in ["/regler", "/regler/gp-old"] {
            let text = try await hilde.get(path).text
            #expect(text.contains("første dag er ikke slått opp") && !text.contains("1.1.2000"))
        }
        #expect(!(try await hilde.get("/regler/gp-old").text.contains("href=\"https://www.helsedirektoratet.no/nyheter/kad-og-sykehjem")))
    }

    @Test func `a what-if that reaches nowhere says so, and shows the leave among the periods`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let path = try plan()
        let empty = try await hilde.get("\(path)/hva-om").text
        #expect(!empty.contains("value=\"sykehus\""), "no hospital period to move")
        let tried = try await hilde.get(
            "\(path)/hva-om?prov=1&hva=permisjon&fra=1.1.2027&til=30.6.2027&fravaer=parentalLeave&prosent=100"
        ).text
        #expect(tried.contains("Planen når ikke fram, verken nå eller etter endringen."))
        #expect(!tried.contains("strong-line\">Ferdig"))
        #expect(tried.contains("1.1.2027–30.6.2027: Foreldrepermisjon") && tried.contains("(nytt)"))
    }

    @Test(arguments: TestEngine.all)
    func `the printout of an approved plan says that it was changed afterwards`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let path = try await PlanDeskWork.draft(hilde)
        let page = try await hilde.get(path).text
        #expect(try await hilde.post("\(path)/gjennomgang", [("slag", "approved")] + marks(page)).status == 303)
        #expect(!(try await hilde.get("\(path)/utskrift").text.contains("endret etter godkjenningen")))
        let add = try await hilde.get("\(path)/aktivitet/ny").text
        #expect(
            try await hilde.post(
                "\(path)/aktivitet/ny",
                [("slag", "basicCourseA"), ("fra", "1.3.2027"), ("til", "3.3.2027"), ("status", "plan")] + marks(add)
            ).status == 303)
        let print = try await hilde.get("\(path)/utskrift").text
        #expect(print.contains("Godkjent av kommunen") && print.contains("Planen er endret etter godkjenningen: 1 aktivitet."))
    }
}
