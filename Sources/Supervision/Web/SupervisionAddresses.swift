import AlisDomain

extension Addresses {
    package static let supervisors = FixedAddress("/veiledere")
    package static let newSupervisor = FixedAddress("/veiledere/ny")
    package static let supervisor = Address<RecordID>("/veiledere/:id")
    package static let supervisorFacts = Address<RecordID>("/veiledere/:id/rett")
    package static let capacity = Address<RecordID>("/veiledere/:id/kapasitet")
    package static let supervisorSessions = Address<RecordID>("/veiledere/:id/okter")
    package static let newSupervisorSession = Address<RecordID>("/veiledere/:id/okter/ny")
    package static let supervisorRequest = Address<RecordID, String>("/veiledere/:id/foresporsler/:fact")
    package static let findSupervisor = FixedAddress("/veiledere/finn")
    package static let newRequest = FixedAddress("/veiledere/foresporsler/ny")
    package static let requestWithdrawal = Address<String>("/veiledere/foresporsler/:fact/trekk")
    package static let shortage = FixedAddress("/veiledere/mangel")
    package static let gatherings = FixedAddress("/veiledere/samlinger")
    package static let newGathering = FixedAddress("/veiledere/samlinger/ny")
    package static let gathering = Address<RecordID>("/veiledere/samlinger/:samling")
    package static let gatheringFacts = Address<RecordID>("/veiledere/samlinger/:samling/rett")
    package static let signUp = Address<RecordID>("/veiledere/samlinger/:samling/pamelding")
    package static let signOff = Address<RecordID>("/veiledere/samlinger/:samling/avmelding")
    package static let attendance = Address<RecordID>("/veiledere/samlinger/:samling/frammote")
    package static let gatheringPeople = Address<RecordID>("/veiledere/samlinger/:samling/deltakere")
    package static let gatheringPeopleRemoval = Address<RecordID>("/veiledere/samlinger/:samling/deltakere/fjern")
    package static let supervision = Address<RecordID>("/alis/:id/veiledning")
    package static let newSession = Address<RecordID>("/alis/:id/veiledning/okt")
    package static let session = Address<RecordID, String>("/alis/:id/veiledning/okt/:fact")
    package static let sessionRemoval = Address<RecordID, String>("/alis/:id/veiledning/okt/:fact/fjern")
    package static let sessionNote = Address<RecordID, String>("/alis/:id/veiledning/okt/:fact/notat")
    package static let withdrawnSessions = Address<RecordID>("/alis/:id/veiledning/trukket")
    package static let newAssignment = Address<RecordID>("/alis/:id/veiledning/veileder/ny")
    package static let assignment = Address<RecordID, RecordID>("/alis/:id/veiledning/veileder/:fact")
    package static let answer = Address<String>("/svar/:token")
}

extension SupervisionWork {
    var address: FixedAddress { Address("/veiledere/\(rawValue)") }
}
