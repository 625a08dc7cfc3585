import AlisDomain
import Testing

@testable import Alis

/// What tests of the plan's pages do again and again: register the municipality, draft a plan, read a form's hidden marks.
enum PlanDeskWork {
    static func ida() throws -> TestRegister.Person { try #require(TestRegister.person("ida")) }

    static func marks(_ page: String, _ names: [String] = ["_once", "_based", "_vist"]) -> [(String, String)] {
        names.compactMap { name in
            guard let range = page.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
            return (name, String(page[range.upperBound...].prefix { $0 != "\"" }))
        }
    }

    /// Fauske is registered from the scheme's first day, and Ida has a plan with a hospital period in the autumn of 2027.
    static func draft(
        _ hilde: TestClient, from day: String = TestApplication.today.norwegian, hospital half: String = "2027-2"
    ) async throws -> String {
        let registration = "/kommuner/1841-fauske/registrering"
        _ = try await hilde.post(
            registration,
            [("spesialitet", "generalPractice"), ("status", "registered"), ("fra", "1.3.2019"), ("til", "")]
                + marks(try await hilde.get(registration).text))
        let path = "/alis/\(try ida().id)/plan"
        let form = try await hilde.get("\(path)/utkast").text
        let sent = try await hilde.post(
            "\(path)/utkast",
            [
                ("fra", day), ("prosent", "80"), ("kommune", "Fauske"), ("halvaar", half), ("maaneder", "6"),
                ("foretak", "NLSH"),
            ] + marks(form))
        #expect(sent.status == 303)
        return path
    }

    /// The hospital period begins another day.
    static func moveHospital(_ client: TestClient, _ path: String, to day: String) async throws {
        let fields = [("hva", "sykehus"), ("fra", day), ("til", ""), ("prosent", ""), ("fravaer", "parentalLeave"), ("kommune", "")]
        let query = "prov=1&" + fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        let tried = try await client.get("\(path)/hva-om?\(query)")
        #expect(try await client.post("\(path)/hva-om", fields + marks(tried.text)).status == 303)
    }
}
