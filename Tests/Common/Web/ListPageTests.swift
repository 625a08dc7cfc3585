import AlisDomain
import Testing

@testable import Alis

/// The machine that every list of the product is made with.
@Suite struct ListPageTests {
    private struct Row: Equatable {
        let name: String
        let place: String
        let count: Int
        let day: CalendarDay?
    }

    private let today = TestApplication.today
    private var frame: Frame { Frame(language: .bokmal, path: "/liste", today: today) }

    private func list(_ rows: [Row], _ query: String = "") -> ListPage<Row> {
        let columns: [ListColumn<Row>] = [
            ListColumn("Navn", sort: "navn", by: { .person($0.name) }, value: { .text($0.name) }) { "<a href=\"/x\">\($0.name)</a>" },
            ListColumn("Nummer", in: .file, value: { .integer($0.count * 10) }),
            ListColumn("Sted", sort: "sted", value: { .text($0.place) }),
            ListColumn("Antall", sort: "antall", value: { .integer($0.count) }),
            ListColumn("Dag", sort: "dag", explanation: "Når", value: { ExportValue($0.day) }),
            ListColumn("Gjør") { _ in "<a href=\"/y\">gjør</a>" },
        ]
        var page = ListPage(
            "Liste", columns, rows, empty: Text("Ingen.", nn: "Ingen."), query: FormData(urlEncoded: query),
            file: ListFile("liste", notes: ["Om lista"]))
        page.filters = Form.text("kontor", "Kontor", value: "", frame)
        return page
    }

    private func html(_ rows: [Row], _ query: String = "") -> String { list(rows, query).html(at: "/liste", files: "/liste", frame).text }

    /// The names in the order of the page.
    private func names(_ html: String) -> [String] { html.matches(of: /<th scope="row"><a href="\/x">([^<]*)<\/a>/).map { String($0.1) } }

    private let few = [
        Row(name: "Åse Berg", place: "Ås", count: 3, day: nil),
        Row(name: "Bo Ås", place: "Oslo", count: 20, day: CalendarDay(iso: "2026-02-01")),
        Row(name: "Ida Øye", place: "Ærøy", count: 100, day: CalendarDay(iso: "2025-12-31")),
        Row(name: "Per Zahl", place: "", count: 3, day: CalendarDay(iso: "2026-01-01")),
    ]
    private let many = (1...120).map { Row(name: "Lege \($0)", place: "Oslo", count: $0, day: nil) }

    @Test func `rows are sorted by what they mean: words as in a Norwegian dictionary, numbers, days, and what is not known last`() {
        let places = [
            ("navn", ["Åse Berg", "Per Zahl", "Ida Øye", "Bo Ås"]), ("navn-ned", ["Bo Ås", "Ida Øye", "Per Zahl", "Åse Berg"]),
            ("sted", ["Bo Ås", "Ida Øye", "Åse Berg", "Per Zahl"]), ("sted-ned", ["Åse Berg", "Ida Øye", "Bo Ås", "Per Zahl"]),
            ("antall", ["Åse Berg", "Per Zahl", "Bo Ås", "Ida Øye"]), ("antall-ned", ["Ida Øye", "Bo Ås", "Åse Berg", "Per Zahl"]),
            ("dag", ["Ida Øye", "Per Zahl", "Bo Ås", "Åse Berg"]), ("dag-ned", ["Bo Ås", "Per Zahl", "Ida Øye", "Åse Berg"]),
            ("", few.map(\.name)), ("tull", few.map(\.name)), ("navn-ned-ned", few.map(\.name)),
        ]
        for (sort, wanted) in places {
            #expect(names(html(few, "sorter=\(sort)")) == wanted, "\(sort)")
            #expect(list(few, "sorter=\(sort)").sheet.rows.map(\.first) == wanted.map { .text($0) }, "\(sort) in the file")
        }
    }

    @Test func `a heading sorts, then the other way, then not at all, and says which`() {
        let heading = { (query: String) in
            self.html(self.few, query).firstMatch(of: /<th scope="col"[^>]*><a href="[^"]*">Sted<\/a>/).map { String($0.0) } ?? ""
        }
        #expect(heading("") == "<th scope=\"col\"><a href=\"/liste?sorter=sted\">Sted</a>")
        #expect(heading("sorter=sted") == "<th scope=\"col\" aria-sort=\"ascending\"><a href=\"/liste?sorter=sted-ned\">Sted</a>")
        #expect(heading("sorter=sted-ned") == "<th scope=\"col\" aria-sort=\"descending\"><a href=\"/liste\">Sted</a>")
        #expect(html(few).contains("<th scope=\"col\">Gjør</th>") && html(few).contains("<th scope=\"col\" class=\"num\"><a"))
    }

