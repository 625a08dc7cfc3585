import AlisCast
import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Walks every address there is, as every role: an address that is added is tested without a word here.
///
/// What it asks of each: whoever is not in the declared audience gets 404, whoever is signed out is sent to sign in, a form
/// without the session's mark changes nothing, another organisation's person is 404, and no answer ever names a person whom
/// the reader may not see, or who has confirmed or is written to in a municipality that the reader does not work with.
@Suite struct AccessMatrixTests {
    /// Pages that name the synthetic persons to sign in as, before anybody has.
    private static let namesEverybody: Set<String> = ["/logg-inn"]

    private struct Walk {
        let test: TestApplication
        /// Whose form was put away.
        let sender: TestClient
        let addresses: AccessAddresses
    }

    private func walk() async throws -> Walk {
        let test = try await TestApplication.make()
        let surroundings = test.surroundings
        try await TestConfirmers.fill(test.database, newID: surroundings.newID)
        let view = try await test.application.register.current()
        var slugs: [String: String] = [:]
        for key in TestConfirmers.municipalities {
            if let id = MunicipalityID(key) { slugs[key] = view.directory.slug(of: id, on: TestApplication.today) }
        }
        #expect(slugs.count == 6)
        #expect(test.routes.count > 40)
        let sigurd = try await test.client(as: "sigurd")
        // A form that somebody else had to put away.
        let sent = try await sigurd.keptForm("/alis/ny", [("fornavn", "Tekst som ble skrevet")])
        let list = TestClient.File(
            field: "fil", name: "liste.csv", type: "text/csv", bytes: Array("Navn;Kommune\nKari Hemmelig;Trondheim\n".utf8))
        let uploaded = try await sigurd.upload("/innlesing", files: [list])
        let importID = try #require(uploaded.location?.split(separator: "/").last.map { String($0.prefix(26)) })
        #expect(try await sigurd.get("/innlesing/\(importID)").text.contains("Hemmelig"))
        let held = String(sent.dropFirst("/fortsett/".count))
        return Walk(test: test, sender: sigurd, addresses: AccessAddresses(slugs: slugs, tokens: [held], strangersImport: importID))
    }

