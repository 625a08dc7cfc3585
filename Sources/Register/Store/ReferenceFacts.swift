import AlisDomain

// How each kind of reference data lies in its table.

/// What a reference table keeps besides certainty and source.
package protocol ReferenceFact: Hashable, Sendable {
    static var factTable: String { get }
    static var factColumns: [String] { get }
    var factValues: [SQLValue] { get }
    init(factRow row: borrowing Row, at start: Int) throws
}

extension Sourced: StoredFact where Value: ReferenceFact {
    package static var table: String { Value.factTable }
    package static var columns: [String] { ["certainty", "source"] + Value.factColumns }
    package var columnValues: [SQLValue] { [.text(certainty.rawValue), .text(source)] + value.factValues }

    package init(row: borrowing Row, at start: Int) throws {
        let certainty = try decode(Certainty(rawValue: row.text(start)), "\(Value.factTable).certainty")
        self.init(try Value(factRow: row, at: start + 2), certainty: certainty, source: row.text(start + 1))
    }
}

extension MunicipalityRecord: ReferenceFact {
    package static let factTable = "referenceMunicipality"
    package static let factColumns = [
        "municipality", "number", "name", "county", "language", "centrality", "organisationNumber", "isSamiArea",
    ]
    package var factValues: [SQLValue] {
        [
            .text(municipality.key), .text(number.digits), .text(name), .text(countyNumber), (language?.rawValue).sqlValue,
            centrality.sqlValue, (organisationNumber?.digits).sqlValue, isSamiArea.sqlValue,
        ]
    }

    package init(factRow row: borrowing Row, at start: Int) throws {
        self.init(
            municipality: try decode(MunicipalityID(row.text(start)), "referenceMunicipality.municipality"),
            number: try decode(MunicipalityNumber(row.text(start + 1)), "referenceMunicipality.number"), name: row.text(start + 2),
            countyNumber: row.text(start + 3), language: row.optionalText(start + 4).flatMap(LanguageDecision.init),
            centrality: row.optionalInt(start + 5), organisationNumber: row.optionalText(start + 6).flatMap { OrganisationNumber($0) },
            isSamiArea: row.optionalBool(start + 7))
    }
}

extension MunicipalityNameRecord: ReferenceFact {
    package static let factTable = "referenceMunicipalityName"
    package static let factColumns = ["municipality", "language", "name"]
    package var factValues: [SQLValue] { [.text(municipality.key), .text(name.language.rawValue), .text(name.name)] }

    package init(factRow row: borrowing Row, at start: Int) throws {
        let language = MunicipalityFacts.LocalName.Language(rawValue: row.text(start + 1))
        self.init(
            municipality: try decode(MunicipalityID(row.text(start)), "referenceMunicipalityName.municipality"),
            name: .init(language: try decode(language, "referenceMunicipalityName.language"), name: row.text(start + 2)))
    }
}

extension MunicipalityChange: ReferenceFact {
    package static let factTable = "referenceMunicipalityChange"
    package static let factColumns = ["kind", "changedOn", "oldMunicipality", "newMunicipality", "shareThousandths", "note"]
    package var factValues: [SQLValue] {
        [.text(kind.rawValue), from.sqlValue, .text(old.key), .text(new.key), shareThousandths.sqlValue, .text(note)]
    }

    package init(factRow row: borrowing Row, at start: Int) throws {
        self.init(
            from: try row.day(start + 1), kind: try decode(Kind(rawValue: row.text(start)), "referenceMunicipalityChange.kind"),
            old: try decode(MunicipalityID(row.text(start + 2)), "referenceMunicipalityChange.oldMunicipality"),
            new: try decode(MunicipalityID(row.text(start + 3)), "referenceMunicipalityChange.newMunicipality"),
            shareThousandths: row.optionalInt(start + 4), note: row.text(start + 5))
    }
}

extension CountyRecord: ReferenceFact {
    package static let factTable = "referenceCounty"
    package static let factColumns = ["number", "name", "officialName", "region"]
    package var factValues: [SQLValue] { [.text(number), .text(name), .text(officialName), .text(region)] }

    package init(factRow row: borrowing Row, at start: Int) throws {
        self.init(number: row.text(start), name: row.text(start + 1), officialName: row.text(start + 2), region: row.text(start + 3))
    }
}

extension Population: ReferenceFact {
    package static let factTable = "referencePopulation"
    package static let factColumns = ["municipality", "inhabitants"]
    package var factValues: [SQLValue] { [.text(municipality.key), count.sqlValue] }

