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
        // The first time there is a template with what is known, and in brackets what somebody must write.
        let first = try await hilde.get(edit).text
        #expect(first.contains("Malen er fylt ut") && first.contains("ALIS-kontor Nord") && first.contains("[Skriv"))
        let (hers, his) = (try await hilde.get(edit).text, try await ravna.get(edit).text)
        let nothing = try await hilde.post(edit, GeneralPlan.Section.allCases.map { ($0.rawValue, "") } + marks(hers))
        #expect(nothing.status == 422)
        #expect(
            try await hilde.post(
                edit,
                [("arenas", "Legekontoret\nSykehjemmet <b>"), ("responsibility", "Kommunalsjefen"), ("assessment", "[Skriv hvem]")]
                    + marks(hers)
            ).status == 303)
        // A draft is nobody else's to read.
        #expect(try await stranger.get(page).text.contains("har ikke lagt ut planen"))
        #expect(!(try await stranger.get("/utdanningsplaner").text.contains("Fauske")))
        let late = try await ravna.post(edit, [("arenas", "Noe annet")] + marks(his))
        #expect(late.status == 409 && late.text.contains("Noe annet"))
        #expect(try await anders.get(edit).status == 404)
        #expect(try await anders.post(edit, [("arenas", "x")]).status == 404)

        // Published by the municipality alone, and not while something stands in brackets.
        let publish = "\(edit)/publisering"
        #expect(try await ravna.get(edit).text.contains("Bare kommunen kan publisere"))
        #expect(try await ravna.post(publish, marks(try await ravna.get(edit).text)).status == 404)
        let early = try await hilde.post(publish, marks(try await hilde.get(edit).text))
        #expect(early.status == 422 && early.text.contains("hakeparentes. Skriv det"))
        let some = [("arenas", "Legekontoret\nSykehjemmet <b>"), ("responsibility", "Kommunalsjefen")]
        #expect(try await hilde.post(edit, some + marks(try await hilde.get(edit).text)).status == 303)
        // A plan has all its sections before it is public; each that lacks is named where it is written.
        let partly = try await hilde.post(publish, marks(try await hilde.get(edit).text))
        #expect(partly.status == 422 && partly.text.contains("«Slik vurderes kompetansen» er ikke skrevet"))
        #expect(try await stranger.get(page).text.contains("har ikke lagt ut planen"))
        // The template can be had for what is empty, beside what is written.
        let fetched = try await hilde.get("\(edit)?mal=1").text
        #expect(fetched.contains("Kommunalsjefen") && fetched.contains("[Skriv hvem som er leder"))
        let rest = ["organisation", "assessment", "supervision", "objectives"].map { ($0, "Slik er det hos oss") }
        #expect(try await hilde.post(edit, some + rest + marks(try await hilde.get(edit).text)).status == 303)
        #expect(try await hilde.post(publish, marks(his)).status == 409)
        #expect(try await hilde.post(publish, marks(try await hilde.get(edit).text)).status == 303)
        let read = try await stranger.get(page).text
        #expect(read.contains("<p>Sykehjemmet &lt;b&gt;</p>") && read.contains("Kommunalsjefen"))
        #expect(try await stranger.get("/utdanningsplaner").text.contains("Fauske"))
        // What is written next is a draft again, and the public reads what was published.
        _ = try await hilde.post(edit, [("arenas", "Helt nytt")] + marks(try await hilde.get(edit).text))
        #expect(!(try await stranger.get(page).text.contains("Helt nytt")))
        #expect(try await hilde.get(edit).text.contains("Utkastet er endret siden"))
    }
}
