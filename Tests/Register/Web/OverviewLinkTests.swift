import AlisDomain
import Foundation
import HTTPTypes
import Testing

@testable import Alis

/// Every figure leads to the list behind it, and what is taken out says what it answers.
@Suite struct OverviewLinkTests {
    @Test func `every figure that counts persons is as long as the list it leads to`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        let page = try await jon.get("/oversikt?kommuner=alle").text
        let anchor = /<a href="(\/alis\?[^"]*)"[^>]*>(?:<b>)?([0-9\u{202F}]+)(?:<\/b>)?<\/a>/
        let links = page.matches(of: anchor).map { (String($0.1).replacing("&amp;", with: "&"), String($0.2)) }
        #expect(links.count > 30)
        for kind in ["region=", "sted=uten", "halvar=", "foretak=", "per=2"] {
            #expect(links.contains { $0.0.contains(kind) }, "no figure leads to a list by \(kind)")
        }
        for (address, number) in links {
            let list = try await jon.get(address).text
            #expect(list.contains("<h1>\(number) "), "\(number) leads to \(address)")
        }
    }

    @Test(arguments: TestEngine.all)
    func `a county that two offices share is counted for each, and leads to each one's list`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let jon = try await test.client(as: "jon")
        for place in ["Halden", "Asker", "Nordre Follo"] {
            let fields = [
                ("fornavn", "Vik"), ("etternavn", "En \(place)"), ("fodt", "1990"), ("startet", "1.9.2022"), ("ordning", "ny"),
                ("kommune", place), ("form", "fastlonn"), ("prosent", "100"), ("fra", "1.9.2022"),
            ]
            #expect(try await jon.post("/alis/ny", fields).status == 303, "\(place)")
        }
        let page = try await jon.get("/oversikt?per=2023-05-17").text
        for office in ["OST", "SOR"] {
            #expect(
                page.contains("href=\"/oversikt?per=2023-05-17&amp;kontor=\(office)&amp;fylke=30\">")
                    || page.contains("fylke=30&amp;kontor=\(office)\">"))
        }
        let anchor = /<a href="(\/(?:alis|kommuner)\?[^"]*)"[^>]*>(?:<b>)?([0-9\u{202F}]+)(?:<\/b>)?<\/a>/
        let links = page.matches(of: anchor).map { (String($0.1).replacing("&amp;", with: "&"), String($0.2)) }
        let shared = links.filter { $0.0.contains("fylke=30") }
        #expect(shared.count >= 4 && shared.allSatisfy { $0.0.contains("kontor=") })
        for (address, number) in links {
            #expect(try await jon.get(address).text.contains("<h1>\(number) "), "\(number) leads to \(address)")
        }
    }

    @Test func `what a list cannot be narrowed to is said, as on the overview`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        for part in ["halvar=abc", "maal=zzz", "foretak=ZZ", "region=QQ", "sted=hjemme", "kontor=zzz", "per=tull", "sentralitet=9"] {
            let page = try await jon.get("/alis?\(part)")
            let typed = part.split(separator: "=")[1]
            #expect(page.status == 400 && page.text.contains("«\(typed)» er ikke") && page.text.contains("id=\"feil\""), "\(part)")
            #expect(try await jon.get("/alis.csv?\(part)").location == "/alis?\(part)")
        }
        #expect(try await jon.get("/alis?halvar=2027-1&maal=aktive&foretak=NLSH&region=HN").status == 200)
    }

    @Test(arguments: TestEngine.all)
    func `coverage leads to the municipalities that have not confirmed`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (jon, hilde) = (try await test.client(as: "jon"), try await test.client(as: "hilde"))
        #expect(try await hilde.post("/kommuner/1841-fauske/bekreftelse", [("_once", "a")]).status == 303)
        let page = try await jon.get("/oversikt").text
        #expect(page.contains("href=\"/kommuner?bekreftet=nei\""))
        #expect(page.contains("href=\"/kommuner?bekreftet=nei&amp;kontor=NORD\""))
        let without = try await jon.get("/kommuner?kontor=NORD&bekreftet=nei").text
        #expect(!without.contains(">Fauske<") && without.contains(">Bodø<") && without.contains("ikke bekreftet siste halvår</h1>"))
        let with = try await jon.get("/kommuner?bekreftet=ja").text
        #expect(with.contains("<h1>1 kommune bekreftet siste halvår</h1>") && with.contains(">Fauske<"))
        #expect(try await jon.get("/kommuner.csv?bekreftet=ja").text.split(separator: "\r\n").last?.contains("Fauske") == true)
    }

    @Test func `the old scheme's figure and countdown lead to those it concerns`() async throws {
        let test = try await TestApplication.make()
        let (jon, hilde) = (try await test.client(as: "jon"), try await test.client(as: "hilde"))
        let page = try await jon.get("/oversikt").text
        #expect(page.components(separatedBy: "href=\"/oppfolging/gammel-ordning\"").count == 3)
        // A municipality has the page for its own; a trust finds those who wish for it in the list.
        #expect(try await hilde.get("/oversikt").text.contains("href=\"/oppfolging/gammel-ordning\""))
        let trust = try await test.client(as: "elin").get("/oversikt").text
        #expect(!trust.contains("/oppfolging/gammel-ordning") && trust.contains("/alis?maal=gammel-ordning"))
        // Asked about another day, the figure leads to that day's list.
        #expect(try await jon.get("/oversikt?per=2026-01-01").text.contains("/alis?per=2026-01-01&amp;maal=gammel-ordning"))
    }

    @Test func `a county that is asked for is seen, and can be taken away`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        let page = try await jon.get("/oversikt?fylke=15").text
        #expect(page.contains("Fylke: Møre og Romsdal <a href=\"/oversikt\">") && page.contains("<select id=\"fylke\""))
        let none = try await jon.get("/oversikt?fylke=15&kontor=NORD").text
        #expect(none.contains("Ingen kommuner passer til utvalget: Møre og Romsdal + "))
    }

    @Test func `the rows by office add up to all`() async throws {
        let test = try await TestApplication.make()
        let page = try await test.client(as: "jon").get("/oversikt").text
        let table = try #require(page.components(separatedBy: "Etter kontor</h2>").last?.components(separatedBy: "</table>").first)
        #expect(table.contains("Uten registrert arbeidssted"))
    }

    @Test func `a workbook has a sheet for the question, the table, the wishes and the trend`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        let reply = try await jon.get("/oversikt.xlsx?per=2026-11-01&kjent=2026-11-10&kontor=NORD")
        let book = try SpreadsheetReader.read(reply.bytes, fileName: "x.xlsx")
        #expect(book.sheets.map(\.name) == ["Om uttrekket", "Oversikt", "Ønsker", "Utvikling"])
        let front = book.sheets[0].rows.map { row in row.cells.map(\.value.shownText).joined(separator: ": ") }.joined(separator: "\n")
        for fact in [
            "Per dato: 1.11.2026", "Slik vi visste det: 10.11.2026 kl. 23.59", "Kontor: ALIS-kontor Nord", "aktive ALIS: Leger med",
            "/oversikt?per=2026-11-01",
        ] { #expect(front.contains(fact), "\(fact)") }
        let name = reply.headers[.contentDisposition] ?? ""
        #expect(name.contains("alis-oversikt-2026-11-01-kjent-2026-11-10-2359-kontor-NORD.xlsx"))
        // What is counted through the year would be read as the year's on a 1 January.
        let trend = book.sheets[3].rows.map { row in row.cells.map(\.value.shownText).joined(separator: ";") }.joined(separator: "\n")
        #expect(trend.contains("gammel ordning") && !trend.contains("startet i år") && !trend.contains("ferdige spesialister i år"))
        let list = try await jon.get("/alis.csv?per=2026-11-01").headers[.contentDisposition] ?? ""
        #expect(list.contains("\"alis-2026-11-01"), "\(list)")
    }

    @Test func `a day to come is said to be no forecast, on the page and in the file`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        let note = "De er ikke en prognose."
        for address in ["/oversikt", "/alis", "/kommuner", "/oversikt.csv"] {
            #expect(try await jon.get("\(address)?per=2031-01-01").text.contains(note), "\(address)")
            #expect(try await !jon.get(address).text.contains(note), "\(address)")
        }
    }

    @Test func `CSV says the same above its heading, and is read back`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        let reply = try await jon.get("/oversikt.csv?kontor=NORD")
        let lines = reply.text.replacing("\u{FEFF}", with: "").split(separator: "\r\n")
        let heading = try #require(lines.firstIndex { !$0.hasPrefix("#") && !$0.hasPrefix("\"#") })
        #expect(lines[heading].hasPrefix("Nivå;Sted;Nummer;") || lines[heading].hasPrefix("Nivå;Sted;"))
        #expect(lines.prefix(heading).contains { $0.contains("# Kontor: ALIS-kontor Nord") })
        // A list that may be sent in again begins with its heading.
        #expect(try await jon.get("/alis.csv").text.replacing("\u{FEFF}", with: "").hasPrefix("Etternavn;Fornavn;"))
    }

    @Test func `the start page of those who see the whole country begins with who has not confirmed`() async throws {
        let test = try await TestApplication.make()
        for key in ["jon", "priya"] {
            let page = try await test.client(as: key).get("/").text
            #expect(page.contains("kommuner har ikke bekreftet det siste halve året"), "\(key)")
        }
        let marte = try await test.client(as: "marte").get("/").text
        #expect(marte.contains("Ingenting venter på deg") && !marte.contains("Dette venter på deg"))
    }
}
