import AlisCast
import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Sends every form that somebody can find, with contents that go after others, and watches what comes back.
///
/// It knows no form: it reads the pages of every address, fills in what it finds, follows where it leads, and sends what has no form all
/// the same. A form that is added is walked without a word here; a new kind of field is filled in by `value(for:)`.
final class SightWalk {
    /// What the contents are made of. Each is a way in that somebody could try.
    enum Guess: String, CaseIterable, Sendable {
        /// A stranger's name and birth year.
        case name
        /// Her HPR number, under another name.
        case number
        /// Her name and e-mail address.
        case email
        /// Her and others' identities, in the address and in every field that holds one.
        case identities
    }

    private let test: TestApplication
    private let client: TestClient
    private let actor: AccessPerson
    private let guess: Guess
    private let addresses: AccessAddresses
    private var dice: WalkDice
    private var sent: Set<String> = []
    private(set) var sentCount = 0
    /// What the walk itself has written: it may be read back.
    private var typed: Set<String> = []
    /// Those the actor may not see when she begins.
    let strangers: [TestRegister.Person]
    private let own: [TestRegister.Person]

    /// Signing in and out is not an act of hers on the register, and would end the walk.
    private static let skipped: Set<String> = ["/logg-inn", "/logg-ut", "/sprak"]
    /// Pages that name the synthetic persons to sign in as.
    private static let namesEverybody: Set<String> = ["/logg-inn"]

