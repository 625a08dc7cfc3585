import AlisDomain

extension DuplicateDismissal: StoredFact {
    package static let table = "duplicateDismissal"
    package static let columns = ["first", "second"]
    package var columnValues: [SQLValue] { [first.sqlValue, second.sqlValue] }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(try row.recordID(start), try row.recordID(start + 1))
    }
}

/// Pairs that have been looked at and are two doctors.
package enum DuplicateDismissals {
    static let factTables = [
        FactTable("duplicateDismissal", "first {text} NOT NULL, second {text} NOT NULL", indexes: ["first", "second"])
    ]

    package static let migration = Migration(number: 19, name: "duplicateDismissals", script: FactTable.script(factTables))

    /// Those that hold now, newest first.
    static func all(on connection: Connection) throws -> [Version<DuplicateDismissal>] {
        try FactStore.versions(DuplicateDismissal.self, where: "supersededIn IS NULL", on: connection).reversed()
    }

    /// The one about a pair; nil when nobody has said that they are two.
    static func find(_ pair: DuplicateDismissal, on connection: Connection) throws -> Version<DuplicateDismissal>? {
        try FactStore.versions(
            DuplicateDismissal.self, where: "first = \(pair.first) AND second = \(pair.second) AND supersededIn IS NULL", on: connection
        ).first
    }
}
