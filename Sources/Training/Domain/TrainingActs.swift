/// The kinds of change of training plans and learning objectives; `Area` has their names.
extension ChangeAct {
    package static let planned = ChangeAct("planned")
    package static let planReviewed = ChangeAct("planReviewed")
    package static let activityRecorded = ChangeAct("activityRecorded")
    package static let enterpriseRegistered = ChangeAct("enterpriseRegistered")
    package static let generalPlanWritten = ChangeAct("generalPlanWritten")
    package static let generalPlanDrafted = ChangeAct("generalPlanDrafted")
    package static let objectiveRecorded = ChangeAct("objectiveRecorded")
    package static let objectivePlanned = ChangeAct("objectivePlanned")
    package static let objectiveAsked = ChangeAct("objectiveAsked")
    package static let objectiveRecommended = ChangeAct("objectiveRecommended")
    package static let objectiveDecided = ChangeAct("objectiveDecided")
}
