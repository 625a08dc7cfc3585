import AlisDomain

/// Brings a database's schema up to the program's, forward only.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    /// All migrations that the program knows.
    package init(_ migrations: [Migration]) { self.migrations = migrations.sorted { $0.number < $1.number } }

    /// Applies what is not yet applied, in order, each migration in its own transaction, and returns their numbers.
    ///
    /// Two nodes that start at once do it one after the other. Throws `newerSchema` and changes nothing when the database was
    /// written by a newer version of the program.
    @discardableResult
    package func run(on database: Database, at now: Instant) async throws -> [Int] {
        guard Set(migrations.map(\.number)).count == migrations.count else {
            throw StoreFailure.other("two migrations have one number; the next is \((migrations.last?.number ?? 0) + 1)")
        }
        var applied: [Int] = []
        while let number = try await database.write({ try applyNext(on: $0, at: now) }) { applied.append(number) }
        return applied
    }

    /// The numbers of the migrations that a database still lacks.
    package func pending(on database: Database) async throws -> [Int] {
        try await database.read { connection in
            try connection.hasTable("schemaMigration") ? missing(on: connection).map(\.number) : migrations.map(\.number)
        }
    }

    /// Applies the first migration that is missing and returns its number; nil when none is.
    private func applyNext(on connection: Connection, at now: Instant) throws -> Int? {
        try connection.serialiseMigrations()
        if try !connection.hasTable("schemaMigration") { try connection.run(script: Self.ownTable.statements(for: connection.kind)) }
        guard let next = try missing(on: connection).first else { return nil }
        // A table that others refer to may be rebuilt: what must fit together is checked at the commit.
        if connection.kind == .sqlite { try connection.run(script: "PRAGMA defer_foreign_keys = ON") }
        try connection.run(script: next.statements(for: connection.kind))
        try protect(upTo: next, on: connection)
        try connection.execute("INSERT INTO schemaMigration (number, name, appliedAt) VALUES (\(next.number), \(next.name), \(now))")
        return next.number
    }

    /// Makes all append-only triggers anew, for a migration may have added columns or rebuilt a table; the last word on a table counts.
    private func protect(upTo migration: Migration, on connection: Connection) throws {
        var tables: [String: AppendOnlyTable] = [:]
        for table in migrations.filter({ $0.number <= migration.number }).flatMap(\.appendOnlyTables) { tables[table.name] = table }
        for table in tables.values.sorted(by: { $0.name < $1.name }) { try table.protect(on: connection) }
    }

    private func missing(on connection: Connection) throws -> [Migration] {
        let applied = try connection.rows("SELECT number, name FROM schemaMigration ORDER BY number") { ($0.int(0), $0.text(1)) }
        if let newest = applied.last?.0, newest > migrations.last?.number ?? 0 { throw StoreFailure.newerSchema(newest) }
        let names = Dictionary(migrations.map { ($0.number, $0.name) }, uniquingKeysWith: { first, _ in first })
        for (number, name) in applied where names[number] != name {
            throw StoreFailure.other("migration \(number) is \(name) in the database and \(names[number] ?? "missing") in the program")
        }
        let done = Set(applied.map(\.0))
        return migrations.filter { !done.contains($0.number) }
    }

    private static let ownTable = Migration(
        number: 0, name: "migrations",
        script: """
            CREATE TABLE schemaMigration (number {integer} NOT NULL PRIMARY KEY, name {text} NOT NULL, appliedAt {text} NOT NULL){strict}
            """)
}
