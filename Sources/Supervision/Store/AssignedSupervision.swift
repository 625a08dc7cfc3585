import AlisDomain

/// Tells the rules of training plans who is supervised when. How much was given is the business of the account of the last twelve months
/// (`SupervisionBalance`): what was given before sessions were logged here is not known, and is not held against anyone.
package struct AssignedSupervision: SupervisionSource {
    package init() {}

    package func supervises(
        account: String, trainings: [RecordID], on day: CalendarDay, _ connection: Connection
    ) throws -> Bool {
        let lately = day.adding(days: -SupervisionScope.daysAfter)
        return try connection.count(
            """
            SELECT COUNT(*) FROM supervisionAssignment AS assignment JOIN supervisor ON supervisor.id = assignment.supervisor
            WHERE assignment.training IN (\(list: trainings)) AND assignment.supersededIn IS NULL AND assignment.validTo > \(lately)
                AND supervisor.supersededIn IS NULL AND supervisor.account <> '' AND supervisor.account = \(account)
            """) > 0
    }

    package func supervision(
        of trainings: [RecordID]?, knownAfter change: ChangeNumber?, on connection: Connection
    ) throws -> [RecordID: SupervisionGiven] {
        let known = FactStore.known(after: change)
        let mine: SQL = trainings.map { "training IN (\(list: $0)) AND " + known } ?? known
        let versions = try FactStore.versions(SupervisionAssignment.self, where: mine, on: connection)
        return Dictionary(grouping: versions, by: \.value.training).mapValues { assignments in
            SupervisionGiven(
                stretches: assignments.map { SupervisionStretch(period: $0.period, supervisor: $0.value.supervisor) }
                    .sorted { ($0.period.from, $0.period.end) < ($1.period.from, $1.period.end) })
        }
    }
}
