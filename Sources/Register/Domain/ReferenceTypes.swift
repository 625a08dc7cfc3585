/// How sure a fact of the reference data is (*sikkerhet*).
package enum Certainty: String, CaseIterable, Sendable {
    /// The source says so.
    case stated
    /// Worked out from what a source says, or carried from another time.
    case derived
    /// Commonly known, not looked up.
    case generalKnowledge
}

/// A value with where it was read and how sure it is (*kilde*).
package struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
    package var value: Value
    package var certainty: Certainty
    /// Short names or addresses, separated by semicolons; `Reference/README.md` explains the short names. Empty when a person set it.
    package var source: String

    package init(_ value: Value, certainty: Certainty = .stated, source: String) {
        self.value = value
        self.certainty = certainty
        self.source = source
    }
}

/// One row of reference data (*grunndata*): what held of one thing in one stretch of time.
package struct ReferenceRow<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The thing it is about, within its kind: rows with one identity do not overlap in time.
    package var id: String
    package var period: Period
    package var fact: Sourced<Value>
    package var value: Value { fact.value }

    package init(id: String, period: Period, fact: Sourced<Value>) {
        self.id = id
        self.period = period
        self.fact = fact
    }
}

/// What `municipalities.csv` says of a municipality; its office, trust and other names lie in files of their own.
package struct MunicipalityRecord: Hashable, Sendable {
    package var municipality: MunicipalityID
    package var number: MunicipalityNumber
    package var name: String
    package var countyNumber: String
    /// Nil when not known for that time.
    package var language: LanguageDecision?
    package var centrality: Int?
    package var organisationNumber: OrganisationNumber?
    package var isSamiArea: Bool?

    package init(
        municipality: MunicipalityID, number: MunicipalityNumber, name: String, countyNumber: String,
        language: LanguageDecision? = nil, centrality: Int? = nil, organisationNumber: OrganisationNumber? = nil,
        isSamiArea: Bool? = nil
    ) {
        self.municipality = municipality
        self.number = number
        self.name = name
        self.countyNumber = countyNumber
        self.language = language
        self.centrality = centrality
        self.organisationNumber = organisationNumber
        self.isSamiArea = isSamiArea
    }
}

/// A municipality's name in another language, or an official composite, as `municipality_names.csv` has it.
package struct MunicipalityNameRecord: Hashable, Sendable {
    package var municipality: MunicipalityID
    package var name: MunicipalityFacts.LocalName

    package init(municipality: MunicipalityID, name: MunicipalityFacts.LocalName) {
        self.municipality = municipality
        self.name = name
    }
}

/// A county's name and health region.
package struct CountyRecord: Hashable, Sendable {
    package var number: String
    package var name: String
    package var officialName: String
    package var region: String

    package init(number: String, name: String, officialName: String, region: String) {
        self.number = number
        self.name = name
        self.officialName = officialName
        self.region = region
    }
}

/// The number of inhabitants on 1 January of a year (*folketall*).
package struct Population: Hashable, Sendable {
    package var municipality: MunicipalityID
    package var count: Int

    package init(municipality: MunicipalityID, count: Int) {
        self.municipality = municipality
        self.count = count
    }
}

/// A health region (*helseregion*), the area of a regional health authority.
package struct HealthRegion: Hashable, Sendable {
    package var code: String
    package var name: String
    package var shortName: String

    package init(code: String, name: String, shortName: String) {
        self.code = code
        self.name = name
        self.shortName = shortName
    }
}

/// Which trust serves a municipality, or a city district in it (*opptaksområde*).
package struct TrustArea: Hashable, Sendable {
    package var trust: TrustCode
    package var municipality: MunicipalityID
    /// Six digits; empty for the municipality as a whole.
    package var districtNumber: String
    package var district: String
    package var hospital: String

    package init(trust: TrustCode, municipality: MunicipalityID, districtNumber: String, district: String, hospital: String) {
        self.trust = trust
        self.municipality = municipality
        self.districtNumber = districtNumber
        self.district = district
        self.hospital = hospital
    }
}

/// Which office follows up a municipality (*dekning*).
package struct OfficeCoverage: Hashable, Sendable {
    package var office: OfficeCode
    package var municipality: MunicipalityID

    package init(office: OfficeCode, municipality: MunicipalityID) {
        self.office = office
        self.municipality = municipality
    }
}

/// Whose turn it is to coordinate the offices (*koordinerende kontor*).
package struct CoordinationTurn: Hashable, Sendable {
    package var office: OfficeCode

    package init(office: OfficeCode) { self.office = office }
}

/// A county's place in the map of squares.
package struct CountyTile: Hashable, Sendable {
    package var tile: Tile

    package init(_ tile: Tile) { self.tile = tile }
}

/// A day that matters to everybody (*frist*).
package struct Deadline: Hashable, Sendable {
    package var code: String
    package var day: CalendarDay
    package var text: Text

    package init(code: String, day: CalendarDay, text: Text) {
        self.code = code
        self.day = day
        self.text = text
    }
}

/// A published figure that the synthetic Norway is measured against (*offentlig tall*).
package struct PublicFigure: Hashable, Sendable {
    package var key: String
    package var indicator: String
    package var group: String
    /// As the source says it: a day, a year, a quarter, or words.
    package var time: String
    package var unit: String
    /// The figure with a point as decimal mark, as the source has it.
    package var digits: String
    /// `exact`, `about` or `over`.
    package var precision: String
    package var note: String

    package init(
        key: String, indicator: String, group: String, time: String, unit: String, digits: String, precision: String, note: String
    ) {
        self.key = key
        self.indicator = indicator
        self.group = group
        self.time = time
        self.unit = unit
        self.digits = digits
        self.precision = precision
        self.note = note
    }

    package var number: Double? { Double(digits) }
}
