import AlisDomain

/// A fact that the register keeps in versions: which table it lies in and how its own columns are read and written.
package protocol StoredFact: Sendable, Equatable {
    static var table: String { get }
    /// The fact's own columns, in the order of `columnValues` and of `init(row:at:)`.
    static var columns: [String] { get }
    var columnValues: [SQLValue] { get }
    /// Reads the fact's own columns from position `start` and on.
    init(row: borrowing Row, at start: Int) throws
}

/// The value of a code that was read from a column; says that the store is damaged when it stands for nothing.
func decode<Value>(_ value: Value?, _ what: String) throws -> Value {
    guard let value else { throw StoreFailure.damaged(what) }
    return value
}

/// How an open end is stored, so that comparing days needs no special case.
package let openEnd = "9999-12-31"

extension Period {
    /// The end as the store keeps it.
    package var storedEnd: String { to?.iso ?? openEnd }

    /// Reads a period from two columns.
    package static func read(_ row: borrowing Row, at start: Int) throws -> Period {
        let from = try row.day(start)
        let end = row.text(start + 1)
        guard let period = Period(from: from, to: end == openEnd ? nil : CalendarDay(iso: end)) else {
            throw StoreFailure.damaged("period \(from.iso)–\(end)")
        }
        return period
    }
}

/// Reads versions of facts.
package enum FactStore {
    /// `id, validFrom, validTo, recordedIn, supersededIn`, then the fact's own columns, each behind the table's name or alias.
    package static func select<Fact: StoredFact>(_: Fact.Type, alias: String? = nil) -> SQL {
        let prefix = (alias ?? Fact.table) + "."
        let names = (["id", "validFrom", "validTo", "recordedIn", "supersededIn"] + Fact.columns).map { prefix + $0 }
        return SQL(program: "SELECT " + names.joined(separator: ", ") + " FROM \(Fact.table)" + (alias.map { " AS \($0)" } ?? ""))
    }

    /// The condition that a version held after a change; after the newest one when nil.
    package static func known(after number: ChangeNumber?) -> SQL {
        guard let number else { return "supersededIn IS NULL" }
        return "recordedIn <= \(number) AND (supersededIn IS NULL OR supersededIn > \(number))"
    }

    /// Reads one version from a row that `select` gave.
    package static func version<Fact: StoredFact>(_ row: borrowing Row) throws -> Version<Fact> {
        Version(
            id: row.text(0), value: try Fact(row: row, at: 5), period: try Period.read(row, at: 1), recordedIn: row.int(3),
            supersededIn: row.optionalInt(4))
    }

    /// The versions that match `condition`, oldest record first.
    package static func versions<Fact: StoredFact>(_ type: Fact.Type, where condition: SQL, on connection: Connection) throws -> [Version<
        Fact
    >] {
        try connection.rows(select(type) + " WHERE " + condition + " ORDER BY recordedIn, validFrom", version)
    }

    /// What the register holds now about the things that match `condition`: their timelines by identity.
    package static func timelines<Fact: StoredFact>(
        _ type: Fact.Type, where condition: SQL, on connection: Connection
    ) throws -> [String: Timeline<Fact>] {
        let versions = try versions(type, where: condition + " AND supersededIn IS NULL", on: connection)
        return Dictionary(grouping: versions, by: \.id).mapValues { Timeline($0) }
    }

    /// What the register holds now about one thing.
    package static func timeline<Fact: StoredFact>(_ type: Fact.Type, id: String, on connection: Connection) throws -> Timeline<Fact> {
        Timeline(try versions(type, where: "id = \(id) AND supersededIn IS NULL", on: connection))
    }

    /// What the register holds now of things that each hold always, the first recorded first.
    package static func standing<Fact: StoredFact>(
        _ type: Fact.Type, where condition: SQL = "1 = 1", on connection: Connection
    ) throws -> [(id: RecordID, value: Fact)] {
        try versions(type, where: condition + " AND supersededIn IS NULL", on: connection)
            .compactMap { version in RecordID(version.id).map { (id: $0, value: version.value) } }
    }

    /// What the register holds now of one thing, the last of it; nil when it is not there.
    package static func find<Fact: StoredFact>(_ type: Fact.Type, _ id: RecordID, on connection: Connection) throws -> Fact? {
        try timeline(type, id: id.text, on: connection).stretches.last?.value
    }

    /// What a column holds in the versions that were recorded or closed after a change: whom or what the changes were about.
    package static func changed(
        _ column: String, of table: String, after change: ChangeNumber, on connection: Connection
    ) throws -> Set<RecordID> {
        var found: Set<RecordID> = []
        for time in ["recordedIn", "supersededIn"] {
            try connection.forEach("SELECT DISTINCT \(name: column) FROM \(name: table) WHERE \(name: time) > \(change)") {
                found.insert(try $0.recordID(0))
            }
        }
        return found
    }

    /// Whether a version in a table was recorded or closed after a change.
    package static func hasChanged(_ table: String, after change: ChangeNumber, on connection: Connection) throws -> Bool {
        for time in ["recordedIn", "supersededIn"]
        where try connection.first("SELECT 1 FROM \(name: table) WHERE \(name: time) > \(change) LIMIT 1", { $0.int(0) }) != nil {
            return true
        }
        return false
    }

    /// The identity of a thing of this kind that a change recorded; nil when it recorded none.
    package static func added<Fact: StoredFact>(_: Fact.Type, in change: ChangeNumber, on connection: Connection) throws -> RecordID? {
        try connection.first("SELECT id FROM \(name: Fact.table) WHERE recordedIn = \(change) ORDER BY id LIMIT 1") { try $0.recordID(0) }
    }

    /// The change that removed a thing; nil when it is there, never was, or `isHers` says that it is another's.
    static func removal<Fact: StoredFact>(
        of thing: RecordID?, _: Fact.Type, on connection: Connection, isHers: (Fact) -> Bool
    ) throws -> ChangeNumber? {
        guard let thing else { return nil }
        let versions = try FactStore.versions(Fact.self, where: "id = \(thing.text)", on: connection)
        guard versions.allSatisfy({ $0.supersededIn != nil && isHers($0.value) }) else { return nil }
        return versions.compactMap(\.supersededIn).max()
    }

    /// The newest change that touched a thing; 0 when there is none. A form made before it is out of date.
    package static func lastChange<Fact: StoredFact>(_ type: Fact.Type, id: String, on connection: Connection) throws -> ChangeNumber {
        let added = try connection.count("SELECT MAX(recordedIn) FROM \(name: Fact.table) WHERE id = \(id)")
        let closed = try connection.count("SELECT MAX(supersededIn) FROM \(name: Fact.table) WHERE id = \(id)")
        return max(added, closed)
    }
}

