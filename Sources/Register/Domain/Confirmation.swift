/// A named person says that what the register holds of a municipality is right, on a day (*bekreftelse*).
///
/// It is an event, so its period runs from the day it was given and stays open; a later confirmation stands beside it.
/// How fresh a municipality's data is, is the age of its newest confirmation (design.md §2.5).
package struct Confirmation: Hashable, Sendable {
    package var municipality: MunicipalityID
    /// The person's name, as shown beside the data.
    package var personName: String
    /// The account the person confirmed with, or the one-time link's when there was none.
    package var account: String
    /// The day it was given, by a calendar in Norway.
    package var day: CalendarDay
    /// What the person wished to add; may be empty, never anything about patients.
    package var note: String

    package init(municipality: MunicipalityID, personName: String, account: String, day: CalendarDay, note: String = "") {
        self.municipality = municipality
        self.personName = personName
        self.account = account
        self.day = day
        self.note = note
    }
}
