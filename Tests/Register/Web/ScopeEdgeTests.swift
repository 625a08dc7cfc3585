import AlisDomain
import Testing

@testable import Alis

/// Whom somebody sees and whose records she may change, at the edges: of a region, of a merger, of a day, of a wish.
@Suite struct ScopeEdgeTests {
    private static let today = TestApplication.today

    /// Whom these roles let somebody see by name, and whose records they let her change, by key.
    private func reach(
        _ test: TestApplication, _ grants: Grant..., more: [TestRegister.Person] = []
    ) async throws -> (sees: Set<String>, changes: Set<String>) {
        let view = try await test.application.register.current()
        let scope = view.scope(Viewer(account: "test", name: "Test", grants: grants), on: Self.today)
        let (visible, editable) = (view.visible(scope, on: Self.today), view.editable(scope, on: Self.today))
        func keys(_ flags: [Bool]) -> Set<String> {
            Set((TestRegister.persons + more).filter { view.index.ordinal(of: $0.id).map { flags[Int($0)] } ?? false }.map(\.key))
        }
        return (keys(visible), keys(editable))
    }

    private func person(_ key: String, _ number: UInt64, in place: String?, wishes: [String] = []) throws -> TestRegister.Person {
        func id(_ kind: UInt64) -> RecordID { RecordID(high: 0x7E57_9000 + kind, low: number) }
        return TestRegister.Person(
            key: key, id: id(0), trainingID: id(1), engagementID: id(2), wishID: id(3),
            trainee: Trainee(givenName: "Prøve", familyName: "Prøvesen-\(key)", isSynthetic: true), scheme: .new,
            start: try #require(CalendarDay(year: 2019, month: 5, day: 1)),
            municipality: try place.map { try #require(MunicipalityID($0)) },
            wishes: try wishes.map { try #require(TrustCode($0)) })
    }

    private func add(_ people: [TestRegister.Person], _ test: TestApplication) async throws {
        try await test.database.write { connection in for person in people { try TestRegister.add(person, on: connection) } }
    }

    @Test(arguments: TestEngine.all)
    func `an office reaches to the border of its region, and a municipality to its own`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        // The last municipality in the north, and its neighbour to the south.
        let more = [try person("bindal", 1, in: "bindal"), try person("leka", 2, in: "leka")]
        try await add(more, test)
        let expected = [
            "NORD": ["ida", "solveig", "maret", "bindal"], "MIDT": ["leka"], "VEST": ["torbjorn", "amina", "peder"], "SOR": [], "OST": [],
            "OSLO": ["noor"],
        ]
        for (office, keys) in expected {
            for role in [Role.adviser, .coordinator] {
                let grant = Grant(role: role, organisation: .office(try #require(OfficeCode(office))))
                let found = try await reach(test, grant, more: more)
                #expect(found.sees == Set(keys) && found.changes == Set(keys), "\(role) \(office)")
            }
        }
        let fauske = try await reach(test, try .municipality("fauske"), more: more)
        #expect(fauske.sees == ["ida", "solveig"] && fauske.changes == fauske.sees)
        let all = Set((TestRegister.persons + more).map(\.key))
        let jon = try await reach(test, .administrator, more: more)
        #expect(jon.sees == all && jon.changes == all)
    }

    @Test func `what gives no municipality gives nobody's record to change`() async throws {
        let test = try await TestApplication.make()
        let wishing = try person("wishing", 1, in: nil, wishes: ["NLSH"])
        try await add([wishing], test)
        for grant in [.directorate, Grant(role: .editor, organisation: .nation), try .supervisor(in: "fauske")] {
            let found = try await reach(test, grant)
            #expect(found.sees.isEmpty && found.changes.isEmpty, "\(grant)")
        }
        let trust = try await reach(test, try .trust("NLSH"), more: [wishing])
        #expect(trust.sees == ["ida", "solveig", "wishing"] && trust.changes.isEmpty)
        #expect(try await reach(test, try .trust("UNN")).sees == ["ida"], "her second choice")
        #expect(try await reach(test, try .trust("FIN")).sees == [])
        let doctor = try await reach(test, try .doctor("astrid"))
        #expect(doctor.sees == ["astrid"] && doctor.changes.isEmpty)
        // Together they are what each is, and no more: nobody's record but those in Fauske.
        let both = try await reach(test, try .trust("NLSH"), try .doctor("astrid"), try .municipality("fauske"), more: [wishing])
        #expect(both.sees == ["ida", "solveig", "wishing", "astrid"] && both.changes == ["ida", "solveig"])
        // The Directorate counts all, and sees nobody by name, whatever else she is.
        let two = try await reach(test, .directorate, try .municipality("fauske"))
        #expect(two.sees.isEmpty && two.changes.isEmpty)
    }

    @Test(arguments: TestEngine.all)
    func `a doctor of a municipality that is no more is those's who took its place`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let more = [
            try person("granvin", 1, in: "granvin"), try person("tysfjord", 2, in: "tysfjord"), try person("narvik", 3, in: "narvik"),
        ]
        try await add(more, test)
        let expected = [
            "voss": ["torbjorn", "granvin"], "granvin": ["granvin"], "narvik": ["narvik", "tysfjord"], "hamaroy": ["tysfjord"],
            "tysfjord": ["tysfjord"], "bergen": ["amina"],
        ]
        for (place, keys) in expected {
            let found = try await reach(test, try .municipality(place), more: more)
            #expect(found.sees == Set(keys) && found.changes == Set(keys), "\(place)")
        }
    }

    /// Solveig leaves Fauske for another place, or for none, and who may then change her record.
    @Test func `whose she is turns on the day she moves`() async throws {
        let cases: [(days: Int, to: String?, old: Bool, new: Bool)] = [
            (2, "bergen", true, true), (1, "bergen", true, true), (0, "bergen", false, true), (-1, "bergen", false, true),
            (1, nil, true, false), (0, nil, true, false), (-400, nil, true, false),
        ]
        let solveig = try #require(TestRegister.person("solveig"))
        for one in cases {
            let test = try await TestApplication.make()
            try await test.move(solveig, to: one.to, from: Self.today.adding(days: one.days))
            let old = try await reach(test, try .municipality("fauske"))
            #expect(old.sees.contains("solveig") && old.changes.contains("solveig") == one.old, "\(one)")
            let new = try await reach(test, try .municipality("bergen"))
            #expect(new.sees.contains("solveig") == one.new && new.changes.contains("solveig") == one.new, "\(one)")
            #expect(try await reach(test, try .office("NORD")).changes.contains("solveig") == one.old, "\(one)")
        }
    }

    @Test func `whoever had her last may change her record, and whoever had her before may see it`() async throws {
        let test = try await TestApplication.make()
        let solveig = try #require(TestRegister.person("solveig"))
        let (voss, training) = (try #require(MunicipalityID("voss")), solveig.trainingID)
        try await test.move(solveig, to: nil, from: Self.today.adding(days: -300))
        let last = try #require(Period(from: Self.today.adding(days: -300), to: Self.today.adding(days: -100)))
        let wrong = RecordID(high: 1, low: 2).text
        try await test.record { writer in
            let work = Engagement(training: training, municipality: voss, workplace: "", form: .salaried, percent: .full)
            try writer.add(id: RecordID(high: 1, low: 1).text, work, in: last)
            // A mistake that was taken back gives nobody anything.
            guard let utsira = MunicipalityID("utsira") else { return }
            try writer.add(
                id: wrong, Engagement(training: training, municipality: utsira, workplace: "", form: .salaried, percent: .full),
                in: Period(startingOn: Self.today))
        }
        #expect(try await reach(test, try .municipality("utsira")).changes.contains("solveig"))
        try await test.record { try $0.replace(Engagement.self, id: wrong, with: []) }
        let (fauske, vossReach) = (try await reach(test, try .municipality("fauske")), try await reach(test, try .municipality("voss")))
        #expect(fauske.sees == ["ida", "solveig"] && fauske.changes == ["ida"])
        #expect(vossReach.sees == ["torbjorn", "solveig"] && vossReach.changes == vossReach.sees)
        #expect(try await reach(test, try .municipality("utsira")).sees == ["peder"])
    }

    @Test func `a trust sees who wishes for it while she does`() async throws {
        let test = try await TestApplication.make()
        let solveig = try #require(TestRegister.person("solveig"))
        func wish(through days: Int) async throws {
            let period = try #require(Period(from: Self.today.adding(days: -30), to: Self.today.adding(days: days)))
            try await test.record { writer in
                let known = try FactStore.timeline(HospitalWish.self, id: solveig.wishID.text, on: writer.connection).stretches.first?.value
                guard let known else { return }
                try writer.replace(HospitalWish.self, id: solveig.wishID.text, with: [(period, known)])
            }
        }
        #expect(try await reach(test, try .trust("NLSH")).sees == ["ida", "solveig"])
        try await wish(through: 1)
        #expect(try await reach(test, try .trust("NLSH")).sees == ["ida", "solveig"], "the wish's last day")
        try await wish(through: 0)
        #expect(try await reach(test, try .trust("NLSH")).sees == ["ida"])
    }

    @Test(arguments: TestEngine.all)
    func `what was asked for opens a record when it is granted, and not before or after`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let peder = try #require(TestRegister.person("peder"))
        let granvin = try #require(MunicipalityID("granvin"))
        var request = TransferRequest(
            trainee: peder.id, municipality: granvin, own: nil, described: .init(peder.trainee), message: "", work: "", askedBy: "Test",
            account: "test.asker")
        for state in [TransferRequest.State.asked, .granted, .another, .declined, .withdrawn, .revoked] {
            request.state = state
            let value = request
            try await test.record { try $0.replace(TransferRequest.self, id: RecordID(high: 2, low: 1).text, with: [(.always, value)]) }
            // Asked for by a municipality that has become part of Voss.
            for place in ["granvin", "voss"] {
                let found = try await reach(test, try .municipality(place))
                #expect(
                    found.sees.contains("peder") == (state == .granted) && found.changes.contains("peder") == (state == .granted),
                    "\(state)")
            }
            #expect(try await reach(test, try .municipality("bergen")).sees == ["amina"])
        }
    }
}
