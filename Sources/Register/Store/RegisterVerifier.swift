import AlisDomain

/// What one invariant of the register was found to be.
package struct InvariantResult: Sendable, Equatable {
    package enum Severity: String, Sendable { case violation, warning }

    /// The invariant's short name, the same for ever: scripts read it.
    package let name: String
    /// The invariant in words.
    package let says: String
    package let severity: Severity
    /// How many rows, or things, break it.
    package let count: Int
    /// Some of them.
    package let examples: [String]
}

/// Checks what must always be true of the register, whoever wrote it: what the schema itself refuses, and what it cannot.
package enum RegisterVerifier {
    package static let mostExamples = 5

    /// Every invariant with what breaks it; all are seen in one state of the register.
    ///
    /// - Parameter tables: the tables of versions; those that are not there yet are passed over.
    package static func verify(_ database: Database, tables: [String]) async throws -> [InvariantResult] {
        try await database.read { connection in
            var results = try damage(on: connection)
            let tables = try tables.filter { try connection.hasTable($0) }
            for invariant in RegisterInvariants.all(tables) {
                let found = try invariant.find.reduce(into: (count: 0, examples: [String]())) { sum, query in
                    let count = try connection.count("SELECT COUNT(*) FROM (\(query)) AS found")
                    sum.count += count
                    guard count > 0, sum.examples.count < mostExamples else { return }
                    let left = mostExamples - sum.examples.count
                    sum.examples += try connection.rows("SELECT example FROM (\(query)) AS found ORDER BY example LIMIT \(left)") {
                        $0.text(0)
                    }
                }
                results.append(
                    InvariantResult(
                        name: invariant.name, says: invariant.says, severity: invariant.severity, count: found.count,
                        examples: found.examples))
            }
            return results
        }
    }

    /// Whether nothing is violated; warnings do not count.
    package static func isSound(_ results: [InvariantResult]) -> Bool {
        results.allSatisfy { $0.count == 0 || $0.severity == .warning }
    }

    /// What the engine says of its own file. PostgreSQL has no such question; its checksums and `pg_amcheck` are the server's matter.
    private static func damage(on connection: Connection) throws -> [InvariantResult] {
        guard connection.kind == .sqlite else { return [] }
        let said = try connection.rows("SELECT integrity_check FROM pragma_integrity_check LIMIT 100") { $0.text(0) }.filter { $0 != "ok" }
        let loose = try connection.rows("SELECT \"table\" || ' row ' || COALESCE(rowid, 0) FROM pragma_foreign_key_check LIMIT 100") {
            $0.text(0)
        }
        return [
            InvariantResult(
                name: "file", says: "the file is whole", severity: .violation, count: said.count, examples: Array(said.prefix(mostExamples))
            ),
            InvariantResult(
                name: "foreignKeys", says: "what a row refers to by the schema is there", severity: .violation, count: loose.count,
                examples: Array(loose.prefix(mostExamples))),
        ]
    }
}
