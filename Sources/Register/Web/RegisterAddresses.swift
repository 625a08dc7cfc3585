import AlisDomain

extension Addresses {
    package static let overview = FixedAddress("/oversikt")
    package static let trainees = FixedAddress("/alis")
    package static let newTrainee = FixedAddress("/alis/ny")
    package static let record = Address<RecordID>("/alis/:id")
    package static let recordHistory = Address<RecordID>("/alis/:id/historikk")
    package static let person = Address<RecordID>("/alis/:id/person")
    package static let training = Address<RecordID, RecordID>("/alis/:id/utdanning/:fact")
    package static let newEngagement = Address<RecordID>("/alis/:id/arbeid/ny")
    package static let engagement = Address<RecordID, RecordID>("/alis/:id/arbeid/:fact")
    package static let newAbsence = Address<RecordID>("/alis/:id/fravaer/ny")
    package static let absence = Address<RecordID, RecordID>("/alis/:id/fravaer/:fact")
    package static let newWish = Address<RecordID>("/alis/:id/onske/ny")
    package static let wish = Address<RecordID, RecordID>("/alis/:id/onske/:fact")
    package static let municipalities = FixedAddress("/kommuner")
    package static let municipality = Address<String>("/kommuner/:slug")
    package static let municipalityTrainees = Address<String>("/kommuner/:slug/alis")
    package static let confirmation = Address<String>("/kommuner/:slug/bekreftelse")
    package static let contact = Address<String>("/kommuner/:slug/kontakt")
    package static let followUp = FixedAddress("/oppfolging")
    package static let reminders = FixedAddress("/oppfolging/paminnelser")
    package static let oldScheme = FixedAddress("/oppfolging/gammel-ordning")
    package static let duplicates = FixedAddress("/oppfolging/dubletter")
    package static let duplicatePair = Address<RecordID, RecordID>("/oppfolging/dubletter/:id/:fact")
    package static let tellingApart = Address<RecordID, RecordID>("/oppfolging/dubletter/:id/:fact/ulike")
    package static let tellingApartUndone = Address<RecordID, RecordID>("/oppfolging/dubletter/:id/:fact/ulike/angre")
    package static let splitting = Address<RecordID, RecordID>("/oppfolging/dubletter/:id/:fact/skill")
    package static let transfers = FixedAddress("/overforinger")
    package static let newTransfer = FixedAddress("/overforinger/ny")
    package static let transfer = Address<RecordID>("/overforinger/:id")
    package static let transferAnswer = Address<RecordID>("/overforinger/:id/svar")
    package static let transferWithdrawal = Address<RecordID>("/overforinger/:id/trekk")
    package static let transferRevocation = Address<RecordID>("/overforinger/:id/tilbake")
    package static let reference = FixedAddress("/grunndata")
    package static let trusts = FixedAddress("/grunndata/foretak")
    package static let counties = FixedAddress("/grunndata/fylker")
    package static let municipalityHistory = FixedAddress("/grunndata/kommuner")
    package static let officeCoverage = Address<String>("/grunndata/kontor/:kode")
    package static let turn = FixedAddress("/grunndata/koordinering")
}

extension MunicipalityDirectory {
    /// Where a municipality's page is, by what it is called on a day.
    package func address(of municipality: MunicipalityID, on day: CalendarDay) -> String {
        Addresses.municipality(slug(of: municipality, on: day))
    }
}
