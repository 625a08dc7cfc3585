import AlisCast
import AlisDomain
import Foundation
import Testing

@testable import Alis

/// What the forms of supervision do with what people send: wrong, late, twice, or about something that is gone.
@Suite struct SupervisionFormTests {
    private let knut = TestSupervision.knut.text
    private let gathering = "/veiledere/samlinger/\(TestSupervision.gathering.text)"

    private func ida() throws -> String { try #require(Cast.ida).id.text }
    private func marks(_ page: String) -> [(String, String)] { PlanDeskWork.marks(page, ["_once", "_based"]) }

    @Test(arguments: TestEngine.all)
    func `a note that is empty or too long is told at its field, and nothing is lost`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let knut = try await test.client(as: "knut")
        let path = "/alis/\(try ida())/veiledning/okt/\(TestSupervision.session.text)"
        let long = String(repeating: "n", count: 4001)
        let new = try await knut.post(path + "/notat", [("notat", long)])
        #expect(
            new.status == 422 && new.text.contains(long) && new.text.contains("href=\"#notat-ny\"") && new.text.contains("id=\"notat-ny\""))
        #expect(new.text.contains("4\u{202F}001 tegn"))
        #expect(try await knut.post(path + "/notat", [("notat", "")]).text.contains("Fyll ut: Notat"))
        let once = [("notat", "Bare én gang"), ("_once", test.surroundings.newID().text)]
        for _ in 0..<2 { #expect(try await knut.post(path + "/notat", once).status == 303) }
        let page = try await knut.get(path).text
        #expect(page.components(separatedBy: ">Bare én gang</textarea>").count == 2, "sent twice is written once")
        let note = String(try #require(page.firstMatch(of: /name="erstatter" value="([0-9a-z]{26})"/)).1)
        let why = try await knut.post(
            path + "/notat", [("erstatter", note), ("notat", "Nytt"), ("hvorfor", String(repeating: "h", count: 301))])
        #expect(why.status == 422 && why.text.contains(">Nytt</textarea>") && why.text.contains("href=\"#hvorfor-\(note)\""))
    }

    @Test(arguments: TestEngine.all)
    func `nobody makes herself a supervisor whose doctors she would see`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let bergen = try #require(MunicipalityID("bergen"))
        let now = test.clock.now
        // Knut looks after Fauske's doctors too; Berit in Bergen has no account.
        try await test.database.write { connection in
            for (number, grant) in [
                Grant(role: .municipality, organisation: .municipality(bergen)),
                Grant(role: .supervisor, organisation: .municipality(bergen)),
            ].enumerated() {
                try AccountDesk.grant(grant, to: "demo.knut", grantID: "berit-\(number)", by: "alis", at: now, on: connection)
            }
        }
        let knut = try await test.client(as: "knut")
        let path = "/veiledere/\(TestSupervision.berit.text)/rett"
        let form = try await knut.get(path).text
        #expect(form.contains("name=\"konto\"") && !form.contains("value=\"demo.knut\""))
        let sent = try await knut.post(
            path,
            [
                ("navn", "Berit Sund"), ("kommune", "Bergen"), ("spesialist", "generalPractice"), ("kilde", "HPR"), ("moter", "begge"),
                ("reise", "60"), ("konto", "demo.knut"),
            ] + marks(form))
        #expect(sent.status == 422)
    }

