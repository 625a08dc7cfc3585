/// Where one objective stands on its way to approval (*godkjenningsløp*), put together from the steps that were taken.
package struct ObjectiveChain: Hashable, Sendable {
    package private(set) var approval: ObjectiveApproval
    /// The doctor's question that is open; nil when nobody has asked, or it has been answered.
    package private(set) var asked: ObjectiveStep?
    /// Clinical supervisors who have been asked and have not answered.
    package private(set) var invitations: [ObjectiveStep] = []
    /// All steps, oldest first.
    package let steps: [ObjectiveStep]

    /// - Parameter steps: oldest first. A step that the rules refuse now is shown, but counts for nothing.
    package init(_ objective: Objective.Code, trainee: RecordID, steps: [ObjectiveStep]) {
        self.steps = steps
        approval = ObjectiveApproval(objective: objective)
        for step in steps {
            switch step.kind {
            case .asked: asked = step
            case .invited: invitations.append(step)
            case .recommended:
                try? approval.recommend(as: step.role ?? .leader, by: step.person, trainee: trainee, on: step.day)
                answered(step)
            case .declined: answered(step)
            case .approved:
                try? approval.approve(as: .leader, by: step.person, trainee: trainee, on: step.day)
                close()
            case .returned:
                try? approval.sendBack(as: .leader, by: step.person, trainee: trainee, on: step.day, reason: step.words)
                close()
            case .withdrawn:
                approval = ObjectiveApproval(objective: objective)
                close()
            }
        }
    }

    private mutating func answered(_ step: ObjectiveStep) {
        if let request = step.request { invitations.removeAll { $0.request == request } }
    }

    private mutating func close() {
        asked = nil
        invitations = []
    }

    /// Where it stands, in one word.
    package enum Standing: Hashable, Sendable {
        case notAsked
        /// Waits for recommendations: of the supervisor, of a clinical supervisor, or of both.
        case waits(supervisor: Bool, clinicalSupervisor: Bool)
        case waitsForLeader
        case approved(on: CalendarDay)
        case returned(on: CalendarDay, reason: String)
    }

    package var standing: Standing {
        if case .approved(_, let day) = approval.decision { return .approved(on: day) }
        if approval.isRecommended { return .waitsForLeader }
        let roles = Set(approval.recommendations.map(\.role))
        if asked != nil || !invitations.isEmpty || !roles.isEmpty {
            return .waits(supervisor: !roles.contains(.supervisor), clinicalSupervisor: !roles.contains(.clinicalSupervisor))
        }
        if case .returned(_, let day, let reason) = approval.decision { return .returned(on: day, reason: reason) }
        return .notAsked
    }

    /// Whether anything is under way that a leader, supervisor or the doctor should see to.
    package var isOpen: Bool {
        switch standing {
        case .waits, .waitsForLeader: true
        case .notAsked, .approved, .returned: false
        }
    }
}

extension ObjectiveApproval {
    /// The identity of somebody without an account, made of her name alone: the same person who recommends twice is found out, and a
    /// doctor who names herself is told apart by the caller.
    package static func person(named name: String) -> RecordID {
        func hash(_ seed: UInt64) -> UInt64 {
            Folding.fold(name).utf8.filter { $0 != 32 }.reduce(seed) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        }
        return RecordID(high: hash(14_695_981_039_346_656_037), low: hash(0x5EED_0B1E_C71E_5EED))
    }
}
