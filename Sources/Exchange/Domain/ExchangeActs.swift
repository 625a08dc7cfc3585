/// The kinds of change of reading files in.
extension ChangeAct {
    package static let imported = ChangeAct("imported", Text("Lest inn fra regneark", nn: "Lese inn frå rekneark"))
    package static let objectivesImported = ChangeAct(
        "objectivesImported", Text("Læringsmål lest inn fra rapport", nn: "Læringsmål lesne inn frå rapport"))
    package static let catalogueImported = ChangeAct(
        "catalogueImported", Text("Læringsmålkatalog lest inn", nn: "Læringsmålkatalog lesen inn"))
}
