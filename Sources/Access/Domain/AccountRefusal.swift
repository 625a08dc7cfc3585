/// Why a change to someone's access was not made (*avslag*).
package enum AccountRefusal: Error, Hashable, Sendable {
    /// No such person, or her access has been ended.
    case noSuchAccount
    /// Someone else with access has this e-mail address.
    case emailTaken
    /// She has this role in this organisation already.
    case alreadyGranted
    /// The doctor has an account already: a second one would read along with her.
    case doctorHasAccount
    /// The role cannot be held in this kind of organisation.
    case unfit
    /// No such grant, or it has been ended already.
    case noSuchGrant
    /// Nobody takes the last administrator role from herself: someone else must do it.
    case ownAdministration
    /// Nobody gives a role to herself: someone else must do it.
    case ownRole
}
