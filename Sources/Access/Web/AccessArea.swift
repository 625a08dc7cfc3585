import AlisDomain

extension Area {
    /// Who may use the product, and for what.
    package static let access = Area(
        name: "Access", uses: [],
        migrations: [AccessMigration.migration, AccessMigration.bindings, AccessMigration.tries],
        navigation: [
            NavigationEntry(place: 110, path: Addresses.accounts(), text: Text("Tilgang", nn: "Tilgang"), roles: [.administrator])
        ],
        parts: { wiring in wiring.give { _ in SignInLimit() } },
        routes: { wiring in
            let (database, surroundings, settings) = (wiring.database, wiring.surroundings, wiring.settings)
            return [
                SignInRoutes(
                    database: database, surroundings: surroundings, guesses: try wiring.part(), isDemo: settings.isDemo,
                    isSecure: settings.isSecure, organisations: try wiring.part()
                ).routes,
                AccountRoutes(
                    database: database, surroundings: surroundings, desk: try wiring.part(), publicAddress: settings.publicAddress
                ).routes,
            ]
        })
}
