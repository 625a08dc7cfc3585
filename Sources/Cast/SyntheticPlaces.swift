import AlisDomain

/// What the generator needs to know of Norway; the caller fills it from reference data. The order of the lists is part of the seed.
package struct SyntheticPlaces: Hashable, Sendable {
    package var municipalities: [Municipality]
    /// Hospital trusts that take doctors in training; regions left out.
    package var trusts: [Trust]
    package var offices: [Office]

    package init(municipalities: [Municipality], trusts: [Trust], offices: [Office]) {
        self.municipalities = municipalities
        self.trusts = trusts
        self.offices = offices
    }

    /// A municipality as it is today.
    package struct Municipality: Hashable, Sendable {
        package var id: MunicipalityID
        package var number: MunicipalityNumber
        package var name: String
        package var population: Int
        /// SSB's centrality class, 1 (most central) to 6.
        package var centrality: Int
        package var countyNumber: String
        package var language: LanguageDecision
        package var trust: TrustCode?
        package var office: OfficeCode?
        package var location: Location?
        /// The first day its key is in use; nil when that is before the register began.
        package var existsFrom: CalendarDay?
        /// Where its doctors worked before that day; without one they are taken to have begun then.
        package var predecessors: [Predecessor]

        package init(
            id: MunicipalityID, number: MunicipalityNumber, name: String, population: Int, centrality: Int, countyNumber: String,
            language: LanguageDecision = .neutral, trust: TrustCode? = nil, office: OfficeCode? = nil, location: Location? = nil,
            existsFrom: CalendarDay? = nil, predecessors: [Predecessor] = []
        ) {
            self.id = id
            self.number = number
            self.name = name
            self.population = population
            self.centrality = centrality
            self.countyNumber = countyNumber
            self.language = language
            self.trust = trust
            self.office = office
            self.location = location
            self.existsFrom = existsFrom
            self.predecessors = predecessors
        }
    }

    /// A municipality that went into another before today.
    package struct Predecessor: Hashable, Sendable {
        package var id: MunicipalityID
        package var name: String

        package init(id: MunicipalityID, name: String) {
            self.id = id
            self.name = name
        }
    }

    package struct Trust: Hashable, Sendable {
        package var code: TrustCode
        package var name: String
        /// The health region's code.
        package var region: String

        package init(code: TrustCode, name: String, region: String) {
            self.code = code
            self.name = name
            self.region = region
        }
    }

    package struct Office: Hashable, Sendable {
        package var code: OfficeCode
        package var name: String

        package init(code: OfficeCode, name: String) {
            self.code = code
            self.name = name
        }
    }

    /// A place on the map in millionths of a degree (WGS84): whole numbers, so that distances compare alike everywhere.
    package struct Location: Hashable, Sendable {
        package var latitude: Int
        package var longitude: Int

        package init(latitude: Int, longitude: Int) {
            self.latitude = latitude
            self.longitude = longitude
        }
    }
}