    @Test func `a page has fifty rows, says so, and leads to the others and to all of them for print`() {
        let first = html(many)
        #expect(names(first).count == 50 && first.contains("Viser 1–50 av 120"))
        #expect(first.contains("href=\"/liste?side=2\">Neste") && !first.contains("Forrige"))
        #expect(first.contains("href=\"/liste?side=alle\">Vis alle 120 til utskrift"))
        let last = html(many, "side=3")
        #expect(names(last).count == 20 && last.contains("Viser 101–120 av 120") && !last.contains("Neste"))
        #expect(last.contains("href=\"/liste?side=2\">Forrige"))
        #expect(html(many, "side=2").contains("href=\"/liste\">Forrige"))
        let whole = html(many, "side=alle")
        #expect(names(whole) == many.map(\.name) && whole.contains("Viser 1–120 av 120") && whole.contains("href=\"/liste\">Del i sider"))
        for side in ["0", "-4", "99", "x"] { #expect([50, 20].contains(names(html(many, "side=\(side)")).count), "\(side)") }
        #expect(!html(few).contains("utskrift") && html(few).contains("Viser 1–4 av 4"))
        #expect(html([]).contains("<p class=\"empty\">Ingen.</p>") && !html([]).contains("<table"))
    }

    @Test func `what the list is narrowed to stays in every address, and how it is sorted in the form`() {
        let page = html(many, "kontor=NORD&tom=&sorter=antall-ned&side=2")
        let links = page.matches(of: /href="(\/liste[^"]*)"/).map { String($0.1) }
        #expect(links.count > 7 && links.filter { !$0.contains("kontor=NORD") } == ["/liste"], "only the way to reset: \(links)")
        #expect(links.allSatisfy { !$0.contains("tom=") })
        #expect(
            page.contains("/liste.csv?kontor=NORD&amp;sorter=antall-ned") && page.contains("/liste.xlsx?kontor=NORD&amp;sorter=antall-ned"))
        #expect(page.contains("<input type=\"hidden\" name=\"sorter\" value=\"antall-ned\">"))
        #expect(page.contains("href=\"/liste?kontor=NORD&amp;sorter=antall-ned&amp;side=3\">Neste"))
    }

    @Test func `a card has its heading and each cell its column's, and only the page's columns`() {
        let page = html(few)
        #expect(
            page.contains(
                "<td data-label=\"Sted\">Oslo</td><td class=\"num\" data-label=\"Antall\">20</td><td data-label=\"Dag\">1.2.2026</td>"))
        #expect(page.contains("<td data-label=\"Sted\">–</td>") && !page.contains("Nummer"))
        let sheet = list(few).sheet
        #expect(sheet.columns.map(\.title) == ["Navn", "Nummer", "Sted", "Antall", "Dag"] && sheet.notes == ["Om lista"])
        #expect(sheet.columns.last?.explanation == "Når")
        #expect(sheet.rows[1] == [.text("Bo Ås"), .integer(200), .text("Oslo"), .integer(20), ExportValue(CalendarDay(iso: "2026-02-01"))])
    }

    @Test func `a file has all rows whatever page is shown, and a name that could be a formula is text`() throws {
        #expect(list(many, "side=2").sheet.rows.count == 120)
        let odd = [Row(name: "=HYPERLINK(\"x\")", place: "<b>", count: 1, day: nil)]
        #expect(html(odd).contains("&lt;b&gt;") && !html(odd).contains("<b>"))
        let csv = try list(odd).takenOut.reply(as: .csv, at: TestApplication.now)
        #expect(String(decoding: csv.body, as: UTF8.self).contains("\"'=HYPERLINK"))
        let book = try SpreadsheetReader.read(try list(odd).takenOut.reply(as: .xlsx, at: TestApplication.now).body, fileName: "x.xlsx")
        #expect(book.sheets.first?.name == "Liste" && book.sheets.first?.rows.last?[column: 0] == .text("=HYPERLINK(\"x\")"))
    }
}
