import AlisDomain
import Foundation
import Testing

@testable import Alis

/// A municipality's public plan.
@Suite struct GeneralPlanTests {
    private func marks(_ page: String) -> [(String, String)] {
        ["_once", "_based"].compactMap { name in
            guard let range = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
            return (name, String(page[range.upperBound...].prefix { $0 != "\"" }))
        }
    }

    @Test(arguments: TestEngine.all)
    func `a municipality writes its plan, everybody reads it, and two who write do not lose each other's words`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, ravna, anders) = (
            try await test.client(as: "hilde"), try await test.client(as: "ravna"), try await test.client(as: "anders")
        )
        let (edit, page) = ("/kommuner/1841-fauske/utdanningsplan", "/utdanningsplaner/1841-fauske")
        let stranger = test.client()
        #expect(try await stranger.get(page).text.contains("har ikke lagt ut planen"))
        let (hers, his) = (try await hilde.get(edit).text, try await ravna.get(edit).text)
        let nothing = try await hilde.post(edit, GeneralPlan.Section.allCases.map { ($0.rawValue, "") } + marks(hers))
        #expect(nothing.status == 422)
        #expect(
            try await hilde.post(edit, [("arenas", "Legekontoret\nSykehjemmet <b>"), ("responsibility", "Kommunalsjefen")] + marks(hers))
                .status == 303)
        let read = try await stranger.get(page).text
        #expect(read.contains("<p>Sykehjemmet &lt;b&gt;</p>") && read.contains("Kommunalsjefen") && read.contains("Ikke skrevet ennå"))
        #expect(try await stranger.get("/utdanningsplaner").text.contains("Fauske"))
        let late = try await ravna.post(edit, [("arenas", "Noe annet")] + marks(his))
        #expect(late.status == 409 && late.text.contains("Noe annet"))
        #expect(try await anders.get(edit).status == 404)
        #expect(try await anders.post(edit, [("arenas", "x")]).status == 404)
    }
}
