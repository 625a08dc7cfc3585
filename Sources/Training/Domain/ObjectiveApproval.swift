/// The way an objective goes from the doctor's wish to approval (*godkjenning av læringsmål*).
///
/// The supervisor and at least one clinical supervisor recommend; the leader in the municipality approves, or returns it with a reason
/// (domain.md §1.3). The legal record stays in Kompetanseportalen.
package struct ObjectiveApproval: Hashable, Sendable {
    package let objective: Objective.Code
    package private(set) var recommendations: [Recommendation] = []
    package private(set) var decision: Decision?

    package init(objective: Objective.Code) { self.objective = objective }

    /// One person's recommendation (*anbefaling*).
    package struct Recommendation: Hashable, Sendable {
        package let role: Role
        package let person: RecordID
        package let day: CalendarDay
    }

    /// In what role somebody takes part (*rolle i vurderingen*).
    package enum Role: String, CaseIterable, Sendable {
        /// *Veileder*.
        case supervisor
        /// *Supervisør*.
        case clinicalSupervisor
        /// *Leder*, the municipality's.
        case leader
    }

    /// What the leader said last (*avgjørelse*).
    package enum Decision: Hashable, Sendable {
        case approved(by: RecordID, on: CalendarDay)
        /// Sent back with what is missing; recommendations must be given anew.
        case returned(by: RecordID, on: CalendarDay, reason: String)
    }

    /// Why an act is refused.
    package enum Refusal: String, Error, CaseIterable, Sendable {
        case alreadyApproved, alreadyRecommended, notARecommender, notTheLeader, supervisorMissing, clinicalSupervisorMissing
        case ownObjective, reasonMissing, beforeRecommendation
    }

    package var isApproved: Bool {
        if case .approved = decision { true } else { false }
    }
    /// Whether the leader can decide.
    package var isRecommended: Bool { has(.supervisor) && has(.clinicalSupervisor) }

    private func has(_ role: Role) -> Bool { recommendations.contains { $0.role == role } }

    /// The status that follows.
    package var status: ObjectiveStatus {
        if case .approved(_, let day) = decision { return .approved(on: day) }
        if isRecommended, let day = recommendations.map(\.day).max() { return .recommended(on: day) }
        return recommendations.isEmpty && decision == nil ? .notStarted : .inProgress
    }

    /// A supervisor or clinical supervisor recommends approval.
    package mutating func recommend(as role: Role, by person: RecordID, trainee: RecordID, on day: CalendarDay) throws(Refusal) {
        if isApproved { throw .alreadyApproved }
        if person == trainee { throw .ownObjective }
        if role == .leader { throw .notARecommender }
        if recommendations.contains(where: { $0.role == role && $0.person == person }) { throw .alreadyRecommended }
        recommendations.append(Recommendation(role: role, person: person, day: day))
    }

    /// The leader approves.
    package mutating func approve(as role: Role, by person: RecordID, trainee: RecordID, on day: CalendarDay) throws(Refusal) {
        try checkLeader(role, person, trainee)
        if !has(.supervisor) { throw .supervisorMissing }
        if !has(.clinicalSupervisor) { throw .clinicalSupervisorMissing }
        if recommendations.contains(where: { $0.day > day }) { throw .beforeRecommendation }
        decision = .approved(by: person, on: day)
    }

    /// The leader sends it back; what is missing must be said.
    package mutating func sendBack(
        as role: Role, by person: RecordID, trainee: RecordID, on day: CalendarDay, reason: String
    ) throws(Refusal) {
        try checkLeader(role, person, trainee)
        if !reason.contains(where: { !$0.isWhitespace }) { throw .reasonMissing }
        if !isRecommended { throw has(.supervisor) ? .clinicalSupervisorMissing : .supervisorMissing }
        decision = .returned(by: person, on: day, reason: reason)
        recommendations = []
    }

    private func checkLeader(_ role: Role, _ person: RecordID, _ trainee: RecordID) throws(Refusal) {
        if isApproved { throw .alreadyApproved }
        if role != .leader { throw .notTheLeader }
        if person == trainee { throw .ownObjective }
    }
}
