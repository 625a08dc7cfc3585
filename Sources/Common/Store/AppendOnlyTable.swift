/// A table whose rows are never deleted and, but for some columns, never changed: the triggers that see to it.
struct AppendOnlyTable {
    let name: String
    /// The columns that may change.
    let changing: [String]

    /// Makes the triggers, in place of earlier ones. Nothing happens when the table is gone.
    func protect(on connection: Connection) throws {
        let columns = try connection.columns(of: name)
        guard !columns.isEmpty else { return }
        switch connection.kind {
        case .sqlite: try connection.run(script: sqliteScript(columns: columns))
        case .postgres: try connection.run(script: postgresScript)
        }
    }

    private func sqliteScript(columns: [String]) -> String {
        let allowed = Set(changing.map { $0.lowercased() })
        let kept = columns.filter { !allowed.contains($0.lowercased()) }
        let refusal = "BEGIN SELECT RAISE(ABORT, '\(name) is append-only'); END;"
        let rows = """
            DROP TRIGGER IF EXISTS \(name)KeepsRows;
            DROP TRIGGER IF EXISTS \(name)KeepsColumns;
            CREATE TRIGGER \(name)KeepsRows BEFORE DELETE ON \(name) \(refusal)

            """
        if kept.isEmpty { return rows }
        return rows + """
            CREATE TRIGGER \(name)KeepsColumns BEFORE UPDATE OF \(kept.joined(separator: ", ")) ON \(name)
            WHEN \(kept.map { "OLD.\($0) IS NOT NEW.\($0)" }.joined(separator: " OR ")) \(refusal)
            """
    }

    /// One function serves all tables: it compares the whole rows less the columns that may change.
    private var postgresScript: String {
        let arguments = changing.map { "'\($0.lowercased())'" }.joined(separator: ", ")
        return """
            CREATE OR REPLACE FUNCTION keepRow() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'UPDATE' THEN
                    IF to_jsonb(OLD) - TG_ARGV::text[] = to_jsonb(NEW) - TG_ARGV::text[] THEN RETURN NEW; END IF;
                END IF;
                RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
                    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_TABLE_NAME || ' is append-only';
            END $$;
            DROP TRIGGER IF EXISTS keepRows ON \(name);
            DROP TRIGGER IF EXISTS keepColumns ON \(name);
            DROP TRIGGER IF EXISTS keepTable ON \(name);
            CREATE TRIGGER keepRows BEFORE DELETE ON \(name) FOR EACH ROW EXECUTE FUNCTION keepRow();
            CREATE TRIGGER keepTable BEFORE TRUNCATE ON \(name) EXECUTE FUNCTION keepRow();
            CREATE TRIGGER keepColumns BEFORE UPDATE ON \(name) FOR EACH ROW EXECUTE FUNCTION keepRow(\(arguments));
            """
    }
}
