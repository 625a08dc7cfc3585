/// The kinds of change of reading files in; `Area` has their names.
extension ChangeAct {
    package static let imported = ChangeAct("imported")
    package static let objectivesImported = ChangeAct("objectivesImported")
    package static let catalogueImported = ChangeAct("catalogueImported")
}
