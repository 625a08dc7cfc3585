/// The kinds of change of supervision.
extension ChangeAct {
    package static let supervisorRegistered = ChangeAct("supervisorRegistered", Text("Veileder registrert", nn: "Rettleiar registrert"))
    package static let supervisorChanged = ChangeAct("supervisorChanged", Text("Veileder rettet", nn: "Rettleiar retta"))
    package static let capacityChanged = ChangeAct("capacityChanged", Text("Kapasitet endret", nn: "Kapasitet endra"))
    package static let supervisionAssigned = ChangeAct(
        "supervisionAssigned", Text("Veilederforhold registrert", nn: "Rettleiarforhold registrert"))
    package static let supervisionEnded = ChangeAct(
        "supervisionEnded", Text("Veilederforhold rettet eller avsluttet", nn: "Rettleiarforhold retta eller avslutta"))
    package static let sessionLogged = ChangeAct("sessionLogged", Text("Veiledningsøkt ført", nn: "Rettleiingsøkt ført"))
    package static let sessionCorrected = ChangeAct(
        "sessionCorrected", Text("Veiledningsøkt rettet", nn: "Rettleiingsøkt retta"), asksWhy: true)
    package static let sessionRemoved = ChangeAct(
        "sessionRemoved", Text("Veiledningsøkt fjernet", nn: "Rettleiingsøkt fjerna"), asksWhy: true)
    package static let supervisionRequested = ChangeAct("supervisionRequested", Text("Veileder spurt", nn: "Rettleiar spurd"))
    package static let requestAnswered = ChangeAct("requestAnswered", Text("Forespørsel besvart", nn: "Førespurnad svart på"))
    package static let gatheringChanged = ChangeAct(
        "gatheringChanged", Text("Samling satt opp eller endret", nn: "Samling sett opp eller endra"))
    package static let signedUp = ChangeAct("signedUp", Text("Meldt på", nn: "Meld på"))
    package static let signedOff = ChangeAct("signedOff", Text("Meldt av", nn: "Meld av"))
    package static let attendanceRecorded = ChangeAct("attendanceRecorded", Text("Frammøte ført", nn: "Frammøte ført"))
}
