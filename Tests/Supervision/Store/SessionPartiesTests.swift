import AlisCast
import AlisDomain
import Testing

@testable import Alis

/// Notes are for the persons who were party to the session: a role that is given later opens none.
@Suite struct SessionPartiesTests {
    /// One doctor's notes, with accounts that come and go.
    private struct Story: Sendable {
        let test: TestApplication
        let database: Database
        let fauske: MunicipalityID
        var now: Instant { test.clock.now }

        init(_ engine: TestEngine) async throws {
            test = try await TestApplication.make(engine: engine)
            database = test.database
            fauske = try #require(MunicipalityID("fauske"))
        }

        private func doctor(_ id: RecordID) -> Grant { Grant(role: .alis, organisation: .trainee(id)) }

        /// Gives an account the doctor's role, an hour after what came before.
        func give(_ account: String, _ trainee: RecordID) async throws {
            test.clock.advance(seconds: 3600)
            let (now, grant, id) = (now, doctor(trainee), test.surroundings.newID().text)
            try await database.write { connection in
                if try AccountStore.find(id: account, on: connection) == nil {
                    let new = Account(id: account, name: account, email: EmailAddress("\(account)@alis.example"))
                    try AccountDesk.add(new, grant: grant, grantID: id, by: "demo.jon", at: now, on: connection)
                } else {
                    try AccountDesk.grant(grant, to: account, grantID: id, by: "demo.jon", at: now, on: connection)
                }
            }
        }

        func take(_ account: String, _ trainee: RecordID) async throws {
            test.clock.advance(seconds: 3600)
            let (now, grant) = (now, doctor(trainee))
            try await database.write { connection in
                let record = try #require(
                    try AccountStore.grantRecords(of: account, on: connection).first { $0.grant == grant && $0.endedAt == nil })
                try AccountDesk.endGrant(record.id, of: account, by: "demo.jon", at: now, on: connection)
            }
        }

        /// The supervisor writes a note about the session, an hour later.
        @discardableResult
        func write(_ body: String, of trainee: RecordID) async throws -> RecordID {
            test.clock.advance(seconds: 3600)
            let (now, id) = (now, test.surroundings.newID())
            let knut = Viewer(
                account: "demo.knut", name: "Knut Rønning", grants: [Grant(role: .supervisor, organisation: .municipality(fauske))])
            let isWritten = try await database.write {
                try SupervisionNotes.add(
                    body, id: id, session: TestSupervision.session, trainee: trainee, supervisorAccount: "demo.knut", by: knut, at: now,
                    on: $0)
            }
            #expect(isWritten)
            return id
        }

        /// What an account reads with the roles it has now.
        func reads(_ account: String) async throws -> [String] {
            try await database.read { connection in
                let viewer = Viewer(account: account, name: account, grants: try AccountStore.grants(of: account, on: connection))
                return try SupervisionNotes.read(sessions: [TestSupervision.session.text], for: viewer, on: connection)
                    .values.flatMap { $0 }.map(\.body)
            }
        }

