import AlisDomain

extension Addresses {
    package static let imports = FixedAddress("/innlesing")
    package static let catalogueFile = FixedAddress("/laeringsmal/katalog")
    package static let reportFile = FixedAddress("/laeringsmal/rapport")
}
