import AlisDomain

extension Area {
    /// What everybody may see: the public figures, and pages about them.
    package static let statistics = Area(
        name: "Statistics", uses: ["Access", "Register", "Training", "Supervision", "Exchange", "Cast"],
        migrations: [StatisticsMigration.migration],
        navigation: [
            NavigationEntry(
                place: 120, path: Addresses.figures(), text: CommonTexts.publicFigures, roles: [.alis, .supervisor, .editor], isPublic: true
            )
        ],
        routes: { wiring in
            [
                StatisticsRoutes(
                    register: try wiring.part(), database: wiring.database, isDemo: wiring.settings.isDemo, signedIn: try wiring.part()
                ).routes
            ]
        })
}
