import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct PublicPagesTests {
    private static let pages = [
        "/", "/tall?per=2026-07-01", "/tall?per=2019-01-01", "/tall?per=2026-07-01&spurt=2026-11-15", "/tall.csv?per=2026-07-01",
        "/om-tallene", "/ovingsdata", "/tilgjengelighet",
        "/personvern",
    ]

    @Test(arguments: pages, LanguageForm.allCases)
    func `everyone can read it, and it names nobody`(path: String, language: LanguageForm) async throws {
        let test = try await TestApplication.make()
        let client = test.client()
        await client.chooseLanguage(language)
        let reply = try await client.get(path)
        #expect(reply.status == 200)
        for person in TestRegister.persons {
            #expect(!reply.text.contains(person.trainee.familyName), "\(path) names \(person.trainee.fullName)")
            if let hpr = person.trainee.hpr { #expect(!reply.text.contains(hpr.digits)) }
            #expect(!reply.text.contains(person.id.text))
        }
        if reply.contentType.hasPrefix("text/html") {
            #expect(reply.text.contains("<html lang=\"\(language.rawValue)\">"))
            #expect(reply.text.components(separatedBy: "<h1>").count == 2)
            #expect(!reply.text.contains("style="))
        }
    }

    /// The map has a hexagon for each municipality; what it says and where it leads is its county's.
    @Test func `the front page's map says nothing of a municipality`() async throws {
        let test = try await TestApplication.make()
        let view = try await test.application.register.current()
        let counties = Set(view.reference.counties(on: TestApplication.today).map(\.name))
        let text = try await test.client().get("/").text
        let titles = text.components(separatedBy: "<title>").dropFirst(2).map { String($0.prefix { $0 != "<" && $0 != ":" }) }
        #expect(titles.count == 357)
        #expect(Set(titles) == counties)
        let links = text.components(separatedBy: "<a href=\"").map { String($0.prefix { $0 != "\"" }) }.filter { $0.contains("fylke-") }
        #expect(links.count == 357 && links.allSatisfy { $0.hasPrefix("/tall?per=2026-07-01#fylke-") })
        #expect(!text.contains("/kommuner/"))
    }

    @Test func `the figures have rows for counties and nothing smaller`() async throws {
        let test = try await TestApplication.make()
        let view = try await test.application.register.current()
        let counties = view.reference.counties(on: TestApplication.today)
        let text = try await test.client().get("/tall?per=2026-07-01").text
        for county in counties { #expect(text.contains("id=\"fylke-\(county.number)\"")) }
        // Oslo is a county and a municipality at once.
        let names = Set(view.directory.municipalities(on: TestApplication.today).map(\.facts.name)).subtracting(counties.map(\.name))
        for name in names { #expect(!text.contains("<th scope=\"row\">\(name)</th>")) }
    }

    @Test func `the few persons of a small register are all hidden`() async throws {
        let test = try await TestApplication.make()
        let csv = try await test.client().get("/tall.csv?per=2026-07-01").text
        let lines = csv.split(whereSeparator: \.isNewline).dropFirst()
        #expect(lines.count > 20)
        for line in lines {
            let cells = line.split(separator: ";", omittingEmptySubsequences: false).dropFirst(4)
            // What is counted on the day, or in the year before; between them stand inhabitants and municipalities.
            for count in cells.prefix(5) + cells.dropFirst(8) {
                #expect(count == "skjult" || count == "0" || count == "" || (Int(count) ?? 0) > 4, "\(line)")
            }
        }
    }

    @Test func `an address of figures says its day, and other days lead to the nearest published one`() async throws {
        let client = try await TestApplication.make().client()
        #expect(try await client.get("/tall").location == "/tall?per=2026-07-01")
        #expect(try await client.get("/tall.csv").location == "/tall.csv?per=2026-07-01")
        #expect(try await client.get("/tall.xlsx").location == "/tall.xlsx?per=2026-07-01")
        #expect(try await client.get("/tall?per=2026-11-17").location == "/tall?per=2026-07-01&spurt=2026-11-17")
        #expect(try await client.get("/tall?per=1.3.2025").location == "/tall?per=2025-01-01&spurt=2025-03-01")
        #expect(try await client.get("/tall?per=2030-01-01").location == "/tall?per=2026-07-01&spurt=2030-01-01")
        #expect(try await client.get("/tall.csv?per=1999-01-01").location == "/tall.csv?per=2018-01-01")
        let moved = try await client.get("/tall?per=2025-01-01&spurt=2025-03-01").text
        #expect(moved.contains("Det finnes ikke offentlige tall per 1.3.2025. Her er de nærmeste, per 1.1.2025."))
        #expect(try await client.get("/tall?per=2025-01-01").text.contains("Begynte og ble ferdige i 2024"))
        let wrong = try await client.get("/tall?per=31.02.2025")
        #expect(wrong.status == 400 && wrong.text.contains("31.02.2025") && wrong.text.contains("role=\"alert\""))
    }

    @Test func `the spreadsheet opens`() async throws {
        let reply = try await TestApplication.make().client().get("/tall.xlsx?per=2026-07-01")
        #expect(reply.status == 200 && reply.contentType == MediaType.xlsx && reply.bytes.starts(with: [0x50, 0x4B]))
    }

    @Test func `the signed-in are not shown the front page`() async throws {
        let client = try await TestApplication.make().client(as: "ravna")
        let reply = try await client.get("/")
        #expect(reply.status == 303 || !reply.text.contains("class=\"front\""))
    }
}
