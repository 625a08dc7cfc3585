import AlisDomain

/// A named synthetic person who can be signed in as, drawn and tested with.
package struct CastMember: Hashable, Sendable {
    /// A short key to find the person by, such as `ida`.
    package let key: String
    package let name: String
    /// The role's code: `adviser`, `coordinator`, `municipality`, `alis`, `supervisor`, `trust`, `directorate`, `editor`, `administrator`.
    package let role: String
    package let organisation: Organisation
    /// What the person is called at work.
    package let title: Text

    /// The account the person signs in with in the demo.
    package var account: String { "demo.\(key)" }
    package var email: EmailAddress? { EmailAddress("\(key)@alis.example") }

    package init(key: String, name: String, role: String, organisation: Organisation, title: Text) {
        self.key = key
        self.name = name
        self.role = role
        self.organisation = organisation
        self.title = title
    }

    /// Where the person belongs; a doctor in training belongs to her own record.
    package enum Organisation: Hashable, Sendable {
        case municipality(MunicipalityID)
        case office(OfficeCode)
        case trust(TrustCode)
        case trainee(RecordID)
        case national
    }
}
