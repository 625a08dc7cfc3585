/// The form of Norwegian a municipality has decided to use (*språkvedtak*).
package enum LanguageDecision: String, CaseIterable, Sendable {
    case bokmal
    case nynorsk
    case neutral
}

/// What a municipality is in one stretch of time: all that reference data says of it (*kommunefakta*).
package struct MunicipalityFacts: Hashable, Sendable {
    package var number: MunicipalityNumber
    /// The Norwegian name, with the county added only where two share a name.
    package var name: String
    /// Other names in use: Northern, Lule and Southern Sámi, Kven, and the official composite name.
    package var otherNames: [LocalName]
    package var countyNumber: String
    package var language: LanguageDecision
    /// SSB's centrality class, 1 (most central) to 6; nil when the class of that time is not known.
    package var centrality: Int?
    package var office: OfficeCode?
    package var trust: TrustCode?
    package var organisationNumber: OrganisationNumber?
    package var isSamiArea: Bool

    package init(
        number: MunicipalityNumber, name: String, otherNames: [LocalName] = [], countyNumber: String,
        language: LanguageDecision = .neutral, centrality: Int? = nil, office: OfficeCode? = nil, trust: TrustCode? = nil,
        organisationNumber: OrganisationNumber? = nil, isSamiArea: Bool = false
    ) {
        self.number = number
        self.name = name
        self.otherNames = otherNames
        self.countyNumber = countyNumber
        self.language = language
        self.centrality = centrality
        self.office = office
        self.trust = trust
        self.organisationNumber = organisationNumber
        self.isSamiArea = isSamiArea
    }

    /// A name in another language than Norwegian, or an official composite.
    package struct LocalName: Hashable, Sendable {
        package enum Language: String, CaseIterable, Sendable {
            case northernSami, luleSami, southernSami, kven, official
        }
        package var language: Language
        package var name: String

        package init(language: Language, name: String) {
            self.language = language
            self.name = name
        }
    }
}

/// An ALIS office (*ALIS-kontor*) as its reference data has it.
package struct Office: Hashable, Sendable {
    package var code: OfficeCode
    package var name: String
    /// The municipality that hosts it.
    package var host: MunicipalityID?
    /// The health region's code (`HN`, `HMN`, `HV`, `HSO`).
    package var region: String

    package init(code: OfficeCode, name: String, host: MunicipalityID?, region: String) {
        self.code = code
        self.name = name
        self.host = host
        self.region = region
    }
}

/// A hospital trust or a health region (*helseforetak, regionalt helseforetak*).
package struct Trust: Hashable, Sendable {
    package var code: TrustCode
    package var name: String
    package var shortName: String
    /// The region's code; a region's own code is its own.
    package var region: String
    /// A regional health authority rather than a hospital trust.
    package var isRegion: Bool

    package init(code: TrustCode, name: String, shortName: String, region: String, isRegion: Bool) {
        self.code = code
        self.name = name
        self.shortName = shortName
        self.region = region
        self.isRegion = isRegion
    }
}
