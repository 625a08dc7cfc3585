import AlisDomain
import HTTPTypes
import NIOCore
import Testing

@testable import Alis

@Suite struct PageCacheTests {
    @Test(arguments: TestEngine.all)
    func `an unchanged page is answered with 304, and anew after any change`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ravna = try await test.client(as: "ravna")
        for address in ["/oversikt", "/alis", "/alis?maal=gammel-ordning"] {
            let first = try await ravna.get(address)
            let tag = try #require(first.headers[.eTag])
            #expect(first.status == 200 && first.headers[.cacheControl] == "private, no-cache")
            #expect(first.headers[.vary] == "Cookie, Accept-Language")
            let again = try await ravna.get(address)
            #expect(again.bytes == first.bytes && again.headers[.eTag] == tag)
            for known in [tag, "W/\(tag)", "\"x\", \(tag)"] {
                let unchanged = try await ravna.get(address, headers: ["if-none-match": known])
                #expect(unchanged.status == 304 && unchanged.bytes.isEmpty && unchanged.headers[.eTag] == tag)
                #expect(unchanged.headers[.contentSecurityPolicy] != nil)
            }
            #expect(try await ravna.get(address, headers: ["if-none-match": "\"x\""]).status == 200)
        }
        let before = try await ravna.get("/alis")
        let person = try #require(TestRegister.person("solveig"))
        try await test.database.write { connection in
            let number = try ChangeLog.record(.corrected, by: TestRegister.recorder, at: TestApplication.now, on: connection)
            var renamed = person.trainee
            renamed.familyName = "Nytt-Navn"
            try FactWriter(connection: connection, change: number)
                .revise(Trainee.self, id: person.id.text, in: Period(startingOn: person.start), to: renamed)
        }
        let tag = try #require(before.headers[.eTag])
        let after = try await ravna.get("/alis", headers: ["if-none-match": tag])
        #expect(after.status == 200 && after.text.contains("Nytt-Navn") && !before.text.contains("Nytt-Navn"))
    }

    @Test(arguments: TestEngine.all)
    func `a page is never given to another session, nor after access has ended`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ravna = try await test.client(as: "ravna")
        let second = try await test.client(as: "ravna")
        let hilde = try await test.client(as: "hilde")
        let pages = [try await ravna.get("/alis"), try await second.get("/alis"), try await hilde.get("/alis")]
        let tags = pages.compactMap { $0.headers[.eTag] }
        #expect(Set(tags).count == 3)
        let marks = [try await ravna.mark(), try await second.mark()]
        #expect(pages[0].text.contains(marks[0]) && !pages[0].text.contains(marks[1]))
        #expect(pages[2].text.contains("Hilde") && !pages[2].text.contains("Ravna"))
        let nobody = try await test.client().get("/alis", headers: ["if-none-match": tags[0]])
        #expect(nobody.status == 303)

        let token = await ravna.session
        let farewell = try await ravna.post("/logg-ut")
        #expect(farewell.headers.contains { $0.name.canonicalName == "clear-site-data" })
        let thief = test.client()
        await thief.useSession(token)
        #expect(try await thief.get("/alis", headers: ["if-none-match": tags[0]]).status == 303)
        #expect(try await second.get("/alis").status == 200)
        let now = test.clock.now
        try await test.database.write { try AccountStore.end("demo.ravna", by: "demo.jon", at: now, on: $0) }
        #expect(try await second.get("/alis", headers: ["if-none-match": tags[1]]).status == 303)
    }

    @Test func `the clock ends what it must: the day and the session`() async throws {
        let test = try await TestApplication.make()
        let ravna = try await test.client(as: "ravna")
        let first = try await ravna.get("/oversikt")
        #expect(first.text.contains("18.11.2026") || first.text.contains("2026-11-18"))
        test.clock.advance(seconds: 3 * 3600 + 3000)
        let tag = try #require(first.headers[.eTag])
        #expect(try await ravna.get("/oversikt", headers: ["if-none-match": tag]).status == 304)
        test.clock.advance(seconds: 3 * 3600 + 3000)
        #expect(try await ravna.get("/oversikt").status == 200)
        test.clock.advance(seconds: 4 * 3600)
        #expect(try await ravna.get("/oversikt").status == 303)
        let later = try await test.client(as: "ravna")
        #expect(try await later.get("/oversikt").status == 200)
        test.clock.advance(seconds: 3600 * 3)
        let next = try await later.get("/oversikt", headers: ["if-none-match": tag])
        #expect(next.status == 200)
    }

    @Test func `language forms do not share, and a page with a one-time mark or a time to come is not kept`() async throws {
        let test = try await TestApplication.make()
        let ravna = try await test.client(as: "ravna")
        let bokmal = try await ravna.get("/oversikt")
        await ravna.chooseLanguage(.nynorsk)
        let nynorsk = try await ravna.get("/oversikt")
        #expect(bokmal.text.contains("<html lang=\"nb\"") && nynorsk.text.contains("<html lang=\"nn\""))
        for address in ["/oversikt?kjent=2027-01-01", "/alis/ny", "/logg-inn", "/nei"] {
            #expect(try await ravna.get(address).headers[.eTag] == nil, "\(address)")
        }
        #expect(try await ravna.get("/oversikt?kjent=2026-01-01").headers[.eTag] != nil)
    }

    @Test(arguments: TestEngine.all)
    func `the database's state is the same until somebody writes, in this program or another`(engine: TestEngine) async throws {
        let address = try await engine.makeAddress(migrations: [StoreFixture.migration])
        let (one, other) = (try engine.open(address), try engine.open(address))
        _ = try await StoreFixture.count(one)
        let first = try #require(await one.generation())
        _ = try await StoreFixture.count(other)
        // Tests beside this one write to the same server's other databases.
        if engine == .sqlite { #expect(await one.generation() == first) }
        try await StoreFixture.add(1, to: one)
        let second = try #require(await one.generation())
        #expect(second != first)
        try await StoreFixture.add(2, to: other)
        #expect(await one.generation() != second)
    }

    @Test func `the cache stays within its bounds and drops what was used longest ago`() {
        let cache = PageCache(mostBytes: 1000, mostPages: 3)
        let until = Instant(microseconds: 1000)
        func key(_ name: String) -> PageCache.Key {
            PageCache.Key(address: name, cookies: "", languages: "", day: TestApplication.today)
        }
        func find(_ name: String, _ state: Int64 = 1, at now: Int64 = 0) -> Bool {
            cache.find(key(name), in: .sqlite(state), at: Instant(microseconds: now)) != nil
        }
        let page = PageCache.Page(headers: [:], body: .init(string: String(repeating: "a", count: 200)), tag: "\"a\"", validUntil: until)
        func keep(_ name: String, _ state: Int64 = 1) { cache.keep(page, under: key(name), in: .sqlite(state)) }
        for name in ["a", "b", "c"] { keep(name) }
        #expect(!find("a") && !find("b") && !find("c"), "a page asked for once takes nobody's place")
        for name in ["a", "b", "c"] { keep(name) }
        #expect(find("a") && find("b") && find("c"))
        #expect(find("a"))
        keep("d")
        #expect(find("b") && !find("d"))
        #expect(find("a") && find("c"))
        keep("d")
        #expect(find("a") && !find("b") && find("c") && find("d"))
        #expect(!find("a", 2) && !find("a", at: 1000))
        keep("e", 2)
        keep("e", 2)
        #expect(find("e", 2) && !find("a", 2) && !find("a"))
    }
}
