import AlisCast
import AlisDomain
import Testing

@testable import Alis

@Suite struct SupervisionStoreTests {
    private func rules() -> SupervisionRules { SupervisionRules(referenceFolder: TestApplication.root + "/Reference") }

    @Test(arguments: TestEngine.all)
    func `what is written is what is read, and capacity is never overwritten`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let book = RuleBookFiles.read(folder: TestApplication.root + "/Reference").book
        let board = PlanBoardCache(database: test.database, loader: PlanLoader(supervision: AssignedSupervision()), book: book)
        let cache = SupervisionCache(database: test.database, register: test.application.register, rules: rules(), board: board)
        let before = try await cache.current(on: TestApplication.today)
        for person in TestSupervision.supervisors { #expect(before.book.supervisors[person.id] == person.supervisor) }
        #expect(before.book.load(of: TestSupervision.knut, on: TestApplication.today).needed.minutes == 168, "Ida works 80 %")
        #expect(before.book.load(of: TestSupervision.einar, on: TestApplication.today).capacity == .zero, "his exemption has run out")

        let hours = try #require(MonthlyHours(hundredths: 200))
        let from = TestApplication.today.adding(days: 30)
        try await test.database.write { connection in
            let change = try ChangeLog.record(.capacityChanged, by: TestRegister.recorder, at: TestApplication.now, on: connection)
            try FactWriter(connection: connection, change: change).revise(
                SupervisorCapacity.self, id: TestSupervision.knut.text, in: Period(startingOn: from),
                to: SupervisorCapacity(supervisor: TestSupervision.knut, hours: hours))
        }
        let after = try await cache.current(on: TestApplication.today)
        #expect(after.book.load(of: TestSupervision.knut, on: TestApplication.today).capacity.minutes == 420)
        #expect(after.book.load(of: TestSupervision.knut, on: from).capacity.minutes == 120)
        let versions = try await test.database.read {
            try FactStore.versions(SupervisorCapacity.self, where: "id = \(TestSupervision.knut.text)", on: $0)
        }
        #expect(versions.count == 3 && versions.filter { $0.supersededIn != nil }.count == 1, "the old version stands, closed")
        await #expect(throws: StoreFailure.self) {
            try await test.database.write { try $0.execute("DELETE FROM supervisorCapacity") }
        }
    }

    @Test(arguments: TestEngine.all)
    func `every fact of supervision goes through the store unchanged`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let ids = (RecordID(high: 9, low: 1), RecordID(high: 9, low: 2))
        let day = TestApplication.today
        let office = try #require(OfficeCode("VEST"))
        let request = SupervisionRequest(
            training: ids.0, supervisor: ids.1, share: .full, wantedFrom: day, answerBy: day.adding(days: 14), message: "Hei – ’æøå’",
            askedBy: "Ravna",
            state: .declined, answer: "Nei")
        let session = SupervisionSession(
            training: ids.0, supervisor: ids.1, day: day, minutes: 45, isDigital: true, isGroup: true, preparationMinutes: 15)
        let gathering = Gathering(
            kind: .meeting, title: "Samling", place: "Voss", first: day, last: day, places: 3, hours: 6, office: office, note: "x")
        let signUp = GatheringSignUp(gathering: ids.0, participant: .supervisor(ids.1), name: "Berit", attendedMinutes: 300)
        try await test.database.write { connection in
            let change = try ChangeLog.record(.corrected, by: TestRegister.recorder, at: TestApplication.now, on: connection)
            let writer = FactWriter(connection: connection, change: change)
            try writer.add(id: "a", request, in: Period(startingOn: day))
            try writer.add(id: "b", session, in: Period(startingOn: day))
            try writer.add(id: "c", gathering, in: .always)
            try writer.add(id: "d", signUp, in: Period(startingOn: day))
        }
        func read<Fact: StoredFact>(_ type: Fact.Type, _ id: String) async throws -> Fact? {
            try await test.database.read { try FactStore.timeline(type, id: id, on: $0).stretches.last?.value }
        }
        #expect(try await read(SupervisionRequest.self, "a") == request)
        #expect(try await read(SupervisionSession.self, "b") == session)
        #expect(try await read(Gathering.self, "c") == gathering)
        #expect(try await read(GatheringSignUp.self, "d") == signUp)
    }

    @Test(arguments: TestEngine.all)
    func `notes are read by the two whose session it is, and by nobody else whatever her roles`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let fauske = try #require(MunicipalityID("fauske"))
        let ida = try #require(Cast.ida?.id)
        func read(_ account: String, _ grants: [Grant]) async throws -> Int {
            let viewer = Viewer(account: account, name: account, grants: grants)
            return try await test.database.read {
                try SupervisionNotes.read(sessions: [TestSupervision.session.text], for: viewer, on: $0).values.reduce(0) { $0 + $1.count }
            }
        }
        let supervisor = Grant(role: .supervisor, organisation: .municipality(fauske))
        let administrator = Grant(role: .administrator, organisation: .nation)
        #expect(try await read("demo.knut", [supervisor]) == 1)
        #expect(try await read("demo.ida", [Grant(role: .alis, organisation: .trainee(ida))]) == 1)
        #expect(try await read("demo.other", [supervisor]) == 0, "another supervisor in the same municipality")
        #expect(try await read("demo.knut", [Grant(role: .municipality, organisation: .municipality(fauske))]) == 0)
        #expect(try await read("demo.jon", [administrator]) == 0)
        #expect(try await read("demo.jon", [administrator, supervisor, Grant(role: .alis, organisation: .trainee(ida))]) == 0)
        #expect(try await read("demo.knut", [administrator, supervisor]) == 0, "who hands out access reads no notes")
        let torbjorn = try #require(TestRegister.person("torbjorn")?.id)
        #expect(try await read("demo.torbjorn", [Grant(role: .alis, organisation: .trainee(torbjorn))]) == 0)
        let rest: [Grant] = [
            OfficeCode("NORD").map { Grant(role: .adviser, organisation: .office($0)) },
            OfficeCode("NORD").map { Grant(role: .coordinator, organisation: .office($0)) },
            TrustCode("NLSH").map { Grant(role: .trust, organisation: .trust($0)) }, Grant(role: .directorate, organisation: .nation),
            Grant(role: .editor, organisation: .nation),
        ].compactMap { $0 }
        #expect(rest.count == 5)
        for grant in rest { #expect(try await read("demo.x", [grant]) == 0, "\(grant.role)") }
        // Nor may anybody else write one.
        let wrote = try await test.database.write { connection in
            try SupervisionNotes.add(
                "x", id: RecordID(high: 1, low: 1), session: TestSupervision.session, trainee: ida, supervisorAccount: "demo.knut",
                by: Viewer(account: "demo.jon", name: "Jon", grants: [administrator]), at: TestApplication.now, on: connection)
        }
        #expect(!wrote)
    }

    @Test(arguments: TestEngine.all)
    func `a link answers once, until it runs out, and a new one takes the old one's place`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let request = RecordID(high: 3, low: 3)
        let (first, second) = (test.surroundings.newSecret(), test.surroundings.newSecret())
        let now = TestApplication.now
        // To the last second of the day in Norway, which is not midnight in Greenwich.
        let (evening, expires) = (Instant(iso: "2026-11-18T22:59:59Z") ?? now, Instant(iso: "2026-11-18T23:00:00Z") ?? now)
        func asked(_ secret: String, at time: Instant) async throws -> RecordID? {
            try await test.database.read { try SupervisionLinks.all.request(secret, at: time, on: $0) }
        }
        func make(_ secret: String) async throws {
            try await test.database.write {
                try SupervisionLinks.make(for: request, by: "x", through: TestApplication.today, secret: secret, on: $0)
            }
        }
        try await make(first)
        #expect(try await asked(first, at: now) == request)
        try await make(second)
        #expect(try await asked(first, at: now) == nil)
        #expect(try await asked(second, at: evening) == request)
        #expect(try await asked(second, at: expires) == nil)
        let runsOut = try #require(try await test.database.read { try SupervisionLinks.all.runsOut(second, on: $0) })
        #expect(runsOut == expires && AnswerLinks.lastDay(runsOut) == TestApplication.today)
        #expect(try await test.database.write { try SupervisionLinks.all.use(second, at: now, on: $0) })
        #expect(try await !test.database.write { try SupervisionLinks.all.use(second, at: now, on: $0) })
        #expect(try await asked("kort", at: now) == nil)
        let stored = try await test.database.read { try $0.rows("SELECT tokenHash FROM supervisionLink") { $0.text(0) } }
        #expect(!stored.contains(first) && !stored.contains(second), "only hashes are stored")
    }
}
