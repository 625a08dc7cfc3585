import AlisDomain

extension Area {
    /// Supervisors, whom they supervise, and what was given.
    package static let supervision = Area(
        name: "Supervision", uses: ["Access", "Register", "Training"],
        migrations: [
            SupervisionMigration.migration,
            Migration(number: 14, name: "calendarLinksAndNotes", script: CalendarLinks.script + SupervisionNotes.correctionScript),
        ],
        tables: SupervisionMigration.factTables,
        navigation: [
            NavigationEntry(
                place: 60, path: "/veiledere", text: Text("Veiledere", nn: "Rettleiarar"),
                roles: .writers.union([.supervisor, .directorate]))
        ],
        acts: [
            .supervisorRegistered: Text("Veileder registrert", nn: "Rettleiar registrert"),
            .supervisorChanged: Text("Veileder rettet", nn: "Rettleiar retta"),
            .capacityChanged: Text("Kapasitet endret", nn: "Kapasitet endra"),
            .supervisionAssigned: Text("Veilederforhold registrert", nn: "Rettleiarforhold registrert"),
            .supervisionEnded: Text("Veilederforhold rettet eller avsluttet", nn: "Rettleiarforhold retta eller avslutta"),
            .sessionLogged: Text("Veiledningsøkt ført", nn: "Rettleiingsøkt ført"),
            .sessionCorrected: Text("Veiledningsøkt rettet", nn: "Rettleiingsøkt retta"),
            .sessionRemoved: Text("Veiledningsøkt fjernet", nn: "Rettleiingsøkt fjerna"),
            .supervisionRequested: Text("Veileder spurt", nn: "Rettleiar spurd"),
            .requestAnswered: Text("Forespørsel besvart", nn: "Førespurnad svart på"),
            .gatheringChanged: Text("Samling satt opp eller endret", nn: "Samling sett opp eller endra"),
            .signedUp: Text("Meldt på", nn: "Meld på"),
            .signedOff: Text("Meldt av", nn: "Meld av"),
            .attendanceRecorded: Text("Frammøte ført", nn: "Frammøte ført"),
        ],
        explainedActs: [.sessionCorrected, .sessionRemoved],
        parts: { wiring in
            wiring.give {
                SupervisionCache(
                    database: $0.database, register: try $0.part(),
                    rules: SupervisionRules(referenceFolder: $0.settings.referenceFolder), board: try $0.part())
            }
            wiring.give { _ in AssignedSupervision() as any SupervisionSource }
            wiring.give { SupervisionEffects(cache: try $0.part()) as any AffectedSource }
            wiring.give { AssignedSupervisors(cache: try $0.part()) as any SupervisorDirectory }
            wiring.give { SupervisionWaiting(supervision: try $0.part(), database: $0.database) as any OtherListSource }
        },
        routes: { wiring in
            let desk = SupervisionDesk(records: try wiring.part(), cache: try wiring.part())
            return [
                SupervisionWorkRoutes(desk: desk).routes, ShortageRoutes(desk: desk).routes, GatheringRoutes(desk: desk).routes,
                PoolRoutes(desk: desk, publicAddress: wiring.settings.publicAddress).routes,
                AnswerRoutes(desk: desk, guesses: try wiring.part()).routes,
                DoctorSupervisionRoutes(desk: desk).routes, SessionCorrectionRoutes(desk: desk).routes,
                AssignmentForm.routes(desk), SupervisorRoutes(desk: desk).routes,
            ]
        },
        waiting: { SupervisionWaiting(supervision: try $0.part(), database: $0.database) })
}
