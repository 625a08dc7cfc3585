/// A table of versions: its own columns, and which of them it is searched by. The columns every such table has, its checks, indexes and
/// triggers follow.
package struct FactTable: Sendable {
    package let name: String
    /// As in a migration: `training {text} NOT NULL, percent {integer} NOT NULL`.
    package let columns: String
    package let indexes: [String]

    package init(_ name: String, _ columns: String, indexes: [String] = []) {
        self.name = name
        self.columns = columns
        self.indexes = indexes
    }

    /// The statements that make the tables.
    package static func script(_ tables: [FactTable]) -> String {
        var script = ""
        for table in tables {
            script += """
                CREATE TABLE \(table.name) (
                    id {text} NOT NULL,
                    \(table.columns),
                    validFrom {text} NOT NULL,
                    validTo {text} NOT NULL,
                    recordedIn {integer} NOT NULL REFERENCES change(number),
                    supersededIn {integer} REFERENCES change(number),
                    CHECK (validFrom < validTo),
                    CHECK (supersededIn IS NULL OR supersededIn > recordedIn),
                    PRIMARY KEY (id, recordedIn, validFrom)
                ){strict};
                CREATE INDEX \(table.name)Recorded ON \(table.name)(recordedIn);
                CREATE INDEX \(table.name)Superseded ON \(table.name)(supersededIn) WHERE supersededIn IS NOT NULL;

                """
            for column in table.indexes { script += "CREATE INDEX \(table.name)_\(column) ON \(table.name)(\(column));\n" }
            script += Migration.appendOnly(table: table.name, except: ["supersededIn"])
        }
        return script
    }
}
