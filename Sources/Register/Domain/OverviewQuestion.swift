/// What an overview is asked: for which day, as known after which change, and about whom. The whole of it stands in the address.
package struct OverviewQuestion: Hashable, Sendable {
    /// The day the answer is about (*per dato*).
    package var asOf: CalendarDay
    /// The last change that counts (*slik vi visste det*); `.max` is everything known now.
    package var knownAfter: ChangeNumber
    package var specialty: Training.Specialty
    /// Nil is both.
    package var scheme: Training.Scheme?
    /// Nil is any form; otherwise the form of the main engagement.
    package var form: Engagement.Form?
    /// Nil is all classes; otherwise the centrality class of the municipality.
    package var centrality: Int?
    package var office: OfficeCode?
    package var county: String?
    package var municipality: MunicipalityID?

    package init(
        asOf: CalendarDay, knownAfter: ChangeNumber = .max, specialty: Training.Specialty = .generalPractice,
        scheme: Training.Scheme? = nil, form: Engagement.Form? = nil, centrality: Int? = nil, office: OfficeCode? = nil,
        county: String? = nil, municipality: MunicipalityID? = nil
    ) {
        self.asOf = asOf
        self.knownAfter = knownAfter
        self.specialty = specialty
        self.scheme = scheme
        self.form = form
        self.centrality = centrality
        self.office = office
        self.county = county
        self.municipality = municipality
    }
}

/// What a figure counts (*mål*): each is the length of the list behind it, and has a definition on screen.
package enum Measure: String, CaseIterable, Sendable {
    /// In training on the day and not paused.
    case active
    case newScheme
    case oldScheme
    /// In the old scheme on the day, with a later change to the new one already registered.
    case converting
    /// Changed from the old scheme to the new in the calendar year of the day, up to and including it.
    case converted
    case paused
    /// Active, and away from the whole position on the day.
    case onLeave
    /// Began in the calendar year, up to and including the day.
    case started
    /// Ended in the calendar year as specialist, up to and including the day.
    case finished
    /// Active, and expected by the municipality to finish in the calendar year, from the day on.
    case expected
    /// Active, and has a standing wish for hospital service that begins within twelve months of the day.
    case wishing
    /// Active, but with no engagement on the day.
    case unplaced

    var bit: UInt16 { 1 << UInt16(Self.allCases.firstIndex(of: self) ?? 0) }
}

/// How many of each measure.
package struct Counts: Hashable, Sendable {
    private var values: [Int32]

    package init() { values = [Int32](repeating: 0, count: Measure.allCases.count) }

    package subscript(measure: Measure) -> Int { Int(values[measure.bit.trailingZeroBitCount]) }

    /// Counts one person who has these measures' bits.
    mutating func add(bits: UInt16) {
        var rest = bits
        while rest != 0 {
            values[rest.trailingZeroBitCount] &+= 1
            rest &= rest &- 1
        }
    }

    package static func += (left: inout Counts, right: Counts) {
        for index in left.values.indices { left.values[index] &+= right.values[index] }
    }

    package var isZero: Bool { values.allSatisfy { $0 == 0 } }
}