        /// Records that one record is another's duplicate, or takes it back.
        func merge(_ duplicate: RecordID, into kept: RecordID?) async throws {
            test.clock.advance(seconds: 3600)
            let (now, id) = (now, RecordID(high: 0x7E57_5005, low: 1))
            try await database.write { connection in
                let change = try ChangeLog.record(.merged, by: TestRegister.recorder, at: now, on: connection)
                let merges = kept.map { [(Period.always, TraineeMerge(duplicate: duplicate, kept: $0))] } ?? []
                try FactWriter(connection: connection, change: change).replace(TraineeMerge.self, id: id.text, with: merges)
            }
        }
    }

    private func id(_ key: String) throws -> RecordID { try #require(TestRegister.person(key)?.id) }

    @Test(arguments: TestEngine.all)
    func `an account that is given the doctor's role reads what is written from then on`(engine: TestEngine) async throws {
        let (story, ida) = (try await Story(engine), try id("ida"))
        #expect(try await story.reads("demo.ida") == [TestSupervision.secretNote])
        await #expect(throws: AccountRefusal.doctorHasAccount) { try await story.give("new", ida) }
        try await story.take("demo.ida", ida)
        try await story.write("I pausen", of: ida)
        try await story.give("new", ida)
        #expect(try await story.reads("new") == [])
        try await story.write("Til den nye", of: ida)
        #expect(try await story.reads("new") == ["Til den nye"])
        #expect(try await story.reads("demo.ida") == [], "who has lost the role reads nothing")
        // Back after a pause: what was hers then, and not what was written meanwhile.
        try await story.take("new", ida)
        try await story.give("demo.ida", ida)
        try await story.write("Tilbake", of: ida)
        #expect(try await story.reads("demo.ida") == [TestSupervision.secretNote, "Tilbake"])
        #expect(try await story.reads("demo.knut").count == 4)
    }

    @Test(arguments: TestEngine.all)
    func `a doctor's first account reads nothing that was written before it`(engine: TestEngine) async throws {
        let (story, solveig) = (try await Story(engine), try id("solveig"))
        try await story.write("Før hun hadde konto", of: solveig)
        try await story.give("solveig", solveig)
        #expect(try await story.reads("solveig") == [])
        try await story.write("Etterpå", of: solveig)
        #expect(try await story.reads("solveig") == ["Etterpå"])
    }

    @Test(arguments: TestEngine.all)
    func `a corrected note stays with the two it was written for`(engine: TestEngine) async throws {
        let (story, ida) = (try await Story(engine), try id("ida"))
        let note = try await story.write("Første ord", of: ida)
        try await story.take("demo.ida", ida)
        try await story.give("new", ida)
        let (now, id) = (story.now, story.test.surroundings.newID())
        let knut = Viewer(
            account: "demo.knut", name: "Knut", grants: [Grant(role: .supervisor, organisation: .municipality(story.fauske))])
        let isCorrected = try await story.database.write {
            try SupervisionNotes.correct(
                note, of: TestSupervision.session, to: "Rettet", reason: "", id: id, by: knut, at: now, on: $0)
        }
        #expect(isCorrected)
        #expect(try await story.reads("new") == [])
        #expect(try await story.reads("demo.knut").contains("Rettet"))
    }

    @Test(arguments: TestEngine.all)
    func `a merge opens no notes that were written before it, and those written after it to both records' account`(
        engine: TestEngine
    ) async throws {
        let (story, ida, solveig) = (try await Story(engine), try id("ida"), try id("solveig"))
        try await story.give("solveig", solveig)
        try await story.write("Om Solveig alene", of: solveig)
        try await story.merge(solveig, into: ida)
        #expect(try await story.reads("solveig") == ["Om Solveig alene"])
        try await story.write("Etter sammenslåingen", of: ida)
        #expect(try await story.reads("solveig") == ["Om Solveig alene", "Etter sammenslåingen"])
        #expect(try await story.reads("demo.ida") == [TestSupervision.secretNote, "Etter sammenslåingen"])
        try await story.merge(solveig, into: nil)
        try await story.write("Etter at de ble skilt", of: ida)
        #expect(try await story.reads("solveig") == ["Om Solveig alene", "Etter sammenslåingen"])
    }

    @Test(arguments: TestEngine.all)
    func `whose record was merged away writes notes, and none is lost`(engine: TestEngine) async throws {
        let (story, ida, solveig) = (try await Story(engine), try id("ida"), try id("solveig"))
        try await story.give("solveig", solveig)
        try await story.merge(solveig, into: ida)
        let (now, id) = (story.now, story.test.surroundings.newID())
        let isWritten = try await story.database.write { connection in
            let viewer = Viewer(account: "solveig", name: "Solveig", grants: try AccountStore.grants(of: "solveig", on: connection))
            return try SupervisionNotes.add(
                "Mine ord", id: id, session: TestSupervision.session, trainee: ida, supervisorAccount: "demo.knut", by: viewer, at: now,
                on: connection)
        }
        #expect(isWritten)
        #expect(try await story.reads("solveig") == ["Mine ord"])
    }
}
