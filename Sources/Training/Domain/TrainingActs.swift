/// The kinds of change of training plans and learning objectives.
extension ChangeAct {
    package static let planned = ChangeAct("planned", Text("Plan laget eller endret", nn: "Plan laga eller endra"))
    package static let planReviewed = ChangeAct("planReviewed", Text("Plan gått gjennom", nn: "Plan gått gjennom"))
    package static let activityRecorded = ChangeAct("activityRecorded", Text("Aktivitet ført", nn: "Aktivitet ført"))
    package static let enterpriseRegistered = ChangeAct(
        "enterpriseRegistered", Text("Registrering som utdanningsvirksomhet", nn: "Registrering som utdanningsverksemd"))
    package static let generalPlanWritten = ChangeAct(
        "generalPlanWritten", Text("Generell utdanningsplan publisert", nn: "Generell utdanningsplan publisert"))
    package static let generalPlanDrafted = ChangeAct(
        "generalPlanDrafted", Text("Utkast til generell utdanningsplan lagret", nn: "Utkast til generell utdanningsplan lagra"))
    package static let objectiveRecorded = ChangeAct("objectiveRecorded", Text("Læringsmål ført", nn: "Læringsmål ført"))
    package static let objectivePlanned = ChangeAct("objectivePlanned", Text("Læringsarena planlagt", nn: "Læringsarena planlagd"))
    package static let objectiveAsked = ChangeAct(
        "objectiveAsked", Text("Bedt om vurdering av læringsmål", nn: "Bede om vurdering av læringsmål"))
    package static let objectiveRecommended = ChangeAct("objectiveRecommended", Text("Læringsmål vurdert", nn: "Læringsmål vurdert"))
    package static let objectiveDecided = ChangeAct(
        "objectiveDecided", Text("Læringsmål avgjort av leder", nn: "Læringsmål avgjort av leiar"))
}
