import AlisDomain

/// Whose plans may come to something else after some changes: the rest need not be read again.
package struct ChangedDoctors: Sendable {
    package var trainings: Set<RecordID> = []
    package var persons: Set<RecordID> = []
    /// Something that may concern anybody has changed.
    package var isEveryone = false

    package init() {}
}

extension PlanLoader {
    /// What hangs on a training, by the column that says which.
    private static let byTraining: [(table: String, column: String)] = [
        (Training.table, "id"), (Engagement.table, "training"), (Absence.table, "training"), (Service.table, "training"),
        (ActivityRecord.table, "training"), (PlanReview.table, "training"), (TrainingObjective.table, "training"),
        (ObjectiveArena.table, "training"),
    ]
    private static let ofEveryone = [TraineeMerge.table, EnterpriseRegistration.table, CatalogueEntry.table]

    /// The doctors, by record, whose plans something recorded after a change may touch; nil when it may be anybody's.
    func persons(changedAfter change: ChangeNumber, on connection: Connection) throws -> [RecordID]? {
        for table in Self.ofEveryone where try FactStore.hasChanged(table, after: change, on: connection) { return nil }
        var changed = try supervision?.changed(after: change, on: connection) ?? ChangedDoctors()
        if changed.isEveryone { return nil }
        for (table, column) in Self.byTraining {
            changed.trainings.formUnion(try FactStore.changed(column, of: table, after: change, on: connection))
        }
        changed.persons.formUnion(try FactStore.changed("trainee", of: Authorisation.table, after: change, on: connection))
        if !changed.trainings.isEmpty {
            // Closed versions too: a training that was taken away leaves its doctor without a plan.
            try connection.forEach("SELECT DISTINCT trainee FROM training WHERE id IN (\(list: changed.trainings.sorted()))") {
                changed.persons.insert(try $0.recordID(0))
            }
        }
        return changed.persons.sorted()
    }
}
