import AlisDomain
import Testing

@testable import Alis

/// The board of everybody's plans, of which only those are read anew whose facts have changed, against one that is read from nothing.
@Suite struct PlanBoardTests {
    private struct Step {
        let name: String
        /// Whom it changes something for; nil when it is nobody's plan.
        let whose: String?
        let write: @Sendable (FactWriter) throws -> Void

        init(_ name: String, _ whose: String?, _ write: @escaping @Sendable (FactWriter) throws -> Void) {
            (self.name, self.whose, self.write) = (name, whose, write)
        }
    }

    private static let today = TestApplication.today
    private static func id(_ number: UInt64) -> String { RecordID(high: 0xB0A2D, low: number).text }
    private static func period(_ from: Int, _ to: Int? = nil) -> Period {
        Period(from: today.adding(days: from), to: to.map { today.adding(days: $0) }) ?? Period(startingOn: today)
    }

    /// One of each kind of fact that a plan rests on.
    private static func steps() throws -> [Step] {
        let (ida, solveig) = (try #require(TestRegister.person("ida")), try #require(TestRegister.person("solveig")))
        let (noor, peder) = (try #require(TestRegister.person("noor")), try #require(TestRegister.person("peder")))
        let (fauske, practice) = (try #require(MunicipalityID("fauske")), try #require(CategoryCode("openPractice")))
        let (duty, objective) = (try #require(ActivityCode("groupSupervision")), try #require(Objective.Code("ALM-055")))
        let einar = try #require(TestSupervision.supervisors.first { $0.key == "einar" })
        let group = TestSupervision.gathering
        return [
            Step("who confirms is nobody's plan", nil) {
                try $0.add(
                    id: id(1), Confirmation(municipality: fauske, personName: "Hilde Strand", account: "demo.hilde", day: today),
                    in: period(0))
            },
            Step("enterprise", "ida") {
                try $0.add(
                    id: id(2), EnterpriseRegistration(municipality: fauske, specialty: .generalPractice, status: .registered),
                    in: period(-3000))
            },
            Step("engagement", "noor") {
                try $0.revise(
                    Engagement.self, id: noor.engagementID.text, in: period(-300),
                    to: Engagement(training: noor.trainingID, municipality: fauske, workplace: "", form: .salaried, percent: .full))
            },
            Step("absence", "ida") {
                try $0.add(id: id(3), Absence(training: ida.trainingID, kind: .parentalLeave, share: .full), in: period(-90, 90))
            },
            Step("absence taken back", "ida") { try $0.replace(Absence.self, id: id(3), with: []) },
            Step("service", "solveig") {
                try $0.add(
                    id: id(4), Service(training: solveig.trainingID, category: practice, percent: .full, place: .municipality(fauske)),
                    in: period(-200, 900))
            },
            Step("activity", "solveig") {
                try $0.add(
                    id: id(5), ActivityRecord(training: solveig.trainingID, activity: duty, minutes: 600, isDone: true), in: period(-20))
            },
            Step("review", "peder") {
                try $0.add(
                    id: id(6), PlanReview(training: peder.trainingID, kind: .revised, personName: "Hilde Strand", account: "demo.hilde"),
                    in: period(0))
            },
            Step("authorisation", "peder") {
                try $0.add(id: id(7), Authorisation(trainee: peder.id), in: period(-100))
            },
            Step("objective", "ida") {
                try $0.add(
                    id: id(8),
                    TrainingObjective(
                        training: ida.trainingID,
                        record: ObjectiveRecord(
                            objective: objective, status: .approved(on: today.adding(days: -9)), origin: .portal, reportedOn: today)),
                    in: period(-9))
            },
            Step("course", "noor") {
                try $0.revise(
                    Training.self, id: noor.trainingID.text, in: period(-30), to: Training(trainee: noor.id, scheme: .new))
            },
            Step("assignment", "solveig") {
                try $0.add(id: id(9), SupervisionAssignment(training: solveig.trainingID, supervisor: einar.id), in: period(-100))
            },
            Step("supervisor", "solveig") {
                var supervisor = einar.supervisor
                supervisor.exemptThrough = today.adding(days: 100)
                try $0.replace(Supervisor.self, id: einar.id.text, with: [(.always, supervisor)])
            },
            Step("session", "solveig") {
                try $0.add(
                    id: id(10),
                    SupervisionSession(training: solveig.trainingID, supervisor: einar.id, day: today.adding(days: -4), minutes: 90),
                    in: period(-4))
            },
            Step("a place in a group", "ida") {
                try $0.add(id: id(11), GatheringSignUp(gathering: group, participant: .trainee(ida.id), name: "Ida"), in: period(0))
            },
            Step("waiting for a place", nil) {
                try $0.add(id: id(12), GatheringSignUp(gathering: group, participant: .trainee(peder.id), name: "Peder"), in: period(0))
            },
            Step("who leaves gives her place to who waits", "peder") { try $0.replace(GatheringSignUp.self, id: id(11), with: []) },
            Step("end", "peder") {
                try $0.revise(
                    Training.self, id: peder.trainingID.text, in: period(-1),
                    to: Training(trainee: peder.id, scheme: .new, standing: .ended(.withdrew)))
            },
            Step("merge", "ida") {
                try $0.add(id: id(13), TraineeMerge(duplicate: solveig.id, kept: ida.id), in: .always)
            },
            Step("the merged one's service", "ida") {
                try $0.revise(Service.self, id: id(4), in: period(-200, -100), to: nil)
            },
        ]
    }

    @Test(arguments: TestEngine.all)
    func `a board renewed after each change is what one read from nothing is`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let reference = TestApplication.root + "/Reference"
        let book = RuleBookFiles.read(folder: reference).book
        let loader = PlanLoader(supervision: AssignedSupervision(), objectives: ObjectiveShelf.read(folder: reference).shelf)
        let cache = PlanBoardCache(database: test.database, loader: loader, book: book)
        let deadline = CalendarDay(iso: "2026-12-31")
        func parts(_ board: PlanBoard) -> [RecordID: [AnyHashable]] {
            var found: [RecordID: [AnyHashable]] = [:]
            for line in board.lines {
                found[line.file.trainee] = [
                    line.file.trainingCase, line.evaluation, line.work, line.file.reviews.map(\.value), line.file.isAssumed,
                    line.file.registrations, line.file.activities.map(\.value),
                ]
            }
            return found
        }
        var before = parts(try await cache.current(on: Self.today, deadline: deadline))
        #expect(before.count > 5)
        for step in try Self.steps() {
            try await test.database.write { connection in
                let change = try ChangeLog.record(.corrected, by: TestRegister.recorder, at: TestApplication.now, on: connection)
                try step.write(FactWriter(connection: connection, change: change))
            }
            let renewed = try await cache.current(on: Self.today, deadline: deadline)
            let files = try await test.database.read { try loader.loadAll(asOf: Self.today, on: $0) }
            let after = parts(renewed)
            #expect(after == parts(PlanBoard(files, book: book, deadline: deadline)), "\(step.name)")
            #expect(renewed.lines.map(\.file.trainee) == renewed.lines.map(\.file.trainee).sorted(), "\(step.name)")
            let changed = Set(after.keys).union(before.keys).filter { after[$0] != before[$0] }
            let person = try step.whose.map { try #require(TestRegister.person($0)).id }
            #expect(changed.isEmpty == (person == nil) && person.map(changed.contains) ?? true, "\(step.name): nothing it changes is seen")
            before = after
        }
    }
}
