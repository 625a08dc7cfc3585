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
                ObjectiveReportRoutes(database: database, register: register, surroundings: surroundings, shelf: shelf).routes,
                CatalogueImportRoutes(database: database, register: register, surroundings: surroundings, shelf: shelf).routes,
                ImportRoutes(database: database, register: register, surroundings: surroundings).routes,
            ]
        })
}
