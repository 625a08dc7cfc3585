import AlisDomain

/// Fills the index in memory from the store's versions.
package enum RegisterIndexStore {
    /// Takes in all changes after the index's own newest, up to the store's newest.
    package static func update(_ index: inout RegisterIndex, on connection: Connection) throws {
        guard let last = try ChangeLog.last(on: connection)?.number, last > index.upTo else { return }
        let since = index.upTo
        try take(Trainee.self, since: since, on: connection) { index.take($0) }
        try take(Training.self, since: since, on: connection) { index.take($0) }
        try take(Engagement.self, since: since, on: connection) { index.take($0) }
        try take(Absence.self, since: since, on: connection) { index.take($0) }
        try take(HospitalWish.self, since: since, on: connection) { index.take($0) }
        try take(TraineeMerge.self, since: since, on: connection) { index.take($0) }
        try take(DuplicateDismissal.self, since: since, on: connection) { index.take($0) }
        try take(TransferRequest.self, since: since, on: connection) { index.take($0) }
        try take(Confirmation.self, since: since, on: connection) { index.take($0) }
        index.finish(upTo: last)
    }

    /// First the versions closed since, then those added: both found by an index on the change's number.
    private static func take<Fact: StoredFact>(
        _ type: Fact.Type, since: ChangeNumber, on connection: Connection, _ body: (Version<Fact>) -> Void
    ) throws {
        if since > 0 {
            try connection.forEach(
                FactStore.select(type) + " WHERE supersededIn > \(since) AND recordedIn <= \(since) ORDER BY supersededIn, id, validFrom"
            ) { row in body(try FactStore.version(row)) }
        }
        try connection.forEach(FactStore.select(type) + " WHERE recordedIn > \(since) ORDER BY recordedIn, id, validFrom") { row in
            body(try FactStore.version(row))
        }
    }
}

extension Confirmation: StoredFact {
    package static let table = "confirmation"
    package static let columns = ["municipality", "personName", "account", "day", "note"]

    package var columnValues: [SQLValue] {
        [.text(municipality.key), .text(personName), .text(account), day.sqlValue, .text(note)]
    }

    package init(row: borrowing Row, at start: Int) throws {
        guard let municipality = MunicipalityID(row.text(start)) else { throw StoreFailure.damaged("confirmation.municipality") }
        self.init(
            municipality: municipality, personName: row.text(start + 1), account: row.text(start + 2), day: try row.day(start + 3),
            note: row.text(start + 4))
    }
}
