/// What the two engines do not share, one named function each.
extension Connection {
    /// Lets one writer at a time past this point, on all nodes, until the transaction ends; what is read after it is what the
    /// last writer left. SQLite has one writer anyway.
    ///
    /// PostgreSQL writes run at READ COMMITTED for this reason: each statement after the lock sees everything committed before it
    /// was granted, where a snapshot would have been taken before the wait.
    package func serialiseWriters() throws {
        if kind == .postgres { try execute("SELECT pg_advisory_xact_lock(\(AdvisoryLock.writers.rawValue))") }
    }

    /// Takes the lock that lets one node at a time change the schema, however long another's migration takes.
    func serialiseMigrations() throws {
        guard kind == .postgres else { return }
        try run(script: "SET LOCAL lock_timeout = 0")
        try execute("SELECT pg_advisory_xact_lock(\(AdvisoryLock.migrations.rawValue))")
    }

    /// The larger of two values; nothing when either is nothing.
    package func larger(_ left: SQL, _ right: SQL) -> SQL {
        kind == .sqlite
            ? "MAX(\(left), \(right))" : "CASE WHEN \(left) IS NULL OR \(right) IS NULL THEN NULL ELSE GREATEST(\(left), \(right)) END"
    }

    /// The smaller of two values; nothing when either is nothing.
    package func smaller(_ left: SQL, _ right: SQL) -> SQL {
        kind == .sqlite
            ? "MIN(\(left), \(right))" : "CASE WHEN \(left) IS NULL OR \(right) IS NULL THEN NULL ELSE LEAST(\(left), \(right)) END"
    }

    /// An aggregate: the group's texts in one, in no promised order, with `separator` between them.
    package func joined(_ text: SQL, separator: String) -> SQL {
        kind == .sqlite ? "GROUP_CONCAT(\(text), \(separator))" : "STRING_AGG(\(text), \(separator))"
    }

    /// Whether there is a table with this name.
    package func hasTable(_ name: String) throws -> Bool {
        switch kind {
        case .sqlite: try count("SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND LOWER(name) = \(name.lowercased())") > 0
        case .postgres: try count("SELECT COUNT(to_regclass(\(name)))") > 0
        }
    }

    /// A table's columns in order, as the engine spells them; none when there is no such table.
    package func columns(of table: String) throws -> [String] {
        switch kind {
        case .sqlite: try rows("SELECT name FROM pragma_table_info(\(table)) ORDER BY cid") { $0.text(0) }
        case .postgres:
            try rows(
                """
                SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(\(table)) AND attnum > 0 AND NOT attisdropped ORDER BY attnum
                """
            ) { $0.text(0) }
        }
    }

    /// How many bytes the database takes.
    package func size() throws -> Int {
        switch kind {
        case .sqlite: try count("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        case .postgres: try count("SELECT pg_database_size(current_database())")
        }
    }
}

/// The numbers under which PostgreSQL keeps this program's locks; the high digits spell `alis`.
private enum AdvisoryLock: Int64 {
    case writers = 0x616C_6973_0000_0001
    case migrations = 0x616C_6973_0000_0002
}
