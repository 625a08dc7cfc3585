import AlisDomain
import Testing

@Suite struct ObjectiveTests {
    private let catalogue: ObjectiveCatalogue

    init() throws {
        let sample = try RuleFiles.sample.get()
        #expect(sample.problems.map(\.text.nb) == [])
        catalogue = sample.catalogue
    }

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }
    private func code(_ text: String) throws -> Objective.Code { try #require(Objective.Code(text)) }

    @Test func `the sample says that it is a sample, every row of it`() {
        #expect(catalogue.isSample && catalogue.objectives.allSatisfy(\.isSample))
        #expect(catalogue.objectives.allSatisfy { !$0.source.isEmpty })
    }

    @Test func `on 1 March 2026 the common objectives are others, and those of general practice the same`() throws {
        let (last, first) = (try day("2026-02-28"), try day("2026-03-01"))
        #expect(catalogue.objectives(in: .common, on: last).count == 10)
        #expect(catalogue.objectives(in: .common, on: first).count == 5)
        #expect(catalogue.objectives(in: .generalPractice, on: last) == catalogue.objectives(in: .generalPractice, on: first))
    }

    @Test func `what was approved before the change is kept and shown under the new, and nothing is lost`() throws {
        let approved = try day("2025-05-05")
        let records = try ["FKM-TEMA-01", "FKM-TEMA-06", "FKM-TEMA-02", "ALM-055", "FKM-GAMMEL"].map {
            ObjectiveRecord(objective: try code($0), status: .approved(on: approved), origin: .portal, reportedOn: approved)
        }
        let before = catalogue.tally(records, in: .common, on: try day("2026-02-28"))
        #expect(before.asked == 10 && before.approved == 3 && before.lastApprovedOn == approved)

        let standing = catalogue.standing(records, in: .common, on: try day("2026-03-01"))
        let ethics = try #require(standing.first { $0.objective.code.text == "FKM-PROVE-01" })
        #expect(ethics.isApprovedBefore && ethics.status == .notStarted && ethics.earlier.count == 2)
        let research = try #require(standing.first { $0.objective.code.text == "FKM-PROVE-02" })
        #expect(!research.isApprovedBefore && research.earlier.count == 1)

        let shown =
            standing.flatMap(\.earlier) + catalogue.standing(records, in: .generalPractice, on: try day("2026-03-01")).compactMap(\.record)
            + catalogue.kept(records, on: try day("2026-03-01"))
        #expect(Set(shown) == Set(records))
    }

    @Test func `what is under way in a replaced objective is found with what came instead, and what is approved or not begun is not`()
        throws
    {
        let (before, after) = (try day("2026-02-10"), try day("2026-03-01"))
        func record(_ text: String, _ status: ObjectiveStatus) throws -> ObjectiveRecord {
            ObjectiveRecord(objective: try code(text), status: status, origin: .approvedHere, reportedOn: before)
        }
        let records = [
            try record("FKM-TEMA-01", .recommended(on: before)), try record("FKM-TEMA-06", .approved(on: before)),
            try record("FKM-TEMA-02", .inProgress), try record("FKM-TEMA-05", .notStarted), try record("FKM-TEMA-09", .notStarted),
            try record("FKM-BORTE", .inProgress), try record("ALM-055", .inProgress),
        ]
        let open: Set = [try code("FKM-TEMA-05"), try code("FKM-TEMA-06")]
        #expect(catalogue.underWay(records, open: open, on: before).map(\.code.text) == ["FKM-BORTE"])
        let found = catalogue.underWay(records, open: open, on: after)
        #expect(found.map(\.code.text) == ["FKM-BORTE", "FKM-TEMA-01", "FKM-TEMA-02", "FKM-TEMA-05"])
        #expect(found.map { $0.successors.map(\.text) } == [[], ["FKM-PROVE-01"], ["FKM-PROVE-02"], ["FKM-PROVE-04"]])
        #expect(found.map(\.replacedOn) == [nil, after, after, after])
        #expect(catalogue.transition(records, in: .common, on: after)?.isWhole == true)
        // An objective of a time to come has not been replaced.
        let early = [ObjectiveRecord(objective: try code("FKM-PROVE-01"), status: .inProgress, origin: .portal, reportedOn: before)]
        #expect(catalogue.underWay(early, open: [], on: before).isEmpty)
    }

    @Test func `a catalogue replaces what it leaves out, and neither what it still asks for nor what was replaced before`() throws {
        let head = "code,version,set,from,to,replaces,sample,source,nb,nn\n"
        let rows = "ALM-055,1,ALM,2019-03-01,,,yes,s,a,a\nALM-200,1,ALM,2019-03-01,,ALM-055,yes,s,b,b"
        let other = RuleParser.catalogue("x.csv", head + rows)
        #expect(other.problems.isEmpty)
        let new = ObjectiveCatalogue(other.catalogue.objectives + catalogue.objectives.filter { $0.set == .common })
        let replaced = catalogue.replaced(by: new, on: try day("2026-04-01")).map(\.text).sorted()
        #expect(replaced == ["ALM-063", "ALM-068", "ALM-085"])
    }

    @Test func `links in a ring end, and a link to nothing is a problem`() throws {
        let head = "code,version,set,from,to,replaces,sample,source,nb,nn\n"
        let ring = RuleParser.catalogue("x.csv", head + "A-1,1,ALM,2019-03-01,,A-2,yes,s,a,a\nA-2,1,ALM,2019-03-01,,A-1,yes,s,b,b")
        #expect(ring.problems.isEmpty && ring.catalogue.predecessors(of: ring.catalogue.objectives[0]).map(\.text) == ["A-2"])
        let loose = RuleParser.catalogue("x.csv", head + "A-1,1,ALM,2019-03-01,,A-9,yes,s,a,a")
        #expect(loose.problems.map(\.kind) == [.unknownCode(column: "replaces", value: "A-9")])
        let twice = RuleParser.catalogue("x.csv", head + "A-1,1,ALM,2019-03-01,,,yes,s,a,a\nA-1,2,ALM,2020-03-01,,,yes,s,a,a")
        #expect(twice.problems.count == 1)
    }

    @Test func `supervisor and clinical supervisor recommend, then the leader approves`() throws {
        let (trainee, supervisor, clinical, leader) = (
            RecordID(high: 0, low: 1), RecordID(high: 0, low: 2), RecordID(high: 0, low: 3), RecordID(high: 0, low: 4)
        )
        let today = try day("2026-04-01")
        var approval = ObjectiveApproval(objective: try code("ALM-055"))
        #expect(approval.status == .notStarted)
        #expect(throws: ObjectiveApproval.Refusal.supervisorMissing) {
            try approval.approve(as: .leader, by: leader, trainee: trainee, on: today)
        }
        try approval.recommend(as: .supervisor, by: supervisor, trainee: trainee, on: today)
        #expect(approval.status == .inProgress)
        #expect(throws: ObjectiveApproval.Refusal.clinicalSupervisorMissing) {
            try approval.approve(as: .leader, by: leader, trainee: trainee, on: today)
        }
        #expect(throws: ObjectiveApproval.Refusal.alreadyRecommended) {
            try approval.recommend(as: .supervisor, by: supervisor, trainee: trainee, on: today)
        }
        #expect(throws: ObjectiveApproval.Refusal.ownObjective) {
            try approval.recommend(as: .clinicalSupervisor, by: trainee, trainee: trainee, on: today)
        }
        #expect(throws: ObjectiveApproval.Refusal.notARecommender) {
            try approval.recommend(as: .leader, by: leader, trainee: trainee, on: today)
        }
        try approval.recommend(as: .clinicalSupervisor, by: clinical, trainee: trainee, on: today)
        #expect(approval.status == .recommended(on: today))
        #expect(throws: ObjectiveApproval.Refusal.notTheLeader) {
            try approval.approve(as: .supervisor, by: supervisor, trainee: trainee, on: today)
        }
        #expect(throws: ObjectiveApproval.Refusal.beforeRecommendation) {
            try approval.approve(as: .leader, by: leader, trainee: trainee, on: today.adding(days: -1))
        }
        #expect(throws: ObjectiveApproval.Refusal.reasonMissing) {
            try approval.sendBack(as: .leader, by: leader, trainee: trainee, on: today, reason: "  ")
        }
        var returned = approval
        try returned.sendBack(as: .leader, by: leader, trainee: trainee, on: today, reason: "Mangler observasjon")
        #expect(returned.status == .inProgress && returned.recommendations.isEmpty)
        try approval.approve(as: .leader, by: leader, trainee: trainee, on: today)
        #expect(approval.status == .approved(on: today))
        #expect(throws: ObjectiveApproval.Refusal.alreadyApproved) {
            try approval.sendBack(as: .leader, by: leader, trainee: trainee, on: today, reason: "Nei")
        }
    }
}
