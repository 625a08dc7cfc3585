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
                place: 60, path: Addresses.supervisors(), text: Text("Veiledere", nn: "Rettleiarar"),
                roles: .writers.union([.supervisor, .directorate]))
        ],
        acts: [
            .supervisorRegistered, .supervisorChanged, .capacityChanged, .supervisionAssigned, .supervisionEnded, .sessionLogged,
            .sessionCorrected, .sessionRemoved, .supervisionRequested, .requestAnswered, .gatheringChanged, .signedUp, .signedOff,
            .attendanceRecorded,
        ],
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
