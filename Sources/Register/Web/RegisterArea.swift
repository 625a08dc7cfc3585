import AlisDomain

extension Area {
    /// The doctors in training, the municipalities, and the reference data both rest on.
    package static let register = Area(
        name: "Register", uses: ["Access"],
        migrations: [
            RegisterMigration.migration, ReferenceMigration.migration, ContactStore.migration, DuplicateDismissals.migration,
            TransferStore.migration,
        ],
        tables: RegisterMigration.factTables + ReferenceMigration.factTables + ContactStore.factTables + DuplicateDismissals.factTables
            + TransferStore.factTables,
        navigation: [
            NavigationEntry(place: 20, path: "/oversikt", text: Text("Oversikt", nn: "Oversikt"), roles: .staff),
            NavigationEntry(place: 30, path: "/alis", text: Text("ALIS", nn: "ALIS"), roles: .staff),
            NavigationEntry(place: 40, path: "/kommuner", text: Text("Kommuner", nn: "Kommunar"), roles: .staff),
            NavigationEntry(
                place: 80, path: "/oppfolging", text: Text("Oppfølging", nn: "Oppfølging"), roles: .offices.union([.directorate])),
            NavigationEntry(place: 100, path: "/grunndata", text: Text("Grunndata", nn: "Grunndata"), roles: .offices),
        ],
        acts: [
            .registered: Text("Registrert", nn: "Registrert"),
            .corrected: Text("Rettet", nn: "Retta"),
            .converted: Text("Konvertert til ny ordning", nn: "Konvertert til ny ordning"),
            .paused: Text("Satt på pause", nn: "Sett på pause"),
            .resumed: Text("I gang igjen", nn: "I gang igjen"),
            .ended: Text("Avsluttet", nn: "Avslutta"),
            .reopened: Text("Åpnet igjen", nn: "Opna igjen"),
            .engaged: Text("Nytt arbeidsforhold", nn: "Nytt arbeidsforhold"),
            .engagementChanged: Text("Arbeidsforhold endret", nn: "Arbeidsforhold endra"),
            .engagementEnded: Text("Arbeidsforhold avsluttet", nn: "Arbeidsforhold avslutta"),
            .absenceRecorded: Text("Fravær registrert", nn: "Fråvær registrert"),
            .wished: Text("Ønske registrert", nn: "Ønske registrert"),
            .wishChanged: Text("Ønske endret", nn: "Ønske endra"),
            .wishWithdrawn: Text("Ønske trukket", nn: "Ønske trekt"),
            .confirmed: Text("Bekreftet", nn: "Stadfesta"),
            .contactChanged: Text("Kontakt i kommunen endret", nn: "Kontakt i kommunen endra"),
            .merged: Text("Slått sammen", nn: "Slått saman"),
            .unmerged: Text("Skilt igjen", nn: "Skild igjen"),
            .toldApart: Text("Avklart: ikke samme person", nn: "Avklart: ikkje same person"),
            .toldApartUndone: Text("Kan være samme person likevel", nn: "Kan vere same person likevel"),
            .transferAsked: Text("Overføring etterspurt", nn: "Overføring etterspurd"),
            .transferAnswered: Text("Overføring besvart", nn: "Overføring svart på"),
            .referenceUpdated: Text("Grunndata oppdatert", nn: "Grunndata oppdaterte"),
            .coordinationSet: Text("Koordinering endret", nn: "Koordinering endra"),
            .demo: Text("Øvingsdata laget", nn: "Øvingsdata laga"),
        ],
        explainedActs: [.corrected, .reopened, .wishWithdrawn, .merged, .unmerged],
        parts: { wiring in
            wiring.give { RegisterCache(database: $0.database) }
            wiring.give {
                OrganisationFinder(register: try $0.part(), database: $0.database, surroundings: $0.surroundings)
                    as any OrganisationDirectory
            }
            wiring.give {
                RecordDesk(database: $0.database, register: try $0.part(), surroundings: $0.surroundings, attachments: try $0.part())
            }
        },
        routes: { wiring in
            let (database, register) = (wiring.database, try wiring.part(RegisterCache.self))
            let (desk, ends) = (try wiring.part(RecordDesk.self), try wiring.part((any ComputedEndSource).self))
            return [
                OverviewRoutes(register: register, database: database).routes, SearchRoutes(register: register, database: database).routes,
                DuplicateRoutes(desk: desk).routes, TransferRoutes(transfers: TransferDesk(desk: desk)).routes,
                TraineeListRoutes(register: register, database: database).routes, TraineeRoutes(desk: desk, ends: ends).routes,
                MunicipalityRoutes(desk: desk, ends: ends).routes,
                FollowUpRoutes(
                    register: register, database: database, publicAddress: wiring.settings.publicAddress, plans: try wiring.part()
                ).routes,
                ReferenceRoutes(
                    register: register, database: database, surroundings: wiring.surroundings, organisations: try wiring.part()
                ).routes,
            ]
        },
        waiting: { RegisterWaiting(register: try $0.part()) })
}
