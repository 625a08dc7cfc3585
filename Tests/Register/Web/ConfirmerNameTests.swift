import AlisDomain
import Testing

@testable import Alis

/// Who has confirmed is told by name to those who work with the municipality, and by role to all others. That no address tells more is
/// walked in `AccessMatrixTests`; this is what is told.
@Suite struct ConfirmerNameTests {
    private func address(_ key: String, _ test: TestApplication) async throws -> String {
        let view = try await test.application.register.current()
        let id = try #require(MunicipalityID(key))
        return view.directory.address(of: id, on: TestApplication.today)
    }

    @Test(arguments: TestEngine.all)
    func `role and day for others, the name for those who work with the municipality`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        try await TestConfirmers.fill(test.database, newID: test.surroundings.newID)
        let fauske = try await address("fauske", test)
        let day = TestApplication.today.adding(days: -10).norwegian
        let pages = ["/kommuner", fauske, "/kommuner.csv", "/kommuner.xlsx", fauske + "/alis.csv", fauske + "/alis.xlsx"]
        for key in ["hilde", "ravna", "jon"] {
            let client = try await test.client(as: key)
            for page in pages where page != fauske + "/alis.csv" {
                #expect(try await client.get(page).readableText.contains(TestConfirmers.confirmer(of: "fauske")), "\(page) as \(key)")
            }
        }
        for key in ["anders", "samira", "elin", "priya"] {
            let client = try await test.client(as: key)
            for page in pages {
                let text = try await client.get(page).readableText
                #expect(!text.contains(TestConfirmers.confirmer(of: "fauske")), "\(page) as \(key)")
                if page != fauske + "/alis.csv" { #expect(text.contains(day) && text.contains("kommunen"), "\(page) as \(key)") }
            }
        }
    }

    @Test func `who has confirmed a doctor's municipality is told to her and her own, and not to the trust she wishes for`() async throws {
        let test = try await TestApplication.make()
        try await TestConfirmers.fill(test.database, newID: test.surroundings.newID)
        let page = "/alis/\(try #require(TestRegister.person("ida")).id)"
        for key in ["ida", "hilde"] {
            #expect(try await test.client(as: key).get(page).text.contains(TestConfirmers.confirmer(of: "fauske")), "\(key)")
        }
        let seen = try await test.client(as: "elin").get(page)
        #expect(seen.status == 200 && seen.text.contains("av kommunen") && !seen.text.contains("Bekrefter-"))
    }

    @Test func `the command line's tables name nobody who has confirmed`() async throws {
        let test = try await TestApplication.make()
        try await TestConfirmers.fill(test.database, newID: test.surroundings.newID)
        let view = try await test.application.register.current()
        for table in TerminalExport.Table.allCases {
            let made = TerminalExport.table(table, view: view, asOf: TestApplication.today, at: TestApplication.now)
            let text = String(decoding: CSVWriter.bytes(of: made), as: UTF8.self)
            #expect(text.contains("Fauske") && !text.contains("Bekrefter-"))
        }
    }
}
