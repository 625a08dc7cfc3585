import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct ImportWebTests {
    private func send(_ text: String, _ client: TestClient, name: String = "liste.csv") async throws -> TestClient.Reply {
        try await client.upload("/innlesing", files: [.init(field: "fil", name: name, type: "text/csv", bytes: Array(text.utf8))])
    }

    private func hidden(_ name: String, in text: String) -> String {
        guard let start = text.range(of: "name=\"\(name)\" value=\""), let end = text[start.upperBound...].firstIndex(of: "\"") else {
            return ""
        }
        return String(text[start.upperBound..<end])
    }

    @Test(arguments: TestEngine.all)
    func `a list is sent, looked at, taken in and given back`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let before = try await ImportSample.trainees(test)
        let sent = try await send(ImportSample.list, hilde)
        let address = try #require(sent.location)
        #expect(sent.status == 303 && address.hasPrefix("/innlesing/"))
        let page = try await hilde.get(address).text
        #expect(page.contains("Rad 4, Oppstart: 31.02.2021 finnes ikke"))
        #expect(page.contains("<del>100 %</del> → <ins>60 %</ins>"))
        #expect(try await ImportSample.trainees(test) == before)

        let form = [("_once", hidden("_once", in: page)), ("sett", hidden("sett", in: page))]
        #expect(try await hilde.post("\(address)/godta", form).location == "\(address)?lagret=1")
        #expect(try await ImportSample.trainees(test) == before + 2)
        let changes = try await test.database.read { try $0.count("SELECT COUNT(*) FROM change") }
        #expect(try await hilde.post("\(address)/godta", form).status == 303)
        #expect(try await test.database.read { try $0.count("SELECT COUNT(*) FROM change") } == changes)
        #expect(try await hilde.get(address).text.contains("Tatt inn: 2 nye og 1 endret."))

        #expect(try await hilde.get("\(address)/resultat.xlsx").location == "\(address)/resultat.csv")
        let back = try await hilde.get("\(address)/resultat.csv")
        #expect(back.text.hasPrefix(ImportSample.heading + ";Alis: resultat;Alis: forklaring\nPrøve;Kari;"))
        let sheet = try SpreadsheetReader.read(back.bytes, fileName: "r.csv").sheets[0]
        #expect(sheet.row(number: 1)?[column: 8].shownText == "Alis: resultat")
        #expect(sheet.row(number: 2)?[column: 8].shownText == "ok – lagt til")
        #expect(sheet.row(number: 4)?[column: 8].shownText == "venter")
        #expect(sheet.row(number: 4)?[column: 9].shownText == "Oppstart: 31.02.2021 finnes ikke")
        #expect(sheet.row(number: 5)?[column: 8].shownText == "ok – endret")

        // The same file again.
        let again = try #require(try await send(ImportSample.list, hilde).location)
        let text = try await hilde.get(again).text
        #expect(!text.contains("/godta"))
    }

    @Test(arguments: TestEngine.all)
    func `an answer lets the row in, and what is stale is not done`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let address = try #require(try await send(ImportSample.list, hilde).location)
        let page = try await hilde.get(address).text
        let answer = ("t.q.0.4.trainingStart.row", "28.02.2021")
        #expect(try await hilde.post("\(address)/svar", [answer]).status == 303)
        let stale = [("_once", hidden("_once", in: page)), ("sett", hidden("sett", in: page))]
        #expect(try await hilde.post("\(address)/godta", stale).location == "\(address)?nytt=1")
        let next = try await hilde.get(address).text
        let form = [("_once", hidden("_once", in: next)), ("sett", hidden("sett", in: next))]
        _ = try await hilde.post("\(address)/godta", form)
        #expect(try await hilde.get(address).text.contains("Tatt inn: 3 nye og 1 endret."))
    }

    @Test(arguments: TestEngine.all)
    func `rows of other municipalities are refused in words, and name nobody there`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let list = ImportSample.heading + "\nRahimi;Noor;990000203;0301;ny;01.01.2018;fastlønn;50 %\n"
        let before = try await test.fingerprint()["engagement"]
        let address = try #require(try await send(list, hilde).location)
        let page = try await hilde.get(address).text
        #expect(page.contains("du kan ikke endre noe i Oslo") && !page.contains("/godta"))
        _ = try await hilde.post("\(address)/godta")
        #expect(try await test.fingerprint()["engagement"] == before)
    }

    @Test(arguments: TestEngine.all)
    func `an import is there for the one who sent it only`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let address = try #require(try await send(ImportSample.list, try await test.client(as: "hilde")).location)
        for other in ["ravna", "jon", "oddvar", "priya"] {
            let client = try await test.client(as: other)
            for path in ["", "/resultat.xlsx", "/resultat.csv"] { #expect(try await client.get(address + path).status == 404) }
            for path in ["/kolonner", "/svar", "/godta", "/forkast"] { #expect(try await client.post(address + path).status == 404) }
        }
    }

    @Test(arguments: TestEngine.all)
    func `a workbook goes back as a workbook, and headings without rows are said to be that`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let bytes = try spreadsheetFixture("libreoffice.xlsx")
        let sent = try await hilde.upload("/innlesing", files: [.init(field: "fil", name: "Liste.xlsx", type: "x", bytes: bytes)])
        let address = try #require(sent.location)
        #expect(try await hilde.get(address).text.contains("Filen slik du sendte den"))
        let back = try await hilde.get("\(address)/resultat.xlsx")
        #expect(back.contentType == MediaType.xlsx && back.bytes.starts(with: [0x50, 0x4B]))
        #expect(try SpreadsheetReader.read(back.bytes, fileName: "r.xlsx").sheets.count > 0)

        let empty = try #require(try await send(ImportSample.heading + "\n", hilde).location)
        #expect(try await hilde.get(empty).text.contains("ingen rader om leger"))
    }

    @Test(arguments: TestEngine.all)
    func `columns can be understood otherwise, and a file can be left`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let list = ImportSample.list.replacingOccurrences(of: "HPR-nr", with: "Ymse")
        let address = try #require(try await send(list, hilde).location)
        #expect(try await hilde.post("\(address)/kolonner", [("kol.0.2", "hpr"), ("dag", "2026-11-01")]).status == 303)
        let page = try await hilde.get(address).text
        #expect(page.contains("HPR-nummer, valgt av deg") && page.contains("gjelder per 1.11.2026"))
        #expect(try await hilde.post("\(address)/forkast").location == "/innlesing?forkastet=0")
        #expect(try await hilde.get("/innlesing").text.contains("lagt bort"))
    }

    @Test(arguments: TestEngine.all)
    func `a day that is none keeps the file, and is put right on its page`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let file = TestClient.File(field: "fil", name: "liste.csv", type: "text/csv", bytes: Array(ImportSample.list.utf8))
        let address = try #require(try await hilde.upload("/innlesing", [("dag", "31.02.2026")], files: [file]).location)
        let page = try await hilde.get(address).text
        #expect(page.contains("«31.02.2026» finnes ikke som dato") && page.contains("value=\"31.02.2026\""))
        let path = String(address.prefix { $0 != "?" })
        let wrong = try await hilde.post("\(path)/kolonner", [("dag", "32.1.2026")])
        #expect(wrong.status == 422 && wrong.text.contains("value=\"32.1.2026\""))
        #expect(try await hilde.post("\(path)/kolonner", [("dag", "2026-11-01")]).location == path)
        #expect(try await hilde.get(path).text.contains("gjelder per 1.11.2026"))
    }

    @Test(arguments: TestEngine.all)
    func `hostile files get one sentence and leave nothing behind`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let wide = String(repeating: "a;", count: 5_000) + "\n"
        let files: [(String, [UInt8])] = [
            ("tom.xlsx", []), ("bilde.png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]),
            ("halv.xlsx", [0x50, 0x4B, 3, 4, 20, 0]),
            ("gammel.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)),
            ("bred.csv", Array(wide.utf8)),
        ]
        let before = try await test.fingerprint()
        for (name, bytes) in files {
            let reply = try await hilde.upload("/innlesing", files: [.init(field: "fil", name: name, type: "x", bytes: bytes)])
            #expect(reply.status == 422, "\(name): \(reply.status)")
            #expect(reply.text.components(separatedBy: "id=\"fil-feil\"").count == 2, "\(name)")
        }
        #expect(try await hilde.post("/innlesing").status == 422)
        #expect(try await test.fingerprint() == before)
    }

    @Test func `the template comes in both language forms and is understood when it comes back`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        for language in LanguageForm.allCases {
            await hilde.chooseLanguage(language)
            let reply = try await hilde.get("/innlesing/mal.xlsx")
            let workbook = try SpreadsheetReader.read(reply.bytes, fileName: "mal.xlsx")
            let view = try await test.application.register.current()
            let work = ImportWork(
                workbook: workbook, day: TestApplication.today, scope: nil, today: TestApplication.today, view: view, isSynthetic: true)
            #expect(work.mapping.sheets[0].columns.count == ImportTemplate.columns.count)
            #expect(work.mapping.sheets[0].columns.allSatisfy { $0.sureness == .certain })
        }
    }

    @Test(arguments: TestEngine.all)
    func `a workbook whose list of contents is damaged is read, and goes back as its values`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        func row(_ number: Int, _ cells: [String]) -> String {
            "<row r=\"\(number)\">\(cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined())</row>"
        }
        let hpr = TestRegister.person("ida")?.trainee.hpr?.digits ?? ""
        var bytes = TestPackage(sheet: row(1, ["Navn", "HPR-nummer", "Kommune"]) + row(2, ["Ida Nilsen", hpr, "Fauske"])).bytes
        let place = try #require(bytes.firstRange(of: Array("content-types".utf8)))
        bytes[place.lowerBound] = UInt8(ascii: "X")
        let file = TestClient.File(field: "fil", name: "skadet.xlsx", type: MediaType.xlsx, bytes: bytes)
        let sent = try await hilde.upload("/innlesing", files: [file])
        let address = try #require(sent.location?.split(separator: "?").first.map(String.init), "\(sent.status)")
        #expect(try await hilde.get(address).text.contains("Ida Nilsen"))
        let back = try await hilde.get(address + "/resultat.xlsx")
        #expect(back.status == 200 && back.readableText.contains("Ida Nilsen"))
    }
}
