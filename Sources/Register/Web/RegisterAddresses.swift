import AlisDomain

extension Addresses {
    package static let overview = FixedAddress("/oversikt")
    package static let record = Address<RecordID>("/alis/:id")
    package static let municipality = Address<String>("/kommuner/:slug")
    package static let transfers = FixedAddress("/overforinger")
}
