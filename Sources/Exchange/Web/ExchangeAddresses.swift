import AlisDomain

extension Addresses {
    package static let imports = FixedAddress("/innlesing")
}