    package init(factRow row: borrowing Row, at start: Int) throws {
        self.init(
            municipality: try decode(MunicipalityID(row.text(start)), "referencePopulation.municipality"), count: row.int(start + 1))
    }
}

extension HealthRegion: ReferenceFact {
    package static let factTable = "referenceRegion"
    package static let factColumns = ["code", "name", "shortName"]
    package var factValues: [SQLValue] { [.text(code), .text(name), .text(shortName)] }

    package init(factRow row: borrowing Row, at start: Int) throws {
        self.init(code: row.text(start), name: row.text(start + 1), shortName: row.text(start + 2))
    }
}

extension Trust: ReferenceFact {
    package static let factTable = "referenceTrust"
    package static let factColumns = ["code", "name", "shortName", "region", "isRegion"]
    package var factValues: [SQLValue] { [.text(code.code), .text(name), .text(shortName), .text(region), isRegion.sqlValue] }

    package init(factRow row: borrowing Row, at start: Int) throws {
        self.init(
            code: try decode(TrustCode(row.text(start)), "referenceTrust.code"), name: row.text(start + 1), shortName: row.text(start + 2),
            region: row.text(start + 3), isRegion: row.bool(start + 4))
    }
}

extension TrustArea: ReferenceFact {
    package static let factTable = "referenceTrustArea"
    package static let factColumns = ["trust", "municipality", "districtNumber", "district", "hospital"]
    package var factValues: [SQLValue] {
        [.text(trust.code), .text(municipality.key), .text(districtNumber), .text(district), .text(hospital)]
    }

    package init(factRow row: borrowing Row, at start: Int) throws {
        self.init(
            trust: try decode(TrustCode(row.text(start)), "referenceTrustArea.trust"),
            municipality: try decode(MunicipalityID(row.text(start + 1)), "referenceTrustArea.municipality"),
            districtNumber: row.text(start + 2), district: row.text(start + 3), hospital: row.text(start + 4))
    }
}

extension Office: ReferenceFact {
    package static let factTable = "referenceOffice"
    package static let factColumns = ["code", "name", "host", "region"]
    package var factValues: [SQLValue] { [.text(code.code), .text(name), (host?.key).sqlValue, .text(region)] }

    package init(factRow row: borrowing Row, at start: Int) throws {
        self.init(
            code: try decode(OfficeCode(row.text(start)), "referenceOffice.code"), name: row.text(start + 1),
            host: row.optionalText(start + 2).flatMap { MunicipalityID($0) }, region: row.text(start + 3))
    }
}

extension OfficeCoverage: ReferenceFact {
    package static let factTable = "referenceCoverage"
    package static let factColumns = ["office", "municipality"]
    package var factValues: [SQLValue] { [.text(office.code), .text(municipality.key)] }

    package init(factRow row: borrowing Row, at start: Int) throws {
        self.init(
            office: try decode(OfficeCode(row.text(start)), "referenceCoverage.office"),
            municipality: try decode(MunicipalityID(row.text(start + 1)), "referenceCoverage.municipality"))
    }
}

extension CoordinationTurn: ReferenceFact {
    package static let factTable = "referenceTurn"
    package static let factColumns = ["office"]
    package var factValues: [SQLValue] { [.text(office.code)] }

    package init(factRow row: borrowing Row, at start: Int) throws {
        self.init(office: try decode(OfficeCode(row.text(start)), "referenceTurn.office"))
    }
}

extension Deadline: ReferenceFact {
    package static let factTable = "referenceDeadline"
    package static let factColumns = ["code", "day", "nb", "nn"]
    package var factValues: [SQLValue] { [.text(code), day.sqlValue, .text(text.nb), .text(text.nn)] }

    package init(factRow row: borrowing Row, at start: Int) throws {
        self.init(code: row.text(start), day: try row.day(start + 1), text: Text(row.text(start + 2), nn: row.text(start + 3)))
    }
}

extension PublicFigure: ReferenceFact {
    package static let factTable = "referenceFigure"
    package static let factColumns = ["code", "indicator", "population", "saidOf", "unit", "digits", "exactness", "note"]
    package var factValues: [SQLValue] {
        [.text(key), .text(indicator), .text(group), .text(time), .text(unit), .text(digits), .text(precision), .text(note)]
    }

    package init(factRow row: borrowing Row, at start: Int) throws {
        self.init(
            key: row.text(start), indicator: row.text(start + 1), group: row.text(start + 2), time: row.text(start + 3),
            unit: row.text(start + 4), digits: row.text(start + 5), precision: row.text(start + 6), note: row.text(start + 7))
    }
}