/// Writes versions of facts within one recorded change. Made by `ChangeLog.record`; lives as long as its transaction.
///
/// A thing is revised or replaced at most once in a change: a version that one change both recorded and closed would never have
/// held, and the tables refuse it. Whoever changes several stretches of a thing says them all in one `replace`.
package struct FactWriter {
    package let connection: Connection
    package let change: ChangeNumber

    /// Lets `value` (or nothing, when nil) hold in `period`; what else the register says of the thing stays. Gives whether anything changed.
    @discardableResult
    package func revise<Fact: StoredFact>(_ type: Fact.Type, id: String, in period: Period, to value: Fact?) throws -> Bool {
        let timeline = try FactStore.timeline(type, id: id, on: connection)
        return try apply(timeline.revising(period, to: value), id: id)
    }

    /// Lets the thing's whole timeline be exactly `stretches`. Gives whether anything changed.
    @discardableResult
    package func replace<Fact: StoredFact>(_ type: Fact.Type, id: String, with stretches: [(Period, Fact)]) throws -> Bool {
        let timeline = try FactStore.timeline(type, id: id, on: connection)
        return try apply(timeline.replacing(with: stretches), id: id)
    }

    /// Closes and adds what a revision says.
    @discardableResult
    package func apply<Fact: StoredFact>(_ revision: Revision<Fact>, id: String) throws -> Bool {
        for version in revision.superseded {
            let closed = try connection.execute(
                """
                UPDATE \(name: Fact.table) SET supersededIn = \(change)
                WHERE id = \(id) AND recordedIn = \(version.recordedIn) AND validFrom = \(version.period.from) AND supersededIn IS NULL
                """)
            guard closed == 1 else { throw StoreFailure.busy }
        }
        for (period, value) in revision.inserted { try add(id: id, value, in: period) }
        return !revision.isEmpty
    }

    /// Adds the first version of a new thing.
    package func add<Fact: StoredFact>(id: String, _ value: Fact, in period: Period) throws {
        try connection.insert(
            into: Fact.table, columns: Self.columns(Fact.self), rows: [Self.row(id: id, value, in: period, change: change)])
    }

    /// All columns of a fact's table, in the order of `row`.
    package static func columns<Fact: StoredFact>(_: Fact.Type) -> [String] {
        ["id", "validFrom", "validTo", "recordedIn", "supersededIn"] + Fact.columns
    }

    /// A version as values for `columns`.
    package static func row<Fact: StoredFact>(
        id: String, _ value: Fact, in period: Period, change: ChangeNumber, supersededIn: ChangeNumber? = nil
    ) -> [SQLValue] {
        [.text(id), period.from.sqlValue, .text(period.storedEnd), .integer(Int64(change)), supersededIn.sqlValue] + value.columnValues
    }
}
