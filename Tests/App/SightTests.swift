import AlisDomain
import Testing

@testable import Alis

/// Nobody gains sight of a person, or a role, by an act of her own alone: whoever she is and whatever she sends, those she sees afterwards
/// are those she saw before and those the act itself made. Walked over every form as every role, on a register with namesakes, shared birth
/// years, merged records and municipalities that have become part of others (docs/conventions/testing.md).
@Suite struct SightTests {
    /// Whoever may see everybody has nobody to come upon.
    static let actors = AccessPerson.all.filter { $0.role != .administrator }

    @Test(arguments: actors, SightWalk.Guess.allCases)
    func `no form opens a person or a role to whoever sends it alone`(actor: AccessPerson, guess: SightWalk.Guess) async throws {
        // Both engines carry the whole walk between them: the contents differ by guess, the pages by actor.
        try await walk(
            actor, guess, on: TestEngine.all[(Int(actor.key.utf8.first ?? 0) + guess.rawValue.utf8.count) % TestEngine.all.count])
    }

    @Test(arguments: TestEngine.all, SightWalk.Guess.allCases)
    func `a municipality opens nobody of another's, on either engine`(engine: TestEngine, guess: SightWalk.Guess) async throws {
        let hilde = try #require(AccessPerson.all.first { $0.key == "hilde" })
        let sent = try await walk(hilde, guess, on: engine)
        // It has walked: a municipality finds more forms than this.
        #expect(sent > 60, "only \(sent) forms were sent")
    }

    @discardableResult
    private func walk(_ actor: AccessPerson, _ guess: SightWalk.Guess, on engine: TestEngine) async throws -> Int {
        let test = try await TestApplication.make(engine: engine)
        try await SightRegister.fill(test.database)
        let view = try await test.application.register.current()
        var slugs: [String: String] = [:]
        for key in actor.municipalities.isEmpty ? ["fauske"] : actor.municipalities {
            if let id = MunicipalityID(key) { slugs[key] = view.directory.slug(of: id, on: TestApplication.today) }
        }
        let grants = try await test.database.read { try AccountStore.grants(of: "demo.\(actor.key)", on: $0) }
        let walk = try await SightWalk(
            test, as: actor, guess: guess,
            addresses: AccessAddresses(slugs: slugs, tokens: [], strangersImport: "00000000000000000000000000"))
        try await walk.run()
        try await walk.expectNobodyOpened(grants)
        return walk.sentCount
    }
}
