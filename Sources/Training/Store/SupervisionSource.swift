import AlisDomain

/// Where the rules learn who is supervised, and how much was given. Supervision stands above training plans and answers from its own
/// tables, so that plans need not know them.
package protocol SupervisionSource: Sendable {
    /// What is known of these trainings, or of all when nil, by training.
    func supervision(of trainings: [RecordID]?, on connection: Connection) throws -> [RecordID: SupervisionGiven]
}

/// The supervision of one training (*veiledning*), as the rules look at it.
package struct SupervisionGiven: Sendable {
    /// When somebody was assigned.
    package var stretches: [SupervisionStretch]
    package var sessions: [ActivityEntry]

    package init(stretches: [SupervisionStretch] = [], sessions: [ActivityEntry] = []) {
        self.stretches = stretches
        self.sessions = sessions
    }
}
