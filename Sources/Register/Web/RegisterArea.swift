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
            NavigationEntry(place: 20, path: Addresses.overview(), text: Text("Oversikt", nn: "Oversikt"), roles: .staff),
            NavigationEntry(place: 30, path: Addresses.trainees(), text: Text("ALIS", nn: "ALIS"), roles: .staff),
            NavigationEntry(place: 40, path: Addresses.municipalities(), text: Text("Kommuner", nn: "Kommunar"), roles: .staff),
            NavigationEntry(
                place: 80, path: Addresses.followUp(), text: Text("Oppfølging", nn: "Oppfølging"), roles: .offices.union([.directorate])),
            NavigationEntry(place: 100, path: Addresses.reference(), text: Text("Grunndata", nn: "Grunndata"), roles: .offices),
        ],
        acts: [
            .registered, .corrected, .converted, .paused, .resumed, .ended, .reopened, .engaged, .engagementChanged, .engagementEnded,
            .absenceRecorded, .wished, .wishChanged, .wishWithdrawn, .confirmed, .contactChanged, .merged, .unmerged, .toldApart,
            .toldApartUndone, .transferAsked, .transferAnswered, .referenceUpdated, .coordinationSet, .demo,
        ],
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
