import AlisDomain
import Foundation
import Testing

@testable import Alis

/// The commands an operator types, run as the real program on a register with eight doctors.
@Suite struct CommandLineTests {
    private func register() async throws -> (test: TestApplication, database: String) {
        let test = try await TestApplication.makeForProgram()
        return (test, test.application.settings.database)
    }

    @Test func `every command explains itself`() async throws {
        for command in ["serve", "demo", "import", "export", "user", "reference", "overview", "plans", "verify", "backup", "restore"] {
            let help = try await TestProgram.run(command, "--help")
            #expect(help.code == 0 && help.output.contains("USAGE: alis \(command)"), "\(command)")
        }
        #expect(try await TestProgram.run("overvew").code == 64)
    }

    @Test func `a database that is not there is named, and nothing is made`() async throws {
        let missing = TestFolder.newPath() + ".sqlite"
        for command in ["overview", "verify", "export"] {
            let ending = try await TestProgram.run(command, "--database", missing)
            #expect(ending.code == 3 && ending.said.contains(missing), "\(command): \(ending.code) \(ending.said)")
        }
        #expect(!FileManager.default.fileExists(atPath: missing))
    }

    @Test func `a file that is no database is refused in words by every command that opens it`() async throws {
        let file = TestFolder.newPath() + ".sqlite"
        let text = String(repeating: "Kjære kommune, her er listen. ", count: 400)
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        for command in ["overview", "verify", "serve"] {
            let ending = try await TestProgram.run(command, "--database", file, "--root", TestApplication.root)
            #expect(ending.code != 0 && ending.said.contains(file) && !ending.said.contains("damaged("), "\(command): \(ending.said)")
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }

    @Test func `the overview at the terminal has the figures of the overview on screen`() async throws {
        let (test, database) = try await register()
        let today = TestApplication.today
        let table = try await TestProgram.run("overview", "--database", database, "--as-of", today.iso, "--by", "county")
        #expect(table.code == 0 && table.output.contains("Nordland"))
        let answer = try await TestProgram.run("overview", "--database", database, "--as-of", today.iso, "--json").json()
        let rows = try #require(answer["rows"] as? [[String: Any]])
        let counts = try #require(rows.last?["counts"] as? [String: Int])
        let view = try await RegisterCache(database: test.database).current()
        let members = view.answer(OverviewQuestion(asOf: today)).members
        #expect(counts["active"] == members.filter { $0.standing == .active }.count)
        #expect(try await TestProgram.run("overview", "--database", database, "--as-of", "2026-02-31").code == 64)
    }

    @Test func `every plan is worked out at the terminal`() async throws {
        let (test, database) = try await register()
        let day = TestApplication.today
        let lists = try #require(
            try await TestProgram.run("plans", "--database", database, "--as-of", day.iso, "--json").json()["lists"] as? [String: Int])
        let files = try await test.database.read { try PlanLoader(supervision: AssignedSupervision()).loadAll(asOf: day, on: $0) }
        let underWay = files.filter { $0.trainingCase.isUnderWay }
        #expect(lists["noPlan"] == underWay.filter { $0.record == nil }.count && !underWay.isEmpty)
        #expect(lists["planToApprove"] == nil, "it is not read here")
        let timed = try await TestProgram.run("plans", "--database", database, "--as-of", day.iso, "--repeat", "3").json()
        #expect(timed["doctors"] as? Int == underWay.count)
    }

    @Test func `the list of doctors comes out as a spreadsheet`() async throws {
        let (_, database) = try await register()
        let csv = try await TestProgram.run("export", "--database", database)
        #expect(csv.code == 0 && csv.output.contains("Nilsen"))
        let file = TestFolder.newPath() + ".xlsx"
        #expect(try await TestProgram.run("export", "--database", database, "--format", "xlsx", "--output", file).code == 0)
        let workbook = try SpreadsheetReader.read(Array(Data(contentsOf: URL(fileURLWithPath: file))), fileName: file)
        #expect((workbook.sheets.first?.rows.count ?? 0) > 8)
        // What is there is written over only when that is asked for.
        let again = try await TestProgram.run("export", "--database", database, "--output", file)
        #expect(again.code == 3 && again.said.contains("--force") && again.said.contains(file))
        #expect(try await TestProgram.run("export", "--database", database, "--output", file, "--force").code == 0)
        let before = try await TestProgram.run("export", "--database", database, "--known-at", "2015-01-01")
        #expect(before.code == 0 && !before.output.contains("Nilsen"))
        #expect(try await TestProgram.run("export", "--database", database, "--known-at", "i går").code == 64)
    }

