import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Reports of statuses and catalogues of objectives, read in through the pages.
@Suite struct ObjectiveImportFlowTests {
    private func ida() throws -> TestRegister.Person { try #require(TestRegister.person("ida")) }

    private func marks(_ page: String) -> [(String, String)] {
        ["_once", "sett"].compactMap { name in
            guard let range = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
            return (name, String(page[range.upperBound...].prefix { $0 != "\"" }))
        }
    }

    private func send(
        _ client: TestClient, _ text: String, to path: String = "/laeringsmal/rapport", name: String = "rapport.csv",
        _ fields: [(String, String)] = [], encoding: String.Encoding = .utf8
    ) async throws -> TestClient.Reply {
        let bytes = Array(try #require(text.data(using: encoding)))
        return try await client.upload(path, fields, files: [TestClient.File(field: "fil", name: name, type: "text/csv", bytes: bytes)])
    }

    private func accept(_ client: TestClient, _ path: String, _ more: [(String, String)] = []) async throws -> TestClient.Reply {
        let bare = String(path.prefix { $0 != "?" })
        let page = try await client.get(bare).text
        return try await client.post("\(bare)/godta", marks(page) + more)
    }

    @Test(arguments: TestEngine.all)
    func `a file that waits is found again from the start page and where its kind is sent, until it is laid away`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (hilde, ravna) = (try await test.client(as: "hilde"), try await test.client(as: "ravna"))
        let hpr = try #require(try ida().trainee.hpr?.digits)
        let sent = try await send(hilde, "HPR-nummer;Læringsmål;Status\n\(hpr);ALM-001;Godkjent\n", name: "september.csv")
        let file = String(try #require(sent.location).prefix { $0 != "?" })
        let start = try await hilde.follow(try await hilde.get("/"))
        #expect(start.text.contains("href=\"\(file)\"") && start.text.contains("venter på deg: september.csv"))
        #expect(try await hilde.get("/laeringsmal/rapport").text.contains("<a href=\"\(file)\">september.csv</a>"))
        for page in ["/", "/laeringsmal/rapport"] {
            #expect(try await !ravna.follow(try await ravna.get(page)).text.contains("september.csv"), "\(page)")
        }
        #expect(try await hilde.post("\(file)/forkast").status == 303)
        for page in ["/", "/laeringsmal/rapport"] {
            #expect(try await !hilde.follow(try await hilde.get(page)).text.contains("september.csv"), "\(page)")
        }
    }

    @Test(arguments: TestEngine.all)
    func `a report of several doctors is taken in row by row, and the same file again changes nothing`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let hpr = try #require(try ida().trainee.hpr?.digits)
        let outside = try #require(TestRegister.person("torbjorn")?.trainee.hpr?.digits)
        let text = """
            Rapport tatt ut 12.10.2026;;;
            HPR-nummer;Læringsmål;Status;Godkjent dato
            \(hpr);ALM-055 Samarbeid;Godkjent;3.5.2026
            \(hpr);ALM-063;Påbegynt;
            \(hpr);ALM-777;Godkjent;3.5.2026
            \(outside);ALM-055;Godkjent;3.5.2026
            """
        let sent = try await send(hilde, text, encoding: .windowsCP1252)
        let path = try #require(sent.location)
        let page = try await hilde.get(path).text
        for words in ["12.10.2026", "«ALM-777» er ikke et mål i katalogen", "Ta inn 2 rader", "HPR-nummer \(outside)", "Ida Nilsen"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(!page.contains("Torbjørn"))
        // Nothing is written before it is accepted.
        let objectives = "/alis/\(try ida().id)/laeringsmal"
        #expect(try await hilde.get(objectives).text.contains("Ingenting er ført ennå"))
        #expect(try await accept(hilde, path).location?.contains("tatt=2") == true)
        let after = try await hilde.get(objectives).text
        #expect(after.contains("Godkjent 3.5.2026") && after.contains("Kompetanseportalen, rapport 12.10.2026"))
        // What waited still waits, and there is nothing new in the rest.
        #expect(try await hilde.get(path).text.contains("Filen sier ikke noe nytt"))

        let again = try #require(try await send(hilde, text, encoding: .windowsCP1252).location)
        #expect(try await hilde.get(again).text.contains("Filen sier ikke noe nytt"))
        let before = try await test.fingerprint()
        #expect(try await accept(hilde, again).status == 303)
        #expect(try await test.fingerprint() == before)

        // The file is the sender's own.
        let ravna = try await test.client(as: "ravna")
        #expect(try await ravna.get(String(path.prefix { $0 != "?" })).status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `a lower status is asked about, and an older report leaves what is newer alone`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let client = try await test.client(as: "ida")
        let objectives = "/alis/\(try ida().id)/laeringsmal"
        let first = try #require(
            try await send(client, "Kode;Status;Dato\nALM-055;Godkjent;3.5.2026\nALM-063;I gang;\n", [("dag", "1.9.2026")]).location)
        #expect(try await accept(client, first).location?.contains("tatt=2") == true)

        // A newer report says less of one: asked about, and left when nobody says yes.
        let lower = try #require(
            try await send(client, "Kode;Status;Dato\nALM-055;Returnert;\nALM-063;Godkjent;1.10.2026\n", [("dag", "1.11.2026")]).location)
        let page = try await client.get(lower).text
        #expect(
            page.contains("er lavere enn det vi har") && page.contains("name=\"lavere\" value=\"2\"") && page.contains("Ta inn 1 rad"))
        #expect(try await accept(client, lower).location?.contains("tatt=1") == true)
        #expect(try await client.get(objectives).text.contains("Godkjent 3.5.2026"))
        #expect(try await accept(client, lower, [("lavere", "2")]).location?.contains("tatt=1") == true)
        #expect(!(try await client.get(objectives).text.contains("Godkjent 3.5.2026")))

