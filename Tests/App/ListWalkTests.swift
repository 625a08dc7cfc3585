import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Every list of the product, found among its addresses: the page's rows and the files' are the same, however they are sorted.
@Suite struct ListWalkTests {
    private func paths(_ test: TestApplication) -> [String] {
        test.routes.filter(\.isList).flatMap { route in
            route.path.contains(":liste")
                ? CourseWorkRoutes.kept.map { route.path.replacing(":liste", with: CourseWorkTexts.code($0)) } : [route.path]
        }
    }

    /// What stands as the heading of each row, without tags.
    private func heads(_ page: TestClient.Reply) -> [String] {
        let list = page.text.components(separatedBy: "<div class=\"scroll\"").dropFirst().first ?? ""
        return list.matches(of: /<th scope="row">(.*?)<\/th>/.dotMatchesNewlines()).map {
            String($0.1).replacing(/<[^>]*>/, with: "").replacing("&#39;", with: "'")
        }
    }

    /// The rows of a file under its heading.
    private func rows(_ file: TestClient.Reply, _ name: String) throws -> [String] {
        let book = try SpreadsheetReader.read(file.bytes, fileName: name)
        let sheet = try #require(name.hasSuffix(".csv") || book.sheets.count == 1 ? book.sheets.first : book.sheets.dropFirst().first)
        return sheet.rows.map { row in row.cells.map(\.value.shownText).joined(separator: " ") }
    }

    private func link(_ page: TestClient.Reply, _ ending: String) throws -> String {
        let found = try #require(
            page.text.firstMatch(of: try Regex("href=\"([^\"]*\\.\(ending)[^\"]*)\"", as: (Substring, Substring).self)))
        return String(found.1).replacing("&amp;", with: "&")
    }

    @Test(arguments: ["jon", "hilde"])
    func `page and files have the same rows, by every heading`(key: String) async throws {
        let test = try await TestApplication.make()
        try await TestConfirmers.fill(test.database, newID: test.surroundings.newID)
        let client = try await test.client(as: key)
        var walked = 0
        for path in paths(test) {
            let page = try await client.get(path)
            if page.status == 404 { continue }
            #expect(page.status == 200, "\(path)")
            let sorts = page.text.matches(of: /<th scope="col"[^>]*><a href="[^"]*[?;]sorter=([a-z]+)"/).map { String($0.1) }
            for sort in [""] + sorts.flatMap({ [$0, $0 + "-ned"] }) {
                let whole = try await client.get("\(path)?side=alle" + (sort.isEmpty ? "" : "&sorter=\(sort)"))
                let order = sort.hasSuffix("-ned") ? "descending" : "ascending"
                #expect(whole.text.components(separatedBy: "aria-sort=\"\(order)\"").count == (sort.isEmpty ? 1 : 2), "\(path) \(sort)")
                let shown = heads(whole)
                for ending in ["csv", "xlsx"] {
                    let address = try link(whole, ending)
                    #expect(address.contains("sorter=\(sort)") == !sort.isEmpty)
                    let taken = try rows(try await client.get(address), "x.\(ending)").suffix(shown.count)
                    for (head, row) in zip(shown, taken) {
                        for word in head.split(separator: " ") { #expect(row.contains(word), "\(address): \(head) is not in \(row)") }
                    }
                    #expect(taken.count == shown.count, "\(address)")
                }
            }
            walked += sorts.count
        }
        #expect(walked > 30)
    }

    @Test func `an office that a list is narrowed to stays in every address of it`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        var narrowed = 0
        for path in paths(test) {
            guard try await jon.get(path).text.contains("<select id=\"kontor\"") else { continue }
            let page = try await jon.get("\(path)?kontor=NORD&sorter=navn").text
            let pattern = try Regex("href=\"(\(path)(?:\\.csv|\\.xlsx)?\\?[^\"]*)\"", as: (Substring, Substring).self)
            let links = page.matches(of: pattern).map { String($0.1) }
            #expect(links.count > 3 && links.allSatisfy { $0.contains("kontor=NORD") || $0.contains("fylke=") }, "\(path): \(links)")
            #expect(page.contains("name=\"sorter\" value=\"navn\""), "\(path)")
            narrowed += 1
        }
        #expect(narrowed >= 4)
    }

    @Test func `a file that was asked for in a way nobody understands leads to the page, which says so`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        for (path, query) in [("/alis", "per=tull"), ("/kommuner", "per=tull"), ("/veiledere", "ledig=mange")] {
            for ending in ["csv", "xlsx"] { #expect(try await jon.get("\(path).\(ending)?\(query)").location == "\(path)?\(query)") }
            let page = try await jon.get("\(path)?\(query)")
            #expect(page.status == 400 && page.text.contains("id=\"feil\""), "\(path)")
        }
    }
}
