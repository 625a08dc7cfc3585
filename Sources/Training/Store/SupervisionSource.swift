import AlisDomain

/// Where the rules learn who is supervised, and how much was given. Supervision stands above training plans and answers from its own
/// tables, so that plans need not know them.
package protocol SupervisionSource: Sendable {
    /// What is known of these trainings, or of all when nil, by training.
    ///
    /// - Parameters:
    ///   - day: sessions after this day are left out.
    ///   - change: as it was known after this change; as it is known now when nil.
    func supervision(
        of trainings: [RecordID]?, asOf day: CalendarDay, knownAfter change: ChangeNumber?, on connection: Connection
    ) throws -> [RecordID: SupervisionGiven]

    /// What these persons, or all when nil, have attended of groups, and have left of those they have a place in; by person, a merged
    /// duplicate apart. The parameters are as above.
    func attendance(
        of persons: [RecordID]?, asOf day: CalendarDay, knownAfter change: ChangeNumber?, on connection: Connection
    ) throws -> [RecordID: [ActivityEntry]]

    /// Whose supervision or attendance something recorded after a change may touch.
    func changed(after change: ChangeNumber, on connection: Connection) throws -> ChangedDoctors

    /// Whether an account is that of somebody who supervises one of these trainings on a day, or did until lately: she may read the plan
    /// and say something about it.
    func supervises(account: String, trainings: [RecordID], on day: CalendarDay, _ connection: Connection) throws -> Bool
}

/// The supervision of one training (*veiledning*), as the rules look at it.
package struct SupervisionGiven: Sendable {
    /// When somebody was assigned.
    package var stretches: [SupervisionStretch] = []
    /// Individual sessions together, each one in a group by itself.
    package var sessions: [ActivityEntry] = []
}