        // An older one is left alone, and says so.
        let older = try #require(
            try await send(client, "Kode;Status;Dato\nALM-055;Godkjent;3.5.2026\n", [("dag", "1.6.2026")]).location)
        let said = try await client.get(older).text
        #expect(said.contains("Det som er ført, er nyere enn rapporten") && said.contains("Filen sier ikke noe nytt"))
    }

    @Test(arguments: TestEngine.all)
    func `a spreadsheet with real dates and numbers is read as a text file is`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let digits = try #require(try ida().trainee.hpr?.digits)
        let hpr = try #require(Int(digits))
        let day = try #require(CalendarDay(iso: "2026-05-03"))
        let table = ExportTable(
            name: "Rapport", columns: ["HPR-nr.", "Kode", "Status", "Godkjent dato"].map { ExportColumn($0) },
            rows: [
                [.integer(hpr), .text("ALM-055"), .text("Godkjent"), .day(day)],
                [.integer(hpr), .text("ALM-063"), .text("Anbefalt"), .day(day)],
            ])
        let bytes = try SpreadsheetWriter.bytes(of: [table], madeAt: TestApplication.now)
        let sent = try await hilde.upload(
            "/laeringsmal/rapport", [("dag", "12.10.2026")],
            files: [TestClient.File(field: "fil", name: "rapport.xlsx", type: MediaType.xlsx, bytes: bytes)])
        #expect(try await accept(hilde, try #require(sent.location)).location?.contains("tatt=2") == true)
        let page = try await hilde.get("/alis/\(try ida().id)/laeringsmal").text
        #expect(page.contains("Godkjent 3.5.2026") && page.contains("Anbefalt 3.5.2026"))

        // And out again, with what the filter shows; not for another municipality.
        let out = try await hilde.get("/alis/\(try ida().id)/laeringsmal.csv?vis=anbefalt").text
        #expect(out.contains("ALM-063") && out.contains("2026-05-03") && !out.contains("ALM-055"))
        let anders = try await test.client(as: "anders")
        #expect(try await anders.get("/alis/\(try ida().id)/laeringsmal.xlsx").status == 404)
    }

    @Test(arguments: TestEngine.all)
    func `what a doctor reads in of herself is not confirmed by the municipality until its leader does`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, hilde) = (try await test.client(as: "ida"), try await test.client(as: "hilde"))
        let objectives = "/alis/\(try self.ida().id)/laeringsmal"
        let sent = try await send(ida, "Rapport 12.10.2026;;\nKode;Status;Dato\nALM-055;Godkjent;3.5.2026\nALM-063;Godkjent;4.5.2026")
        #expect(try await accept(ida, try #require(sent.location)).location?.contains("tatt=2") == true)
        for client in [ida, hilde] {
            #expect(try await client.get(objectives).text.contains("lest inn av legen selv 12.10.2026. Ikke bekreftet av kommunen"))
        }
        #expect(try await hilde.get("/alis/\(try self.ida().id)/plan").text.contains("2 er ført for hånd eller lest inn av legen selv"))
        // She cannot confirm it herself; the leader can.
        let form = "\(objectives)/handling?gjor=bekreft&mal=ALM-055"
        #expect(try await ida.get(form).status == 404)
        let page = try await hilde.get(form)
        #expect(page.status == 200 && page.text.contains("Du bekrefter som kommunens leder"))
        let fields = [("gjor", "bekreft"), ("mal", "ALM-055")]
        #expect(try await hilde.post("\(objectives)/handling", fields + based(page.text)).status == 303)
        #expect(try await ida.get("\(objectives)/mal/ALM-055").text.contains("Bekreftet av kommunen 18.11.2026"))
        #expect(try await ida.get("\(objectives)/mal/ALM-063").text.contains("Ikke bekreftet av kommunen"))
        let again = try await hilde.get(form).text
        let twice = try await hilde.post("\(objectives)/handling", fields + based(again))
        #expect(twice.status == 422 && twice.text.contains("Det er ikke noe å bekrefte"))
        // Her own file again does not take it back.
        let repeated = try #require(try await send(ida, "Rapport 13.10.2026;;\nKode;Status;Dato\nALM-055;Godkjent;3.5.2026").location)
        #expect(try await ida.get(repeated).text.contains("Filen sier ikke noe nytt"))
    }

    private func based(_ page: String) -> [(String, String)] {
        ["_once", "_based"].compactMap { name in
            guard let range = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
            return (name, String(page[range.upperBound...].prefix { $0 != "\"" }))
        }
    }

    @Test(arguments: TestEngine.all)
    func `a list that has changed since it was shown is not taken in`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let client = try await test.client(as: "ida")
        let path = try #require(try await send(client, "Kode;Status\nALM-055;I gang\n", [("dag", "1.11.2026")]).location)
        let shown = marks(try await client.get(path).text)
        let other = try #require(try await send(client, "Kode;Status\nALM-055;Godkjent\n", [("dag", "2.11.2026")]).location)
        #expect(try await accept(client, other).status == 303)
        #expect(try await client.post("\(path)/godta", shown).location == "\(path)?nytt=1")
        #expect(try await client.get("\(path)?nytt=1").text.contains("Ingenting ble tatt inn"))
        #expect(try await client.post("\(path)/forkast").status == 303)
        #expect(try await client.get(path).status == 404)
        for act in ["kolonner", "godta"] { #expect(try await client.post("\(path)/\(act)", shown).status == 404, "\(act)") }
        #expect(try await client.post("\(path)/forkast").status == 303)
    }

    @Test(arguments: TestEngine.all)
    func `columns and the report's day are chosen by hand when they are not recognised`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let client = try await test.client(as: "ida")
        let sent = try await send(client, "Hva;Hvordan;Når\nALM-055;Godkjent;3.5.2026\n")
        let path = String(try #require(sent.location).prefix { $0 != "?" })
        #expect(sent.location?.contains("utendag") == true)
        #expect(try await client.get(path).text.contains("Vi fant ikke alle kolonnene"))
        let wrong = try await client.post("\(path)/kolonner", [("dag", "32.1.2026"), ("rad", "1"), ("kol.0", "kode")])
        #expect(wrong.status == 422 && wrong.text.contains("32.1.2026"))
        let chosen = try await client.post(
            "\(path)/kolonner", [("dag", "12.10.2026"), ("rad", "1"), ("kol.0", "kode"), ("kol.1", "status"), ("kol.2", "dag")])
        #expect(chosen.location == path)
        let page = try await client.get(path).text
        #expect(page.contains("Ta inn 1 rad") && page.contains("12.10.2026"))
        let ahead = try await client.post("\(path)/kolonner", [("dag", "1.12.2026")])
        #expect(ahead.status == 422)
    }

    @Test(arguments: TestEngine.all)
    func `files that cannot be read get one clear sentence each`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let client = try await test.client(as: "hilde")
        func upload(_ bytes: [UInt8]) async throws -> TestClient.Reply {
            try await client.upload(
                "/laeringsmal/rapport", files: [TestClient.File(field: "fil", name: "x.xlsx", type: "text/csv", bytes: bytes)])
        }
        for (bytes, words) in [
            ([], "Filen er tom"), ([0x50, 0x4B, 3, 4] + [UInt8](repeating: 7, count: 300), "filen mangler"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600), "xls"),
            ([0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3], "ikke et regneark"),
        ] {
            let reply = try await upload(bytes)
            #expect(reply.status == 422 && reply.text.contains(words), "\(words)")
        }
        #expect(try await upload(Array(repeating: 0x41, count: 8_100_000)).text.contains("grensen er 8 MB"))
        #expect(try await client.post("/laeringsmal/rapport").text.contains("Velg en fil"))
        let many = "Kode;Status\n" + String(repeating: "ALM-055;I gang\n", count: 31_000)
        #expect(try await upload(Array(many.utf8)).text.contains("flere enn \(Format.number(30_000)) rader"))
    }

    @Test(arguments: TestEngine.all)
    func `an imported catalogue takes the place of the sample, and what doctors have keeps its name`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        // The Directorate decides what the objectives are; the test's reader of the catalogue is hers.
        let (jon, ida) = (try await test.client(as: "priya"), try await test.client(as: "ida"))
        let objectives = "/alis/\(try self.ida().id)/laeringsmal"
        let report = try #require(
            try await send(ida, "Kode;Status;Dato\nFKM-PROVE-01;Godkjent;3.5.2026\n", [("dag", "1.9.2026")]).location)
        #expect(try await accept(ida, report).status == 303)

        let text = """
            Kode;Gjelder fra;Gjelder til og med;Erstatter;Tittel bokmål;Tittel nynorsk;Kilde
            FKM-A;1.3.2026;;FKM-PROVE-01;Første prøvemål;Første prøvemål;prøve
            FKM-B;1.3.2026;;;Andre prøvemål;Andre prøvemål;prøve
            FKM-C;i går;;;Tredje prøvemål;;prøve
            """
        let path = try #require(try await send(jon, text, to: "/laeringsmal/katalog", name: "katalog.csv").location)
        let page = try await jon.get(path).text
        #expect(page.contains("«i går» er ikke en dato") && page.contains("Ta inn 2 rader"))
        #expect(try await accept(jon, path).location?.contains("tatt=2") == true)
        let open = try await test.client().get("/laeringsmal").text
        #expect(open.contains("Første prøvemål") && !open.contains("FKM-PROVE-02") && open.contains("ALM-055"))
        // What she has is not asked for any more, keeps its name, and stands under what came instead.
        let hers = try await ida.get(objectives).text
        #expect(hers.contains("FKM-A") && hers.contains("FKM-PROVE-01 Etikk og lovverk") && hers.contains("<b>0</b> / 2"))
        // The same file again is nothing new, and a changed title is shown as a change.
        let again = try #require(try await send(jon, text, to: "/laeringsmal/katalog", name: "katalog.csv").location)
        #expect(try await jon.get(again).text.contains("Filen sier ikke noe nytt"))
        let newer = text.replacingOccurrences(of: "Andre prøvemål;", with: "Andre mål, rettet;")
        let third = try #require(try await send(jon, newer, to: "/laeringsmal/katalog", name: "katalog.csv").location)
        #expect(try await jon.get(third).text.contains("Andre mål, rettet"))
        #expect(try await accept(jon, third).location?.contains("tatt=1") == true)

        // Out again in the form it is read in, and a template.
        let file = try await test.client().get("/laeringsmal/katalog.csv")
        #expect(file.status == 200 && file.text.contains("FKM-B"))
        #expect(try await jon.get("/laeringsmal/katalog/mal.xlsx").contentType == MediaType.xlsx)
        #expect(try await test.client(as: "jon").get("/laeringsmal/katalog").status == 200)
        // Municipalities and offices look, and do not read in.
        for key in ["hilde", "ravna", "ingvild"] {
            let client = try await test.client(as: key)
            #expect(try await client.get("/laeringsmal/katalog").status == 404, "\(key)")
            #expect(try await send(client, text, to: "/laeringsmal/katalog", name: "katalog.csv").status == 404, "\(key)")
            let page = try await client.get("/laeringsmal").text
            #expect(page.contains("Helsedirektoratet eller en administrator") && !page.contains("href=\"/laeringsmal/katalog\""), "\(key)")
        }
    }

    @Test(arguments: TestEngine.all)
    func `an import that replaces what waits for the leader says so first, and leaves it in the queue`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (training, today) = (try self.ida().trainingID, TestApplication.today)
        let code = try #require(Objective.Code("ALM-068"))
        try await test.database.write { connection in
            let number = try ChangeLog.record(.objectiveRecorded, by: TestRegister.recorder, at: TestApplication.now, on: connection)
            let record = ObjectiveRecord(objective: code, status: .recommended(on: today), origin: .approvedHere, reportedOn: today)
            try FactWriter(connection: connection, change: number).add(
                id: RecordID(high: 7, low: 7).text, TrainingObjective(training: training, record: record), in: Period(startingOn: today))
        }
        let (priya, hilde) = (try await test.client(as: "priya"), try await test.client(as: "hilde"))
        let queue = "/arbeidslister/laeringsmaal-venter"
        #expect(try await hilde.get(queue).text.contains("Ida Nilsen"))
        // The file leaves the sample's other objectives out; only one says what it came instead of.
        let text = """
            Kode;Gjelder fra;Erstatter;Tittel bokmål;Kilde
            ALM-200;1.3.2026;ALM-068;Nytt prøvemål;prøve
            """
        let path = try #require(try await send(priya, text, to: "/laeringsmal/katalog", name: "katalog.csv").location)
        let page = try await priya.get(path).text
        #expect(page.contains("1 lege har noe under vei i det som byttes ut: 1 mål i alt, og 1 av dem venter på kommunens leder"))
        #expect(!page.contains("Ida Nilsen"))
        #expect(try await accept(priya, path).location?.contains("tatt=1") == true)
        #expect(try await hilde.get(queue).text.contains("Ida Nilsen"))
        let hers = try await hilde.get("/alis/\(try self.ida().id)/laeringsmal?vis=venter").text
        #expect(hers.contains("value=\"ALM-068\"") && hers.contains("godkjenner ikke ALM-200"))
    }

    @Test(arguments: TestEngine.all)
    func `a day that is none keeps the file, and is put right on the next page`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let client = try await test.client(as: "ida")
        let sent = try await send(client, "Kode;Status\nALM-055;Godkjent\n", [("dag", "31.02.2026")])
        let path = try #require(sent.location)
        let page = try await client.get(path).text
        #expect(page.contains("«31.02.2026» finnes ikke som dato") && page.contains("value=\"31.02.2026\"") && !page.contains("/godta"))
        let bare = String(path.prefix { $0 != "?" })
        #expect(try await client.post("\(bare)/kolonner", [("dag", "1.9.2026"), ("kol.0", "kode"), ("kol.1", "status")]).status == 303)
        #expect(try await accept(client, bare).location?.contains("tatt=1") == true)
        let result = try await client.get("\(bare)?tatt=1").text
        #expect(result.contains("Se læringsmålene: <a href") && result.contains("Ida Nilsen") && result.contains("Legg bort filen"))
        let aside = try await client.post("\(bare)/forkast")
        #expect(try await client.get(try #require(aside.location)).text.contains("Det som ble tatt inn, blir stående"))
    }

    @Test(arguments: TestEngine.all)
    func `a mistake in the columns is said where it is, and the choices are kept`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let client = try await test.client(as: "ida")
        let sent = try await send(client, "Hva;Hvordan;Når\nALM-055;Godkjent;3.5.2026\n")
        let path = String(try #require(sent.location).prefix { $0 != "?" })
        #expect(try await client.get(path).text.contains("Det mangler: Kode for læringsmålet"))
        let wrong = try await client.post(
            "\(path)/kolonner", [("dag", "31.02.2026"), ("rad", "abc"), ("kol.0", "kode"), ("kol.1", "status"), ("kol.2", "status")])
        #expect(wrong.status == 422)
        for words in [
            "«31.02.2026» finnes ikke", "«abc» er ikke en rad", "«Status» er alt valgt for kolonne B", "value=\"abc\"",
            "<option value=\"kode\" selected>",
        ] { #expect(wrong.text.contains(words), "\(words)") }
    }
}
