import AlisDomain

extension Area {
    /// Files in and out.
    package static let exchange = Area(
        name: "Exchange", uses: ["Access", "Register", "Training", "Supervision"],
        migrations: [ImportMigration.migration],
        navigation: [NavigationEntry(place: 70, path: "/innlesing", text: Text("Les inn", nn: "Les inn"), roles: .writers)],
        acts: [.imported, .objectivesImported, .catalogueImported],
        routes: { wiring in
            let (database, surroundings, register) = (wiring.database, wiring.surroundings, try wiring.part(RegisterCache.self))
            let shelf = try wiring.part(ObjectiveShelf.self)
            return [
                ExportRoutes(register: register, database: database).routes, PlanListExport(lists: try wiring.part()).routes,
                CourseWorkExport(lists: try wiring.part()).routes, ObjectiveExportRoutes(objectives: try wiring.part()).routes,
                SupervisionExportRoutes(supervision: try wiring.part()).routes,
                ObjectiveReportRoutes(database: database, register: register, surroundings: surroundings, shelf: shelf).routes,
                CatalogueImportRoutes(database: database, register: register, surroundings: surroundings, shelf: shelf).routes,
                FollowUpExportRoutes(
                    register: register, database: database, publicAddress: wiring.settings.publicAddress, plans: try wiring.part()
                ).routes,
                ImportRoutes(database: database, register: register, surroundings: surroundings).routes,
            ]
        })
}
