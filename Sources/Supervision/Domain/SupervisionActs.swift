/// The kinds of change of supervision; `Area` has their names.
extension ChangeAct {
    package static let supervisorRegistered = ChangeAct("supervisorRegistered")
    package static let supervisorChanged = ChangeAct("supervisorChanged")
    package static let capacityChanged = ChangeAct("capacityChanged")
    package static let supervisionAssigned = ChangeAct("supervisionAssigned")
    package static let supervisionEnded = ChangeAct("supervisionEnded")
    package static let sessionLogged = ChangeAct("sessionLogged")
    package static let sessionCorrected = ChangeAct("sessionCorrected")
    package static let sessionRemoved = ChangeAct("sessionRemoved")
    package static let supervisionRequested = ChangeAct("supervisionRequested")
    package static let requestAnswered = ChangeAct("requestAnswered")
    package static let gatheringChanged = ChangeAct("gatheringChanged")
    package static let signedUp = ChangeAct("signedUp")
    package static let signedOff = ChangeAct("signedOff")
    package static let attendanceRecorded = ChangeAct("attendanceRecorded")
}
