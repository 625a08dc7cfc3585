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
}
