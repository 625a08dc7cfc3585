import AlisCast
import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Sessions that were logged wrongly, and notes that said something wrong.
@Suite struct SessionCorrectionTests {
    private let knut = TestSupervision.knut.text

    private func ida() throws -> String { try #require(Cast.ida).id.text }

    private func marks(_ page: String) -> [(String, String)] { PlanDeskWork.marks(page, ["_once", "_based"]) }

    /// Ida logs a session with a note, and its address is given.
    private func logged(_ client: TestClient) async throws -> String {
        let path = "/alis/\(try ida())/veiledning"
        let sent = try await client.post(
            path + "/okt",
            [
                ("hvem", knut), ("dag", "16.11.2026"), ("minutter", "75"), ("hvordan", "digitalt"), ("slag", "individuell"),
                ("notat", "Snakket om vakt"), ("_once", "first"),
            ])
        #expect(sent.status == 303)
        let page = try await client.get(path).text
        let links = page.matches(of: /\/okt\/([0-9a-z]{26})"/).map { String($0.1) }.filter { $0 != TestSupervision.session.text }
        return "\(path)/okt/\(try #require(links.first))"
    }

    private func fields(_ day: String, _ minutes: String, _ why: String) -> [(String, String)] {
        [("hvem", knut), ("dag", day), ("minutter", minutes), ("hvordan", "fysisk"), ("slag", "individuell"), ("hvorfor", why)]
    }

    @Test(arguments: TestEngine.all)
    func `whoever wrote a session corrects it with why, and both see what it said`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, knut) = (try await test.client(as: "ida"), try await test.client(as: "knut"))
        let path = try await logged(ida)
        let form = try await ida.get(path).text
        #expect(form.contains("value=\"75\"") && form.contains("value=\"16.11.2026\""))
        let without = try await ida.post(path, fields("17.11.2026", "60", "") + marks(form))
        #expect(without.status == 422 && without.text.contains("Fyll ut: Hvorfor") && without.text.contains("value=\"17.11.2026\""))
        #expect(try await ida.post(path, fields("17.11.2026", "60", "Feil dag") + marks(form)).status == 303)
        let list = try await knut.get("/alis/\(try self.ida())/veiledning").text
        #expect(list.contains("<b>17.11.2026</b> 60 min") && !list.contains("75 min"))
        let history = try await knut.get(path).text
        #expect(history.contains("«Feil dag»") && history.contains("75 min") && history.contains("Ida Nilsen har ført økta"))
        // What somebody else wrote is theirs to correct.
        let other = try await knut.post(path, fields("18.11.2026", "45", "Min tur") + marks(history))
        #expect(other.status == 422)
        #expect(try await knut.post(path + "/fjern", [("grunn", "Nei")]).status == 422)
        #expect(try await ida.get(path).text.contains("60 min"))
    }

