import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Fills in the forms about a doctor's objectives as her browser would.
protocol ObjectiveForms {}

extension ObjectiveForms {
    func path(_ key: String = "ida") throws -> String { "/alis/\(try #require(TestRegister.person(key)).id)/laeringsmal" }

    func marks(_ page: String) -> [(String, String)] {
        ["_once", "_based", "sett"].compactMap { name in
            guard let range = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
            return (name, String(page[range.upperBound...].prefix { $0 != "\"" }))
        }
    }

    /// Opens an act's form for some objectives, and sends it.
    func act(
        _ client: TestClient, _ act: String, _ codes: [String], _ fields: [(String, String)] = []
    ) async throws -> TestClient.Reply {
        let path = try path()
        let chosen = codes.map { ("mal", $0) }
        let form = try await client.get("\(path)/handling?gjor=\(act)" + codes.map { "&mal=\($0)" }.joined())
        #expect(form.status == 200)
        return try await client.post("\(path)/handling", [("gjor", act)] + chosen + fields + marks(form.text))
    }
}
