import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Sends every form there is twice, as a browser does when somebody presses twice or loads the answer anew: a form that is added is
/// walked without a word here, when its address leads to its page and `SentTwiceWalk.usual` knows what its fields take.
///
/// The second answer is the first's, and no row changes. Sent once more with something else in it, it is told that it was sent before
/// (409), what was typed is in the answer, and no row changes.
@Suite struct SentTwiceTests {
    @Test(arguments: TestEngine.all)
    func `every form sent twice is carried out once and answered the same`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let forms = try SentTwiceWalk.forms(of: test.routes)
        let walked = Set(forms.map(\.route))
        let posts = Set(test.routes.filter { $0.method == .post }.map(\.path))
        // A form is walked, or stands in `notWalked` with why; what is not there any more stands in neither.
        #expect(posts.subtracting(walked).subtracting(SentTwiceWalk.notWalked.keys).sorted() == [])
        #expect(walked.union(SentTwiceWalk.notWalked.keys).subtracting(posts).sorted() == [])
        for form in forms { try await walk(form, engine) }
    }

    private func walk(_ form: SentTwiceWalk.Form, _ engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let client = form.person.isEmpty ? test.client() : try await test.client(as: form.person)
        let what = "POST \(form.route) as \(form.person)\(form.name.isEmpty ? "" : ", \(form.name)")"
        let place = try await form.place(test, client)
        let page = try await client.get(place.page)
        let found = PageForm.all(in: page.text).first { found in
            found.action == place.action
                && form.wanted.allSatisfy { key, value in
                    found.fields.first { $0.name == key }.map { $0.kind != .hidden || $0.values == [value] } ?? true
                }
        }
        guard page.status == 200, let found else {
            Issue.record("\(what): \(place.page) (\(page.status)) has no form for \(place.action)")
            return
        }
        let fields = found.filled(form.wanted, usual: SentTwiceWalk.usual)
        let before = try await test.fingerprint()
        let first = try await client.post(place.action, fields)
        let after = try await test.fingerprint()
        guard first.status == 303 || first.status == 200, after != before else {
            Issue.record("\(what): not a first sending that did something: \(first.status) \(first.location ?? "") \(errors(in: first))")
            return
        }
        let second = try await client.post(place.action, fields)
        #expect(second.status == first.status, "\(what): \(errors(in: second))")
        #expect(second.location == first.location, "\(what)")
        let isSame = first.status == 303 || plain(second) == plain(first)
        #expect(isSame, "\(what): another page")
        #expect(changed(after, try await test.fingerprint()) == [], "\(what)")

        // The same mark with something else in the form.
        guard found.fields.contains(where: { $0.name == "_once" }),
            let index = fields.firstIndex(where: { name, _ in found.fields.contains { $0.name == name && $0.kind == .text } })
        else { return }
        var other = fields
        other[index].1 += "9"
        let third = try await client.post(place.action, other)
        #expect(third.status == 409, "\(what), with another \(other[index].0): \(third.status) \(third.location ?? "")")
        let isKept = third.text.contains(other[index].1)
        #expect(isKept, "\(what): \(other[index].0) is lost")
        #expect(changed(after, try await test.fingerprint()) == [], "\(what), with another \(other[index].0)")

        // What can be done more than once can be saved too, from the page that asks.
        guard let asking = PageForm.all(in: third.text).first(where: { $0.action == place.action }) else {
            #expect(form.isFinal, "\(what): there is no way to save what was typed")
            return
        }
        let fourth = try await client.post(place.action, asking.filled([:], usual: [:]))
        #expect(fourth.status != 400 && fourth.status < 500, "\(what), saved too: \(fourth.status) \(errors(in: fourth))")
    }

    /// The tables that are not as they were.
    private func changed(_ before: [String: String], _ after: [String: String]) -> [String] {
        after.keys.filter { after[$0] != before[$0] }.sorted()
    }

    /// What a page says is wrong, for whoever reads why a walk stopped.
    private func errors(in reply: TestClient.Reply) -> String {
        reply.text.matches(of: /<p class="error"[^>]*>(.*?)<\/p>|<h1>(.*?)<\/h1>/).map { String($0.1 ?? $0.2 ?? "") }
            .joined(separator: " | ")
    }

    /// A page without what is drawn anew each time it is shown.
    private func plain(_ reply: TestClient.Reply) -> String {
        reply.text.replacing(/name="_once" value="[^"]*"/, with: "")
    }

    @Test(arguments: TestEngine.all)
    func `a form sent twice at once is answered the same both times`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let hilde = try await test.client(as: "hilde")
        let folder = "/alis/\(try #require(TestRegister.person("ida")).id)"
        for (path, wanted) in [
            ("\(folder)/fravaer/ny", ["slag": "parentalLeave", "fra": "1.2.2027", "til": "31.5.2027"]),
            ("\(folder)/arbeid/ny", ["kommune": "Fauske", "form": "fastlonn", "prosent": "20", "fra": "1.2.2027"]),
        ] {
            let form = try #require(PageForm.all(in: try await hilde.get(path).text).first { $0.action == path })
            let fields = form.filled(wanted, usual: SentTwiceWalk.usual)
            let token = await hilde.session
            let before = try await test.database.read { try $0.count("SELECT COUNT(*) FROM change") }
            let locations = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        let browser = TestClient(test)
                        await browser.useSession(token)
                        return try await browser.post(path, fields).location
                    }
                }
                return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
            }
            #expect(locations == ["\(folder)?lagret=1"], "\(path)")
            #expect(try await test.database.read { try $0.count("SELECT COUNT(*) FROM change") } == before + 1, "\(path)")
        }
    }
}
