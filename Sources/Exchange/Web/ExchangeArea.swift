import AlisDomain

extension Area {
    /// Files in and out.
    package static let exchange = Area(
        name: "Exchange", uses: ["Access", "Register", "Training", "Supervision"],
        migrations: [ImportMigration.migration, ImportMigration.everyKind],
        navigation: [
            NavigationEntry(place: 70, path: Addresses.imports(), text: Text("Les inn", nn: "Les inn"), roles: .writers)
        ],
        acts: [.imported, .objectivesImported, .catalogueImported],
        routes: { wiring in
            let shelf = try wiring.part(ObjectiveShelf.self)
            let desk = FileDesk(database: wiring.database, register: try wiring.part(), surroundings: wiring.surroundings)
            let (register, catalogue) = (RegisterFile(desk: desk), CatalogueFile(desk: desk, shelf: shelf))
            return [
                FileRoutes(kind: register).routes, register.ownRoutes, FileRoutes(kind: ReportFile(desk: desk, shelf: shelf)).routes,
                catalogue.exports, FileRoutes(kind: catalogue).routes,
            ]
        },
        waiting: { WaitingFiles(database: $0.database) })
}
