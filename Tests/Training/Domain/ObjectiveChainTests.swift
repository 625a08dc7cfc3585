import AlisDomain
import Testing

/// The steps towards approval, and how a status is recorded in time.
@Suite struct ObjectiveChainTests {
    private let ids = (1...9).map { RecordID(high: 3, low: $0) }

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }
    private func code(_ text: String) throws -> Objective.Code { try #require(Objective.Code(text)) }

    private func step(
        _ kind: ObjectiveStep.Kind, _ role: ObjectiveApproval.Role? = nil, _ person: Int = 0, on day: CalendarDay, words: String = "",
        request: RecordID? = nil
    ) throws -> ObjectiveStep {
        ObjectiveStep(
            training: ids[8], objective: try code("ALM-055"), kind: kind, role: role, person: ids[person], personName: "P\(person)",
            words: words, day: day, request: request)
    }

    private func standing(_ steps: [ObjectiveStep]) throws -> ObjectiveChain.Standing {
        ObjectiveChain(try code("ALM-055"), trainee: ids[0], steps: steps).standing
    }

    @Test func `an objective waits for both recommendations, then for the leader, and is approved`() throws {
        let (one, two) = (try day("2026-10-01"), try day("2026-10-05"))
        var steps: [ObjectiveStep] = []
        #expect(try standing(steps) == .notAsked)
        steps.append(try step(.asked, on: one))
        #expect(try standing(steps) == .waits(supervisor: true, clinicalSupervisor: true))
        steps.append(try step(.recommended, .supervisor, 1, on: one))
        #expect(try standing(steps) == .waits(supervisor: false, clinicalSupervisor: true))
        steps.append(try step(.invited, .clinicalSupervisor, 2, on: one, request: ids[5]))
        steps.append(try step(.recommended, .clinicalSupervisor, 2, on: two, request: ids[5]))
        let chain = ObjectiveChain(try code("ALM-055"), trainee: ids[0], steps: steps)
        #expect(chain.standing == .waitsForLeader && chain.invitations.isEmpty && chain.isOpen)
        steps.append(try step(.approved, .leader, 3, on: two))
        #expect(try standing(steps) == .approved(on: two))
    }

    @Test func `a return clears the recommendations, says why, and the way can be begun again`() throws {
        let one = try day("2026-10-01")
        var steps = try [
            step(.recommended, .supervisor, 1, on: one), step(.recommended, .clinicalSupervisor, 2, on: one),
            step(.returned, .leader, 3, on: one, words: "Mer om samhandling"),
        ]
        #expect(try standing(steps) == .returned(on: one, reason: "Mer om samhandling"))
        steps.append(try step(.asked, on: one))
        #expect(try standing(steps) == .waits(supervisor: true, clinicalSupervisor: true))
        steps.append(try step(.withdrawn, on: one))
        #expect(try standing(steps) == .notAsked)
    }

    @Test func `a step the rules refuse counts for nothing`() throws {
        let one = try day("2026-10-01")
        // Nobody recommends her own, and one who recommends twice is one.
        #expect(try standing([step(.recommended, .supervisor, 0, on: one)]) == .notAsked)
        let twice = try [
            step(.recommended, .supervisor, 1, on: one), step(.recommended, .supervisor, 1, on: one), step(.approved, .leader, 3, on: one),
        ]
        #expect(try standing(twice) == .waits(supervisor: false, clinicalSupervisor: true))
        #expect(ObjectiveApproval.person(named: "Kari  Lund") == ObjectiveApproval.person(named: "kari lund"))
        #expect(ObjectiveApproval.person(named: "Kari Lund") != ObjectiveApproval.person(named: "Kari Lunde"))
    }

    @Test func `a declined invitation is no longer waited for`() throws {
        let one = try day("2026-10-01")
        let steps = try [
            step(.invited, .clinicalSupervisor, 2, on: one, request: ids[5]),
            step(.declined, .clinicalSupervisor, 2, on: one, request: ids[5]),
        ]
        #expect(ObjectiveChain(try code("ALM-055"), trainee: ids[0], steps: steps).invitations.isEmpty)
    }

    // MARK: In time

    private func value(_ status: ObjectiveStatus, _ reported: String) throws -> TrainingObjective {
        TrainingObjective(
            training: ids[8],
            record: ObjectiveRecord(objective: try code("ALM-055"), status: status, origin: .portal, reportedOn: try day(reported)))
    }

    private func timeline(_ stretches: [(Period, TrainingObjective)]) -> Timeline<TrainingObjective> {
        Timeline(stretches.map { Version(id: "x", value: $0.1, period: $0.0, recordedIn: 1) })
    }

    @Test func `what was less far before stays, and what is contradicted gives way`() throws {
        let begun = Timeline<TrainingObjective>([]).recording(try value(.inProgress, "2025-01-10"))
        #expect(try begun.map(\.0) == [Period(startingOn: day("2025-01-10"))])
        let approved = timeline(begun).recording(try value(.approved(on: day("2026-05-01")), "2026-10-12"))
        #expect(try approved.map(\.0.from) == [day("2025-01-10"), day("2026-05-01")])
        #expect(approved.first?.0.to == approved.last?.0.from)
        // The day of approval is corrected: one approval, not two.
        let corrected = timeline(approved).recording(try value(.approved(on: day("2026-04-20")), "2026-11-01"))
        #expect(try corrected.map(\.0.from) == [day("2025-01-10"), day("2026-04-20")])
        // It was not approved after all, and had been begun since January.
        let lowered = timeline(corrected).recording(try value(.inProgress, "2026-11-20"))
        #expect(try lowered.map(\.0.from) == [day("2025-01-10")])
        #expect(lowered.last?.0.to == nil)
        // The same again changes nothing.
        let again = timeline(lowered).recording(try value(.inProgress, "2026-11-20"))
        #expect(timeline(lowered).replacing(with: again).isEmpty)
    }

    @Test func `a doctor with old and new common objectives keeps what she has, and sees what is asked now`() throws {
        let sample = try RuleFiles.sample.get().catalogue
        let records = try ["FKM-TEMA-01", "FKM-TEMA-06", "FKM-TEMA-02"].map {
            ObjectiveRecord(
                objective: try code($0), status: .approved(on: try day("2025-05-05")), origin: .portal, reportedOn: try day("2025-06-01"))
        }
        let (before, after) = (try day("2026-02-28"), try day("2026-03-01"))
        #expect(sample.transition(records, in: .common, on: before) == nil)
        let change = try #require(sample.transition(records, in: .common, on: after))
        #expect(change.day == after && change.kept.map(\.objective.text) == ["FKM-TEMA-01", "FKM-TEMA-02", "FKM-TEMA-06"])
        #expect(change.replacements == 5)
        let progress = ObjectiveProgress(sample.standing(records, in: .common, on: after))
        #expect(progress.asked == 5 && progress.approved == 0 && progress.approvedBefore == 1 && progress.notStarted == 5)
        #expect(ObjectiveProgress(sample.standing(records, in: .common, on: before)).approved == 3)
    }
}
