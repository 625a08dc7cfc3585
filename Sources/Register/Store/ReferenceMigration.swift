/// The reference data's tables: one for each kind, versions in time and in knowledge as all facts are (RegisterMigration.swift).
package enum ReferenceMigration {
    /// The tables with their own columns; each has certainty and source too.
    static let factTables = [
        FactTable(
            "referenceMunicipality",
            """
            municipality {text} NOT NULL, number {text} NOT NULL, name {text} NOT NULL, county {text} NOT NULL, language {text},
            centrality {integer}, organisationNumber {text}, isSamiArea {integer}
            """
        ),
        FactTable("referenceMunicipalityName", "municipality {text} NOT NULL, language {text} NOT NULL, name {text} NOT NULL"),
        FactTable(
            "referenceMunicipalityChange",
            """
            kind {text} NOT NULL, changedOn {text} NOT NULL, oldMunicipality {text} NOT NULL, newMunicipality {text} NOT NULL,
            shareThousandths {integer}, note {text} NOT NULL
            """
        ),
        FactTable(
            "referenceCounty",
            "number {text} NOT NULL, name {text} NOT NULL, officialName {text} NOT NULL, region {text} NOT NULL"
        ),
        FactTable("referencePopulation", "municipality {text} NOT NULL, inhabitants {integer} NOT NULL"),
        FactTable("referenceRegion", "code {text} NOT NULL, name {text} NOT NULL, shortName {text} NOT NULL"),
        FactTable(
            "referenceTrust",
            """
            code {text} NOT NULL, name {text} NOT NULL, shortName {text} NOT NULL, region {text} NOT NULL,
            isRegion {integer} NOT NULL
            """
        ),
        FactTable(
            "referenceTrustArea",
            """
            trust {text} NOT NULL, municipality {text} NOT NULL, districtNumber {text} NOT NULL, district {text} NOT NULL,
            hospital {text} NOT NULL
            """
        ),
        FactTable("referenceOffice", "code {text} NOT NULL, name {text} NOT NULL, host {text}, region {text} NOT NULL"),
        FactTable("referenceCoverage", "office {text} NOT NULL, municipality {text} NOT NULL"),
        FactTable("referenceTurn", "office {text} NOT NULL"),
        FactTable("referenceTile", "tileColumn {integer} NOT NULL, tileRow {integer} NOT NULL"),
        FactTable("referenceCountyTile", "tileColumn {integer} NOT NULL, tileRow {integer} NOT NULL"),
        FactTable("referenceDeadline", "code {text} NOT NULL, day {text} NOT NULL, nb {text} NOT NULL, nn {text} NOT NULL"),
        FactTable(
            "referenceFigure",
            """
            code {text} NOT NULL, indicator {text} NOT NULL, population {text} NOT NULL, saidOf {text} NOT NULL, unit {text} NOT NULL,
            digits {text} NOT NULL, exactness {text} NOT NULL, note {text} NOT NULL
            """
        ),
    ]

    package static let migration = Migration(number: 2, name: "reference", script: script)

    private static var script: String {
        // Which changes touched reference data at all, so that what is kept in memory knows when to read again.
        var script = """
            CREATE TABLE referenceChange (number {integer} PRIMARY KEY REFERENCES change(number)){strict};

            """
        script += Migration.appendOnly(table: "referenceChange")
        script += factTables.map { table in
            """
            CREATE TABLE \(table.name) (
                id {text} NOT NULL,
                certainty {text} NOT NULL,
                source {text} NOT NULL,
                \(table.columns),
                validFrom {text} NOT NULL,
                validTo {text} NOT NULL,
                recordedIn {integer} NOT NULL REFERENCES change(number),
                supersededIn {integer} REFERENCES change(number),
                CHECK (validFrom < validTo),
                CHECK (supersededIn IS NULL OR supersededIn > recordedIn),
                PRIMARY KEY (id, recordedIn, validFrom)
            ){strict};

            """ + Migration.appendOnly(table: table.name, except: ["supersededIn"])
        }.joined()
        return script
    }
}
