import AlisDomain

extension Addresses {
    package static let signInLink = Address<String>("/logg-inn/lenke/:token")
    package static let heldForm = Address<String>("/fortsett/:token")
    package static let accounts = FixedAddress("/tilgang")
    package static let newAccount = FixedAddress("/tilgang/ny")
    package static let account = Address<String>("/tilgang/:id")
    package static let accountRole = Address<String>("/tilgang/:id/rolle")
    package static let endRole = Address<String, String>("/tilgang/:id/rolle/:rolle/avslutt")
    package static let endAccount = Address<String>("/tilgang/:id/avslutt")
    package static let accountLink = Address<String>("/tilgang/:id/lenke")
}
