import AlisCast
import AlisDomain
import Testing

@testable import Alis

/// How all doctors stand, counted by the database, against a count by hand.
@Suite struct ObjectiveTalliesTests {
    @Test(arguments: TestEngine.all)
    func `the plans of all have the same numbers as each doctor's own objectives, duplicates counted once`(engine: TestEngine) async throws
    {
        let test = try await TestApplication.make(engine: engine)
        let shelf = ObjectiveShelf.read(folder: TestApplication.root + "/Reference").shelf
        #expect(!shelf.sample.objectives.isEmpty)
        let (today, loader) = (TestApplication.today, PlanLoader(supervision: nil, objectives: shelf))
        let people = TestRegister.persons
        var dice = PlanIdentities(RecordID(high: 5, low: 5))
        var records: [(training: RecordID, record: ObjectiveRecord, arena: CalendarDay?)] = []
        for person in people.dropLast() {
            for objective in shelf.sample.objectives where dice.next() % 2 == 0 {
                let day = today.adding(days: -Int(dice.next() % 900))
                let status: ObjectiveStatus = [.notStarted, .inProgress, .recommended(on: day), .approved(on: day)][Int(dice.next() % 4)]
                let record = ObjectiveRecord(
                    objective: objective.code, status: status, origin: dice.next() % 2 == 0 ? .portal : .approvedHere, reportedOn: day)
                records.append((person.trainingID, record, dice.next() % 2 == 0 ? today.adding(days: 100) : nil))
            }
        }
        let made = records
        let ids = (0..<records.count * 2).map { _ in dice.nextRecordID().text }
        // One doctor registered twice: what is known of both is hers.
        let (kept, duplicate) = (people[0], people[1])
        try await test.database.write { connection in
            let number = try ChangeLog.record(.objectiveRecorded, by: TestRegister.recorder, at: TestApplication.now, on: connection)
            let writer = FactWriter(connection: connection, change: number)
            for (index, one) in made.enumerated() {
                try writer.add(
                    id: ids[index * 2], TrainingObjective(training: one.training, record: one.record),
                    in: Period(startingOn: one.record.holdsFrom))
                guard let due = one.arena else { continue }
                try writer.add(
                    id: ids[index * 2 + 1], ObjectiveArena(training: one.training, objective: one.record.objective, due: due),
                    in: Period(startingOn: today))
            }
            try writer.add(id: "merge", TraineeMerge(duplicate: duplicate.id, kept: kept.id), in: .always)
        }
        let files = try await test.database.read { try loader.loadAll(asOf: today, on: $0) }
        #expect(files.count == people.count - 1)
        for file in files {
            let trainings = file.trainee == kept.id ? [kept.trainingID, duplicate.trainingID] : [file.training]
            let mine = made.filter { trainings.contains($0.training) }
            let hers = mine.map(\.record)
            for set in [ObjectiveSet.generalPractice, .common] {
                let wanted = shelf.sample.tally(hers, in: set, on: today)
                let tally = file.trainingCase.objectives.first { $0.set == set }
                // Nothing recorded in a set: nothing is concluded of it.
                #expect((tally != nil) == hers.contains { shelf.sample.objective($0.objective, on: today)?.set == set })
                guard let tally else { continue }
                #expect(tally.asked == wanted.asked && tally.approved == wanted.approved && tally.lastApprovedOn == wanted.lastApprovedOn)
                let open = shelf.sample.standing(hers, in: set, on: today).filter { $0.status.rank < 3 }.map(\.objective.code)
                let planned = open.allSatisfy { code in mine.contains { $0.record.objective == code && $0.arena != nil } }
                #expect(tally.plannedBy == (open.isEmpty || !planned ? nil : today.adding(days: 100)))
            }
            // One doctor's plan says the same as the plan of all.
            let record = try await test.database.read { try TraineeStore.find(file.trainee, on: $0) }
            let own = try await test.database.read { try loader.load(try #require(record), asOf: today, on: $0) }
            #expect(own?.trainingCase.objectives == file.trainingCase.objectives)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a count that is kept says the same as one made anew, after each change to objectives, plans, catalogue and duplicates`(
        engine: TestEngine
    ) async throws {
        let test = try await TestApplication.make(engine: engine)
        let shelf = ObjectiveShelf.read(folder: TestApplication.root + "/Reference").shelf
        let (today, loader) = (TestApplication.today, PlanLoader(supervision: nil, objectives: shelf))
        let person = TestRegister.persons[0]
        let codes = shelf.sample.objectives(in: .generalPractice, on: today).map(\.code)
        var dice = PlanIdentities(RecordID(high: 7, low: 7))
        var kept: ObjectiveTallies?
        func change(_ body: @escaping @Sendable (FactWriter) throws -> Void) async throws {
            try await test.database.write { connection in
                let number = try ChangeLog.record(.objectiveRecorded, by: TestRegister.recorder, at: TestApplication.now, on: connection)
                try body(FactWriter(connection: connection, change: number))
            }
        }
        func look() async throws -> [ObjectiveTally] {
            let earlier = kept
            let (again, anew) = try await test.database.read { connection in
                (
                    try loader.loadAll(of: nil, asOf: today, reusing: earlier, on: connection),
                    try loader.loadAll(of: nil, asOf: today, reusing: nil, on: connection)
                )
            }
            kept = again.tallies
            #expect(again.files.map(\.trainingCase.objectives) == anew.files.map(\.trainingCase.objectives))
            return again.files.first { $0.trainee == person.id }?.trainingCase.objectives ?? []
        }
        #expect(try await look().isEmpty)
        let (first, second, plan, entry) = (dice.nextRecordID(), dice.nextRecordID(), dice.nextRecordID(), codes[0])
        let approved = ObjectiveRecord(objective: codes[0], status: .approved(on: today), origin: .portal, reportedOn: today)
        try await change {
            try $0.add(id: first.text, TrainingObjective(training: person.trainingID, record: approved), in: Period(startingOn: today))
        }
        #expect(try await look().first?.approved == 1)
        let begun = ObjectiveRecord(objective: codes[1], status: .inProgress, origin: .portal, reportedOn: today)
        try await change {
            try $0.add(id: second.text, TrainingObjective(training: person.trainingID, record: begun), in: Period(startingOn: today))
        }
        try await change {
            for (index, code) in codes.dropFirst().enumerated() {
                try $0.add(
                    id: plan.text + "\(index)", ObjectiveArena(training: person.trainingID, objective: code, due: today.adding(days: 9)),
                    in: Period(startingOn: today))
            }
        }
        #expect(try await look().first?.plannedBy == today.adding(days: 9))
        #expect(try await look().first?.asked == codes.count)
        // Of two registrations that turn out to be one doctor, everything counts together, and goes on doing so.
        let other = TestRegister.persons[1]
        let (third, merge) = (dice.nextRecordID(), dice.nextRecordID())
        let more = ObjectiveRecord(objective: codes[2], status: .approved(on: today), origin: .portal, reportedOn: today)
        try await change { try $0.add(id: merge.text, TraineeMerge(duplicate: other.id, kept: person.id), in: .always) }
        _ = try await look()
        try await change {
            try $0.add(id: third.text, TrainingObjective(training: other.trainingID, record: more), in: Period(startingOn: today))
        }
        #expect(try await look().first?.approved == 2)
        try await change {
            try $0.add(
                id: entry.text,
                CatalogueEntry(
                    code: entry, version: "1", set: .generalPractice, title: Text("Ett", nn: "Eitt"), source: "p", isSample: true),
                in: Period(startingOn: today.adding(days: -1)))
        }
        #expect(try await look().first?.asked == 1)
        try await change { _ = try $0.replace(TrainingObjective.self, id: first.text, with: []) }
        #expect(try await look().first?.approved != 1)
    }
}
