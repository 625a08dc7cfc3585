import AlisDomain

extension ContactPoint: StoredFact {
    package static let table = "contactPoint"
    package static let columns = ["municipality", "role", "email"]

    package var columnValues: [SQLValue] { [.text(municipality.key), .text(role), .text(email.text)] }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            municipality: try decode(MunicipalityID(row.text(start)), "contactPoint.municipality"), role: row.text(start + 1),
            email: try decode(EmailAddress(row.text(start + 2)), "contactPoint.email"))
    }
}

/// Where municipalities are written to. One contact point for each, under the municipality's own key.
package enum ContactStore {
    package static let factTables = [
        FactTable("contactPoint", "municipality {text} NOT NULL, role {text} NOT NULL, email {text} NOT NULL", indexes: ["municipality"])
    ]
    package static let migration = Migration(number: 16, name: "contactPoints", script: FactTable.script(factTables))

    /// Whom to write to about municipalities' data on a day, by municipality: the contact point first, then those with access to it,
    /// nobody twice. All municipalities when `municipalities` is nil.
    ///
    /// - Parameter namesPeople: whether the reader may know who has access, and not only the role that is written to.
    package static func recipients(
        of municipalities: [MunicipalityID]? = nil, namesPeople: Bool = true, on day: CalendarDay, _ connection: Connection
    ) throws -> [MunicipalityID: [MunicipalityContact]] {
        var found: [MunicipalityID: [MunicipalityContact]] = [:]
        let mine: SQL = municipalities.map { "municipality IN (\(list: $0.map(\.key))) AND supersededIn IS NULL" } ?? "supersededIn IS NULL"
        for version in try FactStore.versions(ContactPoint.self, where: mine, on: connection) where version.period.contains(day) {
            found[version.value.municipality, default: []].append(
                MunicipalityContact(name: version.value.role, email: version.value.email))
        }
        if !namesPeople { return found }
        for (municipality, people) in try AccountStore.contacts(on: connection)
        where municipalities?.contains(municipality) ?? true {
            let known = Set((found[municipality] ?? []).map { Folding.fold($0.email.text) })
            found[municipality, default: []] += people.filter { !known.contains(Folding.fold($0.email.text)) }
        }
        return found
    }
}