    init(_ test: TestApplication, as actor: AccessPerson, guess: Guess, addresses: AccessAddresses) async throws {
        self.test = test
        self.actor = actor
        self.guess = guess
        self.addresses = addresses
        client = try await test.client(as: actor.key)
        strangers = SightRegister.everybody.filter { !SightRegister.maySee(actor, $0) }
        own = SightRegister.everybody.filter { SightRegister.maySee(actor, $0) }
        dice = WalkDice(seed: UInt64(truncatingIfNeeded: Folding.fold(actor.key + guess.rawValue).utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
    }

    // MARK: Walking

    /// Everything there is, once.
    func run() async throws {
        for route in test.routes where route.method == .get && actor.isAllowed(route) {
            for address in own(addresses: route).prefix(3) {
                let reply = try await client.get(address)
                expectNothingNew(reply, "GET \(address)", isNaming: Self.namesEverybody.contains(route.path))
                if reply.status == 200, reply.contentType.hasPrefix("text/html") { try await send(all: reply.text, depth: 0) }
            }
        }
        let found = Set(sent.compactMap { $0.split(separator: " ").first.map(String.init) })
        for route in test.routes where route.method == .post && actor.isAllowed(route) && !Self.skipped.contains(route.path) {
            let isFound = found.contains { pattern($0) == pattern(route.path) }
            if isFound { continue }
            for address in own(addresses: route).prefix(2) { try await sendWithoutForm(address) }
        }
    }

    private func pattern(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(":") || $0.count == 26 || $0.first?.isNumber == true ? "*" : String($0) }.joined(separator: "/")
    }

    private func own(addresses route: Route) -> [String] {
        addresses.fill(route).filter { filled in
            !filled.path.contains("%00") && !filled.path.contains("'") && (filled.owner.map { SightRegister.maySee(actor, $0) } ?? true)
        }.map(\.path)
    }

    /// Sends each form of a page that has not been sent, and those of the page that comes back.
    private func send(all html: String, depth: Int) async throws {
        guard depth < 5 else { return }
        for form in PageForm.all(in: html) {
            let path = String(form.action.prefix { $0 != "?" })
            guard !Self.skipped.contains(path), sent.insert("\(form.key)").inserted else { continue }
            var reply = try await send(form)
            expectNothingNew(reply, "POST \(form.action)")
            if reply.status == 303 {
                reply = try await client.follow(reply)
                expectNothingNew(reply, "after POST \(form.action)")
            }
            if reply.contentType.hasPrefix("text/html") { try await send(all: reply.text, depth: depth + 1) }
            // Other people's identities in the address itself.
            if guess == .identities, form.action.split(separator: "/").contains(where: { $0.count == 26 }) {
                try await sendElsewhere(form)
            }
        }
    }

    private func send(_ form: PageForm, to action: String? = nil) async throws -> TestClient.Reply {
        var fields: [(String, String)] = []
        var files: [TestClient.File] = []
        let buttons = form.fields.filter { $0.kind == .button }
        for field in form.fields {
            switch field.kind {
            case .file:
                files.append(
                    TestClient.File(field: field.name, name: "liste.csv", type: "text/csv", bytes: Array(note(list).utf8)))
            case .button: continue
            case .hidden, .text, .choice, .ticks:
                if let value = value(for: field) { fields.append((field.name, note(value))) }
            }
        }
        if let button = buttons.isEmpty ? nil : buttons[dice.next(buttons.count)] { fields.append((button.name, button.values[0])) }
        sentCount += 1
        let address = action ?? form.action
        return form.isMultipart || !files.isEmpty
            ? try await client.upload(address, fields, files: files) : try await client.post(address, fields)
    }

    private func sendElsewhere(_ form: PageForm) async throws {
        for stranger in strangers.prefix(3) {
            let ids = [stranger.id, stranger.engagementID, stranger.trainingID].map(\.text)
            var number = 0
            let path = form.action.split(separator: "/", omittingEmptySubsequences: false).map { part -> String in
                guard part.count == 26 else { return String(part) }
                number += 1
                return note(ids[min(number - 1, ids.count - 1)])
            }.joined(separator: "/")
            expectNothingNew(try await send(form, to: path), "POST \(path)")
        }
    }

    /// An address that no page has a form for, with every field anybody could think of.
    private func sendWithoutForm(_ address: String) async throws {
        let names = [
            "fornavn", "etternavn", "navn", "hpr", "fodt", "epost", "telefon", "kommune", "lege", "egen", "veileder", "konto", "deltaker",
            "behold",
            "svar", "hvorfor", "grunnlag", "fra", "til", "startet", "ordning", "form", "prosent", "andel", "fjern", "sett",
        ]
        let fields = names.compactMap { name in value(for: .init(name: name, kind: .text, values: [""])).map { (name, note($0)) } }
        sentCount += 1
        expectNothingNew(try await client.post(address, fields + [("_once", once())]), "POST \(address)")
    }

    // MARK: Contents

    private func once() -> String { "walk-\(sentCount)-\(dice.next(1_000_000))" }

    private func stranger() -> TestRegister.Person? { strangers.isEmpty ? nil : strangers[dice.next(strangers.count)] }

    private func value(for field: PageForm.Field) -> String? {
        switch field.name {
        case "_mark": return nil
        case "_once": return once()
        case "_based", "sett", "_sett": return field.values.first
        default: break
        }
        let isIdentity = (field.values + field.options).contains { RecordID($0) != nil }
        if guess == .identities, isIdentity || ["lege", "egen", "behold", "deltaker", "annen"].contains(field.name),
            let stranger = stranger()
        {
            return [stranger.id, stranger.trainingID, stranger.engagementID, stranger.wishID][dice.next(4)].text
        }
        if field.kind == .hidden { return field.values.first }
        let who = own.isEmpty || dice.next(4) > 0 ? stranger() : own[dice.next(own.count)]
        if let aimed = aimed(field.name, at: who) { return aimed }
        if field.kind == .choice || field.kind == .ticks {
            let real = field.options.filter { !$0.isEmpty }
            return real.isEmpty ? field.values.first : real[dice.next(real.count)]
        }
        if let common = Self.common[field.name] { return common }
        return field.values.first.flatMap { $0.isEmpty ? nil : $0 } ?? "Prøve"
    }

    /// What a field about a person holds, by what this walk knows of the one it is after.
    private func aimed(_ name: String, at person: TestRegister.Person?) -> String? {
        guard let trainee = person?.trainee else { return nil }
        switch (guess, name) {
        case (.name, "fornavn"), (.email, "fornavn"): return trainee.givenName
        case (.name, "etternavn"), (.email, "etternavn"): return trainee.familyName
        case (.name, "navn"), (.email, "navn"): return trainee.fullName
        case (.number, "fornavn"), (.identities, "fornavn"): return "Prøve"
        case (.number, "etternavn"), (.identities, "etternavn"): return "Person"
        case (.name, "fodt"): return trainee.birthYear.map(String.init)
        case (.number, "hpr"): return trainee.hpr?.digits
        case (.email, "epost"): return trainee.email?.text
        case (_, "hpr"), (_, "epost"), (_, "fodt"): return ""
        case (_, "kommune"): return place
        default: return nil
        }
    }

    private var place: String {
        switch actor.municipalities.sorted().first {
        case "fauske"?: "Fauske"
        case "bergen"?: "Bergen"
        case "utsira"?: "Utsira"
        case "oslo"?: "Oslo"
        default: "Fauske"
        }
    }

    private static let common: [String: String] = [
        "fra": "1.9.2024", "til": "", "startet": "1.9.2024", "prosent": "10", "andel": "10", "timer": "3,5", "reise": "50",
        "hvorfor": "Prøve",
        "dag": "1.11.2026", "minutter": "60", "arbeidssted": "Prøvekontoret", "melding": "Prøve", "telefon": "", "ventet": "",
    ]

    /// A list with a row about every stranger, in the actor's own place.
    private var list: String {
        var lines = ["Navn;HPR-nummer;Fødselsår;E-post;Kommune;Ordning;Oppstart;Tilknytning;Stilling"]
        for person in strangers {
            let trainee = person.trainee
            let who: [String] =
                switch guess {
                case .name, .identities: [trainee.fullName, "", trainee.birthYear.map(String.init) ?? "", ""]
                case .number: ["Prøve Person", trainee.hpr?.digits ?? "", "", ""]
                case .email: [trainee.fullName, "", "", trainee.email?.text ?? ""]
                }
            lines.append((who + [place, "gammel", "01.02.2017", "vikar", "20 %"]).joined(separator: ";"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Watching

    private func marks(of person: TestRegister.Person) -> [String] {
        [person.trainee.fullName, person.id.text, person.trainee.hpr?.digits, person.trainee.email?.text].compactMap { $0 }
    }

    /// Remembers what is written, so that reading it back is no finding.
    private func note(_ text: String) -> String {
        for person in strangers { for mark in marks(of: person) where text.contains(mark) { typed.insert(mark) } }
        // A name in two fields is read back as one.
        for person in strangers where guess == .name || guess == .email { typed.insert(person.trainee.fullName) }
        return text
    }

    /// No name, number, address or identity of a stranger that the walk has not written itself, and no way to reach a supervisor elsewhere.
    private func expectNothingNew(_ reply: TestClient.Reply, _ what: String, isNaming: Bool = false) {
        #expect(reply.status < 500, "\(what) as \(actor.testDescription), \(guess): \(reply.status)")
        guard !isNaming, !reply.bytes.isEmpty else { return }
        let text = reply.text
        for stranger in strangers {
            for mark in marks(of: stranger) where text.contains(mark) && !typed.contains(mark) && !what.contains(mark) {
                // Namesakes have one name: seen as one's own.
                if own.contains(where: { $0.trainee.fullName == mark }) { continue }
                Issue.record("\(what) as \(actor.testDescription), \(guess): shows \(mark) of \(stranger.key)")
            }
        }
    }

    /// After all of it: no stranger can be opened, and the actor's roles are what they were.
    func expectNobodyOpened(_ grantsBefore: [Grant]) async throws {
        let view = try await test.application.register.current()
        let account = "demo.\(actor.key)"
        let grants = try await test.database.read { try AccountStore.grants(of: account, on: $0) }
        #expect(Set(grants) == Set(grantsBefore), "\(actor.testDescription) has other roles than before")
        let scope = view.scope(Viewer(account: account, name: "", grants: grants), on: TestApplication.today)
        let visible = view.visible(scope, on: TestApplication.today)
        for stranger in strangers {
            let person = try #require(view.index.ordinal(of: stranger.id))
            if !scope.seesPseudonyms {
                #expect(!visible[Int(person)], "\(actor.testDescription), \(guess): \(stranger.key) is hers to see now")
            }
            for part in ["", "/historikk", "/plan", "/veiledning", "/laeringsmal", "/arbeid/ny", "/person"] {
                let reply = try await client.get("/alis/\(stranger.id)\(part)")
                #expect(
                    reply.status == 404 || reply.status == 403,
                    "\(actor.testDescription), \(guess): /alis/\(stranger.key)\(part) answers \(reply.status)")
            }
        }
    }
}

/// The same numbers on every run.
struct WalkDice {
    private var state: UInt64

    init(seed: UInt64) { state = seed | 1 }

    mutating func next(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(count, 1)))
    }
}
