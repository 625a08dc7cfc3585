import AlisDomain
import Testing

@testable import Alis

extension TestApplication {
    /// Somebody who is none of the cast, holding these roles, signed in.
    func client(_ name: String, holding grants: Grant...) async throws -> TestClient { try await client(name, holding: grants) }

    /// The same with a list of roles.
    func client(_ name: String, holding grants: [Grant]) async throws -> TestClient {
        let (account, now) = ("test.\(name)", clock.now)
        try await database.write { connection in
            try AccountStore.add(Account(id: account, name: name, email: nil, isDemo: true), at: now, on: connection)
            for (number, grant) in grants.enumerated() {
                try AccountStore.grant(grant, to: account, id: "\(account).\(number)", by: "alis", at: now, on: connection)
            }
        }
        return try await signedIn(account)
    }

    /// One of the cast with more roles than her own, signed in.
    func client(as key: String, and grants: Grant...) async throws -> TestClient {
        let (account, now) = ("demo.\(key)", clock.now)
        try await database.write { connection in
            for (number, grant) in grants.enumerated() {
                try AccountStore.grant(grant, to: account, id: "\(account).\(number)", by: "alis", at: now, on: connection)
            }
        }
        return try await signedIn(account)
    }

    private func signedIn(_ account: String) async throws -> TestClient {
        let client = client()
        try await client.signIn(account)
        return client
    }

    /// Writes facts in a change of somebody who is none of those that the test is about.
    func record(_ body: @escaping @Sendable (FactWriter) throws -> Void) async throws {
        let now = clock.now
        try await database.write { connection in
            let change = try ChangeLog.record(.corrected, by: TestRegister.recorder, at: now, on: connection)
            try body(FactWriter(connection: connection, change: change))
        }
    }

    /// She has left the place where she worked, and works in another from this day; nowhere when none is named.
    func move(_ person: TestRegister.Person, to place: String?, from day: CalendarDay) async throws {
        let (new, left) = (surroundings.newID(), try #require(person.municipality))
        let next = try place.map { try #require(MunicipalityID($0)) }
        try await record { writer in
            func work(_ place: MunicipalityID) -> Engagement {
                Engagement(training: person.trainingID, municipality: place, workplace: "", form: .salaried, percent: .full)
            }
            guard let before = Period(from: person.start, to: day) else { return }
            try writer.replace(Engagement.self, id: person.engagementID.text, with: [(before, work(left))])
            if let next { try writer.add(id: new.text, work(next), in: Period(startingOn: day)) }
        }
    }

    /// Two records that have been found to be of one doctor.
    func merge(_ duplicate: TestRegister.Person, into kept: TestRegister.Person) async throws {
        let id = surroundings.newID()
        try await record { try $0.add(id: id.text, TraineeMerge(duplicate: duplicate.id, kept: kept.id), in: .always) }
    }

    /// The mark of a form that was opened just now.
    func based() async throws -> (String, String) {
        ("_based", String(try await database.read { try ChangeLog.last(on: $0)?.number ?? 0 }))
    }

    /// Sends a form as its page has it: its marks are taken from there.
    func send(_ client: TestClient, _ path: String, from page: String? = nil, _ fields: [(String, String)] = []) async throws
        -> TestClient.Reply
    {
        let form = try await client.get(page ?? path).text
        return try await client.post(path, fields + PlanDeskWork.marks(form, ["_once", "_based"]))
    }

    /// Whether none of these addresses is there for somebody, read or sent, and nothing changes.
    func expectClosed(
        _ client: TestClient, get: [String] = [], post: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let before = try await fingerprint()
        for path in get { #expect(try await client.get(path).status == 404, "GET \(path)", sourceLocation: sourceLocation) }
        for path in post {
            let reply = try await client.post(path, [("hvorfor", "Prøve"), ("_based", "99999")])
            #expect(reply.status == 404, "POST \(path)", sourceLocation: sourceLocation)
        }
        #expect(try await fingerprint() == before, sourceLocation: sourceLocation)
    }
}

extension Grant {
    static func municipality(_ key: String) throws -> Grant {
        Grant(role: .municipality, organisation: .municipality(try #require(MunicipalityID(key))))
    }
    static func supervisor(in key: String) throws -> Grant {
        Grant(role: .supervisor, organisation: .municipality(try #require(MunicipalityID(key))))
    }
    static func office(_ code: String) throws -> Grant { Grant(role: .adviser, organisation: .office(try #require(OfficeCode(code)))) }
    static func trust(_ code: String) throws -> Grant { Grant(role: .trust, organisation: .trust(try #require(TrustCode(code)))) }
    static func doctor(_ key: String) throws -> Grant {
        Grant(role: .alis, organisation: .trainee(try #require(TestRegister.person(key)).id))
    }
    static let directorate = Grant(role: .directorate, organisation: .nation)
    static let administrator = Grant(role: .administrator, organisation: .nation)
}
