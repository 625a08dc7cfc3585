/// What an import is made with, besides the file and the register.
package struct ImportSettings: Sendable {
    /// The day the file speaks of: changes hold from it unless the row says `Gjelder fra`.
    package let day: CalendarDay
    /// Where the importer may write; nil: everywhere.
    package let writable: Set<MunicipalityID>?
    package let municipalities: MunicipalityDirectory
    package let answers: ImportAnswers
    /// New people are made up, and are marked as such.
    package let isSynthetic: Bool
    let trusts: ImportTrustIndex
    /// The first day of the new scheme; nil where the reference data does not say.
    let newSchemeFrom: CalendarDay?

    package init(
        day: CalendarDay, writable: Set<MunicipalityID>?, municipalities: MunicipalityDirectory, trusts: [Trust],
        newSchemeFrom: CalendarDay?, answers: ImportAnswers = ImportAnswers(), isSynthetic: Bool = false
    ) {
        self.day = day
        self.writable = writable
        self.municipalities = municipalities
        self.newSchemeFrom = newSchemeFrom
        self.answers = answers
        self.isSynthetic = isSynthetic
        self.trusts = ImportTrustIndex(trusts)
    }

    func mayWrite(_ municipality: MunicipalityID) -> Bool { writable?.contains(municipality) ?? true }

    /// Number and name, as a choice shows it and `find` reads it.
    func title(of municipality: MunicipalityID) -> String {
        municipalities.nearestFacts(of: municipality, on: day).map { "\($0.number.digits) \($0.name)" } ?? municipality.key
    }
}