    @Test func `an imported file comes back with what became of each row`() async throws {
        let (_, database) = try await register()
        let (list, result) = (TestFolder.newPath() + ".csv", TestFolder.newPath() + ".csv")
        let text = """
            Fornavn;Etternavn;Kommune;Ordning;Oppstart;Stilling %;Arbeidsform
            Prøve;Lista;Fauske;ny;1.9.2026;80 %;fastlønn
            Feil;Dato;Fauske;ny;31.02.2026;80 %;fastlønn

            """
        try text.write(toFile: list, atomically: true, encoding: .utf8)
        func read() async throws -> TestProgram.Ending {
            try await TestProgram.run("import", list, "--database", database, "--root", TestApplication.root, "--result", result)
        }
        let ending = try await read()
        #expect(ending.code == 2, "\(ending.said)")
        let lines = try String(contentsOfFile: result, encoding: .utf8).split(whereSeparator: \.isNewline)
        #expect(lines.count == 3 && lines[0].hasPrefix("Fornavn;Etternavn") && lines[1].contains(";ok"))
        #expect(lines[2].contains("31.02.2026 finnes ikke"))
        // What is there is not written over, and that is said before anything is read in.
        #expect(try await read().code == 64)
    }

    @Test func `a backup that the disk has no room for says so in one sentence and leaves nothing behind`() async throws {
        let (_, database) = try await register()
        let folder = TestFolder.newPath()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let ended = try await TestProgram.run(["backup", "--database", database, folder + "/kopi.sqlite"], largestFile: 400)
        #expect(ended.code == 1 && ended.said.contains("nothing was left behind"), "\(ended.code): \(ended.said)")
        #expect(ended.said.split(separator: "\n").count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }

    @Test func `a backup is whole, is restored, and neither overwrites what is there`() async throws {
        let (_, database) = try await register()
        let (copy, restored) = (TestFolder.newPath() + ".sqlite", TestFolder.newPath() + ".sqlite")
        #expect(try await TestProgram.run("backup", "--database", database, copy).code == 0)
        #expect(try await TestProgram.run("backup", "--database", database, copy).code == 3)
        #expect(try await TestProgram.run("restore", copy, "--database", restored).code == 0)
        #expect(try await TestProgram.run("restore", copy, "--database", restored).code == 3)
        let (before, after) = (
            try await TestProgram.run("export", "--database", database), try await TestProgram.run("export", "--database", restored)
        )
        #expect(before.output == after.output && !after.output.isEmpty)
        #expect(try await TestProgram.run("verify", "--database", restored).code == 0)
    }

    @Test func `verify finds a doctor recorded by nobody`() async throws {
        let (test, database) = try await register()
        #expect(try await TestProgram.run("verify", "--database", database).code == 0)
        try await test.database.write { connection in
            try connection.execute("PRAGMA ignore_check_constraints = ON")
            try connection.execute("UPDATE change SET byName = '' WHERE number = (SELECT MIN(number) FROM change)")
        }
        let ending = try await TestProgram.run("verify", "--database", database)
        #expect(ending.code == 1, "\(ending.output)")
    }

    @Test func `access is given, listed and ended`() async throws {
        let (_, database) = try await register()
        let added = try await TestProgram.run(
            "user", "add", "--database", database, "--name", "Kari Prøve", "--email", "kari@example.no", "--role", "administrator")
        #expect(added.code == 0, "\(added.said)")
        #expect(try await TestProgram.run("user", "list", "kari@", "--database", database).output.contains("Kari Prøve"))
        let again = try await TestProgram.run(
            "user", "add", "--database", database, "--name", "Kari To", "--email", "kari@example.no", "--role", "editor")
        #expect(again.code == 3)
        let link = try await TestProgram.run("user", "link", "kari@example.no", "--database", database, "--address", "https://alis.example")
        #expect(link.code == 0 && link.output.contains("https://alis.example/"))
        #expect(try await TestProgram.run("user", "end", "kari@example.no", "--database", database).code == 0)
        #expect(try await TestProgram.run("user", "end", "ingen@example.no", "--database", database).code == 4)
    }

    @Test func `reference data is brought up to date once, and the same again changes nothing`() async throws {
        let (_, database) = try await register()
        let folder = TestFolder.newPath()
        try FileManager.default.copyItem(atPath: TestApplication.root + "/Reference", toPath: folder)
        let same = try await TestProgram.run("reference", "update", folder, "--database", database, "--json")
        #expect(same.code == 0)
        let path = folder + "/deadlines.csv"
        var text = try String(contentsOfFile: path, encoding: .utf8)
        text = text.replacingOccurrences(of: "oldSchemeLastApplication,2026-12-31", with: "oldSchemeLastApplication,2026-02-31")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let wrong = try await TestProgram.run("reference", "update", folder, "--database", database)
        #expect(wrong.code == 1 && (wrong.output + wrong.said).contains("deadlines.csv"), "\(wrong.output) \(wrong.said)")
    }
}