    @Test(arguments: TestEngine.all)
    func `a form from before another correction is told, and loses nothing`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ida = try await test.client(as: "ida")
        let path = try await logged(ida)
        let (old, form) = (try await ida.get(path).text, try await ida.get(path).text)
        #expect(try await ida.post(path, fields("17.11.2026", "60", "Feil dag") + marks(form)).status == 303)
        let late = try await ida.post(path, fields("15.11.2026", "50", "Feil dag igjen") + marks(old))
        #expect(late.status == 409 && late.text.contains("Feil dag igjen") && late.text.contains("endret dette"))
    }

    @Test(arguments: TestEngine.all)
    func `a correction is checked as a new session is`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ida = try await test.client(as: "ida")
        let path = try await logged(ida)
        let taken = TestApplication.today.adding(days: -5).norwegian
        for (day, minutes, part) in [
            (taken, "60", "er alt ført"), ("30.11.2026", "60", "ikke kommet"), ("1.1.2020", "60", "ikke knyttet"),
            ("16.11.2026", "0", "fra 1 til 720"),
        ] {
            let form = try await ida.get(path).text
            let reply = try await ida.post(path, fields(day, minutes, "Retting") + marks(form))
            #expect(reply.status == 422 && reply.text.contains(part), "\(day) \(minutes)")
        }
        let same = try await ida.get(path).text
        #expect(try await ida.post(path, fields("16.11.2026", "70", "Lengden") + marks(same)).status == 303, "its own day is not taken")
    }

    @Test(arguments: TestEngine.all)
    func `a withdrawn session counts no more, and is seen with why by the two alone`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, knut) = (try await test.client(as: "ida"), try await test.client(as: "knut"))
        let path = try await logged(ida)
        #expect(try await ida.post(path + "/fjern", [("grunn", "Ble avlyst")]).status == 303)
        let base = "/alis/\(try self.ida())/veiledning"
        #expect(!(try await ida.get(base).text.contains("75 min")))
        for client in [ida, knut] {
            let gone = try await client.get(base + "/trukket").text
            #expect(gone.contains("75 min") && gone.contains("«Ble avlyst»") && gone.contains("Snakket om vakt"))
        }
        for key in ["hilde", "ravna", "jon", "torbjorn"] {
            let client = try await test.client(as: key)
            #expect(try await client.get(base + "/trukket").status == 404, "\(key)")
            #expect(try await client.get(path).status == 404, "\(key)")
        }
        #expect(try await ida.get(path).status == 404, "there is nothing left to correct")
    }

    @Test(arguments: TestEngine.all)
    func `notes can be deleted for good when a session is withdrawn`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ida = try await test.client(as: "ida")
        let path = try await logged(ida)
        #expect(try await ida.post(path + "/fjern", [("grunn", "Ble avlyst"), ("slettnotat", "ja")]).status == 303)
        let gone = try await ida.get("/alis/\(try self.ida())/veiledning/trukket").text
        #expect(gone.contains("75 min") && !gone.contains("Snakket om vakt"))
    }

    @Test(arguments: TestEngine.all)
    func `a note is corrected by who wrote it, and what it said is kept for the two`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, knut) = (try await test.client(as: "ida"), try await test.client(as: "knut"))
        let path = try await logged(ida)
        let form = try await ida.get(path).text
        let note = String(try #require(form.firstMatch(of: /name="erstatter" value="([0-9a-z]{26})"/)).1)
        let corrected = [("erstatter", note), ("notat", "Snakket om legevakt"), ("hvorfor", "Skrivefeil")]
        #expect(try await knut.post(path + "/notat", corrected).status == 404, "it is not his")
        #expect(try await ida.post(path + "/notat", corrected).status == 303)
        #expect(try await ida.post(path + "/notat", corrected).status == 404, "the old wording has been corrected already")
        let base = "/alis/\(try self.ida())/veiledning"
        for client in [ida, knut] {
            let page = try await client.get(base).text
            #expect(page.contains("Snakket om legevakt") && page.contains("Tidligere ordlyd") && page.contains("«Skrivefeil»"))
            #expect(page.contains("Snakket om vakt"))
        }
        for key in ["hilde", "ravna", "jon"] {
            let page = try await test.client(as: key).get(base).text
            #expect(!page.contains("Snakket om") && !page.contains("Skrivefeil"), "\(key)")
        }
        let empty = try await ida.post(path + "/notat", [("erstatter", note), ("notat", "")])
        #expect(empty.status == 422 && empty.text.contains("Fyll ut: Notat"))
    }

    @Test(arguments: TestEngine.all)
    func `a doctor's correction leaves her supervisor's preparation as it is`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ida = try await test.client(as: "ida")
        // Written by neither of the two: either may correct it.
        let path = "/alis/\(try self.ida())/veiledning/okt/\(TestSupervision.session.text)"
        let form = try await ida.get(path).text
        #expect(!form.contains("name=\"forberedelse\""))
        let day = TestApplication.today.adding(days: -5).norwegian
        #expect(try await ida.post(path, fields(day, "80", "Kortere") + marks(form)).status == 303)
        #expect(try await ida.get("/alis/\(try self.ida())/veiledning").text.contains("80 min, fysisk (+ 20 min"))
    }
}
