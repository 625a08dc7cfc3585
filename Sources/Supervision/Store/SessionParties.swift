import AlisDomain

/// Whether a viewer was party to what was written at a time: her account was the doctor's own then, or the supervisor's. A role that she
/// was given later opens nothing that was written before it (docs/decisions/0010).
package struct SessionParties: Sendable {
    private let viewer: Viewer
    /// The doctors' roles that she holds, with every time she has held them: one she has lost opens nothing, also not what was hers.
    private let roles: [(trainee: RecordID, record: GrantRecord)]

    package init(of viewer: Viewer, on connection: Connection) throws {
        self.viewer = viewer
        // Whoever hands out access could give herself any role: she is shut out whatever else she is.
        if viewer.has(.administrator) {
            roles = []
        } else {
            roles = try AccountStore.grantRecords(of: viewer.account, on: connection).compactMap { record in
                guard record.grant.role == .alis, case .trainee(let id) = record.grant.organisation, viewer.grants.contains(record.grant)
                else { return nil }
                return (id, record)
            }
        }
    }

    /// Whether her account was this doctor's own. Two records are one doctor when they had been merged by then: a merge that came later
    /// gives nobody a part in what was written before it.
    package func wasDoctor(_ trainee: RecordID, at time: Instant, on connection: Connection) throws -> Bool {
        let held = roles.filter { $0.record.grantedAt <= time && $0.record.endedAt.map { $0 > time } ?? true }
        if held.contains(where: { $0.trainee == trainee }) { return true }
        if held.isEmpty { return false }
        let kept = try TraineeStore.keptRecord(trainee, at: time, on: connection)
        return try held.contains { try TraineeStore.keptRecord($0.trainee, at: time, on: connection) == kept }
    }

    /// Whether this account, which was the supervisor's then, is hers.
    package func wasSupervisor(account: String) -> Bool {
        viewer.has(.supervisor) && !viewer.has(.administrator) && !account.isEmpty && viewer.account == account
    }

    /// Whether she was party to a session when it was logged, corrected or withdrawn in this change: then she may read why.
    package func saw(_ change: Change?, to session: SupervisionSession, on connection: Connection) throws -> Bool {
        guard let change else { return false }
        if wasSupervisor(account: try SupervisionStore.account(of: session.supervisor, knownAfter: change.number, on: connection)) {
            return true
        }
        guard let trainee = try ObjectiveStore.trainee(ofTraining: session.training, on: connection) else { return false }
        return try wasDoctor(trainee, at: change.recordedAt, on: connection)
    }
}
