import AlisDomain

/// Reads reference data from the store and keeps whose turn it is to coordinate.
package enum ReferenceStore {
    /// All reference data as it was known after a change (`.max`: as it is known now).
    package static func data(on connection: Connection, knownAfter change: ChangeNumber) throws -> ReferenceData {
        var data = ReferenceData()
        data.municipalities = try rows(on: connection, knownAfter: change)
        data.names = try rows(on: connection, knownAfter: change)
        data.changes = try rows(on: connection, knownAfter: change)
        data.counties = try rows(on: connection, knownAfter: change)
        data.population = try rows(on: connection, knownAfter: change)
        data.regions = try rows(on: connection, knownAfter: change)
        data.trusts = try rows(on: connection, knownAfter: change)
        data.trustAreas = try rows(on: connection, knownAfter: change)
        data.offices = try rows(on: connection, knownAfter: change)
        data.coverage = try rows(on: connection, knownAfter: change)
        data.turns = try rows(on: connection, knownAfter: change)
        data.tiles = try rows(on: connection, knownAfter: change)
        data.countyTiles = try rows(on: connection, knownAfter: change)
        data.deadlines = try rows(on: connection, knownAfter: change)
        data.figures = try rows(on: connection, knownAfter: change)
        return data
    }

    /// The directory of municipalities as it was known after a change.
    package static func directory(on connection: Connection, knownAfter change: ChangeNumber) throws -> MunicipalityDirectory {
        try data(on: connection, knownAfter: change).directory()
    }

    /// The newest change up to `change` that touched reference data; 0 when none did. What is kept from it holds until the next.
    package static func lastChange(upTo change: ChangeNumber, on connection: Connection) throws -> ChangeNumber {
        try connection.count("SELECT MAX(number) FROM referenceChange WHERE number <= \(change)")
    }

    /// Lets an office coordinate in a period (nil: nobody known); gives whether that was not so already. What a person has set this way is
    /// never changed by loading files.
    package static func setTurn(_ office: OfficeCode?, in period: Period, _ writer: FactWriter) throws -> Bool {
        if let office {
            let known = try writer.connection.count(
                "SELECT COUNT(*) FROM referenceOffice WHERE code = \(office.code) AND supersededIn IS NULL")
            guard known > 0 else { throw TurnRefusal.unknownOffice(office) }
        }
        let value = office.map { Sourced(CoordinationTurn(office: $0), source: "") }
        let isDifferent = try writer.revise(Sourced<CoordinationTurn>.self, id: ReferenceData.turnID, in: period, to: value)
        if isDifferent { try mark(writer.change, on: writer.connection) }
        return isDifferent
    }

    /// The newest change of whose turn it is.
    package static func lastTurn(on connection: Connection) throws -> ChangeNumber {
        try FactStore.lastChange(Sourced<CoordinationTurn>.self, id: ReferenceData.turnID, on: connection)
    }

    /// Notes that a change touched reference data.
    static func mark(_ change: ChangeNumber, on connection: Connection) throws {
        try connection.execute("INSERT INTO referenceChange (number) VALUES (\(change))")
    }

    private static func rows<Value: ReferenceFact>(
        on connection: Connection, knownAfter change: ChangeNumber
    ) throws -> [ReferenceRow<Value>] {
        let condition: SQL =
            change == .max
            ? " WHERE supersededIn IS NULL" : " WHERE recordedIn <= \(change) AND (supersededIn IS NULL OR supersededIn > \(change))"
        return try connection.rows(FactStore.select(Sourced<Value>.self) + condition + " ORDER BY id, validFrom") { row in
            let version: Version<Sourced<Value>> = try FactStore.version(row)
            return ReferenceRow(id: version.id, period: version.period, fact: version.value)
        }
    }
}

/// Why a coordination turn was not set.
package enum TurnRefusal: Error, Hashable, Sendable {
    case unknownOffice(OfficeCode)
}