    @Test(arguments: AccessPerson.all)
    func `reading gives each role what is hers and nothing else`(person: AccessPerson) async throws {
        let walk = try await walk()
        let client = try await walk.test.client(as: person.key)
        for route in walk.test.routes where route.method == .get {
            var reached = 0
            for address in walk.addresses.fill(route) {
                let reply = try await client.get(address.path)
                let what = "GET \(address.path) as \(person.testDescription): \(reply.status)"
                #expect(reply.status < 500, "\(what)")
                if reply.status < 400 { reached += 1 }
                guard person.isAllowed(route) else {
                    #expect(reply.status == 404, "\(what), but the route is not for this role")
                    continue
                }
                if route.path.hasPrefix("/innlesing/:") { #expect(reply.status == 404, "\(what), but it is another's import") }
                if let owner = address.owner, !person.maySee(owner) {
                    #expect(reply.status == 404, "\(what), but \(owner.key) is outside what she may see")
                }
                if let owner = address.owner, person.maySee(owner), route.path == "/alis/:id" { #expect(reply.status == 200, "\(what)") }
                if !Self.namesEverybody.contains(route.path) { expectNoStranger(in: reply, for: person, what) }
            }
            if person.isAllowed(route), !route.path.contains(":") {
                #expect(reached == 1, "GET \(route.path) is for \(person.testDescription), who did not get it")
            }
        }
    }

    @Test(arguments: AccessPerson.all)
    func `a form without the session's mark changes nothing`(person: AccessPerson) async throws {
        let walk = try await walk()
        let client = try await walk.test.client(as: person.key)
        let before = try await walk.test.fingerprint()
        for route in walk.test.routes where route.method == .post && route.audience != .everyone {
            for address in walk.addresses.fill(route) {
                for fields in [[], [("_mark", "galt")], [("_mark", "")]] {
                    let reply = try await client.postUnmarked(address.path, fields)
                    let what = "POST \(address.path) as \(person.testDescription): \(reply.status)"
                    #expect(reply.status == (person.isAllowed(route) ? 403 : 404), "\(what)")
                }
            }
        }
        #expect(try await walk.test.fingerprint() == before)
        for route in walk.test.routes where route.method == .post {
            guard let address = walk.addresses.fill(route).first else { continue }
            let reply = try await client.post(address.path, headers: ["sec-fetch-site": "cross-site"])
            #expect(reply.status == 403, "POST \(address.path) from another site: \(reply.status)")
            let foreign = try await client.post(address.path, headers: ["origin": "https://ond.example"])
            #expect(foreign.status == 403, "POST \(address.path) from another origin: \(foreign.status)")
        }
        #expect(try await walk.test.fingerprint() == before)
    }

    @Test(arguments: AccessPerson.all)
    func `nobody writes where she may not, and an empty form is answered in words`(person: AccessPerson) async throws {
        let walk = try await walk()
        let client = try await walk.test.client(as: person.key)
        for route in walk.test.routes where route.method == .post && route.path != "/logg-ut" {
            let before = try await walk.test.fingerprint()
            for address in walk.addresses.fill(route) {
                let isStranger = address.owner.map { !person.maySee($0) } ?? false
                if person.isAllowed(route), !isStranger { continue }
                let reply = try await client.post(address.path, [("grunn", "prøve")])
                #expect(reply.status == 404, "POST \(address.path) as \(person.testDescription): \(reply.status)")
            }
            #expect(try await walk.test.fingerprint() == before, "POST \(route.path) as \(person.testDescription) changed something")
            guard person.isAllowed(route) else { continue }
            for address in walk.addresses.fill(route) where address.owner.map({ person.maySee($0) }) ?? true {
                let reply = try await client.post(address.path)
                let what = "POST \(address.path) as \(person.testDescription), empty: \(reply.status)"
                #expect(reply.status < 500, "\(what)")
                if !Self.namesEverybody.contains(route.path) { expectNoStranger(in: reply, for: person, what) }
            }
        }
    }

    @Test func `whoever is signed out reads open pages only, and no form of hers changes anything`() async throws {
        let walk = try await walk()
        let client = walk.test.client()
        let before = try await walk.test.fingerprint()
        for route in walk.test.routes {
            for address in walk.addresses.fill(route) {
                let reply = route.method == .get ? try await client.get(address.path) : try await client.post(address.path)
                let what = "\(route.method.rawValue) \(address.path) signed out: \(reply.status)"
                #expect(reply.status < 500, "\(what)")
                if route.audience != .everyone, route.method == .post {
                    #expect(reply.status == 403 && reply.text.contains("/logg-inn?videre=%2F"), "\(what)")
                } else if route.audience != .everyone {
                    #expect(reply.status == 303 && reply.location?.hasPrefix("/logg-inn?videre=") == true, "\(what)")
                } else if !Self.namesEverybody.contains(route.path) {
                    expectNoStranger(in: reply, for: nil, what)
                }
            }
        }
        #expect(try await walk.test.fingerprint() == before)
        #expect(try await walk.test.heldForms() == 1, "nothing is kept for whoever is signed out")
    }

    @Test func `another's held form is neither shown nor sent`() async throws {
        let walk = try await walk()
        for person in AccessPerson.all {
            let client = try await walk.test.client(as: person.key)
            for token in walk.addresses.tokens {
                #expect(try await client.get("/fortsett/\(token)").status == 404)
                #expect(try await client.post("/fortsett/\(token)").status == 404)
            }
        }
        #expect(try await walk.sender.get("/fortsett/\(walk.addresses.tokens[0])").text.contains("Tekst som ble skrevet"))
    }

    /// No name, HPR number, e-mail address or identity of a person outside what `person` may see.
    private func expectNoStranger(in reply: TestClient.Reply, for person: AccessPerson?, _ what: String) {
        guard !reply.bytes.isEmpty else { return }
        let text = reply.readableText
        for key in TestConfirmers.municipalities where !(person?.worksWith(key) ?? false) {
            for mark in TestConfirmers.marks(of: key) where text.contains(mark) { Issue.record("\(what) shows \(mark)") }
        }
        for stranger in TestRegister.persons where !(person?.maySee(stranger) ?? false) {
            var marks = [stranger.trainee.fullName, stranger.id.text]
            marks += [stranger.trainee.hpr?.digits, stranger.trainee.email?.text].compactMap { $0 }
            // What the request itself held may stand in the answer: an address that was not found, a language switch's way back.
            for mark in marks where text.contains(mark) && !what.contains(mark) {
                Issue.record("\(what) shows \(mark) of \(stranger.key)")
            }
        }
    }
}
