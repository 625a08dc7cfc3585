import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Opens every form that tells what it was based on, lets somebody else change the same thing, sends it with a mistake and then without:
/// what the other saved is told before it is written over, however often the form came back. The forms are those of `SentTwiceWalk`, so a
/// form that is added is walked without a word here.
@Suite struct StaleFormTests {
    /// Those whose second sending is no conflict, each with why.
    private static let others: [String: String] = [
        "/kommuner/:slug/bekreftelse": "what was confirmed meanwhile is the same list: MunicipalityTests"
    ]

    @Test(arguments: TestEngine.all)
    func `a form that comes back with a mistake still tells what somebody else has saved meanwhile`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        var walked = 0
        for form in try SentTwiceWalk.forms(of: test.routes) where Self.others[form.route] == nil {
            if try await walk(form, engine) { walked += 1 }
        }
        #expect(walked > 20, "\(walked)")
    }

    /// Gives whether the form tells what it was based on.
    private func walk(_ form: SentTwiceWalk.Form, _ engine: TestEngine) async throws -> Bool {
        let test = try await TestApplication.make(engine: engine)
        let client = form.person.isEmpty ? test.client() : try await test.client(as: form.person)
        let place = try await form.place(test, client)
        func open() async throws -> PageForm? { Self.form(form, place, in: try await client.get(place.page).text) }
        guard let mine = try await open(), mine.fields.contains(where: { $0.name == "_based" }), let theirs = try await open() else {
            return false
        }
        let what = "POST \(form.route) as \(form.person)\(form.name.isEmpty ? "" : ", \(form.name)")"
        #expect(try await client.post(place.action, theirs.filled(form.wanted, usual: SentTwiceWalk.usual)).status < 400, "\(what)")
        let saved = try await test.fingerprint()

        var fields = mine.filled(form.wanted, usual: SentTwiceWalk.usual)
        if let broken = Self.broken(fields, mine) {
            let right = fields[broken].1
            fields[broken].1 = String(repeating: "?", count: 5000)
            let wrong = try await client.post(place.action, fields)
            #expect(try await test.fingerprint() == saved, "\(what), \(fields[broken].0) wrong: something is written")
            // A conflict told at once is told: what comes back then is based on what is now. What the other has removed is not there.
            if [404, 409].contains(wrong.status) { return true }
            #expect(wrong.status == 422, "\(what), \(fields[broken].0) wrong: \(wrong.status)")
            guard let back = Self.form(form, place, in: wrong.text) else {
                Issue.record("\(what), \(fields[broken].0) wrong: the form does not come back (\(wrong.status))")
                return true
            }
            fields = back.filled(form.wanted.merging([fields[broken].0: right]) { $1 }, usual: SentTwiceWalk.usual)
        }
        let late = try await client.post(place.action, fields)
        // Or a rule that the other's facts have made it break: that is told too, and nothing is written.
        #expect(late.status == 409 || late.status == 422, "\(what): \(late.status) \(late.location ?? "")")
        // A number that no change has yet says nothing of what was seen.
        for index in fields.indices where fields[index].0 == "_based" { fields[index].1 = "999999" }
        let ahead = try await client.post(place.action, fields)
        #expect(ahead.status == 409 || ahead.status == 422, "\(what), ahead of its time: \(ahead.status) \(ahead.location ?? "")")
        #expect(try await test.fingerprint() == saved, "\(what): written over")
        return true
    }

    private static func form(_ form: SentTwiceWalk.Form, _ place: SentTwiceWalk.Place, in page: String) -> PageForm? {
        PageForm.all(in: page).first { found in
            found.action == place.action
                && form.wanted.allSatisfy { key, value in
                    found.fields.first { $0.name == key }.map { $0.kind != .hidden || $0.values == [value] } ?? true
                }
        }
    }

    /// A field that five thousand question marks are wrong in: none may be that long.
    private static func broken(_ fields: [(String, String)], _ form: PageForm) -> Int? {
        fields.firstIndex { name, _ in form.fields.contains { $0.name == name && $0.kind == .text } }
    }
}
