import AlisDomain
import Foundation
import HTTPTypes
import Testing

@testable import Alis

/// What comes back to Alis from Alis: its own lists, and files that it has given back.
@Suite struct ImportReturnWebTests {
    private func send(_ bytes: [UInt8], _ client: TestClient, name: String) async throws -> String {
        let sent = try await client.upload("/innlesing", files: [.init(field: "fil", name: name, type: "x", bytes: bytes)])
        return try #require(sent.location)
    }

    private func hidden(_ name: String, in text: String) -> String {
        guard let start = text.range(of: "name=\"\(name)\" value=\""), let end = text[start.upperBound...].firstIndex(of: "\"") else {
            return ""
        }
        return String(text[start.upperBound..<end])
    }

    private func accept(_ address: String, _ client: TestClient) async throws {
        let path = address.prefix { $0 != "?" }
        let page = try await client.get(address).text
        let form = [("_once", hidden("_once", in: page)), ("sett", hidden("sett", in: page))]
        #expect(try await client.post("\(path)/godta", form).location == "\(path)?lagret=1")
    }

    @Test(arguments: TestEngine.all)
    func `a file with what looks like an identity number is not kept, and is told by its cells`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let text = "Etternavn;Fornavn;HPR-nr;Merknad\nHansen;Kari;995400146;01019012345\nBerg;Ola;;ringte 010190 12345 i går\n"
        let sent = try await hilde.upload(
            "/innlesing", files: [.init(field: "fil", name: "liste.csv", type: "text/csv", bytes: Array(text.utf8))])
        #expect(sent.status == 422 && sent.text.contains("2 celler") && sent.text.contains("D2, D3") && !sent.text.contains("12345"))
        #expect(try await test.database.read { try $0.count("SELECT COUNT(*) FROM sentFile") } == 0)
        let clean = text.replacing("01019012345", with: "").replacing("010190 12345", with: "")
        _ = try await send(Array(clean.utf8), hilde, name: "liste.csv")
        #expect(try await test.database.read { try $0.count("SELECT COUNT(*) FROM sentFile") } == 1)
    }

    @Test(arguments: TestEngine.all)
    func `an identity number in a heading, a note, a sheet's name or the file's own name is kept nowhere`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        func row(_ cells: [String]) -> String {
            "<row>\(cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined())</row>"
        }
        let rows = row(["Navn", "HPR-nummer", "Kommune"]) + row(["Kari Prøve", "995400146", "Fauske"])
        var note = TestPackage(sheet: rows)
        note.add(
            "xl/comments1.xml",
            "<comments><commentList><comment ref=\"B2\"><text><r><t>fnr 018290 </t></r><r><rPr><b/></rPr><t>12345</t></r></text></comment></commentList></comments>"
        )
        var named = TestPackage(sheet: rows)
        named.parts = named.parts.map {
            ($0.name, Array(String(decoding: $0.content, as: UTF8.self).replacing("Ark1", with: "018290-12345").utf8))
        }
        let heading = TestPackage(sheet: row(["Navn", "HPR-nummer", "Ymse ０１８２９０ １２３４５"]) + row(["Kari Prøve", "995400146", "Fauske"]))
        for (package, place) in [(note, "B2"), (named, "Ark1"), (heading, "C1")] {
            let sent = try await hilde.upload("/innlesing", files: [.init(field: "fil", name: "l.xlsx", type: "x", bytes: package.bytes)])
            #expect(sent.status == 422 && sent.text.contains("1 celle med noe som ligner et fødselsnummer: \(place)"), "\(place)")
            #expect(!sent.text.contains("12345") && !sent.text.contains("１２３４５"))
        }
        let address = try await send(Array(ImportSample.list.utf8), hilde, name: "liste 018290 12345.csv")
        #expect(try await !hilde.get(address).text.contains("018290"))
        #expect(try await !hilde.get("/innlesing").text.contains("018290"))
    }

    @Test(arguments: ["f", "header", "filter", "prompt", "error", "shared", "pivot", "name", "table", "link", "sheet"])
    func `an identity number in what is not read is looked for too`(place: String) async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        func package(_ number: String) -> TestPackage {
            var formula = ""
            var after = ""
            var strings: [String] = []
            var workbook = ""
            switch place {
            case "f": formula = "<f>IF(B2=\(number),1,0)</f>"
            case "header": after = "<headerFooter><oddHeader>Liste for \(number)</oddHeader></headerFooter>"
            case "filter":
                after =
                    "<autoFilter ref=\"A1:C2\"><filterColumn colId=\"1\"><filters><filter val=\"\(number)\"/></filters></filterColumn></autoFilter>"
            case "prompt":
                after =
                    "<dataValidations><dataValidation prompt=\"Som \(number)\"><formula1>1</formula1></dataValidation></dataValidations>"
            case "error":
                after =
                    "<dataValidations><dataValidation error=\"Ikke \(number)\"><formula1>1</formula1></dataValidation></dataValidations>"
            case "shared": strings = ["<t>\(number)</t>"]
            case "name": workbook = "<definedNames><definedName name=\"Kari\">\"\(number)\"</definedName></definedNames>"
            default: break
            }
            let cells = ["Kari Prøve", "995400146", "Fauske"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
            let head = ["Navn", "HPR-nummer", "Kommune", "Prosent"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
            var package = TestPackage(
                sheet: "<row>\(head)</row><row>\(cells)<c>\(formula)<v>80</v></c></row>", after: after, workbook: workbook, strings: strings
            )
            switch place {
            case "pivot":
                package.add("xl/pivotCache/pivotCacheRecords1.xml", "<pivotCacheRecords><r><s v=\"\(number)\"/></r></pivotCacheRecords>")
            case "link":
                package.add(
                    "xl/worksheets/_rels/sheet1.xml.rels",
                    "<Relationships><Relationship Id=\"r\" Type=\"hyperlink\" Target=\"https://alis.example/\(number)\"/></Relationships>")
            case "sheet":
                package.add("xl/worksheets/sheet9.xml", "<worksheet><sheetData><row><c><v>\(number)</v></c></row></sheetData></worksheet>")
            case "table":
                package.add("xl/tables/table1.xml", "<table><calculatedColumnFormula>\(number)</calculatedColumnFormula></table>")
            default: break
            }
            return package
        }
        let refused = try await hilde.upload(
            "/innlesing", files: [.init(field: "fil", name: "l.xlsx", type: "x", bytes: package("01829012345").bytes)])
        #expect(refused.status == 422 && refused.text.contains("ligner et fødselsnummer") && !refused.text.contains("12345"))
        let taken = try await hilde.upload(
            "/innlesing", files: [.init(field: "fil", name: "l.xlsx", type: "x", bytes: package("4711").bytes)])
        #expect(taken.status == 303)
    }

    @Test func `long decimals and amounts in a workbook are no identity numbers`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let cells = ["Kari Prøve", "995400146", "Fauske"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
        let head = ["Navn", "HPR-nummer", "Kommune", "Lønn"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
        let rows = ["41667.41666666667", "208333.41666666667", "123456.10129012345", "0.10112012345"].map {
            "<row>\(cells)<c><f>LOOKUP(G2,{1,12,24,12345})+C2-101290-12345</f><v>\($0)</v></c></row>"
        }.joined()
        let after =
            "<conditionalFormatting><cfRule><colorScale><cfvo val=\"41667.41666666667\"/></colorScale></cfRule></conditionalFormatting>"
        let package = TestPackage(sheet: "<row>\(head)</row>\(rows)", after: after)
        let taken = try await hilde.upload("/innlesing", files: [.init(field: "fil", name: "l.xlsx", type: "x", bytes: package.bytes)])
        #expect(taken.status == 303)
        let parted = TestPackage(sheet: "<row>\(head)</row><row>\(cells)<c><v>10190.12345</v></c></row>")
        let refused = try await hilde.upload("/innlesing", files: [.init(field: "fil", name: "l.xlsx", type: "x", bytes: parted.bytes)])
        #expect(refused.status == 422)
    }

    @Test func `five digits under a heading of identity numbers are the rest of one, and postal codes are not`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        func sent(_ heading: String, _ value: String) async throws -> TestClient.Reply {
            let text = "Etternavn;Fornavn;Fødselsdato;\(heading);Kommune\nHansen;Kari;01.02.1990;\(value);Fauske\n"
            return try await hilde.upload(
                "/innlesing", files: [.init(field: "fil", name: "liste.csv", type: "text/csv", bytes: Array(text.utf8))])
        }
        for heading in ["Personnummer", "Personnr.", "FNR", "Pers.nr", "Personnr. (5 siffer)", "Personnummer (siste fem)"] {
            let refused = try await sent(heading, "12345")
            #expect(refused.status == 422 && refused.text.contains("D2") && !refused.text.contains("12345"), "\(heading)")
        }
        for value in ["1234", "123 45", "*12345"] { #expect(try await sent("Personnummer", value).status == 422, "\(value)") }
        #expect(try await sent("Pnr", "8200").status == 303)
        // Nor are these: pay, a date with an amount, a telephone number, a case.
        for value in ["41667,4166666667", "1.9.24 12000", "+47 912 34 567", "2024/10112-3", "1234.56.78903"] {
            #expect(try await sent("Merknad", value).status == 303, "\(value)")
        }
        #expect(try await sent("Merknad", "12345").status == 303)
    }

    @Test(arguments: TestEngine.all)
    func `a file that has been laid away takes no answers, asks nobody and is not taken in`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let hpr = try #require(TestRegister.person("peder")?.trainee.hpr?.digits)
        let list = ImportSample.list + "\nSandvik;Peder;\(hpr);1841;ny;01.03.2024;fastlønn;80 %\n"
        let address = try await send(Array(list.utf8), hilde, name: "liste.csv")
        let page = try await hilde.get(address).text
        #expect(page.contains("/spor") && page.contains("/godta"))
        #expect(try await hilde.post("\(address)/forkast").status == 303)
        let before = try await test.fingerprint()
        let marks = [("_once", hidden("_once", in: page)), ("sett", hidden("sett", in: page))]
        for (act, form) in [
            ("svar", [("t.q.0.4.trainingStart.row", "28.02.2021")]), ("spor", marks), ("kolonner", [("dag", "2026-11-01")]),
            ("godta", marks),
        ] { #expect(try await hilde.post("\(address)/\(act)", form).status == 404, "\(act)") }
        #expect(try await test.fingerprint() == before)
        #expect(try await hilde.post("\(address)/forkast").status == 303)
    }

    @Test(arguments: LanguageForm.allCases, ["hilde", "ravna", "jon"])
    func `our own lists change nothing when they come back, and ask nothing`(language: LanguageForm, key: String) async throws {
        let test = try await TestApplication.make()
        let client = try await test.client(as: key)
        await client.chooseLanguage(language)
        var rows = 0
        for path in ["/alis", "/kommuner/1841-fauske/alis", "/alis?maal=gammel-ordning"] {
            for format in ["csv", "xlsx"] {
                let parts = path.split(separator: "?", maxSplits: 1)
                let file = try await client.get("\(parts[0]).\(format)\(parts.count > 1 ? "?\(parts[1])" : "")")
                #expect(file.status == 200, "\(path) \(format)")
                let address = try await send(file.bytes, client, name: "liste.\(format)")
                let page = try await client.get(address).text
                #expect(!page.contains("/godta") && !page.contains("class=\"questions\""), "\(path).\(format)")
                #expect(!page.contains(", gjett"), "\(path).\(format)")
                if page.contains("id=\"uendret\"") { rows += 1 }
            }
        }
        #expect(rows >= 4)
    }

    @Test(arguments: TestEngine.all)
    func `what is seldom so is asked about with a way to say yes, and once answered it is taken in and not asked again`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let list =
            ImportSample.heading + """

                Prøve;Siv;980000011;1841;ny;01.01.2031;fastlønn;80 %
                Prøve;Tom;980000012;1841;gammel;01.01.2024;fastlønn;100
                """
        let address = try await send(Array(list.utf8), hilde, name: "liste.csv")
        let page = try await hilde.get(address).text
        #expect(page.contains("begynner 1.1.2031, mer enn et år fram i tid. Stemmer det?"))
        #expect(page.contains("oppstart 1.1.2024, da ny ordning gjaldt. Stemmer det?") && page.contains("Ja, det stemmer"))
        #expect(!page.contains("/godta") && page.contains("name=\"t.q.0.2.trainingStart.startsFarAhead-2031-01-01\""))
        let yes = [
            ("q.0.2.trainingStart.startsFarAhead-2031-01-01", "ja"), ("q.0.3.scheme.oldSchemeStartedLate-2024-01-01", "ja"),
        ]
        #expect(try await hilde.post("\(address)/svar", yes).status == 303)
        try await accept(address, hilde)
        #expect(try await hilde.get(address).text.contains("Tatt inn: 2 nye og 0 endret."))
        let back = try await hilde.get("\(address)/resultat.csv").bytes
        for bytes in [back, Array(list.utf8)] {
            let again = try await hilde.get(try await send(bytes, hilde, name: "igjen.csv")).text
            #expect(!again.contains("class=\"questions\"") && !again.contains("/godta"))
        }
    }

    @Test(arguments: TestEngine.all)
    func `the file that was given back is told what was answered, and asks nothing again`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let address = try await send(Array(ImportSample.list.utf8), hilde, name: "Leger høst 2026.csv")
        _ = try await hilde.post("\(address)/svar", [("t.q.0.4.trainingStart.row", "28.02.2021")])
        try await accept(address, hilde)
        let page = try await hilde.get(address).text
        #expect(page.contains("id=\"tatt-inn\"") && page.contains("\">Anne Prøve</a>"))
        let back = try await hilde.get("\(address)/resultat.csv")
        #expect(back.headers[.contentDisposition]?.contains("\"Leger-host-2026-resultat.csv\"") == true)
        let sheet = try SpreadsheetReader.read(back.bytes, fileName: "r.csv").sheets[0]
        #expect(sheet.row(number: 4)?[column: 8].shownText == "ok – lagt til")
        #expect(sheet.row(number: 4)?[column: 9].shownText.contains("Oppstart: du svarte 28.02.2021, her står 31.02.2021") == true)

        let again = try await send(back.bytes, hilde, name: "Leger-host-2026-resultat.csv")
        #expect(again.hasSuffix("?forrige=1"))
        let next = try await hilde.get(again).text
        #expect(!next.contains("/godta") && !next.contains("class=\"questions\"") && next.contains("er brukt igjen"))
        let twice = try await hilde.get("\(again.prefix { $0 != "?" })/resultat.csv")
        #expect(twice.text.hasPrefix(ImportSample.heading + ";Alis: resultat;Alis: forklaring\n"))
        #expect(try SpreadsheetReader.read(twice.bytes, fileName: "r.csv").sheets[0].columnCount == 10)
        // Somebody else has not answered.
        let other = try await send(back.bytes, try await test.client(as: "ravna"), name: "r.csv")
        #expect(!other.contains("forrige"))
    }

    @Test func `a corrected row of the template that was given back is taken in`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let rows = ["Prøve;Kari;980000001;1841;ny;01.03.2024;fastlønn;80 %", "Prøve;Anne;980000003;1841;ny;31.02.2025;fastlønn;100 %"]
        let address = try await send(Array(([ImportSample.heading] + rows).joined(separator: "\n").utf8), hilde, name: "mal.csv")
        try await accept(address, hilde)
        let back = try await hilde.get("\(address)/resultat.csv").text.replacingOccurrences(of: ";31.02.2025;", with: ";28.02.2025;")
        let again = try await send(Array(back.utf8), hilde, name: "mal-resultat.csv")
        let page = try await hilde.get(again).text
        #expect(!page.contains("class=\"questions\"") && page.contains("1 rad er klar") && page.contains("laget av Alis"))
        try await accept(again, hilde)
        #expect(try await hilde.get(again).text.contains("Tatt inn: 1 ny og 0 endret."))
    }

    @Test(arguments: TestEngine.all)
    func `every question about a day takes another one, and a national identity number is no answer`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let rows = [
            "Prøve;Kari;980000001;1841;ny;høsten 2024;fastlønn;80 %", "Prøve;Per;980000002;1841;ny;04/13/2021;fastlønn;80 %",
            "Prøve;Eva;12345;1841;ny;01.03.2024;fastlønn;80 %", "Prøve;Ola;980000004;1841;ny;;fastlønn;80 %",
        ]
        let address = try await send(Array(([ImportSample.heading] + rows).joined(separator: "\n").utf8), hilde, name: "l.csv")
        let page = try await hilde.get(address).text
        #expect(page.components(separatedBy: "name=\"t.").count == 5 && !page.contains("01019012345"))
        _ = try await hilde.post(
            "\(address)/svar",
            [
                ("t.q.0.2.trainingStart.row", "01.09.2024"), ("t.q.0.3.trainingStart.row", "15.04.2021"),
                ("t.q.0.4.hpr.row", "01019012345"),
                ("t.q.0.5.trainingStart.row", "1.8.2023"), ("q.0.4.hpr.row", "v:018290-12345"),
                ("klikk", "q.0.4.hpr.row=v%3A018290%2012345"),
            ])
        let next = try await hilde.get(address).text
        #expect(
            next.contains("3 rader er klare") && !next.contains("01019012345") && !next.contains("018290")
                && next.contains("name=\"t.q.0.4.hpr.row\""))
    }

    @Test(arguments: [
        ("Leger nord høst 2026.xlsx", "Leger-nord-host-2026"), ("ÅS-lista (v2).csv", "AS-lista-v2"), ("x-resultat.xlsx", "x"),
        ("Kárášjohka.xlsx", "Karasjohka"), ("...", "fil"), ("Færøy", "Faeroy"),
    ])
    func `the file that goes back is named as the one that came`(name: String, stem: String) {
        #expect(RegisterFile.plainStem(of: name) == stem)
    }
}
