import AlisDomain

extension Addresses {
    package static let plans = FixedAddress("/planer")
    package static let plan = Address<RecordID>("/alis/:id/plan")
    package static let objectives = Address<RecordID>("/alis/:id/laeringsmal")
    package static let catalogue = FixedAddress("/laeringsmal")
}
