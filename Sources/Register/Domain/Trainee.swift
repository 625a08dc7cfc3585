/// A doctor in specialist training (*lege i spesialisering*; in general practice *ALIS*): who it is and how to reach her.
///
/// No national identity number is held (design.md §2.6); the HPR number tells doctors apart.
package struct Trainee: Hashable, Sendable {
    package var givenName: String
    package var familyName: String
    package var hpr: HPRNumber?
    /// Helps tell two people of one name apart when the HPR number is missing.
    package var birthYear: Int?
    package var email: EmailAddress?
    package var phone: String?
    /// Made up for demonstration and tests; marked as such on every page.
    package var isSynthetic: Bool

    package init(
        givenName: String, familyName: String, hpr: HPRNumber? = nil, birthYear: Int? = nil, email: EmailAddress? = nil,
        phone: String? = nil, isSynthetic: Bool = false
    ) {
        self.givenName = givenName
        self.familyName = familyName
        self.hpr = hpr
        self.birthYear = birthYear
        self.email = email
        self.phone = phone
        self.isSynthetic = isSynthetic
    }

    /// Whether a text can be a name or a part of one: it has letters, and no digits or signs that a mistaken column or a formula has.
    /// One rule for forms and for lists that are read in.
    package static func isName(_ text: String) -> Bool {
        let hasLetter = text.unicodeScalars.contains {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || $0.properties.isAlphabetic
        }
        return hasLetter && !text.unicodeScalars.contains { ("0"..."9").contains($0) || $0 == "@" || $0 == "<" || $0 == "=" }
    }

    package var fullName: String { givenName.isEmpty ? familyName : "\(givenName) \(familyName)" }
    /// `family given`, folded: the order of lists.
    package var sortName: String { Folding.fold("\(familyName) \(givenName)") }
}