    @Test(arguments: TestEngine.all)
    func `a correction of a session that has been withdrawn is kept in the form of a new one`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, knut) = (try await test.client(as: "ida"), try await test.client(as: "knut"))
        let base = "/alis/\(try self.ida())/veiledning"
        let path = "\(base)/okt/\(TestSupervision.session.text)"
        let form = try await knut.get(path).text
        let removal = [("grunn", "Ble avlyst")] + marks(try await ida.get(path).text)
        let tooLong = String(repeating: "g", count: 301)
        let wrong = try await ida.post(path + "/fjern", [("grunn", tooLong), ("slettnotat", "ja")])
        #expect(wrong.status == 422 && wrong.text.contains(tooLong))
        #expect(try await ida.post(path + "/fjern", removal).status == 303)
        #expect(try await ida.post(path + "/fjern", removal).location == base + "?lagret=1", "sent twice is carried out once")
        let late = try await knut.post(
            path, [("hvem", self.knut), ("dag", "16.11.2026"), ("minutter", "95"), ("hvorfor", "Feil lengde")] + marks(form))
        #expect(late.status == 409 && late.text.contains("Ida Nilsen trakk økten tilbake") && late.text.contains("value=\"95\""))
        #expect(late.text.contains("action=\"\(base)/okt\""))
        let note = try await knut.post(path + "/notat", [("notat", "Viktig notat")])
        #expect(note.status == 409 && note.text.contains("Viktig notat"))
        for key in ["hilde", "torbjorn"] {
            #expect(try await test.client(as: key).post(path, [("minutter", "95")]).status == 404, "\(key)")
        }
    }

    @Test(arguments: TestEngine.all)
    func `every mistake in a supervisor's facts is told at once, and a long reason is not cut`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let bad = try await hilde.post(
            "/veiledere/ny",
            [
                ("navn", "<script>alert(1)</script>"), ("hpr", "abc"), ("kommune", "Xyz"), ("spesialist", "none"), ("moter", "fysisk"),
                ("reise", "langt"), ("epost", "ikke"), ("unntak", "31.02.2027"), ("timer", "mange"),
            ])
        #expect(bad.status == 422 && !bad.text.contains("<script>alert"))
        for part in ["«abc»", "«Xyz»", "fra 0 til 2000", "«ikke» er ikke en e-postadresse", "«31.02.2027»", "«mange»"] {
            #expect(bad.text.contains(part), "\(part)")
        }
        let path = "/veiledere/\(knut)/rett"
        let reason = String(repeating: "h", count: 501)
        let long = try await hilde.post(
            path,
            [
                ("navn", "Knut Rønning"), ("kommune", "Fauske"), ("spesialist", "generalPractice"), ("kilde", "HPR"), ("moter", "fysisk"),
                ("hvorfor", reason),
            ] + marks(try await hilde.get(path).text))
        #expect(long.status == 422 && long.text.contains(reason))
    }

    @Test(arguments: TestEngine.all)
    func `an HPR number is one supervisor's, and whose is told to those who see her`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        func fields(_ name: String, _ place: String, _ hpr: String) -> [(String, String)] {
            [
                ("navn", name), ("hpr", hpr), ("kommune", place), ("spesialist", "generalPractice"), ("kilde", "HPR"), ("moter", "fysisk"),
                ("reise", "40"), ("timer", "7"),
            ]
        }
        let (hilde, oddvar) = (try await test.client(as: "hilde"), try await test.client(as: "oddvar"))
        #expect(try await hilde.post("/veiledere/ny", fields("Guro Li", "Fauske", "990000401")).status == 303)
        let again = try await hilde.post("/veiledere/ny", fields("Guro Lie", "Fauske", "990 000 401"))
        #expect(again.status == 422 && again.text.contains("id=\"hpr-feil\"") && again.text.contains("alt registrert på Guro Li. "))
        let elsewhere = try await oddvar.post("/veiledere/ny", fields("Guro Lie", "Utsira", "990000401"))
        #expect(elsewhere.status == 422 && elsewhere.text.contains("spør ALIS-kontoret") && !elsewhere.text.contains("Guro Li."))
        #expect(!elsewhere.text.contains("Fauske"))
        // Numbers are not tried with a form that something else is wrong with: nothing would be left of those that are not taken.
        for wrong in [("reise", "langt"), ("timer", "mange"), ("kommune", "Fauske")] {
            let others = fields("Guro Lie", "Utsira", "990000401").filter { $0.0 != wrong.0 }
            let tried = try await oddvar.post("/veiledere/ny", others + [wrong])
            #expect(tried.status == 422 && !tried.text.contains("hpr-feil"), "\(wrong.0)")
        }
        // Nor does one who is there get another's, from herself or from those who register her.
        let path = "/veiledere/\(knut)/rett"
        for key in ["hilde", "knut"] {
            let client = try await test.client(as: key)
            let form = try await client.get(path).text
            #expect(try await client.post(path, fields("Knut Rønning", "Fauske", "990000401") + marks(form)).status == 422, "\(key)")
        }
        let count = try await test.database.read { try $0.count("SELECT COUNT(*) FROM supervisor WHERE hpr = '990000401'") }
        #expect(count == 1)
    }

    @Test(arguments: TestEngine.all)
    func `nobody loses her place to a correction, and two editors do not overwrite each other`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, ravna) = (try await test.client(as: "ida"), try await test.client(as: "ravna"))
        let form = try await ravna.get(gathering + "/rett").text
        let values = [
            ("slag", "group"), ("tittel", "Gruppe A"), ("sted", "Bodø"), ("fra", "1.12.2026"), ("til", "2.12.2026"), ("timer", "12"),
            ("kontor", "NORD"),
        ]
        #expect(try await ravna.post(gathering + "/rett", values + [("plasser", "2")] + marks(form)).status == 303)
        let late = try await ravna.post(gathering + "/rett", values + [("plasser", "3"), ("mer", "Ta med PC")] + marks(form).dropFirst())
        #expect(late.status == 409 && late.text.contains("endret dette") && late.text.contains("Ta med PC"))
        for key in ["ida", "knut"] {
            #expect(try await test.client(as: key).post(gathering + "/pamelding").status == 303)
        }
        let fewer = try await ravna.post(
            gathering + "/rett", values + [("plasser", "1")] + marks(try await ravna.get(gathering + "/rett").text))
        #expect(fewer.status == 422 && fewer.text.contains("2 har fått plass"))
        #expect(try await ida.get(gathering).text.contains("Du har plass"))
    }

    @Test(arguments: TestEngine.all)
    func `hours that are none are told at the participant, and the others' are kept`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let (ida, ravna) = (try await test.client(as: "ida"), try await test.client(as: "ravna"))
        #expect(try await ida.post(gathering + "/pamelding").status == 303)
        let page = try await ravna.get(gathering).text
        #expect(page.contains("Deltaker"))
        let field = "timer-" + String(try #require(page.firstMatch(of: /name="timer-([0-9a-z]{26})"/)).1)
        for typed in ["mange", "9999", "-1"] {
            let wrong = try await ravna.post(gathering + "/frammote", [(field, typed)] + marks(page))
            #expect(
                wrong.status == 422 && wrong.text.contains("«\(typed)» er ikke timer") && wrong.text.contains("href=\"#\(field)\""),
                "\(typed)")
            #expect(wrong.text.contains("value=\"\(typed)\""))
        }
        let old = marks(page)
        #expect(try await ravna.post(gathering + "/frammote", [(field, "6")] + old).status == 303)
        let late = try await ravna.post(gathering + "/frammote", [(field, "7"), ("_once", "other")] + old.filter { $0.0 == "_based" })
        #expect(late.status == 409 && late.text.contains("value=\"7\""))
    }
}
