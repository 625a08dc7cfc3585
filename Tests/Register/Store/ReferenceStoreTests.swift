import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct ReferenceStoreTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Reference").path
    private static let files = ReferenceFiles.read(folder: folder)

    private let recorder = Recorder(account: "alis", name: "Alis", organisation: "")
    private let now = Instant(microseconds: 1_700_000_000_000_000)

    private func database(on engine: TestEngine) async throws -> Database {
        try await engine.makeDatabase(migrations: [RegisterMigration.migration, ReferenceMigration.migration])
    }

    @discardableResult
    private func load(
        _ data: ReferenceData, into database: Database
    ) async throws -> (counts: [ReferenceUpdate.Count], change: ChangeNumber?) {
        try await database.write { [recorder, now] in
            try ReferenceUpdate.run(to: data, by: recorder, reason: "prøve", at: now, on: $0)
        }
    }

    private func sorted(_ data: ReferenceData) -> ReferenceData {
        var data = data
        func sort<Value>(_ rows: inout [ReferenceRow<Value>]) { rows.sort { ($0.id, $0.period.from) < ($1.id, $1.period.from) } }
        sort(&data.municipalities)
        sort(&data.names)
        sort(&data.changes)
        sort(&data.counties)
        sort(&data.population)
        sort(&data.regions)
        sort(&data.trusts)
        sort(&data.trustAreas)
        sort(&data.offices)
        sort(&data.coverage)
        sort(&data.turns)
        sort(&data.tiles)
        sort(&data.countyTiles)
        sort(&data.deadlines)
        sort(&data.figures)
        return data
    }

    @Test(arguments: TestEngine.all)
    func `what is loaded is read back, and loading it again changes nothing`(engine: TestEngine) async throws {
        #expect(Self.files.problems == [])
        let database = try await database(on: engine)
        let (counts, change) = try await load(Self.files.data, into: database)
        #expect(change == 1)
        #expect(counts.first { $0.table == "referenceTile" }?.added == 357)
        #expect(counts.allSatisfy { $0.added > 0 && $0.changed == 0 && $0.removed == 0 && $0.left == 0 })
        let stored = try await database.read { try ReferenceStore.data(on: $0, knownAfter: .max) }
        #expect(stored == sorted(Self.files.data))

        let (again, none) = try await load(Self.files.data, into: database)
        #expect(none == nil)
        #expect(again.allSatisfy { $0.added == 0 && $0.changed == 0 && $0.removed == 0 && $0.left > 0 })
        #expect(try await database.read { try ChangeLog.last(on: $0)?.number } == 1)
    }

    @Test(arguments: TestEngine.all)
    func `a newer list supersedes only what differs, and the old is still known`(engine: TestEngine) async throws {
        let database = try await database(on: engine)
        try await load(Self.files.data, into: database)
        var newer = Self.files.data
        let day = try #require(CalendarDay(iso: "2027-01-01"))
        let index = try #require(newer.municipalities.firstIndex { $0.id == "bodo" && $0.period.isOpen })
        var ended = newer.municipalities[index]
        var begun = ended
        ended.period = try #require(Period(from: ended.period.from, to: day))
        begun.period = Period(startingOn: day)
        begun.fact.value.number = try #require(MunicipalityNumber("1899"))
        newer.municipalities[index] = ended
        newer.municipalities.append(begun)
        newer.deadlines.removeAll { $0.id == "conversionDocumentation" }
        let region = Sourced(HealthRegion(code: "XX", name: "Ny", shortName: "Ny"), source: "prøve")
        newer.regions.append(ReferenceRow(id: "XX", period: .always, fact: region))

        let (counts, change) = try await load(newer, into: database)
        #expect(change == 2)
        func count(_ table: String) -> ReferenceUpdate.Count? { counts.first { $0.table == table } }
        #expect(count("referenceMunicipality") == .init(table: "referenceMunicipality", added: 0, changed: 1, removed: 0, left: 444))
        #expect(count("referenceDeadline") == .init(table: "referenceDeadline", added: 0, changed: 0, removed: 1, left: 2))
        #expect(count("referenceRegion") == .init(table: "referenceRegion", added: 1, changed: 0, removed: 0, left: 4))
        #expect(counts.reduce(0) { $0 + $1.added + $1.changed + $1.removed } == 3)

        let bodo = try #require(MunicipalityID("bodo"))
        let (before, after) = try await database.read {
            (try ReferenceStore.directory(on: $0, knownAfter: 1), try ReferenceStore.directory(on: $0, knownAfter: .max))
        }
        #expect(before.facts(of: bodo, on: day)?.number.digits == "1804")
        #expect(after.facts(of: bodo, on: day)?.number.digits == "1899")
        #expect(after.facts(of: bodo, on: day.adding(days: -1))?.number.digits == "1804")
        #expect(after.find("1899") == .one(bodo))
        let old = try await database.read { try ReferenceStore.data(on: $0, knownAfter: 1) }
        #expect(old == sorted(Self.files.data))
    }

    @Test(arguments: TestEngine.all)
    func `the last change that touched reference data is told from the others`(engine: TestEngine) async throws {
        let database = try await database(on: engine)
        #expect(try await database.read { try ReferenceStore.lastChange(upTo: .max, on: $0) } == 0)
        try await load(Self.files.data, into: database)
        try await database.write { [recorder, now] in _ = try ChangeLog.record(.registered, by: recorder, at: now, on: $0) }
        #expect(try await database.read { try ReferenceStore.lastChange(upTo: .max, on: $0) } == 1)
        #expect(try await database.read { try ReferenceStore.lastChange(upTo: 0, on: $0) } == 0)
    }

    @Test(arguments: TestEngine.all)
    func `a person sets the coordinator, and loading again leaves it`(engine: TestEngine) async throws {
        let database = try await database(on: engine)
        try await load(Self.files.data, into: database)
        let (vest, sor) = (try #require(OfficeCode("VEST")), try #require(OfficeCode("SOR")))
        let from = try #require(CalendarDay(iso: "2024-06-01"))
        let period = try #require(Period(from: from, to: from.adding(months: 24)))
        func set(_ office: OfficeCode?, _ period: Period) async throws -> ChangeNumber? {
            let act = FormAct(act: .coordinationSet, recorder: recorder, reason: "vedtatt på fellesmøtet", time: now, once: nil, based: nil)
            let outcome = try await database.carryOut(act) { try ReferenceStore.setTurn(office, in: period, $0) }
            return if case .done(let change) = outcome { change } else { nil }
        }
        func turns() async throws -> ReferenceData { try await database.read { try ReferenceStore.data(on: $0, knownAfter: .max) } }

        #expect(try await set(vest, period) == 2)
        #expect(try await set(vest, period) == nil)
        try await load(Self.files.data, into: database)
        #expect(try await turns().coordinator(on: from.adding(days: -1)) == sor)
        #expect(try await turns().coordinator(on: from) == vest)
        #expect(try await turns().coordinator(on: period.end) == nil)

        // A list that says otherwise fills only the days that nobody has set.
        var newer = Self.files.data
        let midt = try #require(OfficeCode("MIDT"))
        let longer = try #require(Period(from: from, to: period.end.adding(months: 6)))
        let turn = Sourced(CoordinationTurn(office: midt), source: "prøve")
        newer.turns.append(ReferenceRow(id: ReferenceData.turnID, period: longer, fact: turn))
        #expect(try await load(newer, into: database).change == 3)
        #expect(try await turns().coordinator(on: from) == vest)
        #expect(try await turns().coordinator(on: period.end) == midt)

        #expect(try await set(nil, longer) == 4)
        #expect(try await load(newer, into: database).change == nil)
        #expect(try await turns().coordinator(on: period.end) == nil)
        let known = try await database.read { try ReferenceStore.data(on: $0, knownAfter: 3) }
        #expect(known.coordinator(on: from) == vest)

        let nobody = try #require(OfficeCode("INGEN"))
        await #expect(throws: TurnRefusal.unknownOffice(nobody)) { try await set(nobody, period) }
    }

    @Test(arguments: TestEngine.all)
    func `the schema refuses to change or delete reference data`(engine: TestEngine) async throws {
        let database = try await database(on: engine)
        try await load(Self.files.data, into: database)
        let statements: [SQL] = [
            "DELETE FROM referenceTile", "UPDATE referenceOffice SET name = 'x'", "DELETE FROM referenceChange",
        ]
        for statement in statements {
            await #expect(throws: (any Error).self) { try await database.write { _ = try $0.execute(statement) } }
        }
    }

    @Test func `a folder without the files, or with one that is no text, is told about`() throws {
        #expect(ReferenceFiles.read(folder: "/dev/null/ingen").problems.count == ReferenceParser.fileNames.count)
        let folder = TestFolder.newPath()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ReferenceParser.fileNames {
            let text = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name)"))
            let bytes = name == "tiles.csv" ? Data([0x6B, 0xFF, 0xFE, 0x0A]) : text
            try bytes.write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        #expect(ReferenceFiles.read(folder: folder).problems == [ReferenceProblem(file: "tiles.csv", kind: .unreadable)])
    }
}
