import AlisDomain
import Testing

@testable import Alis

/// What is said of two records, on the page and in the history of one of them, to those who see only the one.
@Suite struct OtherDoctorNameTests {
    private struct Story {
        let test: TestApplication
        /// In Fauske, and in Utsira.
        let (solveig, peder): (TestRegister.Person, TestRegister.Person)
        let merge = RecordID(high: 7, low: 1)

        init(_ engine: TestEngine = .sqlite) async throws {
            test = try await TestApplication.make(engine: engine)
            (solveig, peder) = (try #require(TestRegister.person("solveig")), try #require(TestRegister.person("peder")))
        }

        /// Peder's record is found to be Solveig's.
        func merged() async throws {
            let (id, value) = (merge, TraineeMerge(duplicate: peder.id, kept: solveig.id))
            try await test.record { try $0.add(id: id.text, value, in: .always) }
        }

        func split() async throws {
            let id = merge
            try await test.record { try $0.replace(TraineeMerge.self, id: id.text, with: []) }
        }

        func pages(_ key: String, of person: TestRegister.Person) async throws -> [String] {
            let client = try await test.client(as: key)
            var pages: [String] = []
            for page in ["/alis/\(person.id)", "/alis/\(person.id)/historikk"] {
                let reply = try await client.get(page)
                #expect(reply.status == 200, "\(key)")
                pages.append(reply.text)
            }
            return pages
        }
    }

    private static let unseen = "en lege du ikke har tilgang til"

    @Test(arguments: TestEngine.all)
    func `another doctor is named to those who see her, where the two are said to be two`(engine: TestEngine) async throws {
        let story = try await Story(engine)
        let (solveig, peder, ida) = (story.solveig, story.peder, try #require(TestRegister.person("ida")))
        try await story.test.record { writer in
            try writer.add(id: RecordID(high: 7, low: 2).text, DuplicateDismissal(solveig.id, peder.id), in: .always)
            try writer.add(id: RecordID(high: 7, low: 3).text, DuplicateDismissal(solveig.id, ida.id), in: .always)
        }
        let (sandvik, nilsen) = ("Ikke samme person som Peder Sandvik, HPR", "Ikke samme person som Ida Nilsen, HPR")
        for page in try await story.pages("hilde", of: solveig) {
            #expect(page.contains(nilsen) && page.contains("Ikke samme person som \(Self.unseen)") && !page.contains("Sandvik"))
        }
        for page in try await story.pages("oddvar", of: peder) {
            #expect(page.contains("Ikke samme person som \(Self.unseen)") && !page.contains("Breivik"))
        }
        for page in try await story.pages("jon", of: solveig) {
            #expect(page.contains(nilsen) && page.contains(sandvik) && !page.contains(Self.unseen))
        }
    }

    @Test func `a record is named where it is the same doctor, and no longer when it is not`() async throws {
        let story = try await Story()
        try await story.merged()
        for page in try await story.pages("hilde", of: story.solveig) {
            #expect(page.contains("Slått sammen med Peder Sandvik, HPR") && !page.contains(Self.unseen))
        }
        try await story.split()
        for page in try await story.pages("hilde", of: story.solveig) {
            #expect(page.contains("Slått sammen med \(Self.unseen)") && !page.contains("Sandvik"))
        }
    }

    @Test func `what the other record says is taken over by those who may change it, and by herself what is hers to change`() async throws {
        let story = try await Story()
        try await story.merged()
        let (hilde, elin) = (try await story.test.client(as: "hilde"), try await story.test.client(as: "elin"))
        let herself = try await story.test.client("Solveig Breivik", holding: try .doctor("solveig"))
        let path = "/alis/\(story.solveig.id)"
        let all: Set<String> = ["navn", "hpr", "fodt", "epost"]
        for (client, name, parts) in [(hilde, "hilde", all), (herself, "herself", ["epost"]), (elin, "elin", [])] {
            let page = try await client.get(path)
            #expect(page.status == 200 && page.text.contains("Fra den andre registreringen"), "\(name)")
            let offered = page.text.matches(of: /person\?fra=[0-9a-z]{26}(?:&|&amp;)felt=([a-z]+)"/).map { String($0.1) }
            #expect(Set(offered) == parts, "\(name)")
        }
    }
}
