/// The answer to an overview's question: who is counted, where, and as what.
package struct OverviewAnswer: Sendable {
    /// One person that some measure counts.
    package struct Member: Sendable {
        package let person: RegisterIndex.Ordinal
        /// The municipality of the main engagement, by the division of the day; nil when there is none.
        package let municipality: MunicipalityID?
        package let bits: UInt16
        package let scheme: Training.Scheme
        package let standing: Training.Standing
        package let form: Engagement.Form?
        /// Percent of the main engagement, in hundredths; 0 when there is none.
        package let percent: Int
        package let workplace: String
        package let expectedEnd: CalendarDay?

        package func has(_ measure: Measure) -> Bool { bits & measure.bit != 0 }
    }

    package let question: OverviewQuestion
    package let members: [Member]
    package let total: Counts
    /// By municipality of the day's division; persons without an engagement are under nil.
    package let byMunicipality: [MunicipalityID?: Counts]
}

/// What the overview needs to know of the places on the day asked about.
package protocol PlaceLookup {
    /// The municipality of the day's division that an engagement's municipality is, or has become, part of.
    func current(_ id: MunicipalityID) -> MunicipalityID
    func facts(_ id: MunicipalityID) -> MunicipalityFacts?
}
