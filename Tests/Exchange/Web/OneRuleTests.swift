import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Form, list that is read in and what ought to be looked at ask the same: what one of them does not let pass, none does.
@Suite struct OneRuleTests {
    /// What is said of Solveig, in Fauske from 1.9.2024 with a whole position, in three ways.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let isRefused: Bool
        /// The form's address after the doctor's own, and its fields.
        let form: (path: @Sendable (TestRegister.Person) -> String, fields: [(String, String)])
        let list: String
        /// Written past both.
        let write: @Sendable (FactWriter, TestRegister.Person) throws -> Void
        /// What the form, the list and her page say when it is refused.
        let words: (form: String, list: String, issue: String)
    }

    private static func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso) ?? .earliest }
    private static func period(_ from: String, _ last: String) -> Period {
        Period(from: day(from), to: last.isEmpty ? nil : day(last).adding(days: 1)) ?? .always
    }
    private static func norwegian(_ iso: String) -> String { iso.isEmpty ? "" : day(iso).norwegian }
    private static let id = RecordID(high: 0x51, low: 7)

    private static func work(_ percent: Int, _ from: String, _ last: String, refused: Bool) -> Case {
        let heading = "HPR-nr;Navn;Kommune;Tilknytning;Stilling;Legekontor;Ansatt fra;Ansatt til"
        return Case(
            testDescription: "work \(percent) % \(from)–\(last)", isRefused: refused,
            form: (
                { "/alis/\($0.id)/arbeid/ny" },
                [
                    ("kommune", "Fauske"), ("arbeidssted", "Legevakta"), ("form", "fastlonn"), ("prosent", "\(percent)"),
                    ("fra", norwegian(from)), ("til", norwegian(last)),
                ]
            ),
            list:
                "\(heading)\nHPR;Solveig Breivik;Fauske;fastlønn;100;Legekontoret;;\nHPR;Solveig Breivik;Fauske;fastlønn;\(percent);Legevakta;\(norwegian(from));\(norwegian(last))",
            write: { writer, person in
                guard let share = PositionPercent(percent: percent), let place = person.municipality else { return }
                try writer.add(
                    id: id.text,
                    Engagement(training: person.trainingID, municipality: place, workplace: "Legevakta", form: .salaried, percent: share),
                    in: period(from, last))
            }, words: ("Samlet stilling blir over 100 prosent", "Samlet stilling blir over 100 prosent", "Samlet stilling er"))
    }

    private static func absence(_ from: String, _ last: String, share: Int = 100, refused: Bool, says: String = "") -> Case {
        let heading = "HPR-nr;Navn;Fravær;Fravær fra;Fravær til;Fraværsprosent"
        return Case(
            testDescription: "absence \(share) % \(from)–\(last)", isRefused: refused,
            form: (
                { "/alis/\($0.id)/fravaer/ny" },
                [("slag", "sickLeave"), ("prosent", "\(share)"), ("fra", norwegian(from)), ("til", norwegian(last))]
            ),
            list: "\(heading)\nHPR;Solveig Breivik;sykefravær;\(norwegian(from));\(norwegian(last));\(share)",
            write: { writer, person in
                guard let share = PositionPercent(percent: share) else { return }
                try writer.add(id: id.text, Absence(training: person.trainingID, kind: .sickLeave, share: share), in: period(from, last))
            },
            words: (
                says.isEmpty ? "over 100 prosent" : says, says.isEmpty ? "over 100 prosent" : "utenfor utdanningsløpet",
                says.isEmpty ? "Fravær i samme tid" : "Fravær er ført utenfor"
            ))
    }

    private static func start(_ iso: String, refused: Bool) -> Case {
        Case(
            testDescription: "new scheme from \(iso)", isRefused: refused,
            form: (
                { "/alis/\($0.id)/utdanning/\($0.trainingID)" },
                [("hva", "rett"), ("dag", norwegian(iso)), ("ordning", "ny"), ("ventet", ""), ("grunnlag", "0")]
            ),
            list: "HPR-nr;Navn;Ordning;Oppstart\nHPR;Solveig Breivik;ny;\(norwegian(iso))",
            write: { writer, person in
                try writer.replace(
                    Training.self, id: person.trainingID.text,
                    with: [(Period(startingOn: day(iso)), Training(trainee: person.id, scheme: .new))])
            }, words: ("Ny ordning gjelder fra 1.3.2019", "ny ordning gjelder fra 1.3.2019", "Ny ordning gjelder fra 1.3.2019"))
    }

    private static func expected(_ iso: String, refused: Bool) -> Case {
        Case(
            testDescription: "expected to be done \(iso)", isRefused: refused,
            form: ({ "/alis/\($0.id)/utdanning/\($0.trainingID)" }, [("hva", "ventet"), ("ventet", norwegian(iso))]),
            list: "HPR-nr;Navn;Forventet ferdig\nHPR;Solveig Breivik;\(norwegian(iso))",
            write: { writer, person in
                try writer.replace(
                    Training.self, id: person.trainingID.text,
                    with: [(Period(startingOn: person.start), Training(trainee: person.id, scheme: .new, expectedEnd: day(iso)))])
            }, words: ("Ventet sluttdato må være etter", "«Forventet ferdig» er før «Oppstart»", "ventet ferdig før det begynner"))
    }

    static let cases: [Case] = [
        work(60, "2026-01-01", "", refused: true), work(10, "2024-09-01", "2024-09-01", refused: true),
        work(60, "2023-01-01", "2024-08-31", refused: false), work(40, "2024-01-01", "2024-09-01", refused: true),
        absence("2026-01-01", "2026-03-31", refused: false), absence("2024-09-01", "", refused: false),
        absence("2024-08-31", "2024-10-01", refused: true, says: "er før utdanningsløpet"),
        absence("2010-02-01", "2010-03-01", refused: true, says: "er før utdanningsløpet"),
        start("2019-03-01", refused: false), start("2019-02-28", refused: true), start("2015-01-01", refused: true),
        expected("2029-09-01", refused: false), expected("2024-09-01", refused: true), expected("2020-01-01", refused: true),
    ]

    @Test(arguments: TestEngine.all, cases)
    func `form, list and page agree`(engine: TestEngine, one: Case) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let solveig = try #require(TestRegister.person("solveig"))
        let before = try await hilde.get("/alis/\(solveig.id)").text
        #expect(!before.contains(one.words.issue))

        let hpr = try #require(solveig.trainee.hpr?.digits)
        let list = one.list.replacing("\nHPR;", with: "\n\(hpr);")
        let sent = try await hilde.upload(
            "/innlesing", files: [.init(field: "fil", name: "liste.csv", type: "text/csv", bytes: Array(list.utf8))])
        let read = try await hilde.get(try #require(sent.location)).text
        #expect(read.contains(one.words.list) == one.isRefused, "the list")
        #expect(read.contains("/godta\"") != one.isRefused, "the list is taken in")

        let path = one.form.path(solveig)
        let page = try await hilde.get(path).text
        let marks = ["_once", "_based"].compactMap { name -> (String, String)? in
            guard let range = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
            return (name, String(page[range.upperBound...].prefix { $0 != "\"" }))
        }
        let saved = try await hilde.post(path, one.form.fields + marks)
        #expect(saved.status == (one.isRefused ? 422 : 303), "the form")
        if one.isRefused {
            #expect(saved.text.contains(one.words.form), "the form")
            try await test.database.write { connection in
                let change = try ChangeLog.record(.corrected, by: TestRegister.recorder, at: TestApplication.now, on: connection)
                try one.write(FactWriter(connection: connection, change: change), solveig)
            }
        }
        #expect(try await hilde.get("/alis/\(solveig.id)").text.contains(one.words.issue) == one.isRefused, "her page")
    }
}
