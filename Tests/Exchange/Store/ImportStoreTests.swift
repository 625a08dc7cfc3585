import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct ImportStoreTests {
    @Test(arguments: TestEngine.all)
    func `good rows are taken in as one change, and the same file again changes nothing`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let before = try await ImportSample.trainees(test)
        let (plan, change) = try await ImportSample.run(ImportSample.list, test)
        #expect(plan.counts.added == 2 && plan.counts.changed == 1 && plan.counts.blocked == 1)
        #expect(try await ImportSample.trainees(test) == before + 2)
        let number = try #require(change)
        let recorded = try await test.database.read { try ChangeLog.changes([number], on: $0)[number] }
        #expect(recorded?.act == .imported && recorded?.reason == "liste.csv")

        let solveig = try #require(TestRegister.person("solveig"))
        let record = try #require(try await test.database.read { try TraineeStore.find(solveig.id, on: $0) })
        #expect(record.engagements.first?.timeline.value(on: TestApplication.today)?.percent.hundredths == 6000)
        #expect(record.engagements.first?.timeline.value(on: TestApplication.today.adding(days: -1))?.percent == .full)

        let after = try await test.fingerprint()
        let (again, none) = try await ImportSample.run(ImportSample.list, test)
        #expect(none == nil && again.operations.isEmpty && again.counts.unchanged == 3)
        #expect(try await test.fingerprint() == after)
    }

    @Test(arguments: TestEngine.all)
    func `those taken in are found by name and number, also by their new name`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        _ = try await ImportSample.run(ImportSample.list, test)
        let renamed = ImportSample.list.replacingOccurrences(of: "Prøve;Kari", with: "Prøve Nyby;Kari")
        _ = try await ImportSample.run(renamed, test)
        let found = try await test.database.read { connection in
            try ["Kari Prøve", "980000001", "nyby"].map { try TraineeWords.find($0, limit: 5, on: connection) }
        }
        #expect(found[0].count == 1 && found[0] == found[1] && found[1] == found[2])
    }

    @Test(arguments: TestEngine.all)
    func `an import that fails in the middle leaves no trace`(engine: TestEngine) async throws {
        struct Stop: Error {}
        let test = try await TestApplication.make(engine: engine)
        let before = try await test.fingerprint()
        let work = try await ImportSample.work(ImportSample.list, test)
        let (now, newID) = (test.clock.now, test.surroundings.newID)
        await #expect(throws: Stop.self) {
            try await test.database.write { connection in
                let plan = try work.plan(on: connection, newID: newID)
                _ = try ImportSample.apply(plan, at: now, on: connection)
                throw Stop()
            }
        }
        #expect(try await test.fingerprint() == before)
    }

    @Test(arguments: TestEngine.all)
    func `what the store holds after an import is what the plan said it would`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        var expected = try await test.database.read { try ImportSnapshotStore.load(on: $0) }
        let (plan, _) = try await ImportSample.run(ImportSample.list, test)
        for operation in plan.operations { expected.apply(operation) }
        let found = try await test.database.read { try ImportSnapshotStore.load(on: $0) }
        #expect(found.trainees == expected.trainees && found.trainings == expected.trainings)
        #expect(found.engagements == expected.engagements && found.wishes == expected.wishes)
    }

    @Test(arguments: TestEngine.all)
    func `a file is kept for thirty days, for the one who sent it`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let first = SentFile(
            id: test.surroundings.newID(), account: "demo.hilde", kind: "register", fileName: "a.csv", uploadedAt: test.clock.now,
            day: TestApplication.today)
        try await test.database.write { try SentFileStore.add(first, bytes: [1, 2, 3], on: $0) }
        #expect(try await test.database.read { try SentFileStore.find(first.id, "register", of: "demo.hilde", on: $0) } != nil)
        #expect(try await test.database.read { try SentFileStore.find(first.id, "register", of: "demo.ravna", on: $0) } == nil)
        test.clock.advance(seconds: 31 * 86_400)
        let second = SentFile(
            id: test.surroundings.newID(), account: "demo.hilde", kind: "register", fileName: "b.csv", uploadedAt: test.clock.now,
            day: TestApplication.today)
        try await test.database.write { try SentFileStore.add(second, bytes: [], on: $0) }
        #expect(try await test.database.read { try SentFileStore.list("register", of: "demo.hilde", on: $0) }.map(\.fileName) == ["b.csv"])
    }

    @Test func `what was said of columns and rows is the same after it was kept`() {
        var choices = ImportMappingChoices()
        choices.sheets[2] = .init(
            isRead: true, headerRow: .row(4), columns: [0: .field(.hpr), 7: .ignored(.chosen)], municipality: MunicipalityID("fauske"))
        choices.sheets[3] = .init(headerRow: ImportMappingChoices.HeaderRow.none)
        #expect(ImportMappingChoices(text: choices.text) == choices)
        var answers = ImportAnswerLog()
        answers.give(.value("ny & «rar»\n=1+1"), to: .everywhere(sheet: 0, field: .scheme, found: "n.y=1&\n"))
        answers.give(.leaveOut, to: .row(RowReference(sheet: 1, row: 14), field: nil, code: "person"))
        answers.give(.person(RecordID(high: 1, low: 2), label: ""), to: .row(RowReference(sheet: 1, row: 15), field: .hpr, code: "row"))
        #expect(ImportAnswerLog(text: answers.text) == answers)
    }
}
