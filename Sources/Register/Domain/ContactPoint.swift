/// Where a municipality is written to about its doctors (*kontaktpunkt*): a role and its common e-mail address, not a person's own. It holds
/// from a day, so that it is seen who was written to when; whoever has an account for the municipality is written to besides.
package struct ContactPoint: Hashable, Sendable {
    package var municipality: MunicipalityID
    /// The role, such as "Kommuneoverlegen".
    package var role: String
    package var email: EmailAddress

    package init(municipality: MunicipalityID, role: String, email: EmailAddress) {
        self.municipality = municipality
        self.role = role
        self.email = email
    }
}
