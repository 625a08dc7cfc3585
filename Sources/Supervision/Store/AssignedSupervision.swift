import AlisDomain

/// Tells the rules of training plans who is supervised when. How much was given is the business of the account of the last twelve months
/// (`SupervisionBalance`): what was given before sessions were logged here is not known, and is not held against anyone.
package struct AssignedSupervision: SupervisionSource {
    package init() {}

    package func supervision(of trainings: [RecordID]?, on connection: Connection) throws -> [RecordID: SupervisionGiven] {
        let mine: SQL = trainings.map { "training IN (\(list: $0)) AND supersededIn IS NULL" } ?? "supersededIn IS NULL"
        let versions = try FactStore.versions(SupervisionAssignment.self, where: mine, on: connection)
        return Dictionary(grouping: versions, by: \.value.training).mapValues { assignments in
            SupervisionGiven(
                stretches: assignments.map { SupervisionStretch(period: $0.period, supervisor: $0.value.supervisor) }
                    .sorted { ($0.period.from, $0.period.end) < ($1.period.from, $1.period.end) })
        }
    }
}
