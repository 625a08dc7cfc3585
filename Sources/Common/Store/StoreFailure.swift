/// What the store could not do, told apart as far as a person can act on it.
///
/// No case carries a stored value: the texts go to the log.
package enum StoreFailure: Error, Equatable {
    /// Someone else held the database too long: try again.
    case busy
    /// The disk or the quota is full: nothing was written.
    case full
    /// The database can be read, not written.
    case readOnly
    /// The server cannot be reached, or went away in the middle; nothing was written.
    case unreachable(String)
    /// The server went away while it confirmed a write: it may or may not have been written. Look before trying again.
    case uncertain(String)
    /// A rule of the schema refused the row; `name` is the same on both engines, in lower case:
    /// `table.column, table.column` for a unique key, `table.column` for a missing or wrong value, the name of a check,
    /// `foreign key`, or `table is append-only`.
    case constraint(name: String)
    /// The file is no database, or is damaged.
    case damaged(String)
    /// Written by a newer version of the program.
    case newerSchema(Int)
    /// Anything else, for the log.
    case other(String)

    /// Whether the rule with this name refused; capital and small letters are the same, for PostgreSQL keeps no capitals.
    package func isConstraint(_ name: String) -> Bool { self == .constraint(name: name.lowercased()) }
}

extension StoreFailure: CustomStringConvertible {
    /// A sentence for whoever runs the machine: the terminal and the log.
    package var description: String {
        switch self {
        case .busy: "another program holds the database; try again when it is done"
        case .full: "there is no room left on the disk, and nothing was changed"
        case .readOnly: "the database can be read but not written; check who owns the file and its folder"
        case .unreachable(let what): "the database cannot be reached: \(what)"
        case .uncertain(let what):
            "the database went away while it confirmed a change (\(what)); look whether the change is there before trying again"
        case .constraint(let name): "the database refused the change: \(name)"
        case .damaged(let what):
            "\(what): either this is no database of Alis, or it is damaged, or its folder cannot be written"
        case .newerSchema(let number): "written by a newer Alis (schema \(number)); use that one"
        case .other(let what): what
        }
    }
}
