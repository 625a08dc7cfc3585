import AlisDomain
import Testing

@testable import Alis

/// What is taken out as a file, a paper or a calendar holds whom its page holds, for each who reads it.
@Suite struct ExportScopeTests {
    private static let readers = ["jon", "ravna", "hilde", "oddvar", "elin", "priya", "knut"]

    /// Pages and the files of them; the endings take the place of the last part.
    private static let pages: [(page: String, files: [String])] = [
        ("/alis", ["/alis.csv", "/alis.xlsx"]), ("/planer", ["/planer.csv", "/planer.xlsx"]),
        ("/kommuner/1841-fauske", ["/kommuner/1841-fauske/alis.csv", "/kommuner/1841-fauske/alis.xlsx"]),
        ("/kommuner/1151-utsira", ["/kommuner/1151-utsira/alis.csv", "/kommuner/1151-utsira/alis.xlsx"]),
        ("/kommuner", ["/kommuner.csv", "/kommuner.xlsx"]), ("/oversikt", ["/oversikt.csv", "/oversikt.xlsx"]),
        ("/veiledere", ["/veiledere.csv", "/veiledere.xlsx"]), ("/veiledere/mangel", ["/veiledere/mangel.csv", "/veiledere/mangel.xlsx"]),
        ("/veiledere/uten-veileder", ["/veiledere/uten-veileder.csv", "/veiledere/uten-veileder.xlsx"]),
        ("/veiledere/timer-mangler", ["/veiledere/timer-mangler.csv", "/veiledere/timer-mangler.xlsx"]),
        ("/oppfolging", ["/oppfolging.csv", "/oppfolging.xlsx"]),
        ("/oppfolging/gammel-ordning", ["/oppfolging/gammel-ordning.csv", "/oppfolging/gammel-ordning.xlsx"]),
        ("/arbeidslister/uten-plan", ["/arbeidslister/uten-plan/regneark.csv", "/arbeidslister/uten-plan/regneark.xlsx"]),
    ]

    /// Who is named in an answer: doctors, supervisors, and those who have confirmed.
    private func named(in reply: TestClient.Reply) -> Set<String> {
        guard reply.status == 200 else { return [] }
        let text = reply.readableText
        var found = Set(TestRegister.persons.filter { text.contains($0.trainee.familyName) }.map(\.key))
        found.formUnion(TestSupervision.supervisors.filter { text.contains($0.supervisor.name) }.map(\.supervisor.name))
        found.formUnion(TestConfirmers.municipalities.map { TestConfirmers.confirmer(of: $0) }.filter { text.contains($0) })
        return found
    }

    @Test(arguments: readers)
    func `a list's file names those whom the list names`(key: String) async throws {
        let test = try await TestApplication.make()
        try await TestConfirmers.fill(test.database, newID: test.surroundings.newID)
        let client = try await test.client(as: key)
        for (page, files) in Self.pages {
            let shown = try await client.get(page)
            for file in files {
                let taken = try await client.get(file)
                #expect((taken.status == 200) == (shown.status == 200), "\(file)")
                var listed = named(in: shown)
                let filed = named(in: taken)
                // Text has room for the doctors alone, and not for who has confirmed.
                if file.hasSuffix("/alis.csv") { listed = listed.filter { !$0.hasPrefix("Bodil") } }
                #expect(filed == listed, "\(file): \(filed.sorted()) and not \(listed.sorted())")
            }
        }
    }

    /// Who reads a doctor's papers: those in whose scope she is, she herself, and her supervisor.
    @Test(arguments: TestEngine.all)
    func `a doctor's plan and objectives are for the same on paper, in a file and in a calendar`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let plan: [String: Set<String>] = [
            "ida": ["jon", "ravna", "hilde", "elin", "knut", "ida"], "peder": ["jon", "ingvild", "oddvar"],
        ]
        for key in Self.readers + ["ingvild", "ida"] {
            let client = try await test.client(as: key)
            for (doctor, readers) in plan {
                let path = "/alis/\(try #require(TestRegister.person(doctor)).id)"
                for part in ["/plan", "/plan.ics", "/plan.pdf", "/plan/utskrift"] {
                    let status = try await client.get(path + part).status
                    #expect((status == 200) == readers.contains(key), "\(key) \(doctor)\(part): \(status)")
                }
                for part in ["/laeringsmal", "/laeringsmal.csv", "/laeringsmal.xlsx"] {
                    let status = try await client.get(path + part).status
                    #expect((status == 200) == (readers.contains(key) && key != "elin"), "\(key) \(doctor)\(part): \(status)")
                }
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `a calendar's secret address is the doctor's own to make, and names nobody else`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ida = try #require(TestRegister.person("ida"))
        let path = "/alis/\(ida.id)/plan/kalender"
        for key in ["hilde", "knut", "ravna", "jon", "torbjorn"] {
            try await test.expectClosed(try await test.client(as: key), get: [path], post: [path])
        }
        // Who answers for her municipality as well makes one for herself, and for nobody else.
        let both = try await test.client(as: "ida", and: try .municipality("fauske"))
        let other = "/alis/\(try #require(TestRegister.person("solveig")).id)/plan/kalender"
        try await test.expectClosed(both, get: [other], post: [other])
        let made = try await both.post(path, [("hva", "ny"), ("_once", "k")]).text
        let address = try #require(made.firstMatch(of: /\/kalender\/[A-Za-z0-9_-]+\.ics/)).0
        let feed = try await test.client().get(String(address))
        #expect(feed.status == 200 && feed.text.hasPrefix("BEGIN:VCALENDAR"))
        for person in TestRegister.persons { #expect(!feed.text.contains(person.trainee.familyName), "\(person.key)") }
        #expect(!feed.text.contains("Knut Rønning"))
    }

    @Test(arguments: TestEngine.all)
    func `a report's rows are about those whose records its sender keeps`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, peder) = (try #require(TestRegister.person("ida")), try #require(TestRegister.person("peder")))
        let report =
            "HPR-nummer;Læringsmål;Status;Dato\n"
            + [ida, peder].map { "\($0.trainee.hpr?.digits ?? "");ALM-055;Godkjent;01.06.2026\n" }.joined()
        let file = TestClient.File(field: "fil", name: "rapport.csv", type: "text/csv", bytes: Array(report.utf8))
        // Her own row is found by the doctor, her municipality and those above; another's is not, and is not named.
        for (key, seesIda, seesPeder) in [("ida", true, false), ("hilde", true, false), ("oddvar", false, true), ("jon", true, true)] {
            let client = try await test.client(as: key)
            let sent = try #require(try await client.upload("/laeringsmal/rapport", files: [file]).location)
            let page = try await client.get(sent).text
            #expect(page.contains("Ida Nilsen") == seesIda && page.contains("Peder Sandvik") == seesPeder, "\(key)")
            for other in ["hilde", "ravna", "jon", "ida"] where other != key {
                let reader = try await test.client(as: other)
                try await test.expectClosed(reader, get: [String(sent.prefix { $0 != "?" })])
            }
        }
        // One whom a municipality had once is not hers to report on.
        try await test.move(peder, to: "voss", from: TestApplication.today)
        let oddvar = try await test.client(as: "oddvar")
        let sent = try #require(try await oddvar.upload("/laeringsmal/rapport", files: [file]).location)
        #expect(!(try await oddvar.get(sent).text.contains("Peder Sandvik")))
        let begun = try await oddvar.get("/laeringsmal/rapport?lege=\(peder.id)")
        #expect(!begun.text.contains("Peder Sandvik"))
    }
}
